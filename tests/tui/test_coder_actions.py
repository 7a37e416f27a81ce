"""Every action of the table, by its key, asserted on the database."""

import sqlite3
from pathlib import Path

import pytest
from coder_project import FIRST, SECOND, Seen, desk_of, drive, press, span_of
from textual import events

from notecode.model import Span
from notecode.project import find_project
from notecode.project.coding.session import CodingSession, open_coding
from notecode.tui.coder.actions import ACTIONS
from notecode.tui.coder.commands import DESK_COMMANDS, SCREEN_COMMANDS


def stored(session: CodingSession) -> list[tuple[str, str, str]]:
    """(note, code, text) of every reference of this coder, read from the database."""
    found = []
    for note_id in session.note_ids():
        coded = session.open_note(note_id)
        found += [(note_id, r.code, r.span.cut(coded.note.text)) for r in coded.references]
    return found


def decisions(project_dir: Path) -> dict[str, str]:
    with sqlite3.connect(project_dir / "corpus" / "notecode.db") as db:
        return dict(db.execute("SELECT suggestion_id, decision FROM decisions"))


def selected(seen: Seen) -> str:
    desk = seen.desk
    return desk.selection.cut(desk.page.text) if desk.selection else ""


# The table

OF_EVERY_SCREEN = {"up", "down", "page-up", "page-down", "quit"}


def test_every_action_has_a_command_and_every_command_an_action(session):
    commands = [*DESK_COMMANDS, *SCREEN_COMMANDS, *OF_EVERY_SCREEN]
    assert sorted(commands) == sorted(action.id for action in ACTIONS)


def test_no_two_actions_share_a_key_and_none_takes_a_small_letter_or_a_digit():
    keys = [key for action in ACTIONS for key in action.keys.split(",")]
    assert len(keys) == len(set(keys))
    assert not [key for key in keys if len(key) == 1 and (key.islower() or key.isdigit())]


# Suggestions


def test_a_note_opens_on_its_first_suggestion(session):
    seen = press(session)
    assert selected(seen) == "T/C to police re the call-out; no further action."


def test_enter_accepts_and_goes_on(session, project_dir):
    seen = press(session, "enter")
    assert stored(session) == [
        ("N1", "sharing", "T/C to police re the call-out; no further action.")
    ]
    assert decisions(project_dir) == {"s1": "accepted"}
    reference = session.open_note("N1").references[0]
    assert (reference.origin, reference.suggestion, reference.agencies) == (
        "rule",
        "s1",
        ("police",),
    )
    assert selected(seen) == "Probation confirmed that he came."
    assert seen.desk.message == "Information sharing: saved"


def test_backspace_rejects_and_goes_on(session, project_dir):
    seen = press(session, "backspace")
    assert stored(session) == []
    assert decisions(project_dir) == {"s1": "rejected"}
    assert selected(seen) == "Probation confirmed that he came."
    assert "rejected" in seen.desk.message


def test_a_letter_accepts_as_another_code(session, project_dir):
    press(session, "d")
    assert stored(session) == [
        ("N1", "disruption", "T/C to police re the call-out; no further action.")
    ]
    assert decisions(project_dir) == {"s1": "accepted"}


def test_of_two_suggestions_on_a_sentence_a_letter_takes_its_own(session, project_dir):
    seen = press(session, "tab", "i")
    assert decisions(project_dir) == {"s2": "accepted"}
    seen = press(session, "tab", "d")
    assert decisions(project_dir) == {"s2": "accepted", "s3": "accepted"}
    assert seen.desk.page.suggestions.items[0].id == "s1"


def test_tab_steps_through_suggestions_of_one_sentence_and_into_the_next_note(session):
    def current(*keys: str) -> str:
        suggestion = press(session, *keys).desk.suggestion
        return suggestion.id if suggestion else ""

    seen = [current(*["tab"] * n) for n in range(2)]
    assert seen[0] == "s1"
    assert {current("G", "N", "1", "enter", *["tab"] * n) for n in (1, 2)} == {"s2", "s3"}
    assert current("G", "N", "1", "enter", "tab", "tab", "tab") == "s4"


def test_shift_tab_goes_back(session):
    seen = press(session, "tab", "shift+tab")
    assert seen.desk.suggestion.id == "s1"
    seen = press(session, "shift+tab")
    assert seen.desk.message == "no suggestion before this"


def test_the_last_suggestion_of_a_note_says_where_others_are(session):
    seen = press(session, "enter", "enter", "enter")
    assert len(stored(session)) == 3
    assert "Tab" in seen.desk.message
    assert press(session, "tab").desk.page.coded.note.id == "N2"


def test_accept_and_reject_without_a_suggestion_say_so(session, project_dir):
    seen = press(session, "end", "enter")
    assert "no suggestion here" in seen.desk.message
    seen = press(session, "end", "backspace")
    assert "no suggestion here" in seen.desk.message
    assert decisions(project_dir) == {}


# Selecting


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["right"], "Probation confirmed that he came."),
        (["right", "right"], "Idva rang, she feels safer."),
        (["right", "left"], "T/C to police re the call-out; no further action."),
        (["left"], "T/C to police re the call-out; no further action."),
        (["end"], "He was late."),
        (["end", "right"], "He was late."),
        (["end", "home"], "T/C to police re the call-out; no further action."),
        (["left_square_bracket"], "T/C to police re the call-out;"),
        (["minus", "minus"], "T/C"),
        (["minus", "minus", "right"], "to"),
        (["minus", "minus", "right", "plus", "plus"], FIRST[:49]),
        (["plus"], FIRST.split("\n")[0]),
        (["plus", "right_square_bracket", "right"], FIRST.split("\n")[2]),
        (["shift+right"], FIRST.split("\n")[0]),
        (["shift+right", "right"], "Idva rang, she feels safer."),
        (["V", "right"], FIRST.split("\n")[0]),
        (["V", "right", "right", "left"], FIRST.split("\n")[0]),
        (["V", "right", "V"], "Probation confirmed that he came."),
        (["V", "right", "escape"], "T/C to police re the call-out; no further action."),
        (["right", "shift+left"], FIRST.split("\n")[0]),
        (["right", "V", "right", "O", "left"], FIRST[: FIRST.index(" Agreed")]),
        (["minus", "minus", "down"], "that"),
        (["minus", "minus", "right", "down", "up"], "to"),
        (["minus", "minus", "shift+down"], FIRST[: FIRST.index(" he came")]),
        (["end", "minus", "minus", "shift+up"], FIRST[FIRST.index("rang") : -len(" was late.")]),
        (["pagedown"], "Agreed to meet on Monday, and to tell police."),
        (["end", "pageup"], "T/C to police re the call-out; no further action."),
    ],
)
def test_selecting(session, keys, expected):
    assert selected(press(session, *keys)) == expected


def test_there_is_nothing_wider_than_a_paragraph_or_narrower_than_a_word(session):
    assert press(session, "plus").desk.message == "unit: paragraph"
    assert press(session, "plus", "plus").desk.message == "paragraph is the widest unit"
    assert press(session, *["minus"] * 4).desk.message == "word is the narrowest unit"
    blank = press(session, "N", "N", "N", "minus")
    assert blank.desk.message == "this note is blank: there is nothing to select"


def test_the_bar_says_what_is_selected(session):
    assert press(session, "end").text.splitlines()[-2].split() == ["selected", "unit:", "sentence"]
    seen = press(session, "end", "minus", "minus", "V", "left").text.splitlines()[-2]
    assert seen.split() == ["extended", "unit:", "word"]


# Coding


def test_a_letter_codes_the_selection_with_the_agencies_mentioned_in_it(session):
    seen = press(session, "end", "left", "left", "s")
    assert stored(session) == [("N1", "support", "Idva rang, she feels safer.")]
    assert session.open_note("N1").references[0].agencies == ("idva",)
    assert seen.desk.message == "Direct support: saved"
    assert seen.desk.totals["support"] == 1


def test_a_digit_is_a_code_too(session):
    press(session, "end", "1")
    assert stored(session) == [("N1", "indirect", "He was late.")]


def test_an_extended_selection_is_coded_whole(session):
    press(session, "end", "shift+left", "s")
    assert stored(session) == [
        ("N1", "support", "Agreed to meet on Monday, and to tell police. He was late.")
    ]


def test_a_letter_without_a_code_changes_nothing(session):
    seen = press(session, "end", "x")
    assert stored(session) == []
    assert "no code has the key x" in seen.desk.message


def test_the_same_code_on_the_same_span_is_refused_in_the_message_line(session):
    seen = press(session, "end", "s", "s")
    assert len(stored(session)) == 1
    assert seen.desk.message.startswith("! ")


def test_recode(session):
    press(session, "end", "s", "C", "d")
    assert stored(session) == [("N1", "disruption", "He was late.")]


def test_recode_waits_for_a_key_that_is_a_code_and_esc_cancels_it(session):
    seen = press(session, "end", "s", "C", "x")
    assert seen.desk.mode == "recode"
    seen = press(session, "end", "C", "escape", "d")
    assert sorted(code for _, code, _ in stored(session)) == ["disruption", "support"]


def test_agencies_are_toggled_by_their_own_keys(session):
    seen = press(session, "end", "s", "A", "p", "o", "p")
    assert session.open_note("N1").references[0].agencies == ("police",)
    assert seen.desk.message == "Probation: taken off, saved"
    assert "Police" in seen.text
    seen = press(session, "end", "A", "i", "enter", "d")
    assert seen.desk.mode == "read"
    agencies = {r.code: r.agencies for r in session.open_note("N1").references}
    assert agencies == {"support": ("idva", "police"), "disruption": ()}


def test_bounds_are_moved_by_words_and_saved_by_enter(session):
    press(session, "end", "s", "Z", "left", "enter")
    assert stored(session) == [("N1", "support", "He was")]
    press(session, "end", "Z", "O", "left", "left", "enter")
    assert stored(session) == [("N1", "support", "tell police. He was")]


def test_esc_leaves_the_bounds_as_they_were(session):
    seen = press(session, "end", "s", "Z", "left", "escape")
    assert stored(session) == [("N1", "support", "He was late.")]
    assert selected(seen) == "He was late."


def test_letters_do_not_code_while_bounds_are_moved(session):
    press(session, "end", "s", "Z", "left", "d")
    assert stored(session) == [("N1", "support", "He was late.")]


@pytest.mark.parametrize("key", ["X", "delete"])
def test_delete_undo_redo(session, key):
    seen = press(session, "end", "s", key)
    assert stored(session) == []
    assert "U brings it back" in seen.desk.message
    seen = press(session, "U")
    assert stored(session) == [("N1", "support", "He was late.")]
    assert seen.desk.message.startswith("undone: Direct support")
    assert selected(seen) == "He was late."
    seen = press(session, "R")
    assert stored(session) == []
    assert seen.desk.message.startswith("done again: Direct support")


def test_undo_goes_to_the_note_where_it_happened(session, project_dir):
    seen = press(session, "enter", "N", "U")
    assert seen.desk.page.coded.note.id == "N1"
    assert seen.desk.suggestion.id == "s1"
    assert decisions(project_dir) == {}
    assert seen.desk.progress == session.progress()


def test_what_was_done_elsewhere_before_is_named_before_it_is_undone(session, project_dir):
    with open_coding(find_project(project_dir), session.coder) as earlier:
        earlier.code_span("N2", Span(0, 5), "support")
    seen = press(session, "U")
    assert seen.desk.message == "U again undoes: Direct support added, note N2"
    assert seen.desk.page.coded.note.id == "N1"
    assert len(session.open_note("N2").references) == 1
    press(session, "U", "right", "U")
    assert len(session.open_note("N2").references) == 1, "one moved: it is asked anew"
    seen = press(session, "U", "U")
    assert seen.desk.message == "undone: Direct support added"
    assert session.open_note("N2").references == ()


def test_there_may_be_nothing_to_undo_or_redo(session):
    assert press(session, "U").desk.message == "there is nothing to undo"
    assert press(session, "R").desk.message == "there is nothing to redo"


def test_recode_resize_delete_and_agencies_need_a_reference(session):
    for key in "CZXA":
        assert "no reference here" in press(session, "end", key).desk.message
        said = press(session, "home", "tab", key).desk.message
        assert said.startswith("only suggested: Enter accepts it, a letter codes it otherwise")


def test_references_are_stepped_through_and_chosen_where_they_overlap(session):
    press(session, "end", "s", "d", "left", "s", "home", "enter")
    seen = press(session, "end", "home", "greater_than_sign")
    assert selected(seen) == "Agreed to meet on Monday, and to tell police."
    seen = press(session, "end", "home", *["greater_than_sign"] * 3)
    first = seen.desk.reference.code
    seen = press(session, "end", "home", *["greater_than_sign"] * 3, "O")
    assert {first, seen.desk.reference.code} == {"support", "disruption"}
    seen = press(session, "end", "home", *["greater_than_sign"] * 3, "O", "X")
    left = [code for _, code, text in stored(session) if text == "He was late."]
    assert left == [first]
    seen = press(session, "home", "less_than_sign")
    assert seen.desk.message == "no reference before this"


# Notes


def test_next_and_previous_note(session):
    assert press(session, "N").desk.page.text == SECOND
    assert press(session, "P").desk.page.text == FIRST
    assert press(session, "P").desk.message == "this is the first note"
    assert press(session, "N", "N", "N", "N").desk.message == "this is the last note"


def test_the_next_note_with_suggestions(session):
    assert press(session, "S").desk.page.coded.note.id == "N2"
    seen = press(session, "S")
    assert seen.desk.page.coded.note.id == "N1"
    assert "first note again" in seen.desk.message


def test_a_blank_note_has_nothing_to_code(session):
    seen = press(session, "N", "N", "N", "s", "right", "plus", "V", "down", "O", "C", "enter")
    assert stored(session) == []
    assert seen.desk.page.text == ""


def test_quick_lists_go_round(session):
    seen = press(session, "end", "s", "F", "F")
    assert seen.desk.ids == ["N2", "N3", "N4"]
    assert "3 of 4  uncoded" in seen.text
    seen = press(session, "F", "F", "F", "F")
    assert seen.desk.ids == ["N1", "N2"]
    assert "2 of 4  with suggestions" in seen.text
    seen = press(session, *["F"] * 6)
    assert seen.desk.ids == ["N1", "N2", "N3", "N4"]


@pytest.mark.parametrize(
    ("wanted", "note_id"),
    [("N3", "N3"), ("n3", "N3"), ("C002", "N3"), ("c002", "N3"), ("2", "N2"), ("9", "N1")],
)
def test_go(session, wanted, note_id):
    seen = press(session, "G", *wanted, "enter")
    assert seen.desk.page.coded.note.id == note_id


def test_find_in_this_note_then_in_others(session):
    seen = press(session, "end", "slash", *"police", "enter")
    assert seen.desk.selection == span_of(FIRST, "police")
    seen = press(session, "slash", *"police", "enter", "M")
    assert seen.desk.selection == Span(FIRST.rindex("police"), FIRST.rindex("police") + 6)
    seen = press(session, "slash", *"FLAT", "enter")
    assert selected(seen) == "flat"
    assert seen.desk.page.coded.note.id == "N2"
    seen = press(session, "slash", *"nowhere", "enter")
    assert seen.desk.message == "not found in any note: nowhere"


def test_find_again_needs_something_to_find(session):
    assert "nothing has been looked for" in press(session, "M").desk.message


def type_ahead(session: CodingSession, *keys: str) -> None:
    """Press keys faster than the coder reads them."""

    async def act(pilot, app):
        for key in keys:
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause(0.3)

    drive(session, act)


@pytest.mark.parametrize("opener", ["slash", "G", "colon", "K"])
def test_keys_typed_ahead_of_an_input_or_overlay_never_code(session, opener):
    type_ahead(session, opener, "i", "d", "1", "backspace", "s")
    assert stored(session) == []


def test_keys_typed_ahead_keep_their_order(session):
    type_ahead(session, "end", "s", "C", "d", "A", "p", "enter", "left", "s", "Z", "left", "enter")
    assert [(code, text) for _, code, text in stored(session)] == [
        ("support", "Agreed to meet on Monday, and to tell"),
        ("disruption", "He was late."),
    ]


def test_the_prompt_can_be_edited_and_pasted_into(session):
    seen = press(session, "slash", "r", "x", "backspace", "e", "n", "t")
    assert "find words: rent" in seen.text
    seen = press(session, "slash", "x", "ctrl+u", *"flat", "enter")
    assert selected(seen) == "flat"

    async def act(pilot, app):
        app.post_message(events.Paste("not a key"))
        await pilot.press("slash")
        app.screen.post_message(events.Paste('"Agreed\nto"'))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert desk_of(app).page.coded.note.id == "N1"
        assert desk_of(app).selection.cut(FIRST) == "Agreed to"

    drive(session, act)
    assert stored(session) == []


def test_esc_leaves_the_input_and_the_letters_code_again(session):
    seen = press(session, "end", "slash", "s", "escape", "s")
    assert stored(session) == [("N1", "support", "He was late.")]
    assert seen.focused == "note"


# Screen


def test_the_list_is_shown_and_hidden(session):
    seen = press(session, "L")
    assert seen.list_shown
    assert "24-03-02" in seen.text
    seen = press(session, "L", "L")
    assert not seen.list_shown
    seen = press(session, "L", size=(120, 40))
    assert not seen.list_shown


def test_the_codebook_opens_and_closes_and_codes_nothing(session):
    seen = press(session, "end", "K")
    assert "codebook:" in seen.text
    assert "Indirect work › Information sharing" in seen.text
    assert "Use when: An agency is rung." in seen.text
    for closing in ("escape", "enter", "K"):
        seen = press(session, "end", "K", "s", "down", "pagedown", "up", closing)
        assert "codebook:" not in seen.text
        assert stored(session) == []


def test_what_is_typed_narrows_the_codebook(session):
    seen = press(session, "K", *"dire")
    assert "Direct work › Direct support" in seen.text
    assert "Disruption" not in seen.text.partition("codebook:")[2]
    seen = press(session, "K", *"rung").text.partition("codebook:")[2]
    assert "Information sharing" in seen, "by what it means, where no name has it"
    assert "Direct" not in seen
    assert "no code has this" in press(session, "K", *"xyzzy").text


PANES = {
    "palette": ("space",),
    "codebook": ("K",),
    "new code": ("space", *"zzz", "enter"),
    "changing a code": ("end", "H", "H"),
    "things for a memo": ("W", "ctrl+n"),
    "a link": ("E", "left_square_bracket", "left_square_bracket"),
    "all of a rule": ("equals_sign",),
    "actions": ("colon",),
    "memos": ("W",),
    "case": ("I",),
    "help": ("question_mark",),
    "all keys": ("question_mark", "question_mark"),
    "progress": ("T",),
    "filters": ("F",),
}


@pytest.mark.parametrize("keys", PANES.values(), ids=PANES)
def test_quitting_is_possible_whatever_is_open(session, keys):
    assert press(session, *keys, "ctrl+q").return_code == 0


@pytest.mark.parametrize("key", ["Q", "ctrl+q", "ctrl+c"])
def test_quit(session, key):
    seen = press(session, key)
    assert seen.return_code == 0


# Between sessions


def test_the_coder_begins_where_this_coder_was(session, project_dir):
    press(session, "N", "N")
    assert press(session).desk.page.coded.note.id == "N3"
    with open_coding(find_project(project_dir), "ben") as other:
        assert press(other).desk.page.coded.note.id == "N1"


def test_what_another_process_writes_is_shown(session, project_dir):
    async def act(pilot, app):
        with open_coding(find_project(project_dir), "ann") as other:
            other.code_span("N1", span_of(FIRST, "He was late."), "support")
        app.screen._look_elsewhere()
        await pilot.pause()
        assert desk_of(app).totals == {"support": 1}
        assert len(desk_of(app).page.references) == 1

    drive(session, act)


def test_a_reference_deleted_elsewhere_is_a_message_not_a_crash(session, project_dir):
    async def act(pilot, app):
        await pilot.press("end", "s")
        with open_coding(find_project(project_dir), "ann") as other:
            other.delete(other.open_note("N1").references[0].id)
        await pilot.press("X")
        await pilot.pause()
        assert desk_of(app).message.startswith("! ")
        assert len(desk_of(app).page.references) == 0

    drive(session, act)


def test_a_locked_database_is_a_message_and_nothing_is_lost(project_dir):
    with open_coding(find_project(project_dir), "ann", patience=0.1) as session:

        async def act(pilot, app):
            await pilot.press("end")
            blocker = sqlite3.connect(project_dir / "corpus" / "notecode.db", isolation_level=None)
            blocker.execute("BEGIN IMMEDIATE")
            await pilot.press("s")
            await pilot.pause()
            assert desk_of(app).message.startswith("! ")
            blocker.execute("ROLLBACK")
            blocker.close()
            await pilot.press("s")
            await pilot.pause()

        drive(session, act)
        assert stored(session) == [("N1", "support", "He was late.")]


def test_a_user_s_own_keymap(session):
    from notecode.settings import OwnKeys
    from notecode.tui.coder.actions import ACTIONS
    from notecode.tui.coder.app import CoderApp
    from notecode.tui.keymap import own_actions

    async def act():
        app = CoderApp(session, own_actions(ACTIONS, {"next-note": OwnKeys(("F2",))}))
        async with app.run_test() as pilot:
            await pilot.pause()
            await pilot.press("f2")
            await pilot.pause()
            return desk_of(app).page.coded.note.id

    import asyncio

    assert asyncio.run(act()) == "N2"
