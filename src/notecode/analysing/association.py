"""Tests of whether two things go together, each chosen by its data, the choice put in words."""

import math
from collections.abc import Sequence
from dataclasses import replace

from notecode.analysing.binomial import chi_square_tail, sign_test
from notecode.analysing.crosstabs import CrossTable
from notecode.analysing.inference import SignificanceTest

LEAST_EXPECTED = 5
"""Expected cases in a cell from which the chi-square approximation holds (Cochran 1954)."""

FEW_EXPECTED = 0.2
"""In larger tables this share of the cells may expect fewer, if all expect one at least."""

EXACT_BELOW = 50
"""Cases in a group from which Mann-Whitney's p value is approximate, if there are no ties."""

EXACT_CHANGES = 25
"""Cases that changed from which McNemar's test is approximate."""

RESAMPLES = 9_999
"""Random tables of Fisher's exact test; so many ways of dividing cases are gone through."""

SEED = 1

Numbers = Sequence[float]


def independence(table: CrossTable) -> SignificanceTest:
    """Pearson's chi-square where every expected count allows it, else Fisher's exact test.

    Two by two: all expected counts of five at least. Larger: at most a fifth of them below five,
    none below one (Cochran 1954, Biometrics 10, 417-451). Larger tables that fail get Fisher's
    exact test (Freeman and Halton) from random tables with the same totals, always the same ones.
    """
    filled = table.filled()
    if len(filled.rows) < 2 or len(filled.columns) < 2:
        return SignificanceTest(name="chi-square or Fisher", reason=_single(filled))
    from scipy.stats.contingency import expected_freq

    expected = [float(count) for count in expected_freq(filled.cells).ravel()]
    small = sum(count < LEAST_EXPECTED for count in expected)
    least = f"the smallest expected count is {min(expected):.1f}"
    few = small <= FEW_EXPECTED * len(expected) and min(expected) >= 1
    if small == 0 or (few and len(expected) > 4):
        many = f"{small} of {len(expected)} are below 5" if small else "at least 5"
        found = pearson(filled)
        return replace(found, why=f"{least}, {many}; {found.why}")
    below = "below 5" if len(expected) == 4 else f"{small} of {len(expected)} are below 5"
    found = fisher(filled)
    too = f"{least}, {below}, too small for chi-square"
    return replace(found, why=f"{too}; {found.why}" if found.why else too)


def pearson(table: CrossTable) -> SignificanceTest:
    """Pearson's chi-square of a table without empty rows and columns."""
    from scipy.stats import chi2_contingency

    found = chi2_contingency(table.cells, correction=False)
    return SignificanceTest(
        name="Pearson's chi-square",
        why="no continuity correction",
        p=float(found.pvalue),
        statistic=float(found.statistic),
        symbol="chi2",
        df=int(found.dof),
    )


def fisher(table: CrossTable) -> SignificanceTest:
    """Fisher's exact test; beyond two by two its p value is an estimate from random tables."""
    import numpy as np
    from scipy.stats import MonteCarloMethod, fisher_exact

    name = "Fisher's exact test"
    if len(table.rows) == len(table.columns) == 2:
        return SignificanceTest(name=name, p=float(fisher_exact(table.cells).pvalue))
    method = MonteCarloMethod(n_resamples=RESAMPLES, rng=np.random.default_rng(SEED))
    return SignificanceTest(
        name=name,
        why=f"p is estimated from {RESAMPLES:,} random tables with the same totals (seed {SEED})",
        # On a sparse table scipy gives an array of one number.
        p=float(np.asarray(fisher_exact(table.cells, method=method).pvalue).item()),
    )


def _single(table: CrossTable) -> str:
    if not table.total:
        return "no case is known on both"
    only = table.rows if len(table.rows) < 2 else table.columns
    return f"all {table.total} known cases are {only[0]!r}"


def mann_whitney(first: Numbers, second: Numbers) -> SignificanceTest:
    """Mann-Whitney's U, two-sided: exact in small groups, else by the normal approximation.

    Exact with ties is the permutation test, where there are few enough ways of dividing the cases.
    """
    name = "Mann-Whitney U"
    lacking = _lacking((first, second))
    if not lacking and min(len(first), len(second)) < 2:
        lacking = "a group has a single known case"
    if lacking:
        return SignificanceTest(name=name, reason=lacking)
    from scipy.stats import PermutationMethod, mannwhitneyu

    ties = len({*first, *second}) < len(first) + len(second)
    ways = math.comb(len(first) + len(second), len(first))
    if ties and ways <= RESAMPLES:
        found = mannwhitneyu(first, second, method=PermutationMethod(n_resamples=RESAMPLES))
        why = f"exact: there are ties, and {ways:,} ways of dividing the cases"
    elif not ties and max(len(first), len(second)) < EXACT_BELOW:
        found = mannwhitneyu(first, second, method="exact")
        why = f"exact: no ties, and each group has fewer than {EXACT_BELOW} cases"
    else:
        found = mannwhitneyu(first, second, method="asymptotic")
        cause = "there are ties" if ties else f"a group has {EXACT_BELOW} cases or more"
        why = f"{cause}: normal approximation, corrected for ties and continuity"
    return SignificanceTest(
        name=name,
        why=why,
        p=min(float(found.pvalue), 1.0),
        statistic=float(found.statistic),
        symbol="U",
    )


def kruskal_wallis(groups: Sequence[Numbers]) -> SignificanceTest:
    """Kruskal and Wallis's H over more than two groups, corrected for ties."""
    name = "Kruskal-Wallis"
    filled = [group for group in groups if len(group)]
    lacking = _lacking(filled)
    if lacking:
        return SignificanceTest(name=name, reason=lacking)
    from scipy.stats import kruskal

    found = kruskal(*filled)
    return SignificanceTest(
        name=name,
        why=f"{len(filled)} groups; corrected for ties",
        p=float(found.pvalue),
        statistic=float(found.statistic),
        symbol="H",
        df=len(filled) - 1,
    )


def _lacking(groups: Sequence[Numbers]) -> str:
    if len(groups) < 2 or not all(len(group) for group in groups):
        return "a group has no known case"
    if len({value for group in groups for value in group}) < 2:
        return "all known cases have the same value"
    return ""


def cochran_armitage(
    with_event: Sequence[int], cases: Sequence[int], scores: Sequence[float] = ()
) -> SignificanceTest:
    """The trend of a share across ordered levels; scores are 0, 1, 2 … unless given.

    Source: Armitage (1955), Tests for linear trends in proportions and frequencies, Biometrics
    11, 375-386; the form is that of Agresti (2013), Categorical Data Analysis, section 5.3.5.
    scipy has no function for it.
    """
    name = "Cochran-Armitage trend"
    total, events = sum(cases), sum(with_event)
    if not total:
        return SignificanceTest(name=name, reason="no case is known on both")
    if events in (0, total):
        which = "none" if not events else "all"
        return SignificanceTest(name=name, reason=f"{which} of the {total} known cases have it")
    scores = scores or range(len(cases))
    share = events / total
    trend = sum(s * (e - n * share) for s, e, n in zip(scores, with_event, cases, strict=True))
    weighted = sum(s * n for s, n in zip(scores, cases, strict=True))
    squares = sum(s * s * n for s, n in zip(scores, cases, strict=True))
    variance = share * (1 - share) * (squares - weighted**2 / total)
    if variance <= 0:
        return SignificanceTest(name=name, reason="all known cases are at one level")
    from scipy.special import ndtr

    z = trend / math.sqrt(variance)
    return SignificanceTest(
        name=name,
        why=f"a share across {len(cases)} ordered levels, scored {_listed(scores)}",
        p=float(2 * ndtr(-abs(z))),
        statistic=z,
        symbol="z",
    )


def _listed(scores: Sequence[float]) -> str:
    return ", ".join(f"{score:g}" for score in scores)


def mcnemar(began: int, stopped: int) -> SignificanceTest:
    """McNemar's test on the cases that changed: exact if few, else with Edwards' correction."""
    changed = began + stopped
    if not changed:
        return SignificanceTest(name="McNemar's test", reason="no case changed")
    return (mcnemar_exact if changed < EXACT_CHANGES else mcnemar_edwards)(began, stopped)


def mcnemar_exact(began: int, stopped: int) -> SignificanceTest:
    """The binomial test of how many of those that changed stopped."""
    changed = began + stopped
    return SignificanceTest(
        name="McNemar's test, exact",
        why=f"{changed} changed, fewer than {EXACT_CHANGES}",
        p=sign_test(stopped, changed),
    )


def mcnemar_edwards(began: int, stopped: int) -> SignificanceTest:
    """The chi-square of those that changed, with Edwards' correction for continuity.

    It is (|b - c| - 1) squared over b + c, with one degree of freedom. Source: Edwards (1948),
    Note on the correction for continuity in testing the significance of the difference between
    correlated proportions, Psychometrika 13, 185-187. scipy has no function for it.
    """
    changed = began + stopped
    # Where both are equal the correction would go past zero.
    statistic = max(abs(began - stopped) - 1, 0) ** 2 / changed
    return SignificanceTest(
        name="McNemar's test, Edwards' correction",
        why=f"{changed} changed, {EXACT_CHANGES} or more",
        p=chi_square_tail(statistic, 1),
        statistic=statistic,
        symbol="chi2",
        df=1,
    )
