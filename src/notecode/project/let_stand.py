"""Words that a reviewer let stand: the last gate passes over them in their own sentences.

A name let stand on purpose ("Will" as a verb, a street that bears a surname) must not block every
export that quotes its note, nor hide that name anywhere else. So a word is passed over only where
the words around it are those around it in its note.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

from notecode.store import review
from notecode.store.connection import Database
from notecode.store.notes import load_notes

_REACH = 30
"""Characters before and after a word that are compared."""

_FEWEST = 8
"""Characters around a word that must agree, spaces aside, where a passage is cut short."""

_EDGES = frozenset("\"',;|\t\r\n")
"""What may stand around a passage in a file that quotes it."""

_BLANK = "]"
"""What stands for a word that is passed over; no word can hold it."""


@dataclass(frozen=True, slots=True, repr=False)
class StandingWord:
    """A word of a note with the text before and after it; ``listed``: it was let stand on purpose.

    Printed it hides what it holds.
    """

    word: str
    before: str
    after: str
    listed: bool

    def __repr__(self) -> str:
        return "StandingWord(hidden)"

    __str__ = __repr__


def words_let_stand(db: Database) -> frozenset[StandingWord]:
    """Every place of the stored notes at which a reviewer let a word stand."""
    decisions = [d for d in review.load_decisions(db) if d.action == "unmask"]
    if not decisions:
        return frozenset()
    texts = {note.id: note.text for note in load_notes(db)}
    return frozenset(
        StandingWord(
            word,
            _plain(texts[place.note_id][: place.span.start])[-_REACH:],
            _plain(texts[place.note_id][place.span.end :])[:_REACH],
            decision.deliberate,
        )
        for decision in decisions
        for place in decision.places
        if place.span is not None and place.note_id in texts
        # Where it was masked after all, its tag stands there.
        if (word := _plain(place.span.cut(texts[place.note_id])))[:1] != "["
    )


def said_of(words: Iterable[StandingWord]) -> str:
    """How many places are passed over, to be said beside what was searched for; "" if none."""
    words = list(words)
    if not words:
        return ""
    listed = sum(word.listed for word in words)
    places = "1 place" if len(words) == 1 else f"{len(words)} places"
    return (
        f"but for {places} of notes where a reviewer let a word stand"
        f" ({listed} of them a name or number of the people file, on purpose)"
    )


class LetStand:
    """The words that are passed over, by what they are."""

    def __init__(self, words: Iterable[StandingWord] = ()) -> None:
        """Take the words."""
        self._by_word: dict[str, list[StandingWord]] = {}
        for word in sorted(words, key=lambda each: (each.word, each.before, each.after)):
            self._by_word.setdefault(word.word, []).append(word)
        longest = sorted(self._by_word, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest)) or r"(?!)")

    def blanked(self, text: str) -> str:
        """The text with these words put out of sight where their own sentences are quoted."""
        if not self._by_word:
            return text
        plain = _plain(text)
        return self._pattern.sub(lambda match: self._shown(plain, match, self._by_word), plain)

    def _shown(
        self, text: str, match: re.Match[str], words: Mapping[str, list[StandingWord]]
    ) -> str:
        found = match.group()
        before = text[max(0, match.start() - _REACH) : match.start()]
        after = text[match.end() : match.end() + _REACH]
        own = any(_is_quoted(word, before, after) for word in words[found])
        return _BLANK * len(found) if own else found


def _plain(text: str) -> str:
    """With quotation marks made one where CSV doubles them."""
    return text.replace('""', '"')


def _is_quoted(word: StandingWord, before: str, after: str) -> bool:
    """Whether what stands around a word is its note's text, or a passage of it."""
    left = _agreeing(reversed(word.before), reversed(before))
    right = _agreeing(word.after, after)
    if not _ends_well(len(left), word.before, before[::-1]):
        return False
    if not _ends_well(len(right), word.after, after):
        return False
    whole = len(left) == len(word.before) and len(right) == len(word.after)
    return whole or sum(not c.isspace() for c in left + right) >= _FEWEST


def _agreeing(own: Iterable[str], other: Iterable[str]) -> str:
    """What the two have in common from the word on; white space is white space."""
    pairs: Iterator[tuple[str, str]] = zip(own, other, strict=False)
    same = takewhile(lambda pair: pair[0] == pair[1] or (pair[0] + pair[1]).isspace(), pairs)
    return "".join(a for a, _ in same)


def _ends_well(agreeing: int, own: str, other: str) -> bool:
    """Whether the two agree up to the end of either, or to where a passage ends in its file."""
    if agreeing in {len(own), len(other)} or other[agreeing] in _EDGES:
        return True
    # The line break of the file was taken for a space of the note.
    return agreeing > 0 and other[agreeing - 1] in "\r\n\t"
