"""What a coder did, action by action, as the log of undo has it; and a code's passages in words."""

import json
from collections.abc import Sequence
from datetime import date
from sqlite3 import Row
from typing import NamedTuple

from notecode.store.connection import Database

_MOST = 1_000_000  # SQLite takes no number of any size
_WORDS = 200  # code points of a passage that a line of a list may need


class Event(NamedTuple):
    """An action: when (UTC, ISO 8601), on which note of which case ("" if of none), what."""

    id: int
    at: str
    note_id: str
    case_id: str
    summary: str
    undone: bool


class Passage(NamedTuple):
    """A reference with its place and the first of its words."""

    reference: str
    note_id: str
    case_id: str
    date: date | None
    code: str
    start: int
    end: int
    words: str


def latest_events(db: Database, coder: str, most: int) -> list[Event]:
    """A coder's last actions, the newest first: those that stand, and those that were undone.

    What was undone and can be redone no more, since something else was done after it, is too.
    """
    listed = " UNION ALL ".join(
        f"SELECT * FROM (SELECT * FROM events WHERE coder = :coder AND state = '{state}'"
        " ORDER BY id DESC LIMIT :most)"
        for state in ("done", "undone", "dropped")
    )
    rows = db.rows(
        f"SELECT e.id, e.at, e.note_id, n.case_id, e.summary, e.state FROM ({listed}) e"
        " LEFT JOIN notes n ON n.id = e.note_id ORDER BY e.id DESC LIMIT :most",
        {"coder": coder, "most": min(most, _MOST)},
    )
    taken_back = {row["id"] for row in rows if row["state"] == "undone"}
    if any(row["state"] == "dropped" for row in rows):
        taken_back |= _taken_back(db, coder, rows[-1]["id"])
    return [
        Event(
            r["id"],
            r["at"],
            r["note_id"] or "",
            r["case_id"] or "",
            r["summary"],
            r["id"] in taken_back,
        )
        for r in rows
    ]


def _taken_back(db: Database, coder: str, first: int) -> set[int]:
    """The actions, from an event on, that were undone and not redone, as the log went along.

    An action that undo passed over is dropped as well, but stands: no undo was logged for it.
    """
    rows = db.rows(
        "SELECT id, action, coalesce(note_id, '') AS note_id, summary, state FROM events"
        " WHERE coder = ? AND id >= ? ORDER BY id",
        (coder, first),
    )
    done: list[Row] = []
    undone: list[Row] = []
    overtaken: list[Row] = []
    for row in rows:
        if row["state"] != "logged":
            done.append(row)
            overtaken, undone = overtaken + undone, []
        elif row["action"] in ("undo", "redo"):
            one, other = (done, undone) if row["action"] == "undo" else (undone, done)
            alike = (r for r in reversed(one) if r[2:4] == row[2:4])
            if (moved := next(alike, None)) is not None:
                one.remove(moved)
                other.append(moved)
    return {row["id"] for row in overtaken + undone}


def passages_of(db: Database, coder: str, codes: Sequence[str]) -> list[Passage]:
    """A coder's references of these codes in reading order."""
    rows = db.rows(
        'SELECT r.id, r.note_id, n.case_id, n.date, r.code, r.start, r."end" AS "end",'
        f' substr(n.text, r.start + 1, min(r."end" - r.start, {_WORDS})) AS words'
        " FROM coded_references r JOIN notes n ON n.id = r.note_id"
        " WHERE r.code IN (SELECT value FROM json_each(?)) AND r.coder = ?"
        ' ORDER BY n.case_id, n.date, n.id, r.start, r."end", r.code',
        (json.dumps([*codes]), coder),
    )
    return [
        Passage(
            reference=row["id"],
            note_id=row["note_id"],
            case_id=row["case_id"],
            date=date.fromisoformat(row["date"]) if row["date"] else None,
            code=row["code"],
            start=row["start"],
            end=row["end"],
            words=row["words"],
        )
        for row in rows
    ]
