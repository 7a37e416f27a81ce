"""Where memos lie, shown on the desk: the note, the reference, the marks. No Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from notecode.project.coding import memos

if TYPE_CHECKING:
    from notecode.model import Change, Thing
    from notecode.tui.coder.desk import Desk


def show_thing(desk: Desk, thing: Thing) -> bool:
    """Open the note in which a thing is to be seen, the cursor on it; False if there is none."""
    note_id = memos.note_to_show(desk.session, thing)
    if not note_id:
        return False
    if thing.kind == "reference":
        return desk.go_to_reference(note_id, thing.id)
    if note_id != desk.page.coded.note.id:
        desk.show_note(note_id)
    return True


def show_step(desk: Desk, change: Change) -> None:
    """Show where a change of a memo was made, or taken back, as far as that has a place."""
    show_thing(desk, change.memos[0].memo.on)
    desk.show_stored()
