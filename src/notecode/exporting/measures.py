"""The measures that not every table has, as columns: words, references per case, intervals."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from notecode.exporting.frames import Cell, Column
from notecode.model import WHOLE, Count, CountTable, PerCase

UNDEFINED = "undefined: there is no case to divide by"
SPREADS = {
    "per_case_with_any": "references per case, over the cases with at least one",
    "per_case_of_all": "references per case, over all cases of case_base",
}
STATISTICS = ("mean", "median", "least", "most")
INTERVALS: Mapping[str, tuple[str, str]] = {
    "references": ("references", "references"),
    "share": ("share_of_references", "references"),
    "cases": ("cases", "cases"),
    "share_of_cases": ("share_of_cases", "cases"),
    "mean_with": ("per_case_with_any_mean", "per_case"),
    "median_with": ("per_case_with_any_median", "per_case"),
    "mean_all": ("per_case_of_all_mean", "per_case"),
    "median_all": ("per_case_of_all_median", "per_case"),
}
"""Each interval, the column that it is of, and the measure without which there is no column."""

Read = Callable[[Count], Cell]


def more_columns(tables: Sequence[CountTable]) -> tuple[Column, ...]:
    """The columns of every measure that any of the tables has beside the usual ones."""
    return tuple(column for column, _ in _all(tables))


def more_cells(table: CountTable, columns: Iterable[Column]) -> Callable[[Count], list[Cell]]:
    """How a row of the table fills those columns; empty where the table did not ask for them."""
    reads = {column.name: read for column, read in _all([table])}
    wanted = [reads.get(column.name) for column in columns]
    return lambda row: [read(row) if read else None for read in wanted]


def _all(tables: Sequence[CountTable]) -> list[tuple[Column, Read]]:
    asked = {measure for table in tables for measure in table.spec.measures}
    found: list[tuple[Column, Read]] = []
    if asked & {"share_of_row", "share_of_column"}:
        totals = {row.keys: row.references for table in tables for row in table.totals}
        found += [_whole_share("row", totals, tables[0]), _whole_share("column", totals, tables[0])]
    if "words" in asked:
        meaning = "words of which any character lies in a coded passage of the row, each once"
        found.append((Column("words", "integer", meaning), lambda row: row.words))
    if "characters" in asked:
        meaning = "characters that lie in a coded passage of the row, each once"
        found.append((Column("characters", "integer", meaning), lambda row: row.characters))
    if "per_case" in asked:
        found += [_spread(name, what) for name in SPREADS for what in STATISTICS]
    if any(table.spec.resamples for table in tables):
        for name, (of, measure) in INTERVALS.items():
            if measure != "per_case" or "per_case" in asked:
                found += _interval(name, of)
    return found


def _whole_share(
    which: str, totals: Mapping[tuple[str, ...], int], table: CountTable
) -> tuple[Column, Read]:
    """The references as a fraction of those of a row, or of a column, of a cross-table."""
    meaning = f"references as a fraction of those of the cross-table's {which}, each once"
    column = Column(f"share_of_{which}", "share", meaning, "undefined: there are none")

    down = table.spec.down or (len(table.spec.by) + 1) // 2
    across = len(table.spec.by) - down

    def read(row: Count) -> Cell:
        of_row = (*row.keys[:down], *[WHOLE] * across)
        of_column = (*[WHOLE] * down, *row.keys[down:])
        base = totals.get(of_row if which == "row" else of_column, 0)
        return round(row.references / base, 6) if base else None

    return column, read


def _spread(name: str, what: str) -> tuple[Column, Read]:
    column = Column(f"{name}_{what}", "number", f"{what} of {SPREADS[name]}", UNDEFINED)

    def read(row: Count) -> Cell:
        spread: PerCase | None = row.per_case_with if "with" in name else row.per_case_all
        value: Cell = getattr(spread, what) if spread else None
        return round(value, 6) if isinstance(value, float) else value

    return column, read


def _interval(name: str, of: str) -> list[tuple[Column, Read]]:
    """The ends of one interval, and why there is none."""

    def end(which: str, row: Count) -> Cell:
        value: Cell = getattr(row.intervals[name], which) if name in row.intervals else None
        return round(value, 6) if isinstance(value, float) else value

    meanings = (
        ("low", "lower end of its 95% bootstrap interval", "undefined, see the reason"),
        ("high", "upper end of its 95% bootstrap interval", "undefined, see the reason"),
    )
    columns: list[tuple[Column, Read]] = [
        (Column(f"{of}_{which}", "number", f"{of}: {meaning}", empty), partial(end, which))
        for which, meaning, empty in meanings
    ]
    said = Column(f"{of}_reason", "text", f"{of}: why there is no interval", "there is one")
    columns.append((said, lambda row: _reason(row, name)))
    return columns


def _reason(row: Count, name: str) -> Cell:
    if name in row.intervals:
        return row.intervals[name].reason or None
    return "nothing is recorded, so no resample of these cases can differ"
