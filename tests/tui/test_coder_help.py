"""Help: what the keys do here, every key, every action by its name."""

import asyncio
import re
import string

import pytest
from coder_project import FIRST, desk_of, drive, press, screen_text

from notecode.settings import OwnKeys
from notecode.text.layout import shorten
from notecode.tui.coder import help_here
from notecode.tui.coder.action_palette import matching_actions
from notecode.tui.coder.actions import ACTIONS
from notecode.tui.coder.app import CoderApp
from notecode.tui.coder.help import SIGNS, found_rows
from notecode.tui.keymap import own_actions

KNOWN = {action.id for action in ACTIONS}


def stored(session) -> list[tuple[str, str]]:
    there = session.open_note("N1").references
    return [(r.code, r.span.cut(FIRST)) for r in there]


# What the keys do here


@pytest.mark.parametrize(
    ("keys", "what", "said"),
    [
        ((), "suggested here: Information sharing", "accept it, on to the next"),
        (("end",), "selected here: a sentence", "code the selection"),
        (("end", "s"), "coded here: Direct support", "give it another code"),
        (("end", "s", "C"), "another code for Direct support", "it gets that code"),
        (("end", "s", "A"), "agencies of Direct support", "attach it or take it off"),
        (("end", "s", "Z"), "bounds of Direct support", "save the new bounds"),
    ],
)
def test_it_tells_what_the_keys_do_here(session, keys, what, said):
    seen = press(session, *keys, "question_mark")
    assert what in seen.text
    assert said in seen.text
    assert not seen.overlay


def test_it_follows_the_cursor_and_the_keys_do_what_it_says(session):
    seen = press(session, "question_mark", "end")
    assert "selected here: a sentence" in seen.text
    seen = press(session, "question_mark", "end", "s", "escape")
    assert "coded here" not in seen.text
    assert ("support", "He was late.") in stored(session)


@pytest.mark.parametrize("key", ["enter", "q", "escape"])
def test_closing_it_does_nothing_else(session, key):
    seen = press(session, "question_mark", key)
    assert "suggested here" not in seen.text
    assert not stored(session)
    assert len(seen.desk.page.coded.suggestions) == 3


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40), (200, 50)])
def test_it_fits_at_every_size_and_leaves_the_note_in_sight(session, size):
    seen = press(session, "question_mark", size=size)
    assert "accept it" in seen.text
    assert "T/C to police" in seen.text


@pytest.mark.parametrize("keys", [(), ("end",), ("end", "s"), ("end", "s", "Z")])
def test_nothing_it_says_is_cut_at_80x24(session, keys):
    text = press(session, *keys, "question_mark").text.splitlines()
    (top,) = (at for at, line in enumerate(text) if "? every key" in line)
    assert not any("…" in line for line in text[top : top + 8])


def test_every_action_it_names_is_one():
    tables = [*help_here._MODES.values(), help_here._TEXT, help_here._REFERENCE]
    named = {name for table in tables for name in table} | set(help_here._SUGGESTION)
    assert named - KNOWN == {help_here.LETTER}


# Every key


def everything(session, *keys: str, size: tuple[int, int] = (200, 60)) -> str:
    return press(session, "question_mark", "question_mark", *keys, size=size).text


@pytest.mark.parametrize("size", [(99, 120), (200, 80)])
def test_every_action_stands_in_the_table_with_its_key(session, size):
    text = everything(session, size=size)
    for action in ACTIONS:
        assert any(
            action.shown in line and shorten(action.description, 40)[:-1] in line
            for line in text.splitlines()
        ), action.id
    for _, sign, words in SIGNS:
        assert sign in text
        assert words[:30] in text


def test_it_stands_in_two_columns_where_there_is_room(session):
    wide = everything(session, size=(120, 40))
    assert any("previous word" in line and "  " in line.strip() for line in wide.splitlines())
    first = next(line for line in wide.splitlines() if "Suggestions" in line)
    assert len(first.split("Suggestions")[1].strip()) > 3


def test_it_can_be_searched_and_scrolled_in_24_rows(session):
    text = everything(session, *"undo", size=(80, 24))
    assert "undo the last action" in text
    assert "next suggestion," not in text
    assert "no key does that" in everything(session, *"xyzzy", size=(80, 24))
    top = everything(session, size=(80, 24))
    assert "quit; everything" not in top
    assert "are invented" in everything(session, *["pagedown"] * 9, size=(80, 24))
    assert everything(session, "pagedown", "pageup", "down", "up", size=(80, 24)) == top


def test_what_is_searched_begins_a_word_if_any_does():
    rows = [("G", "A", "agencies"), ("G", "←", "paragraph")]
    assert found_rows(rows, "ag") == rows[:1]
    assert found_rows(rows, "graph") == rows[1:]
    assert found_rows(rows, "") == rows
    assert found_rows(rows, "xyzzy") == []


@pytest.mark.parametrize("key", ["escape", "enter", "question_mark"])
def test_it_closes_and_nothing_typed_in_it_codes(session, key):
    seen = press(session, "end", "question_mark", "question_mark", "s", "i", key)
    assert "every key:" not in seen.text
    assert stored(session) == []


def test_keys_typed_ahead_go_into_the_search(session):
    async def act(pilot, app: CoderApp):
        from textual import events

        for key in ("question_mark", "question_mark", "r", "e", "d", "o"):
            app.post_message(events.Key(key, key if len(key) == 1 else "?"))
        await pilot.pause(0.2)
        assert "every key: redo" in screen_text(app)

    drive(session, act)
    assert stored(session) == []


# Every action by its name


@pytest.mark.parametrize("action", ACTIONS[:3] + ACTIONS[-1:], ids=lambda action: action.id)
def test_the_palette_shows_an_action_with_its_key(session, action):
    text = press(session, "colon", *[_typed(c) for c in action.description[:30]]).text
    row = next(line for line in text.splitlines() if f"▸ {action.description[:20]}" in line)
    assert row.rstrip().endswith(action.shown)


def test_the_palette_finds_every_action():
    assert {a.id for a in matching_actions(ACTIONS, "")} == KNOWN
    for action in ACTIONS:
        assert action in matching_actions(ACTIONS, action.description)


def _typed(character: str) -> str:
    return {" ": "space", ",": "comma", ";": "semicolon"}.get(character, character)


def test_the_palette_does_what_is_chosen(session):
    seen = press(session, "colon", *"next", "space", *"note", "enter")
    assert seen.desk.page.coded.note.id == "N2"
    assert "do:" not in seen.text


def test_the_palette_codes(session):
    press(session, "end", "colon", *"disrupt", "enter")
    assert stored(session) == [("disruption", "He was late.")]


def test_best_first():
    assert matching_actions(ACTIONS, "undo")[0].id == "undo"
    assert matching_actions(ACTIONS, "next note")[0].id == "next-note"
    assert matching_actions(ACTIONS, "xyzzy") == []


# Keys of the user's own


def test_own_keys_are_shown_everywhere(session):
    own = {
        "accept": OwnKeys(("F2",)),
        "help": OwnKeys(("F3",)),
        "next-suggestion": OwnKeys(("F4", "ctrl+t")),
        "undo": OwnKeys(("F5",)),
        "palette": OwnKeys(("F6",)),
    }

    async def run() -> list[str]:
        app = CoderApp(session, own_actions(ACTIONS, own))
        seen = []
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            for keys in (
                ("end",),
                ("home", "f4"),
                ("f3",),
                ("f3",),
                ("escape", "f6", "u", "n"),
            ):
                await pilot.press(*keys)
                await pilot.pause()
                seen.append(screen_text(app))
            await pilot.press("escape", "end", "s", "X")
            await pilot.pause()
            seen.append(desk_of(app).message)
        return seen

    foot, suggestion, here, table, palette, message = asyncio.run(run())
    assert "F4 next suggestion  F3 help" in foot
    assert "F2 accept" in suggestion
    assert "F2" in here
    assert "F3 every key" in here
    assert "F4 Ctrl+T" in table
    assert any("undo the last" in row and row.endswith("F5") for row in palette.splitlines())
    assert "F5 brings it back" in message


# Every action on keys of its own: nothing on the screen may name another

SCENES = {
    "suggestion": ("home", "tab"),
    "text": ("end",),
    "reference": ("end", "s"),
    "recode": ("end", "s", "recode"),
    "agencies": ("end", "s", "agencies"),
    "resize": ("end", "s", "resize"),
    "definition": ("definition",),
    "help": ("end", "help"),
    "nothing to repeat": ("repeat",),
    "no reference": ("end", "delete"),
    "no suggestion": ("end", "reject"),
    "no text yet": ("find-next",),
    "marked": ("mark",),
}
MOVES = {"home": "first", "end": "last", "tab": "next-suggestion"}


@pytest.mark.parametrize("scene", SCENES)
def test_no_key_is_shown_that_is_another_for_this_user(session, scene):
    keys = {action.id: f"F{at}" for at, action in enumerate(ACTIONS[:24], start=1)}
    letters = string.ascii_uppercase
    free = (
        [f"shift+{c}" for c in letters] + list("~£§Ω") + [f"ctrl+{c}" for c in "abdefgknorstvwxyz"]
    )
    keys |= {action.id: free[at] for at, action in enumerate(ACTIONS[24:])}
    actions = own_actions(ACTIONS, {name: OwnKeys((key,)) for name, key in keys.items()})
    usual = {action.id: action.shown.split()[0] for action in ACTIONS}
    named = {action.id: action.keys for action in actions}

    async def run() -> list[str]:
        app = CoderApp(session, actions)
        async with app.run_test(size=(110, 24)) as pilot:
            await pilot.pause()
            for step in SCENES[scene]:
                await pilot.press(named.get(MOVES.get(step, step), step))
            await pilot.pause()
            return screen_text(app).splitlines()

    foot = "  ".join(asyncio.run(run())[-10:])
    for name in ("accept", "reject", "next-suggestion", "help", "widen", "cancel"):
        # Esc and Enter are fixed in panes, which the foot of these scenes does not show.
        pattern = rf"(?<!\S){re.escape(usual[name])} (?!closes)"
        assert not re.search(pattern, foot), (name, foot)
