"""Memos in an export: a table beside the others, past the gate, and not where counts are small."""

import csv
import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from notecode.errors import LeakError, UsageError
from notecode.exporting import Selection
from notecode.memos import PROJECT, Thing
from notecode.model import Case, Note, Span
from notecode.project import Project
from notecode.project.coding import memos
from notecode.project.coding.session import open_coding
from notecode.project.exporting.study import export
from notecode.store.notes import StoredNote, save_anonymised_case

Runner = Callable[..., Any]
HARMLESS = "Merfyn,Zebrawood"


@pytest.fixture
def written(stored: Project) -> Project:
    """Memos of amina on everything, one of ben, and one on a reference that was deleted."""
    with open_coding(stored, "amina") as session:
        first = session.code_span("N1", Span(0, 9), "information-sharing").added[0]
        last = session.code_span("N1", Span(0, 3), "contact").added[0]
        for thing, text in (
            (Thing("reference", first.id), "- t/c, so =sharing;\nsee [[case:C1]]."),
            (Thing("reference", last.id), "Of the deleted one."),
            (Thing("note", "N2"), "On the note."),
            (Thing("case", "C1"), "On the case."),
            (Thing("code", "contact"), "On the code."),
            (PROJECT, "On the project."),
        ):
            memos.begin(session, thing).save(text)
        session.delete(last.id)
    with open_coding(stored, "ben") as session:
        session.code_span("N2", Span(0, 5), "contact")
        memos.begin(session, PROJECT).save("His.")
    return stored


@pytest.fixture
def many(stored: Project) -> Project:
    """Twelve cases with two codes each, and a memo."""
    for number in range(12):
        case_id = f"X{number:02}"
        note = Note(id=f"{case_id}-1", case_id=case_id, text="T/C to housing.")
        with stored.database() as db:
            case = Case(id=case_id, site="Site 1")
            save_anonymised_case(db, case, [StoredNote(note=note)], settings="test", now="2018")
        with open_coding(stored, "amina") as session:
            session.code_span(note.id, Span(0, 3), "information-sharing")
            session.code_span(note.id, Span(7, 14), "disruption")
            memos.begin(session, Thing("case", "X00")).save("On the case.")
    return stored


@pytest.fixture
def people(tmp_path: Path) -> Path:
    return people_file(tmp_path, HARMLESS)


def people_file(folder: Path, name: str) -> Path:
    path = folder / "people.csv"
    path.write_text(f"Case,Role,First name,Last name\nC1,SU,{name}\n")
    return path


def rows(project: Project) -> list[dict[str, str]]:
    with (project.exports / "memos.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def exported(project: Project, people: Path | None, **more: Any) -> set[str]:
    return {path.name for path in export(project, people=people, coder="all", **more)}


def test_memos_are_a_table_beside_the_others(written: Project, people: Path) -> None:
    names = exported(written, people, memos=True)
    assert {"memos.csv", "notecode_counts.xlsx", "references.csv"} <= names
    found = {row["memo_on"]: row for row in rows(written) if row["coder"] == "amina"}
    assert set(found) == {"reference", "note", "case", "code", "project"}
    reference = found["reference"]
    assert (reference["note_id"], reference["case_id"]) == ("N1", "C1")
    assert (reference["code"], reference["code_label"]) == (
        "information-sharing",
        "Information sharing",
    )
    with (written.exports / "references.csv").open(encoding="utf-8-sig", newline="") as file:
        assert reference["thing_id"] == next(csv.DictReader(file))["reference_id"]
    assert reference["text"] == "'- t/c, so =sharing;\nsee [[case:C1]]."
    assert (found["note"]["thing_id"], found["note"]["case_id"]) == ("N2", "C1")
    assert (found["code"]["thing_id"], found["code"]["note_id"]) == ("contact", "")
    assert (found["project"]["thing_id"], found["project"]["text"]) == ("", "On the project.")
    assert reference["created"] <= reference["changed"]
    assert len(rows(written)) == 6


def test_the_workbook_the_dictionary_and_the_package_have_them(
    written: Project, people: Path
) -> None:
    exported(written, people, memos=True)
    sheet = load_workbook(written.exports / "notecode_counts.xlsx")["Memos"]
    said = {cell.value for row in sheet.iter_rows() for cell in row}
    assert {"On the case.", "On the project.", "His."} <= said
    dictionary = (written.exports / "data_dictionary.csv").read_text(encoding="utf-8-sig")
    assert "\nmemos,text," in dictionary
    package = json.loads((written.exports / "datapackage.json").read_text())
    assert "memos.csv" in [resource["path"] for resource in package["resources"]]
    mode = (written.exports / "memos.csv").stat().st_mode
    assert stat.S_IMODE(mode) == 0o600


def test_of_one_coder_the_memos_of_that_coder_are_exported(written: Project, people: Path) -> None:
    export(written, people=people, coder="ben", memos=True)
    assert [row["text"] for row in rows(written)] == ["His."]


def test_without_being_asked_for_no_memo_leaves(written: Project, people: Path) -> None:
    names = exported(written, people)
    assert "memos.csv" not in names
    for path in written.exports.iterdir():
        assert b"On the case." not in path.read_bytes()


def test_memos_by_themselves(written: Project, people: Path) -> None:
    names = exported(written, people, selection=Selection(formats=("csv",), groups=("memos",)))
    assert names == {"README.txt", "data_dictionary.csv", "memos.csv", "datapackage.json"}


@pytest.mark.parametrize("rows_too", [False, True])
def test_where_small_counts_are_withheld_memos_are_left_out_and_that_is_said(
    many: Project, people: Path, rows_too: bool
) -> None:
    selection = Selection(single_rows=rows_too)
    names = exported(many, people, memos=True, suppress_below=2, selection=selection)
    assert "memos.csv" not in names
    sheets = load_workbook(many.exports / "notecode_counts.xlsx").sheetnames
    assert "Memos" not in sheets
    assert "Memos: left out: small counts are withheld" in (many.exports / "README.txt").read_text(
        encoding="utf-8"
    )
    for path in many.exports.iterdir():
        assert b"On the case." not in path.read_bytes()


def test_memos_are_not_written_unsearched_by_accident(written: Project) -> None:
    for more in ({"memos": True}, {"selection": Selection(groups=("memos",))}):
        with pytest.raises(UsageError, match="nothing to search"):
            export(written, coder="all", **more)  # type: ignore[arg-type]
    assert not list(written.exports.glob("*.csv"))
    assert "memos.csv" in exported(written, None, memos=True, unsearched=True)
    assert "NOT SEARCHED FOR" in (written.exports / "memos.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("words", ["Met Merfyn again.", "Rang 07700 900461.", "ring m@example.org"])
def test_an_identifier_in_a_memo_stops_the_export_by_ids_alone(
    written: Project, people: Path, words: str
) -> None:
    with open_coding(written, "ben") as session:
        writing = memos.begin(session, Thing("case", "C1"))
        writing.save(words)
        memo = writing.memo
    assert memo is not None
    with pytest.raises(LeakError) as caught:
        exported(written, people, memos=True)
    said = str(caught.value)
    assert f"memo {memo.id}" in said
    assert "memos" in said
    for word in ("Merfyn", "07700", "example.org"):
        assert word not in said
    assert not list(written.exports.glob("*.csv"))
    assert "references.csv" in exported(written, people)


def test_the_command_says_what_it_leaves_out(many: Project, people: Path, run: Runner) -> None:
    base = ("export", "--coder", "all", "--people", people)
    ran = run(*base, "--memos", cwd=many.directory)
    assert ran.code == 0, ran.err
    assert "memos.csv" in ran.out
    ran = run(*base, "--memos", "--suppress-below", "2", cwd=many.directory)
    assert ran.code == 0, ran.err
    assert "Memos are left out, since small counts are withheld." in ran.err
    assert "memos.csv" not in ran.out
    ran = run("export", "--coder", "all", "--memos", cwd=many.directory)
    assert ran.code == 2


def test_the_same_memos_make_the_same_bytes(written: Project, people: Path) -> None:
    exported(written, people, memos=True)
    first = (written.exports / "memos.csv").read_bytes()
    exported(written, people, memos=True)
    assert (written.exports / "memos.csv").read_bytes() == first
