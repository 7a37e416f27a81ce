"""A notes export -> raw notes, with every doubtful row reported."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from import_checks import find, note_row, only

from notecode.importing import read_notes
from notecode.model import CaseValue
from notecode.raw import RawNote
from notecode.settings import Layout

Write = Callable[..., Path]
LONG = "SU attended on time and we talked about his tenancy for most of the hour."


def test_a_row_becomes_a_note(notes_of: Write) -> None:
    row = note_row(1, id="000417", text="<p>T/C to OM</p>", type="Phone &amp; e-mail")
    export = read_notes(notes_of(row))
    assert export.notes == (
        RawNote(
            id="000417",
            case_id="C01",
            text="T/C to OM",
            site="North",
            date=date(2017, 2, 13),
            contact_type="Phone & e-mail",
            author_role="Case Manager",
            author="A Worker",
            row=2,
        ),
    )
    assert (export.rows, export.empty, export.repeated) == (1, 0, 0)
    assert export.cleaned.tags == 2
    assert export.problems == ()
    assert export.rosters == {}


def test_rows_without_id_or_case_are_fatal_and_named(notes_of: Write) -> None:
    export = read_notes(notes_of(note_row(1, id=""), note_row(2, case=" "), note_row(3)))
    missing_id = only(export.problems, "no id")
    missing_case = only(export.problems, "no case id")
    assert (missing_id.row, missing_id.column, missing_id.fatal) == (2, "Note ID", True)
    assert (missing_case.row, missing_case.column, missing_case.fatal) == (3, "Case Ref", True)
    assert [note.id for note in export.notes] == ["N003"]


def test_empty_notes_are_skipped_and_counted(notes_of: Write) -> None:
    rows = [note_row(1), note_row(2, text="  "), note_row(3, text="<p>&nbsp;</p>"), note_row(4)]
    export = read_notes(notes_of(*rows))
    assert export.empty == 2
    problem = only(export.problems, "without a text")
    assert "rows 3 and 4" in problem.message
    assert not problem.fatal


def test_exact_repeats_are_left_out_and_named(notes_of: Write) -> None:
    export = read_notes(notes_of(note_row(1), note_row(2), note_row(1), note_row(1)))
    assert export.repeated == 2
    assert [note.id for note in export.notes] == ["N001", "N002"]
    problem = only(export.problems, "same in every cell")
    assert "rows 4 and 5" in problem.message
    assert not problem.fatal


@pytest.mark.parametrize("change", [{"text": "Another text."}, {"case": "C02"}])
def test_one_id_for_two_notes_is_fatal(notes_of: Write, change: dict[str, str]) -> None:
    problem = only(
        read_notes(notes_of(note_row(1), note_row(1, **change))).problems, "same note id"
    )
    assert (problem.row, problem.fatal) == (3, True)
    assert "row 2" in problem.message


def test_one_note_with_other_details_is_kept_once(notes_of: Write) -> None:
    export = read_notes(notes_of(note_row(1), note_row(1, by="B Worker")))
    assert len(export.notes) == 1
    assert not only(export.problems, "the same note as in an earlier row").fatal


def test_bad_dates_are_named_and_the_note_is_kept(notes_of: Write) -> None:
    rows = [note_row(1, date="31/02/2017"), note_row(2), note_row(3, date="02/25/2017")]
    export = read_notes(notes_of(*rows))
    assert [note.date for note in export.notes] == [None, date(2017, 2, 13), None]
    assert [(p.row, p.column) for p in export.problems] == [
        (2, "Contact Date"),
        (4, "Contact Date"),
    ]


def test_an_order_of_dates_that_is_said_is_used(notes_of: Write) -> None:
    path = notes_of(note_row(1, date="02/03/2017"))
    assert find(read_notes(path).problems, "no date shows")
    export = read_notes(path, Layout(date_order="month-first"))
    assert export.notes[0].date == date(2017, 2, 3)
    assert export.problems == ()


def test_notes_without_ids_are_numbered_within_their_case(write: Write) -> None:
    rows = [["C1", LONG], ["C2", LONG], ["C1", ""], ["C1", f"{LONG} again"]]
    export = read_notes(write([["Case ID", "Note"], *rows]))
    assert [note.id for note in export.notes] == ["C1-1", "C2-1", "C1-3"]
    assert not only(export.problems, "no column of note ids").fatal


def test_name_columns_become_rosters(write: Write) -> None:
    headers = ["Note ID", "Case ID", "First name", "Surname", "Note"]
    rows = [
        ["1", "C1", "Bartholomew", "Quill", LONG],
        ["2", "C1", "Bart", "Quill", LONG],
        ["3", "C2", "", "", LONG],
        ["4", "C3", "", "Finch", ""],
    ]
    export = read_notes(write([headers, *rows]))
    assert sorted(export.rosters) == ["C1", "C3"]
    person = export.rosters["C1"].people[0]
    assert (person.id, person.role) == ("C1-SU", "SU")
    assert (person.first_name, person.last_name) == ("Bartholomew", "Quill")
    assert person.known_as == ("Bart Quill",)
    assert export.rosters["C3"].people[0].last_name == "Finch"


def test_a_full_name_is_split(write: Write) -> None:
    rows = [["C1", "Quill, Bartholomew", LONG], ["C2", "Mr Abel Finch", LONG]]
    rosters = read_notes(write([["Case ID", "Client name", "Note"], *rows])).rosters
    people = [rosters[case].people[0] for case in ("C1", "C2")]
    assert [(p.first_name, p.last_name) for p in people] == [
        ("Bartholomew", "Quill"),
        ("Abel", "Finch"),
    ]


def test_attributes_are_taken_when_they_are_asked_for(write: Write) -> None:
    headers = ["Note ID", "Case ID", "Gender", "Note"]
    rows = [["1", "C1", "", LONG], ["2", "C1", "male", LONG], ["3", "C1", "female", LONG]]
    path = write([headers, *rows])
    assert read_notes(path).values == ()
    export = read_notes(path, Layout(columns={"attribute:gender": ("Gender",)}))
    assert export.values == (CaseValue(case_id="C1", name="gender", state="value", value="male"),)
    assert only(export.problems, "another value").row == 4


def test_numbered_columns_beside_a_note_are_told(write: Write) -> None:
    rows = [["Case ID", "Note", "Note 2", "Note 3"], ["C1", LONG, LONG, LONG]]
    assert "Note 2, Note 3" in only(read_notes(write(rows)).problems, "numbered columns").message


def test_cases_that_may_be_names_are_told(notes_of: Write) -> None:
    problem = only(read_notes(notes_of(note_row(1, case="Quill"))).problems, "has a digit")
    assert problem.column == "Case Ref"


def test_a_thousand_bad_rows_are_told_in_a_few_lines(notes_of: Write) -> None:
    export = read_notes(notes_of(*[note_row(n, case="") for n in range(1000)]))
    assert len(export.problems) == 21
    assert "980 more rows" in export.problems[-1].message


def test_twenty_thousand_notes_take_a_moment(notes_of: Write) -> None:
    export = read_notes(notes_of(*[note_row(n, text=f"{LONG} {n}") for n in range(20_000)]))
    assert len(export.notes) == 20_000
    assert export.notes[-1].row == 20_001


def test_no_note_is_shown_by_repr(notes_of: Write) -> None:
    export = read_notes(notes_of(note_row(1, text="Marmaduke was seen at the office.")))
    assert "Marmaduke" not in f"{export!r} {export} {export.notes}"
