"""What a coder says of a case by its notes: beside the case record, undone, carried, counted."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notecode.case_values import CASE_RECORD, FROM_NOTES
from notecode.errors import CodingError, ConflictError, LeakError, ProjectError, UsageError
from notecode.model import Case, CaseValue, CodedValue, CountSpec, Presence, Span
from notecode.project import Project
from notecode.project.attributes import case_record
from notecode.project.coding.case_values import (
    CaseLine,
    Place,
    Support,
    case_lines,
    clear_value,
    declare,
    declared_type,
    known_attributes,
    named_place,
    quotation,
    set_value,
)
from notecode.project.coding.session import CodingSession
from notecode.project.counting import count
from notecode.project.exporting.study import export
from notecode.store import notes as stored_notes
from notecode.store.coded_values import case_entries, coded_by_attribute, contradictions
from notecode.store.notes import StoredNote, save_anonymised_case, save_cases

Opener = Callable[[str], CodingSession]

CASE = Case(id="C1", site="Site 1")
AGE, ABUSE, ENGAGED = Place("age"), Place("physical abuse", "intake"), Place("engaged", "closure")
RECORD = [
    CaseValue(case_id="C1", name="age", state="value", value="44"),
    CaseValue(case_id="C1", name="physical abuse", stage="intake", state="value", value="high"),
    CaseValue(case_id="C1", name="physical abuse", stage="closure", state="missing"),
    CaseValue(case_id="C1", name="engaged", stage="closure", state="absent"),
    CaseValue(case_id="C2", name="physical abuse", stage="intake", state="value", value="none"),
    CaseValue(case_id="C2", name="housing", state="value", value="hostel"),
]


@pytest.fixture
def recorded(stored: Project) -> Project:
    with stored.database() as db:
        save_cases(db, [CASE, Case(id="C2", site="Site 2")], RECORD)
    return stored


@pytest.fixture
def coder(recorded: Project, open_as: Opener) -> CodingSession:
    del recorded
    return open_as("amina")


def say(
    coder: CodingSession,
    place: Place,
    state: Presence,
    text: str = "",
    part: str = "",
    on: str = "N1",
) -> str:
    """Set a value as the coder's screen does; returns the summary."""
    support = None
    if part:
        note = coder.open_note(on).note
        start = note.text.index(part)
        support = Support(note, Span(start, start + len(part)))
    known = known_attributes(coder).get(place.name)
    change = set_value(coder, "C1", place, state, text, support=support, attribute=known)
    return change.summary


def line(coder: CodingSession, place: Place) -> CaseLine:
    return next(one for one in case_lines(coder, "C1") if one.place == place)


def record_of(project: Project) -> list[tuple[Any, ...]]:
    """The imported values as they lie in the database."""
    with project.database() as db:
        rows = db.rows("SELECT * FROM case_values ORDER BY case_id, name, stage")
        return [tuple(row) for row in rows]


# The two origins


def test_the_lines_of_a_case_stand_by_stage_with_their_state_and_origin(
    coder: CodingSession,
) -> None:
    found = [(str(one.place), one.words, one.origin) for one in case_lines(coder, "C1")]
    assert found == [
        ("age", "44", CASE_RECORD),
        ("housing", "missing", ""),
        ("physical abuse (intake)", "high", CASE_RECORD),
        ("engaged (closure)", "no", CASE_RECORD),
        ("physical abuse (closure)", "missing", CASE_RECORD),
    ]


def test_a_coded_value_counts_beside_the_record_that_stays_as_it_was(
    recorded: Project, coder: CodingSession
) -> None:
    before = record_of(recorded)
    said = say(coder, ABUSE, "value", "moderate", part="no reply")
    assert said == "C1, physical abuse (intake): moderate"
    assert record_of(recorded) == before
    found = line(coder, ABUSE)
    assert (found.words, found.origin) == ("moderate", "coded by amina, N1")
    assert found.conflict == f"{CASE_RECORD}: high"
    assert quotation(coder, found.value) == "no reply"
    clear_value(coder, "C1", ABUSE)
    assert (line(coder, ABUSE).words, line(coder, ABUSE).conflict) == ("high", "")


@pytest.mark.parametrize("state", ["absent", "missing"])
def test_the_other_two_states_can_be_coded_over_a_value(
    coder: CodingSession, state: Presence
) -> None:
    say(coder, AGE, state)
    value = line(coder, AGE).value
    assert (value.state, value.value, value.origin) == (state, "", FROM_NOTES)
    assert line(coder, AGE).conflict == f"{CASE_RECORD}: 44"


def test_a_gap_in_the_record_that_is_filled_is_no_conflict(coder: CodingSession) -> None:
    say(coder, Place("physical abuse", "closure"), "value", "none")
    assert line(coder, Place("physical abuse", "closure")).conflict == ""


def test_a_new_case_file_changes_the_record_and_not_what_was_coded(
    recorded: Project, coder: CodingSession
) -> None:
    say(coder, AGE, "value", "45", part="no reply")
    with recorded.database() as db:
        save_cases(db, [CASE], [replace(RECORD[0], value="46")])
    assert line(coder, AGE).words == "45"
    assert line(coder, AGE).conflict == f"{CASE_RECORD}: 46"
    coder.undo()
    assert (line(coder, AGE).words, line(coder, AGE).origin) == ("46", CASE_RECORD)


def test_of_two_coders_the_last_counts_and_the_other_is_shown(
    coder: CodingSession, open_as: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(coder, AGE, "value", "50")
    ben = open_as("ben")
    monkeypatch.setattr("notecode.project.coding.session.now", lambda: "2999-01-01T00:00:00+00:00")
    say(ben, AGE, "value", "51")
    assert line(coder, AGE).words == "51"
    assert line(coder, AGE).conflict == f"{CASE_RECORD}: 44; amina: 50"
    ben.undo()
    assert line(coder, AGE).words == "50"


# Types


def test_values_are_stored_as_their_type_has_them(coder: CodingSession) -> None:
    say(coder, AGE, "value", " 1,044 ")
    assert line(coder, AGE).words == "1044"
    say(coder, ABUSE, "value", "NONE")
    assert line(coder, ABUSE).words == "none"
    say(coder, Place("housing"), "value", "sofa  surfing")
    assert line(coder, Place("housing")).words == "sofa surfing"


@pytest.mark.parametrize(
    ("place", "text", "told"),
    [
        (AGE, "about forty", "age takes a number"),
        (AGE, "1e5", "age takes a number\n  written in digits"),
        (AGE, "12345678901234567", "age takes a number\n  .* less than 9,007,199,254,740,992"),
        (AGE, "9" * 37, "age takes a number"),
        (AGE, "0.12345678901234567890", "age takes a number of 15 digits at most"),
        (ABUSE, "severe", "physical abuse takes one of none, standard, moderate, high"),
        (AGE, "  ", "a value has 1 to 200"),
        (Place("housing"), "x" * 201, "a value has 1 to 200"),
        (Place("housing"), "a\x1b[31mb", "a value has 1 to 200"),
    ],
)
def test_what_is_not_of_the_type_is_refused(
    coder: CodingSession, place: Place, text: str, told: str
) -> None:
    with pytest.raises(CodingError, match=told):
        say(coder, place, "value", text)
    with coder.project.database() as db:
        assert not coded_by_attribute(db)


def test_a_new_attribute_has_its_declared_type_from_then_on(coder: CodingSession) -> None:
    place = named_place("mood@intake", known_attributes(coder), new=True)
    assert place == Place("mood", "intake")
    declare(coder, declared_type(place.name, "low < middling < high"))
    with pytest.raises(CodingError, match="one of low, middling, high"):
        say(coder, place, "value", "medium")
    say(coder, place, "value", "Middling")
    assert line(coder, place).words == "middling"
    assert 'mood = ["low", "middling", "high"]' in coder.project.settings_path.read_text()


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("ag", "no attribute"),
        ("age@noon", "no such stage"),
        ("age@intake", "age has no such stage"),
    ],
)
def test_a_line_that_is_not_there_is_not_made_by_mistake(
    coder: CodingSession, wanted: str, told: str
) -> None:
    with pytest.raises(UsageError, match=told):
        named_place(wanted, known_attributes(coder))


def test_names_are_found_in_any_letter_case(coder: CodingSession) -> None:
    known = known_attributes(coder)
    assert named_place("Physical Abuse@Intake", known) == ABUSE
    assert named_place("AGE", known, new=True) == AGE


@pytest.mark.parametrize("words", ["high", "low < low", "number!"])
def test_what_is_no_type_is_refused(words: str) -> None:
    with pytest.raises(UsageError, match="no type"):
        declared_type("x", words)


@pytest.mark.parametrize("text", ["07700 900123", "BS1 4ST", "zq@example.org"])
def test_what_looks_like_an_identifier_is_not_stored(coder: CodingSession, text: str) -> None:
    with pytest.raises(LeakError) as refused:
        say(coder, Place("housing"), "value", text)
    assert text not in str(refused.value)
    with pytest.raises(LeakError):
        say(coder, Place(f"rang {text}"), "absent")
    with coder.project.database() as db:
        assert not coded_by_attribute(db)


# Undo


def test_undo_says_what_it_undoes_also_in_another_session(
    coder: CodingSession, open_as: Opener
) -> None:
    say(coder, AGE, "value", "45")
    say(coder, AGE, "absent", part="no reply")
    coder.close()
    again = open_as("amina")
    undone = again.undo()
    assert undone is not None
    assert undone.summary == "C1, age: recorded absent"
    assert line(again, AGE).words == "45"
    assert again.undo() is not None
    assert line(again, AGE).origin == CASE_RECORD
    assert again.undo() is None
    assert again.redo() is not None
    assert again.redo() is not None
    assert quotation(again, line(again, AGE).value) == "no reply"


def test_saying_the_same_twice_and_taking_off_nothing_mean_nothing(coder: CodingSession) -> None:
    with pytest.raises(CodingError, match="you have coded nothing of age"):
        clear_value(coder, "C1", AGE)
    say(coder, AGE, "value", "44")
    with pytest.raises(CodingError, match="says this already"):
        say(coder, AGE, "value", "44")
    say(coder, AGE, "value", "44", part="no reply")  # another passage is something new
    assert line(coder, AGE).conflict == ""


def test_a_passage_of_another_case_supports_nothing(coder: CodingSession) -> None:
    note = coder.open_note("N1").note
    with pytest.raises(CodingError, match="note N1 is not of case C2"):
        set_value(coder, "C2", AGE, "absent", support=Support(note, Span(0, 3)))


def test_two_windows_of_one_coder_do_not_overwrite_each_other(
    coder: CodingSession, open_as: Opener
) -> None:
    say(coder, AGE, "value", "45")
    window = open_as("amina")
    say(window, AGE, "value", "46")
    with coder.project.database() as db:
        db.execute("UPDATE coded_case_values SET value = '47'")
    with pytest.raises(ConflictError, match="no undo for it any more"):
        coder.undo()
    assert line(coder, AGE).words == "47"


PLACES = [AGE, ABUSE, Place("housing")]
ACTIONS = st.lists(
    st.tuples(
        st.integers(0, 1),
        st.sampled_from(PLACES),
        st.sampled_from(["7", "none", "absent", "missing", "clear", "undo", "redo"]),
        st.sampled_from(["", "no reply", "an update"]),
    ),
    max_size=12,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(actions=ACTIONS)
def test_undoing_everything_leaves_what_was_there_and_redoing_it_what_was_done(
    recorded: Project, coder: CodingSession, open_as: Opener, actions: list[tuple[Any, ...]]
) -> None:
    before = record_of(recorded)
    with recorded.database() as db:
        db.execute("DELETE FROM events")
    coders = [coder, *([open_as("ben")] if actions else ())]
    for who, place, what, part in actions:
        act(coders[who], place, what, part)
    with recorded.database() as db:
        done = case_entries(db, "C1")
    for one in coders:
        while one.undo() is not None:
            pass
    with recorded.database() as db:
        assert not coded_by_attribute(db)
    assert record_of(recorded) == before
    for one in coders:
        while one.redo() is not None:
            pass
    if not any(what in ("undo", "redo") for _, _, what, _ in actions):
        with recorded.database() as db:
            assert case_entries(db, "C1") == done
    for one in coders:
        while one.undo() is not None:
            pass


def act(coder: CodingSession, place: Place, what: str, part: str) -> None:
    try:
        if what == "clear":
            clear_value(coder, "C1", place)
        elif what in ("undo", "redo"):
            getattr(coder, what)()
        elif what in ("absent", "missing"):
            say(coder, place, what, part=part)  # type: ignore[arg-type]
        else:
            say(coder, place, "value", what, part=part)
    except CodingError:
        return


# A note's text is replaced


def replace_text(
    project: Project, note_id: str, before: str, after: str, *, lost: str = ""
) -> None:
    """As a review does that writes ``after`` for ``before``: what stands behind moves along."""
    with project.database() as db:
        note = stored_notes.load_note(db, note_id)
        assert note is not None
        at, moved = note.text.index(before), len(after) - len(before)

        def carry(span: Span) -> Span | None:
            if lost and span.cut(note.text) == lost:
                return None
            return Span(*(end + moved if end > at else end for end in (span.start, span.end)))

        text = note.text.replace(before, after, 1)
        carried = StoredNote(note=replace(note, text=text), carry=carry)
        save_anonymised_case(db, CASE, [carried], settings="s", now="2018")


def test_a_passage_goes_with_its_text_and_so_do_those_that_undo_brings_back(
    recorded: Project, coder: CodingSession
) -> None:
    say(coder, AGE, "value", "45", part="an update")
    say(coder, AGE, "value", "46", part="the office", on="N2")
    replace_text(recorded, "N1", "[OM_1]", "[PROBATION_OFFICER_1]")
    replace_text(recorded, "N2", "housing", "[HOUSING_1]")
    assert quotation(coder, line(coder, AGE).value) == "the office"
    coder.undo()
    assert quotation(coder, line(coder, AGE).value) == "an update"
    coder.redo()
    assert quotation(coder, line(coder, AGE).value) == "the office"


def test_a_passage_without_a_certain_place_keeps_the_old_text(
    recorded: Project, coder: CodingSession
) -> None:
    say(coder, AGE, "value", "45", part="an update")
    with pytest.raises(ProjectError, match="no certain place") as refused:
        replace_text(recorded, "N1", "[OM_1]", "[X_1]", lost="an update")
    assert "note N1 (support of 'age')" in str(refused.value)
    assert quotation(coder, line(coder, AGE).value) == "an update"


def test_a_passage_that_only_the_log_knows_costs_no_more_than_its_undo(
    recorded: Project, coder: CodingSession
) -> None:
    say(coder, AGE, "value", "45", part="an update")
    say(coder, AGE, "value", "46", part="the office", on="N2")
    replace_text(recorded, "N1", "[OM_1]", "[X_1]", lost="an update")
    with pytest.raises(ConflictError, match="its place in the note's new text is not known"):
        coder.undo()
    assert line(coder, AGE).words == "46"


def test_what_was_selected_on_a_text_that_is_gone_supports_nothing(
    recorded: Project, coder: CodingSession
) -> None:
    note = coder.open_note("N1").note
    replace_text(recorded, "N1", "[OM_1]", "[X_1]")
    with pytest.raises(ConflictError, match="text of this note is another by now"):
        set_value(coder, "C1", AGE, "absent", support=Support(note, Span(0, 3)))
    with recorded.database() as db:
        assert not coded_by_attribute(db)


# What reads them


def test_counts_and_the_record_as_a_whole_read_what_counts(
    recorded: Project, coder: CodingSession
) -> None:
    coder.code_span("N1", Span(0, 5), "information-sharing")
    say(coder, ABUSE, "value", "moderate")
    say(coder, Place("physical abuse", "closure"), "value", "none")
    table, _ = count(recorded, CountSpec(by=("assessment:physical abuse@intake",), coder="amina"))
    assert [line for line in table.remarks if "coded from the notes" in line] == [
        "Of the values of physical abuse (intake) 1 was coded from the notes, and counts in place"
        " of the case record."
    ]
    found = {row.keys: row.references for row in table.rows if row.references}
    assert found == {("moderate",): 1}
    record = {one.attribute.name: one for one in case_record(recorded).attributes}
    abuse = record["physical abuse"]
    assert (abuse.coded, abuse.contradicted) == (2, 1)
    assert [dict(stage.levels)["none"] for stage in abuse.stages] == [1, 1]
    with recorded.database() as db:
        assert contradictions(db) == {"physical abuse": 1}
        values = stored_notes.load_case_values(db)
    origins = {(v.case_id, v.name, v.stage): v.origin for v in values}
    assert origins["C1", "physical abuse", "intake"] == FROM_NOTES
    assert origins["C2", "physical abuse", "intake"] == CASE_RECORD


def test_a_coded_value_says_where_it_lies_and_not_what_stands_there() -> None:
    value = CodedValue(case_id="C1", name="age", coder="amina", at="2018", note_id="N1", end=3)
    assert value.origin == FROM_NOTES
    assert "text" not in repr(value)


def test_the_gate_finds_a_name_that_a_coder_typed(
    recorded: Project, coder: CodingSession, tmp_path: Path
) -> None:
    people = tmp_path / "people.csv"
    people.write_text(
        "case_id,person_id,role,first_name,last_name\nC1,P1,SU,Zebediah,Quillfeather\n"
    )
    coder.code_span("N1", Span(0, 5), "information-sharing")
    say(coder, Place("housing"), "value", "with Quillfeather")
    with pytest.raises(LeakError) as refused:
        export(recorded, people=people)
    assert "Quillfeather" not in str(refused.value)
    assert not [path for path in recorded.exports.glob("*") if path.name != "README.md"]
    coder.undo()
    cases = next(path for path in export(recorded, people=people) if path.name == "cases.csv")
    assert "origin_" not in cases.read_text(encoding="utf-8-sig")
