"""What stands in the exported CSV files and the read-me, read back as an analyst reads them."""

import re
from dataclasses import replace
from fnmatch import fnmatch

import pandas as pd
import pytest
from export_examples import (
    BOOK,
    CASES,
    CELLS,
    DATA,
    EMPTY,
    PROVENANCE,
    counted,
    open_gate,
    quoted,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_exports import ALL_FORMATS, contents, encoded, read_csv, read_sheets

from notecode.exporting import (
    COUNT_TABLES,
    FILES,
    README,
    WORKBOOK,
    Selection,
    artefacts,
    export_all,
)
from notecode.exporting.catalogue import sheets, tables
from notecode.exporting.frames import LONGEST_NAME, column_names, short_names
from notecode.exporting.references import add_up
from notecode.text.spreadsheets import guarded


def frames(data, chosen=Selection()):
    totals = add_up(data.references, data.codebook)
    made = tables(data, totals, chosen)
    return (*made, *sheets(data, totals, chosen, made))


@pytest.mark.parametrize("data", [quoted("words"), DATA])
def test_only_their_owner_may_read_files_with_quotations_or_ids_of_cases(tmp_path, data):
    (tmp_path / "references.csv").write_text("an older export")
    (tmp_path / "references.csv").chmod(0o644)
    readable = {path.stat().st_mode & 0o044 != 0 for path in export_all(data, tmp_path, open_gate)}
    assert readable == {False}


def test_every_registered_file_is_written_and_no_other(tmp_path):
    named = replace(DATA.tables[0], name="study-delivered")
    data = replace(DATA, tables=(*DATA.tables, named), memos=())
    written = export_all(data, tmp_path / "exports", open_gate)
    names = [path.name for path in written]
    assert sorted(names) == sorted(path.name for path in (tmp_path / "exports").iterdir())
    for file in FILES:
        assert any(fnmatch(name, file.name) for name in names), file.name
    for name in names:
        assert sum(fnmatch(name, file.name) for file in FILES) == 1, name
    long = [f"counts_by_{'_'.join(by)}.csv" for by in COUNT_TABLES]
    wide = [f"counts_by_{'_'.join(by)}_wide.csv" for by in COUNT_TABLES if len(by) == 2]
    assert [name for name in names if name.startswith("counts_by")] == long + wide


def test_references_are_tidy():
    frame = read_csv(DATA, "references.csv")
    assert list(frame["reference_id"]) == ["R4", "R1", "R2", "R3"], "in the order given"
    assert list(frame["case_id"]) == ["002", "001", "001", "001"], "leading zeros survive"
    frame = frame.set_index("reference_id").loc[["R1", "R2", "R3", "R4"]].reset_index()
    first = frame.iloc[0]
    assert first["agencies"] == "childrens-services;police"
    assert (first["agency_police"], first["agency_childrens_services"]) == (1, 1)
    assert first["code_path"] == "Direct work / Direct support"
    assert first["words"] == 7
    assert frame.iloc[1]["month"] == -1
    assert pd.isna(frame.iloc[1]["agencies"])
    assert (frame.iloc[1]["agency_police"], frame.iloc[1]["origin"]) == (0, "rule")
    assert frame.iloc[2]["origin"] == "rule-changed"
    assert "quotation" not in frame.columns


def test_no_day_is_exported():
    data = replace(quoted("x"), case_values=DATA.case_values)
    assert any("2024" in value.value for value in data.case_values)
    for name, content in contents(data, ALL_FORMATS).items():
        if name != WORKBOOK:
            assert b"2024" not in content, name
    for frame in read_sheets(data).values():
        assert "2024" not in frame.to_string()


def test_attributes_have_three_states():
    frame = read_csv(DATA, "cases.csv").set_index("case_id")
    assert frame.loc["001", "gender"] == "male"
    assert frame.loc["002", "gender"] == "absent"
    assert pd.isna(frame.loc["003", "gender"])
    assert frame.loc["001", "severity_3_months"] == "none", "a level, in its usual spelling"
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
    made = "notecode 0.1.0; codebook fedcba987654; as of 2026-02-03T04:05:06+00:00; Base: "
    assert set(frame["provenance"].str[: len(made)]) == {made}
    assert set(frame["case_base"]) == {3}
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
        if file.endswith(".csv"):
            assert list(read_csv(EMPTY, file).columns)
    assert list(read_sheets(EMPTY)["References"].columns)[:3] == [
        "reference_id",
        "note_id",
        "case_id",
    ]


def test_a_value_that_reads_none_is_a_value():
    said = replace(DATA.case_values[0], value="None")
    frame = read_csv(replace(DATA, case_values=(said,)), "cases.csv").set_index("case_id")
    assert frame.loc["001", "gender"] == "None"


def test_numbers_of_the_case_record_are_numbers_and_say_why_there_is_none():
    frame = read_csv(DATA, "cases.csv").set_index("case_id")
    assert frame["age"].dtype == "Int64"
    assert frame.loc["001", "age"] == 44
    assert frame.loc[["002", "003"], "age"].isna().all()
    assert list(frame["state_age"]) == ["value", "absent", "not readable"]


def test_wide_counts_have_a_column_for_each_key():
    frame = read_csv(DATA, "counts_by_code_agency_wide.csv").set_index("code")
    assert frame.loc["information-sharing", "refs_police"] == 1
    assert frame.loc["direct", "cases_no_agency"] == 1
    assert frame.loc["direct", "refs_childrens_services"] == 0
    columns = list(frame.columns)
    assert columns.index("refs_no_agency") < columns.index("cases_police")
    months = read_csv(DATA, "counts_by_code_month_wide.csv").set_index("code")
    assert months.loc["direct", "refs_month_minus_1"] == 1
    assert months.loc["information-sharing", "cases_month_2"] == 2
    assert months.loc["information-sharing", "cases_month_3"] == 0


def test_long_and_wide_counts_say_the_same():
    long = read_csv(DATA, "counts_by_code_site.csv")
    wide = read_csv(DATA, "counts_by_code_site_wide.csv").set_index("code")
    for _, row in long.iterrows():
        assert wide.loc[row["code"], f"refs_{row['site'].lower()}"] == row["references"]
        assert wide.loc[row["code"], f"cases_{row['site'].lower()}"] == row["cases"]


def test_coverage_tells_not_coded_yet_from_nothing_to_code():
    frame = read_csv(DATA, "coverage.csv")
    whole = frame[(frame["scope"] == "project") & (frame["unit"] == "cases")].iloc[0]
    assert (whole["coded"], whole["read_nothing_to_code"], whole["not_coded_yet"]) == (2, 0, 1)
    assert (
        frame["all_units"] == frame[["coded", "read_nothing_to_code", "not_coded_yet"]].sum(axis=1)
    ).all()
    sentence = "2 of 3 cases have references; 0 were read and have nothing to code; 1 are not"
    assert sentence in encoded(DATA, README).decode()


def test_the_audit_has_a_line_each():
    frame = read_csv(DATA, "audit.csv")
    assert list(frame["number"]) == [3, 0]
    assert list(frame["of"].fillna("")) == ["ann", ""]


def test_several_tables_of_the_same_dimensions_share_a_file():
    only = (("site", ("North",)),)
    deep = counted(("code",), CELLS["code",], roll_up="descendants", coder="ann", only=only)
    data = replace(DATA, tables=(DATA.tables[0], deep))
    frame = read_csv(data, "counts_by_code.csv")
    assert list(frame["roll_up"]) == ["own"] * 3 + ["descendants"] * 3
    assert list(frame["coder"].fillna("")) == [""] * 3 + ["ann"] * 3
    assert set(frame["only"].dropna()) == {"site North"}
    text = encoded(data, README).decode()
    assert "Tables counts_by_code (each code with those beneath it, coding of ann):\n" in text
    assert "- Coding of ann alone." in text


def test_the_read_me_tells_tables_of_the_same_dimensions_apart_by_their_files():
    """Three tables by code: the usual one, and two of queries with a meaning of their own."""
    cells = CELLS["code",]
    asked = [
        replace(counted(("code",), cells, only=(("site", (site,)),)), name=f"saved-in-{site}")
        for site in ("north", "south")
    ]
    data = replace(DATA, tables=(DATA.tables[0], *asked))
    text = encoded(data, README).decode().partition("What the numbers mean")[2]
    headings = re.findall(r"^Tables (.*):$", text, re.MULTILINE)
    assert headings
    for heading in headings:
        names = heading.split("; ")
        assert len(set(names)) == len(names)
    assert {"table_saved_in_north", "table_saved_in_south"} <= set("; ".join(headings).split("; "))


def test_the_codebook_and_its_agencies():
    frame = read_csv(DATA, "codebook.csv").set_index("id")
    assert frame.loc["support", "parent"] == "direct"
    assert frame.loc["support", "depth"] == 2
    assert frame.loc["old", "status"] == "retired"
    assert frame.loc["information-sharing", "origin"] == "emergent"
    assert frame.loc["police", "facet"] == "agency"


def test_every_column_is_described():
    described = read_csv(DATA, "data_dictionary.csv")
    assert described["meaning"].str.len().min() > 5
    for name, content in contents(DATA).items():
        if name.endswith(".csv") and name != "data_dictionary.csv":
            header = content.decode("utf-8-sig").splitlines()[0].split(",")
            own = described[described["table"] == name.removesuffix(".csv")]
            assert [*own["column"], "provenance"] == header


def test_never_empty_columns_are_never_empty():
    for frame in frames(DATA):
        for at, column in enumerate(frame.columns):
            if column.empty == "never empty":
                assert all(row[at] not in (None, "") for row in frame.rows), column.name


def test_every_file_says_where_it_comes_from():
    files = contents(replace(DATA, provenance=replace(PROVENANCE, coder="ann")))
    for name, content in files.items():
        if name.endswith(".csv"):
            line = b"codebook fedcba987654; coding of ann; as of 2026-02-03T04:05:06+00:00"
            assert line in content, name
    text = files[README].decode()
    for part in ("The study", "0.1.0", BOOK.digest, "ann, bob", "2026-02-03", "as recorded"):
        assert part in text
    assert "SYNTHETIC" not in text


def test_synthetic_data_is_called_so_everywhere():
    files = contents(replace(DATA, provenance=replace(PROVENANCE, synthetic=True)))
    for name, content in files.items():
        if name != WORKBOOK:
            assert b"SYNTHETIC" in content, name


def test_definitions_are_in_the_read_me_once_each():
    text = encoded(DATA, README).decode()
    for each in DATA.tables:
        for sentence in each.definitions:
            assert text.count(f"- {sentence}\n") == 1


def test_the_read_me_names_the_files_that_are_there_and_no_others():
    for chosen in (Selection(), Selection(formats=("sav",), groups=("cases",)), ALL_FORMATS):
        files = contents(DATA, chosen)
        listed = files[README].decode().partition("Files\n-----\n")[2].partition("\n\n")[0]
        named = {
            name for line in listed.splitlines() for name in line.partition(":")[0].split(", ")
        }
        assert named == set(files)


@pytest.mark.parametrize(
    ("chosen", "stems"),
    [
        (Selection(groups=("cases",)), {"cases"}),
        (Selection(groups=("cases", "coverage")), {"cases", "coverage"}),
        (Selection(formats=("sav", "dta"), groups=("references",)), {"references"}),
        (Selection(formats=("parquet",), groups=("audit",)), {"audit"}),
    ],
)
def test_only_what_was_asked_for_is_written(chosen, stems):
    always = {"README", "data_dictionary", "datapackage"}
    always |= {"notecode_counts"} if "xlsx" in chosen.formats else set()
    files = [each.name for each in artefacts(DATA, chosen)]
    assert {name.partition(".")[0] for name in files} == stems | always
    endings = {name.rpartition(".")[2] for name in files if name.partition(".")[0] in stems}
    assert endings == set(chosen.formats) - {"xlsx"}


def test_statistics_packages_get_no_texts_about_tables():
    chosen = Selection(formats=("sav",))
    stems = {each.name for each in artefacts(DATA, chosen) if each.name.endswith(".sav")}
    assert {"cases.sav", "references.sav", "counts_by_code.sav"} <= stems
    assert not {"codebook.sav", "audit.sav", "counts_by_code_agency_wide.sav"} & stems


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
]


@pytest.mark.parametrize("text", INJECTIONS)
def test_text_never_becomes_a_formula(text):
    data = quoted(text)
    frame = read_csv(data, "references.csv")
    expected = "'" + text.replace("\r", "\n")
    assert frame.loc[0, "quotation"] == frame.loc[0, "contact_type"] == expected
    assert read_csv(data, "cases.csv").loc[0, "gender"] == expected


@settings(max_examples=40, deadline=None)
@given(text=st.text(st.characters(), min_size=1, max_size=40))
def test_any_text_can_be_exported_and_read_back(text):
    data = replace(quoted(text), tables=())
    frame = read_csv(data, "references.csv")
    cell = frame.loc[0, "quotation"]
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert cell.removeprefix("'") == guarded(text).removeprefix("'")
    assert len(frame) == 1


def test_control_characters_are_replaced_and_line_ends_kept():
    data = quoted("a\x00b\x1b[31mc\x85d\ud800e\uffff f\r\ng\th")
    expected = "a\ufffdb\ufffd[31mc\ufffdd\ufffde\ufffd f\ng\th"
    assert read_csv(data, "references.csv").loc[0, "quotation"] == expected


def test_csv_is_utf8_with_a_byte_order_mark_and_lf():
    for name, content in contents(quoted("é\r\nß")).items():
        if name.endswith(".csv"):
            assert content.startswith(b"\xef\xbb\xbf"), name
            assert b"\r" not in content
            assert content.endswith(b"\n")


def test_the_same_project_makes_the_same_bytes(monkeypatch):
    first = contents(DATA, ALL_FORMATS)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    monkeypatch.setattr("time.localtime", lambda *_: (2033, 5, 18, 3, 33, 20, 2, 138, 0))
    second = contents(replace(DATA, cases=CASES[::-1]), ALL_FORMATS)
    assert first.keys() == second.keys()
    for name, content in first.items():
        assert content == second[name], name


def test_column_names_are_plain_and_never_alike():
    names = column_names("has_", ["a-b", "a_b", "É ü", "!!"], taken=["has_blank"])
    assert names == ["has_a_b", "has_a_b_2", "has_e_u", "has_blank_2"]


@given(ids=st.lists(st.text(max_size=60), max_size=12), prefix=st.sampled_from(["", "refs_"]))
def test_column_names_suit_every_program(ids, prefix):
    names = column_names(prefix, ids)
    assert len({name.casefold() for name in names}) == len(ids)
    for name in names:
        assert name.isascii()
        assert name.isidentifier()
        assert name[0].isalpha()
        assert name not in {"with", "to", "by", "if", "in", "all", "str12", "true", "int"}


@given(ids=st.lists(st.text("ab _", min_size=20, max_size=60), max_size=12))
def test_short_names_are_short_and_never_alike(ids):
    names = column_names("", ids)
    short = short_names(names)
    assert len(set(short)) == len(ids)
    for name, cut in zip(names, short, strict=True):
        assert len(cut) <= LONGEST_NAME
        assert cut.isidentifier()
        assert cut == name or len(name) > LONGEST_NAME


def test_of_a_long_name_the_beginning_and_the_last_word_stay():
    names = ["severity_of_harassment_and_stalking_3_months", "a" * 40, "a" * 41, "b" * 29]
    assert short_names(names) == [
        "severity_of_harassme_3_months",
        "a" * 29,
        "a" * 27 + "_2",
        "b" * 29,
    ]


def test_a_long_attribute_keeps_its_name_in_csv_and_the_dictionary_has_the_short_one():
    long = "severity of harassment and stalking"
    value = replace(DATA.case_values[0], name=long, stage="3 months")
    data = replace(DATA, case_values=(value,))
    name = "severity_of_harassment_and_stalking_3_months"
    assert name in read_csv(data, "cases.csv").columns
    dictionary = read_csv(data, "data_dictionary.csv").set_index("column")
    assert dictionary.loc[name, "short"] == short_names([name])[0]


def test_an_attribute_named_like_a_column_keeps_its_own():
    values = (replace(DATA.case_values[0], name="Site"), replace(DATA.case_values[0], name="notes"))
    frame = read_csv(replace(DATA, case_values=values), "cases.csv")
    assert {"site", "site_2", "notes", "notes_2"} <= set(frame.columns)


def test_a_code_that_the_codebook_has_lost_is_still_exported():
    lost = replace(DATA, references=(DATA.references[0]._replace(code="lost"),))
    frame = read_csv(lost, "references.csv")
    assert list(frame.loc[0, ["code", "code_label", "code_path"]]) == ["lost"] * 3
    cases = read_csv(lost, "cases.csv").set_index("case_id")
    assert (cases.loc["002", "has_lost"], cases.loc["001", "has_lost"]) == (1, 0)


def test_dates_of_the_case_record_are_left_out_and_said_to_be():
    data = replace(DATA, provenance=replace(PROVENANCE, left_out=("referred",)))
    assert not any(name.startswith("referred") for name in read_csv(data, "cases.csv").columns)
    assert "Left out, because they are days: referred" in encoded(data, README).decode()
