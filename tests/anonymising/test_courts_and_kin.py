"""Courts that are called by their town, and what relatives and clergy are called, stay."""

import pytest

from notecode.anonymising import Anonymiser
from notecode.anonymising.protection import Protection
from notecode.anonymising.words.spelling import tokens
from notecode.raw import Person, RawNote, Roster

COURTS = [
    ("remanded, walsall mags 18/12", ["walsall mags"]),
    ("at Leeds Magistrates Court on Monday", ["Leeds Magistrates Court"]),
    ("LINCOLN CROWN COURT SENTENCED HIM", ["LINCOLN CROWN COURT"]),
    ("Inner London Crown Court", ["Inner London Crown Court"]),
    ("before Magistrates today", []),
    ("Custody then Magistrates", []),
    ("lives in Walsall near the court", []),
    ("Quornby Crown Inn", []),
    ("magistrates in Leeds", []),
]


@pytest.mark.parametrize(("text", "expected"), COURTS)
def test_a_court_keeps_its_town(text: str, expected: list[str]) -> None:
    kept = Protection(()).spans(text, tokens(text))
    assert [text[span.start : span.end] for span in kept] == expected


PEOPLE = (
    Person(id="su", role="SU", first_name="Gethin", last_name="Prosserley", title="Mr"),
    Person(id="vs", role="VS", first_name="Mandeep", last_name="Dhaliwalla"),
    Person(id="c1", role="CHILD", first_name="Tia", last_name="Rashidan"),
    Person(id="idva", role="IDVA", first_name="Bethan", last_name="Oakesley"),
)
KIN = [
    ("Her Chacha Mandeep came.", "Her Chacha [PERSON_1] came."),
    ("His brother Mandeep came.", "His brother [PERSON_1] came."),
    ("Her friend Bethan came.", "Her friend [PERSON_1] came."),
    ("Saw old Gethin at the yard.", "Saw old [PERSON_1] at the yard."),
    ("Saw Mrs Prosserley at the yard.", "Saw Mrs [PERSON_1] at the yard."),
    ("Saw Mr Prosserley at the yard.", "Saw Mr [SU] at the yard."),
    ("Her daughter Tia Rashidan came.", "Her daughter [CHILD_1] came."),
    ("Her sister said Mandeep came.", "Her sister said [VS] came."),
    ("Her partner Gethin came.", "Her partner [SU] came."),
    ("Rang Bethan about it.", "Rang [IDVA_1] about it."),
]


@pytest.mark.parametrize(("text", "expected"), KIN)
def test_a_relative_of_the_name_is_somebody_else(
    anonymiser: Anonymiser, text: str, expected: str
) -> None:
    note = RawNote(id="n1", case_id="C", text=text)
    case = anonymiser.anonymise_case("C", "North", [note], Roster("C", PEOPLE))
    assert case.notes[0].note.text == expected
