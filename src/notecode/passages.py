"""Places in notes as values: coded passages, words found, days on which something happened.

The store fills these, ``analysing`` works on them, and the commands print them.
"""

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from notecode.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
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


class CodedSpan(NamedTuple):
    """A reference by numbers: of its note, its first and last code points, of its code."""

    note: int
    start: int
    end: int
    code: int


class NoteDay(NamedTuple):
    """A note by numbers: of itself, of its case, and its day as an ordinal; None if undated."""

    note: int
    case: int
    day: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundNote:
    """A note in which words were found: its text and where they stand in it."""

    place: Place
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a coder wrote about one code in one case, in their own words.

    ``written`` is UTC, ISO 8601.
    """

    case_id: str
    code: str
    coder: str
    written: str
    text: str
