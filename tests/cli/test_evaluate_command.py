"""``notecode evaluate anonymisation``: what it prints, writes and returns."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from notecode.project import Project

TEXT = "T/C to Quintrell Obafemi re Dorian, no reply. Rang 07700 900123."
HIDDEN = ("Quintrell", "Obafemi", "Dorian", "900123")


def gold_line(note_id: str = "N1") -> dict[str, Any]:
    def span(part: str, kind: str, **rest: str) -> dict[str, Any]:
        start = TEXT.index(part)
        place = {"start": start, "end": start + len(part)}
        return {**place, "type": kind, "identifier_type": "DIRECT", **rest}

    return {
        "id": note_id,
        "case_id": "C1",
        "text": TEXT,
        "roster": [
            {"id": "om", "role": "OM", "first_name": "Quintrell", "last_name": "Obafemi"},
            {"id": "su", "role": "SU", "first_name": "Dorian"},
        ],
        "spans": [
            span("Quintrell Obafemi", "PERSON", entity="om"),
            span("Dorian", "PERSON", entity="su"),
            span("07700 900123", "PHONE"),
        ],
    }


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(gold_line()) + "\n")
    return path


def test_the_table(run: Callable[..., Any], tmp_path: Path, gold: Path) -> None:
    ran = run("evaluate", "anonymisation", gold, cwd=tmp_path)
    assert ran.code == 0, ran.err
    lines = ran.out.splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[0] == "1 hand-labelled note of 1 case: 11 words, 3 identifiers"
    assert any(line.split()[:3] == ["direct", "identifiers", "100.0%"] for line in lines)
    assert any(line.strip().startswith("phone numbers") for line in lines)
    assert "none" in ran.out
    assert "Wilson" in ran.out
    assert not any(word in ran.out + ran.err for word in HIDDEN)


def test_several_files(run: Callable[..., Any], tmp_path: Path, gold: Path) -> None:
    second = tmp_path / "a-second-file-of-labelled-notes-with-a-long-name.jsonl"
    second.write_text(gold.read_text() * 1)
    ran = run("evaluate", "anonymisation", gold, second, "--no-roster", cwd=tmp_path)
    assert ran.code == 0
    assert "without the people file" in ran.out
    assert "By file" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_json_and_files(run: Callable[..., Any], tmp_path: Path, gold: Path) -> None:
    ran = run(
        *("evaluate", "anonymisation", gold, "--json"),
        *("--predictions", "out.jsonl", "--errors", "errors.jsonl"),
        cwd=tmp_path,
    )
    assert ran.code == 0
    data = json.loads(ran.out)
    assert data["all"]["direct"]["hits"] == 3
    assert data["all"]["direct"]["low"] < 1 == data["all"]["direct"]["value"]
    assert data["files"][0]["file"] == "gold.jsonl"
    assert data["roster_given"] is True
    predicted = json.loads((tmp_path / "out.jsonl").read_text())
    assert [span["person"] for span in predicted["spans"]] == ["om", "su", None]
    assert (tmp_path / "errors.jsonl").read_text() == ""
    everything = ran.out + ran.err + (tmp_path / "out.jsonl").read_text()
    assert not any(word in everything for word in HIDDEN)


def test_it_records_in_a_project(run: Callable[..., Any], stored: Project, gold: Path) -> None:
    ran = run("evaluate", "anonymisation", gold, "--record", cwd=stored.directory)
    assert ran.code == 0
    assert "codebook" in ran.out
    from notecode.project.evaluating.anonymisation import recorded

    assert recorded(stored) is not None


def test_recording_needs_a_project(run: Callable[..., Any], tmp_path: Path, gold: Path) -> None:
    ran = run("evaluate", "anonymisation", gold, "--record", cwd=tmp_path)
    assert ran.code == 5


def test_problems_by_line(run: Callable[..., Any], tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    broken = gold_line()
    broken["spans"][0]["end"] = 999
    bad.write_text(json.dumps(broken) + "\n{oops\n")
    ran = run("evaluate", "anonymisation", bad, cwd=tmp_path)
    assert ran.code == 3
    assert "line 1: spans[1]: ends at 999" in ran.err
    assert "line 2: not valid JSON" in ran.err
    assert not any(word in ran.err for word in HIDDEN)


def test_a_model_that_is_not_there(run: Callable[..., Any], tmp_path: Path, gold: Path) -> None:
    ran = run("evaluate", "anonymisation", gold, "--model", "en_nothing_xx", cwd=tmp_path)
    assert ran.code == 7


def test_help_has_examples(run: Callable[..., Any], tmp_path: Path) -> None:
    for words in (["evaluate"], ["evaluate", "anonymisation"]):
        ran = run(*words, "--help", cwd=tmp_path)
        assert ran.code == 0
    assert "notecode evaluate anonymisation labelled.jsonl" in ran.out
