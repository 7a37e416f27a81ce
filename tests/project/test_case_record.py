"""The case record as a project sees it: types, counts, problems; and what an import remembers."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from notecode.errors import UsageError
from notecode.model import CaseValue
from notecode.project import Project, find_project
from notecode.project.attributes import (
    attributes_of,
    case_record,
    declare_attributes,
    find_attribute,
)
from notecode.project.reading import Inputs, read_sources, remember_layouts
from notecode.settings import load_settings
from notecode.store.notes import save_cases

NOTES = "Note ID,Case Ref,Note\nN1,C1,Rang the office and left a message.\nN2,C2,No reply.\n"
CASES = "case_id,site,age,physical abuse (intake),physical abuse (closure)\n"


def recorded(project: Project, *values: tuple[str, str, str]) -> None:
    """Store values of case C1; "" is missing."""
    with project.database() as db:
        save_cases(
            db,
            [],
            [
                CaseValue(case_id="C1", name=n, stage=s, state="value" if v else "missing", value=v)
                for n, s, v in values
            ],
        )


def declared(project: Project, line: str) -> Project:
    with project.settings_path.open("a", encoding="utf-8") as file:
        file.write(f"\n[attributes]\n{line}\n")
    return find_project(project.directory)


def test_attributes_are_loaded_with_their_types(stored: Project) -> None:
    recorded(stored, ("age", "", "41"), ("abuse", "intake", "high"), ("abuse", "closure", ""))
    project = declared(stored, 'abuse = ["low", "high"]')
    with project.database() as db:
        found = attributes_of(project, db)
    assert found["age"].type == "number"
    assert found["abuse"].levels == ("low", "high")
    assert found["abuse"].stages == ("intake", "closure")


def test_values_that_do_not_fit_are_told_in_counts_alone(stored: Project) -> None:
    recorded(stored, ("abuse", "intake", "dreadful"), ("age", "", "41"))
    record = case_record(declared(stored, 'abuse = ["low", "high"]\nagee = "number"'))
    (count,) = (c for c in record.attributes if c.attribute.name == "abuse")
    assert count.misfits == 1
    told = " ".join(str(problem) for problem in record.problems)
    assert "1 value is none of its levels" in told
    assert "dreadful" not in told
    assert "agee is declared, and no case has it" in told
    assert "did you mean age?" in told


def test_absent_without_a_place_among_the_levels_is_told(stored: Project) -> None:
    with stored.database() as db:
        save_cases(db, [], [CaseValue(case_id="C1", name="risk", stage="intake", state="absent")])
    (problem,) = case_record(declared(stored, 'risk = ["low", "high"]')).problems
    assert problem.message.endswith("which is none of its levels: 1")
    assert '"risk" = ["absent", …]' in problem.hint


def test_a_scale_with_an_odd_level_is_told_with_what_to_declare(stored: Project) -> None:
    recorded(
        stored, ("abuse", "intake", "High"), ("abuse", "closure", "none"), ("abuse", "", "bad")
    )
    (problem,) = case_record(stored).problems
    assert "all but 1 of its values" in problem.message
    assert "bad" not in str(problem)
    assert '"abuse" = ["none", "standard", "moderate", "high"]' in problem.hint


def test_a_mixture_is_reported(stored: Project) -> None:
    recorded(stored, ("income", "intake", "41"), ("income", "closure", "about 40"))
    (problem,) = case_record(stored).problems
    assert "(numbers: 1, words: 1)" in problem.message
    assert "41" not in problem.message


def test_declaring_writes_what_was_inferred_once(stored: Project) -> None:
    recorded(stored, ("age", "", "41"))
    assert declare_attributes(stored, case_record(stored)) == ["age"]
    again = find_project(stored.directory)
    assert again.settings.attributes["age"].declared
    assert declare_attributes(again, case_record(again)) == []


def test_an_attribute_is_found_in_any_letter_case_or_the_nearest_named(stored: Project) -> None:
    recorded(stored, ("physical abuse", "intake", "high"))
    with stored.database() as db:
        known = attributes_of(stored, db)
    assert find_attribute("Physical Abuse", known).name == "physical abuse"
    with pytest.raises(UsageError, match="did you mean physical abuse"):
        find_attribute("physcal abuse", known)
    with pytest.raises(UsageError, match="It is empty"):
        find_attribute("age", {})


def test_the_command_lists_types_levels_and_gaps(stored: Project, run: Callable[..., Any]) -> None:
    recorded(stored, ("abuse", "intake", "high"), ("abuse", "closure", "none"), ("age", "", ""))
    shown = run("attributes", cwd=stored.directory)
    assert shown.code == 0
    assert "none < standard < moderate < high" in shown.out
    assert max(map(len, shown.out.splitlines())) <= 80
    staged = run("attributes", "Abuse", cwd=stored.directory).out.splitlines()
    assert staged[1].split() == ["intake", "closure"]
    assert ["high", "1", "0"] in [line.split() for line in staged]
    data = json.loads(run("attributes", "--json", cwd=stored.directory).out)
    assert [a["name"] for a in data["attributes"]] == ["abuse", "age"]
    assert data["attributes"][1]["stages"] == [
        {"stage": "", "known": 0, "absent": 0, "missing": 1, "misfits": 0, "levels": {}}
    ]


def test_the_command_without_a_case_record_says_how_to_get_one(
    stored: Project, run: Callable[..., Any]
) -> None:
    shown = run("attributes", cwd=stored.directory)
    assert shown.code == 0
    assert "--cases" in shown.out
    assert run("attributes", "age", cwd=stored.directory).code == UsageError.exit_code


def imported(project: Project, folder: Path, cases: str) -> list[CaseValue]:
    """Read the two files as an import does, and remember their layouts."""
    folder.mkdir(exist_ok=True)
    (folder / "notes.csv").write_text(NOTES, encoding="utf-8")
    (folder / "cases.csv").write_text(cases, encoding="utf-8")
    project = find_project(project.directory)
    sources = read_sources(
        project, Inputs(exports=(folder / "notes.csv",), cases=folder / "cases.csv")
    )
    remember_layouts(project, sources)
    return list(sources.values)


def test_columns_that_are_attributes_like_all_others_are_not_remembered(
    project: Project, tmp_path: Path
) -> None:
    values = imported(project, tmp_path / "in", CASES + "C1,Site 1,41,high,none\n")
    assert {value.name for value in values} == {"age", "physical abuse"}
    remembered = load_settings(project.settings_path).layout("cases").columns
    assert remembered == {"case": ("case_id",), "site": ("site",)}


def test_a_new_column_needs_no_line(project: Project, tmp_path: Path) -> None:
    imported(project, tmp_path / "in", CASES + "C1,Site 1,41,high,none\n")
    more = CASES.replace("age", "age,gender") + "C1,Site 1,41,male,high,none\n"
    values = imported(project, tmp_path / "in", more)
    assert ("gender", "male") in {(value.name, value.value) for value in values}
    assert not [line for line in project.settings_path.read_text().splitlines() if "gender" in line]


def test_a_layout_remembered_column_by_column_still_holds(project: Project, tmp_path: Path) -> None:
    with project.settings_path.open("a", encoding="utf-8") as file:
        file.write(
            '\n[layout.cases]\ncase = "case_id"\n"attribute:years" = "age"\n'
            '"attribute:physical abuse (closure)" = ""\n'
        )
    values = imported(project, tmp_path / "in", CASES + "C1,Site 1,41,high,none\n")
    assert {(v.name, v.stage) for v in values} == {("years", ""), ("physical abuse", "intake")}
    remembered = load_settings(project.settings_path).layout("cases").columns
    assert remembered["attribute:years"] == ("age",)
    assert remembered["attribute:physical abuse (closure)"] == ()
