"""Exporting: what leaves the project, as CSV files and one workbook.

Values in, files out: the project fills an ``ExportData`` from its store, and ``export_all``
writes every file or none, after a gate has searched all text that is about to be written.
"""

from notecode.exporting.catalogue import DICTIONARY, FILES, README, WORKBOOK, ExportFile
from notecode.exporting.counts import COUNT_TABLES
from notecode.exporting.export import artefacts, export_all
from notecode.exporting.values import (
    ExportData,
    ExportTable,
    Provenance,
    ReferenceRow,
    reference_row,
)
from notecode.exporting.writing import Artefact, Gate, write_all

__all__ = [
    "COUNT_TABLES",
    "DICTIONARY",
    "FILES",
    "README",
    "WORKBOOK",
    "Artefact",
    "ExportData",
    "ExportFile",
    "ExportTable",
    "Gate",
    "Provenance",
    "ReferenceRow",
    "artefacts",
    "export_all",
    "reference_row",
    "write_all",
]
