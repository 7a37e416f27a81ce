"""Whose name it is that signs or lists found, and when nobody is told."""

import pytest

from notecode.anonymising import Anonymiser
from notecode.anonymising.findings import PERSON, PLACE, Finding
from notecode.anonymising.people.bearers import Bearers
from notecode.raw import Person, RawNote, Roster

PEOPLE = (
    Person(id="su", role="SU", first_name="Blessing", last_name="Zorvex", known_as=("Bee",)),
    Person(id="vs", role="VS", first_name="Faith", last_name="Prosserby"),
    Person(id="om", role="OFFENDER_MANAGER", first_name="Fern", last_name="Zorvex"),
    Person(id="sw", role="SOCIAL_WORKER", first_name="Fern", last_name="Quillby"),
)

BEARERS = [
    (("blessing",), "su"),
    (("bless",), "su"),
    (("bee",), "su"),
    (("faith", "prosserby"), "vs"),
    (("prosserby",), "vs"),
    (("f",), "vs"),
    (("fern",), ""),
    (("zorvex",), ""),
    (("fern", "quillby"), "sw"),
    (("z",), ""),
    (("bl",), ""),
    (("mark",), ""),
]


@pytest.mark.parametrize(("words", "bearer"), BEARERS)
def test_the_one_person_of_whose_name_it_is_a_form(words: tuple[str, ...], bearer: str) -> None:
    assert Bearers(PEOPLE).of(words) == bearer


def told(finding: Finding, text: str = "Bless F") -> list[str]:
    return [each.person_id for each in Bearers(PEOPLE).told(text, [finding])]


def test_who_is_told_and_of_what() -> None:
    assert told(Finding(0, 5, PERSON, 0.6, "unlisted-name")) == ["su"]
    assert told(Finding(6, 7, PERSON, 0.6, "unlisted-name")) == ["vs"]
    assert told(Finding(6, 7, PERSON, 0.8, "titled-name")) == []
    assert told(Finding(0, 5, PERSON, 0.6, "namesake")) == []
    assert told(Finding(0, 5, PERSON, 0.6, "review")) == []
    assert told(Finding(0, 5, PLACE, 0.6, "unlisted-name")) == []
    assert told(Finding(0, 5, PERSON, 0.6, "unlisted-name", "om")) == []
    assert told(Finding(0, 5, PERSON, 0.6, "unlisted-name", shared=True)) == []


def test_names_do_not_show() -> None:
    assert "zorvex" not in repr(Bearers(PEOPLE)).lower()


def test_the_tag_of_a_case_says_who_it_is(anonymiser: Anonymiser) -> None:
    text = "01:12 - Bigs: Bless pick up\n01:14 - Bigs: told Bless again, told Bless twice"
    note = RawNote(id="n1", case_id="C9", text=text)
    case = anonymiser.anonymise_case("C9", "North", [note], Roster("C9", PEOPLE))
    assert "told [SU]" in case.notes[0].note.text


def test_the_year_at_school_is_no_initial(anonymiser: Anonymiser) -> None:
    people = (
        Person(id="su", role="SU", first_name="Aziz", last_name="Zorvex"),
        Person(id="c1", role="CHILD", first_name="Tyreece", last_name="Adeyinka"),
    )
    note = RawNote(id="n1", case_id="C9", text="Visits went well. Tyreece P2 good, both there.")
    case = anonymiser.anonymise_case("C9", "North", [note], Roster("C9", people))
    assert "[CHILD_1] P2" in case.notes[0].note.text
