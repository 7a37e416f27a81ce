"""Whether a number that is withheld can be worked out from those that are shown."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from notecode.model import Count

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

Cell = frozenset[tuple[str, str]]
"""What is counted together: pairs of dimension and key; the empty one is everything."""

WIDTH = 1.0
"""A number is safe if the values that are possible for it are at least so far apart."""

_SLACK = 1e-6
_ROUNDS = 6
_MEASURES = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A whole and the parts that it consists of.

    ``adds_up`` says of cases, notes and references whether the parts add up to the whole; if not
    they may overlap, and the whole is at most their sum. No part is more than the whole. Without
    ``covered`` that is all that is known: there is more in the whole than these parts.
    """

    whole: Cell
    parts: tuple[Cell, ...]
    adds_up: tuple[bool, bool, bool] = (True, True, True)
    covered: bool = True


def exposed(
    counts: Mapping[Cell, Count],
    lines: Sequence[Line],
    hidden: Collection[Cell],
    small: Collection[Cell],
) -> list[Cell]:
    """The ``small`` cells of which references, cases or notes can be worked out.

    ``counts`` are all cells; those ``hidden`` are withheld, and so are wholes of ``lines`` that
    are not among them, since no table shows them. Sorted.
    """
    if not small:
        return []
    unknown = [cell for cell in counts if cell in hidden]
    known_of = set(counts)
    unknown += dict.fromkeys(line.whole for line in lines if line.whole not in known_of)
    program = _Program(counts, lines, unknown)
    watched = [
        3 * at + measure
        for at, cell in enumerate(unknown)
        if cell in small
        for measure in range(_MEASURES)
    ]
    fixed = program.fixed(watched)
    return sorted({unknown[variable // _MEASURES] for variable in fixed}, key=sorted)


class _Program:
    """How far the unknown numbers can be moved from what they are without being contradicted.

    One variable for each measure of each unknown cell: by how much it differs from the truth.
    All of them 0 is always possible.
    """

    def __init__(
        self, counts: Mapping[Cell, Count], lines: Sequence[Line], unknown: Sequence[Cell]
    ) -> None:
        """Put the equations and inequalities together."""
        self._counts = counts
        self._place = {cell: at for at, cell in enumerate(unknown)}
        self._size = _MEASURES * len(unknown)
        self._equal = _Rows()
        self._most = _Rows()
        for line in lines:
            self._add_line(line)
        for cell in unknown:
            if cell in counts:
                self._add_order(cell)
        self._whole = _numbers(counts[frozenset()])
        self._bounds = [bound for cell in unknown for bound in self._bounds_of(cell)]

    def _variable(self, cell: Cell, measure: int) -> int | None:
        at = self._place.get(cell)
        return None if at is None else _MEASURES * at + measure

    def _add_line(self, line: Line) -> None:
        for measure, adds_up in enumerate(line.adds_up):
            whole = self._variable(line.whole, measure)
            variables = [self._variable(part, measure) for part in line.parts]
            moved = [(variable, 1.0) for variable in variables if variable is not None]
            if not moved and whole is None:
                continue
            gone = [(whole, 1.0)] if whole is not None else []
            if not line.covered:
                pass
            elif adds_up:
                self._equal.add([*moved, *((at, -value) for at, value in gone)], 0.0)
            else:
                overlap = self._overlap(line, measure)
                if overlap is not None:
                    self._most.add([*((at, -value) for at, value in moved), *gone], overlap)
            self._add_parts(line, measure, gone)

    def _overlap(self, line: Line, measure: int) -> int | None:
        """By how much the parts exceed their whole; None if that is not known of all of them."""
        if not all(cell in self._counts for cell in (line.whole, *line.parts)):
            return None
        parts = sum(_numbers(self._counts[part])[measure] for part in line.parts)
        more = parts - _numbers(self._counts[line.whole])[measure]
        return more if more >= 0 else None

    def _add_parts(self, line: Line, measure: int, gone: Sequence[tuple[int, float]]) -> None:
        """No part becomes more than the whole."""
        if line.whole not in self._counts:
            return
        for part in line.parts:
            variable = self._variable(part, measure)
            moved = [(variable, 1.0)] if variable is not None else []
            # A part that is shown says how much a whole that is withheld has at least.
            if (moved or gone) and part in self._counts:
                room = _numbers(self._counts[line.whole])[measure]
                room -= _numbers(self._counts[part])[measure]
                self._most.add([*moved, *((at, -value) for at, value in gone)], room)

    def _add_order(self, cell: Cell) -> None:
        """At least as many notes as cases, and references as notes."""
        numbers = _numbers(self._counts[cell])
        for less in range(_MEASURES - 1):
            low, high = self._variable(cell, less), self._variable(cell, less + 1)
            if low is not None and high is not None:
                self._most.add([(low, 1.0), (high, -1.0)], numbers[less + 1] - numbers[less])

    def _bounds_of(self, cell: Cell) -> Iterator[tuple[float, float]]:
        """0 is always shown, so that what is withheld is 1 at least; nothing exceeds the base.

        Cases do not exceed those that there are, coded or not, where that may be known.
        """
        known = self._counts.get(cell)
        for measure, whole in enumerate(self._whole):
            if known is None:
                yield (-whole, whole)
            else:
                number = _numbers(known)[measure]
                most = min(whole, known.case_base or whole) if measure == 0 else whole
                yield (1 - number, most - number)

    def fixed(self, watched: Sequence[int]) -> list[int]:
        """Those of the watched variables that cannot take values far enough apart."""
        import numpy as np

        low, high = np.zeros(self._size), np.zeros(self._size)
        solve = self._solver()
        # Solutions in arbitrary directions settle most variables at once.
        chance = np.random.default_rng(1)
        for _ in range(_ROUNDS):
            goal = np.zeros(self._size)
            goal[list(watched)] = chance.uniform(-1, 1, len(watched))
            for sign in (1.0, -1.0):
                _widen(solve(sign * goal), low, high)
        found = []
        for variable in watched:
            for sign in (1.0, -1.0):
                if high[variable] - low[variable] < WIDTH - _SLACK:
                    goal = np.zeros(self._size)
                    goal[variable] = sign
                    _widen(solve(goal), low, high)
            if high[variable] - low[variable] < WIDTH - _SLACK:
                found.append(variable)
        return found

    def _solver(self) -> "Callable[[Numbers], Numbers | None]":
        """What finds the possible values that lie farthest against a direction."""
        from scipy.optimize import linprog

        equal, most = self._equal.matrix(self._size), self._most.matrix(self._size)

        def solve(goal: "Numbers") -> "Numbers | None":
            solved = linprog(
                goal,
                A_eq=equal,
                b_eq=self._equal.right or None,
                A_ub=most,
                b_ub=self._most.right or None,
                bounds=self._bounds,
                method="highs",
            )
            found: Numbers | None = solved.x
            return found

        return solve


def _widen(found: "Numbers | None", low: "Numbers", high: "Numbers") -> None:
    """Remember how far a solution lies; where there is none, nothing is taken to be possible."""
    import numpy as np

    if found is not None:
        np.minimum(low, found, out=low)
        np.maximum(high, found, out=high)


class _Rows:
    """The rows of a sparse matrix with their right-hand sides."""

    def __init__(self) -> None:
        self.right: list[float] = []
        self._rows: list[int] = []
        self._columns: list[int] = []
        self._values: list[float] = []

    def add(self, entries: Iterable[tuple[int, float]], right: float) -> None:
        """Add a row."""
        for column, value in entries:
            self._rows.append(len(self.right))
            self._columns.append(column)
            self._values.append(value)
        self.right.append(right)

    def matrix(self, width: int) -> Any:
        """The matrix, or None without rows."""
        from scipy.sparse import csr_array

        if not self.right:
            return None
        entries = (self._values, (self._rows, self._columns))
        return csr_array(entries, shape=(len(self.right), width))


def _numbers(count: Count) -> tuple[int, int, int]:
    """Cases, notes, references: the least first."""
    return (count.cases, count.notes, count.references)
