"""Days as notes write them, read and written again in the same form.

"14/02/17", "2017-02-14", "14th Feb 2017", "3 March", "Feb 14", "Tues 14th", "140217". What is
not understood for certain is not read: a wrong day would look as good as a right one.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

_MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = r"(?P<day>[0-9]{1,2})"
_MONTH = r"(?P<month>[0-9]{1,2})"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2}|(?<![0-9])['’]?[0-9]{2})"
_ORDINAL = r"(?P<ordinal>[ ]?(?:st|nd|rd|th))"
_NAME = (
    r"(?P<name>jan[a-z]*|feb[a-z]*|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug[a-z]*|sep[a-z]*|"
    r"oct[a-z]*|nov[a-z]*|dec[a-z]*)"
)
_LEAD = r"(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?[ ]{1,2})?(?:the )?"
_MARK = r"[ ]?[/.\-–][/.\-]?[ ]?"
_END = r"(?:['’]s)?"

_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<year>(?:19|20)[0-9]{{2}})[\-/.]{_MONTH}[\-/.]{_DAY}",
        rf"{_LEAD}{_DAY}{_MARK}{_MONTH}{_MARK}{_YEAR}{_END}",
        rf"{_LEAD}{_DAY}{_MARK}{_MONTH}{_END}",
        rf"{_DAY}/(?P<month>[0-9]{{2}})(?P<year>(?:20)?[0-9]{{2}})",
        r"(?P<day>[0-9]{2})(?P<month>[0-9]{2})(?P<year>(?:20)?[0-9]{2})",
        rf"{_LEAD}{_DAY}{_ORDINAL}?[ ]?(?:(?:day )?of )?(?:the )?[ ,\-./]?{_NAME}"
        rf"(?:\.?,?[ \-/.]{{0,2}}{_YEAR})?",
        rf"{_LEAD}{_NAME}\.?[ ]{{1,2}}(?:the )?{_DAY}{_ORDINAL}?(?:,?[ ]{_YEAR})?",
        rf"{_LEAD}{_DAY}{_ORDINAL}?",
    )
)
_MONTH_BEHIND = re.compile(
    rf"[ ]?(?:of )?(?:the )?{_NAME}\b(?:\.?,?[ \-/.]{{1,2}}{_YEAR}\b)?", re.IGNORECASE
)
_WEEKDAY_BEFORE = re.compile(
    r"\b(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?[ ]{1,2}(?:the )?$", re.IGNORECASE
)
_LONGEST_WEEKDAY = 16
_BETWEEN_DAYS = re.compile(
    r"(?:[ ]?[,&+/\-–][ ]?|[ ](?:and|or|to|until|till|through|thru)[ ])(?:the )?", re.IGNORECASE
)
_NEAR = 45
"""Days before or after its note within which a day lies whose month is not written."""

_FIRST_OF_CENTURY = 50
"""Two digits of a year from here on are of the last century."""


@dataclass(frozen=True, slots=True, repr=False)
class WrittenDate:
    """A day as it is written. ``month`` and ``year`` are None, ``weekday`` is "" if unsaid.

    ``places`` says where in ``text`` each part stands.
    """

    text: str
    day: int
    month: int | None
    year: int | None
    weekday: str
    places: Mapping[str, tuple[int, int]]

    def __repr__(self) -> str:
        return f"WrittenDate({', '.join(sorted(self.places))})"

    __str__ = __repr__

    @property
    def month_name(self) -> str:
        """The month's name as it is written, or ""."""
        return self._part("name")

    def on(self, near: date | None, sharing: "date | None" = None) -> date | None:
        """The day that is meant; None if that is not certain, or there is no such day.

        A year that is not written is that which brings the day nearest to ``near``, the date of
        the note. A month that is not written is that of ``sharing``, the day after it in "12th
        to 14th Feb", or that which fits the weekday.
        """
        if self.month is not None and self.year is not None:
            return _day_or_none(self.year, self.month, self.day)
        if self.month is None and sharing is not None:
            earlier = self.day < sharing.day
            return _day_or_none(sharing.year, sharing.month, self.day) if earlier else None
        if near is None or (self.month is None and not self.weekday):
            return None
        return min(self._candidates(near), key=lambda day: (abs(day - near), day), default=None)

    def write(self, day: date, *, month_as: str = "") -> str:
        """Another day in the same form; with ``month_as``, a month's name, in words after it."""
        parts = {"day": self._number("day", day.day)}
        if "month" in self.places:
            parts["month"] = self._number("month", day.month)
        if "name" in self.places:
            parts["name"] = _month_name(self.month_name, day.month)
        if "year" in self.places:
            parts["year"] = _year(self._part("year"), day.year)
        if "ordinal" in self.places:
            parts["ordinal"] = _ordinal(self._part("ordinal"), day.day)
        written, position = "", 0
        for name, (start, end) in sorted(self.places.items(), key=lambda item: item[1]):
            written += self.text[position:start] + parts.get(name, self.text[start:end])
            position = end
        added = f" {_month_name(month_as, day.month)}" if month_as else ""
        return written + added + self.text[position:]

    def _candidates(self, near: date) -> Iterator[date]:
        months = [self.month] if self.month else range(1, 13)
        for year in (near.year - 1, near.year, near.year + 1):
            for month in months:
                day = _day_or_none(year, month, self.day)
                if day and (self.month or self._fits_weekday(day, near)):
                    yield day

    def _fits_weekday(self, day: date, near: date) -> bool:
        return _WEEKDAYS[day.weekday()] == self.weekday and abs((day - near).days) <= _NEAR

    def _number(self, part: str, new: int) -> str:
        """With a nought before it if this part, or else its neighbour, is written so."""
        other = "month" if part == "day" else "day"
        for old in (self._part(part), self._part(other)):
            if old.startswith("0"):
                return f"{new:02}"
            if len(old) == 1:
                return str(new)
        return f"{new:02}" if "month" in self.places else str(new)

    def _part(self, name: str) -> str:
        start, end = self.places.get(name, (0, 0))
        return self.text[start:end]


def read_written_date(text: str, weekday: str = "") -> WrittenDate | None:
    """The day that the whole of the text says; None if it is not understood.

    ``weekday`` is one that stands before it, by its first three letters.
    """
    for form in _FORMS:
        match = form.fullmatch(text)
        if match is None:
            continue
        found = match.groupdict()
        name, month = found.get("name"), found.get("month")
        number = _month_of(name) if name else int(month) if month else None
        return WrittenDate(
            text=text,
            day=int(found["day"]),
            month=number,
            year=_full_year(found.get("year")),
            weekday=(found.get("weekday") or weekday).lower(),
            places={part: match.span(part) for part, value in found.items() if value is not None},
        )
    return None


def month_after(text: str, start: int) -> int:
    """Where the month, and the year if there is one, ends that follows a day; ``start`` if none."""
    match = _MONTH_BEHIND.match(text, start)
    return match.end() if match else start


def weekday_before(text: str, end: int) -> str:
    """The weekday that stands before a day, by three letters, or ""."""
    match = _WEEKDAY_BEFORE.search(text, max(0, end - _LONGEST_WEEKDAY), end)
    return match.group("weekday").lower() if match else ""


def share_a_month(between: str) -> bool:
    """Whether what stands between two days makes them days of one month: "12th-14th Feb"."""
    return _BETWEEN_DAYS.fullmatch(between) is not None


def _month_of(name: str) -> int | None:
    first = name[:3].lower()
    return next((n for n, each in enumerate(_MONTH_NAMES, 1) if each.lower()[:3] == first), None)


def _full_year(written: str | None) -> int | None:
    if written is None:
        return None
    number = int(written.lstrip("'’"))
    if number >= 100:
        return number
    return number + (1900 if number >= _FIRST_OF_CENTURY else 2000)


def _day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _as_cased(old: str, new: str) -> str:
    changes: tuple[tuple[Callable[[str], bool], Callable[[str], str]], ...] = (
        (str.isupper, str.upper),
        (str.islower, str.lower),
    )
    return next((change(new) for holds, change in changes if holds(old)), new)


def _month_name(old: str, month: int) -> str:
    """The month in full or by three letters, as the old one is written. "May" counts as full."""
    new = _MONTH_NAMES[month - 1]
    shortened = len(old) <= 4 and old.capitalize() not in _MONTH_NAMES
    return _as_cased(old, new[:3] if shortened else new)


def _year(old: str, year: int) -> str:
    mark = old[:1] if old[:1] in {"'", "’"} else ""
    return f"{year}" if len(old) == 4 else f"{mark}{year % 100:02}"


def _ordinal(old: str, day: int) -> str:
    ending = "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return old[: len(old) - 2] + _as_cased(old[-2:], ending)
