"""The labelling screen, driven by keys and the mouse, on real files."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from coder_project import screen_text
from labelling_file import AWKWARD, FIRST, SECOND, desk_of, drive, on_disk, press, write_file
from textual.pilot import Pilot

from notecode.tui.coder.actions import ACTIONS
from notecode.tui.labelling.actions import LABEL_TYPES, LABELLING_ACTIONS
from notecode.tui.labelling.app import LabellingApp
from notecode.tui.labelling.screen import COMMANDS, LabellingScreen
from notecode.tui.note_view import NoteView
from notecode.tui.painting import MARGIN

DORIAN = "right right right"
DORIAN_MABB = f"{DORIAN} shift+right"
ANN = "right " * 6 + "shift+right"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_file(tmp_path / "label.jsonl")


def rows(text: str) -> list[str]:
    return text.splitlines()


def test_what_stands_on_the_screen_at_80_by_24(path: Path) -> None:
    seen = press(path)
    lines = rows(seen.text)
    assert lines[0].split() == [
        *("IDENTIFIABLE", "C1", "North", "2017-03-02", "note", "1/4", "done", "0", "labels", "0")
    ]
    assert "T/C to Mr Dorian Mabb's OM" in lines[1]
    for kind in LABEL_TYPES:
        assert f" {kind.key} {kind.name}" in seen.text
    assert "selecting:  word" in seen.text
    assert "? keys  Q quit" in lines[-1]
    assert max(map(len, lines)) <= 80


def test_a_type_key_labels_and_saves(path: Path) -> None:
    seen = press(path, "right " * 9, "shift+right shift+right shift+right s")
    assert seen.labels == [("lives at 4 Larch", "ADDRESS", "DIRECT", "")]
    assert on_disk(path)[0]["spans"][0]["type"] == "ADDRESS"
    assert "address, direct: saved" in seen.text
    assert rows(seen.text)[1].startswith("s")


@pytest.mark.parametrize("kind", LABEL_TYPES, ids=lambda kind: kind.id)
def test_every_type_has_its_key(path: Path, kind) -> None:
    seen = press(path, DORIAN, kind.key)
    ((words, given, _, _),) = seen.labels
    assert (words, given) == ("Dorian", kind.id)


def test_a_person_is_asked_after_by_the_people_of_the_case(path: Path) -> None:
    seen = press(path, DORIAN_MABB, "p")
    assert seen.labels == [("Dorian Mabb", "PERSON", "DIRECT", "")]
    assert " 1 SU Dorian Mabb " in seen.text
    assert " 2 OM Ann Pryce " in seen.text
    assert " 0 somebody else" in seen.text
    assert "who is meant?" in seen.text
    assert " p person " not in seen.text
    answered = press(path, "1")  # the first key of another session labels nothing: 1 is no type
    assert "no type has the key 1" in answered.text


def test_answering_who(path: Path) -> None:
    seen = press(path, DORIAN_MABB, "p 1")
    assert seen.labels == [("Dorian Mabb", "PERSON", "DIRECT", "su")]
    assert on_disk(path)[0]["spans"][0]["entity"] == "su"
    assert "SU Dorian Mabb: saved" in seen.text
    assert " p person " in seen.text


def test_somebody_else_is_known_from_then_on(path: Path) -> None:
    to_zelda = "down " * 1 + "end left left left left"
    seen = press(path, to_zelda, "p 0", "N p")
    assert seen.selected == "Zelda"
    assert seen.labels == [("Zelda", "PERSON", "DIRECT", "other-1")]
    assert "as Zelda before; W: somebody else" in seen.text
    again = press(path, "N", "W")
    assert " 3 Zelda " in again.text
    assert press(path, "N", "W 3").labels == [("Zelda", "PERSON", "DIRECT", "other-1")]


@pytest.mark.parametrize("leaving", ["escape", "enter"])
def test_who_may_be_left_open(path: Path, leaving: str) -> None:
    seen = press(path, DORIAN, "p", leaving)
    assert seen.labels == [("Dorian", "PERSON", "DIRECT", "")]
    assert "left open" in seen.text
    assert "not said who (W)" in seen.text
    assert seen.desk.at == 0
    assert not on_disk(path)[0]["done"]


def test_a_key_of_nobody_labels_nothing(path: Path) -> None:
    seen = press(path, DORIAN, "p 7")
    assert "nobody has the key 7" in seen.text
    assert seen.desk.asking is not None
    assert press(path, DORIAN, "p d").labels == [("Dorian", "PERSON", "DIRECT", "")]


def test_moving_on_leaves_the_question(path: Path) -> None:
    seen = press(path, DORIAN, "p right d")
    assert [label[1] for label in seen.labels] == ["PERSON", "DATE"]


def test_more_people_than_fit_in_three_rows(tmp_path: Path) -> None:
    roster = [
        {"id": f"x{n}", "role": "FAMILY", "first_name": f"Nomen{n:02}", "last_name": "Quillfeather"}
        for n in range(20)
    ]
    path = write_file(tmp_path / "many.jsonl", FIRST, roster=roster)
    seen = press(path, DORIAN, "p")
    for n in range(20):
        assert f"Nomen{n:02}" in seen.text
    assert "0 somebody else" in seen.text
    assert press(path, DORIAN, "X", DORIAN, "p k").labels[0][3] == "x19"


def test_direct_and_quasi(path: Path) -> None:
    seen = press(path, DORIAN, "l")
    assert seen.labels[0][2] == "QUASI"
    assert "l place  quasi" in seen.text
    turned = press(path, "tab D")
    assert turned.labels[0][2] == "DIRECT"
    assert "place, direct: saved" in turned.text


def test_bounds_by_letters(path: Path) -> None:
    seen = press(path, DORIAN_MABB, "comma comma comma left_parenthesis")
    assert seen.selected == " Dorian Mab"
    seen = press(path, DORIAN, "right_parenthesis full_stop full_stop")
    assert seen.selected == "orian M"
    assert press(path, "left_parenthesis").selected == "T/C"
    assert press(path, "comma comma comma comma").selected == "T"
    assert press(path, "end full_stop full_stop full_stop").selected == "Marac."


def test_labelling_again_mends_the_bounds(path: Path) -> None:
    seen = press(path, DORIAN, "p 1", "full_stop " * 5, "p")
    assert seen.labels == [("Dorian Mabb", "PERSON", "DIRECT", "su")]


def test_everywhere_in_the_note(path: Path) -> None:
    seen = press(path, DORIAN, "p 1 E")
    assert [label[0] for label in seen.labels] == ["Dorian", "Dorian"]
    assert "1 more labelled" in seen.text
    assert "nowhere else" in press(path, "tab E").text


def test_going_from_label_to_label(path: Path) -> None:
    press(path, DORIAN, "p 1", "down d")
    assert press(path, "tab").selected == "Dorian"
    first = press(path, "tab tab")
    assert first.desk.label is not None
    assert first.desk.label.type == "DATE"
    assert press(path, "tab tab shift+tab").selected == "Dorian"
    assert "no further label" in press(path, "tab tab tab").text


def test_delete_undo_redo(path: Path) -> None:
    gone = press(path, DORIAN, "d X")
    assert gone.labels == []
    assert on_disk(path)[0]["spans"] == []
    assert press(path, DORIAN, "d X U").labels[0][0] == "Dorian"
    assert press(path, "tab X U R").labels == []
    assert "nothing to undo" in press(path, "U").text
    assert "nothing to redo" in press(path, "R").text


def test_undo_goes_to_its_note(path: Path) -> None:
    seen = press(path, DORIAN, "d", "N N U")
    assert seen.desk.at == 0
    assert seen.labels == []


def test_a_note_is_done_and_the_next_one_comes(path: Path) -> None:
    seen = press(path, "enter")
    assert (seen.desk.at, on_disk(path)[0]["done"]) == (1, True)
    assert "done 1" in rows(seen.text)[0]
    assert press(path).desk.at == 1
    last = press(path, "enter enter enter")
    assert "all notes are done" in last.text
    assert [line["done"] for line in on_disk(path)] == [True] * 4
    reopened = press(path, "N B")
    assert "this note is not done" in reopened.text
    assert press(path).desk.at == 1


def test_turning_notes(path: Path) -> None:
    assert press(path, "N").desk.page.text == SECOND
    assert "first note" in press(path, "P").text
    assert "last note" in press(path, "N N N N").text


def test_what_means_nothing_is_said(path: Path) -> None:
    for keys, words in (
        ("X", "no label here"),
        ("D", "no label here"),
        ("E", "no label here"),
        ("W", "no label here"),
        ("z", "no type has the key z"),
        ("O", "V marks one end"),
        ("N N N p", "blank"),
        ("left_square_bracket", "no such unit"),
    ):
        assert words in press(path, keys).text, keys
    assert "no person" in press(path, "d W").text
    assert all(not line["spans"] for line in on_disk(path)[1:])


def test_a_mark_and_the_other_end(path: Path) -> None:
    assert press(path, DORIAN, "V right right").selected == "Dorian Mabb's OM"
    assert press(path, DORIAN, "V right O left").selected == "Mr Dorian Mabb's"
    assert press(path, DORIAN, "V right escape").selected == "Mabb's"


def test_units(path: Path) -> None:
    assert press(path, "right_square_bracket " * 2).selected.startswith("T/C to Mr")
    assert press(path, "home").selected == "T/C"
    assert press(path, "end").selected == "Marac"
    assert press(path, "down up").selected == "T/C"
    assert press(path, "pagedown").selected
    assert press(path, "shift+down").selected.startswith("T/C to Mr")


def test_nothing_of_a_note_reaches_the_terminal_as_an_order(path: Path) -> None:
    seen = press(path, "N N", "right " * 4, "l")
    assert seen.desk.page.text == AWKWARD
    assert not set(seen.text) & set("\x1b\u202e\u202c\x9b\t")
    span = on_disk(path)[2]["spans"][0]
    assert AWKWARD[span["start"] : span["end"]].strip()


def test_a_combining_mark_stays_with_its_letter(path: Path) -> None:
    seen = press(path, "N N end", "comma")
    assert seen.selected.rstrip(" \x9b.") in {"Caf", "Cafe\u0301", ""}


def test_the_help(path: Path) -> None:
    seen = press(path, "question_mark")
    assert seen.overlay
    assert "A small letter labels the selection" in seen.text
    assert not press(path, "question_mark escape").overlay
    assert press(path, "question_mark p").labels == []


def test_the_help_holds_every_key_and_fits() -> None:
    from notecode.tui.labelling.wording import help_text

    text = help_text().plain
    for action in LABELLING_ACTIONS:
        assert f"  {action.shown:<10} {action.description}" in text
    assert max(map(len, text.splitlines())) <= 78


def test_the_action_table() -> None:
    own = {"up", "down", "page-up", "page-down", "help", "quit"}
    assert set(COMMANDS) | own == {action.id for action in LABELLING_ACTIONS}
    keys = [key for action in LABELLING_ACTIONS for key in action.keys.split(",")]
    assert len(keys) == len(set(keys))
    types = [kind.key for kind in LABEL_TYPES]
    assert len(types) == len(set(types))
    assert not set(types) & set(keys)
    coder = {action.id: action.keys for action in ACTIONS}
    # Labels are deleted and notes are done with all day here: both have a nearer key.
    for action in LABELLING_ACTIONS:
        if action.id in coder and action.id not in {"delete", "done"}:
            assert action.keys == coder[action.id], f"{action.id} has another key in the coder"


def test_quitting_ends_with_0(path: Path) -> None:
    assert press(path, "Q").return_code == 0


def test_the_mouse_selects(path: Path) -> None:
    texts: list[str] = []

    async def act(pilot: Pilot[None], app: LabellingApp) -> None:
        column = MARGIN + FIRST.index("Dorian")
        await pilot.click(NoteView, offset=(column + 2, 0))
        await pilot.pause()
        texts.append(desk_of(app).selection.cut(FIRST))  # type: ignore[union-attr]
        await pilot.mouse_down(NoteView, offset=(column, 0))
        await pilot.hover(NoteView, offset=(column + 9, 0))
        await pilot.mouse_up(NoteView, offset=(column + 9, 0))
        await pilot.pause()
        texts.append(desk_of(app).selection.cut(FIRST))  # type: ignore[union-attr]
        await pilot.press("p", "1")
        await pilot.pause()

    drive(path, act)
    assert texts == ["Dorian", "Dorian Mabb's"]
    assert on_disk(path)[0]["spans"][0]["end"] == FIRST.index("'s")


@pytest.mark.parametrize("size", [(20, 8), (40, 12), (132, 50)])
def test_other_sizes(path: Path, size: tuple[int, int]) -> None:
    seen = press(path, DORIAN, "p 1", size=size)
    assert seen.labels == [("Dorian", "PERSON", "DIRECT", "su")]
    assert all(len(line) <= size[0] for line in rows(seen.text))


def test_resizing_keeps_the_selection(path: Path) -> None:
    async def act(pilot: Pilot[None], app: LabellingApp) -> None:
        await pilot.press(*DORIAN.split())
        await pilot.resize_terminal(40, 20)
        await pilot.pause()
        assert "Dorian" in screen_text(app)
        await pilot.press("d")
        await pilot.pause()

    drive(path, act)
    assert on_disk(path)[0]["spans"][0]["start"] == FIRST.index("Dorian")


def test_a_file_that_changed_meanwhile_is_said_and_kept(path: Path) -> None:
    async def act(pilot: Pilot[None], app: LabellingApp) -> None:
        other = path.read_text().replace('"done": false', '"done": true')
        path.write_text(other)
        await pilot.press("d")
        await pilot.pause()
        assert desk_of(app).message.startswith("! ")
        assert "changed meanwhile" in screen_text(app)
        assert desk_of(app).page.note.labels == ()

    drive(path, act)
    assert [line["done"] for line in on_disk(path)] == [True] * 4


def test_without_colour_it_has_a_form(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert rows(press(path, DORIAN, "p 1").text)[1].startswith("p")


def test_a_crash_shows_places_and_no_note(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(
        LabellingApp,
        "_print_error_renderables",
        lambda self: shown.extend(str(item) for item in self._exit_renderables),
    )

    def crash(*_: object) -> None:
        raise ValueError(f"cannot work with {FIRST}")

    async def act(pilot: Pilot[None], app: LabellingApp) -> None:
        monkeypatch.setattr("notecode.tui.labelling.desk.LabellingDesk.move", crash)
        monkeypatch.setitem(COMMANDS, "left", crash)
        await pilot.press("left")
        await pilot.pause()

    with pytest.raises(ValueError, match="cannot work"):
        drive(path, act)
    assert shown
    assert "Dorian" not in "".join(shown)
    assert "The labelling screen stopped: ValueError." in "".join(shown)


def test_the_screen_needs_no_language_model_nor_database(path: Path) -> None:
    code = (
        "import sys; from notecode.project.evaluating.labelling import open_labelling;"
        f" open_labelling(__import__('pathlib').Path({str(path)!r}));"
        " import notecode.tui.labelling.app;"
        " print([m for m in ('spacy', 'presidio_analyzer', 'sqlite_utils', 'pandas', 'openpyxl')"
        " if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=os.environ, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_first_screen_is_the_labelling_screen(path: Path) -> None:
    async def act(_: Pilot[None], app: LabellingApp) -> None:
        assert isinstance(app.screen, LabellingScreen)
        assert app.focused is app.screen.query_one(NoteView)

    drive(path, act)
