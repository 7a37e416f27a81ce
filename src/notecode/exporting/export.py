"""One export: all files of a project's references and counts, searched and put in place."""

from collections.abc import Sequence
from pathlib import Path

from notecode.exporting.catalogue import (
    README,
    dictionary_frame,
    frames,
    readme_text,
    shared_definitions,
)
from notecode.exporting.csv import csv_artefact
from notecode.exporting.frames import Frame
from notecode.exporting.values import ExportData
from notecode.exporting.writing import Artefact, Gate, lines_of, write_all
from notecode.exporting.xlsx import workbook_artefact


def export_all(data: ExportData, directory: Path, gate: Gate) -> tuple[Path, ...]:
    """Write the whole export into ``directory``; returns the files in the order of the read-me.

    The gate is called with every file before any is written. Files with quotations are readable
    by their owner alone.

    Raises:
        WriteError: if a file cannot be written; nothing has changed then.
        LeakError: if the gate refuses; nothing has been written then.

    """
    return write_all(directory, artefacts(data), gate, owner_only=data.quotations)


def artefacts(data: ExportData) -> tuple[Artefact, ...]:
    """Every file of the export, ready to be searched and written."""
    line = data.provenance.line
    plain = [frame.with_provenance(line) for frame in frames(data)]
    dictionary = dictionary_frame(plain).with_provenance(line)
    listed = [dictionary, *plain]
    text = readme_text(data, plain)
    readme = Artefact(
        name=README, text=text, encode=lambda: text.encode("utf-8"), parts=lambda: lines_of(text)
    )
    crossed = frames(data, crossed=True)
    described = dictionary_frame(crossed, sheets=True)
    workbook = workbook_artefact(
        _readme_rows(data, [*crossed, described]),
        [*crossed, described],
        title=data.provenance.project,
    )
    return (readme, *map(csv_artefact, listed), workbook)


def _readme_rows(data: ExportData, sheets: Sequence[Frame]) -> list[tuple[str, str]]:
    """The workbook's first sheet: provenance, definitions, sheets."""
    rows = list(data.provenance.fields)
    rows += shared_definitions(data.tables)
    rows += [(f"Sheet: {frame.sheet}", f"One row is {frame.row_is}.") for frame in sheets]
    return rows
