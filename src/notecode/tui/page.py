"""One open note as the screen needs it: wrapped, its spans indexed, its stripes in lanes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from notecode.model import Flag, Mention, Reference, Span, Suggestion
from notecode.project.coding.session import CodedNote
from notecode.text.lanes import SpanIndex, lanes
from notecode.text.wrapping import Layout


@dataclass(frozen=True, slots=True)
class Stripe:
    """A reference in the margin: the rows it runs over, and its lane from the left."""

    reference: Reference
    rows: Span
    lane: int


class Marked(NamedTuple):
    """What is drawn over a text."""

    references: Sequence[Reference] = ()
    suggestions: Sequence[Suggestion] = ()
    mentions: Sequence[Mention] = ()
    flags: Sequence[Flag] = ()
    memos: Collection[str] = ()
    """Ids of the references with a memo."""


def _itself(span: Span) -> Span:
    return span


class Page:
    """A coded note on a grid, or anything that is drawn as one.

    ``version`` grows whenever something other than the selection has to be drawn anew.
    """

    hits: SpanIndex[Span] = SpanIndex((), _itself)
    """Where something stands that is looked for."""

    bookmarks: SpanIndex[Span] = SpanIndex((), _itself)

    def __init__(self, coded: CodedNote, width: int) -> None:
        """Wrap the note's text to ``width`` cells."""
        self.layout = Layout(coded.note.text, width)
        self.version = 0
        self.coded = coded
        self._index()

    def update(self, coded: CodedNote) -> None:
        """Show the same note as it stands now."""
        if coded.note.text != self.coded.note.text:
            self.layout = Layout(coded.note.text, self.layout.width)
        self.coded = coded
        self._index()

    def mark(self, hits: Sequence[Span], bookmarks: Sequence[Span]) -> None:
        """Show where something stands that was looked for, and what is bookmarked."""
        if tuple(hits) == self.hits.items and tuple(bookmarks) == self.bookmarks.items:
            return
        self.hits, self.bookmarks = SpanIndex(hits, _itself), SpanIndex(bookmarks, _itself)
        self.version += 1

    def wrap(self, width: int) -> None:
        """Wrap to another width."""
        self.layout.wrap(width)
        self._index()

    def _marked(self) -> Marked:
        coded = self.coded
        memos = [thing.id for thing in coded.memos if thing.kind == "reference"]
        return Marked(coded.references, coded.suggestions, coded.mentions, coded.flags, memos)

    def _index(self) -> None:
        marked = self._marked()
        self.references = SpanIndex(marked.references, lambda reference: reference.span)
        self.suggestions = SpanIndex(marked.suggestions, lambda suggestion: suggestion.span)
        self.mentions = SpanIndex(marked.mentions, lambda mention: mention.span)
        self.flags = SpanIndex(marked.flags, lambda flag: flag.span)
        rows = [self.layout.rows_of(r.span) for r in self.references.items]
        stripes = [
            Stripe(reference, Span(span.start, span.stop), lane)
            for reference, span, lane in zip(self.references.items, rows, lanes(rows), strict=True)
        ]
        self.stripes = SpanIndex(stripes, lambda stripe: stripe.rows)
        self.memo_rows = {s.rows.start for s in stripes if s.reference.id in marked.memos}
        self.version += 1

    @property
    def text(self) -> str:
        """The note's text."""
        return self.coded.note.text

    def references_at(self, offset: int, selection: Span | None) -> list[Reference]:
        """References at ``offset``: those on just the selection first, then the shorter first."""
        found = self.references.at(offset)
        return sorted(found, key=lambda reference: reference.span != selection)

    def suggestions_at(self, offset: int, selection: Span | None) -> list[Suggestion]:
        """Open suggestions at ``offset``, in the same order as references."""
        found = self.suggestions.at(offset)
        return sorted(found, key=lambda suggestion: suggestion.span != selection)

    def next_suggestion(self, suggestion_id: str, offset: int) -> Suggestion | None:
        """The suggestion after the one named, or, without one, the first from ``offset`` on."""
        items = self.suggestions.items
        for at, item in enumerate(items):
            if item.id == suggestion_id:
                return items[at + 1] if at + 1 < len(items) else None
        return next((item for item in items if item.span.start >= offset), None)

    def previous_suggestion(self, suggestion_id: str, offset: int) -> Suggestion | None:
        """The suggestion before the one named, or, without one, the last before ``offset``."""
        items = self.suggestions.items
        for at, item in enumerate(items):
            if item.id == suggestion_id:
                return items[at - 1] if at else None
        return next((item for item in reversed(items) if item.span.start < offset), None)

    def flags_after(self, selection: Span) -> tuple[Flag, ...]:
        """The flags from the selection on; if it is just a flag's, those after that one."""
        flags = self.flags.items
        if all(flag.span != selection for flag in flags):
            return tuple(flag for flag in flags if flag.span.start >= selection.start)
        here = (selection.start, -selection.end)
        return tuple(flag for flag in flags if (flag.span.start, -flag.span.end) > here)

    def suggestion(self, suggestion_id: str) -> Suggestion | None:
        """The open suggestion of this id."""
        return next((s for s in self.coded.suggestions if s.id == suggestion_id), None)

    def reference(self, reference_id: str) -> Reference | None:
        """The reference of this id."""
        return next((r for r in self.references.items if r.id == reference_id), None)


def drawn_as_reference(number: str, span: Span, kind: str, note_id: str = "") -> Reference:
    """A place of a ``kind`` in the form in which places are drawn."""
    return Reference(
        id=number,
        note_id=note_id,
        span=span,
        code=kind,
        agencies=(),
        coder="",
        origin="hand",
        created="",
        codebook="",
    )
