"""The record for an ethics file, made from a real study."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from notecode.cli.anonymise_command import command
from notecode.errors import LeakError, ProjectError
from notecode.project import Project, find_project
from notecode.project.anonymising.linking_key import destroy_linking_key
from notecode.project.anonymising.record import anonymisation_record, write_record
from notecode.project.anonymising.study import anonymise
from notecode.project.reading import Inputs
from notecode.project.status import project_status
from notecode.store import facts

NOTES = (
    "Note ID,Case Ref,Area,Contact Date,Contact Type,Role,Note\n"
    "N1,C1,North,03/02/2017,Telephone,Case Manager,T/C to Zebediah Quillfeather on 4/2/2017.\n"
    "N2,C1,North,09/02/2017,Email,Case Manager,Quillfeather attended.\n"
    "N3,C2,South,03/03/2017,Telephone,Case Manager,Rang Oriel Thistlewood. No reply.\n"
)
PEOPLE = (
    "case_id,person_id,role,first_name,last_name\n"
    "C1,P1,SU,Zebediah,Quillfeather\nC2,P2,SU,Oriel,Thistlewood\n"
)


@pytest.fixture
def study(project: Project, tmp_path: Path) -> Project:
    (tmp_path / "notes.csv").write_text(NOTES, encoding="utf-8")
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    inputs = Inputs(exports=(tmp_path / "notes.csv",), people=tmp_path / "people.csv")
    anonymise(project, inputs, lambda *_: None)
    return find_project(project.directory)


def test_it_counts_what_is_stored(study: Project) -> None:
    record = anonymisation_record(study)
    assert [(case.case_id, case.notes) for case in record.cases] == [("C1", 2), ("C2", 1)]
    assert record.masks == {"DATE": 1, "PERSON": 3}
    assert sum(record.recognisers.values()) == sum(record.masks.values())
    ((settings, cases),) = record.settings
    assert cases == 2
    assert settings["language model version"] == "3.8.0"
    assert settings["presidio-analyzer"]
    assert record.measured is None
    assert "beside the database" in record.linking_key
    destroy_linking_key(study)
    assert "destroyed" in anonymisation_record(study).linking_key


def test_no_original_is_in_it(study: Project) -> None:
    for path in write_record(study):
        text = path.read_text(encoding="utf-8")
        assert "C1" in text
        for name in ("Zebediah", "Quillfeather", "Oriel", "Thistlewood", "P1", "4/2/2017"):
            assert name not in text


def test_reviews_are_in_it(study: Project) -> None:
    with study.database() as db, db.writing():
        db.execute("INSERT INTO note_reviews VALUES ('N1', 'reviewed', 'ola', '2024-01-02')")
        db.execute("INSERT INTO case_sign_offs VALUES ('C2', 'ben', '2024-01-03')")
    record = anonymisation_record(study)
    assert [(each.reviewer, each.notes) for each in record.reviewers] == [("ben", 0), ("ola", 1)]
    assert [(c.reviewed, c.signed_off_by) for c in record.cases] == [(1, ""), (0, "ben")]


def test_a_case_id_that_identifies_stops_the_record(study: Project) -> None:
    with study.database() as db, db.writing():
        db.execute("PRAGMA defer_foreign_keys = ON")
        for table, column in (("anonymised_cases", "case_id"), ("notes", "case_id")):
            db.execute(f"UPDATE {table} SET {column} = 'AB123456C' WHERE {column} = 'C2'")
        db.execute("UPDATE pseudonyms SET case_id = 'AB123456C' WHERE case_id = 'C2'")
        db.execute("UPDATE cases SET id = 'AB123456C' WHERE id = 'C2'")
    study.exports.mkdir(exist_ok=True)
    before = sorted(study.exports.iterdir())
    with pytest.raises(LeakError) as caught:
        write_record(study)
    assert "AB123456C" not in str(caught.value)
    assert sorted(study.exports.iterdir()) == before


def test_without_notes_there_is_nothing_to_record(project: Project) -> None:
    with pytest.raises(ProjectError, match="nothing was anonymised"):
        write_record(project)


def test_the_command_writes_and_prints_it(study: Project) -> None:
    runner = CliRunner()
    done = runner.invoke(command, ["--report", "--json", "--project", str(study.directory)])
    assert done.exit_code == 0, done.output
    assert json.loads(done.output)["masks"] == {"DATE": 1, "PERSON": 3}
    assert (study.exports / "anonymisation-record.md").exists()
    lacking = runner.invoke(command, ["--project", str(study.directory)])
    assert lacking.exit_code == 2
    assert "EXPORT" in lacking.output


def test_it_says_when_the_vault_was_destroyed(study: Project) -> None:
    assert "not kept by notecode" in anonymisation_record(study).originals
    with study.database() as db:
        facts.log_event(db, "vault destroyed", "gone", "2024-05-06T07:08:09+00:00")
    originals = anonymisation_record(study).originals
    assert "kept in a vault until 2024-05-06, destroyed on 2024-05-06" in originals
    assert project_status(study).vault_destroyed.startswith("2024-05-06")


def test_status_names_the_review_while_flags_are_open(study: Project) -> None:
    with study.database() as db, db.writing():
        db.execute("DELETE FROM flags")
    assert project_status(study).next_step == "notecode suggest"
    with study.database() as db, db.writing():
        db.execute("INSERT INTO flags VALUES ('N1', 0, 3, 'a guess')")
    assert project_status(study).next_step.startswith("notecode review EXPORT")
    with study.database() as db, db.writing():
        for note in ("N1", "N2", "N3"):
            db.execute("INSERT INTO note_reviews VALUES (?, 'reviewed', 'ola', '2024')", (note,))
    assert project_status(study).next_step == "notecode suggest"
