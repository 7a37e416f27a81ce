"""The workbook: a read-me sheet and the frames, with text that stays text.

The same frames make the same bytes: no clock is read, and the parts of the file carry a fixed
date.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from notecode.exporting.catalogue import WORKBOOK
from notecode.exporting.frames import Cell, Frame, Kind, clean, rows_of
from notecode.exporting.writing import Artefact

if TYPE_CHECKING:
    from openpyxl import Workbook

LONGEST_CELL = 32_767
"""What a cell holds at most, in UTF-16 units."""
MOST_ROWS = 1_048_576
FIXED_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a ZIP archive can hold."""
WIDEST_COLUMN = 60
ROWS_MEASURED = 200
NUMBER_FORMATS: dict[Kind, str] = {"integer": "#,##0", "share": "0.0%", "flag": "0"}
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


def _fitted_cell(cell: Cell) -> Cell:
    """The cell as the workbook holds it."""
    return fitted(cell) if isinstance(cell, str) else cell


def _rows(frame: Frame) -> Iterator[tuple[Cell, ...]]:
    """The header and the rows as the workbook holds them, cut with a mark if too many."""
    yield tuple(fitted(column.name) for column in frame.columns)
    room = MOST_ROWS - 1
    cut = len(frame.rows) > room
    for row in frame.rows[: room - 1] if cut else frame.rows:
        yield tuple(map(_fitted_cell, row))
    if cut:
        yield (
            f"[CUT: {len(frame.rows):,} rows do not fit a sheet; {frame.name}.csv has them all]",
        )


def workbook_artefact(
    readme: Sequence[tuple[str, str]], frames: Sequence[Frame], *, title: str
) -> Artefact:
    """The workbook as a file to be written, ``readme`` (pairs of heading and text) first."""
    texts = [title, *(cell for pair in readme for cell in pair)]
    for frame in frames:
        texts.append(frame.sheet)
        texts += [str(cell) for row in _rows(frame) for cell in row if cell is not None]
    return Artefact(
        name=WORKBOOK,
        text="\n".join(texts),
        encode=lambda: _workbook_bytes(readme, frames, title=title),
        parts=lambda: _parts(readme, frames, title),
    )


def _parts(
    readme: Sequence[tuple[str, str]], frames: Sequence[Frame], title: str
) -> Iterator[tuple[str, str]]:
    """Every cell of the workbook, row by row, and its other texts."""
    yield "title", title
    for number, pair in enumerate(readme, 1):
        yield f"sheet {README_SHEET!r}, row {number}", "\n".join(pair)
    for frame in frames:
        yield "the names of the sheets", frame.sheet
        for place, text in rows_of(frame):
            yield f"sheet {frame.sheet!r}, {place}", text


def _workbook_bytes(
    readme: Sequence[tuple[str, str]], frames: Sequence[Frame], *, title: str
) -> bytes:
    """The workbook's bytes."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.title = fitted(title)
    book.properties.creator = "notecode"
    book.properties.created = book.properties.modified = datetime(*FIXED_DATE[:3])
    _add_readme(book, readme)
    for frame in frames:
        _add_frame(book, frame)
    buffer = io.BytesIO()
    book.save(buffer)
    return _dated(buffer.getvalue())


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
        if column.kind != "text":
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
    """One sheet with a frozen header row."""
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(_sheet_title(frame.sheet, book.sheetnames))
    sheet.freeze_panes = "A2"
    for at, column in enumerate(frame.columns):
        texts = [column.name, *(str(row[at]) for row in frame.rows[:ROWS_MEASURED])]
        longest = max(len(line) for text in texts for line in text.split("\n"))
        sheet.column_dimensions[get_column_letter(at + 1)].width = min(longest + 2, WIDEST_COLUMN)
    numbers = _number_cells(sheet, frame)
    rows = _rows(frame)
    sheet.append([_text_cell(sheet, str(name), bold=True, wrapped=True) for name in next(rows)])
    for row in rows:
        sheet.append([_cell(sheet, cell, at) for cell, at in zip(row, numbers, strict=False)])


def _cell(sheet: Any, cell: Cell, number: Any) -> Any:
    """A cell of a frame as openpyxl takes it; plain text goes as it is, for speed."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, str):
        return _text_cell(sheet, cell) if cell.startswith(_MISTAKABLE) else cell
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


def _dated(workbook: bytes) -> bytes:
    """The same workbook with every date of its making replaced by a fixed one."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook)) as source,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _MADE.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            entry = zipfile.ZipInfo(name, date_time=FIXED_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, content)
    return buffer.getvalue()


_MADE = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
