"""The record for an ethics file: what it says in each state of a study, and never an original."""

import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from notecode.exporting import Artefact
from notecode.exporting.anonymisation_record import (
    RECORD,
    RECORD_JSON,
    AnonymisationRecord,
    RecordedCase,
    Reviewer,
    record_artefacts,
)

CASE = RecordedCase(
    case_id="C1",
    finished="2024-03-05T10:00:00+00:00",
    notes=3,
    words=1_250,
    masks={"PERSON": 12, "DATE": 4},
    flags=2,
    reviewed=0,
    signed_off_by="",
    signed_off_at="",
)
RECORD_NOW = AnonymisationRecord(
    project="Study | one",
    made_at="2024-03-06T09:00:00+00:00",
    version="9.9",
    synthetic=False,
    settings=(({"notecode": "9.9", "language model": "en_x", "spacy": ""}, 2),),
    cases=(CASE, replace(CASE, case_id="C2", masks={"PERSON": 1, "PHONE": 1_000})),
    recognisers={"roster": 13, "date": 4},
    reviewers=(),
    originals="kept in the vault",
    linking_key="kept in the vault",
)
SHARE = {"hits": 985, "total": 1_000, "value": 0.985, "low": 0.975, "high": 0.991}
MEASURED: dict[str, Any] = {
    "at": "2024-03-01T08:00:00+00:00",
    "model": "en_x",
    "version": "9.9",
    "roster_given": True,
    "interval": "95%, Wilson",
    "all": {
        "notes": 100,
        "cases": 8,
        "direct": SHARE,
        "kept": {"hits": 0, "total": 0, "value": None, "low": None, "high": None},
    },
    "files": [{"file": "labelled.jsonl"}],
}


def written(artefact: Artefact) -> str:
    with TemporaryDirectory() as folder:
        artefact.write(Path(folder) / artefact.name)
        return (Path(folder) / artefact.name).read_text(encoding="utf-8")


def read(record: AnonymisationRecord) -> str:
    (readable, _) = record_artefacts(record)
    assert readable.name == RECORD
    return written(readable)


def test_totals_are_the_sums_of_the_cases() -> None:
    text = read(RECORD_NOW)
    assert RECORD_NOW.masks == {"DATE": 4, "PERSON": 13, "PHONE": 1_000}
    assert "2 cases, 6 notes, 2,500 words" in text
    assert "| PHONE | 1,000 |" in text
    assert "| C1 | 2024-03-05 | 3 | 1,250 | 4 | 12 | 0 | 2 | 0 | no |" in text
    assert "- 2 cases under: notecode 9.9, language model en_x\n" in text, (
        "unknown versions are out"
    )


def test_it_says_so_if_nobody_reviewed_and_nothing_was_measured() -> None:
    text = read(RECORD_NOW)
    assert "**Nobody has reviewed these notes.** 4 doubtful places" in text
    assert "**Not measured on this study's notes.**" in text
    assert "pseudonymised, not anonymous" in text
    assert "SYNTHETIC" not in text
    assert "**SYNTHETIC DATA:**" in read(replace(RECORD_NOW, synthetic=True))


def test_reviewers_and_their_decisions_are_named() -> None:
    reviewed = replace(
        RECORD_NOW,
        cases=(replace(CASE, reviewed=3, signed_off_by="Ola", signed_off_at="2024-03-06T11:00"),),
        reviewers=(
            Reviewer(
                reviewer="Ola",
                notes=3,
                decisions={"mask": 2, "dismiss": 5},
                first="2024-03-05T09:00",
                last="2024-03-06T11:00",
            ),
            Reviewer(reviewer="Ben", notes=0, decisions={}, first="2024-03-06", last="2024-03-06"),
        ),
    )
    text = read(reviewed)
    assert "3 of 3 notes were looked at by a person, 1 of\n1 cases are signed off" in text
    assert "| Ola | 3 | mask 2, dismiss 5 | 2024-03-05 to 2024-03-06 |" in text
    assert "| Ben | 0 | none |" in text
    assert "| Ola 2024-03-06 |" in text


def test_measured_figures_carry_base_and_interval_and_the_undefined_is_said() -> None:
    text = read(replace(RECORD_NOW, measured=MEASURED))
    assert "on 100 hand-labelled notes of\n8 cases (labelled.jsonl), with the people file" in text
    assert "| direct identifiers masked | 98.5% | 97.5 to 99.1 | 985 of 1,000 |" in text
    assert "| protected words that stayed | undefined: nothing of the kind was labelled |" in text
    assert "Not measured" not in text


@pytest.mark.parametrize("measured", [None, MEASURED])
def test_the_same_for_programs(measured: dict[str, Any] | None) -> None:
    (_, data) = record_artefacts(replace(RECORD_NOW, measured=measured))
    assert data.name == RECORD_JSON
    read_back = json.loads(written(data))
    assert read_back["masks"] == RECORD_NOW.masks
    assert read_back["settings"] == [
        {"notecode": "9.9", "language model": "en_x", "spacy": "", "cases": 2}
    ]
    assert read_back["measured"] == measured
    assert [case["case_id"] for case in read_back["cases"]] == ["C1", "C2"]


def test_a_bar_in_a_cell_does_not_break_its_table() -> None:
    odd = replace(RECORD_NOW, cases=(replace(CASE, case_id="C|1"),))
    assert "| C\\|1 |" in read(odd)


def test_every_line_is_there_for_the_gate() -> None:
    for artefact in record_artefacts(RECORD_NOW):
        lines = [text for _, text in artefact.says[0].parts()]
        assert lines == written(artefact).splitlines()
