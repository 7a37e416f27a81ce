"""Coded references: applying a change with its event in one transaction, undo and redo."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, NamedTuple

from notecode.errors import CodingError, ConflictError, DatabaseError
from notecode.model import Change, Decision, DecisionChange, Reference
from notecode.store import folding
from notecode.store.coded_values import apply_values, value_changes_from_json
from notecode.store.connection import Database
from notecode.store.done_notes import apply_done, done_change_from_json
from notecode.store.logged import logged_values, unreadable
from notecode.store.memo_changes import (
    apply_memos,
    join_last_event,
    memo_changes_from_json,
    taking_memos_along,
)
from notecode.store.reference_rows import (
    delete_reference,
    insert_reference,
    load_reference,
    reference_from_json,
    references_on,
    same_code,
    select_references,
)

__all__ = [
    "add_coder",
    "add_references",
    "all_references_on",
    "apply_change",
    "coders",
    "decision_on",
    "known_coders",
    "last_done",
    "load_reference",
    "load_references",
    "logged_change",
    "redo",
    "references_on",
    "undo",
]


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


def all_references_on(db: Database, note_id: str) -> tuple[Reference, ...]:
    """Everybody's references on one note, in order."""
    rest = 'WHERE r.note_id = ? ORDER BY r.start, r."end", r.code, r.coder'
    return tuple(select_references(db, rest, (note_id,)))


def load_references(db: Database, coder: str = "") -> list[Reference]:
    """All references, or one coder's, in reading order."""
    return select_references(
        db,
        "JOIN notes n ON n.id = r.note_id WHERE ? IN ('', r.coder)"
        ' ORDER BY n.case_id, n.date, n.id, r.start, r."end", r.code, r.coder',
        (coder,),
    )


def apply_change(db: Database, change: Change, now: str, *, joining: bool = False) -> None:
    """Store a change and its event, or nothing.

    What had been undone before it can no longer be redone, and stays in the log as dropped.
    ``joining``: a change of a memo is one step with the coder's last, if that was of it too.

    Raises:
        CodingError: if the same code lies on the same span already.
        ConflictError: if what the change takes away is no longer as it was.

    """
    with db.writing():
        _check_as_seen(db, change)
        change = taking_memos_along(db, folding.meant_as_coded(db, change))
        _apply(db, change)
        db.execute(
            "UPDATE events SET state = 'dropped' WHERE coder = ? AND state = 'undone'",
            (change.coder,),
        )
        if joining and join_last_event(db, change, now):
            return
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
        places = dict.fromkeys((reference.note_id, reference.coder) for reference in references)
        for place in places:
            folding.unfold(db, *place)
        for reference in references:
            if same_code(db, reference) is None:
                insert_reference(db, reference)
        heirs = folding.stored_heirs(db)
        for place in places:
            folding.fold(db, *place, heirs)
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


class Done(NamedTuple):
    """An event that undo would take back: its id, its note ("" if of none), what it did."""

    id: int
    note_id: str
    summary: str


def last_done(db: Database, coder: str) -> Done | None:
    """What ``undo`` would take back, or None."""
    found = db.rows(
        "SELECT id, note_id, summary FROM events WHERE coder = ? AND state = 'done'"
        " ORDER BY id DESC LIMIT 1",
        (coder,),
    )
    return Done(found[0][0], found[0][1] or "", found[0][2]) if found else None


def logged_change(db: Database, event: int) -> Change | None:
    """What an action of the log changed; None if that is not known, or cannot be read."""
    logged = db.value("SELECT change FROM events WHERE id = ?", (event,))
    try:
        return None if logged is None else _change(event, logged)
    except DatabaseError:
        return None


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
    try:
        change = _change(event, logged)
    except DatabaseError as error:
        with db.writing():
            _move_event(db, event, before, "dropped")
        raise _no_way_back(verb, note_id, summary, f"row {event} of the log is damaged") from error
    if change.action == "memo" and not change.memos:  # written and erased, in an older version
        with db.writing():
            _move_event(db, event, before, "dropped")
        return _step(db, coder, now, before=before, after=after)
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
        where=f"note {note_id}" if note_id else "",
        hint="It is passed over; the next one goes further back.",
    )


def _move_event(db: Database, event: int, before: str, after: str) -> bool:
    return bool(
        db.execute("UPDATE events SET state = ? WHERE id = ? AND state = ?", (after, event, before))
    )


def _check_as_seen(db: Database, change: Change) -> None:
    """What is taken away is as the coder saw it, and what is put there lies nowhere twice."""
    for reference in change.removed:
        if load_reference(db, reference.id) != reference:
            raise _changed_meanwhile(change, reference)
    gone = {reference.id for reference in change.removed}
    for reference in change.added:
        if (same_code(db, reference) or reference.id) not in gone | {reference.id}:
            raise CodingError("this span has this code already", where=f"note {change.note_id}")


def _changed_meanwhile(change: Change, reference: Reference) -> ConflictError:
    return ConflictError(
        f"reference {reference.id} has been changed or deleted meanwhile",
        where=f"note {change.note_id}",
        hint="Nothing was changed; the note is shown as it is now.",
    )


def _apply(db: Database, change: Change) -> None:
    """Make a change to what was coded; whose the references are follows from it again."""
    text_now = db.value("SELECT sha256 FROM notes WHERE id = ?", (change.note_id,))
    puts_there = change.added or (change.done and change.done.after)
    if puts_there and text_now != change.note_digest:
        raise ConflictError(
            "the text of this note is another by now",
            where=f"note {change.note_id}",
            hint="Nothing was changed; open the note again to see it as it is.",
        )
    folding.unfold(db, change.note_id, change.coder)
    for reference in change.removed:
        if load_reference(db, reference.id) != reference:
            raise _changed_meanwhile(change, reference)
        delete_reference(db, reference.id)
    for reference in change.added:
        if same_code(db, reference) is not None:
            raise CodingError("this span has this code already", where=f"note {change.note_id}")
        insert_reference(db, reference)
    for decision in change.decisions:
        _decide(db, change, decision)
    apply_memos(db, change)
    apply_values(db, change)
    apply_done(db, change)
    folding.fold(db, change.note_id, change.coder, folding.stored_heirs(db))


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


def _change(event: int, logged: str) -> Change:
    try:
        return _change_of(logged_values(event, logged))
    except (KeyError, TypeError, ValueError) as error:
        raise unreadable(event) from error


def _change_of(stored: dict[str, Any]) -> Change:
    return Change(
        action=stored["action"],
        coder=stored["coder"],
        note_id=stored["note_id"],
        summary=stored["summary"],
        note_digest=stored["note_digest"],
        removed=tuple(reference_from_json(r) for r in stored["removed"]),
        added=tuple(reference_from_json(r) for r in stored["added"]),
        decisions=tuple(DecisionChange(**d) for d in stored["decisions"]),
        memos=memo_changes_from_json(stored.get("memos", ())),
        values=value_changes_from_json(stored.get("values", ())),
        done=done_change_from_json(stored.get("done")),
    )
