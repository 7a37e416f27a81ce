"""Codes against outcomes over a small study: groups, bases, errors, and what is printed."""

import csv
import io
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from notecode.counting import title
from notecode.errors import UsageError
from notecode.exporting import Selection
from notecode.model import Case, CaseValue, CountSpec, Note, Presence, Reference, Span
from notecode.project import Project, find_project
from notecode.project.case_variables import CaseVariables
from notecode.project.counting import count
from notecode.project.exporting.report_sections import outcomes_section
from notecode.project.exporting.study import export
from notecode.project.looking.outcomes import (
    OutcomeReport,
    OutcomeSpec,
    outcomes,
    outcomes_report,
)
from notecode.project.looking.scope import Asked, look
from notecode.project.project import current_codebook
from notecode.project.setup import create_project
from notecode.store import references
from notecode.store.connection import create_database
from notecode.store.notes import StoredNote, save_anonymised_case, save_cases

INTAKE = ["high"] * 8 + ["moderate"] * 6 + ["none"] * 2 + ["high", "", "none", "high"]
CLOSURE = ["none"] * 7 + ["high"] + ["standard"] * 6 + ["none", "high"] + ["", "none", "", "low"]
CODED = 16
"""Cases C00 to C07 have behaviour change, C08 to C15 other work, C16 and C17 nothing coded."""


def values_of(number: int) -> list[CaseValue]:
    """The record of one invented case."""
    record: list[tuple[str, str, Presence, str]] = [
        ("abuse", "intake", "value" if INTAKE[number] else "missing", INTAKE[number]),
        ("abuse", "closure", "value" if CLOSURE[number] else "missing", CLOSURE[number]),
        ("age", "", "value", str(20 + number)),
        ("children", "", "value" if number % 2 else "absent", "yes" if number % 2 else ""),
        ("work", "", "absent" if number == 5 else "value", "" if number == 5 else f"job {number}"),
        ("order made", "", "value", "2017-01-01"),
        ("contact", "intake", "value", "yes" if number % 2 else "not safe"),
        ("contact", "closure", "value", "yes"),
    ]
    return [
        CaseValue(case_id=f"C{number:02}", name=name, stage=stage, state=state, value=value)
        for name, stage, state, value in record
    ]


def reference(number: int, code: str, coder: str, *agencies: str, digest: str) -> Reference:
    return Reference(
        id=f"R{number:02}{coder}{code}",
        note_id=f"N{number:02}",
        span=Span(0, 5),
        code=code,
        agencies=agencies,
        coder=coder,
        origin="hand",
        created="2017",
        codebook=digest,
    )


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Twenty invented cases, eighteen with a note, sixteen coded by amina."""
    folder = tmp_path_factory.mktemp("outcomes") / "study"
    create_project(folder, "Study")
    project = find_project(folder)
    with project.settings_path.open("a", encoding="utf-8") as file:
        file.write('\n[attributes]\nabuse = ["none", "standard", "moderate", "high"]\n')
    project = find_project(folder)
    create_database(project.database_path)
    with project.database() as db:
        digest = current_codebook(project, db).digest
        for number in range(20):
            case = Case(id=f"C{number:02}", site="North" if number % 2 else "South")
            text = "Went through the cycle of abuse with SU."
            notes = [StoredNote(note=Note(id=f"N{number:02}", case_id=case.id, text=text))]
            if number < 18:
                save_anonymised_case(db, case, notes, settings="t", now="2017")
            save_cases(db, [case], values_of(number))
        references.add_coder(db, "amina", "2017")
        coded = [
            reference(n, "change-tools" if n < 8 else "contact", "amina", *agencies, digest=digest)
            for n in range(CODED)
            for agencies in [("police",) if n in (0, 8) else ()]
        ]
        references.add_references(db, coded, "test", "2017")
    return project


def run_spec(study: Project, *names: str, **asked: Any) -> OutcomeReport:
    return outcomes(study, OutcomeSpec(names=names, **asked))


def test_every_ordered_assessment_is_taken_where_none_is_named(study: Project) -> None:
    report = run_spec(study)
    assert [change.item for change in report.results.transitions] == ["abuse"]
    (change,) = report.results.transitions
    assert (change.start, change.end, change.cases) == ("intake", "closure", 20)
    # C16 and C18 have no closure, C17 no intake, and C19 a closure that is no level.
    assert (change.table.total, change.start_only, change.end_only) == (16, 3, 1)
    assert change.unplaced == 1
    assert report.base.cases == 20


def test_a_code_counts_with_the_codes_beneath_it(study: Project) -> None:
    report = run_spec(study, "abuse", codes=("behaviour-change",))
    having, lacking = report.results.transitions
    assert (having.by, having.group, having.cases) == ("Behaviour change", "with", 8)
    assert (lacking.group, lacking.cases) == ("without", 8)
    assert (having.at_start, having.at_end) == (8, 1)
    assert (report.base.coder, report.base.references) == ("amina", CODED)


def test_a_case_of_which_nothing_is_coded_is_in_neither_group(study: Project) -> None:
    (found,) = run_spec(study, "age", codes=("behaviour-change",)).results.comparisons
    assert [group.cases for group in found.groups] == [8, 8]
    assert found.ungrouped == 4
    assert [group.median for group in found.groups] == [23.5, 31.5]


def test_agencies_narrow_a_code_or_are_groupings_of_their_own(study: Project) -> None:
    (found,) = run_spec(
        study, "age", codes=("behaviour-change",), agencies=("police",)
    ).results.comparisons
    assert [group.cases for group in found.groups] == [1, 15]
    assert found.by == "Behaviour change with Police"
    (found,) = run_spec(study, "age", agencies=("police",)).results.comparisons
    assert ([group.cases for group in found.groups], found.by) == ([2, 14], "Police")


def test_by_code_and_by_agency_take_each_that_parts_the_cases(study: Project) -> None:
    report = run_spec(study, "age", by=("code",))
    names = [found.by for found in report.results.comparisons]
    assert names == [
        "Making and sustaining contact",
        "Behaviour change",
        "Psycho-educational tools",
    ]
    assert "Direct work" in report.left_out
    assert "Information sharing" in report.left_out
    report = run_spec(study, "age", by=("agency",), codes=("behaviour-change",))
    assert [found.by for found in report.results.comparisons] == ["Behaviour change with Police"]
    assert len(report.left_out) == 14
    assert report.by_coding


def test_a_dimension_as_counts_name_it_is_understood(study: Project) -> None:
    names = ("attribute:age", "assessment:abuse@intake")
    found = run_spec(study, *names, by=("attribute:children",)).results.comparisons
    assert [result.outcome for result in found] == ["age", "abuse@intake"]
    assert found[0].by == "children"


def test_only_some_of_the_cases_are_looked_at(study: Project, run: Callable[..., Any]) -> None:
    report = run_spec(study, "age", codes=("behaviour-change",), only=(("site", "north"),))
    (found,) = report.results.comparisons
    assert [group.cases for group in found.groups] == [4, 4]
    assert (report.base.cases, report.base.all_cases, report.base.references) == (10, 20, 8)
    assert (report.base.notes, report.base.all_notes) == (9, 18)
    only = (("abuse@intake", "high"), ("abuse@intake", "moderate"), ("children", "yes"))
    (change,) = run_spec(study, "abuse", only=only).results.transitions
    assert (change.cases, change.at_start) == (8, 7)
    shown = run("outcomes", "abuse", "--only", "site=North", cwd=study.directory).out
    assert "cases analysed: 10 of 20; their notes: 9" in shown.casefold()
    assert "Only site North; nothing else is in the base." in shown
    assert run("outcomes", "--only", "North", cwd=study.directory).code == 2


def test_change_is_compared_between_the_groups(study: Project) -> None:
    report = run_spec(study, "abuse", codes=("behaviour-change",))
    (found,) = report.results.comparisons
    assert found.outcome == "abuse, intake to closure"
    assert found.groups[0].levels == {"lower": 7, "same": 1, "higher": 0}
    assert found.groups[1].levels == {"lower": 6, "same": 1, "higher": 1}
    assert report.results.tests == 3
    assert all(
        result.test.adjusted is not None
        for result in (*report.results.transitions, *report.results.comparisons)
    )


def test_steps_go_from_each_stage_to_the_next(stored: Project) -> None:
    levels = {"intake": "high", "3 months": "high", "6 months": "low"}
    with stored.database() as db:
        values = [
            CaseValue(case_id="C1", name="mood", stage=stage, state="value", value=level)
            for stage, level in levels.items()
        ]
        save_cases(db, [], values)
    changes = run_spec(stored, "mood", steps=True).results.transitions
    assert [(change.start, change.end) for change in changes] == [
        ("intake", "3 months"),
        ("3 months", "6 months"),
    ]
    assert changes[1].directions == {"lower": 1, "same": 0, "higher": 0}
    (whole,) = run_spec(stored, "mood").results.transitions
    assert (whole.start, whole.end) == ("intake", "6 months")


def test_a_stage_an_attribute_a_site_and_sizes_are_outcomes_too(study: Project) -> None:
    names = ("abuse@closure", "children", "site", "notes", "references")
    found = run_spec(study, *names, by=("children",)).results.comparisons
    assert [result.outcome for result in found] == list(names)
    assert [result.type for result in found] == [
        "ordered",
        "yes/no",
        "category",
        "number",
        "number",
    ]
    assert [group.label for group in found[0].groups] == ["no", "yes"]
    sites = found[2].groups
    assert (sites[0].levels, sites[1].levels) == (
        {"North": 0, "South": 10},
        {"North": 10, "South": 0},
    )
    assert sum(group.known for group in found[3].groups) == 20
    # References are known of the coded cases alone.
    assert sum(group.known for group in found[4].groups) == CODED


def test_what_is_recorded_as_absent_is_a_level_of_a_category(study: Project) -> None:
    with study.database() as db:
        cases = CaseVariables(study, db, current_codebook(study, db), "amina")
        work = cases.variable("work")
    assert work.levels[-1] == "absent"
    assert work.values["C05"] == "absent"
    assert not work.unknown


def test_levels_without_an_order_are_shown_without_a_test(study: Project) -> None:
    (change,) = run_spec(study, "contact").results.transitions
    assert change.test.p is None
    assert change.table.cells == ((0, 10), (0, 10))
    report = run_spec(study, "contact", by=("site",))
    assert [change.group for change in report.results.transitions] == ["North", "South"]
    assert report.results.comparisons == ()


@pytest.mark.parametrize(
    ("names", "asked", "message"),
    [
        (("abuze",), {}, "did you mean abuse? There are also site, notes"),
        (("zzz",), {}, ". There are also site, notes"),
        (("abuse@6 months",), {"by": ("site",)}, "there is: intake, closure"),
        (("age@intake",), {"by": ("site",)}, "It is not repeated"),
        (("age",), {}, "with what is it to be compared?"),
        (("abuse",), {"start": "closure"}, "both stages are 'closure'"),
        (("abuse",), {"start": "start"}, "has no stage 'start'"),
        (("abuse",), {"at_least": "none"}, "no level 'none' above its lowest"),
        (("abuse",), {"only": (("site", "Nord"),)}, "did you mean North?"),
        (("abuse",), {"only": (("age", "20"),)}, "cases cannot be grouped by it"),
        (("order made",), {"by": ("site",)}, "is a date: it cannot be an outcome"),
        (("abuse",), {"by": ("age",)}, "cases cannot be grouped by it"),
        (("abuse",), {"by": ("work",)}, "of 20 levels: cases cannot be grouped by it"),
        (("abuse",), {"by": ("abuse",)}, "which of them is meant?"),
        (("abuse",), {"codes": ("behavior-change",)}, "did you mean behaviour-change"),
        (("abuse",), {"agencies": ("polise",)}, "did you mean police"),
        ((), {"start": "6 months"}, "no assessment has an order"),
        (("age",), {"codes": ("contact",), "coder": "amin"}, "did you mean amina?"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_a_way_on(
    study: Project, names: tuple[str, ...], asked: dict[str, Any], message: str
) -> None:
    with pytest.raises(UsageError) as caught:
        run_spec(study, *names, **asked)
    assert message in str(caught.value)


def test_without_coding_there_is_no_with_and_without(stored: Project) -> None:
    with pytest.raises(UsageError, match="nobody has coded yet"):
        run_spec(stored, "age", codes=("contact",))


def test_the_summary_fits_a_terminal(study: Project, run: Callable[..., Any]) -> None:
    for words in (
        (),
        ("--code", "behaviour-change"),
        ("--by", "site", "--by", "code", "--full"),
        ("--by", "code", "--adjust", "bh", "--steps"),
    ):
        shown = run("outcomes", *words, cwd=study.directory)
        assert shown.code == 0, shown.err
        assert max(map(len, shown.out.splitlines())) <= 80
    words = ("outcomes", "--code", "behaviour-change")
    summary = run(*words, cwd=study.directory).out
    assert "Holm over the 3 tests of this run" in summary
    assert "missing is shown" in summary
    assert [line.split()[:4] for line in summary.splitlines() if line.startswith("  with ")] == [
        ["with", "8", "of", "8"]
    ]


def test_a_named_item_is_printed_with_its_table_and_the_reason(
    study: Project, run: Callable[..., Any]
) -> None:
    shown = run("outcomes", "abuse", cwd=study.directory).out
    assert "known at both stages 16 of 20 (80%); at intake only 3, at closure only 1" in shown
    assert "1 case of these recorded as absent or with a value that" in shown
    assert "McNemar's test, exact: p = 0.070" in shown
    assert "why: 8 changed, fewer than 25" in shown
    assert "points, 95%" in shown


def test_undefined_is_printed_as_undefined(study: Project, run: Callable[..., Any]) -> None:
    shown = run("outcomes", "site", "--by", "site", "--at-least", "high", cwd=study.directory)
    assert shown.code == 0
    shown = run("outcomes", "contact@closure", "--by", "site", cwd=study.directory).out
    assert "undefined, all 20 known cases are 'yes'" in shown


def test_json_and_csv_carry_every_figure_with_its_base(
    study: Project, run: Callable[..., Any]
) -> None:
    words = ("outcomes", "abuse", "age", "--code", "behaviour-change")
    data = json.loads(run(*words, "--json", cwd=study.directory).out)
    assert (data["coders"], data["base"]["cases"], data["tests"]) == (["amina"], 20, 4)
    assert data["changes"][0]["table"]["total"] == 8
    rows = list(csv.DictReader(io.StringIO(run(*words, "--csv", cwd=study.directory).out)))
    assert all("coding of amina" in row["provenance"] for row in rows)
    (median, _) = [row for row in rows if row["measure"] == "median"]
    assert (median["item"], median["group"], median["value"], median["base"]) == (
        *("age", "with", "23.5", "8"),
    )
    p = next(row for row in rows if row["measure"] == "p" and row["group"] == "with")
    assert float(p["value"]) == pytest.approx(data["changes"][0]["test"]["p"])
    assert p["method"].startswith("McNemar")


def test_an_export_passes_the_gate_and_says_what_it_was_not_searched_for(
    study: Project, run: Callable[..., Any]
) -> None:
    words = ("outcomes", "age", "--by", "site", "--export")
    refused = run(*words, cwd=study.directory)
    assert refused.code == 2
    assert "nothing to search the file" in refused.err
    written = run(*words, "--unsearched", cwd=study.directory)
    assert written.code == 0
    path = study.exports / "outcomes.csv"
    assert path.stat().st_mode & 0o077 == 0
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert "NOT SEARCHED FOR: names of people" in rows[0]["provenance"]
    known = [row["value"] for row in rows if row["measure"] == "known"]
    assert known == ["10", "10"]


def test_an_infinite_ratio_is_a_word_in_files(tmp_path: Path, run: Callable[..., Any]) -> None:
    (tmp_path / "t.csv").write_text(",yes,no\nwith,3,0\nwithout,1,4\n")
    words = ("outcomes", "--check-table", "t.csv")
    data = json.loads(run(*words, "--json", cwd=tmp_path).out)
    (odds,) = [e for e in data["comparisons"][0]["effects"] if e["name"] == "odds ratio"]
    assert (odds["value"], odds["high"]) == ("infinity", "infinity")
    assert "infinity, 95% " in run(*words, cwd=tmp_path).out


def test_a_table_in_a_file_is_checked_without_a_project(
    tmp_path: Path, run: Callable[..., Any]
) -> None:
    (tmp_path / "t.csv").write_text(",none,high,total\nnone,3,1,4\nhigh,9,2,11\ntotal,12,3,15\n")
    shown = run("outcomes", "--check-table", "t.csv", "--paired", cwd=tmp_path)
    assert (shown.code, shown.err) == (0, "")
    assert "15 cases; 5 stated totals, all add up" in shown.out
    assert "McNemar's test, exact: p = 0.021" in shown.out
    data = json.loads(run("outcomes", "--check-table", "t.csv", "--json", cwd=tmp_path).out)
    assert data["comparisons"][0]["test"]["name"] == "Fisher's exact test"
    (tmp_path / "t.csv").write_text(",none,high,total\nnone,3,1,4\nhigh,9,2,12\n")
    refused = run("outcomes", "--check-table", "t.csv", cwd=tmp_path)
    assert refused.code == 3
    assert "row 'high': the cells add up to 11, stated is 12" in refused.err
    assert refused.out == ""


@pytest.mark.parametrize(
    "words",
    [("--paired",), ("--csv", "--json"), ("--adjust", "all"), ("--check-table", "t", "--csv")],
)
def test_words_that_mean_nothing_together(
    study: Project, run: Callable[..., Any], words: tuple[str, ...]
) -> None:
    assert run("outcomes", *words, cwd=study.directory).code == 2


def test_large_numbers_are_printed_in_full(
    study: Project, run: Callable[..., Any], tmp_path: Path
) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(study.directory, folder)
    copy = find_project(folder)
    with copy.database() as db:
        values = [
            CaseValue(case_id=f"C{n:02}", name="sum", state="value", value=str(1234567 + n / 4))
            for n in range(20)
        ]
        save_cases(db, [], values)
    shown = run("outcomes", "sum", "--by", "children", cwd=folder).out
    assert "1234569.25 " in shown
    assert "1234568.125 to 1234570.375" in shown
    assert "e+06" not in shown


def test_assessments_without_an_order_are_named_where_they_are_left_out(study: Project) -> None:
    assert run_spec(study).unordered == ("contact",)
    assert any("contact" in sentence for sentence in run_spec(study).definitions)
    assert run_spec(study, "abuse").unordered == ()


def test_every_figure_has_its_own_base(study: Project) -> None:
    report = outcomes_report(study, OutcomeSpec(names=("abuse",)))
    names = [column.name for column in report.columns]
    rows = [dict(zip(names, row, strict=True)) for row in report.rows]
    base = {row["measure"]: row["base"] for row in rows}
    assert base["cases"] == base["known at start only"] == 20
    assert base["direction: lower"] == base["present at start"] == 16
    report = outcomes_report(study, OutcomeSpec(names=("abuse@intake",), by=("site",)))
    rows = [dict(zip(names, row, strict=True)) for row in report.rows]
    north = {row["measure"]: row["base"] for row in rows if row["group"] == "North"}
    assert north["cases"] == 10
    assert north["level: high"] == north["not known: missing"] - 1 == 9


def test_the_summary_shows_both_ways(study: Project, run: Callable[..., Any]) -> None:
    done = run("outcomes", cwd=study.directory)
    assert "lower" in done.out
    assert "higher" in done.out


def test_numbers_are_counted_in_bands(study: Project) -> None:
    spec = CountSpec(by=("attribute:age:10",), coder="amina")
    table, _ = count(study, spec)
    assert [(row.keys[0], row.cases, row.case_base) for row in table.rows] == [
        ("20 to 29", 10, 10),
        ("30 to 39", 6, 10),
    ]
    assert title(table) == "References and cases by age in bands"
    table, _ = count(study, replace(spec, by=("attribute:age:25,38",)))
    assert [row.keys[0] for row in table.rows] == ["under 25", "25 to 37", "38 and over"]
    assert [row.case_base for row in table.rows] == [5, 13, 2]
    limited = replace(spec, by=("code",), only=(("attribute:age:10", ("20 to 29",)),))
    assert count(study, limited)[0].all_cases == 10


@pytest.mark.parametrize(
    ("bands", "typed", "cases"),
    [
        ("10", "20-29", 10),
        ("10", "20 – 29", 10),
        ("10", "34", 10),
        ("25,38", "<25", 5),
        ("25,38", "38+", 2),
        ("25,38", "39", 2),
    ],
)
def test_a_band_is_understood_as_it_is_typed(
    study: Project, bands: str, typed: str, cases: int
) -> None:
    only = ((f"attribute:age:{bands}", (typed,)),)
    table, _ = count(study, CountSpec(by=("code",), only=only, coder="amina"))
    assert table.all_cases == cases
    with look(study, Asked(only=only), references=False) as here:
        assert int(here.chosen.cases.sum()) == cases


@pytest.mark.parametrize("typed", ["4", "40", "10=40", "40-49", "zzz", "20-30", "inf", "nan"])
def test_a_band_that_does_not_exist_is_refused_and_those_that_do_are_named(
    study: Project, run: Callable[..., Any], typed: str
) -> None:
    for command in ("counts", "words", "framework"):
        done = run(command, "--only", f"attribute:age:10={typed}", cwd=study.directory)
        assert done.code == 2, done.out
        assert f"no band of age {typed!r}" in done.err
        assert "there is: 20 to 29, 30 to 39" in " ".join(done.err.split())


@pytest.mark.parametrize(
    ("by", "only", "said"),
    [
        ("attribute:work:10", (), "only numbers"),
        ("attribute:age:0", (), "more than 0"),
        ("code", (("month", ("abc",)),), "no month 'abc'"),
        ("code", (("attribute:age", ("99",)),), "no value of age '99'"),
        ("kode", (), "There is: code, branch"),
    ],
)
def test_what_cannot_be_counted_is_told(study: Project, by: str, only: Any, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        count(study, CountSpec(by=(by,), only=only, coder="amina"))
    assert said in str(caught.value)


def test_the_base_of_outcomes_is_not_called_what_that_of_counts_is(
    study: Project, run: Callable[..., Any]
) -> None:
    shown = run("outcomes", cwd=study.directory).out
    assert "\nCases analysed: 20 of 20; their notes: 18\n" in shown
    assert "Base:" not in shown
    coded = run("outcomes", "--code", "contact", cwd=study.directory).out
    assert "\nCases analysed: 20 of 20; their notes: 18, references: 16\n" in coded
    table = run("outcomes", "--csv", cwd=study.directory).out
    assert "; cases analysed: 20 of 20; their notes: 18" in table
    assert "; base:" not in table


@pytest.mark.parametrize("asked", [(), ("--code", "contact"), ("age", "--by", "site")])
def test_a_coder_who_is_not_there_is_refused(
    study: Project, run: Callable[..., Any], asked: tuple[str, ...]
) -> None:
    done = run("outcomes", *asked, "--coder", "nobody", cwd=study.directory)
    assert done.code == 2
    assert "there is no coder 'nobody'" in done.err
    for coder in ("amina", "all"):
        assert run("outcomes", *asked, "--coder", coder, cwd=study.directory).code == 0


def test_cases_in_no_group_are_told_with_the_reason(
    study: Project, run: Callable[..., Any]
) -> None:
    of_record = "In no group by abuse@closure, and in none of its figures: 3 of 20 cases"
    for names in ((), ("abuse",), ("age",)):
        said = run_spec(study, *names, by=("abuse@closure",)).base.remarks
        assert f"{of_record} (missing: 2, not readable: 1)." in said
    both = run_spec(study, by=("site",), codes=("behaviour-change", "contact")).base.remarks
    told = " ".join(both)
    assert told.count("4 of 20 cases (nothing is coded in them).") == 1
    assert "by site" not in told
    assert not run_spec(study, by=("site",)).base.remarks[1:]
    printed = " ".join(run("outcomes", "--by", "abuse@closure", cwd=study.directory).out.split())
    assert of_record in printed


def test_the_page_says_what_lower_and_higher_are(study: Project) -> None:
    section = outcomes_section(study)
    assert section is not None
    assert {"Lower", "Higher"} <= {heading for (heading,) in section.tables[0].headings}
    assert any(
        note.startswith("Lower and higher: in how many of the cases") for note in section.notes
    )


def test_the_summary_says_what_its_p_values_are_of(study: Project, run: Callable[..., Any]) -> None:
    printed = " ".join(run("outcomes", cwd=study.directory).out.split())
    assert "lower, higher: at such a level at the end; p: of present at all or not" in printed


@pytest.fixture
def banded(study: Project) -> Iterator[Project]:
    """The study whose settings declare bands of age."""
    before = study.settings_path.read_text(encoding="utf-8")
    bands = "\n[attributes.age]\nbands = [25, 38]\n"
    study.settings_path.write_text(before + bands, encoding="utf-8")
    yield find_project(study.directory)
    study.settings_path.write_text(before, encoding="utf-8")


def test_bands_of_the_settings_hold_in_counts_outcomes_and_exports(
    study: Project, banded: Project, tmp_path: Path
) -> None:
    spec = CountSpec(by=("attribute:age",), coder="amina")
    table, _ = count(banded, spec)
    asked, _ = count(study, replace(spec, by=("attribute:age:25,38",)))
    assert table.rows == asked.rows
    assert [row.keys[0] for row in table.rows][:3] == ["under 25", "25 to 37", "38 and over"]
    only = replace(spec, by=("code",), only=(("attribute:age", ("25-37",)),))
    limited, _ = count(banded, only)
    assert limited.base.references == table.rows[1].references
    years, _ = count(banded, replace(spec, by=("attribute:age:1",)))
    assert len(years.rows) > 4, "who asks for other bands gets them"
    spec_of = OutcomeSpec(names=("children",), by=("age",))
    (found,) = outcomes(banded, spec_of).results.comparisons
    assert [group.label for group in found.groups] == ["under 25", "25 to 37", "38 and over"]
    (other,) = outcomes(study, replace(spec_of, by=("age:25,38",))).results.comparisons
    assert other == found
    export(banded, unsearched=True, to=tmp_path, selection=Selection(formats=("csv",)))
    cases = pd.read_csv(tmp_path / "cases.csv", encoding="utf-8-sig").dropna(subset=["age"])
    assert set(cases["band_age"][cases["age"] < 25]) <= {"under 25"}
    assert set(cases["band_age"][cases["age"].between(25, 37)]) == {"25 to 37"}
