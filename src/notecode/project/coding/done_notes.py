"""Notes that a coder is done with: read, with nothing (more) in them to code."""

from notecode.coding import commands
from notecode.model import Change
from notecode.project.coding.session import CodingSession


def toggle_done(session: CodingSession, note_id: str) -> Change:
    """Mark a note as done, or take the mark off; undo takes either back.

    Raises:
        CodingError: if there is no such note.
        ConflictError: if another window was quicker, or the note's text is another by now.

    """
    coded = session.look_at(note_id)
    return session.save(commands.mark_done(session.hand(), coded.note, coded.done))
