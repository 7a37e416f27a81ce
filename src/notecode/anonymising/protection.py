"""What must stand in an anonymised note: names of agencies and courts, and tags already in it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from notecode.anonymising.places.listed import ONE_WORD_PLACES, WORD_PLACES
from notecode.anonymising.words.phrases import PhraseMatcher
from notecode.anonymising.words.spelling import Token, fold, folded_words, standing_tags

_COURT = re.compile(
    r"\b(?P<town>[^\W\d_]{3,20}) (?:(?:crown|magistrates?['’]?|mags) (?:court|ct|crt)\b"
    r"|mags\b|magistrates?\b)",
    re.IGNORECASE,
)
"""A criminal court with a word before it that may be its town: "Walsall Mags"."""
_BEFORE_A_TOWN = re.compile(
    r"\b(?:inner|outer|north|south|east|west|central|great|newport|kings|isle of) $", re.IGNORECASE
)
_LONGEST_BEFORE = 10


class Kept(NamedTuple):
    """A range to keep; a ``tag`` is kept against everything, an agency against guesses."""

    start: int
    end: int
    tag: bool


class Protection:
    """Finds the names to keep. They match whole words, in any letter case."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names of agencies as they are written."""
        self._phrases = PhraseMatcher((folded_words(name), name) for name in names)

    def spans(self, text: str, words: Sequence[Token]) -> list[Kept]:
        """What to keep in this text, from left to right."""
        agencies = [Kept(hit.start, hit.end, False) for hit in self._phrases.find(text, words)]
        tags = [Kept(start, end, True) for start, end in standing_tags(text)]
        return sorted([*agencies, *_courts(text), *tags])


def _courts(text: str) -> Iterator[Kept]:
    """Courts that are called by their town."""
    for match in _COURT.finditer(text):
        town = fold(match["town"])
        if town in ONE_WORD_PLACES or town in WORD_PLACES:
            start = match.start()
            more = _BEFORE_A_TOWN.search(text, max(0, start - _LONGEST_BEFORE), start)
            yield Kept(more.start() if more else start, match.end(), False)
