"""What undo would take back, before it does."""

from typing import NamedTuple

from notecode.project.coding.session import CodingSession
from notecode.store import references


class Step(NamedTuple):
    """The last action that stands; ``note_id`` is "" if it is on no note."""

    event: int
    note_id: str
    summary: str
    own: bool
    """Whether it was done in this session."""


def last_step(session: CodingSession) -> Step | None:
    """The coder's last action that stands, of this session or another, or None."""
    done = references.last_done(session.db, session.coder)
    if done is None:
        return None
    return Step(done.id, done.note_id, done.summary, done.id in session.own_events)
