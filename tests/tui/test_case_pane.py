"""The case beside its notes, by its keys: rows in the database, nothing lost, nothing miscoded."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from coder_project import FIRST, desk_of, drive, press, screen_text, span_of
from rich.cells import cell_len

from notecode.model import Case, CaseValue
from notecode.project import find_project
from notecode.project.coding.case_values import Place, set_value
from notecode.project.coding.session import CodingSession, open_coding
from notecode.store.connection import open_database
from notecode.store.notes import save_cases
from notecode.tui.coder.case_pane import CasePane

SELECTED = "T/C to police re the call-out; no further action."
STAGES = ("intake", "3 months", "6 months", "9 months", "closure")


@pytest.fixture
def recorded(project_dir: Path) -> CodingSession:
    """A coder over cases with a record: age, employment, severity at five stages."""
    values = [
        CaseValue(case_id="C001", name="age", state="value", value="44"),
        CaseValue(case_id="C001", name="employment", state="value", value="none found"),
        CaseValue(case_id="C002", name="employment", state="value", value="full time"),
        *(
            CaseValue(case_id="C002", name="severity", stage=stage, state="value", value=level)
            for stage, level in zip(
                STAGES, ("none", "high", "standard", "high", "none"), strict=True
            )
        ),
    ]
    cases = [Case(id="C001", site="Site 1"), Case(id="C002", site="Site 1")]
    with open_database(project_dir / "corpus" / "notecode.db") as db:
        save_cases(db, cases, values)
    return open_coding(find_project(project_dir), "ann")


def coded(project_dir: Path) -> list[tuple[Any, ...]]:
    """(name, stage, state, value, passage or None) of all that was coded."""
    with sqlite3.connect(project_dir / "corpus" / "notecode.db") as db:
        return db.execute(
            "SELECT v.name, v.stage, v.state, v.value,"
            ' substr(n.text, v.start + 1, v."end" - v.start) FROM coded_case_values v'
            " LEFT JOIN notes n ON n.id = v.note_id ORDER BY v.stage, v.name"
        ).fetchall()


def references(project_dir: Path) -> int:
    with sqlite3.connect(project_dir / "corpus" / "notecode.db") as db:
        return int(db.execute("SELECT count(*) FROM coded_references").fetchone()[0])


def test_the_case_opens_over_the_note_with_attributes_then_stages(recorded: CodingSession) -> None:
    seen = press(recorded, "V", "I")
    text = seen.text
    order = [text.index(word) for word in (" attributes", "age", "employment", *STAGES)]
    assert order == sorted(order)
    assert "44" in text
    assert text.count("case record") >= 2
    assert f"supported by “{SELECTED}”" in text
    assert all(cell_len(row) <= 80 for row in text.splitlines())


def test_a_level_is_chosen_and_has_the_selection_as_its_support(
    recorded: CodingSession, project_dir: Path
) -> None:
    # The third line is severity at intake.
    seen = press(recorded, "V", "I", "down", "down", "enter", "h", "i", "enter")
    assert coded(project_dir) == [("severity", "intake", "value", "high", SELECTED)]
    assert "severity (intake): high, saved with the selection" in seen.text
    assert "coded by ann, N1" in seen.text
    assert references(project_dir) == 0


def test_a_number_is_typed_and_one_that_is_none_cannot_be(
    recorded: CodingSession, project_dir: Path
) -> None:
    seen = press(recorded, "V", "I", "enter", *"4x")
    assert "type a number" in seen.text
    press(recorded, "V", "I", "enter", *"4x", "enter", "backspace", *"51", "enter")
    assert coded(project_dir) == [("age", "", "value", "451", SELECTED)]


def test_a_category_takes_other_words(recorded: CodingSession, project_dir: Path) -> None:
    seen = press(recorded, "V", "I", "down", "enter", *"full", "down")
    assert "other words: full" in seen.text
    press(recorded, "V", "I", "down", "enter", *"part", "enter")
    assert coded(project_dir) == [("employment", "", "value", "part", SELECTED)]


def test_absent_missing_and_taking_ones_coding_off(
    recorded: CodingSession, project_dir: Path
) -> None:
    seen = press(recorded, "V", "I", "a")
    assert coded(project_dir)[0][2:4] == ("absent", "")
    assert "≠ case record: 44; what was coded last counts" in seen.text
    press(recorded, "V", "I", "m")
    assert coded(project_dir)[0][2:4] == ("missing", "")
    press(recorded, "V", "I", "x")
    assert coded(project_dir) == []
    assert "you have coded nothing of age" in press(recorded, "V", "I", "x").text.replace("\n", " ")


def test_what_happens_to_be_selected_supports_nothing_until_that_is_asked_for(
    recorded: CodingSession, project_dir: Path
) -> None:
    seen = press(recorded, "I", "a")
    assert coded(project_dir) == [("age", "", "absent", "", None)]
    assert "next without support; s supports with “" in seen.text
    assert all(cell_len(row) <= 80 for row in seen.text.splitlines())
    press(recorded, "I", "s", "a")
    assert coded(project_dir) == [("age", "", "absent", "", SELECTED)]
    press(recorded, "shift+right", "I", "m")
    assert str(coded(project_dir)[0][4]).startswith(SELECTED)
    assert coded(project_dir)[0][4] != SELECTED


def test_without_support_if_that_is_said(recorded: CodingSession, project_dir: Path) -> None:
    seen = press(recorded, "V", "I", "s", "a")
    assert coded(project_dir) == [("age", "", "absent", "", None)]
    assert "no passage supports it" in seen.text
    press(recorded, "V", "I", "e")  # the value as it stands, with the selection
    assert coded(project_dir) == [("age", "", "absent", "", SELECTED)]


def test_the_passage_of_a_value_of_the_record_makes_it_coded(
    recorded: CodingSession, project_dir: Path
) -> None:
    press(recorded, "V", "I", "e")
    assert coded(project_dir) == [("age", "", "value", "44", SELECTED)]
    assert "≠" not in press(recorded, "V", "I").text


def test_one_key_goes_to_the_passage_from_another_note(recorded: CodingSession) -> None:
    press(recorded, "V", "I", "a")
    seen = press(recorded, "N", "I", "g")
    assert seen.desk.page.coded.note.id == "N1"
    assert seen.desk.selection == span_of(FIRST, SELECTED)
    assert "supported by" not in seen.text  # closed
    assert "no passage supports this value" in press(recorded, "V", "I", "down", "g").text


def test_undo_and_redo_within_the_case_and_behind_it(
    recorded: CodingSession, project_dir: Path
) -> None:
    seen = press(recorded, "V", "I", "a", "m", "U")
    assert "undone: C001, age: missing" in seen.text
    assert coded(project_dir)[0][2] == "absent"
    seen = press(recorded, "V", "I", "R", "escape")
    assert "supported by" not in seen.text
    assert coded(project_dir)[0][2] == "missing"
    seen = press(recorded, "N", "U")  # from another note: it goes to where the passage is
    assert seen.desk.page.coded.note.id == "N1"
    assert "undone: C001, age: missing" in seen.text


def test_undo_marks_the_line_that_it_changed(recorded: CodingSession) -> None:
    async def act(pilot, app):
        await pilot.press("I", "down", "a", "up", "U")
        pane = app.screen_stack[0].panes[-1]
        assert str(pane.line.place) == "employment"
        assert pane.line.words == "none found"

    drive(recorded, act)


def test_what_another_coder_sets_meanwhile_is_shown(
    recorded: CodingSession, project_dir: Path
) -> None:
    async def act(pilot, app):
        await pilot.press("I")
        with open_coding(find_project(project_dir), "ben") as ben:
            set_value(ben, "C001", Place("age"), "absent")
        app.screen_stack[0]._look_elsewhere()
        await pilot.pause()
        assert "coded by ben" in screen_text(app)
        assert "≠ case record: 44" in screen_text(app)

    drive(recorded, act)


def test_undo_of_a_value_without_support_stays_where_one_is(recorded: CodingSession) -> None:
    press(recorded, "V", "I", "s", "a")
    seen = press(recorded, "N", "U")
    assert seen.desk.page.coded.note.id == "N2"
    assert "undone: C001, age: recorded absent" in seen.text


def test_a_new_attribute_with_a_stage_and_a_type(
    recorded: CodingSession, project_dir: Path
) -> None:
    seen = press(recorded, "V", "I", "n", *"mood@moon")
    assert "there is no such stage" in seen.text
    typed = ["space" if c == " " else c for c in "mood@3 months = low < high"]
    press(recorded, "V", "I", "n", *typed, "enter", "h", "enter")
    assert coded(project_dir) == [("mood", "3 months", "value", "high", SELECTED)]
    assert 'mood = ["low", "high"]' in (project_dir / "notecode.toml").read_text()


def test_an_identifier_is_not_stored_and_not_repeated(
    recorded: CodingSession, project_dir: Path
) -> None:
    seen = press(recorded, "V", "I", "down", "enter", *"07700900123", "enter")
    assert coded(project_dir) == []
    assert "looks like an identifier" in seen.text.replace("\n", " ")
    assert "07700900123" not in seen.text


def test_keys_typed_ahead_are_the_cases_and_never_codes(
    recorded: CodingSession, project_dir: Path
) -> None:
    async def act(pilot, app):
        for key in ("I", "i", "d", "1", "f4", "enter", "4", "5", "enter"):
            app.simulate_key(key)
        await pilot.pause(0.2)

    drive(recorded, act)
    assert references(project_dir) == 0
    assert coded(project_dir)[0][3] == "45"


def test_what_means_nothing_is_said_and_all_keys_listed(recorded: CodingSession) -> None:
    assert "z means nothing here" in press(recorded, "V", "I", "z").text
    keys = press(recorded, "V", "I", "question_mark").text
    assert "x     take your coding off" in keys
    assert "Esc   close the case" in keys
    assert "supported by" in press(recorded, "V", "I", "question_mark", "escape").text
    assert "supported by" not in press(recorded, "V", "I", "I").text


def test_a_note_without_words_supports_nothing(recorded: CodingSession, project_dir: Path) -> None:
    seen = press(recorded, "N", "N", "N", "I")
    assert "nothing is selected in the note" in seen.text
    seen = press(recorded, "N", "N", "N", "I", "e")
    assert "nothing was selected" in seen.text
    press(recorded, "N", "N", "N", "I", "a")
    assert coded(project_dir) == [("age", "", "absent", "", None)]


def test_a_project_without_a_record_says_how_to_begin(session: CodingSession) -> None:
    assert "n names an attribute" in press(session, "I").text
    assert "no attribute is known yet" in press(session, "I", "a").text


def test_marking_by_the_mouse_and_scrolling_to_the_last_line(recorded: CodingSession) -> None:
    async def act(pilot, app):
        await pilot.press("I")
        pane = app.screen_stack[0].panes[-1]
        assert isinstance(pane, CasePane)
        await pilot.click("#pane", offset=(5, 4))
        assert str(pane.line.place) == "employment"
        await pilot.press("end")
        await pilot.pause()
        assert str(pane.line.place) == "severity (closure)"
        assert desk_of(app).message == ""

    drive(recorded, act)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50), (60, 16)])
def test_it_fits_every_width(recorded: CodingSession, size: tuple[int, int]) -> None:
    seen = press(recorded, "V", "I", "a", "end", "home", size=size)
    assert all(cell_len(row) <= size[0] for row in seen.text.splitlines())
    assert "recorded absent" in seen.text
    assert "age" in seen.text


@pytest.fixture
def known(project_dir: Path) -> CodingSession:
    """A coder over cases with a need, recorded as absent of the first, and a scale."""
    values = [
        CaseValue(case_id="C001", name="housing", state="absent"),
        CaseValue(case_id="C002", name="housing", state="value", value="yes"),
        CaseValue(case_id="C001", name="severity", stage="intake", state="value", value="none"),
        CaseValue(case_id="C002", name="severity", stage="intake", state="value", value="high"),
    ]
    cases = [Case(id="C001", site="Site 1"), Case(id="C002", site="Site 1")]
    with open_database(project_dir / "corpus" / "notecode.db") as db:
        save_cases(db, cases, values)
    return open_coding(find_project(project_dir), "ann")


def lines_with(text: str, word: str) -> list[str]:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return [line for line in lines if word in line]


@pytest.mark.parametrize("keys", [("a",), ("enter", "n", "o", "enter")])
def test_no_and_recorded_as_absent_are_one_thing(known, project_dir, keys):
    seen = press(known, "I", *keys)
    assert coded(project_dir) == [("housing", "", "absent", "", None)]
    assert "housing: no, saved" in seen.text
    (line,) = lines_with(seen.text, "▸ housing no")
    assert "coded by ann" in line
    assert "≠" not in line, "the record says the same"
    assert "says this already" in press(known, "I", "a").text


def test_the_level_that_is_recorded_as_absent_says_so(known):
    seen = press(known, "I", "enter")
    assert lines_with(seen.text, "recorded as absent")[-1].endswith("no recorded as absent")


def test_absent_on_a_scale_from_none_is_none(known, project_dir):
    seen = press(known, "I", "down", "a")
    assert coded(project_dir) == [("severity", "intake", "value", "none", None)]
    assert "severity (intake): none, saved" in seen.text
    assert not lines_with(seen.text, "≠")


def test_what_no_level_says_is_recorded_absent_in_words(recorded, project_dir):
    seen = press(recorded, "I", "a")
    assert "age: recorded absent, saved" in seen.text
    press(recorded, "I", "down", "enter", *"not known", "enter")
    assert ("employment", "", "missing", "", None) in coded(project_dir)


@pytest.mark.parametrize(("keys", "supported"), [((), False), (("s",), True)])
def test_support_is_what_the_read_me_says_of_it(recorded, project_dir, keys, supported):
    press(recorded, "I", *keys, "m")
    assert (coded(project_dir)[0][-1] is not None) == supported


def test_a_passage_supports_the_value_it_is_meant_for_and_no_other(recorded, project_dir):
    seen = press(recorded, "V", "I", "a", "down")
    assert "next without support; s supports with “" in seen.text
    assert "this value supported by “" in press(recorded, "V", "I", "a", "down", "up").text
    assert "next supported by “" in press(recorded, "V", "I").text
    press(recorded, "V", "I", "a", "down", "a", "down", "s", "m")
    assert [row[-1] for row in coded(project_dir)] == [SELECTED, None, SELECTED]


def test_a_value_that_is_corrected_keeps_its_passage(recorded, project_dir):
    press(recorded, "V", "I", "a", "m")
    assert coded(project_dir) == [("age", "", "missing", "", SELECTED)]


def test_whether_the_passage_goes_with_it_is_shown_while_a_value_is_chosen(recorded):
    assert "age, with the selection" in press(recorded, "V", "I", "enter").text
    assert "age, without the selection" in press(recorded, "I", "enter").text
    assert "without the selection" in press(recorded, "V", "I", "a", "down", "enter").text
