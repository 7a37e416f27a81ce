"""Shares, rates and their intervals, against published values and by property."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.intervals import rate_of, share_of, t_quantile, wilson


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [
        # Newcombe (1998), table I, method 3: the score interval without continuity correction.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_as_published(hits: int, total: int, low: float, high: float) -> None:
    assert wilson(hits / total, total) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("freedom", "published"),
    [(1, 12.706), (2, 4.303), (3, 3.182), (5, 2.571), (10, 2.228), (30, 2.042), (1000, 1.962)],
)
def test_student_t_as_in_the_tables(freedom: int, published: float) -> None:
    assert t_quantile(freedom) == pytest.approx(published, rel=0.01)


def test_nothing_counted_is_undefined() -> None:
    assert share_of([]) == (0, 0, None, None, None)
    assert share_of([(0, 0), (0, 0)]).value is None
    assert rate_of([], 1000).value is None


def test_one_case_has_wilsons_interval() -> None:
    share = share_of([(15, 148)])
    assert (share.hits, share.total) == (15, 148)
    assert (share.low, share.high) == pytest.approx(wilson(15 / 148, 148))


def test_all_or_none_has_wilsons_interval() -> None:
    assert share_of([(10, 10), (20, 20)])[2:] == (1.0, *wilson(1, 30))
    assert share_of([(0, 10), (0, 20)])[2:] == (0.0, *wilson(0, 30))


def test_cases_that_differ_widen_the_interval() -> None:
    even = share_of([(9, 10)] * 10)
    uneven = share_of([(10, 10)] * 9 + [(0, 10)])
    assert even.value == uneven.value == 0.9
    assert uneven.low is not None
    assert even.low is not None
    assert uneven.low < even.low - 0.1


def test_the_variance_is_that_of_a_ratio() -> None:
    # By hand: shares 8/10 and 4/10, ratio 0.6, residuals 2 and -2, variance 2/1 * 8 / 400 = 0.04;
    # a simple random sample of 20 has 0.012, so 20 is worth 6, less by t with one degree.
    share = share_of([(8, 10), (4, 10)])
    worth = 6 * (1.959964 / 12.7062) ** 2
    assert (share.low, share.high) == pytest.approx(wilson(0.6, worth), abs=1e-4)


def test_a_rate_and_its_interval() -> None:
    rate = rate_of([(3, 1000), (5, 1000), (4, 1000)], 1000)
    # Residuals -1, 1, 0: variance 3/2 * 2 / 9e6, so a standard error of 0.577 per thousand.
    assert rate.value == pytest.approx(4.0)
    assert rate.low == pytest.approx(4 - 4.3027 * 0.57735, abs=1e-3)
    assert rate.high == pytest.approx(4 + 4.3027 * 0.57735, abs=1e-3)
    assert rate_of([(3, 1000)], 1000)[3:] == (3.0, None, None)


CASES = st.lists(
    st.integers(0, 40).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))),
    min_size=1,
)


@given(CASES)
def test_an_interval_holds_its_share(cases: list[tuple[int, int]]) -> None:
    share = share_of(cases)
    if share.value is None:
        assert share.total == 0
        return
    assert share.low is not None
    assert share.high is not None
    assert 0 <= share.low <= share.value <= share.high <= 1
    assert share.low < share.high


@given(CASES)
def test_the_order_of_cases_means_nothing(cases: list[tuple[int, int]]) -> None:
    assert share_of(cases)[:2] == share_of(cases[::-1])[:2]
    assert share_of(cases)[2:] == pytest.approx(share_of(cases[::-1])[2:])


def test_the_interval_covers_the_truth_about_as_often_as_it_says() -> None:
    """200 draws of 30 cases whose own recall varies: about 95% of intervals hold the truth."""
    draw = random.Random(1)
    held = 0
    for _ in range(200):
        cases = []
        for _ in range(30):
            recall = draw.betavariate(9.5, 0.5)
            cases.append((sum(draw.random() < recall for _ in range(25)), 25))
        share = share_of(cases)
        assert share.low is not None
        assert share.high is not None
        held += share.low <= 0.95 <= share.high
    assert 180 <= held <= 199
