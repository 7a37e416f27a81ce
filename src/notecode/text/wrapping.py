"""A text wrapped to a width: rows, and the way from an offset to a cell and back."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from notecode.model import Span
from notecode.text.grid import Line, lines

# Blank when drawn, and a line may break after them; not the no-break spaces.
_SPACES = frozenset(
    " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the wrapped text: clusters ``[first, last)`` of one line.

    ``start`` and ``end`` are code points of the whole text, the newline left out. Rows follow
    each other without a gap but for newlines. Spaces at which the text was wrapped stay at the
    end of their row, where they may reach past the width.
    """

    line: int
    first: int
    last: int
    start: int
    end: int


class Layout:
    """A text on a grid ``width`` cells wide."""

    def __init__(self, text: str, width: int) -> None:
        """Wrap ``text``; ``width`` is at least 2, so that a wide character has its place."""
        self.text = text
        self.lines = lines(text)
        self.width = 0
        self.rows: tuple[Row, ...] = ()
        self._starts: list[int] = []
        self.wrap(width)

    def wrap(self, width: int) -> None:
        """Wrap again to another width, without splitting the text into clusters again."""
        self.width = max(width, 2)
        rows: list[Row] = []
        for number, line in enumerate(self.lines):
            stops = _stops(self.text, line, self.width)
            rows += (
                Row(number, first, last, line.starts[first], line.starts[last])
                for first, last in pairwise(stops)
            )
        self.rows = tuple(rows)
        self._starts = [row.start for row in rows]

    def row_at(self, offset: int) -> int:
        """The row that holds ``offset``; a newline belongs to the row that it ends."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def cell_at(self, offset: int) -> tuple[int, int]:
        """Row and cell at which the cluster that holds ``offset`` begins."""
        number = self.row_at(offset)
        row = self.rows[number]
        line = self.lines[row.line]
        cluster = min(max(line.cluster_at(offset), row.first), row.last)
        return number, line.edges[cluster] - line.edges[row.first]

    def offset_at(self, row: int, cell: int) -> int:
        """The start of the cluster drawn at ``cell`` of ``row``.

        Outside the text the nearest cluster counts; a row without any gives its start.
        """
        found = self.rows[min(max(row, 0), len(self.rows) - 1)]
        if found.first == found.last:
            return found.start
        line = self.lines[found.line]
        cluster = bisect_right(line.edges, line.edges[found.first] + max(cell, 0)) - 1
        return line.starts[min(max(cluster, found.first), found.last - 1)]

    def cluster_span(self, offset: int) -> Span | None:
        """The cluster that holds ``offset``, or None at a newline and at the end."""
        line = self.lines[self.rows[self.row_at(offset)].line]
        cluster = line.cluster_at(offset)
        if cluster >= len(line):
            return None
        return Span(line.starts[cluster], line.starts[cluster + 1])

    def drawn(self, row: int, start: int, end: int) -> str:
        """What to draw for the clusters of ``row`` that begin in ``[start, end)``."""
        found = self.rows[row]
        line = self.lines[found.line]
        first = max(_first_from(line, start), found.first)
        last = min(_first_from(line, end), found.last)
        return "".join(line.drawn[first:last])

    def rows_of(self, span: Span) -> range:
        """The rows on which ``span`` is drawn."""
        return range(self.row_at(span.start), self.row_at(span.end - 1) + 1)


def _first_from(line: Line, offset: int) -> int:
    """The first cluster that begins at ``offset`` or later."""
    cluster = line.cluster_at(offset)
    return cluster + 1 if cluster < len(line) and line.starts[cluster] < offset else cluster


def _stops(text: str, line: Line, width: int) -> list[int]:
    """The clusters at which the rows of ``line`` begin, and its end."""
    stops = [0]
    first, count, edges = 0, len(line), line.edges
    while edges[count] - edges[first] > width:
        fits = bisect_right(edges, edges[first] + width) - 1
        last = fits
        while last < count and text[line.starts[last]] in _SPACES:
            last += 1
        if last == fits:
            last = _back_to_break(text, line, first, fits)
        if last == count:
            break
        stops.append(last)
        first = last
    stops.append(count)
    return stops


def _back_to_break(text: str, line: Line, first: int, fits: int) -> int:
    """The last place from ``fits`` back at which the line may break; ``fits`` if none."""
    for at in range(fits, first, -1):
        if text[line.starts[at - 1]] in _SPACES or _is_wide(line, at - 1) or _is_wide(line, at):
            return at
    return max(fits, first + 1)


def _is_wide(line: Line, cluster: int) -> bool:
    return line.edges[cluster + 1] - line.edges[cluster] == 2 and line.drawn[cluster] != "  "
