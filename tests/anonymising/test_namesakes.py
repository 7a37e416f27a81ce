"""People who share a first name with somebody of the case, and are somebody else."""

import pytest

from notecode.anonymising import Anonymiser
from notecode.anonymising.people.whose_name import Namesake, WhoseName
from notecode.anonymising.words.spelling import folded_words
from notecode.raw import Person, RawNote, Roster

PEOPLE = (
    Person(id="su", role="SU", first_name="Martin", last_name="Wardell"),
    Person(id="vs", role="VS", first_name="Harriet", last_name="Joneson"),
    Person(id="idva", role="IDVA", first_name="Sarah", last_name="Llewellin"),
    Person(id="cm", role="CASE_MANAGER", first_name="Dean", last_name="Crossley"),
    Person(id="c1", role="CHILD", first_name="Hope Marie", last_name="Wardell"),
)


@pytest.mark.parametrize(
    ("name", "namesake"),
    [
        ("Harriet Pendle", Namesake(doubted=True)),
        ("Sarah Kimber", Namesake(doubted=False)),
        ("Harriet Jonson", None),
        ("Harriet Jones", None),
        ("Harriet Wardell", None),
        ("Sarah Wardell", Namesake(doubted=False)),
        ("Hope Marie", None),
        ("Sarah K", Namesake(doubted=False)),
        ("Sarah L", None),
        ("Olive Pendle", None),
        ("Harriet", None),
        ("Linda Dean", Namesake(doubted=False)),
    ],
)
def test_a_first_name_alone_makes_no_person_of_the_case(
    name: str, namesake: Namesake | None
) -> None:
    assert WhoseName(PEOPLE).namesake(folded_words(name)) == namesake


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Saw Harriet Pendle at the gate.", "Saw [PERSON_1] at the gate."),
        ("Saw Harriet Joneson at the gate.", "Saw [VS] at the gate."),
        ("It was another Sarah who rang.", "It was another [PERSON_1] who rang."),
        ("Met with a Martin Wardell of Hythe.", "Met with a [PERSON_1] of [PLACE_1]."),
        ("Rang Mrs Dean (head of year).", "Rang Mrs [PERSON_1] (head of year)."),
        ("Rang Dean about it.", "Rang [CM_1] about it."),
        ("Told H4rriet and HΑRRIET so.", "Told [VS] and [VS] so."),
    ],
)
def test_a_stranger_of_the_name_has_a_tag_of_their_own(
    anonymiser: Anonymiser, text: str, expected: str
) -> None:
    note = RawNote(id="n1", case_id="C", text=text)
    case = anonymiser.anonymise_case("C", "North", [note], Roster("C", PEOPLE))
    assert case.notes[0].note.text == expected


def test_a_doubtful_stranger_is_flagged(anonymiser: Anonymiser) -> None:
    note = RawNote(id="n1", case_id="C", text="Saw Harriet Pendle. Sarah Kimber rang.")
    done = anonymiser.anonymise_case("C", "North", [note], Roster("C", PEOPLE)).notes[0]
    flagged = {done.note.text[flag.span.start : flag.span.end] for flag in done.flags}
    assert "[PERSON_1]" in flagged, "she may have another surname now"
    assert "[PERSON_2]" not in flagged, "the Idva has not"
