"""The coder's screen: hands keys to the desk, and shows what has changed on it."""

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Input

from notecode.errors import NotecodeError
from notecode.model import Code
from notecode.tui import wording
from notecode.tui.actions import ACTIONS
from notecode.tui.code_panel import CodePanel
from notecode.tui.cursor import Level
from notecode.tui.desk import Desk
from notecode.tui.lines import Bar
from notecode.tui.note_list import NoteList
from notecode.tui.note_view import NoteView
from notecode.tui.overlays import Overlay, codebook_text, help_text
from notecode.tui.painting import Look

_LOOK_ELSEWHERE = 2.0  # seconds between looks for what other processes wrote
_STRIP_ROWS = 3

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
    "filter": lambda desk: desk.filter(),
    "find-next": lambda desk: desk.find_next(),
}
"""The actions that are commands of the desk; the others are the screen's own."""


class CoderScreen(Screen[None], inherit_bindings=False):
    """Header, list of notes, the note, codes, bars. The note has the focus throughout."""

    ALLOW_SELECT = False
    AUTO_FOCUS = "#note"
    BINDINGS = [  # noqa: RUF012 - Textual declares it so
        Binding(action.keys, f"perform('{action.id}')", action.description, id=action.id)
        for action in ACTIONS
    ]

    def __init__(self, desk: Desk, look: Look) -> None:
        """Show ``desk``."""
        super().__init__()
        self.desk = desk
        self.look = look
        self._asked: Callable[[str], None] | None = None
        self._own_commands: dict[str, Callable[[], object]] = {
            "page-up": lambda: desk.move_rows(2 - self.note.size.height),
            "page-down": lambda: desk.move_rows(self.note.size.height - 2),
            "find": lambda: self._ask("find a text", desk.find),
            "go": lambda: self._ask("case, note, or number in the list", desk.go_to),
            "list": self._toggle_list,
            "codebook": lambda: self.app.push_screen(Overlay(codebook_text(desk.codebook, look))),
            "palette": self._open_palette,
            "help": lambda: self.app.push_screen(Overlay(help_text())),
            "quit": lambda: self.app.exit(return_code=0),
        }

    def compose(self) -> ComposeResult:
        """Lay the widgets out; the style sheet says which show at which width."""
        yield Bar("header")
        with Horizontal(id="body"):
            yield NoteList(self.desk.session.note_rows)
            yield NoteView(self.look)
            yield CodePanel()
        yield Bar("strip")
        yield Bar("bar")
        yield Bar("message")
        yield Input(id="ask", compact=True)

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
        if self.has_class("-asking"):
            self._end_asking()
            if action_id == "cancel":
                return
        if action_id in DESK_COMMANDS:
            self.attempt(lambda: DESK_COMMANDS[action_id](self.desk))
        else:
            self.attempt(self._own_commands[action_id])

    def apply_code(self, code: Code) -> None:
        """Code the selection, from the palette."""
        self.attempt(lambda: self.desk.apply(code))

    def on_key(self, event: events.Key) -> None:
        """A small letter or a digit that is bound to nothing is a code."""
        character = event.character or ""
        if len(character) == 1 and (character.islower() or character.isdecimal()):
            event.stop()
            self.attempt(lambda: self.desk.letter(character))

    def attempt(self, command: Callable[[], object]) -> None:
        """Run a command; show what came of it, or why nothing did."""
        note_before = self.desk.page.coded.note.id
        try:
            command()
        except NotecodeError as error:
            self.desk.message = "! " + " ".join(str(error).split())
            self._refresh_after_failure()
        self.show(stale=note_before)

    def _refresh_after_failure(self) -> None:
        """What could not be changed may stand otherwise by now."""
        self.desk.mode = "read"
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
        self._bar("header").show(wording.header(desk))
        self._bar("bar").show(wording.bar(desk, self.look))
        self._bar("message").show(wording.message(desk))
        strip = self._bar("strip")
        strip.show(*wording.strip(desk, self.look, strip.size.width, _STRIP_ROWS))
        codes = self.query_one(CodePanel)
        codes.show(wording.panel(desk, self.look, codes.scrollable_content_region.width))

    def _bar(self, name: str) -> Bar:
        return self.query_one(f"#{name}", Bar)

    def _look_elsewhere(self) -> None:
        def reload() -> None:
            if self.desk.session.changed_elsewhere():
                self.desk.reload()
                self.query_one(NoteList).show(self.desk.ids, self.desk.at, stale="*")

        self.attempt(reload)

    def _toggle_list(self) -> None:
        shown = self.query_one(NoteList).display
        self.set_class(not shown, "-list")
        self.set_class(shown, "-no-list")
        self.call_after_refresh(self.show)

    def _open_palette(self) -> None:
        self.app.action_command_palette()

    # Asking for a text

    def _ask(self, what: str, then: Callable[[str], None]) -> None:
        ask = self.query_one("#ask", Input)
        self._asked = then
        ask.placeholder = f"{what}: Enter goes, Esc cancels"
        ask.value = ""
        self.add_class("-asking")
        ask.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Do what the text was asked for."""
        then, wanted = self._asked, event.value
        self._end_asking()
        if then is not None:
            self.attempt(lambda: then(wanted))

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """The keys go back to the note whenever the input loses them."""
        if event.widget.id == "ask" and self.has_class("-asking"):
            self._end_asking()

    def _end_asking(self) -> None:
        self._asked = None
        self.remove_class("-asking")
        self.note.focus()

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
