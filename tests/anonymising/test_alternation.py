"""An alternation written as a tree matches what the plain one matches."""

import re

from hypothesis import given
from hypothesis import strategies as st

from notecode.anonymising.recognisers.alternation import factored

WORDS = st.lists(st.text("abc", min_size=1, max_size=5), min_size=1, max_size=12)


def test_words_that_begin_alike_share_a_branch() -> None:
    assert factored("car|cat|dog") == "c(?:a(?:r|t))|dog"


def test_brackets_classes_and_quantifiers_stay_whole() -> None:
    tree = re.compile(rf"(?:{factored('colou?r|cold|c(?:a|b)t|[xy]z|a.c')})$")
    for text in ("color", "colour", "cold", "cat", "cbt", "xz", "yz", "abc"):
        assert tree.match(text)
    for text in ("colouur", "ct", "x", "col"):
        assert not tree.match(text)


@given(WORDS, st.text("abc", max_size=6))
def test_it_matches_the_same_words(words: list[str], text: str) -> None:
    plain = re.compile(rf"\b(?:{'|'.join(words)})\b")
    tree = re.compile(rf"\b(?:{factored('|'.join(words))})\b")
    assert bool(plain.fullmatch(text)) == bool(tree.fullmatch(text))
    assert [m.span() for m in plain.finditer(text)] == [m.span() for m in tree.finditer(text)]
