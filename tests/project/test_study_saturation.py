"""Saturation of a real project: in the order of coding, by frozen codebooks, of one coder."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from notecode.model import Span
from notecode.project import Project
from notecode.project.codebook.changes import Author, freeze
from notecode.project.coding.session import open_coding
from notecode.project.looking.saturation import saturation
from notecode.project.looking.scope import Asked


@pytest.fixture
def coded(stored: Project) -> Project:
    """Two codes by one coder, one of them again by another."""
    with open_coding(stored, "amina") as session:
        session.code_span("N1", Span(0, 21), "information-sharing")
        session.code_span("N2", Span(0, 31), "multi-agency-support")
        session.code_span("N2", Span(32, 58), "information-sharing")
    with open_coding(stored, "ben") as session:
        session.code_span("N3", Span(0, 16), "child-safeguarding")
    return stored


def date_references(project: Project, moment: str, code: str = "") -> None:
    """Make references of a code, or all, as old as the moment."""
    with project.database() as db, db.writing():
        db.execute("UPDATE coded_references SET created = ? WHERE ? IN ('', code)", (moment, code))


def test_by_case_of_one_coder(coded: Project) -> None:
    report = saturation(coded, Asked(coder="amina"))
    (row,) = report.rows
    assert row == (
        "C1", 3, 2, 2, 2, "information-sharing multi-agency-support",
    )  # fmt: skip
    assert report.base.references == 3
    assert report.definitions[0].startswith("Undefined")


def test_by_iteration_of_frozen_codebooks(coded: Project) -> None:
    date_references(coded, "2001-01-01T00:00:00+00:00")
    freeze(coded, "first round", Author(name="lead", why="double coding begins"))
    with open_coding(coded, "amina") as session:
        session.code_span("N3", Span(17, 43), "child-safeguarding")
    date_references(coded, "2999-01-01T00:00:00+00:00", "child-safeguarding")
    report = saturation(coded, Asked(coder="amina"), by="iteration")
    assert [(row[0], row[2], row[-1]) for row in report.rows] == [
        ("first round", 3, "information-sharing multi-agency-support"),
        ("since first round", 1, "child-safeguarding"),
    ]


def test_without_a_frozen_codebook_versions_are_iterations(coded: Project) -> None:
    path = coded.directory / "codebook.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\n# a new version\n", encoding="utf-8")
    with open_coding(coded, "amina") as session:
        session.code_span("N3", Span(17, 43), "child-safeguarding")
    report = saturation(coded, Asked(coder="amina"), by="iteration")
    assert [row[0] for row in report.rows] == ["version 1", "version 2"]
    assert any("never frozen" in sentence for sentence in report.definitions)


def test_filters_hold(coded: Project) -> None:
    report = saturation(coded, Asked(coder="all", only=(("code", ("child-safeguarding",)),)))
    assert report.base.references == 1
    assert report.asked == {
        "coder": "all",
        "own": False,
        "only": {"code": ["child-safeguarding"]},
        "by": "case",
    }
    assert report.rows[0][-1] == "child-safeguarding"


def test_before_anything_is_coded(stored: Project, run: Callable[..., Any]) -> None:
    for by in ("case", "iteration"):
        ran = run("saturation", "--by", by, cwd=stored.directory)
        assert ran.code == 0
        assert "Nothing has been coded" in ran.out
    ran = run("saturation", "--json", cwd=stored.directory)
    assert json.loads(ran.out)["rows"] == []
