"""`notecode counts` and `notecode tables` as a user runs them."""

import csv
import io
import json
from pathlib import Path

import pytest

from notecode.model import Reference, Span
from notecode.project import Project, find_project
from notecode.project.project import current_codebook
from notecode.store import references


@pytest.fixture
def coded(stored: Project) -> Project:
    """Three notes of one case, coded by amina."""
    for note_id, code, agencies in (
        ("N1", "information-sharing", ("probation",)),
        ("N2", "contact", ()),
        ("N3", "child-safeguarding", ("children-social-services", "schools")),
    ):
        add(stored, note_id, code, agencies)
    return stored


def add(project: Project, note_id: str, code: str, agencies: tuple[str, ...]) -> None:
    with project.database() as db:
        reference = Reference(
            id=f"R{note_id}{code}",
            note_id=note_id,
            span=Span(0, 10),
            code=code,
            agencies=tuple(sorted(agencies)),
            coder="amina",
            origin="hand",
            created="2017",
            codebook=current_codebook(project, db).digest,
        )
        references.add_coder(db, "amina", "2017")
        references.add_references(db, [reference], "test", "2017")


def test_counts_prints_a_table_with_its_base(coded, run):
    done = run("counts", "--by", "agency", "--by", "site", cwd=coded.directory)
    assert done.code == 0, done.err
    assert "Base: 3 references in 1 of 1 case, 3 of 3 notes" in done.out
    assert "Coding of amina alone." in done.out
    assert max(map(len, done.out.splitlines())) <= 80


def test_filters_measures_and_intervals(coded, run):
    done = run(
        "counts",
        "--by",
        "code",
        "--only",
        "agency=schools",
        "--code",
        "child-safeguarding",
        "--measure",
        "words",
        "--measure",
        "per_case",
        "--intervals",
        "--resamples",
        "20",
        "--own",
        cwd=coded.directory,
    )
    assert done.code == 0, done.err
    assert "Counted only: agency Schools; code Child safeguarding" in " ".join(done.out.split())
    assert "Words" in done.out
    assert "fewer than two cases" in done.out


def test_json_and_csv_hold_the_same_numbers(coded, run):
    found = json.loads(run("counts", "--by", "agency", "--json", cwd=coded.directory).out)
    assert found["base"]["references"] == 3
    table = run("counts", "--by", "agency", "--csv", cwd=coded.directory).out
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [(row["agency"], int(row["references"])) for row in rows] == [
        (row["agency"], row["references"]) for row in found["rows"]
    ]
    assert {row["base_references"] for row in rows} == {"3"}
    assert {row["only"] for row in rows} == {""}
    assert all(row["provenance"].startswith("notecode ") for row in rows)


def test_csv_of_a_query_without_rows_has_its_columns(coded, run):
    done = run(
        "counts",
        "--by",
        "month",
        "--site",
        "Site 1",
        "--only",
        "month=",
        "--csv",
        cwd=coded.directory,
    )
    assert done.code == 0, done.err
    assert done.out.splitlines()[0].startswith("month,month_label,references,cases,notes")


def test_csv_lays_out_what_lies_in_a_measure(coded, run):
    done = run(
        "counts",
        "--by",
        "code",
        "--measure",
        "per_case",
        "--intervals",
        "--resamples",
        "10",
        "--csv",
        cwd=coded.directory,
    )
    head = next(csv.reader(io.StringIO(done.out)))
    assert "per_case_with_any_median" in head


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--by", "agencie"), "did you mean agency"),
        (("--by", "attribute:x"), "no attribute 'x'"),
        (("--only", "site"), "must be such as"),
        (("--own", "--spans"), "exclude each other"),
        (("--csv", "--json"), "exclude each other"),
        (("--plot", "--csv"), "without --csv"),
        (("--plot", "--json"), "without --csv"),
        (("--seed", "5"), "for --intervals"),
        (("--replace",), "for --save"),
        (("--save", "c", "--save", "d"), "saved under one name"),
        (("--measure", "word"), "'word' is not one of"),
        (("--save", "No Name"), "is no name for a table"),
        (("--code", "informationsharing"), "did you mean information-sharing"),
    ],
)
def test_what_is_wrong_ends_with_2_and_a_hint(coded, run, arguments, said):
    done = run("counts", *arguments, cwd=coded.directory)
    assert done.code == 2
    assert said in done.err


def test_a_saved_query_is_made_again(coded, run):
    asked = (
        "--by", "agency", "--across", "site", "--only", "third=1", "--only", "third=",
        "--own", "--measure", "cases", "--measure", "share_of_column", "--intervals",
        "--resamples", "30", "--seed", "4", "--within-sites",
    )  # fmt: skip
    first = run(
        "counts",
        *asked,
        "--save",
        "by-agency",
        "--title",
        'Agencies "by site"',
        cwd=coded.directory,
    )
    assert first.code == 0, first.err
    assert "Saved as by-agency" in first.err
    again = run("tables", cwd=coded.directory)
    assert again.code == 0, again.err
    assert again.out == f"[by-agency]\n{first.out}"
    assert run("tables", "by-agency", cwd=coded.directory).out == again.out
    listed = run("tables", "--list", cwd=coded.directory)
    assert listed.out == 'by-agency: Agencies "by site"\n'
    assert "notecode.toml under [tables]: rename or delete one there" in listed.err
    assert "notecode.toml under [tables]" in run("tables", "nope", cwd=coded.directory).err
    assert "toml" not in run("tables", "--list", "--preset", "study", cwd=coded.directory).err
    found = json.loads(run("tables", "--json", cwd=coded.directory).out)
    assert [(table["name"], table["title"]) for table in found] == [
        ("by-agency", 'Agencies "by site"')
    ]


def test_a_query_is_saved_in_the_place_of_an_older_one(coded, run):
    path = coded.settings_path
    run("counts", "--by", "site", "--save", "one", cwd=coded.directory)
    before = path.read_text(encoding="utf-8")
    refused = run("counts", "--by", "agency", "--save", "one", cwd=coded.directory)
    assert refused.code == 2
    assert "a saved table 'one' already: by site" in refused.err
    assert path.read_text(encoding="utf-8") == before
    done = run("counts", "--by", "agency", "--save", "one", "--replace", cwd=coded.directory)
    assert "Replaced the saved table one (by site)." in done.err
    after = path.read_text(encoding="utf-8")
    assert after == before.replace('by = ["site"]', 'by = ["agency"]')
    assert find_project(coded.directory).settings.tables["one"].spec.by == ("agency",)


def test_a_query_that_names_nothing_is_not_saved(coded, run):
    before = coded.settings_path.read_text(encoding="utf-8")
    assert run("counts", "--by", "nothing", "--save", "x", cwd=coded.directory).code == 2
    assert coded.settings_path.read_text(encoding="utf-8") == before


def test_tables_before_any_are_saved_says_how(coded, run):
    done = run("tables", cwd=coded.directory)
    assert done.code == 2
    assert "notecode counts --by agency --save NAME" in done.err
    unknown = run("tables", "--preset", "study", "delivred", cwd=coded.directory)
    assert unknown.code == 2
    assert "did you mean delivered" in unknown.err


def test_a_saved_query_that_no_longer_fits_is_named(coded, run):
    with coded.settings_path.open("a", encoding="utf-8") as file:
        file.write('\n[tables.old]\nby = ["attribute:gone"]\n')
    done = run("tables", cwd=coded.directory)
    assert done.code == 4
    assert "notecode.toml, line " in done.err
    assert "[tables.old] no attribute 'gone'" in done.err
    run("counts", "--by", "agency", "--save", "mine", cwd=coded.directory)
    done = run("tables", cwd=coded.directory)
    assert done.code == 4
    assert "[mine]" in done.out, "one that is wrong does not stop the others"


def test_the_tables_of_the_study(coded, run):
    done = run("tables", "--preset", "study", cwd=coded.directory)
    assert done.code == 0, done.err
    for title in (
        "What was delivered",
        "Multi-agency working by agency",
        "Multi-agency working by agency, without information sharing",
        "Information sharing by agency",
        "Direct work by kind",
        "Direct work by kind and site",
        "Direct work by month of the intervention and site",
        "Cases with each code",
    ):
        assert f"\n{title}" in done.out
    assert max(map(len, done.out.splitlines())) <= 80
    found = json.loads(run("tables", "--preset", "study", "--json", cwd=coded.directory).out)
    base = {table["name"]: table["base"]["references"] for table in found}
    assert base == {
        "delivered": 3,
        "multi-agency-working": 2,
        "multi-agency-without-sharing": 1,
        "information-sharing": 1,
        "direct-work-kinds": 1,
        "direct-work-sites": 1,
        "direct-work-months": 1,
        "cases-with-each-code": 3,
    }


def test_the_preset_leaves_out_what_the_codebook_has_not(coded, run):
    path = coded.codebook_path
    path.write_text(
        "title: Other\ncodes:\n  - {id: contact, label: Contact, definition: d}\n"
        "agencies:\n  - {id: police, label: Police, definition: d}\n",
        encoding="utf-8",
    )
    listed = run("tables", "--preset", "study", "--list", cwd=coded.directory)
    assert [line.partition(":")[0] for line in listed.out.splitlines()] == [
        "delivered",
        "cases-with-each-code",
    ]


def test_a_plot_draws_bars(coded, run):
    done = run("counts", "--plot", cwd=coded.directory)
    assert "█" in done.out
    assert "Base: 3 references" in done.out
    assert "█" in run("tables", "--preset", "study", "--plot", cwd=coded.directory).out


def test_no_project_or_no_notes(tmp_path: Path, project: Project, run):
    assert run("tables", cwd=tmp_path).code == 5
    assert run("counts", cwd=project.directory).code == 5


def test_one_table_is_printed_as_csv_and_several_are_not(coded, run):
    done = run("tables", "--preset", "study", "delivered", "--csv", cwd=coded.directory)
    assert done.code == 0, done.err
    rows = list(csv.DictReader(io.StringIO(done.out)))
    counted = run("counts", "--csv", cwd=coded.directory).out
    same = list(csv.DictReader(io.StringIO(counted)))
    assert [{**row, "provenance": ""} for row in rows] == [
        {**row, "provenance": ""} for row in same
    ], "the same columns and numbers, whichever command prints them"
    several = run("tables", "--preset", "study", "--csv", cwd=coded.directory)
    assert several.code == 2
    assert "name it" in several.err


def test_tables_are_written_with_what_their_columns_mean(coded, run):
    words = ("tables", "--preset", "study", "delivered", "information-sharing", "--export")
    refused = run(*words, cwd=coded.directory)
    assert refused.code == 2
    assert "--people" in refused.err
    done = run(*words, "--unsearched", cwd=coded.directory)
    assert done.code == 0, done.err
    names = {path.name for path in coded.exports.glob("table_*")}
    assert names == {
        f"table_study_{name}{what}.csv"
        for name in ("delivered", "information_sharing")
        for what in ("", "_dictionary")
    }
    text = (coded.exports / "table_study_delivered.csv").read_text(encoding="utf-8-sig")
    table = list(csv.DictReader(io.StringIO(text)))
    assert all("NOT SEARCHED FOR: names of people" in row["provenance"] for row in table)
    assert all("as of " in row["provenance"] for row in table)
    text = (coded.exports / "table_study_delivered_dictionary.csv").read_text(encoding="utf-8-sig")
    described = {row["column"] for row in csv.DictReader(io.StringIO(text))}
    assert described | {"provenance"} == set(table[0])


def test_a_name_that_cannot_be_saved_is_refused_before_anything_is_printed(coded, run):
    done = run("counts", "--save", "m q", cwd=coded.directory)
    assert done.code == 2
    assert not done.out


def test_the_list_says_what_a_table_without_a_title_is_by(coded, run):
    run("counts", "--by", "agency", "--by", "site", "--save", "mine", cwd=coded.directory)
    assert "mine: by agency, site" in run("tables", "--list", cwd=coded.directory).out
