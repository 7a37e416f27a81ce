"""Wrapping: no code point lost or doubled, and offset to cell and back."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from notecode.model import Span
from notecode.text.wrapping import Layout

# Blank when drawn, and a line may break after them.
BLANKS = " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
PIECES = [
    *("word", "a", " ", "  ", "\n", "\n\n", "\t", "e\u0301", "\u0301", "👩\u200d👧", "🇬🇧", "漢字"),
    *("\u3000", "किया", "שלום", "\u202e", "\x1b[2J", "\u00a0", "supercalifragilistic", "-", "\x85"),
]
texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.text(max_size=80))
widths = st.integers(2, 30)


def drawn(layout: Layout) -> list[str]:
    return [layout.drawn(n, row.start, row.end) for n, row in enumerate(layout.rows)]


@given(texts, widths)
def test_rows_hold_every_code_point_once(text, width):
    layout = Layout(text, width)
    rebuilt = ""
    for row in layout.rows:
        if row.start > len(rebuilt):
            rebuilt += "\n"
        assert row.start == len(rebuilt)
        rebuilt += text[row.start : row.end]
    assert rebuilt == text
    assert layout.rows


@given(texts, widths)
@example("word \u0301", 2)
def test_rows_fit_but_for_the_spaces_at_their_end(text, width):
    layout = Layout(text, width)
    for number, row in enumerate(layout.rows):
        line = layout.lines[row.line]
        full = line.edges[row.last] - line.edges[row.first]
        last_solid = row.last
        # A blank that carries an accent is a blank all the same: both may hang over the edge.
        while last_solid > row.first and text[line.starts[last_solid - 1]] in BLANKS:
            last_solid -= 1
        fits = line.edges[last_solid] - line.edges[row.first] <= width
        assert fits or row.last - row.first == 1, (number, full)


@given(texts, widths)
def test_offset_to_cell_and_back(text, width):
    layout = Layout(text, width)
    for offset, char in enumerate(text):
        row, cell = layout.cell_at(offset)
        assert layout.rows[row].start <= offset <= layout.rows[row].end
        if char == "\n":
            assert layout.cluster_span(offset) is None
            continue
        cluster = layout.cluster_span(offset)
        assert cluster is not None
        assert cluster.start <= offset < cluster.end
        assert layout.offset_at(row, cell) == cluster.start


@given(texts, widths, st.integers(-3, 100), st.integers(-3, 60))
def test_every_cell_has_an_offset_on_its_row(text, width, row, cell):
    layout = Layout(text, width)
    found = layout.rows[min(max(row, 0), len(layout.rows) - 1)]
    assert found.start <= layout.offset_at(row, cell) <= found.end


@given(texts, widths, st.data())
def test_a_row_drawn_in_pieces_is_the_row(text, width, data):
    layout = Layout(text, width)
    for number, row in enumerate(layout.rows):
        cut = data.draw(st.integers(row.start, row.end))
        pieces = layout.drawn(number, row.start, cut) + layout.drawn(number, cut, row.end)
        assert pieces == layout.drawn(number, row.start, row.end)


@given(texts, widths, widths)
def test_wrapping_again_is_wrapping_afresh(text, first, second):
    layout = Layout(text, first)
    layout.wrap(second)
    assert layout.rows == Layout(text, second).rows


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two ", "three"]),
        ("one two three", 8, ["one two ", "three"]),
        ("one   two", 4, ["one   ", "two"]),
        ("one\n\ntwo", 10, ["one", "", "two"]),
        ("one\n", 10, ["one", ""]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("a abcdefghij", 4, ["a ", "abcd", "efgh", "ij"]),
        ("漢字漢字", 5, ["漢字", "漢字"]),
        ("ab漢字", 3, ["ab", "漢", "字"]),
        ("a\u00a0b c", 3, ["a\u00a0b ", "c"]),
        ("one two", 1, ["on", "e ", "tw", "o"]),
    ],
)
def test_where_rows_break(text, width, rows):
    assert drawn(Layout(text, width)) == rows


def test_rows_of_a_span():
    layout = Layout("one two three", 7)
    assert layout.rows_of(Span(0, 3)) == range(1)
    assert layout.rows_of(Span(4, 9)) == range(2)
    assert layout.rows_of(Span(8, 9)) == range(1, 2)


@pytest.mark.parametrize(
    "text",
    ["x" * 20_000, "é\u0301" * 20_000, " " * 20_000, "漢" * 20_000, "a\u0301 " * 20_000],
    ids=["letters", "marks", "spaces", "wide", "words"],
)
def test_long_lines_are_wrapped_to_the_end(text):
    layout = Layout(text, 60)
    for offset in range(0, len(text), 97):
        row, cell = layout.cell_at(offset)
        assert layout.rows[row].start <= offset < layout.rows[row].end
        assert 0 <= offset - layout.offset_at(row, cell) <= 1
    assert layout.rows[0].start == 0
    assert layout.rows[-1].end == len(text)
