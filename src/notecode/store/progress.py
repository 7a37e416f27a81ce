"""How far the coding has come: which notes were worked on, when, and what waits."""

from collections.abc import Iterator

from notecode.passages import FirstUse
from notecode.store.connection import Database
from notecode.store.suggestions import OPEN


def notes_by_case(db: Database) -> dict[str, list[str]]:
    """The ids of every case's notes, cases in order; a case without notes has none."""
    found: dict[str, list[str]] = {
        row["id"]: [] for row in db.rows("SELECT id FROM cases ORDER BY id")
    }
    for case_id, note_id in db.stream("SELECT case_id, id FROM notes ORDER BY case_id, date, id"):
        found[case_id].append(note_id)
    return found


def coded_notes(db: Database, coder: str) -> set[str]:
    """The notes with a reference of this coder."""
    rows = db.stream("SELECT DISTINCT note_id FROM coded_references WHERE coder = ?", (coder,))
    return {note_id for (note_id,) in rows}


def decided_notes(db: Database, coder: str) -> set[str]:
    """The notes on which this coder has decided on a suggestion."""
    rows = db.stream(
        "SELECT DISTINCT s.note_id FROM decisions d JOIN suggestions s ON s.id = d.suggestion_id"
        " WHERE d.coder = ?",
        (coder,),
    )
    return {note_id for (note_id,) in rows}


def open_suggestions_by_rule(db: Database, coder: str) -> dict[str, dict[str, int]]:
    """How many suggestions are open to this coder on each note, by rule and note."""
    found: dict[str, dict[str, int]] = {}
    for rule, note_id, number in db.stream(
        f"SELECT s.rule, s.note_id, count(*) FROM suggestions s WHERE {OPEN}"
        " GROUP BY s.rule, s.note_id",
        {"coder": coder},
    ):
        found.setdefault(rule, {})[note_id] = number
    return found


def actions_of(db: Database, coder: str) -> Iterator[tuple[str, str]]:
    """When this coder did what is for undo, and on which note ("" none), the earliest first.

    What was undone later was work too.
    """
    yield from db.stream(
        "SELECT at, coalesce(note_id, '') FROM events WHERE coder = ? AND state != 'logged'"
        " ORDER BY id",
        (coder,),
    )


def references_made(db: Database, coder: str) -> list[str]:
    """When this coder's references were made that still stand, in order; none from gold files."""
    rows = db.stream(
        "SELECT created FROM coded_references WHERE coder = ? AND origin != 'gold'"
        " ORDER BY created",
        (coder,),
    )
    return [created for (created,) in rows]


def code_counts(db: Database, coder: str, case_id: str = "") -> list[tuple[str, str, int]]:
    """This coder's references by case and code, in one case or in all."""
    # The notes come first, from their index: reading them by rowid would read their texts.
    rows = db.stream(
        "SELECT n.case_id, k.code, count(*) FROM notes n CROSS JOIN counted_references r"
        " ON r.note = n.rowid JOIN reference_kinds k ON k.number = r.kind"
        f" WHERE k.coder = :coder{' AND n.case_id = :case' if case_id else ''}"
        " GROUP BY n.case_id, k.code",
        {"coder": coder, "case": case_id},
    )
    return [(case, code, number) for case, code, number in rows]


def first_uses_of(db: Database, coder: str) -> list[FirstUse]:
    """When this coder used each code first in each case, the earliest first."""
    rows = db.stream(
        "SELECT n.case_id, r.code, min(r.created) AS first, count(*) FROM coded_references r"
        " JOIN notes n ON n.id = r.note_id WHERE r.coder = ? GROUP BY n.case_id, r.code"
        " ORDER BY first, n.case_id, (SELECT position FROM codes WHERE codes.id = r.code)",
        (coder,),
    )
    return [
        FirstUse(case_id=case, code=code, stretch=0, first=first, references=number)
        for case, code, first, number in rows
    ]
