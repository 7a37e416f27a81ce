"""Tables: worked examples by hand, and the brute-force count of anything."""

from dataclasses import replace
from datetime import date, timedelta
from typing import get_args
from unittest import mock

import pytest
from brute_force import (
    World,
    counts_there,
    recount,
    selected_cases,
    selected_notes,
)
from count_examples import BOOK, REFERENCES, make_table, numbers, reference, table_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notecode.counting import build_table, label_of, rows_down, share
from notecode.errors import UsageError
from notecode.model import (
    DIMENSIONS,
    WHOLE,
    Case,
    Codebook,
    Count,
    CountSpec,
    Note,
    PerCase,
    Reference,
    RollUp,
    Span,
)


def test_by_code_each_reference_counts_under_its_own_code():
    table = make_table("code")
    assert numbers(table) == {
        ("indirect",): (1, 1, 1),
        ("information-sharing",): (2, 1, 1),
        ("disruption",): (0, 0, 0),
        ("direct",): (0, 0, 0),
        ("support",): (1, 1, 1),
        ("housing",): (1, 1, 1),
    }
    assert [row.keys[0] for row in table.rows] == [
        "indirect",
        "information-sharing",
        "disruption",
        "direct",
        "support",
        "housing",
    ], "tree order, siblings in the codebook's order, the unused retired code left out"
    assert (table.base.references, table.base.cases, table.base.notes) == (5, 2, 3)
    assert (table.all_cases, table.all_notes) == (3, 5)


def test_descendants_count_once_under_each_ancestor_and_cases_are_never_summed():
    counted = numbers(make_table("code", roll_up="descendants"))
    assert counted["direct",] == (2, 2, 2)
    assert counted["support",] == (2, 2, 2), "its own one and housing's"
    assert counted["housing",] == (1, 1, 1)
    # Case 01 has references under indirect itself and beneath it: one case, not two.
    assert counted["indirect",] == (3, 1, 2)
    assert counted["information-sharing",] == (2, 1, 1)


def test_two_agencies_on_one_reference_count_once_under_each_and_once_in_the_base():
    table = make_table("agency")
    assert numbers(table) == {
        ("police",): (2, 1, 1),
        ("idva",): (2, 1, 2),
        ("housing",): (1, 1, 1),
        ("",): (1, 1, 1),
    }
    assert [row.keys[0] for row in table.rows][-1] == "", "none recorded comes last"
    assert sum(row.references for row in table.rows) == 6 > table.base.references == 5


def test_code_by_agency_has_every_combination():
    table = make_table("code", "agency")
    assert len(table.rows) == 6 * 4
    counted = numbers(table)
    assert counted["information-sharing", "police"] == (2, 1, 1)
    assert counted["information-sharing", "idva"] == (1, 1, 1)
    assert counted["disruption", "police"] == (0, 0, 0)
    assert counted["support", ""] == (1, 1, 1)


def test_a_code_and_an_agency_of_one_id_keep_their_own_labels():
    table = make_table("code", "agency")
    assert label_of(table, "code", "housing") == "Housing support"
    assert label_of(table, "agency", "housing") == "Housing providers"
    assert label_of(table, "agency", "") == "(no agency)"


def test_months_run_without_gaps_and_in_numeric_order():
    references = (*REFERENCES, reference("r6", "n5", "disruption"))
    table = make_table("month", references=references)
    assert [row.keys[0] for row in table.rows] == ["0", "1", "2", "3", ""]
    assert numbers(table)["0",] == (1, 1, 1), "the day before the start is month 0"
    assert numbers(table)["1",] == (2, 1, 1)
    assert numbers(table)["2",] == (0, 0, 0)
    assert numbers(table)["3",] == (2, 1, 1), "from 31 January, 30 April is still month 3"
    assert numbers(table)["",] == (1, 1, 1)
    assert label_of(table, "month", "2") == "month 2"


def test_ten_comes_after_nine():
    start = date(2024, 1, 10)
    notes = tuple(
        Note(id=f"m{month}", case_id="02", text="y" * 20, date=start + timedelta(31 * month))
        for month in range(12)
    )
    references = [reference(f"r{note.id}", note.id, "support") for note in notes]
    keys = [row.keys[0] for row in make_table("month", notes=notes, references=references).rows]
    assert keys == [str(month) for month in range(1, 13)]


def test_a_month_far_off_does_not_fill_the_table():
    cells = [Count(keys=("-1500",), references=1, cases=1, notes=1)]
    table = empty_axes(CountSpec(by=("month",)), cells, months=("-1500", "2", "4"))
    assert [row.keys[0] for row in table.rows] == ["-1500", "2", "4"]


def empty_axes(spec, cells=(), *, months=(), cases=(), book=BOOK, base=(0, 0, 0)):
    references, distinct, notes = base
    return build_table(
        spec,
        cells,
        Count(keys=(), references=references, cases=distinct, notes=notes),
        book,
        values={
            "code": [code.id for code in book.codes],
            "agency": [agency.id for agency in book.agencies],
            "month": months,
            "case": cases,
        },
        coders=(),
        all_cases=0,
        all_notes=0,
    )


def test_a_case_is_crossed_with_its_own_site_alone():
    table = make_table("case", "site")
    assert [row.keys for row in table.rows] == [("01", "North"), ("02", "South"), ("03", "North")]
    assert [row.references for row in table.rows] == [4, 1, 0]


def test_filters_choose_references_and_rows():
    table = make_table("agency", agencies=("police",))
    assert numbers(table) == {("police",): (2, 1, 1)}, "idva only as far as police was there too"
    assert table.base.references == 2
    table = make_table("code", codes=("direct",), roll_up="descendants")
    assert set(numbers(table)) == {("direct",), ("support",), ("housing",)}
    assert table.base.references == 2
    table = make_table("code", codes=("support",), roll_up="descendants")
    assert numbers(table) == {("support",): (2, 2, 2), ("housing",): (1, 1, 1)}
    table = make_table("case", sites=("North",))
    assert set(numbers(table)) == {("01",), ("03",)}
    assert (table.all_cases, table.all_notes) == (2, 4)


def test_one_coder_or_all_of_them():
    assert make_table("code", coder="bob").base.references == 2
    assert make_table("code").base.references == 5
    assert make_table("code").coders == ("ann", "bob")


def test_a_retired_or_vanished_entry_is_shown_where_it_is_used():
    table = make_table("code", references=(reference("r1", "n1", "old", "gone"),))
    assert numbers(table)["old",] == (1, 1, 1)
    assert label_of(table, "code", "old") == "An old code (retired)"
    cells = [Count(keys=("lost",), references=3, cases=1, notes=1)]
    table = empty_axes(CountSpec(by=("code",)), cells)
    assert table.rows[-1].keys == ("lost",)
    assert label_of(table, "code", "lost") == "lost (not in the codebook)"


def test_an_empty_project_has_its_codes_and_a_base_of_0():
    table = make_table("code", references=(), notes=(), cases=())
    assert {row.references for row in table.rows} == {0}
    assert len(table.rows) == 6
    assert table.base == Count(keys=(), references=0, cases=0, notes=0)
    assert make_table("site", references=(), notes=(), cases=()).rows == ()
    assert make_table("month", references=(), notes=(), cases=()).rows == ()


def test_a_share_of_nothing_is_undefined():
    assert share(0, 0) is None
    assert share(1, 4) == 0.25
    assert share(0, 4) == 0.0


def test_a_table_too_large_to_read_is_refused():
    cases = [str(number) for number in range(60_000)]
    with pytest.raises(UsageError, match="1,680,000 cells"):
        empty_axes(CountSpec(by=("case", "code", "agency")), cases=cases)


def test_each_row_and_column_as_a_whole_is_counted_anew():
    table = make_table("agency", "code")
    totals = {row.keys: (row.references, row.cases, row.notes) for row in table.totals}
    assert totals["police", WHOLE] == (2, 1, 1)
    assert totals[WHOLE, "information-sharing"] == (2, 1, 1), (
        "its two agencies do not make it three"
    )
    assert sum(row.references for row in table.rows if row.keys[1] == "information-sharing") == 3
    assert make_table("agency").totals == ()


def test_cases_told_apart_by_site_or_attribute_have_bases_of_their_own():
    bases = {row.keys: (row.cases, row.case_base) for row in make_table("site").rows}
    assert bases == {("North",): (1, 2), ("South",): (1, 1)}
    crossed = make_table("attribute:gender", "code")
    bases = {row.keys: row.case_base for row in crossed.rows}
    assert bases["male", "housing"] == 1
    assert bases["female", "housing"] == 1
    assert label_of(make_table("attribute:gender"), "attribute:gender", "") == ""
    missing = make_table("attribute:gender", references=(reference("r", "n4", "housing"),))
    assert numbers(missing) == {("female",): (0, 0, 0), ("male",): (0, 0, 0), ("",): (1, 1, 1)}
    assert label_of(missing, "attribute:gender", "") == "(missing)"


def test_a_case_has_one_value_of_each_attribute():
    table = make_table("case", "attribute:gender")
    assert [row.keys for row in table.rows] == [("01", "male"), ("02", "female")]


def test_a_passage_coded_twice_is_one_span():
    twice = (*REFERENCES, reference("r9", "n1", "disruption"))
    assert make_table("code", references=twice, roll_up="descendants").base.references == 6
    spans = make_table("code", references=twice, roll_up="spans")
    assert numbers(spans)["indirect",] == (2, 1, 2), "both of n1 cover the same characters"
    assert spans.base.references == 3


def test_words_and_characters_count_once_however_often_they_are_coded():
    text = "Rang the office, no answer."
    note = Note(id="n1", case_id="01", text=text)
    overlapping = [
        replace(reference("a", "n1", "housing"), span=Span(0, 7)),
        replace(reference("b", "n1", "housing"), span=Span(5, 11)),
        replace(reference("c", "n1", "housing"), span=Span(12, 14)),
    ]
    table = make_table(
        "code", notes=(note,), references=overlapping, measures=("words", "characters")
    )
    row = next(row for row in table.rows if row.keys == ("housing",))
    assert row.characters == 11 + 2
    assert row.words == 3, "Rang, the, office; the third passage lies in the same word"
    assert table.base.words == 3


def test_references_per_case_over_those_with_any_and_over_all():
    table = make_table("code", roll_up="descendants", measures=("per_case",))
    rows = {row.keys[0]: row for row in table.rows}
    assert rows["indirect"].per_case_with == PerCase(cases=1, mean=3, median=3, least=3, most=3)
    assert rows["indirect"].per_case_all == PerCase(cases=3, mean=1, median=0, least=0, most=3)
    assert rows["disruption"].per_case_with == PerCase(cases=0), "no case to divide by"
    assert rows["disruption"].per_case_all == PerCase(cases=3, mean=0, median=0, least=0, most=0)


def test_a_query_that_selects_nothing_is_an_empty_table_with_its_base():
    table = make_table("code", only=(("month", ("77",)),))
    assert table.base == Count(keys=(), references=0, cases=0, notes=0, case_base=0)
    assert (table.all_cases, table.all_notes) == (0, 0), "no case reaches that month"
    assert {row.references for row in table.rows} == {0}


TEXTS = (
    "Rang the  office, no\nanswer.",
    "x",
    "a b c d e f g h i j k l m n o p",
    "",
    "one\u00a0two\u2003three four",
)
DAYS = st.sampled_from(
    [None, date(2023, 12, 30), date(2024, 1, 31), date(2024, 4, 30), date(2025, 1, 1)]
)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    cases = tuple(
        Case(
            id=f"C{at}",
            site=draw(st.sampled_from(["A", "B", ""])),
            start=draw(DAYS),
            end=draw(DAYS),
        )
        for at in range(draw(st.integers(1, 4)))
    )
    notes = tuple(
        Note(
            id=f"N{at}",
            case_id=draw(st.sampled_from(cases)).id,
            text=draw(st.sampled_from(TEXTS)) + "word " * 6,
            date=draw(DAYS),
            contact_type=draw(st.sampled_from(["", "call", "visit"])),
            author_role=draw(st.sampled_from(["", "CM"])),
        )
        for at in range(draw(st.integers(1, 5)))
    )
    references = tuple(
        Reference(
            id=f"R{at}",
            note_id=draw(st.sampled_from(notes)).id,
            span=Span(start := draw(st.integers(0, 12)), start + draw(st.integers(1, 17))),
            code=draw(st.sampled_from([*(code.id for code in BOOK.codes), "lost"])),
            agencies=tuple(sorted(draw(st.sets(st.sampled_from(["police", "idva", "gone"]))))),
            coder=draw(st.sampled_from(["ann", "bob"])),
            origin=draw(st.sampled_from(["hand", "rule", "rule-changed"])),
            created="",
            codebook="",
        )
        for at in range(draw(st.integers(0, 14)))
    )
    values = {
        "attribute:gender": {
            c.id: draw(st.sampled_from(["male", "other", "absent", ""])) for c in cases
        },
        "assessment:severity@intake": {
            c.id: draw(st.sampled_from(["high", "none", ""])) for c in cases
        },
    }
    return World(cases=cases, notes=notes, references=references, values=values)


NAMES = (*DIMENSIONS, "attribute:gender", "assessment:severity@intake")
FILTERS = st.lists(
    st.sampled_from(
        [
            ("code", ("direct", "lost")),
            ("code", ("support",)),
            ("agency", ("police", "")),
            ("site", ("A",)),
            ("month", ("", "1")),
            ("third", ("1", "before")),
            ("coder", ("bob",)),
            ("origin", ("rule",)),
            ("origin", ("rule-changed", "hand")),
            ("facet", ("activity",)),
            ("branch", ("direct",)),
            ("contact_type", ("call",)),
            ("attribute:gender", ("male", "absent")),
            ("assessment:severity@intake", ("",)),
        ]
    ),
    max_size=2,
    unique_by=lambda entry: entry[0],
).map(tuple)
SPECS = st.builds(
    CountSpec,
    by=st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True).map(tuple),
    coder=st.sampled_from(["", "", "ann"]),
    roll_up=st.sampled_from(get_args(RollUp)),
    only=FILTERS,
    measures=st.just(("references", "words", "characters", "per_case")),
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(world=worlds(), specs=st.lists(SPECS, min_size=2, max_size=5))
def test_every_measure_is_what_brute_force_counts_and_zero_besides(world, specs):
    for spec in specs:
        table = table_of(world, spec)
        rows = {row.keys: row for row in table.rows}
        assert len(rows) == len(table.rows), "no combination stands twice"
        counted = recount(world, spec, BOOK)
        for keys, cell in counted.items():
            if keys in rows:
                assert rows[keys] == cell
            else:  # Only what the filters leave out may be missing.
                assert any(
                    spec.chosen(name) and key not in spec.chosen(name)
                    for name, key in zip(spec.by, keys, strict=True)
                )
        assert all(not row.references for keys, row in rows.items() if keys not in counted)
        base = recount(world, spec, BOOK, by=())
        assert table.base == base[()] if base else not table.base.references
        assert table.all_cases == len(selected_cases(world, spec)) == table.base.case_base
        assert table.all_notes == len(selected_notes(world, spec))
        check_totals(table, world, spec)


def check_totals(table, world, spec):
    """Totals are those of a table by their own dimensions alone."""
    down = rows_down(spec)
    for part in (range(down), range(down, len(spec.by))) if len(spec.by) > 1 else ():
        by = tuple(spec.by[at] for at in part)
        counted = recount(world, spec, BOOK, by=by)
        for row in table.totals:
            if {at for at, key in enumerate(row.keys) if key != WHOLE} == set(part):
                keys = tuple(row.keys[at] for at in part)
                if keys in counted:
                    assert replace(row, keys=keys) == counted[keys]
                    continue
                assert (row.references, row.cases, row.notes) == (0, 0, 0)
                told = list(zip(by, keys, strict=True))
                assert row.case_base == sum(
                    all(counts_there(world, name, case, [key]) for name, key in told)
                    for case in selected_cases(world, spec)
                )


@settings(max_examples=60, deadline=None)
@given(world=worlds(), pieces=st.integers(1, 4))
def test_working_in_pieces_changes_nothing(world, pieces):
    spec = CountSpec(by=("code", "agency"), roll_up="spans", measures=("words", "per_case"))
    whole = table_of(world, spec)
    with mock.patch("notecode.counting.cells.PIECE", pieces):
        assert table_of(world, spec) == whole


@settings(max_examples=50, deadline=None)
@given(world=worlds())
def test_single_valued_dimensions_add_up_to_the_base(world):
    for by in set(NAMES) - {"agency"}:
        table = table_of(world, CountSpec(by=(by,)))
        assert sum(row.references for row in table.rows) == table.base.references


@settings(max_examples=50, deadline=None)
@given(world=worlds(), shuffle=st.randoms(use_true_random=False))
def test_the_order_of_the_references_does_not_matter(world, shuffle):
    mixed = list(world.references)
    shuffle.shuffle(mixed)
    spec = CountSpec(by=("code", "agency"))
    assert table_of(replace(world, references=tuple(mixed)), spec) == table_of(world, spec)


def test_a_codebook_without_codes_makes_no_rows():
    book = Codebook(title="Empty", codes=(), agencies=())
    assert empty_axes(CountSpec(by=("code",)), book=book).rows == ()
