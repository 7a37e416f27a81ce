"""A case file -> cases and attributes in their three states."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from import_checks import find, only

from notecode.importing import read_cases
from notecode.importing.attributes import presence
from notecode.model import Case, CaseValue
from notecode.settings import Layout

Write = Callable[..., Path]
UNSAID = ("n/a", "N/A", "na", "n/k", "not  applicable", "Not stated", "-", "--", "–", "?")
HEADERS = ["case_id", "site", "start_date", "end_date", "gender", "Physical abuse (intake)"]


def case_row(*, case: str = "C1", **cells: str) -> list[str]:
    """A row under ``HEADERS``."""
    row = {"site": "North", "start": "13/02/2017", "end": "13/12/2017", "gender": "male"}
    return [case, *{**row, "abuse": "none", **cells}.values()]


def test_a_row_becomes_a_case_and_its_values(write: Write) -> None:
    read = read_cases(write([HEADERS, case_row(case="007")]))
    assert read.cases == (
        Case(id="007", site="North", start=date(2017, 2, 13), end=date(2017, 12, 13)),
    )
    assert read.values == (
        CaseValue(case_id="007", name="gender", state="value", value="male"),
        CaseValue(
            case_id="007", name="Physical abuse", stage="intake", state="value", value="none"
        ),
    )
    assert read.problems == ()


@pytest.mark.parametrize(
    "cell", ["", " ", "unknown", "Not known", "NOT  RECORDED", "missing", *UNSAID]
)
def test_what_is_not_recorded_is_missing(cell: str) -> None:
    assert presence(cell) == "missing"


@pytest.mark.parametrize("cell", ["no", "No", "ABSENT", " absent "])
def test_what_is_recorded_as_absent_is_absent(cell: str) -> None:
    assert presence(cell) == "absent"


@pytest.mark.parametrize(
    "cell", ["none", "yes", "0", "no change", "unknown to police", "prefers not to say"]
)
def test_everything_else_is_a_value(cell: str) -> None:
    assert presence(cell) == "value"


def test_absent_and_missing_carry_no_value(write: Write) -> None:
    values = read_cases(write([HEADERS, case_row(gender="not known", abuse="No")])).values
    assert [(value.state, value.value) for value in values] == [("missing", ""), ("absent", "")]


def test_missing_and_repeated_cases_are_fatal(write: Write) -> None:
    rows = [case_row(), case_row(case=""), case_row(site="South"), case_row()]
    read = read_cases(write([HEADERS, *rows]))
    assert [case.site for case in read.cases] == ["North"]
    assert (only(read.problems, "no case id").row, only(read.problems, "same case id").row) == (
        3,
        4,
    )
    assert only(read.problems, "same case id").fatal
    assert not only(read.problems, "same in every cell").fatal


def test_dates_that_cannot_be_are_told(write: Write) -> None:
    rows = [case_row(start="30/02/2017"), case_row(case="C2", end="13/01/2017")]
    read = read_cases(write([HEADERS, *rows]))
    assert read.cases[0].start is None
    assert (only(read.problems, "no date that").row, only(read.problems, "ends before").row) == (
        2,
        3,
    )


def test_columns_that_identify_are_left_out_unless_asked_for(write: Write) -> None:
    rows = [[*HEADERS, "Partner name", "History"], [*case_row(), "Quill", "long " * 40]]
    path = write(rows)
    read = read_cases(path)
    assert read.left_out == ("Partner name", "History")
    assert {value.name for value in read.values} == {"gender", "Physical abuse"}
    assert only(read.problems, "identifies people").column == "Partner name"
    assert only(read.problems, "holds free text").column == "History"
    asked = read_cases(path, Layout(columns={"attribute:history": ("History",)}))
    assert "history" in {value.name for value in asked.values}
    assert not find(asked.problems, "holds free text")


def test_cells_of_many_words_are_left_out_but_not_a_list_of_answers(write: Write) -> None:
    rows = [
        [f"C{n}", f"he went to see her {n}", "on hold for criminal justice", f"n{n}", "x" * 41]
        for n in range(4)
    ]
    read = read_cases(write([["Case ID", "Remarks", "Contact (exit)", "Code", "Long"], *rows]))
    assert read.left_out == ("Remarks", "Long")
    assert {(value.name, value.stage) for value in read.values} == {
        ("Contact", "closure"),
        ("Code", ""),
    }
    hint = only(read.problems[:1], "free text").hint
    assert '--column "cases.attribute:Remarks=Remarks"' in hint
    assert '[layout.cases] "attribute:Remarks" = "Remarks"' in hint


def test_assessments_are_called_so_and_renamed_stages_are_told(write: Write) -> None:
    headers = ["Case ID", "Risk (at intake)", "Risk (exit)", "Gender"]
    reasons = {
        choice.header: choice.reason
        for choice in read_cases(write([headers, ["C1", "high", "low", "male"]])).choices
    }
    assert reasons["Risk (at intake)"] == "an assessment, at intake"
    assert reasons["Risk (exit)"] == "an assessment, at closure: (exit) -> closure"
    assert "assessment" not in reasons["Gender"]


def test_two_columns_for_one_assessment_are_fatal(write: Write) -> None:
    rows = [[*HEADERS, "Physical abuse (at intake)"], [*case_row(), "high"]]
    assert only(read_cases(write(rows)).problems, "same attribute and stage").fatal


def test_a_file_of_cases_alone_is_enough(write: Write) -> None:
    read = read_cases(write([["Case Ref", "Area"], ["C1", "North"], ["C2", ""]]))
    assert read.cases == (Case(id="C1", site="North"), Case(id="C2", site=""))
