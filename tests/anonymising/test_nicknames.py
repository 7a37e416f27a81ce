"""Pet names that the people file lacks, tied to the one person whom they fit, and near misses."""

import pytest
from case_checks import found_by, named

from notecode.anonymising.names.nicknames import Nicknames
from notecode.anonymising.words.dictionary import Dictionary
from notecode.raw import Person

PEOPLE = (
    Person(id="vs", role="VS", first_name="Shanice", last_name="Murtagh"),
    Person(id="su", role="SU", first_name="Gareth", last_name="Dumitrescu", known_as=("Taz",)),
    Person(id="c1", role="CHILD", first_name="Teddy", last_name="Dumitrescu"),
    Person(id="c2", role="CHILD", first_name="Jasmine", last_name="Dumitrescu"),
    Person(id="c3", role="CHILD", first_name="Leon", last_name="Murtagh"),
)


def _view(dictionary: Dictionary, *names: str, recogniser: str = "given-name") -> Nicknames:
    pairs = [(name, named(name, name, recogniser, 0.77)) for name in names]
    return Nicknames(pairs, PEOPLE, dictionary)


@pytest.mark.parametrize(
    ("name", "person"),
    [("Shan", "vs"), ("Ted", "c1"), ("Tazzy", "su"), ("Jas", "c2")],
)
def test_a_pet_name_is_tied_to_the_one_whom_it_fits(
    dictionary: Dictionary, name: str, person: str
) -> None:
    assert found_by(_view(dictionary, name), f"and then {name} rang") == [(name, person)]


@pytest.mark.parametrize("name", ["Leo", "Sharon", "Greta", "Du", "Teresa", "Shanice"])
def test_another_name_is_tied_to_nobody(dictionary: Dictionary, name: str) -> None:
    assert found_by(_view(dictionary, name), f"and then {name} rang") == []


def test_a_name_that_nobody_found_is_not_looked_for(dictionary: Dictionary) -> None:
    assert found_by(_view(dictionary), "Shan rang") == []


@pytest.mark.parametrize("stranger", ["Jasvinder Kaur", "Jasvinder", "Jas Kaur"])
def test_a_stranger_whom_it_fits_too_keeps_it(dictionary: Dictionary, stranger: str) -> None:
    assert found_by(_view(dictionary, "Jas", stranger), "Jas rang") == []


def test_a_relative_who_is_introduced_by_it_keeps_it(dictionary: Dictionary) -> None:
    view = _view(dictionary, "Ted", recogniser="introduced-name")
    assert found_by(view, "Ted rang") == []


def test_of_two_whom_it_fits_nobody_is_meant(dictionary: Dictionary) -> None:
    twins = (*PEOPLE, Person(id="c4", role="CHILD", first_name="Shanelle"))
    view = Nicknames([("Shan", named("Shan", "Shan", "given-name"))], twins, dictionary)
    assert found_by(view, "Shan rang") == []
