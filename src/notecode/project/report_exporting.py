"""A report as a table of an export: searched like everything that leaves the project."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from notecode import __version__
from notecode.analysing.report import Report
from notecode.anonymising.vault import Vault
from notecode.errors import UsageError
from notecode.exporting import write_all
from notecode.exporting.csv import csv_artefact
from notecode.importing import read_people
from notecode.model import Codebook
from notecode.project.gate import ExportGate, Wanted, wanted_of
from notecode.project.let_stand import words_let_stand
from notecode.project.project import Project, current_codebook, now
from notecode.project.report_frames import report_frame, report_line
from notecode.project.vault_state import has_vault
from notecode.store import facts
from notecode.store.connection import Database
from notecode.store.masked_notes import load_given, note_ids_by_case
from notecode.store.notes import load_cases
from notecode.store.references import coders


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
    rosters = tuple(read_people(people).rosters.values()) if people else ()
    missing = ["originals of the vault"] if has_vault(project) and not vault else []
    missing += ["names of people"] if people is None and vault is None else []
    with project.database() as db:
        wanted = Wanted()
        if vault:
            wanted = wanted_of(vault, db, _stated(report, db, current_codebook(project, db)))
        wanted = replace(
            wanted,
            rosters=(*rosters, *wanted.rosters),
            given=load_given(db),
            let_stand=words_let_stand(db),
        )
        gate = ExportGate(wanted, tuple(coders(db)))
        facts.log_event(db, "export", f"to be written: {report.name}, {report.shown} rows", now())
    line = report_line(report, __version__, unsearched=" and ".join(missing))
    file = csv_artefact(report_frame(report), line)
    (written,) = write_all(project.exports, (file,), gate, owner_only=True)
    return written


def _stated(report: Report, db: Database, codebook: Codebook) -> Iterable[str]:
    """What a report says by itself: ids, sites, the words of the codebook and its own headings."""
    for ids in note_ids_by_case(db).values():
        yield from ids
    for case in load_cases(db):
        yield from (case.id, case.site)
    for code in codebook.codes:
        yield from (code.id, code.label)
    for agency in codebook.agencies:
        yield from (agency.id, agency.label)
    for column in report.columns:
        yield from (column.name, column.meaning)
