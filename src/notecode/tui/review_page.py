"""A note under review as the view of notes draws it: masks in the place of references."""

from collections.abc import Iterable, Sequence

from notecode.model import Flag, Mention, Reference, Span, Suggestion
from notecode.project.review_notes import ReviewNote
from notecode.text.lanes import SpanIndex, lanes
from notecode.text.wrapping import Layout
from notecode.tui.page import Page, Stripe
from notecode.tui.review_actions import TYPE_BY_ID

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
        self._marked = marked
        self._flags = tuple(flags)
        self._index()

    @property
    def text(self) -> str:
        """The text."""
        return self._text

    def _index(self) -> None:
        drawn = [_drawn(number, span, kind) for number, (span, kind) in enumerate(self._marked)]
        self.references = SpanIndex(drawn, lambda reference: reference.span)
        nothing: tuple[Suggestion, ...] = ()
        self.suggestions = SpanIndex(nothing, lambda suggestion: suggestion.span)
        none: tuple[Mention, ...] = ()
        self.mentions = SpanIndex(none, lambda mention: mention.span)
        self.flags = SpanIndex(self._flags, lambda flag: flag.span)
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
        """What is drawn for the mask of this id."""
        return next((item for item in self.references.items if item.id == reference_id), None)


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


def _drawn(number: int, span: Span, kind: str) -> Reference:
    return Reference(
        id=str(number),
        note_id="",
        span=span,
        code=kind if kind in TYPE_BY_ID else OTHER,
        agencies=(),
        coder="",
        origin="hand",
        created="",
        codebook="",
    )
