"""Spans that overlap: an index that finds them, and lanes that draw them side by side."""

from collections.abc import Callable, Iterable, Sequence
from heapq import heappop, heappush
from typing import Generic, TypeVar

from notecode.model import Span

Item = TypeVar("Item")


class SpanIndex(Generic[Item]):
    """Finds the items whose spans overlap a range, in O(log n + found).

    A balanced tree laid out in a sorted list: the middle of each stretch is its root, and knows
    the furthest end below it.
    """

    def __init__(self, items: Iterable[Item], span_of: Callable[[Item], Span]) -> None:
        """Sort the items by start, the longer first where two start together."""
        self.items: tuple[Item, ...] = tuple(
            sorted(items, key=lambda item: (span_of(item).start, -span_of(item).end))
        )
        self._spans = [span_of(item) for item in self.items]
        self._furthest = [0] * len(self.items)
        self._measure(0, len(self.items))

    def _measure(self, low: int, high: int) -> int:
        if low >= high:
            return 0
        middle = (low + high) // 2
        furthest = max(
            self._spans[middle].end, self._measure(low, middle), self._measure(middle + 1, high)
        )
        self._furthest[middle] = furthest
        return furthest

    def __len__(self) -> int:
        return len(self.items)

    def overlapping(self, start: int, end: int) -> list[Item]:
        """The items that share a code point with ``[start, end)``, in order of their start."""
        found: list[int] = []
        self._collect(0, len(self.items), start, end, found)
        return [self.items[at] for at in found]

    def at(self, offset: int) -> list[Item]:
        """The items that cover ``offset``, the shortest first."""
        found: list[int] = []
        self._collect(0, len(self.items), offset, offset + 1, found)
        return [self.items[at] for at in sorted(found, key=lambda at: len(self._spans[at]))]

    def _collect(self, low: int, high: int, start: int, end: int, found: list[int]) -> None:
        if low >= high:
            return
        middle = (low + high) // 2
        if self._furthest[middle] <= start:
            return
        self._collect(low, middle, start, end, found)
        span = self._spans[middle]
        if span.start < end:
            if span.end > start:
                found.append(middle)
            self._collect(middle + 1, high, start, end, found)


def lanes(ranges: Sequence[range]) -> list[int]:
    """A lane (from 0) for each range of rows, so that no two in one lane share a row.

    The lowest free lane is taken, by first row, the longer range first.
    """
    given = [0] * len(ranges)
    busy: list[tuple[int, int]] = []  # (row at which it is free again, lane)
    free: list[int] = []
    used = 0
    for at in sorted(range(len(ranges)), key=lambda n: (ranges[n].start, -ranges[n].stop, n)):
        rows = ranges[at]
        while busy and busy[0][0] <= rows.start:
            heappush(free, heappop(busy)[1])
        if free:
            lane = heappop(free)
        else:
            lane = used
            used += 1
        given[at] = lane
        heappush(busy, (rows.stop, lane))
    return given
