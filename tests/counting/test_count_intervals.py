"""Bootstrap intervals against a plain bootstrap in Python, and where they are undefined."""

import random
import statistics
from collections import Counter
from dataclasses import replace

import pytest
from count_examples import BOOK, WORLD, make_table, reference, table_of

from notecode.counting import definitions
from notecode.errors import UsageError
from notecode.model import Case, CountSpec, Note

CASES = tuple(Case(id=f"C{at:02}", site="North" if at % 3 else "South") for at in range(24))
NOTES = tuple(Note(id=f"N{case.id}", case_id=case.id, text="x" * 60) for case in CASES)
REFERENCES = tuple(
    reference(f"r{at}.{number}", f"NC{at:02}", "housing" if number % 2 else "support")
    for at in range(24)
    for number in range((at * 7) % 6)
)
CODED = replace(WORLD, cases=CASES, notes=NOTES, references=REFERENCES)


def drawn_by_hand(amounts: list[int], resamples: int) -> dict[str, list[float]]:
    """Every measure of every draw, one case at a time."""
    dice = random.Random(11)
    draws: dict[str, list[float]] = {}
    for _ in range(resamples):
        drawn = dice.choices(amounts, k=len(amounts))
        held = [amount for amount in drawn if amount]
        measures = {
            "references": sum(drawn),
            "cases": len(held),
            "share_of_cases": len(held) / len(drawn),
            "mean_with": sum(held) / len(held) if held else None,
            "median_with": statistics.median(held) if held else None,
            "mean_all": statistics.mean(drawn),
            "median_all": statistics.median(drawn),
        }
        for name, value in measures.items():
            if value is not None:
                draws.setdefault(name, []).append(value)
    return draws


def middle(values: list[float]) -> tuple[float, float]:
    cut = statistics.quantiles(values, n=40, method="inclusive")
    return cut[0], cut[-1]


def test_intervals_are_those_of_a_plain_bootstrap_but_for_chance():
    spec = CountSpec(by=("branch",), measures=("references", "per_case"), resamples=4000)
    row = next(row for row in table_of(CODED, spec).rows if row.keys == ("direct",))
    counted = Counter(r.note_id[1:] for r in REFERENCES)
    draws = drawn_by_hand([counted[case.id] for case in CASES], 4000)
    for name, values in draws.items():
        low, high = middle(values)
        found = row.intervals[name]
        # Two bootstraps of this size differ by a few hundredths of the spread, a median by a step.
        close = 0.5 if name.startswith("median") else 0.08 * (max(values) - min(values))
        assert found.low == pytest.approx(low, abs=close), name
        assert found.high == pytest.approx(high, abs=close), name


def test_within_sites_each_site_keeps_its_number_of_cases():
    spec = CountSpec(
        by=("site", "branch"), down=2, measures=("references", "per_case"), resamples=4000
    )
    spec = replace(spec, within_sites=True)
    table = table_of(CODED, spec)
    row = next(row for row in table.rows if row.keys == ("North", "direct"))
    counted = Counter(r.note_id[1:] for r in REFERENCES)
    draws = drawn_by_hand([counted[case.id] for case in CASES if case.site == "North"], 4000)
    for name, values in draws.items():
        if name in ("cases", "share_of_cases"):
            assert row.intervals[name].low is None, "all cases there have some"
            continue
        low, high = middle(values)
        close = 0.5 if name.startswith("median") else 0.08 * (max(values) - min(values))
        assert row.intervals[name].low == pytest.approx(low, abs=close), name
        assert row.intervals[name].high == pytest.approx(high, abs=close), name
    assert "Of each site as many cases are drawn as it has." in " ".join(definitions(table))


def test_within_sites_what_all_cases_of_a_site_have_does_not_vary():
    alike = tuple(
        reference(f"r{case.id}", f"N{case.id}", "housing") for case in CASES if case.site == "South"
    )
    world = replace(CODED, references=alike)
    spec = CountSpec(by=("site",), resamples=200)
    apart, together = (
        next(r for r in table_of(world, replace(spec, within_sites=within)).rows if r.references)
        for within in (True, False)
    )
    assert apart.intervals["cases"].low is None
    assert together.intervals["cases"].low is not None


def test_the_same_seed_draws_the_same_and_another_one_does_not():
    spec = CountSpec(by=("code",), resamples=300)
    assert table_of(CODED, spec) == table_of(CODED, spec)
    other = table_of(CODED, replace(spec, seed=2))
    assert [row.references for row in other.rows] == [
        row.references for row in table_of(CODED, spec).rows
    ]
    assert any(
        row.intervals != again.intervals
        for row, again in zip(table_of(CODED, spec).rows, other.rows, strict=True)
    )


def test_the_interval_of_a_share_has_the_count_as_its_middle():
    spec = CountSpec(by=("code",), resamples=2000)
    for row in table_of(CODED, spec).rows:
        if row.references:
            share = row.intervals["share"]
            assert share.low <= row.references / len(REFERENCES) <= share.high
            cases = row.intervals["share_of_cases"]
            assert cases.low <= row.cases / 24 <= cases.high


def test_a_site_has_the_cases_of_the_site_as_its_base():
    spec = CountSpec(by=("site",), resamples=500)
    for row in table_of(CODED, spec).rows:
        # Every case of a site is of that site, whichever are drawn.
        assert row.intervals["share_of_cases"].high is None or row.cases < row.case_base
        assert row.case_base in (8, 16)
        assert row.intervals["mean_all"].low <= row.references / row.case_base
        assert row.intervals["mean_all"].high >= row.references / row.case_base


def test_the_base_has_intervals_too():
    table = table_of(CODED, CountSpec(by=("code",), resamples=100))
    assert table.base.intervals["references"].low < table.base.references
    assert table.base.intervals["share"].reason.startswith("it is the same in every case")


def test_all_of_all_cases_is_no_more_certain_than_none_of_them():
    everywhere = table_of(CODED, CountSpec(by=("branch",), only=(), resamples=200))
    for row in everywhere.rows:
        found = row.intervals.get("share_of_cases")
        if row.cases == row.case_base:
            assert found.low is None
            assert "no resample" in found.reason


def test_one_case_leaves_nothing_to_draw():
    table = make_table(
        "code",
        cases=CASES[:1],
        notes=NOTES[:1],
        resamples=50,
        references=(reference("r", "NC00", "housing"),),
    )
    row = next(row for row in table.rows if row.references)
    assert {interval.reason for interval in row.intervals.values()} == {
        "fewer than two cases: there is nothing to draw from"
    }
    assert row.intervals["references"].low is None


def test_a_measure_that_most_draws_lack_is_undefined_with_how_many():
    rare = (*REFERENCES, reference("rare", "NC07", "disruption"))
    table = table_of(replace(CODED, references=rare), CountSpec(by=("code",), resamples=400))
    row = next(row for row in table.rows if row.keys == ("disruption",))
    assert row.intervals["references"].high is not None
    assert "of 400 resamples have no case to divide by" in row.intervals["mean_with"].reason


def test_a_cell_in_which_nothing_was_recorded_has_no_interval():
    table = table_of(CODED, CountSpec(by=("code",), resamples=50))
    empty = next(row for row in table.rows if row.keys == ("disruption",))
    assert empty.intervals == {}


def test_filters_on_cases_draw_from_those_alone():
    spec = CountSpec(by=("branch",), only=(("site", ("South",)),), resamples=200)
    row = next(row for row in table_of(CODED, spec).rows if row.references)
    assert row.case_base == 8
    assert row.intervals["cases"].high <= 8


def test_more_than_the_memory_holds_is_refused():
    with pytest.raises(UsageError, match="too many"):
        table_of(CODED, CountSpec(by=("code",), resamples=3_000_000))


def test_words_and_totals_go_with_intervals():
    table = make_table("code", "site", measures=("words",), resamples=20, book=BOOK)
    assert all(row.intervals for row in table.totals if row.references)
    assert all(row.words for row in table.rows if row.references)
