"""Which row is the header, and which of the last rows are no rows of the table."""

import pytest
from import_checks import HEADERS, note_row

from notecode.importing.headers import find_footer, find_header, header_score, is_header
from notecode.importing.problems import SHOWN, ProblemLog, name_rows
from notecode.importing.profiles import profile
from notecode.importing.rows import Row


def rows(*cells: list[str]) -> list[Row]:
    """Rows numbered from 1."""
    return [Row(number, row) for number, row in enumerate(cells, start=1)]


@pytest.mark.parametrize(
    "cells",
    [
        HEADERS,
        ["id", "person_id", "note"],
        ["Client", "Referral", "Contact", "Action"],
        ["case_id", "Engagement (intake)", "Engagement (closure)"],
        ["Case ID", "Note 1", "Note 2"],
        ["Case Ref", "Unbekannt", "Wann"],
        [" note id ", "", "NOTE"],
    ],
)
def test_rows_that_are_headers(cells: list[str]) -> None:
    assert header_score(Row(1, cells)) > 0
    assert is_header(Row(1, cells))


@pytest.mark.parametrize(
    "cells",
    [
        note_row(1),
        ["Notes"],
        ["Report of case notes", "North"],
        ["A1", "Note", "Somebody"],
        ["", "North", "13/02/2017", "Phone", "A Worker", "Case Manager", "x"],
        ["Note ID", "Case Ref", "x" * 81],
        ["one", "two", "three", "note"],
        [],
    ],
)
def test_rows_that_are_none(cells: list[str]) -> None:
    assert header_score(Row(1, cells)) == 0
    assert not is_header(Row(1, cells))


def test_the_row_with_most_known_headers_is_the_header() -> None:
    table = rows(["Area", "Date"], ["North", "all"], HEADERS, note_row(1), HEADERS)
    assert find_header(table) == 2


def test_headers_that_are_asked_for_come_first() -> None:
    table = rows(HEADERS, ["Foo", "Bar", "Baz"], ["1", "2", "3"])
    assert find_header(table, ["foo", "BAR"]) == 1
    assert find_header(table, ["Nothing", "Like", "This"]) == 0
    assert find_header(table[1:], ["Foo", "x", "y"]) is None
    assert find_header([], ["Foo"]) is None


@pytest.mark.parametrize(
    ("last", "count"),
    [
        ([["Total records: 2"]], 1),
        ([["Total", "2"]], 1),
        ([["Printed by", "Somebody", "13/02/2017"]], 1),
        ([["***"], ["CONFIDENTIAL"]], 2),
        ([["Somebody"]], 1),
        ([note_row(9)], 0),
        ([["", "", "", "", "", "", "", "a text alone"]], 0),
        ([["Total: 3"], note_row(9)], 0),
        ([note_row(9, id="Report 9", site="", type="")], 0),
    ],
)
def test_rows_below_the_table(last: list[list[str]], count: int) -> None:
    table = rows(note_row(1), note_row(2), *last)
    assert find_footer(table, len(HEADERS)) == count


def test_a_table_of_two_columns_has_no_footer() -> None:
    assert find_footer(rows(["C1", "text"], ["Total"]), 2) == 0


def test_a_footer_right_below_the_header() -> None:
    assert find_footer(rows(["Total: 0"]), 8) == 1
    assert find_footer([], 8) == 0


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([3], "row 3"),
        ([3, 8], "rows 3 and 8"),
        ([3, 8, 11], "rows 3, 8 and 11"),
    ],
)
def test_rows_in_words(numbers: list[int], words: str) -> None:
    assert name_rows(numbers) == words


def test_many_rows_in_words_are_cut() -> None:
    words = name_rows(list(range(1, 101)))
    assert words.endswith(f"{SHOWN} and 80 more")


def test_problems_of_two_kinds_do_not_crowd_each_other_out() -> None:
    log = ProblemLog("export.csv")
    for row in range(100):
        log.add("one thing", row=row)
    log.warn("another thing", row=200, column="Note")
    problems = log.all()
    assert len(problems) == SHOWN + 2
    assert problems[SHOWN].row == 200
    assert not problems[SHOWN].fatal
    assert str(problems[-1]) == "export.csv: one thing: 80 more rows"


@pytest.mark.parametrize(
    ("cells", "kinds"),
    [
        (["SU seen at the office on 13 February, on time. " * 2] * 2, {"is_text"}),
        (["C001", "C002"], {"is_id", "is_category"}),
        (["Phone", "Visit"], {"is_names", "is_category"}),
        (["Quill, Bartholomew", "Finch, Abel"], {"is_names", "is_category"}),
        (["13/02/2017", "14/02/2017"], set()),
        (["", " "], {"is_category"}),
    ],
)
def test_what_a_column_may_be(cells: list[str], kinds: set[str]) -> None:
    found = profile(cells)
    names = {"is_text", "is_id", "is_names", "is_category"}
    assert {name for name in names if getattr(found, name)} == kinds


def test_a_long_column_is_sampled_from_top_to_bottom() -> None:
    found = profile(["short"] * 5000 + ["x" * 100] * 5000)
    assert found.filled <= 500
    assert 40 < found.mean_length < 65
