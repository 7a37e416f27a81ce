"""A frame as CSV that spreadsheets open right and never run, with where it comes from."""

import io
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TextIO

from notecode.exporting.frames import Cell, Column, Frame, texts_of, values_of
from notecode.exporting.writing import Artefact, Said, lines_of
from notecode.text.spreadsheets import (
    CSV_ENCODING,
    columns_of,
    write_csv_columns,
    write_csv_rows,
)

PROVENANCE = Column("provenance", "text", "what made the file, and from which codebook")
"""The last column of every CSV file: a file that travels alone says where it comes from."""


def write_csv(frame: Frame, provenance: str, path: Path) -> None:
    """Write the frame with its provenance in the last column, row by row.

    Raises:
        OSError: if the file cannot be written.

    """
    with path.open("w", encoding=CSV_ENCODING, newline="") as file:
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
    write_csv_rows([[column.name for column in (*frame.columns, PROVENANCE)]], file)
    write_csv_columns(_columns(frame, provenance), file)


def _columns(frame: Frame, provenance: str) -> Iterator[list[Sequence[Cell]]]:
    """The columns, some rows at a time, with a last one of where they come from.

    What only says why there is no value is empty.
    """
    others = [(at, column) for at, column in enumerate(frame.columns) if column.kind != "text"]
    for columns in columns_of(frame.read()):
        for at, column in others:
            columns[at] = values_of(column, columns[at])
        yield [*columns, (provenance,) * len(columns[0])]
