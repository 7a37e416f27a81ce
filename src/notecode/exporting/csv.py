"""A frame as CSV that spreadsheets open right and never run.

Comma-separated, UTF-8 with a byte order mark, LF line ends, one header row.
"""

import csv
import io

from notecode.exporting.frames import Cell, Frame, clean, rows_of
from notecode.exporting.writing import Artefact

ENCODING = "utf-8-sig"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula (or, at the start, hide one)."""


def guarded(text: str) -> str:
    """Clean text with an apostrophe before it if a spreadsheet could take it for a formula."""
    starts = text.startswith(FORMULA_STARTS) or text.lstrip().startswith(FORMULA_STARTS)
    return f"'{clean(text)}" if starts else clean(text)


def csv_text(frame: Frame) -> str:
    """The frame as CSV, without the byte order mark."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow([guarded(column.name) for column in frame.columns])
    writer.writerows([_cell(cell) for cell in row] for row in frame.rows)
    return buffer.getvalue()


def _cell(cell: Cell) -> str:
    """A cell as CSV text: numbers as they are, text guarded, None empty."""
    if cell is None:
        return ""
    return guarded(cell) if isinstance(cell, str) else str(cell)


def csv_artefact(frame: Frame) -> Artefact:
    """The frame as a file to be written."""
    text = csv_text(frame)
    return Artefact(
        name=f"{frame.name}.csv",
        text=text,
        encode=lambda: text.encode(ENCODING),
        parts=lambda: rows_of(frame),
    )
