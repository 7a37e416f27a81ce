"""Single capitals that stand for people by their company, against near misses."""

import pytest

from notecode.anonymising.people.lone_letters import begins_a_statement, pairs_of_people
from notecode.anonymising.words.spelling import tokens

LETTERS = frozenset("pgrbtih")

PAIRS = [
    ("P & G not to be invited", "PG"),
    ("Handover: R/B not to be seen", "RB"),
    ("meeting P+G today", "PG"),
    ("T and I on plan", "T"),
    ("saw P and G.", "PG"),
    ("P&G's house", "PG"),
    ("A&E at night", ""),
    ("P/X by post", ""),
    ("vitamins B and G", ""),
    ("a B & B room", ""),
    ("T/C to OM", ""),
    ("P/G/R rated", ""),
    ("P&G2 form", ""),
    ("R&R day", ""),
    ("p & g", ""),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS)
def test_letters_joined_with_each_other(text: str, expected: str) -> None:
    assert "".join(text[start] for start in pairs_of_people(text, LETTERS)) == expected


STATEMENTS = [
    ("A told me that", True),
    ("M crying in bed", True),
    ("H was there", True),
    ("A crying child", False),
    ("I told him", False),
    ("grade A is fine", False),
    ("A call came", False),
    ("M ongoing", True),
    ("P", False),
    ("P-told", False),
]


@pytest.mark.parametrize(("text", "expected"), STATEMENTS)
def test_a_letter_at_the_start_of_a_statement(text: str, expected: bool) -> None:
    words = tokens(text)
    index = next(i for i, word in enumerate(words) if len(word.folded) == 1)
    assert begins_a_statement(text, words, index) is expected
