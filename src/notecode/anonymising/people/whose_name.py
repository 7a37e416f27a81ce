"""Whose name a passage is, of the people file: "Z Qureshi", "Haroon Qureshi", "Mr R".

The people file may lack a surname or a first name; what the case writes in full is then the name
of the one person whom it fits. A known surname under another first name is a stranger's.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from notecode.anonymising.names.lists import SHORT_FORMS, SPELLINGS, UNLIKE_ANY_OTHER
from notecode.anonymising.names.reading import NAMED_FIRST, PARTICLES
from notecode.anonymising.names.sounds import sound
from notecode.anonymising.words.spelling import folded_words
from notecode.raw import Person

_MOST_OTHER_WORDS = 2
_SHORTEST_CUT = 3
_SHORTEST_LIKE = 4
_LONG = 7


_OF_THE_FAMILY = frozenset({"SU", "VS", "CHILD", "FAMILY", "PARTNER", ""})
"""Roles of people who may take another surname, or bear one that the file does not have."""


class Namesake(NamedTuple):
    """Somebody who has the first name of a person here and a surname that is not theirs.

    ``doubted`` if it may be that person after all, under a maiden name or a new one.
    """

    doubted: bool


class _Known(NamedTuple):
    id: str
    given: frozenset[str]
    last: frozenset[str]
    role: str = ""


class WhoseName:
    """The people of one case, asked by the folded words of a name."""

    def __init__(self, people: Iterable[Person]) -> None:
        """Take the people file."""
        self._people = [_known(person) for person in people]
        self.family = frozenset(word for person in self._people for word in person.last)
        """The words of all surnames, folded."""
        self._learnt: frozenset[str] = frozenset()
        self._answers: dict[tuple[tuple[str, ...], bool], str] = {}

    def owner(self, words: tuple[str, ...], *, titled: bool = False) -> str:
        """The id of the one person who may be written so, or ""."""
        key = (words, titled)
        if key not in self._answers:
            sure = [each.id for each in self._people if _fits(each, words, titled=titled)]
            if not sure:
                sure = [each.id for each in self._people if self._in_family(each, words)]
            self._answers[key] = sure[0] if len(sure) == 1 else ""
        return self._answers[key]

    def learn(self, person_id: str, words: Iterable[str]) -> None:
        """Take the words as the name that the people file lacks of this person, if it does."""
        for index, person in enumerate(self._people):
            lettered = _has_letters_alone(person)
            if person.id != person_id or (person.given and person.last and not lettered):
                continue
            new = frozenset(word for word in words if len(word) > 1) - person.given - person.last
            new = frozenset(word for word in new if word not in PARTICLES)
            if person.given and not lettered:
                full = person._replace(last=new)
            else:
                full = person._replace(given=person.given | new)
            self._people[index] = full
            self._learnt |= new
            self._answers.clear()

    def has_learnt(self, word: str) -> bool:
        """Whether the word is a name that was learnt."""
        return word in self._learnt

    def is_relative(self, words: Sequence[str], *, named: bool = False) -> bool:
        """Whether it is a known given name of nobody here, with a surname of somebody here.

        Where the whole was found as somebody's name already, the given name may be any.
        """
        return (
            len(words) > 1
            and (words[0] in NAMED_FIRST or (named and self._is_unlike_all(words)))
            and words[-1] in self.family
            and not any(
                words[-1] in person.last and _lacks_given(person, words[0])
                for person in self._people
            )
            and not any(words[0] in person.given for person in self._people)
            and (words[0] in UNLIKE_ANY_OTHER or self._is_unlike_all(words))
        )

    def namesake(self, words: Sequence[str]) -> Namesake | None:
        """Whether it is a full name that shares no more than a first name with somebody here.

        "Harriet Pendle" is not Harriet Jones; what resembles her surname, is a further first name
        of hers, or is the surname of another person here is no stranger's.
        """
        first, last = words[0], words[-1]
        if len(words) < 2 or last in PARTICLES or len(first) < 2:
            return None
        if len(last) == 1:
            return self._lettered(words)
        if len(last) < _SHORTEST_CUT:
            return None
        alike = [
            each
            for each in self._people
            if each.last and first not in each.last and _is_called(first, each.given)
        ]
        surnamed = [
            each
            for each in self._people
            if each.last and last in each.given and first in NAMED_FIRST and first not in each.last
        ]
        if any(_is_like(last, each.last | each.given) for each in alike):
            return None
        if any(first in each.given | each.last for each in surnamed):
            return None
        if alike and last in self.family and any(each.role in _OF_THE_FAMILY for each in alike):
            return None
        if not alike and not surnamed:
            return None
        return Namesake(any(each.role in _OF_THE_FAMILY for each in (*alike, *surnamed)))

    def _is_unlike_all(self, words: Sequence[str]) -> bool:
        """Whether the first word resembles no name of those here who bear the surname."""
        bearers = [person for person in self._people if words[-1] in person.last]
        long = len(words[0]) >= _SHORTEST_LIKE and words[0] not in self.family
        return long and not any(_is_like(words[0], person.given) for person in bearers)

    def _lettered(self, words: Sequence[str]) -> Namesake | None:
        """The same for a first name and the letter of a surname that nobody of the name has."""
        alike = [each for each in self._people if words[0] in each.given and each.last]
        letters = {name[0] for each in alike for name in each.last | each.given}
        if len(words) > 2 or not alike or words[1] in letters:
            return None
        return Namesake(any(each.role in _OF_THE_FAMILY for each in alike))

    def _in_family(self, person: _Known, words: Sequence[str]) -> bool:
        """Whether somebody without a surname is written with that of another: "Z Qureshi"."""
        if person.last or len(words) < 2 or not self.family.issuperset(words[1:]):
            return False
        return len(words[0]) == 1 and any(given[0] == words[0] for given in person.given)


def _known(person: Person) -> _Known:
    given = set(folded_words(person.first_name))
    for name in person.known_as:
        given.update(folded_words(name))
    for word in tuple(given):
        given.update(SHORT_FORMS.get(word, ()), SPELLINGS.get(word, ()))
    last = {word for word in folded_words(person.last_name) if word not in PARTICLES}
    return _Known(person.id, frozenset(given) - last, frozenset(last), person.role)


def _is_called(word: str, names: Collection[str]) -> bool:
    """Whether a word is one of the names or sounds like one."""
    long = len(word) >= _SHORTEST_LIKE
    return word in names or (long and sound(word) in {sound(name) for name in names})


def _is_like(word: str, names: Collection[str]) -> bool:
    """Whether a word is one of the names, a slip of one, or one of them cut short."""
    if word in names:
        return True
    from rapidfuzz.distance import OSA

    for name in names:
        shorter, longer = sorted((word, name), key=len)
        if len(shorter) >= _SHORTEST_CUT and longer.startswith(shorter):
            return True
        if len(shorter) >= _SHORTEST_LIKE and (
            sound(word) == sound(name)
            or OSA.distance(word, name, score_cutoff=2) <= (1 if len(longer) < _LONG else 2)
        ):
            return True
    return False


def _fits(person: _Known, words: Sequence[str], *, titled: bool) -> bool:
    """Whether the words may be a name of this person."""
    letters = [word for word in words if len(word) == 1]
    whole = [word for word in words if len(word) > 1 and word not in PARTICLES]
    others = [word for word in whole if word not in person.given and word not in person.last]
    by_given = any(word in person.given for word in whole)
    by_last = any(word in person.last for word in whole)
    if not whole:
        return _fits_letters(person, letters, titled=titled)
    if others:
        lacks_last = by_given and not person.last and whole[0] in person.given
        lacks_given = by_last and _lacks_given(person, whole[0]) and whole[-1] in person.last
        return (lacks_last or lacks_given) and len(others) <= _MOST_OTHER_WORDS
    if not letters:
        return by_given or by_last
    starts = {word[0] for word in (person.last if by_given and not by_last else person.given)}
    return not starts or letters[0] in starts


def _has_letters_alone(person: _Known) -> bool:
    """Whether the people file has no more than the letter of a first name: "N."."""
    return bool(person.given) and all(len(name) == 1 for name in person.given)


def _lacks_given(person: _Known, first: str) -> bool:
    """Whether the first name may be the one that the people file lacks of this person."""
    return not person.given or (_has_letters_alone(person) and first[0] in person.given)


def _fits_letters(person: _Known, letters: Sequence[str], *, titled: bool) -> bool:
    names = person.last if titled else person.given
    return len(letters) == 1 and any(name[0] == letters[0] for name in names)
