"""Places in notes as values: coded passages, words found, days on which something happened.

The store fills these, ``analysing`` works on them, and the commands print them.
"""

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from notecode.model import Span


class Place(NamedTuple):
    """The note in which something stands, and what is known of it and of its case.

    ``month`` is the month of the intervention, None if unknown.
    """

    note_id: str
    case_id: str
    site: str
    date: datetime.date | None
    month: int | None
    contact_type: str
    author_role: str


class Quotation(NamedTuple):
    """One coded passage with its words and those around it.

    ``before`` and ``after`` reach as far as was asked for; ``cut_before`` and ``cut_after`` say
    whether the note goes on beyond them. ``agencies`` are sorted by id.
    """

    reference_id: str
    place: Place
    code: str
    agencies: tuple[str, ...]
    coder: str
    origin: str
    created: str
    span: Span
    text: str
    before: str = ""
    after: str = ""
    cut_before: bool = False
    cut_after: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundNote:
    """A note in which words were found: its text and where they stand in it."""

    rowid: int
    place: Place
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a coder wrote about one code in one case, in their own words.

    ``written`` is UTC, ISO 8601; an empty text withdraws what was written before.
    ``masked_since``: words of the case's notes may have been masked after it was written.
    """

    case_id: str
    code: str
    coder: str
    written: str
    text: str
    masked_since: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is looked at: notes by rowid, references by the number of their kind; None is all."""

    notes: tuple[int, ...] | None = None
    kinds: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseMonth:
    """What lies in one month of a case; ``month`` None is notes whose month is unknown."""

    case_id: str
    month: int | None
    notes: int
    references: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedNote:
    """A note with the codes of its references, each with how many there are."""

    place: Place
    codes: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstUse:
    """One code in one case within one stretch of the coding: its first use, and how many there are.

    ``first`` is UTC, ISO 8601; stretches are counted from 0.
    """

    case_id: str
    code: str
    stretch: int
    first: str
    references: int
