"""Days moved by one offset per case, or given as the month of the intervention.

The offset is worked out from the linking key and the case's id, so it is the same in every run
and stored nowhere. It is a number of whole weeks: a weekday that stands beside a day stays true,
and does not tell by how much the day was moved.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from notecode.anonymising.findings import DATE, Finding
from notecode.anonymising.pseudonyms.memory import TagMemory
from notecode.anonymising.pseudonyms.written_dates import (
    WrittenDate,
    month_after,
    read_written_date,
    share_a_month,
    weekday_before,
)
from notecode.errors import ProjectError
from notecode.model import month_of_intervention

MOST_DAYS = 182
"""How far a case's days are moved at most, either way."""

_WEEKS = MOST_DAYS // 7


def case_offset(memory: TagMemory) -> timedelta:
    """By how much all days of the case are moved: whole weeks, 26 at most, never none.

    Raises:
        ProjectError: without a linking key.

    """
    number = memory.secret_number("days are moved by")
    if number is None:
        raise ProjectError(
            "dates can be shifted only under a linking key",
            hint='Anonymise in a project, which has one, or leave dates = "tag".',
        )
    weeks = number % (2 * _WEEKS) - _WEEKS
    return timedelta(weeks=weeks if weeks < 0 else weeks + 1)


def moved(day: date | None, offset: timedelta) -> date | None:
    """The day by the offset later; None for no day, and for one that the calendar does not have."""
    try:
        return None if day is None else day + offset
    except OverflowError:
        return None


class ShiftedDates:
    """Writes the days of one case as they are after the shift."""

    def __init__(self, offset: timedelta, never: frozenset[date] = frozenset()) -> None:
        """Take the offset, and the days that are ``never`` written: dates of birth."""
        self._offset, self._never = offset, never

    def write(self, text: str, findings: Sequence[Finding], noted: date | None) -> dict[int, str]:
        """By number of the finding, what to write for it; what is not understood is left out.

        ``noted`` is the date of the note.
        """
        written: dict[int, str] = {}
        after: dict[int, date] = {}
        for read in reversed(list(_days(text, findings, noted))):
            new = moved(read.day, self._offset)
            if new is None or read.day in self._never:
                continue
            after[read.number] = new
            partner = after.get(read.number + 1) if read.sharing else None
            apart = partner is not None and new.month != partner.month
            named = (read.sharing.month_name or "Jan") if read.sharing and apart else ""
            written[read.number] = read.written.write(new, month_as=named)
        return written


class MonthTags:
    """Tags that say in which month of the intervention a day lies."""

    def __init__(self, start: date, never: frozenset[date] = frozenset()) -> None:
        """Take the day on which the case starts, and days that are ``never`` said."""
        self._start, self._never = start, never

    def write(self, text: str, findings: Sequence[Finding], noted: date | None) -> dict[int, str]:
        """By number of the finding, its tag; what is not understood is left out."""
        return {
            read.number: month_tag(read.day, self._start)
            for read in _days(text, findings, noted)
            if read.day not in self._never
        }


def with_months(text: str, findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings, with the month taken in that stands behind a bare day: "14th" of "14th Feb"."""
    for number, finding in enumerate(findings):
        written = (
            read_written_date(text[finding.start : finding.end]) if finding.type == DATE else None
        )
        end = month_after(text, finding.end) if written and written.month is None else finding.end
        limit = findings[number + 1].start if number + 1 < len(findings) else len(text)
        yield replace(finding, end=end) if finding.end < end <= limit else finding


def month_tag(day: date, start: date) -> str:
    """``[MONTH_1]`` from the start on; ``[BEFORE_START_1]`` in the month that ends with it."""
    month = month_of_intervention(day, start)
    assert month is not None
    return f"[MONTH_{month}]" if month > 0 else f"[BEFORE_START_{1 - month}]"


class _Read:
    """A day that was understood: which finding, as written, and the day it shares a month with."""

    def __init__(
        self, number: int, written: WrittenDate, day: date, sharing: WrittenDate | None
    ) -> None:
        self.number, self.written, self.day, self.sharing = number, written, day, sharing


def _days(text: str, findings: Sequence[Finding], noted: date | None) -> Iterator[_Read]:
    """The days among the findings that are understood, from left to right."""
    found: list[_Read] = []
    following: _Read | None = None
    for number in reversed(range(len(findings))):
        finding = findings[number]
        written = None
        if finding.type == DATE:
            weekday = weekday_before(text, finding.start)
            written = read_written_date(text[finding.start : finding.end], weekday)
        partner = None
        if written is not None and following is not None and written.month is None:
            between = text[finding.end : findings[number + 1].start]
            partner = following if share_a_month(between) else None
        day = written.on(noted, partner.day if partner else None) if written else None
        following = None
        if written is not None and day is not None:
            sharing = (partner.sharing or partner.written) if partner else None
            following = _Read(number, written, day, sharing)
            found.append(following)
    yield from reversed(found)
