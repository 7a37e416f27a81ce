"""Rows of styled text: which cells of them look otherwise than before."""

from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from notecode.text.layout import width_of
from notecode.tui.lines import differing_cells, line, wrapped

PLAIN, BOLD = Style(), Style(bold=True)
WIDTH = 12

texts = st.lists(st.sampled_from(["a", "b", " ", "字", "e\u0301"]), max_size=4).map("".join)
rows = st.lists(st.tuples(texts, st.sampled_from([PLAIN, BOLD])), max_size=5)


def row_of(*pieces: tuple[str, Style]) -> Strip:
    return line(pieces, PLAIN, WIDTH)


def cells(strip: Strip) -> list[tuple[str, Style | None]]:
    """What stands in each cell; a wide letter stands in its first."""
    found: list[tuple[str, Style | None]] = []
    for text, style, _ in strip:
        for character in text:
            width = Segment(character).cell_length
            if width == 0 and found:
                found[-1] = (found[-1][0] + character, found[-1][1])
            else:
                found += [(character, style), *[("", style)] * (width - 1)]
    return found


def test_rows_alike_differ_nowhere():
    assert differing_cells(row_of(("abc", BOLD)), row_of(("abc", BOLD))) == (0, 0)


def test_only_what_differs_is_named():
    before = row_of(("rang ", PLAIN), ("police", BOLD))
    after = row_of(("rang p", PLAIN), ("olice", BOLD))
    assert differing_cells(before, after) == (5, 6)


@given(texts, st.integers(13, 30))
def test_what_is_said_in_several_lines_is_never_too_wide(text, width):
    for row in wrapped(text * 9, width, PLAIN):
        assert width_of("".join(part for part, _ in row)) <= width


def test_wide_letters_count_twice():
    assert differing_cells(row_of(("字字a", PLAIN)), row_of(("字字b", PLAIN))) == (4, 5)


def test_a_row_with_a_combining_mark_differs_as_a_whole():
    assert differing_cells(row_of(("e\u0301b", PLAIN)), row_of(("e\u0301c", PLAIN))) == (0, WIDTH)


@given(rows, rows)
def test_nothing_outside_the_cells_named_looks_otherwise(one, other):
    before, after = row_of(*one), row_of(*other)
    start, end = differing_cells(before, after)
    old, new = cells(before), cells(after)
    assert old[:start] == new[:start]
    assert old[end:] == new[end:]
    assert (start == end) == (old == new)
