"""What the three readers share: table and layout of a file, its distinct rows, its dates."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from notecode.errors import InputError, Problem
from notecode.importing.columns import STRONG, is_numbered_note, squash
from notecode.importing.dates import read_date_column
from notecode.importing.layout import Proposal, known_headers_of, missing_headers, propose_layout
from notecode.importing.problems import ProblemLog, name_rows
from notecode.importing.rows import Row
from notecode.importing.tables import Table, read_table
from notecode.importing.undecided import both_ways, likely_header
from notecode.settings import Kind, Layout

REQUIRED: Mapping[Kind, tuple[str, ...]] = {
    "notes": ("case", "text"),
    "people": ("case",),
    "cases": ("case",),
}
"""Fields without which nothing can be imported."""
_WORDS = {"case": "a case id", "text": "the note's text"}


def open_table(
    path: Path, kind: Kind, layout: Layout | None, remembered: Layout | None = None
) -> tuple[Table, Proposal]:
    """Read a file's table and settle its layout.

    Headers that are only ``remembered`` and not there are warned of; others are proposed.

    Raises:
        InputError: there is no table, a column that the layout names is not there, or a column
            that is needed cannot be found.

    """
    said = layout or Layout()
    before = remembered or Layout()
    table = read_table(path, before.overlaid_by(said))
    proposal = propose_layout(table, kind, said, before)
    open_ones = {name: h for name, h in before.columns.items() if name not in said.columns}
    missing = missing_headers(table, kind, open_ones, proposal)
    table = replace(table, problems=(*table.problems, *missing))
    _require(table, kind, proposal)
    return table, proposal


def distinct_rows(table: Table, log: ProblemLog) -> tuple[list[Row], int]:
    """The table's rows without exact repeats, which are reported, and how many those were."""
    if not table.rows:
        log.add("the file has no rows: there is a header and no row below it", row=table.header_row)
    first: dict[tuple[str, ...], Row] = {}
    repeats = []
    for row in table.rows:
        cells = tuple(row.cells)
        if cells in first:
            repeats.append(row.number)
        else:
            first[cells] = row
    if repeats:
        log.warn(f"the same in every cell as an earlier row, left out: {name_rows(repeats)}")
    return list(first.values()), len(repeats)


def dates_of(
    rows: Sequence[Row], proposal: Proposal, name: str, log: ProblemLog
) -> Sequence[date | None]:
    """The dates of the field's column, row by row; None throughout if there is no column."""
    header = proposal.header(name)
    if header is None:
        return [None] * len(rows)
    return read_date_column(
        [proposal.cell(row, name) for row in rows],
        [row.number for row in rows],
        header,
        log,
        proposal.layout.date_order,
        birth=name == "dob",
    )


def _require(table: Table, kind: Kind, proposal: Proposal) -> None:
    lacking = [name for name in REQUIRED[kind] if not proposal.has(name)]
    if not lacking:
        return
    numbered = [h for h in table.headers if is_numbered_note(squash(h))]
    if "text" in lacking and len(numbered) > 1:
        raise InputError(
            f"the notes stand side by side in {len(numbered)} numbered columns, one row a case",
            where=table.file,
            hint=f"the columns are {', '.join(numbered)}. Export one note a row, or move them "
            "below each other, with the case id and a date on every row",
        )
    problems = [
        Problem(
            file=table.file,
            row=table.header_row,
            message=f"no column is found for {_WORDS.get(name, name)}: looked for headers such as "
            f"{', '.join(STRONG[kind][name].split()[:6])}",
            hint=known_headers_of(table),
        )
        for name in lacking
    ]
    ways = [both_ways(kind, name, likely_header(table, proposal, name)) for name in lacking]
    raise InputError(
        f"the {kind} cannot be read: {' and '.join(lacking)} not found",
        problems=[*problems, *table.problems],
        where=table.file,
        hint=f"say it: {'; '.join(ways)}",
    )
