"""The tags that stand for people, dates and numbers, the same throughout a case.

People of the roster are numbered by role in the order of the roster: ``[SU]``, ``[VS]``,
``[CHILD_1]``, ``[OM_1]``. All else is numbered by first occurrence, notes taken by date and id,
and starts above any tag of the kind that stands in the notes already.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from notecode.anonymising import findings as kinds
from notecode.anonymising.findings import Finding
from notecode.anonymising.roster_identifiers import national_number, plain_reference
from notecode.anonymising.vocabulary import MONTHS
from notecode.anonymising.words import STANDING_TAG, folded_words
from notecode.raw import Person, Roster

ROLE_STEMS: Mapping[str, str] = MappingProxyType(
    {
        "SU": "SU",
        "SERVICE_USER": "SU",
        "PERPETRATOR": "SU",
        "VS": "VS",
        "VICTIM": "VS",
        "SURVIVOR": "VS",
        "VICTIM_SURVIVOR": "VS",
        "CHILD": "CHILD",
        "STEPCHILD": "CHILD",
        "FAMILY": "FAMILY",
        "MOTHER": "FAMILY",
        "FATHER": "FAMILY",
        "SIBLING": "FAMILY",
        "PARTNER": "PARTNER",
        "NEW_PARTNER": "PARTNER",
        "EX_PARTNER": "PARTNER",
        "CASE_MANAGER": "CM",
        "CM": "CM",
        "SERVICE_MANAGER": "SM",
        "SM": "SM",
        "PRACTICE_ADVISOR": "PA",
        "PA": "PA",
        "IDVA": "IDVA",
        "HOSPITAL_IDVA": "IDVA",
        "ISVA": "IDVA",
        "OFFENDER_MANAGER": "OM",
        "PROBATION_OFFICER": "OM",
        "OM": "OM",
        "PO": "OM",
        "OIC": "OIC",
        "POLICE": "OIC",
        "POLICE_OFFICER": "OIC",
        "SOCIAL_WORKER": "SW",
        "SW": "SW",
        "GP": "GP",
        "DOCTOR": "GP",
        "HOUSING": "HOUSING",
        "HOUSING_OFFICER": "HOUSING",
        "KEYWORKER": "KEYWORKER",
        "KEY_WORKER": "KEYWORKER",
        "SUBSTANCE_MISUSE_WORKER": "KEYWORKER",
        "SCHOOL": "SCHOOL",
        "TEACHER": "SCHOOL",
        "HEADTEACHER": "SCHOOL",
    }
)
"""Role of a person -> stem of the tag. A role that is not listed becomes ``PERSON``."""

_SINGLE = frozenset({"SU", "VS"})
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
_TAG_NUMBER = re.compile(r"\[([A-Z_]+?)_([0-9]+)\]")


class Pseudonyms:
    """Gives every finding of one case its tag."""

    def __init__(self, roster: Roster, stems: Mapping[str, str], texts: Iterable[str]) -> None:
        """Number the roster's people; read which tags stand in the texts already."""
        self._people = _people_tags(roster.people, stems)
        self._last: Counter[str] = Counter()
        for tag in self._people.values():
            self._count_from(tag)
        for text in texts:
            for standing in STANDING_TAG.finditer(text):
                self._count_from(standing.group())
        self._given: dict[tuple[str, tuple[str, ...]], str] = {}
        self._names_with: dict[str, set[tuple[str, ...]]] = {}

    def _count_from(self, tag: str) -> None:
        match = _TAG_NUMBER.fullmatch(tag)
        if match:
            stem, number = match.group(1), int(match.group(2)[:9])
            self._last[stem] = max(self._last[stem], number)

    def tag(self, finding: Finding, written: str) -> str:
        """The tag of a finding; call it in the order of the notes."""
        if finding.type == kinds.PERSON and finding.person_id in self._people:
            return self._people[finding.person_id]
        stem = _TYPE_STEMS.get(finding.type, finding.type)
        key = (stem, _key(finding.type, written))
        if key not in self._given:
            named = finding.type == kinds.PERSON
            self._given[key] = (self._alias(key[1]) if named else None) or self._next(stem)
            for word in key[1] if named else ():
                self._names_with.setdefault(word, set()).add(key[1])
        return self._given[key]

    def _next(self, stem: str) -> str:
        self._last[stem] += 1
        return f"[{stem}_{self._last[stem]}]"

    def _alias(self, name: tuple[str, ...]) -> str | None:
        """The tag of the one known person of whose name this is a part, or the other way round."""
        words = set(name)
        related = {known for word in name for known in self._names_with.get(word, ())}
        tags = {
            self._given[(kinds.PERSON, known)]
            for known in related
            if words < set(known) or set(known) < words
        }
        return tags.pop() if len(tags) == 1 else None


def _people_tags(people: Sequence[Person], stems: Mapping[str, str]) -> dict[str, str]:
    by_stem: dict[str, list[str]] = {}
    for person in people:
        stem = stems.get(person.role) or ROLE_STEMS.get(person.role, "PERSON")
        ids = by_stem.setdefault(stem, [])
        if person.id not in ids:
            ids.append(person.id)
    tags: dict[str, str] = {}
    for stem, ids in by_stem.items():
        if stem in _SINGLE and len(ids) == 1:
            tags.setdefault(ids[0], f"[{stem}]")
            continue
        for number, person_id in enumerate(ids, start=1):
            tags.setdefault(person_id, f"[{stem}_{number}]")
    return tags


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
