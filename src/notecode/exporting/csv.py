"""A frame as CSV that spreadsheets open right and never run.

Comma-separated, UTF-8 with a byte order mark, LF line ends, one header row.
"""

import csv
import io
from collections.abc import Callable
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path
from typing import TextIO

from notecode.exporting.frames import (
    MOST_REMEMBERED,
    Cell,
    Column,
    Frame,
    clean,
    texts_of,
    value_of,
)
from notecode.exporting.writing import Artefact, Said, lines_of
from notecode.text.formulas import is_formula

ENCODING = "utf-8-sig"
PROVENANCE = Column("provenance", "text", "what made the file, and from which codebook")
"""The last column of every CSV file: a file that travels alone says where it comes from."""


def guarded(text: str) -> str:
    """Clean text with an apostrophe before it if a spreadsheet could take it for a formula."""
    return f"'{clean(text)}" if is_formula(text) else clean(text)


def write_csv(frame: Frame, provenance: str, path: Path) -> None:
    """Write the frame with its provenance in the last column, row by row.

    Raises:
        OSError: if the file cannot be written.

    """
    with path.open("w", encoding=ENCODING, newline="") as file:
        _write_rows(frame, provenance, file)


def csv_text(frame: Frame, provenance: str) -> str:
    """The same as text, without the byte order mark."""
    buffer = io.StringIO(newline="")
    _write_rows(frame, provenance, buffer)
    return buffer.getvalue()


def csv_artefact(frame: Frame, provenance: str) -> Artefact:
    """The frame as a file to be written by itself."""
    said = Said(f"{frame.name}.csv", lambda: chain(texts_of(frame), lines_of(provenance)))
    return Artefact(
        name=f"{frame.name}.csv",
        says=(said,),
        write=lambda path: write_csv(frame, provenance, path),
    )


def _write_rows(frame: Frame, provenance: str, file: TextIO) -> None:
    shown = [_shown(column) for column in frame.columns]
    said = guarded(provenance)
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([guarded(column.name) for column in (*frame.columns, PROVENANCE)])
    for row in frame.read():
        writer.writerow([*(show(cell) for show, cell in zip(shown, row, strict=True)), said])


def _shown(column: Column) -> Callable[[Cell], Cell]:
    """How a cell of the column is written; what few words repeat is guarded once."""
    if column.kind not in ("text", "level"):
        return partial(value_of, column)

    @lru_cache(MOST_REMEMBERED)
    def text(cell: Cell) -> str:
        value = value_of(column, cell)
        return "" if value is None else guarded(str(value))

    return text
