"""Initials that stand beside the name they are those of, and rows of initials."""

import pytest
from case_checks import found_by, named

from notecode.anonymising.people.introduced_initials import beside_names, in_rows
from notecode.anonymising.people.short_names import ShortNames
from notecode.anonymising.words.dictionary import Dictionary
from notecode.raw import Person


@pytest.mark.parametrize(
    ("text", "name", "letters"),
    [
        ("J.Whitcombe (JWH), R Holt", "J.Whitcombe", ["jwh"]),
        ("Delyth ap Huwson (DaH - SW)", "Delyth ap Huwson", ["dah"]),
        ("DC Gethin Pryce - GP - rang", "Gethin Pryce", ["gp"]),
        ("present wilf marshe wm, hope", "wilf marshe", ["wm"]),
        ("Sana Bibi (Health, SB), chair", "Sana Bibi", ["sb"]),
        ("Gethin Pryce (OM) rang", "Gethin Pryce", []),
        ("wilf marshe to ring", "wilf marshe", []),
        ("Gethin (GP) rang", "Gethin", []),
        ("Gethin Pryce. GP rang", "Gethin Pryce", []),
    ],
)
def test_letters_beside_a_name(text: str, name: str, letters: list[str]) -> None:
    assert [found for _, found, _ in beside_names(text, [named(text, name)])] == letters


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("TAF: DC GL JP BQ and the head", ["dc", "gl", "jp", "bq"]),
        ("GL, JP + DC came", ["gl", "jp", "dc"]),
        ("SU GL JP met", ["gl", "jp"]),
        ("OM SW DC were told", []),
        ("GL JP rang", []),
        ("TOLD DC GL JP BQ", []),
    ],
)
def test_an_abbreviation_in_a_row_of_initials(text: str, letters: list[str]) -> None:
    assert list(in_rows(text, {"dc", "gl", "jp", "bq"})) == letters


def test_introduced_letters_stand_for_the_person_throughout(dictionary: Dictionary) -> None:
    text = "DC Gethin Pryce - GP - rang. Told GP at 3. Saw the GP too."
    people = (Person(id="oic", role="OIC", first_name="Gethin", last_name="Pryce"),)
    view = ShortNames([(text, named(text, "Gethin Pryce"))], people, dictionary)
    found = [item for item in view.find(text, _words(text)) if len(item) == 2]
    assert [item.person_id for item in found] == ["oic", "oic"]
    assert all(item.score >= 0.95 for item in found), "before the name of an agency"


def test_a_title_keeps_its_use_before_a_name(dictionary: Dictionary) -> None:
    people = (
        Person(id="om", role="OFFENDER_MANAGER", first_name="Dermot", last_name="Sholes"),
        Person(id="cm", role="CASE_MANAGER", first_name="Tarek", last_name="Amadi"),
        Person(id="vs", role="VS", first_name="Bryony", last_name="Quirke"),
        Person(id="sw", role="SOCIAL_WORKER", first_name="Fern", last_name="Quill"),
    )
    text = "Core group: TA, DS, BQ, FQ by phone. DS Okonjo late. DS: breach proved"
    view = ShortNames([], people, dictionary)
    assert found_by(view, text).count(("DS", "om")) == 2


def _words(text: str):
    from notecode.anonymising.words.spelling import tokens

    return tokens(text)
