"""A table of cases that stands in a file, such as a published one: read, and its sums checked."""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

from notecode.analysing.crosstabs import CrossTable, sum_problems
from notecode.analysing.outcomes import (
    Comparison,
    Transition,
    Variable,
    compare,
    transition,
)
from notecode.errors import InputError, Problem
from notecode.model import AttributeType

MOST_CASES = 100_000
"""A table of more cases than this is no table of a study's cases."""

_TOTAL = frozenset(("total", "totals", "all", "sum", "n"))
_COUNT = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)\s*(?:\([^)]*\))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedTable:
    """A table whose cells add up to each total that it states; ``stated`` is how many it does."""

    table: CrossTable
    corner: str
    stated: int


def read_published_table(path: Path) -> PublishedTable:
    """Read a CSV file: labels in its first row and column, cases in the cells.

    A last row or column that is headed "total" is held against the sums of the others. A cell may
    be followed by a percentage in brackets, which is not read.

    Raises:
        InputError: the file cannot be read, a cell is no whole number, or the cells do not add up
            to a stated total, with every sum.

    """
    header, *body = _lines(path)
    if len(header) < 2 or not body:
        raise InputError(
            "this is no table: it needs a row of headings and a column of labels",
            where=path.name,
            hint="for example\n  ,none,high,total\n  with,4,2,6\n  without,7,9,16",
        )
    counts = _counts(path.name, header, body)
    totals_below = body[-1][0].strip().casefold() in _TOTAL
    totals_beside = header[-1].strip().casefold() in _TOTAL
    rows = tuple(line[0].strip() for line in (body[:-1] if totals_below else body))
    columns = tuple(name.strip() for name in (header[1:-1] if totals_beside else header[1:]))
    cells = tuple(tuple(row[: len(columns)]) for row in counts[: len(rows)])
    beside = [row[-1] for row in counts[: len(rows)]] if totals_beside else []
    below = counts[-1][: len(columns)] if totals_below else []
    whole = counts[-1][-1] if totals_below and totals_beside else None
    problems = sum_problems(
        path.name, rows, columns, cells, total=whole, row_totals=beside, column_totals=below
    )
    problems += [
        Problem(file=path.name, message=f"its {kind} need two different labels at least, each once")
        for kind, names in (("rows", rows), ("columns", columns))
        if len(set(names)) < max(len(names), 2)
    ]
    total = sum(map(sum, cells))
    if total > MOST_CASES:
        message = f"it counts {total:,} cases; more than {MOST_CASES:,} are not tested"
        problems.append(Problem(file=path.name, message=message))
    if problems:
        raise InputError(
            "the table is refused", problems=problems, hint="Look at the source of its figures."
        )
    return PublishedTable(
        table=CrossTable(rows=rows, columns=columns, cells=cells, total=total),
        corner=header[0].strip(),
        stated=len(beside) + len(below) + (whole is not None),
    )


def compare_rows(published: PublishedTable, *, ordered: bool = False) -> Comparison:
    """The table as groups (rows) and an outcome (columns), tested as one from the database is.

    ``ordered``: rows and columns stand in order, the least first.
    """
    by, outcome = _variables(published, "ordered" if ordered else "category")
    return compare(outcome, by)


def compare_stages(published: PublishedTable) -> Transition:
    """The table as one assessment at two stages: rows before, columns after, levels in order.

    Raises:
        InputError: rows and columns are not the same levels.

    """
    table = published.table
    if table.rows != table.columns:
        raise InputError(
            "rows and columns are not the same levels in the same order",
            hint="Rows are the levels before, columns those after.",
        )
    before, after = _variables(published, "ordered")
    return transition(
        published.corner or "the table",
        before,
        after,
        stages=("before", "after"),
        cases=before.values,
    )


def _variables(published: PublishedTable, type_: AttributeType) -> tuple[Variable, Variable]:
    """One case for each that the table counts, with its row and its column."""
    table = published.table
    rows: dict[str, str | float] = {}
    columns: dict[str, str | float] = {}
    for row, cells in zip(table.rows, table.cells, strict=True):
        for column, count in zip(table.columns, cells, strict=True):
            for _ in range(count):
                case = str(len(rows))
                rows[case], columns[case] = row, column
    return (
        Variable(name="rows", type=type_, levels=table.rows, values=rows, unknown={}),
        Variable(name="columns", type=type_, levels=table.columns, values=columns, unknown={}),
    )


def _lines(path: Path) -> list[list[str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = [line for line in csv.reader(file) if any(cell.strip() for cell in line)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not CSV in UTF-8"
        raise InputError(f"the table cannot be read: {reason}", where=str(path)) from error
    return lines or [[]]


def _counts(file: str, header: list[str], body: list[list[str]]) -> list[list[int]]:
    problems = []
    counts = []
    for number, line in enumerate(body, start=2):
        if len(line) != len(header):
            message = f"it has {len(line)} cells, the headings {len(header)}"
            problems.append(Problem(file=file, row=number, message=message))
            continue
        found = [_COUNT.fullmatch(cell.strip()) for cell in line[1:]]
        problems += [
            Problem(file=file, row=number, column=heading, message="this is no number of cases")
            for heading, match in zip(header[1:], found, strict=True)
            if match is None
        ]
        counts.append([int(match[1].replace(",", "")) if match else 0 for match in found])
    if problems:
        raise InputError("the table cannot be read", problems=problems, where=file)
    return counts
