"""Which test is chosen, what is counted, and what is said where nothing can be said."""

import math
from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outcome_examples import SEVERITY, groups, severity, table, variable

from notecode.analysing import association, effects
from notecode.analysing.inference import SignificanceTest, adjust, holm
from notecode.analysing.outcomes import (
    Transition,
    Variable,
    adjusted,
    change,
    compare,
    compare_change,
    transition,
)

STAGES = ("intake", "closure")


def moved(start: Variable, end: Variable, **options: str) -> Transition:
    return transition("abuse", start, end, stages=STAGES, cases=start.cases, **options)


def test_a_transition_counts_the_cases_known_at_both_stages() -> None:
    start = severity("start", "high", "high", "none", "none", "standard", None, None)
    end = severity("end", "none", "moderate", "none", "standard", None, "none", None)
    found = moved(start, end)
    assert (found.cases, found.table.total) == (7, 4)
    assert (found.start_only, found.end_only, found.neither) == (1, 1, 1)
    assert found.table.rows == found.table.columns == SEVERITY
    assert found.table.cells == ((1, 1, 0, 0), (0, 0, 0, 0), (0, 0, 0, 0), (1, 0, 1, 0))
    assert found.directions == {"lower": 2, "same": 1, "higher": 1}
    assert (found.present, found.at_start, found.at_end) == ("above 'none'", 2, 2)


def test_presence_may_begin_at_a_higher_level() -> None:
    start = severity("start", "high", "moderate", "standard")
    end = severity("end", "moderate", "standard", "high")
    found = moved(start, end, at_least="high")
    assert (found.present, found.at_start, found.at_end) == ("'high'", 1, 1)
    found = moved(start, end, at_least="moderate")
    assert (found.present, found.at_start, found.at_end) == ("'moderate' or above", 2, 2)


def test_what_is_recorded_and_is_no_level_is_counted_apart() -> None:
    start = severity("start", "high", "high", None)
    odd = Variable(
        name="end",
        type="ordered",
        levels=SEVERITY,
        values={"C0": "none"},
        unknown={"C1": "absent", "C2": "missing"},
    )
    found = moved(start, odd)
    assert (found.table.total, found.start_only, found.neither, found.unplaced) == (1, 1, 1, 1)


def test_few_changes_are_tested_exactly_and_many_with_edwards() -> None:
    few = moved(severity("s", *["high"] * 24), severity("e", *["none"] * 24))
    assert few.test.name == "McNemar's test, exact"
    assert few.test.p == pytest.approx(2 * 0.5**24)
    many = moved(severity("s", *["high"] * 25), severity("e", *["none"] * 25))
    assert many.test.statistic == pytest.approx(24**2 / 25)
    assert "25 or more" in many.test.why


def test_no_change_is_undefined_and_said_to_be() -> None:
    found = moved(severity("s", "high", "none"), severity("e", "moderate", "none"))
    assert found.test.p is None
    assert found.test.reason == "no case changed"
    assert found.effects[1].value is None
    assert "with 0 changes no exact test can fall below .05" in found.cautions


def test_no_known_case_is_undefined_too() -> None:
    found = moved(severity("s", None, "high"), severity("e", "none", None))
    assert found.table.total == 0
    assert (found.test.p, found.effects[0].value) == (None, None)
    assert found.effects[0].reason == "no case is known at both stages"


def test_levels_without_an_order_make_a_table_and_no_test() -> None:
    levels = ("on hold", "yes")
    start = variable("s", "category", levels, {"C0": "on hold", "C1": "yes"})
    end = variable("e", "category", levels, {"C0": "yes", "C1": "yes"})
    found = moved(start, end)
    assert found.table.cells == ((0, 1), (0, 1))
    assert (found.test.p, found.effects, found.directions) == (None, (), {})
    assert "no order" in found.test.reason


LEVELS = st.sampled_from([*SEVERITY, None])


@given(st.lists(st.tuples(LEVELS, LEVELS), max_size=40))
def test_a_transition_holds_every_case_once(pairs: list[tuple[str | None, str | None]]) -> None:
    start = severity("s", *(before for before, _ in pairs))
    end = severity("e", *(after for _, after in pairs))
    found = moved(start, end)
    known = found.table.total
    assert known + found.start_only + found.end_only + found.neither == len(pairs)
    assert sum(found.directions.values()) == known
    began = sum(a == "none" != b for a, b in pairs if a and b)
    stopped = sum(b == "none" != a for a, b in pairs if a and b)
    assert found.at_end - found.at_start == began - stopped
    difference = found.effects[0]
    if known:
        assert difference.value == pytest.approx((began - stopped) / known)
        assert difference.low is not None
        assert difference.high is not None
        assert -1 <= difference.low <= difference.value + 1e-9
        assert difference.value - 1e-9 <= difference.high <= 1
    p = found.test.p
    if began + stopped == 0:
        assert p is None
    elif began + stopped < association.EXACT_CHANGES:
        tail = sum(math.comb(began + stopped, n) for n in range(min(began, stopped) + 1))
        assert p == pytest.approx(min(1, 2 * tail / 2 ** (began + stopped)))


def test_change_is_lower_same_or_higher_of_those_known_at_both() -> None:
    start = severity("s", "high", "none", "none", "high", None)
    end = severity("e", "none", "none", "high", None, "high")
    found = change("abuse, change", start, end)
    assert found.values == {"C0": "lower", "C1": "same", "C2": "higher"}
    assert set(found.unknown) == {"C3", "C4"}
    assert found.levels == ("lower", "same", "higher")


def test_groups_that_stand_apart_to_begin_with_are_said() -> None:
    start = severity("s", "none", "none", "high", "high", "high", None)
    end = severity("e", "none", "none", "none", "high", "none", "none")
    by = groups(*["with"] * 2, *["without"] * 4)
    found = compare_change(change("abuse, change", start, end), start, by)
    assert found.cautions[-1] == (
        "at an end of the scale at the start, free to move one way alone:"
        " 2 of 2 'with' at 'none', 3 of 3 'without' at 'high'"
    )
    assert found.test == compare(change("abuse, change", start, end), by).test
    middle = severity("s", *["standard"] * 6)
    moved = change("abuse, change", middle, severity("e", *["none"] * 6))
    assert not any("end of the scale" in c for c in compare_change(moved, middle, by).cautions)


YES = ("no", "yes")


def test_two_by_two_with_few_expected_is_fishers() -> None:
    outcome = variable("need", "yes/no", YES, {f"C{n}": "yes" if n < 4 else "no" for n in range(9)})
    found = compare(outcome, groups(*["with"] * 4, *["without"] * 5))
    assert found.test.name == "Fisher's exact test"
    assert "expected count is 1.8" in found.test.why
    names = [effect.name for effect in found.effects]
    assert names == ["difference of shares", "odds ratio", "phi"]
    assert found.effects[0].value == pytest.approx(1.0)
    assert found.effects[0].about == "'yes', 'with' minus 'without'"
    assert found.effects[1].value == math.inf
    assert found.cautions == ("few known cases: 4 in 'with', 5 in 'without'",)


def test_two_by_two_with_enough_expected_is_chi_square() -> None:
    values = {f"C{n}": "yes" if n % 2 else "no" for n in range(40)}
    found = compare(
        variable("need", "yes/no", YES, values), groups(*["with"] * 20, *["without"] * 20)
    )
    assert found.test.name == "Pearson's chi-square"
    assert found.test.why == "the smallest expected count is 10.0, at least 5; no continuity " + (
        "correction"
    )
    assert found.effects[1].method == "Woolf"
    assert found.cautions == ()


def test_a_category_of_several_levels_is_chi_square_or_freeman_halton() -> None:
    levels = ("a", "b", "c")
    many = variable("kind", "category", levels, {f"C{n}": levels[n % 3] for n in range(60)})
    by = groups(*["with"] * 30, *["without"] * 30)
    assert compare(many, by).test.df == 2
    few = variable("kind", "category", levels, {f"C{n}": levels[n % 3] for n in range(9)})
    found = compare(few, groups(*["with"] * 4, *["without"] * 5))
    assert "9,999 random tables" in found.test.why
    assert [effect.name for effect in found.effects] == ["Cramer's V"]


def test_a_sparse_table_of_many_levels_has_a_p_value() -> None:
    levels = tuple("abcdefghijklmnopqrs")
    kinds = variable("kind", "category", levels, {f"C{n}": x for n, x in enumerate(levels)})
    found = compare(kinds, groups("with", *["without"] * (len(levels) - 1)))
    assert found.test.p == pytest.approx(1.0)
    assert "random tables" in found.test.why


def test_numbers_in_two_groups_are_mann_whitney_with_a_shift() -> None:
    ages = variable("age", "number", (), {f"C{n}": 20.0 + n for n in range(10)} | {"C10": None})
    found = compare(ages, groups(*["with"] * 5, *["without"] * 6))
    assert found.test.name == "Mann-Whitney U"
    assert found.test.p == pytest.approx(2 / math.comb(10, 5))
    assert found.effects[0].value == -1
    assert found.effects[0].reason == "no interval: the groups do not overlap"
    assert found.effects[1].value == -5
    assert [group.median for group in found.groups] == [22, 27]
    assert found.groups[1].unknown == {"missing": 1}


def test_more_than_two_groups_are_kruskal_wallis() -> None:
    by = variable("site", "category", ("1", "2", "3"), {f"C{n}": str(n % 3 + 1) for n in range(12)})
    ages = variable("age", "number", (), {f"C{n}": float(n % 3) for n in range(12)})
    found = compare(ages, by)
    assert (found.test.name, found.test.df) == ("Kruskal-Wallis", 2)
    assert found.effects[0].name == "epsilon squared"
    assert found.effects[0].value == pytest.approx(1.0)
    assert found.effects[0].low is None


def test_a_share_across_ordered_groups_is_a_trend() -> None:
    by = severity("start", *SEVERITY * 5)
    outcome = variable(
        "x", "yes/no", YES, {f"C{n}": "yes" if n % 4 > 1 else "no" for n in range(20)}
    )
    found = compare(outcome, by)
    assert found.test.name == "Cochran-Armitage trend"
    # The trend's z squared is n times the squared correlation: here 20 * 0.8.
    assert (found.test.statistic or 0) ** 2 == pytest.approx(16)


def test_ordered_levels_in_two_groups_are_ranked() -> None:
    found = compare(severity("end", *SEVERITY), groups("with", "with", "without", "without"))
    assert found.test.name == "Mann-Whitney U"
    assert found.effects[0].about == "above 0: higher where 'with'"
    assert found.effects[0].value == -1


def test_all_alike_is_undefined_with_the_reason() -> None:
    outcome = variable("gender", "category", ("male",), dict.fromkeys(("C0", "C1"), "male"))
    found = compare(outcome, groups("with", "without"))
    assert (found.test.p, found.test.reason) == (None, "all 2 known cases are 'male'")
    found = compare(severity("s", "high", "high"), groups("with", "without"))
    assert found.test.reason == "all known cases have the same value"
    found = compare(severity("s", "high", None), groups("with", "without"))
    assert found.test.reason == "all known cases are 'with'"
    found = compare(severity("s", None, None), groups("with", "without"))
    assert found.test.reason == "no case is known"


def test_a_single_case_is_no_group_to_rank() -> None:
    found = compare(severity("s", "high", "none", "none"), groups("with", "without", "without"))
    assert (found.test.p, found.test.reason) == (None, "a group has a single known case")


def test_cases_without_a_group_are_counted_apart() -> None:
    found = compare(severity("s", "high", "none", "none"), groups("with", "without", None))
    assert found.ungrouped == 1
    assert [group.cases for group in found.groups] == [1, 1]


@given(st.lists(st.tuples(LEVELS, st.sampled_from(["with", "without", None])), max_size=40))
def test_a_comparison_holds_every_case_once(cases: list[tuple[str | None, str | None]]) -> None:
    outcome = severity("s", *(level for level, _ in cases))
    found = compare(outcome, groups(*(group for _, group in cases)))
    assert sum(group.cases for group in found.groups) + found.ungrouped == len(cases)
    count = Counter(cases)
    for group in found.groups:
        assert group.levels == {level: count[level, group.label] for level in SEVERITY}
        assert group.known + sum(group.unknown.values()) == group.cases
    assert (found.test.p is None) == bool(found.test.reason)


NUMBERS = st.lists(st.integers(0, 9).map(float), min_size=2, max_size=12)


@given(NUMBERS, NUMBERS)
def test_rank_effects_against_all_pairs(first: list[float], second: list[float]) -> None:
    pairs = [(x, y) for x in first for y in second]
    delta = (sum(x > y for x, y in pairs) - sum(x < y for x, y in pairs)) / len(pairs)
    found = effects.rank_biserial(first, second)
    assert found.value == pytest.approx(delta)
    if found.low is not None and found.high is not None:
        assert -1 <= found.low <= delta + 1e-9
        assert delta - 1e-9 <= found.high <= 1
    differences = sorted(x - y for x, y in pairs)
    middle = len(pairs) // 2
    expected = (differences[(len(pairs) - 1) // 2] + differences[middle]) / 2
    shift = effects.hodges_lehmann(first, second)
    assert shift.value == pytest.approx(expected)
    assert shift.low is None or shift.low <= expected <= (shift.high or 0) + 1e-9


@given(
    st.lists(st.integers(0, 3).map(float), min_size=2, max_size=4),
    st.lists(st.integers(0, 3).map(float), min_size=2, max_size=5),
)
def test_mann_whitney_with_ties_against_every_division(
    first: list[float], second: list[float]
) -> None:
    found = association.mann_whitney(first, second)
    pooled = [*first, *second]
    if len(set(pooled)) == len(pooled) or len(set(pooled)) == 1:
        return

    def statistic(chosen: tuple[int, ...]) -> float:
        mine = [pooled[i] for i in chosen]
        others = [value for i, value in enumerate(pooled) if i not in chosen]
        return sum((x > y) + (x == y) / 2 for x in mine for y in others)

    observed = statistic(tuple(range(len(first))))
    every = [statistic(chosen) for chosen in combinations(range(len(pooled)), len(first))]
    low = sum(u <= observed for u in every) / len(every)
    high = sum(u >= observed for u in every) / len(every)
    assert found.statistic == observed
    assert found.p == pytest.approx(min(1, 2 * min(low, high)))
    assert f"{len(every):,} ways" in found.why


@given(st.lists(st.integers(0, 30), min_size=4, max_size=4))
def test_a_difference_of_shares_lies_in_its_interval(cells: list[int]) -> None:
    a, b, c, d = cells
    found = effects.risk_difference((a, a + b), (c, c + d))
    if not a + b or not c + d:
        assert found.reason == "a group has no known case"
        return
    turned = effects.risk_difference((c, c + d), (a, a + b))
    assert found.low is not None
    assert turned.high is not None
    assert found.value == pytest.approx(a / (a + b) - c / (c + d))
    assert -1 - 1e-9 <= found.low <= (found.value or 0) + 1e-9
    assert found.low == pytest.approx(-turned.high)


def test_odds_ratios_that_are_undefined_say_why() -> None:
    assert effects.odds_ratio(table((0, 3), (0, 4)), exact=True).reason.endswith("is empty")
    assert effects.odds_ratio(table((0, 3), (2, 4)), exact=False).reason.endswith("is 0")
    exact = effects.odds_ratio(table((0, 3), (2, 4)), exact=True)
    assert (exact.value, exact.low) == (0, 0)


def test_paired_odds_ratio_at_its_ends() -> None:
    assert effects.paired_odds_ratio(0, 0).reason == "no case changed"
    only_began = effects.paired_odds_ratio(3, 0)
    assert (only_began.value, only_began.high) == (math.inf, math.inf)
    even = effects.paired_odds_ratio(5, 5)
    assert even.value == 1
    assert even.low == pytest.approx(1 / (even.high or 0))


def test_cramers_v_of_no_association_has_no_interval() -> None:
    found = effects.cramers_v(table((10, 10, 10), (10, 10, 11)))
    assert found.low is None
    assert "no larger than chance" in found.reason
    assert effects.cramers_v(table((10, 10))).value is None


@given(st.lists(st.floats(0, 1), min_size=1, max_size=8))
def test_holm_never_lowers_a_value_or_changes_their_order(values: list[float]) -> None:
    adjusted_values = holm(values)
    assert all(p <= q <= 1 for p, q in zip(values, adjusted_values, strict=True))
    order = sorted(range(len(values)), key=lambda i: values[i])
    assert [adjusted_values[i] for i in order] == sorted(adjusted_values)
    assert min(adjusted_values) == pytest.approx(min(1, min(values) * len(values)))


def test_undefined_tests_are_no_part_of_the_family() -> None:
    tests = [SignificanceTest(name="a", p=0.02), SignificanceTest(name="b", reason="none")]
    assert [test.adjusted for test in adjust(tests, "holm")] == [None, None]
    tests.append(SignificanceTest(name="c", p=0.03))
    assert [test.adjusted for test in adjust(tests, "holm")] == [0.04, None, 0.04]
    assert [test.adjusted for test in adjust(tests, "none")] == [None, None, None]


def test_all_tests_of_a_run_are_adjusted_together() -> None:
    one = moved(severity("s", *["high"] * 6), severity("e", *["none"] * 6))
    other = compare(severity("e", *SEVERITY), groups("with", "with", "without", "without"))
    found = adjusted([one], [other], "holm")
    assert found.tests == 2
    assert found.transitions[0].test.adjusted == pytest.approx(2 * 0.03125)
    assert found.comparisons[0].test.adjusted == pytest.approx(other.test.p)
