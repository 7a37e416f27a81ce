"""The tags that stand for people, dates and numbers, the same throughout a case.

People of the roster are called by their role (``role_tags``). All else is numbered by first
occurrence, notes taken by date and id, above any tag of the kind that was given before or that
stands in the notes already. Of people outside the roster, "Tracey" and "Tracey Hughes" are one
if no other Tracey is known. A reviewer may say by which tag somebody goes: that tag is theirs.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import combinations

from notecode.anonymising import findings as kinds
from notecode.anonymising.findings import Finding
from notecode.anonymising.people.identifiers import national_number, plain_reference
from notecode.anonymising.pseudonyms.memory import FORGETFUL, GivenTag, TagMemory
from notecode.anonymising.pseudonyms.numbers import TagNumbers
from notecode.anonymising.pseudonyms.role_tags import people_tags, rows_to_remember
from notecode.anonymising.words.spelling import STANDING_TAG, folded_words
from notecode.anonymising.words.vocabulary import MONTHS
from notecode.raw import Roster

_TYPE_STEMS = {
    kinds.DATE_OF_BIRTH: "DOB",
    kinds.SURGERY: "GP",
    kinds.NHS_NUMBER: "ID",
    kinds.NATIONAL_INSURANCE: "ID",
    kinds.VEHICLE: "ID",
    kinds.REFERENCE: "ID",
}
_WRITTEN_IN_WORDS = frozenset(
    {kinds.PERSON, kinds.PLACE, kinds.SCHOOL, kinds.SURGERY, kinds.ADDRESS, kinds.AGE}
    | {kinds.WORKPLACE, kinds.NATIONALITY}
)
_NUMBERS = re.compile(r"[0-9]+")
_LONGEST_NAME = 5
"""Words of a name that are told apart as parts; their subsets are counted, so not more."""

_SAID = "tag that a reviewer gave"

Name = tuple[str, ...]
Written = tuple[Finding, str]


class Pseudonyms:
    """The tag of every finding of one case."""

    def __init__(
        self,
        roster: Roster,
        stems: Mapping[str, str],
        written: Iterable[Written],
        *,
        texts: Iterable[str] = (),
        memory: TagMemory = FORGETFUL,
    ) -> None:
        """Give the tags.

        ``written`` are all findings of the case with their surfaces, in the order of the notes;
        ``texts`` may hold tags already; ``memory`` has what was given before.
        """
        self._memory = memory
        written = list(written)
        said = {(finding.person_id, surface) for finding, surface in written if _is_said(finding)}
        self._said = sorted(said)
        self._numbers = TagNumbers((*memory.tags(), *(tag for tag, _ in self._said)))
        for text in texts:
            for standing in STANDING_TAG.finditer(text):
                self._numbers.use(standing.group())
        self._people = people_tags(roster.people, stems, memory, self._numbers)
        self._roster = {person.id: person for person in roster.people}
        self._given: dict[tuple[str, Name], str] = {}
        self._give(dict.fromkeys(self._strangers(written)))

    @property
    def people(self) -> Mapping[str, str]:
        """The tag of each person of the roster, by id."""
        return self._people

    def tag(self, finding: Finding, written: str) -> str:
        """The tag of one of the findings that the pseudonyms were made from."""
        if finding.type == kinds.PERSON and finding.person_id in self._people:
            return self._people[finding.person_id]
        if _is_said(finding):
            return finding.person_id
        return self._given[_stem_and_key(finding.type, written)]

    def given(self) -> tuple[GivenTag, ...]:
        """Every tag of the case in the form in which it is remembered; nothing without a key."""
        rows: list[GivenTag | None] = []
        for tag, surface in self._said:
            # Remembered, so that nobody else is given it once the decision is undone.
            rows.append(self._memory.remember(_SAID, (tag,), tag))
            _, key = _stem_and_key(kinds.PERSON, surface)
            rows.append(self._memory.remember(_SAID, key, tag, part=True))
        for person_id, tag in self._people.items():
            rows.extend(rows_to_remember(self._roster[person_id], tag, self._memory))
        for (stem, key), tag in self._given.items():
            named = stem == kinds.PERSON
            rows.append(self._memory.remember(stem, key, tag))
            if named:
                rows.extend(
                    self._memory.remember(stem, part, tag, part=True) for part in _parts(key)
                )
        return tuple(sorted({row for row in rows if row is not None}))

    def _strangers(self, written: Iterable[Written]) -> Iterator[tuple[str, Name]]:
        for finding, surface in written:
            listed = finding.type == kinds.PERSON and finding.person_id in self._people
            if not listed and not _is_said(finding):
                yield _stem_and_key(finding.type, surface)

    def _give(self, wanted: Iterable[tuple[str, Name]]) -> None:
        wanted = list(wanted)
        names = _Names(key for stem, key in wanted if stem == kinds.PERSON)
        for stem, key in wanted:
            if stem == kinds.PERSON:
                self._name(names, key)
            else:
                known = self._memory.tag(stem, key)
                self._given[(stem, key)] = known or self._numbers.next(stem)

    def _name(self, names: "_Names", name: Name) -> None:
        """Give a name the tag of the fullest form of it, if there is only one such form."""
        full = names.fullest(name)
        whole = self._given.get((kinds.PERSON, full)) or self._known_name(names, full)
        tag = self._memory.tag(kinds.PERSON, name) or whole
        if tag is None:
            tag = self._numbers.next(kinds.PERSON)
        self._given.setdefault((kinds.PERSON, full), whole or tag)
        self._given[(kinds.PERSON, name)] = tag

    def _known_name(self, names: "_Names", name: Name) -> str | None:
        """The tag under which a name, or the one fuller or shorter form of it, is remembered."""
        known = self._memory.tag(kinds.PERSON, name)
        if known is not None or not self._memory.remembers:
            return known
        tags = set(self._memory.tags_with_part(kinds.PERSON, name))
        for part in _parts(name):
            shorter = self._memory.tag(kinds.PERSON, part)
            has_fuller = self._memory.tags_with_part(kinds.PERSON, part)
            if shorter is not None and names.fits_one(part) and not has_fuller:
                tags.add(shorter)
        return tags.pop() if len(tags) == 1 else None


class _Names:
    """The names of people outside the roster, by the words they are made of."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._sets = {name: frozenset(name) for name in names}
        self._with: dict[str, list[Name]] = {}
        for name, words in self._sets.items():
            for word in sorted(words):
                self._with.setdefault(word, []).append(name)

    def fullest(self, name: Name) -> Name:
        """The one longest name that holds all words of this one; itself if there are several."""
        longest = self._longest(frozenset(name))
        return longest[0] if len(longest) == 1 else name

    def fits_one(self, part: Name) -> bool:
        """Whether at most one longest name holds all of these words."""
        return len(self._longest(frozenset(part))) <= 1

    def _longest(self, words: frozenset[str]) -> list[Name]:
        rarest = min((self._with.get(word, []) for word in words), key=len, default=[])
        holding = [name for name in rarest if words <= self._sets[name]]
        return [
            name
            for name in holding
            if not any(self._sets[name] < self._sets[other] for other in holding)
        ]


def next_person_tag(memory: TagMemory, standing: Iterable[str]) -> str:
    """The tag of somebody new: above those remembered and those in the ``standing`` texts."""
    numbers = TagNumbers(memory.tags())
    for text in standing:
        for tag in STANDING_TAG.finditer(text):
            numbers.use(tag.group())
    return numbers.next(kinds.PERSON)


def _is_said(finding: Finding) -> bool:
    """Whether a reviewer said by which tag the person goes."""
    return finding.recogniser == kinds.REVIEW and finding.person_id[:1] == "["


def is_remembered(memory: TagMemory, kind: str, written: str, tag: str) -> bool:
    """Whether a case's memory has this tag for a surface of this type, roster aside."""
    stem, key = _stem_and_key(kind, written)
    if memory.tag(stem, key) == tag:
        return True
    return stem == kinds.PERSON and tag in memory.tags_with_part(_SAID, key)


def _parts(name: Name) -> Iterator[Name]:
    words = name[:_LONGEST_NAME]
    for size in range(1, len(words)):
        yield from combinations(words, size)


@lru_cache(maxsize=20_000)
def _stem_and_key(kind: str, written: str) -> tuple[str, Name]:
    key = _key(kind, written)
    # A name's words in a fixed order: "Hughes, Tracey" is "Tracey Hughes".
    return _TYPE_STEMS.get(kind, kind), tuple(sorted(set(key))) if kind == kinds.PERSON else key


def _key(kind: str, written: str) -> tuple[str, ...]:
    """What two ways of writing one thing have in common."""
    if kind == kinds.PHONE:
        return (national_number(written),)
    if kind in {kinds.DATE, kinds.DATE_OF_BIRTH}:
        return _date_key(written)
    if kind in _WRITTEN_IN_WORDS:
        return folded_words(written)
    return (plain_reference(written) or written.lower(),)


def _date_key(written: str) -> tuple[str, ...]:
    """Day, month and year, each "" if it is not written."""
    month = next((str(MONTHS[word]) for word in folded_words(written) if word in MONTHS), "")
    numbers = [number.lstrip("0") for number in _NUMBERS.findall(written)]
    if len(numbers) == 3 and len(numbers[0]) == 4:
        numbers.reverse()
    if month:
        day, year = numbers[0] if numbers else "", numbers[1] if len(numbers) > 1 else ""
    else:
        day, month, year = (*numbers, "", "", "")[:3]
    return (day, month, year[-2:])
