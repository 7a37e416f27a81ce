"""How far the name of an organisation reaches, by its capitals or by where a remark goes on."""

from collections.abc import Sequence
from typing import NamedTuple

from notecode.anonymising.names.lists import GIVEN_NAMES, SHORT_FORMS
from notecode.anonymising.places.chains import EMPLOYERS
from notecode.anonymising.recognisers.institution_kinds import KIND_WORDS, LEVELS
from notecode.anonymising.recognisers.organisation_cues import (
    ENDS,
    NO_ORGANISATION,
    NOWHERE,
    NUMBERS,
)
from notecode.anonymising.words.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.words.spelling import Token, is_capitalised, word_set
from notecode.anonymising.words.vocabulary import CALENDAR_WORDS, KEPT_WORDS, TITLES

_GIVEN = GIVEN_NAMES | frozenset(SHORT_FORMS)
_KINDS = KIND_WORDS - LEVELS - KEPT_WORDS - FUNCTION_WORDS
_JOINERS = word_set("of and n the in on")
_APOSTROPHES = frozenset({"'", "’"})
_NO_ENDS = NOWHERE - KIND_WORDS
_MOST_WORDS = 5
_MOST_IN_SMALL = 3
_SHORTEST = 3


class OrganisationName(NamedTuple):
    """The first and the last word of a name."""

    first: int
    last: int


class OrganisationNames:
    """Reads the name that begins at a word, whatever words it is made of."""

    def __init__(self, dictionary: Dictionary) -> None:
        """Take what tells plain English."""
        self._dictionary = dictionary

    def capitals(self, text: str, words: Sequence[Token], index: int) -> OrganisationName | None:
        """The name of capitalised words that begins at this word."""
        first = index
        if index and "\n" in text[words[index - 1].end : words[index].start]:
            return None
        if words[first].folded == "the" and first + 1 < len(words):
            first += 1
        if not self._opens(text, words, first):
            return None
        last = first
        while last + 1 < len(words) and last - first < _MOST_WORDS:
            further = self._further(text, words, last)
            if further is None:
                break
            last = further
        if not self._is_name(text, words, first, last) or self._is_owner(text, words, first, last):
            return None
        return OrganisationName(index, last)

    @staticmethod
    def _is_owner(text: str, words: Sequence[Token], first: int, last: int) -> bool:
        """Whether something of somebody's follows, or their home: "with Del's mum", "at Ona's"."""
        if last != first + 1 or words[last].folded != "s":
            return False
        after = words[last + 1] if last + 1 < len(words) else None
        follows = after and text[words[last].end : after.start] == " " and after.folded not in ENDS
        owned = follows and after and after.folded not in FUNCTION_WORDS
        return bool(owned) or words[first].folded in _GIVEN

    @staticmethod
    def _is_capital(text: str, word: Token) -> bool:
        written = text[word.start : word.end]
        elided = written == "O" and text[word.end : word.end + 1] in _APOSTROPHES
        return is_capitalised(written) or (written.isupper() and len(written) > 1) or elided

    def _opens(self, text: str, words: Sequence[Token], index: int) -> bool:
        word = words[index]
        if not self._is_capital(text, word) or word.folded in TITLES:
            return False
        written = text[word.start : word.end]
        if written.isupper() and len(written) < _SHORTEST:
            return text[word.end : word.end + 1] in {"&", "'", "’"}
        return word.folded not in FUNCTION_WORDS

    def _further(self, text: str, words: Sequence[Token], last: int) -> int | None:
        """The index to which the name goes on behind ``words[last]``."""
        after = words[last + 1]
        gap = text[words[last].end : after.start]
        if gap in _APOSTROPHES and (after.folded == "s" or words[last].folded == "o"):
            return last + 1
        if gap not in {" ", "-", " & "}:
            return None
        if self._is_capital(text, after) and self._may_stand(after):
            return last + 1
        joined = gap == " " and after.folded in _JOINERS and last + 2 < len(words)
        if joined and text[after.end : words[last + 2].start] == " ":
            beyond = words[last + 2]
            if after.folded in {"of", "and", "n"} and self._is_capital(text, beyond):
                fits = self._may_stand(beyond) and beyond.folded not in _GIVEN
                return last + 2 if fits else None
        kind = after.folded in _KINDS and gap == " "
        return last + 1 if kind else None

    @staticmethod
    def _may_stand(word: Token) -> bool:
        day = word.folded.removesuffix("s") in CALENDAR_WORDS
        return word.folded in EMPLOYERS or not (day or word.folded in KEPT_WORDS)

    def _is_name(self, text: str, words: Sequence[Token], first: int, last: int) -> bool:
        parts = [word for word in words[first : last + 1] if word.folded != "s"]
        folded = [word.folded for word in parts if word.folded not in _JOINERS]
        if any(word in NO_ORGANISATION for word in folded[:1]):
            return False
        if folded[0] in KEPT_WORDS and folded[0] not in EMPLOYERS:
            return False
        if all(word in KIND_WORDS or word in NO_ORGANISATION for word in folded):
            return False
        lone = len(folded) == 1
        if lone and text[parts[0].start : parts[0].end].isupper():
            return folded[0] not in self._dictionary
        owned = any(word.folded == "s" for word in words[first : last + 1])
        return folded[0] not in _GIVEN or owned or not KIND_WORDS.isdisjoint(folded[1:])

    def small(self, text: str, words: Sequence[Token], index: int) -> OrganisationName | None:
        """The name that begins at this word in a line that is typed all alike."""
        first = index + (words[index].folded == "the")
        if first > index and text[words[index].end : words[index].end + 1] != " ":
            return None
        last: int | None = None
        for position in range(first, min(len(words), first + _MOST_IN_SMALL)):
            word = words[position]
            gap = text[words[position - 1].end : word.start] if position > index else " "
            if gap in _APOSTROPHES and word.folded == "s" and last is not None:
                last = position
                continue
            if gap not in {" ", " & ", "-"} or not self._fits_small(word, position == first):
                break
            last = position
        while last is not None and last > first and words[last].folded in _NO_ENDS:
            last -= 1
        if last is None or not self._is_small_name(words[first : last + 1]):
            return None
        return OrganisationName(index, last)

    def _fits_small(self, word: Token, first: bool) -> bool:
        folded = word.folded
        if folded in FUNCTION_WORDS or folded in ENDS or folded[0].isdigit():
            return False
        if folded in EMPLOYERS:
            return True
        if folded in KEPT_WORDS:
            return False
        if first:
            return folded not in NOWHERE
        # "magnet rang" ends there, but "three bridges" is a name: common verbs in -s are listed
        return folded.endswith("s") or not self._dictionary.is_finite_verb(folded)

    def _is_small_name(self, parts: Sequence[Token]) -> bool:
        folded = [word.folded for word in parts]
        if folded[0] in NUMBERS and not NOWHERE.isdisjoint((*folded[1:], *folded[-1:])):
            return False
        if len(folded) == 1 and (folded[0] in _GIVEN | NUMBERS or len(folded[0]) < _SHORTEST):
            return False
        if folded[0].endswith(("ing", "ly")) and folded[0] in self._dictionary:
            return False
        return not all(word in KIND_WORDS or word in NO_ORGANISATION for word in folded)
