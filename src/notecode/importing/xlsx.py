"""A workbook -> rows of text: one sheet, with what is hidden in it said."""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from notecode.errors import InputError
from notecode.importing.headers import find_header
from notecode.importing.problems import ProblemLog
from notecode.importing.rows import Records, Row
from notecode.settings import Layout

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

# What openpyxl raises over damaged parts: its classes take whatever the XML says.
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, SyntaxError),
    *(TypeError, ValueError, LookupError, AttributeError, ArithmeticError),
)
_PEEKED = 60
_ZEROS = re.compile(r"0+")
_COLUMN = re.compile(rb"<(?:\w+:)?col\b[^>]*>")
_ATTRIBUTE = re.compile(rb"\b(min|max|hidden)\s*=\s*[\"'](\w+)[\"']")
_MOST_COLUMNS = 16_384


def read_workbook(data: bytes, layout: Layout, file: str) -> Records:
    """Every row of the sheet that holds the table, as text; dates in ISO form.

    Raises:
        InputError: the workbook is damaged, or has no sheet that was asked for or that holds
            anything.

    """
    import openpyxl

    log = ProblemLog(file)
    try:
        # openpyxl's own warnings quote cells.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            try:
                place = _choose_sheet(book, layout, log)
                rows = list(_rows(book.worksheets[place]))
                hidden = _hidden_columns(data, place)
                title = str(book.worksheets[place].title)
            finally:
                book.close()
    except _DAMAGE as error:
        # What the library says may quote a cell, so it is not passed on.
        raise InputError(
            f"the workbook is damaged ({type(error).__name__})",
            where=file,
            hint="open it in Excel and save it again, or export it again",
        ) from None
    return Records(rows=rows, problems=list(log.all()), sheet=title, hidden=hidden)


def _choose_sheet(book: "Workbook", layout: Layout, log: ProblemLog) -> int:
    """The sheet asked for by name or number, else the first one shown that has a header row."""
    sheets = book.worksheets
    if layout.sheet:
        named = [n for n, sheet in enumerate(sheets) if sheet.title == layout.sheet]
        numbered = [n for n in range(len(sheets)) if str(n + 1) == layout.sheet]
        if not named and not numbered:
            raise InputError(
                f"the workbook has no sheet {layout.sheet!r}",
                where=log.file,
                hint=f"it has {len(sheets)}: say its name, or its number from 1",
            )
        return (named or numbered)[0]
    shown = [n for n, sheet in enumerate(sheets) if sheet.sheet_state == "visible"]
    wanted = [header for headers in layout.columns.values() for header in headers]
    peeked = {n: _peek(sheets[n]) for n in shown}
    filled = {n: rows for n, rows in peeked.items() if any(row.filled for row in rows)}
    tables = [n for n, rows in filled.items() if find_header(rows, wanted) is not None]
    chosen = next(iter(tables or filled), None)
    if chosen is None:
        raise InputError("no sheet of the workbook holds anything", where=log.file)
    _report_other_sheets(log, chosen, [n for n in filled if n != chosen], len(sheets) - len(shown))
    return chosen


def _report_other_sheets(log: ProblemLog, chosen: int, others: list[int], hidden: int) -> None:
    """Say what is not read, by number: the name of a sheet may be a person's."""
    if others:
        log.warn(
            f"sheet {chosen + 1} is read; sheet {', '.join(str(n + 1) for n in others)} "
            f'is not (sheet = "{others[0] + 1}" in notecode.toml chooses another)'
        )
    if hidden:
        log.warn(f"{hidden} hidden sheet(s) are not read; they may hold identifiable data")


def _peek(sheet: Any) -> list[Row]:
    rows = []
    for row in _rows(sheet):
        rows.append(row)
        if len(rows) == _PEEKED:
            break
    return rows


def _rows(sheet: Any) -> Iterator[Row]:
    # The extent that a file states is often wrong.
    sheet.reset_dimensions()
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        yield Row(number, tuple(_cell_text(cell) for cell in cells))


def _cell_text(cell: Any) -> str:
    value = cell.value
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number_text(value, cell.number_format)
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return str(value)


def _number_text(value: float, number_format: str) -> str:
    """The number as it is shown: whole ones without a point, ids with their leading zeros."""
    if value != int(value):
        return repr(value)
    text = str(int(value))
    return text.zfill(len(number_format)) if _ZEROS.fullmatch(number_format or "") else text


def _hidden_columns(data: bytes, place: int) -> frozenset[int]:
    """Places of the sheet's hidden columns; reading row by row, openpyxl does not tell them."""
    from openpyxl.packaging.relationship import get_dependents
    from openpyxl.xml.constants import REL_NS, SHEET_MAIN_NS
    from openpyxl.xml.functions import fromstring

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = fromstring(archive.read("xl/workbook.xml")).findall(f".//{{{SHEET_MAIN_NS}}}sheet")
        targets = {
            link.Id: link.target for link in get_dependents(archive, "xl/_rels/workbook.xml.rels")
        }
        paths = [targets[sheet.get(f"{{{REL_NS}}}id")] for sheet in sheets]
        worksheets = [path for path in paths if "/worksheets/" in f"/{path}"]
        with archive.open(worksheets[place]) as part:
            head = part.read(262_144).partition(b"sheetData")[0]
    hidden: set[int] = set()
    for element in _COLUMN.findall(head):
        said = dict(_ATTRIBUTE.findall(element))
        if said.get(b"hidden") in (b"1", b"true"):
            last = min(int(said[b"max"]), _MOST_COLUMNS)
            hidden.update(range(int(said[b"min"]) - 1, last))
    return frozenset(hidden)
