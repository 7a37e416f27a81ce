"""How far a name reaches once a part of it was found, with near misses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.anonymising import Anonymiser
from notecode.anonymising.findings import AGE, PERSON, PLACE, REVIEW, Finding
from notecode.anonymising.marked_text import MarkedText
from notecode.anonymising.widening import Widening
from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.spelling import tokens
from notecode.raw import Person, RawNote, Roster

NAMES = [
    ("told by mandeepa d that he was round there", "mandeepa", "mandeepa d"),
    ("Told Jalenby D yesterday", "Jalenby", "Jalenby D"),
    ("Told Jalenby D. Then left", "Jalenby", "Jalenby D"),
    ("Handing C M-R over to her", "C", "C M-R"),
    ("Prisoner: ZORVEX, D A was seen", "ZORVEX, D", "ZORVEX, D A"),
    ("the family of O'Zorvex rang", "Zorvex", "O'Zorvex"),
    ("I saw C-Zorvex there", "Zorvex", "C-Zorvex"),
    ("seen as zorvex-a there", "zorvex", "zorvex-a"),
    ("CON MC ZORVEX CAME TO THE HOUSE AT NIGHT", "ZORVEX", "MC ZORVEX"),
    ("rang garda nic an zorvex back at home", "zorvex", "nic an zorvex"),
    ("Shafinaz and Md. Zorvex Miah", "Zorvex Miah", "Md. Zorvex Miah"),
    ("HAVE ALLOCATED PRECIOUS ZORVEX FOR THE REPORT", "ZORVEX", "PRECIOUS ZORVEX"),
    ("told zorvex w his mates round there", "zorvex", ""),
    ("told zorvex a lot about it then", "zorvex", ""),
    ("Told Zorvex I went", "Zorvex", ""),
    ("Told Zorvex V was well", "Zorvex", ""),
    ("Told Zorvex D/W later", "Zorvex", ""),
    ("Rang ex-Zorvex again", "Zorvex", ""),
    ("a Zorvex-related matter", "Zorvex", ""),
    ("Rang DI Zorvex again", "Zorvex", ""),
    ("the Zorvex house", "Zorvex", ""),
    ("Zorvex's door", "Zorvex", ""),
    ("Met Zorvex there", "Zorvex", ""),
    ("Rang Tom Zorvex", "Zorvex", "Tom Zorvex"),
    ("Rang Tom Fred", "Fred", ""),
]


def widened(
    text: str, name: str, kind: str, dictionary: Dictionary, score: float = 0.95
) -> list[str]:
    start = text.index(name)
    found = Finding(start, start + len(name), kind, score, "roster", "x")
    view = MarkedText(text, tokens(text), [found], [])
    return [text[each.start : each.end] for each in Widening(dictionary).find(view, [found])]


@pytest.mark.parametrize(("text", "name", "whole"), NAMES)
def test_a_persons_name_is_taken_to_its_end(
    dictionary: Dictionary, text: str, name: str, whole: str
) -> None:
    assert widened(text, name, PERSON, dictionary) == ([whole] if whole else [])


PLACES = [
    ("the South Zorvex asked for it", "Zorvex", "South Zorvex"),
    ("rugby at Howe of Zorvex again", "Zorvex", "Howe of Zorvex"),
    ("captain of the Zorvex Zebras seconds", "Zorvex", "Zorvex Zebras"),
    ("talked of el-Zorvex often", "Zorvex", "el-Zorvex"),
    ("a sofa above Zorvex's. Left", "Zorvex", "Zorvex's"),
    ("outside Zorvex's door", "Zorvex", ""),
    ("seen at Zorvex Police", "Zorvex", ""),
    ("went south to Zorvex", "Zorvex", ""),
    ("the people of Zorvex", "Zorvex", ""),
    ("Howe of Zorvex, again", "Zorvex", ""),
]


@pytest.mark.parametrize(("text", "name", "whole"), PLACES)
def test_a_places_name_is_taken_to_its_end(
    dictionary: Dictionary, text: str, name: str, whole: str
) -> None:
    assert widened(text, name, PLACE, dictionary) == ([whole] if whole else [])


def test_a_number_that_is_rounded_is_an_age_to_its_end(dictionary: Dictionary) -> None:
    assert widened("I think 70 odd, he", "70", AGE, dictionary) == ["70 odd"]
    assert widened("I think 70 years", "70", AGE, dictionary) == []


def test_a_capital_goes_with_a_guess_alone(dictionary: Dictionary) -> None:
    text = "at the Zorvex Farmers tonight"
    assert widened(text, "Zorvex", PERSON, dictionary, 0.6) == ["Zorvex Farmers"]
    assert widened(text, "Zorvex", PERSON, dictionary, 0.8) == []


def test_what_a_reviewer_masked_stays_as_it_is(dictionary: Dictionary) -> None:
    text = "told mandeepa d that he"
    found = Finding(5, 13, PERSON, 1.0, REVIEW)
    view = MarkedText(text, tokens(text), [found], [])
    assert list(Widening(dictionary).find(view, [found])) == []


def test_what_is_masked_already_is_not_taken_in(dictionary: Dictionary) -> None:
    text = "told mandeepa d that he"
    found = [Finding(5, 13, PERSON, 1.0, "roster"), Finding(14, 15, AGE, 0.8, "age")]
    view = MarkedText(text, tokens(text), found, [])
    assert list(Widening(dictionary).find(view, found)) == []


@given(st.text(alphabet="Ab d'-.,\nOZxX7", max_size=40), st.data())
def test_a_wider_finding_holds_the_one_it_was_and_ends_at_words(
    dictionary: Dictionary, text: str, data: st.DataObject
) -> None:
    words = tokens(text)
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    kind = data.draw(st.sampled_from([PERSON, PLACE, AGE]))
    found = Finding(word.start, word.end, kind, data.draw(st.sampled_from([0.6, 0.9])), "x")
    view = MarkedText(text, words, [found], [])
    for wider in Widening(dictionary).find(view, [found]):
        assert wider.start <= found.start
        assert found.end <= wider.end
        assert len(wider) > len(found)
        assert {wider.start} <= {each.start for each in words}
        assert {wider.end} <= {each.end for each in words}


def test_a_whole_case_is_masked_to_the_end_of_its_names(anonymiser: Anonymiser) -> None:
    people = (Person(id="su", role="SU", first_name="Kieran", last_name="Docherty"),)
    text = "Subject: O'Docherty again.\nmandeep d was round there when we rang him at home."
    case = anonymiser.anonymise_case(
        "C9", "North", [RawNote(id="n1", case_id="C9", text=text)], Roster("C9", people)
    )
    masked = case.notes[0].note.text
    assert "O'" not in masked
    assert " d was" not in masked
