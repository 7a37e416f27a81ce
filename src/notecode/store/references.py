"""Coded references: applying a change with its event in one transaction, undo and redo."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from sqlite3 import Row
from typing import Any

from notecode.errors import CodingError, ConflictError
from notecode.model import Change, Decision, DecisionChange, Reference, Span
from notecode.store.connection import Database

_SELECT = (
    "SELECT r.*, coalesce((SELECT group_concat(agency, ';') FROM (SELECT agency FROM"
    " reference_agencies WHERE reference_id = r.id ORDER BY agency)), '') AS agencies"
    " FROM coded_references r "
)


def add_coder(db: Database, name: str, now: str) -> None:
    """Make the coder known; nothing happens if they are."""
    if db.value("SELECT 1 FROM coders WHERE name = ?", (name,)) is None:
        with db.writing():
            db.execute("INSERT OR IGNORE INTO coders (name, first_seen) VALUES (?, ?)", (name, now))


def coders(db: Database) -> dict[str, int]:
    """Coders who have coded, with their number of references, by name."""
    rows = db.rows("SELECT coder, count(*) FROM coded_references GROUP BY coder ORDER BY coder")
    return {row[0]: row[1] for row in rows}


def known_coders(db: Database) -> list[str]:
    """Everybody who ever opened the coder, whether they coded or not, by name."""
    return [row[0] for row in db.rows("SELECT name FROM coders ORDER BY name")]


def references_on(db: Database, note_id: str, coder: str) -> tuple[Reference, ...]:
    """One coder's references on one note, in order."""
    rows = db.rows(
        _SELECT + 'WHERE r.note_id = ? AND r.coder = ? ORDER BY r.start, r."end", r.code',
        (note_id, coder),
    )
    return tuple(_reference(row) for row in rows)


def all_references_on(db: Database, note_id: str) -> tuple[Reference, ...]:
    """Everybody's references on one note, in order."""
    rows = db.rows(
        _SELECT + 'WHERE r.note_id = ? ORDER BY r.start, r."end", r.code, r.coder', (note_id,)
    )
    return tuple(_reference(row) for row in rows)


def load_reference(db: Database, reference_id: str) -> Reference | None:
    """One reference, or None if there is none of this id."""
    rows = db.rows(_SELECT + "WHERE r.id = ?", (reference_id,))
    return _reference(rows[0]) if rows else None


def load_references(db: Database, coder: str = "") -> list[Reference]:
    """All references, or one coder's, in reading order."""
    rows = db.rows(
        _SELECT + "JOIN notes n ON n.id = r.note_id WHERE ? IN ('', r.coder)"
        ' ORDER BY n.case_id, n.date, n.id, r.start, r."end", r.code, r.coder',
        (coder,),
    )
    return [_reference(row) for row in rows]


def apply_change(db: Database, change: Change, now: str) -> None:
    """Store a change and its event, or nothing.

    What had been undone before it can no longer be redone, and stays in the log as dropped.

    Raises:
        CodingError: if the same code lies on the same span already.
        ConflictError: if what the change takes away is no longer as it was.

    """
    with db.writing():
        _apply(db, change)
        db.execute(
            "UPDATE events SET state = 'dropped' WHERE coder = ? AND state = 'undone'",
            (change.coder,),
        )
        db.execute(
            "INSERT INTO events (at, coder, action, note_id, summary, change, state)"
            " VALUES (?, ?, ?, ?, ?, ?, 'done')",
            (
                now,
                change.coder,
                change.action,
                change.note_id,
                change.summary,
                json.dumps(asdict(change)),
            ),
        )


def add_references(db: Database, references: Sequence[Reference], summary: str, now: str) -> None:
    """Store many references at once, as one logged event that is not for undo.

    Those whose coder, span and code are there already are passed over.
    """
    with db.writing():
        for reference in references:
            if _same_code(db, reference) is None:
                _insert(db, reference)
        db.execute(
            "INSERT INTO events (at, coder, action, summary, state)"
            " VALUES (?, ?, 'add references', ?, 'logged')",
            (now, references[0].coder if references else "", summary),
        )


def undo(db: Database, coder: str, now: str) -> Change | None:
    """Take back this coder's last action that stands; returns it inverted, or None."""
    return _step(db, coder, now, before="done", after="undone")


def redo(db: Database, coder: str, now: str) -> Change | None:
    """Do again what this coder last undid; returns it, or None."""
    return _step(db, coder, now, before="undone", after="done")


def _step(db: Database, coder: str, now: str, *, before: str, after: str) -> Change | None:
    """Move the newest undoable, or the oldest undone, event to its other state.

    Raises:
        ConflictError: if that is no longer possible; the event is then passed over for good, so
            that it does not stand in the way of those before it.

    """
    order = "DESC" if before == "done" else "ASC"
    found = db.rows(
        "SELECT id, note_id, summary, change FROM events WHERE coder = ? AND state = ?"
        f" ORDER BY id {order} LIMIT 1",
        (coder, before),
    )
    if not found:
        return None
    event, note_id, summary, logged = found[0]
    verb = "undo" if after == "undone" else "redo"
    if logged is None:
        with db.writing():
            _move_event(db, event, before, "dropped")
        raise _no_way_back(verb, note_id, summary, "its place in the note's new text is not known")
    change = _change(json.loads(logged))
    if after == "undone":
        change = change.inverse()
    try:
        with db.writing():
            _apply(db, change)
            if not _move_event(db, event, before, after):
                raise ConflictError(f"another window was quicker with this {verb}")
            db.execute(
                "INSERT INTO events (at, coder, action, note_id, summary, state)"
                " VALUES (?, ?, ?, ?, ?, 'logged')",
                (now, coder, verb, change.note_id, change.summary),
            )
    except (CodingError, ConflictError) as error:
        with db.writing():
            _move_event(db, event, before, "dropped")
        raise _no_way_back(verb, change.note_id, change.summary, error.what) from error
    return change


def _no_way_back(verb: str, note_id: str, summary: str, reason: str) -> ConflictError:
    return ConflictError(
        f"{summary}: {reason}, so there is no {verb} for it any more",
        where=f"note {note_id}",
        hint="It is passed over; the next one goes further back.",
    )


def _move_event(db: Database, event: int, before: str, after: str) -> bool:
    return bool(
        db.execute("UPDATE events SET state = ? WHERE id = ? AND state = ?", (after, event, before))
    )


def _apply(db: Database, change: Change) -> None:
    text_now = db.value("SELECT sha256 FROM notes WHERE id = ?", (change.note_id,))
    if change.added and text_now != change.note_digest:
        raise ConflictError(
            "the text of this note is another by now",
            where=f"note {change.note_id}",
            hint="Nothing was changed; open the note again to see it as it is.",
        )
    for reference in change.removed:
        if load_reference(db, reference.id) != reference:
            raise ConflictError(
                f"reference {reference.id} has been changed or deleted meanwhile",
                where=f"note {change.note_id}",
                hint="Nothing was changed; the note is shown as it is now.",
            )
        db.execute("DELETE FROM coded_references WHERE id = ?", (reference.id,))
    for reference in change.added:
        if _same_code(db, reference) is not None:
            raise CodingError("this span has this code already", where=f"note {change.note_id}")
        _insert(db, reference)
    for decision in change.decisions:
        _decide(db, change, decision)


def _same_code(db: Database, reference: Reference) -> str | None:
    found = db.value(
        "SELECT id FROM coded_references WHERE coder = ? AND note_id = ? AND start = ?"
        ' AND "end" = ? AND code = ?',
        (
            reference.coder,
            reference.note_id,
            reference.span.start,
            reference.span.end,
            reference.code,
        ),
    )
    return None if found is None else str(found)


def _insert(db: Database, reference: Reference) -> None:
    r = reference
    db.execute(
        'INSERT INTO coded_references (id, note_id, start, "end", code, coder, origin, created,'
        " codebook, suggestion) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            r.id,
            r.note_id,
            r.span.start,
            r.span.end,
            r.code,
            r.coder,
            r.origin,
            r.created,
            r.codebook,
            r.suggestion or None,
        ),
    )
    db.execute_many(
        "INSERT INTO reference_agencies (reference_id, agency) VALUES (?, ?)",
        [(r.id, agency) for agency in r.agencies],
    )


def _decide(db: Database, change: Change, decision: DecisionChange) -> None:
    now = decision_on(db, decision.suggestion, change.coder)
    if now != decision.before:
        raise ConflictError(
            f"suggestion {decision.suggestion} is {now} by now",
            where=f"note {change.note_id}",
            hint="Nothing was changed; the note is shown as it is now.",
        )
    db.execute(
        "DELETE FROM decisions WHERE suggestion_id = ? AND coder = ?",
        (decision.suggestion, change.coder),
    )
    if decision.after != "open":
        db.execute(
            "INSERT INTO decisions (suggestion_id, coder, decision) VALUES (?, ?, ?)",
            (decision.suggestion, change.coder, decision.after),
        )


def decision_on(db: Database, suggestion_id: str, coder: str) -> Decision:
    """What this coder has decided on a suggestion so far."""
    found: Decision | None = db.value(
        "SELECT decision FROM decisions WHERE suggestion_id = ? AND coder = ?",
        (suggestion_id, coder),
    )
    return found or "open"


def _reference(row: Row) -> Reference:
    return Reference(
        id=row["id"],
        note_id=row["note_id"],
        span=Span(row["start"], row["end"]),
        code=row["code"],
        agencies=_agencies(row["agencies"].split(";")),
        coder=row["coder"],
        origin=row["origin"],
        created=row["created"],
        codebook=row["codebook"],
        suggestion=row["suggestion"] or "",
    )


def _agencies(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, ids))


def _change(stored: dict[str, Any]) -> Change:
    return Change(
        action=stored["action"],
        coder=stored["coder"],
        note_id=stored["note_id"],
        summary=stored["summary"],
        note_digest=stored["note_digest"],
        removed=tuple(_from_json(r) for r in stored["removed"]),
        added=tuple(_from_json(r) for r in stored["added"]),
        decisions=tuple(DecisionChange(**d) for d in stored["decisions"]),
    )


def _from_json(stored: dict[str, Any]) -> Reference:
    span = Span(stored["span"]["start"], stored["span"]["end"])
    return Reference(**{**stored, "span": span, "agencies": tuple(stored["agencies"])})
