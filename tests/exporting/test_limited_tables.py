"""Tables limited to codes or sites are withheld with those that are not: a number is one number."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from suppression_examples import (
    BOOK,
    CODES,
    Coded,
    count_of,
    own_tables,
    references,
    table,
    tables,
)
from test_suppression import solved

from notecode.errors import UsageError
from notecode.exporting.limits import limit_of
from notecode.exporting.suppression import can_join, hidden_rows
from notecode.model import WHOLE, CountSpec

BELOW = 3


def limited(found, by, only, roll_up="descendants"):
    """The table of these references that the filter lets through."""
    (dimension, keys), *_ = only

    def passes(each: Coded) -> bool:
        return bool({*each.keys(dimension, roll_up)} & {*keys})

    kept = [each for each in found if passes(each)]
    made = table(kept, by, roll_up)
    rows = made.rows
    if dimension in by:
        place = by.index(dimension)
        rows = tuple(
            row
            for row in rows
            if BOOK.path(row.keys[place])[0].id in keys or row.keys[place] in keys
        )
    return replace(made, spec=replace(made.spec, only=only), rows=rows)


def withheld(found):
    """Everything there is, and four tables that are limited; and what is withheld of each."""
    made = [
        *tables(found),
        limited(found, ("agency",), (("code", ("A",)),)),
        limited(found, ("code",), (("site", ("S0",)),)),
        limited(found, ("month", "site"), (("code", ("A",)),)),
        # "A" alone and "a1": all of branch A but a2.
        limited(found, ("agency",), (("code", ("A", "a1")),), "own"),
    ]
    return made, hidden_rows(made, BOOK, BELOW, own=own_tables(found))


def by_keys(made, hidden, by, only=()):
    for each, gone in zip(made, hidden, strict=True):
        if each.spec.by == by and each.spec.only == only:
            rows = {row.keys: row for row in each.rows}
            return rows, gone
    raise AssertionError(by)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(references)
@example([Coded(case, case % 3, str(1 + case % 2), CODES[case % 5], ("p",)) for case in range(40)])
def test_a_number_is_withheld_wherever_it_stands(found):
    try:
        made, hidden = withheld(found)
    except UsageError:
        return
    for each, gone in zip(made, hidden, strict=True):
        for row in each.rows:
            assert row.keys in gone or not 0 < row.cases < BELOW
    whole, whole_gone = by_keys(made, hidden, ("code", "agency"))
    part, part_gone = by_keys(made, hidden, ("agency",), (("code", ("A",)),))
    for (agency,), row in part.items():
        assert row.references == whole["A", agency].references
        assert ((agency,) in part_gone) == (("A", agency) in whole_gone)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(references)
@example([Coded(case, case % 3, "1", CODES[case % 3], ("p",)) for case in range(40)])
def test_several_codes_together_and_the_rest_do_not_give_each_other_away(found):
    try:
        made, hidden = withheld(found)
    except UsageError:
        return
    whole, whole_gone = by_keys(made, hidden, ("code", "agency"))
    some, some_gone = by_keys(made, hidden, ("agency",), (("code", ("A", "a1")),))
    lines, unknown, small = [], [], set()
    for agency in ("p", "q", ""):
        cells = {
            ("A", agency): (whole["A", agency], ("A", agency) in whole_gone),
            ("a2", agency): (whole["a2", agency], ("a2", agency) in whole_gone),
            ("some", agency): (some[(agency,)], (agency,) in some_gone),
        }
        lines.append((("A", agency), [("some", agency), ("a2", agency)]))
        unknown += [cell for cell, (_, gone) in cells.items() if gone]
        small |= {cell for cell, (row, gone) in cells.items() if gone and row.cases < BELOW}
    assert not small & solved(lines, unknown)


def test_a_base_that_is_small_is_withheld_too():
    many = [Coded(case, 0, "1", "b1", ("p",)) for case in range(8)]
    few = [Coded(case, 0, "1", "a1", ("p",)) for case in range(2)]
    rest = [Coded(case, 0, "1", "a2", ("p",)) for case in range(8)]
    made, hidden = withheld(many + few + rest)
    assert (WHOLE,) not in hidden[-4]
    only_few = limited(many + few + rest, ("agency",), (("code", ("a1",)),))
    *_, gone = hidden_rows(
        [*tables(many + few + rest), only_few], BOOK, BELOW, own=own_tables(many + few + rest)
    )
    assert (WHOLE,) in gone
    assert made[-1].base == count_of(few, ())


@pytest.mark.parametrize(
    "spec",
    [
        CountSpec(by=("agency",), roll_up="spans"),
        CountSpec(by=("agency",), roll_up="own"),
        CountSpec(by=("agency",), roll_up="descendants", only=(("month", ("1", "2")),)),
        CountSpec(by=("code",), roll_up="own", only=(("code", ("A", "a1")),)),
        CountSpec(by=("contact_type",), roll_up="own", only=(("code", ("A", "a1")),)),
        CountSpec(by=("branch",), roll_up="descendants", only=(("code", ("A",)),)),
    ],
)
def test_what_cannot_be_set_against_the_others_is_said_to_be_so(spec):
    found = [Coded(case, 0, "1", "a1", ("p",)) for case in range(8)]
    odd = replace(table(found, ("agency",)), spec=spec)
    assert not can_join(odd, BOOK, tables(found), own_tables(found))


def test_of_codes_beneath_each_other_the_upper_ones_are_counted():
    spec = CountSpec(by=("agency",), roll_up="descendants", only=(("code", ("A", "a1")),))
    limit = limit_of(spec, BOOK, [], [])
    assert limit is not None
    assert limit.fixed == {("code", "A")}
