"""What is stored as given: ids, headers, sites and values that name somebody are refused."""

from pathlib import Path

import pytest

from notecode.errors import LeakError
from notecode.project import Project, find_project
from notecode.project.anonymising.record import write_record
from notecode.project.anonymising.study import anonymise
from notecode.project.reading import Inputs
from notecode.store import notes as stored_notes

HEAD = "Note ID,Case Ref,Area,Contact Date,Contact Type,Role,Note"
NOTES = (
    "N1,C1,North,03/02/2017,Telephone,Case Manager,T/C to Zebulah.\n"
    "N2,C2,South,03/03/2017,Telephone,Case Manager,No reply.\n"
)
PEOPLE = "case_id,person_id,role,first_name,last_name\nC1,P1,VS,Zebulah,Quornby\n"
CASES = "case_id,site,start_date,gender\nC1,North,2017-01-01,female\nC2,South,2017-02-01,male\n"


def run(
    project: Project, folder: Path, *, notes: str = NOTES, head: str = HEAD, cases: str = CASES
) -> None:
    for name, text in (("n.csv", f"{head}\n{notes}"), ("p.csv", PEOPLE), ("c.csv", cases)):
        (folder / name).write_text(text, encoding="utf-8")
    inputs = Inputs(exports=(folder / "n.csv",), people=folder / "p.csv", cases=folder / "c.csv")
    anonymise(find_project(project.directory), inputs, lambda *_: None)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"notes": NOTES.replace("N2", "ZebulahQuornby-3")}, "1 ids of notes or cases"),
        ({"notes": NOTES.replace("N2", "quornby-3")}, "1 ids of notes or cases"),
        ({"cases": CASES.replace("gender", "Children of Zebulah Quornby")}, "a column header"),
        ({"cases": CASES.replace("C2,South", "C2,[QUORNBY] South")}, None),
        ({"cases": CASES.replace("C1,North", "C1,[QUORNBY] North")}, "the case record"),
        ({"cases": CASES.replace("female", "[ZEBULAH]")}, "the case record"),
    ],
)
def test_a_name_in_what_is_stored_as_given_is_refused_and_not_shown(
    project: Project, tmp_path: Path, changes: dict[str, str], said: str | None
) -> None:
    if said is None:
        run(project, tmp_path, **changes)
        return
    with pytest.raises(LeakError, match=said) as caught:
        run(project, tmp_path, **changes)
    assert "ebulah" not in str(caught.value).lower()
    assert "quornby" not in str(caught.value).lower()
    assert not project.database_path.exists()
    assert "uornby" not in project.settings_path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "[ZEBULAH] was there, [QUORNBY] said.",
        "[ZEBULAH_1] and [[QUORNBY]] again; [ZEBULAH]'s",
        "Then [TEL 07700900123] rang about [ZEBULAH QUORNBY].",
    ],
)
def test_brackets_and_capitals_make_no_tag_of_a_name(
    project: Project, tmp_path: Path, text: str
) -> None:
    run(project, tmp_path, notes=f'N1,C1,North,03/02/2017,[QUORNBY],[ZEBULAH],"{text}"\n')
    with project.database() as db:
        (note,) = stored_notes.load_notes(db)
    stored = f"{note.text} {note.contact_type} {note.author_role}".lower()
    assert "zebulah" not in stored
    assert "quornby" not in stored
    assert "07700900123" not in stored
    assert "[vs]" in stored


def test_a_record_with_a_name_in_the_title_is_refused(project: Project, tmp_path: Path) -> None:
    run(project, tmp_path)
    settings = project.settings_path.read_text(encoding="utf-8")
    lines = [
        'title = "Evaluation for Zebulah Quornby"' if line.startswith("title") else line
        for line in settings.splitlines()
    ]
    project.settings_path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    named = find_project(project.directory)
    with pytest.raises(LeakError) as caught:
        write_record(named, people=tmp_path / "p.csv")
    assert "Zebulah" not in str(caught.value)
    assert not list(project.exports.glob("anonymisation-record*"))
