"""Cases and notes: stored once, never moved under references."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from notecode.errors import ProjectError
from notecode.model import Case, CaseValue, Flag, Mask, Note, Span, month_of_intervention
from notecode.project import Project
from notecode.project.coding.session import CodingSession
from notecode.store import browsing, facts
from notecode.store import notes as stored_notes
from notecode.store.filtering import NoteFilter, filtered_ids
from notecode.store.notes import StoredNote, save_anonymised_case

CASE = Case(id="C1", site="Site 1", start=date(2017, 1, 10))


def save(project: Project, note: Note, case: Case = CASE) -> None:
    """Store the note again, with the others of its case as they are."""
    with project.database() as db:
        others = [n for n in stored_notes.load_notes(db) if n.case_id == case.id != note.id]
        notes = [*(n for n in others if n.id != note.id), note]
        together = [StoredNote(note=n) for n in notes]
        save_anonymised_case(db, case, together, settings="s", now="2017")


def test_a_note_comes_back_as_it_was(stored: Project) -> None:
    with stored.database() as db:
        note = stored_notes.load_note(db, "N1")
        assert note is not None
        assert note.text.startswith("T/C to [OM_1]")
        assert note.date == date(2017, 1, 20)
        assert stored_notes.load_note(db, "N9") is None


@pytest.mark.parametrize("days", [-62, -61, -31, -30, -1, 0, 30, 31, 60, 61, 365, 366, 4000])
def test_months_of_an_older_database_are_counted_anew_in_days(stored: Project, days: int) -> None:
    start = date(2017, 1, 31)
    day = start + timedelta(days)
    with stored.database() as db, db.writing():
        db.execute("UPDATE cases SET start_date = ?", (start.isoformat(),))
        db.execute("UPDATE notes SET date = ?, month = 99", (day.isoformat(),))
        db.execute("DELETE FROM _sqlite_migrations WHERE name = 'm005_months_by_days'")
        db.execute("PRAGMA user_version = 4")
    with stored.database() as db:
        assert set(stored_notes.load_months(db).values()) == {month_of_intervention(day, start)}


def test_the_month_follows_the_case_start(stored: Project) -> None:
    with stored.database() as db:
        rows = browsing.note_rows(db, ["N1", "N2", "N3"], "amina")
        assert [row.month for row in rows] == [1, 2, 3]
        stored_notes.save_cases(db, [replace(CASE, start=date(2016, 12, 25))], [])
        rows = browsing.note_rows(db, ["N1", "N2", "N3"], "amina")
        assert [row.month for row in rows] == [1, 2, 3]
        stored_notes.save_cases(db, [replace(CASE, start=date(2016, 12, 15))], [])
        rows = browsing.note_rows(db, ["N1", "N2", "N3"], "amina")
        assert [row.month for row in rows] == [2, 3, 4]
        stored_notes.save_cases(db, [replace(CASE, start=None)], [])
        rows = browsing.note_rows(db, ["N1", "N2", "N3"], "amina")
        assert [row.month for row in rows] == [2, 3, 4], "what is known is kept"


def test_storing_the_same_again_changes_nothing(stored: Project) -> None:
    with stored.database() as db:
        note = stored_notes.load_note(db, "N1")
        assert note is not None
    save(stored, note)
    with stored.database() as db:
        assert facts.load_totals(db, "").notes == 3


def test_a_changed_text_replaces_masks_and_asks_for_suggestions_again(stored: Project) -> None:
    mask = Mask(span=Span(0, 4), type="PERSON", pseudonym="[SU]", recogniser="roster", score=1.0)
    flag = Flag(span=Span(5, 8), reason="a name?")
    with stored.database() as db:
        note = stored_notes.load_note(db, "N1")
        assert note is not None
        changed = StoredNote(note=replace(note, text="[SU] rang."), masks=(mask,), flags=(flag,))
        save_anonymised_case(db, CASE, [changed], settings="s", now="2018")
        assert facts.mask_totals(db) == {"PERSON": 1}
        assert facts.load_totals(db, "").flags == 1
        save_anonymised_case(db, CASE, [changed], settings="s", now="2019")
        assert facts.mask_totals(db) == {"PERSON": 1}
        assert filtered_ids(db, NoteFilter(text="rang"), "amina") == ["N1"]
        assert filtered_ids(db, NoteFilter(text="update"), "amina") == []


def test_a_coded_note_does_not_change_under_its_references(
    stored: Project, session: CodingSession
) -> None:
    session.code_span("N1", Span(0, 5), "information-sharing")
    note = session.open_note("N1").note
    with pytest.raises(ProjectError, match="1 coded notes of case C1 would change") as caught:
        save(stored, replace(note, text="other text"))
    assert "other text" not in str(caught.value)
    assert session.open_note("N1").note == note
    save(stored, replace(note, contact_type="Email"))
    assert session.open_note("N1").note.contact_type == "Email"


def test_a_note_belongs_to_one_case(stored: Project) -> None:
    other = Case(id="C2", site="Site 1")
    with pytest.raises(ProjectError, match="note N1 is stored under case C1"):
        save(stored, Note(id="N1", case_id="C2", text="x"), other)
    with stored.database() as db:
        assert [case.id for case in stored_notes.load_cases(db)] == ["C1"]


def test_attributes_keep_their_three_states(stored: Project) -> None:
    values = [
        CaseValue(case_id="C1", name="age", state="value", value="34"),
        CaseValue(case_id="C1", name="housing need", state="absent"),
        CaseValue(case_id="C1", name="engagement", stage="intake", state="missing"),
    ]
    with stored.database() as db:
        stored_notes.save_cases(db, [CASE], values)
        stored_notes.save_cases(db, [CASE], [replace(values[0], value="35")])
        kept = {(v.name, v.stage): (v.state, v.value) for v in stored_notes.load_case_values(db)}
    assert kept == {
        ("age", ""): ("value", "35"),
        ("housing need", ""): ("absent", ""),
        ("engagement", "intake"): ("missing", ""),
    }


def test_finished_cases_know_their_notes_and_settings(stored: Project) -> None:
    with stored.database() as db:
        done = stored_notes.anonymised_cases(db)
    assert done == {"C1": ("test", frozenset({"N1", "N2", "N3"}))}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("no reply", ["N1"]),
        ("No Rep", ["N1"]),
        ('"', []),
        ("office AND zzz", []),
        ("housing", ["N2"]),
        ("core group*", ["N3"]),
        ("", ["N1", "N2", "N3"]),
    ],
)
def test_finding_text_needs_no_syntax(stored: Project, text: str, found: list[str]) -> None:
    with stored.database() as db:
        assert filtered_ids(db, NoteFilter(text=text), "amina") == found
