"""Bookmarks: places in notes that a coder sets aside to find again."""

from notecode.model import Span
from notecode.project.coding.session import CodingSession
from notecode.project.project import now
from notecode.store import bookmarks
from notecode.store.bookmarks import Bookmark

__all__ = ["Bookmark", "bookmarks_of", "bookmarks_on", "is_bookmarked", "toggle_bookmark"]


def toggle_bookmark(session: CodingSession, note_id: str, span: Span | None) -> bool:
    """Set a bookmark on a place (None: the note as a whole), or take it off; whether it is set."""
    return bookmarks.toggle_bookmark(session.db, session.coder, note_id, span, now())


def is_bookmarked(session: CodingSession, note_id: str, span: Span | None) -> bool:
    """Whether this coder has a bookmark on just this place (None: the note as a whole)."""
    return bookmarks.is_bookmarked(session.db, session.coder, note_id, span)


def bookmarks_on(session: CodingSession, note_id: str) -> tuple[Span, ...]:
    """The bookmarked places of one note; the note as a whole is its first character."""
    return bookmarks.bookmarks_on(session.db, note_id, session.coder)


def bookmarks_of(session: CodingSession) -> list[Bookmark]:
    """This coder's bookmarks in reading order."""
    return bookmarks.bookmarks_of(session.db, session.coder)
