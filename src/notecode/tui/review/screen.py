"""The review screen: hands keys to the desk, decisions to a thread, and shows what has changed."""

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Horizontal

from notecode.errors import DeliberateError, NotecodeError
from notecode.project.reviewing.notes import ReviewRow
from notecode.project.reviewing.wishes import Applied
from notecode.tui.actions import Action
from notecode.tui.keyed_screen import SELECTING_COMMANDS, KeyedScreen
from notecode.tui.lines import Bar
from notecode.tui.note_list import NoteList
from notecode.tui.note_view import NoteView
from notecode.tui.overlays import Overlay
from notecode.tui.painting import Look
from notecode.tui.review import wording
from notecode.tui.review.actions import REVIEW_ACTIONS
from notecode.tui.review.desk import ReviewDesk, Task, carried

_LOOK_ELSEWHERE = 2.0  # seconds between looks for what other processes wrote
_STRIP_ROWS = 3
_OTHER_ROWS = 6  # rows left to the text and the bars while it is asked who is meant
_HIGH = 32  # rows of a screen that has room for more people

COMMANDS: dict[str, Callable[[ReviewDesk], Task | None]] = {
    **SELECTING_COMMANDS,
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
}
"""The actions that are commands of the desk; the others are the screen's own."""


class ReviewScreen(KeyedScreen[ReviewDesk], inherit_bindings=False):
    """Header, list, result and original, types and people, bars. The result has the focus."""

    def __init__(
        self, desk: ReviewDesk, look: Look, actions: Sequence[Action] = REVIEW_ACTIONS
    ) -> None:
        """Show ``desk``; ``actions`` are those of the review, with the keys that they have."""
        super().__init__(desk, actions, COMMANDS)
        self.look = look
        self._waiting: deque[Task] = deque()
        self._busy = ""
        self._reading = ""
        self._leaving = False
        self._own_commands |= {
            "page-up": lambda: desk.turn_page(-1, 2 - self.note.size.height),
            "page-down": lambda: desk.turn_page(1, self.note.size.height - 2),
            "find-who": lambda: self.ask("name or tag of who is meant", desk.find_who),
            "undo": lambda: Task("undo"),
            "redo": lambda: Task("redo"),
            "go": lambda: self.ask("case, note, or number in the list", desk.go_to),
            "list": self._toggle_list,
            "help": lambda: self.lay_over(Overlay(wording.help_text(actions))),
            "quit": self._quit,
        }

    def compose(self) -> ComposeResult:
        """Lay the widgets out; the style sheet says which show at which width."""
        rows: NoteList[ReviewRow] = NoteList(self.desk.notes.rows, wording.row_pieces)
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
    def original(self) -> NoteView:
        """The view of the note as it was exported."""
        return self.query_one("#original", NoteView)

    def on_mount(self) -> None:
        """Show the note, read its case, and begin to watch for others' work."""
        super().on_mount()
        self.set_interval(_LOOK_ELSEWHERE, self._look_elsewhere)
        self.call_after_refresh(self._prepare)

    def answers(self, event: events.Key) -> bool:
        """Whether a question was open and has taken the key."""
        if not self.desk.question:
            return False
        key = "enter" if event.key == "enter" else event.character or ""
        self.attempt(lambda: self.desk.answer(key))
        return True

    def attempt(self, command: Callable[[], object]) -> None:
        """Run a command; show what came of it, or why nothing did; begin what takes time."""
        super().attempt(command)
        self._prepare()

    # What takes time

    def take_on(self, result: object) -> None:
        """Let a task wait for its turn: what was typed first is done, and undone, in that order."""
        if not isinstance(result, Task):
            return
        if result.kind == "mark" and (self._busy or self._waiting):
            self.desk.go_ahead(result)
        self._waiting.append(result)
        self._begin()

    def _begin(self) -> None:
        """Start what waits, unless something is being done."""
        while self._waiting and not self._busy and not self.desk.question:
            task = self._waiting.popleft()
            if task.is_quick:
                self._do_here(task)
            else:
                self._busy = "applying…"
                self.run_worker(partial(self._do, task), thread=True, group="tasks")

    def _do_here(self, task: Task) -> None:
        try:
            self.desk.do(task)
        except NotecodeError as error:
            self._drop_waiting()
            self.say_error(error)

    def _drop_waiting(self) -> None:
        """What was typed after something that did not come about is not done."""
        self._waiting.clear()
        self.desk.forget_ahead()

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
                self._drop_waiting()
            elif failure is not None:
                self._leaving = False
                self._drop_waiting()
                self.desk.reload()
                self.say_error(failure)
            elif isinstance(applied, tuple):
                if task.wish is not None:
                    self.desk.ask_everywhere(task.wish, *applied)
                    self._drop_waiting()
            else:
                if applied is not None:
                    self._waiting = deque(carried(self._waiting, applied))
                self.desk.take_in(applied, task.kind, task.wish)
        except NotecodeError as error:
            self.say_error(error)
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
            self.say_error(failure)
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
        listed.show(desk.ids, desk.at, stale=[stale or desk.note.note.id])
        busy = self._busy or ("reading the case…" if self._reading == desk.note.case.id else "")
        self.bar("header").show(wording.header(desk, self.size.width, busy))
        self.bar("stored-title").show(wording.stored_title(desk))
        self.bar("title").show(wording.title(desk))
        strip = self.bar("strip")
        most = _STRIP_ROWS if self.size.height < _HIGH else _STRIP_ROWS + 2
        lines = wording.strip(desk, self.look, self.size.width, most)
        most = self.size.height - _OTHER_ROWS if desk.asking else self.size.height // 2
        strip.styles.height = min(max(len(lines), _STRIP_ROWS), most)
        strip.show(*lines)
        self.show_foot(wording.foot(desk, self.look, self.size.width))

    def _toggle_list(self) -> None:
        shown = self.query_one("#list", NoteList).display
        self.set_class(not shown, "-list")
        self.set_class(shown, "-no-list")
        self.call_after_refresh(self.show)

    def on_note_list_chosen(self, event: "NoteList.Chosen") -> None:
        """Open the note that was clicked."""
        self.attempt(lambda: self.desk.open(event.at))
