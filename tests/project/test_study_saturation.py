"""Saturation of a real project: in the order of coding, by frozen codebooks, of one coder."""

import json
import sys
from collections.abc import Callable
from typing import Any

import pytest

from notecode.model import Code, Span
from notecode.project import Project
from notecode.project.codebook.changes import (
    Author,
    add,
    define,
    freeze,
    merge,
    rename,
    split,
)
from notecode.project.coding.session import open_coding
from notecode.project.looking.saturation import saturation
from notecode.project.looking.scope import Asked


@pytest.fixture
def stored(stored_small: Project) -> Project:
    """Every version of the codebook is read several times: it is a small one."""
    return stored_small


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


class Clock:
    """Moments a minute apart, for what is stored from here on."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.minute = 0
        for name, module in list(sys.modules.items()):
            if name.startswith("notecode.project") and hasattr(module, "now"):
                patch.setattr(module, "now", self)

    def __call__(self) -> str:
        self.minute += 1
        return f"2998-01-01T{self.minute // 60:02}:{self.minute % 60:02}:00+00:00"


LEAD = Author(name="lead", why="the code is two things")


def news(project: Project) -> dict[str, tuple[object, str]]:
    """References and new codes of each iteration."""
    report = saturation(project, Asked(coder="amina"), by="iteration")
    return {str(row[0]): (row[2], str(row[-1] or "")) for row in report.rows}


def reference_of(project: Project, code: str) -> str:
    with project.database() as db:
        return str(db.value("SELECT id FROM coded_references WHERE code = ? ORDER BY id", (code,)))


@pytest.fixture
def rounds(coded: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Coded in round 1; then a code is split, and one of its two references recoded in round 2."""
    date_references(coded, "2001-01-01T00:00:00+00:00")
    Clock(monkeypatch)
    freeze(coded, "round 1", LEAD)
    split(coded, "information-sharing", (("told", "Told"), ("asked", "Asked")), LEAD)
    with open_coding(coded, "amina") as session:
        session.recode(reference_of(coded, "information-sharing"), "told")
    freeze(coded, "round 2", LEAD)
    return coded


def test_what_a_split_brought_is_new_in_the_iteration_of_the_split(rounds: Project) -> None:
    assert news(rounds) == {
        "round 1": (2, "information-sharing multi-agency-support"),
        "round 2": (1, "told"),
        "since round 2": (0, ""),
    }
    report = saturation(rounds, Asked(coder="amina"), by="iteration")
    assert any("none before that in which the code came to be" in s for s in report.definitions)


def test_what_was_recoded_to_an_old_code_belongs_to_the_iteration_of_that(rounds: Project) -> None:
    with open_coding(rounds, "amina") as session:
        session.recode(reference_of(rounds, "multi-agency-support"), "direct-support")
        assert news(rounds)["since round 2"] == (1, "direct-support")
        session.undo()
    assert news(rounds)["round 1"] == (2, "information-sharing multi-agency-support")
    assert news(rounds)["since round 2"] == (0, "")


def test_to_keep_a_reference_makes_no_code_new(rounds: Project) -> None:
    before = news(rounds)
    define(rounds, "multi-agency-support", {"definition": "Arranged with others."}, LEAD)
    with open_coding(rounds, "amina") as session:
        session.keep(reference_of(rounds, "multi-agency-support"))
    assert news(rounds) == before


def test_another_id_makes_no_code_new(rounds: Project) -> None:
    rename(rounds, "multi-agency-support", LEAD, new_id="support")
    assert news(rounds)["round 1"] == (2, "information-sharing support")
    assert news(rounds)["since round 2"] == (0, "")


def test_what_went_into_a_later_code_is_not_new_before_that_code(rounds: Project) -> None:
    add(rounds, Code(id="arranged", label="Arranged", definition="With others."), LEAD)
    merge(rounds, "multi-agency-support", "arranged", LEAD)
    assert news(rounds) == {
        "round 1": (1, "information-sharing"),
        "round 2": (1, "told"),
        "since round 2": (1, "arranged"),
    }


def test_kept_references_stay_in_the_version_under_which_they_were_coded(coded: Project) -> None:
    path = coded.directory / "codebook.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\n# a new version\n", encoding="utf-8")
    with open_coding(coded, "amina") as session:
        session.keep(reference_of(coded, "multi-agency-support"))
        session.code_span("N3", Span(17, 43), "child-safeguarding")
    assert news(coded) == {
        "version 1": (3, "information-sharing multi-agency-support"),
        "version 2": (1, "child-safeguarding"),
    }


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
