"""A report as a frame: the same rows as a CSV file has them, with where they come from."""

from notecode import __version__
from notecode.analysing.report import DIGEST_SHOWN, Report
from notecode.counting import definitions
from notecode.exporting import ExportTable
from notecode.exporting.counts import query_frame
from notecode.exporting.csv import csv_text
from notecode.exporting.frames import Column, Frame, Kind, column_names, fixed
from notecode.model import Codebook
from notecode.project.exporting.doubtful import said_of_doubts
from notecode.project.exporting.searched import searched_for
from notecode.project.project import Project
from notecode.project.tables import NamedTable

_KINDS: dict[str, Kind] = {"text": "text", "integer": "integer", "share": "share", "ratio": "share"}


def table_frame(table: NamedTable, codebook: Codebook) -> Frame:
    """A table of counts as an export has it."""
    found = ExportTable(table=table.table, definitions=definitions(table.table), name=table.name)
    return query_frame(codebook, found)


def table_csv(project: Project, table: NamedTable, codebook: Codebook, *, synthetic: bool) -> str:
    """A table of counts as CSV, for somebody's own terminal: it is searched for nothing."""
    line = table_line(table, synthetic=synthetic, unsearched=searched_for(project).unsought)
    return csv_text(table_frame(table, codebook), line)


def table_line(table: NamedTable, *, synthetic: bool, unsearched: str) -> str:
    """Where a table comes from, in one line; its base stands in its columns."""
    spec, digest = table.table.spec, table.table.codebook_digest[:DIGEST_SHOWN]
    line = ["SYNTHETIC DATA"] if synthetic else []
    line += [f"notecode {__version__}", f"codebook {digest}"]
    line += [f"coding of {spec.coder}"] if spec.coder else []
    line += [f"NOT SEARCHED FOR: {unsearched}"] if unsearched else []
    return "; ".join(line)


def report_csv(report: Report, version: str, *, unsearched: str) -> str:
    """The report as CSV; ``unsearched`` as in ``report_line``."""
    return csv_text(report_frame(report), report_line(report, version, unsearched=unsearched))


def report_line(report: Report, version: str, *, unsearched: str = "") -> str:
    """Where the report comes from, in one line.

    ``unsearched`` is what it could have been searched for before it was written and was not. How
    many flags nobody has decided on in what it quotes is said too.
    """
    base = report.base
    line = ["SYNTHETIC DATA"] if base.synthetic else []
    line += [f"notecode {version}", f"codebook {base.codebook[:DIGEST_SHOWN]}"]
    line += [f"coding of {base.coder}"] if base.coder else []
    line += [f"only {base.filters}"] if base.filters else []
    line += [base.named]
    line += [said] if (said := said_of_doubts(report.doubts)) else []
    line += [f"NOT SEARCHED FOR: {unsearched}"] if unsearched else []
    return "; ".join(line)


def report_frame(report: Report) -> Frame:
    """The report's rows and columns."""
    names = column_names("", [column.name for column in report.columns])
    return Frame(
        name=report.name,
        sheet=report.name,
        group="report",
        row_is=report.row_is,
        columns=tuple(
            Column(name, _KINDS[column.kind], column.meaning, column.empty or "never empty")
            for name, column in zip(names, report.columns, strict=True)
        ),
        read=fixed(report.rows),
    )
