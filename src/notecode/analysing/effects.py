"""Effect sizes with 95% intervals. Written by hand is only what scipy does not have."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from notecode.analysing.binomial import clopper_pearson, wilson
from notecode.analysing.crosstabs import CrossTable
from notecode.analysing.inference import LEVEL, Estimate, undefined

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

Numbers = Sequence[float]


def odds_ratio(table: CrossTable, *, exact: bool) -> Estimate:
    """The odds ratio of a two by two table: its first row against the second, first column.

    ``exact``: the conditional estimate with the exact interval that goes with Fisher's test;
    otherwise the sample's odds ratio with Woolf's interval.
    """
    from scipy.stats.contingency import odds_ratio as scipy_odds_ratio

    name = "odds ratio"
    if not all(table.row_totals) or not all(table.column_totals):
        return undefined(name, "ratio", "a row or a column of the table is empty")
    if not exact and any(0 in row for row in table.cells):
        return undefined(name, "ratio", "a cell of the table is 0")
    found = scipy_odds_ratio(table.cells, kind="conditional" if exact else "sample")
    interval = found.confidence_interval(LEVEL)
    return Estimate(
        name=name,
        scale="ratio",
        value=float(found.statistic),
        low=float(interval.low),
        high=float(interval.high),
        method="exact, conditional" if exact else "Woolf",
    )


def risk_difference(first: tuple[int, int], second: tuple[int, int]) -> Estimate:
    """The share of the first group minus that of the second; each is (count, total).

    Interval: the two Wilson intervals combined, method 10 of Newcombe (1998), Interval estimation
    for the difference between independent proportions, Statistics in Medicine 17, 873-890.
    """
    name = "difference of shares"
    if not first[1] or not second[1]:
        return undefined(name, "share", "a group has no known case")
    (p1, l1, u1), (p2, l2, u2) = ((n / of, *wilson(n, of)) for n, of in (first, second))
    return Estimate(
        name=name,
        scale="share",
        value=p1 - p2,
        low=p1 - p2 - math.hypot(p1 - l1, u2 - p2),
        high=p1 - p2 + math.hypot(u1 - p1, p2 - l2),
        method="Newcombe",
    )


def paired_difference(both: int, first_only: int, second_only: int, neither: int) -> Estimate:
    """The share at the second time minus that at the first, of the same cases.

    Interval: method 10 of Newcombe (1998), Improved confidence intervals for the difference
    between binomial proportions based on paired data, Statistics in Medicine 17, 2635-2650, with
    his continuity correction of the correlation.
    """
    name = "difference of shares"
    total = both + first_only + second_only + neither
    if not total:
        return undefined(name, "share", "no case is known at both stages")
    at_first, at_second = both + first_only, both + second_only
    p1, p2 = at_first / total, at_second / total
    (l1, u1), (l2, u2) = wilson(at_first, total), wilson(at_second, total)
    spread = math.sqrt(at_first * (total - at_first) * at_second * (total - at_second))
    product = both * neither - first_only * second_only
    corrected = product if product < 0 else max(product - total / 2, 0)
    phi = corrected / spread if spread else 0.0
    low = (p2 - l2) ** 2 - 2 * phi * (p2 - l2) * (u1 - p1) + (u1 - p1) ** 2
    high = (u2 - p2) ** 2 - 2 * phi * (u2 - p2) * (p1 - l1) + (p1 - l1) ** 2
    return Estimate(
        name=name,
        scale="share",
        value=p2 - p1,
        low=p2 - p1 - math.sqrt(max(low, 0.0)),
        high=p2 - p1 + math.sqrt(max(high, 0.0)),
        method="Newcombe, paired",
    )


def cramers_v(table: CrossTable) -> Estimate:
    """Cramer's V of a table without empty rows and columns; of two by two it is phi, unsigned.

    Interval: from the noncentral chi-square distributions of which the observed statistic is the
    97.5th and the 2.5th percentile. Source: Smithson (2003), Confidence Intervals, chapter 4.
    """
    from scipy.stats import chi2_contingency
    from scipy.stats.contingency import association

    name = "phi" if len(table.rows) == len(table.columns) == 2 else "Cramer's V"
    least = min(len(table.rows), len(table.columns)) - 1
    if least < 1:
        return undefined(name, "number", "all known cases are in one row or one column")
    statistic = float(chi2_contingency(table.cells, correction=False).statistic)
    df = (len(table.rows) - 1) * (len(table.columns) - 1)
    low, high = (
        _noncentrality(statistic, df, share) for share in ((1 + LEVEL) / 2, (1 - LEVEL) / 2)
    )
    value = float(association(table.cells, method="cramer"))
    if math.sqrt(high / (table.total * least)) < value:
        reason = "no interval: the statistic is no larger than chance makes it"
        return Estimate(name=name, scale="number", value=value, reason=reason)
    return Estimate(
        name=name,
        scale="number",
        value=value,
        low=min(math.sqrt(low / (table.total * least)), 1.0),
        high=min(math.sqrt(high / (table.total * least)), 1.0),
        method="noncentral chi-square",
    )


def _noncentrality(statistic: float, df: int, share: float) -> float:
    """The noncentrality at which ``statistic`` is the ``share`` quantile; 0 if none is."""
    from scipy.optimize import brentq
    from scipy.stats import chi2, ncx2

    if float(chi2.cdf(statistic, df)) <= share:
        return 0.0
    top = 4 * statistic + 50
    return float(brentq(lambda nc: float(ncx2.cdf(statistic, df, nc)) - share, 1e-9, top))


def rank_biserial(first: Numbers, second: Numbers) -> Estimate:
    """How much more often the first group has the higher value than the lower, in pairs: -1 to 1.

    This is Cliff's delta, for which the interval is given: unbiased variance (Cliff 1993,
    Dominance statistics, Psychological Bulletin 114, 494-509), asymmetric limits with Student's t
    (Feng and Cliff 2004, Journal of Modern Applied Statistical Methods 3, 322-332).
    """
    import numpy as np
    from scipy.stats import t

    name = "rank-biserial correlation"
    x, y = np.asarray(first, dtype=float), np.asarray(second, dtype=float)
    n, m = len(x), len(y)
    if not n or not m:
        return undefined(name, "number", "a group has no known case")
    rows, columns = _dominance(x, y), -_dominance(y, x)
    delta = float(rows.mean())
    if n < 2 or m < 2:
        reason = "no interval: a group has a single known case"
        return Estimate(name=name, scale="number", value=delta, reason=reason)
    if abs(delta) == 1:
        reason = "no interval: the groups do not overlap"
        return Estimate(name=name, scale="number", value=delta, reason=reason)
    ties = sum(np.searchsorted(np.sort(y), x, "right") - np.searchsorted(np.sort(y), x, "left"))
    squares = float(n * m - ties - n * m * delta**2)
    variance = (
        m**2 * float(((rows - delta) ** 2).sum())
        + n**2 * float(((columns - delta) ** 2).sum())
        - squares
    ) / (n * m * (n - 1) * (m - 1))
    variance = max(variance, (1 - delta**2) / (n * m - 1))
    z = float(t.ppf((1 + LEVEL) / 2, n + m - 2))
    width = z * math.sqrt(variance * ((1 - delta**2) ** 2 + z**2 * variance))
    below = 1 - delta**2 + z**2 * variance
    return Estimate(
        name=name,
        scale="number",
        value=delta,
        low=max((delta - delta**3 - width) / below, -1.0),
        high=min((delta - delta**3 + width) / below, 1.0),
        method="Feng and Cliff",
    )


def _dominance(x: "Array", y: "Array") -> "Array":
    """For each value of ``x`` the share of ``y`` below it minus the share above it."""
    import numpy as np

    ordered = np.sort(y)
    below = np.searchsorted(ordered, x, "left")
    above = len(y) - np.searchsorted(ordered, x, "right")
    return (below - above) / len(y)


def hodges_lehmann(first: Numbers, second: Numbers) -> Estimate:
    """The median of all differences between a value of the first group and one of the second.

    Interval: by Moses, from the order of the differences with the normal approximation. Source:
    Hollander and Wolfe (1999), Nonparametric Statistical Methods, section 4.3.
    """
    import numpy as np
    from scipy.stats import norm

    name = "Hodges-Lehmann shift"
    if not len(first) or not len(second):
        return undefined(name, "number", "a group has no known case")
    x, xs = np.unique(np.asarray(first, dtype=float), return_counts=True)
    y, ys = np.unique(np.asarray(second, dtype=float), return_counts=True)
    values, weights = np.subtract.outer(x, y).ravel(), np.outer(xs, ys).ravel()
    order = np.argsort(values, kind="stable")
    upto = np.cumsum(weights[order])

    def ranked(rank: int) -> float:
        return float(values[order][np.searchsorted(upto, rank, "left")])

    n, m = len(first), len(second)
    half = (ranked((n * m + 1) // 2) + ranked(n * m // 2 + 1)) / 2
    z = float(norm.ppf((1 + LEVEL) / 2))
    rank = math.floor(n * m / 2 - z * math.sqrt(n * m * (n + m + 1) / 12))
    if rank < 1:
        reason = "no interval: too few known cases for one"
        return Estimate(name=name, scale="number", value=half, reason=reason)
    return Estimate(
        name=name,
        scale="number",
        value=half,
        low=ranked(rank),
        high=ranked(n * m + 1 - rank),
        method="Moses",
    )


def epsilon_squared(statistic: float, total: int) -> Estimate:
    """The share of the ranks' variance that the groups explain: H over n - 1.

    Source: Tomczak and Tomczak (2014), Trends in Sport Sciences 21, 19-25.
    """
    name = "epsilon squared"
    if total < 2:
        return undefined(name, "number", "fewer than two known cases")
    reason = "no interval: none is in common use"
    return Estimate(name=name, scale="number", value=statistic / (total - 1), reason=reason)


def paired_odds_ratio(began: int, stopped: int) -> Estimate:
    """Cases that began over cases that stopped, with the exact interval of Clopper and Pearson.

    Source: Agresti (2013), Categorical Data Analysis, section 11.1: the odds ratio of matched
    pairs is the ratio of the two discordant counts.
    """
    name = "odds ratio, paired"
    if not began + stopped:
        return undefined(name, "ratio", "no case changed")
    low, high = clopper_pearson(began, began + stopped)
    return Estimate(
        name=name,
        scale="ratio",
        value=began / stopped if stopped else math.inf,
        low=_odds(low),
        high=_odds(high),
        method="exact",
    )


def _odds(share: float) -> float:
    return math.inf if share >= 1 else share / (1 - share)
