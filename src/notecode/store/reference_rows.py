"""One reference as a row of its table and as JSON, written, read and deleted."""

from collections.abc import Sequence
from sqlite3 import Row
from typing import Any

from notecode.model import Reference, Span
from notecode.store.connection import Database

_SELECT = (
    "SELECT r.*, coalesce((SELECT group_concat(agency, ';') FROM (SELECT agency FROM"
    " reference_agencies WHERE reference_id = r.id ORDER BY agency)), '') AS agencies"
    " FROM coded_references r "
)


def select_references(db: Database, rest: str, parameters: Sequence[Any]) -> list[Reference]:
    """The references ``r`` that the rest of the statement asks for."""
    return [_reference(row) for row in db.rows(_SELECT + rest, parameters)]


def load_reference(db: Database, reference_id: str) -> Reference | None:
    """One reference, or None if there is none of this id."""
    found = select_references(db, "WHERE r.id = ?", (reference_id,))
    return found[0] if found else None


def references_on(db: Database, note_id: str, coder: str) -> tuple[Reference, ...]:
    """One coder's references on one note, in order."""
    rest = 'WHERE r.note_id = ? AND r.coder = ? ORDER BY r.start, r."end", r.code'
    return tuple(select_references(db, rest, (note_id, coder)))


def same_code(db: Database, reference: Reference) -> str | None:
    """The id of the coder's reference with the same code on the same span, or None."""
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


def insert_reference(db: Database, reference: Reference) -> None:
    """Write a reference and its agencies, inside ``writing``."""
    r = reference
    db.execute(
        'INSERT INTO coded_references (id, note_id, start, "end", code, coder, origin, created,'
        " codebook, suggestion, coded_as) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
            r.coded_as,
        ),
    )
    db.execute_many(
        "INSERT INTO reference_agencies (reference_id, agency) VALUES (?, ?)",
        [(r.id, agency) for agency in r.agencies],
    )


def delete_reference(db: Database, reference_id: str) -> None:
    """Delete a reference and its agencies, inside ``writing``."""
    db.execute("DELETE FROM coded_references WHERE id = ?", (reference_id,))


def reference_from_json(stored: dict[str, Any]) -> Reference:
    """The reference that ``asdict`` turned into this."""
    span = Span(stored["span"]["start"], stored["span"]["end"])
    return Reference(**{**stored, "span": span, "agencies": tuple(stored["agencies"])})


def _reference(row: Row) -> Reference:
    return Reference(
        id=row["id"],
        note_id=row["note_id"],
        span=Span(row["start"], row["end"]),
        code=row["code"],
        agencies=tuple(filter(None, row["agencies"].split(";"))),
        coder=row["coder"],
        origin=row["origin"],
        created=row["created"],
        codebook=row["codebook"],
        suggestion=row["suggestion"] or "",
        coded_as=row["coded_as"],
    )
