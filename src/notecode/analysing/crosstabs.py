"""Tables of cases by two things, whose cells are held against every total that is stated."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from notecode.errors import InputError, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossTable:
    """Cases by row and column; ``cells`` has one tuple for each row.

    Raises:
        InputError: the cells do not add up to ``total``, with the sums; or there is a negative
            number, or a row of another length.

    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]
    total: int

    def __post_init__(self) -> None:
        problems = sum_problems("table", self.rows, self.columns, self.cells, total=self.total)
        if problems:
            raise InputError("the cells of a table do not add up", problems=problems)

    @property
    def row_totals(self) -> tuple[int, ...]:
        """Cases of each row."""
        return tuple(sum(row) for row in self.cells)

    @property
    def column_totals(self) -> tuple[int, ...]:
        """Cases of each column."""
        return tuple(sum(column) for column in zip(*self.cells, strict=True))

    def filled(self) -> "CrossTable":
        """The table without the rows and columns that hold no case."""
        rows = [place for place, count in enumerate(self.row_totals) if count]
        columns = [place for place, count in enumerate(self.column_totals) if count]
        return CrossTable(
            rows=tuple(self.rows[row] for row in rows),
            columns=tuple(self.columns[column] for column in columns),
            cells=tuple(tuple(self.cells[row][column] for column in columns) for row in rows),
            total=self.total,
        )


def crosstab(
    pairs: Iterable[tuple[str, str]], rows: Sequence[str], columns: Sequence[str], total: int
) -> CrossTable:
    """The table of these pairs of row and column; ``total`` is how many there have to be."""
    places = {name: place for place, name in enumerate(rows)}
    across = {name: place for place, name in enumerate(columns)}
    cells = [[0] * len(columns) for _ in rows]
    for row, column in pairs:
        cells[places[row]][across[column]] += 1
    return CrossTable(
        rows=tuple(rows),
        columns=tuple(columns),
        cells=tuple(tuple(row) for row in cells),
        total=total,
    )


def sum_problems(
    where: str,
    rows: Sequence[str],
    columns: Sequence[str],
    cells: Sequence[Sequence[int]],
    *,
    total: int | None = None,
    row_totals: Sequence[int | None] = (),
    column_totals: Sequence[int | None] = (),
) -> list[Problem]:
    """Every stated total that is not the sum of its cells; None is a total that is not stated."""
    if len(cells) != len(rows) or any(len(row) != len(columns) for row in cells):
        return [Problem(file=where, message="its rows are not of one length")]
    found = [
        (f"row {name!r}", sum(row), stated)
        for name, row, stated in zip(rows, cells, row_totals or [None] * len(rows), strict=True)
    ]
    found += [
        (f"column {name!r}", sum(row[at] for row in cells), stated)
        for at, (name, stated) in enumerate(
            zip(columns, column_totals or [None] * len(columns), strict=True)
        )
    ]
    found.append(("the whole table", sum(map(sum, cells)), total))
    problems = [
        Problem(file=where, message=f"{name}: the cells add up to {summed:,}, stated is {stated:,}")
        for name, summed, stated in found
        if stated is not None and stated != summed
    ]
    negative = [
        f"row {name!r}" for name, row in zip(rows, cells, strict=True) if any(n < 0 for n in row)
    ]
    problems += [Problem(file=where, message=f"{name} has a negative number") for name in negative]
    return problems
