"""Shares of cases: their exact test and their intervals, by the functions of ``scipy.special``.

``scipy.stats`` has the same (``binomtest``, and its ``proportion_ci``), but takes longer to import
than everything else that a summary of changes needs; the tests hold these against it.
"""

import math

from notecode.analysing.inference import LEVEL

_TAIL = (1 - LEVEL) / 2


def sign_test(count: int, total: int) -> float:
    """The two-sided exact p value of ``count`` in ``total`` where either way is as likely."""
    from scipy.special import bdtr

    return min(2 * float(bdtr(min(count, total - count), total, 0.5)), 1.0)


def clopper_pearson(count: int, total: int) -> tuple[float, float]:
    """The exact interval of a share (Clopper and Pearson 1934, Biometrika 26, 404-413)."""
    from scipy.special import betaincinv

    low = float(betaincinv(count, total - count + 1, _TAIL)) if count else 0.0
    high = float(betaincinv(count + 1, total - count, 1 - _TAIL)) if count < total else 1.0
    return low, high


def wilson(count: int, total: int) -> tuple[float, float]:
    """The score interval of a share (Wilson 1927, J. Am. Statistical Association 22, 209-212)."""
    from scipy.special import ndtri

    z = float(ndtri(1 - _TAIL))
    share = count / total
    middle = share + z * z / (2 * total)
    spread = z * math.sqrt((share * (1 - share) + z * z / (4 * total)) / total)
    whole = 1 + z * z / total
    low = (middle - spread) / whole if count else 0.0
    high = (middle + spread) / whole if count < total else 1.0
    return low, high


def chi_square_tail(statistic: float, df: int) -> float:
    """The chance of a larger chi-square of so many degrees of freedom."""
    from scipy.special import chdtrc

    return float(chdtrc(df, statistic))
