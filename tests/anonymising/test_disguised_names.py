"""Names of the people file with signs for letters, and names that begin a sentence as words."""

import pytest

from notecode.anonymising import Anonymiser
from notecode.anonymising.cases import CaseText
from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.people.disguised_names import DisguisedNames
from notecode.anonymising.people.left_at_starts import LeftAtStarts
from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.spelling import tokens
from notecode.raw import Person, RawNote, Roster

PEOPLE = (
    Person(id="su", role="SU", first_name="Darren", last_name="Prosser", known_as=("Gill",)),
    Person(id="c1", role="CHILD", first_name="Rose", last_name="Prosser"),
    Person(id="c2", role="CHILD", first_name="Ann", last_name="Mills"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Saw D@rren at the gate.", [("D@rren", "su")]),
        ("d@rren, D@RREN", [("d@rren", "su"), ("D@RREN", "su")]),
        ("The Pro$$er's dog", [("Pro$$er", "su")]),
        ("R0$e and G!ll and Mi!ls", [("R0$e", "c1"), ("G!ll", "su"), ("Mi!ls", "c2")]),
        ("Mail d@rren.example or rose@work, @darren, rose! $rose", []),
        ("@nn is too short; D@rrens, D@rr and m@il are others", []),
        ("Paid $rose £20 @ 3pm!!", []),
        ("x" * 3000 + "@" * 3000, []),
    ],
)
def test_a_whole_name_is_read_behind_signs(text: str, expected: list[tuple[str, str]]) -> None:
    found = DisguisedNames(PEOPLE).find(text, ())
    assert [(text[each.start : each.end], each.person_id) for each in found] == expected


def test_a_name_of_several_is_shared_and_nobody_has_none() -> None:
    (found,) = DisguisedNames(PEOPLE).find("Pro$ser", ())
    assert found.shared
    assert list(DisguisedNames(()).find("D@rren", ())) == []


def test_in_a_case_they_are_masked_as_their_person(anonymiser: Anonymiser) -> None:
    note = RawNote(id="n1", case_id="C", text="Saw D@rren at the gate; mail d@rren.example.")
    case = anonymiser.anonymise_case("C", "North", [note], Roster("C", PEOPLE))
    assert case.notes[0].note.text == "Saw [SU] at the gate; mail [EMAIL_1]."


def _asked(dictionary: Dictionary, *texts: str, score: float = 0.76) -> list[str]:
    """What is asked about in the second text and later, where the first begins with a name."""
    name = Finding(0, texts[0].index(" ", 5), PERSON, score, "given-name")
    read = {text: CaseText(text, tokens(text), [], []) for text in texts}
    read[texts[0]].findings.append(name)
    view = LeftAtStarts(read, dictionary)
    return [
        f"{doubt.start}:{text[doubt.start : doubt.end]}"
        for text in texts[1:]
        for doubt in view.find(text, read[text])
    ]


def test_a_word_that_is_a_strangers_name_is_asked_about_where_it_begins_a_sentence(
    dictionary: Dictionary,
) -> None:
    fine = "Kit fine - gym kit lost. kit"
    assert _asked(dictionary, "Kit Marlowe attended.", fine, "The kit was there.") == ["0:Kit"]
    assert _asked(dictionary, "Kit Marlowe attended.", "No. Kit absent, my Kit") == ["4:Kit"]
    # A guess is not enough, and of what shows the ordinary word nobody is asked.
    assert _asked(dictionary, "Kit Marlowe attended.", fine, score=0.64) == []
    assert _asked(dictionary, "Wll Marlowe attended.", "Wll fine") == [], "it travels by itself"


def test_where_the_ordinary_use_shows_nobody_is_asked(dictionary: Dictionary) -> None:
    assert _asked(dictionary, "Hope Banks rang", "Hope she rings. Hope fine.") == ["16:Hope"]
