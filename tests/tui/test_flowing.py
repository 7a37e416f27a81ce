"""Styled text broken into lines, and two texts with what differs marked."""

from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from notecode.text.layout import width_of
from notecode.tui.flowing import compared, fitted, flowed

BOLD = Style(bold=True)
PLAIN = Style()
WORDS = st.lists(st.text("abc漢", min_size=1, max_size=5), max_size=20)


def texts(lines):
    return ["".join(part for part, _ in line) for line in lines]


@given(st.lists(WORDS, max_size=4), st.integers(14, 40))
def test_no_word_is_lost_doubled_or_beyond_the_edge(pieces: list[list[str]], width: int):
    lines = flowed([(" ".join(words), BOLD) for words in pieces], width, rest="   ")
    assert [w for line in texts(lines) for w in line.split()] == [w for ws in pieces for w in ws]
    assert all(width_of(line) <= width for line in texts(lines))


def test_words_keep_their_style_and_lines_their_indent():
    lines = flowed([("one", BOLD), ("two three four", PLAIN)], 10, first=" ", rest="   ")
    assert texts(lines) == [" one two", "   three", "   four"]
    assert [style for _, style in lines[0]] == [PLAIN, BOLD, PLAIN]


def test_a_word_longer_than_a_line_is_cut_and_no_control_character_shown():
    assert texts(flowed([("x" * 50, PLAIN)], 20)) == [" " + "x" * 18]
    assert texts(flowed([("漢" * 50, PLAIN)], 20)) == [" " + "漢" * 9]
    assert "\x1b" not in texts(flowed([("a\x1b[31mb", PLAIN)], 20))[0]


def test_what_does_not_fit_is_said():
    lines = flowed([("a b c", PLAIN)], 3)
    assert len(lines) == 3
    assert fitted(lines, 3, "H") == lines
    assert texts(fitted(lines, 2, "H")) == [" a", " … H"]


@given(WORDS, WORDS)
def test_what_two_texts_share_is_marked_the_same_in_both(before: list[str], after: list[str]):
    old, new = compared(" ".join(before), " ".join(after), PLAIN, BOLD)
    assert " ".join(part for part, _ in old).split() == before
    assert " ".join(part for part, _ in new).split() == after
    shared = [
        [w for part, s in pieces if s == PLAIN for w in part.split()] for pieces in (old, new)
    ]
    assert shared[0] == shared[1]
