"""The workbook: a read-me sheet and the frames, with text that stays text.

The same frames make the same bytes: no clock is read, the parts of the file carry a fixed date,
and the workbook states when the project was last changed as the time of its making.
"""

import errno
import os
import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from notecode.exporting.frames import Cell, Frame, Kind
from notecode.text.spreadsheets import clean

if TYPE_CHECKING:
    from openpyxl import Workbook

LONGEST_CELL = 32_767
"""What a cell holds at most, in UTF-16 units."""
MOST_ROWS = 1_048_576
LEAST_FREE = 1 << 20
"""Bytes; a disk with fewer is full for all that matters here."""
HEAD_ROWS = 2
"""The caption and the header."""
DATELESS = "1980-01-01T00:00:00+00:00"
FIXED_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a ZIP archive can hold."""
WIDEST_COLUMN = 60
ROWS_MEASURED = 200
NUMBER_FORMATS: dict[Kind, str] = {
    "integer": "#,##0",
    "number": "#,##0.##",
    "share": "0.0%",
    "flag": "0",
}
README_SHEET = "Read me"


def fitted(text: str) -> str:
    """Clean text that fits a cell; what is cut ends in a mark that says so."""
    text = clean(text)
    if _units(text) <= LONGEST_CELL:
        return text
    mark = f" [CUT: {len(text):,} characters do not fit a cell; the CSV file has all of them]"
    room = LONGEST_CELL - len(mark)
    kept = text.encode("utf-16-le")[: 2 * room].decode("utf-16-le", errors="ignore")
    return kept + mark


def _units(text: str) -> int:
    """The text's length as Excel counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def _rows(frame: Frame) -> Iterator[tuple[Cell, ...]]:
    """The rows as the workbook holds them, cut with a mark if too many."""
    room = MOST_ROWS - HEAD_ROWS
    rows = iter(frame.read())
    yield from islice(rows, room - 1)
    last = list(islice(rows, 2))
    if len(last) < 2:
        yield from last
    else:
        yield (f"[CUT: {room:,} rows fit a sheet; {frame.name}.csv has all of them]",)


def write_workbook(
    readme: Sequence[tuple[str, str]],
    frames: Sequence[Frame],
    path: Path,
    *,
    title: str,
    as_of: str,
) -> None:
    """Write the workbook: ``readme`` (pairs of heading and text) first, then a sheet a frame.

    ``as_of`` is the time of its making that it states, in ISO 8601, or "".

    Raises:
        OSError: if the file cannot be written.

    """
    from openpyxl import Workbook

    draft = path.with_name(f"{path.name}.draft")
    with _temporary_files_in(path.parent), _told_by_the_system(path.parent):
        book = Workbook(write_only=True)
        book.properties.title = fitted(title)
        book.properties.creator = "notecode"
        _add_readme(book, readme)
        for frame in frames:
            _add_frame(book, frame)
        book.save(draft)
    _date_parts(draft, path, made=as_of or DATELESS)
    draft.unlink()


@contextmanager
def _told_by_the_system(directory: Path) -> Iterator[None]:
    """Turn what lxml says of a disk that takes nothing more into the system's own error.

    openpyxl writes by lxml where that is installed.

    Raises:
        OSError: in place of lxml's error.

    """
    try:
        from lxml.etree import SerialisationError
    except ImportError:
        yield
        return
    try:
        yield
    except SerialisationError as error:
        full = shutil.disk_usage(directory).free < LEAST_FREE
        code = errno.ENOSPC if full else errno.EIO
        raise OSError(code, os.strerror(code), str(directory)) from error


@contextmanager
def _temporary_files_in(directory: Path) -> Iterator[None]:
    """Have openpyxl keep its drafts of sheets where the workbook goes, not in a shared folder."""
    before, tempfile.tempdir = tempfile.tempdir, str(directory)
    try:
        yield
    finally:
        tempfile.tempdir = before


def _text_cell(sheet: Any, text: str, *, bold: bool = False, wrapped: bool = False) -> Any:
    """A cell that is text whatever it begins with, also after somebody edits it."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
    if bold:
        cell.font = Font(bold=True)
    if wrapped:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _number_cells(sheet: Any, frame: Frame) -> list[Any]:
    """For each column of numbers one cell in its format, to be filled again row by row."""
    from openpyxl.cell import WriteOnlyCell

    cells = []
    for column in frame.columns:
        cell = None
        if column.kind in NUMBER_FORMATS:
            cell = WriteOnlyCell(sheet)
            cell.number_format = NUMBER_FORMATS[column.kind]
        cells.append(cell)
    return cells


def _add_readme(book: "Workbook", readme: Sequence[tuple[str, str]]) -> None:
    """The first sheet: what this is, and what its numbers mean."""
    sheet = book.create_sheet(README_SHEET)
    sheet.column_dimensions["A"].width = 28
    sheet.column_dimensions["B"].width = 100
    for heading, text in readme:
        sheet.append(
            [
                _text_cell(sheet, fitted(heading), bold=True, wrapped=True),
                _text_cell(sheet, fitted(text), wrapped=True),
            ]
        )


def _add_frame(book: "Workbook", frame: Frame) -> None:
    """One sheet: what it shows and its base, then the frozen header row, then the rows."""
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(_sheet_title(frame.sheet, book.sheetnames))
    sheet.freeze_panes = f"A{HEAD_ROWS + 1}"
    sheet.print_title_rows = f"1:{HEAD_ROWS}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    last = get_column_letter(max(1, len(frame.columns)))
    sheet.auto_filter.ref = f"A{HEAD_ROWS}:{last}{HEAD_ROWS}"
    sampled = list(islice(frame.read(), ROWS_MEASURED))
    for at, column in enumerate(frame.columns):
        texts = [column.heading, *(str(row[at]) for row in sampled)]
        longest = max(len(line) for text in texts for line in text.split("\n"))
        sheet.column_dimensions[get_column_letter(at + 1)].width = min(longest + 2, WIDEST_COLUMN)
    sheet.append([_text_cell(sheet, fitted(caption(frame)))])
    headings = [fitted(column.heading) for column in frame.columns]
    sheet.append([_text_cell(sheet, text, bold=True, wrapped=True) for text in headings])
    numbers = _number_cells(sheet, frame)
    for row in _rows(frame):
        sheet.append([_cell(sheet, cell, at) for cell, at in zip(row, numbers, strict=False)])


def caption(frame: Frame) -> str:
    """What stands above a sheet's header: what one row is, and the base."""
    first = f"One row is {frame.row_is}."
    return f"{first} {frame.base}" if frame.base else first


def _cell(sheet: Any, cell: Cell, number: Any) -> Any:
    """A cell of a frame as openpyxl takes it; plain text goes as it is, for speed."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, str):
        text = fitted(cell)
        return _text_cell(sheet, text) if text.startswith(_MISTAKABLE) else text
    number.value = cell
    return number


_MISTAKABLE = ("=", "+", "-", "@", "#")
"""What openpyxl takes for a formula or an error value, or Excel for a formula when edited."""


def _sheet_title(wanted: str, taken: Sequence[str]) -> str:
    """A sheet's title that is not taken; Excel does not tell letter cases apart."""
    used = {title.casefold() for title in taken}
    title, copy = wanted, 1
    while title.casefold() in used:
        copy += 1
        title = f"{wanted[:27]} {copy}"
    return title


def _date_parts(draft: Path, path: Path, *, made: str) -> None:
    """The same workbook with every date of its making replaced by a given or a fixed one."""
    moment = datetime.fromisoformat(made).astimezone(UTC)
    stamp = f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode("ascii")
    with (
        zipfile.ZipFile(draft) as source,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, date_time=FIXED_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            if name == "docProps/core.xml":
                target.writestr(entry, _MADE.sub(rb"\g<1>" + stamp, source.read(name)))
                continue
            entry.file_size = source.getinfo(name).file_size
            with source.open(name) as old, target.open(entry, "w") as new:
                shutil.copyfileobj(old, new)


_MADE = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
