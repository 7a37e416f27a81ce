"""Organisations that are told by what somebody does there: "sacked by Magnet", "kid at the vale".

The cue stands some words before the name, a preposition right before it; the name itself may be of
any words. In lines without capitals it ends where the remark goes on ("works at magnet full time").
"""

from collections.abc import Iterable, Iterator, Sequence

from notecode.anonymising.findings import (
    PLACE,
    SCHOOL,
    SURGERY,
    WORKPLACE,
    WORSHIP,
    Finding,
)
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.recognisers.organisation_cues import (
    ABOUT_WORK,
    AIMED,
    CONTACTED,
    CUES,
    DWELLING,
    FREELY,
    FROM,
    INVERTED,
    LABELS,
    LEADS,
    NAMED_AFTER,
    NO_DWELLING,
    ONLY_WITH,
    PLURAL_VERBS,
    PUPILS,
    SINCE,
    SURE_LEADS,
    THERE,
    WORK,
)
from notecode.anonymising.recognisers.organisation_name import OrganisationName, OrganisationNames
from notecode.anonymising.words.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.words.spelling import Token, is_capitalised, starts_sentence

_STOPS = frozenset(".;\n|•!?")
_LABEL_SIGNS = frozenset({":", "=", "-", "–", "(", ": ", " = ", " - ", " – ", " (", ":\t", " : "})
_PLACES_LEAD = (LEADS - {"of"}) | {"is", "behind", "opposite", "into", "past", "called", "round"}
_WHERE = THERE | {"the"}
_ATTENDS = frozenset({"attends", "attending"})
_SCHOOLED = _ATTENDS | {"to"}
_OF_MANY = frozenset({"and", "or", "the", "all", "both", "these"})
_REACH = 5
_REACH_IN_SMALL = 3
_MOST_WORDS = 5
_ABOUT_REACH = 14
_SURE, _LIKELY, _GUESS = 0.8, 0.72, 0.62


class AnnouncedOrganisationRecogniser(NoteRecogniser):
    """Organisations by what somebody does there, whatever words their names are made of."""

    def __init__(self, dictionary: Dictionary) -> None:
        kinds = [WORKPLACE, SCHOOL, SURGERY, PLACE, WORSHIP]
        super().__init__(supported_entities=kinds, name="announced-organisation")
        self._dictionary = dictionary
        self._names = OrganisationNames(dictionary)

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
            if folded in DWELLING or folded in SINCE:
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
            name = self._names.capitals(text, words, index + 1)
            score = _LIKELY
        elif words[index].folded in SURE_LEADS[kind]:
            name = self._names.small(text, words, index + 1)
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
        read = self._names.capitals if line == "mixed" else self._names.small
        name = read(text, words, first)
        if name is not None:
            yield self._finding(words, name, kind, _LIKELY if line == "mixed" else _GUESS)

    def _where(self, text: str, note: NoteArtifacts, index: int) -> Iterator[Finding]:
        """In small letters, a house by its name, and where somebody is: "row in the vine"."""
        words = note.words
        before, after = words[index - 1].folded if index else "", words[index + 1]
        if text[words[index].end : after.start] != " ":
            return
        name: OrganisationName | None = None
        if words[index].folded == "the":
            if after.folded in NAMED_AFTER and before in _PLACES_LEAD:
                name = OrganisationName(index, index + 1)
        elif note.casing_at(after.start) != "mixed" and self._leads_there(words, index):
            name = self._names.small(text, words, index + 1)
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
        if words[index].folded in SINCE and not mixed:
            return
        name = (self._names.capitals if mixed else self._names.small)(text, words, index + 1)
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
        name = self._names.capitals(text, words, index + 1)
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
        name = self._names.capitals(text, words, first)
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
    def _is_about_work(text: str, words: Sequence[Token], name: OrganisationName) -> bool:
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

    @staticmethod
    def _finding(
        words: Sequence[Token], name: OrganisationName, kind: str, score: float
    ) -> Finding:
        first = name.first
        if words[first].folded == "the" and kind != PLACE:
            first += 1
        if score == _LIKELY and name.last > name.first + (words[name.first].folded == "the"):
            score = _SURE  # what else is found in it is a part of it: "Lantern Rye Road"
        return Finding(
            words[first].start, words[name.last].end, kind, score, "announced-organisation"
        )
