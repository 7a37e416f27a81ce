"""Word names that a case introduces, found again only where a name is meant."""

import pytest
from case_checks import found_by, named

from notecode.anonymising.people.carried_names import CarriedNames
from notecode.anonymising.words.dictionary import Dictionary

INTRODUCED = "A lad called Fish, Miss Day, Dale Rivers, Lucky and a man called TINY"


@pytest.fixture(scope="module")
def carried(dictionary: Dictionary) -> CarriedNames:
    pairs = [
        (INTRODUCED, named(INTRODUCED, name, "introduced-name"))
        for name in ("Fish", "Day", "Dale Rivers", "Lucky", "TINY")
    ]
    return CarriedNames(pairs, dictionary)


CASES = [
    ("he is not like Fish, he says", ["Fish"]),
    ("the shop sells fish by the pound", []),
    ("Fish rang again", ["Fish"]),
    ("Fish and chips for tea", []),
    ("told Dale that", ["Dale"]),
    ("Visit to the Dale Centre", []),
    ("asked Miss Day again", ["Day"]),
    ("at Day Centre on Monday", []),
    ("every day he rings", []),
    ("Lucky M sat behind", ["Lucky M"]),
    ("he was lucky this time", []),
    ("dont ring him, ask lucky", ["lucky"]),
    ("told sol to go thru lucky, not me", ["lucky"]),
    ("SEEN AT NOON. TINY DRIVES A WHITE VAN", ["TINY"]),
    ("A TINY AMOUNT WAS FOUND ON HIM", []),
    ("the tiny one", []),
    ("he crossed Rivers", ["Rivers"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_word_names_of_the_case(carried: CarriedNames, text: str, expected: list[str]) -> None:
    assert [name for name, _ in found_by(carried, text)] == expected


@pytest.mark.parametrize("recogniser", ["language-model", "given-name", "roster", "propagation"])
def test_only_what_a_cue_announced_is_carried(dictionary: Dictionary, recogniser: str) -> None:
    text = "with Fish"
    view = CarriedNames([(text, named(text, "Fish", recogniser))], dictionary)
    assert found_by(view, "he is not like Fish, he says") == []


@pytest.mark.parametrize("word", ["Police", "Monday", "Will", "Mo", "Okonjoba"])
def test_some_words_are_never_carried(dictionary: Dictionary, word: str) -> None:
    text = f"called {word}"
    view = CarriedNames([(text, named(text, word, "introduced-name"))], dictionary)
    assert found_by(view, f"not like {word}, he says") == []


def test_a_case_without_names(dictionary: Dictionary) -> None:
    assert found_by(CarriedNames([], dictionary), "told Dale that") == []
