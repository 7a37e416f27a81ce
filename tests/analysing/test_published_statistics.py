"""Tests, effect sizes and corrections against worked examples that are published elsewhere.

Each example names where its figures are printed. Tolerances are those of the printed digits.
"""

import math

import pytest
from outcome_examples import table

from notecode.analysing import association, effects
from notecode.analysing.inference import SignificanceTest, adjust, holm


def ends(estimate: effects.Estimate) -> tuple[float, float]:
    assert estimate.low is not None
    assert estimate.high is not None
    return estimate.low, estimate.high


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0000),
        ((10, 10), (0, 10), 0.6075, 1.0000),
    ],
)
def test_difference_of_shares_as_newcombe_prints_it(
    first: tuple[int, int], second: tuple[int, int], low: float, high: float
) -> None:
    """Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10."""
    found = effects.risk_difference(first, second)
    assert ends(found) == pytest.approx((low, high), abs=5e-5)


def test_two_by_two_as_fagerland_lydersen_and_laake_print_it() -> None:
    """Statistical Methods in Medical Research 24 (2015), 224-254: the Perondi trial.

    Survival at 24 hours, 7 of 34 against 1 of 34: Newcombe 0.019 to 0.34, Woolf 0.99 to 74,
    Cornfield's exact conditional 0.97 to 397.
    """
    found = effects.risk_difference((7, 34), (1, 34))
    assert ends(found) == pytest.approx((0.019, 0.34), abs=5e-4)
    counts = table((7, 27), (1, 33))
    assert ends(effects.odds_ratio(counts, exact=False)) == pytest.approx((0.99, 74), rel=5e-3)
    assert ends(effects.odds_ratio(counts, exact=True)) == pytest.approx((0.97, 397), rel=5e-3)


def test_mcnemar_as_fagerland_lydersen_and_laake_print_it() -> None:
    """BMC Medical Research Methodology 13:91 (2013): airway hyper-responsiveness, 21 children.

    One had it before and after, one before only, seven after only, twelve never: exact .070,
    asymptotic with continuity correction .077.
    """
    assert association.mcnemar(7, 1).p == pytest.approx(0.070, abs=5e-4)
    assert association.mcnemar_edwards(7, 1).p == pytest.approx(0.077, abs=5e-4)


def test_paired_difference_as_fagerland_lydersen_and_laake_print_it() -> None:
    """Statistics in Medicine 33 (2014), 2850-2875, the same children: -0.507 to -0.026.

    There before minus after, here after minus before.
    """
    found = effects.paired_difference(1, 1, 7, 12)
    assert ends(found) == pytest.approx((0.026, 0.507), abs=5e-4)


def test_mcnemar_as_wikipedia_prints_it() -> None:
    """Wikipedia, "McNemar's test", second example (6 against 16): Edwards 3.68, p .055."""
    edwards = association.mcnemar_edwards(6, 16)
    assert edwards.statistic == pytest.approx(3.68, abs=5e-3)
    assert edwards.p == pytest.approx(0.055, abs=5e-4)


def test_edwards_correction_makes_the_uncorrected_statistic_smaller() -> None:
    """Agresti (1990), Categorical Data Analysis, p. 350: approval ratings, uncorrected 17.36."""
    found = association.mcnemar(150, 86)
    assert "Edwards" in found.name
    uncorrected = (math.sqrt((found.statistic or 0) * (150 + 86)) + 1) ** 2 / (150 + 86)
    assert uncorrected == pytest.approx(17.36, abs=5e-3)


def test_fisher_as_r_prints_it() -> None:
    """R, ?fisher.test: Fisher (1962), convictions of twins. p .0005367, odds ratio 0.04693661.

    R's interval, 0.003325764 to 0.363182271, is solved to a tolerance of about 1%.
    """
    counts = table((2, 10), (15, 3))
    assert association.fisher(counts).p == pytest.approx(0.0005367, abs=5e-8)
    found = effects.odds_ratio(counts, exact=True)
    assert found.value == pytest.approx(0.04693661, rel=1e-5)
    assert ends(found) == pytest.approx((0.003325764, 0.363182271), rel=1e-2)


def test_fishers_tea_as_agresti_prints_it() -> None:
    """Agresti (2007), Introduction to Categorical Data Analysis, section 2.6.2: two-sided .486."""
    found = association.independence(table((3, 1), (1, 3)))
    assert found.p == pytest.approx(0.486, abs=5e-4)
    assert "expected count is 2.0" in found.why


def test_freeman_halton_as_agresti_prints_it() -> None:
    """R, ?fisher.test: Agresti (2002), p. 57, job satisfaction by income: p .7827."""
    counts = table((1, 2, 1, 0), (3, 3, 6, 1), (10, 10, 14, 9), (6, 7, 12, 11))
    found = association.independence(counts)
    assert found.name == "Fisher's exact test"
    # 9,999 random tables: three standard errors.
    assert found.p == pytest.approx(0.7827, abs=3 * math.sqrt(0.7827 * 0.2173 / 9999))
    assert found == association.independence(counts)


def test_chi_square_as_agresti_prints_it() -> None:
    """R, ?chisq.test: Agresti (2007), p. 39, party by gender: 30.07, df 2, p 2.954e-07."""
    found = association.independence(table((762, 327, 468), (484, 239, 477)))
    assert found.name == "Pearson's chi-square"
    assert found.statistic == pytest.approx(30.07, abs=5e-3)
    assert (found.df, found.p) == (2, pytest.approx(2.954e-07, rel=5e-4))


def test_cramers_v_as_scipy_prints_it() -> None:
    """scipy.stats.contingency.association, example: 0.18617813077483678."""
    counts = table((100, 150), (203, 322), (420, 700), (320, 210))
    found = effects.cramers_v(counts)
    assert found.value == pytest.approx(0.18617813077483678)
    low, high = ends(found)
    assert low < 0.18617813077483678 < high


def test_mann_whitney_as_scipy_prints_it() -> None:
    """scipy.stats.mannwhitneyu, example (ages at diagnosis of diabetes): U 17, p 0.1111."""
    found = association.mann_whitney([19, 22, 16, 29, 24], [20, 11, 17, 12])
    assert (found.statistic, found.p) == (17, pytest.approx(0.1111111111111111))
    assert found.why.startswith("exact")


def test_mann_whitney_as_hollander_and_wolfe_print_it() -> None:
    """R, ?wilcox.test: Hollander and Wolfe (1973), p. 69: W 35, one-sided p .1272."""
    term = [0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46]
    early = [1.15, 0.88, 0.90, 0.74, 1.21]
    found = association.mann_whitney(term, early)
    assert (found.statistic, found.p) == (35, pytest.approx(2 * 0.1272, abs=1e-4))


def test_hodges_lehmann_as_sas_prints_it() -> None:
    """PHUSE CAMIS, "Non-parametric point estimation in SAS": 0.5600, Moses -0.3700 to 1.1830.

    The data are those of Hollander, Wolfe and Chicken: depression factors before and after.
    """
    before = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30]
    after = [0.878, 0.647, 0.598, 2.050, 1.060, 1.290, 1.060, 3.140, 1.290]
    found = effects.hodges_lehmann(before, after)
    assert found.value == pytest.approx(0.56)
    assert ends(found) == pytest.approx((-0.37, 1.183))


def test_rank_biserial_as_effsize_prints_it() -> None:
    """R package effsize (Torchiano), cliff.delta, example: -0.25, -0.7265846 to 0.3890062."""
    treatment = [10.0, 10, 20, 20, 20, 30, 30, 30, 40, 50]
    control = [10.0, 20, 30, 40, 40, 50]
    found = effects.rank_biserial(treatment, control)
    assert found.value == pytest.approx(-0.25)
    assert ends(found) == pytest.approx((-0.7265846, 0.3890062), abs=5e-8)


@pytest.mark.parametrize(
    ("samples", "h", "p"),
    [
        ([[1.0, 3, 5, 7, 9], [2.0, 4, 6, 8, 10]], 0.27272727, 0.60150813),
        ([[1.0, 1, 1], [2.0, 2, 2], [2.0, 2]], 7.0, 0.030197383),
    ],
)
def test_kruskal_wallis_as_scipy_prints_it(samples: list[list[float]], h: float, p: float) -> None:
    """scipy.stats.kruskal, both examples."""
    found = association.kruskal_wallis(samples)
    assert (found.statistic, found.p) == (pytest.approx(h), pytest.approx(p))


MALFORMED = ([48, 38, 5, 1, 1], [17114, 14502, 793, 127, 38])
"""Graubard and Korn (1987): malformations and births by the mother's drinks a day."""


@pytest.mark.parametrize(
    ("scores", "p"), [((0, 0.5, 1.5, 4, 8), 0.0078), ((1, 2, 3, 4, 5), 0.1765)]
)
def test_trend_as_statxact_prints_it(scores: tuple[float, ...], p: float) -> None:
    """Cytel, StatXact example 6: asymptotic, two-sided, for two sets of scores."""
    found = association.cochran_armitage(*MALFORMED, scores)
    assert found.p == pytest.approx(p, abs=2e-4)


def test_trend_as_agresti_prints_it() -> None:
    """Agresti (2007), section 2.5.2: 6.57 with p .01; with equally spaced scores 1.83, p .18."""
    found = association.cochran_armitage(*MALFORMED, (0, 0.5, 1.5, 4, 7))
    assert (found.statistic or 0) ** 2 == pytest.approx(6.57, abs=5e-3)
    assert found.p == pytest.approx(0.01, abs=5e-4)
    spaced = association.cochran_armitage(*MALFORMED)
    assert (spaced.statistic or 0) ** 2 == pytest.approx(1.83, abs=5e-3)
    assert spaced.p == pytest.approx(0.18, abs=5e-3)


def test_trend_as_epi_info_prints_it() -> None:
    """Gerstman, Epi Info's chi-square for trend, smoking by class: 3.535, p .0601.

    Epi Info prints Mantel's form, which is smaller by (n - 1) / n.
    """
    found = association.cochran_armitage([17, 76, 34, 32, 20], [57, 271, 122, 85, 50])
    assert (found.statistic or 0) ** 2 * 584 / 585 == pytest.approx(3.535, abs=5e-4)
    assert found.p == pytest.approx(0.0601, abs=5e-4)


def test_holm_as_wikipedia_prints_it() -> None:
    """Wikipedia, "Holm-Bonferroni method", example: .01, .04, .03, .005 at four tests."""
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])


def test_false_discovery_as_benjamini_and_hochberg_print_it() -> None:
    """scipy.stats.false_discovery_control, example: Benjamini and Hochberg (1995), section 3.2."""
    values = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344]
    values += [0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.000]
    tests = adjust([SignificanceTest(name="t", p=p) for p in values], "bh")
    expected = [0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714, 0.06385714, 0.0645]
    assert [test.adjusted for test in tests][:8] == pytest.approx(expected)


def test_the_studys_published_counts() -> None:
    """University of Bristol, Drive feasibility study (2018): 30 cases, 10 at each of 3 sites.

    Published: direct work in 19 cases, 9 of them at one site; behaviour change in 9, 6 of them
    there. The study prints no test of these; p is held against the hypergeometric distribution.
    """
    for there, elsewhere in ((9, 10), (6, 3)):
        counts = table((there, 10 - there), (elsewhere, 20 - elsewhere))
        chances = [
            math.comb(10, n) * math.comb(20, there + elsewhere - n)
            for n in range(min(10, there + elsewhere) + 1)
        ]
        rare = sum(c for c in chances if c <= chances[there]) / sum(chances)
        found = association.independence(counts)
        assert found.name == "Fisher's exact test"
        assert found.p == pytest.approx(rare)
