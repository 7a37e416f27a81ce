"""Where the case record's values come from, in the exported cases."""

from dataclasses import replace

import pandas as pd
import pytest
from export_examples import DATA
from reading_exports import read_csv

from notecode.case_values import CASE_RECORD, FROM_NOTES
from notecode.exporting.values import ExportData


@pytest.fixture
def coded() -> ExportData:
    """The gender of the second case, and nothing else, was coded from the notes."""
    first, second, *rest = DATA.case_values
    return replace(DATA, case_values=(first, replace(second, coder="amina"), *rest))


def test_a_column_says_which_values_were_coded(coded: ExportData) -> None:
    frame = read_csv(coded, "cases.csv").set_index("case_id")
    assert frame.loc["001", "origin_gender"] == CASE_RECORD
    assert frame.loc["002", "origin_gender"] == FROM_NOTES
    assert frame.loc["002", "gender"] == "absent"
    assert pd.isna(frame.loc["003", "origin_gender"])
    assert [name for name in frame.columns if name.startswith("origin_")] == ["origin_gender"]


def test_who_coded_it_is_not_said(coded: ExportData) -> None:
    assert "amina" not in read_csv(coded, "cases.csv").to_string()


def test_without_coded_values_the_columns_are_as_ever() -> None:
    names = read_csv(DATA, "cases.csv").columns
    assert not [name for name in names if name.startswith("origin_")]
