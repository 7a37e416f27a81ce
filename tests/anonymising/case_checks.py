"""What a view over a whole case finds in a text, for tables of cases and near misses."""

from collections.abc import Iterable
from typing import Protocol

from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.words.spelling import Token, tokens


class CaseView(Protocol):
    """Something made of all that was found in a case, such as ``ShortNames``."""

    def find(self, text: str, words: list[Token]) -> Iterable[Finding]:
        """What it finds in one text of the case."""


def named(text: str, name: str, recogniser: str = "titled-name", score: float = 0.8) -> Finding:
    """The finding of a name in a text."""
    start = text.index(name)
    return Finding(start, start + len(name), PERSON, score, recogniser)


def found_by(view: CaseView, text: str) -> list[tuple[str, str]]:
    """What the view finds: the texts and whose they are, from left to right, each once."""
    found = sorted(
        {(item.start, item.end, item.person_id) for item in view.find(text, tokens(text))}
    )
    return [(text[start:end], person) for start, end, person in found]
