"""Days as notes write them: read, moved by one offset a case, written in the same form."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.anonymising.findings import DATE, PHONE, Finding
from notecode.anonymising.pseudonyms.date_shifting import (
    MOST_DAYS,
    MonthTags,
    ShiftedDates,
    case_offset,
    month_tag,
    with_months,
)
from notecode.anonymising.pseudonyms.memory import FORGETFUL, TagMemory
from notecode.anonymising.pseudonyms.written_dates import read_written_date
from notecode.anonymising.words.spelling import standing_tags
from notecode.errors import ProjectError

KEY = bytes(range(32))
NOTED = date(2017, 2, 20)

days = st.dates(date(2012, 1, 1), date(2024, 12, 31))
offsets = st.integers(-26, 26).filter(bool).map(lambda weeks: timedelta(weeks=weeks))


def ordinal(day: int) -> str:
    return f"{day}{'th' if 10 < day < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


FORMS: dict[str, Callable[[date], str]] = {
    "slashes": lambda d: f"{d:%d/%m/%y}",
    "long year": lambda d: f"{d:%d/%m/%Y}",
    "dots": lambda d: f"{d:%d.%m.%Y}",
    "iso": lambda d: f"{d:%Y-%m-%d}",
    "run together": lambda d: f"{d:%d%m%y}",
    "month in words": lambda d: f"{d.day} {d:%B} {d.year}",
    "short month": lambda d: f"{ordinal(d.day)} {d:%b} {d:%y}",
    "capitals": lambda d: f"{d.day} {d:%B} {d.year}".upper(),
    "small letters": lambda d: f"{ordinal(d.day)} of {d:%B} '{d:%y}".lower(),
    "month first": lambda d: f"{d:%B} {ordinal(d.day)}, {d.year}",
    "hyphens": lambda d: f"{d.day}-{d:%b}-{d.year}",
    "weekday": lambda d: f"{d:%a} {ordinal(d.day)} {d:%B} {d.year}",
}
WITHOUT_A_YEAR: dict[str, Callable[[date], str]] = {
    "day and month": lambda d: f"{d.day} {d:%B}",
    "ordinal": lambda d: f"{ordinal(d.day)} {d:%b}",
    "numbers": lambda d: f"{d:%d/%m}",
    "month first": lambda d: f"{d:%b} {d.day}",
}


def moved(text: str, offset: timedelta, noted: date | None = None) -> str | None:
    """A text that is one date, moved; None if it is not understood."""
    finding = Finding(0, len(text), DATE, 0.9, "date")
    return ShiftedDates(offset).write(text, [finding], noted).get(0)


@pytest.mark.parametrize("form", FORMS)
@given(day=days, offset=offsets)
def test_a_moved_day_keeps_its_form(form: str, day: date, offset: timedelta) -> None:
    write = FORMS[form]
    text, expected = write(day), write(day + offset)
    if form == "short month" and "Sep" in text:
        text = text.replace("Sep", "Sept")
    # "May" does not tell whether months are written in full.
    if day.month == 5 and form in {"short month", "hyphens"}:
        expected = expected.replace(f"{day + offset:%b}", f"{day + offset:%B}")
    assert moved(text, offset) == expected


@pytest.mark.parametrize("form", WITHOUT_A_YEAR)
@given(noted=days, near=st.integers(-180, 180), offset=offsets)
def test_a_year_that_is_not_written_is_the_nearest(
    form: str, noted: date, near: int, offset: timedelta
) -> None:
    day = noted + timedelta(near)
    after = day + offset
    expected = WITHOUT_A_YEAR[form](after)
    if day.month == 5 and form in {"ordinal", "month first"}:
        expected = expected.replace(f"{after:%b}", f"{after:%B}")
    if (day.month, day.day) != (2, 29):
        assert moved(WITHOUT_A_YEAR[form](day), offset, noted) == expected


@given(days=st.lists(days, min_size=2, max_size=6), offset=offsets, forms=st.randoms())
def test_order_and_time_between_days_stay(
    days: list[date], offset: timedelta, forms: Random
) -> None:
    written = [forms.choice(list(FORMS.values()))(day) for day in days]
    text, findings, start = "", [], 0
    for each in written:
        findings.append(Finding(start, start + len(each), DATE, 0.9, "date"))
        text += each + " then "
        start = len(text)
    done = ShiftedDates(offset).write(text, findings, None)
    read = [read_written_date(done[number]) for number in range(len(days))]
    after = [each.on(None) for each in read if each]
    assert after == [day + offset for day in days]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14/2/17", "7/3/17"),
        ("1.2.17", "22.2.17"),
        ("14 / 02", "07 / 03"),
        ("3 March", "24 March"),
        ("Tues 14th", "Tues 7th"),
        ("14/0217", "07/0317"),
        ("14Feb", "7Mar"),
        ("14th FEB", "7th MAR"),
        ("3rd Sept 2016", "24th Sep 2016"),
        ("14/02's", "07/03's"),
        ("Fri the 10th Feb", "Fri the 3rd Mar"),
        ("28/12/16", "18/01/17"),
        # no such day, no month, a number too many, words: a tag is safer
        ("31/02/17", None),
        ("14/13/17", None),
        ("12th", None),
        ("Mon 14th", None),
        ("Feb 14 & 15", None),
        ("twenty first of March", None),
        ("14/02/201", None),
    ],
)
def test_forms_of_british_notes(text: str, expected: str | None) -> None:
    assert moved(text, timedelta(21), NOTED) == expected


def test_a_day_without_a_year_needs_the_date_of_its_note() -> None:
    assert moved("3 March", timedelta(21)) is None
    assert moved("3 March 2017", timedelta(21)) == "24 March 2017"


@pytest.mark.parametrize(
    ("text", "weeks", "expected"),
    [
        ("seen 12th-14th Feb.", 2, "seen 26th-28th Feb."),
        ("seen 13th-15th Feb.", 2, "seen 27th Feb-1st Mar."),
        ("seen 12th and 14th February 2017", 3, "seen 5th and 7th March 2017"),
        ("on 11th, 12th & 14th Feb", 2, "on 25th, 26th & 28th Feb"),
        ("on 12th, 14th & 15th Feb", 2, "on 26th, 28th Feb & 1st Mar"),
        ("due Tues 14th. Then 3/3", 1, "due Tues 21st. Then 10/3"),
    ],
)
def test_days_that_share_a_month(text: str, weeks: int, expected: str) -> None:
    bare = [
        Finding(*match.span(), DATE, 0.9, "date")
        for match in re.finditer(r"\d+(?:st|nd|rd|th)|\d+/\d+", text)
    ]
    findings = list(with_months(text, bare))
    done = ShiftedDates(timedelta(weeks=weeks)).write(text, findings, NOTED)
    for number, finding in reversed(list(enumerate(findings))):
        text = text[: finding.start] + done[number] + text[finding.end :]
    assert text == expected


def test_a_range_over_the_end_of_a_month_is_not_guessed_at() -> None:
    text = "28th-2nd Mar"
    findings = [Finding(0, 4, DATE, 0.9, "date"), Finding(5, 12, DATE, 0.9, "date")]
    assert set(ShiftedDates(timedelta(7)).write(text, findings, NOTED)) == {1}


def test_dates_of_birth_and_other_numbers_are_left_to_tags() -> None:
    text = "03/02/1981 and 01632 960001"
    findings = [Finding(0, 10, DATE, 0.9, "date"), Finding(15, 27, PHONE, 0.9, "phone")]
    born = frozenset({date(1981, 2, 3)})
    assert ShiftedDates(timedelta(7), born).write(text, findings, NOTED) == {}
    assert MonthTags(NOTED, born).write(text, findings, NOTED) == {}


@given(case_id=st.text(min_size=1, max_size=8), key=st.binary(min_size=32, max_size=32))
def test_the_offset_is_whole_weeks_and_never_none(case_id: str, key: bytes) -> None:
    offset = case_offset(TagMemory(case_id, key))
    assert offset == case_offset(TagMemory(case_id, key)), "and always the same"
    assert offset
    assert abs(offset) <= timedelta(MOST_DAYS)
    assert offset.days % 7 == 0


def test_offsets_differ_by_case_and_key_and_use_the_whole_range() -> None:
    found = {case_offset(TagMemory(f"C{n}", KEY)).days for n in range(1000)}
    assert len(found) == 52
    assert {min(found), max(found)} == {-MOST_DAYS, MOST_DAYS}
    other = [case_offset(TagMemory(f"C{n}", bytes(32))) for n in range(20)]
    assert other != [case_offset(TagMemory(f"C{n}", KEY)) for n in range(20)]


def test_no_offset_without_a_key() -> None:
    with pytest.raises(ProjectError, match="linking key"):
        case_offset(FORGETFUL)


@pytest.mark.parametrize(
    ("day", "tag"),
    [
        (date(2017, 1, 10), "[MONTH_1]"),
        (date(2017, 2, 9), "[MONTH_1]"),
        (date(2017, 2, 10), "[MONTH_2]"),
        (date(2018, 1, 10), "[MONTH_12]"),
        (date(2018, 1, 11), "[MONTH_13]"),
        (date(2017, 1, 9), "[BEFORE_START_1]"),
        (date(2016, 12, 9), "[BEFORE_START_2]"),
    ],
)
def test_months_are_counted_from_the_start(day: date, tag: str) -> None:
    assert month_tag(day, date(2017, 1, 10)) == tag
    assert standing_tags(tag) == [(0, len(tag))]
