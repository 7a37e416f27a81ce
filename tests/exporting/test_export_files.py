"""What stands in the exported files, read back the way an analyst reads them."""

import io
from dataclasses import replace
from fnmatch import fnmatch

import openpyxl
import pandas as pd
import pytest
from export_examples import BOOK, CASES, CELLS, DATA, EMPTY, PROVENANCE, counted, open_gate, quoted
from hypothesis import given, settings
from hypothesis import strategies as st

from notecode.exporting import (
    COUNT_TABLES,
    FILES,
    README,
    WORKBOOK,
    ExportData,
    artefacts,
    export_all,
    reference_row,
)
from notecode.exporting.catalogue import frames
from notecode.exporting.csv import guarded
from notecode.exporting.frames import column_names
from notecode.exporting.xlsx import LONGEST_CELL, fitted
from notecode.model import Note, Reference, Span


def contents(data: ExportData) -> dict[str, bytes]:
    return {each.name: each.encode() for each in artefacts(data)}


def encoded(data: ExportData, name: str) -> bytes:
    return next(each.encode() for each in artefacts(data) if each.name == name)


def read_csv(data: ExportData, name: str) -> pd.DataFrame:
    """The file as the data dictionary and the read-me say it should be read."""
    options = {"encoding": "utf-8-sig", "keep_default_na": False, "na_values": [""]}
    described = pd.read_csv(io.BytesIO(encoded(data, "data_dictionary.csv")), dtype=str, **options)
    described = described[described["file"] == name]
    dtypes = {"text": "str", "integer": "Int64", "flag": "int64", "share": "float64"}
    types = {
        column: dtypes[kind]
        for column, kind in zip(described["column"], described["type"], strict=True)
    }
    frame = pd.read_csv(io.BytesIO(encoded(data, name)), dtype=types, **options)
    assert list(frame.columns) == list(types), "the data dictionary has every column, in order"
    return frame


def read_sheets(data: ExportData) -> dict[str, pd.DataFrame]:
    book = io.BytesIO(encoded(data, WORKBOOK))
    ids = {"case_id": str, "note_id": str}
    return pd.read_excel(book, sheet_name=None, dtype=ids, keep_default_na=False, na_values=[""])


@pytest.mark.parametrize("data", [quoted("words"), DATA])
def test_only_their_owner_may_read_files_with_quotations(tmp_path, data):
    (tmp_path / "references.csv").write_text("an older export")
    (tmp_path / "references.csv").chmod(0o644)
    readable = {path.stat().st_mode & 0o044 != 0 for path in export_all(data, tmp_path, open_gate)}
    assert readable == {not data.quotations}


def test_every_registered_file_is_written_and_no_other(tmp_path):
    written = export_all(DATA, tmp_path / "exports", open_gate)
    names = [path.name for path in written]
    assert sorted(names) == sorted(path.name for path in (tmp_path / "exports").iterdir())
    for file in FILES:
        assert any(fnmatch(name, file.name) for name in names), file.name
    for name in names:
        assert sum(fnmatch(name, file.name) for file in FILES) == 1, name
    assert [name for name in names if name.startswith("counts_by")] == [
        f"counts_by_{'_'.join(by)}.csv" for by in COUNT_TABLES
    ]


def test_references_are_tidy():
    frame = read_csv(DATA, "references.csv")
    assert list(frame["reference_id"]) == ["R1", "R2", "R3", "R4"]
    assert list(frame["case_id"]) == ["001", "001", "001", "002"], "leading zeros survive"
    first = frame.iloc[0]
    assert first["agencies"] == "childrens-services;police"
    assert (first["agency_police"], first["agency_childrens_services"]) == (1, 1)
    assert first["code_path"] == "Direct work / Direct support"
    assert first["words"] == 7
    assert frame.iloc[1]["month"] == -1
    assert pd.isna(frame.iloc[1]["agencies"])
    assert (frame.iloc[1]["agency_police"], frame.iloc[1]["origin"]) == (0, "rule")
    assert "quotation" not in frame.columns


def test_no_day_is_exported():
    for name, content in contents(quoted("x")).items():
        if name != WORKBOOK:
            assert b"2024" not in content, name
    for frame in read_sheets(quoted("x")).values():
        assert "2024" not in frame.to_string()


def test_attributes_have_three_states():
    frame = read_csv(DATA, "cases.csv").set_index("case_id")
    assert frame.loc["001", "gender"] == "male"
    assert frame.loc["002", "gender"] == "absent"
    assert pd.isna(frame.loc["003", "gender"])
    assert frame.loc["001", "severity_3_months"] == "None", "a value, not a missing one"
    assert pd.isna(frame.loc["002", "severity_3_months"])


def test_a_case_counts_a_code_with_the_codes_beneath_it():
    frame = read_csv(DATA, "cases.csv").set_index("case_id")
    first = frame.loc["001"]
    assert (first["has_direct"], first["refs_direct"]) == (1, 2)
    assert (first["has_support"], first["refs_support"]) == (1, 1)
    assert (first["references"], first["notes"], first["notes_with_references"]) == (3, 3, 2)
    assert first["last_month"] == 10
    third = frame.loc["003"]
    assert (third["has_direct"], third["refs_direct"], third["notes"]) == (0, 0, 0)
    assert pd.isna(third["last_month"])
    assert "has_old" not in frame.columns, "a retired code that nobody used has no column"


@pytest.mark.parametrize("by", COUNT_TABLES)
def test_counts_carry_their_base_in_every_row(by):
    frame = read_csv(DATA, f"counts_by_{'_'.join(by)}.csv")
    assert set(frame["base_references"]) == {4}
    assert set(frame["base_cases"]) == {2}
    assert set(frame["all_cases"]) == {3}
    assert set(frame["roll_up"]) == {"own"}
    assert set(frame["provenance"]) == {"notecode 0.1.0; codebook fedcba987654"}
    found = {
        tuple("" if pd.isna(row[name]) else str(row[name]) for name in by): (
            row["references"],
            row["cases"],
            row["notes"],
        )
        for _, row in frame.iterrows()
        if row["references"]
    }
    assert found == CELLS[by]
    shares = frame["references"] / 4
    assert shares.to_numpy() == pytest.approx(frame["share_of_references"].to_numpy())


def test_an_undefined_share_is_empty_and_not_0():
    frame = read_csv(EMPTY, "counts_by_code.csv")
    assert len(frame) == 3
    assert frame["share_of_references"].isna().all()
    assert frame["share_of_cases"].isna().all()
    assert set(frame["references"]) == {0}


def test_an_empty_project_exports_headers_that_can_be_read():
    for file in contents(EMPTY):
        if file.endswith(".csv") and file != "data_dictionary.csv":
            assert list(read_csv(EMPTY, file).columns)
    assert list(read_sheets(EMPTY)["References"].columns)[:3] == [
        "reference_id",
        "note_id",
        "case_id",
    ]


def test_several_tables_of_the_same_dimensions_share_a_file():
    deep = counted(
        ("code",), CELLS["code",], roll_up="descendants", coder="ann", only=(("site", ("North",)),)
    )
    data = replace(DATA, tables=(DATA.tables[0], deep))
    frame = read_csv(data, "counts_by_code.csv")
    assert list(frame["roll_up"]) == ["own"] * 3 + ["descendants"] * 3
    assert list(frame["coder"].fillna("")) == [""] * 3 + ["ann"] * 3
    assert set(frame["only"].dropna()) == {"site: North"}
    text = encoded(data, README).decode()
    assert "Tables by code (descendants, ann):\n- Coding of ann alone." in text


def test_the_codebook_and_its_agencies():
    frame = read_csv(DATA, "codebook.csv").set_index("id")
    assert frame.loc["support", "parent"] == "direct"
    assert frame.loc["support", "level"] == 2
    assert frame.loc["old", "status"] == "retired"
    assert frame.loc["information-sharing", "origin"] == "emergent"
    assert frame.loc["police", "facet"] == "agency"


def test_every_column_is_described():
    described = read_csv_raw("data_dictionary.csv")
    assert described["meaning"].str.len().min() > 5
    for name, content in contents(DATA).items():
        if name.endswith(".csv") and name != "data_dictionary.csv":
            header = content.decode("utf-8-sig").splitlines()[0].split(",")
            assert list(described[described["file"] == name]["column"]) == header


def read_csv_raw(name: str) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(encoded(DATA, name)), dtype=str, encoding="utf-8-sig")


def test_never_empty_columns_are_never_empty():
    for frame in (*frames(DATA), *frames(DATA, crossed=True)):
        for at, column in enumerate(frame.columns):
            if column.empty == "never empty":
                assert all(row[at] not in (None, "") for row in frame.rows), column.name


def test_the_workbook_has_its_sheets_in_order_with_frozen_headers():
    book = openpyxl.load_workbook(io.BytesIO(encoded(DATA, WORKBOOK)))
    assert book.sheetnames == [
        "Read me",
        "Codebook",
        "By code",
        "By agency",
        "By site",
        "By month",
        "Code by agency",
        "Code by site",
        "Code by month",
        "Agency by site",
        "Agency by month",
        "Cases",
        "References",
        "Data dictionary",
    ]
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "A2"
        assert sheet["A1"].font.bold
        assert sheet.column_dimensions["A"].width > 5
    by_code = book["By code"]
    header = [cell.value for cell in by_code[1]]
    shares = by_code.cell(row=2, column=header.index("share_of_references") + 1)
    assert (shares.value, shares.number_format) == (0.25, "0.0%")
    assert by_code.cell(row=2, column=header.index("references") + 1).number_format == "#,##0"


def test_pandas_reads_each_sheet_with_the_right_types():
    sheets = read_sheets(DATA)
    assert sheets["By code"]["references"].dtype == "int64"
    assert sheets["By code"]["share_of_cases"].dtype == "float64"
    assert list(sheets["References"]["case_id"]) == ["001", "001", "001", "002"]
    assert sheets["References"]["agency_police"].dtype == "int64"
    assert list(sheets["By month"]["month"]) == [-1, 2, 3, 4]
    assert sheets["Cases"].loc[0, "severity_3_months"] == "None"


def test_cross_tables_have_references_and_then_cases():
    sheet = read_sheets(DATA)["Code by agency"].set_index("code")
    assert sheet.loc["information-sharing", "Police: references"] == 1
    assert sheet.loc["direct", "(no agency): cases"] == 1
    assert sheet.loc["direct", "Children's services: references"] == 0
    columns = list(sheet.columns)
    assert columns.index("(no agency): references") < columns.index("Police: cases")
    assert set(sheet["base_references"]) == {4}


def test_a_cross_table_of_equal_labels_keeps_both():
    twins = replace(BOOK, agencies=tuple(replace(agency, label="Twin") for agency in BOOK.agencies))
    table = DATA.tables[4].table
    labels = dict.fromkeys(("agency:police", "agency:childrens-services"), "Twin")
    table = replace(table, labels=table.labels | labels)
    data = replace(DATA, codebook=twins, tables=(replace(DATA.tables[4], table=table),))
    columns = list(read_sheets(data)["Code by agency"].columns)
    assert "Twin (police): references" in columns
    assert "Twin (childrens-services): references" in columns


def test_every_file_says_where_it_comes_from():
    made = replace(PROVENANCE, made_at="2026-02-03", coder="ann")
    files = contents(replace(DATA, provenance=made))
    for name, content in files.items():
        if name.endswith(".csv"):
            assert b"codebook fedcba987654; coding of ann; made 2026-02-03" in content, name
    text = files[README].decode()
    for part in ("The study", "0.1.0", BOOK.digest, "ann, bob", "2026-02-03", "as recorded"):
        assert part in text
    readme = openpyxl.load_workbook(io.BytesIO(files[WORKBOOK]))["Read me"]
    pairs = {row[0].value: row[1].value for row in readme.iter_rows()}
    assert pairs["Codebook digest (sha256)"] == BOOK.digest
    assert pairs["Notes in the project"] == "5"
    assert "SYNTHETIC" not in text


def test_synthetic_data_is_called_so_everywhere():
    files = contents(replace(DATA, provenance=replace(PROVENANCE, synthetic=True)))
    for name, content in files.items():
        if name != WORKBOOK:
            assert b"SYNTHETIC" in content, name
    readme = openpyxl.load_workbook(io.BytesIO(files[WORKBOOK]))["Read me"]
    assert readme["B1"].value.startswith("SYNTHETIC")


def test_definitions_are_in_the_read_me_once_each():
    text = encoded(DATA, README).decode()
    for each in DATA.tables:
        for sentence in each.definitions:
            assert text.count(f"- {sentence}\n") == 1


INJECTIONS = [
    "=1+1",
    '=HYPERLINK("http://example.org")',
    "+44 7700 900000",
    "- t/c to [OM_1]",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "＝1+1",
    "#N/A",
]


@pytest.mark.parametrize("text", INJECTIONS)
def test_text_never_becomes_a_formula(text):
    data = quoted(text)
    book = openpyxl.load_workbook(io.BytesIO(encoded(data, WORKBOOK)))
    for sheet in book:
        for line in sheet.iter_rows():
            assert not {cell.data_type for cell in line} & {"f", "e"}, sheet.title
    references = book["References"]
    column = [cell.value for cell in references[1]].index("quotation") + 1
    cell = references.cell(row=2, column=column)
    assert cell.value == text.replace("\r", "\n")
    assert cell.quotePrefix == text.startswith(("=", "+", "-", "@"))
    frame = read_csv(data, "references.csv")
    expected = text.replace("\r", "\n") if text == "#N/A" else "'" + text.replace("\r", "\n")
    assert frame.loc[0, "quotation"] == frame.loc[0, "contact_type"] == expected
    assert read_csv(data, "cases.csv").loc[0, "gender"] == expected


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(), min_size=1, max_size=40))
def test_any_text_can_be_exported_and_read_back(text):
    data = replace(quoted(text), tables=())
    frame = read_csv(data, "references.csv")
    cell = frame.loc[0, "quotation"]
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert cell.removeprefix("'") == guarded(text).removeprefix("'")
    assert len(frame) == 1
    book = openpyxl.load_workbook(io.BytesIO(encoded(data, WORKBOOK)))
    header = [cell.value for cell in book["References"][1]]
    assert book["References"].cell(row=2, column=header.index("quotation") + 1).value == fitted(
        text
    )


def test_control_characters_are_replaced_and_line_ends_kept():
    text = "a\x00b\x1b[31mc\x85d\ud800e\uffff f\r\ng\th"
    data = quoted(text)
    expected = "a\ufffdb\ufffd[31mc\ufffdd\ufffde\ufffd f\ng\th"
    assert read_csv(data, "references.csv").loc[0, "quotation"] == expected
    sheet = read_sheets(data)["References"]
    assert sheet.loc[0, "quotation"] == expected


def test_a_cell_that_is_too_long_is_cut_with_a_mark_in_the_workbook_alone():
    text = "x" * 40_000
    data = quoted(text)
    cell = read_sheets(data)["References"].loc[0, "quotation"]
    assert len(cell) == LONGEST_CELL
    assert cell.endswith(
        " [CUT: 40,000 characters do not fit a cell; the CSV file has all of them]"
    )
    assert read_csv(data, "references.csv").loc[0, "quotation"] == text


def test_a_cell_is_measured_as_the_spreadsheet_measures_it():
    wide = "\U0001f600" * 20_000
    assert len(fitted(wide).encode("utf-16-le")) // 2 <= LONGEST_CELL
    assert "[CUT: 20,000 characters" in fitted(wide)
    assert fitted("y" * LONGEST_CELL) == "y" * LONGEST_CELL


def test_more_rows_than_a_sheet_holds_are_cut_with_a_mark(monkeypatch):
    monkeypatch.setattr("notecode.exporting.xlsx.MOST_ROWS", 4)
    sheet = read_sheets(DATA)["References"]
    assert len(sheet) == 3
    assert sheet.iloc[-1, 0] == "[CUT: 4 rows do not fit a sheet; references.csv has them all]"
    assert len(read_sheets(DATA)["By site"]) == 2


def test_csv_is_utf8_with_a_byte_order_mark_and_lf():
    for name, content in contents(quoted("é\r\nß")).items():
        if name.endswith(".csv"):
            assert content.startswith(b"\xef\xbb\xbf"), name
            assert b"\r" not in content
            assert content.endswith(b"\n")


def test_the_same_project_makes_the_same_bytes(monkeypatch):
    first = contents(DATA)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    monkeypatch.setattr("time.localtime", lambda *_: (2033, 5, 18, 3, 33, 20, 2, 138, 0))
    shuffled = replace(DATA, references=DATA.references[::-1], cases=CASES[::-1])
    second = contents(shuffled)
    assert first.keys() == second.keys()
    for name, content in first.items():
        assert content == second[name], name


def test_column_names_are_plain_and_never_alike():
    names = column_names("has_", ["a-b", "a_b", "É ü", "!!"], taken=["has_blank"])
    assert names == ["has_a_b", "has_a_b_2", "has_é_ü", "has_blank_2"]


def test_an_attribute_named_like_a_column_keeps_its_own():
    values = (replace(DATA.case_values[0], name="Site"), replace(DATA.case_values[0], name="notes"))
    frame = read_csv(replace(DATA, case_values=values), "cases.csv")
    assert {"site", "site_2", "notes", "notes_2"} <= set(frame.columns)


def test_a_reference_row_takes_what_it_needs_from_note_and_case():
    case = CASES[1]
    note = Note(id="n", case_id=case.id, text="T/C to [OM_1] about bail", contact_type="call")
    reference = Reference(
        id="R",
        note_id="n",
        span=Span(0, 13),
        code="support",
        agencies=("police",),
        coder="ann",
        origin="hand",
        created="",
        codebook="",
    )
    made = reference_row(reference, note, case)
    assert (made.month, made.words, made.quotation, made.site) == (None, 3, None, "North")
    assert reference_row(reference, note, case, quotation=True).quotation == "T/C to [OM_1]"
    dated = replace(note, date=case.start)
    assert reference_row(reference, dated, case).month == 1


def test_a_code_that_the_codebook_has_lost_is_still_exported():
    lost = replace(DATA, references=(replace(DATA.references[0], code="lost"),))
    frame = read_csv(lost, "references.csv")
    assert list(frame.loc[0, ["code", "code_label", "code_path"]]) == ["lost"] * 3
    cases = read_csv(lost, "cases.csv").set_index("case_id")
    assert (cases.loc["002", "has_lost"], cases.loc["001", "has_lost"]) == (1, 0)


def test_tables_of_three_dimensions_get_a_sheet_each():
    long = ("contact_type", "author_role", "month")
    also = ("contact_type", "author_role", "case")
    data = replace(DATA, tables=(counted(long, {}), counted(also, {})))
    sheets = read_sheets(data)
    first, second = list(sheets)[2:4]
    assert first == "Contact type by author role by "
    assert second == "Contact type by author role 2"
    assert max(map(len, sheets)) <= 31
    assert "month" in sheets[first].columns
    assert "case" in sheets[second].columns
