"""Evaluating as a use case: which agencies are kept, what is written, what is recorded."""

import json
from pathlib import Path
from typing import Any

import pytest

from notecode.anonymising import Anonymiser
from notecode.errors import InputError, ProjectError, WriteError
from notecode.project import Project
from notecode.project.evaluating import anonymisation as evaluating

TEXT = "Kestrel House rang about Dorian Mabbott, then Beacon Lodge did. Zorbwick too."


def gold_line(note_id: str = "N1", case_id: str = "C1", **changes: object) -> dict[str, object]:
    start = TEXT.index("Dorian")
    span = {"start": start, "end": start + 14, "type": "PERSON", "identifier_type": "DIRECT"}
    other = TEXT.index("Zorbwick")
    return {
        "id": note_id,
        "case_id": case_id,
        "site": "North",
        "text": TEXT,
        "roster": [{"id": "su", "role": "SU", "first_name": "Dorian", "last_name": "Mabbott"}],
        "agencies": ["Kestrel House"],
        "spans": [
            {**span, "entity": "su"},
            {**span, "start": other, "end": other + 8, "entity": "friend"},
        ],
        "must_not_mask": [{"start": 0, "end": 13}],
        **changes,
    }


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(gold_line()) + "\n")
    return path


@pytest.fixture
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_outside_a_project_the_agencies_of_the_notes_are_kept(outside: Path, gold: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    measured = evaluating.measure([gold], progress=lambda *step: seen.append(step))
    assert (measured.codebook, measured.with_roster) == (False, True)
    assert measured.every.kept[:2] == (1, 1)
    assert measured.every.roster_people[:2] == (1, 1)
    assert seen == [(1, 1, "notes")]


def test_in_a_project_its_codebook_counts_too(
    project: Project, gold: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = project.codebook_path.read_text()
    assert "aliases:" in book
    monkeypatch.chdir(project.directory)
    measured = evaluating.measure([gold])
    assert measured.codebook
    assert measured.model == project.settings.model
    assert evaluating.measure([gold], directory=project.directory).codebook


def test_a_directory_that_is_named_must_be_a_project(outside: Path, gold: Path) -> None:
    with pytest.raises(ProjectError):
        evaluating.measure([gold], directory=outside)


def test_without_the_roster_it_is_still_known_who_was_in_it(outside: Path, gold: Path) -> None:
    measured = evaluating.measure([gold], with_roster=False)
    assert measured.every.roster_people.total == 1
    assert measured.every.right_person[:2] == (0, 1)
    assert measured.as_json()["roster_given"] is False


def test_the_problems_of_all_files(outside: Path, gold: Path) -> None:
    bad = outside / "bad.jsonl"
    bad.write_text("{}\n")
    with pytest.raises(InputError) as one:
        evaluating.measure([gold, bad])
    assert len(one.value.problems) == 1
    with pytest.raises(InputError) as both:
        evaluating.measure([bad, outside / "nowhere.jsonl", gold])
    assert [str(problem) for problem in both.value.problems] == [
        "bad.jsonl, line 1: lacks id, case_id, text, spans",
        f"{outside / 'nowhere.jsonl'}: cannot be read",
    ]


def test_files_are_scored_together_and_apart(outside: Path, gold: Path) -> None:
    other = outside / "other.jsonl"
    other.write_text(json.dumps(gold_line(spans=[])) + "\n")
    measured = evaluating.measure([gold, other])
    assert measured.every.cases == 2
    assert [(name, each.direct.total) for name, each in measured.files] == [
        ("gold.jsonl", 2),
        ("other.jsonl", 0),
    ]
    assert [each.id for each in measured.predictions] == ["N1", "N1"]


def test_files_of_predictions_and_differences_hold_no_text(outside: Path, gold: Path) -> None:
    measured = evaluating.measure([gold], with_roster=False)
    evaluating.write_predictions(outside / "out.jsonl", measured.predictions)
    evaluating.write_differences(outside / "errors.jsonl", measured.every.differences)
    written = (outside / "out.jsonl").read_text() + (outside / "errors.jsonl").read_text()
    for word in ("Dorian", "Mabbott", "Zorbwick", "Kestrel"):
        assert word not in written
    (line,) = (outside / "out.jsonl").read_text().splitlines()
    assert list(json.loads(line)) == ["id", "spans", "flags"]
    for line in (outside / "errors.jsonl").read_text().splitlines():
        assert {"id", "case_id", "mistake", "type", "start", "end"} <= set(json.loads(line))


def test_a_file_that_cannot_be_written(outside: Path) -> None:
    with pytest.raises(WriteError):
        evaluating.write_predictions(outside / "no" / "out.jsonl", [])


def test_the_figures_are_recorded_for_the_report(
    stored: Project, gold: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert evaluating.recorded(stored) is None
    measured = evaluating.measure([gold], directory=stored.directory)
    evaluating.record(measured, stored.directory)
    kept = evaluating.recorded(stored)
    assert kept is not None
    at = str(kept.pop("at"))
    assert at.endswith("+00:00")
    assert kept.pop("recorded_by")
    assert kept.pop("samples") == [{"file": "gold.jsonl", "lines": 1, "open": 0, "drawn": None}]
    assert kept == json.loads(json.dumps(measured.as_json()))
    assert kept["all"]["direct"]["total"] == 2  # type: ignore[index]
    assert "Mabbott" not in json.dumps(kept)


def test_there_is_nowhere_to_record_before_notes_are_stored(project: Project, gold: Path) -> None:
    assert evaluating.recorded(project) is None
    with pytest.raises(ProjectError, match="nothing is stored"):
        evaluating.record(evaluating.measure([gold]), project.directory)


def test_figures_hold_every_measure(outside: Path, gold: Path) -> None:
    figures = evaluating.figures(evaluating.measure([gold]).every)
    assert "differences" not in figures
    assert json.loads(json.dumps(figures)) is not None
    assert list(figures["direct"]) == ["hits", "total", "value", "low", "high"]  # type: ignore[call-overload]
    types = figures["types"]
    assert isinstance(types, dict)
    assert types["PERSON"]["recall"]["total"] == 2


def test_the_other_notes_of_a_case_go_along(
    project: Project, gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = tmp_path / "notes.csv"
    rows = [
        "N0,C1,North,2017-03-01,Met his uncle Pawel at the office.",
        f'N1,C1,North,2017-03-02,"{TEXT}"',
        "N9,C9,North,2017-03-02,Nothing of note.",
    ]
    export.write_text("\n".join(["note_id,case_id,site,note_date,note_text", *rows]) + "\n")
    seen: list[list[tuple[str, str]]] = []
    plain = Anonymiser.anonymise_case

    def watched(self: Anonymiser, case_id: str, site: str, notes: Any, roster: Any) -> Any:
        seen.append([(note.text, note.site) for note in notes])
        return plain(self, case_id, site, notes, roster)

    monkeypatch.setattr(Anonymiser, "anonymise_case", watched)
    measured = evaluating.measure([gold], directory=project.directory, exports=[export])
    assert seen == [[(TEXT, "0: North"), ("Met his uncle Pawel at the office.", "0: North")]]
    assert measured.every.notes == 1
    assert [prediction.id for prediction in measured.predictions] == ["N1"]
    assert measured.whole_cases
    assert not evaluating.measure([gold], directory=project.directory).whole_cases


def test_an_export_without_the_labelled_notes(project: Project, gold: Path, tmp_path: Path) -> None:
    export = tmp_path / "notes.csv"
    head = "note_id,case_id,note_date,note_text\n"
    export.write_text(f"{head}N7,C1,2017-03-01,Something else.\n")
    with pytest.raises(InputError, match="none of the labelled notes"):
        evaluating.measure([gold], directory=project.directory, exports=[export])
    second = json.dumps(gold_line("N7", text="Something else.", spans=[], must_not_mask=[]))
    gold.write_text(f"{gold.read_text()}{second}\n")
    measured = evaluating.measure([gold], directory=project.directory, exports=[export])
    assert [problem.message for problem in measured.warnings] == [
        "1 of 2 labelled notes are not in the export"
    ]
