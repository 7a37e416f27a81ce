"""Clusters: what is drawn for what is stored, and how wide it is."""

import sys
from itertools import chain
from unicodedata import category

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from notecode.text.grid import TAB_STOP, Line, draw_cluster, lines, printable

AWKWARD = [
    "e\u0301",
    "\u0301",
    "👩\u200d👩\u200d👧",
    "👍🏽",
    "🇬🇧",
    "🇬",
    "🏴\U000e0067\U000e0062\U000e007f",
    "1\ufe0f\u20e3",
    "❤\ufe0f",
    "漢",
    "\u3000",
    "한",
    "\u1112\u1161\u11ab",
    "क्षि",
    "שלום",
    "\u202e",
    "\u200d",
    "\u200b",
    "\t",
    "\x1b",
    "\x9b",
    "\x00",
    "\ud800",
    "\ue000",
    "\u2028",
    "\u0085",
    "\r",
    "a" * 40,
    " ",
    "\u00a0",
    "☰",
    "Z\u0351\u0352\u0353\u0354\u0355\u0356",
]
texts = st.one_of(
    st.lists(st.sampled_from([*AWKWARD, "word ", "\n", "T/C "]), max_size=30).map("".join),
    st.text(st.characters(codec=None), max_size=60),
)


def clusters(text: str) -> list[str]:
    line = Line(text, 0, len(text))
    return [text[a:b] for a, b in zip(line.starts, line.starts[1:], strict=False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc", ["a", "b", "c"]),
        ("", []),
        ("e\u0301a", ["e\u0301", "a"]),
        ("\u0301a", ["\u0301", "a"]),
        ("a\x1b[2J", ["a", "\x1b", "[", "2", "J"]),
        ("\t\u0301", ["\t", "\u0301"]),
        ("👩\u200d👩\u200d👧x", ["👩\u200d👩\u200d👧", "x"]),
        ("👍🏽!", ["👍🏽", "!"]),
        ("🇬🇧🇫🇷🇬", ["🇬🇧", "🇫🇷", "🇬"]),
        ("a\u200db", ["a", "\u200d", "b"]),
        ("👩\u200d", ["👩", "\u200d"]),
        ("किया", ["कि", "या"]),
        ("\u1112\u1161\u11ab", ["\u1112\u1161\u11ab"]),
        ("1\ufe0f\u20e3 ", ["1\ufe0f\u20e3", " "]),
    ],
)
def test_clusters_are_what_a_reader_takes_for_one_character(text, expected):
    assert clusters(text) == expected


@pytest.mark.parametrize(
    ("cluster", "drawn"),
    [
        ("a", ("a", 1)),
        ("\x1b", ("␛", 1)),
        ("\x00", ("␀", 1)),
        ("\x7f", ("␡", 1)),
        ("\x9b", ("␦", 1)),
        ("\u202e", ("⇄", 1)),
        ("\u200b", ("∘", 1)),
        ("\ufeff", ("∘", 1)),
        ("\u2028", ("␤", 1)),
        ("\ue000", ("\ufffd", 1)),
        ("\ud800", ("\ufffd", 1)),
        ("e\u0301", ("e\u0301", 1)),
        ("\u0301", ("◌\u0301", 1)),
        ("👩\u200d👩\u200d👧", ("👩", 2)),
        ("❤\ufe0f", ("❤", 1)),
        ("1\ufe0f\u20e3", ("1", 1)),
        ("🇬🇧", ("GB", 2)),
        ("🇬", ("G", 1)),
        ("漢", ("漢", 2)),
        ("\u3000", ("  ", 2)),
        ("\u00a0", (" ", 1)),
        ("Z\u0351\u0352\u0353\u0354", ("Z\u0351\u0352\u0353", 1)),
    ],
)
def test_what_is_drawn(cluster, drawn):
    assert draw_cluster(cluster) == drawn


@given(texts)
@example("\x1b]0;title\x07 \x9b31m")
@example("".join(AWKWARD))
def test_lines_hold_every_code_point_once_and_draw_nothing_that_a_terminal_obeys(text):
    made = lines(text)
    assert "\n".join(text[line.starts[0] : line.starts[-1]] for line in made) == text
    for line in made:
        assert list(line.starts) == sorted(set(line.starts))
        assert len(line.starts) == len(line.edges) == len(line) + 1
        for number, drawn in enumerate(line.drawn):
            cells = line.edges[number + 1] - line.edges[number]
            assert 1 <= cells <= TAB_STOP
            assert cell_len(drawn) == cells
            assert not any(category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for char in drawn)
            drawn.encode("utf-8")


@given(texts)
def test_every_offset_has_its_cluster(text):
    for line in lines(text):
        for offset in range(line.starts[0], line.starts[-1]):
            cluster = line.cluster_at(offset)
            assert line.starts[cluster] <= offset < line.starts[cluster + 1]
        assert line.cluster_at(line.starts[-1]) == len(line)


@given(st.text("abc £é“”–xyz ", max_size=40))
def test_the_short_cut_for_plain_lines_draws_the_same(text):
    plain = Line(text, 0, len(text))
    general = Line(text + "漢", 0, len(text) + 1)
    assert list(plain.starts) == list(general.starts)[:-1]
    assert list(plain.edges) == list(general.edges)[:-1]
    assert list(plain.drawn) == list(general.drawn)[:-1]


def test_tabs_reach_the_next_stop():
    line = Line("a\tbcd\t\te", 0, 8)
    assert "".join(line.drawn) == "a   bcd     e"
    assert list(line.edges) == [0, 1, 4, 5, 6, 7, 8, 12, 13]


def test_printable_is_one_line_without_control_characters():
    assert printable("a\nb\x1b[0m\tc") == "a␊b␛[0m c"
    assert printable("") == ""


@pytest.mark.slow
def test_every_code_point_is_as_wide_as_the_terminal_library_thinks():
    # Planes 4 to 13 and the last two hold no character: one in seven stands for its neighbours.
    empty = chain(range(0x40000, 0xE0000, 7), range(0xF0000, sys.maxunicode + 1, 7))
    for code in chain(range(0x40000), range(0xE0000, 0xF0000), empty, (sys.maxunicode,)):
        if code in {0x09, 0x0A}:
            continue
        text = "a" + chr(code)
        line = Line(text, 0, 2)
        for number, drawn in enumerate(line.drawn):
            assert cell_len(drawn) == line.edges[number + 1] - line.edges[number], hex(code)
