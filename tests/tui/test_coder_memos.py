"""Memos beside the note: every action by its keys, asserted on the database."""

import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from coder_project import Seen, drive, press, screen_text, span_of
from textual import events
from textual.pilot import Pilot

from notecode.errors import DatabaseError
from notecode.memos import PROJECT, Thing
from notecode.project import find_project
from notecode.project.coding import memos
from notecode.project.coding.session import CodingSession, open_coding
from notecode.store import memos as stored_memos
from notecode.store import references
from notecode.tui.coder.app import CoderApp
from notecode.tui.coder.memo_area import MemoArea
from notecode.tui.coder.screen import CoderScreen

NOTE = Thing("note", "N1")


def on(session: CodingSession, thing: Thing) -> list[str]:
    return [memo.text for memo in stored_memos.memos_on(session.db, thing)]


def write(session: CodingSession, thing: Thing, text: str) -> str:
    writing = memos.begin(session, thing)
    writing.save(text)
    assert writing.memo is not None
    return writing.memo.id


def typed(text: str) -> list[str]:
    names = {" ": "space", "\n": "enter", ".": "full_stop", "[": "left_square_bracket"}
    return [names.get(character, character) for character in text]


# Writing


def test_e_writes_a_memo_on_the_note_and_esc_saves_and_says_so(session):
    seen = press(session, "E", *typed("He moved.\nTwice."), "escape")
    assert on(session, NOTE) == ["He moved.\nTwice."]
    assert seen.desk.message == "memo on note N1: saved"
    assert session.open_note("N1").references == ()


@pytest.mark.parametrize("old", ["One.\u2028Two.", "Cafe\u0301", "le\u200bft"])
def test_a_memo_of_before_with_unusual_characters_is_not_written_anew_by_looking(session, old):
    key = write(session, NOTE, "One.")
    with session.db.writing():
        session.db.execute("UPDATE memos SET text = ? WHERE id = ?", (old, key))
    seen = press(session, "E")
    assert "saved" in seen.text
    assert "not saved yet" not in seen.text
    seen = press(session, "E", "escape")
    assert on(session, NOTE) == [old]
    assert seen.desk.message == "memo on note N1: nothing changed"


def test_a_memo_pasted_in_other_characters_is_saved_once_and_said_to_be(session):
    async def act(pilot: Pilot[None], app: CoderApp) -> None:
        await pilot.press("E")
        app.screen.post_message(events.Paste("Cafe\u0301"))
        await pilot.pause()
        await pilot.press("ctrl+s")
        assert "not saved yet" not in screen_text(app)

    drive(session, act)
    assert on(session, NOTE) == ["Caf\u00e9"]


def test_a_memo_written_and_erased_leaves_nothing_to_undo(session):
    seen = press(session, "E", "a", "ctrl+s", "backspace", "escape", "U")
    assert on(session, NOTE) == []
    assert seen.desk.message == "there is nothing to undo"
    seen = press(session, "E", "a", "ctrl+s", "backspace", "escape")
    assert seen.desk.message == "memo on note N1: erased again"


def test_e_writes_on_the_reference_at_the_cursor(session):
    reference = session.code_span("N1", span_of(seen_text(session), "He was late."), "disruption")
    thing = Thing("reference", reference.added[0].id)
    seen = press(session, "end", "E", *typed("Why so"), "escape")
    assert on(session, thing) == ["Why so"]
    assert seen.desk.message == "memo on Disruption here: saved"
    assert "by hand  *memo" in seen.text
    row = next(line for line in seen.text.splitlines() if "He was late." in line)
    assert "*" in row[:7]


def seen_text(session: CodingSession) -> str:
    return session.open_note("N1").note.text


def test_letters_capitals_and_digits_are_text_while_one_writes(session):
    press(session, "E", *typed("i 1 S X U"), "escape")
    assert on(session, NOTE) == ["i 1 S X U"]
    assert session.open_note("N1").references == ()


def test_the_cursor_of_a_memo_is_drawn_although_the_note_has_the_focus(session):
    async def act(pilot: Pilot[None], app: CoderApp) -> None:
        await pilot.press("E", "a", "b", "left")
        await pilot.pause()
        area = app.screen.query_one(MemoArea)
        assert app.focused is not area
        cursor = area.get_component_rich_style("text-area--cursor")
        drawn = [part.text for part in area.render_line(0) if part.style == cursor]
        assert drawn == ["b"]

    drive(session, act)


def test_keys_typed_before_the_memo_is_there_are_text_in_their_order(session):
    async def act(pilot: Pilot[None], app: CoderApp) -> None:
        screen = app.screen
        assert isinstance(screen, CoderScreen)
        for character in "Eisd":
            screen.on_key(events.Key(character, character))
        await pilot.pause()
        await pilot.press("2", "escape")

    drive(session, act)
    assert on(session, NOTE) == ["isd2"]
    assert session.open_note("N1").references == ()


def test_what_was_typed_ahead_goes_where_it_was_meant_to(session):
    async def act(pilot: Pilot[None], app: CoderApp) -> None:
        screen = app.screen
        assert isinstance(screen, CoderScreen)
        for key, character in (("E", "E"), ("a", "a"), ("escape", None), ("i", "i")):
            screen.on_key(events.Key(key, character))
            if key == "E":
                screen.on_paste(events.Paste("pasted "))
        await pilot.pause()

    drive(session, act)
    assert on(session, NOTE) == ["pasted a"]
    assert [r.code for r in session.open_note("N1").references] == ["sharing"]


def test_whether_it_is_saved_is_said_in_words(session):
    assert " empty " in press(session, "E").text
    assert " not saved yet " in press(session, "E", "a").text
    seen = press(session, "E", "b", "ctrl+s")
    assert " saved " in seen.text
    assert "not saved" not in seen.text


def test_a_pause_saves(session, monkeypatch):
    monkeypatch.setattr("notecode.tui.coder.memos.PAUSE", 0.01)

    async def act(pilot: Pilot[None], app: CoderApp) -> None:
        await pilot.press("E", "a", "b")
        for _ in range(100):
            await pilot.pause(0.02)
            if on(session, NOTE):
                break
        await pilot.pause()
        assert " saved " in screen_text(app)
        await pilot.press("c")

    drive(session, act)
    assert on(session, NOTE)[0].startswith("ab")


def test_what_was_typed_is_kept_when_the_coder_is_quit(session):
    seen = press(session, "E", *typed("ab"), "ctrl+q")
    assert seen.return_code == 0
    assert on(session, NOTE) == ["ab"]


def test_what_was_typed_is_kept_when_the_coder_is_ended(session):
    async def act(pilot: Pilot[None], app: CoderApp) -> None:
        await pilot.press("E", "a", "b")
        app.exit(return_code=143)

    drive(session, act)
    assert on(session, NOTE) == ["ab"]


def test_nothing_written_is_no_memo(session):
    seen = press(session, "E", "escape")
    assert on(session, NOTE) == []
    assert seen.desk.message == "no memo"
    seen = press(session, "E", "space", "escape")
    assert on(session, NOTE) == []


def test_an_emptied_memo_is_deleted_and_u_brings_it_back(session):
    write(session, NOTE, "ab")
    seen = press(session, "E", "backspace", "backspace", "escape")
    assert on(session, NOTE) == []
    assert seen.desk.message == "memo on note N1: deleted, U brings it back"
    seen = press(session, "U")
    assert on(session, NOTE) == ["ab"]
    assert seen.desk.message == "undone: memo on note N1 deleted"
    assert "*memo" in seen.text


def test_undo_goes_to_the_note_of_the_memo_and_redo_too(session):
    press(session, "N", "E", *typed("There"), "escape")
    seen = press(session, "G", *typed("N1"), "enter", "U")
    assert seen.desk.page.coded.note.id == "N2"
    assert on(session, Thing("note", "N2")) == []
    assert "*memo" not in seen.text
    seen = press(session, "R")
    assert on(session, Thing("note", "N2")) == ["There"]
    assert seen.desk.message == "done again: memo on note N2 written"


def test_one_key_opens_the_memo_of_the_note_from_a_reference_and_from_its_memo(session):
    press(session, "end", "s", "end")
    seen = press(session, "end", "ctrl+n")
    assert "memo on note N1" in seen.text
    seen = press(session, "end", "E", *typed("here"))
    assert "Ctrl+N the note's" in seen.text
    seen = press(session, "end", "E", *typed("here"), "ctrl+n", *typed("whole"), "escape")
    assert len(session.open_note("N1").memos) == 2


def test_undo_of_a_memo_without_a_place_stays_here(session):
    write(session, PROJECT, "All of it.")
    seen = press(session, "U")
    assert on(session, PROJECT) == []
    assert seen.desk.page.coded.note.id == "N1"
    assert seen.desk.message == "undone: memo on the project written"


def test_moving_selecting_and_pasting_in_the_text(session):
    keys = ("left", "left", "X", "home", "shift+right", "Y", "ctrl+e", "enter", "z")
    press(session, "E", *typed("abcd"), *keys, "escape")
    assert on(session, NOTE) == ["YbXcd\nz"]

    async def act(pilot: Pilot[None], app: CoderApp) -> None:
        await pilot.press("N", "E")
        app.screen.post_message(events.Paste("one\r\n\x1b[31mtwo\tx\x07"))
        await pilot.pause()
        await pilot.press("escape")

    drive(session, act)
    assert on(session, Thing("note", "N2")) == ["one\n[31mtwo x"]


@pytest.mark.parametrize(
    ("pasted", "taken"),
    [
        ("10\u00a0000", "10 000"),
        ("10\u202f000 at\u2009once\u3000here", "10 000 at once here"),
        ("one\u2028two\u2029three\x85four\r\nfive", "one\ntwo\nthree\nfour\nfive"),
        ("a 👩\u200d👧 came", "a 👩\u200d👧 came"),
        ("a\tb", "a   b"),
        ("\x1b[31mred\u202e\u2066 \x9b\u200e.", "[31mred ."),
    ],
)
def test_what_is_pasted_says_what_it_said(session, pasted, taken):
    async def act(pilot: Pilot[None], app: CoderApp) -> None:
        await pilot.press("E")
        await pilot.pause()
        app.screen.post_message(events.Paste(pasted))
        await pilot.pause()
        await pilot.press("escape")

    drive(session, act)
    assert on(session, NOTE) == [taken]


def test_a_mode_is_ended_first(session):
    session.code_span("N1", span_of(seen_text(session), "He was late."), "disruption")
    seen = press(session, "end", "C", "E")
    assert seen.desk.message == "first end this: Enter, or Esc"
    assert seen.desk.mode == "recode"


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50), (40, 12)])
def test_the_note_stays_in_sight_while_one_writes(session, size):
    seen = press(session, "E", *typed("A thought"), size=size)
    assert "A thought" in seen.text
    assert "T/C to police" in seen.text
    assert "memo on note N1" in seen.text
    assert "not saved yet" in seen.text


def test_a_resize_loses_no_letter(session):
    async def act(pilot: Pilot[None], app: CoderApp) -> None:
        await pilot.press("E", "a")
        await pilot.resize_terminal(120, 60)
        await pilot.press("b")
        await pilot.pause()
        assert app.screen.query_one(".memo").size.height > 10
        await pilot.resize_terminal(50, 14)
        await pilot.press("c", "escape")

    drive(session, act)
    assert on(session, NOTE) == ["abc"]


# Two at once


def test_the_second_to_save_sees_both_and_nothing_is_overwritten(session, project_dir):
    write(session, NOTE, "Mine.")

    async def act(pilot: Pilot[None], app: CoderApp) -> None:
        await pilot.press("E", *typed(" More"))
        with open_coding(find_project(project_dir), "ann") as other:
            memos.begin(other, NOTE).save("Theirs.")
        await pilot.press("escape")
        assert on(session, NOTE) == ["Theirs."]
        shown = screen_text(app)
        assert "Theirs." in shown
        assert "Mine. More" in shown
        assert "! changed meanwhile by somebody else" in shown
        await pilot.press("escape")

    drive(session, act)
    assert on(session, NOTE) == ["Theirs.\n\n———\n\nMine. More"]


def test_a_memo_that_cannot_be_stored_is_not_left_unnoticed(session, monkeypatch):
    def fail(*_: object, **__: object) -> None:
        raise DatabaseError("the database is locked by another program", hint="Close it.")

    monkeypatch.setattr("notecode.project.coding.memos.references.apply_change", fail)
    monkeypatch.setattr("notecode.tui.coder.memos.AT_LAST", 0.1)
    seen = press(session, "E", "a", "escape")
    assert "! the database is locked" in seen.text
    assert "Esc again leaves without saving" in " ".join(seen.text.split())
    seen = press(session, "E", "a", "escape", "b", "escape")
    assert "Esc again leaves without saving" in " ".join(seen.text.split())
    seen = press(session, "E", "a", "escape", "escape")
    assert seen.desk.message == "! the memo was not saved"


def test_a_memo_left_without_saving_is_not_stored_although_it_could_be_by_then(
    session, monkeypatch
):
    apply_change, locked = references.apply_change, [True, True]

    def fail_twice(*arguments: Any, **named: Any) -> None:
        if locked:
            locked.pop()
            raise DatabaseError("the database is locked by another program", hint="Close it.")
        apply_change(*arguments, **named)

    monkeypatch.setattr("notecode.project.coding.memos.references.apply_change", fail_twice)
    seen = press(session, "E", "a", "escape", "escape")
    assert seen.desk.message == "! the memo was not saved"
    assert locked == []
    assert on(session, NOTE) == []


def test_a_memo_too_long_is_said(session):
    async def act(pilot: Pilot[None], app: CoderApp) -> None:
        await pilot.press("E")
        app.screen.post_message(events.Paste("word " * 5_000))
        await pilot.pause()
        await pilot.press("ctrl+s")
        assert "20,000 are the most" in screen_text(app)

    drive(session, act)
    assert on(session, NOTE) == []


# Links


def test_two_brackets_offer_what_can_be_linked(session):
    press(session, "E", *typed("See [["), *typed("C002"), "enter", *typed(" now"), "escape")
    assert on(session, NOTE) == ["See [[case:C002]] now"]


def test_a_link_is_chosen_from_the_list(session):
    write(session, Thing("case", "C001"), "About the flat.")
    seen = press(session, "E", *typed("[[flat"))
    assert "link to: flat" in seen.text
    assert "on case:C001: About the flat." in seen.text
    press(session, "N", "E", *typed("[[disr"), "enter", "escape")
    assert on(session, Thing("note", "N2")) == ["[[code:disruption]]"]


def test_a_reference_of_the_note_is_linked_by_its_words(session):
    change = session.code_span("N1", span_of(seen_text(session), "He was late."), "disruption")
    press(session, "home", "E", *typed("As [[was late"), "enter", "escape")
    assert on(session, NOTE) == [f"As [[reference:{change.added[0].id}]]"]
    seen = press(session, "home", "E", "ctrl+g")
    assert seen.desk.reference.id == change.added[0].id


def test_esc_leaves_nothing_of_a_link_that_was_begun(session):
    press(session, "E", *typed("See [[x"), "escape", *typed("it"), "escape")
    assert on(session, NOTE) == ["See it"]


def test_a_link_is_found_by_what_the_list_shows_of_it(session):
    press(session, "E", *typed("[[case:C002"), "enter", "escape")
    assert on(session, NOTE) == ["[[case:C002]]"]
    press(session, "N", "E", *typed("[["), *typed("[[code:disr"), "enter", "escape")
    assert on(session, Thing("note", "N2")) == ["[[code:disruption]]"]


def test_a_broken_link_is_said(session):
    seen = press(session, "E", *typed("[case:C9]]"), "home", *typed("["), "escape")
    assert seen.desk.message == "! memo on note N1: saved, but [[case:C9]] leads nowhere"
    assert "! leads nowhere: [[case:C9]]" in press(session, "E").text


def test_what_links_here_is_shown(session):
    write(session, PROJECT, "See [[note:N1]].")
    assert "linked from the memos on project" in press(session, "E").text


def test_ctrl_g_goes_where_the_link_leads(session):
    write(session, NOTE, "[[note:N2]]")
    seen = press(session, "E", "left", "ctrl+g")
    assert seen.desk.page.coded.note.id == "N2"
    key = write(session, Thing("note", "N2"), "There.")
    write(session, NOTE, f"[[memo:{key}]]")
    seen = press(session, "G", *typed("N1"), "enter", "E", "ctrl+g")
    assert "There." in seen.text
    assert "memo on note N2" in seen.text


def test_ctrl_g_says_what_a_code_means_and_what_is_gone(session):
    write(session, NOTE, "[[code:disruption]]")
    seen = press(session, "E", "ctrl+g")
    assert seen.desk.message == "Disruption: Risk is got in the way of."
    memos.begin(session, NOTE).save("[[note:N9]]")
    seen = press(session, "E", "ctrl+g")
    assert seen.desk.message == "! there is no note 'N9' any more"


# All memos


@pytest.fixture
def many(session: CodingSession) -> dict[str, str]:
    """The ids of memos on several things, by their text."""
    change = session.code_span("N2", span_of("Visit. He", "He"), "support")
    things = {
        "About the flat.": Thing("case", "C001"),
        "Flat broke.": Thing("code", "support"),
        "Late again.": Thing("note", "N1"),
        "On him.": Thing("reference", change.added[0].id),
        "Everything.": PROJECT,
    }
    return {text: write(session, thing, text) for text, thing in things.items()}


def listed(seen: Seen) -> list[str]:
    """What stands in the list, row by row."""
    head = next(n for n, line in enumerate(seen.text.splitlines()) if line.startswith(" memos ("))
    rows = seen.text.splitlines()[head + 1 :]
    return [row.strip("▸ ").strip() for row in rows if " ann " in row]


def test_w_lists_all_memos_with_what_they_are_on(session, many):
    rows = listed(press(session, "W"))
    assert {" ".join(row.split()) for row in rows} == {
        "project ann Everything.",
        "Direct support in note N2 ann On him.",
        "note N1 ann Late again.",
        "code Direct support ann Flat broke.",
        "case C001 ann About the flat.",
    }
    assert len(rows) == 5


def test_typing_looks_for_words_and_tab_filters(session, many):
    assert len(listed(press(session, "W", *typed("flat")))) == 2
    assert len(listed(press(session, "W", *typed("flat b")))) == 1
    seen = press(session, "W", *typed("xyz"))
    assert "no memo fits" in seen.text
    seen = press(session, "W", "tab")
    assert "memos (reference)" in seen.text
    assert len(listed(seen)) == 1
    assert "memos (gone)" in press(session, "W", "shift+tab").text
    assert session.open_note("N1").references == ()


def test_memos_of_deleted_references_are_found_by_themselves(session, many):
    session.delete(session.open_note("N2").references[0].id)
    seen = press(session, "W")
    assert "On him." not in seen.text
    seen = press(session, "W", "shift+tab")
    assert "reference that is gone" in seen.text
    assert "On him." in seen.text
    seen = press(session, "W", "shift+tab", "ctrl+g")
    assert "gone; U may bring it back" in seen.desk.message


def test_enter_opens_a_memo_and_esc_goes_back_to_the_list(session, many):
    seen = press(session, "W", *typed("late"), "enter", *typed(" And again"), "escape")
    assert on(session, NOTE) == ["Late again. And again"]
    assert "memos (all): late" in seen.text
    assert listed(seen) == ["note N1                    ann      Late again. And again"]
    seen = press(session, "W", "escape")
    assert "memos (" not in seen.text
    assert "Direct support" in seen.text


def test_ctrl_g_goes_to_the_place(session, many):
    seen = press(session, "W", *typed("him"), "ctrl+g")
    assert seen.desk.page.coded.note.id == "N2"
    assert seen.desk.reference.code == "support"
    assert "memos (" not in seen.text


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("whole", PROJECT),
        ("this case", Thing("case", "C001")),
        ("C002", Thing("case", "C002")),
        ("indirect", Thing("code", "indirect")),
    ],
)
def test_ctrl_n_writes_one_on_case_code_or_project(session, words, thing):
    press(session, "W", "ctrl+n", *typed(words), "enter", *typed("New"), "escape")
    assert on(session, thing) == ["New"]


def test_ctrl_n_opens_the_memo_that_is_there(session, many):
    press(session, "W", "ctrl+n", *typed("whole"), "enter", *typed(" More"), "escape")
    assert on(session, PROJECT) == ["Everything. More"]


def test_ctrl_d_deletes_and_u_brings_back(session, many):
    seen = press(session, "W", *typed("late"), "ctrl+d")
    assert on(session, NOTE) == []
    assert listed(seen) == []
    assert seen.desk.message == "memo on note N1 deleted; U brings it back"
    press(session, "U")
    assert on(session, NOTE) == ["Late again."]


def test_a_list_of_none_says_how_to_begin(session):
    assert "no memo yet: E in the note" in press(session, "W").text


def test_another_coders_memo_is_opened_and_named(session, project_dir):
    with open_coding(find_project(project_dir), "ben") as other:
        write(other, NOTE, "His.")
    seen = press(session, "E")
    assert " empty " in seen.text
    assert "another memo here, by ben: W" in seen.text
    seen = press(session, "W", "enter")
    assert "memo on note N1 by ben" in seen.text
    press(session, "W", "enter", *typed(" Hers"), "escape")
    assert on(session, NOTE) == ["His. Hers"]
    assert session.undo() is not None
    assert on(session, NOTE) == ["His."]


def test_a_memo_marks_its_note_in_the_list(session):
    before = press(session, size=(120, 40)).text
    write(session, NOTE, "Marked.")
    after = press(session, size=(120, 40)).text
    row = next(line for line in after.splitlines() if line.startswith("○  C001"))
    assert "*" in row[:31]
    assert "*" not in before


def test_nothing_of_a_memo_that_a_terminal_obeys_is_drawn(session):
    key = write(session, NOTE, "Plain.")
    with session.db.writing():
        session.db.execute("UPDATE memos SET text = ? WHERE id = ?", ("\x1b[31mRed\x9b", key))
    text = press(session, "W").text
    assert "\x1b" not in text
    assert "\x9b" not in text
    assert "Red" in text


# What is shown as saved is saved


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_kill_loses_nothing_that_was_shown_as_saved(project_dir: Path):
    code = (
        "import sys; from notecode.project import find_project;"
        "from notecode.project.coding.session import open_coding;"
        "from notecode.tui.coder.app import run_coder; from pathlib import Path;"
        "run_coder(open_coding(find_project(Path(sys.argv[1])), 'ann'))"
    )
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(project_dir)],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"},
    )
    os.close(follower)
    try:
        wait_for(leader, "T/C to police")
        os.write(leader, b"Ekept thought")
        wait_for(leader, "not saved yet")
        os.write(leader, b"\x1b")
        wait_for(leader, "memo on note N1: saved")
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
        os.close(leader)
    with open_coding(find_project(project_dir), "ann") as session:
        assert on(session, NOTE) == ["kept thought"]


def wait_for(leader: int, words: str, seconds: float = 30) -> None:
    """Read the terminal until these words stand in what was sent, colours left out."""
    import re
    import select

    seen = ""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if select.select([leader], [], [], 0.1)[0]:
            seen += os.read(leader, 65_536).decode("utf-8", "replace")
            plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", seen)
            if words in plain:
                return
    raise AssertionError(f"{words!r} was not shown; the terminal has {shutil.get_terminal_size()}")


def test_a_memo_is_not_linked_to_the_reference_that_it_is_on(session):
    text = press(session, "end", "s", "E", *"[[").text
    assert "link to" in text
    assert "Direct support: He was late." not in text
    press(session, "end", "d", "E", *"[[dir", "enter", "escape")
    own = {r.code: r.id for r in session.open_note("N1").references}
    newest, *_ = memos.find(session.db)
    assert newest.memo.text == f"[[reference:{own['support']}]]"


def test_the_list_of_memos_shows_words_for_the_ids_of_links(session):
    press(session, "end", "s", "d", "E", *"see [[sup", "enter", "escape")
    text = press(session, "W").text
    assert "see [[Direct support in note N1]]" in text
    assert "reference:" not in text


def test_how_a_memo_is_left_is_said_beside_a_long_label(session):
    path = session.project.codebook_path
    label = "Disruption and the management of every risk there is"
    path.write_text(path.read_text().replace("label: Disruption\n", f"label: {label}\n"))
    session.take_codebook()
    assert "Esc leaves" in press(session, "end", "d", "E").text
