"""A report as a frame: the same rows as a CSV file has them, with where they come from."""

from notecode.analysing.report import DIGEST_SHOWN, Report
from notecode.exporting.csv import csv_text
from notecode.exporting.frames import Column, Frame, Kind, column_names

_KINDS: dict[str, Kind] = {"text": "text", "integer": "integer", "share": "share", "ratio": "share"}


def report_csv(report: Report, version: str) -> str:
    """The report as CSV."""
    return csv_text(report_frame(report, version))


def report_frame(report: Report, version: str, *, unsearched: str = "") -> Frame:
    """The report with its provenance as a last column.

    ``unsearched`` is what it could have been searched for before it was written and was not.
    """
    names = column_names("", [column.name for column in report.columns])
    base = report.base
    line = ["SYNTHETIC DATA"] if base.synthetic else []
    line += [f"notecode {version}", f"codebook {base.codebook[:DIGEST_SHOWN]}"]
    line += [f"coding of {base.coder}"] if base.coder else []
    line += [f"only {base.filters}"] if base.filters else []
    line += [f"base: {base.line}"]
    line += [f"NOT SEARCHED FOR: {unsearched}"] if unsearched else []
    frame = Frame(
        name=report.name,
        sheet=report.name,
        row_is=report.row_is,
        columns=tuple(
            Column(name, _KINDS[column.kind], column.meaning, column.empty or "never empty")
            for name, column in zip(names, report.columns, strict=True)
        ),
        rows=report.rows,
    )
    return frame.with_provenance("; ".join(line))
