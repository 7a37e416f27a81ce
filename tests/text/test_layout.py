"""Text in the cells of a terminal: cut at either end, made one line, made printable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from notecode.text.layout import counted, fit, fit_end, one_line, printable, shorten, width_of


@pytest.mark.parametrize(
    ("text", "width", "begin", "end"),
    [
        ("abcdef", 3, "abc", "def"),
        ("abc", 5, "abc", "abc"),
        ("日本語", 3, "日", "語"),
        ("abc", 0, "", ""),
        ("", 4, "", ""),
    ],
)
def test_text_is_cut_at_either_end(text: str, width: int, begin: str, end: str) -> None:
    assert fit(text, width) == begin
    assert fit_end(text, width) == end


def test_one_line_has_single_blanks_and_shows_what_cannot_be_printed() -> None:
    assert one_line(" a\n\n b\t\x1b[31mc ") == "a b \N{REPLACEMENT CHARACTER}[31mc"
    assert printable("a\u202eb") == "a\N{REPLACEMENT CHARACTER}b"


def test_a_short_text_stays_and_a_long_one_shows_that_it_is_cut() -> None:
    assert shorten("abc def", 7) == "abc def"
    assert shorten("abc def", 6) == "abc d…"


@given(st.text(max_size=40), st.integers(0, 30))
def test_nothing_is_wider_than_asked(text: str, width: int) -> None:
    line = one_line(text)
    for cut in (fit(line, width), fit_end(line, width)):
        assert width_of(cut) <= width
        assert cut in line
    assert width_of(shorten(text, width + 1)) <= width + 1


def test_numbers_take_their_noun() -> None:
    assert (counted(1, "note"), counted(1200, "note")) == ("1 note", "1,200 notes")
    assert cell_len("日") == width_of("日") == 2
