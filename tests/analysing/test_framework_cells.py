"""Cells of the framework matrix: what stands in them, how much of it, and what is said of it."""

import numpy as np
import pytest

from notecode.analysing.framework import (
    LONGEST_CELL,
    collect_cells,
    draw_framework,
    first_in_cells,
    long_rows,
    wide_rows,
)
from notecode.model import Case, Code, Codebook
from notecode.passages import Summary

BOOK = Codebook(
    title="A codebook",
    codes=(
        Code(id="direct", label="Direct work", definition="d"),
        Code(id="contact", label="Contact", definition="d", parent="direct"),
    ),
    agencies=(),
)
CASES = (Case(id="C1", site="North"), Case(id="C2", site=""))
CODES = ("direct", "contact")
FIRST_TWO = [
    ("C1", "direct", 3, ["first", "second\none"]),
    ("C1", "contact", 1, ["second\none"]),
]
FIRST = [("C1", "direct", 3, ["first"]), ("C1", "contact", 1, ["second\none"])]
NONE = [("C1", "direct", 3, []), ("C1", "contact", 1, [])]


def summary(code: str, text: str, *, coder: str = "amina", masked_since: bool = False) -> Summary:
    return Summary(
        case_id="C1",
        code=code,
        coder=coder,
        written="2017-01-01T00:00:00+00:00",
        text=text,
        masked_since=masked_since,
    )


@pytest.mark.parametrize(
    ("most", "first"), [(0, []), (1, [1, 4, 0]), (2, [1, 2, 4, 0, 5]), (9, [1, 2, 3, 4, 0, 5])]
)
def test_the_first_entries_of_each_cell_keep_their_order(most: int, first: list[int]) -> None:
    found, numbers, kept = first_in_cells(np.array([8, 2, 2, 2, 5, 8]), most)
    assert found.tolist() == [2, 5, 8]
    assert numbers.tolist() == [3, 1, 2]
    assert kept.tolist() == first


def test_no_entries_have_no_cells() -> None:
    found, numbers, kept = first_in_cells(np.array([], dtype=np.int64), 3)
    assert (found.size, numbers.size, kept.size) == (0, 0, 0)


def test_all_passages_are_counted_and_the_first_are_given() -> None:
    cells = collect_cells(FIRST_TWO, ())
    assert set(cells) == {("C1", "direct"), ("C1", "contact")}
    assert cells["C1", "direct"].references == 3
    assert cells["C1", "direct"].quotations == ["first", "second\none"]
    assert cells["C1", "contact"].references == 1


def test_every_case_and_code_has_a_row_and_empty_cells_stay_empty() -> None:
    cells = collect_cells(FIRST, [summary("contact", "Little.")])
    assert long_rows(cells, CASES, CODES, BOOK) == [
        ("C1", "North", "direct", "Direct work", 3, None, "“first”\n(and 2 more)"),
        ("C1", "North", "contact", "Contact", 1, "amina: Little.", "“second one”"),
        ("C2", None, "direct", "Direct work", 0, None, None),
        ("C2", None, "contact", "Contact", 0, None, None),
    ]


def test_the_wide_matrix_has_what_was_asked_for_in_its_cells() -> None:
    cells = collect_cells(NONE, [summary("contact", "Little.")])
    assert wide_rows(cells, CASES, CODES, "summaries") == [
        ("C1", "North", None, "amina: Little."),
        ("C2", None, None, None),
    ]
    cells = collect_cells(FIRST_TWO, [summary("contact", "Little.")])
    assert wide_rows(cells, CASES[:1], CODES, "quotations")[0][3] == "“second one”"
    assert wide_rows(cells, CASES[:1], CODES, "both")[0][3] == "amina: Little.\n“second one”"


def test_a_summary_stands_where_nothing_is_coded_and_says_if_words_were_masked_since() -> None:
    old = summary("contact", "He said it.", masked_since=True)
    cells = collect_cells((), [old, summary("contact", "Nothing.", coder="ben")])
    assert draw_framework(cells, CASES, CODES, BOOK, 60) == [
        "Case C1, North",
        "  Contact: 0 references",
        "      amina: [the notes were anonymised again after this was",
        "      written: read it again] He said it.",
        "      ben: Nothing.",
        "  Nothing recorded: Direct work",
        "",
        "Case C2",
        "  Nothing recorded: Direct work; Contact",
    ]


def test_a_cell_fits_into_a_spreadsheet() -> None:
    cells = collect_cells([("C1", "direct", 1, ["word " * 9000])], ())
    cell = wide_rows(cells, CASES[:1], CODES, "both")[0][2]
    assert isinstance(cell, str)
    assert LONGEST_CELL < len(cell) < 32_767
    assert cell.endswith("… (cut)")
