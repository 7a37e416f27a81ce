"""A note that is being labelled, as the view of notes draws it: labels in the place of codes."""

from notecode.model import Mention, Span
from notecode.project.evaluating.labelling import KEEP, Label, LabelledNote
from notecode.text.wrapping import Layout
from notecode.tui.page import Marked, Page, drawn_as_reference

_DIRECT = "DIRECT"


class LabelPage(Page):
    """A labelled note on a grid. A label is drawn as a reference is, a direct one as a mention."""

    def __init__(self, note: LabelledNote, width: int) -> None:
        """Wrap the note's text to ``width`` cells."""
        self.layout = Layout(note.text, width)
        self.version = 0
        self.note = note
        self._index()

    def take(self, note: LabelledNote) -> None:
        """Show the same note with the labels that it has now."""
        self.note = note
        self._index()

    @property
    def text(self) -> str:
        """The note's text."""
        return self.note.text

    def label_at(self, selection: Span | None, offset: int) -> Label | None:
        """The label on just the selection, else the one that holds ``offset``."""
        labels = self.note.labels
        exact = next((label for label in labels if label.span == selection), None)
        around = (label for label in labels if label.span.start <= offset < label.span.end)
        return exact or next(around, None)

    def _marked(self) -> Marked:
        note = self.note
        return Marked(
            references=[
                drawn_as_reference(label.id, label.span, label.type, note.id)
                for label in note.labels
            ],
            mentions=[
                Mention(note_id=note.id, span=label.span, agency="", rule="")
                for label in note.labels
                if label.type != KEEP and label.identifier_type == _DIRECT
            ],
        )
