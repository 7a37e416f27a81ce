"""A file of any of the kinds that exports come in -> ``Table``: headers, rows, problems."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from notecode.errors import InputError, Problem
from notecode.importing.columns import is_known, squash
from notecode.importing.csv import read_delimited
from notecode.importing.filetypes import file_type
from notecode.importing.headers import (
    find_footer,
    find_header,
    header_score,
    is_header,
    is_repeated_header,
    stands_apart,
)
from notecode.importing.problems import ProblemLog, name_rows
from notecode.importing.rows import CELL_LIMIT, Records, Row
from notecode.importing.xlsx import read_workbook
from notecode.settings import Layout

__all__ = ["Row", "Table", "read_table"]


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Table:
    """The table in a file. Every row has as many cells as there are headers, all text.

    ``header_row`` is the header's row in the file; ``is_named`` tells that its cells are surely
    names of columns and no data, so that all of them may be printed. ``encoding``,
    ``delimiter`` and ``sheet`` say how it was read.
    """

    file: str
    headers: tuple[str, ...]
    header_row: int
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()
    is_named: bool = False
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""

    def __repr__(self) -> str:
        return f"Table({self.file!r}, {len(self.headers)} columns, {len(self.rows)} rows hidden)"

    def place(self, header: str) -> int | None:
        """The place of the column so headed, in whatever letter case and spacing, or None."""
        if header in self.headers:
            return self.headers.index(header)
        squashed = squash(header)
        return next((n for n, name in enumerate(self.headers) if squash(name) == squashed), None)

    def cells(self, place: int) -> list[str]:
        """The cells of one column, from the top down."""
        return [row.cells[place] for row in self.rows]


def read_table(path: Path, layout: Layout | None = None) -> Table:
    """Read the table in a CSV, TSV, TXT or XLSX file, by its contents and not by its name.

    Raises:
        InputError: the file is missing, empty, damaged, no table, or has no row that reads like
            a header.

    """
    layout = layout or Layout()
    file = str(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError("there is no such file", where=file) from None
    except OSError as error:
        raise InputError(f"the file cannot be read: {error.strerror}", where=file) from error
    read = read_workbook if file_type(data, file) == "xlsx" else read_delimited
    records = read(data, layout, file)
    log = ProblemLog(file, records.problems)
    return _frame(records, layout, log)


def _frame(records: Records, layout: Layout, log: ProblemLog) -> Table:
    """Cut preamble, blank rows and footer off, and bring every row to the header's width."""
    rows = [row for row in records.rows if row.filled]
    place = _header_place(rows, layout, log)
    headers = _header_names(rows[place], log)
    if place:
        log.warn(f"{place} row(s) above the header are not read")
    below = rows[place + 1 :]
    footer = find_footer(below, len(headers))
    if footer:
        numbers = [row.number for row in below[-footer:]]
        log.warn(f"below the table, not read: {name_rows(numbers)}")
        below = below[:-footer]
    again = [row.number for row in below if is_repeated_header(row, headers)]
    if again:
        log.warn(f"the header once more, not read: {name_rows(again)}")
    repeated = frozenset(again)
    kept = tuple(
        fitted
        for row in below
        if row.number not in repeated and (fitted := _fit(row, headers, records, log)) is not None
    )
    _report_hidden(records, headers, log)
    return Table(
        file=log.file,
        headers=headers,
        header_row=rows[place].number,
        rows=kept,
        problems=log.all(),
        is_named=_is_named(headers, rows[place], below),
        encoding=records.encoding,
        delimiter=records.delimiter,
        sheet=records.sheet,
    )


def _header_place(rows: Sequence[Row], layout: Layout, log: ProblemLog) -> int:
    if not rows:
        raise InputError(
            "there is nothing in the file that can be read", problems=log.all(), where=log.file
        )
    wanted = [header for headers in layout.columns.values() for header in headers]
    if layout.header_row is not None:
        asked = next((n for n, row in enumerate(rows) if row.number == layout.header_row), None)
        if asked is None or not is_header(rows[asked], wanted, rows[asked + 1 :]):
            raise InputError(
                f"row {layout.header_row} is blank or has no name of a column that is known",
                where=log.file,
                hint="correct header_row in notecode.toml, or say what its columns are as well",
            )
        return asked
    place = find_header(rows, wanted)
    if place is None:
        raise InputError(
            "no row names the columns: none reads like a header",
            problems=log.all(),
            where=log.file,
            hint='if one does, say what its columns are: --column case="Header" --column '
            'text="Header" (of the people file: --column people.case="Header"), or in '
            'notecode.toml: [layout.notes] text = "Header"; if none does, add one as row 1',
        )
    return place


def _is_named(headers: Sequence[str], row: Row, below: Sequence[Row]) -> bool:
    known = sum(1 for header in headers if header and is_known(header))
    return known * 2 > sum(map(bool, headers)) or stands_apart(row, below)


def _header_names(row: Row, log: ProblemLog) -> tuple[str, ...]:
    names = [" ".join(cell.split()) for cell in row.cells]
    while names and not names[-1]:
        names.pop()
    for name, count in Counter(names).items():
        if name and count > 1 and header_score(row):
            log.warn(f"{count} columns have this header; the first is used", column=name)
    return tuple(names)


def _fit(row: Row, headers: Sequence[str], records: Records, log: ProblemLog) -> Row | None:
    """The row with as many cells as there are headers, or None if it is broken."""
    width = len(headers)
    cells = row.cells
    if any(cell.strip() for cell in cells[width:]):
        log.add(
            f"more cells than the {width} headers",
            row=row.number,
            line=row.line,
            hint="a delimiter or line break stands in a cell without quotes",
        )
        return None
    if records.delimiter and len(cells) * 2 < width:
        log.add(
            f"fewer than half of the {width} cells",
            row=row.number,
            line=row.line,
            hint="a line break stands in a cell without quotes",
        )
        return None
    if any("\0" in cell for cell in cells):
        log.add(
            "a NUL byte stands in the row",
            row=row.number,
            line=row.line,
            hint="the export is damaged there: export it again",
        )
        return None
    for header, cell in zip(headers, cells, strict=False):
        if len(cell) >= CELL_LIMIT:
            _report_cut(header, cell, row, log)
    return Row(row.number, (*cells[:width], *[""] * (width - len(cells))), row.line)


def _report_cut(header: str, cell: str, row: Row, log: ProblemLog) -> None:
    # Excel counts a carriage return once, which the file writes as seven characters.
    if CELL_LIMIT in (len(cell), len(cell.replace("_x000D_", "\r"))):
        log.add(
            f"exactly {CELL_LIMIT:,} characters, the most that Excel holds: the rest was cut off",
            row=row.number,
            column=header,
            hint="export the note from the system as CSV",
            fatal=False,
        )


def _report_hidden(records: Records, headers: Sequence[str], log: ProblemLog) -> None:
    for place in sorted(records.hidden):
        if place < len(headers) and headers[place]:
            log.warn("the column is hidden in the workbook", column=headers[place])
