"""The coder's screen: hands keys to the desk, and shows what has changed on it."""

from collections.abc import Callable, Mapping
from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.command import CommandPalette
from textual.containers import Horizontal
from textual.screen import Screen

from notecode.errors import NotecodeError
from notecode.model import Code
from notecode.tui import wording
from notecode.tui.actions import ACTIONS
from notecode.tui.code_panel import CodePanel
from notecode.tui.cursor import Level
from notecode.tui.desk import Desk
from notecode.tui.lines import Bar
from notecode.tui.note_list import NoteList, note_wording
from notecode.tui.note_view import NoteView
from notecode.tui.overlays import Overlay, codebook_text, help_text
from notecode.tui.painting import Look
from notecode.tui.prompt import Prompt

_LOOK_ELSEWHERE = 2.0  # seconds between looks for what other processes wrote
_STRIP_ROWS = 3
_MANY_CODES = 16  # more need a row more, where the screen is high enough to give it
_HIGH = 20

DESK_COMMANDS: dict[str, Callable[[Desk], None]] = {
    "accept": lambda desk: desk.accept(),
    "reject": lambda desk: desk.reject(),
    "next-suggestion": lambda desk: desk.next_suggestion(),
    "previous-suggestion": lambda desk: desk.previous_suggestion(),
    "left": lambda desk: desk.move(-1),
    "right": lambda desk: desk.move(1),
    "up": lambda desk: desk.move_rows(-1),
    "down": lambda desk: desk.move_rows(1),
    "first": lambda desk: desk.move_to_end(-1),
    "last": lambda desk: desk.move_to_end(1),
    "widen": lambda desk: desk.resize_unit(1),
    "narrow": lambda desk: desk.resize_unit(-1),
    "mark": lambda desk: desk.mark(),
    "extend-left": lambda desk: desk.move(-1, extend=True),
    "extend-right": lambda desk: desk.move(1, extend=True),
    "extend-up": lambda desk: desk.move_rows(-1, extend=True),
    "extend-down": lambda desk: desk.move_rows(1, extend=True),
    "other-end": lambda desk: desk.other_end(),
    "cancel": lambda desk: desk.cancel(),
    "next-reference": lambda desk: desk.next_reference(1),
    "previous-reference": lambda desk: desk.next_reference(-1),
    "recode": lambda desk: desk.begin("recode"),
    "agencies": lambda desk: desk.begin("agencies"),
    "resize": lambda desk: desk.begin("resize"),
    "delete": lambda desk: desk.delete(),
    "undo": lambda desk: desk.undo(),
    "redo": lambda desk: desk.redo(),
    "next-note": lambda desk: desk.turn(1),
    "previous-note": lambda desk: desk.turn(-1),
    "next-suggested": lambda desk: desk.next_suggested(),
    "next-flag": lambda desk: desk.next_flag(),
    "filter": lambda desk: desk.filter(),
    "find-next": lambda desk: desk.find_next(),
}
"""The actions that are commands of the desk; the others are the screen's own."""


class CoderScreen(Screen[None], inherit_bindings=False):
    """Header, list of notes, the note, codes, bars. The note has the focus throughout."""

    ALLOW_SELECT = False
    AUTO_FOCUS = "#note"

    def __init__(self, desk: Desk, look: Look, keymap: Mapping[str, str]) -> None:
        """Show ``desk``; ``keymap`` gives actions (by id) keys of the user's own."""
        super().__init__()
        self.desk = desk
        self.look = look
        self._action_by_key = {
            key: action.id
            for action in ACTIONS
            for key in keymap.get(action.id, action.keys).split(",")
        }
        self._prompt: Prompt | None = None
        self._covered = False
        self._own_commands: dict[str, Callable[[], object]] = {
            "page-up": lambda: desk.move_rows(2 - self.note.size.height),
            "page-down": lambda: desk.move_rows(self.note.size.height - 2),
            "find": lambda: self._ask("find a text", desk.find),
            "go": lambda: self._ask("case, note, or number in the list", desk.go_to),
            "list": self._toggle_list,
            "codebook": lambda: self._lay_over(Overlay(codebook_text(desk.codebook, look))),
            "palette": lambda: self._lay_over(CommandPalette()),
            "help": lambda: self._lay_over(Overlay(help_text())),
            "quit": lambda: self.app.exit(return_code=0),
        }

    def compose(self) -> ComposeResult:
        """Lay the widgets out; the style sheet says which show at which width."""
        yield Bar("header")
        with Horizontal(id="body"):
            yield NoteList(self.desk.session.note_rows, note_wording)
            yield NoteView(self.look)
            yield CodePanel()
        yield Bar("strip")
        yield Bar("bar")
        yield Bar("message")

    @property
    def note(self) -> NoteView:
        """The view of the note."""
        return self.query_one("#note", NoteView)

    def on_mount(self) -> None:
        """Show the note, and begin to watch for others' work."""
        self.set_interval(_LOOK_ELSEWHERE, self._look_elsewhere)
        self.call_after_refresh(self.show)

    def on_resize(self) -> None:
        """The bars are worded for the width."""
        self.call_after_refresh(self.show)

    def action_perform(self, action_id: str) -> None:
        """Do one of the actions of the table."""
        if action_id in DESK_COMMANDS:
            self.attempt(lambda: DESK_COMMANDS[action_id](self.desk))
        else:
            self.attempt(self._own_commands[action_id])

    def apply_code(self, code: Code) -> None:
        """Code the selection, from the palette."""
        self.attempt(lambda: self.desk.apply(code))

    def on_key(self, event: events.Key) -> None:
        """Every key comes here, in the order typed: to the prompt, an action, or a code.

        Bindings would not do: Textual looks them up one step later than it calls this method, so
        a code's letter typed fast would overtake the action that gives it its meaning.
        """
        event.stop()
        character = event.character or ""
        if self._covered:
            return
        if self._prompt is not None:
            self._type(self._prompt, event)
        elif (action_id := self._action_by_key.get(event.key)) is not None:
            self.action_perform(action_id)
        elif len(character) == 1 and (character.islower() or character.isdecimal()):
            self.attempt(lambda: self.desk.letter(character))

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted goes into the prompt; without one it is no key and does nothing."""
        event.stop()
        if self._prompt is not None:
            self._prompt.typed += " ".join(event.text.split())
            self.show()

    def on_screen_resume(self) -> None:
        """An overlay has gone: keys mean what they did."""
        self._covered = False

    def _lay_over(self, overlay: Screen[Any]) -> None:
        """Lay a screen over this one; keys typed before it is there are not taken for codes."""
        self._covered = True
        self.app.push_screen(overlay)

    def attempt(self, command: Callable[[], object], *, keep_message: bool = False) -> None:
        """Run a command; show what came of it, or why nothing did."""
        note_before = self.desk.page.coded.note.id
        if not keep_message:
            self.desk.message = ""
        try:
            command()
        except NotecodeError as error:
            lines = (line.strip().rstrip(".") for line in str(error).splitlines())
            self.desk.message = "! " + ". ".join(lines)
            self._refresh_after_failure()
        self.show(stale=note_before)

    def _refresh_after_failure(self) -> None:
        """What could not be changed may stand otherwise by now."""
        self.desk.end_mode()
        try:
            self.desk.reload()
        except NotecodeError:
            return  # the first message says what is wrong

    def show(self, stale: str = "") -> None:
        """Bring every widget up to date; each redraws only what differs."""
        if not self.is_mounted or not self.is_attached:
            return
        desk, note = self.desk, self.note
        desk.width = note.text_width
        reference = desk.reference
        note.show(desk.page, desk.selection, desk.cursor.focus, reference.id if reference else "")
        self.query_one(NoteList).show(desk.ids, desk.at, stale=stale)
        self._bar("header").show(wording.header(desk, self.size.width))
        bar, message = wording.foot(desk, self.look, self.size.width)
        self._bar("bar").show(bar)
        self._bar("message").show(self._prompt.pieces() if self._prompt else message)
        strip = self._bar("strip")
        more = len(desk.code_by_key) > _MANY_CODES and self.size.height >= _HIGH
        rows = _STRIP_ROWS + 1 if more else _STRIP_ROWS
        self.set_class(more, "-more-codes")
        strip.show(*wording.strip(desk, self.look, strip.size.width, rows))
        codes = self.query_one(CodePanel)
        codes.show(wording.panel(desk, self.look, codes.scrollable_content_region.width))

    def _bar(self, name: str) -> Bar:
        return self.query_one(f"#{name}", Bar)

    def _look_elsewhere(self) -> None:
        try:
            changed = self.desk.session.changed_elsewhere()
        except NotecodeError:
            return  # the database is busy: the next look will tell
        if changed:
            self.attempt(self.desk.reload, keep_message=True)
            self.query_one(NoteList).show(self.desk.ids, self.desk.at, stale="*")

    def _toggle_list(self) -> None:
        shown = self.query_one(NoteList).display
        self.set_class(not shown, "-list")
        self.set_class(shown, "-no-list")
        self.call_after_refresh(self.show)

    # Asking for a text

    def _ask(self, question: str, then: Callable[[str], None]) -> None:
        self._prompt = Prompt(question, then)

    def _type(self, prompt: Prompt, event: events.Key) -> None:
        if event.key in {"escape", "enter"}:
            self._prompt = None
        if event.key == "enter":
            self.attempt(lambda: prompt.then(prompt.typed))
        else:
            prompt.edit(event.key, event.character)
            self.show()

    # The mouse

    def on_note_view_placed(self, event: NoteView.Placed) -> None:
        """Put the cursor where the mouse was pressed."""
        levels: dict[int, Level] = {2: "word", 3: "sentence"}
        self.attempt(lambda: self.desk.cursor.place(event.offset, levels.get(event.clicks)))

    def on_note_view_dragged(self, event: NoteView.Dragged) -> None:
        """Select what the mouse was drawn over."""
        self.attempt(lambda: self.desk.cursor.drag(event.start, event.end))

    def on_note_list_chosen(self, event: NoteList.Chosen) -> None:
        """Open the note that was clicked."""
        self.attempt(lambda: self.desk.open(event.at))
