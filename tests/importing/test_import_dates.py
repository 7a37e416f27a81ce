"""Dates as exports write them: forms, order of day and month, and what is no date."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.importing.dates import parse_dates, read_date_column, share_of_dates
from notecode.importing.problems import ProblemLog

DAY = date(2017, 3, 1)


@pytest.mark.parametrize(
    "text",
    [
        "01/03/2017",
        "1/3/2017",
        "1/3/17",
        "01-03-2017",
        "01.03.2017",
        "01.03.17",
        "1 3 2017",
        "01 / 03 / 2017",
        "01/03/2017 00:00:00",
        "01/03/2017 00:00",
        "01/03/2017 09:30",
        "01/03/2017, 9:30 am",
        "01/03/2017 at 14:05",
        "01/03/2017 - 14:05",
        "01/03/2017 2.05pm",
        "09:30 01/03/2017",
        "9:30am on 1 March 2017",
        "Wed 01/03/2017",
        "Wednesday 1 March 2017",
        "Wednesday, 1st March 2017",
        "1 Mar 2017",
        "1 March 17",
        "1st of March 2017",
        "01-Mar-2017",
        "01-MAR-17",
        "1 Mar '17",
        "01Mar2017",
        "March 1, 2017",
        "Mar 1st 2017",
        "2017-03-01",
        "2017/03/01",
        "2017-03-01T09:30:00",
        "2017-03-01 09:30:00.000",
        "2017-03-01T09:30:00Z",
        "2017-03-01T09:30:00+01:00",
        "20170301",
        "42795",
        "42795.395833",
        " 01/03/2017 ",
        "01/03/2017\n09:30",
    ],
)
def test_forms_of_one_day(text: str) -> None:
    assert parse_dates([text]).dates == (DAY,)


@pytest.mark.parametrize(
    "text",
    [
        "31/02/2017",
        "32/01/2017",
        "00/01/2017",
        "2017-13-01",
        "2017-02-30",
        "01/01/1900",
        "01/01/2999",
        "soon",
        "1 Foo 2017",
        "March 2017",
        "2017",
        "1234567",
        "12:30",
        "01/03",
        "01/03/2017 with SU",
        "99999",
        "-",
        "١/٢/٢٠١٧",
    ],
)
def test_what_is_no_date(text: str) -> None:
    column = parse_dates([text])
    assert column.dates == (None,)
    assert column.impossible == (0,)


def test_blank_cells_are_no_mistakes() -> None:
    column = parse_dates(["", "  ", "13/02/2017"])
    assert (column.dates, column.impossible) == ((None, None, date(2017, 2, 13)), ())


def test_the_column_decides_and_the_one_american_date_is_told() -> None:
    column = parse_dates(["13/02/2017", "02/03/2017", "02/25/2017", "27/02/2017"])
    assert (column.order, column.decided) == ("day-first", "evidence")
    assert column.dates == (date(2017, 2, 13), date(2017, 3, 2), None, date(2017, 2, 27))
    assert (column.contrary, column.impossible) == ((2,), ())


def test_an_american_column_is_read_as_one() -> None:
    column = parse_dates(["02/13/2017", "03/02/2017", "12/25/2017"])
    assert (column.order, column.decided) == ("month-first", "evidence")
    assert column.dates[1] == date(2017, 3, 2)


def test_without_evidence_the_day_comes_first_and_that_is_said() -> None:
    assert parse_dates(["02/03/2017"]).decided == "default"
    assert parse_dates(["02/02/2017"]).decided == ""
    assert parse_dates(["2017-02-03"]).decided == ""


def test_an_order_that_is_said_stands() -> None:
    column = parse_dates(["02/03/2017", "13/02/2017"], "month-first")
    assert column.dates == (date(2017, 2, 3), None)
    assert (column.decided, column.contrary) == ("given", (1,))


def test_two_figure_years_of_births_are_last_century() -> None:
    log = ProblemLog("people.csv")
    dates = read_date_column(
        ["13/02/80", "13/02/45", "13/02/15"], [2, 3, 4], "DOB", log, birth=True
    )
    assert [day.year for day in dates if day] == [1980, 1945, 2015]
    assert parse_dates(["13/02/45"]).dates[0] == date(2045, 2, 13)


def test_problems_name_row_and_column_and_never_the_cell() -> None:
    log = ProblemLog("export.csv")
    cells = ["31/02/2017", "13/02/2017", "02/25/2017", "Marmaduke"]
    read_date_column(cells, [2, 3, 4, 5], "Contact Date", log)
    assert [(p.row, p.column, p.fatal) for p in log.all()] == [
        (None, "Contact Date", False),
        (4, "Contact Date", False),
    ]
    assert "rows 2 and 5 (2 rows)" in log.all()[0].message
    assert not any(cell in str(problem) for problem in log.all() for cell in cells)


def test_a_column_of_bad_dates_is_cut_and_counted() -> None:
    log = ProblemLog("export.csv")
    read_date_column(["x"] * 500, list(range(2, 502)), "Date", log)
    (problem,) = log.all()
    assert "480 more (500 rows)" in problem.message


def test_the_share_of_dates() -> None:
    assert share_of_dates(["13/02/2017", "x"]) == 0.5
    assert share_of_dates([]) == 0.0


DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
FORMS = [
    "%d/%m/%Y",
    "%d.%m.%Y %H:%M",
    "%d %B %Y",
    "%d-%b-%Y",
    "%Y-%m-%d",
    "%a %d/%m/%Y",
    "%d/%m/%y",
]


@given(st.lists(st.tuples(DAYS, st.sampled_from(FORMS)), max_size=12))
def test_any_day_in_any_form_is_read_back(written: list[tuple[date, str]]) -> None:
    cells = ["13/02/2017", *(day.strftime(form) for day, form in written)]
    assert parse_dates(cells, "day-first").dates[1:] == tuple(day for day, _ in written)


@given(DAYS)
def test_a_serial_is_days_since_excels_epoch(day: date) -> None:
    serial = (day - date(1899, 12, 30)) // timedelta(days=1)
    assert parse_dates([str(serial)]).dates == (day,)


@given(st.lists(st.text(alphabet="0123456789/-. :TZapm", max_size=20), max_size=8))
def test_no_cell_breaks_the_column(cells: list[str]) -> None:
    column = parse_dates(cells)
    unread = {*column.impossible, *column.contrary}
    for place, (cell, day) in enumerate(zip(cells, column.dates, strict=True)):
        assert (day is None) == (not cell.strip() or place in unread)
