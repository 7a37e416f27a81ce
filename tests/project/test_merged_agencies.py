"""Filters by an agency that was merged into another find that one's references, and say so."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from looking_study import Study, asked_of, study_maker
from notecode.analysing.report import render
from notecode.model import Case, CountSpec, NamedCount, Note, Reference, Span
from notecode.project import Project, find_project
from notecode.project.codebook import changes as living
from notecode.project.coding.finding import NoteFilter, list_notes
from notecode.project.counting import count
from notecode.project.looking.cooccurrence import cooccurrence
from notecode.project.looking.framework import framework
from notecode.project.looking.outcomes import OutcomeSpec, outcomes
from notecode.project.looking.quotes import quotes
from notecode.project.looking.saturation import saturation
from notecode.project.looking.scope import Asked
from notecode.project.looking.searching import search_notes
from notecode.project.looking.timeline import timelines
from notecode.project.looking.words import words
from notecode.project.project import current_codebook
from notecode.project.tables import make_tables, save_query
from notecode.tui.coder.filter_words import filter_words, in_order

WHO = living.Author(name="lead", why="one department")
SAID = "Police, merged into Probation"
CODED = {"C0": ("police",), "C1": ("probation",), "C2": ("police", "probation"), "C3": ()}
FOUND = 3


def reference(case: str, agencies: tuple[str, ...]) -> Reference:
    return Reference(
        id=f"R{case}",
        note_id=f"N{case}",
        span=Span(3, 7),
        code="lone" if case == "C0" else "leaf",
        agencies=agencies,
        coder="amina",
        origin="hand",
        created="2017",
        codebook="",
    )


STUDY = Study(
    tuple(Case(id=case, site="North", start=date(2017, 1, 1)) for case in CODED),
    tuple(
        Note(id=f"N{case}", case_id=case, text="He rang again.", date=date(2017, 2, 1))
        for case in CODED
    ),
    tuple(reference(case, agencies) for case, agencies in CODED.items()),
)


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = study_maker(tmp_path_factory.mktemp("merged"))(STUDY)
    living.merge(project, "police", "probation", WHO, section="agencies")
    return project


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("police",), SAID),
        (("Police",), SAID),
        (("probation", "police"), "Probation with Police, merged into it"),
        (("probation",), "Probation"),
    ],
)
def test_a_count_has_the_heirs_references_and_names_the_merger(
    merged: Project, asked: tuple[str, ...], said: str, run: Callable[..., Any]
) -> None:
    table, _ = count(merged, CountSpec(by=("code",), only=(("agency", asked),)))
    assert table.base.references == FOUND
    options = [word for agency in asked for word in ("--agency", agency)]
    told = run("counts", *options, cwd=merged.directory).out
    assert told.splitlines()[0].endswith(f"(agency {said})"), told
    assert ("was renamed or merged" in told) == (said != "Probation")


def test_a_code_names_its_merger_too(
    tmp_path_factory: pytest.TempPathFactory, run: Callable[..., Any]
) -> None:
    project = study_maker(tmp_path_factory.mktemp("codes"))(STUDY)
    living.merge(project, "lone", "leaf", WHO)
    told = run("counts", "--by", "agency", "--code", "lone", cwd=project.directory).out
    assert told.splitlines()[0].endswith("(code Lone work, merged into Leaf work)")
    assert (
        "code Lone work, merged into Leaf work"
        in quotes(project, asked_of(code="lone")).base.filters
    )


def test_a_saved_table_follows(merged: Project, run: Callable[..., Any]) -> None:
    spec = CountSpec(by=("code",), only=(("agency", ("police",)),))
    save_query(merged, NamedCount("by-police", spec, "Police alone"))
    (named,) = make_tables(find_project(merged.directory), ["by-police"]).tables
    assert named.table.base.references == FOUND
    told = run("tables", "by-police", cwd=merged.directory).out
    assert f"Counted only: agency {SAID}" in " ".join(told.split())


def test_what_looks_closer_follows(merged: Project) -> None:
    asked, heir = (
        Asked(only=(("agency", (agency,)),), coder="amina") for agency in ("police", "probation")
    )
    for ask in (
        quotes,
        framework,
        timelines,
        words,
        saturation,
        lambda project, of: search_notes(project, of, "rang"),
        lambda project, of: cooccurrence(project, of, "note"),
    ):
        found, meant = ask(merged, asked), ask(merged, heir)
        assert found.rows == meant.rows
        assert found.base.references == meant.base.references
        assert any(f"agency {SAID}" in sentence for sentence in found.sentences), found.name
        assert any("was renamed or merged" in sentence for sentence in found.sentences), found.name
        heading = " ".join(render(found).partition("\n\n")[0].split())
        assert f"agency {SAID}" in heading, found.name
        assert "merged" not in render(meant)
    assert quotes(merged, asked).total == FOUND


def test_cases_with_it_are_those_with_its_heir(merged: Project) -> None:
    spec = OutcomeSpec(names=("notes",), agencies=("police",))
    found, heir = (outcomes(merged, replace(spec, agencies=(a,))) for a in ("police", "probation"))
    (one,), (other,) = found.results.comparisons, heir.results.comparisons
    assert one.by == SAID
    assert one.groups == other.groups
    assert any("was renamed or merged" in sentence for sentence in found.base.sentences)
    every = outcomes(merged, OutcomeSpec(names=("notes",), by=("agency",)))
    assert "Police" not in [*every.left_out, *(each.by for each in every.results.comparisons)]


def test_the_coder_lists_the_heirs_notes(merged: Project) -> None:
    wanted = NoteFilter(values=(("agency", "police"),))
    with merged.database() as db:
        book = current_codebook(merged, db)
        (listed,) = list_notes(db, "amina", wanted)
    assert listed.ids == ["NC0", "NC1", "NC2"]
    assert filter_words(book, wanted) == f"agency {SAID}"
    assert in_order(book, "agency", {"probation": 3})[:1] == ["probation"]
    assert "police" not in in_order(book, "agency", {})
    assert "police" in in_order(book, "agency", {"police": 0})


def test_json_has_the_heir_and_the_words(merged: Project, run: Callable[..., Any]) -> None:
    out = run("counts", "--only", "agency=police", "--json", cwd=merged.directory).out
    told = json.loads(out)
    assert told["spec"]["only"] == {"agency": ["probation"]}
    assert SAID in told["title"]
