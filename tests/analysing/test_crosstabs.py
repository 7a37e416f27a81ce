"""Tables whose cells are held against every total, and tables that stand in files."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outcome_examples import table

from notecode.analysing.crosstabs import CrossTable, crosstab, sum_problems
from notecode.analysing.published import compare_rows, compare_stages, read_published_table
from notecode.errors import InputError

GOOD = """\
physical abuse,none,standard,high,Total
none,2,0,0,2
standard,6,1,1,8
high,"1,002 (99%)",2,3,"1,007"
Total,"1,010",3,4,"1,017"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_that_does_not_add_up_is_refused_with_its_sum() -> None:
    with pytest.raises(InputError, match="the cells add up to 6, stated is 7"):
        CrossTable(rows=("a", "b"), columns=("x", "y"), cells=((1, 2), (3, 0)), total=7)


def test_rows_of_unequal_length_are_refused() -> None:
    with pytest.raises(InputError, match="not of one length"):
        CrossTable(rows=("a", "b"), columns=("x", "y"), cells=((1, 2), (3,)), total=6)


def test_a_negative_number_of_cases_is_refused() -> None:
    with pytest.raises(InputError, match="negative"):
        CrossTable(rows=("a",), columns=("x", "y"), cells=((-1, 2),), total=1)


def test_margins_and_what_is_left_without_empty_rows_and_columns() -> None:
    counts = table((1, 0, 2), (0, 0, 0), (3, 0, 1))
    assert counts.row_totals == (3, 0, 4)
    assert counts.column_totals == (4, 0, 3)
    filled = counts.filled()
    assert filled.rows == ("row 0", "row 2")
    assert filled.columns == ("column 0", "column 2")
    assert filled.cells == ((1, 2), (3, 1))


def test_every_wrong_total_is_named() -> None:
    problems = sum_problems(
        "t",
        ("a", "b"),
        ("x", "y"),
        ((1, 2), (3, 4)),
        total=11,
        row_totals=(3, 8),
        column_totals=(4, None),
    )
    assert [problem.message for problem in problems] == [
        "row 'b': the cells add up to 7, stated is 8",
        "the whole table: the cells add up to 10, stated is 11",
    ]


LABELS = st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("xyz")), max_size=60)


@given(LABELS)
def test_a_crosstab_counts_every_pair_once(pairs: list[tuple[str, str]]) -> None:
    counts = crosstab(pairs, "ab", "xyz", len(pairs))
    for row, name in enumerate("ab"):
        for column, other in enumerate("xyz"):
            assert counts.cells[row][column] == pairs.count((name, other))


def test_a_published_table_is_read_with_its_totals(tmp_path: Path) -> None:
    found = read_published_table(written(tmp_path, GOOD))
    assert found.table.rows == found.table.columns == ("none", "standard", "high")
    assert found.table.cells[2] == (1002, 2, 3)
    assert found.stated == 7
    assert found.corner == "physical abuse"


def test_a_table_without_totals_has_nothing_to_check(tmp_path: Path) -> None:
    found = read_published_table(written(tmp_path, ",yes,no\nwith,4,5\nwithout,3,18\n"))
    assert (found.stated, found.table.total) == (0, 30)


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("none,2,0,0,2", "none,2,0,0,3", "row 'none': the cells add up to 2, stated is 3"),
        (
            'Total,"1,010",3,4',
            'Total,"1,011",3,4',
            "column 'none': the cells add up to 1,010, stated is 1,011",
        ),
        ('"1,017"', '"1,016"', "the whole table: the cells add up to 1,017, stated is 1,016"),
    ],
)
def test_a_published_table_that_does_not_add_up_is_refused(
    tmp_path: Path, before: str, after: str, message: str
) -> None:
    with pytest.raises(InputError) as caught:
        read_published_table(written(tmp_path, GOOD.replace(before, after)))
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "this is no table"),
        ("a\n", "this is no table"),
        (",yes,no\nwith,4,five\nwithout,3,1\n", "row 2, column 'no': this is no number"),
        (",yes,no\nwith,4,-5\nwithout,3,1\n", "row 2, column 'no': this is no number"),
        (",yes,no\nwith,4\nwithout,3,1\n", "row 2: it has 2 cells, the headings 3"),
        (",yes,yes\nwith,4,5\nwithout,3,1\n", "its columns need two different labels"),
        (",yes,no,total\nwith,4,5,9\n", "its rows need two different labels"),
        (",yes,no\nwith,4,5\nwithout,3,900000\n", "it counts 900,012 cases"),
    ],
)
def test_what_is_no_table_is_refused_with_its_place(
    tmp_path: Path, text: str, message: str
) -> None:
    with pytest.raises(InputError) as caught:
        read_published_table(written(tmp_path, text))
    assert message in str(caught.value)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_published_table(tmp_path / "none.csv")
    path = tmp_path / "latin.csv"
    path.write_bytes(b",yes,no\nf\xe9e,1,2\nb,3,4\n")
    with pytest.raises(InputError, match="not CSV in UTF-8"):
        read_published_table(path)


def test_a_published_table_is_tested_as_groups(tmp_path: Path) -> None:
    path = written(tmp_path, ",yes,no,total\none site,6,4,10\nothers,3,17,20\n")
    found = compare_rows(read_published_table(path))
    assert found.test.name == "Fisher's exact test"
    assert [group.levels["yes"] for group in found.groups] == [6, 3]
    difference = found.effects[0]
    assert difference.value == pytest.approx(0.6 - 0.15)
    assert difference.about == "'yes', 'one site' minus 'others'"


def test_a_published_table_in_order_is_tested_by_ranks(tmp_path: Path) -> None:
    path = written(tmp_path, ",none,some,high\nwith,5,3,1\nwithout,2,6,13\n")
    assert compare_rows(read_published_table(path)).test.name == "Fisher's exact test"
    found = compare_rows(read_published_table(path), ordered=True)
    assert found.test.name == "Mann-Whitney U"


def test_a_published_table_of_two_stages(tmp_path: Path) -> None:
    found = compare_stages(read_published_table(written(tmp_path, GOOD)))
    assert (found.at_start, found.at_end) == (1015, 7)
    assert "Edwards" in found.test.name
    with pytest.raises(InputError, match="not the same levels"):
        compare_stages(read_published_table(written(tmp_path, ",yes,no\nwith,4,5\nwithout,3,18\n")))
