"""What was looked for: the notes that have it, and which of those listed comes next."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from notecode.model import Span
from notecode.project.coding.finding import SearchQuery, query_of
from notecode.tui.coder.trail import Stop
from notecode.tui.cursor import Direction


class Hits:
    """A query and the notes in which it finds something; ``notes`` are places in the list."""

    def __init__(self, typed: str = "") -> None:
        """Nothing is found until ``take``."""
        self.query: SearchQuery = query_of(typed)
        self.notes: list[int] = []
        self.here: Stop | None = None  # the place that was gone to last
        self.waiting = bool(self.query.fts)
        self._found: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.query.fts)

    def take(self, found: Sequence[str], listed: Sequence[str]) -> None:
        """These notes have it; ``listed`` are the ids of the list."""
        self._found, self.waiting = frozenset(found), False
        self.list(listed)

    def list(self, listed: Sequence[str]) -> None:
        """Another list of notes."""
        self.notes = [at for at, note_id in enumerate(listed) if note_id in self._found]

    def next_note(self, at: int, direction: Direction) -> int | None:
        """The place of the next or previous note that has it, around the list's end."""
        if not self.notes:
            return None
        if direction > 0:
            return self.notes[bisect_right(self.notes, at) % len(self.notes)]
        return self.notes[bisect_left(self.notes, at) - 1]


def next_span(spans: Sequence[Span], here: Span | None, direction: Direction) -> int | None:
    """Which of the places of a note comes next to what is selected; None after the last."""
    if here is None:
        return 0 if spans else None
    if here in spans:
        at = spans.index(here) + direction
    else:
        before = sum(span.start < here.start for span in spans)
        at = before if direction > 0 else before - 1
    return at if 0 <= at < len(spans) else None
