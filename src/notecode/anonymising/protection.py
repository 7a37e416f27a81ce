"""What must stand in an anonymised note: names of agencies and courts, and tags already in it."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from notecode.anonymising.names.reading import LISTED
from notecode.anonymising.places.listed import ONE_WORD_PLACES, WORD_PLACES
from notecode.anonymising.words.phrases import PhraseMatcher
from notecode.anonymising.words.spelling import (
    Token,
    fold,
    folded_words,
    is_capitalised,
    standing_tags,
    word_set,
)

_COURT = re.compile(
    r"\b(?P<town>[^\W\d_]{3,20}) (?:(?:crown|magistrates?['’]?|mags) (?:court|ct|crt)\b"
    r"|mags\b|magistrates?\b)",
    re.IGNORECASE,
)
"""A criminal court with a word before it that may be its town: "Walsall Mags"."""
_BEFORE_A_TOWN = re.compile(
    r"\b(?:inner|outer|north|south|east|west|central|great|newport|kings|isle of) $", re.IGNORECASE
)
_PROGRAMMES = (
    "Building Better Relationships",
    "Thinking Skills Programme",
    "Caledonian System",
    "Caledonian Programme",
    "Caledonian assessment",
    "Caledonian requirement",
)
"""Programmes of courts that are made of plain words or of a word for a place."""
_LONGEST_BEFORE = 10
_SHORTEST = 4
_FEWEST_OF_AN_ACRONYM = 3
_JOINING = word_set("and of the for in s")
_COMMON = word_set("north south east west central great new national united royal city county")


class Kept(NamedTuple):
    """A range to keep; a ``tag`` is kept against everything, an agency against guesses."""

    start: int
    end: int
    tag: bool


class Protection:
    """Finds the names to keep. They match whole words, in any letter case."""

    def __init__(self, names: Iterable[str], own: Iterable[str] = ()) -> None:
        """Take the names of agencies as they are written; ``own`` are those of the site itself.

        What is short for a name is kept for those of the site alone: the initials of all names of
        the country are the initials of people, too.
        """
        own = tuple(own)
        names = (*names, *own)
        known = (*names, *filter(None, map(_saint, names)), *_PROGRAMMES)
        self._phrases = PhraseMatcher((folded_words(name), name) for name in known)
        self._after_the = frozenset(map(_after_the, own)) - {""}
        self._acronyms = frozenset(map(_acronym, own)) - {""}
        self._first_words = frozenset(map(_first_word, own)) - {""}
        self._court_towns = frozenset(
            fold(match["town"]) for name in names for match in _COURT.finditer(name)
        )

    def spans(self, text: str, words: Sequence[Token]) -> list[Kept]:
        """What to keep in this text, from left to right."""
        agencies = [Kept(hit.start, hit.end, False) for hit in self._phrases.find(text, words)]
        agencies += self._shortened(text, words, agencies)
        tags = [Kept(start, end, True) for start, end in standing_tags(text)]
        return sorted({*agencies, *_courts(text, self._court_towns), *tags})

    def _shortened(self, text: str, words: Sequence[Token], found: Sequence[Kept]) -> list[Kept]:
        """Agencies by what they are called for short, outside their whole names."""
        taken = {start for start, _, _ in found}
        return [
            Kept(word.start, word.end, False)
            for word in words
            if (
                (word.folded in self._acronyms and _is_acronym(text, word))
                or (word.folded in self._after_the and _is_heading(text, word))
                or (
                    word.folded in self._first_words
                    and is_capitalised(text[word.start : word.end])
                    and _stands_alone(text, word)
                )
            )
            and word.start not in taken
        ]


def _acronym(name: str) -> str:
    """The first letters of an agency of three words and more: "bcwa"; or ""."""
    words = [word for word in folded_words(name) if word not in _JOINING]
    whole = len(words) >= _FEWEST_OF_AN_ACRONYM and all(word.isalpha() for word in words)
    return "".join(word[0] for word in words) if whole else ""


def _is_acronym(text: str, word: Token) -> bool:
    """Whether letters may be an agency's: so few in small letters may be a name or a word."""
    long = word.end - word.start > _FEWEST_OF_AN_ACRONYM
    return (long or text[word.start : word.end].isupper()) and word.folded not in LISTED


def _first_word(name: str) -> str:
    """What an agency of several words is called for short: "Taff" of "Taff Housing"; or "".

    Never a town, a name, or a word that many agencies have in common.
    """
    words = folded_words(name)
    first = words[0] if len(words) > 1 else ""
    taken = first in LISTED or first in ONE_WORD_PLACES or first in WORD_PLACES
    fits = len(first) >= _SHORTEST and first not in _COMMON and not taken
    return first if fits and name[:1].isupper() else ""


def _saint(name: str) -> str:
    """What an agency called after a saint is called for short: "St Leger" of "St Leger Homes"."""
    words = name.split()
    return " ".join(words[:2]) if len(words) > 2 and words[0] == "St" else ""


def _after_the(name: str) -> str:
    """The one word behind the article: "bridge" of "The Bridge"; or ""."""
    words = folded_words(name)
    return words[1] if len(words) == 2 and words[0] == "the" else ""


def _is_heading(text: str, word: Token) -> bool:
    """Whether a capitalised word begins a line of minutes: "Bridge (GM): no contact"."""
    begins = not text[: word.start].rpartition("\n")[2].strip(" \t-*•")
    after = text[word.end : word.end + 2]
    return (
        begins
        and is_capitalised(text[word.start : word.end])
        and (after[:1] == ":" or after == " (")
    )


def _stands_alone(text: str, word: Token) -> bool:
    """Whether a short name is no part of a longer name."""
    after = text[word.end : word.end + 2]
    part = after[:1] in {"-", "'", "’"} or text[max(0, word.start - 1) : word.start] == "-"
    return not part and not (after[:1] == " " and after[1:].isupper())


def _courts(text: str, listed: Collection[str]) -> Iterator[Kept]:
    """Courts that are called by their town.

    The town of a court that is no agency of the site is a place like another, and only what says
    that it is a court stays: "Magistrates" of "Oxford Magistrates". What is called after more than
    a town ("Inner London") stays whole.
    """
    for match in _COURT.finditer(text):
        town = fold(match["town"])
        if town not in ONE_WORD_PLACES and town not in WORD_PLACES:
            continue
        start = match.start()
        more = _BEFORE_A_TOWN.search(text, max(0, start - _LONGEST_BEFORE), start)
        whole = town in listed or more is not None
        begin = more.start() if more else start
        yield Kept(begin if whole else match.end("town") + 1, match.end(), False)
