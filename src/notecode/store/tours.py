"""The tour of the coder: to whom it was offered, and what they have done since it began."""

from notecode.store.connection import Database
from notecode.store.facts import load_fact, save_fact

_FACT = "tour of the coder: "


def was_offered(db: Database, coder: str) -> bool:
    """Whether the tour was offered to this coder before, taken or not."""
    return bool(load_fact(db, _FACT + coder))


def remember_offered(db: Database, coder: str, now: str) -> None:
    """Keep that it was offered; it never comes again by itself."""
    save_fact(db, _FACT + coder, now)


def newest_event(db: Database) -> int:
    """The number of the newest event, 0 if there is none."""
    return int(db.value("SELECT max(id) FROM events") or 0)


def done_since(db: Database, coder: str, event: int) -> list[str]:
    """What this coder did after an event and has not taken back, in the words of the log."""
    rows = db.rows(
        "SELECT summary FROM events WHERE coder = ? AND state = 'done' AND id > ? ORDER BY id",
        (coder, event),
    )
    return [row[0] for row in rows]
