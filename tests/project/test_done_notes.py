"""Notes marked as done: by coder, undone, kept when a text is masked more, counted, by lines."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notecode.errors import ConflictError
from notecode.model import Case, Change, DoneChange, Span, Suggestion
from notecode.project import Project
from notecode.project.coding.applying import apply_lines
from notecode.project.coding.done_notes import toggle_done
from notecode.project.coding.progress import coding_progress
from notecode.project.coding.session import CodingSession, open_coding
from notecode.store import notes as stored_notes
from notecode.store import references
from notecode.store.filtering import NoteFilter
from notecode.store.notes import StoredNote, save_anonymised_case
from notecode.store.reanchoring import Carry, carry_nothing
from notecode.store.suggestions import save_suggestions

Opener = Callable[[str], CodingSession]
NOTES = ["N1", "N2", "N3"]


def done(session: CodingSession) -> list[str]:
    return [row.id for row in session.note_rows(NOTES) if row.done]


def in_state(session: CodingSession, state: str) -> list[str]:
    return session.note_ids(NoteFilter(values=(("state", state),)))


def replace_text(project: Project, text: str, carry: Carry) -> None:
    with project.database() as db:
        note = stored_notes.load_note(db, "N1")
        assert note is not None
        save_anonymised_case(
            db,
            Case(id="C1", site="Site 1"),
            [StoredNote(note=replace(note, text=text), carry=carry)],
            settings="s",
            now="2018",
        )


def test_a_note_is_done_for_one_coder_alone(stored: Project, open_as: Opener) -> None:
    amina, ben = open_as("amina"), open_as("ben")
    change = toggle_done(amina, "N1")
    toggle_done(ben, "N2")
    assert change.done == DoneChange(before="", after=amina.open_note("N1").done)
    assert (done(amina), done(ben)) == (["N1"], ["N2"])
    toggle_done(amina, "N1")
    assert (done(amina), done(ben)) == ([], ["N2"])


def test_undo_and_redo_walk_over_marks_after_a_restart(stored: Project) -> None:
    with open_coding(stored, "amina") as amina:
        toggle_done(amina, "N1")
        when = amina.open_note("N1").done
        toggle_done(amina, "N1")
    with open_coding(stored, "amina") as amina:
        undone = amina.undo()
        assert undone is not None
        assert undone.summary == "no longer marked as done"
        assert amina.open_note("N1").done == when
        amina.undo()
        assert done(amina) == []
        assert amina.undo() is None
        amina.redo()
        assert amina.open_note("N1").done == when
        amina.redo()
        assert done(amina) == []


def test_two_windows_of_one_coder_do_not_cross(stored: Project, open_as: Opener) -> None:
    here, there = open_as("amina"), open_as("amina")
    change = toggle_done(here, "N1")
    with pytest.raises(ConflictError, match="changed meanwhile"):
        there.save(change)
    with pytest.raises(ConflictError, match="changed meanwhile"):
        there.save(replace(change, done=DoneChange(before="2018", after="")))
    assert done(there) == ["N1"]


def test_events_of_before_there_were_marks_are_undone(session: CodingSession) -> None:
    session.code_span("N1", Span(0, 4), "disruption")
    with session.db.writing():
        logged = json.loads(session.db.value("SELECT change FROM events WHERE state = 'done'"))
        assert logged.pop("done") is None
        session.db.execute("UPDATE events SET change = ?", (json.dumps(logged),))
    assert session.undo() is not None
    assert session.open_note("N1").references == ()


def test_masking_more_leaves_the_mark_and_its_undo(stored: Project, session) -> None:
    toggle_done(session, "N1")
    text = session.open_note("N1").note.text
    replace_text(stored, f"{text} [SU]", lambda span: span)
    assert done(session) == ["N1"]
    session.undo()
    assert done(session) == []
    session.redo()
    assert done(session) == ["N1"]


def test_a_text_that_is_another_altogether_is_not_done(stored: Project, open_as: Opener) -> None:
    amina, ben = open_as("amina"), open_as("ben")
    for coder in (amina, ben):
        toggle_done(coder, "N1")
        toggle_done(coder, "N2")
    replace_text(stored, "Something else was written here.", carry_nothing)
    assert done(amina) == done(ben) == ["N2"]
    amina.undo()
    with pytest.raises(ConflictError, match="no undo for it any more"):
        amina.undo()
    assert done(amina) == []


def test_a_text_that_was_not_seen_is_not_marked(stored: Project, session: CodingSession) -> None:
    text = session.open_note("N1").note.text
    replace_text(stored, f"{text} And more.", lambda span: span)
    with pytest.raises(ConflictError, match="another by now"):
        toggle_done(session, "N1")
    assert done(session) == []


def test_what_is_left_is_neither_coded_nor_done(stored: Project, open_as: Opener) -> None:
    amina = open_as("amina")
    amina.code_span("N1", Span(0, 4), "disruption")
    toggle_done(amina, "N1")
    toggle_done(amina, "N2")
    assert in_state(amina, "done") == ["N1", "N2"]
    assert in_state(amina, "not done") == in_state(amina, "uncoded") == ["N3"]
    assert in_state(amina, "coded") == ["N1"]
    whole = coding_progress(stored, "amina").whole
    assert (whole.coded, whole.done, whole.decided, whole.untouched) == (1, 1, 0, 1)
    assert whole.marked == 2
    assert coding_progress(stored, "ben").whole.untouched == 3


def test_a_new_suggestion_leaves_a_note_done_and_waits(stored: Project, open_as: Opener) -> None:
    amina = open_as("amina")
    toggle_done(amina, "N1")
    late = Suggestion(
        id="late",
        note_id="N1",
        span=Span(0, 3),
        code="disruption",
        agencies=(),
        rule="r",
        rule_version="v1",
    )
    save_suggestions(amina.db, NOTES, [], [late], codebook="k")
    (row, *_) = amina.note_rows(NOTES)
    assert (row.done, row.open_suggestions) == (True, 1)
    assert in_state(amina, "suggested") == ["N1"]
    whole = coding_progress(stored, "amina").whole
    assert (whole.done, whole.waiting) == (1, 1)
    amina.reject("late")
    whole = coding_progress(stored, "amina").whole
    assert (whole.done, whole.decided) == (1, 0)


def test_lines_mark_notes_and_say_what_was_done(session: CodingSession) -> None:
    lines = [
        {"action": "done", "note": "N1", "on": True},
        {"action": "done", "note": "N1", "on": True},
        {"action": "done", "note": "N2"},
        {"action": "notes", "state": "done"},
        {"action": "show", "note": "N2"},
        {"action": "undo"},
        {"action": "done", "note": "N1", "on": False},
        {"action": "done", "note": "N9"},
        {"action": "done", "note": "N3", "digest": "00"},
    ]
    answers = [a.as_data() for a in apply_lines(session, map(json.dumps, lines))]
    assert answers[0] == {
        "line": 1,
        "ok": True,
        "action": "done",
        "stored": True,
        "changed": True,
        "saved": "marked as done",
        "note": "N1",
        "on": True,
    }
    assert (answers[1]["changed"], answers[1]["stored"]) == (False, False)
    assert [(row["note"], row["done"]) for row in answers[3]["notes"]] == [  # type: ignore[attr-defined]
        ("N1", True),
        ("N2", True),
    ]
    assert answers[4]["done"] is True
    assert (answers[5]["saved"], answers[5]["note"]) == ("marked as done", "N2")
    assert answers[6]["on"] is False
    assert [answer["ok"] for answer in answers[7:]] == [False, False]
    assert done(session) == []


STEPS = st.lists(
    st.tuples(st.sampled_from(NOTES), st.sampled_from(["done", "code", "undo", "redo"])),
    max_size=12,
)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_marks_are_those_of_the_actions_that_stand(
    stored: Project, session: CodingSession, steps: list[tuple[str, str]]
) -> None:
    with session.db.writing():
        for table in ("done_notes", "coded_references", "events"):
            session.db.execute(f"DELETE FROM {table}")
    standing: list[Change] = []
    undone: list[Change] = []
    for number, (note, what) in enumerate(steps):
        if what == "undo":
            assert (session.undo() is None) == (not standing)
            undone += [standing.pop()] if standing else []
        elif what == "redo":
            assert (session.redo() is None) == (not undone)
            standing += [undone.pop()] if undone else []
        else:
            span = Span(number, number + 1)
            made = (
                toggle_done(session, note)
                if what == "done"
                else session.code_span(note, span, "disruption")
            )
            standing, undone = [*standing, made], []
    marks = [change.note_id for change in standing if change.done]
    expected = [note for note in NOTES if marks.count(note) % 2]
    assert done(session) == in_state(session, "done") == expected
    coded = {reference.note_id for reference in references.load_references(session.db)}
    assert set(in_state(session, "uncoded")) == set(NOTES) - coded - set(expected)
