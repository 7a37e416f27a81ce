"""Initials and single letters of people named in a case, against near misses."""

from dataclasses import replace

import pytest
from case_checks import found_by, named

from notecode.anonymising.people.short_names import ShortNames
from notecode.anonymising.words.dictionary import Dictionary
from notecode.raw import Person

ELSEWHERE = (
    "Chair Colin Rudgeley (CR). Mhairi MacLeodstone, Aidan McGlinchy and Sinéad O'Harrow came, "
    "with Huda al-Tamiri, Eleanor Whitcomb-Shaw and Dr Priya Ganguli. Otis Treharrow did not."
)
STRANGERS = (
    "Colin Rudgeley",
    "Mhairi MacLeodstone",
    "Aidan McGlinchy",
    "Sinéad O'Harrow",
    "Huda al-Tamiri",
    "Eleanor Whitcomb-Shaw",
    "Priya Ganguli",
    "Otis Treharrow",
)
PEOPLE = (
    Person(id="vs", role="VS", first_name="Hodana", last_name=""),
    Person(id="su", role="SU", first_name="Jermyn", last_name="Quashie"),
    Person(id="cm", role="CASE_MANAGER", first_name="Tesfaye", last_name="Gebru"),
    Person(id="sw", role="SOCIAL_WORKER", first_name="Padraig", last_name="Quillan"),
    Person(id="c1", role="CHILD", first_name="Zuri", last_name="Quashie"),
    Person(id="c2", role="CHILD", first_name="Zane", last_name="Quashie"),
)


@pytest.fixture(scope="module")
def short(dictionary: Dictionary) -> ShortNames:
    pairs = [(ELSEWHERE, named(ELSEWHERE, name)) for name in STRANGERS]
    return ShortNames(pairs, PEOPLE, dictionary)


INITIALS = [
    ("CR welcomed all", [("CR", "")]),
    ("MMacL: 28 days added", [("MMacL", "")]),
    ("AMcG – CIN plan", [("AMcG", "")]),
    ("agreed w/ SO'H", [("SO'H", "")]),
    ("EWS said that", [("EWS", "")]),
    ("told by PG with me", [("PG", "")]),
    ("HT (= Huda al-Tamiri) rang", [("HT", "")]),
    ("present: HT, OM. \nHT: the child said", [("HT", ""), ("HT", "")]),
    ("P.G. signed it", [("P.G", "")]),
    ("JQ seen today", [("JQ", "su")]),
    ("the HT rang", []),
    ("OT to visit", []),
    ("an OT assessment", []),
    ("cr welcomed all", []),
    ("flat 5 CR", [("CR", "")]),
    ("CR7 shirt", []),
    ("#CR and @CR", []),
    ("PQ rang", [("PQ", "sw")]),
    ("ZQ rang", [("ZQ", "")]),
]


@pytest.mark.parametrize(("text", "expected"), INITIALS)
def test_initials_of_the_case(
    short: ShortNames, text: str, expected: list[tuple[str, str]]
) -> None:
    assert found_by(short, text) == expected


LETTERS = [
    ("spoke to H", [("H", "vs")]),
    ("H wants him helped", [("H", "vs")]),
    ("with H's mum", [("H", "vs")]),
    ("kids w/ H", [("H", "vs")]),
    ("he calls H at night", [("H", "vs")]),
    ("H = the victim", [("H", "vs")]),
    ("H + the child", [("H", "vs")]),
    ("took it off him gently. T", [("T", "cm")]),
    ("cant do today J\n", [("J", "su")]),
    ("Z's school rang", [("Z", "")]),
    ("B wants him helped", []),
    ("cat H", []),
    ("Block T\n", []),
    ("H&S policy", []),
    ("section H 12", []),
    ("T/C to OM", []),
    ("H2 visa", []),
    ("told T Level students", []),
    ("vitamin T", []),
    ("J-cloth", []),
]


@pytest.mark.parametrize(("text", "expected"), LETTERS)
def test_letters_that_stand_for_somebody(
    short: ShortNames, text: str, expected: list[tuple[str, str]]
) -> None:
    assert found_by(short, text) == expected


def test_letters_of_nobody_are_left(dictionary: Dictionary) -> None:
    nobody = ShortNames([], (), dictionary)
    assert found_by(nobody, "CR told H that PG's SO'H is MMacL. T") == []


def test_of_two_the_one_who_is_named_in_the_text_is_meant(dictionary: Dictionary) -> None:
    people = (
        Person(id="1", role="SU", first_name="Zuri", last_name="Quashie"),
        Person(id="2", role="CHILD", first_name="Zane", last_name="Quashie"),
    )
    view = ShortNames([], people, dictionary)
    assert found_by(view, "Zane Quashie came. ZQ was calm")[-1] == ("ZQ", "2")


@pytest.mark.parametrize(
    ("text", "name", "recogniser", "person"),
    [
        ("rang Hodana Yusufi", "Hodana Yusufi", "given-name", "vs"),
        ("rang J Quashie", "J Quashie", "initialled-name", "su"),
        ("Tesfaye G. rang", "Tesfaye G", "initialled-name", "cm"),
        ("Rgds\nTesfaye", "Tesfaye", "message-name", "cm"),
        ("Mr Quillan rang", "Quillan", "titled-name", "sw"),
    ],
)
def test_a_name_that_fits_one_person_is_theirs(
    dictionary: Dictionary, text: str, name: str, recogniser: str, person: str
) -> None:
    view = ShortNames([(text, named(text, name, recogniser))], PEOPLE, dictionary)
    assert (name, person) in found_by(view, text)


def test_a_first_name_in_brackets_is_learnt(dictionary: Dictionary) -> None:
    people = (Person(id="om", role="OFFENDER_MANAGER", last_name="Lincolnshaw"),)
    first, later = "Ms Lincolnshaw (Odetta) is OM", "Odetta rang"
    surname = replace(named(first, "Lincolnshaw", "roster"), person_id="om")
    pairs = [
        (first, surname),
        (first, named(first, "Odetta", "given-name")),
        (later, named(later, "Odetta", "given-name")),
    ]
    view = ShortNames(pairs, people, dictionary)
    assert found_by(view, later) == [("Odetta", "om")]


def test_a_letter_that_is_explained_stands_for_somebody(dictionary: Dictionary) -> None:
    text = "Disclosure to R. R = Roisina. R's dad rang"
    view = ShortNames([(text, named(text, "Roisina", "introduced-name"))], (), dictionary)
    assert [name for name, _ in found_by(view, text)] == ["R", "R"]


def test_initials_of_a_list_stand_for_somebody_throughout(dictionary: Dictionary) -> None:
    text = "Attendees: HK (HV)"
    view = ShortNames([(text, named(text, "HK", "listed-name"))], (), dictionary)
    assert found_by(view, "HK - 2 yr check ok") == [("HK", "")]


def test_a_stranger_with_a_surname_of_the_case_has_a_tag_of_their_own(
    dictionary: Dictionary,
) -> None:
    view = ShortNames([], PEOPLE, dictionary)
    assert found_by(view, "HER BROTHER WAYNE QUASHIE") == [("WAYNE QUASHIE", "")]
    assert found_by(view, "saw Zane Quashie") == []
    assert found_by(view, "told Wayne. Quashie left") == []


def test_what_was_found_is_not_moved(dictionary: Dictionary) -> None:
    text = "rang J Quashie"
    before = named(text, "J Quashie", "initialled-name")
    view = ShortNames([(text, before)], PEOPLE, dictionary)
    (after,) = view.find(text, [])
    assert (after.start, after.end, after.type) == (before.start, before.end, before.type)
    assert before.score < after.score < 1
