"""Whole screens as plain text, without colour, with the mouse, at several sizes."""

import asyncio
from pathlib import Path

import pytest
from coder_project import (
    AWKWARD,
    FIRST,
    TEXTS,
    build_project,
    desk_of,
    drive,
    press,
    screen_text,
    span_of,
)

from notecode.project import find_project
from notecode.project.coding.session import open_coding
from notecode.tui.coder.app import CoderApp
from notecode.tui.coder.screenshot import save_screenshot
from notecode.tui.note_view import NoteView
from notecode.tui.painting import MARGIN

GOLDENS = Path(__file__).parent / "goldens"
# A reference on the last sentence, two on the one before, a suggestion accepted.
KEYS = ("enter", "end", "s", "left", "i", "d", "home")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
def test_the_screen(session, size):
    golden = GOLDENS / f"{size[0]}x{size[1]}.txt"
    assert press(session, *KEYS, size=size).text + "\n" == golden.read_text(encoding="utf-8")


def test_without_colour_the_same_words_and_signs_stand_there(session, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    golden = GOLDENS / "80x24.txt"
    assert press(session, *KEYS).text + "\n" == golden.read_text(encoding="utf-8")


def styles_of(app: CoderApp, text: str):
    """The styles in which ``text`` is drawn in the note."""
    note = app.screen.query_one(NoteView)
    for y in range(note.size.height):
        strip = note.render_line(y)
        at = strip.text.find(text)
        if at >= 0:
            return [segment.style for segment in strip.crop(at, at + len(text))]
    raise AssertionError("not on the screen")


@pytest.mark.parametrize("colour", [True, False])
def test_what_is_marked_is_marked_without_colour_too(session, monkeypatch, colour):
    if not colour:
        monkeypatch.setenv("NO_COLOR", "1")

    async def act(pilot, app: CoderApp):
        for key in ("end", "s", "left", "i", "d", "left"):
            await pilot.press(key)
        await pilot.pause()
        (coded,) = styles_of(app, "He was late.")
        assert coded.underline
        assert not coded.bold
        assert not coded.italic
        assert styles_of(app, "Agreed to")[0].bold, "two references"
        assert styles_of(app, "confirmed")[0].italic, "suggested"
        assert styles_of(app, "Probation")[0].bold, "mention"
        (chosen,) = styles_of(app, "rang, she feels")
        assert chosen.reverse or colour

    drive(session, act)


def test_no_color_draws_without_any_colour_of_ours(session, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")

    async def act(pilot, app: CoderApp):
        await pilot.press("end", "s")
        await pilot.pause()
        plain = app.screen.query_one(NoteView).rich_style
        (coded,) = styles_of(app, "was late.")
        assert coded.color == plain.color
        assert coded.bgcolor == plain.bgcolor

    drive(session, act)


def test_no_control_character_of_a_note_reaches_the_screen(session):
    text = press(session, "N", "N").text
    assert "␛[31mRed␛[0m and ⇄right to left⇄." in text
    assert "漢字" in text
    assert not set(text) & set("\x1b\x9b\u202e\u202c\u200d\t")


def test_spans_keep_the_offsets_of_the_stored_text(session):
    press(session, "N", "N", "end", "s")
    (reference,) = session.open_note("N3").references
    assert reference.span.cut(AWKWARD) == "Cafe\u0301 \x9b."


# Widths


@pytest.mark.parametrize("width", [20, 40, 79, 80, 99, 100, 115, 116, 200])
def test_every_width_shows_the_note_and_takes_a_code(session, width):
    seen = press(session, "end", "s", size=(width, 12))
    assert "late." in seen.text
    assert len(session.open_note("N1").references) == 1


def test_resizing_keeps_the_same_words_at_the_top(tmp_path):
    text = " ".join(f"word{n}" for n in range(4000))
    with open_long(tmp_path, text) as session:

        async def act(pilot, app: CoderApp):
            note = app.screen.query_one(NoteView)
            note.scroll_to(y=100, animate=False)
            await pilot.pause()
            layout = desk_of(app).page.layout
            top = layout.rows[note.scroll_offset.y]
            await pilot.resize_terminal(60, 24)
            await pilot.pause()
            assert note.scroll_offset.y == layout.row_at(top.start)
            assert layout.width == note.text_width < 60

        drive(session, act)


def open_long(tmp_path: Path, text: str):
    return open_coding(find_project(build_project(tmp_path / "p", {"L1": ("C9", text)})), "ann")


def test_moving_scrolls_no_further_than_need_be(tmp_path):
    text = "\n".join(f"Line number {n} stands here." for n in range(100))
    with open_long(tmp_path, text) as session:
        seen = press(session, *["down"] * 5)
        assert "Line number 0 " in seen.text
        seen = press(session, "end")
        assert "Line number 99 " in seen.text
        seen = press(session, "end", "home")
        assert "Line number 0 " in seen.text
        seen = press(session, "pagedown", "pagedown")
        assert "Line number 34 " in seen.text or "Line number 32 " in seen.text


# The mouse


def cell_of(app: CoderApp, offset: int) -> tuple[int, int]:
    row, cell = desk_of(app).page.layout.cell_at(offset)
    return MARGIN + cell, row


@pytest.mark.parametrize(
    ("times", "expected"),
    [(1, "Idva rang, she feels safer."), (2, "feels"), (3, "Idva rang, she feels safer.")],
)
def test_clicks(session, times, expected):
    async def act(pilot, app: CoderApp):
        await pilot.click("#note", offset=cell_of(app, FIRST.index("feels") + 2), times=times)
        await pilot.pause()
        assert desk_of(app).selection.cut(FIRST) == expected

    drive(session, act)


@pytest.mark.parametrize("backwards", [False, True])
def test_dragging_selects_whole_words(session, backwards):
    ends = [FIRST.index("ang, she"), FIRST.index("eels")]

    async def act(pilot, app: CoderApp):
        start, end = reversed(ends) if backwards else ends
        await pilot.mouse_down("#note", offset=cell_of(app, start))
        await pilot.hover("#note", offset=cell_of(app, end))
        await pilot.mouse_up("#note", offset=cell_of(app, end))
        await pilot.pause()
        assert desk_of(app).selection.cut(FIRST) == "rang, she feels"
        await pilot.press("s")

    drive(session, act)
    assert [r.span for r in session.open_note("N1").references] == [
        span_of(FIRST, "rang, she feels")
    ]


def test_a_click_on_the_list_opens_the_note(session):
    async def act(pilot, app: CoderApp):
        await pilot.click("#list", offset=(5, 2))
        await pilot.pause()
        assert desk_of(app).page.coded.note.id == "N3"
        assert app.focused is app.screen.query_one(NoteView)

    drive(session, act, size=(120, 40))


def test_a_click_beside_the_text_keeps_the_focus_on_the_note(session):
    async def act(pilot, app: CoderApp):
        for place in ("#note", "#bar", "#header", "#codes", "#message"):
            await pilot.click(place, offset=(1, 0))
        await pilot.pause()
        assert app.focused is app.screen.query_one(NoteView)
        await pilot.press("end", "s")

    drive(session, act, size=(120, 40))
    assert len(session.open_note("N1").references) == 1


# The picture for the documentation


def test_a_picture_shows_the_coder_and_fetches_nothing(session, tmp_path):
    path = tmp_path / "coder.svg"
    save_screenshot(session, path, (100, 30), keys=("enter",))
    svg = path.read_text(encoding="utf-8")
    assert "Probation" in svg
    assert "font-face" not in svg
    assert "url(http" not in svg
    assert "cdnjs" not in svg
    assert len(session.open_note("N1").references) == 1


def test_it_fits_many_stripes_into_the_margin(session):
    session_text = TEXTS["N1"][1]
    for part in ("He was late.", "He was", "was late", "late", "He", "was"):
        session.code_span("N1", span_of(session_text, part), "support")
    text = press(session).text
    row = next(line for line in text.splitlines() if "He was late." in line)
    assert row.startswith("sss+")


def test_the_coder_can_run_inside_a_running_loop(session):
    async def run() -> str:
        app = CoderApp(session)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.wait_for_scheduled_animations()
            return screen_text(app)

    assert "Idva rang" in asyncio.run(run())
