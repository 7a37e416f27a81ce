"""What the coder's lists show: rows by page, totals, progress, cases and notes by their id."""

import datetime
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from notecode.store.connection import Database
from notecode.store.done_notes import DONE
from notecode.store.suggestions import OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow:
    """One line of the note list. ``month`` is the month of the intervention."""

    id: str
    case_id: str
    site: str
    date: datetime.date | None
    month: int | None
    contact_type: str
    references: int
    open_suggestions: int
    memo: bool = False
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far one coder is: notes in all, notes with a reference, references, open suggestions."""

    notes: int
    coded_notes: int
    references: int
    open_suggestions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A case or a note by its id; ``note_id`` is the case's first where ``notes`` are counted."""

    id: str
    note_id: str
    case_id: str
    site: str
    date: datetime.date | None
    notes: int = 0


_OPEN = f"SELECT 1 FROM suggestions s WHERE s.note_id = n.id AND {OPEN}"
_CODED = "SELECT 1 FROM coded_references r WHERE r.note_id = n.id AND r.coder = :coder"


def note_rows(db: Database, ids: Sequence[str], coder: str) -> list[NoteRow]:
    """The rows of these notes, in the order given; a note that is gone is left out."""
    rows = db.rows(
        "SELECT n.id, n.case_id, c.site, n.date, n.month, n.contact_type,"
        f" (SELECT count(*) FROM ({_CODED})) AS refs, (SELECT count(*) FROM ({_OPEN})) AS open,"
        " EXISTS (SELECT 1 FROM memos m WHERE m.kind = 'note' AND m.target = n.id) OR EXISTS"
        " (SELECT 1 FROM coded_references k CROSS JOIN memos m ON m.kind = 'reference'"
        " AND m.target = k.id WHERE k.note_id = n.id AND k.coder = :coder) AS memo,"
        f" {DONE} AS done"
        " FROM json_each(:ids) wanted JOIN notes n ON n.id = wanted.value"
        " JOIN cases c ON c.id = n.case_id ORDER BY wanted.key",
        {"coder": coder, "ids": json.dumps(list(ids))},
    )
    return [
        NoteRow(
            id=r["id"],
            case_id=r["case_id"],
            site=r["site"],
            date=None if r["date"] is None else date.fromisoformat(r["date"]),
            month=r["month"],
            contact_type=r["contact_type"],
            references=r["refs"],
            open_suggestions=r["open"],
            memo=bool(r["memo"]),
            done=bool(r["done"]),
        )
        for r in rows
    ]


def totals_by_code(db: Database, coder: str) -> dict[str, int]:
    """One coder's references by code."""
    rows = db.rows(
        "SELECT code, count(*) FROM coded_references WHERE coder = ? GROUP BY code", (coder,)
    )
    return {row[0]: row[1] for row in rows}


def progress(db: Database, coder: str) -> Progress:
    """How far this coder is."""
    row = db.rows(
        "SELECT (SELECT count(*) FROM notes) AS notes, (SELECT count(DISTINCT note_id) FROM"
        " coded_references WHERE coder = :coder) AS coded, (SELECT count(*) FROM coded_references"
        " WHERE coder = :coder) AS refs,"
        f" (SELECT count(*) FROM suggestions s WHERE {OPEN}) AS open",
        {"coder": coder},
    )[0]
    return Progress(
        notes=row["notes"],
        coded_notes=row["coded"],
        references=row["refs"],
        open_suggestions=row["open"],
    )


def last_note(db: Database, coder: str) -> str:
    """The note on which this coder was last, or ""."""
    return str(db.value("SELECT last_note FROM coders WHERE name = ?", (coder,)) or "")


def last_code(db: Database, coder: str) -> str:
    """The code of the reference that this coder made last, or ""."""
    newest = "SELECT code FROM coded_references WHERE coder = ? ORDER BY id DESC LIMIT 1"
    return str(db.value(newest, (coder,)) or "")


def remember_note(db: Database, coder: str, note_id: str) -> None:
    """Keep where the coder is, for the next start."""
    with db.writing():
        db.execute("UPDATE coders SET last_note = ? WHERE name = ?", (note_id, coder))


def named(db: Database, typed: str, most: int) -> list[Named]:
    """Cases, then notes, in whose id ``typed`` stands in any letter case: at its beginning first.

    ``most`` of each are given at most.
    """
    values = {"typed": typed.lower(), "most": most}
    at = "instr(lower({id}), :typed)"
    cases = db.rows(
        "SELECT c.id, c.site, count(n.id) AS notes, c.id AS case_id, NULL AS date,"
        " (SELECT o.id FROM notes o WHERE o.case_id = c.id ORDER BY o.date, o.id LIMIT 1) AS note"
        " FROM cases c JOIN notes n ON n.case_id = c.id"
        f" WHERE {at.format(id='c.id')} GROUP BY c.id ORDER BY {at.format(id='c.id')},"
        " length(c.id), c.id LIMIT :most",
        values,
    )
    notes = db.rows(
        "SELECT n.id, c.site, 0 AS notes, n.case_id, n.date, n.id AS note FROM notes n"
        f" JOIN cases c ON c.id = n.case_id WHERE {at.format(id='n.id')}"
        f" ORDER BY {at.format(id='n.id')}, length(n.id), n.id LIMIT :most",
        values,
    )
    return [
        Named(
            id=row["id"],
            note_id=row["note"],
            case_id=row["case_id"],
            site=row["site"],
            date=None if row["date"] is None else date.fromisoformat(row["date"]),
            notes=row["notes"],
        )
        for row in (*cases, *notes)
    ]
