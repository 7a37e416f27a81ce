"""What `notecode codebook …` says of long lists, refusals, dry runs, conflicts and idle rules."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from living_study import BOOK

from notecode.codebook import parse_codebook, read_codebook
from notecode.errors import CodebookError
from notecode.model import Span
from notecode.project import Project
from notecode.project.codebook import changes as living
from notecode.project.coding.session import open_coding
from notecode.project.project import current_codebook

NAMES = [f"housing office {number}" for number in range(30)]
LISTED = BOOK.replace(
    "label: Housing, definition: Landlords., key: h", f"label: Housing, aliases: {NAMES}"
).replace("definition: The police., key: p", "aliases: [police]")
RULES = """\
rules:
  - {id: rang, code: ring, says: ["^ rang"]}
  - {id: called, code: ring, says: ["^ called"]}
  - {id: chatted, code: chat, says: ["^ chatted"]}
"""
WHO = living.Author(name="lead", why="to see")


@pytest.fixture
def study(stored: Project) -> Project:
    """A coded study with two agencies, one of which has many names, and three rules."""
    stored.codebook_path.write_text(LISTED + RULES, encoding="utf-8")
    with stored.database() as db:
        current_codebook(stored, db)
    with open_coding(stored, "amina") as session:
        session.code_span("N1", Span(0, 5), "chat")
        session.code_span("N2", Span(0, 5), "chat")
    return stored


@pytest.fixture
def book(run: Callable[..., Any], study: Project) -> Callable[..., Any]:
    def runner(*arguments: str) -> Any:
        return run("codebook", *arguments, cwd=study.directory)

    return runner


def test_the_life_of_an_agency_counts_its_names(book: Callable[..., Any]) -> None:
    assert book("merge", "housing", "police", "--why", "one desk").code == 0
    told = book("history", "police")
    assert told.code == 0
    assert "30: housing office 0 | " in " ".join(told.out.split())
    assert "… and 25 more (--json has all)" in " ".join(told.out.split())
    assert "housing office 29" not in told.out
    assert "housing office 29" in book("history", "police", "--json").out


def test_a_dry_run_is_no_event(book: Callable[..., Any]) -> None:
    told = json.loads(book("merge", "housing", "police", "--dry-run", "--json").out)
    event = told["event"]
    assert (told["dry_run"], event["state"], event["id"], event["after"]) == (
        True,
        "dry run",
        None,
        None,
    )
    made = json.loads(book("merge", "housing", "police", "--json").out)["event"]
    assert (made["state"], bool(made["after"])) == ("done", True)


def test_a_reference_that_gains_an_agency_has_others_than_before(
    book: Callable[..., Any], study: Project
) -> None:
    with open_coding(study, "amina") as session:
        change = session.code_span("N3", Span(0, 4), "chat")
        session.toggle_agency(change.added[0].id, "housing")
    told = book("merge", "housing", "police").out
    assert "1 reference with other agencies than before" in told


@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
def test_a_split_names_the_rules_that_are_idle_now(
    book: Callable[..., Any], dry: tuple[str, ...]
) -> None:
    told = book("split", "ring", "made=Rang", "tried=Rang in vain", *dry).out
    assert "2 rules suggest ring, which is retired by this" in told
    assert told.rstrip().splitlines()[-1].endswith("rang, called")


def test_a_split_beneath_leaves_the_rules_at_work(book: Callable[..., Any]) -> None:
    assert "rule" not in book("split", "ring", "made", "tried", "--beneath").out
    told = json.loads(book("split", "chat", "light", "long", "--json").out)
    assert told["rules"] == ["chatted"]


def test_refused_decisions_are_told_by_their_reason(
    book: Callable[..., Any], study: Project, tmp_path: Path
) -> None:
    living.define(study, "chat", {"not_when": "It is about the case."}, WHO)
    lines = [json.loads(line) for line in book("queue", "--json-lines").out.splitlines()]
    first, second = lines
    file = tmp_path / "again.jsonl"

    def apply(coder: str, *decisions: dict[str, object]) -> Any:
        file.write_text("".join(json.dumps(d) + "\n" for d in decisions), encoding="utf-8")
        return book("queue", "--apply", str(file), "--coder", coder)

    assert (
        "0 kept, 1 recoded, 1 line left undecided"
        in apply("amina", {**first, "recode": "ring"}, second).out
    )
    again = apply("amina", {**first, "recode": "ring"})
    assert again.code != 0
    assert "1 decision: it does not wait for another look: it was decided before" in again.err
    other = apply("ben", {**second, "keep": True})
    assert "but amina has: --coder amina decides" in other.err
    assert f"{second['reference']} (note {second['note']})" in other.err
    many: list[dict[str, object]] = [{"reference": f"gone{at}", "keep": True} for at in range(40)]
    said = apply("amina", *many).err
    assert "40 decisions refused" in said
    assert "gone0, gone1, gone2 and 37 more (--json names all)" in said
    assert "gone9" not in said


def test_a_conflict_of_git_is_called_so() -> None:
    marked = BOOK.replace(
        "  - id: ring\n",
        "<<<<<<< HEAD\n  - id: ring\n=======\n  - id: rang\n>>>>>>> other\n",
    )
    line = marked.split("\n").index("<<<<<<< HEAD") + 1
    found, problems = parse_codebook(marked, "codebook.yaml")
    assert found is None
    (problem,) = problems
    assert problem.line == line
    assert "git left a conflict" in problem.message
    assert "keep one of the two" in problem.hint
    half = parse_codebook(BOOK.replace("  - id: ring\n", "=======\n  - id: ring\n"), "c.yaml")[1]
    assert "git" not in half[0].message


def test_what_stops_a_codebook_is_not_hidden_by_warnings(tmp_path: Path) -> None:
    text = BOOK.replace("    definition: Light words.\n", "") + "rules:\n  - {id: r, code: rin}\n"
    path = tmp_path / "codebook.yaml"
    path.write_text(text, encoding="utf-8")
    assert not all(problem.fatal for problem in parse_codebook(text, "codebook.yaml")[1])
    with pytest.raises(CodebookError) as caught:
        read_codebook(path)
    assert caught.value.problems
    assert all(problem.fatal for problem in caught.value.problems)
