"""Codes that were merged or renamed, a tree that the database has not taken in, one moment."""

import json
import logging
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from looking_study import Study, asked_of, study_maker
from notecode.model import Case, CountSpec, NamedCount, Note, Reference, Span
from notecode.passages import Summary
from notecode.project import Project, case_variables, find_project
from notecode.project import counting as counting_project
from notecode.project.coding.session import open_coding
from notecode.project.counting import count
from notecode.project.looking.cooccurrence import cooccurrence
from notecode.project.looking.framework import framework
from notecode.project.looking.outcomes import OutcomeSpec, outcomes
from notecode.project.looking.quotes import quotes
from notecode.project.looking.scope import Asked
from notecode.project.looking.searching import search_notes
from notecode.project.looking.timeline import timelines
from notecode.project.looking.words import words
from notecode.project.project import current_codebook
from notecode.project.tables import make_tables, save_query

Maker = Callable[..., Project]
LONE = "  - {id: lone, label: Lone work, definition: d}\n"
CODED = {"C0": "leaf", "C1": "lone", "C2": "left"}
MERGED = "was renamed or merged"


def reference(case: str, code: str) -> Reference:
    return Reference(
        id=f"R{case}{code}",
        note_id=f"N{case}",
        span=Span(3, 7),
        code=code,
        agencies=(),
        coder="amina",
        origin="hand",
        created="2017",
        codebook="",
    )


STUDY = Study(
    tuple(
        Case(id=case, site=site, start=start)
        for case, site, start in (
            ("C0", "North", date(2017, 1, 1)),
            ("C1", "North", None),
            ("C2", "South", None),
            ("C3", "South", date(2017, 1, 1)),
        )
    ),
    tuple(
        Note(id=f"NC{at}", case_id=f"C{at}", text="He rang again.", date=date(2017, 2, 1))
        for at in range(4)
    ),
    tuple(reference(case, code) for case, code in CODED.items()),
)


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Maker:
    return study_maker(tmp_path_factory.mktemp("studies"))


def edit(project: Project, old: str, new: str) -> None:
    text = project.codebook_path.read_text(encoding="utf-8")
    assert old in text
    project.codebook_path.write_text(text.replace(old, new), encoding="utf-8")


def merge(project: Project) -> None:
    """Lone work is left work now."""
    more = ", status: retired, merged_into: left}\n"
    edit(project, LONE, LONE.replace("}\n", more))
    with project.database() as db:
        current_codebook(project, db)


def rename(project: Project) -> None:
    edit(project, LONE, LONE.replace("id: lone", "id: single, formerly: [lone]"))
    with project.database() as db:
        current_codebook(project, db)


def rows(report: Any) -> list[dict[str, Any]]:
    names = [column.name for column in report.columns]
    return [dict(zip(names, row, strict=True)) for row in report.rows]


@pytest.mark.parametrize(("change", "found"), [(merge, 3), (rename, 1)])
def test_an_old_code_finds_what_its_heir_has_and_says_so(
    make: Maker, change: Callable[[Project], None], found: int
) -> None:
    project = make(STUDY)
    change(project)
    asked = asked_of(code="lone", coder="amina")
    spec = CountSpec(by=("site",), coder="amina", only=asked.only, roll_up="descendants")
    table, _ = count(project, spec)
    reports = [
        quotes(project, asked),
        framework(project, asked),
        timelines(project, asked),
        words(project, asked),
        search_notes(project, asked, "rang"),
    ]
    # What is under the code in a count is what one sees in looking closer.
    assert table.base.references == reports[0].total == found == len(reports[0].rows)
    assert sum(row["references"] for row in rows(reports[1])) == found
    assert sum(row["references"] for row in rows(reports[2])) == found
    assert {row["word"] for row in rows(reports[3])} == {"rang"}
    assert reports[4].total == found
    for report in (*reports, cooccurrence(project, asked, "note")):
        assert any(MERGED in sentence for sentence in report.sentences), report.name
    for report in (quotes(project, asked_of(code="leaf")), quotes(project, Asked())):
        assert not any(MERGED in sentence for sentence in report.sentences)


def test_pairs_with_an_old_code_are_those_of_its_heir(make: Maker) -> None:
    both = (*STUDY.references, reference("C2", "lone"), reference("C0", "top"))
    project = make(Study(STUDY.cases, STUDY.notes, both))
    rename(project)
    report = cooccurrence(project, asked_of(code="lone", own=True), "note")
    assert [(row["first"], row["second"]) for row in rows(report)] == [("left", "single")]
    assert '"lone" was renamed' in " ".join(report.sentences)


def groups(project: Project, **asked: Any) -> dict[str, list[int]]:
    """How many cases are with and without what they are grouped by, of all comparisons."""
    found = outcomes(project, OutcomeSpec(names=("notes",), **asked)).results.comparisons
    return {each.by: [group.cases for group in each.groups] for each in found}


def test_cases_with_an_old_code_are_those_with_its_heir(
    make: Maker, run: Callable[..., Any]
) -> None:
    project = make(STUDY)
    before = groups(project, codes=("lone",))
    assert before == {"Lone work": [1, 2]}
    rename(project)
    assert groups(project, codes=("lone",)) == before
    assert groups(project, codes=("lone", "single")) == before, "one grouping, not two"
    report = outcomes(project, OutcomeSpec(names=("notes",), codes=("lone",)))
    assert any(MERGED in sentence for sentence in report.base.sentences)
    words_ = ("outcomes", "notes", "--code", "lone", "--json")
    told = json.loads(run(*words_, cwd=project.directory).out)["definitions"]
    assert any('"single" now' in sentence for sentence in told)


def test_a_merged_code_is_no_grouping_of_its_own(make: Maker) -> None:
    project = make(STUDY)
    merge(project)
    report = outcomes(project, OutcomeSpec(names=("notes",), by=("code",)))
    assert [found.by for found in report.results.comparisons] == ["Leaf work"]
    assert report.left_out == ("Top work", "Left work")
    assert groups(project, codes=("lone",)) == {"Lone work, merged into Left work": [3, 0]}


def test_counts_and_outcomes_go_by_one_tree_though_the_database_cannot_take_it_in(
    make: Maker, caplog: pytest.LogCaptureFixture
) -> None:
    project = make(STUDY)
    edit(project, LONE, LONE.replace("}\n", ", parent: top}\n"))
    edit(project, "Leaf work, definition: d, parent: left", "Leaf work, definition: d")
    spec = CountSpec(by=("case",), only=(("code", ("top",)),), roll_up="descendants")
    with project.database() as other, other.writing(), caplog.at_level(logging.WARNING):
        table, book = count(project, spec)
        assert groups(project, codes=("top",)) == {"Top work": [2, 1]}
    assert table.base.cases == 2
    assert [row.keys[0] for row in table.rows if row.references] == ["C1", "C2"]
    said = [record.getMessage() for record in caplog.records if "cannot take in" in record.msg]
    assert said
    assert all(book.digest[:12] in message for message in said)
    caplog.clear()
    with caplog.at_level(logging.WARNING):
        assert groups(project, codes=("top",)) == {"Top work": [2, 1]}
    assert not any("cannot take in" in record.msg for record in caplog.records)


def test_a_code_that_is_summarised_and_nowhere_coded_has_a_column(make: Maker) -> None:
    written = tuple(
        Summary(case_id=case, code=code, coder="amina", written="2017", text=f"{code} in {case}")
        for case, code in (("C0", "top"), ("C1", "lone"), ("C3", "lone"))
    )
    project = make(STUDY, written)
    report = framework(project, Asked(coder="amina"))
    cells = {(row["case_id"], row["code"]): row for row in rows(report)}
    assert {code for _, code in cells} == {"top", "left", "leaf", "lone"}
    assert cells["C0", "top"]["references"] == 0
    assert "top in C0" in cells["C0", "top"]["summaries"]
    quoted = framework(project, Asked(coder="amina"), content="quotations", wide=True)
    assert [column.name for column in quoted.columns[2:]] == ["left", "leaf", "lone"]
    south = framework(project, asked_of(coder="amina", site="South"))
    assert {row["code"] for row in rows(south)} == {"left", "lone"}
    merge(project)
    cells = {(row["case_id"], row["code"]): row for row in rows(framework(project, Asked()))}
    assert {code for _, code in cells} == {"top", "left", "leaf"}
    assert "lone in C3" in cells["C3", "left"]["summaries"]


def test_bases_are_of_the_cases_looked_at(make: Maker) -> None:
    project = make(STUDY)
    told = "2 of 4 cases have no start date"
    assert any(told in sentence for sentence in timelines(project, Asked()).definitions)
    north = timelines(project, asked_of(site="North"))
    assert any("1 of 2 cases have no start date" in said for said in north.definitions)
    assert north.base.line == "2 of 4 notes in 2 of 4 cases"
    assert "Coding of amina alone." in north.sentences
    coded = timelines(project, asked_of(code="lone"))
    assert coded.base.line.startswith("1 reference in 1 of 4 cases")

    def remarks(*only: tuple[str, tuple[str, ...]], by: str = "month") -> tuple[str, ...]:
        return count(project, CountSpec(by=(by,), only=only))[0].remarks

    assert remarks() == ("2 of 4 cases have no start date, so no month.",)
    assert remarks(("site", ("South",))) == ("1 of 2 cases have no start date, so no month.",)
    assert remarks(("case", ("C0", "C3"))) == ()
    assert remarks(("code", ("lone",)), by="third") == remarks()


def add_reference(project: Project, note: str = "NC3") -> None:
    with open_coding(project, "amina") as session:
        session.code_span(note, Span(0, 2), "lone")


def test_a_table_is_of_one_moment_whoever_codes_meanwhile(
    make: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make(STUDY)
    known_in = counting_project.known_in

    def meanwhile(*given: Any) -> Any:
        add_reference(project)
        return known_in(*given)

    monkeypatch.setattr(counting_project, "known_in", meanwhile)
    assert count(project, CountSpec(by=("code",)))[0].base.references == 3
    monkeypatch.undo()
    assert count(project, CountSpec(by=("code",)))[0].base.references == 4


def test_outcomes_are_of_one_moment_whoever_codes_meanwhile(
    make: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make(STUDY)
    read = case_variables.load_facts

    def meanwhile(*given: Any, **more: Any) -> Any:
        add_reference(project, "NC0")
        return read(*given, **more)

    monkeypatch.setattr(case_variables, "load_facts", meanwhile)
    assert groups(project, codes=("lone",)) == {"Lone work": [1, 2]}
    monkeypatch.undo()
    assert groups(project, codes=("lone",)) == {"Lone work": [2, 1]}


def test_tables_are_of_one_moment_together(make: Maker) -> None:
    project = make(STUDY)
    for name in ("one", "two"):
        save_query(project, NamedCount(name, CountSpec(by=("site",)), ""))
    made = make_tables(find_project(project.directory))
    assert [named.table.base.references for named in made.tables] == [3, 3]
