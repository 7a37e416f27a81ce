"""A people file -> rosters: names, numbers and roles as exports write them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from import_checks import find, only

from notecode.importing import read_people
from notecode.importing.people import split_name
from notecode.importing.roles import OTHER, ROLES, known_role
from notecode.raw import Person

Write = Callable[..., Path]
HEADERS = (
    "case_id person_id role title first_name last_name known_as dob phone email address crn nhs"
)


def person_row(**cells: str) -> list[str]:
    """A row under ``HEADERS``, blank but for case, person, role, a name and ``cells``."""
    row = dict.fromkeys(HEADERS.split(), "")
    row |= {"case_id": "C1", "person_id": "P1", "role": "SU", "first_name": "Abel"}
    return list({**row, **cells}.values())


@pytest.fixture
def people_of(write: Write) -> Callable[..., Path]:
    """Write a people file with the sample's headers."""
    return lambda *rows: write([HEADERS.split(), *rows])


def test_a_row_becomes_a_person(people_of: Write) -> None:
    row = person_row(
        role="Service User",
        title="Mr",
        last_name="Quill-Finch",
        known_as="Abe; Quilly",
        dob="3/5/80",
        phone="07700 900123 / 0113 496 0000",
        email="abel@example.org;a.quill@example.com",
        address="1 High Street\nLeeds; 2 Low Road, York",
        crn="X123456",
        nhs="9434765919",
    )
    read = read_people(people_of(row))
    assert read.rosters["C1"].people == (
        Person(
            id="P1",
            role="SU",
            first_name="Abel",
            last_name="Quill-Finch",
            known_as=("Abe", "Quilly"),
            title="Mr",
            dob=date(1980, 5, 3),
            phones=("07700 900123", "0113 496 0000"),
            emails=("abel@example.org", "a.quill@example.com"),
            addresses=("1 High Street, Leeds", "2 Low Road, York"),
            identifiers=("X123456", "9434765919"),
        ),
    )
    assert read.problems == ()


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("Service User", "SU"),
        ("service-user", "SU"),
        ("Perpetrator", "SU"),
        ("victim/survivor", "VS"),
        ("V/S", "VS"),
        ("Victim", "VS"),
        ("Idva", "IDVA"),
        ("PO", "OFFENDER_MANAGER"),
        ("Probation Officer", "OFFENDER_MANAGER"),
        ("OM", "OFFENDER_MANAGER"),
        ("Officer in the case", "OIC"),
        ("social worker", "SOCIAL_WORKER"),
        ("SW", "SOCIAL_WORKER"),
        ("Case Manager", "CASE_MANAGER"),
        ("case_manager", "CASE_MANAGER"),
        ("Son", "CHILD"),
        ("Mother", "FAMILY"),
        ("Housing lead", "HOUSING_LEAD"),
        ("dog-walker", "DOG_WALKER"),
    ],
)
def test_roles(people_of: Write, written: str, role: str) -> None:
    read = read_people(people_of(person_row(role=written)))
    assert read.rosters["C1"].people[0].role == role
    assert read.problems == ()


def test_every_role_is_known_by_its_own_name() -> None:
    assert [known_role(role) for role in ROLES] == list(ROLES)
    assert [known_role(role.replace("_", " ").lower()) for role in ROLES] == list(ROLES)


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("", "no role"),
        ("Quill's neighbour", "holds a name"),
        ("friend of the family who comes round", "long or holds"),
    ],
)
def test_a_role_that_could_not_be_printed_is_replaced(
    people_of: Write, role: str, words: str
) -> None:
    rows = [person_row(role=role), person_row(person_id="P2", last_name="Quill")]
    read = read_people(people_of(*rows))
    assert read.rosters["C1"].people[0].role == OTHER
    problem = only(read.problems, words)
    assert (problem.row, problem.fatal) == (2, False)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Abel Quill", ("", "Abel", "Quill")),
        ("Mr Abel John Quill", ("Mr", "Abel John", "Quill")),
        ("Dr. Quill", ("Dr.", "", "Quill")),
        ("Quill, Abel", ("", "Abel", "Quill")),
        ("Quill, Mrs Abel", ("Mrs", "Abel", "Quill")),
        ("Abel", ("", "Abel", "")),
        ("", ("", "", "")),
    ],
)
def test_names_in_one_cell(name: str, parts: tuple[str, str, str]) -> None:
    assert split_name(name) == parts


def test_several_cases_and_people_keep_the_file_s_order(people_of: Write) -> None:
    rows = [
        person_row(person_id="P2"),
        person_row(case_id="C2", person_id="P2", role="IDVA"),
        person_row(person_id="P1", role="VS"),
    ]
    rosters = read_people(people_of(*rows)).rosters
    assert [person.id for person in rosters["C1"].people] == ["P2", "P1"]
    assert [person.role for person in rosters["C2"].people] == ["IDVA"]


def test_people_without_ids_are_numbered(people_of: Write) -> None:
    rows = [person_row(person_id=""), person_row(person_id="", role="VS", first_name="Eve")]
    people = read_people(people_of(*rows)).rosters["C1"].people
    assert [person.id for person in people] == ["C1-P1", "C1-P2"]


def test_missing_cases_and_repeated_ids_are_fatal(people_of: Write) -> None:
    rows = [person_row(case_id=""), person_row(), person_row(first_name="Eve"), person_row()]
    problems = read_people(people_of(*rows)).problems
    no_case = only(problems, "no case id")
    assert (no_case.row, no_case.column, no_case.fatal) == (2, "case_id", True)
    repeated = only(problems, "same person id")
    assert (repeated.row, repeated.column, repeated.fatal) == (4, "person_id", True)
    assert "row 5" in only(problems, "same in every cell").message


def test_a_row_that_says_nothing_is_told(people_of: Write) -> None:
    rows = [person_row(first_name=""), person_row(person_id="P2", first_name="", crn="X1")]
    assert only(read_people(people_of(*rows)).problems, "neither a name").row == 2


def test_words_for_nothing_are_no_identifiers(people_of: Write) -> None:
    row = person_row(crn="N/A", nhs="unknown", phone="not known", address="-", known_as="none")
    person = read_people(people_of(row)).rosters["C1"].people[0]
    assert not any((person.identifiers, person.phones, person.addresses, person.known_as))


def test_an_impossible_birthday_is_told(people_of: Write) -> None:
    problem = only(read_people(people_of(person_row(dob="31/02/1980"))).problems, "no date")
    assert (problem.row, problem.column) == (2, "dob")


def test_a_file_of_service_users_alone(write: Write) -> None:
    rows = [["Person ID", "Forename", "Surname", "PNC ID"], ["77", "Abel", "Quill", "12/34567A"]]
    read = read_people(write(rows))
    assert read.rosters["77"].people[0].identifiers == ("12/34567A",)
    assert find(read.problems, "no role")


def test_roles_and_births_are_told_by_contents(write: Write) -> None:
    rows = [
        ["R1", "SU", "Abel Quill", "03/05/1980"],
        ["R1", "VS", "Eve Finch", "14/11/1984"],
        ["R2", "Idva", "Ada Wren", "21/01/1979"],
        ["R2", "OM", "Ida Crane", "30/09/1990"],
        ["R2", "Lodger", "Una Teal", "07/07/2012"],
    ]
    read = read_people(write([["Ref", "Part", "Name", "Born"], *rows]))
    assert read.layout.columns == {
        "case": ("Ref",),
        "role": ("Part",),
        "name": ("Name",),
        "dob": ("Born",),
    }
    assert [p.role for p in read.rosters["R2"].people] == ["IDVA", "OFFENDER_MANAGER", "LODGER"]
    assert read.rosters["R1"].people[0].dob == date(1980, 5, 3)


@pytest.mark.parametrize(
    "days",
    [
        ["03/05/2024", "14/11/2025", "21/01/2026"],
        ["03/05/1980 10:15", "14/11/1999 09:30", "21/01/2003 16:00"],
        ["03/05/2003", "14/11/2003", "21/01/2004"],
    ],
)
def test_other_dates_are_no_births(write: Write, days: list[str]) -> None:
    rows = [[f"R{n}", "SU", day] for n, day in enumerate(days)]
    read = read_people(write([["Case ID", "Role", "Wann"], *rows]))
    assert "dob" not in read.layout.columns


def test_people_without_roles_are_told_once(write: Write) -> None:
    rows = [[f"C{n}", f"Forename{n}", "Quill"] for n in range(40)]
    read = read_people(write([["Case ID", "First name", "Surname"], *rows]))
    (problem,) = read.problems
    assert "[PERSON_n]" in problem.message
    assert '--column people.role="Header"' in problem.hint
    assert '[layout.people] role = "Header"' in problem.hint


def test_blank_roles_are_named_in_one_line(people_of: Write) -> None:
    rows = [person_row(person_id=f"P{n}", role="") for n in range(3)]
    rows.append(person_row(person_id="P9"))
    problem = only(read_people(people_of(*rows)).problems, "no role")
    assert "rows 2, 3 and 4 (3 rows)" in problem.message


def test_a_file_without_any_column_of_names_is_refused(write: Write) -> None:
    read = read_people(write([["case_id", "role", "dob"], ["C1", "SU", "3/5/1980"]]))
    (problem,) = [each for each in read.problems if each.fatal]
    assert "no column of names" in problem.message
    assert "people.last_name" in problem.hint


@pytest.mark.parametrize("header", ["first_name", "last_name", "name", "known_as"])
def test_one_column_of_names_is_enough(write: Write, header: str) -> None:
    read = read_people(write([["case_id", "role", header], ["C1", "SU", "Abel"]]))
    assert not [each for each in read.problems if each.fatal]
