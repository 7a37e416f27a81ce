"""The suggestions that are gone through across notes, and the way through them. Pure."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from notecode.project.coding.suggestions import Group, Queued, open_at
from notecode.tui.coder.trail import Stop

if TYPE_CHECKING:
    from notecode.tui.coder.desk import Desk


class Queue:
    """Open suggestions in order, and the one that one is at."""

    def __init__(self, queued: Queued, at: int = 0) -> None:
        """Begin at a place, counted from 0."""
        self.queued = queued
        self.at = at
        self.note_id = ""  # the note of the suggestion that one is at

    @property
    def group(self) -> Group:
        """The rule, code or case that one is in."""
        firsts = [group.first for group in self.queued.groups]
        return self.queued.groups[bisect_right(firsts, self.at) - 1]


def go_on(desk: Desk, step: int) -> None:
    """To the next suggestion of the queue that is still open (1), the one before (-1).

    With 0 to the one that one is at, if it is open still, else to the next.
    """
    queue = desk.queue
    if queue is None:
        return
    if step > 0 and queue.note_id != desk.page.coded.note.id:
        step = 0  # one has been elsewhere: back to where one was
    at, count = queue.at + step, len(queue.queued.numbers)
    while 0 <= at < count:
        found = open_at(desk.session, queue.queued.numbers[at])
        if found is not None:
            queue.at, queue.note_id = at, found.note_id
            desk.go(Stop(found.note_id, found.span))
            shown = desk.page.suggestion(found.id)
            if shown is not None:
                desk.step_to(shown)
            return
        at += step or 1
    which = "last" if step >= 0 else "first"
    desk.message = f"that was the {which} of them; {desk.keys['cancel']} leaves the queue"


def leave(desk: Desk) -> bool:
    """Leave the queue; whether there was one."""
    if desk.queue is None:
        return False
    desk.queue = None
    desk.message = "left the queue: the notes are in their order again"
    return True
