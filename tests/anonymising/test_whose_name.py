"""Whose name a passage is, of the people file."""

import pytest

from notecode.anonymising.people.whose_name import WhoseName
from notecode.anonymising.words.spelling import folded_words
from notecode.raw import Person

FAMILY = WhoseName(
    (
        Person(id="su", role="SU", first_name="Adnan", last_name="Qureshani"),
        Person(id="vs", role="VS", first_name="Saima", last_name="Qureshani"),
        Person(id="c1", role="CHILD", first_name="Zainab"),
        Person(id="c2", role="CHILD", first_name="Haroon"),
        Person(id="om", role="OFFENDER_MANAGER", last_name="Lincolnshaw"),
        Person(id="hv", role="HEALTH_VISITOR", first_name="Margaret", last_name="Tranby"),
        Person(id="ic", role="OIC", first_name="Josh", last_name="Fenn-Carey"),
    )
)

CASES = [
    ("Adnan Qureshani", "su"),
    ("Qureshani", ""),
    ("Zainab Qureshani", "c1"),
    ("Z Qureshani", "c1"),
    ("H. Qureshani", "c2"),
    ("A Qureshani", "su"),
    ("Haroon Malikov", "c2"),
    ("O. Lincolnshaw", "om"),
    ("Odette Lincolnshaw", "om"),
    ("Maggie Tranby", "hv"),
    ("Margaret T", "hv"),
    ("Margaret P", ""),
    ("Josh F-C", "ic"),
    ("Josh", "ic"),
    ("Z", "c1"),
    ("S", "vs"),
    ("X", ""),
    ("Frank Tranby", ""),
    ("Zbigniew Nowak", ""),
]


@pytest.mark.parametrize(("name", "person"), CASES)
def test_the_one_person_whom_a_name_fits(name: str, person: str) -> None:
    assert FAMILY.owner(folded_words(name)) == person


@pytest.mark.parametrize(("name", "person"), [("T", "hv"), ("F", "ic"), ("Q", ""), ("Z", "")])
def test_a_letter_after_a_title_is_that_of_a_surname(name: str, person: str) -> None:
    assert FAMILY.owner(folded_words(name), titled=True) == person


NAMED_IN_FULL = WhoseName(
    (
        Person(id="su", role="SU", first_name="Mark", last_name="Tranby"),
        Person(id="vs", role="VS", first_name="Margaret", last_name="Oyelowan"),
    )
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Frank Tranby", True),
        ("Mark Tranby", False),
        ("Maggie Oyelowan", False),
        ("Frank Nowak", False),
        ("Tranby", False),
        ("Quizzical Tranby", False),
    ],
)
def test_a_relative_bears_the_surname_of_somebody_here(name: str, expected: bool) -> None:
    assert NAMED_IN_FULL.is_relative(folded_words(name)) is expected


def test_nobody_is_a_relative_of_one_whose_first_name_is_missing() -> None:
    assert FAMILY.is_relative(("frank", "tranby"))
    assert not FAMILY.is_relative(("frank", "lincolnshaw"))


def test_what_the_people_file_lacks_is_learnt() -> None:
    whose = WhoseName((Person(id="om", role="OM", last_name="Lincolnshaw"),))
    assert whose.owner(("odette",)) == ""
    whose.learn("om", ("odette", "lincolnshaw"))
    assert (whose.owner(("odette",)), whose.has_learnt("odette")) == ("om", True)
    assert not whose.has_learnt("lincolnshaw")


def test_a_person_named_in_full_learns_nothing() -> None:
    whose = WhoseName((Person(id="su", role="SU", first_name="Mark", last_name="Tranby"),))
    whose.learn("su", ("frank",))
    assert whose.owner(("frank",)) == ""


def test_a_letter_alone_is_filled_by_the_name_that_it_begins() -> None:
    whose = WhoseName((Person(id="su", role="SU", first_name="N.", last_name="Deshpandey"),))
    assert whose.owner(("nikhil", "deshpandey")) == "su"
    assert not whose.is_relative(("nina", "deshpandey"))
    assert whose.owner(("rohan", "deshpandey")) == ""
    whose.learn("su", ("nikhil", "deshpandey"))
    assert (whose.owner(("nikhil",)), whose.has_learnt("nikhil")) == ("su", True)


def test_nobody_at_all() -> None:
    assert WhoseName(()).owner(("frank",)) == ""
    assert not WhoseName(()).is_relative(("frank", "tranby"))
