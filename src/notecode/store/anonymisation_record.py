"""What was replaced, flagged and reviewed, counted for the record of an ethics file."""

from dataclasses import dataclass

from notecode.store import review
from notecode.store.connection import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCounts:
    """One case: how much there is of it, and how far its review is."""

    case_id: str
    settings: str
    finished: str
    notes: int
    words: int
    flags: int
    reviewed: int
    signed_off_by: str
    signed_off_at: str
    changed_since_sign_off: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewerCounts:
    """One reviewer: notes looked at, decisions by action, and first and last day."""

    reviewer: str
    notes: int
    decisions: dict[str, int]
    first: str
    last: str


def case_counts(db: Database) -> list[CaseCounts]:
    """Every anonymised case, by id. Words are counted in the anonymised text."""
    rows = db.rows(
        "SELECT a.case_id, a.settings, a.finished, count(n.id) AS notes,"
        " coalesce(sum(length(n.text) - length(replace(n.text, ' ', '')) + 1), 0) AS words,"
        " (SELECT count(*) FROM flags f JOIN notes o ON o.id = f.note_id"
        " WHERE o.case_id = a.case_id) AS flags, coalesce(sum(r.state = 'reviewed'), 0)"
        " AS reviewed, coalesce(s.reviewer, '') AS signed_off_by, coalesce(s.at, '')"
        " AS signed_off_at FROM anonymised_cases a LEFT JOIN notes n ON n.case_id = a.case_id"
        " LEFT JOIN note_reviews r ON r.note_id = n.id"
        " LEFT JOIN case_sign_offs s ON s.case_id = a.case_id"
        " GROUP BY a.case_id ORDER BY a.case_id"
    )
    changed = review.no_longer_signed_off(db)
    return [
        CaseCounts(**dict(row), changed_since_sign_off=row["case_id"] in changed) for row in rows
    ]


def masks_by_case(db: Database) -> list[tuple[str, str, int]]:
    """Case, identifier type and number of replacements."""
    rows = db.rows(
        "SELECT n.case_id, m.type, count(*) FROM masks m JOIN notes n ON n.id = m.note_id"
        " GROUP BY n.case_id, m.type ORDER BY n.case_id, m.type"
    )
    return [(row[0], row[1], row[2]) for row in rows]


def masks_by_recogniser(db: Database) -> list[tuple[str, int]]:
    """What found the replacements, the most frequent first."""
    rows = db.rows("SELECT recogniser, count(*) FROM masks GROUP BY recogniser ORDER BY 2 DESC, 1")
    return [(row[0], row[1]) for row in rows]


def reviewer_counts(db: Database) -> list[ReviewerCounts]:
    """Everybody who reviewed, by name; decisions that were taken back are left out."""
    decisions: dict[str, dict[str, int]] = {}
    for row in db.rows(
        "SELECT reviewer, action, count(*) FROM mask_decisions WHERE state = 'active'"
        " GROUP BY reviewer, action ORDER BY reviewer, action"
    ):
        decisions.setdefault(row[0], {})[row[1]] = row[2]
    rows = db.rows(
        "SELECT reviewer, sum(note) AS notes, min(at) AS first, max(at) AS last FROM"
        " (SELECT reviewer, at, 1 AS note FROM note_reviews UNION ALL"
        " SELECT reviewer, at, 0 FROM mask_decisions WHERE state = 'active' UNION ALL"
        " SELECT reviewer, at, 0 FROM case_sign_offs) GROUP BY reviewer ORDER BY reviewer"
    )
    return [
        ReviewerCounts(
            reviewer=row["reviewer"],
            notes=row["notes"],
            decisions=decisions.get(row["reviewer"], {}),
            first=row["first"],
            last=row["last"],
        )
        for row in rows
    ]
