"""What undo would take back, before it does, and what it leaves."""

from typing import NamedTuple

from notecode.model import Change
from notecode.project.coding.session import CodingSession
from notecode.store import codebook_events, codebooks, references


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


class LeftCode(NamedTuple):
    """A code that emerged while somebody coded, and that no reference has any more."""

    code: str
    is_last: bool
    """Whether its coming was the last change of the codebook, which undo there would take back."""


def left_code(session: CodingSession, undone: Change) -> LeftCode | None:
    """The code that stays in the codebook though what was coded with it was undone, if any."""
    codes = [session.codebook.code_by_id.get(gone.code) for gone in undone.removed]
    left = [c.id for c in codes if c is not None and c.origin == "emergent"]
    if undone.added or not left or codebooks.references_of(session.db, left[0]):
        return None
    last = codebook_events.last_done(session.db)
    own = [event.id for event in codebook_events.load_events(session.db, (left[0],))]
    is_last = last is not None and last.action == "add" and last.id in own
    is_last = is_last and last is not None and last.after == session.codebook.digest
    return LeftCode(left[0], is_last)
