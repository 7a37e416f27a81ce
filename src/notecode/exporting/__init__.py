"""Exporting: what leaves the project, as tables in several formats, each with its base.

Values in, files out: the project fills an ``ExportData`` from its store, and ``export_all``
writes every file or none, after a gate has searched all text that is about to be written.
"""

from notecode.exporting.cases import dates_left_out
from notecode.exporting.catalogue import (
    DICTIONARY,
    FILES,
    FORMATS,
    GROUPS,
    README,
    USUAL_FORMATS,
    WORKBOOK,
    ExportFile,
    Format,
    Selection,
    strays,
)
from notecode.exporting.counts import COUNT_TABLES
from notecode.exporting.datapackage import PACKAGE
from notecode.exporting.export import artefacts, export_all
from notecode.exporting.frames import Group
from notecode.exporting.placing import (
    REPORT,
    check_place,
    files_there,
    less_withheld,
    place,
    telling_what_stays,
)
from notecode.exporting.suppression import can_join, hidden_rows, without
from notecode.exporting.values import (
    AuditLine,
    CodedIn,
    Coverage,
    ExportData,
    ExportTable,
    Provenance,
    ReferenceRow,
    reference_row,
)
from notecode.exporting.writing import Artefact, Gate, Said, text_artefact, write_all

__all__ = [
    "COUNT_TABLES",
    "DICTIONARY",
    "FILES",
    "FORMATS",
    "GROUPS",
    "PACKAGE",
    "README",
    "REPORT",
    "USUAL_FORMATS",
    "WORKBOOK",
    "Artefact",
    "AuditLine",
    "CodedIn",
    "Coverage",
    "ExportData",
    "ExportFile",
    "ExportTable",
    "Format",
    "Gate",
    "Group",
    "Provenance",
    "ReferenceRow",
    "Said",
    "Selection",
    "artefacts",
    "can_join",
    "check_place",
    "dates_left_out",
    "export_all",
    "files_there",
    "hidden_rows",
    "less_withheld",
    "place",
    "reference_row",
    "strays",
    "telling_what_stays",
    "text_artefact",
    "without",
    "write_all",
]
