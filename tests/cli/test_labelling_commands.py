"""``notecode sample-for-labelling`` and ``notecode label``: what they print, refuse and return."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from notecode.project import Project

MARKED = "Quillfeather"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "notes.csv"
    rows = [
        f"N{n:02},C{n // 4},{'North' if n < 12 else 'South'},2017-03-{n + 1:02},{MARKED} rang ({n})"
        for n in range(16)
    ]
    path.write_text("\n".join(["note_id,case_id,site,note_date,note_text", *rows]) + "\n")
    return path


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(f"case_id,person_id,role,first_name,last_name\nC0,P1,SU,Dorian,{MARKED}\n")
    return path


def test_what_it_says(
    run: Callable[..., Any], project: Project, export: Path, people: Path, tmp_path: Path
) -> None:
    output = tmp_path / "label.jsonl"
    ran = run(
        *("sample-for-labelling", export, "--people", people, "--notes", "8", "-o", output),
        cwd=project.directory,
    )
    assert ran.code == 0, ran.err
    assert "8 notes of" in ran.out
    assert "seed 1" in ran.out
    assert "Sampling frame: 16 notes with text, of 4 cases" in ran.out
    assert "6 of       12 notes" in ran.out
    assert "IDENTIFIABLE" in ran.out
    assert f"Next: notecode label {output}" in ran.out
    assert "have no people" in ran.out
    assert MARKED not in ran.out + ran.err
    assert output.stat().st_mode & 0o777 == 0o600
    assert MARKED in output.read_text()


def test_json(
    run: Callable[..., Any], project: Project, export: Path, people: Path, tmp_path: Path
) -> None:
    output = tmp_path / "label.jsonl"
    ran = run(
        *("sample-for-labelling", export, "--people", people, "--notes", "40", "--seed", "3"),
        *("-o", output, "--json"),
        cwd=project.directory,
    )
    assert ran.code == 0
    data = json.loads(ran.out)
    assert data["notes"] == data["frame"]["notes"] == 16
    assert data["sites"][0] == {"site": "North", "notes": 12, "sampled": 12}
    assert (data["seed"], data["identifiable"]) == (3, True)
    assert MARKED not in ran.out + ran.err


def test_what_is_refused(
    run: Callable[..., Any], project: Project, export: Path, tmp_path: Path
) -> None:
    inside = run("sample-for-labelling", export, "-o", "exports/s.jsonl", cwd=project.directory)
    assert inside.code == 2
    assert "exports/ is what leaves" in inside.err
    there = run("sample-for-labelling", export, "-o", export, cwd=project.directory)
    assert there.code == 2
    outside = run("sample-for-labelling", export, "-o", tmp_path / "s.jsonl", cwd=tmp_path)
    assert outside.code == 5
    nowhere = run("sample-for-labelling", "no.csv", "-o", "../s.jsonl", cwd=project.directory)
    assert nowhere.code == 3
    (tmp_path / "file").write_text("", encoding="utf-8")
    unwritten = run(
        "sample-for-labelling", export, "-o", tmp_path / "file" / "s.jsonl", cwd=project.directory
    )
    assert unwritten.code == 11
    assert not list(tmp_path.glob("**/s.jsonl"))


def test_labelling_needs_a_terminal(run: Callable[..., Any], tmp_path: Path, export: Path) -> None:
    ran = run("label", export, cwd=tmp_path)
    assert ran.code == 2
    assert "terminal" in ran.err


def test_a_file_that_cannot_be_labelled(
    run: Callable[..., Any], tmp_path: Path, export: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    ran = run("label", export, cwd=tmp_path)
    assert ran.code == 3
    assert "line 1: not valid JSON" in ran.err
    assert MARKED not in ran.err


def test_help_has_examples(run: Callable[..., Any], tmp_path: Path) -> None:
    for command in ("sample-for-labelling", "label"):
        ran = run(command, "--help", cwd=tmp_path)
        assert ran.code == 0
        assert f"notecode {command} " in ran.out
