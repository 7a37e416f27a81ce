"""Identifiable text and names: what exists in memory between the export and the anonymised note.

Only ``importing``, ``anonymising`` and ``project`` may import this module. Nothing here can be
printed by accident: ``repr`` and ``str`` show ids and counts alone, and pickling is left
possible only because worker processes need it.
"""

import datetime
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class RawNote:
    """One note as exported, normalised (NFC, LF) and not yet anonymised.

    ``row`` is its row in the file, for messages; ``author`` may be a name.
    """

    id: str
    case_id: str
    text: str
    site: str = ""
    date: datetime.date | None = None
    contact_type: str = ""
    author_role: str = ""
    author: str = ""
    row: int | None = None

    def __repr__(self) -> str:
        return f"RawNote({self.id!r}, case {self.case_id!r}, {len(self.text)} characters hidden)"

    __str__ = __repr__


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Person:
    """One row of the people file: somebody of one case, with any of the fields missing.

    ``role`` is upper case with underscores (SU, VS, CHILD, FAMILY, CASE_MANAGER, IDVA,
    OFFENDER_MANAGER, OIC, SOCIAL_WORKER, …). ``identifiers`` are numbers and references
    (CRN, NHS number, PNC) by which the person is known.
    """

    id: str
    role: str
    first_name: str = ""
    last_name: str = ""
    known_as: tuple[str, ...] = ()
    title: str = ""
    dob: date | None = None
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    has_id: bool = True
    """Whether the id comes from the file; otherwise it is the place in it, and may move."""

    def __repr__(self) -> str:
        return f"Person({self.id!r}, {self.role}, names hidden)"

    __str__ = __repr__


@dataclass(frozen=True, slots=True, repr=False)
class Roster:
    """The people of one case, in the order of the people file."""

    case_id: str
    people: tuple[Person, ...] = field(default=())

    def __repr__(self) -> str:
        return f"Roster({self.case_id!r}, {len(self.people)} people hidden)"

    __str__ = __repr__
