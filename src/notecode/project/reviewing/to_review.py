"""What is left to review: every note with the reasons to look at it, the riskiest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from notecode.anonymising.flags import GUESS, INITIAL, LISTED, SHARED
from notecode.anonymising.review.rulings import LOST, OUT_OF_REACH, YIELDED
from notecode.anonymising.words.unlisted import ALIKE, UNKNOWN
from notecode.project.project import Project
from notecode.store import review
from notecode.store.connection import Database
from notecode.store.notes import load_flags
from notecode.store.review import ReviewProgress, ReviewRow

ReviewOnly = Literal["all", "unreviewed", "flagged"]
"""All notes, those that nobody has reviewed as they are, or those with a flag."""

REFUSED = "an export that quoted this was refused, as it looks like an identifier: mask it"
"""Why a place is flagged that nobody has doubted, until an export was to quote it."""

_WEIGHTS = {
    REFUSED: 100,
    LOST: 10,
    YIELDED: 10,
    OUT_OF_REACH: 4,
    INITIAL: 4,
    LISTED: 3,
    UNKNOWN: 2,
    ALIKE: 2,
    SHARED: 1,
}
_OTHER = 1
_CHANGED = 6
_UNMASKED_LONG = 5
_LOW = 1
_LONG_NOTE = 40
_LOW_SCORE = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """One note of the review: what is known of it, how risky it is, and why.

    ``places`` are its flags as (start, end, reason); no text is in it.
    """

    row: ReviewRow
    risk: int
    why: tuple[str, ...]
    places: tuple[tuple[int, int, str], ...] = ()


def risk_of(row: ReviewRow) -> int:
    """How much a note needs to be looked at; 0 for one in which nothing is doubtful."""
    flags = sum(_WEIGHTS.get(reason, _OTHER) * count for reason, count in row.reasons.items())
    return (
        flags
        + _CHANGED * (row.state == "changed")
        + _UNMASKED_LONG * (row.masks == 0 and row.words >= _LONG_NOTE)
        + _LOW * (row.lowest < _LOW_SCORE)
    )


def why(row: ReviewRow) -> tuple[str, ...]:
    """The reasons to look at a note, in words without text of it."""
    said = [f"{count} × {reason}" for reason, count in row.reasons.items()]
    if row.state == "changed":
        said.insert(0, "its text changed after it was reviewed")
    if row.masks == 0 and row.words >= _LONG_NOTE:
        said.append(f"nothing masked in {row.words} words")
    if row.lowest < _LOW_SCORE and GUESS not in row.reasons:
        said.append(f"masked on a guess, score {row.lowest:.2f}")
    return tuple(said)


def by_risk(rows: Iterable[ReviewRow]) -> list[ReviewRow]:
    """The riskiest first, those that nobody has reviewed before those reviewed."""
    return sorted(
        rows, key=lambda r: (r.state == "reviewed", -risk_of(r), r.case_id, r.date, r.note_id)
    )


def selected(rows: Iterable[ReviewRow], only: ReviewOnly) -> list[ReviewRow]:
    """The rows that pass the filter."""
    if only == "unreviewed":
        return [row for row in rows if row.state != "reviewed"]
    return [row for row in rows if only == "all" or row.flags]


def what_is_left(project: Project) -> tuple[ReviewProgress, list[Left]]:
    """Notes that are not reviewed or have a flag, the riskiest first, and how far it all is.

    Raises:
        ProjectError: if no notes are stored yet.

    """
    with project.database() as db:
        rows = [r for r in by_risk(review.review_rows(db)) if r.state != "reviewed" or r.flags]
        return review.progress(db), _left(db, rows)


def _left(db: Database, rows: Sequence[ReviewRow]) -> list[Left]:
    return [
        Left(
            row=row,
            risk=risk_of(row),
            why=why(row),
            places=tuple(
                (flag.span.start, flag.span.end, flag.reason)
                for flag in (load_flags(db, row.note_id) if row.flags else ())
            ),
        )
        for row in rows
    ]
