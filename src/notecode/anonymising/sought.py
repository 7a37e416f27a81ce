"""What the last gate looks for: names, phrases, numbers and dates, each with type and person.

Everything is kept in the form in which it is compared: folded, without spaces and punctuation.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from notecode.anonymising.findings import (
    ADDRESS,
    AGE,
    DATE,
    DATE_OF_BIRTH,
    EMAIL,
    LANGUAGE,
    NATIONAL_INSURANCE,
    NATIONALITY,
    NHS_NUMBER,
    PERSON,
    PHONE,
    POSTCODE,
    REFERENCE,
    RELIGION,
    VEHICLE,
)
from notecode.anonymising.names.cues import is_word_name
from notecode.anonymising.names.lists import FREQUENT_WORDS, GIVEN_NAMES, SURNAMES
from notecode.anonymising.people.identifiers import national_number, plain_reference
from notecode.anonymising.people.roster import PARTICLES
from notecode.anonymising.words.dictionary import FUNCTION_WORDS
from notecode.anonymising.words.informal import INFORMAL_WORDS
from notecode.anonymising.words.spelling import folded_words
from notecode.anonymising.words.vocabulary import ABBREVIATIONS
from notecode.raw import Person

Whose = tuple[str, str]
"""An identifier type and the person's id; "" for somebody whom no roster lists."""
Day = tuple[int, int, int]
"""Day, month, and the year's last two digits."""

_SHORTEST_PART = 3
_SHORTEST_REFERENCE = 4
_SHORTEST_PHONE = 6
_SHORTEST_CODE = 6
_SHORTEST_NUMBERED = 8
"""Letters and digits of what has a number in it and is no number: "14 Larkspur Street"."""
_FEWEST_DIGITS = 1
_NUMBERED = frozenset({NATIONAL_INSURANCE, NHS_NUMBER, PHONE, POSTCODE, REFERENCE, VEHICLE})
"""Types that have digits in them: what has none was found by mistake."""
_PLAIN = FUNCTION_WORDS | FREQUENT_WORDS | ABBREVIATIONS | (INFORMAL_WORDS - GIVEN_NAMES - SURNAMES)
"""Words that say nothing by themselves, though they were replaced as somebody's name once."""
_UNSOUGHT = frozenset({AGE, NATIONALITY, RELIGION, LANGUAGE})
"""Types whose words a case record may state by themselves ("32", "Polish")."""
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[./\-](\d{1,2})[./\-]((?:19|20)?\d{2})(?!\d)")
_ISO = re.compile(r"(?<!\d)((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)")
_WORDED = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ \-]*([A-Za-z]{3,9})\.?,?[ \-]*"
    r"((?:19|20)?\d{2})(?!\d)"
)
_MONTH_FIRST = re.compile(
    r"\b([A-Za-z]{3,9})\.?[ \-]*(\d{1,2})(?:st|nd|rd|th)?,?[ \-]+((?:19|20)?\d{2})(?!\d)"
)


@dataclass(slots=True)
class Sought:
    """The tables in which each word, phrase, number and date of a text is looked up.

    Of ``cued`` names only such uses count as fit a name; ``single`` ones count anywhere.
    """

    single: dict[str, list[Whose]] = field(default_factory=dict)
    cued: dict[str, list[Whose]] = field(default_factory=dict)
    phrases: dict[tuple[str, ...], Whose] = field(default_factory=dict)
    phones: dict[str, Whose] = field(default_factory=dict)
    emails: dict[str, Whose] = field(default_factory=dict)
    references: dict[str, Whose] = field(default_factory=dict)
    days: dict[Day, Whose] = field(default_factory=dict)

    def add_person(self, person: Person, *, thorough: bool) -> None:
        """Look for a person's names and numbers; if ``thorough`` for address and birth too."""
        who = (PERSON, person.id)
        for name in _single_names(person):
            group = self.cued if is_word_name(name) else self.single
            group.setdefault(name, []).append(who)
        for words in _full_names(person):
            self.phrases.setdefault(words, who)
        for number in map(national_number, person.phones):
            if len(number) >= _SHORTEST_PHONE:
                self.phones[number] = (PHONE, person.id)
        for email in person.emails:
            self.emails[email.strip().casefold()] = (EMAIL, person.id)
        for plain in map(plain_reference, person.identifiers):
            if len(plain) >= _SHORTEST_REFERENCE and any(c.isdigit() for c in plain):
                self.references[plain] = (REFERENCE, person.id)
        if thorough:
            self._add_home(person)

    def add_passage(
        self, kind: str, passage: str, allowed: Collection[str], plain_words: Collection[str] = ()
    ) -> None:
        """Look for what was replaced in a note.

        ``plain_words`` are ordinary ones: as part of a name they count only with a capital.

        ``allowed`` are folded words that may stand in an export as they are: those of sites, of
        the codebook, and ids. Ages, nationalities and the like, days without a year, and codes of
        fewer than six letters and digits are not looked for: by themselves they say too little.
        """
        whose = (kind, "")
        words = folded_words(passage)
        plain = plain_reference(passage)
        if kind in _UNSOUGHT or not words or all(word in allowed for word in words):
            return
        if "@" in passage:
            self.emails.setdefault(passage.strip().casefold(), whose)
        elif kind in {DATE, DATE_OF_BIRTH}:
            for day in days_in(passage):
                self.days.setdefault(day, whose)
        elif sum(c.isdigit() for c in plain) >= _FEWEST_DIGITS:
            self._add_code(whose, plain, words, allowed)
        elif kind in _NUMBERED:
            return
        elif kind == PERSON:
            self._add_name(whose, words, allowed, plain_words)
        elif len(words) > 1:
            self.phrases.setdefault(words, whose)
        else:
            self._add_word(self.cued, whose, words[0])

    def _add_name(
        self,
        whose: Whose,
        words: tuple[str, ...],
        allowed: Collection[str],
        plain_words: Collection[str],
    ) -> None:
        """Look for a name that was replaced: whole, joined to a handle, and each part of it.

        A part that is no ordinary word counts in any letter case, wherever it stands.
        """
        if len(words) > 1:
            self.phrases.setdefault(words, whose)
            self.phrases.setdefault(("".join(words),), whose)
        for word in words:
            if word not in allowed and word not in PARTICLES:
                plain = word in _PLAIN or word in plain_words or is_word_name(word)
                self._add_word(self.cued if plain else self.single, whose, word)

    def _add_word(self, group: dict[str, list[Whose]], whose: Whose, word: str) -> None:
        if len(word) >= _SHORTEST_PART and word not in self.single:
            known = group.setdefault(word, [])
            if whose not in known:
                known.append(whose)

    def _add_code(
        self, whose: Whose, plain: str, words: tuple[str, ...], allowed: Collection[str]
    ) -> None:
        """Look for something with digits in it: a number, a plate, a numbered address."""
        if whose[0] not in _NUMBERED and len(words) > 1 and len(plain) >= _SHORTEST_NUMBERED:
            self.phrases.setdefault(words, whose)
        elif plain.isdigit() and whose[0] == PHONE:
            self.phones.setdefault(national_number(plain), whose)
        elif len(plain) >= _SHORTEST_CODE and plain not in allowed:
            self.references.setdefault(plain, whose)

    def _add_home(self, person: Person) -> None:
        for address in person.addresses:
            for part in re.split(r"[,\n]", address):
                words = folded_words(part)
                for said in (words, words[1:] if words and words[0].isdigit() else ()):
                    if len(said) > 1:
                        self.phrases.setdefault(said, (ADDRESS, person.id))
        if person.dob:
            self.days[_day(person.dob)] = (DATE_OF_BIRTH, person.id)


def names_of(people: Iterable[Person]) -> frozenset[str]:
    """The folded words of these people's names."""
    return frozenset(name for person in people for name in _single_names(person))


def days_in(text: str) -> Iterator[Day]:
    """Every day with its year that the text states: 12/03/2017, 2017-03-12, 12th March 17."""
    for day, month, year in _NUMERIC.findall(text):
        yield int(day), int(month), int(year) % 100
    for year, month, day in _ISO.findall(text):
        yield int(day), int(month), int(year) % 100
    for day, name, year in _WORDED.findall(text):
        yield from _named(day, name, year)
    for name, day, year in _MONTH_FIRST.findall(text):
        yield from _named(day, name, year)


def _named(day: str, name: str, year: str) -> Iterator[Day]:
    month = MONTH_NUMBERS.get(name.casefold()[:3])
    if month:
        yield int(day), month, int(year) % 100


def _day(day: date) -> Day:
    return day.day, day.month, day.year % 100


MONTH_NUMBERS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}


def _single_names(person: Person) -> set[str]:
    names: set[str] = set()
    for part in (person.first_name, person.last_name, *person.known_as):
        words = folded_words(part)
        names.update(word for word in words if len(word) >= _SHORTEST_PART or len(words) == 1)
        names.add("".join(words))
    return {name for name in names if len(name) > 1 and name not in PARTICLES}


def _full_names(person: Person) -> Iterable[tuple[str, ...]]:
    last = folded_words(person.last_name)
    for part in (person.first_name, *person.known_as):
        first = folded_words(part)
        if first and last:
            yield first + last
            yield last + first
            yield ("".join(first + last),)
            yield ("".join(last + first),)
            yield (first[0], *last)
            yield (*last, first[0])
