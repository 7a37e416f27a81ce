"""The last gate: does a text that is about to be written hold an identifier of a roster?

What it finds: every first name, surname, part of a double-barrelled name and name a person is
known by, as a whole word in any letter case and with or without accents; telephone numbers,
e-mail addresses and references however they are spaced. Of a name that is also a word (Will,
Grace, Hope), is shorter than three letters, or equals a word of the field, only these forms
count: beside another name of the same person, or with a capital, in mid-sentence or at the start
of a sentence whose next word is a person's verb ("Hope will think", but not "Will meet").

An export is searched more thoroughly: at the start of a sentence such a name counts unless the
words around it show the ordinary word, and with the vault or a people file at hand addresses, days
of birth and what was replaced in notes are looked for, whoever it named, each part of a name by
itself (``sought.py`` says which of that is looked for).

What it cannot find: misspelt names, short forms and initials (the anonymiser looks for those),
people whom no roster lists, and whatever identifies without naming.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from notecode.anonymising.findings import EMAIL, PHONE, REFERENCE, VEHICLE
from notecode.anonymising.names.cues import (
    capitalised_in_sentence,
    may_start_as_name,
    starts_as_name,
)
from notecode.anonymising.people.identifiers import national_number, plain_reference
from notecode.anonymising.pseudonyms.surrogates_given import SurrogatesGiven, days_given
from notecode.anonymising.sought import Sought, Whose, days_in
from notecode.anonymising.words.phrases import PhraseMatcher
from notecode.anonymising.words.spelling import STANDING_TAG, WORD, Token, tokens
from notecode.raw import Roster

Key = TypeVar("Key")

_WORDS = re.compile(WORD)
_EMAIL = re.compile(r"[\w.+%'’\-]{1,64}@[\w.\-]{3,255}")
_DIGITS = re.compile(r"(?:\+|\()?[0-9](?:[ \t\u00a0().\-/]{0,3}[0-9]){5,19}")
_DIGIT = re.compile(r"[0-9]")
_RUN = re.compile(r"[a-z0-9]+")
_GAP = re.compile(r"[\s./_\-]{0,2}")
_MOST_RUNS = 12
_PLURAL = 5
"""Letters that a name with an s behind it has at least, and one more."""
_UK_PATTERNS = (
    ("POSTCODE", re.compile(r"\b[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][ABD-HJLNP-UW-Z]{2}\b")),
    ("NATIONAL_INSURANCE", re.compile(r"\b[A-CEGHJ-PR-TW-Z][A-Z] ?(?:[0-9]{2} ?){3}[A-D]\b")),
    ("NHS_NUMBER", re.compile(r"(?<![0-9])[0-9]{3}[ -][0-9]{3}[ -][0-9]{4}(?![0-9])")),
    (VEHICLE, re.compile(r"\b[A-Z]{2}[0-9]{2} ?[A-Z]{3}\b")),
    ("DRIVING_LICENCE", re.compile(r"\b[A-Z9]{5}[0-9]{6}[A-Z9]{2}[A-Z0-9]{3}\b")),
    ("PRISON_NUMBER", re.compile(r"\b[A-Z][0-9]{4}[A-Z]{2}\b")),
    (PHONE, re.compile(r"(?<![0-9])(?:\+44 ?|0)[1-9](?:[ -]?[0-9]){8,9}(?![0-9])")),
    (EMAIL, re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")),
    (REFERENCE, re.compile(r"(?<![0-9/])(?:[0-9]{2}|[12][0-9]{3})/[0-9]{1,7}[A-Z]\b")),
)
_WITHOUT_DIGITS = tuple(each for each in _UK_PATTERNS if each[0] == EMAIL)
"""Those that find something in a text without digits."""


@dataclass(frozen=True, slots=True)
class Leak:
    """An identifier in a text: which text, what kind, and whose; never the identifier itself.

    ``person_id`` is "" for an identifier that a pattern found and no roster holds.
    """

    id: str
    type: str
    person_id: str


def find_leaks(
    texts: Iterable[tuple[str, str]],
    rosters: Iterable[Roster],
    *,
    uk_patterns: bool = False,
    given: Collection[str] = (),
) -> list[Leak]:
    """Every identifier of the rosters in the texts, each kind and person once a text.

    ``texts`` are pairs of an id and a text; the leaks come in their order.

    ``uk_patterns`` also reports what is written like a British postcode, telephone number, NHS or
    National Insurance number, number plate, driving licence, prison number, PNC reference or
    e-mail address, whosever it is. ``given`` is what the anonymiser put in (see ``LeakSearch``).
    """
    search = LeakSearch(rosters, given=given)
    return [
        Leak(text_id, kind, person)
        for text_id, text in texts
        for kind, person in search.find(text, uk_patterns=uk_patterns)
    ]


class LeakSearch:
    """Everything that must not stand in a text, made ready to look up."""

    def __init__(
        self,
        rosters: Iterable[Roster],
        passages: Iterable[tuple[str, str]] = (),
        *,
        allowed: Collection[str] = frozenset(),
        thorough: bool = False,
        given: Collection[str] = (),
        plain_words: Collection[str] = (),
    ) -> None:
        """Take the people, and what was replaced in notes (pairs of type and passage).

        ``allowed`` words may stand although something replaced consists of them; ``plain_words``
        are ordinary ones, that may be part of a name. If ``thorough``, the people's addresses and
        days of birth are looked for as well, names with an s behind them, and names that are
        words at the start of a sentence that does not tell. What was ``given`` in place of
        originals is no leak: a surrogate with its tag, a day that was moved.
        """
        self._surrogates = SurrogatesGiven(given)
        self._thorough = thorough
        self._sought = Sought()
        for roster in rosters:
            for person in roster.people:
                self._sought.add_person(person, thorough=thorough)
        for kind, passage in passages:
            self._sought.add_passage(kind, passage, allowed, plain_words)
        for day in days_given(given):
            self._sought.days.pop(day, None)
        self._phrases = PhraseMatcher(self._sought.phrases.items())
        self._first_words = frozenset(words[0] for words in self._sought.phrases)
        self._first_characters = frozenset(plain[0] for plain in self._sought.references)
        self._longest_reference = max(map(len, self._sought.references), default=0)
        self._first_numbers = any(word[0].isdigit() for word in self._first_words)
        self._seeks_nothing = self._sought == Sought()

    def find(self, text: str, *, uk_patterns: bool = False) -> list[Whose]:
        """Type and person of each identifier in the text, each once, sorted."""
        found = set() if self._seeks_nothing else {*self._sought_in(text)}
        if uk_patterns:
            known = {kind for kind, _ in found}
            found |= {
                (kind, "")
                for kind, pattern in (_UK_PATTERNS if _DIGIT.search(text) else _WITHOUT_DIGITS)
                if kind not in known and pattern.search(text)
            }
        return sorted(found)

    def without_tags(self, text: str) -> str:
        """The text with marks, which no word can hold, for tags and what was given with them."""
        shown = self._surrogates.blanked(text)
        return STANDING_TAG.sub(lambda tag: "]" * len(tag.group()), shown)

    def _sought_in(self, text: str) -> Iterator[Whose]:
        shown = self.without_tags(text)
        yield from self._names(shown)
        yield from self._numbers(shown)
        yield from self._days(shown)

    def _names(self, text: str) -> Iterator[Whose]:
        sought = self._sought
        if text.isascii():
            present = set(_WORDS.findall(text.lower()))
        else:
            present = {word.folded for word in tokens(text)}
        if self._thorough:
            # "the Penhaligons": no ordinary word is among these names.
            present |= {word[:-1] for word in present if word[-1] == "s" and len(word) > _PLURAL}
        for name in present & sought.single.keys():
            yield from sought.single[name]
        cued = present & sought.cued.keys()
        if not cued and not self._first_numbers and not present & self._first_words:
            return
        words = tokens(text)
        for hit in self._phrases.find(text, words):
            yield hit.value
        for index, word in enumerate(words):
            if word.folded in cued and self._is_meant(text, words, index):
                yield from sought.cued[word.folded]

    def _is_meant(self, text: str, words: Sequence[Token], index: int) -> bool:
        """Whether a word that is a name too stands for somebody; if in doubt, where thorough."""
        if capitalised_in_sentence(text, words, index) or starts_as_name(text, words, index):
            return True
        return self._thorough and may_start_as_name(text, words, index)

    def _numbers(self, text: str) -> Iterator[Whose]:
        sought = self._sought
        if sought.emails and "@" in text:
            for match in _EMAIL.finditer(text):
                yield from _known(sought.emails, match.group().casefold().rstrip(".,'’-"))
        if sought.phones:
            for match in _DIGITS.finditer(text):
                yield from _known(sought.phones, national_number(match.group()))
        # Every reference that is looked for has a digit in it.
        if sought.references and _DIGIT.search(text):
            for match in _DIGITS.finditer(text):
                yield from _known(sought.references, plain_reference(match.group()))
            yield from self._codes(text.lower())

    def _codes(self, text: str) -> Iterator[Whose]:
        """References, however they are parted: "x 419283", "ab12-cde"."""
        runs = list(_RUN.finditer(text))
        for first, run in enumerate(runs):
            if run.group()[0] not in self._first_characters:
                continue
            joined = ""
            for here in range(first, min(first + _MOST_RUNS, len(runs))):
                joined += runs[here].group()
                yield from _known(self._sought.references, joined)
                parted = here + 1 == len(runs) or not _GAP.fullmatch(
                    text, runs[here].end(), runs[here + 1].start()
                )
                if parted or len(joined) >= self._longest_reference:
                    break

    def _days(self, text: str) -> Iterator[Whose]:
        if self._sought.days:
            for day in days_in(text):
                yield from _known(self._sought.days, day)


def _known(table: Mapping[Key, Whose], key: Key) -> Iterator[Whose]:
    if key in table:
        yield table[key]
