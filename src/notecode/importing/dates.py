"""Dates as British exports write them: day first, in many forms, with a foreign one among them.

Whether a column is day-first is decided once, from the whole column, and said; a date that
contradicts the rest is reported by row and not guessed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from notecode.importing.problems import ProblemLog, name_rows
from notecode.settings import DateOrder

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_DAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+)?"
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?"
_ZONE = r"(?:\s*(?:z|gmt|bst|utc|[+-]\d\d:?\d\d))?"
_TIME = rf"(?:(?:\s*,?\s+|\s*t\s*|\s+-\s+)(?:at\s+)?{_CLOCK}{_ZONE})?"
_FLAGS = re.IGNORECASE | re.ASCII
_ISO = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_TIME}", _FLAGS)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:t?\d{4,6})?", _FLAGS)
_NUMERIC = re.compile(
    rf"{_DAY}(\d{{1,2}})\s?[/.\- ]\s?(\d{{1,2}})\s?[/.\- ]\s?(\d{{4}}|\d\d){_TIME}", _FLAGS
)
_NAMED = re.compile(
    rf"{_DAY}(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s/.,-]*([a-z]{{3,9}})\.?[\s/.,-]*'?"
    rf"(\d{{4}}|\d\d){_TIME}",
    _FLAGS,
)
_NAMED_FIRST = re.compile(
    rf"{_DAY}([a-z]{{3,9}})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}}){_TIME}", _FLAGS
)
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?", re.ASCII)
_LEADING_TIME = re.compile(rf"{_CLOCK}{_ZONE},?\s+(?:on\s+)?(?=\S)", _FLAGS)
_STORED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d.*", re.ASCII)
_EPOCH = date(1899, 12, 30)

IMPOSSIBLE = "no date that exists or can be read"
CONTRARY = "the date has day and month the other way round from the rest of its column"


@dataclass(frozen=True, slots=True)
class _Parts:
    """A date as written: three numbers, and whether their order leaves a choice."""

    first: int
    second: int
    year: int
    choice: bool = False


@dataclass(frozen=True, slots=True)
class DateColumn:
    """The dates of a column, None where there is none, and how the column was understood.

    ``decided`` tells where ``order`` comes from: "given", from "evidence" in the column, by
    "default", or "" if no date needed it. The tuples hold places in the column.
    """

    dates: tuple[date | None, ...]
    order: DateOrder
    decided: str
    impossible: tuple[int, ...]
    contrary: tuple[int, ...]
    exchanged: bool


def parse_dates(
    cells: Sequence[str],
    order: DateOrder = "",
    *,
    earliest: int = 1980,
    newest_short_year: int = 68,
) -> DateColumn:
    """Read a column of dates; times of day are dropped, and midnight was none.

    Years before ``earliest`` or after 2100 are impossible. A two-digit year up to
    ``newest_short_year`` is in this century.
    """
    parts = [_split(cell, newest_short_year) for cell in cells]
    chosen, decided = _decide(parts, order)
    dates: list[date | None] = []
    impossible: list[int] = []
    contrary: list[int] = []
    for place, (cell, part) in enumerate(zip(cells, parts, strict=True)):
        day = _date(part, chosen, earliest)
        dates.append(day)
        if day is None and cell.strip():
            turned = part is not None and part.choice and _date(part, _other(chosen), earliest)
            (contrary if turned else impossible).append(place)
    exchanged = not order and _looks_exchanged(cells, parts, chosen)
    return DateColumn(tuple(dates), chosen, decided, tuple(impossible), tuple(contrary), exchanged)


def read_date_column(
    cells: Sequence[str],
    rows: Sequence[int],
    header: str,
    log: ProblemLog,
    order: DateOrder = "",
    *,
    birth: bool = False,
) -> tuple[date | None, ...]:
    """The dates of a column of the file; what is doubtful is reported by row, never by value."""
    limits = {"earliest": 1880, "newest_short_year": 25} if birth else {}
    column = parse_dates(cells, order, **limits)
    for place in column.impossible:
        log.warn(IMPOSSIBLE, row=rows[place], column=header)
    for place in column.contrary:
        log.warn(CONTRARY, row=rows[place], column=header)
    if column.decided == "default" and not birth:
        log.add(
            "no date shows whether the day or the month comes first; read as day-first",
            column=header,
            hint='to be sure: date_order = "day-first" in notecode.toml',
            fatal=False,
        )
    if column.order == "month-first" and column.decided == "evidence":
        log.add(
            "the dates are read with the month first, as some of them must be",
            column=header,
            hint='if that is wrong: date_order = "day-first" in notecode.toml',
            fatal=False,
        )
    if column.exchanged:
        stored = [row for row, cell in zip(rows, cells, strict=True) if _STORED.fullmatch(cell)]
        log.add(
            "real dates all have a day up to 12 and dates as text a later one: Excel may have "
            f"exchanged day and month in {name_rows(stored)}",
            column=header,
            hint="compare one of them with the system",
            fatal=False,
        )
    return column.dates


def share_of_dates(cells: Iterable[str]) -> float:
    """The share of the cells that read as dates; 0 if there are no cells."""
    read = [_split(cell, 68) is not None for cell in cells]
    return sum(read) / len(read) if read else 0.0


def _split(cell: str, newest_short_year: int) -> _Parts | None:
    """The date's numbers as written, or None if the cell is not in any form of a date."""
    text = " ".join(cell.split())
    if not text:
        return None
    text = _LEADING_TIME.sub("", text, count=1) if ":" in text[:3] else text
    if found := _NUMERIC.fullmatch(text):
        year = _year(found[3], newest_short_year)
        return _Parts(int(found[1]), int(found[2]), year, choice=True)
    if found := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        return _Parts(int(found[3]), int(found[2]), int(found[1]))
    if found := _SERIAL.fullmatch(text):
        day = _EPOCH + timedelta(days=int(found[1]))
        return _Parts(day.day, day.month, day.year)
    if found := _NAMED.fullmatch(text):
        return _named(found[1], found[2], _year(found[3], newest_short_year))
    if found := _NAMED_FIRST.fullmatch(text):
        return _named(found[2], found[1], int(found[3]))
    return None


def _named(day: str, month: str, year: int) -> _Parts | None:
    number = _MONTHS.get(month.lower())
    return _Parts(int(day), number, year) if number else None


def _year(digits: str, newest_short_year: int) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (2000 if year <= newest_short_year else 1900)


def _decide(parts: Sequence[_Parts | None], order: DateOrder) -> tuple[DateOrder, str]:
    """The column's order and where it comes from; the majority of the telling dates decides."""
    open_ones = [part for part in parts if part is not None and part.choice]
    if order:
        return order, "given"
    if not open_ones:
        return "day-first", ""
    day_first = sum(1 for part in open_ones if part.first > 12 >= part.second)
    month_first = sum(1 for part in open_ones if part.second > 12 >= part.first)
    if day_first or month_first:
        return ("month-first" if month_first > day_first else "day-first"), "evidence"
    doubtful = any(part.first != part.second for part in open_ones)
    return "day-first", "default" if doubtful else ""


def _date(part: _Parts | None, order: DateOrder, earliest: int) -> date | None:
    if part is None or not earliest <= part.year <= 2100:
        return None
    turned = part.choice and order == "month-first"
    day, month = (part.second, part.first) if turned else (part.first, part.second)
    try:
        return date(part.year, month, day)
    except ValueError:
        return None


def _other(order: DateOrder) -> DateOrder:
    return "day-first" if order == "month-first" else "month-first"


def _looks_exchanged(
    cells: Sequence[str], parts: Sequence[_Parts | None], order: DateOrder
) -> bool:
    """Whether an American Excel has turned what it could and left the rest as text."""
    stored = [
        part
        for cell, part in zip(cells, parts, strict=True)
        if part is not None and _STORED.fullmatch(cell)
    ]
    written = [part for part in parts if part is not None and part.choice]
    return (
        order == "day-first"
        and bool(stored and written)
        and all(part.first <= 12 for part in stored)
        and all(part.first > 12 for part in written)
    )
