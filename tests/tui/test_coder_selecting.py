"""Selecting: jumping to words, bounds moved at both ends, dragging past an edge, agencies."""

import pytest
from coder_project import FIRST, build_project, desk_of, drive, press
from hypothesis import given
from hypothesis import strategies as st
from test_coder_actions import selected, stored

from notecode.model import Span
from notecode.project import find_project
from notecode.project.coding.session import open_coding
from notecode.text.units import whole_tags
from notecode.text.wrapping import Layout
from notecode.tui.coder.app import CoderApp
from notecode.tui.coder.jumping import labels, words_beginning
from notecode.tui.cursor import LEVELS, Cursor
from notecode.tui.note_list import NoteList
from notecode.tui.note_view import NoteView
from notecode.tui.painting import MARGIN

LAST = "He was late."


# Jumping


def test_j_and_a_letter_go_to_the_only_word_that_begins_so(session):
    seen = press(session, "J", "i")
    assert selected(seen) == "Idva rang, she feels safer."
    assert seen.desk.cursor.focus == FIRST.index("Idva")


def test_where_several_begin_so_each_gets_a_letter_and_the_next_key_goes_there(session):
    seen = press(session, "J", "w")
    assert selected(seen) == LAST
    seen = press(session, "J", "h")
    assert seen.text.count("ae came.") == 1, "the nearest has the letter that is easiest to reach"
    assert "se was late." in seen.text
    assert selected(press(session, "J", "h", "s")) == LAST
    seen = press(session, "J", "h", "a")
    assert selected(seen) == "Probation confirmed that he came."
    assert seen.desk.cursor.focus == FIRST.index("he came")
    assert "he came." in seen.text, "the letters are gone again"
    assert stored(session) == [], "none of them was taken for a code"


def test_the_word_at_the_focus_is_what_one_narrows_to(session):
    narrowed = ["left_square_bracket"] * 2
    assert selected(press(session, "J", "c", "s", *narrowed)) in {"call-out", "came", "confirmed"}
    assert selected(press(session, "J", "m", "a", *narrowed)) in {"meet", "Monday"}


def test_with_a_mark_jumping_extends(session):
    keys = ["end", *["left_square_bracket"] * 2, "V", "J", "r"]
    assert selected(press(session, *keys[:3])) == "He"
    assert (
        selected(press(session, "home", *keys[1:4], "J", "n"))
        == "T/C to police re the call-out; no"
    )


@pytest.mark.parametrize(
    "keys",
    [["J", "escape"], ["J", "h", "escape"], ["J", "z", "escape"], ["J", "h", "1", "escape"]],
)
def test_what_leads_nowhere_ends_it_and_changes_nothing(session, keys):
    before = selected(press(session))
    seen = press(session, *keys)
    assert selected(seen) == before
    assert "he came." in seen.text
    seen = press(session, *keys, "end", "s")
    assert stored(session) == [("N1", "support", LAST)]


@pytest.mark.parametrize("keys", [["J", "z", "s"], ["J", "h", "1", "s"]])
def test_after_a_letter_that_leads_nowhere_the_next_is_no_code(session, keys):
    assert "Esc" in press(session, *keys[:-1]).desk.message
    press(session, *keys)
    assert stored(session) == []


def test_only_words_in_view_are_meant(tmp_path):
    text = "\n".join(f"row {n} zebra{n}" if n in {1, 90} else f"row {n}" for n in range(99))
    build_project(tmp_path / "p", {"N1": ("C1", text)})
    with open_coding(find_project(tmp_path / "p"), "ann") as opened:
        seen = press(opened, "J", "z")
        assert seen.desk.cursor.focus == text.index("zebra1")
        seen = press(opened, "end", "J", "z")
        assert seen.desk.cursor.focus == text.index("zebra90")


def test_more_words_than_letters_have_labels_of_two(tmp_path):
    text = " ".join(f"to{n}" for n in range(60))
    build_project(tmp_path / "p", {"N1": ("C1", text)})
    with open_coding(find_project(tmp_path / "p"), "ann") as opened:
        seen = press(opened, "J", "t")
        assert "aa0 as1 ad2 af3" in seen.text
        seen = press(opened, "J", "t", "s")
        assert "to0 to1" in seen.text, "those that do not begin so have lost theirs"
        assert "ao26 so27" in seen.text
        assert press(opened, "J", "t", "a", "d").desk.cursor.focus == text.index("to2")
        assert press(opened, "J", "t", "s", "a").desk.cursor.focus == text.index("to26")


def test_a_tag_is_found_by_its_letter():
    text = "Call to [OM_1] and others"
    assert list(words_beginning(text, "o", Span(0, len(text)))) == [8, 19]
    assert list(words_beginning(text, "o", Span(9, len(text)))) == [19]
    assert list(words_beginning(text, "o", None)) == []


@given(st.integers(1, 800))
def test_no_label_is_the_beginning_of_another(number: int):
    made = labels(number)
    assert len(set(made)) == number
    assert not any(a != b and b.startswith(a) for a in made[:30] for b in made[-30:])
    assert len(made[0]) == (1 if number <= 26 else 2 if number <= 676 else 3)


# What the lines at the foot say


def test_the_unit_by_which_one_moves_stands_in_one_place(session):
    assert "unit:" not in press(session).text
    assert press(session, "minus", "minus", "enter", "s").desk.cursor.level == "word"
    coded = press(session, "U", "U", "minus", "minus", "enter", "less_than_sign").text
    assert coded.splitlines()[-2].endswith("unit: word")
    bar = press(session, "end", "minus", "minus", "N").text.splitlines()[-2]
    assert "unit:" not in bar, "the bounds of a suggestion are its own"
    assert "Direct support" in bar
    assert len(bar) <= 80
    seen = press(session, "P", "end", "minus", "minus", "left")
    assert seen.text.splitlines()[-2].split() == ["selected", "unit:", "word"]


def test_the_hint_says_how_to_be_done_where_nothing_is_left_to_decide_on(session):
    assert ", done with the note" not in press(session, "end").text
    third = ("G", *"N3", "enter")
    assert ", done with the note" in press(session, *third).text
    press(session, *third, "comma")
    assert ", done with the note" not in press(session, *third).text


# Bounds, at both ends


def bounds_after(session, *keys: str) -> str:
    press(session, "end", "s")
    press(session, "end", "Z", *keys, "enter")
    return stored(session)[0][2]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["left"], "He was"),
        (["shift+left"], "He was late"),
        (["shift+left", "shift+left"], "He was lat"),
        (["shift+left", "shift+left", "right"], "He was late"),
        (["shift+left", "shift+left", "left"], "He was"),
        (["O", "right"], "was late."),
        (["O", "shift+right"], "e was late."),
        (["O", "shift+left", "shift+left"], ". He was late."),
        (["O", "left", "O", "left"], "police. He was"),
        (["O", "shift+right", "O", "shift+left"], "e was late"),
        (["O", "shift+right", "left"], LAST),
        (["left", "left", "left", "left"], "He"),
        (["up"], "He was late."),
        (["home"], "He was late."),
        (["O", "right", "right", "right", "right"], "late."),
        (["O", "end"], "late."),
    ],
)
def test_both_ends_move_by_word_and_by_letter(session, keys, expected):
    assert bounds_after(session, *keys) == expected


def test_the_bar_says_which_end_moves_and_the_hint_how(session):
    press(session, "end", "s")
    seen = press(session, "end", "Z")
    assert "its end moves" in seen.text
    assert "← → by word  Shift+← → by letter" in seen.text
    assert "its beginning moves" in press(session, "end", "Z", "O").text


def test_an_end_stops_at_the_other_and_says_how_to_move_that(session):
    press(session, "end", "s")
    assert "stops here" not in press(session, "end", "Z", "left", "left").text
    seen = press(session, "end", "Z", "left", "left", "left", "left")
    assert "its end stops here: O moves its beginning" in seen.text
    assert selected(seen) == "He"
    assert "stops here" not in press(session, "end", "Z", *["left"] * 4, "O").text
    assert "stops here" not in press(session, "end", "Z", *["left"] * 4, "right").text
    seen = press(session, "end", "Z", *["left"] * 3, *["shift+left"] * 3)
    assert "its end stops here" in seen.text
    assert selected(seen) == "H"
    seen = press(session, "end", "Z", "O", *["right"] * 4)
    assert "its beginning stops here: O moves its end" in seen.text


@pytest.mark.parametrize("leaving", ["N", "tab", "underscore", "U", "greater_than_sign", "F"])
def test_bounds_that_were_moved_are_not_left_without_a_word(session, leaving):
    press(session, "end", "s")
    seen = press(session, "end", "Z", "left", leaving)
    assert "Enter saves the new bounds, Esc leaves them as they were" in seen.desk.message
    assert (seen.desk.mode, seen.desk.page.coded.note.id) == ("resize", "N1")
    press(session, "end", "Z", "left", leaving, "enter")
    assert stored(session)[0][2] == "He was"


def test_a_click_on_another_note_does_not_lose_them_either(session):
    press(session, "end", "s")

    async def act(pilot, app: CoderApp):
        await pilot.press("end", "Z", "left")
        app.screen.on_note_list_chosen(NoteList.Chosen(1))
        assert desk_of(app).mode == "resize"
        await pilot.press("escape")
        app.screen.on_note_list_chosen(NoteList.Chosen(1))
        assert desk_of(app).page.coded.note.id == "N2"

    drive(session, act)


@pytest.mark.parametrize("key", ["Q", "ctrl+q"])
def test_quitting_asks_once_before_it_drops_bounds_that_were_moved(session, key):
    moved = ("end", "s", "Z", "shift+left")
    seen = press(session, *moved, key)
    assert seen.return_code is None
    assert seen.desk.message.endswith("leaves them as they were; Q again quits without them")
    assert press(session, "U", *moved, key, key).return_code == 0
    assert press(session, "U", *moved, key, "enter", key).return_code == 0
    assert session.open_note("N1").references[0].span.cut(FIRST) == "He was late"


def test_bounds_that_are_as_they_were_are_left_at_once(session):
    press(session, "end", "s")
    assert press(session, "end", "Z", "N").desk.page.coded.note.id == "N2"


TAGGED = "Rang [OM_1] on [DATE_2], no reply."


@pytest.fixture
def tagged(tmp_path):
    with open_coding(find_project(build_project(tmp_path, {"N1": ("C1", TAGGED)})), "ann") as desk:
        yield desk


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["left", "left", "shift+left"], "Rang [OM_1] on "),
        (["left", "left", "shift+left", "shift+right"], "Rang [OM_1] on [DATE_2]"),
        (["O", *["shift+right"] * 5, "shift+right"], " on [DATE_2], no reply."),
        (["O", *["shift+right"] * 6, "shift+left"], "[OM_1] on [DATE_2], no reply."),
    ],
)
def test_a_letter_beside_a_tag_is_the_whole_tag(tagged, keys, expected):
    press(tagged, "i")
    press(tagged, "Z", *keys, "enter")
    assert stored(tagged)[0][2] == expected


@pytest.mark.parametrize("typed", ["DATE", "date_2", "2"])
def test_a_part_of_a_tag_is_found_as_the_whole_tag(tagged, typed):
    press(tagged, "slash", *(typed.replace("_", " ")).split()[0], "enter", "i")
    assert stored(tagged) == [("N1", "sharing", "[DATE_2]")]


def test_esc_leaves_the_bounds_and_the_cursor_as_they_were(session):
    press(session, "end", "s")
    seen = press(session, "end", "Z", "shift+left", "O", "left", "escape")
    assert stored(session) == [("N1", "support", LAST)]
    assert selected(seen) == LAST
    assert seen.desk.cursor.level == "sentence"


def test_a_jump_brings_the_moving_end_to_a_word(session):
    press(session, "end", "s")
    press(session, "end", "Z", "O", "J", "m", "a", "enter")
    assert stored(session)[0][2] in {
        "meet on Monday, and to tell police. He was late.",
        "Monday, and to tell police. He was late.",
    }


TEXT = "Ab 👩\u200d👧 cafe\u0301 x.\nNo. 漢字 and\tso on"
KEYS = st.lists(st.sampled_from(["left", "right", "s-left", "s-right", "O", "up"]), max_size=25)


@given(st.integers(0, len(TEXT) - 1), st.integers(1, 12), KEYS)
def test_bounds_stay_in_the_text_on_whole_characters_and_are_never_empty(start, length, keys):
    layout = Layout(TEXT, 8)
    first = layout.cluster_span(start) or Span(start, start + 1)
    end = min(start + length, len(TEXT))
    last = layout.cluster_span(end - 1) or Span(end - 1, end)
    cursor = Cursor(TEXT)
    cursor.hold(Span(first.start, last.end))
    edges = {
        s for at in range(len(TEXT)) if (span := layout.cluster_span(at)) for s in span_edges(span)
    }
    for key in keys:
        if key == "O":
            cursor.swap_ends()
        elif key == "up":
            cursor.move_rows(layout, -1)
        elif key.startswith("s-"):
            cursor.nudge(1 if key == "s-right" else -1, layout)
        else:
            cursor.move(1 if key == "right" else -1)
        selection = cursor.selection
        assert selection is not None
        assert 0 <= selection.start < selection.end <= len(TEXT)
        assert {selection.start, selection.end} <= edges


PARTS = st.sampled_from(["[OM_1]", "[DATE_12]", "[PERSON]", "a", "b.", ", and ", " ", "\n", "["])


@given(st.lists(PARTS, min_size=1, max_size=12).map("".join), KEYS, st.data())
def test_no_bound_cuts_a_tag(text, keys, data):
    layout, cursor = Layout(text, 8), Cursor(text)
    cursor.level = data.draw(st.sampled_from(LEVELS))
    cursor.place(data.draw(st.integers(0, len(text))))
    if cursor.selection is None:
        return
    if data.draw(st.booleans()):
        cursor.drag(*(data.draw(st.integers(0, len(text))) for _ in range(2)))
    cursor.hold(cursor.selection)
    for key in keys:
        if key == "O":
            cursor.swap_ends()
        elif key == "up":
            cursor.move_rows(layout, -1)
        elif key.startswith("s-"):
            cursor.nudge(1 if key == "s-right" else -1, layout)
        else:
            cursor.move(1 if key == "right" else -1)
        assert cursor.selection is not None
        assert cursor.selection == whole_tags(text, cursor.selection)


def span_edges(span: Span) -> tuple[int, int]:
    return span.start, span.end


@given(st.integers(1, len(TEXT) - 2), st.booleans())
def test_a_letter_there_and_back_leaves_the_bounds(at: int, swap: bool):
    layout = Layout(TEXT, 20)
    span = layout.cluster_span(at) or Span(at, at + 1)
    cursor = Cursor(TEXT)
    cursor.hold(span)
    if swap:
        cursor.swap_ends()
    before = cursor.selection
    cursor.nudge(-1 if swap else 1, layout)
    assert cursor.selection != before or span.end == len(TEXT) or span.start == 0
    cursor.nudge(1 if swap else -1, layout)
    assert cursor.selection == before


# The mouse


def test_a_drag_past_an_edge_scrolls_and_selects_on(tmp_path):
    text = "\n".join(f"row {n}" for n in range(99))
    build_project(tmp_path / "p", {"N1": ("C1", text)})

    async def act(pilot, app: CoderApp):
        note = app.screen.query_one(NoteView)
        below = note.size.height
        await pilot.mouse_down(NoteView, offset=(MARGIN, 3))
        await pilot.hover(NoteView, offset=(MARGIN, below))
        while note.scroll_offset.y < 20:  # it goes on while the mouse stays there
            await pilot.pause(0.05)
        await pilot.hover(NoteView, offset=(MARGIN, below - 1))
        await pilot.pause()
        assert note._beyond is None, "it ends when the mouse comes back"
        await pilot.mouse_up(NoteView, offset=(MARGIN, below - 1))
        span = desk_of(app).selection
        assert text[span.start : span.end].startswith("row 3")
        assert span.end > text.index(f"row {below + 19}")
        await pilot.mouse_down(NoteView, offset=(MARGIN, 3))
        await pilot.hover(NoteView, offset=(MARGIN, -1))
        while note.scroll_offset.y > 0:
            await pilot.pause(0.05)
        await pilot.mouse_up(NoteView, offset=(MARGIN, -1))
        assert note._beyond is None
        assert desk_of(app).selection.start < text.index("row 3")

    with open_coding(find_project(tmp_path / "p"), "ann") as opened:
        drive(opened, act)


def test_while_bounds_are_moved_a_click_brings_the_nearer_one_there(session):
    async def act(pilot, app: CoderApp):
        await pilot.press("home", "i", "home", "Z")
        await pilot.pause()
        for word in ("to", "further"):
            await pilot.click(NoteView, offset=(MARGIN + FIRST.index(word), 0))
        await pilot.press("enter")

    drive(session, act)
    assert stored(session) == [("N1", "sharing", "to police re the call-out; no further")]


# Agencies


def test_agencies_of_a_selection_are_shown_before_it_is_coded(session):
    seen = press(session, "right_square_bracket", "end")
    line = next(row for row in seen.text.splitlines() if " selected " in row)
    assert "Idva service" in line
    press(session, "right_square_bracket", "end", "s")
    assert session.open_note("N1").references[0].agencies == ("idva",)


def test_where_none_is_mentioned_none_is_shown(session):
    seen = press(session, "end")
    assert seen.text.splitlines()[-2].split() == ["selected", "unit:", "sentence"]


def test_those_of_a_selection_within_a_reference_are_said_apart(session):
    keys = ["end", "left", "left", "right_square_bracket", "d", "left_square_bracket"]
    seen = press(session, *keys)
    assert "selected:  Idva service" in seen.text
    assert "selected:" not in press(session, "end").text


def test_a_fresh_reference_takes_agencies_at_once(session):
    seen = press(session, "end", "s", "A", "p", "o", "p", "enter", "d")
    codes = {r.code: r.agencies for r in session.open_note("N1").references}
    assert codes == {"support": ("police",), "disruption": ()}
    assert seen.desk.mode == "read"


# Several references on one place


@pytest.fixture
def three(session):
    """Three codes on the last sentence."""
    press(session, "end", "s", "d", "i")
    return session


def codes(session) -> list[str]:
    return sorted(code for _, code, _ in stored(session))


def test_o_goes_round_and_delete_takes_the_one_that_is_named(three):
    seen = press(three, "end", "O")
    named = seen.desk.reference.code
    assert "coded 2/3, O other" in seen.text
    seen = press(three, "end", "O", "X")
    assert codes(three) == sorted({"disruption", "sharing", "support"} - {named})
    assert seen.desk.message.startswith(seen.desk.label(named))
    press(three, "U")
    assert codes(three) == ["disruption", "sharing", "support"]


def test_o_all_round_comes_back(three):
    first = press(three, "end").desk.reference.id
    assert press(three, "end", "O", "O", "O").desk.reference.id == first
    assert press(three, "end", "O", "O").desk.reference.id != first


def test_recode_takes_the_one_that_is_named_and_not_into_one_that_is_there(three):
    named = press(three, "end", "O").desk.reference
    seen = press(three, "end", "O", "C", "1")
    assert codes(three) == sorted({"disruption", "indirect", "sharing", "support"} - {named.code})
    assert seen.desk.reference.id == named.id
    seen = press(three, "end", "O", "C", "1")
    assert "already" in seen.desk.message
    assert len(codes(three)) == 3


def test_what_lies_inside_another_is_recoded_and_deleted_by_itself(session):
    inner = ("N1", "support", "Idva rang, she feels safer.")
    keys = ["end", "right_square_bracket", "d", "left_square_bracket", "s"]
    seen = press(session, *keys)
    assert inner in stored(session)
    assert "coded 1/2, O other" in seen.text
    press(session, "end", "J", "i", "C", "i")
    assert codes(session) == ["disruption", "sharing"]
    press(session, "end", "J", "i", "X")
    assert codes(session) == ["disruption"]
    press(session, "U", "end", "X")
    assert codes(session) == ["sharing"]
