"""What a column's cells alone say it is, for headers that nobody knows."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from notecode.importing.columns import STRONG, is_known, is_numbered_note, is_personal, squash
from notecode.importing.dates import parse_dates
from notecode.importing.profiles import Profile
from notecode.settings import Kind

Claim = tuple[float, str, str]
"""How strongly (header matches are worth 400 and more), which field, and why."""

_MOSTLY = 0.6
_NO_BIRTHS = ("updat", "creat", "added", "start", "end", "record", "contact", "refer", "closed")
_CLOCK = re.compile(r"\d:\d\d")
_MIDNIGHT = re.compile(r"\b00:00(?::00)?\b")
_ADULT = 16
_SPREAD = 5 * 365


def claims(kind: Kind, header: str, found: Profile, cells: Sequence[str]) -> Iterator[Claim]:
    """The fields that the column may be by its contents."""
    squashed = squash(header)
    if kind == "notes":
        yield from _of_notes(squashed, found)
    if kind == "people":
        if found.roles >= _MOSTLY:
            yield 30, "role", "its contents are roles"
        if _are_births(squashed, found, cells):
            yield 20, "dob", "its contents are dates of birth"
    if not is_known(header) and not is_personal(header) and found.is_reference:
        yield from _of_ids(kind, found)


def _of_notes(squashed: str, found: Profile) -> Iterator[Claim]:
    if found.is_text and found.mean_length >= 40 and not is_numbered_note(squashed):
        yield min(found.mean_length, 300) / 10, "text", "the longest text"
    unlikely = any(word in squashed for word in ("birth", "dob", "updat"))
    if found.dates >= 0.9 and found.bare < 0.5 and not unlikely:
        yield 20, "date", "its contents are dates"
    if found.ways >= _MOSTLY:
        yield 30, "contact_type", "its contents are ways of contact"
    if found.roles >= _MOSTLY and not _says_a_role(squashed):
        yield 30, "author_role", "its contents are roles"


def _says_a_role(squashed: str) -> bool:
    # Who was spoken to is not who wrote the note.
    return squashed in STRONG["people"]["role"].split() or squashed in (
        "who",
        "with",
        "contactwith",
    )


def _of_ids(kind: Kind, found: Profile) -> Iterator[Claim]:
    # Of letters and digits rather than of digits alone, and rather many than few.
    score = (16 if found.bare < 0.5 else 12) + found.distinct
    if kind == "cases":
        yield score, "case", "its contents are ids"
    elif found.distinct <= 0.9:
        yield score, "case", "its contents are ids that repeat"
    else:
        yield score / 2, "id", "its contents are ids, each one once"


def _are_births(squashed: str, found: Profile, cells: Sequence[str]) -> bool:
    """Whether the dates reach back to the birth of an adult and are years apart."""
    if found.dates < 0.9 or found.bare >= 0.5 or any(word in squashed for word in _NO_BIRTHS):
        return False
    filled = [cell for cell in cells if cell.strip()]
    if any(_CLOCK.search(cell) and not _MIDNIGHT.search(cell) for cell in filled):
        return False
    column = parse_dates(filled, earliest=1880, newest_short_year=25)
    days = sorted(day for day in column.dates if day is not None)
    if not days or days[0].year > date.today().year - _ADULT:
        return False
    return len(days) == 1 or (days[-1] - days[0]).days > _SPREAD
