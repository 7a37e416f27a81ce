"""A frame as Parquet: typed columns, levels as ordered dictionaries, provenance in the schema."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from notecode.exporting.frames import Cell, Column, Frame, value_of
from notecode.text.spreadsheets import clean

if TYPE_CHECKING:
    import pyarrow

ROWS_AT_ONCE = 20_000
"""So many rows are in memory together, and make one row group of the file."""


def write_parquet(frame: Frame, provenance: Sequence[tuple[str, str]], path: Path) -> None:
    """Write the frame row group by row group.

    The provenance and the frame's base stand in the metadata of the schema, and each column's
    meaning in that of its field. No clock is read: the same frame makes the same bytes.

    Raises:
        OSError: if the file cannot be written.

    """
    import pyarrow
    from pyarrow import parquet

    schema = _schema(frame, provenance)
    with parquet.ParquetWriter(path, schema, compression="zstd", store_schema=True) as writer:
        for rows in _batches(frame):
            columns = [
                _array(column, field.type, [row[at] for row in rows])
                for at, (column, field) in enumerate(zip(frame.columns, schema, strict=True))
            ]
            writer.write_table(pyarrow.Table.from_arrays(columns, schema=schema))


def _batches(frame: Frame) -> Iterator[list[tuple[Cell, ...]]]:
    rows = iter(frame.read())
    while batch := list(islice(rows, ROWS_AT_ONCE)):
        yield batch


def _schema(frame: Frame, provenance: Sequence[tuple[str, str]]) -> "pyarrow.Schema":
    import pyarrow

    metadata = {name: clean(value) for name, value in provenance}
    metadata |= {"One row is": clean(frame.row_is), "Base": clean(frame.base)}
    return pyarrow.schema(
        [
            pyarrow.field(
                column.name,
                _type(column),
                metadata={"meaning": clean(column.meaning), "empty means": clean(column.empty)},
            )
            for column in frame.columns
        ],
        metadata=metadata,
    )


def _type(column: Column) -> "pyarrow.DataType":
    import pyarrow

    if column.kind == "level":
        return pyarrow.dictionary(pyarrow.int32(), pyarrow.string(), ordered=column.ordered)
    if column.kind == "integer":
        return pyarrow.int64()
    if column.kind == "flag":
        return pyarrow.int8()
    return pyarrow.string() if column.kind == "text" else pyarrow.float64()


def _array(column: Column, type_: Any, cells: Sequence[Cell]) -> "pyarrow.Array[Any]":
    """One column of a row group; a word in a column of numbers is no number."""
    import pyarrow

    if column.kind == "level":
        place = {level: at for at, level in enumerate((*column.levels, *column.also))}
        values = [value_of(column, cell) for cell in cells]
        codes = [None if value is None else place[str(value)] for value in values]
        levels = [clean(level) for level in place]
        return pyarrow.DictionaryArray.from_arrays(
            pyarrow.array(codes, pyarrow.int32()),
            pyarrow.array(levels, pyarrow.string()),
            ordered=column.ordered,
        )
    if column.kind == "text":
        return pyarrow.array([clean(c) if isinstance(c, str) else c for c in cells], type_)
    return pyarrow.array([None if isinstance(cell, str) else cell for cell in cells], type_)
