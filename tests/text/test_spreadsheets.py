"""Text as spreadsheets take it: never run, clean, and read back as it was."""

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from notecode.text.spreadsheets import (
    FORMULA_STARTS,
    clean,
    guarded,
    is_formula,
    unguarded,
    write_csv_rows,
)

TEXTS = st.text(st.sampled_from("=+-@\t\r\n ＝'\",;aé9\x00\x85\ud800￿"), max_size=6)


def written(rows: list[list[str | float | None]]) -> str:
    file = io.StringIO(newline="")
    write_csv_rows(rows, file)
    return file.getvalue()


@pytest.mark.parametrize("text", ["=1+1", " =1", "\t@x", "-5 miles", "＝1", "\n+44", "+44 20"])
def test_what_a_spreadsheet_would_run_is_known(text: str) -> None:
    assert is_formula(text)


@pytest.mark.parametrize("text", ["", "rang", "5 - 3", "'=1", "a=b"])
def test_other_text_is_no_formula(text: str) -> None:
    assert not is_formula(text)


@given(TEXTS)
@example("'=1")
@example("''-")
def test_a_guarded_cell_is_no_formula_and_can_be_read_back(text: str) -> None:
    cell = guarded(text)
    assert not cell.startswith(FORMULA_STARTS)
    assert unguarded(cell) == clean(text)


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=3), max_size=4))
def test_rows_come_back_from_csv_as_they_were(rows: list[list[str]]) -> None:
    text = written([list(row) for row in rows])
    assert "\r" not in text
    back = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert [[unguarded(cell) for cell in row] for row in back] == [
        [clean(cell) for cell in row] for row in rows
    ]


@given(TEXTS)
def test_what_is_written_is_what_is_guarded(text: str) -> None:
    assert next(csv.reader(io.StringIO(written([[text, "end"]]), newline="")))[0] == guarded(text)


def test_numbers_stay_numbers_and_nothing_is_an_empty_cell() -> None:
    assert written([[-1, 0.5, None, "-1"]]) == "-1,0.5,,'-1\n"


def test_control_characters_and_line_ends_are_made_readable() -> None:
    assert clean("a\r\nb\rc\x00d\te") == "a\nb\nc\N{REPLACEMENT CHARACTER}d\te"


CELLS = st.one_of(st.none(), TEXTS, st.integers(-9, 9), st.sampled_from([0.0, 1.0, -0.5, 1e-9]))


def by_the_standard_library(rows: list[list[str | float | None]]) -> str:
    file = io.StringIO(newline="")
    guarded_rows = [[guarded(c) if isinstance(c, str) else c for c in row] for row in rows]
    csv.writer(file, lineterminator="\n").writerows(guarded_rows)
    return file.getvalue()


@given(st.lists(st.lists(CELLS, min_size=1, max_size=3), max_size=6))
@example([[1, "a"], [1.0, "b"], [0, "a"]])
@example([[""], [None], ["a"]])
def test_the_bytes_are_those_of_the_standard_library(rows: list[list[str | float | None]]) -> None:
    assert written(rows) == by_the_standard_library(rows)


def test_a_long_table_is_written_whole_whatever_stands_in_which_piece_of_it() -> None:
    rows: list[list[str | float | None]] = [
        [f"row {at}", at, None if at % 3 else "plain", "5, or -5" if at == 2_345 else "word"]
        for at in range(3_210)
    ]
    assert written(rows) == by_the_standard_library(rows)
