"""Words that a reviewer let stand: the last gate passes over them in their own sentences.

A name let stand on purpose ("Will" as a verb, a street that bears a surname) must not block every
export that quotes its note, nor hide that name anywhere else. So a word is passed over only where
the words around it are those around it in its note.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from notecode.model import Span
from notecode.store import review
from notecode.store.connection import Database
from notecode.store.notes import load_note

_REACH = 30
"""Characters before and after a word that are compared."""

_FEWEST = 8
"""Characters around a word that must agree, spaces aside, where a passage is cut short."""

_SPACE = re.compile(r"\s")

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
    decided = {place.note_id for decision in decisions for place in decision.places}
    notes = [note for note_id in decided if (note := load_note(db, note_id))]
    texts = {note.id: note.text for note in notes}
    return frozenset(
        _standing(texts[place.note_id], place.span, listed=decision.deliberate)
        for decision in decisions
        for place in decision.places
        if place.span is not None and place.note_id in texts
        # Where it was masked after all, its tag stands there.
        if place.span.cut(texts[place.note_id])[:1] != "["
    )


def _standing(text: str, span: Span, *, listed: bool) -> StandingWord:
    # Two of the note's characters may be one of the plain text.
    before = text[max(0, span.start - 2 * _REACH) : span.start]
    after = text[span.end : span.end + 2 * _REACH]
    return StandingWord(
        _plain(span.cut(text)), _plain(before)[-_REACH:], _plain(after)[:_REACH], listed
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
    """The words that are passed over, by what they are and what stands next to them.

    A common word may be let stand in thousands of notes. So one that is found is compared with
    those alone whose nearest characters are its own.
    """

    def __init__(self, words: Iterable[StandingWord] = ()) -> None:
        """Take the words."""
        self._nearby: dict[tuple[str, str, str], list[StandingWord]] = {}
        self._bare: dict[str, list[StandingWord]] = {}
        for word in sorted(words, key=lambda each: (each.word, each.before, each.after)):
            if len(word.before) + len(word.after) < _FEWEST:
                self._bare.setdefault(word.word, []).append(word)
            for near in _nearest(word.before, word.after):
                self._nearby.setdefault((word.word, *near), []).append(word)
        known = {*self._bare, *(key[0] for key in self._nearby)}
        longest = sorted(known, key=lambda word: (-len(word), word))
        self._pattern = re.compile("|".join(map(re.escape, longest))) if longest else None

    def blanked(self, text: str) -> str:
        """The text with these words put out of sight where their own sentences are quoted."""
        if self._pattern is None:
            return text
        plain = _plain(text)
        return self._pattern.sub(lambda match: self._shown(plain, match), plain)

    def _shown(self, text: str, match: re.Match[str]) -> str:
        found = match.group()
        before = text[max(0, match.start() - _REACH) : match.start()]
        after = text[match.end() : match.end() + _REACH]
        alike = self._alike(found, before, after)
        own = any(is_quoted(word, before, after) for word in alike)
        return _BLANK * len(found) if own else found

    def _alike(self, found: str, before: str, after: str) -> Iterator[StandingWord]:
        """The words that may be this one: no other has enough in common with it."""
        yield from self._bare.get(found, ())
        for near in _nearest(before, after):
            yield from self._nearby.get((found, *near), ())


def _nearest(before: str, after: str) -> Iterator[tuple[str, str]]:
    """By what a word's surroundings are looked up; white space is a blank.

    All that is compared, of both sides and of each, for a passage that is whole there; then the
    nearest ``_FEWEST`` characters in each way of parting them, for any other.
    """
    before, after = _SPACE.sub(" ", before), _SPACE.sub(" ", after)
    yield from ((before, after), ("", after), (before, ""))
    for left in range(_FEWEST + 1):
        right = _FEWEST - left
        if left <= len(before) and right <= len(after):
            yield before[len(before) - left :], after[:right]


def _plain(text: str) -> str:
    """With quotation marks made one where CSV doubles them."""
    return text.replace('""', '"')


def is_quoted(word: StandingWord, before: str, after: str) -> bool:
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
