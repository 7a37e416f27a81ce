"""The labelling screen: hands keys to the desk, and shows what has changed on it."""

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from notecode.errors import NotecodeError
from notecode.tui import labelling_wording as wording
from notecode.tui.cursor import Level
from notecode.tui.labelling_actions import LABELLING_ACTIONS
from notecode.tui.labelling_desk import LabellingDesk
from notecode.tui.lines import Bar
from notecode.tui.note_view import NoteView
from notecode.tui.overlays import Overlay
from notecode.tui.painting import Look

_STRIP_ROWS = 3

COMMANDS: dict[str, Callable[[LabellingDesk], None]] = {
    "left": lambda desk: desk.move(-1),
    "right": lambda desk: desk.move(1),
    "up": lambda desk: desk.move_rows(-1),
    "down": lambda desk: desk.move_rows(1),
    "first": lambda desk: desk.move_to_end(-1),
    "last": lambda desk: desk.move_to_end(1),
    "widen": lambda desk: desk.resize_unit(1),
    "narrow": lambda desk: desk.resize_unit(-1),
    "mark": lambda desk: desk.cursor.set_mark(),
    "extend-left": lambda desk: desk.move(-1, extend=True),
    "extend-right": lambda desk: desk.move(1, extend=True),
    "extend-up": lambda desk: desk.move_rows(-1, extend=True),
    "extend-down": lambda desk: desk.move_rows(1, extend=True),
    "end-back": lambda desk: desk.move_edge("end", -1),
    "end-on": lambda desk: desk.move_edge("end", 1),
    "start-back": lambda desk: desk.move_edge("start", -1),
    "start-on": lambda desk: desk.move_edge("start", 1),
    "other-end": lambda desk: desk.other_end(),
    "cancel": lambda desk: desk.cancel(),
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


class LabellingScreen(Screen[None], inherit_bindings=False):
    """Header, the note, types or people, bars. The note has the focus throughout."""

    ALLOW_SELECT = False
    AUTO_FOCUS = "#note"

    def __init__(self, desk: LabellingDesk, look: Look) -> None:
        """Show ``desk``."""
        super().__init__()
        self.desk = desk
        self.look = look
        self._action_by_key = {
            key: action.id for action in LABELLING_ACTIONS for key in action.keys.split(",")
        }
        self._covered = False
        self._own_commands: dict[str, Callable[[], object]] = {
            "page-up": lambda: desk.move_rows(2 - self.note.size.height),
            "page-down": lambda: desk.move_rows(self.note.size.height - 2),
            "help": self._help,
            "quit": lambda: self.app.exit(return_code=0),
        }

    def compose(self) -> ComposeResult:
        """The widgets from the top."""
        yield Bar("header")
        yield NoteView(self.look)
        yield Bar("strip")
        yield Bar("bar")
        yield Bar("message")

    @property
    def note(self) -> NoteView:
        """The view of the note."""
        return self.query_one("#note", NoteView)

    def on_mount(self) -> None:
        """Show the note once the widgets have their sizes."""
        self.call_after_refresh(self.show)

    def on_resize(self) -> None:
        """The bars are worded for the width."""
        self.call_after_refresh(self.show)

    def on_key(self, event: events.Key) -> None:
        """Every key comes here, in the order typed: an action, a type, or a person."""
        event.stop()
        if self._covered:
            return
        character = event.character or ""
        if (action_id := self._action_by_key.get(event.key)) is not None:
            self.perform(action_id)
        elif len(character) == 1 and (character.islower() or character.isdecimal()):
            self.attempt(lambda: self.desk.letter(character))

    def on_screen_resume(self) -> None:
        """The help has gone: keys mean what they did."""
        self._covered = False

    def perform(self, action_id: str) -> None:
        """Do one of the actions of the table."""
        if action_id in COMMANDS:
            self.attempt(lambda: COMMANDS[action_id](self.desk))
        else:
            self.attempt(self._own_commands[action_id])

    def attempt(self, command: Callable[[], object]) -> None:
        """Run a command; show what came of it, or why nothing did."""
        self.desk.message = ""
        try:
            command()
        except NotecodeError as error:
            # Without the file's path, which the labeller knows and there is no room for.
            words = filter(None, (error.what.rstrip("."), error.hint.rstrip(".")))
            self.desk.message = "! " + ". ".join(words)
        self.show()

    def show(self) -> None:
        """Bring every widget up to date; each redraws only what differs."""
        if not self.is_mounted or not self.is_attached:
            return
        desk, note = self.desk, self.note
        desk.width = note.text_width
        label = desk.label
        note.show(desk.page, desk.selection, desk.cursor.focus, label.id if label else "")
        self._bar("header").show(wording.header(desk))
        strip = self._bar("strip")
        lines = wording.strip(desk, self.look, self.size.width)
        strip.styles.height = min(max(len(lines), _STRIP_ROWS), self.size.height // 2)
        strip.show(*lines)
        bar, message = wording.foot(desk, self.look, self.size.width)
        self._bar("bar").show(bar)
        self._bar("message").show(message)

    def _help(self) -> None:
        self._covered = True
        self.app.push_screen(Overlay(wording.help_text()))

    def _bar(self, name: str) -> Bar:
        return self.query_one(f"#{name}", Bar)

    # The mouse

    def on_note_view_placed(self, event: NoteView.Placed) -> None:
        """Select the word where the mouse was pressed; a triple click, its sentence."""
        level: Level = "sentence" if event.clicks > 2 else "word"
        self.attempt(lambda: self.desk.place(event.offset, level))

    def on_note_view_dragged(self, event: NoteView.Dragged) -> None:
        """Select what the mouse was drawn over."""
        self.attempt(lambda: self.desk.drag(event.start, event.end))
