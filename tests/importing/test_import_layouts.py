"""Which column is what: known layouts without help, and what is said against a proposal."""

from collections.abc import Callable
from pathlib import Path

import pytest
from import_checks import HEADERS, note_row

from notecode.errors import InputError
from notecode.importing import propose_layout, read_cases, read_notes, read_people, read_table
from notecode.importing.columns import is_known, is_personal, squash, stage_of
from notecode.settings import Layout

Write = Callable[..., Path]

LONG = "SU attended on time and we talked about his tenancy for most of the hour."
SHARED = Path(__file__).parents[2].parent / "shared" / "data"


def columns(path: Path, kind: str = "notes", layout: Layout | None = None) -> dict[str, str]:
    """The one header taken for each field."""
    table = read_table(path, layout)
    proposal = propose_layout(table, kind, layout)  # type: ignore[arg-type]
    assert all(choice.reason for choice in proposal.choices)
    taken = {header for headers in proposal.layout.columns.values() for header in headers}
    assert taken.isdisjoint(proposal.left_out)
    return {name: "+".join(headers) for name, headers in proposal.layout.columns.items()}


def test_the_sample_s_headers(write: Write) -> None:
    assert columns(write([HEADERS, note_row(1), note_row(2)])) == {
        "id": "Note ID",
        "case": "Case Ref",
        "site": "Area",
        "date": "Contact Date",
        "contact_type": "Contact Type",
        "author": "Recorded By",
        "author_role": "Role",
        "text": "Note",
    }


def test_a_mosaic_like_layout(write: Write) -> None:
    headers = ["id", "person_id", "note_type", "title", "created_on", "created_by"]
    headers += ["last_updated_by", "note"]
    rows = [
        [f"88{n}", f"P{n % 2}", "Visit", "Home visit", "13/02/2017 09:30", "jb", "jb", LONG]
        for n in range(4)
    ]
    path = write([headers, *rows])
    assert columns(path) == {
        "id": "id",
        "case": "person_id",
        "contact_type": "note_type",
        "date": "created_on",
        "author": "created_by",
        "text": "note",
    }
    assert read_notes(path).left_out == ("title", "last_updated_by")


@pytest.mark.parametrize(
    ("contacts", "taken"),
    [
        (["13/02/2017", "14/02/2017", "02/03/2017"], "date"),
        (["Telephone", "Visit", "Telephone"], "contact_type"),
        (["K001", "K002", "K003"], "id"),
    ],
)
def test_a_charitylog_layout_is_told_by_contents(
    write: Write, contacts: list[str], taken: str
) -> None:
    rows = [["Smith John", f"R{n // 2}", contacts[n], f"{LONG} {n}"] for n in range(3)]
    found = columns(write([["Client", "Referral", "Contact", "Action"], *rows]))
    assert found == {
        "su_name": "Client",
        "case": "Referral",
        taken: "Contact",
        "text": "Action",
    }


def test_of_two_texts_the_long_one_is_the_note(write: Write) -> None:
    rows = [["C1", "N", LONG], ["C2", "Y", LONG]]
    assert columns(write([["Case ID", "Note", "Details"], *rows]))["text"] == "Details"


@pytest.mark.parametrize("header", ["note", "Note", "note id", "id", "ref", "Case note"])
def test_a_column_headed_so_that_holds_ids_is_that_of_the_ids(write: Write, header: str) -> None:
    rows = [[str(n), f"C{n % 2}", "13/02/2017", LONG] for n in range(1, 9)]
    found = columns(write([[header, "case", "date", "text"], *rows]))
    assert found["id"] == header
    assert found["text"] == "text"


def test_a_column_headed_note_that_holds_no_ids_is_not_that_of_the_ids(write: Write) -> None:
    rows = [[("yes", "no")[n % 2], f"C{n % 3}", "13/02/2017", LONG] for n in range(1, 9)]
    path = write([["note", "case", "date", "text"], *rows])
    assert "id" not in columns(path)
    (warning,) = [p for p in read_notes(path).problems if "no column of note ids" in p.message]
    assert "--column id=HEADER" in warning.hint


def test_headers_that_resemble_known_ones(write: Write) -> None:
    headers = ["Notte ID", "Case Refs", "Contact Datte", "Case Notte"]
    found = columns(
        write([headers, ["N1", "C1", "13/02/2017", LONG]]),
        layout=Layout(header_row=1, columns={"text": ("Case Notte",), "id": ("Notte ID",)}),
    )
    assert found == dict(zip(("id", "case", "date", "text"), headers, strict=True))


def test_contents_speak_for_headers_nobody_knows(write: Write) -> None:
    headers = ["Case Ref", "Role", "Wann", "Was", "DOB"]
    rows = [[f"C{n}", "CM", "13/02/2017", LONG, "13/02/1980"] for n in range(5)]
    found = columns(write([headers, *rows]))
    assert (found["date"], found["text"]) == ("Wann", "Was")


def test_a_single_id_is_the_case_s(write: Write) -> None:
    assert columns(write([["ID", "Notes"], ["1", LONG], ["2", LONG]])) == {
        "case": "ID",
        "text": "Notes",
    }


def test_what_is_said_stands_and_the_rest_is_proposed(write: Write) -> None:
    path = write([[*HEADERS, "Summary"], [*note_row(1), LONG]])
    said = Layout(columns={"text": ("summary",), "author": ()})
    found = columns(path, layout=said)
    assert found["text"] == "Summary"
    assert found["author"] == ""
    assert found["case"] == "Case Ref"
    export = read_notes(path, said)
    assert export.notes[0].text == LONG
    assert export.notes[0].author == ""
    assert {"Note", "Recorded By"} <= set(export.left_out)


def test_the_layout_that_comes_back_reads_the_same(write: Write) -> None:
    path = write([HEADERS, note_row(1)])
    first = read_notes(path)
    again = read_notes(path, first.layout)
    assert (again.layout, again.notes) == (first.layout, first.notes)


def test_a_header_that_is_said_and_not_there_is_an_error_with_all_of_them(write: Write) -> None:
    said = Layout(
        columns={"text": ("Words",), "case": ("File",), "id": ("Note ID",), "site": ("Area",)}
    )
    with pytest.raises(InputError) as caught:
        read_notes(write([HEADERS, note_row(1)]), said)
    assert [p.message.split(",")[0] for p in caught.value.problems] == [
        "no column 'Words'",
        "no column 'File'",
    ]
    assert "Contact Date" in str(caught.value)


def test_a_needed_column_that_is_missing_says_how_to_name_it(write: Write) -> None:
    rows = [["Contact Date", "Contact Type", "Role"], ["13/02/2017", "Phone", "CM"]]
    with pytest.raises(InputError) as caught:
        read_notes(write(rows))
    message = str(caught.value)
    for words in ("caseid", "casenote", "Contact Type", "[layout.notes]", "--column case="):
        assert words in message
    assert len(caught.value.problems) == 2


@pytest.mark.parametrize("stem", ["note", "Note ", "Case Note 0", "contact_"])
def test_numbered_notes_get_a_clear_hint(write: Write, stem: str) -> None:
    rows = [["Case ID", f"{stem}1", f"{stem}2", f"{stem}3"], ["C1", LONG, LONG, ""]]
    with pytest.raises(InputError, match="3 numbered columns") as caught:
        read_notes(write(rows))
    assert "one note a row" in caught.value.hint


def test_the_case_file_s_other_columns_are_attributes(write: Write) -> None:
    headers = [
        "case_id",
        "site",
        "start_date",
        "end_date",
        "gender",
        "Engagement (3 months)",
        "SU surname",
    ]
    rows = [["C1", "North", "13/02/2017", "13/12/2017", "male", "good", "Smith"]]
    found = columns(write([headers, *rows]), "cases")
    assert found == {
        "case": "case_id",
        "site": "site",
        "start": "start_date",
        "end": "end_date",
        "attribute:gender": "gender",
        "attribute:Engagement (3 months)": "Engagement (3 months)",
    }


def test_people_in_several_columns(write: Write) -> None:
    headers = [
        "Case ID",
        "Forename",
        "Surname",
        "Address 1",
        "Address 2",
        "Postcode",
        "Tel",
        "Mobile",
        "CRN",
        "NHS number",
    ]
    rows = [["C1", "A", "B", "1 X St", "Y", "Z1 1ZZ", "1", "2", "X1", "9"]]
    found = columns(write([headers, *rows]), "people")
    assert found["address"] == "Address 1+Address 2+Postcode"
    assert found["phone"] == "Tel+Mobile"
    assert found["identifier"] == "CRN+NHS number"


@pytest.mark.parametrize("reader", [read_notes, read_people, read_cases])
def test_a_header_alone_is_a_fatal_problem_and_no_error(
    write: Write, reader: Callable[[Path], object]
) -> None:
    read = reader(write([HEADERS]))
    fatal = [p.message for p in read.problems if p.fatal]  # type: ignore[attr-defined]
    assert fatal == ["the file has no rows: there is a header and no row below it"]


@pytest.mark.skipif(not SHARED.exists(), reason="the simulator's notes are not beside the project")
def test_the_simulator_s_notes_are_read_without_help() -> None:
    export = read_notes(SHARED / "case_note_simulator" / "synthetic-case-notes.csv")
    assert len(export.notes) == len({note.case_id for note in export.notes}) == 500
    assert export.notes[0].id == f"{export.notes[0].case_id}-1"
    assert len(export.rosters) == 500
    assert all(roster.people[0].role == "SU" for roster in export.rosters.values())
    assert not any(problem.fatal for problem in export.problems)


@pytest.mark.parametrize(
    ("header", "name", "stage"),
    [
        ("Engagement (intake)", "Engagement", "intake"),
        ("engagement (3m)", "engagement", "3 months"),
        ("Severity of abuse (6 Months)", "Severity of abuse", "6 months"),
        ("x (exit)", "x", "closure"),
        ("Age (years)", "Age (years)", ""),
        ("gender", "gender", ""),
        ("(intake)", "(intake)", ""),
    ],
)
def test_name_and_stage(header: str, name: str, stage: str) -> None:
    assert stage_of(header) == (name, stage)


def test_headers_are_compared_without_case_and_signs() -> None:
    assert squash("  Note_ID (no.) ") == "noteidno"
    assert is_known("NoteID")
    assert not is_known("Marmaduke")


@pytest.mark.parametrize(
    ("header", "personal"),
    [
        ("Partner's first name", True),
        ("SU DOB", True),
        ("Home phone", True),
        ("NHS", True),
        ("title", True),
        ("gender", False),
        ("children", False),
        ("ethnicity", False),
    ],
)
def test_columns_that_identify_people(header: str, personal: bool) -> None:
    assert is_personal(header) is personal
