"""A pane with a list to choose from, which is made shorter by typing."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from rich.cells import cell_len, set_cell_size
from rich.style import Style
from textual import events

from notecode.text.grid import printable
from notecode.text.layout import width_of
from notecode.tui.coder.pane import Pane
from notecode.tui.line_edit import LineEdit
from notecode.tui.lines import width_of_pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from notecode.tui.coder.screen import CoderScreen
    from notecode.tui.lines import Piece

PLAIN = Style()
BOLD = Style(bold=True)
QUIET = Style(dim=True)
MARKED = Style(reverse=True, bold=True)
_STEPS = {"down": 1, "up": -1, "pagedown": 10, "pageup": -10}
_TAKING = {"enter", "tab", *_STEPS}

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """A line of a list: what it stands for, its text in styles, and what stands at its right."""

    value: T
    pieces: tuple[Piece, ...]
    right: str = ""


def choice(value: T, text: str, right: str = "") -> Choice[T]:
    """A line in one style; the text may come from anywhere."""
    return Choice(value, ((printable(text), PLAIN),), right)


class ListPane(Pane, Generic[T]):
    """Lines to choose from: ↑ ↓ mark one, Enter takes it, Esc closes; what is typed narrows them.

    Subclasses give the ``choices`` that fit what is typed and say what ``choose`` does. Where these
    are yet to come (``waiting``), a key that takes a line is kept, with all that is typed after
    it, until they have (``go_on``).
    """

    hides_strip = True
    title = ""
    hint = "Enter goes  Esc closes"

    def __init__(self, screen: CoderScreen) -> None:
        """Nothing is typed, the first line is marked."""
        self.screen = screen
        self.typed = LineEdit()
        self.at = 0
        self._top = 0
        self._kept: list[events.Key] = []

    @abstractmethod
    def choices(self) -> Sequence[Choice[T]]:
        """The lines that fit what is typed."""

    @abstractmethod
    def choose(self, value: T) -> object:
        """Take a line; the pane has been closed."""

    def waiting(self) -> bool:
        """Whether it is too early to take a line: those that may fit are not there yet."""
        return False

    def go_on(self) -> None:
        """More lines are there: do what was typed ahead."""
        if self.waiting():
            return
        kept, self._kept = self._kept, []
        for key in kept:
            self.screen.take_key(key)

    def nothing(self) -> str:
        """What is said where no line fits."""
        return "nothing"

    def room(self, height: int) -> int:
        """Up to two thirds of the screen."""
        return max(height * 2 // 3, 6)

    def take(self, key: str, character: str) -> bool:
        """Take every key."""
        if key == "escape":
            self._kept = []
            self.screen.attempt(partial(self.leave))
        elif self._kept or (key in _TAKING and self.waiting()):
            self._kept.append(events.Key(key, character or None))
        elif key == "enter":
            self._choose()
        elif key in _STEPS:
            self._step(_STEPS[key])
            self.screen.show()
        else:
            self.screen.attempt(partial(self._other, key, character))
        return True

    def _other(self, key: str, character: str) -> None:
        if not self.key(key, character) and self.typed.take(key, character):
            self.at = self._top = 0

    def key(self, key: str, character: str) -> bool:
        """Take a key of one's own before it is typed."""
        del key, character
        return False

    def leave(self) -> None:
        """Close without choosing."""
        self.screen.close_pane(self)

    def paste(self, text: str) -> bool:
        """Look for what is pasted."""
        self.typed.insert(text)
        self.at = self._top = 0
        return True

    def press(self, line: int) -> None:
        """Take the line that was clicked."""
        if line > 0:
            self.at = self._top + line - 1
            self._choose()

    def marked(self) -> T | None:
        """What the marked line stands for."""
        lines = self.choices()
        return lines[min(self.at, len(lines) - 1)].value if lines else None

    def _choose(self) -> None:
        value = self.marked()
        if value is not None:
            self.screen.close_pane(self)
            self.screen.attempt(partial(self.choose, value))

    def _step(self, step: int) -> None:
        count = len(self.choices())
        self.at = min(max(self.at + step, 0), max(count - 1, 0))

    # What is shown

    def lines(self, width: int, most: int) -> list[list[Piece]]:
        """What is typed, then the lines around the marked one."""
        choices = self.choices()
        self.at = min(self.at, max(len(choices) - 1, 0))
        rows = most - 1
        top = max(self.at - rows + 1, min(self._top, self.at))
        self._top = max(min(top, len(choices) - rows), 0)
        shown = choices[self._top : self._top + rows]
        listed = [
            row(line, width, marked=self._top + at == self.at) for at, line in enumerate(shown)
        ]
        if not listed:
            listed = [[(f"   {printable(self.nothing())}", QUIET)]]
        return [self.head(width), *listed]

    def head(self, width: int) -> list[Piece]:
        """The title, what is typed, and what the keys do."""
        title = f" {printable(self.title)}: "
        typed = self.typed.pieces(max(width - width_of(title) - 1, 10), PLAIN)
        used = width_of(title) + width_of_pieces(typed)
        hint = self.hint.rjust(width - used - 1) if used + len(self.hint) + 2 <= width else ""
        return [(title, BOLD), *typed, (hint, QUIET)]


def row(line: Choice[T], width: int, *, marked: bool) -> list[Piece]:
    """A line with a sign before the marked one, filled up to ``width`` cells."""
    sign = " ▸ " if marked else "   "
    room = max(width - len(sign) - len(line.right) - 2, 4)
    pieces: list[Piece] = [(sign, MARKED if marked else PLAIN)]
    for text, style in line.pieces:
        cut = text if cell_len(text) <= room else f"{set_cell_size(text, max(room - 1, 0))}…"
        room -= cell_len(cut)
        pieces.append((cut, style + MARKED if marked else style))
        if room <= 0:
            break
    return [*pieces, (" " * max(room, 0) + f" {line.right} ", MARKED if marked else PLAIN)]
