"""The labelling screen: hands keys to the desk, and shows what has changed on it."""

from collections.abc import Callable

from textual.app import ComposeResult

from notecode.tui.cursor import Level
from notecode.tui.keyed_screen import SELECTING_COMMANDS, KeyedScreen
from notecode.tui.labelling import wording
from notecode.tui.labelling.actions import LABELLING_ACTIONS
from notecode.tui.labelling.desk import LabellingDesk
from notecode.tui.lines import Bar
from notecode.tui.note_view import NoteView
from notecode.tui.overlays import Overlay
from notecode.tui.painting import Look

_STRIP_ROWS = 3

COMMANDS: dict[str, Callable[[LabellingDesk], object]] = {
    **SELECTING_COMMANDS,
    "end-back": lambda desk: desk.move_edge("end", -1),
    "end-on": lambda desk: desk.move_edge("end", 1),
    "start-back": lambda desk: desk.move_edge("start", -1),
    "start-on": lambda desk: desk.move_edge("start", 1),
    "next-label": lambda desk: desk.next_label(1),
    "previous-label": lambda desk: desk.next_label(-1),
    "direct": lambda desk: desk.turn_identifier_type(),
    "who": lambda desk: desk.who(),
    "everywhere": lambda desk: desk.everywhere(),
    "delete": lambda desk: desk.delete(),
    "undo": lambda desk: desk.undo(),
    "redo": lambda desk: desk.redo(),
    "done": lambda desk: desk.done(),
    "reopen": lambda desk: desk.reopen(),
    "next-note": lambda desk: desk.turn(1),
    "previous-note": lambda desk: desk.turn(-1),
}
"""The actions that are commands of the desk; the others are the screen's own."""


class LabellingScreen(KeyedScreen[LabellingDesk], inherit_bindings=False):
    """Header, the note, types or people, bars. The note has the focus throughout."""

    def __init__(self, desk: LabellingDesk, look: Look) -> None:
        """Show ``desk``."""
        super().__init__(desk, LABELLING_ACTIONS, COMMANDS)
        self.look = look
        self._own_commands |= {
            "page-up": lambda: desk.turn_page(-1, 2 - self.note.size.height),
            "page-down": lambda: desk.turn_page(1, self.note.size.height - 2),
            "help": lambda: self.lay_over(Overlay(wording.help_text())),
        }

    def compose(self) -> ComposeResult:
        """The widgets from the top."""
        yield Bar("header")
        yield NoteView(self.look)
        yield Bar("strip")
        yield Bar("bar")
        yield Bar("message")

    def show(self, stale: str = "") -> None:
        """Bring every widget up to date; there is no list of notes."""
        del stale
        if not self.is_mounted or not self.is_attached:
            return
        desk, note = self.desk, self.note
        desk.width = note.text_width
        label = desk.label
        note.show(desk.page, desk.selection, desk.cursor.focus, label.id if label else "")
        self.bar("header").show(wording.header(desk))
        strip = self.bar("strip")
        lines = wording.strip(desk, self.look, self.size.width)
        strip.styles.height = min(max(len(lines), _STRIP_ROWS), self.size.height // 2)
        strip.show(*lines)
        self.show_foot(wording.foot(desk, self.look, self.size.width))

    def place(self, offset: int, level: Level | None) -> None:
        """Select the unit at ``offset``; a question is left open."""
        self.desk.place(offset, level or "word")

    def drag(self, start: int, end: int) -> None:
        """Select the words from one offset to another; a question is left open."""
        self.desk.drag(start, end)
