"""The codebook's table as CSV and XLSX, written and read."""

import csv
import io
import logging
import zipfile

from notecode.errors import InputError
from notecode.exchanging.rows import COLUMNS, codebook_rows
from notecode.model import Codebook
from notecode.text.spreadsheets import (
    CSV_ENCODING,
    clean,
    is_formula,
    unguarded,
    write_csv_rows,
)

_log = logging.getLogger(__name__)

_WINDOWS = "cp1252"
_DELIMITERS = (",", ";", "\t")


def codebook_csv(book: Codebook) -> bytes:
    """The table as CSV: commas, UTF-8 with a byte order mark, as spreadsheets open it right.

    An apostrophe stands before what a spreadsheet would take for a formula.
    """
    buffer = io.StringIO(newline="")
    write_csv_rows([COLUMNS, *codebook_rows(book)], buffer)
    return buffer.getvalue().encode(CSV_ENCODING)


def read_csv(content: bytes, file: str) -> list[list[str]]:
    """The rows of a CSV file; commas, semicolons or tabs part its cells.

    It is UTF-8, or else what Excel calls CSV on Windows, which is told.

    Raises:
        InputError: if it is neither, or no CSV.

    """
    text = _decoded(content, file)
    head = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise InputError(f"no CSV: {error}", where=file, hint="Save it as CSV again.") from None
    return [[unguarded(cell) for cell in row] for row in rows]


def _decoded(content: bytes, file: str) -> str:
    try:
        return content.decode(CSV_ENCODING)
    except UnicodeDecodeError as error:
        at = error.start + 1
    try:
        # What UTF-16 begins with are letters in Windows-1252, and its zeros are in no text.
        text = content.decode(_WINDOWS) if b"\0" not in content else ""
    except UnicodeDecodeError:
        text = ""
    if not text:
        raise InputError(f"not UTF-8 text (byte {at})", where=file, hint="Save it as CSV UTF-8.")
    _log.warning("%s is not UTF-8: it was read as Windows text, as Excel saves it", file)
    return text


def codebook_xlsx(book: Codebook) -> bytes:
    """The table as a workbook of one sheet; every cell is text, whatever it begins with."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Codebook")
    sheet.freeze_panes = "A2"
    for at, name in enumerate(COLUMNS, 1):
        wide = name in {"definition", "use_when", "not_when", "example", "aliases"}
        sheet.column_dimensions[get_column_letter(at)].width = 48 if wide else 18
    for number, row in enumerate([COLUMNS, *codebook_rows(book)]):
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, value=clean(text))
            cell.data_type = "s"
            cell.quotePrefix = is_formula(text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=number == 0)
            cells.append(cell if text else None)
        sheet.append(cells)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def read_xlsx(content: bytes, file: str) -> list[list[str]]:
    """The rows of a workbook's first sheet, as text.

    Raises:
        InputError: if it is no workbook.

    """
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = workbook.worksheets[0]
        rows = [["" if cell is None else str(cell) for cell in row] for row in sheet.values]
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, IndexError):
        raise InputError(
            "no workbook that can be read", where=file, hint="Save it as .xlsx or CSV again."
        ) from None
    return rows
