"""The workbook: sheets in order, the base above the header, text as text, numbers as numbers."""

from dataclasses import replace

import pytest
from export_examples import BOOK, CASES, DATA, EMPTY, PROVENANCE, counted, quoted
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_exports import load_workbook, read_sheets

from notecode.exporting.frames import sheet_title
from notecode.exporting.xlsx import LONGEST_CELL, fitted


def test_the_workbook_has_its_sheets_in_order_with_frozen_headers():
    book = load_workbook(DATA)
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
        "Coverage",
        "Cases",
        "Matrix",
        "References",
        "Audit",
        "Data dictionary",
    ]
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "A3"
        assert sheet["A2"].font.bold
        assert sheet.column_dimensions["A"].width > 5
        assert sheet.auto_filter.ref.startswith("A2:")
        assert sheet.print_title_rows == "$1:$2"
    by_code = book["By code"]
    header = [cell.value for cell in by_code[2]]
    shares = by_code.cell(row=3, column=header.index("share of references") + 1)
    assert (shares.value, shares.number_format) == (0.25, "0.0%")
    assert by_code.cell(row=3, column=header.index("references") + 1).number_format == "#,##0"


def test_what_it_is_comes_first_then_definitions():
    readme = load_workbook(DATA)["Read me"]
    pairs = [(row[0].value, row[1].value) for row in readme.iter_rows()]
    headings = [heading for heading, _ in pairs]
    assert headings[:2] == ["What this is", "References and cases"]
    assert dict(pairs)["Coverage"].startswith("2 of 3 cases have references")
    definitions = [text for heading, text in pairs if heading == "All tables"]
    assert definitions[0].startswith("A reference is one coded passage")
    assert headings.index("All tables") < headings.index("Data")
    assert dict(pairs)["Codebook digest (sha256)"] == BOOK.digest
    assert dict(pairs)["Notes in the project"] == "5"
    synthetic = replace(DATA, provenance=replace(PROVENANCE, synthetic=True))
    said = {row[0].value: row[1].value for row in load_workbook(synthetic)["Read me"].iter_rows()}
    assert said["Data"].startswith("SYNTHETIC")


def test_the_base_is_said_once_above_the_header():
    book = load_workbook(DATA)
    for name in ("By code", "Code by agency"):
        said = book[name]["A1"].value
        assert "Base: 4 references in 2 of 3 cases, 3 of 5 notes; each code by itself." in said
        assert "Coding of all coders together (ann, bob)" in said
        assert not {"base_references", "all_cases", "roll_up"} & {c.value for c in book[name][2]}


def test_assessment_scores_are_numbers():
    values = tuple(
        replace(value, stage="intake", value="2.5" if value.value == "44" else value.value)
        for value in DATA.case_values
        if value.name == "age"
    )
    book = load_workbook(replace(DATA, case_values=values))
    column = [cell.value for cell in book["Cases"][2]].index("age (intake)") + 1
    cells = [book["Cases"].cell(row=row, column=column) for row in (3, 4, 5)]
    assert [cell.value for cell in cells] == [2.5, "absent", "not readable"]
    assert (cells[0].data_type, cells[0].number_format) == ("n", "#,##0.##")


def test_pandas_reads_each_sheet_with_the_right_types():
    sheets = read_sheets(DATA)
    assert sheets["By code"]["references"].dtype == "int64"
    assert sheets["By code"]["share of cases"].dtype == "float64"
    assert list(sheets["References"]["case_id"]) == ["002", "001", "001", "001"]
    assert sheets["References"]["with Police"].dtype == "int64"
    assert list(sheets["By month"]["month"]) == [-1, 2, 3, 4] or set(
        sheets["By month"]["month"]
    ) == {-1, 2, 3, 4}
    assert sheets["Cases"].loc[0, "severity (3 months)"] == "none"


def test_cross_tables_have_references_and_then_cases():
    sheet = read_sheets(DATA)["Code by agency"].set_index("code")
    assert sheet.loc["information-sharing", "Police: references"] == 1
    assert sheet.loc["direct", "(no agency): cases"] == 1
    assert sheet.loc["direct", "Children's services: references"] == 0
    columns = list(sheet.columns)
    assert columns.index("(no agency): references") < columns.index("Police: cases")


def test_a_cross_table_of_equal_labels_keeps_both():
    twins = replace(BOOK, agencies=tuple(replace(agency, label="Twin") for agency in BOOK.agencies))
    table = DATA.tables[4].table
    labels = dict.fromkeys(("agency:police", "agency:childrens-services"), "Twin")
    table = replace(table, labels=table.labels | labels)
    data = replace(DATA, codebook=twins, tables=(replace(DATA.tables[4], table=table),))
    columns = list(read_sheets(data)["Code by agency"].columns)
    assert "Twin (police): references" in columns
    assert "Twin (childrens-services): references" in columns


def test_cases_against_codes_are_a_sheet_of_their_own():
    sheets = read_sheets(DATA)
    matrix = sheets["Matrix"].set_index("case_id")
    assert matrix.loc["001", "references: Direct work"] == 2
    assert matrix.loc["003", "any Direct work"] == 0
    assert "references: Direct work" not in sheets["Cases"].columns
    assert len(matrix) == len(CASES)


def test_an_empty_project_has_all_its_sheets():
    assert load_workbook(EMPTY).sheetnames == load_workbook(DATA).sheetnames


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        '=HYPERLINK("http://example.org")',
        "+44 7700 900000",
        "- t/c to [OM_1]",
        "@SUM(A1)",
        "\t=1+1",
        "\n=1+1",
        "＝1+1",
        "#N/A",
    ],
)
def test_text_never_becomes_a_formula(text):
    book = load_workbook(quoted(text))
    for sheet in book:
        for line in sheet.iter_rows():
            assert not {cell.data_type for cell in line} & {"f", "e"}, sheet.title
    references = book["References"]
    column = [cell.value for cell in references[2]].index("quotation") + 1
    cell = references.cell(row=3, column=column)
    assert cell.value == text
    assert cell.quotePrefix == text.startswith(("=", "+", "-", "@"))


@settings(max_examples=20, deadline=None)
@given(text=st.text(st.characters(), min_size=1, max_size=40))
def test_any_text_can_be_exported_and_read_back(text):
    references = load_workbook(replace(quoted(text), tables=()))["References"]
    column = [cell.value for cell in references[2]].index("quotation") + 1
    assert references.cell(row=3, column=column).value == fitted(text)


def test_a_cell_that_is_too_long_is_cut_with_a_mark():
    cell = read_sheets(quoted("x" * 40_000))["References"].loc[0, "quotation"]
    assert len(cell) == LONGEST_CELL
    assert cell.endswith(
        " [CUT: 40,000 characters do not fit a cell; the CSV file has all of them]"
    )


def test_a_cell_is_measured_as_the_spreadsheet_measures_it():
    wide = "\U0001f600" * 20_000
    assert len(fitted(wide).encode("utf-16-le")) // 2 <= LONGEST_CELL
    assert "[CUT: 20,000 characters" in fitted(wide)
    assert fitted("y" * LONGEST_CELL) == "y" * LONGEST_CELL


def test_more_rows_than_a_sheet_holds_are_cut_with_a_mark(monkeypatch):
    monkeypatch.setattr("notecode.exporting.xlsx.MOST_ROWS", 5)
    sheet = read_sheets(DATA)["References"]
    assert len(sheet) == 3
    assert sheet.iloc[-1, 0] == "[CUT: 3 rows fit a sheet; references.csv has all of them]"
    assert len(read_sheets(DATA)["By site"]) == 2
    monkeypatch.setattr("notecode.exporting.xlsx.MOST_ROWS", 6)
    assert len(read_sheets(DATA)["References"]) == 4


def test_very_many_references_are_left_to_their_own_file(monkeypatch):
    monkeypatch.setattr("notecode.exporting.catalogue.MOST_REFERENCES", 3)
    book = load_workbook(DATA)
    assert "References" not in book.sheetnames
    said = {row[0].value: row[1].value for row in book["Read me"].iter_rows()}
    assert "see the file references" in said["References"]


def test_the_workbook_states_when_the_project_was_last_changed():
    made = load_workbook(DATA).properties
    assert made.created.isoformat() == made.modified.isoformat() == "2026-02-03T04:05:06"
    assert (
        load_workbook(
            replace(DATA, provenance=replace(PROVENANCE, as_of=""))
        ).properties.created.isoformat()
        == "1980-01-01T00:00:00"
    )


def test_tables_of_three_dimensions_get_a_sheet_each():
    long = ("contact_type", "author_role", "month")
    also = ("contact_type", "author_role", "case")
    data = replace(DATA, tables=(counted(long, {}), counted(also, {})))
    sheets = read_sheets(data)
    first, second = list(sheets)[2:4]
    assert first == "Contact type by author role …"
    assert second == "Contact type by author role 2"
    assert max(map(len, sheets)) <= 31
    assert "month" in sheets[first].columns
    assert "case" in sheets[second].columns


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("by site", "By site"),
        ("study multi agency without sharing", "Study multi agency without …"),
        ("x" * 40, "X" + "x" * 30),
        ("saved " + "y" * 40, "Saved …"),
    ],
)
def test_a_sheet_is_called_by_whole_words(words, title):
    assert sheet_title(words) == title
