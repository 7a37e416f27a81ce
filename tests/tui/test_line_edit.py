"""The typed line, against a plain list of characters and a place in it."""

from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from notecode.text.layout import width_of
from notecode.tui.line_edit import LineEdit
from notecode.tui.prompt import Prompt

KEYS = ["left", "right", "home", "end", "backspace", "delete", "ctrl+u", "x", "é", " "]


def model(keys: list[str]) -> tuple[str, int]:
    """The same, done slowly."""
    typed: list[str] = []
    at = 0
    for key in keys:
        if key == "left":
            at = max(at - 1, 0)
        elif key == "right":
            at = min(at + 1, len(typed))
        elif key in {"home", "end"}:
            at = 0 if key == "home" else len(typed)
        elif key == "backspace" and at:
            at -= 1
            del typed[at]
        elif key == "delete":
            del typed[at : at + 1]
        elif key == "ctrl+u":
            del typed[:at]
            at = 0
        elif len(key) == 1:
            typed.insert(at, key)
            at += 1
    return "".join(typed), at


@given(st.lists(st.sampled_from(KEYS), max_size=40))
def test_every_key_does_what_it_does_in_a_line(keys: list[str]):
    line = LineEdit()
    for key in keys:
        assert line.take(key, key if len(key) == 1 else "")
    assert (line.text, line.at) == model(keys)


def test_a_key_that_types_nothing_is_not_taken():
    line = LineEdit("abc", 1)
    assert not line.take("f5", "")
    assert not line.take("escape", "\x1b")
    assert line == LineEdit("abc", 1)


def test_ctrl_w_cuts_a_word_and_what_is_pasted_is_one_line():
    line = LineEdit()
    line.insert("one two\nthree")
    assert line.text == "one two three"
    line.take("ctrl+w", "")
    assert line.text == "one two"
    line.take("ctrl+w", "")
    line.take("ctrl+w", "")
    assert line == LineEdit("", 0)


@given(st.text(st.sampled_from("ab 漢字é"), max_size=60), st.data())
def test_the_cursor_is_always_in_sight_and_the_line_never_too_wide(text: str, data: st.DataObject):
    line = LineEdit(text, data.draw(st.integers(0, len(text))))
    width = data.draw(st.integers(10, 40))
    pieces = line.pieces(width, Style())
    assert pieces[1][0] == (text[line.at : line.at + 1] or " ")
    assert pieces[1][1].reverse
    assert width_of("".join(part for part, _ in pieces)) <= width


@given(st.text("ab 漢", max_size=90), st.data())
def test_in_lines_no_letter_is_lost_and_the_cursor_is_in_sight(text: str, data: st.DataObject):
    line = LineEdit(text, data.draw(st.integers(0, len(text))))
    width, most = data.draw(st.integers(2, 30)), data.draw(st.integers(1, 4))
    rows = line.rows(width, most, Style())
    assert 1 <= len(rows) <= most
    shown = ["".join(part for part, _ in row) for row in rows]
    assert all(width_of(row) <= width for row in shown)
    assert "".join(shown) in f"{text} "
    marked = [part for row in rows for part, style in row if style.reverse]
    assert marked == [f"{text} "[line.at]]
    if 4 * len(text) < (width - 1) * most:
        assert "".join(shown) == f"{text} "


def test_lines_break_between_words_and_within_one_only_if_it_is_too_long():
    line = LineEdit("Help for him with housing, or appointmentsandmore")
    shown = ["".join(part for part, _ in row) for row in line.rows(16, 9, Style())]
    assert shown == ["Help for him ", "with housing, ", "or ", "appointmentsandm", "ore "]


def test_a_prompt_is_edited_as_any_line():
    prompt = Prompt("find words", print)
    for key in ("b", "c", "home", "a", "end", "left", "delete", "x", "home", "right"):
        prompt.edit(key, key if len(key) == 1 else None)
    prompt.paste("one\n two")
    assert prompt.typed == "aone twobx"
    prompt.edit("ctrl+w", None)
    assert prompt.typed == "aonebx"


@given(st.text("ab 漢", max_size=120), st.integers(60, 100))
def test_a_prompt_is_never_too_wide_and_says_its_keys(typed: str, width: int):
    prompt = Prompt("why", print)
    prompt.line.insert(typed)
    shown = "".join(part for part, _ in prompt.pieces(width))
    assert width_of(shown) <= width
    assert shown.endswith("Enter goes, Esc cancels")


@given(st.integers(0, 30), st.integers(0, 40), st.integers(10, 80))
def test_what_is_longer_than_a_line_takes_is_left_out_and_said(there: int, more: int, width: int):
    line = LineEdit("a" * there, there, longest=30)
    line.insert("b" * more)
    assert line.text == "a" * there + "b" * min(more, 30 - there)
    pieces = line.pieces(width, Style())
    shown = "".join(part for part, _ in pieces)
    assert (" ! 30" in shown) == (more > 30 - there)
    assert width_of(shown) <= width
    assert width_of(line.rows(width, 2, Style())[-1][-1][0]) <= width
    line.take("backspace", "")
    assert "!" not in "".join(part for part, _ in line.pieces(width, Style()))


def test_a_whole_document_is_pasted_as_fast_as_a_line():
    line, asked = LineEdit(longest=4_000), Asked("word " * 500_000)
    line.insert(asked)
    assert asked.read <= 4_000
    assert len(line.text) == 4_000
    assert line.rows(40, 3, Style())[-1][0][0] == "! 4,000 at most"
    line.take("x", "x")
    assert len(line.text) == 4_000


class Asked(str):
    """A text that counts how many of its characters were asked for."""

    read = 0

    def __getitem__(self, part):
        found = super().__getitem__(part)
        self.read += len(found)
        return found

    def __iter__(self):
        raise AssertionError("the whole of it was gone through")
