"""SPSS, Stata and Parquet files, read back with the programs that analysts read them with."""

import io
from dataclasses import replace

import pandas as pd
import pyarrow.parquet
import pyreadstat
import pytest
from export_examples import ATTRIBUTES, DATA, EMPTY, quoted
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_exports import CSV, encoded

from notecode.errors import WriteError
from notecode.exporting import Selection, stata_notes
from notecode.exporting.cases import case_frame
from notecode.exporting.frames import Column, Frame, fixed, short_names
from notecode.exporting.labelled import (
    LONGEST_FILE_LABEL,
    LONGEST_NOTE,
    LONGEST_TEXT,
    write_labelled,
)
from notecode.exporting.references import add_up

STATISTICS = Selection(formats=("sav", "dta", "parquet"))


def read(data, name, tmp_path, **options):
    path = tmp_path / name
    path.write_bytes(encoded(data, name, STATISTICS))
    reader = pyreadstat.read_sav if name.endswith(".sav") else pyreadstat.read_dta
    return reader(path, user_missing=True, **options)


def written(columns, rows, program, tmp_path):
    frame = Frame(
        name="made",
        sheet="Made",
        group="cases",
        row_is="a row",
        columns=columns,
        read=fixed(rows),
    )
    path = tmp_path / f"made.{program}"
    write_labelled(frame, program, path, notes=["a note"], as_of="")
    reader = pyreadstat.read_sav if program == "sav" else pyreadstat.read_dta
    return reader(path, user_missing=True)


def test_spss_tells_absent_missing_and_unreadable_apart(tmp_path):
    frame, meta = read(DATA, "cases.sav", tmp_path)
    assert list(frame["case_id"]) == ["001", "002", "003"]
    assert list(frame["age"]) == [44, -8, -7]
    assert list(frame["severity_3_months"]) == [1, -9, -9]
    labels = meta.variable_value_labels
    assert "age" not in labels, "a number with labels is a category to pandas"
    assert labels["severity_3_months"] == {
        1: "none",
        2: "standard",
        3: "moderate",
        4: "high",
        -9: "missing: nothing recorded",
    }
    assert {(r["lo"], r["hi"]) for r in meta.missing_ranges["age"]} == {(-8, -8), (-7, -7)}
    assert meta.column_names_to_labels["severity_3_months"] == "severity (3 months)"
    assert meta.variable_measure["severity_3_months"] == "ordinal"
    assert meta.variable_measure["age"] == "scale"


def test_spss_leaves_user_missing_values_out_of_its_statistics(tmp_path):
    path = tmp_path / "cases.sav"
    path.write_bytes(encoded(DATA, "cases.sav", STATISTICS))
    frame, _ = pyreadstat.read_sav(path)
    assert frame["age"].mean() == 44


def test_stata_has_an_extended_missing_value_for_each_reason(tmp_path):
    frame, meta = read(DATA, "cases.dta", tmp_path)
    assert list(frame["age"]) == [44, "a", "u"]
    assert list(frame["severity_3_months"]) == [1, "m", "m"]
    labels = meta.variable_value_labels
    assert "age" not in labels
    assert labels["severity_3_months"]["m"] == "missing: nothing recorded"
    assert labels["severity_3_months"][4] == "high"
    assert meta.missing_user_values["age"] == ["a", "u"]


def test_numbers_are_numbers_to_whoever_reads_the_files(tmp_path):
    for ending in ("sav", "dta"):
        path = tmp_path / f"cases.{ending}"
        path.write_bytes(encoded(DATA, path.name, STATISTICS))
    assert pd.read_spss(tmp_path / "cases.sav")["age"].mean() == 44
    assert pd.read_stata(tmp_path / "cases.dta")["age"].mean() == 44


def test_numbers_with_gaps_are_numbers_to_pyreadstat_too(tmp_path):
    column = Column("age", "integer", "years", recorded=True)
    for program in ("sav", "dta"):
        written((column,), [(44,), (None,), (22,)], program, tmp_path)
        reader = pyreadstat.read_sav if program == "sav" else pyreadstat.read_dta
        frame, _ = reader(tmp_path / f"made.{program}")
        assert frame["age"].dtype == "float64", program
        assert frame["age"].sum() == 66


def test_no_and_yes_are_0_and_1(tmp_path):
    column = Column("x", "level", "yes or no", levels=("no", "yes"))
    for program in ("sav", "dta"):
        frame, meta = written((column,), [("yes",), ("no",)], program, tmp_path)
        assert list(frame["x"]) == [1, 0]
        assert meta.variable_value_labels["x"] == {0: "no", 1: "yes"}


def test_spss_shows_four_places_of_a_share(tmp_path):
    _, meta = read(DATA, "counts_by_code.sav", tmp_path)
    assert meta.original_variable_types["share_of_cases"] == "F10.4"


def test_pandas_alone_reads_stata_files(tmp_path):
    path = tmp_path / "cases.dta"
    path.write_bytes(encoded(DATA, "cases.dta", STATISTICS))
    frame = pd.read_stata(path, convert_categoricals=False)
    assert frame["age"].sum() == 44
    assert list(frame["case_id"]) == ["001", "002", "003"]


@pytest.mark.parametrize("ending", ["sav", "dta"])
def test_flags_and_counts_are_numbers_with_labels(ending, tmp_path):
    frame, meta = read(DATA, f"references.{ending}", tmp_path)
    frame = frame.set_index("reference_id")
    assert list(frame["agency_police"]) == [1, 1, 0, 0]
    assert meta.variable_value_labels["agency_police"] == {0: "none recorded", 1: "yes"}
    assert meta.column_names_to_labels["agency_police"] == "with Police"
    assert frame.loc["R2", "month"] == -1
    assert frame.loc["R4", "code"] == "information-sharing"
    origin = meta.variable_value_labels["origin"]
    assert [origin[number] for number in frame["origin"]] == [
        *("hand", "hand", "rule", "rule-changed")
    ]
    assert origin[3] == "gold", "the numbers that there were before stay"


@pytest.mark.parametrize("ending", ["sav", "dta", "parquet"])
def test_they_say_what_the_csv_files_say(ending, tmp_path):
    name = f"counts_by_code_agency.{ending}"
    if ending == "parquet":
        frame = pd.read_parquet(io.BytesIO(encoded(DATA, name, STATISTICS)))
    else:
        frame, _ = read(DATA, name, tmp_path)
    csv = pd.read_csv(io.BytesIO(encoded(DATA, "counts_by_code_agency.csv")), **CSV)
    csv = csv.drop(columns="provenance")
    assert list(frame.columns) == list(csv.columns)
    for column in csv:
        ours = frame[column].replace("", None).tolist()
        assert [None if pd.isna(x) else x for x in ours] == [
            None if pd.isna(x) else x for x in csv[column].tolist()
        ], column


def test_provenance_travels_along(tmp_path):
    _, meta = read(DATA, "cases.sav", tmp_path)
    assert "Project: The study" in meta.notes
    assert any(note.startswith("Codebook digest (sha256): fedcba") for note in meta.notes)
    assert meta.creation_time.year == 2026
    stored = pyarrow.parquet.read_schema(io.BytesIO(encoded(DATA, "cases.parquet", STATISTICS)))
    assert stored.metadata[b"Project"] == b"The study"
    assert b"one of the levels" in stored.field("severity_3_months").metadata[b"meaning"]


def test_the_time_of_making_is_that_of_the_project(tmp_path):
    for ending, moment in (("sav", b"03 Feb 2604:05:06"), ("dta", b"03 Feb 2026 04:05")):
        assert moment in encoded(DATA, f"cases.{ending}", STATISTICS)[:400]


def test_parquet_has_types_and_levels_in_order():
    frame = pd.read_parquet(io.BytesIO(encoded(DATA, "cases.parquet", STATISTICS)))
    severity = frame["severity_3_months"]
    assert list(severity.cat.categories) == ["none", "standard", "moderate", "high"]
    assert severity.cat.ordered
    assert severity[0] == "none"
    assert severity.isna().tolist() == [False, True, True]
    assert frame["age"].tolist()[0] == 44
    assert frame["age"].isna().tolist() == [False, True, True]
    assert list(frame["state_age"]) == ["value", "absent", "not readable"]


def test_parquet_is_written_row_group_by_row_group(monkeypatch):
    whole = pd.read_parquet(io.BytesIO(encoded(DATA, "references.parquet", STATISTICS)))
    monkeypatch.setattr("notecode.exporting.parquet.ROWS_AT_ONCE", 3)
    content = encoded(DATA, "references.parquet", STATISTICS)
    assert pyarrow.parquet.ParquetFile(io.BytesIO(content)).num_row_groups == 2
    pd.testing.assert_frame_equal(pd.read_parquet(io.BytesIO(content)), whole)


@pytest.mark.parametrize("ending", ["sav", "dta"])
def test_an_empty_project_makes_files_that_can_be_read(ending, tmp_path):
    frame, _ = read(EMPTY, f"references.{ending}", tmp_path)
    assert len(frame) == 0
    assert "reference_id" in frame.columns
    assert len(pd.read_parquet(io.BytesIO(encoded(EMPTY, "cases.parquet", STATISTICS)))) == 0


@pytest.mark.parametrize("program", ["sav", "dta"])
def test_a_text_that_is_too_long_is_cut_with_a_mark(program, tmp_path):
    text = "é" * 40_000
    frame, _ = written((Column("said", "text", "what was said"),), [(text,)], program, tmp_path)
    found = frame.loc[0, "said"]
    assert len(found.encode()) <= LONGEST_TEXT[program]
    assert found.startswith("ééé")
    assert found.endswith("[CUT: 40,000 characters do not fit; the CSV file has all of them]")


@pytest.mark.parametrize("program", ["sav", "dta"])
def test_very_long_labels_are_cut_and_never_in_half_a_character(program, tmp_path):
    column = Column("x", "level", "é" * 400, label="é" * 400, levels=("é" * 400, "b"))
    frame, meta = written((column,), [("b",), ("é" * 400,)], program, tmp_path)
    assert list(frame["x"]) == [2, 1]
    assert set(meta.column_names_to_labels["x"]) == {"é"}
    assert set(meta.variable_value_labels["x"][1]) == {"é"}


@pytest.mark.parametrize("lowest", [-5, -6, -30, -99, -1200])
def test_no_number_is_taken_for_a_missing_one(lowest, tmp_path):
    column = Column("x", "integer", "a number", recorded=True)
    rows = [(lowest,), ("absent",), (None,), (7,)]
    frame, meta = written((column,), rows, "sav", tmp_path)
    missing = {r["lo"] for r in meta.missing_ranges["x"]}
    assert len(missing) == 2
    assert max(missing) < lowest
    assert frame.loc[0, "x"] == lowest
    assert list(frame["x"][1:3]) == sorted(missing, reverse=True)


@settings(max_examples=30, deadline=None)
@given(
    cells=st.lists(
        st.one_of(
            st.none(),
            st.just("absent"),
            st.integers(-1000, 2**40),
            st.floats(-1e6, 1e6, allow_nan=False),
        ),
        max_size=6,
    )
)
@pytest.mark.parametrize("program", ["sav", "dta"])
def test_numbers_come_back_as_they_were(program, cells, tmp_path_factory):
    column = Column("x", "number", "a number", recorded=True)
    rows = [(cell,) for cell in cells]
    frame, meta = written((column,), rows, program, tmp_path_factory.mktemp("numbers"))
    missing = {r["lo"] for r in meta.missing_ranges.get("x", ())}
    missing |= {*meta.missing_user_values.get("x", ())}
    for cell, found in zip(cells, frame["x"], strict=True):
        if cell is None or cell == "absent":
            assert found in missing
        else:
            assert found == pytest.approx(cell)


def test_what_the_library_cannot_write_is_an_error_that_can_be_read(tmp_path):
    frame = Frame(
        name="made",
        sheet="Made",
        group="cases",
        row_is="a row",
        columns=(Column("with", "text", "a name that is reserved"),),
        read=fixed([("x",)]),
    )
    with pytest.raises(WriteError, match="could not be written"):
        write_labelled(frame, "dta", tmp_path / "made.dta", notes=[], as_of="")


@pytest.mark.parametrize("ending", ["sav", "dta", "parquet"])
def test_quotations_go_into_every_format(ending, tmp_path):
    data = quoted("=a passage\x00 with [OM_1]")
    if ending == "parquet":
        content = io.BytesIO(encoded(data, "references.parquet", STATISTICS))
        frame = pd.read_parquet(content)
    else:
        frame, _ = read(data, f"references.{ending}", tmp_path)
    assert frame.loc[0, "quotation"] == "=a passage\ufffd with [OM_1]"


def test_a_value_that_is_no_level_is_no_level_in_any_file(tmp_path):
    odd = replace(DATA.case_values[2], value="severe")
    gone = replace(DATA.case_values[3], state="absent")
    data = replace(DATA, case_values=(odd, gone), attributes=ATTRIBUTES)
    # None of the levels means that it was recorded as absent.
    levels = replace(ATTRIBUTES["severity"], levels=("standard", "moderate", "high"))
    data = replace(data, attributes={"severity": levels})
    parquet = pd.read_parquet(io.BytesIO(encoded(data, "cases.parquet", STATISTICS)))
    severity = parquet["severity_3_months"]
    assert list(severity.cat.categories) == ["standard", "moderate", "high"]
    assert severity.isna().all()
    assert list(parquet["state_severity_3_months"]) == ["not readable", "absent", "missing"]
    csv = pd.read_csv(io.BytesIO(encoded(data, "cases.csv")), keep_default_na=False)
    assert list(csv["severity_3_months"]) == ["", "", ""]
    assert list(csv["state_severity_3_months"]) == ["not readable", "absent", "missing"]
    frame, _ = read(data, "cases.sav", tmp_path)
    assert list(frame["severity_3_months"]) == [-7, -8, -9]


def test_a_long_name_is_cut_before_its_stage():
    long = "harassment, stalking and controlling behaviour"
    values = [
        replace(DATA.case_values[2], name=long, stage=stage) for stage in ("intake", "closure")
    ]
    frame = case_frame(replace(DATA, case_values=tuple(values)), add_up((), DATA.codebook))
    names = [c.name for c in frame.columns if c.name.startswith("harass")]
    assert names == [
        "harassment_stalking_and_controlling_behaviour_intake",
        "harassment_stalking_and_controlling_behaviour_closure",
    ]
    assert short_names(names) == ["harassment_stalking_an_intake", "harassment_stalking_a_closure"]


def test_the_stages_of_an_assessment_stand_in_their_order():
    stages = ("3 months", "closure", "intake")
    values = [replace(DATA.case_values[2], stage=stage) for stage in stages]
    frame = case_frame(replace(DATA, case_values=tuple(values)), add_up((), DATA.codebook))
    names = [c.name for c in frame.columns if c.name.startswith("severity")]
    assert names == ["severity_intake", "severity_3_months", "severity_closure"]


def test_a_stata_file_says_in_its_label_what_warns_of_it(tmp_path):
    _, meta = read(DATA, "cases.dta", tmp_path)
    assert meta.file_label.startswith("one case")
    unsearched = replace(DATA.provenance, unsearched="names of people", synthetic=True)
    _, meta = read(replace(DATA, provenance=unsearched), "cases.dta", tmp_path)
    assert meta.file_label.startswith("NOT SEARCHED FOR: names of people; SYNTHETIC DATA; one")
    assert len(meta.file_label) <= LONGEST_FILE_LABEL["dta"]


@pytest.mark.parametrize("name", ["cases.dta", "references.dta", "counts_by_code.dta"])
def test_a_stata_file_has_the_whole_provenance_as_notes(name, tmp_path):
    """As in SPSS, and beside the same data: both readers follow the map of the file."""
    frame, meta = read(DATA, name, tmp_path)
    _, spss = read(DATA, name.replace(".dta", ".sav"), tmp_path)
    assert any("Codebook" in note for note in meta.notes)
    assert [note[:LONGEST_NOTE] for note in meta.notes] == [note.strip() for note in spss.notes]
    read_by_pandas = pd.read_stata(tmp_path / name, convert_categoricals=False)
    assert len(read_by_pandas) == len(frame) > 0
    assert list(read_by_pandas.columns) == list(frame.columns)


def test_notes_may_be_none_long_or_in_any_script(tmp_path):
    frame, path = case_frame(DATA, add_up(DATA.references, DATA.codebook)), tmp_path / "made.dta"
    for notes in ([], ["é" * 50_000, "שלום"]):
        write_labelled(frame, "dta", path, notes=notes, as_of="")
        table, meta = pyreadstat.read_dta(path)
        assert len(table) == len(DATA.cases)
        assert [len(note.encode()) for note in meta.notes] == [
            min(len(n.encode()), stata_notes.LONGEST_NOTE) for n in notes
        ]
    path.write_bytes(b"nothing like it")
    with pytest.raises(WriteError, match="not as expected"):
        stata_notes.add_notes(path, ["a"])


@pytest.mark.parametrize("ending", ["sav", "dta"])
def test_thirds_are_numbered_in_time_with_the_words_of_the_tables(ending, tmp_path):
    _, meta = read(DATA, f"references.{ending}", tmp_path)
    assert meta.variable_value_labels["third"] == {
        0: "before the start",
        1: "first third",
        2: "second third",
        3: "last third",
        4: "after the end",
    }
