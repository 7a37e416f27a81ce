"""Initials that stand beside other initials in one text, and near misses."""

from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.marked_text import MarkedText
from notecode.anonymising.people.initials_in_company import InitialsInCompany
from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.spelling import tokens
from notecode.raw import Person

PEOPLE = (
    Person(id="sw", role="SOCIAL_WORKER", first_name="Tegan", last_name="Arkwright"),
    Person(id="cp", role="OTHER", first_name="Cheryl", last_name="Pownall"),
)
TABLE = (
    ("JK: late twice. Andrei told TA that he hides.", ("JK",), ["TA"]),
    ("JK: late twice. TA to ring the school.", ("JK",), []),
    ("JK: late twice. CP no contact either way.", ("JK",), ["CP"]),
    ("JK/TA - all agreed to meet again.", ("JK",), ["TA"]),
    ("JK and LM came, notes by SQ for all.", ("JK", "LM"), ["SQ"]),
    ("JK and LM came, SQ for Drive was late.", ("JK", "LM"), ["SQ"]),
    # No company, or none for letters of nobody known.
    ("He told TA that he hides.", (), []),
    ("JK came. Notes by SQ for all.", ("JK",), []),
    # Things, posts and ranks.
    ("JK: late twice. CP plan goes on.", ("JK",), []),
    ("JK: late twice. OM to ring the school.", ("JK",), []),
    ("JK and LM came. TM to ring the school.", ("JK", "LM"), []),
    ("JK and LM came. He told a TA at school.", ("JK", "LM"), []),
)


def _masked(text: str, names: tuple[str, ...]) -> list[Finding]:
    starts = [(text.index(name), name) for name in names]
    return [Finding(start, start + len(name), PERSON, 0.8, "test") for start, name in starts]


def test_letters_beside_other_letters(dictionary: Dictionary) -> None:
    wrong = []
    for text, names, expected in TABLE:
        masked = _masked(text, names)
        view = MarkedText(text, tokens(text), masked, ())
        company = InitialsInCompany([(text, masked)], PEOPLE, dictionary)
        found = [text[each.start : each.end] for each in company.find(view)]
        if found != expected:
            wrong.append((text, found))
    assert not wrong


def test_letters_say_whose_they_are(dictionary: Dictionary) -> None:
    text = "JK: late twice. Andrei told TA that he hides."
    masked = _masked(text, ("JK",))
    view = MarkedText(text, tokens(text), masked, ())
    (found,) = InitialsInCompany([(text, masked)], PEOPLE, dictionary).find(view)
    assert found.person_id == "sw"
