"""Writing what the analysis team gets: tables, workbook, codebook, data dictionary."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from notecode import __version__
from notecode.anonymising.vault import Vault
from notecode.counting import definitions
from notecode.errors import UsageError
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
from notecode.project.gate import ExportGate, Wanted, wanted_of
from notecode.project.project import Project, current_codebook, now
from notecode.project.vault_state import has_vault
from notecode.store import facts, references, review
from notecode.store import notes as stored_notes
from notecode.store.connection import Database
from notecode.store.masked_notes import load_given, note_ids_by_case


def export(
    project: Project,
    *,
    coder: str = "",
    people: Path | None = None,
    quotations: bool = False,
    vault: Vault | None = None,
    unsearched: bool = False,
) -> tuple[Path, ...]:
    """Write all tables into the project's exports directory; returns the files.

    Everything is searched before it is written: with a people file for everybody in it, with the
    vault for everybody and all that was replaced. What was searched for stands in the provenance.
    ``unsearched``: quotations may go without a search for names, and every file says so.

    Raises:
        VaultError: if the vault is damaged; nothing was written.
        UsageError: if several have coded and none was named, or if quotations could not be
            searched for names.
        LeakError: if an identifier stands in what would be written; nothing was written.
        WriteError: if a file cannot be written; what was there before is unharmed.

    """
    if quotations and people is None and vault is None and not unsearched:
        raise UsageError(
            "quotations are words of the notes, and there is nothing to search them for names with",
            hint="Give --people PEOPLE, or open the vault. To write them unsearched, say"
            " --unsearched: every file then says so.",
        )
    rosters = tuple(read_people(people).rosters.values()) if people else ()
    with project.database() as db:
        codebook = current_codebook(project, db)
        data = _collect(db, project, codebook, whose_coding(db, coder), quotations=quotations)
        wanted = wanted_of(vault, db, _stated(data, note_ids_by_case(db))) if vault else Wanted()
        given = load_given(db)
        # Before the files, not after: an export that was written must stand in the log.
        facts.log_event(db, "export", f"to be written: {len(data.references)} references", now())
    data = _with_search(data, project, people is not None, vault)
    wanted = replace(wanted, rosters=(*rosters, *wanted.rosters), given=given)
    return export_all(data, project.exports, ExportGate(wanted, data.provenance.coders))


def _with_search(
    data: ExportData, project: Project, has_people: bool, vault: Vault | None
) -> ExportData:
    """The export with a word in its provenance on what it was searched for."""
    searched = ["UK patterns of numbers, postcodes and e-mail addresses"]
    if has_people:
        searched.append("everybody in the people file")
    if vault:
        cases = len(vault.case_ids())
        searched.append(f"everybody and all that was replaced in the {cases} cases of the vault")
    unsearched = ["originals of the vault"] if has_vault(project) and not vault else []
    if data.quotations and not has_people and not vault:
        unsearched.append("names of people")
    provenance = replace(
        data.provenance, searched="; ".join(searched), unsearched=" and ".join(unsearched)
    )
    return replace(data, provenance=provenance)


def _stated(data: ExportData, note_ids: Mapping[str, Iterable[str]]) -> list[str]:
    """What an export says by itself: ids, sites, and the words of the codebook."""
    said = [note_id for ids in note_ids.values() for note_id in ids]
    for case in data.cases:
        said += (case.id, case.site)
    for code in data.codebook.codes:
        said += (code.id, code.label, code.definition, code.use_when, code.not_when, code.example)
    for agency in data.codebook.agencies:
        said += (agency.id, agency.label, *(alias.text for alias in agency.aliases))
    return said


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
            reviewed=review.progress(db).reviewed,
            synthetic=facts.load_fact(db, facts.SYNTHETIC) == "yes",
        ),
        codebook=codebook,
        cases=tuple(cases.values()),
        case_values=tuple(stored_notes.load_case_values(db)),
        notes_by_case=Counter(note.case_id for note in notes.values()),
        references=tuple(
            reference_row(
                r,
                notes[r.note_id],
                cases[notes[r.note_id].case_id],
                quotation=quotations,
            )
            for r in coded
        ),
        tables=tuple(ExportTable(table=table, definitions=definitions(table)) for table in tables),
        quotations=quotations,
    )
