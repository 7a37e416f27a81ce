"""Doubtful places are seen and found; invented notes are called so."""

import pytest
from coder_project import (
    FIRST,
    MENTIONS,
    SECOND,
    SUGGESTIONS,
    TEXTS,
    build_project,
    desk_of,
    drive,
    press,
    span_of,
    suggest,
)

from notecode.model import Flag
from notecode.project import find_project
from notecode.project.coding.session import open_coding
from notecode.store import facts
from notecode.store.connection import open_database
from notecode.tui.note_view import NoteView

GUESS = "masked on a guess"
FLAGS = {
    "N1": (
        Flag(span=span_of(FIRST, "Idva"), reason=GUESS),
        Flag(span=span_of(FIRST, "Monday"), reason="not known"),
    ),
    "N2": (Flag(span=span_of(SECOND, "flat"), reason="not known"),),
}


@pytest.fixture
def doubtful(tmp_path):
    directory = build_project(tmp_path / "p", TEXTS, FLAGS)
    with open_coding(find_project(directory), "ann") as session:
        yield session


def selected(session, *keys: str) -> tuple[str, str]:
    desk = press(session, *keys).desk
    return desk.page.coded.note.id, desk.selection.cut(desk.page.text)


def test_d_goes_through_the_doubtful_places_of_all_notes_and_round(doubtful):
    assert selected(doubtful, "D") == ("N1", "Idva")
    assert selected(doubtful, "D", "D") == ("N1", "Monday")
    assert selected(doubtful, "D", "D", "D") == ("N2", "flat")
    seen = press(doubtful, "D", "D")
    assert seen.desk.selection == span_of(FIRST, "Idva")
    assert "first note again" in seen.desk.message


def test_d_without_any_doubtful_place_says_so(session):
    assert "no other doubtful place" in press(session, "D").desk.message


def test_d_where_one_note_alone_has_them_goes_round_in_it(tmp_path):
    directory = build_project(tmp_path / "p", TEXTS, {"N1": FLAGS["N1"]})
    with open_coding(find_project(directory), "ann") as session:
        assert selected(session, "D", "D", "D") == ("N1", "Idva")


def test_the_one_doubtful_place_there_is_stays_selected(tmp_path):
    directory = build_project(tmp_path / "p", TEXTS, {"N2": FLAGS["N2"]})
    with open_coding(find_project(directory), "ann") as session:
        seen = press(session, "D", "D")
        assert seen.desk.selection == span_of(SECOND, "flat")
        assert "no other doubtful place" in seen.desk.message


def foot(session, *keys: str, size=(80, 24)) -> list[str]:
    return press(session, *keys, size=size).text.splitlines()[-2:]


def test_the_reason_is_said_at_the_end_of_the_bar(doubtful):
    there = ("end", "home", "right", "right")
    told = "! doubtful: masked on a guess. Mask it, with notecode review, before it leaves"
    bar, _ = foot(doubtful, *there, size=(140, 24))
    assert bar.endswith(f"{told} the secure machine")
    bar, _ = foot(doubtful, *there)
    assert bar.endswith("! doubtful: masked on a guess. notecode review masks it")
    assert "doubtful" not in press(doubtful, "home").text
    assert "doubtful (+1)" in press(doubtful, "D", "plus", "plus", "plus").text


def test_who_goes_to_it_is_told_what_to_do_at_every_width(doubtful):
    for width in (80, 60, 40):
        text = " ".join(press(doubtful, "D", size=(width, 24)).text.split())
        assert "doubtful: masked on a guess. notecode review masks it" in text
        assert "! doubtful" in text or width < 80


def test_it_leaves_the_keys_their_room(tmp_path):
    reason = "a name of the case's people, which no rule could tell from a word"
    flags = {"N1": (Flag(span=span_of(FIRST, "police"), reason=reason),)}
    directory = build_project(tmp_path / "p", TEXTS, flags)
    suggest(directory, MENTIONS, SUGGESTIONS)
    with open_coding(find_project(directory), "ann") as session:
        bar, last = foot(session)
        assert "Information sharing" in bar
        assert bar.endswith("! doubtful")
        for hint in ("Enter accept", "Bksp reject", "letter other code", "Tab next", "? help"):
            assert hint in last
        bar, last = foot(session, "i")
        assert last.startswith(" Information sharing: saved")
        assert last.endswith("? help")
        assert "! doubtful" in bar


def test_what_was_saved_and_what_is_doubtful_stand_apart(doubtful):
    bar, last = foot(doubtful, "D", "s")
    assert bar.endswith("! doubtful: masked on a guess")
    assert last.startswith(" Direct support: saved  ")
    assert "doubtful" not in last
    assert last.endswith("? help")


def test_the_filter_lists_notes_with_doubtful_places(doubtful):
    seen = press(doubtful, "F", *"doub", "enter")
    assert seen.desk.ids == ["N1", "N2"]
    assert seen.desk.message == "doubtful: 2"


@pytest.mark.parametrize("colour", [True, False])
def test_doubtful_words_are_marked_with_and_without_colour(doubtful, monkeypatch, colour):
    if not colour:
        monkeypatch.setenv("NO_COLOR", "1")

    async def act(pilot, app):
        await pilot.pause()
        note = app.screen.query_one(NoteView)
        strips = [note.render_line(y) for y in range(note.size.height)]
        row = next(strip for strip in strips if "Idva rang" in strip.text)
        assert row.text[5] == "!"
        assert sum(strip.text[5] == "!" for strip in strips) == 1
        at = row.text.index("Idva")
        marked, plain = (row.crop(x, x + 4) for x in (at, at + 5))
        styles = [next(iter(strip)).style for strip in (marked, plain)]
        assert bool(styles[0].reverse) != bool(styles[1].reverse) or colour
        assert (styles[0].bgcolor != styles[1].bgcolor) == colour
        await pilot.press("end", "home", "right", "right")
        await pilot.pause()
        assert desk_of(app).selection == span_of(FIRST, "Idva rang, she feels safer.")
        row = next(s for s in map(note.render_line, range(9)) if "Idva rang" in s.text)
        inside, beside = (next(iter(row.crop(x, x + 1))).style for x in (at + 2, at + 7))
        assert inside != beside

    drive(doubtful, act)


def test_the_help_explains_the_sign(session):
    text = press(session, "question_mark", "question_mark", *"doubtful", size=(120, 40)).text
    assert "a doubtful place: notecode review masks" in text


def test_invented_notes_are_called_synthetic_at_every_width(tmp_path):
    directory = build_project(tmp_path / "p", TEXTS)
    with open_database(directory / "corpus" / "notecode.db") as db:
        facts.save_fact(db, facts.SYNTHETIC, "yes")
    with open_coding(find_project(directory), "ann") as session:
        for width in (60, 80, 120):
            top = press(session, size=(width, 24)).text.splitlines()[0]
            assert top.startswith(" SYNTHETIC  C001")
            assert top.endswith("open 0/0?")


def test_other_notes_are_not(session):
    assert "SYNTHETIC" not in press(session).text
