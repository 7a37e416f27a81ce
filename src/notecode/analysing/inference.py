"""What a test and an estimate give: a p value or an interval, or the reason why there is none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

LEVEL = 0.95
"""The confidence level of every interval."""

Scale = Literal["ratio", "share", "number"]
"""How an estimate reads: a ratio around 1, a share or difference of shares, or a plain number."""

Correction = Literal["holm", "bh", "none"]
"""How p values are adjusted when several tests are run: Holm, Benjamini-Hochberg, not at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignificanceTest:
    """One two-sided test: its name, its p value, and why this test and no other.

    ``p`` is None where the test is undefined, for the ``reason`` given. ``adjusted`` is the p
    value after correction for all tests of the run, or None if it was not adjusted.
    """

    name: str
    why: str = ""
    p: float | None = None
    statistic: float | None = None
    symbol: str = ""
    df: int | None = None
    adjusted: float | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """An effect size with its 95% interval, and what the interval is called.

    ``about`` says what is compared with what, and in which direction.
    ``value`` is None where it is undefined; ``low`` and ``high`` are None where there is no
    interval. The ``reason`` says why. An end may be infinite.
    """

    name: str
    scale: Scale
    about: str = ""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    method: str = ""
    reason: str = ""


def undefined(name: str, scale: Scale, reason: str) -> Estimate:
    """An effect size that these figures do not define."""
    return Estimate(name=name, scale=scale, reason=reason)


def holm(values: Sequence[float]) -> list[float]:
    """P values adjusted by Holm's step-down method, in the order given.

    The smallest is multiplied by how many there are, the next by one less, and so on; none
    becomes smaller than the one before it. Source: Holm (1979), A simple sequentially rejective
    multiple test procedure, Scandinavian Journal of Statistics 6, 65-70. scipy has no function
    for it.
    """
    adjusted = [0.0] * len(values)
    largest = 0.0
    for place, index in enumerate(sorted(range(len(values)), key=lambda i: values[i])):
        largest = max(largest, min(1.0, values[index] * (len(values) - place)))
        adjusted[index] = largest
    return adjusted


def adjust(tests: Sequence[SignificanceTest], correction: Correction) -> list[SignificanceTest]:
    """The tests with their adjusted p values; undefined ones are no part of the family.

    A single test is not adjusted. "bh" controls the false discovery rate (Benjamini and
    Hochberg, 1995), "holm" the chance of any false positive.
    """
    places = [place for place, test in enumerate(tests) if test.p is not None]
    values = [test.p for test in tests if test.p is not None]
    if correction == "none" or len(values) < 2:
        return list(tests)
    if correction == "holm":
        adjusted = holm(values)
    else:
        from scipy.stats import false_discovery_control

        adjusted = [float(p) for p in false_discovery_control(values, method="bh")]
    by_place = dict(zip(places, adjusted, strict=True))
    return [replace(test, adjusted=by_place.get(place)) for place, test in enumerate(tests)]
