"""A note that is being labelled, as the view of notes draws it: labels in the place of codes."""

from notecode.model import Mention, Reference, Span, Suggestion
from notecode.project.labelling import KEEP, Label, LabelledNote
from notecode.text.lanes import SpanIndex, lanes
from notecode.text.wrapping import Layout
from notecode.tui.page import Page, Stripe

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

    def _index(self) -> None:
        labels = self.note.labels
        self.references = SpanIndex([_drawn(self.note.id, label) for label in labels], _span)
        direct = [
            Mention(note_id=self.note.id, span=label.span, agency="", rule="")
            for label in labels
            if label.type != KEEP and label.identifier_type == _DIRECT
        ]
        self.mentions = SpanIndex(direct, lambda mention: mention.span)
        nothing: tuple[Suggestion, ...] = ()
        self.suggestions = SpanIndex(nothing, lambda suggestion: suggestion.span)
        self.flags = SpanIndex((), lambda flag: flag.span)
        rows = [self.layout.rows_of(reference.span) for reference in self.references.items]
        self.stripes = SpanIndex(
            [
                Stripe(reference, Span(span.start, span.stop), lane)
                for reference, span, lane in zip(
                    self.references.items, rows, lanes(rows), strict=True
                )
            ],
            lambda stripe: stripe.rows,
        )
        self.version += 1

    def reference(self, reference_id: str) -> Reference | None:
        """What is drawn for the label of this id."""
        return next((item for item in self.references.items if item.id == reference_id), None)


def _span(reference: Reference) -> Span:
    return reference.span


def _drawn(note_id: str, label: Label) -> Reference:
    return Reference(
        id=label.id,
        note_id=note_id,
        span=label.span,
        code=label.type,
        agencies=(),
        coder="",
        origin="hand",
        created="",
        codebook="",
    )
