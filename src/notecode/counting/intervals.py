"""Percentile bootstrap intervals: how far a count could differ with other cases like these.

Whole cases are drawn with replacement, because the notes of one case are not independent of each
other; each draw is counted anew, and the middle 95% of the draws is the interval (Efron and
Tibshirani 1993, An Introduction to the Bootstrap, chapters 6 and 13). The draws come from a seed,
so that the same project has the same intervals.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from notecode.counting.cells import Cells
from notecode.errors import UsageError
from notecode.model import Interval

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from notecode.tables import IntArray

    Draws = NDArray[np.float64]

LEVEL = 0.95
LEAST_DEFINED = 0.95
"""Of the draws at least this share must have a value, or the interval is undefined."""

MOST_PLACES = 20_000_000
"""Numbers of one kind that are held in memory at once: draws by cases, cells by cases."""

MOST_DRAWS = 2_000_000
"""Cells by resamples: each has a draw of every measure."""

NOTHING = Interval(reason="nothing is recorded, so no resample of these cases can differ")
CONSTANT = "it is the same in every case, so no resample of these cases can differ"
"""Why a number has no interval where all cases are alike: 10 of 10 is not 100% for certain."""

ONE_CASE = Interval(reason="fewer than two cases: there is nothing to draw from")


def intervals_of(
    cells: Cells,
    base: Cells,
    group_of_cell: "IntArray",
    groups_of_cases: "tuple[IntArray, IntArray]",
    *,
    resamples: int,
    seed: int,
    per_case: bool,
    strata: "IntArray | None" = None,
) -> dict[int, dict[str, Interval]]:
    """The intervals of each cell that holds something, by measure.

    ``base`` are the same references as one cell. ``groups_of_cases`` are cases, each with each
    group of cells in which it could have been counted; none else are drawn. ``per_case``: of the
    medians of references per case too, which take longest. ``strata`` has a number for each case:
    of those of one number, as many are drawn each time as there are.

    Raises:
        UsageError: if there are too many cells for the memory.

    """
    import numpy as np

    held = np.unique(cells.cell)
    drawn = np.unique(groups_of_cases[0])
    _check_room(len(held), len(drawn), resamples)
    if len(drawn) < 2:
        names = PER_CASE_MEASURES if per_case else MEASURES
        return {int(cell): dict.fromkeys(names, ONE_CASE) for cell in held}
    place = np.zeros(int(drawn[-1]) + 1, dtype=np.int64)
    place[drawn] = np.arange(len(drawn))
    amounts = _amounts(cells, held, place, len(drawn))
    whole = _amounts(base, np.unique(base.cell), place, len(drawn)).sum(axis=0)
    there = _counted_in(group_of_cell[held], groups_of_cases, place, len(drawn))
    draws: dict[str, list[Draws]] = {}
    of_drawn = np.zeros(len(drawn), dtype=np.int64) if strata is None else strata[drawn]
    for weights in _weights(of_drawn, resamples, seed):
        drawn_anew = _recounted(weights, amounts, there, whole)
        if per_case:
            drawn_anew |= _medians_drawn(weights, amounts, there)
        for measure, values in drawn_anew.items():
            draws.setdefault(measure, []).append(values)
    ends = {
        measure: _percentiles(np.concatenate(parts), may_stand=measure.startswith("median"))
        for measure, parts in draws.items()
    }
    return {
        int(cell): {measure: intervals[at] for measure, intervals in ends.items()}
        for at, cell in enumerate(held)
    }


def _amounts(cells: Cells, held: "IntArray", place: "IntArray", drawn: int) -> "Draws":
    """The references of each case in each of the cells held: cells by cases drawn."""
    import numpy as np

    amounts = np.zeros((len(held), drawn))
    amounts[np.searchsorted(held, cells.cell), place[cells.case]] = cells.references
    return amounts


def _counted_in(
    group_of_held: "IntArray",
    groups_of_cases: "tuple[IntArray, IntArray]",
    place: "IntArray",
    drawn: int,
) -> "NDArray[np.float64]":
    """1 where a case could have been counted in a cell, else 0: cells by cases drawn."""
    import numpy as np

    case, group = groups_of_cases
    groups, group_at = np.unique(group_of_held, return_inverse=True)
    known = np.isin(group, groups)
    could = np.zeros((len(groups), drawn))
    could[np.searchsorted(groups, group[known]), place[case[known]]] = 1
    there: NDArray[np.float64] = could[group_at]
    return there


def _check_room(cells: int, cases: int, resamples: int) -> None:
    """Refuse what the memory would not hold."""
    most = min(MOST_DRAWS // resamples, MOST_PLACES // max(cases, 1))
    if cells > most:
        raise UsageError(
            f"intervals for {cells:,} cells from {resamples:,} resamples are too many",
            hint=f"at most {most:,} cells: count by fewer dimensions, or take fewer resamples",
        )


MEASURES = ("references", "share", "cases", "share_of_cases", "mean_with", "mean_all")
"""The measures that have intervals."""

PER_CASE_MEASURES = (*MEASURES, "median_with", "median_all")
"""The same where references per case are asked for."""


def _weights(strata: "IntArray", resamples: int, seed: int) -> "Iterator[Draws]":
    """How often each case is drawn in each resample, some resamples at a time.

    In place of a case one of its stratum is drawn.
    """
    import numpy as np

    dice = np.random.default_rng(seed)
    cases = len(strata)
    groups = [np.flatnonzero(strata == stratum) for stratum in np.unique(strata)]
    at_once = max(1, MOST_PLACES // cases)
    for first in range(0, resamples, at_once):
        size = min(at_once, resamples - first)
        drawn = np.empty((size, cases), dtype=np.int64)
        for group in groups:
            drawn[:, group] = group[dice.integers(0, len(group), size=(size, len(group)))]
        drawn += cases * np.arange(size)[:, None]
        yield np.bincount(drawn.ravel(), minlength=size * cases).reshape(size, cases).astype(float)


def _recounted(
    weights: "Draws", amounts: "Draws", there: "Draws", whole: "Draws"
) -> "dict[str, Draws]":
    """Every measure of every cell in every resample; undefined is not a number."""
    import numpy as np

    references = weights @ amounts.T
    cases = weights @ (amounts > 0).T.astype(float)
    bases = weights @ there.T
    total = (weights @ whole)[:, None]
    with np.errstate(divide="ignore", invalid="ignore"):
        return {
            "references": references,
            "share": references / np.where(total > 0, total, np.nan),
            "cases": cases,
            "share_of_cases": cases / np.where(bases > 0, bases, np.nan),
            "mean_with": references / np.where(cases > 0, cases, np.nan),
            "mean_all": references / np.where(bases > 0, bases, np.nan),
        }


def _medians_drawn(weights: "Draws", amounts: "Draws", there: "Draws") -> "dict[str, Draws]":
    """The medians of every cell in every resample."""
    import numpy as np

    # Small whole numbers are exact in single precision, and twice as fast.
    single = weights.astype(np.float32)
    return {
        "median_with": _medians(single, amounts, amounts > 0),
        "median_all": _medians(single, amounts, there > 0),
    }


def _medians(weights: "NDArray[np.float32]", amounts: "Draws", counted: "NDArray[Any]") -> "Draws":
    """The median amount of the cases counted, for each resample and cell."""
    import numpy as np

    medians = np.full((len(weights), len(amounts)), np.nan)
    for cell, (amount, of) in enumerate(zip(amounts, counted, strict=True)):
        values, place = np.unique(amount[of], return_inverse=True)
        if not len(values):
            continue
        # Cases of the same amount are drawn as one: few amounts differ, however many cases.
        same = np.zeros((weights.shape[1], len(values)), dtype=np.float32)
        same[np.flatnonzero(of), place] = 1
        upto = np.cumsum(weights @ same, axis=1)
        size = upto[:, -1:]
        low = (upto > (size - 1) // 2).argmax(axis=1)
        high = (upto > size // 2).argmax(axis=1)
        medians[:, cell] = np.where(size[:, 0] > 0, (values[low] + values[high]) / 2, np.nan)
    return medians


def _percentiles(draws: "Draws", *, may_stand: bool) -> list[Interval]:
    """The middle of the draws of each cell; none where all are alike, unless they ``may_stand``.

    Medians are often alike in all draws without all cases being so.
    """
    import numpy as np

    tail = (1 - LEVEL) / 2
    defined = ~np.isnan(draws)
    intervals = []
    for cell, known in enumerate(defined.T):
        if known.mean() < LEAST_DEFINED:
            undefined = int((~known).sum())
            intervals.append(
                Interval(
                    reason=f"{undefined:,} of {len(known):,} resamples have no case to divide by"
                )
            )
            continue
        found = draws[known, cell]
        if not may_stand and np.isclose(found.min(), found.max(), rtol=1e-12, atol=0):
            intervals.append(Interval(reason=CONSTANT))
            continue
        low, high = np.quantile(found, (tail, 1 - tail))
        intervals.append(Interval(float(low), float(high)))
    return intervals
