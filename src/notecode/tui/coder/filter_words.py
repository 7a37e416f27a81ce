"""How filters and their values are named, and what of them is typed as a line. Pure."""

import calendar
import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal

from notecode.codebook import agency_heirs, heirs
from notecode.model import Agency, Code, Codebook
from notecode.project.coding.finding import FACETS, STATES, Facet, NoteFilter
from notecode.text.grid import printable

Typed = Literal["since", "until", "text"]
"""What is typed rather than chosen."""

Part = Facet | Typed

TYPED: tuple[Typed, ...] = ("since", "until", "text")
PARTS: tuple[Part, ...] = (*FACETS, *TYPED)

NAMES: Mapping[Part, str] = MappingProxyType(
    {
        "state": "state",
        "site": "site",
        "case": "case",
        "agency": "agency",
        "code": "code",
        "contact": "contact",
        "role": "author",
        "month": "month of the case",
        "coder": "coded by",
        "date": "calendar month",
        "since": "from",
        "until": "to",
        "text": "words",
    }
)

_STATE_NAMES = MappingProxyType(
    {
        "uncoded": "uncoded",
        "coded": "coded",
        "done": "done",
        "not done": "not done",
        "suggested": "with suggestions",
        "flagged": "doubtful",
        "bookmarked": "bookmarked",
    }
)
_STATE_SYNONYMS = MappingProxyType(
    {
        "uncoded": "not coded",
        "done": "finished",
        "not done": "unfinished open",
        "suggested": "suggested suggestion",
        "flagged": "flagged flags",
        "bookmarked": "bookmarks",
    }
)
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def value_name(book: Codebook, facet: Facet, value: str) -> str:
    """A value as it is shown; codes and agencies by their labels, merged ones with their heirs."""
    if facet == "state":
        return _STATE_NAMES[value]
    if not value:
        return "no date" if facet == "date" else "not known"
    if facet == "code" and value in book.code_by_id:
        return _label(book.code_by_id, heirs(book), value)
    if facet == "agency" and value in book.agency_by_id:
        return _label(book.agency_by_id, agency_heirs(book), value)
    return printable(value)


def _label(
    entries: Mapping[str, Code] | Mapping[str, Agency], next_: Mapping[str, str], id_: str
) -> str:
    label = printable(entries[id_].label)
    merged = id_ in next_
    return f"{label}, merged into {printable(entries[next_[id_]].label)}" if merged else label


def searched_words(book: Codebook, facet: Facet, value: str) -> str:
    """Every word by which a value is found: its name, and what it is called elsewhere; folded."""
    other = _STATE_SYNONYMS.get(value, "") if facet == "state" else value
    return f"{value_name(book, facet, value)} {other}".casefold()


def in_order(book: Codebook, facet: Facet, values: Mapping[str, int]) -> list[str]:
    """The values of a facet as they are listed; codes and agencies whether counted yet or not.

    Those that were merged count for their heirs, and are listed only if they are among ``values``.
    """
    if facet == "state":
        return list(STATES)
    if facet == "code":
        gone = heirs(book).keys() - values
        codes = [code.id for code in book.tree if code.id not in gone]
        return [*codes, *sorted(set(values) - set(codes))]
    if facet == "agency":
        gone = agency_heirs(book).keys() - values
        agencies = [agency.id for agency in book.agencies if agency.id not in gone]
        return [*agencies, *sorted(set(values) - set(agencies))]
    if facet == "month":
        return sorted(values, key=lambda value: (not value, int(value or 0)))
    return sorted(values, key=lambda value: (not value, value.casefold()))


def part_words(book: Codebook, wanted: NoteFilter, part: Part) -> str:
    """What is asked of one part, or ""."""
    if part == "text":
        return f"“{printable(wanted.text)}”" if wanted.text else ""
    if part == "since":
        return wanted.since.isoformat() if wanted.since else ""
    if part == "until":
        return wanted.until.isoformat() if wanted.until else ""
    joint = " and " if part == "state" else " or "
    return joint.join(value_name(book, part, value) for value in wanted.of(part))


def filter_words(book: Codebook, wanted: NoteFilter) -> str:
    """All that is asked, in one line."""
    asked = ((part, part_words(book, wanted, part)) for part in PARTS)
    return ", ".join(
        words if part in {"state", "text"} else f"{NAMES[part]} {words}"
        for part, words in asked
        if words
    )


def day_of(typed: str, part: Part) -> date | None:
    """A day as 2024-03-05, or the first or last one of 2024-03 or of 2024; None if it is none."""
    found = _DAY.fullmatch(typed.strip())
    if found is None:
        return None
    last = part == "until"
    year, month = int(found[1]), int(found[2] or (12 if last else 1))
    try:
        day = int(found[3] or (calendar.monthrange(year, month)[1] if last else 1))
        return date(year, month, day)
    except ValueError:
        return None
