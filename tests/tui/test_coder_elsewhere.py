"""What others change meanwhile, codes that are gone, and bounds that leave the unit alone."""

from dataclasses import replace
from pathlib import Path

import pytest
from coder_project import (
    CODEBOOK,
    FIRST,
    MENTIONS,
    SECOND,
    SUGGESTIONS,
    TEXTS,
    build_project,
    desk_of,
    drive,
    press,
    screen_text,
    span_of,
    store,
    suggest,
)

from notecode.model import Span
from notecode.project import find_project
from notecode.project.coding.session import open_coding
from notecode.tui.coder.desk import Desk
from notecode.tui.coder.wording import foot
from notecode.tui.painting import Look

LATE = "He was late."
WITHOUT_SHARING = CODEBOOK.replace("id: sharing", "id: telling").replace(
    "Information sharing", "Telling"
)


def references(session, note_id: str = "N1") -> list[tuple[str, str]]:
    coded = session.open_note(note_id)
    return [(r.code, r.span.cut(coded.note.text)) for r in coded.references]


# Codes that are gone from the codebook


@pytest.fixture
def orphaned(project_dir: Path):
    """A session with a reference and suggestions whose code has vanished."""
    with open_coding(find_project(project_dir), "ann") as before:
        before.code_span("N1", span_of(FIRST, LATE), "sharing")
    (project_dir / "codebook.yaml").write_text(WITHOUT_SHARING)
    with open_coding(find_project(project_dir), "ann") as session:
        assert "sharing" not in session.codebook.code_by_id
        yield session


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("keys", [(), ("K",), ("end", "A"), ("end", "C"), ("end", "Z"), ("L",)])
def test_everything_shows_where_a_code_is_gone(orphaned, keys, size):
    assert press(orphaned, *keys, size=size).return_code in (None, 0)


def test_the_bar_shows_the_id_of_a_code_that_is_gone(orphaned):
    assert " sharing  Police  rule-1" in press(orphaned).text
    assert " sharing  no agency  by hand" in press(orphaned, "end").text


def test_a_suggestion_of_a_code_that_is_gone_can_be_rejected_or_recoded(orphaned):
    seen = press(orphaned, "backspace")
    assert seen.desk.message == "sharing: rejected"
    seen = press(orphaned, "s")
    assert seen.desk.message.startswith("Direct support instead: saved")
    assert ("support", "Probation confirmed that he came.") in references(orphaned)


def test_a_suggestion_of_a_code_that_is_gone_is_not_accepted(orphaned):
    seen = press(orphaned, "enter")
    assert "there is no code 'sharing'" in seen.desk.message
    assert references(orphaned) == [("sharing", LATE)]


@pytest.mark.parametrize(
    ("keys", "left", "said"),
    [
        (("X",), [], "sharing: deleted, U brings it back"),
        (("X", "U"), [("sharing", LATE)], "undone: sharing deleted"),
        (("X", "U", "R"), [], "done again: sharing deleted"),
        (("C", "d"), [("disruption", LATE)], "sharing → Disruption: saved"),
        (("A", "p", "enter"), [("sharing", LATE)], ""),
        (("Z", "enter"), [("sharing", LATE)], "the bounds are as they were"),
    ],
)
def test_a_reference_of_a_code_that_is_gone_takes_every_action(orphaned, keys, left, said):
    seen = press(orphaned, "end", *keys)
    assert references(orphaned) == left
    assert seen.desk.message.removesuffix(". Tab: next in another note") == said


def test_what_is_saved_is_said(session):
    assert press(session, "end", "s").desk.message == "Direct support: saved"
    assert press(session, "end", "C", "d").desk.message == "Direct support → Disruption: saved"
    seen = press(session, "end", "Z", "left", "enter")
    assert seen.desk.message == "Disruption, new bounds: saved"


def test_new_bounds_of_a_code_that_is_gone_are_refused_in_words(orphaned):
    seen = press(orphaned, "end", "Z", "left", "enter")
    assert "there is no code 'sharing'" in seen.desk.message
    assert references(orphaned) == [("sharing", LATE)]
    assert seen.desk.mode == "read"


# Bounds leave the unit and the cursor as they were


@pytest.mark.parametrize(
    "keys",
    [
        *(("left", key) for key in ("enter", "escape", "Z")),
        ("U",),
        ("greater_than_sign",),
        ("tab",),
    ],
)
def test_after_bounds_the_unit_is_what_it_was(session, keys):
    seen = press(session, "end", "s", "Z", *keys)
    assert seen.desk.mode == "read"
    assert seen.desk.cursor.level == "sentence"
    assert not seen.desk.cursor.sticky


def test_another_note_ends_the_moving_of_bounds_too(session):
    seen = press(session, "end", "s", "Z", "N")
    assert (seen.desk.mode, seen.desk.cursor.level) == ("read", "sentence")


def test_the_next_code_after_bounds_lies_on_a_sentence(session):
    press(session, "end", "s", "Z", "left", "enter", "home", "end", "d")
    assert references(session) == [("support", "He was"), ("disruption", LATE)]


def test_the_cursor_returns_to_the_sentence_of_which_a_part_was_coded(session):
    press(session, "end", "minus", "minus", "s")
    seen = press(session, "end", "Z", "right", "escape")
    assert seen.desk.selection.cut(FIRST) == LATE
    seen = press(session, "end", "Z", "right", "enter")
    assert seen.desk.selection.cut(FIRST) == LATE
    assert references(session) == [("support", "He was")]


# What is shown is what is stored


def test_a_text_that_changed_meanwhile_is_said_and_shown(session, project_dir):
    new = "Another text. " + "It has many sentences. " * 20 + "This is the last."

    async def act(pilot, app):
        await pilot.press("end")
        store(project_dir / "corpus" / "notecode.db", {**TEXTS, "N1": ("C001", new)})
        await pilot.press("s")
        await pilot.pause()
        desk = desk_of(app)
        assert desk.message.startswith("! the text of this note is another by now. ")
        assert desk.page.coded == session.open_note("N1")
        assert desk.selection.cut(new) == "Another text."
        await pilot.press("end", "s")

    drive(session, act)
    assert references(session) == [("support", "This is the last.")]


@pytest.mark.parametrize("keys", [("backspace",), ("E", "escape")])
def test_the_cursor_goes_on_in_a_text_that_replaced_the_one_shown(session, project_dir, keys):
    new = "He rang. She rang back at four, and both of them wait. The end of it."

    async def act(pilot, app):
        await pilot.press("right")
        store(project_dir / "corpus" / "notecode.db", {**TEXTS, "N1": ("C001", new)})
        await pilot.press(*keys)
        desk = desk_of(app)
        assert desk.selection.cut(new) == "He rang."
        await pilot.press("end", "s")

    drive(session, act)
    assert references(session) == [("support", "The end of it.")]


def test_a_suggestion_rejected_on_a_text_that_was_replaced_leaves_no_old_units(tmp_path):
    directory = build_project(tmp_path / "p", TEXTS)
    suggest(directory, MENTIONS, SUGGESTIONS)
    new = FIRST.replace("Probation", "Our own probation").removesuffix(LATE)
    moved = [replace(s, span=Span(0, 3)) for s in SUGGESTIONS[1:3]]
    with open_coding(find_project(directory), "ann") as session:
        desk = Desk(session)
        desk.next_suggestion()
        store(directory / "corpus" / "notecode.db", {**TEXTS, "N1": ("C001", new)})
        suggest(directory, [], moved)
        desk.reject()
        assert desk.message.startswith("Disruption: rejected")
        assert desk.page.text == new
        desk.move_to_end(1)
        assert desk.selection.cut(new) == "Agreed to meet on Monday, and to tell police."


def test_an_undo_that_is_passed_over_is_said_and_the_next_goes_further_back(session, project_dir):
    new = {**TEXTS, "N1": ("C001", "Another text.")}
    said = []

    async def act(pilot, app):
        desk = desk_of(app)
        await pilot.press("N", "end", "d", "P", "end", "s", "X")
        store(project_dir / "corpus" / "notecode.db", new)
        for _ in range(4):
            await pilot.press("U")
            await pilot.pause()
            said.append(desk.message)
            assert desk.page.coded == session.open_note(desk.page.coded.note.id)
        assert desk.page.text == SECOND

    drive(session, act)
    assert said[0].startswith("! Direct support deleted: its place in the note's new")
    assert said[0].endswith("It is passed over; the next one goes further back")
    assert said[1].startswith("! Direct support added")
    assert said[2].startswith("undone: Disruption")
    assert said[3] == "there is nothing to undo"
    assert references(session, "N2") == []


def test_a_reference_changed_meanwhile_is_said_whole_and_shown(session, project_dir):
    async def act(pilot, app):
        await pilot.press("end", "s")
        desk = desk_of(app)
        stale = desk.page.coded
        with open_coding(find_project(project_dir), "ann") as other:
            other.recode(stale.references[0].id, "disruption")
        await pilot.press("C", "s")
        await pilot.pause()
        assert desk.page.coded == session.open_note("N1")
        assert desk.mode == "read"

    drive(session, act)


def test_a_long_reason_takes_both_lines_at_the_foot(session):
    desk = Desk(session)
    desk.message = "! " + "a long reason why it could not be done " * 3 + "end"
    lines = foot(desk, Look({}, {}, no_color=True), 80)
    assert all(sum(len(text) for text, _ in line) <= 80 for line in lines)
    assert lines[1][0][0].endswith("end")


def test_an_undo_on_another_note_brings_its_row_of_the_list_up_to_date(session):
    async def act(pilot, app):
        marks = []
        for keys in (("N",), ("end", "s", "P"), ("U",), ("P", "R")):
            await pilot.press(*keys)
            await pilot.pause()
            marks.append(screen_text(app).splitlines()[2][0])
        assert marks == ["○", "●", "○", "●"]

    drive(session, act, size=(120, 40))


# Notes that are new


def test_notes_imported_meanwhile_are_listed_and_the_open_one_stays(session, project_dir):
    async def act(pilot, app):
        await pilot.press("slash", *"flat", "enter")
        await app.workers.wait_for_complete()
        desk = desk_of(app)
        assert desk.page.text == SECOND
        new = {"N0": ("C001", "Earlier."), **TEXTS, "N5": ("C002", "A flat again.")}
        store(project_dir / "corpus" / "notecode.db", new)
        app.screen._look_elsewhere()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert sorted(desk.ids) == ["N0", "N1", "N2", "N3", "N4", "N5"]
        assert desk.ids == session.note_ids()
        assert desk.page.text == SECOND
        assert desk.ids[desk.at] == "N2"
        await pilot.press("M")
        await pilot.pause()
        assert desk.page.text == "A flat again."

    drive(session, act)


def test_under_a_filter_new_notes_that_fit_come_in_and_coded_ones_stay(session, project_dir):
    async def act(pilot, app):
        await pilot.press("F", "F")
        await app.workers.wait_for_complete()
        await pilot.press("end", "s")
        desk = desk_of(app)
        assert desk.wanted.of("state") == ("uncoded",)
        store(project_dir / "corpus" / "notecode.db", {**TEXTS, "N5": ("C002", "New.")})
        app.screen._look_elsewhere()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert desk.ids == ["N1", "N2", "N3", "N4", "N5"]

    drive(session, act)


def test_looking_elsewhere_keeps_what_was_said(session, project_dir):
    async def act(pilot, app):
        await pilot.press("end", "s")
        suggest(project_dir, MENTIONS, SUGGESTIONS[:2])
        app.screen._look_elsewhere()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert desk_of(app).message == "Direct support: saved"
        assert len(desk_of(app).page.suggestions) == 2

    drive(session, act)


def test_a_note_that_changes_under_the_desk_keeps_selection_inside_its_text(tmp_path):
    directory = build_project(tmp_path / "p", TEXTS)
    with open_coding(find_project(directory), "ann") as session:
        desk = Desk(session)
        desk.move_to_end(1)
        store(directory / "corpus" / "notecode.db", {**TEXTS, "N1": ("C001", "Short.")})
        desk.reload()
        assert desk.selection.cut(desk.page.text) == "Short."


def test_what_comes_back_while_the_coder_is_closed_finds_no_widget_and_draws_nothing(session):
    """A thread has read the codebook, and its screen is being taken away piece by piece."""

    async def act(pilot, app):
        await app.screen.query_one("#header").remove()
        app._running = False
        app.screen.show(stale="*")

    drive(session, act)
