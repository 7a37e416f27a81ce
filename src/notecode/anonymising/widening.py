"""Masks that stop short of the name they are part of: "mandeep d", "O'Docherty", "South Yorkshire".

What was found is a word that is known; how far the name reaches shows in what stands right beside
it: an apostrophe or a hyphen, an initial, a particle, a point of the compass, a further capital.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from notecode.anonymising.findings import (
    AGE,
    GUESS_BELOW,
    NAMED_PLACES,
    PERSON,
    REVIEW,
    Finding,
)
from notecode.anonymising.marked_text import MarkedText
from notecode.anonymising.names.lists import GIVEN_NAMES, SHORT_FORMS, WORD_NAMES
from notecode.anonymising.words.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.words.spelling import is_capitalised, word_set
from notecode.anonymising.words.vocabulary import KEPT_WORDS

_PARTICLES = word_set(
    "mc mac nic ni ui el al la le de di du del della dos das van von der den bin bint ibn abu an"
    " umm ferch md mohd"
)
_RANKS = frozenset({"di"})
"""Particles that are ranks where they stand in capitals."""
_CUT_SHORT = frozenset({"md", "mohd"})
"""Particles that a full stop may follow."""
_ELIDED = frozenset({"o", "d", "n"})
_COMPASS = word_set("north south east west central upper lower great little mid inner outer")
_HYPHENS = frozenset({"-", "\u2010", "\u2011"})
_APOSTROPHES = frozenset({"'", "’"})
_SMALL_INITIALS = frozenset("bcdefghjlpqstz")
"""Letters that stand for no word in hurried notes, as "w", "n" and "u" do."""
_NO_INITIALS = frozenset("aivx")
"""Capitals that are a word, the victim, or a cross."""
_JOINTS = frozenset("'’&/+-.@")
_NAMES = (GIVEN_NAMES | frozenset(SHORT_FORMS) | WORD_NAMES) - KEPT_WORDS
_ODD = frozenset({"odd", "ish"})
_MOST_PARTICLES = 3
_MOST_WORDS = 3
"""By how many words a name is widened behind at the most."""


class _Place(NamedTuple):
    """A finding, and the numbers of its first and last word."""

    finding: Finding
    first: int
    last: int


class Widening:
    """Asks of what was found in a text whether its name goes on."""

    def __init__(self, dictionary: Dictionary) -> None:
        """Take what tells plain English."""
        self._dictionary = dictionary

    def find(self, view: MarkedText, masked: Sequence[Finding]) -> Iterator[Finding]:
        """The wider findings; ``masked`` are disjoint, and ``view`` says what they cover."""
        starts = [word.start for word in view.words]
        ends = [word.end for word in view.words]
        for finding in masked:
            first = bisect_right(ends, finding.start)
            last = bisect_left(starts, finding.end) - 1
            if finding.recogniser == REVIEW or first > last:
                continue
            place = _Place(finding, first, last)
            begin = self._begin(view, place) if _is_free(view, first - 1) else first
            end = self._last(view, place)
            if begin < first or end > last:
                yield replace(
                    finding,
                    start=min(finding.start, view.words[begin].start),
                    end=max(finding.end, view.words[end].end),
                )

    def _last(self, view: MarkedText, place: _Place) -> int:
        """The number of the last word, once nothing more belongs to the name."""
        end = place.last
        for _ in range(_MOST_WORDS):
            if not _is_free(view, end + 1):
                break
            further = self._end(view, place._replace(last=end))
            if further == end:
                break
            end = further
        return end

    def _begin(self, view: MarkedText, place: _Place) -> int:
        """The number of the word with which the name begins."""
        finding, first = place.finding, place.first
        folded, gap = view.words[first - 1].folded, view.gap_before(first)
        if finding.type != PERSON and finding.type not in NAMED_PLACES:
            return first
        if gap in _APOSTROPHES and folded in _ELIDED:
            return first - 1
        if gap in _HYPHENS and self._is_part(folded):
            return first - 1
        if finding.type == PERSON:
            return _begin_of_person(view, first)
        return _begin_of_place(view, first)

    def _end(self, view: MarkedText, place: _Place) -> int:
        """The number of the word with which the name ends."""
        finding, last = place.finding, place.last
        folded, gap = view.words[last + 1].folded, view.gap_after(last)
        if finding.type == AGE:
            return last + (gap == " " and folded in _ODD)
        if finding.type != PERSON and finding.type not in NAMED_PLACES:
            return last
        if gap in _HYPHENS and self._is_part(folded):
            return last + 1
        if finding.type == PERSON and _is_initial(view, place):
            return last + 1
        guessed = finding.type != PERSON or finding.score < GUESS_BELOW
        if guessed and gap == " " and _is_capital_word(view, last + 1):
            return last + 1
        if finding.type != PERSON and gap in _APOSTROPHES and folded == "s":
            return last + _ends_a_part(view, last + 1)
        return last

    def _is_part(self, folded: str) -> bool:
        """Whether what a hyphen joins to a name belongs to it: no plain word, as in "ex-Karl"."""
        plain = folded in self._dictionary or folded in FUNCTION_WORDS
        return len(folded) == 1 or folded in _PARTICLES or not (plain or folded[0].isdigit())


def _is_free(view: MarkedText, index: int) -> bool:
    return 0 <= index < len(view.words) and not view.cover[index]


def _begin_of_person(view: MarkedText, first: int) -> int:
    """Particles, or a name in capitals that is a word too: "PRECIOUS CHIDZIVA"."""
    begin = first
    while first - begin < _MOST_PARTICLES and _is_particle(view, begin - 1):
        begin -= 1
    if begin < first or view.gap_before(first) != " ":
        return begin
    before, own = view.words[first - 1].folded, view.words[first].folded
    capital = view.written(first - 1)[0].isupper() and view.written(first)[0].isupper()
    surname = own not in _NAMES and len(own) > 1
    return first - 1 if capital and surname and before in _NAMES else first


def _is_particle(view: MarkedText, index: int) -> bool:
    if not _is_free(view, index) or view.words[index].folded not in _PARTICLES:
        return False
    folded, gap = view.words[index].folded, view.gap_after(index)
    if gap != " " and not (gap == ". " and folded in _CUT_SHORT):
        return False
    return not (folded in _RANKS and view.written(index).isupper())


def _begin_of_place(view: MarkedText, first: int) -> int:
    """A point of the compass, or what is "of" the place: "Howe of Fife"."""
    before = view.words[first - 1].folded
    if view.gap_before(first) != " " or not view.written(first)[0].isupper():
        return first
    if before in _COMPASS and view.written(first - 1)[0].isupper():
        return first - 1
    whole = before == "of" and _is_free(view, first - 2) and not view.starts(first - 2)
    return first - 2 if whole and _is_capital_word(view, first - 2) else first


def _is_capital_word(view: MarkedText, index: int) -> bool:
    """Whether it has a capital that is not usual, and is no word of the field."""
    folded = view.words[index].folded
    if folded in KEPT_WORDS or folded in FUNCTION_WORDS or view.casing(index) != "mixed":
        return False
    return is_capitalised(view.written(index))


def _is_initial(view: MarkedText, place: _Place) -> bool:
    """Whether a letter behind a name is its initial: "mandeep d", "C M-R", "CAMPBELL, D A"."""
    index = place.last + 1
    word, gap, written = view.words[index], view.gap_after(place.last), view.written(index)
    if len(word.folded) != 1 or not word.folded.isalpha():
        return False
    after = view.text[word.end : word.end + 1]
    lone = place.first == place.last
    if gap in {", ", ","}:
        ends = not after or after in ".\n)|\t"
        return lone and written.isupper() and word.folded not in _NO_INITIALS and ends
    if gap != " " or after.isdigit():
        return False
    listed = "," in view.text[place.finding.start : place.finding.end]
    if not lone:
        one = len(view.words[place.last].folded) == 1
        return one and listed and written.isupper()
    if len(view.words[place.first].folded) == 1:
        return written.isupper() and after in _HYPHENS
    if after and after in _JOINTS and view.text[word.end + 1 : word.end + 2].strip():
        return False
    if written.isupper():
        return word.folded not in _NO_INITIALS
    return view.casing(index) == "lower" and word.folded in _SMALL_INITIALS


def _ends_a_part(view: MarkedText, index: int) -> bool:
    """Whether a stop or the end follows: "sofa above Morley's." but "Morley's window"."""
    after = view.text[view.words[index].end : view.words[index].end + 1]
    return not after or after in ",.;:)\n"
