"""Writing what the analysis team gets: tables, workbook, codebook, data dictionary."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from notecode import __version__
from notecode.anonymising.vault import Vault
from notecode.errors import UsageError
from notecode.exporting import (
    AuditLine,
    CodedIn,
    Coverage,
    ExportData,
    Provenance,
    ReferenceRow,
    Selection,
    check_place,
    dates_left_out,
    export_all,
    telling_what_stays,
)
from notecode.exporting.placing import check_state, remove_report
from notecode.memos import PlacedMemo
from notecode.model import Case, Codebook, third_of_intervention
from notecode.project.attributes import attributes_of
from notecode.project.counting import whose_coding
from notecode.project.exporting.doubtful import refuse_doubts, said_of_doubts
from notecode.project.exporting.noting import noted_export
from notecode.project.exporting.published import published
from notecode.project.exporting.refused import flagging_what_is_refused
from notecode.project.exporting.searched import Searched, searched_for
from notecode.project.exporting.state import state_of
from notecode.project.gate import (
    ExportGate,
    check_searchable,
    open_gate,
    typed_in_settings,
    words_of_the_project,
)
from notecode.project.people_file import people_of_cases
from notecode.project.project import Project, current_codebook
from notecode.raw import Roster
from notecode.store import exported, facts, references, review
from notecode.store import notes as stored_notes
from notecode.store.connection import Database
from notecode.store.doubtful import doubts_in_references
from notecode.store.masked_notes import note_ids_by_case
from notecode.store.memos import find_memos

_NO_MEMOS = "left out: small counts are withheld, and a memo may tell them"


@dataclass(frozen=True, slots=True)
class _Wish:
    """Whose coding, with or without its passages, and below how many cases to withhold counts."""

    coder: str
    quotations: bool
    suppress_below: int
    memos: bool = False


def export(
    project: Project,
    *,
    coder: str = "",
    people: Path | None = None,
    quotations: bool = False,
    memos: bool = False,
    vault: Vault | None = None,
    unsearched: bool = False,
    unreviewed: bool = False,
    suppress_below: int = 0,
    to: Path | None = None,
    selection: Selection | None = None,
) -> tuple[Path, ...]:
    """Write the tables of one moment into the project's exports directory; returns the files.

    All is searched before it is written, for everybody in the people file and the vault and what
    was replaced, but for words let stand. ``unsearched``: it may go without names, ``unreviewed``:
    with undecided flags in passages; all files say so. Counts of fewer than ``suppress_below``
    cases are withheld; a report beside them of another state is removed. ``to``: another directory.

    Raises:
        VaultError, InputError: if the vault is damaged, or the people file of no use.
        UsageError: if several have coded and none was named, it could not be searched for names,
            there are too few cases to withhold small counts, or nothing is left.
        LeakError: if an identifier stands in what would be written, or a flag in what is quoted.
        DisclosureError: if it would give away what is withheld beside it.
        WriteError: if a file cannot be written; what was there before is unharmed.
    """
    selection = selection or Selection()
    _refuse_nothing(selection, suppress_below)
    check_place(directory := to or project.exports, "export", suppress_below)
    with telling_what_stays(directory), project.database() as db:
        codebook = current_codebook(project, db)
        check_searchable(people, vault, unsearched=unsearched)
        memos |= "memos" in selection.groups
        wish = _Wish(whose_coding(db, coder), quotations, suppress_below, memos)
        rosters = people_of_cases(project, people, db)
        searched = searched_for(project, people, vault)
        noted = noted_export(db, _in_words(db, wish), searched, elsewhere=bool(to))
        with noted, db.reading():
            refuse_doubts(doubts := _doubts(db, wish, selection), unreviewed=unreviewed)
            data = _collect(db, project, codebook, wish)
            outdated = check_state(directory, "export", data.provenance)
            gate = _gate(project, db, codebook, rosters, vault)
            searched = searched_for(project, people, vault, let_stand=gate.let_stand)
            data = _with_search(data, searched, said_of_doubts(doubts))
            with flagging_what_is_refused(project, gate):
                written = export_all(data, directory, gate, selection)
    remove_report(directory, outdated)
    return written


def _gate(
    project: Project,
    db: Database,
    codebook: Codebook,
    rosters: Sequence[Roster],
    vault: Vault | None,
) -> ExportGate:
    words = words_of_the_project(db, codebook, defined=True)
    return open_gate(db, rosters, vault, words, typed=typed_in_settings(project))


def _refuse_nothing(selection: Selection, suppress_below: int) -> None:
    """Refuse an export of tables of single cases alone, where these are left out."""
    withheld = selection.withheld(suppress_below)
    if withheld and {*withheld} == {*selection.groups}:
        raise UsageError(
            f"nothing is left to write: where small counts are withheld, {' and '.join(withheld)}"
            " would tell of single cases",
            hint="Ask for counts, or give it without --suppress-below (--with-rows writes all but"
            " memos beside them, and then nothing is protected).",
        )


def _in_words(db: Database, wish: _Wish) -> str:
    """What is to be written, for the log."""
    texts = f"{' with quotations' * wish.quotations}{' and memos' * wish.memos}"
    return f"{_references(db, wish.coder)} references{texts}"


def _doubts(db: Database, wish: _Wish, selection: Selection) -> Mapping[str, int]:
    """Flags that nobody has decided on, in the passages that are quoted."""
    quotes = selection.quotes(quotations=wish.quotations, suppressed_below=wish.suppress_below)
    return doubts_in_references(db, wish.coder) if quotes else {}


def _references(db: Database, coder: str) -> int:
    """How many references one coder, or "" for all, has."""
    coded = references.coders(db)
    return coded.get(coder, 0) if coder else sum(coded.values())


def _with_search(data: ExportData, searched: Searched, doubtful: str) -> ExportData:
    """The export with a word in its provenance on what it was searched for, and on its doubts."""
    provenance = replace(
        data.provenance,
        searched=searched.sought,
        unsearched=searched.unsought,
        doubtful=doubtful,
    )
    return replace(data, provenance=provenance)


@cache
def _ids(parted: str) -> tuple[str, ...]:
    """Ids that are parted by semicolons."""
    return tuple(filter(None, parted.split(";")))


@dataclass(frozen=True, slots=True)
class _StoredReferences:
    """The references as rows of an export, read anew each time that they are gone through."""

    db: Database
    coder: str
    quotations: bool
    cases: Mapping[str, Case]

    def __iter__(self) -> Iterator[ReferenceRow]:
        third, of_note = "", ""
        for found in exported.coded_passages(self.db, self.coder):
            if found.note_id != of_note:
                # References of a note follow each other.
                third, of_note = self._third(found), found.note_id
            # By place, not by name: that is quicker by half, and there are very many.
            yield ReferenceRow(
                found.id,
                found.note_id,
                found.case_id,
                found.site,
                found.month,
                found.contact_type,
                found.author_role,
                found.code,
                _ids(found.agencies),
                found.coder,
                found.origin,
                len(found.passage.split()),
                found.passage if self.quotations else None,
                third,
            )

    def _third(self, found: exported.CodedPassage) -> str:
        case = self.cases[found.case_id]
        day = date.fromisoformat(found.day) if found.day else None
        return third_of_intervention(day, case.start, case.end)


@dataclass(frozen=True, slots=True)
class _StoredCodes:
    """Of the same references what is added up."""

    db: Database
    coder: str

    def __iter__(self) -> Iterator[CodedIn]:
        for case, note, code, agencies in exported.coded_in(self.db, self.coder):
            yield CodedIn(case, note, code, _ids(agencies))


def _collect(db: Database, project: Project, codebook: Codebook, wish: _Wish) -> ExportData:
    """All that is exported, as it stands in the store; references are read when they are used."""
    tables = published(db, project, codebook, coder=wish.coder, below=wish.suppress_below)
    cases = stored_notes.load_cases(db)
    attributes = attributes_of(project, db)
    note_ids = note_ids_by_case(db)
    return ExportData(
        provenance=Provenance(
            project=project.settings.title or project.directory.name,
            version=__version__,
            codebook_title=codebook.title,
            codebook_digest=codebook.digest,
            coders=(wish.coder,) if wish.coder else tuple(references.coders(db)),
            coder=wish.coder,
            cases=len(cases),
            notes=sum(map(len, note_ids.values())),
            references=_references(db, wish.coder),
            as_of=exported.last_change(db),
            reviewed=review.progress(db).reviewed,
            synthetic=facts.load_fact(db, facts.SYNTHETIC) == "yes",
            suppressed_below=wish.suppress_below,
            state=state_of(project, db, codebook, wish.coder),
            left_out=dates_left_out(attributes),
            tables_left_out=tables.left_out,
            tables_shortened=tables.shortened,
            not_made=tables.not_made,
            memos=_NO_MEMOS if wish.memos and wish.suppress_below else "",
        ),
        codebook=codebook,
        cases=tuple(cases),
        case_values=tuple(stored_notes.load_case_values(db)),
        attributes=attributes,
        notes_by_case={case_id: len(ids) for case_id, ids in note_ids.items()},
        references=_StoredReferences(
            db, wish.coder, wish.quotations, {case.id: case for case in cases}
        ),
        coded=_StoredCodes(db, wish.coder),
        tables=tables.tables,
        coverage=_coverage(db, wish),
        audit=tuple(
            AuditLine(topic=topic, what=what, of=of, number=number)
            for topic, what, of, number in exported.audit_lines(db, wish.coder)
        ),
        quotations=wish.quotations,
        memos=_memos(db, wish),
    )


def _memos(db: Database, wish: _Wish) -> tuple[PlacedMemo, ...] | None:
    """The memos of the coder, or of all; none where small counts are withheld."""
    if not wish.memos or wish.suppress_below:
        return None
    return tuple(sorted(find_memos(db, coder=wish.coder), key=lambda found: found.memo.id))


def _coverage(db: Database, wish: _Wish) -> tuple[Coverage, ...]:
    """How far the coding has come, of all sites and, unless counts are withheld, of each."""
    progress = exported.case_progress(db, wish.coder)
    sites = sorted({case.site for case in progress})
    return tuple(
        _covered(site, [case for case in progress if site in (None, case.site)])
        for site in (None, *(() if wish.suppress_below else sites))
    )


def _covered(site: str | None, cases: list[exported.CaseProgress]) -> Coverage:
    coded = sum(case.coded > 0 for case in cases)
    read = sum(0 < case.notes == case.read for case in cases)
    notes_coded, notes_read = sum(c.coded for c in cases), sum(c.read for c in cases)
    return Coverage(
        site=site,
        cases_coded=coded,
        cases_read=read,
        cases_open=len(cases) - coded - read,
        notes_coded=notes_coded,
        notes_read=notes_read,
        notes_open=sum(case.notes for case in cases) - notes_coded - notes_read,
    )
