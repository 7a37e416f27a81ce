"""Organisations that are told by what somebody does there: "sacked by Magnet", "kid at the vale".

The cue stands some words before the name, a preposition right before it; the name itself may be of
any words. In lines without capitals it ends where the remark goes on ("works at magnet full time").
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from notecode.anonymising.findings import (
    PLACE,
    SCHOOL,
    SURGERY,
    WORKPLACE,
    WORSHIP,
    Finding,
)
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.names.lists import GIVEN_NAMES, SHORT_FORMS
from notecode.anonymising.places.chains import EMPLOYERS
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.recognisers.institution_kinds import KIND_WORDS, LEVELS
from notecode.anonymising.recognisers.organisation_cues import (
    ABOUT_WORK,
    AIMED,
    CONTACTED,
    CUES,
    DWELLING,
    ENDS,
    FREELY,
    FROM,
    INVERTED,
    LABELS,
    LEADS,
    NAMED_AFTER,
    NO_DWELLING,
    NO_ORGANISATION,
    NOWHERE,
    NUMBERS,
    ONLY_WITH,
    PLURAL_VERBS,
    PUPILS,
    SURE_LEADS,
    THERE,
    WORK,
)
from notecode.anonymising.words.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.words.spelling import Token, is_capitalised, starts_sentence, word_set
from notecode.anonymising.words.vocabulary import KEPT_WORDS, TITLES

_GIVEN = GIVEN_NAMES | frozenset(SHORT_FORMS)
_KINDS = KIND_WORDS - LEVELS - KEPT_WORDS - FUNCTION_WORDS
_STOPS = frozenset(".;\n|•!?")
_JOINERS = word_set("of and n the in on")
_APOSTROPHES = frozenset({"'", "’"})
_LABEL_SIGNS = frozenset({":", "=", "-", "–", "(", ": ", " = ", " - ", " – ", " (", ":\t", " : "})
_PLACES_LEAD = (LEADS - {"of"}) | {"is", "behind", "opposite", "into", "past", "called", "round"}
_WHERE = THERE | {"the"}
_ATTENDS = frozenset({"attends", "attending"})
_SCHOOLED = _ATTENDS | {"to"}
_OF_MANY = frozenset({"and", "or", "the", "all", "both", "these"})
_NO_ENDS = NOWHERE - KIND_WORDS
_REACH = 5
_REACH_IN_SMALL = 3
_MOST_WORDS = 5
_MOST_IN_SMALL = 3
_ABOUT_REACH = 14
_SHORTEST = 3
_LIKELY, _GUESS = 0.72, 0.62


class _Name(NamedTuple):
    """The first and the last word of a name."""

    first: int
    last: int


class AnnouncedOrganisationRecogniser(NoteRecogniser):
    """Organisations by what somebody does there, whatever words their names are made of."""

    def __init__(self, dictionary: Dictionary) -> None:
        kinds = [WORKPLACE, SCHOOL, SURGERY, PLACE, WORSHIP]
        super().__init__(supported_entities=kinds, name="announced-organisation")
        self._dictionary = dictionary

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """The organisations in the text that are announced."""
        words = note.words
        for index in range(len(words) - 1):
            folded = words[index].folded
            if folded in LEADS:
                yield from self._led(text, note, index)
            if folded in LABELS or folded in WORK:
                yield from self._labelled(text, note, index)
            if folded in CONTACTED or folded in FROM or folded in FREELY:
                yield from self._about_work(text, note, index)
            if folded in DWELLING or folded == "then":
                yield from self._right_behind(text, note, index)
            if folded in _WHERE or folded in _SCHOOLED:
                yield from self._where(text, note, index)
            if folded in PLURAL_VERBS and index:
                yield from self._many(text, note, index)

    def _led(self, text: str, note: NoteArtifacts, index: int) -> Iterator[Finding]:
        """What a preposition behind a cue leads to."""
        words = note.words
        line = note.casing_at(words[index].start)
        reach = _REACH if line == "mixed" else _REACH_IN_SMALL
        kind = self._cue_before(text, words, index, reach)
        if kind is None or text[words[index].end : words[index + 1].start] != " ":
            return
        if line == "mixed":
            name = self._capitals(text, words, index + 1)
            score = _LIKELY
        elif words[index].folded in SURE_LEADS[kind]:
            name = self._small(text, words, index + 1)
            score = _GUESS
        else:
            return
        if name is not None:
            yield self._finding(words, name, kind, score)

    def _labelled(self, text: str, note: NoteArtifacts, index: int) -> Iterator[Finding]:
        """What stands in a field: "employer: magnet", "school - The Vale"."""
        words = note.words
        gap = text[words[index].end : words[index + 1].start]
        is_said = gap == " " and words[index + 1].folded == "is"
        kind = LABELS.get(words[index].folded)
        if kind is None:
            kind = WORKPLACE if gap == " (" else ""
        first = index + 1 + is_said
        if not kind or first >= len(words) or (gap not in _LABEL_SIGNS and not is_said):
            return
        line = note.casing_at(words[first].start)
        read = self._capitals if line == "mixed" else self._small
        name = read(text, words, first)
        if name is not None:
            yield self._finding(words, name, kind, _LIKELY if line == "mixed" else _GUESS)

    def _where(self, text: str, note: NoteArtifacts, index: int) -> Iterator[Finding]:
        """In small letters, a house by its name, and where somebody is: "row in the vine"."""
        words = note.words
        before, after = words[index - 1].folded if index else "", words[index + 1]
        if text[words[index].end : after.start] != " ":
            return
        name: _Name | None = None
        if words[index].folded == "the":
            if after.folded in NAMED_AFTER and before in _PLACES_LEAD:
                name = _Name(index, index + 1)
        elif note.casing_at(after.start) != "mixed" and self._leads_there(words, index):
            name = self._small(text, words, index + 1)
        if name is not None:
            kind = PLACE if words[index].folded in _WHERE else SCHOOL
            yield self._finding(words, name, kind, _GUESS)

    def _right_behind(self, text: str, note: NoteArtifacts, index: int) -> Iterator[Finding]:
        """A place without a preposition: "nana lives firth moor", "then Lantern for a year"."""
        words = note.words
        after = words[index + 1]
        if text[words[index].end : after.start] != " " or after.folded in NO_DWELLING:
            return
        mixed = note.casing_at(after.start) == "mixed"
        if words[index].folded == "then" and not mixed:
            return
        name = (self._capitals if mixed else self._small)(text, words, index + 1)
        if name is not None and (mixed or name.last > index + 1):
            yield self._finding(words, name, PLACE, _GUESS)

    @staticmethod
    def _leads_there(words: Sequence[Token], index: int) -> bool:
        """Whether somebody is where the next words say: "was at", "kids go to", "attends"."""
        before = words[index - 1].folded if index else ""
        folded = words[index].folded
        if folded == "to":
            going = before in {"go", "goes"} and index > 1
            return going and words[index - 2].folded in PUPILS
        return folded in _ATTENDS or before not in AIMED

    def _about_work(self, text: str, note: NoteArtifacts, index: int) -> Iterator[Finding]:
        """Whom somebody rang or left, where the remark is about work."""
        words = note.words
        if text[words[index].end : words[index + 1].start] != " ":
            return
        if note.casing_at(words[index].start) != "mixed":
            return
        if not text[words[index + 1].start].isupper():
            return
        name = self._capitals(text, words, index + 1)
        if name is None:
            return
        shouted = text[words[name.last].start : words[name.last].end].isupper()
        free = words[index].folded in FREELY and not shouted
        if not free and not self._is_about_work(text, words, name):
            return
        yield self._finding(words, name, WORKPLACE, _GUESS)

    def _many(self, text: str, note: NoteArtifacts, index: int) -> Iterator[Finding]:
        """A name in the singular before a verb in the plural: "Magnet have taken him on"."""
        words = note.words
        last = index - 1
        if text[words[last].end : words[index].start] != " ":
            return
        if note.casing_at(words[index].start) != "mixed":
            return
        first = index
        while first > 0 and index - first < _MOST_WORDS:
            before, gap = words[first - 1], text[words[first - 1].end : words[first].start]
            owned = before.folded == "s" and gap == " "
            capital = is_capitalised(text[before.start : before.end]) or owned
            if not capital or gap not in {" ", "'", "’"}:
                break
            first -= 1
        while first <= last and words[first].folded in FUNCTION_WORDS:
            first += 1
        if first > last or not self._is_one(text, words, first, last):
            return
        name = self._capitals(text, words, first)
        if name is not None and name.last == last:
            yield self._finding(words, name, WORKPLACE, _GUESS)

    def _is_one(self, text: str, words: Sequence[Token], first: int, last: int) -> bool:
        """Whether the words are no plural, nor the second of two people."""
        folded = words[last].folded
        lone = first == last
        if folded.endswith("s") and folded in self._dictionary:
            return False
        if first and words[first - 1].folded in _OF_MANY - ({"the"} if not lone else set()):
            return False
        if first and text[words[first - 1].end : words[first].start] not in {" ", ". ", ") "}:
            return "\n" in text[words[first - 1].end : words[first].start]
        verbal = folded.endswith(("ed", "ing", "ly")) or folded in INVERTED
        return not (lone and verbal and starts_sentence(text, words[first].start))

    @staticmethod
    def _is_about_work(text: str, words: Sequence[Token], name: _Name) -> bool:
        """Whether a word for work stands in the same sentence."""
        for position in range(name.last + 1, min(len(words), name.last + _ABOUT_REACH)):
            if not _STOPS.isdisjoint(text[words[position - 1].end : words[position].start]):
                break
            if words[position].folded in ABOUT_WORK:
                return True
        for position in range(name.first - 1, max(-1, name.first - _ABOUT_REACH), -1):
            if words[position].folded in ABOUT_WORK:
                return True
            if position and not _STOPS.isdisjoint(
                text[words[position - 1].end : words[position].start]
            ):
                break
        return False

    @staticmethod
    def _cue_before(text: str, words: Sequence[Token], index: int, reach: int) -> str | None:
        """The kind that the nearest cue before the preposition tells, within the sentence."""
        for position in range(index - 1, max(-1, index - 1 - reach), -1):
            gap = text[words[position].end : words[position + 1].start]
            if not _STOPS.isdisjoint(gap):
                return None
            kind = CUES.get(words[position].folded)
            if kind is not None:
                only = ONLY_WITH.get(words[position].folded)
                return kind if only is None or words[index].folded in only else None
            if words[position].folded in LEADS:
                return None
        return None

    def _capitals(self, text: str, words: Sequence[Token], index: int) -> _Name | None:
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
        return _Name(index, last) if self._is_name(text, words, first, last) else None

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
        return word.folded not in KEPT_WORDS or word.folded in EMPLOYERS

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

    def _small(self, text: str, words: Sequence[Token], index: int) -> _Name | None:
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
        return _Name(index, last)

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

    @staticmethod
    def _finding(words: Sequence[Token], name: _Name, kind: str, score: float) -> Finding:
        first = name.first
        if words[first].folded == "the" and kind != PLACE:
            first += 1
        return Finding(
            words[first].start, words[name.last].end, kind, score, "announced-organisation"
        )
