"""Marking the open note as done, and going on to the next that is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from notecode.project.coding.done_notes import toggle_done
from notecode.text.layout import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from notecode.tui.coder.screen import CoderScreen


def toggle(screen: CoderScreen) -> None:
    """Mark the note as done and go on, or take the mark off and stay."""
    desk = screen.desk
    note_id = desk.page.coded.note.id
    desk.end_mode()
    change = toggle_done(desk.session, note_id)
    desk.read_again()
    there = len(desk.page.coded.suggestions) if desk.page.coded.done else 0
    left = f" with {counted(there, 'suggestion')} open" if there else ""
    if desk.page.coded.done and desk.queue is None:
        desk.next_not_done()
    went_on = f", {desk.message}" if desk.message else ""
    desk.message = f"{change.summary}{left}{went_on}. {desk.keys['undo']} takes it back"


COMMANDS: Mapping[str, Callable[[CoderScreen], object]] = {"done": toggle}
"""Being done with a note."""
