"""A unit longer than the screen is read through before the next one is gone to."""

from itertools import pairwise

import pytest
from coder_project import build_project, desk_of, drive

from notecode.project import find_project
from notecode.project.coding.session import open_coding
from notecode.tui.coder.app import CoderApp
from notecode.tui.note_view import NoteView

LONG = " ".join(f"Sentence {number} of one long paragraph." for number in range(200))
TEXT = f"It begins.\n\n{LONG}\n\nIt ends."


@pytest.fixture
def session(tmp_path):
    directory = build_project(tmp_path / "p", {"N1": ("C1", TEXT)})
    with open_coding(find_project(directory), "ann") as opened:
        yield opened


def walked(session, *keys: str, size=(80, 24)) -> tuple[list[tuple[int, int]], list[str]]:
    """The rows in view, and what is selected, after the paragraph is selected and each key."""
    rows: list[tuple[int, int]] = []
    selected: list[str] = []

    async def act(pilot, app: CoderApp):
        await pilot.press("right", *["right_square_bracket"] * 3)
        for key in ("shift+f12", *keys):
            await pilot.press(key)
            await pilot.pause()
            note, desk = app.screen.query_one(NoteView), desk_of(app)
            seen = note.in_view
            layout = desk.page.layout
            rows.append((layout.row_at(seen.start), layout.row_at(seen.end - 1)))
            selected.append(desk.selection.cut(TEXT))

    drive(session, act, size)
    return rows, selected


def test_page_down_shows_every_row_of_it_and_then_goes_on(session):
    rows, selected = walked(session, *["pagedown"] * 9)
    assert selected[0] == LONG
    for (_, last), (first, _) in pairwise(rows):
        assert first <= last + 1, "no row is passed over"
    assert selected[-1] == "It ends."
    held = [text == LONG for text in selected]
    assert held == sorted(held, reverse=True), "it stays selected until its end has been seen"
    last_row = rows[len([h for h in held if h]) - 1][1]
    assert rows[-1][1] >= last_row > 80


def test_down_scrolls_a_row_at_a_time(session):
    rows, selected = walked(session, *["down"] * 5)
    assert {*selected} == {LONG}
    tops = [first for first, _ in rows]
    assert [after - before for before, after in pairwise(tops)] == [1] * 5


@pytest.mark.parametrize(("down", "up"), [("pagedown", "pageup"), ("down", "up")])
def test_it_is_read_upwards_from_its_end(session, down, up):
    there = [down] * (9 if down == "pagedown" else 110)
    rows, selected = walked(session, *there, *[up] * 3)
    ends = len(there)
    assert selected[ends] == "It ends."
    assert selected[ends + 1] == LONG
    assert rows[ends + 1][1] >= rows[ends][1] - 6, "its end is to be seen first"
    assert rows[ends + 3][0] < rows[ends + 2][0]


def test_what_is_selected_is_coded_whole_wherever_one_has_read_to(session):
    async def act(pilot, app: CoderApp):
        keys = ("right", *["right_square_bracket"] * 3, "pagedown", "pagedown", "s")
        await pilot.press(*keys)
        await pilot.pause()
        top = app.screen.query_one(NoteView).scroll_offset.y
        assert top > 10, "coding leaves the place"

    drive(session, act)
    (reference,) = session.open_note("N1").references
    assert reference.span.cut(TEXT) == LONG


def test_a_narrower_unit_is_taken_where_one_has_read_to(session):
    async def act(pilot, app: CoderApp):
        await pilot.press("right", *["right_square_bracket"] * 3, "pagedown", "pagedown")
        await pilot.press("left_square_bracket")
        await pilot.pause()
        text = desk_of(app).selection.cut(TEXT)
        assert 30 < int(text.split()[1]) < 200

    drive(session, act)


def test_resizing_the_screen_keeps_the_place(session):
    async def act(pilot, app: CoderApp):
        await pilot.press("right", *["right_square_bracket"] * 3, "pagedown", "pagedown")
        await pilot.pause()
        before = app.screen.query_one(NoteView).in_view
        await pilot.resize_terminal(70, 24)
        await pilot.pause()
        after = app.screen.query_one(NoteView).in_view
        assert abs(after.start - before.start) < 400
        assert desk_of(app).selection.cut(TEXT) == LONG

    drive(session, act)
