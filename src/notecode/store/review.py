"""Decisions of the review, which notes a person has looked at, which cases are signed off.

A decision lies on the text as it stands: a masked word by its tag, a word let stand by itself.
So the log says what was decided, by whom and where, and nothing of what was masked.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from notecode.decisions import DecisionPlace, MaskDecision
from notecode.model import Span
from notecode.store.connection import Database

State = Literal["active", "undone", "dropped"]
"""In force; taken back, to be redone; taken back for good."""

ReviewState = Literal["unreviewed", "reviewed", "changed"]
"""Whether a person has looked at a note; ``changed``: yes, but its text was another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """What is known of one note before a person looks at it.

    ``lowest`` is the lowest score among its masks (1.0 without any); ``reasons`` counts its open
    flags by reason.
    """

    note_id: str
    case_id: str
    date: str
    words: int
    masks: int
    lowest: float
    reasons: dict[str, int]
    state: ReviewState
    digest: str

    @property
    def id(self) -> str:
        """The note's id."""
        return self.note_id

    @property
    def flags(self) -> int:
        """Open flags."""
        return sum(self.reasons.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewProgress:
    """How far the review is."""

    notes: int
    reviewed: int
    flags: int
    cases: int
    signed_off: int
    no_longer_signed_off: int = 0


def add_decision(db: Database, decision: MaskDecision, now: str) -> None:
    """Store a decision and its event, inside ``writing``; what was undone is dropped for good."""
    drop_undone(db, decision.reviewer)
    d = decision
    db.execute(
        "INSERT INTO mask_decisions (id, case_id, note_id, action, everywhere, type, tag, reason,"
        " deliberate, reviewer, at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'active')",
        (
            *(d.id, d.case_id, d.note_id, d.action, int(d.everywhere), d.type, d.tag, d.reason),
            *(int(d.deliberate), d.reviewer, d.at),
        ),
    )
    log_review(db, decision.reviewer, decision.note_id, wording(decision), now)


def drop_undone(db: Database, reviewer: str) -> None:
    """What this reviewer took back cannot be redone any more, inside ``writing``."""
    for decision in load_decisions(db, state="undone", reviewer=reviewer):
        _set_state(db, decision.id, "dropped")
        db.execute("DELETE FROM mask_decision_places WHERE decision_id = ?", (decision.id,))


def wording(decision: MaskDecision) -> str:
    """What was decided, in words that hold no original."""
    said = {
        "mask": f"masked as {decision.tag or decision.type}",
        "unmask": "let stand as no identifier",
        "retype": f"mask made {decision.tag or decision.type}",
        "person": f"mask made that of {decision.tag}",
        "dismiss": "doubt dismissed",
    }[decision.action]
    return said + (f", everywhere in case {decision.case_id}" if decision.everywhere else "")


def step_decision(db: Database, decision: MaskDecision, after: State, now: str) -> bool:
    """Undo or redo a decision, inside ``writing``; False if it is in that state already."""
    before = "undone" if after == "active" else "active"
    if not db.execute(
        "UPDATE mask_decisions SET state = ? WHERE id = ? AND state = ?",
        (after, decision.id, before),
    ):
        return False
    verb = "redone" if after == "active" else "undone"
    log_review(db, decision.reviewer, decision.note_id, f"{verb}: {wording(decision)}", now)
    return True


def _set_state(db: Database, decision_id: str, state: State) -> None:
    db.execute("UPDATE mask_decisions SET state = ? WHERE id = ?", (state, decision_id))


def save_places(db: Database, decisions: Iterable[MaskDecision]) -> None:
    """Store where these decisions lie now, inside ``writing``."""
    for decision in decisions:
        db.execute("DELETE FROM mask_decision_places WHERE decision_id = ?", (decision.id,))
        db.execute_many(
            "INSERT OR IGNORE INTO mask_decision_places (decision_id, note_id, start, "
            '"end") VALUES (?, ?, ?, ?)',
            [
                (
                    decision.id,
                    place.note_id,
                    place.span.start if place.span else None,
                    place.span.end if place.span else None,
                )
                for place in decision.places
            ],
        )


def load_decisions(
    db: Database, *, case_id: str = "", state: State = "active", reviewer: str = ""
) -> list[MaskDecision]:
    """Decisions of one case or of all, of one reviewer or of all, the oldest first."""
    rows = db.rows(
        "SELECT * FROM mask_decisions WHERE state = :state AND :case IN ('', case_id)"
        " AND :reviewer IN ('', reviewer) ORDER BY rowid",
        {"state": state, "case": case_id, "reviewer": reviewer},
    )
    decisions = [
        MaskDecision(
            id=row["id"],
            case_id=row["case_id"],
            note_id=row["note_id"],
            action=row["action"],
            everywhere=bool(row["everywhere"]),
            type=row["type"],
            tag=row["tag"],
            reason=row["reason"],
            deliberate=bool(row["deliberate"]),
            reviewer=row["reviewer"],
            at=row["at"],
        )
        for row in rows
    ]
    places = _places_of(db, [decision.id for decision in decisions])
    return [replace(d, places=tuple(places.get(d.id, ()))) for d in decisions]


def _places_of(db: Database, ids: Sequence[str]) -> dict[str, list[DecisionPlace]]:
    """Where each decision lies, the place where it was made first."""
    rows = db.rows(
        'SELECT p.decision_id, p.note_id, p.start, p."end" FROM mask_decision_places p'
        " JOIN mask_decisions d ON d.id = p.decision_id"
        " WHERE p.decision_id IN (SELECT value FROM json_each(?))"
        " ORDER BY p.note_id != d.note_id, p.rowid",
        (json.dumps(list(ids)),),
    )
    places: dict[str, list[DecisionPlace]] = {}
    for row in rows:
        span = None if row["start"] is None else Span(row["start"], row["end"])
        places.setdefault(row["decision_id"], []).append(DecisionPlace(row["note_id"], span))
    return places


def mark_reviewed(db: Database, note_id: str, reviewer: str, now: str) -> None:
    """A person has looked at the whole note, inside ``writing``."""
    db.execute(
        "INSERT INTO note_reviews (note_id, state, reviewer, at) VALUES (?, 'reviewed', ?, ?)"
        " ON CONFLICT (note_id) DO UPDATE SET state = 'reviewed', reviewer = excluded.reviewer,"
        " at = excluded.at",
        (note_id, reviewer, now),
    )
    log_review(db, reviewer, note_id, "note reviewed", now)


def unmark_reviewed(db: Database, note_id: str, reviewer: str, now: str) -> None:
    """The note is to be looked at again, inside ``writing``; its case is then open again."""
    db.execute("DELETE FROM note_reviews WHERE note_id = ?", (note_id,))
    log_review(db, reviewer, note_id, "note no longer counts as reviewed", now)
    withdraw_sign_off(
        db, str(db.value("SELECT case_id FROM notes WHERE id = ?", (note_id,))), reviewer, now
    )


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark on a note or case as it is stored: its state ("" on a case), by whom and when."""

    state: str
    reviewer: str
    at: str


def load_mark(db: Database, note_id: str) -> Mark | None:
    """Whether and by whom a note was reviewed."""
    rows = db.rows("SELECT state, reviewer, at FROM note_reviews WHERE note_id = ?", (note_id,))
    return Mark(*rows[0]) if rows else None


def restore_mark(db: Database, note_id: str, mark: Mark | None, reviewer: str, now: str) -> None:
    """Put the mark of a note back as it was, inside ``writing``."""
    if mark is None or mark.state != "reviewed":
        unmark_reviewed(db, note_id, reviewer, now)
    if mark is not None:
        db.execute(
            "INSERT OR REPLACE INTO note_reviews (note_id, state, reviewer, at)"
            " VALUES (?, ?, ?, ?)",
            (note_id, mark.state, mark.reviewer, mark.at),
        )
        log_review(db, reviewer, note_id, "mark of the note as before", now)


def load_sign_off(db: Database, case_id: str) -> Mark | None:
    """Who signed off a case, and when."""
    rows = db.rows("SELECT '', reviewer, at FROM case_sign_offs WHERE case_id = ?", (case_id,))
    return Mark(*rows[0]) if rows else None


def restore_sign_off(
    db: Database, case_id: str, mark: Mark | None, reviewer: str, now: str
) -> None:
    """Put the sign-off of a case back as it was, inside ``writing``."""
    if mark is None:
        withdraw_sign_off(db, case_id, reviewer, now)
        return
    sign_off(db, case_id, mark.reviewer, mark.at)


def text_changed(db: Database, note_id: str) -> None:
    """A note has a new text that no decision of the review gave it, inside ``writing``."""
    db.execute("UPDATE note_reviews SET state = 'changed' WHERE note_id = ?", (note_id,))


Contents = frozenset[tuple[str, str, int, int, str]]
"""The notes of a case with their digests, and their flags: what a sign-off answers for."""


def contents(db: Database, case_id: str) -> Contents:
    """The notes and flags of a case as they are stored now."""
    rows = db.rows(
        "SELECT id, sha256, 0, 0, '' FROM notes WHERE case_id = :case UNION ALL"
        " SELECT n.id, '', f.start, f.\"end\", f.reason FROM flags f"
        " JOIN notes n ON n.id = f.note_id WHERE n.case_id = :case",
        {"case": case_id},
    )
    return frozenset((row[0], row[1], row[2], row[3], row[4]) for row in rows)


def drop_stale_sign_off(db: Database, case_id: str, before: Contents, now: str) -> None:
    """Drop a sign-off if the case has new notes, texts or flags since, inside ``writing``."""
    if contents(db, case_id) - before and db.execute(
        "DELETE FROM case_sign_offs WHERE case_id = ?", (case_id,)
    ):
        log_review(db, "", None, f"case {case_id}{_NO_LONGER}", now)


_NO_LONGER = " is no longer signed off: its notes or flags have changed"


def is_no_longer_signed_off(db: Database, case_id: str) -> bool:
    """Whether the case was signed off, and was changed since."""
    return case_id in no_longer_signed_off(db)


def no_longer_signed_off(db: Database) -> frozenset[str]:
    """Ids of the cases that were signed off, were changed since, and not signed off again."""
    return frozenset(
        row[0]
        for row in db.rows(
            "SELECT c.id FROM cases c JOIN events e ON e.action = 'review' AND e.note_id IS NULL"
            " AND e.summary = 'case ' || c.id || ?"
            " WHERE c.id NOT IN (SELECT case_id FROM case_sign_offs)"
            " AND NOT EXISTS (SELECT 1 FROM events l WHERE l.id > e.id AND l.action = 'review'"
            " AND l.note_id IS NULL AND l.summary = 'case ' || c.id || ' signed off')",
            (_NO_LONGER,),
        )
    )


def sign_off(db: Database, case_id: str, reviewer: str, now: str) -> None:
    """A person answers for the whole case, inside ``writing``."""
    db.execute(
        "INSERT INTO case_sign_offs (case_id, reviewer, at) VALUES (?, ?, ?)"
        " ON CONFLICT (case_id) DO UPDATE SET reviewer = excluded.reviewer, at = excluded.at",
        (case_id, reviewer, now),
    )
    log_review(db, reviewer, None, f"case {case_id} signed off", now)


def withdraw_sign_off(db: Database, case_id: str, reviewer: str, now: str) -> None:
    """The case is open again, inside ``writing``; nothing happens if it was not signed off."""
    if db.execute("DELETE FROM case_sign_offs WHERE case_id = ?", (case_id,)):
        log_review(db, reviewer, None, f"sign-off of case {case_id} withdrawn", now)


def signed_off(db: Database) -> dict[str, str]:
    """Who signed off each case, by case id."""
    return {r[0]: r[1] for r in db.rows("SELECT case_id, reviewer FROM case_sign_offs")}


def log_review(db: Database, reviewer: str, note_id: str | None, summary: str, now: str) -> None:
    """Add a line on the review to the event log, inside ``writing``."""
    db.execute(
        "INSERT INTO events (at, coder, action, note_id, summary, state)"
        " VALUES (?, ?, 'review', ?, ?, 'logged')",
        (now, reviewer, note_id, summary),
    )


_ROWS = (
    "SELECT n.id, n.case_id, coalesce(n.date, '') AS date, n.sha256,"
    " length(n.text) - length(replace(n.text, ' ', '')) + 1 AS words,"
    " (SELECT count(*) FROM masks m WHERE m.note_id = n.id) AS masks,"
    " (SELECT coalesce(min(m.score), 1.0) FROM masks m WHERE m.note_id = n.id) AS lowest,"
    " coalesce((SELECT json_group_object(reason, number) FROM (SELECT reason, count(*) AS number"
    " FROM flags f WHERE f.note_id = n.id GROUP BY reason)), '{}') AS reasons,"
    " coalesce(r.state, 'unreviewed') AS state"
    " FROM notes n LEFT JOIN note_reviews r ON r.note_id = n.id"
)


def review_rows(db: Database, note_ids: Sequence[str] | None = None) -> list[ReviewRow]:
    """What is known of these notes, or of all, in reading order."""
    where = "" if note_ids is None else " WHERE n.id IN (SELECT value FROM json_each(?))"
    parameters = () if note_ids is None else (json.dumps(list(note_ids)),)
    rows = db.rows(f"{_ROWS}{where} ORDER BY n.case_id, n.date, n.id", parameters)
    return [
        ReviewRow(
            note_id=row["id"],
            case_id=row["case_id"],
            date=row["date"],
            words=row["words"],
            masks=row["masks"],
            lowest=row["lowest"],
            reasons=json.loads(row["reasons"]),
            state=row["state"],
            digest=row["sha256"],
        )
        for row in rows
    ]


def flagged_notes(db: Database) -> frozenset[str]:
    """Ids of the notes with an open flag."""
    return frozenset(row[0] for row in db.rows("SELECT DISTINCT note_id FROM flags"))


def reviewed_notes(db: Database) -> frozenset[str]:
    """Ids of the notes that somebody has reviewed as they are."""
    rows = db.rows("SELECT note_id FROM note_reviews WHERE state = 'reviewed'")
    return frozenset(row[0] for row in rows)


def progress(db: Database) -> ReviewProgress:
    """How far the review of the whole project is."""
    row = db.rows(
        "SELECT (SELECT count(*) FROM notes) AS notes, (SELECT count(*) FROM note_reviews"
        " WHERE state = 'reviewed') AS reviewed, (SELECT count(*) FROM flags) AS flags,"
        " (SELECT count(*) FROM cases) AS cases, (SELECT count(*) FROM case_sign_offs) AS signed"
    )[0]
    return ReviewProgress(
        notes=row["notes"],
        reviewed=row["reviewed"],
        flags=row["flags"],
        cases=row["cases"],
        signed_off=row["signed"],
        no_longer_signed_off=len(no_longer_signed_off(db)),
    )
