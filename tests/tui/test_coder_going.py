"""Going: back and forward, by name, to what is uncoded, and to bookmarks."""

import sqlite3

from coder_project import FIRST, SECOND, drive, press, span_of
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from notecode.model import Span
from notecode.text.wrapping import Layout
from notecode.tui.coder.app import CoderApp
from notecode.tui.coder.trail import Stop, Trail

# Where one has been


stops = st.builds(Stop, st.sampled_from("abc"), st.none())


@given(st.lists(stops, min_size=1, max_size=8))
def test_back_and_forward_retrace_every_step(visited):
    trail, here = Trail(), Stop("start", None)
    been = [here]
    for stop in visited:
        trail.leave(here)
        here = stop
        been.append(stop)
    back = []
    while (stop := trail.back(here)) is not None:
        back.append(stop)
        here = stop
    assert back == been[-2::-1]
    forward = []
    while (stop := trail.forward(here)) is not None:
        forward.append(stop)
        here = stop
    assert forward == been[1:]


def test_curly_brackets_go_back_and_forward(session):
    seen = press(session, "N", "N", "left_curly_bracket")
    assert seen.desk.page.coded.note.id == "N2"
    seen = press(session, "G", *"N1", "enter", "end", "N", "left_curly_bracket")
    assert seen.desk.selection == span_of(FIRST, "He was late.")
    seen = press(session, "N", "N", *["left_curly_bracket"] * 2, "right_curly_bracket")
    assert seen.desk.page.coded.note.id == "N2"
    assert "nowhere before" in press(session, "left_curly_bracket").desk.message
    assert "nowhere after" in press(session, "N", "right_curly_bracket").desk.message


def test_a_note_that_the_filter_hides_joins_the_list(session):
    seen = press(session, "N", "F", *"C002", "enter", "left_curly_bracket")
    assert seen.desk.page.coded.note.id == "N2"
    assert seen.desk.ids == ["N2", "N3", "N4"]
    assert seen.desk.wanted


def test_the_next_uncoded_note(session):
    seen = press(session, "N", "end", "s", "P", "underscore")
    assert seen.desk.page.coded.note.id == "N3"
    for note_id, end in (("N1", 5), ("N3", 3)):
        session.code_span(note_id, Span(0, end), "support")
    seen = press(session, "G", *"N4", "enter", "underscore")
    assert "every other note of this list" in seen.desk.message
    assert seen.desk.page.coded.note.id == "N4"


def test_going_by_a_part_of_an_id_and_completing_it(session):
    seen = press(session, "G", *"002")
    assert "case C002" in seen.text
    seen = press(session, "G", *"002", "enter")
    assert seen.desk.page.coded.note.id == "N3"
    seen = press(session, "G", *"002", "tab")
    assert ": C002" in seen.text
    seen = press(session, "G", "n", "down", "enter")
    assert seen.desk.page.coded.note.id == "N2"
    assert "no such case or note" in press(session, "G", *"zzz", "enter").text


# Bookmarks


def test_bookmarks_are_set_listed_and_taken_off(session, project_dir):
    press(session, "end", "B", "N", "B")
    with sqlite3.connect(project_dir / "corpus" / "notecode.db") as db:
        rows = db.execute('SELECT coder, note_id, start, "end" FROM bookmarks').fetchall()
    late, flat = span_of(FIRST, "He was late."), span_of(SECOND, SECOND[7:])
    assert rows == [("ann", "N1", late.start, late.end), ("ann", "N2", flat.start, flat.end)]
    seen = press(session, "number_sign")
    assert "He was late." in seen.text
    seen = press(session, "number_sign", *"late", "enter")
    assert seen.desk.selection == late
    assert "#" in seen.text.splitlines()[5]
    assert press(session, "F", *"book", "enter").desk.ids == ["N1", "N2"]
    seen = press(session, "number_sign", *"late", "enter", "B")
    assert seen.desk.message == "bookmark taken off"
    assert press(session, "F", *"book", "enter").desk.ids == ["N2"]


def test_a_blank_note_can_be_bookmarked(session):
    seen = press(session, "G", *"N4", "enter", "B", "N", "P", "number_sign", "enter")
    assert seen.desk.page.coded.note.id == "N4"


def test_a_note_is_laid_out_once_when_it_opens(session, monkeypatch):
    wrapped: list[int] = []
    wrap = Layout.wrap

    def counted(layout: Layout, width: int) -> None:
        wrapped.append(width)
        wrap(layout, width)

    async def act(pilot: Pilot[None], app: CoderApp) -> None:
        await pilot.press("N")
        await pilot.pause()
        monkeypatch.setattr(Layout, "wrap", counted)
        await pilot.press("N")
        await pilot.pause()

    drive(session, act)
    assert len(wrapped) == 1
