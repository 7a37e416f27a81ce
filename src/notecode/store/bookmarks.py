"""Bookmarks: places in notes that a coder wants to find again."""

from collections.abc import Callable
from dataclasses import dataclass

from notecode.model import Span
from notecode.passages import Place
from notecode.store.connection import Database
from notecode.store.retrieval import PLACE, place_of

_AROUND = 160  # code points of a note that a list of bookmarks may need


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """A bookmarked place; ``span`` None is the note as a whole.

    ``words`` are the first of the place, ``created`` is UTC, ISO 8601.
    """

    place: Place
    span: Span | None
    words: str
    created: str


def toggle_bookmark(db: Database, coder: str, note_id: str, span: Span | None, now: str) -> bool:
    """Set a bookmark, or take it off where it is; whether it is there now."""
    start, end = (span.start, span.end) if span else (0, 0)
    with db.writing():
        gone = db.execute(
            'DELETE FROM bookmarks WHERE note_id = ? AND coder = ? AND start = ? AND "end" = ?',
            (note_id, coder, start, end),
        )
        if not gone:
            db.execute(
                "INSERT INTO bookmarks VALUES (?, ?, ?, ?, ?)", (coder, note_id, start, end, now)
            )
    return not gone


def is_bookmarked(db: Database, coder: str, note_id: str, span: Span | None) -> bool:
    """Whether there is a bookmark on just this place, or on the note as a whole."""
    start, end = (span.start, span.end) if span else (0, 0)
    found = db.value(
        'SELECT 1 FROM bookmarks WHERE note_id = ? AND coder = ? AND start = ? AND "end" = ?',
        (note_id, coder, start, end),
    )
    return found is not None


def bookmarks_on(db: Database, note_id: str, coder: str) -> tuple[Span, ...]:
    """The bookmarked places of one note, in order; the note as a whole is its first character."""
    rows = db.rows(
        'SELECT start, max("end", start + 1) FROM bookmarks WHERE note_id = ? AND coder = ?'
        ' ORDER BY start, "end"',
        (note_id, coder),
    )
    return tuple(Span(start, end) for start, end in rows)


def bookmarks_of(db: Database, coder: str) -> list[Bookmark]:
    """A coder's bookmarks in reading order."""
    rows = db.rows(
        f'SELECT {PLACE}, b.start, b."end" AS "end", b.created,'
        f" substr(n.text, b.start + 1, {_AROUND}) AS words FROM bookmarks b"
        " JOIN notes n ON n.id = b.note_id JOIN cases c ON c.id = n.case_id WHERE b.coder = ?"
        ' ORDER BY n.case_id, n.date, n.id, b.start, b."end"',
        (coder,),
    )
    return [
        Bookmark(
            place=place_of(row),
            span=Span(row["start"], row["end"]) if row["end"] > row["start"] else None,
            words=row["words"],
            created=row["created"],
        )
        for row in rows
    ]


def move_bookmarks(db: Database, note_id: str, carry: Callable[[Span], Span | None]) -> None:
    """Carry a note's bookmarks to its new text, inside ``writing``.

    Where a place has no certain counterpart, the note as a whole is bookmarked.
    """
    rows = db.rows(
        'SELECT coder, start, "end", created FROM bookmarks WHERE note_id = ?', (note_id,)
    )
    db.execute("DELETE FROM bookmarks WHERE note_id = ?", (note_id,))
    for coder, start, end, created in rows:
        moved = carry(Span(start, end)) if end > start else None
        place = (moved.start, moved.end) if moved else (0, 0)
        db.execute(
            "INSERT OR IGNORE INTO bookmarks VALUES (?, ?, ?, ?, ?)",
            (coder, note_id, *place, created),
        )
