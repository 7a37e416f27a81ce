"""Ranks with surnames, venues, places, nationalities, logs: what a reader would recognise by."""

import pytest

from notecode.anonymising import Anonymiser
from notecode.raw import RawNote, Roster

NOTES = [
    ("PC Hargreaves and DC Frost came.", "PC [PERSON_1] and DC [PERSON_2] came."),
    ("Sgt Ward and Insp Wood rang.", "Sgt [PERSON_1] and Insp [PERSON_2] rang."),
    ("Nurse Bright said so.", "Nurse [PERSON_1] said so."),
    ("Judge Savage ordered it.", "Judge [PERSON_1] ordered it."),
    ("Nurse Practitioner rang.", "Nurse Practitioner rang."),
    ("Will Young at DWP rang.", "[PERSON_1] at DWP rang."),
    ("log ref 1042 of 11/3", "log ref [ID_1]"),
    ("CAD 233 of 12/4/17", "CAD [ID_1]"),
    ("seen at Broomfield A&E today", "seen at [PLACE_1] A&E today"),
    ("admitted to Broomfield, ward 3", "admitted to [PLACE_1], ward 3"),
    ("She is from Galway.", "She is from [PLACE_1]."),
    ("moved to Maldon, then back to Łódź", "moved to [PLACE_1], then back to [PLACE_2]"),
    ("he drinks in the Swan", "he drinks in [PLACE_1]"),
    ("met in the red lion", "met in [PLACE_1]"),
    ("bruises to the upper arms", "bruises to the upper arms"),
    ("BRUISES TO THE UPPER ARMS TODAY", "BRUISES TO THE UPPER ARMS TODAY"),
    ("heard at the Crown Court", "heard at the Crown Court"),
    ("he works at Tesco", "he works at [WORKPLACE_1]"),
    ("a shift at Bramley & Tate", "a shift at [WORKPLACE_1]"),
    ("she works for the council", "she works for the council"),
    ("He works at home.", "He works at home."),
    ("He is Polish, she is romanian.", "He is [NATIONALITY_1], she is [NATIONALITY_2]."),
    ("asked for a Kurdish interpreter", "asked for a [LANGUAGE_1] interpreter"),
    ("nail polish, no English", "nail polish, no [LANGUAGE_1]"),
    ("his family are polish", "his family are [NATIONALITY_1]"),
    ("white English male", "[NATIONALITY_1] [NATIONALITY_2] male"),
]


@pytest.mark.parametrize(("raw", "expected"), NOTES)
def test_indirect_identifiers(anonymiser: Anonymiser, raw: str, expected: str) -> None:
    note = RawNote(id="n1", case_id="C", text=raw, site="N")
    assert anonymiser.anonymise_case("C", "N", [note], Roster("C")).notes[0].note.text == expected
