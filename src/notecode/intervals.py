"""Shares and rates with 95% intervals that know that notes of one case resemble each other.

A share has Wilson's score interval (Wilson 1927) on the effective sample size: the number of
things counted, divided by the design effect of cases as clusters (the linearised variance of a
ratio over the variance of a simple random sample, never below 1) and corrected for the degrees
of freedom, as Korn and Graubard (1998) propose and Dean and Pagano (2015) find best for shares
near 1. Where all or none count, or there is one case, no clustering can be estimated and
Wilson's interval stands as it is.
"""

from collections.abc import Sequence
from math import pi, sqrt, tan
from typing import NamedTuple

METHOD = (
    "Wilson score interval on the effective sample size, cases as clusters"
    " (Wilson 1927; Korn and Graubard 1998; Dean and Pagano 2015)"
)
Z = 1.959963984540054
"""The normal quantile of a two-sided 95%."""


class Share(NamedTuple):
    """``hits`` of ``total``; ``value`` and the 95% interval are None where the total is 0."""

    hits: int
    total: int
    value: float | None
    low: float | None
    high: float | None


class Rate(NamedTuple):
    """``events`` per ``per`` of ``base``, with a 95% interval where more than one case counts."""

    events: int
    base: int
    per: int
    value: float | None
    low: float | None
    high: float | None


def wilson(share: float, total: float) -> tuple[float, float]:
    """Wilson's 95% score interval of a share out of ``total`` (which may be a fraction)."""
    spread = Z * Z / total
    centre = (share + spread / 2) / (1 + spread)
    half = Z * sqrt(share * (1 - share) / total + spread / (4 * total)) / (1 + spread)
    # Rounding alone must not put 0 or 1 outside the interval of 0 or 1.
    return min(share, max(0.0, centre - half)), max(share, min(1.0, centre + half))


def share_of(clusters: Sequence[tuple[int, int]]) -> Share:
    """The share over cases, each given as (hits, total)."""
    counted = [(hits, total) for hits, total in clusters if total]
    hits, total = sum(h for h, _ in counted), sum(t for _, t in counted)
    if not total:
        return Share(hits, total, None, None, None)
    value = hits / total
    low, high = wilson(value, _effective_size(counted, value, total))
    return Share(hits, total, value, low, high)


def rate_of(clusters: Sequence[tuple[int, int]], per: int) -> Rate:
    """The rate over cases, each given as (events, base); its interval is linearised, by t."""
    counted = [(events, base) for events, base in clusters if base]
    events, base = sum(e for e, _ in counted), sum(b for _, b in counted)
    if not base:
        return Rate(events, base, per, None, None, None)
    value = events / base
    if len(counted) < 2:
        return Rate(events, base, per, value * per, None, None)
    half = t_quantile(len(counted) - 1) * sqrt(_ratio_variance(counted, value, base))
    return Rate(events, base, per, value * per, max(0.0, value - half) * per, (value + half) * per)


def t_quantile(freedom: int) -> float:
    """Student's t of a two-sided 95%: exact for 1 and 2, else by series, within 1%."""
    if freedom == 1:
        return tan(0.475 * pi)
    if freedom == 2:
        return 0.95 * sqrt(2 / (1 - 0.95 * 0.95))
    terms = (
        Z,
        (Z**3 + Z) / 4,
        (5 * Z**5 + 16 * Z**3 + 3 * Z) / 96,
        (3 * Z**7 + 19 * Z**5 + 17 * Z**3 - 15 * Z) / 384,
    )
    return sum(term / float(freedom) ** power for power, term in enumerate(terms))


def _effective_size(clusters: Sequence[tuple[int, int]], share: float, total: int) -> float:
    if len(clusters) < 2 or not 0 < share < 1:
        return total
    plain = share * (1 - share) / total
    design_effect = _ratio_variance(clusters, share, total) / plain
    corrected = (Z / t_quantile(len(clusters) - 1)) ** 2
    return total / max(1.0, design_effect) * corrected


def _ratio_variance(clusters: Sequence[tuple[int, int]], ratio: float, base: int) -> float:
    """The linearised variance of a ratio of sums over clusters."""
    count = len(clusters)
    squares = sum((events - ratio * size) ** 2 for events, size in clusters)
    return count / (count - 1) * squares / base**2
