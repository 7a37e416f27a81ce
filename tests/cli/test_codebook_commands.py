"""`notecode codebook …` as a user runs it: what is printed, JSON, exit codes."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from notecode.cli.codebook_command import command
from notecode.codebook import rename_id
from notecode.model import Span
from notecode.project import Project
from notecode.project.coding.session import open_coding
from notecode.project.project import current_codebook

Runner = Callable[..., Any]

RULES = """\
rules:
  - id: contact-made
    code: contact
    says:
      - ^ rang
"""


def shorten(path: Path) -> None:
    """Leave out most names of agencies, and all rules but one: YAML is slow to read."""
    text, rest = path.read_text(encoding="utf-8").split("\nagencies:\n")
    first, *agencies = rest.split("\nword_classes:\n")[0].split("\n  - id: ")
    kept = "\n  - id: ".join([first.split("    aliases:")[0], *agencies[-2:]])
    path.write_text(f"{text}\nagencies:\n{kept}\n{RULES}", encoding="utf-8")


@pytest.fixture
def coded(stored: Project) -> Project:
    """A coded study, with a codebook of the shipped codes and of few other words."""
    shorten(stored.codebook_path)
    with open_coding(stored, "amina") as session:
        session.code_span("N1", Span(0, 21), "information-sharing")
        session.code_span("N1", Span(0, 21), "contact")
        session.code_span("N2", Span(0, 7), "contact")
    return stored


@pytest.fixture
def book(run: Runner, coded: Project) -> Callable[..., Any]:
    """Run `notecode codebook ARGS…` in the project."""

    def runner(*arguments: str) -> Any:
        return run("codebook", *arguments, cwd=coded.directory)

    return runner


@pytest.mark.parametrize("name", sorted(command.commands))
def test_every_command_has_help_with_an_example(name: str, run: Runner, tmp_path: Path) -> None:
    ran = run("codebook", name, "--help", cwd=tmp_path)
    assert ran.code == 0
    assert f"\n    notecode codebook {name}" in ran.out
    assert "\\b" not in ran.out


@pytest.mark.slow
def test_a_study_changes_its_codebook(book: Callable[..., Any], coded: Project) -> None:
    added = book("add", "waiting", "Waiting for him", "--under", "contact", "--why", "case C4")
    assert added.out == "add: added code waiting\n"
    assert book("define", "waiting", "--definition", "He does not come.").code == 0
    assert "no reason was given" in book("rename", "waiting", "Waited for").err
    assert "changed code waiting (parent)" in book("move", "waiting", "--top").out
    merged = book("merge", "contact", "information-sharing", "--why", "the same")
    assert "1 reference given another code" in merged.out
    assert (
        "1 reference that a coder had with both codes on one span: counted once now" in merged.out
    )
    undone = book("undo", "--by", "lead")
    assert "apart again" in undone.out
    assert "--why" in undone.err
    assert book("split", "contact", "made=Contact made", "tried").code == 0
    assert "retired" in book("history", "contact").out.partition("\n")[0]
    assert book("retire", "positioning").code == 0
    log = json.loads(book("log", "--json").out)
    actions = ["add", "define", "rename", "move", "merge", "undo", "split", "retire"]
    assert [event["action"] for event in log][-8:] == actions
    assert [event["action"] for event in log if event["state"] == "undone"] == ["merge"]
    assert log[-3]["author"] == "lead"
    assert len(json.loads(book("log", "--last", "2", "--json").out)) == 2
    text = book("log").out
    assert "merge (undone) by" in text
    assert "why: the same" in text
    check = book("check")
    assert check.code == 0
    assert "waiting for another look (notecode codebook queue): contact 2" in check.err


def test_an_edit_by_hand_is_told_by_the_next_command(
    run: Runner, book: Callable[..., Any], coded: Project
) -> None:
    path = coded.codebook_path
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("id: contact\n", "id: contacts\n"), encoding="utf-8")
    refused = book("check")
    assert refused.code == 4
    assert "no code 'contact'" in refused.err
    renamed = rename_id(text, "contact", "contacts").replace("    formerly: [contact]\n", "")
    path.write_text(renamed, encoding="utf-8")
    check = book("check")
    assert check.code == 0
    assert "contact is not in the file any more; its 2 references are kept" in check.err
    assert "notecode codebook rename contact --id NEW-ID" in check.err
    assert json.loads(book("check", "--json").out)["vanished"] == {"contact": 2}
    counts = run("counts", "--json", cwd=coded.directory)
    assert counts.code == 0
    assert book("rename", "contact", "--id", "contacts").code == 0
    assert json.loads(book("check", "--json").out)["vanished"] == {}
    log = json.loads(book("log", "--json").out)
    assert [event["action"] for event in log][-2:] == ["edited", "rename"]


def test_the_queue_is_listed_and_decided_on(book: Callable[..., Any], coded: Project) -> None:
    assert book("queue").out == "No reference waits for another look.\n"
    book("define", "contact", "--not-when", "Somebody else was met.")
    listed = book("queue")
    assert "2 references wait for another look" in listed.out
    assert "coded under another definition" in listed.out
    assert "T/C" not in listed.out
    first, second = json.loads(book("queue", "--json").out)
    assert (
        book("queue", "--keep", first["reference"], "--coder", "amina").out == "1 kept, 0 recoded\n"
    )
    assert book("queue", "--keep-all", "--code", "contact", "--coder", "amina", "--json").code == 0
    assert json.loads(book("queue", "--json").out) == []
    refused = book("queue", "--keep", "nobody", "--coder", "amina")
    assert refused.code == 10
    assert "1 decision refused" in refused.err
    assert book("queue", "--keep-all").code == 2
    assert second["code"] == "contact"


def test_versions_are_frozen_and_compared(book: Callable[..., Any]) -> None:
    assert book("freeze", "one", "--why", "double coding").code == 0
    assert json.loads(book("freeze", "two", "--json").out)["name"] == "two"
    assert book("freeze", "one").code == 2
    book("define", "contact", "--example", "Knocked thrice.")
    told = book("diff", "one")
    assert "1 difference" in told.out
    assert "+ Knocked thrice." in told.out
    assert json.loads(book("diff", "one", "two", "--json").out)["differences"] == []
    assert book("diff", "three").code == 2
    life = json.loads(book("history", "contact", "--json").out)
    assert life["references"] == 2
    assert book("history", "nobody").code == 2


def test_a_codebook_is_taken_elsewhere_and_back(book: Callable[..., Any], coded: Project) -> None:
    told = book("export", "--unsearched")
    assert ("codebook.html" in told.out, told.err) == (True, "NOT SEARCHED FOR: names of people\n")
    assert (coded.exports / "codebook.html").read_text().startswith("<!DOCTYPE html>")
    told = json.loads(book("export", "book.qdc", "--unsearched", "--json").out)
    assert told["file"].endswith("book.qdc")
    assert told["not_searched_for"] == "names of people"
    assert book("import", "book.qdc").out == "book.qdc: 0 entries changed\n"
    book("define", "contact", "--label", "Contacts")
    told = book("import", "book.qdc", "--dry-run")
    assert "1 entry would change" in told.out
    assert "+ Making and sustaining contact" in told.out
    assert json.loads(book("import", "book.qdc", "--json").out)[0]["id"] == "contact"
    made = book("import", "book.qdc", "--new", "own.yaml")
    assert "24 codes" in made.out
    assert book("check", "own.yaml").code == 0
    assert json.loads(book("import", "book.qdc", "--new", "2.yaml", "--json").out)["codes"] == 24


WRONG: list[tuple[list[str], int]] = [
    (["define", "contact"], 2),
    (["rename", "contact"], 2),
    (["move", "contact"], 2),
    (["move", "contact", "--top", "--under", "direct-work"], 2),
    (["move", "contact", "--before", "a", "--after", "b"], 2),
    (["retire", "nobody"], 2),
    (["add", "contact", "Again"], 4),
    (["add", "x", "X", "--key", "xx"], 4),
    (["split", "contact"], 2),
    (["export", "book.docx"], 2),
    (["import", "nothing.csv"], 3),
    (["import", "x.qdc", "--new", "y.yaml", "--dry-run"], 2),
    (["queue", "--apply", "nothing.jsonl"], 3),
]


@pytest.mark.parametrize(("arguments", "code"), WRONG, ids=lambda value: str(value)[:30])
def test_wrong_use_has_its_exit_code_and_changes_nothing(
    book: Callable[..., Any], coded: Project, arguments: list[str], code: int
) -> None:
    text = coded.codebook_path.read_text(encoding="utf-8")
    ran = book(*arguments)
    assert ran.code == code, ran.err
    assert ran.err.startswith("error:") or "Usage" in ran.err
    assert coded.codebook_path.read_text(encoding="utf-8") == text


def test_before_there_are_notes_the_codebook_can_be_changed(run: Runner, project: Project) -> None:
    ran = run("codebook", "retire", "positioning", "--why", "unused", cwd=project.directory)
    assert ran.code == 0
    ran = run("codebook", "undo", "--json", cwd=project.directory)
    assert json.loads(ran.out)["event"]["action"] == "undo"
    assert run("codebook", "undo", cwd=project.directory).code == 2


def test_while_the_file_is_broken_one_can_count_read_the_log_and_get_it_back(
    book: Callable[..., Any], coded: Project, run: Runner, caplog: pytest.LogCaptureFixture
) -> None:
    before = run("counts", "--by", "code", "--csv", cwd=coded.directory).out
    logged = book("log").out
    text = coded.codebook_path.read_text(encoding="utf-8")
    coded.codebook_path.write_text(f"{text}\ncodes: [\n", encoding="utf-8")
    counted = run("counts", "--by", "code", "--csv", cwd=coded.directory)
    assert (counted.code, counted.out) == (0, before)
    assert "the codebook has 1 problem" in caplog.messages[-1]
    assert "this is by the version before" in caplog.messages[-1]
    assert book("log").out == logged
    assert run("export", "--unsearched", cwd=coded.directory).code == 4, "no file by a guess"
    for step in ("undo", "redo"):
        refused = book(step)
        assert refused.code == 4
        assert "codebook.yaml, line " in refused.err
    (said,) = re.findall(r"`notecode codebook (export last.yaml[^`]+)`", refused.err)
    digest = said.split()[3]
    assert book(*said.split()).code == 0, "as it is printed"
    assert (coded.directory / "last.yaml").stat().st_mode & 0o777 == 0o600
    assert book("export", "last.yaml", "--version", digest, "--unsearched").code == 9, "not twice"
    (coded.directory / "last.yaml").replace(coded.codebook_path)
    assert coded.codebook_path.read_text(encoding="utf-8") == text
    assert book("check").code == 0


def test_an_exported_codebook_is_its_owners_alone_and_who_writes_it_is_told(
    book: Callable[..., Any], coded: Project
) -> None:
    refused = book("export", "x.html")
    assert refused.code == 2
    assert "every file" not in refused.err
    assert "on the terminal" in " ".join(refused.err.split())
    for form in ("html", "md", "csv", "xlsx", "qdc", "yaml"):
        done = book("export", f"x.{form}", "--unsearched")
        assert (done.code, done.err) == (0, "NOT SEARCHED FOR: names of people\n")
        assert (coded.directory / f"x.{form}").stat().st_mode & 0o777 == 0o600


def test_an_earlier_version_is_written_in_any_form(
    book: Callable[..., Any], coded: Project, tmp_path: Path
) -> None:
    book("freeze", "round 1")
    book("define", "contact", "--example", "Knocked thrice.")
    for file in ("now.md", "now.yaml"):
        assert book("export", file, "--unsearched").code == 0
        assert "Knocked thrice." in (coded.directory / file).read_text(encoding="utf-8")
    for file in ("then.md", "then.csv", "then.yaml"):
        assert book("export", file, "--unsearched", "--version", "round 1").code == 0
        assert "Knocked thrice." not in (coded.directory / file).read_text(encoding="utf-8-sig")
    assert book("check", "then.yaml").code == 0
    assert book("export", "x.md", "--unsearched", "--version", "round 2").code == 2
    named = tmp_path / "people.csv"
    named.write_text("case,id,role,first name,last name\nC1,P1,SU,Zebediah,Quillfeather\n")
    text = coded.codebook_path.read_text(encoding="utf-8")
    coded.codebook_path.write_text(f"# Ask Quillfeather.\n{text}", encoding="utf-8")
    assert book("export", "y.md", "--people", str(named)).code == 0
    assert book("export", "y.yaml", "--people", str(named)).code == 8, "its comments go too"


def test_a_new_entry_that_loses_its_key_is_told(book: Callable[..., Any], coded: Project) -> None:
    key = current_codebook(coded).code_by_id["contact"].key
    table = f"id,label,definition,key\nwaiting,Waiting,To wait.,{key}\n"
    (coded.directory / "more.csv").write_text(table, encoding="utf-8")
    told = book("import", "more.csv")
    assert told.code == 0
    assert f"waiting has no key: another has {key!r}" in told.err


def test_check_says_which_rules_wait_for_points(book: Callable[..., Any], coded: Project) -> None:
    assert "least" not in book("check").out
    rule = "  - id: adds-up\n    code: contact\n    enough: 3\n    least: 2\n"
    rule += "    points:\n      - 3 for knocked\n"
    text = coded.codebook_path.read_text(encoding="utf-8")
    coded.codebook_path.write_text(text.rstrip("\n") + "\n" + rule, encoding="utf-8")
    told = book("check")
    assert told.code == 0, told.err
    assert "as many points to suggest anything: contact (2; 1 other rule)" in told.out
    assert json.loads(book("check", "--json").out)["least"] == {"contact": [2, 1]}


def test_an_agency_can_have_another_label(book: Callable[..., Any], coded: Project) -> None:
    first, second, *_ = current_codebook(coded).agencies
    assert book("rename", first.id, "The first of them", "--why", "clearer").code == 0
    renamed = current_codebook(coded).agency_by_id[first.id]
    assert renamed == replace(first, label="The first of them")
    assert book("undo").code == 0
    assert current_codebook(coded).agency_by_id[first.id] == first
    refused = book("rename", first.id, second.label)
    assert (refused.code, "2 agencies would have the label" in refused.err) == (4, True)


def test_agencies_are_added_merged_and_told_by_command(
    book: Callable[..., Any], coded: Project
) -> None:
    first, second, *_ = current_codebook(coded).agencies
    text = coded.codebook_path.read_text(encoding="utf-8")
    new = ("--agency", "fire-service", "Fire service", "--alias", "fire brigade", "--role", "FF")
    added = book("add", *new, "--definition", "Fires.", "--after", first.id, "--why", "site 2")
    assert added.code == 0, added.err
    fire = current_codebook(coded).agency_by_id["fire-service"]
    assert ([alias.text for alias in fire.aliases], fire.roles) == (["fire brigade"], ("FF",))
    tried = book("merge", "fire-service", second.id, "--dry-run", "--json")
    assert json.loads(tried.out)["event"]["agencies"] == ["fire-service", second.id]
    assert book("merge", "fire-service", second.id, "--why", "one team").code == 0
    assert current_codebook(coded).agency_by_id["fire-service"].merged_into == second.id
    life = book("history", "fire-service")
    assert "Fire service · retired · 0 references now" in life.out
    assert "merged_into" in life.out
    assert book("restore", "fire-service").code == 0
    assert book("retire", "fire-service").code == 0
    for _ in range(4):
        assert book("undo").code == 0
    assert coded.codebook_path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "--agency", "fire", "Fire", "--under", "contact"),
        ("add", "--agency", "fire", "Fire", "--use-when", "Fires."),
        ("add", "fire", "Fire", "--alias", "brigade"),
    ],
)
def test_what_the_other_facet_has_is_refused(
    book: Callable[..., Any], arguments: tuple[str, ...]
) -> None:
    assert book(*arguments).code == 2
