"""The review screen: hands keys to the desk, decisions to a thread, and shows what has changed."""

from collections import deque
from collections.abc import Callable
from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.screen import Screen

from notecode.errors import DeliberateError, NotecodeError
from notecode.project.review_notes import ReviewRow
from notecode.project.review_wishes import Applied
from notecode.tui import review_wording as wording
from notecode.tui.cursor import Level
from notecode.tui.lines import Bar
from notecode.tui.note_list import NoteList
from notecode.tui.note_view import NoteView
from notecode.tui.overlays import Overlay
from notecode.tui.painting import Look
from notecode.tui.prompt import Prompt
from notecode.tui.review_actions import REVIEW_ACTIONS
from notecode.tui.review_desk import ReviewDesk, Task, carried

_LOOK_ELSEWHERE = 2.0  # seconds between looks for what other processes wrote
_STRIP_ROWS = 3
_OTHER_ROWS = 6  # rows left to the text and the bars while it is asked who is meant
_HIGH = 32  # rows of a screen that has room for more people

COMMANDS: dict[str, Callable[[ReviewDesk], Task | None]] = {
    "next-flag": lambda desk: desk.next_flag(),
    "previous-flag": lambda desk: desk.previous_flag(),
    "fine": lambda desk: desk.fine(),
    "who": lambda desk: desk.who(),
    "unmask": lambda desk: desk.unmask(),
    "everywhere": lambda desk: desk.turn_everywhere(),
    "next-mask": lambda desk: desk.next_mask(1),
    "previous-mask": lambda desk: desk.next_mask(-1),
    "reviewed": lambda desk: desk.reviewed(),
    "reopen": lambda desk: desk.reopen(),
    "sign-off": lambda desk: desk.sign_off(),
    "next-note": lambda desk: desk.turn(1),
    "previous-note": lambda desk: desk.turn(-1),
    "filter": lambda desk: desk.filter(),
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
    "other-end": lambda desk: desk.other_end(),
    "cancel": lambda desk: desk.cancel(),
}
"""The actions that are commands of the desk; the others are the screen's own."""


class ReviewScreen(Screen[None], inherit_bindings=False):
    """Header, list, result and original, types and people, bars. The result has the focus."""

    ALLOW_SELECT = False
    AUTO_FOCUS = "#note"

    def __init__(self, desk: ReviewDesk, look: Look) -> None:
        """Show ``desk``."""
        super().__init__()
        self.desk = desk
        self.look = look
        self._action_by_key = {
            key: action.id for action in REVIEW_ACTIONS for key in action.keys.split(",")
        }
        self._prompt: Prompt | None = None
        self._covered = False
        self._waiting: deque[Task] = deque()
        self._busy = ""
        self._reading = ""
        self._leaving = False
        self._own_commands: dict[str, Callable[[], object]] = {
            "page-up": lambda: desk.move_rows(2 - self.note.size.height),
            "page-down": lambda: desk.move_rows(self.note.size.height - 2),
            "undo": lambda: Task("undo"),
            "redo": lambda: Task("redo"),
            "go": self._ask_where,
            "list": self._toggle_list,
            "help": self._help,
            "quit": self._quit,
        }

    def compose(self) -> ComposeResult:
        """Lay the widgets out; the style sheet says which show at which width."""
        rows: NoteList[ReviewRow] = NoteList(self.desk.notes.rows, wording.row_wording)
        yield Bar("header")
        with Horizontal(id="body"):
            yield rows
            with Container(id="texts"):
                with Container(id="stored"):
                    yield Bar("stored-title")
                    yield NoteView(self.look)
                with Container(id="beside"):
                    yield Bar("title")
                    yield NoteView(self.look, "original")
        yield Bar("strip")
        yield Bar("bar")
        yield Bar("message")

    @property
    def note(self) -> NoteView:
        """The view of the note as it is stored."""
        return self.query_one("#note", NoteView)

    @property
    def original(self) -> NoteView:
        """The view of the note as it was exported."""
        return self.query_one("#original", NoteView)

    def on_mount(self) -> None:
        """Show the note, read its case, and begin to watch for others' work."""
        self.set_interval(_LOOK_ELSEWHERE, self._look_elsewhere)
        self.call_after_refresh(self.show)
        self.call_after_refresh(self._prepare)

    def on_resize(self) -> None:
        """The bars are worded for the width."""
        self.call_after_refresh(self.show)

    # Keys

    def on_key(self, event: events.Key) -> None:
        """Every key comes here, in the order typed: an answer, an action, a type, a person."""
        event.stop()
        if self._covered:
            return
        character = event.character or ""
        if self._prompt is not None:
            self._type(self._prompt, event)
        elif self.desk.question:
            self.attempt(lambda: self.desk.answer("enter" if event.key == "enter" else character))
        elif (action_id := self._action_by_key.get(event.key)) is not None:
            self.perform(action_id)
        elif len(character) == 1 and (character.islower() or character.isdecimal()):
            self.attempt(lambda: self.desk.letter(character))

    def on_screen_resume(self) -> None:
        """An overlay has gone: keys mean what they did."""
        self._covered = False

    def perform(self, action_id: str) -> None:
        """Do one of the actions of the table."""
        if action_id in COMMANDS:
            self.attempt(lambda: COMMANDS[action_id](self.desk))
        else:
            self.attempt(self._own_commands[action_id])

    def attempt(self, command: Callable[[], object]) -> None:
        """Run a command; show what came of it, or why nothing did; begin what takes time."""
        self.desk.message = ""
        try:
            task = command()
        except NotecodeError as error:
            self._say_error(error)
        else:
            if isinstance(task, Task):
                self._waiting.append(task)
                self._begin()
        self.show()
        self._prepare()

    def _say_error(self, error: NotecodeError) -> None:
        words = filter(None, (error.what.rstrip("."), error.hint.rstrip(".")))
        self.desk.message = "! " + ". ".join(words)

    # What takes time

    def _begin(self) -> None:
        """Start the next task that waits, unless one is being done."""
        if self._busy or not self._waiting:
            return
        task = self._waiting.popleft()
        self._busy = "applying…"
        self.run_worker(partial(self._do, task), thread=True, group="tasks")

    def _do(self, task: Task) -> None:
        """In a thread of its own: what the task asks for, then back to the screen."""
        reviewer = self.desk.reviewer
        applied: Applied | None = None
        reached: tuple[int, int] | None = None
        failure: NotecodeError | None = None
        try:
            if task.kind == "reach" and task.wish is not None:
                reached = reviewer.reach(task.wish)
            elif task.wish is not None:
                applied = reviewer.decide([task.wish])
            else:
                applied = reviewer.undo() if task.kind == "undo" else reviewer.redo()
        except NotecodeError as error:
            failure = error
        self.app.call_from_thread(self._done, task, applied or reached, failure)

    def _done(
        self,
        task: Task,
        applied: Applied | tuple[int, int] | None,
        failure: NotecodeError | None,
    ) -> None:
        self._busy = ""
        try:
            if isinstance(failure, DeliberateError) and task.wish is not None:
                self.desk.ask_deliberate(task.wish)
                self._waiting.clear()
            elif failure is not None:
                self._leaving = False
                self._waiting.clear()
                self.desk.reload()
                self._say_error(failure)
            elif isinstance(applied, tuple):
                if task.wish is not None:
                    self.desk.ask_everywhere(task.wish, *applied)
                    self._waiting.clear()
            else:
                if applied is not None:
                    self._waiting = deque(carried(self._waiting, applied))
                self.desk.take_in(applied, task.kind, task.wish)
        except NotecodeError as error:
            self._say_error(error)
        self.desk.notes.changed_elsewhere()
        self.show(stale="*")
        self._begin()
        if self._leaving:
            self._quit()

    def _quit(self) -> None:
        """Leave, once what was decided has been applied; a question holds the screen open."""
        self._leaving = bool(self._busy or self._waiting)
        if self._leaving:
            self.desk.message = "leaving when this is applied"
        elif not self.desk.question:
            self.app.exit(return_code=0)

    def _prepare(self) -> None:
        """Read the case of the open note, so that decisions on it are quick."""
        case_id = self.desk.note.case.id
        if self._reading or self.desk.reviewer.read_already(case_id) or not self.desk.note.original:
            return
        self._reading = case_id
        self.show()
        self.run_worker(partial(self._read, case_id), thread=True, group="reading")

    def _read(self, case_id: str) -> None:
        failure: NotecodeError | None = None
        try:
            self.desk.reviewer.prepare(case_id)
        except NotecodeError as error:
            failure = error
        self.app.call_from_thread(self._has_read, failure)

    def _has_read(self, failure: NotecodeError | None) -> None:
        self._reading = ""
        if failure is not None:
            self._say_error(failure)
        else:
            self._prepare()
        self.show()

    def _look_elsewhere(self) -> None:
        if self._busy:
            return
        try:
            if self.desk.notes.changed_elsewhere():
                self.desk.reload()
                self.show(stale="*")
        except NotecodeError:
            return  # the database is busy: the next look will tell

    # Showing

    def show(self, stale: str = "") -> None:
        """Bring every widget up to date; each redraws only what differs."""
        if not self.is_mounted or not self.is_attached:
            return
        desk = self.desk
        desk.width, desk.original_width = self.note.text_width, self.original.text_width
        self.note.show(desk.page, desk.selection, desk.cursor.focus, "")
        there = desk.in_original
        self.original.show(desk.original, there, there.start if there else 0, "")
        listed = self.query_one("#list", NoteList)
        listed.show(desk.ids, desk.at, stale=stale or desk.note.note.id)
        busy = self._busy or ("reading the case…" if self._reading == desk.note.case.id else "")
        self._bar("header").show(wording.header(desk, self.size.width, busy))
        self._bar("stored-title").show(wording.stored_title(desk))
        self._bar("title").show(wording.title(desk))
        strip = self._bar("strip")
        most = _STRIP_ROWS if self.size.height < _HIGH else _STRIP_ROWS + 2
        lines = wording.strip(desk, self.look, self.size.width, most)
        most = self.size.height - _OTHER_ROWS if desk.asking_who else self.size.height // 2
        strip.styles.height = min(max(len(lines), _STRIP_ROWS), most)
        strip.show(*lines)
        bar, message = wording.foot(desk, self.look, self.size.width)
        self._bar("bar").show(bar)
        self._bar("message").show(self._prompt.pieces() if self._prompt else message)

    def _bar(self, name: str) -> Bar:
        return self.query_one(f"#{name}", Bar)

    def _toggle_list(self) -> None:
        shown = self.query_one("#list", NoteList).display
        self.set_class(not shown, "-list")
        self.set_class(shown, "-no-list")
        self.call_after_refresh(self.show)

    def _help(self) -> None:
        self._covered = True
        self.app.push_screen(Overlay(wording.help_text()))

    def _ask_where(self) -> None:
        self._prompt = Prompt("case, note, or number in the list", self.desk.go_to)

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
        """Select the word where the mouse was pressed in the result; a triple click, a sentence."""
        if event.view == "note":
            level: Level = "sentence" if event.clicks > 2 else "word"
            self.attempt(lambda: self.desk.cursor.place(event.offset, level))

    def on_note_view_dragged(self, event: NoteView.Dragged) -> None:
        """Select what the mouse was drawn over in the result."""
        if event.view == "note":
            self.attempt(lambda: self.desk.cursor.drag(event.start, event.end))

    def on_note_list_chosen(self, event: "NoteList.Chosen") -> None:
        """Open the note that was clicked."""
        self.attempt(lambda: self.desk.open(event.at))
