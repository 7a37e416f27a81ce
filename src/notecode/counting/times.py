"""Months and thirds of the intervention: which there are, and which cases reach them.

Not every case could have been counted in each: one that ended in its third month is in no base of
the tenth, and one without a start in none of any.
"""

from typing import TYPE_CHECKING

from notecode.model import CodedFacts, Column, Dimension, month_of_intervention

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TIMES: tuple[Dimension, ...] = ("month", "third")
"""The dimensions that tell when in its case a note was written."""

MOST_MONTHS = 120
"""A longer range of months comes from a wrong date; its gaps are then left out of the table."""

THIRDS = frozenset(("1", "2", "3"))
_PLACE_OF_THIRD = ("before", "1", "2", "3", "after")


def months_between(months: set[int]) -> list[str]:
    """Every month from the first to the last, those without a note included."""
    if months and max(months) - min(months) < MOST_MONTHS:
        months = set(range(min(months), max(months) + 1))
    return [str(month) for month in sorted(months)]


def filled(dimension: Dimension, column: Column, facts: CodedFacts) -> Column:
    """The column with every month or third that a case reaches, whether it has notes or not."""
    import numpy as np

    if dimension == "third":
        known = sorted({*column.keys, *THIRDS} - {""}, key=_PLACE_OF_THIRD.index)
    else:
        noted = {int(key) for key in column.keys if key}
        latest = min(max({0, *noted, *_last_months(facts).values()}), MOST_MONTHS)
        known = months_between(noted | {*range(1, latest + 1)})
    keys = (*known, *(key for key in column.keys if not key))
    place = {key: at for at, key in enumerate(keys)}
    moved = np.array([place[key] for key in column.keys], dtype=np.int64)
    return Column(keys, moved[column.places])


def reached(dimension: Dimension, column: Column, facts: CodedFacts) -> "NDArray[np.bool_]":
    """Of each case (row) and key (column), whether the case could have been counted there.

    A case reaches the months from its start to its end, or without an end to its last note; the
    thirds if it has a start and an end; and whatever else it has a note in: before the start,
    after the end, not known.
    """
    import numpy as np

    noted = np.zeros((len(facts.cases), len(column.keys)), dtype=bool)
    noted[facts.note_case, column.places] = True
    ended = _last_months(facts)
    if dimension == "third":
        inside = np.array([key in THIRDS for key in column.keys], dtype=bool)
        noted[list(ended)] |= inside
        return noted
    month = np.array([int(key) if key else 0 for key in column.keys], dtype=np.int64)
    last = np.where(noted, month, 0).max(axis=1, initial=0)
    last[list(ended)] = list(ended.values())
    return np.asarray(noted | ((month >= 1) & (month <= last[:, None])))


def _last_months(facts: CodedFacts) -> dict[int, int]:
    """The months in which cases ended, by their places; of those with a start and an end."""
    return {
        case: month
        for case, (start, end) in enumerate(facts.case_dates)
        if start and end and end >= start and (month := month_of_intervention(end, start))
    }
