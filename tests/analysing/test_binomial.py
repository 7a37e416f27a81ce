"""Shares of cases against scipy.stats, which has the same and is not imported for them."""

import subprocess
import sys

import pytest
from scipy.stats import binomtest, chi2

from notecode.analysing.binomial import chi_square_tail, clopper_pearson, sign_test, wilson

SHARES = [(count, total) for total in (1, 2, 5, 9, 24, 150) for count in range(total + 1)]


def test_they_are_what_scipy_says() -> None:
    for count, total in SHARES:
        whole = binomtest(count, total)
        exact, score = (whole.proportion_ci(0.95, method) for method in ("exact", "wilson"))
        assert sign_test(count, total) == pytest.approx(float(whole.pvalue), rel=1e-9)
        assert clopper_pearson(count, total) == pytest.approx((exact.low, exact.high), abs=1e-9)
        assert wilson(count, total) == pytest.approx((score.low, score.high), abs=1e-9)


@pytest.mark.parametrize(("statistic", "df"), [(0, 1), (0.5, 1), (3.84, 1), (40, 3)])
def test_the_tail_of_chi_square(statistic: float, df: int) -> None:
    assert chi_square_tail(statistic, df) == pytest.approx(float(chi2.sf(statistic, df)), rel=1e-9)


def test_a_change_is_tested_without_the_long_import() -> None:
    said = (
        "import sys; from notecode.analysing.association import mcnemar;"
        " from notecode.analysing.effects import paired_difference, paired_odds_ratio;"
        " mcnemar(3, 9); mcnemar(30, 9); paired_difference(3, 4, 5, 6); paired_odds_ratio(3, 9);"
        " print('scipy.stats' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
