"""Surrogate names: people of a case under realistic names that are not theirs.

A surrogate follows from the linking key, the case and the person's tag, so it is the same in
every note, run and export. It is put in for each form of the name that was written ("Rhian
Pugh", "Pugh", "RP", "rhian"), and the tag stands behind it: "Rhian Pugh [OM_1]".
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from notecode.anonymising.names.lists import GIVEN_NAMES, SHORT_FORMS, SURNAMES
from notecode.anonymising.names.origins import NAME_LISTS, Gender, Origin, origin_of
from notecode.anonymising.people.roster import PARTICLES
from notecode.anonymising.pseudonyms.memory import GivenTag, TagMemory
from notecode.anonymising.pseudonyms.surrogate_supply import FullName, candidate, gender_of
from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.spelling import Token, fold, folded_words, tokens
from notecode.anonymising.words.vocabulary import KEPT_WORDS, TITLES
from notecode.errors import ProjectError
from notecode.raw import Person

_MOST_TRIES = 200
_STYLE = "style of a surrogate"
_TRY = "try of a surrogate"
_GENDERS: tuple[Gender, ...] = ("", "female", "male")
_ORIGINS: tuple[Origin, ...] = ("english", *NAME_LISTS)

_Part = Literal["first", "last", "both", "initials", "title"]


@dataclass(frozen=True, slots=True, repr=False)
class Bearer:
    """Somebody who gets a surrogate: the words of their name (folded), and what it tells."""

    firsts: tuple[str, ...]
    lasts: tuple[str, ...]
    origin: Origin
    gender: Gender

    def __repr__(self) -> str:
        return f"Bearer({self.origin}, {self.gender})"

    __str__ = __repr__


@dataclass(frozen=True, slots=True, repr=False)
class NameSeen:
    """A name of somebody outside the roster as a note writes it, and the word before it, folded."""

    written: str
    before: str = ""

    def __repr__(self) -> str:
        return "NameSeen(hidden)"

    __str__ = __repr__


class Surrogates:
    """The surrogates of one case. Where none can be found for somebody, the tag stands alone."""

    def __init__(
        self, bearers: Mapping[str, Bearer], taken: Iterable[str], memory: TagMemory,
        dictionary: Dictionary,
    ) -> None:  # fmt: skip
        """Give everybody in ``bearers`` (by tag) a name.

        No part of it is among the words ``taken`` (folded): those of the case's texts and names.
        Nor is it plain English, nor part of another's surrogate.

        Raises:
            ProjectError: without a linking key.

        """
        if memory.secret_number(_TRY) is None:
            raise ProjectError(
                "surrogate names can be given only under a linking key",
                hint='Anonymise in a project, which has one, or leave names = "role".',
            )
        self._memory, self._dictionary = memory, dictionary
        self._bearers = dict(bearers)
        self._taken = set(taken)
        self._names: dict[str, FullName] = {}
        self._rows: list[GivenTag | None] = []
        kept = {tag: self._kept(tag) for tag in self._bearers}
        for tag, known in kept.items():
            if known is not None:
                self._put(tag, *known)
        for tag, bearer in self._bearers.items():
            if kept[tag] is None:
                self._give(tag, bearer)

    def write(self, tag: str, written: str) -> str:
        """What stands for a name as it is written: the surrogate in that form, and the tag."""
        name = self._names.get(tag)
        return tag if name is None else f"{_reworded(written, self._bearers[tag], name)} {tag}"

    def given(self) -> tuple[GivenTag, ...]:
        """What a later run needs to give the same names, without a name in it."""
        return tuple(row for row in self._rows if row is not None)

    def _kept(self, tag: str) -> tuple[Origin, Gender, int] | None:
        """How the tag's surrogate was found in an earlier run."""
        if not self._memory.remembers:
            return None
        styles = ((origin, gender) for origin in _ORIGINS for gender in _GENDERS)
        style = next((s for s in styles if self._memory.tag(_STYLE, (tag, *s))), None)
        tries = (n for n in range(_MOST_TRIES) if self._memory.tag(_TRY, (tag, str(n))))
        number = next(tries, None)
        return None if style is None or number is None else (*style, number)

    def _give(self, tag: str, bearer: Bearer) -> None:
        for number in range(_MOST_TRIES):
            name = self._candidate(tag, bearer.origin, bearer.gender, number)
            # "PC" before a tag would be read as a rank, "SM" as a role.
            initials = fold(name.first[0] + name.last[0])
            fits = initials not in KEPT_WORDS and fold(name.first) != fold(name.last)
            if fits and all(map(self._is_free, name)):
                self._put(tag, bearer.origin, bearer.gender, number)
                return

    def _put(self, tag: str, origin: Origin, gender: Gender, number: int) -> None:
        name = self._candidate(tag, origin, gender, number)
        self._names[tag] = name
        self._taken.update(map(fold, name))
        self._rows.append(self._memory.remember(_STYLE, (tag, origin, gender), tag))
        self._rows.append(self._memory.remember(_TRY, (tag, str(number)), tag))

    def _candidate(self, tag: str, origin: Origin, gender: Gender, number: int) -> FullName:
        seed = self._memory.secret_number(_TRY, tag, str(number))
        assert seed is not None
        return candidate(origin, gender, seed)

    def _is_free(self, name: str) -> bool:
        folded = fold(name)
        plural = folded + "s" in self._taken or folded.removesuffix("s") in self._taken
        return (
            name.isalpha()
            and len(folded) > 2
            and folded not in self._taken
            and not plural
            and folded not in self._dictionary
            and folded not in PARTICLES
        )


def bearer_of(person: Person) -> Bearer:
    """Somebody of the people file."""
    first = folded_words(person.first_name)
    known = tuple(word for name in person.known_as for word in folded_words(name))
    short = tuple(sorted(SHORT_FORMS.get(first[0], ()))) if first else ()
    title = "".join(folded_words(person.title)[:1])
    return Bearer(
        firsts=(*first, *known, *short),
        lasts=folded_words(person.last_name),
        origin=origin_of(person.first_name, person.last_name),
        gender=gender_of("".join(first[:1]), title=title, role=person.role),
    )


def bearer_seen(seen: Iterable[NameSeen]) -> Bearer:
    """Somebody whom no people file lists, from every way in which the notes write them."""
    forms = sorted(seen, key=lambda each: (-len(folded_words(each.written)), each.written))
    firsts: dict[str, None] = {}
    lasts: dict[str, None] = {}
    title = ""
    for form in forms:
        titled = form.before in TITLES
        title = title or (form.before if titled else "")
        given, surname = _split(form.written, titled=titled)
        firsts.update((word, None) for word in given if word not in lasts)
        lasts.update((word, None) for word in surname if word not in firsts)
    return Bearer(
        firsts=tuple(firsts),
        lasts=tuple(lasts),
        origin=origin_of(" ".join(firsts), " ".join(lasts)),
        gender=gender_of(next(iter(firsts), ""), title=title),
    )


def real_words(people: Iterable[Person]) -> Iterator[str]:
    """Every word of the people's names, folded, short and joined forms included."""
    for person in people:
        for name in (person.first_name, person.last_name, *person.known_as):
            words = folded_words(name)
            yield from words
            yield "".join(words)
            for word in words:
                yield from SHORT_FORMS.get(word, ())


def _split(written: str, *, titled: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Given names and surnames of a name as it is written."""
    words = tuple(word for word in folded_words(written) if word not in TITLES)
    if not words:
        return (), ()
    if len(words) == 1:
        (word,) = words
        listed = word in GIVEN_NAMES or word in SHORT_FORMS
        is_last = titled or (word in SURNAMES and not listed)
        return ((), words) if is_last else (words, ())
    if "," in written:
        return words[1:], words[:1]
    return words[:-1], words[-1:]


def _reworded(written: str, bearer: Bearer, name: FullName) -> str:
    """The surrogate in the form in which the real name is written."""
    words = tokens(written)
    runs: list[tuple[_Part, int, int]] = []
    for index, word in enumerate(words):
        part = _part(bearer, words, index)
        if runs and runs[-1][0] == part:
            runs[-1] = (runs[-1][0], runs[-1][1], word.end)
        else:
            runs.append((part, word.start, word.end))
    if not runs:
        return f"{name.first} {name.last}"
    text, position = "", 0
    for part, start, end in runs:
        text += written[position:start] + _form(part, written[start:end], name)
        position = end
    return text + written[position:]


def _part(bearer: Bearer, words: Sequence[Token], index: int) -> _Part:
    """Which part of a name a word is; a misspelt one is what it is nearest to."""
    word = words[index].folded
    alone = len(words) == 1
    first, last = bearer.firsts[:1], bearer.lasts
    if word in TITLES and not alone:
        return "title"
    if word in PARTICLES:
        return "last"
    in_first, in_last = word in bearer.firsts, word in last
    if in_first != in_last:
        return "first" if in_first else "last"
    if word == "".join((*bearer.firsts[:1], *last)):
        return "both"
    if alone and first and 1 < len(word) <= 3 and word[0] == first[0][0]:
        of_last = {each[0] for each in last}
        if word[-1] in of_last and set(word[1:]) <= of_last | {each[0] for each in bearer.firsts}:
            return "initials"
    if len(word) == 1:
        return _initial(bearer, word, index)
    return _nearest(bearer, word, last_word=not alone and index == len(words) - 1)


def _initial(bearer: Bearer, letter: str, index: int) -> _Part:
    of_last = any(word.startswith(letter) for word in bearer.lasts)
    of_first = any(word.startswith(letter) for word in bearer.firsts)
    if of_first == of_last:
        return "last" if index else "first"
    return "last" if of_last else "first"


def _nearest(bearer: Bearer, word: str, *, last_word: bool) -> _Part:
    from rapidfuzz.distance import OSA

    def distance(names: Iterable[str]) -> float:
        return min((OSA.normalized_distance(word, name) for name in names), default=1.0)

    first, last = distance(bearer.firsts), distance((*bearer.lasts, "".join(bearer.lasts) or " "))
    if first == last:
        return "last" if last_word or not bearer.firsts else "first"
    return "first" if first < last else "last"


def _form(part: _Part, written: str, name: FullName) -> str:
    if part == "title":
        return written
    if part == "initials":
        letters = name.first[0] + name.last[0]
        return letters.lower() if written.islower() else letters.upper()
    if len(written) == 1:
        letter = (name.first if part == "first" else name.last)[0]
        return letter.lower() if written.islower() else letter.upper()
    new = {"first": name.first, "last": name.last}.get(part, name.first + name.last)
    if written.islower():
        return new.lower()
    return new.upper() if written.isupper() else new
