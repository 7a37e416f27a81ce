"""One marked identity through sampling, labelling and evaluating: it stays in the labelled file."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from notecode.model import Span
from notecode.project import find_project
from notecode.project.evaluating.labelling import open_labelling

FIRST, LAST = "Zebediah", "Quillfeather"
MARKS = (FIRST, LAST, "900461")
TEXT = f"T/C to {FIRST} {LAST} on 07700 900461, no reply."


def marks_in(text: str) -> list[str]:
    return [mark for mark in MARKS if mark.casefold() in text.casefold()]


@pytest.fixture
def secure(tmp_path: Path) -> Path:
    folder = tmp_path / "secure"
    folder.mkdir()
    rows = "".join(f'N{n},C1,2017-03-0{n},"{TEXT}"\n' for n in range(1, 5))
    (folder / "notes.csv").write_text(f"note_id,case_id,note_date,note_text\n{rows}")
    (folder / "people.csv").write_text(
        f"case_id,person_id,role,first_name,last_name\nC1,P1,SU,{FIRST},{LAST}\n"
    )
    return folder


def test_nothing_of_the_identity_is_printed_or_comes_into_the_project(
    tmp_path: Path, secure: Path, run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    study = tmp_path / "study"
    given = (secure / "notes.csv", "--people", secure / "people.csv")
    labelled = secure / "label.jsonl"
    assert run("init", study, cwd=tmp_path).code == 0
    assert run("anonymise", *given, cwd=study).code == 0
    printed = [run("sample-for-labelling", *given, "--notes", "3", "-o", labelled, cwd=study)]
    session = open_labelling(labelled)
    for at, note in enumerate(session.notes):
        start = note.text.index(FIRST)
        label = session.label(at, Span(start, start + len(f"{FIRST} {LAST}")), "PERSON")
        session.say_who(at, label, "P1")
        session.set_done(at, done=True)
    evaluate = ("evaluate", "anonymisation", labelled, "--record")
    files = ("--predictions", "out.jsonl", "--errors", "errors.jsonl")
    printed.append(run(*evaluate, *files, cwd=study))
    export = ("--export", secure / "notes.csv")
    printed.append(run(*evaluate, "--no-roster", "--json", *export, cwd=study))
    printed.append(run("status", cwd=study))
    bad = secure / "bad.jsonl"
    bad.write_text(labelled.read_text().replace('"DIRECT"', f'"{LAST}"') + f"{FIRST}\n")
    printed.append(run("evaluate", "anonymisation", bad, cwd=study))
    assert [ran.code for ran in printed] == [0, 0, 0, 0, 3]
    for ran in printed:
        assert marks_in(ran.out + ran.err) == []
    kept = [path for path in (*study.rglob("*"), *temporary.rglob("*")) if path.is_file()]
    assert study / "out.jsonl" in kept
    for path in kept:
        assert marks_in(path.read_bytes().decode("utf-8", "replace")) == [], path.name
    assert sorted(path.name for path in secure.iterdir()) == [
        *("bad.jsonl", "label.jsonl", "notes.csv", "people.csv")
    ]
    from notecode.project.evaluating.anonymisation import recorded

    found = recorded(find_project(study))
    assert found is not None
    assert json.dumps(found).count("hits") > 10
