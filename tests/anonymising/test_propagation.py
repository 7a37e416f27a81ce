"""What travels through a case: names, and plain words of firms where they have a capital."""

from notecode.anonymising.findings import PLACE, SCHOOL, WORKPLACE, Finding
from notecode.anonymising.propagation import Propagation
from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.spelling import tokens


def travelled(
    dictionary: Dictionary, name: str, kind: str, text: str, score: float = 0.8
) -> list[str]:
    """What of the text is found if the name was found elsewhere in the case."""
    source = f"at {name} now"
    finding = Finding(3, 3 + len(name), kind, score, "institution")
    view = Propagation([(source, finding)], dictionary)
    return [text[each.start : each.end] for each in view.find(text, tokens(text))]


def test_firms_and_schools_travel(dictionary: Dictionary) -> None:
    cases = [
        (
            "Copper Cars",
            WORKPLACE,
            "He rang Copper and then copper cars.",
            ["Copper", "copper cars"],
        ),
        (
            "COPPER CARS",
            WORKPLACE,
            "NO JOB AT COPPER CARS. He rang Copper.",
            ["COPPER CARS", "Copper"],
        ),
        ("Three Bridges Primary School", SCHOOL, "at three bridges again", ["three bridges"]),
        ("Lantern", WORKPLACE, "He left Lantern, she said.", ["Lantern"]),
    ]
    for name, kind, text, expected in cases:
        assert travelled(dictionary, name, kind, text) == expected, name


def test_plain_words_stay(dictionary: Dictionary) -> None:
    cases = [
        ("Copper Cars", WORKPLACE, "The copper light. Copper was her word."),
        ("Lantern", WORKPLACE, "He lit a lantern. Lantern light. THE LANTERN."),
        ("Help", PLACE, "She asked for Help."),
        ("Early Help", PLACE, "She asked for early advice."),
        ("Surgery", PLACE, "At the Surgery again."),
    ]
    for name, kind, text in cases:
        assert travelled(dictionary, name, kind, text) == [], name


def test_guesses_in_capitals_need_a_capital(dictionary: Dictionary) -> None:
    text = "silver lining was his. SILVER LINING RANG."
    assert travelled(dictionary, "SILVER LINING", WORKPLACE, text, 0.6) == ["SILVER LINING"]
