"""Stored notes with what was replaced in them, case by case."""

from notecode.model import Mask, Span
from notecode.store.connection import Database
from notecode.store.notes import StoredNote, load_case_notes


def load_masked_notes(db: Database, case_id: str) -> list[StoredNote]:
    """The notes of one case with their masks in order, without flags."""
    masks: dict[str, list[Mask]] = {}
    for row in db.rows(
        'SELECT m.note_id, m.start, m."end", m.type, m.pseudonym, m.recogniser, m.score'
        " FROM masks m JOIN notes n ON n.id = m.note_id WHERE n.case_id = ?"
        " ORDER BY m.note_id, m.start",
        (case_id,),
    ):
        masks.setdefault(row["note_id"], []).append(
            Mask(
                span=Span(row["start"], row["end"]),
                type=row["type"],
                pseudonym=row["pseudonym"],
                recogniser=row["recogniser"],
                score=row["score"],
            )
        )
    notes = load_case_notes(db, case_id)
    return [StoredNote(note=note, masks=tuple(masks.get(note.id, ()))) for note in notes]


def load_given(db: Database) -> frozenset[str]:
    """What stands in notes in place of originals and is no tag: surrogates, days."""
    rows = db.rows("SELECT DISTINCT pseudonym FROM masks WHERE pseudonym NOT LIKE '[%'")
    return frozenset(row[0] for row in rows)


def note_ids_by_case(db: Database) -> dict[str, frozenset[str]]:
    """The ids of the stored notes, by case."""
    found: dict[str, set[str]] = {}
    for row in db.rows("SELECT case_id, id FROM notes"):
        found.setdefault(row["case_id"], set()).add(row["id"])
    return {case_id: frozenset(ids) for case_id, ids in found.items()}
