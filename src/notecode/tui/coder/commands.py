"""What each action of the coder does: a command of the desk, or of the screen over it.

A capability of its own has a file of its own, which ends in its ``COMMANDS``; they meet here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from notecode.tui.coder import (
    action_palette,
    appearance,
    case_pane,
    code_palette,
    codebook_pane,
    counts,
    defining,
    definition,
    done_notes,
    filtering,
    finding,
    going,
    jumping,
    looking_again,
    looking_back,
    progress_pane,
    review_queue,
    suggested,
    why_pane,
)
from notecode.tui.coder.help import COMMANDS as HELP_COMMANDS
from notecode.tui.coder.memos import COMMANDS as MEMO_COMMANDS
from notecode.tui.coder.queue import leave
from notecode.tui.coder.wording import say_doubt
from notecode.tui.keyed_screen import SELECTING_COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from notecode.tui.coder.desk import Desk
    from notecode.tui.coder.screen import CoderScreen


def cancel(desk: Desk) -> None:
    """End a mode, give a suggestion its own bounds again, or drop the mark.

    Without any of these leave the queue, then what was found.
    """
    suggestion = desk.suggestion
    if desk.mode == "read" and desk.new_bounds and suggestion is not None:
        desk.step_to(suggestion)
        return
    reading = desk.mode == "read" and desk.cursor.mark is None
    if not (reading and (leave(desk) or finding.forget(desk))):
        desk.cancel()
        desk.let_go()


def accept(desk: Desk) -> None:
    """Accept what is suggested here; at words that were looked for go on to the next."""
    if desk.mode == "read" and desk.at_hit:
        finding.next_hit(desk, 1)
    else:
        desk.accept()


def next_flag(desk: Desk) -> None:
    """To the next doubtful place, and why it is doubtful."""
    desk.next_flag()
    say_doubt(desk)


def would_lose_bounds(desk: Desk, action_id: str) -> bool:
    """Whether bounds were moved that are not saved, and this would leave them."""
    if desk.mode != "resize" or desk.reference is None or action_id in _KEEP_BOUNDS:
        return False
    return desk.selection != desk.reference.span


_KEEP_BOUNDS = {
    *SELECTING_COMMANDS,
    *("up", "down", "page-up", "page-down", "jump", "accept", "resize", "codes", "repeat"),
    *("palette", "help", "theme", "list"),
}


DESK_COMMANDS: Mapping[str, Callable[[Desk], None]] = {
    **SELECTING_COMMANDS,
    "cancel": cancel,
    "accept": accept,
    "reject": lambda desk: desk.reject(),
    "next-suggestion": lambda desk: desk.next_suggestion(),
    "previous-suggestion": lambda desk: desk.previous_suggestion(),
    "next-reference": lambda desk: desk.next_reference(1),
    "previous-reference": lambda desk: desk.next_reference(-1),
    "repeat": lambda desk: desk.repeat(),
    "recode": lambda desk: desk.begin("recode"),
    "agencies": lambda desk: desk.begin("agencies"),
    "resize": lambda desk: desk.begin("resize"),
    "delete": lambda desk: desk.delete(),
    "undo": lambda desk: desk.undo(),
    "redo": lambda desk: desk.redo(),
    "next-note": lambda desk: desk.turn(1),
    "previous-note": lambda desk: desk.turn(-1),
    "next-suggested": lambda desk: desk.next_suggested(),
    "next-flag": next_flag,
}
"""The actions that need the desk alone."""


SCREEN_COMMANDS: Mapping[str, Callable[[CoderScreen], object]] = {
    "list": lambda screen: screen.toggle_list(),
    **action_palette.COMMANDS,
    **appearance.COMMANDS,
    **HELP_COMMANDS,
    **code_palette.COMMANDS,
    **codebook_pane.COMMANDS,
    **filtering.COMMANDS,
    **finding.COMMANDS,
    **going.COMMANDS,
    **review_queue.COMMANDS,
    **suggested.COMMANDS,
    **why_pane.COMMANDS,
    **definition.COMMANDS,
    **defining.COMMANDS,
    **done_notes.COMMANDS,
    **case_pane.COMMANDS,
    **counts.COMMANDS,
    **progress_pane.COMMANDS,
    **MEMO_COMMANDS,
    **looking_again.COMMANDS,
    **looking_back.COMMANDS,
    **jumping.COMMANDS,
}
"""The actions that ask for something or lay something over the note."""
