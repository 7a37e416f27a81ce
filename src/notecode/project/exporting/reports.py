"""A report as a table of an export: searched like everything that leaves the project."""

from pathlib import Path

from notecode import __version__
from notecode.analysing.report import Report
from notecode.anonymising.vault import Vault
from notecode.errors import UsageError
from notecode.exporting import write_all
from notecode.exporting.csv import csv_artefact
from notecode.project.exporting.frames import report_frame, report_line
from notecode.project.exporting.searched import searched_for
from notecode.project.gate import open_gate, words_of_the_project
from notecode.project.project import Project, current_codebook, now
from notecode.store import facts


def export_report(
    project: Project,
    report: Report,
    *,
    people: Path | None = None,
    vault: Vault | None = None,
    unsearched: bool = False,
) -> Path:
    """Write a report into the exports directory as CSV, readable by its owner alone.

    Raises:
        UsageError: if there is nothing to search it for names with, and ``unsearched`` is not
            said; the file then says that it was not.
        LeakError: if an identifier stands in it; nothing was written.
        WriteError: if the file cannot be written; what was there before is unharmed.

    """
    if people is None and vault is None and not unsearched:
        raise UsageError(
            "there is nothing to search the file for names with",
            hint="Give --people PEOPLE, or open the vault. To write it unsearched, say"
            " --unsearched: the file then says so.",
        )
    with project.database() as db:
        words = words_of_the_project(db, current_codebook(project, db))
        headings = [text for column in report.columns for text in (column.name, column.meaning)]
        gate = open_gate(db, people, vault, [*words, *headings])
        facts.log_event(db, "export", f"to be written: {report.name}, {report.shown} rows", now())
    unsought = searched_for(project, people, vault).unsought
    line = report_line(report, __version__, unsearched=unsought)
    file = csv_artefact(report_frame(report), line)
    (written,) = write_all(project.exports, (file,), gate, owner_only=True)
    return written
