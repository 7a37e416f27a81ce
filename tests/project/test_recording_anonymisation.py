"""The record for an ethics file, made from a real study."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from notecode.cli.anonymise_command import command
from notecode.errors import LeakError, ProjectError, UsageError
from notecode.project import Project, find_project
from notecode.project.anonymising.linking_key import destroy_linking_key
from notecode.project.anonymising.record import anonymisation_record, write_record
from notecode.project.anonymising.study import anonymise
from notecode.project.evaluating.anonymisation import MEASURED
from notecode.project.exporting.study import export
from notecode.project.importing import import_anonymised
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


def test_it_says_which_files_went_in_and_whom_they_lack(study: Project) -> None:
    (run,) = anonymisation_record(study).runs
    assert (run["what"], run["notes"], run["done"], run["refused"]) == ("anonymised", 3, 2, [])
    notes, people = run["files"]
    assert (notes["kind"], notes["name"], notes["rows"]) == ("notes", "notes.csv", 3)
    assert notes["bytes"] == len(NOTES)
    assert "text" in notes["columns"]
    assert (people["kind"], people["rows"]) == ("people", 2)
    assert run["without"] == {"SU": [], "VS": ["C1", "C2"]}
    assert run["by"]
    text = write_record(study)[0].read_text(encoding="utf-8")
    assert f"people file people.csv: {len(PEOPLE)} bytes, 2 rows" in text
    assert "no VS is listed for 2 cases: C1, C2" in text
    assert "Nothing was exported." in text


def test_the_name_of_a_file_may_name_somebody(project: Project, tmp_path: Path) -> None:
    export = tmp_path / "Zebediah_Quillfeather-notes.csv"
    export.write_text(NOTES, encoding="utf-8")
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    inputs = Inputs(exports=(export,), people=tmp_path / "people.csv")
    anonymise(project, inputs, lambda *_: None)
    assert b"Quillfeather" not in project.database_path.read_bytes()
    (run,) = anonymisation_record(project).runs
    assert run["files"][0]["name"] == "(its name looks like an identifier)"


def test_it_says_how_each_export_was_searched(study: Project, tmp_path: Path) -> None:
    export(study, unsearched=True)
    export(study, people=tmp_path / "people.csv")
    text = write_record(study)[0].read_text(encoding="utf-8")
    said = [line for line in text.splitlines() if " written: 0 references" in line]
    assert len(said) == 2
    assert "NOT SEARCHED FOR names of people" in said[0]
    assert "everybody in the people file" in said[1]
    assert "NOT SEARCHED" not in said[1]


def test_notes_that_came_already_anonymised_are_said_to_be(
    project: Project, tmp_path: Path
) -> None:
    path = tmp_path / "done.csv"
    path.write_text(
        "Note ID,Case Ref,Area,Contact Date,Contact Type,Role,Note\n"
        "N1,C1,North,03/02/2017,Telephone,Case Manager,[SU] rang [VS].\n"
    )
    import_anonymised(project, Inputs(exports=(path,)))
    text = write_record(project)[0].read_text(encoding="utf-8")
    assert "The notes of 1 of 1 cases came in as already" in text
    assert "as far as it was found" not in text
    assert "settings that were not kept" not in text
    assert "taken in as already anonymised, 1 notes of 1 cases read" in text
    assert "no people file was given" in text


def test_it_says_how_the_labelled_notes_were_drawn(study: Project) -> None:
    share = {"hits": 1, "total": 1, "value": 1.0, "low": 0.2, "high": 1.0}
    figures = {"notes": 2, "cases": 1, "direct": share}
    drawn = {"seed": 7, "by": "ann", "notes": 2, "frame": 40, "sites": 3}
    samples = [
        {"file": "a.jsonl", "lines": 2, "open": 1, "drawn": drawn},
        {"file": "b.jsonl", "lines": 5, "open": 0, "drawn": None},
    ]
    measured = {
        "at": "2026-01-02T10:00:00+00:00",
        "model": "m",
        "version": "1",
        "interval": "Wilson",
        "roster_given": True,
        "files": [{"file": "a.jsonl"}],
        "all": figures,
        "samples": samples,
        "recorded_by": "ann",
    }
    with study.database() as db:
        facts.save_fact(db, MEASURED, json.dumps(measured))
    text = write_record(study)[0].read_text(encoding="utf-8")
    assert "1 of its 2 notes labelled; drawn at random within each of 3 sites by ann" in text
    assert "2 of 40 notes, seed 7" in text
    assert "does not say that it was drawn at random" in text


def test_only_its_owner_may_read_it(study: Project) -> None:
    assert {path.stat().st_mode & 0o777 for path in write_record(study)} == {0o600}


def test_who_did_the_work_may_bear_a_name_of_a_case(study: Project, tmp_path: Path) -> None:
    """A worker of the name of a service user runs it, draws the sample, signs off and records."""
    name = "Oriel Thistlewood"
    notecode = study.directory / "notecode.toml"
    notecode.write_text(notecode.read_text("utf-8") + f'\n[coder]\nname = "{name}"\n', "utf-8")
    run = {**anonymisation_record(study).runs[0], "by": name}
    sample = {"file": "l.jsonl", "lines": 3, "open": 0}
    drawn = {"sites": 2, "by": name, "notes": 3, "frame": 3, "seed": 1}
    figures = {"all": {"notes": 3, "cases": 2}, "files": [], "roster_given": True, "model": "m"}
    figures |= {"at": "2024-01-01", "version": "1", "interval": "none", "recorded_by": name}
    with study.database() as db, db.writing():
        db.execute("INSERT INTO case_sign_offs VALUES ('C2', ?, '2024-01-03')", (name,))
    with study.database() as db:
        facts.save_fact(db, "run 000001", json.dumps(run))
        measured = {**figures, "samples": [{**sample, "drawn": drawn}]}
        facts.save_fact(db, MEASURED, json.dumps(measured))
    written = write_record(study, tmp_path / "people.csv")
    assert [path.read_text(encoding="utf-8").count(name) for path in written] == [5, 5]


def test_a_name_elsewhere_in_the_record_is_still_found(study: Project, tmp_path: Path) -> None:
    run = {**anonymisation_record(study).runs[0], "by": "Oriel Thistlewood"}
    run["without"] = {"VS": ["Oriel Thistlewood"]}
    with study.database() as db:
        facts.save_fact(db, "run 000001", json.dumps(run))
    with pytest.raises(LeakError):
        write_record(study, tmp_path / "people.csv")


def test_who_runs_it_is_asked_before_the_first_case(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "notes.csv").write_text(NOTES, encoding="utf-8")
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    inputs = Inputs(exports=(tmp_path / "notes.csv",), people=tmp_path / "people.csv")

    def nobody() -> str:
        raise OSError("No username set in the environment")

    monkeypatch.setattr("getpass.getuser", nobody)
    with pytest.raises(UsageError, match="no login name"):
        anonymise(project, inputs, lambda *_: None)
    assert not project.database_path.exists()
    monkeypatch.undo()

    def gone(*_: object) -> None:
        (tmp_path / "people.csv").unlink(missing_ok=True)

    anonymise(project, inputs, gone)
    assert [case.case_id for case in anonymisation_record(project).cases] == ["C1", "C2"]
    assert anonymisation_record(project).runs[0]["done"] == 2
