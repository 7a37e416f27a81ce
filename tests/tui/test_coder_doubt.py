"""Doubtful places are seen and found; invented notes are called so."""

import pytest
from coder_project import FIRST, SECOND, TEXTS, build_project, desk_of, drive, press, span_of

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


def test_the_reason_is_said_where_the_cursor_is(doubtful):
    said = "doubtful: masked on a guess. Mask it, with notecode review, before it leaves"
    assert f"{said} the secure machine" in press(doubtful, "D", size=(120, 24)).text
    assert "masked on a guess. notecode review masks it" in press(doubtful, "D").text
    assert "doubtful" not in press(doubtful, "home").text
    assert "doubtful (+1)" in press(doubtful, "D", "plus", "plus", "plus").text


def test_it_is_said_in_fewer_words_before_the_keys_give_way(doubtful):
    for width in (80, 60, 40):
        last = press(doubtful, "D", size=(width, 24)).text.splitlines()[-1]
        assert "doubtful" in last
        assert "?" in last or "Enter" in last, (width, last)
        assert "…" not in last
        assert "notecode review" in last or width == 40


def test_the_reason_stands_beside_what_was_saved(doubtful):
    last = press(doubtful, "D", "s").text.splitlines()[-1]
    assert "Direct support: saved  doubtful: masked on a guess (notecode review)" in last


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
