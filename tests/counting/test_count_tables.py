"""Tables: worked examples by hand, and the brute-force count of anything."""

from datetime import date, timedelta

import pytest
from brute_force import count_references
from count_examples import BOOK, CASES, NOTES, REFERENCES, make_table, numbers, reference
from hypothesis import given, settings
from hypothesis import strategies as st

from notecode.counting import build_table, label_of, share, tree_order
from notecode.errors import UsageError
from notecode.model import DIMENSIONS, Case, Codebook, Count, CountSpec, Note, Reference, Span


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
    assert [row.keys[0] for row in table.rows] == ["0", "1", "2", "3", "4", ""]
    assert numbers(table)["0",] == (1, 1, 1), "the day before the start is month 0"
    assert numbers(table)["1",] == (2, 1, 1)
    assert numbers(table)["2",] == (0, 0, 0)
    assert numbers(table)["3",] == (2, 1, 1), "from 31 January, 30 April is still month 3"
    assert numbers(table)["4",] == (0, 0, 0)
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
    assert keys == ["0", *(str(month) for month in range(1, 13))]


def test_a_month_far_off_does_not_fill_the_table():
    cells = [Count(keys=("-1500",), references=1, cases=1, notes=1)]
    table = empty_axes(CountSpec(by=("month",)), cells, months=(-1500, 2, 4))
    assert [row.keys[0] for row in table.rows] == ["-1500", "2", "4"]


def empty_axes(spec, cells=(), *, months=(), cases=(), book=BOOK, base=(0, 0, 0)):
    references, distinct, notes = base
    return build_table(
        spec,
        cells,
        Count(keys=(), references=references, cases=distinct, notes=notes),
        book,
        sites=(),
        months=months,
        cases=cases,
        contact_types=(),
        author_roles=(),
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
    cases = [Case(id=str(number), site="N") for number in range(60_000)]
    with pytest.raises(UsageError, match="1,080,000 cells"):
        empty_axes(CountSpec(by=("case", "code", "agency")), cases=cases)


def test_tree_order_puts_parents_first_and_keeps_orphans():
    ordered = [code.id for code in tree_order(BOOK.codes)]
    assert ordered == [
        "indirect",
        "information-sharing",
        "disruption",
        "direct",
        "support",
        "housing",
        "old",
    ]
    orphan = [code.id for code in tree_order([BOOK.code_by_id["housing"]])]
    assert orphan == ["housing"]


SOME_REFERENCES = st.lists(
    st.builds(
        Reference,
        id=st.uuids().map(str),
        note_id=st.sampled_from([note.id for note in NOTES]),
        span=st.just(Span(0, 5)),
        code=st.sampled_from([code.id for code in BOOK.codes]),
        agencies=st.sets(st.sampled_from([agency.id for agency in BOOK.agencies])).map(
            lambda ids: tuple(sorted(ids))
        ),
        coder=st.sampled_from(["ann", "bob"]),
        origin=st.just("hand"),
        created=st.just(""),
        codebook=st.just(""),
    ),
    max_size=12,
)
SPECS = st.fixed_dictionaries(
    {
        "roll_up": st.sampled_from(["own", "descendants"]),
        "coder": st.sampled_from(["", "ann"]),
        "codes": st.sampled_from([(), ("direct",), ("support", "indirect")]),
        "agencies": st.sampled_from([(), ("police",), ("idva", "housing")]),
        "sites": st.sampled_from([(), ("North",)]),
    }
)
BY = st.lists(st.sampled_from(DIMENSIONS), min_size=1, max_size=3, unique=True)


@settings(max_examples=150, deadline=None)
@given(references=SOME_REFERENCES, by=BY, filters=SPECS)
def test_a_table_holds_what_brute_force_counts_and_zeros_besides(references, by, filters):
    spec = CountSpec(by=tuple(by), **filters)
    cells, base = count_references(references, NOTES, CASES, spec, BOOK)
    table = make_table(*by, references=references, **filters)
    assert table.base == base
    rows = {row.keys: row for row in table.rows}
    assert len(rows) == len(table.rows), "no combination stands twice"
    for cell in cells:
        if cell.keys in rows:
            assert rows[cell.keys] == cell
        else:  # Only what the filters leave out may be missing.
            outside = [
                filters["codes"] and "code" in by,
                filters["agencies"] and "agency" in by,
            ]
            assert any(outside)
    counted = {cell.keys for cell in cells}
    assert all(row.references == 0 for keys, row in rows.items() if keys not in counted)
    for row in table.rows:
        assert row.cases <= row.notes <= row.references
        assert row.references <= base.references
        assert row.cases <= base.cases <= table.all_cases


@settings(max_examples=50, deadline=None)
@given(references=SOME_REFERENCES)
def test_single_valued_dimensions_add_up_to_the_base(references):
    for by in ("code", "site", "month", "case", "contact_type", "author_role"):
        table = make_table(by, references=references)
        assert sum(row.references for row in table.rows) == table.base.references


@settings(max_examples=50, deadline=None)
@given(references=SOME_REFERENCES, shuffle=st.randoms(use_true_random=False))
def test_the_order_of_the_references_does_not_matter(references, shuffle):
    mixed = list(references)
    shuffle.shuffle(mixed)
    assert make_table("code", "agency", references=mixed) == make_table(
        "code", "agency", references=references
    )


def test_a_codebook_without_codes_makes_no_rows():
    book = Codebook(title="Empty", codes=(), agencies=())
    assert empty_axes(CountSpec(by=("code",)), book=book).rows == ()
