"""A base tells a withheld number too: of the one case of a site there is one, if any."""

from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from suppression_examples import BOOK

from notecode.counting import definitions, grids, table_to_json
from notecode.errors import UsageError
from notecode.exporting import ExportTable, hidden_rows
from notecode.exporting.counts import long_frame
from notecode.exporting.suppression import without
from notecode.model import WHOLE, Count, CountSpec, CountTable

SITES = ("S0", "S1", "S2")
MOST_GUESSES = 1_000_000


@dataclass(frozen=True)
class Work:
    """A case: its site, its last month, and the months (or thirds) in which it has a reference."""

    site: str
    last: int
    coded: frozenset[int]

    def has(self, dimension: str, key: str) -> bool:
        return self.site == key if dimension == "site" else int(key) in self.coded

    def reaches(self, dimension: str, key: str) -> bool:
        if dimension == "site":
            return self.site == key
        # Every case has all thirds, however long it is.
        return dimension == "third" or int(key) <= self.last


def case(site: str, last: int, *coded: int) -> Work:
    return Work(site, last, frozenset(coded))


def counted(cases: list[Work], by: tuple[str, ...], only: str = "") -> CountTable:
    """The table of one reference for each case and month in which it has any."""
    months = [str(month) for month in range(1, max(each.last for each in cases) + 1)]

    def count(keys: tuple[str, ...]) -> Count:
        pairs = [(name, key) for name, key in zip(by, keys, strict=True) if key != WHOLE]
        in_time = {"month", "third"} & dict(pairs).keys()
        there = [c for c in cases if all(c.reaches(*pair) for pair in pairs)]
        coded = [c for c in there if c.coded and all(c.has(*pair) for pair in pairs)]
        number = len(coded) if in_time else sum(len(each.coded) for each in coded)
        return Count(
            keys=keys, references=number, cases=len(coded), notes=number, case_base=len(there)
        )

    axes = [SITES if name == "site" else months for name in by]
    found = [count(keys) for keys in product(*axes)]
    totals = [
        count(keys)
        for keys in product(*([*axis, WHOLE] for axis in axes))
        if len(by) == 2 and keys.count(WHOLE) == 1
    ]
    return CountTable(
        spec=CountSpec(by=by, roll_up="descendants"),
        rows=tuple(row for row in found if row.case_base),
        totals=tuple(row for row in totals if row.case_base),
        base=replace(count((WHOLE,) * len(by)), keys=()),
        all_cases=len(cases),
        all_notes=sum(each.last for each in cases),
        coders=("ann",),
        codebook_digest="",
    )


def published(
    cases: list[Work], below: int, *, bases: bool = False, time: str = "month"
) -> list[CountTable]:
    """The tables as they leave; with ``bases`` those of every row are left in them."""
    made = [counted(cases, by) for by in (("site",), (time,), (time, "site"))]
    shown = []
    for table, gone in zip(made, hidden_rows(made, BOOK, below), strict=True):
        told = without(table, gone)
        if bases:
            known = {row.keys: row.case_base for row in (*table.rows, *table.totals)}
            rows = [
                tuple(replace(row, case_base=known[row.keys]) for row in these)
                for these in (told.rows, told.totals)
            ]
            told = replace(told, rows=rows[0], totals=rows[1], bases_withheld=False)
        shown.append(told)
    return shown


Cell = frozenset[tuple[str, str]]
Printed = dict[Cell, dict[str, Any]]


def printed(tables: list[CountTable]) -> Printed:
    """Every cell with the numbers that stand in the file's row."""
    found: Printed = {}
    for table in tables:
        frame = long_frame(BOOK, [ExportTable(table=table, definitions=())], withholding=True)
        names = [column.name for column in frame.columns]
        for row in frame.read():
            told = dict(zip(names, row, strict=True))
            cell = frozenset((name, str(told[name])) for name in table.spec.by)
            found[cell] = told
    return found


def possible(tables: list[CountTable]) -> dict[frozenset[tuple[str, str]], set[int]] | None:
    """All numbers of cases that fit what is printed, of each withheld cell; None if too many."""
    cells = printed(tables)
    unknown = [cell for cell, told in cells.items() if told["suppressed"]]
    whole, there = tables[0].base.cases, tables[0].all_cases
    if not unknown or whole ** len(unknown) > MOST_GUESSES:
        return None
    guesses = 1 + np.indices((whole,) * len(unknown)).reshape(len(unknown), -1)
    fits = np.ones(guesses.shape[1], dtype=bool)
    zero = np.zeros(guesses.shape[1], dtype=int)

    def number(cell):
        if cell in unknown:
            return guesses[unknown.index(cell)]
        return zero + (cells[cell]["cases"] if cell in cells else 0)

    sites = [frozenset({("site", site)}) for site in SITES]
    fits &= sum(map(number, sites)) == whole
    most = {site: zero + number(site) for site in sites}
    for cell in cells:
        if len(cell) == 2:
            for one in cell:
                fits &= number(cell) <= number(frozenset({one}))
        elif cell not in most:
            fits &= sum(number(site | cell) for site in sites) == number(cell)
        if "case_base" in cells[cell]:
            fits &= number(cell) <= cells[cell]["case_base"]
    for site in sites:
        months = [cell for cell in cells if site < cell]
        fits &= number(site) <= sum((number(cell) for cell in months), zero)
    # The cases of the sites, coded or not, are all cases.
    fits &= sum(most.values()) <= there
    return {cell: set(guesses[at, fits].tolist()) for at, cell in enumerate(unknown)}


def possible_references(tables: list[CountTable]) -> dict[Cell, set[int]] | None:
    """The same of the references, which add up in every direction."""
    cells = printed(tables)
    unknown = [cell for cell, told in cells.items() if told["suppressed"]]
    whole = tables[0].base.references
    if not unknown or whole ** len(unknown) > MOST_GUESSES:
        return None
    guesses = 1 + np.indices((whole,) * len(unknown)).reshape(len(unknown), -1)
    zero = np.zeros(guesses.shape[1], dtype=int)

    def number(cell: Cell) -> np.ndarray:
        if cell in unknown:
            return guesses[unknown.index(cell)]
        return zero + (cells[cell]["references"] if cell in cells else 0)

    fits = np.ones(guesses.shape[1], dtype=bool)
    for told in (tables[0], tables[1]):
        singles = [
            cell for cell in cells if len(cell) == 1 and {n for n, _ in cell} == {*told.spec.by}
        ]
        fits &= sum(map(number, singles), zero) == whole
        for single in singles:
            beneath = [cell for cell in cells if single < cell]
            fits &= sum(map(number, beneath), zero) == number(single)
    return {cell: set(guesses[at, fits].tolist()) for at, cell in enumerate(unknown)}


def truth(cases: list[Work], cell: frozenset[tuple[str, str]]) -> int:
    return sum(bool(c.coded) and all(c.has(*pair) for pair in cell) for c in cases)


times = st.sampled_from(("month", "third"))
SITE_OF_ONE = [case("S0", 1, 1) for _ in range(3)] + [case("S1", 1, 1) for _ in range(3)]
SITE_OF_ONE += [case("S2", 1, 1)]
LATE_MONTH = [case("S0", 1, 1) for _ in range(5)] + [case("S1", 1, 1) for _ in range(5)]
LATE_MONTH += [case("S0", 2, 1, 2)]

FEW_LATE = [case("S0", 2, 1, 2), *[case("S0", 2, 1)] * 2, *[case("S1", 2, 1, 2)] * 3]


@st.composite
def works(draw: st.DrawFn) -> list[Work]:
    """Two sites of some cases, maybe a third of one, of which some have a second month."""
    made = []
    for site, least, most in (("S0", 2, 5), ("S1", 2, 5), ("S2", 0, 1)):
        for _ in range(draw(st.integers(least, most))):
            last = draw(st.sampled_from((1, 1, 2)))
            coded = draw(st.frozensets(st.integers(1, last)))
            made.append(Work(site, last, coded))
    return made


# What is shown of the first site says that it has two cases at least, of the three there are.
SHOWN_PART = [case("S0", 2, 1, 2), case("S0", 2, 1, 2), case("S1", 1), case("S1", 1, 1)]
SHOWN_PART += [case("S2", 2)]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(works(), st.sampled_from((2, 3)), times)
@example(SITE_OF_ONE, 2, "month")
@example(SITE_OF_ONE, 3, "third")
@example(LATE_MONTH, 2, "month")
@example(SHOWN_PART, 2, "month")
@example(SHOWN_PART, 2, "third")
def test_no_small_number_of_cases_follows_from_what_is_printed(
    cases: list[Work], below: int, time: str
) -> None:
    try:
        fitting = possible(published(cases, below, time=time))
    except UsageError:
        return
    assume(fitting is not None)
    for cell, numbers in fitting.items():
        number = truth(cases, cell)
        assert number in numbers, "the truth is possible, or the attack is wrong"
        assert number >= below or len(numbers) >= 2, cell


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(works(), st.sampled_from((2, 3)), times)
@example(LATE_MONTH, 2, "month")
@example(SHOWN_PART, 2, "third")
def test_no_references_of_few_cases_follow_from_what_is_printed(
    cases: list[Work], below: int, time: str
) -> None:
    try:
        fitting = possible_references(published(cases, below, time=time))
    except UsageError:
        return
    assume(fitting is not None)
    for cell, numbers in fitting.items():
        in_time = [int(key) for name, key in cell if name == time]
        there = [c for c in cases if ("site", c.site) in cell or len(cell) == len(in_time)]
        number = sum(len(c.coded.intersection(in_time) if in_time else c.coded) for c in there)
        assert number in numbers, "the truth is possible, or the attack is wrong"
        assert truth(cases, cell) >= below or len(numbers) >= 2, cell


@pytest.mark.parametrize("cases", [SITE_OF_ONE, LATE_MONTH], ids=["site", "month"])
def test_with_the_bases_the_same_attack_finds_them(cases: list[Work]) -> None:
    fitting = possible(published(cases, 2, bases=True))
    assert fitting
    assert any(numbers == {1} for numbers in fitting.values())


@pytest.mark.parametrize("cases", [[case("S0", 1, 1)] * 9, SITE_OF_ONE], ids=["large", "small"])
@pytest.mark.parametrize("by", [("site",), ("month",), ("month", "site")])
def test_bases_are_withheld_whatever_they_are(cases: list[Work], by: tuple[str, ...]) -> None:
    """A base that were missing only where it is small would say that it is small."""
    table = without(counted(cases, by), frozenset())
    assert {row.case_base for row in (*table.rows, *table.totals)} == {0}
    frame = long_frame(BOOK, [ExportTable(table=table, definitions=())], withholding=True)
    assert not {"case_base", "share_of_cases"} & {column.name for column in frame.columns}
    text = str([(grid.headings, grid.lines) for grid in grids(table, BOOK)])
    assert "Cases there" not in text
    assert "%" in text or len(by) == 2
    assert "'of'" not in text
    assert {row["case_base"] for row in table_to_json(table)["rows"]} == {None}
    assert {row["share_of_cases"] for row in table_to_json(table)["rows"]} == {None}
    assert any("coded or not, is not said" in said for said in definitions(table))


def test_the_base_of_all_cases_stays() -> None:
    code = replace(counted(SITE_OF_ONE, ("site",)), spec=CountSpec(by=("code",)))
    assert without(code, frozenset()) == code


@pytest.mark.parametrize("time", ["month", "third"])
def test_the_attack_on_references_has_small_counts_to_find(time: str) -> None:
    fitting = possible_references(published(SITE_OF_ONE, 2, time=time))
    assert fitting
    assert any(truth(SITE_OF_ONE, cell) < 2 for cell in fitting)


def test_the_attack_on_references_finds_one_that_is_withheld_alone() -> None:
    made = [counted(FEW_LATE, by) for by in (("site",), ("month",), ("month", "site"))]
    gone = [frozenset(), frozenset(), frozenset({("2", "S0")})]
    told = [without(table, hidden) for table, hidden in zip(made, gone, strict=True)]
    fitting = possible_references(told)
    assert fitting == {frozenset({("month", "2"), ("site", "S0")}): {1}}
