"""The coder's screen: hands keys to the desk, and shows what has changed on it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal

from notecode.errors import CodingError, DamagedError, NotecodeError
from notecode.project.coding.session import NoteRow
from notecode.tui.actions import Action
from notecode.tui.coder import wording
from notecode.tui.coder.background import Background
from notecode.tui.coder.code_panel import CodePanel
from notecode.tui.coder.codebook_watch import CodebookWatch
from notecode.tui.coder.commands import DESK_COMMANDS, SCREEN_COMMANDS, would_lose_bounds
from notecode.tui.coder.counts import CodeCounts, panel
from notecode.tui.coder.desk import Desk
from notecode.tui.coder.filtering import filter_line
from notecode.tui.coder.pane import QUITTING, Pane, PaneView
from notecode.tui.coder.review_queue import queue_line
from notecode.tui.coder.tour import Tour, start_with
from notecode.tui.cursor import Level
from notecode.tui.key_words import key_shown
from notecode.tui.keyed_screen import KeyedScreen
from notecode.tui.lines import Bar, Piece
from notecode.tui.note_list import NoteList, note_wording
from notecode.tui.note_view import NoteView
from notecode.tui.painting import Look

_LOOK_ELSEWHERE = 2.0  # seconds between looks for what other processes wrote
_HIGH = 20


class CoderScreen(KeyedScreen[Desk], inherit_bindings=False):
    """Header, list of notes, the note, codes, bars. The note has the focus throughout."""

    LEVELS: ClassVar[Mapping[int, Level | None]] = {1: None, 2: "word", 3: "sentence"}

    def __init__(
        self, desk: Desk, look: Look, actions: Sequence[Action], tour: Tour = "no"
    ) -> None:
        """Show ``desk``; ``actions`` are those of the coder, with the keys that they have."""
        super().__init__(desk, actions, DESK_COMMANDS)
        self.actions = tuple(actions)
        self.look = look
        self.panes: list[Pane] = []
        self._tour: Tour = tour
        self.background = Background(self)
        self.counts = CodeCounts(desk)
        self.codebook_watch = CodebookWatch(self)
        self._own_commands |= {
            action_id: partial(command, self) for action_id, command in SCREEN_COMMANDS.items()
        }

    def compose(self) -> ComposeResult:
        """Lay the widgets out; the style sheet says which show at which width."""
        yield Bar("header")
        yield Bar("listed")
        with Horizontal(id="body"):
            yield NoteList(self.desk.session.note_rows, self._row_words)
            yield NoteView(self.look)
            yield CodePanel()
        yield PaneView()
        yield Bar("strip")
        yield Bar("bar")
        yield Bar("message")

    def on_mount(self) -> None:
        """Show the note, and begin to watch for others' work."""
        super().on_mount()
        self.set_interval(_LOOK_ELSEWHERE, self._look_elsewhere)
        self.codebook_watch.begin()
        start_with(self, self._tour)

    # Panes

    def open_pane(self, pane: Pane) -> None:
        """Lay a pane on the pile."""
        self.panes.append(pane)

    def close_pane(self, pane: Pane) -> None:
        """Take a pane off, wherever it lies."""
        self.panes = [other for other in self.panes if other is not pane]

    def answers(self, event: events.Key) -> bool:
        """Whether a pane has taken the key, the topmost first; what quits is for few of them."""
        quits = event.key in QUITTING
        panes = [pane for pane in reversed(self.panes) if pane.saves_first or not quits]
        return any(pane.take(event.key, event.character or "") for pane in panes)

    def pasted(self, text: str) -> bool:
        """Whether a pane has taken what was pasted."""
        return any(pane.paste(text) for pane in reversed(self.panes))

    def _pane_lines(self) -> tuple[Pane | None, list[list[Piece]]]:
        """The pane that is to be seen, with what it shows."""
        for pane in reversed(self.panes):
            most = pane.room(self.size.height)
            if lines := pane.lines(self.size.width, most):
                return pane, lines[:most]
        return None, []

    def _show_pane(self) -> None:
        """Show the pane that is to be seen."""
        pane, lines = self._pane_lines()
        low = self.size.height < _HIGH
        self.set_class(pane is not None and (pane.hides_strip or low), "-no-strip")
        self.query_one(PaneView).show(*lines)

    def on_pane_view_pressed(self, event: PaneView.Pressed) -> None:
        """Choose the line of the pane that was clicked."""
        pane, _ = self._pane_lines()
        if pane is not None:
            pane.press(event.line)

    # What is done and shown

    def attempt(self, command: Callable[[], object], *, keep_message: bool = False) -> None:
        """Run a command; show what came of it, or why nothing did."""
        before = self.desk.page.coded
        if not keep_message:
            self.desk.message = ""
        try:
            command()
        except DamagedError as error:
            self.app.exit(return_code=error.exit_code, message=str(error))
            return
        except NotecodeError as error:
            self.say_error(error)
            self._refresh_after(error)
        self.show(stale="" if self.desk.page.coded is before else before.note.id)

    def say_error(self, error: NotecodeError) -> None:
        """What went wrong, where, and what to do, all problems of a file in one line."""
        here = f"note {self.desk.page.coded.note.id}: "
        lines = (line.strip().rstrip(".") for line in str(error).removeprefix(here).splitlines())
        self.desk.message = "! " + ". ".join(lines)

    def _refresh_after(self, error: NotecodeError) -> None:
        """What could not be changed may stand otherwise by now: on this note, or everywhere."""
        desk = self.desk
        desk.end_mode()
        try:
            if isinstance(error, CodingError):
                desk.show_stored()
            else:
                desk.reload()
        except NotecodeError:
            return  # the first message says what is wrong

    def show(self, stale: str = "") -> None:
        """Bring every widget up to date; each redraws only what differs."""
        # A thread may come back while the widgets are being taken away one by one.
        if not (self.is_mounted and self.is_attached and self.app.is_running):
            return
        desk, note = self.desk, self.note
        desk.width = note.text_width
        reference = desk.reference
        note.show(desk.page, desk.selection, desk.cursor.focus, reference.id if reference else "")
        # What an undo changed on another note is seen there: the note shown now is stale as well.
        rows = [stale, desk.page.coded.note.id] if stale else []
        self.query_one(NoteList).show(desk.ids, desk.at, stale=rows)
        trouble = self.codebook_watch.trouble
        self.bar("header").show(wording.header(desk, self.size.width, trouble))
        listed = queue_line(desk, self.size.width) or filter_line(desk, self.size.width)
        self.set_class(bool(listed), "-listed")
        self.bar("listed").show(listed)
        self._show_pane()
        hinting = not self.has_class("-no-strip")  # else a pane says what its keys do
        self.show_foot(wording.foot(desk, self.look, self.size.width, hinting=hinting))
        self._show_strip()
        codes = self.query_one(CodePanel)
        if codes.display:
            width = codes.scrollable_content_region.width
            codes.show(panel(desk, self.counts, self.look, width))

    def _show_strip(self) -> None:
        """The keys, in lines whose number depends on the codes and the screen alone."""
        desk, strip = self.desk, self.bar("strip")
        rows = wording.strip_rows(desk, self.look, self.size)
        strip.styles.height = rows
        strip.show(*wording.strip(desk, self.look, self.size.width, rows))

    def _look_elsewhere(self) -> None:
        try:
            changed = self.desk.session.changed_elsewhere()
        except NotecodeError:
            return  # the database is busy: the next look will tell
        if changed:
            self.attempt(self.desk.read_again, keep_message=True)
            self.background.look_elsewhere()

    def no_action(self, key: str) -> None:
        """Say that the key does nothing, in the place of what was said before."""
        self.desk.message = f"{key_shown(key)} does nothing here: {self.desk.keys['help']} help"
        self.show()

    def _row_words(self, row: NoteRow, above: NoteRow | None) -> list[Piece]:
        return note_wording(row, above, self.query_one(NoteList).size.width - 1)

    def perform(self, action_id: str) -> None:
        """Do one of the actions of the table; bounds that were moved are saved or left first."""
        desk = self.desk
        again = f"; {desk.keys['quit']} again quits without them"
        asked = action_id == "quit" and desk.message.endswith(again)
        if asked or not would_lose_bounds(desk, action_id):
            super().perform(action_id)
            return
        self.attempt(lambda: desk.letter(""))
        if action_id == "quit":
            desk.message += again
            self.show()

    def toggle_list(self) -> None:
        """Show the list of notes, or hide it."""
        shown = self.query_one(NoteList).display
        self.set_class(not shown, "-list")
        self.set_class(shown, "-no-list")
        self.call_after_refresh(self.show)

    def place(self, offset: int, level: Level | None) -> None:
        """Select the unit at ``offset``; bring the nearer bound there while bounds are moved."""
        if self.desk.mode == "resize":
            self.desk.cursor.pull(offset)
        else:
            super().place(offset, level)

    def drag(self, start: int, end: int) -> None:
        """Select the words from one offset to another; or go on moving a bound."""
        if self.desk.mode == "resize":
            self.desk.cursor.move_to(end)
        else:
            super().drag(start, end)

    def on_note_list_chosen(self, event: NoteList.Chosen) -> None:
        """Open the note that was clicked."""
        leaves = would_lose_bounds(self.desk, "go")
        self.attempt(lambda: self.desk.letter("") if leaves else self.desk.open(event.at))
