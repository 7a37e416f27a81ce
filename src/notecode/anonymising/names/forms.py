"""The forms in which notes write one person of the people file: names, initials, addresses."""

import re
from collections.abc import Iterator
from typing import Literal

from notecode.anonymising.names.cues import is_word_name
from notecode.anonymising.names.initials import equals_an_abbreviation
from notecode.anonymising.names.lists import SHORT_FORMS, SPELLINGS, UNLIKE_ANY_OTHER
from notecode.anonymising.words.spelling import folded_words, word_set
from notecode.anonymising.words.vocabulary import KEPT_WORDS
from notecode.raw import Person

Kind = Literal[
    "full", "single", "short", "cut", "plural", "family", "capitals", "letters", "address", "place"
]
"""How sure a form is by itself: a full name always is, capitals must be written so, a name that is
cut short has a capital and is no word, and letters that equal an abbreviation need a cue, as does
the plural of a word. The plural of a surname may mean a whole family, and so nobody alone."""

Words = tuple[str, ...]
"""Folded words of a form, in order."""

PARTICLES = word_set(
    """
    al and bin bint da dal de del della den der di do dos du el ibn la le lo mac mc o of ter the
    van von y
    """
)
"""Small words inside surnames, which are no name by themselves."""

_PARENT_OF = word_set("um umm oum om ummi abu abou abo aba bou mama")
"""What makes a name of a parent from the child's: Umm Layth is Layth's mother."""

_STREET_WORDS = {
    "street": "st",
    "road": "rd",
    "avenue": "ave",
    "close": "cl",
    "drive": "dr",
    "lane": "ln",
    "court": "ct",
    "crescent": "cres",
    "gardens": "gdns",
    "place": "pl",
    "terrace": "terr",
    "square": "sq",
    "grove": "gr",
}
_SHORTEST_PART = 3
SHORTEST_CUT = 3
"""Letters that the beginning of a first name must have to stand for it."""
_LONGEST_CUT = 5
_NEVER_DOTTED = frozenset({"eg", "ie", "am", "pm", "nb", "ps", "no"})
_POSTCODE = re.compile("[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}", re.IGNORECASE)


def forms_of(person: Person) -> Iterator[tuple[Words, Kind]]:
    """Every form of one person, the surest first."""
    given, last = _given_forms(person), _last_forms(person)
    for first_words, _ in given:
        for last_words in last:
            yield first_words + last_words, "full"
            yield last_words + first_words, "full"
            yield ("".join(first_words + last_words),), "full"
            yield (first_words[0][0], *last_words), "full"
            yield (*last_words, first_words[0][0]), "capitals"
            yield (*first_words, last_words[0][0]), "capitals"
    first = folded_words(person.first_name)
    if len(first) > 1:
        letters = tuple(word[0] for word in first)
        for last_words in last:
            yield (*letters, *last_words), "full"
            yield ("".join(letters), *last_words), "full"
    for words, kind in given:
        yield from _alone(words, kind)
    for words in last:
        yield from _alone(words, "single", plural="family")
    yield from _initials(person)
    for address in person.addresses:
        yield from _address_forms(address)


def _alone(words: Words, kind: Kind, *, plural: Kind | None = None) -> Iterator[tuple[Words, Kind]]:
    if len(words) > 1:
        yield words, "full"
        if words[0] in _PARENT_OF:
            return
    for word in words:
        if (len(words) == 1 or word not in PARTICLES) and len(word) > 1:
            yield (word,), kind
            if len(word) > _SHORTEST_PART and not word.endswith("s"):
                yield (word + "s",), "plural" if is_word_name(word) else plural or kind


def _given_forms(person: Person) -> list[tuple[Words, Kind]]:
    """First names, names the person is known by, and their short and full forms."""
    forms: dict[Words, Kind] = {}
    fields = [folded_words(person.first_name), *(folded_words(name) for name in person.known_as)]
    for words in fields:
        if words:
            forms.setdefault(words, "single")
            if words[0] not in _PARENT_OF:
                forms.setdefault((words[0],), "single")
            if len(words) > 1:
                forms.setdefault(("".join(words),), "single")
    for words in fields:
        others = (
            SHORT_FORMS.get(words[0], frozenset()) | SPELLINGS.get(words[0], frozenset())
            if words
            else ()
        )
        for other in sorted(others):
            forms.setdefault((other,), "short")
        for cut in _cut_short(words[0]) if words else ():
            forms.setdefault((cut,), "cut")
    return list(forms.items())


def _cut_short(name: str) -> Iterator[str]:
    """The beginnings of a first name that may stand for it ("Chels") and are no other name."""
    for length in range(SHORTEST_CUT, min(_LONGEST_CUT, len(name) - 2) + 1):
        cut = name[:length]
        if cut not in UNLIKE_ANY_OTHER and cut not in SHORT_FORMS and cut not in KEPT_WORDS:
            yield cut


def _last_forms(person: Person) -> list[Words]:
    """The surname whole, written as one word, and each part that can stand alone."""
    words = folded_words(person.last_name)
    forms: dict[Words, None] = {}
    if words:
        forms[words] = None
        forms[("".join(words),)] = None
        for word in words:
            if len(word) >= _SHORTEST_PART and word not in PARTICLES:
                forms[(word,)] = None
        joined = "".join(words)
        if joined.startswith(("mc", "mac")) and len(words) == 1:
            stem = joined.removeprefix("mac") if joined.startswith("mac") else joined[2:]
            if len(stem) >= _SHORTEST_PART:
                forms[("mc", stem)] = forms[("mac", stem)] = None
                forms[("mc" + stem,)] = forms[("mac" + stem,)] = None
    return list(forms)


def _initials(person: Person) -> Iterator[tuple[Words, Kind]]:
    first, last = folded_words(person.first_name), folded_words(person.last_name)
    joined = first[0][0] + first[1][0] if len(first) > 1 else ""
    if not first or not (last or joined):
        return
    letters = {joined} - {""}
    if last:
        letters |= {first[0][0] + last[0][0], "".join(word[0] for word in (*first, *last))}
    for initials in sorted(letters):
        if len(initials) < 2:
            continue
        if initials not in _NEVER_DOTTED:
            yield tuple(initials), "capitals"
        cued = equals_an_abbreviation(initials, KEPT_WORDS)
        yield (initials,), "letters" if cued else "capitals"


def _address_forms(address: str) -> Iterator[tuple[Words, Kind]]:
    """The address whole, each part of several words, its street without the number, its town."""
    whole = folded_words(address)
    if len(whole) > 1:
        yield from _street_forms(whole)
    for part in address.replace("\n", ",").split(","):
        words = folded_words(part)
        if _POSTCODE.fullmatch(part.strip()):
            continue
        if len(words) > 1:
            yield from _street_forms(words)
            while words and (words[0][0].isdigit() or len(words[0]) == 1):
                words = words[1:]
            if len(words) > 1:
                yield from _street_forms(words)
        elif words and len(words[0]) > _SHORTEST_PART and words[0].isalpha():
            yield words, "place"


def _street_forms(words: Words) -> Iterator[tuple[Words, Kind]]:
    yield words, "address"
    short = tuple(_STREET_WORDS.get(word, word) for word in words)
    if short != words:
        yield short, "address"
