"""The log of the codebook: each change an event, none of them deleted."""

import json
from collections.abc import Sequence
from sqlite3 import Row

from notecode.codebook.events import CodebookEvent
from notecode.store.connection import Database


def add_event(db: Database, event: CodebookEvent) -> None:
    """Add an event, inside ``writing``."""
    db.execute(
        "INSERT INTO codebook_events (at, author, action, name, why, summary, before, after, state)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            event.at,
            event.author,
            event.action,
            event.name,
            event.why,
            event.summary,
            event.before or None,
            event.after,
            event.state,
        ),
    )
    number = db.value("SELECT last_insert_rowid()")
    db.execute_many(
        "INSERT OR IGNORE INTO codebook_event_codes (event, code) VALUES (?, ?)",
        [(number, code) for code in event.codes],
    )
    db.execute_many(
        "INSERT OR IGNORE INTO codebook_event_agencies (event, agency) VALUES (?, ?)",
        [(number, agency) for agency in event.agencies],
    )


_EVENTS = (
    "SELECT e.*, (SELECT json_group_array(code) FROM codebook_event_codes c WHERE c.event = e.id)"
    " AS codes, (SELECT json_group_array(agency) FROM codebook_event_agencies a"
    " WHERE a.event = e.id) AS agencies FROM codebook_events e"
)


def load_events(
    db: Database, codes: Sequence[str] = (), *, agencies: Sequence[str] = ()
) -> list[CodebookEvent]:
    """All events, or those of some codes or agencies, the oldest first."""
    rows = db.rows(
        f"{_EVENTS} WHERE :all OR e.id IN (SELECT event FROM codebook_event_codes"
        " WHERE code IN (SELECT value FROM json_each(:codes)))"
        " OR e.id IN (SELECT event FROM codebook_event_agencies"
        " WHERE agency IN (SELECT value FROM json_each(:agencies))) ORDER BY e.id",
        {
            "all": not (codes or agencies),
            "codes": json.dumps(list(codes)),
            "agencies": json.dumps(list(agencies)),
        },
    )
    return [_event(row) for row in rows]


def last_done(db: Database) -> CodebookEvent | None:
    """The newest event that stands and that there was something before, or None."""
    rows = db.rows(
        f"{_EVENTS} WHERE e.state = 'done' AND e.before IS NOT NULL ORDER BY e.id DESC LIMIT 1"
    )
    return _event(rows[0]) if rows else None


def last_undone(db: Database) -> CodebookEvent | None:
    """The event that was taken back last, with nothing done since; None if there is none."""
    undone: list[CodebookEvent] = []
    done: list[CodebookEvent] = []
    for event in load_events(db):
        if event.state == "logged":
            one, other = (done, undone) if event.action == "undo" else (undone, done)
            if event.action in ("undo", "redo") and one:
                other.append(one.pop())
        elif event.before:
            done.append(event)
            undone.clear()
    return undone[-1] if undone else None


def mark(db: Database, event: CodebookEvent) -> None:
    """Say whether an event stands, as its state has it, inside ``writing``."""
    db.execute("UPDATE codebook_events SET state = ? WHERE id = ?", (event.state, event.id))


def _event(row: Row) -> CodebookEvent:
    return CodebookEvent(
        id=row["id"],
        at=row["at"],
        author=row["author"],
        action=row["action"],
        name=row["name"],
        why=row["why"],
        summary=row["summary"],
        before=row["before"] or "",
        after=row["after"],
        state=row["state"],
        codes=tuple(sorted(json.loads(row["codes"]))),
        agencies=tuple(sorted(json.loads(row["agencies"]))),
    )
