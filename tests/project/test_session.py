"""One coder at work on a real database: every action stored, undone and redone."""

import multiprocessing
import sqlite3
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notecode.coding import commands
from notecode.errors import CodingError, ConflictError, NotecodeError, UsageError
from notecode.model import Case, Mention, Note, Reference, Span, Suggestion
from notecode.project import Project
from notecode.project.coding.session import CodingSession, open_coding
from notecode.store import notes as stored_notes
from notecode.store import references
from notecode.store.filtering import EVERY_NOTE
from notecode.store.suggestions import save_suggestions

Opener = Callable[[str], CodingSession]

SUGGESTIONS = [
    Suggestion(
        id=f"S{i}",
        note_id=note,
        span=Span(0, 21),
        code="information-sharing",
        agencies=("probation",) if i == 1 else (),
        rule="chased",
        rule_version="v1",
        evidence=(Span(0, 3),),
    )
    for i, note in enumerate(["N1", "N1", "N2"][1:], 1)
]


@pytest.fixture
def suggested(stored: Project) -> Project:
    with stored.database() as db:
        mention = Mention(note_id="N1", span=Span(7, 13), agency="probation", rule="role:OM")
        save_suggestions(db, ["N1", "N2"], [mention], SUGGESTIONS, codebook="x")
    return stored


def test_coding_a_span_is_there_for_the_next_session(stored: Project) -> None:
    with open_coding(stored, "amina") as session:
        session.code_span("N1", Span(0, 21), "information-sharing")
        session.remember_note("N2")
    with open_coding(stored, "amina") as again:
        (reference,) = again.open_note("N1").references
        assert reference.code == "information-sharing"
        assert again.totals() == {"information-sharing": 1}
        assert again.last_note() == "N2"
        assert again.progress().coded_notes == 1


def test_mentions_inside_come_along(suggested: Project) -> None:
    with open_coding(suggested, "amina") as session:
        session.code_span("N1", Span(0, 30), "disruption")
        assert session.open_note("N1").references[0].agencies == ("probation",)


def test_suggestions_are_decided_coder_by_coder(suggested: Project) -> None:
    with open_coding(suggested, "amina") as amina, open_coding(suggested, "ben") as ben:
        amina.accept("S1")
        amina.reject("S2")
        assert [len(amina.open_note(n).suggestions) for n in ("N1", "N2")] == [0, 0]
        assert [len(ben.open_note(n).suggestions) for n in ("N1", "N2")] == [1, 1]
        assert ben.open_note("N1").references == ()
        assert amina.note_ids(EVERY_NOTE.toggled("state", "suggested")) == []
        assert ben.note_ids(EVERY_NOTE.toggled("state", "suggested")) == ["N1", "N2"]
        assert amina.note_ids(EVERY_NOTE.toggled("state", "uncoded")) == ["N2", "N3"]
        with pytest.raises(ConflictError):
            amina.reject("S2")
        with pytest.raises(CodingError, match="already"):
            amina.accept("S1")


def test_what_is_coded_already_is_not_suggested(stored: Project) -> None:
    with open_coding(stored, "amina") as session:
        session.code_span("N1", Span(0, 21), "information-sharing")
        with stored.database() as db:
            save_suggestions(db, ["N1", "N2"], [], SUGGESTIONS, codebook="x")
        assert session.open_note("N1").suggestions == ()
        assert session.progress().open_suggestions == 1
        assert session.note_ids(EVERY_NOTE.toggled("state", "suggested")) == ["N2"]
        assert session.note_rows(["N1"])[0].open_suggestions == 0
        session.undo()
        assert [s.id for s in session.open_note("N1").suggestions] == ["S1"]


def test_accepting_with_another_code(suggested: Project) -> None:
    with open_coding(suggested, "amina") as session:
        session.accept("S1", "disruption")
        (reference,) = session.open_note("N1").references
        assert (reference.code, reference.origin, reference.suggestion) == (
            "disruption",
            "rule-changed",
            "S1",
        )
        session.undo()
        assert session.open_note("N1").references == ()
        assert [s.id for s in session.open_note("N1").suggestions] == ["S1"]


def test_undo_survives_a_restart_and_says_what_it_undoes(stored: Project) -> None:
    with open_coding(stored, "amina") as session:
        session.code_span("N1", Span(0, 5), "disruption")
        (reference,) = session.open_note("N1").references
        session.recode(reference.id, "child-safeguarding")
    with open_coding(stored, "amina") as session:
        undone = session.undo()
        assert undone is not None
        assert "recoded as" in undone.summary
        assert session.open_note("N1").references == (reference,)
        session.undo()
        assert session.open_note("N1").references == ()
        assert session.undo() is None
        session.redo()
        session.redo()
        assert session.open_note("N1").references[0].code == "child-safeguarding"
        assert session.redo() is None


def test_a_new_action_ends_redo_but_stays_in_the_log(stored: Project) -> None:
    with open_coding(stored, "amina") as session:
        session.code_span("N1", Span(0, 5), "disruption")
        session.undo()
        session.code_span("N1", Span(0, 6), "disruption")
        assert session.redo() is None
    rows = sqlite3.connect(stored.database_path).execute(
        "SELECT action, state FROM events WHERE coder = 'amina' ORDER BY id"
    )
    assert rows.fetchall() == [("code", "dropped"), ("undo", "logged"), ("code", "done")]


def test_undo_is_ones_own(stored: Project, open_as: Opener) -> None:
    amina, ben = open_as("amina"), open_as("ben")
    amina.changed_elsewhere()
    amina.code_span("N1", Span(0, 5), "disruption")
    assert ben.undo() is None
    assert not amina.changed_elsewhere()
    ben.code_span("N1", Span(0, 5), "disruption")
    assert amina.changed_elsewhere()
    assert not amina.changed_elsewhere()
    assert len(amina.open_note("N1").references) == 1


def test_two_windows_of_one_coder_share_their_undo(stored: Project, open_as: Opener) -> None:
    first, second = open_as("amina"), open_as("amina")
    first.code_span("N1", Span(0, 5), "disruption")
    (reference,) = second.open_note("N1").references
    second.delete(reference.id)
    with pytest.raises(CodingError, match="no reference"):
        first.recode(reference.id, "child-safeguarding")
    first.undo()
    assert second.open_note("N1").references == (reference,)
    second.undo()
    assert first.open_note("N1").references == ()


def test_a_change_made_from_a_stale_view_is_a_conflict(stored: Project, open_as: Opener) -> None:
    session = open_as("amina")
    added = session.code_span("N1", Span(0, 5), "disruption")
    note = session.open_note("N1").note
    stale = commands.delete(session.hand(), note, added.added[0])
    session.recode(added.added[0].id, "child-safeguarding")
    with stored.database() as db, pytest.raises(ConflictError, match="changed or deleted"):
        references.apply_change(db, stale, "2017")
    assert session.open_note("N1").references[0].code == "child-safeguarding"


def test_a_case_stored_meanwhile_can_be_opened(stored: Project) -> None:
    with open_coding(stored, "amina") as session:
        note = Note(id="M1", case_id="C9", text="Rang [OM_1].")
        with stored.database() as db:
            stored_notes.save_anonymised_case(
                db,
                Case(id="C9", site="Site 2"),
                [stored_notes.StoredNote(note=note)],
                settings="s",
                now="2018",
            )
        assert session.note_ids()[-1] == "M1"
        assert session.open_note("M1").case.site == "Site 2"


def another_text(project: Project, note_id: str, text: str) -> None:
    """Anonymise the case again, with another text for one note."""
    with project.database() as db:
        notes = [
            replace(note, text=text) if note.id == note_id else note
            for note in stored_notes.load_notes(db)
        ]
        case = stored_notes.load_cases(db)[0]
        together = [stored_notes.StoredNote(note=note) for note in notes]
        stored_notes.save_anonymised_case(db, case, together, settings="s", now="2018")


def test_a_span_never_lands_on_a_text_the_coder_did_not_see(stored: Project) -> None:
    with open_coding(stored, "amina") as session:
        session.open_note("N1")
        another_text(stored, "N1", "Emailed police about the bail. Rang.")
        with pytest.raises(ConflictError, match="another by now"):
            session.code_span("N1", Span(0, 12), "disruption")
        assert session.open_note("N1").references == ()
        session.code_span("N1", Span(0, 12), "disruption")


def test_undo_never_restores_onto_another_text_and_goes_on(stored: Project) -> None:
    with open_coding(stored, "amina") as session:
        session.code_span("N2", Span(0, 7), "contact")
        session.code_span("N1", Span(40, 57), "disruption")
        session.delete(session.open_note("N1").references[0].id)
        another_text(stored, "N1", "short")
        with pytest.raises(ConflictError, match="no undo for it any more"):
            session.undo()
        with pytest.raises(ConflictError, match="no undo for it any more"):
            session.undo()
        undone = session.undo()
        assert undone is not None
        assert undone.note_id == "N2"
        assert session.totals() == {}


def test_a_suggestion_of_an_earlier_text_cannot_be_accepted(suggested: Project) -> None:
    with open_coding(suggested, "amina") as session:
        another_text(suggested, "N1", "T/C")
        with pytest.raises(CodingError, match="no suggestion"):
            session.accept("S1")


@pytest.mark.parametrize("name", ["all", "  "])
def test_a_coders_name_is_a_name(stored: Project, name: str) -> None:
    with pytest.raises(UsageError):
        open_coding(stored, name)


@pytest.mark.parametrize(
    "action",
    [
        lambda s: s.open_note("nope"),
        lambda s: s.accept("nope"),
        lambda s: s.delete("nope"),
        lambda s: s.code_span("N1", Span(0, 5000), "disruption"),
        lambda s: s.code_span("N1", Span(0, 5), "nope"),
    ],
)
def test_wrong_ids_are_coding_errors(
    session: CodingSession, action: Callable[[CodingSession], object]
) -> None:
    with pytest.raises(CodingError):
        action(session)
    assert session.totals() == {}


def test_nobody_edits_anothers_reference(stored: Project, open_as: Opener) -> None:
    amina, ben = open_as("amina"), open_as("ben")
    amina.code_span("N1", Span(0, 5), "disruption")
    (reference,) = amina.open_note("N1").references
    with pytest.raises(CodingError, match="you have no reference"):
        ben.delete(reference.id)


CODES = ("disruption", "information-sharing", "contact")
steps = st.lists(
    st.one_of(
        st.tuples(st.just("code"), st.integers(0, 8), st.sampled_from(CODES)),
        st.tuples(st.just("recode"), st.integers(0, 8), st.sampled_from(CODES)),
        st.tuples(st.just("agency"), st.integers(0, 8), st.sampled_from(["police", "housing"])),
        st.tuples(st.just("resize"), st.integers(0, 8), st.integers(1, 9)),
        st.tuples(st.just("delete"), st.integers(0, 8), st.just("")),
    ),
    max_size=12,
)


def take(session: CodingSession, step: tuple[str, int, object]) -> bool:
    """Do one random step; False if it meant nothing."""
    action, number, detail = step
    there = session.open_note("N1").references
    reference = there[number % len(there)].id if there else "none"
    try:
        match action, detail:
            case "code", str(code):
                session.code_span("N1", Span(number, number + 4), code)
            case "recode", str(code):
                session.recode(reference, code)
            case "agency", str(agency):
                session.toggle_agency(reference, agency)
            case "resize", int(length):
                session.resize(reference, Span(number, number + length))
            case _:
                session.delete(reference)
    except CodingError:
        return False
    return True


def state(session: CodingSession) -> set[Reference]:
    return set(session.open_note("N1").references)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps)
def test_undoing_everything_gives_every_state_back(
    session: CodingSession, taken: list[tuple[str, int, object]]
) -> None:
    states = [state(session)]
    for step in taken:
        if take(session, step):
            states += [state(session)]
    for before in reversed(states[:-1]):
        assert session.undo() is not None
        assert state(session) == before
    for after in states[1:]:
        session.redo()
        assert state(session) == after
    for _ in states[1:]:
        session.undo()


def _code_many(project: Project, coder: str) -> None:
    with open_coding(project, coder) as session:
        for start in range(20):
            session.code_span("N1", Span(start, start + 5), "disruption")


def test_two_processes_lose_no_write(stored: Project) -> None:
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_code_many, args=(stored, c)) for c in ("amina", "ben")]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
        assert worker.exitcode == 0
    for coder in ("amina", "ben"):
        with open_coding(stored, coder) as session:
            assert session.totals() == {"disruption": 20}


def test_a_full_disk_while_coding_loses_nothing_and_says_so(session: CodingSession) -> None:
    session.code_span("N1", Span(0, 5), "disruption")
    db = session.db
    db.rows(f"PRAGMA max_page_count = {db.value('PRAGMA page_count')}")
    with pytest.raises(NotecodeError, match="disk is full"):
        for start in range(45):
            for code in CODES:
                session.code_span("N1", Span(start, start + 7), code)
    kept = session.open_note("N1").references
    assert Span(0, 5) in {reference.span for reference in kept}
    assert db.value("PRAGMA integrity_check") == "ok"
    done = db.value("SELECT count(*) FROM events WHERE state = 'done'")
    assert done == len(kept), "each reference has its event, and each event its reference"
