"""Courts that are called by their town, and what relatives and clergy are called, stay."""

import pytest

from notecode.anonymising import Anonymiser
from notecode.anonymising.leak_check import find_leaks
from notecode.anonymising.protection import Protection
from notecode.anonymising.words.spelling import tokens
from notecode.raw import Person, RawNote, Roster

AGENCIES = ("Walsall Magistrates", "Leeds Magistrates' Court", "Lincoln Crown Court")
COURTS = [
    ("remanded, walsall mags 18/12", ["walsall mags"]),
    ("at Leeds Magistrates Court on Monday", ["Leeds Magistrates Court"]),
    ("Oxford magistrates tomorrow", ["magistrates"]),
    ("sentence at Newport Crown Court", ["Crown Court"]),
    ("LINCOLN CROWN COURT SENTENCED HIM", ["LINCOLN CROWN COURT"]),
    ("Inner London Crown Court", ["Inner London Crown Court"]),
    ("before Magistrates today", []),
    ("Custody then Magistrates", []),
    ("lives in Walsall near the court", []),
    ("Quornby Crown Inn", []),
    ("magistrates in Leeds", []),
]


@pytest.mark.parametrize(("text", "expected"), COURTS)
def test_a_court_that_is_an_agency_keeps_its_town(text: str, expected: list[str]) -> None:
    kept = Protection((), AGENCIES).spans(text, tokens(text))
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


@pytest.mark.parametrize(
    "word", ["Imam", "Nani", "Sheikh", "Haji", "Dona", "Abba", "Pastor", "Mam", "Gda"]
)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rang {0} Quarrington today.", "Rang [SU] today."),
        ("Her {0} Quarrington rang.", "Her [SU] rang."),
        ("Rang {0} today.", "Rang [SU] today."),
        ("{0} Quarrington's sister.", "[SU]'s sister."),
    ],
)
def test_what_relatives_and_clergy_are_called_may_be_a_listed_name(
    anonymiser: Anonymiser, word: str, text: str, expected: str
) -> None:
    roster = Roster("C", (Person(id="su", role="SU", first_name=word, last_name="Quarrington"),))
    note = RawNote(id="n1", case_id="C", text=text.format(word))
    case = anonymiser.anonymise_case("C", "North", [note], roster)
    assert case.notes[0].note.text == expected
    assert find_leaks([("n1", case.notes[0].note.text)], [roster]) == []


STRANGERS = [
    ("Saw Nani Oakesley at home.", "Saw [PERSON_1] at home."),
    ("Saw her Nani Oakesley at home.", "Saw her Nani [PERSON_1] at home."),
    ("Spoke to the Imam Yusuf Oakesley.", "Spoke to the Imam [PERSON_1]."),
    ("Rang Sheikh Oakesley about it.", "Rang [PERSON_1] about it."),
    # A title is nobody's name, and what stands before a listed name is no part of it.
    ("Spoke to Mme Kapinga Oakesley.", "Spoke to Mme [PERSON_1]."),
    ("He said Dadcu Gethin left.", "He said Dadcu [SU] left."),
]


@pytest.mark.parametrize(("text", "expected"), STRANGERS)
def test_a_strangers_name_is_cut_only_behind_a_lead(
    anonymiser: Anonymiser, text: str, expected: str
) -> None:
    note = RawNote(id="n1", case_id="C", text=text)
    case = anonymiser.anonymise_case("C", "North", [note], Roster("C", PEOPLE))
    assert case.notes[0].note.text == expected
