"""Drawing a sample to be labelled: who is drawn, what is written, where it may lie."""

import csv
import json
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.anonymising.evaluation.gold import read_unfinished
from notecode.errors import InputError, UsageError, WriteError
from notecode.project import Project
from notecode.project.anonymising.identifiable_files import refuse_exposed, write_private
from notecode.project.evaluating.sampling import Sample, sample_for_labelling, shares
from notecode.project.reading import Inputs


def write_notes(path: Path, rows: list[tuple[str, str, str, str]]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["note_id", "case_id", "site", "note_date", "author", "note_text"])
        for number, (note_id, case_id, site, text) in enumerate(rows):
            writer.writerow([note_id, case_id, site, f"2017-03-{number % 28 + 1:02}", "", text])
    return path


ROWS = [
    (f"N{n:03}", f"C{n // 5:02}", "North" if n < 60 else "South", f"Mabbott rang, day {n}.")
    for n in range(80)
]


@pytest.fixture
def export(tmp_path: Path) -> Path:
    return write_notes(tmp_path / "notes.csv", ROWS)


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(
        "person_id,case_id,role,first_name,last_name,known_as,dob,phone,crn\n"
        "P1,C00,SU,Dorian,Mabbott,Dozer; Mabbsy,01/02/1980,07700 900123,X123456\n"
        "P2,C00,OFFENDER_MANAGER,Ann,Pryce,,,,\n",
        encoding="utf-8",
    )
    return path


def draw(
    project: Project, export: Path, path: Path, people: Path | None = None, **options: int
) -> Sample:
    inputs = Inputs(exports=(export,), people=people)
    return sample_for_labelling(project, inputs, path, **{"notes": 20, "seed": 1, **options})


def ids(path: Path) -> list[str]:
    return [json.loads(line)["id"] for line in path.read_text().splitlines()]


def test_sites_share_the_sample(project: Project, export: Path, tmp_path: Path) -> None:
    sample = draw(project, export, tmp_path / "s.jsonl")
    assert [(s.site, s.notes, s.sampled) for s in sample.strata] == [
        ("North", 60, 15),
        ("South", 20, 5),
    ]
    assert (sample.notes, sample.frame, sample.cases) == (20, 80, 16)
    drawn = ids(tmp_path / "s.jsonl")
    assert len(set(drawn)) == 20
    assert sum(note_id < "N060" for note_id in drawn) == 15


def test_the_same_seed_draws_the_same_notes(project: Project, export: Path, tmp_path: Path) -> None:
    turned = write_notes(tmp_path / "turned.csv", ROWS)
    turned.write_text(
        "\n".join([(lines := turned.read_text().splitlines())[0], *lines[:0:-1]]) + "\n"
    )
    for name, file, seed in (("a", export, 1), ("b", turned, 1), ("c", export, 2)):
        draw(project, file, tmp_path / f"{name}.jsonl", seed=seed)
    assert ids(tmp_path / "a.jsonl") == ids(tmp_path / "b.jsonl")
    assert ids(tmp_path / "a.jsonl") != ids(tmp_path / "c.jsonl")


def test_every_note_is_as_likely(project: Project, export: Path, tmp_path: Path) -> None:
    drawn: Counter[str] = Counter()
    for seed in range(30):
        draw(project, export, tmp_path / f"{seed}.jsonl", seed=seed)
        drawn.update(ids(tmp_path / f"{seed}.jsonl"))
    assert len(drawn) >= 78  # a note is left out of all thirty once in 5,600 draws
    assert max(drawn.values()) <= 18


def test_a_line_is_all_that_evaluating_needs(
    project: Project, export: Path, people: Path, tmp_path: Path
) -> None:
    draw(project, export, tmp_path / "s.jsonl", people, notes=80)
    notes = {note.id: note for note in read_unfinished(tmp_path / "s.jsonl").notes}
    assert len(notes) == 80
    note = notes["N001"]
    assert (note.case_id, note.site, note.done, note.spans) == ("C00", "North", False, ())
    assert note.text == "Mabbott rang, day 1."
    su, om = note.roster
    assert (su.id, su.role, su.known_as) == ("P1", "SU", ("Dozer", "Mabbsy"))
    assert su.dob is not None
    assert su.phones == ("07700 900123",)
    assert su.identifiers == ("X123456",)
    assert om.first_name == "Ann"
    assert "marac" in [name.casefold() for name in note.agencies]
    assert notes["N079"].roster == ()


def test_the_people_come_back_as_they_were_read(
    project: Project, export: Path, people: Path, tmp_path: Path
) -> None:
    from notecode.project.reading import read_sources

    draw(project, export, tmp_path / "s.jsonl", people, notes=80)
    notes = {note.id: note for note in read_unfinished(tmp_path / "s.jsonl").notes}
    sources = read_sources(project, Inputs(exports=(export,), people=people))
    assert notes["N001"].roster == sources.rosters["C00"].people


def test_only_the_owner_may_read_it(project: Project, export: Path, tmp_path: Path) -> None:
    path = tmp_path / "s.jsonl"
    draw(project, export, path)
    assert path.stat().st_mode & 0o777 == 0o600


def test_nothing_comes_into_the_project(project: Project, export: Path, tmp_path: Path) -> None:
    draw(project, export, tmp_path / "s.jsonl")
    assert not project.database_path.exists()
    for file in project.directory.rglob("*"):
        assert file.is_dir() or b"Mabbott" not in file.read_bytes()


def test_more_than_there_is(project: Project, export: Path, tmp_path: Path) -> None:
    assert draw(project, export, tmp_path / "s.jsonl", notes=500).notes == 80


def test_blank_notes_are_outside_the_frame(project: Project, tmp_path: Path) -> None:
    export = write_notes(
        tmp_path / "notes.csv", [*ROWS[:3], ("N900", "C00", "North", " - "), *ROWS[3:6]]
    )
    sample = draw(project, export, tmp_path / "s.jsonl")
    assert (sample.frame, sample.blank) == (6, 1)
    only = write_notes(tmp_path / "blank.csv", [("N900", "C00", "North", "...")])
    with pytest.raises(InputError):
        draw(project, only, tmp_path / "t.jsonl")


def test_labels_are_not_overwritten(project: Project, export: Path, tmp_path: Path) -> None:
    path = tmp_path / "s.jsonl"
    path.write_text("labels")
    with pytest.raises(UsageError, match="already"):
        draw(project, export, path)
    assert path.read_text() == "labels"


def test_exports_is_refused(project: Project, export: Path) -> None:
    for path in (project.exports / "s.jsonl", project.exports / "deep" / "s.jsonl"):
        with pytest.raises(UsageError, match="exports/"):
            draw(project, export, path)
        assert not path.exists()


def test_a_link_into_exports_is_refused(project: Project, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere"
    link.symlink_to(project.exports)
    with pytest.raises(UsageError):
        refuse_exposed(link / "s.jsonl")


def test_a_git_work_tree_is_refused_unless_it_ignores_the_file(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / "deep").mkdir()
    for path in (tmp_path / "s.jsonl", tmp_path / "deep" / "s.jsonl"):
        with pytest.raises(UsageError, match="git"):
            refuse_exposed(path)
    (tmp_path / ".gitignore").write_text("deep/\n")
    refuse_exposed(tmp_path / "deep" / "s.jsonl")
    with pytest.raises(UsageError):
        refuse_exposed(tmp_path / "s.jsonl")


def test_without_git_to_ask_a_work_tree_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError):
        refuse_exposed(tmp_path / "s.jsonl")


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(WriteError):
        write_private(tmp_path / "file" / "s.jsonl", "x")


@given(st.lists(st.integers(0, 500), max_size=12), st.integers(0, 800))
def test_shares_add_up_and_stay_in_proportion(sizes: list[int], wanted: int) -> None:
    given_to = shares(sizes, wanted)
    assert sum(given_to) == min(wanted, sum(sizes))
    assert all(0 <= part <= size for part, size in zip(given_to, sizes, strict=True))
    if sum(sizes) and wanted >= sum(size > 0 for size in sizes):
        assert all(part for part, size in zip(given_to, sizes, strict=True) if size)


def test_shares_by_largest_remainder() -> None:
    assert shares([504, 353, 350], 20) == [8, 6, 6]
    assert shares([97, 1, 1], 10) == [8, 1, 1]
    assert shares([5, 5], 1) == [1, 0]
    assert shares([], 5) == []
