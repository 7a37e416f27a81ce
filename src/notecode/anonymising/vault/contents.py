"""What the vault holds of a case, and its form in bytes."""

import json
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from notecode.raw import Person, RawNote, Roster

_DATES = frozenset({"date", "dob"})
_ID_LENGTH = struct.Struct(">H")


@dataclass(frozen=True, slots=True, repr=False)
class Replaced:
    """What was replaced in one note: pairs of identifier type and passage, in order.

    ``digest`` is that of the anonymised text: of another text they need not be true any more.
    """

    digest: str
    passages: tuple[tuple[str, str], ...]

    def __repr__(self) -> str:
        return f"Replaced({len(self.passages)} passages hidden)"

    __str__ = __repr__


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class VaultCase:
    """One case's originals: its notes as exported and the people who are known in it.

    ``memory`` is what the naming of pseudonyms keeps between runs: small, JSON, with text keys.
    ``replaced`` says by note id what was replaced in the notes.
    """

    case_id: str
    notes: tuple[RawNote, ...]
    roster: Roster
    memory: dict[str, Any] = field(default_factory=dict)
    replaced: Mapping[str, Replaced] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"VaultCase({self.case_id!r}, {len(self.notes)} notes hidden)"

    __str__ = __repr__


def to_bytes(case: VaultCase) -> bytes:
    """The case as one record: its id first, so that it can be read without the rest."""
    name = case.case_id.encode()
    described = {
        "notes": [_plain(note) for note in case.notes],
        "people": [_plain(person) for person in case.roster.people],
        "memory": case.memory,
        "replaced": {key: [each.digest, each.passages] for key, each in case.replaced.items()},
    }
    text = json.dumps(described, ensure_ascii=False, separators=(",", ":"))
    return _ID_LENGTH.pack(len(name)) + name + text.encode("utf-8", "surrogatepass")


def case_id_of(content: bytes) -> str:
    """The id of the case that the record holds."""
    (length,) = _ID_LENGTH.unpack_from(content)
    return content[_ID_LENGTH.size : _ID_LENGTH.size + length].decode()


def from_bytes(content: bytes) -> VaultCase:
    """The case in the record; fields that this version does not know are left out."""
    case_id = case_id_of(content)
    text = content[_ID_LENGTH.size + len(case_id.encode()) :].decode("utf-8", "surrogatepass")
    described = json.loads(text)
    return VaultCase(
        case_id=case_id,
        notes=tuple(RawNote(**_values(RawNote, note)) for note in described["notes"]),
        roster=Roster(
            case_id, tuple(Person(**_values(Person, each)) for each in described["people"])
        ),
        memory=described["memory"],
        replaced={
            note_id: Replaced(digest, tuple((kind, passage) for kind, passage in passages))
            for note_id, (digest, passages) in described["replaced"].items()
        },
    )


def _plain(record: RawNote | Person) -> dict[str, Any]:
    """The fields that are not at their default, dates in ISO form."""
    named = [(each, getattr(record, each.name)) for each in fields(record)]
    return {
        each.name: value.isoformat() if isinstance(value, date) else value
        for each, value in named
        if value != each.default
    }


def _values(kind: type[RawNote] | type[Person], plain: dict[str, Any]) -> dict[str, Any]:
    return dict(_typed(plain, (each.name for each in fields(kind))))


def _typed(plain: dict[str, Any], names: Iterable[str]) -> Iterable[tuple[str, Any]]:
    for name in names:
        if name in plain:
            value = plain[name]
            if name in _DATES:
                value = date.fromisoformat(value)
            yield name, tuple(value) if isinstance(value, list) else value
