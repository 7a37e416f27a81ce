"""The tags of the case's people: ``[SU]``, ``[VS]``, ``[CHILD_1]``, ``[OM_1]``.

A tag that was given once stays with its person; a new person gets a number above all of them.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from notecode.anonymising.pseudonyms.memory import GivenTag, TagMemory
from notecode.anonymising.pseudonyms.numbers import TagNumbers
from notecode.anonymising.words.spelling import folded_words
from notecode.raw import Person

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
        "BROTHER": "FAMILY",
        "SISTER": "FAMILY",
        "GRANDPARENT": "FAMILY",
        "GRANDMOTHER": "FAMILY",
        "GRANDFATHER": "FAMILY",
        "UNCLE": "FAMILY",
        "AUNT": "FAMILY",
        "COUSIN": "FAMILY",
        "RELATIVE": "FAMILY",
        "PARENT": "FAMILY",
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
        "HEALTH_VISITOR": "HV",
        "HV": "HV",
        "MIDWIFE": "MIDWIFE",
        "NURSE": "NURSE",
        "CPN": "CPN",
        "MENTAL_HEALTH_WORKER": "MH_WORKER",
        "MH_WORKER": "MH_WORKER",
        "PSYCHIATRIST": "PSYCHIATRIST",
        "COUNSELLOR": "COUNSELLOR",
        "HOUSING": "HOUSING",
        "HOUSING_OFFICER": "HOUSING",
        "KEYWORKER": "KEYWORKER",
        "KEY_WORKER": "KEYWORKER",
        "SUBSTANCE_MISUSE_WORKER": "SUBSTANCE_WORKER",
        "SUBSTANCE_WORKER": "SUBSTANCE_WORKER",
        "DRUG_WORKER": "SUBSTANCE_WORKER",
        "ALCOHOL_WORKER": "SUBSTANCE_WORKER",
        "RECOVERY_WORKER": "SUBSTANCE_WORKER",
        "LANDLORD": "LANDLORD",
        "PRISON_OFFICER": "PRISON_OFFICER",
        "OFFENDER_SUPERVISOR": "PRISON_OFFICER",
        "VICTIM_LIAISON_OFFICER": "VLO",
        "VLO": "VLO",
        "CAFCASS": "CAFCASS",
        "CAFCASS_OFFICER": "CAFCASS",
        "IRO": "IRO",
        "FAMILY_SUPPORT_WORKER": "FSW",
        "FSW": "FSW",
        "SOLICITOR": "SOLICITOR",
        "LAWYER": "SOLICITOR",
        "INTERPRETER": "INTERPRETER",
        "FRIEND": "FRIEND",
        "NEIGHBOUR": "NEIGHBOUR",
        "SCHOOL": "SCHOOL",
        "TEACHER": "SCHOOL",
        "HEADTEACHER": "SCHOOL",
    }
)
"""Role of a person -> stem of the tag. A role that is not listed becomes ``PERSON``."""

_FIRST = ("SU", "VS", "PARTNER", "FAMILY", "PERSON")
"""Whose a name is that several people bear, before all others: a bare surname is an adult's."""
_LAST = "CHILD"
_NAMED = "named"
_HAS_NAME = "has a name"
_SINGLE = frozenset({"SU", "VS"})
"""Stems without a number where the case has one such person."""


def in_fixed_order(people: Sequence[Person]) -> list[Person]:
    """People by role and id, or by name where the file gives no ids: rows in any order are alike.

    Who comes first owns a name that several bear.
    """
    return sorted(people, key=_order)


def people_tags(
    people: Sequence[Person], stems: Mapping[str, str], memory: TagMemory, numbers: TagNumbers
) -> dict[str, str]:
    """Id of each person -> tag; tags that the memory has are kept, and none is given twice.

    ``stems`` maps roles to stems, over ``ROLE_STEMS``.
    """
    ordered = in_fixed_order(people)
    stem_of = {
        person.id: stems.get(person.role) or ROLE_STEMS.get(person.role, "PERSON")
        for person in ordered
    }
    tags = _remembered(ordered, stem_of, memory)
    waiting: dict[str, list[str]] = {}
    for person in ordered:
        if person.id not in tags and person.id not in waiting.setdefault(stem_of[person.id], []):
            waiting[stem_of[person.id]].append(person.id)
    for stem, ids in waiting.items():
        if stem in _SINGLE and len(ids) == 1 and _may_be_plain(stem, memory, numbers):
            tags[ids[0]] = numbers.take_plain(stem)
        else:
            tags.update((person_id, numbers.next(stem)) for person_id in ids)
    return tags


def rows_to_remember(person: Person, tag: str, memory: TagMemory) -> list[GivenTag]:
    """What keeps a person's tag: under the id, the name, and each word of the name."""
    name = _name(person)
    rows = [memory.remember_person(person_key(person), tag)]
    if name:
        rows.append(memory.remember_person((_NAMED, *name), tag))
        rows.append(memory.remember_person((_HAS_NAME, tag), tag))
        rows.extend(memory.remember(_NAMED, (word,), tag, part=True) for word in name)
    return [row for row in rows if row is not None]


def _remembered(
    people: Sequence[Person], stem_of: Mapping[str, str], memory: TagMemory
) -> dict[str, str]:
    """The tags that people had: by full name first, because ids may be rows that have moved.

    Under its id alone a tag is kept if the name has a word in common with the one it had.
    """
    tags: dict[str, str] = {}
    bearers = Counter(_name(person) for person in people)
    for by_name in (True, False):
        for person in people:
            name = _name(person)
            if person.id in tags or (by_name and (not name or bearers[name] > 1)):
                continue
            known = sorted(
                tag
                for tag in memory.person_tags((_NAMED, *name) if by_name else person_key(person))
                if tag not in tags.values() and _stem(tag) == stem_of[person.id]
            )
            # Of two namesakes of one role who ever were in the file, the name says too little.
            if not known or (by_name and len(known) > 1):
                continue
            first = min(known, key=_number)
            if by_name or _may_be_the_same(name, first, memory):
                tags[person.id] = first
    return tags


def _may_be_the_same(name: tuple[str, ...], tag: str, memory: TagMemory) -> bool:
    if not memory.person_tags((_HAS_NAME, tag)) or not name:
        return True
    return any(tag in memory.tags_with_part(_NAMED, (word,)) for word in name)


def _name(person: Person) -> tuple[str, ...]:
    return tuple(sorted(set(folded_words(f"{person.first_name} {person.last_name}"))))


def _stem(tag: str) -> str:
    return tag[1:-1].rstrip("0123456789").rstrip("_")


def _number(tag: str) -> int:
    return int("0" + "".join(filter(str.isdecimal, tag)))


def _may_be_plain(stem: str, memory: TagMemory, numbers: TagNumbers) -> bool:
    """Whether ``[SU]`` was not given yet, or was given to the one such person there ever was."""
    if numbers.is_unused(stem):
        return True
    of_stem = {tag for tag in memory.tags() if tag == f"[{stem}]" or tag.startswith(f"[{stem}_")}
    return memory.is_forgotten and of_stem == {f"[{stem}]"}


def person_key(person: Person) -> tuple[str, ...]:
    """What tells a person of one case from another, whatever row of the file they stand in."""
    if person.has_id:
        return ("id", person.id)
    # The role tells namesakes apart as well: a GP is not the brother of the same name.
    return ("name", person.role, *_named_and_born(person))


def _named_and_born(person: Person) -> tuple[str, ...]:
    birth = person.dob.isoformat() if person.dob else ""
    return (*folded_words(f"{person.first_name} {person.last_name}"), birth)


def _order(person: Person) -> tuple[object, ...]:
    named = folded_words(f"{person.last_name} {person.first_name} {' '.join(person.known_as)}")
    stem = ROLE_STEMS.get(person.role, "PERSON")
    rank = _FIRST.index(stem) if stem in _FIRST else len(_FIRST) + (stem == _LAST)
    # All that can tell rows without ids apart, so that their order in the file says nothing.
    rest = (person.role, _named_and_born(person), person.phones, person.emails, person.addresses)
    number = list(_natural(person.id)) if person.has_id else []
    return (rank, not person.has_id, number, named, *rest, person.identifiers, person.title)


def _natural(text: str) -> Iterator[tuple[int, str]]:
    """Parts of an id, so that P2 comes before P10."""
    digits = ""
    for character in text:
        if character.isdecimal() and character.isascii():
            digits += character
            continue
        if digits:
            yield int(digits), ""
            digits = ""
        yield -1, character
    if digits:
        yield int(digits), ""
