"""The last gate: does a text that is about to be written hold an identifier of a roster?

What it finds: every first name, surname, part of a double-barrelled name and name a person is
known by, as a whole word in any letter case and with or without accents; telephone numbers,
e-mail addresses and references however they are spaced. Of a name that is also a word (Will,
Grace, Hope), is shorter than three letters, or equals a word of the field, only these forms
count: beside another name of the same person, or with a capital, in mid-sentence or at the start
of a sentence whose next word is a person's verb ("Hope will think", but not "Will meet").

What it cannot find: misspelt names, short forms and initials (the anonymiser looks for those),
people whom no roster lists, and whatever identifies without naming.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from notecode.anonymising.findings import EMAIL, PERSON, PHONE, REFERENCE
from notecode.anonymising.name_cues import capitalised_in_sentence, is_word_name, starts_as_name
from notecode.anonymising.phrases import PhraseMatcher
from notecode.anonymising.roster import PARTICLES
from notecode.anonymising.roster_identifiers import national_number, plain_reference
from notecode.anonymising.words import STANDING_TAG, WORD, folded_words, tokens
from notecode.raw import Person, Roster

_WORDS = re.compile(WORD)
_EMAIL = re.compile(r"[\w.+%'’\-]{1,64}@[\w.\-]{3,255}")
_DIGITS = re.compile(r"(?:\+|\()?[0-9](?:[ \t\u00a0().\-/]{0,3}[0-9]){5,19}")
_CODE = re.compile(r"(?=[A-Za-z/.\-]*[0-9])[A-Za-z0-9](?:[ ./\-]{0,1}[A-Za-z0-9]){3,29}")
_UK_PATTERNS = (
    ("POSTCODE", re.compile(r"\b[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][ABD-HJLNP-UW-Z]{2}\b")),
    ("NATIONAL_INSURANCE", re.compile(r"\b[A-CEGHJ-PR-TW-Z][A-Z] ?(?:[0-9]{2} ?){3}[A-D]\b")),
    ("NHS_NUMBER", re.compile(r"(?<![0-9])[0-9]{3}[ -][0-9]{3}[ -][0-9]{4}(?![0-9])")),
    (PHONE, re.compile(r"(?<![0-9])(?:\+44 ?|0)[1-9](?:[ -]?[0-9]){8,9}(?![0-9])")),
    (EMAIL, re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")),
    (REFERENCE, re.compile(r"(?<![0-9/])(?:[0-9]{2}|[12][0-9]{3})/[0-9]{1,7}[A-Z]\b")),
)
_SHORTEST_PART = 3
_SHORTEST_REFERENCE = 4
_SHORTEST_PHONE = 6


@dataclass(frozen=True, slots=True)
class Leak:
    """An identifier in a text: which text, what kind, and whose; never the identifier itself.

    ``person_id`` is "" for an identifier that a pattern found and no roster holds.
    """

    id: str
    type: str
    person_id: str


def find_leaks(
    texts: Iterable[tuple[str, str]], rosters: Iterable[Roster], *, uk_patterns: bool = False
) -> list[Leak]:
    """Every identifier of the rosters in the texts, each kind and person once a text.

    ``texts`` are pairs of an id and a text; the leaks come in their order.

    ``uk_patterns`` also reports what is written like a British postcode, telephone number, NHS or
    National Insurance number, PNC reference or e-mail address, whosever it is.
    """
    search = _Search(rosters)
    leaks: list[Leak] = []
    for text_id, text in texts:
        found = set(search.find(text))
        if uk_patterns:
            known = {kind for kind, _ in found}
            found |= {
                (kind, "")
                for kind, pattern in _UK_PATTERNS
                if kind not in known and pattern.search(text)
            }
        leaks.extend(Leak(text_id, kind, person) for kind, person in sorted(found))
    return leaks


class _Search:
    """The names and numbers of all rosters, made ready to look up."""

    def __init__(self, rosters: Iterable[Roster]) -> None:
        people = [person for roster in rosters for person in roster.people]
        self._single: dict[str, list[str]] = {}
        self._cued: dict[str, list[str]] = {}
        full: dict[tuple[str, ...], str] = {}
        for person in people:
            for name in _single_names(person):
                group = self._cued if is_word_name(name) else self._single
                group.setdefault(name, []).append(person.id)
            for words in _full_names(person):
                full.setdefault(words, person.id)
        self._full = PhraseMatcher(full.items())
        self._full_firsts = frozenset(words[0] for words in full)
        self._phones = {
            number: person.id
            for person in people
            for number in map(national_number, person.phones)
            if len(number) >= _SHORTEST_PHONE
        }
        self._emails = {
            email.strip().casefold(): person.id for person in people for email in person.emails
        }
        self._references = {
            plain: person.id
            for person in people
            for plain in map(plain_reference, person.identifiers)
            if len(plain) >= _SHORTEST_REFERENCE and any(c.isdigit() for c in plain)
        }

    def find(self, text: str) -> Iterator[tuple[str, str]]:
        """Kind and person of each identifier in the text."""
        if "[" in text:
            text = STANDING_TAG.sub(lambda tag: "]" * len(tag.group()), text)
        yield from self._names(text)
        yield from self._numbers(text)

    def _names(self, text: str) -> Iterator[tuple[str, str]]:
        if text.isascii():
            present = set(_WORDS.findall(text.lower()))
        else:
            present = {word.folded for word in tokens(text)}
        for name in present & self._single.keys():
            for person_id in self._single[name]:
                yield PERSON, person_id
        cued = present & self._cued.keys()
        if not cued and not present & self._full_firsts:
            return
        words = tokens(text)
        for hit in self._full.find(text, words):
            yield PERSON, hit.value
        for index, word in enumerate(words):
            if word.folded in cued and (
                capitalised_in_sentence(text, words, index) or starts_as_name(text, words, index)
            ):
                for person_id in self._cued[word.folded]:
                    yield PERSON, person_id

    def _numbers(self, text: str) -> Iterator[tuple[str, str]]:
        if self._emails and "@" in text:
            for match in _EMAIL.finditer(text):
                person = self._emails.get(match.group().casefold().rstrip(".,'’-"))
                if person is not None:
                    yield EMAIL, person
        if self._phones:
            for match in _DIGITS.finditer(text):
                person = self._phones.get(national_number(match.group()))
                if person is not None:
                    yield PHONE, person
        if self._references:
            for match in (*_DIGITS.finditer(text), *_CODE.finditer(text)):
                person = self._references.get(plain_reference(match.group()))
                if person is not None:
                    yield REFERENCE, person


def _single_names(person: Person) -> set[str]:
    names: set[str] = set()
    for field in (person.first_name, person.last_name, *person.known_as):
        words = folded_words(field)
        names.update(word for word in words if len(word) >= _SHORTEST_PART or len(words) == 1)
        names.add("".join(words))
    return {name for name in names if len(name) > 1 and name not in PARTICLES}


def _full_names(person: Person) -> Iterator[tuple[str, ...]]:
    last = folded_words(person.last_name)
    for field in (person.first_name, *person.known_as):
        first = folded_words(field)
        if first and last:
            yield first + last
            yield last + first
            yield (first[0], *last)
            yield (*last, first[0])
