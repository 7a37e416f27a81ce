"""Notes that a coder is done with: read, with nothing (more) in them to code."""

from typing import Any

from notecode.errors import ConflictError
from notecode.model import Change, DoneChange
from notecode.store.connection import Database

DONE = "EXISTS (SELECT 1 FROM done_notes z WHERE z.note_id = n.id AND z.coder = :coder)"
"""SQL that is true of a note ``n`` that the coder is done with; takes ``:coder``."""


def done_at(db: Database, note_id: str, coder: str) -> str:
    """When the coder marked the note as done (UTC, ISO 8601), or ""."""
    found = db.value("SELECT at FROM done_notes WHERE note_id = ? AND coder = ?", (note_id, coder))
    return str(found or "")


def notes_done(db: Database, coder: str = "") -> set[str]:
    """The notes that the coder (with "", anybody) is done with."""
    return {
        row[0]
        for row in db.rows(
            "SELECT DISTINCT note_id FROM done_notes WHERE ? IN ('', coder)", (coder,)
        )
    }


def apply_done(db: Database, change: Change) -> None:
    """Set the mark of a change or take it off, inside ``writing``.

    Raises:
        ConflictError: if the mark is not as it was by now; nothing may be stored then.

    """
    if change.done is None:
        return
    if done_at(db, change.note_id, change.coder) != change.done.before:
        raise ConflictError(
            "whether this note is done has been changed meanwhile",
            where=f"note {change.note_id}",
            hint="Nothing was changed; the note is shown as it is now.",
        )
    place = (change.note_id, change.coder)
    db.execute("DELETE FROM done_notes WHERE note_id = ? AND coder = ?", place)
    if change.done.after:
        db.execute("INSERT INTO done_notes VALUES (?, ?, ?)", (*place, change.done.after))


def drop_done(db: Database, note_id: str) -> None:
    """Take off everybody's marks of a note whose text is another one, inside ``writing``."""
    db.execute("DELETE FROM done_notes WHERE note_id = ?", (note_id,))


def done_change_from_json(stored: dict[str, Any] | None) -> DoneChange | None:
    """The change of the mark that ``asdict`` turned into this; None where there is none."""
    return DoneChange(**stored) if stored else None
