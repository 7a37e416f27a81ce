"""Writing what the analysis team gets: tables, workbook, codebook, data dictionary."""

from collections import Counter
from pathlib import Path

from notecode import __version__
from notecode.counting import definitions
from notecode.exporting import (
    COUNT_TABLES,
    ExportData,
    ExportTable,
    Provenance,
    export_all,
    reference_row,
)
from notecode.importing import read_people
from notecode.model import Codebook, CountSpec
from notecode.project.counting import count_in, whose_coding
from notecode.project.gate import ExportGate
from notecode.project.project import Project, current_codebook, now
from notecode.store import facts, references
from notecode.store import notes as stored_notes
from notecode.store.connection import Database


def export(
    project: Project,
    *,
    coder: str = "",
    people: Path | None = None,
    quotations: bool = False,
) -> tuple[Path, ...]:
    """Write all tables into the project's exports directory; returns the files.

    Everything is searched before it is written: with a people file for every name in it.

    Raises:
        UsageError: if several have coded and none was named.
        LeakError: if an identifier stands in what would be written; nothing was written.
        WriteError: if a file cannot be written; what was there before is unharmed.

    """
    rosters = list(read_people(people).rosters.values()) if people else []
    with project.database() as db:
        codebook = current_codebook(project, db)
        data = _collect(db, project, codebook, whose_coding(db, coder), quotations=quotations)
        # Before the files, not after: an export that was written must stand in the log.
        facts.log_event(db, "export", f"to be written: {len(data.references)} references", now())
    return export_all(data, project.exports, ExportGate(rosters, data.provenance.coders))


def _collect(
    db: Database, project: Project, codebook: Codebook, coder: str, *, quotations: bool
) -> ExportData:
    cases = {case.id: case for case in stored_notes.load_cases(db)}
    notes = {note.id: note for note in stored_notes.load_notes(db)}
    coded = references.load_references(db, coder)
    tables = [
        count_in(db, codebook, CountSpec(by=by, coder=coder, roll_up="descendants"))
        for by in COUNT_TABLES
    ]
    return ExportData(
        provenance=Provenance(
            project=project.settings.title or project.directory.name,
            version=__version__,
            codebook_title=codebook.title,
            codebook_digest=codebook.digest,
            coders=(coder,) if coder else tuple(references.coders(db)),
            coder=coder,
            cases=len(cases),
            notes=len(notes),
            references=len(coded),
            synthetic=facts.load_fact(db, facts.SYNTHETIC) == "yes",
        ),
        codebook=codebook,
        cases=tuple(cases.values()),
        case_values=tuple(stored_notes.load_case_values(db)),
        notes_by_case=Counter(note.case_id for note in notes.values()),
        references=tuple(
            reference_row(
                r, notes[r.note_id], cases[notes[r.note_id].case_id], quotation=quotations
            )
            for r in coded
        ),
        tables=tuple(ExportTable(table=table, definitions=definitions(table)) for table in tables),
        quotations=quotations,
    )
