"""What the screens over a note have in common: keys in the order typed, bars, prompt, mouse."""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping
from math import inf
from time import monotonic
from types import MappingProxyType
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from textual import events
from textual.screen import Screen

from notecode.errors import NotecodeError
from notecode.tui.actions import Action
from notecode.tui.cursor import Cursor, Direction, Level
from notecode.tui.lines import Bar, Piece
from notecode.tui.note_view import NoteView
from notecode.tui.prompt import Prompt


class KeyedDesk(Protocol):
    """What a screen asks of what it shows."""

    message: str
    cursor: Cursor

    def letter(self, key: str) -> object:
        """Do what a lower-case letter or a digit stands for."""

    def move(self, direction: Direction, *, extend: bool = False) -> None:
        """Go to the next or previous unit."""

    def move_rows(self, rows: int, *, extend: bool = False) -> None:
        """Go rows down, or up if negative."""

    def move_to_end(self, direction: Direction) -> None:
        """Go to the beginning (-1) or the end (1) of the note."""

    def resize_unit(self, step: Direction) -> None:
        """Take a wider or a narrower unit."""

    def mark(self) -> None:
        """Hold one end of the selection."""

    def other_end(self) -> None:
        """Let the other end of the selection move."""

    def cancel(self) -> None:
        """Leave what was begun, or select the unit at the cursor."""


SAVING = "saving…"
TOO_EARLY = "what was typed before the note was to be seen has done nothing"

DeskT = TypeVar("DeskT", bound=KeyedDesk)

SELECTING_COMMANDS: Mapping[str, Callable[[KeyedDesk], None]] = MappingProxyType(
    {
        "left": lambda desk: desk.move(-1),
        "right": lambda desk: desk.move(1),
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
    }
)
"""What every desk can do to select, whatever is in sight."""


def _typed(event: events.Key) -> list[events.Key]:
    """The keys of an event: a terminal sends Esc and the key typed right after it as one, Alt."""
    character = event.character or ""
    if not event.key.startswith("alt+") or not character.isprintable():
        return [event]
    name = character if character.isalnum() else event.key.removeprefix("alt+")
    return [events.Key("escape", None), events.Key(name, character)]


class KeyedScreen(Screen[None], Generic[DeskT], inherit_bindings=False):
    """A screen whose note has the focus throughout. Keys come from a table of actions.

    Subclasses lay out Bars named header, strip, bar and message and a NoteView named note.
    """

    ALLOW_SELECT = False
    AUTO_FOCUS = "#note"
    LEVELS: ClassVar[Mapping[int, Level | None]] = {1: "word", 2: "word", 3: "sentence"}
    """The unit that so many clicks select; None: the one that was selected last."""

    def __init__(
        self,
        desk: DeskT,
        actions: Iterable[Action],
        commands: Mapping[str, Callable[[DeskT], object]],
    ) -> None:
        """Show ``desk``; ``commands`` are its own, by action id."""
        super().__init__()
        self.desk = desk
        self._commands = commands
        self._action_by_key = {
            key: action.id for action in actions for key in action.keys.split(",")
        }
        self._prompt: Prompt | None = None
        self._covered = False
        self._writing = False
        self._written = 0.0  # when it was last done, on the clock of the events
        self._seen_at = inf  # when the note was first to be seen
        self._too_early = False
        self._own_commands: dict[str, Callable[[], object]] = {
            "up": lambda: self.move_rows(-1),
            "down": lambda: self.move_rows(1),
            "page-up": lambda: self.move_rows(2 - self.note.size.height),
            "page-down": lambda: self.move_rows(self.note.size.height - 2),
            "quit": lambda: self.app.exit(return_code=0),
        }

    @property
    def note(self) -> NoteView:
        """The view of the note."""
        return self.query_one("#note", NoteView)

    def bar(self, name: str) -> Bar:
        """One of the bars."""
        return self.query_one(f"#{name}", Bar)

    def on_mount(self) -> None:
        """Show the note once the widgets have their sizes."""
        self.call_after_refresh(self._show_first)

    def _show_first(self) -> None:
        self.show()
        # Painting it takes less time than anybody needs to see it; whether it has been painted is
        # said some frames later, too late for who is quick on a machine that is slow.
        self._take_keys()

    def _take_keys(self) -> None:
        """The note is put on the screen: what is typed from now on is meant for it."""
        self._seen_at = monotonic()
        self._say_too_early()

    def _comes_too_early(self, event: events.Event) -> bool:
        """Whether it was typed for a note that nobody had seen; that is said."""
        early = event.time < self._seen_at
        self._too_early = self._too_early or early
        self._say_too_early()
        return early

    def _say_too_early(self) -> None:
        if self._too_early and self._seen_at < inf:
            self._too_early = False
            self.desk.message = TOO_EARLY
            self.show()

    def on_resize(self) -> None:
        """The bars are worded for the width."""
        self.call_after_refresh(self.show)

    def on_screen_resume(self) -> None:
        """An overlay has gone: keys mean what they did."""
        self._covered = False

    # Keys

    def on_key(self, event: events.Key) -> None:
        """Every key comes here, in the order typed: to the prompt, an answer, an action, a letter.

        Bindings would not do: Textual looks them up one step later than it calls this method, so
        a letter typed fast would overtake the action that gives it its meaning.
        """
        event.stop()
        if self._comes_too_early(event):
            return
        if self._writing or event.time < self._written:
            return  # typed while something was being written: it was meant for what is gone
        for key in _typed(event):
            self.take_key(key)

    def take_key(self, event: events.Key) -> None:
        """Do what a key does now; one that was held back comes here again."""
        character = event.character or ""
        if self._covered:
            return
        if self._prompt is not None:
            self._type(self._prompt, event)
        elif self.answers(event):
            return
        elif (action_id := self._action_by_key.get(event.key)) is not None:
            self.perform(action_id)
        elif len(character) == 1 and (character.islower() or character.isdecimal()):
            self.attempt(lambda: self.desk.letter(character))
        else:
            self.no_action(event.key)

    def no_action(self, key: str) -> None:
        """A key (by Textual's name) was pressed that stands for nothing."""

    def action_of(self, key: str) -> str:
        """The action that a key (by Textual's name) stands for, by its id; "" if none."""
        return self._action_by_key.get(key, "")

    def answers(self, event: events.Key) -> bool:
        """Whether a question was open and has taken the key."""
        del event
        return False

    def perform(self, action_id: str) -> None:
        """Do one of the actions of the table."""
        if action_id in self._commands:
            self.attempt(lambda: self._commands[action_id](self.desk))
        else:
            self.attempt(self._own_commands[action_id])

    def attempt(self, command: Callable[[], object]) -> None:
        """Run a command; show what came of it, or why nothing did."""
        self.desk.message = ""
        try:
            self.take_on(command())
        except NotecodeError as error:
            self.say_error(error)
        self.show()

    def take_on(self, result: object) -> None:
        """Go on with what a command gave; most give nothing."""

    def say_error(self, error: NotecodeError) -> None:
        """What went wrong and what to do, without the place, for which there is no room."""
        words = filter(None, (error.what.rstrip("."), error.hint.rstrip(".")))
        self.desk.message = "! " + ". ".join(words)

    @abstractmethod
    def show(self, stale: str = "") -> None:
        """Bring every widget up to date; each redraws only what differs.

        ``stale`` is the id of a note whose row in the list is another by now, or "*" for all.
        """

    def show_foot(self, lines: list[list[Piece]]) -> None:
        """What is acted on, then what is said, in as many lines as that needs."""
        first, *rest = lines
        self.bar("bar").show(first)
        if self._prompt is not None:
            rest = [self._prompt.pieces(self.size.width)]
        message = self.bar("message")
        message.styles.height = max(min(len(rest), self.size.height // 3), 1)
        message.show(*rest)

    def write(self, save: Callable[[], object]) -> None:
        """Run what takes a while: that it is saving is drawn first, and keys wait for no answer.

        What is typed until it is done is taken for nothing.
        """
        self._writing = True
        self.desk.message = SAVING
        self.show()
        self.call_after_refresh(self._write, save)

    def _write(self, save: Callable[[], object]) -> None:
        try:
            save()
        finally:
            self._writing, self._written = False, monotonic()

    # What is laid over the note, and asked for

    def lay_over(self, overlay: Screen[Any]) -> None:
        """Lay a screen over this one; keys typed before it is there are not taken for letters."""
        self._covered = True
        self.app.push_screen(overlay)

    def ask(self, question: str, then: Callable[[str], object]) -> None:
        """Ask for a line of text."""
        self._prompt = Prompt(question, then)

    def _type(self, prompt: Prompt, event: events.Key) -> None:
        if event.key in {"escape", "enter"}:
            self._prompt = None
        if event.key == "enter":
            self.attempt(lambda: prompt.then(prompt.typed))
        else:
            prompt.edit(event.key, event.character)
            self.show()

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted goes into the prompt; without one it is no key and does nothing."""
        event.stop()
        if self._comes_too_early(event) or self._writing or event.time < self._written:
            return
        if self._prompt is not None:
            self._prompt.paste(event.text)
            self.show()
        elif self.pasted(event.text):
            self.show()

    def pasted(self, text: str) -> bool:
        """Whether something else that is typed into has taken what was pasted."""
        del text
        return False

    # The mouse

    def on_note_view_placed(self, event: NoteView.Placed) -> None:
        """Select the unit where the mouse was pressed, by the number of clicks."""
        if event.view == "note":
            level = self.LEVELS[min(event.clicks, max(self.LEVELS))]
            self.attempt(lambda: self.place(event.offset, level))

    def on_note_view_dragged(self, event: NoteView.Dragged) -> None:
        """Select the words that the mouse was drawn over."""
        if event.view == "note":
            self.attempt(lambda: self.drag(event.start, event.end))

    def move_rows(self, rows: int) -> None:
        """Go rows down, or up if negative; through what is selected first, if it is so long."""
        cursor, note = self.desk.cursor, self.note
        before = cursor.unit
        further = note.further(before, rows) if before is not None else None
        if further is not None:
            cursor.look_at(further)
            return
        self.desk.move_rows(rows)
        cursor = self.desk.cursor
        if rows < 0 and cursor.unit is not None and cursor.unit != before:
            end = note.end_of(cursor.unit)  # it is read upwards: its end comes first
            cursor.look_at(cursor.focus if end is None else end)

    def place(self, offset: int, level: Level | None) -> None:
        """Select the unit at ``offset``."""
        cursor = self.desk.cursor
        cursor.place(offset, level)
        if cursor.unit is not None and self.note.end_of(cursor.unit) is not None:
            cursor.look_at(offset)  # or a unit longer than the screen would jump to its beginning

    def drag(self, start: int, end: int) -> None:
        """Select the words from one offset to another."""
        self.desk.cursor.drag(start, end)
