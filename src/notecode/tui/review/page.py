"""A note under review as the view of notes draws it: masks in the place of references."""

from collections.abc import Iterable, Sequence

from notecode.model import Flag, Span
from notecode.project.reviewing.notes import ReviewNote
from notecode.text.wrapping import Layout
from notecode.tui.page import Marked, Page, drawn_as_reference
from notecode.tui.review.actions import TYPE_BY_ID

OTHER = "OTHER"
"""The type as which a mask is drawn that no key gives."""


class MaskedPage(Page):
    """A text with places marked by type, and flags. Drawn as coded text is."""

    def __init__(
        self,
        text: str,
        marked: Sequence[tuple[Span, str]],
        flags: Iterable[Flag],
        width: int,
    ) -> None:
        """Wrap ``text`` to ``width`` cells; ``marked`` are places with the type of their mask."""
        self.layout = Layout(text, width)
        self.version = 0
        self._text = text
        self._places = marked
        self._flags = tuple(flags)
        self._index()

    @property
    def text(self) -> str:
        """The text."""
        return self._text

    def _marked(self) -> Marked:
        places = enumerate(self._places)
        return Marked(
            references=[
                drawn_as_reference(str(number), span, kind if kind in TYPE_BY_ID else OTHER)
                for number, (span, kind) in places
            ],
            flags=self._flags,
        )


def result_page(note: ReviewNote, width: int) -> MaskedPage:
    """The note as it is stored, with its masks and flags."""
    marked = [(mask.span, mask.type) for mask in note.masks]
    return MaskedPage(note.note.text, marked, note.flags, width)


def original_page(note: ReviewNote, width: int) -> MaskedPage:
    """The note as exported, with what was masked in it, as far as that is certain."""
    marked = [
        (span, mask.type)
        for mask in note.masks
        if (span := note.in_original(mask.span)) is not None
    ]
    return MaskedPage(note.original, marked, (), width)
