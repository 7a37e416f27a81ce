"""The unit cursor: what is selected, and how moving, widening and extending change it. Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import Literal

from notecode.model import Span
from notecode.text import units
from notecode.text.wrapping import Layout

Level = Literal["word", "clause", "sentence", "paragraph"]
Direction = Literal[-1, 1]

LEVELS: tuple[Level, ...] = ("word", "clause", "sentence", "paragraph")
_UNITS_OF: dict[Level, Callable[[str], list[Span]]] = {
    "word": units.words,
    "clause": units.clauses,
    "sentence": units.sentences,
    "paragraph": units.paragraphs,
}


class Units:
    """The units of one text, each level worked out when first asked for."""

    def __init__(self, text: str) -> None:
        """Keep the text; nothing is split yet."""
        self._text = text
        self._known: dict[Level, tuple[list[Span], list[int], list[int]]] = {}

    def _of(self, level: Level) -> tuple[list[Span], list[int], list[int]]:
        if level not in self._known:
            spans = _UNITS_OF[level](self._text)
            self._known[level] = (spans, [s.start for s in spans], [s.end for s in spans])
        return self._known[level]

    def nearest(self, level: Level, offset: int) -> Span | None:
        """The unit that holds ``offset``, else the next one, else the last; None if none."""
        spans, _, ends = self._of(level)
        if not spans:
            return None
        return spans[min(bisect_right(ends, offset), len(spans) - 1)]

    def after(self, level: Level, offset: int) -> Span | None:
        """The first unit that begins at ``offset`` or later."""
        spans, starts, _ = self._of(level)
        at = bisect_left(starts, offset)
        return spans[at] if at < len(spans) else None

    def before(self, level: Level, offset: int) -> Span | None:
        """The last unit that ends at ``offset`` or earlier."""
        spans, _, ends = self._of(level)
        at = bisect_right(ends, offset) - 1
        return spans[at] if at >= 0 else None


class Cursor:
    """A unit of the text, and perhaps a mark from which the selection extends to it.

    ``unit`` is None only where the text has no unit at all (blank). ``focus`` is the offset that
    widening and narrowing turn about. A ``sticky`` mark survives plain moves. An end that ``hold``
    holds is never passed by the other; ``stopped`` says that the last move ended there.
    """

    def __init__(self, text: str, level: Level = "sentence") -> None:
        """Start at the first unit of the text."""
        self.units = Units(text)
        self.level: Level = level
        self.unit: Span | None = self.units.nearest(level, 0)
        self.focus = self.unit.start if self.unit else 0
        self.mark: Span | None = None
        self.sticky = False
        self.stopped = False
        self._held = False
        self._end_moves = True  # where the held and the moving end are one unit
        self._goal: int | None = None
        self._looking = False  # at a place of the unit that is not its beginning

    @property
    def selection(self) -> Span | None:
        """What a code would be applied to: the unit, or all from the mark to it."""
        if self.unit is None or self.mark is None:
            return self.unit
        return Span(min(self.mark.start, self.unit.start), max(self.mark.end, self.unit.end))

    @property
    def end_moves(self) -> bool:
        """Whether it is the end of the selection that moves, and not its beginning."""
        if self.unit is None or self.mark is None or self.unit == self.mark:
            return self._end_moves
        return self.unit.end >= self.mark.end

    def select(self, span: Span) -> None:
        """Select exactly ``span``, whatever its size; one looks on at a place of it."""
        self._looking = self._looking and self.mark is None and self.unit == span
        self.unit = span
        self.focus = self.focus if self._looking else span.start
        self.mark, self.sticky, self._goal = None, False, None
        self.stopped = self._held = False

    def place(self, offset: int, level: Level | None = None) -> None:
        """Select the unit at ``offset``, of another level if one is given."""
        self.level = level or self.level
        if (unit := self.units.nearest(self.level, offset)) is not None:
            self.select(unit)

    def drag(self, start: int, end: int) -> None:
        """Select the words from one offset to another; the second is the moving end."""
        fixed, moving = self.units.nearest("word", start), self.units.nearest("word", end)
        if fixed and moving:
            self.select(moving)
            self.mark = fixed

    def hold(self, span: Span) -> None:
        """Select ``span`` with its end free to move by words, its start held."""
        first = self.units.nearest("word", span.start)
        last = self.units.before("word", span.end)
        self.level = "word"
        self.select(Span(max(last.start, span.start) if last else span.start, span.end))
        self.mark = Span(span.start, min(first.end, span.end) if first else span.end)
        self.sticky, self._end_moves, self._held = True, True, True

    def move(self, direction: Direction, *, extend: bool = False) -> None:
        """To the next or previous unit of this level."""
        if self.unit is None:
            return
        self._keep_mark(extend)
        found = self._rest_of_unit(direction)
        if found is None and direction > 0:
            found = self.units.after(self.level, self.unit.end)
        elif found is None:
            found = self.units.before(self.level, self.unit.start)
            if found is None and self.unit.start > 0:
                found = self.units.nearest(self.level, 0)
        if found is not None:
            self._go(found)
        else:
            self.stopped = self._held and self.end_moves == (direction < 0)

    def _rest_of_unit(self, direction: Direction) -> Span | None:
        """The unit in which the moving end of a selection stands, if it moves outward."""
        if self.unit is None or self.mark is None:
            return None
        if direction > 0:
            edge, outward = self.unit.end, self.unit.end >= self.mark.end
        else:
            edge, outward = self.unit.start, self.unit.start <= self.mark.start
        unit = self.units.nearest(self.level, edge)
        return unit if outward and unit and unit.start < edge < unit.end else None

    def nudge(self, direction: Direction, layout: Layout) -> None:
        """Move the moving end of the selection by one character or tag; one is left at least."""
        selection = self.selection
        if self.unit is None or self.mark is None or selection is None:
            return
        ends = self._end_moves = self.end_moves
        edge = selection.end if ends else selection.start
        beside = edge if direction > 0 else edge - 1
        if not 0 <= beside < len(layout.text):
            return
        crossed = units.tag_around(layout.text, beside) or _character(layout, beside)
        edge = crossed.end if direction > 0 else crossed.start
        start, end = (selection.start, edge) if ends else (edge, selection.end)
        self.stopped = start >= end
        if not self.stopped:
            first, last = _character(layout, start), _character(layout, end - 1)
            self.mark, self.unit = (first, last) if ends else (last, first)
            self.focus, self._goal = self.unit.start, None

    def pull(self, offset: int) -> None:
        """Bring the end of the selection that is nearer to ``offset`` to the unit there."""
        selection = self.selection
        if selection is None or self.unit is None or self.mark is None:
            return
        if self.end_moves != (offset - selection.start > selection.end - offset):
            self.swap_ends()
        self.move_to(offset)

    def go_to(self, offset: int) -> None:
        """As ``move_to``, with the focus on just this place of the unit."""
        self.move_to(offset)
        if self.unit is not None and self.unit.start <= offset < self.unit.end:
            self.focus = offset

    def move_rows(self, layout: Layout, rows: int, *, extend: bool = False) -> None:
        """To the unit that stands ``rows`` rows below (above if negative), or the nearest."""
        if self.unit is None or not rows:
            return
        self._keep_mark(extend)
        goal = layout.cell_at(self.focus)[1] if self._goal is None else self._goal
        direction = 1 if rows > 0 else -1
        edge = self.unit.end - 1 if rows > 0 else self.unit.start
        row = min(max(layout.row_at(edge) + rows, 0), len(layout.rows) - 1)
        if abs(rows) > 1:
            row = min(max(layout.row_at(self.focus) + rows, 0), len(layout.rows) - 1)
        found = None
        while 0 <= row < len(layout.rows) and found is None:
            near = self.units.nearest(self.level, layout.offset_at(row, goal))
            if near and (near.start - self.unit.start) * direction > 0:
                found = near
            row += direction
        if found is not None:
            self._go(found)
            self._goal = goal

    def look_at(self, offset: int) -> None:
        """Keep what is selected, and put the focus on this place of the unit."""
        if self.unit is not None and self.unit.start <= offset < self.unit.end:
            self.focus, self._goal, self._looking = offset, None, True

    def move_to(self, offset: int) -> None:
        """To the unit at ``offset``, extending if there is a sticky mark."""
        self._keep_mark(extend=False)
        if (unit := self.units.nearest(self.level, offset)) is not None:
            self._go(unit)

    def resize_unit(self, step: Direction) -> bool:
        """Widen (1) or narrow (-1) the unit; False if there is no such unit."""
        levels = LEVELS[::step]
        beyond = levels[levels.index(self.level) + 1 :]
        if self.unit != self.units.nearest(self.level, self.focus):
            beyond = tuple(level for level in levels if self._goes_on(level, step))
        unit = self.units.nearest(beyond[0], self.focus) if beyond else None
        if unit is None:
            return False
        self.level, self.unit, self._goal = beyond[0], unit, None
        if not self.sticky:
            self.mark = None
        return True

    def _goes_on(self, level: Level, step: Direction) -> bool:
        """Whether the unit at the focus is wider (1) or narrower (-1) than what is selected."""
        unit = self.units.nearest(level, self.focus)
        if unit is None or self.unit is None or unit == self.unit:
            return False
        inner, outer = (self.unit, unit) if step > 0 else (unit, self.unit)
        return outer.start <= inner.start and inner.end <= outer.end

    def set_mark(self) -> None:
        """Hold the unit, so that plain moves extend from it."""
        self.mark, self.sticky = self.unit, True

    def clear(self) -> None:
        """Drop the mark, and select the unit of this level at the focus."""
        self.mark, self.sticky = None, False
        unit = self.units.nearest(self.level, self.focus)
        if unit is not None:
            self.select(unit)

    def swap_ends(self) -> bool:
        """Make the held end of the selection the moving one; False if no end is held."""
        if self.mark is None or self.unit is None:
            return False
        if self.mark == self.unit:
            self._end_moves = not self._end_moves
        self.mark, self.unit = self.unit, self.mark
        self.focus, self._goal, self.stopped = self.unit.start, None, False
        return True

    def _keep_mark(self, extend: bool) -> None:
        if extend and self.mark is None:
            self.mark = self.unit
        elif not extend and not self.sticky:
            self.mark = None

    def _go(self, unit: Span) -> None:
        ends = self._end_moves = self.end_moves
        if self._held and self.mark is not None:
            passed = unit.end <= self.mark.start if ends else unit.start >= self.mark.end
            self.stopped = passed
            if passed:
                return
        self.unit, self.focus, self._goal = unit, unit.start, None
        self._looking = False


def _character(layout: Layout, offset: int) -> Span:
    return layout.cluster_span(offset) or Span(offset, offset + 1)
