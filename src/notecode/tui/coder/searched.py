"""A pane of lines to read, of which what is typed leaves those that have it."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, TypeVar

from rich.style import Style

from notecode.text.layout import width_of
from notecode.tui.coder.pane import Pane
from notecode.tui.line_edit import LineEdit
from notecode.tui.lines import width_of_pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from notecode.tui.coder.screen import CoderScreen
    from notecode.tui.lines import Piece

_BOLD = Style(bold=True)
_QUIET = Style(dim=True)
_KEPT_ROWS = 7  # header, a row or two of the note, the foot
_STEPS = {"down": 1, "up": -1}

T = TypeVar("T")


def fitting(items: Iterable[T], texts: Iterable[str], typed: str) -> list[T]:
    """The items in whose text words begin with all that is typed; if none do, those that have it.

    ``texts`` are those of the items, in their order.
    """
    wanted = typed.casefold().split()
    known = [(text.casefold(), item) for item, text in zip(items, texts, strict=True)]
    begin = [i for t, i in known if all(any(w.startswith(x) for w in t.split()) for x in wanted)]
    return begin or [item for text, item in known if all(word in text for word in wanted)]


class SearchedPane(Pane):
    """It takes every key: what is typed narrows it, arrows scroll, Esc closes.

    Subclasses give the ``body`` and the action that opens and closes it.
    """

    hides_strip = True
    title = ""
    action = ""
    none = "nothing has this"

    def __init__(self, screen: CoderScreen) -> None:
        """Begin at the top with all of it."""
        self.screen = screen
        self.typed = LineEdit()
        self._top = 0
        self._page = 10

    @abstractmethod
    def body(self, width: int) -> list[list[Piece]]:
        """The lines that have what is typed, ``width`` cells wide."""

    def columns(self, width: int) -> int:
        """In how many columns the lines stand."""
        del width
        return 1

    def room(self, height: int) -> int:
        """All but a little of the screen."""
        return max(height - _KEPT_ROWS, 5)

    def take(self, key: str, character: str) -> bool:
        """Take every key."""
        if key in {"escape", "enter"} or self.screen.action_of(key) == self.action:
            self.screen.close_pane(self)
        elif key in _STEPS or key in {"pagedown", "pageup"}:
            step = _STEPS.get(key) or (self._page if key == "pagedown" else -self._page)
            self._top = max(self._top + step, 0)
        elif self.typed.take(key, character):
            self._top = 0
        self.screen.show()
        return True

    def paste(self, text: str) -> bool:
        """Look for what is pasted."""
        self.typed.insert(text)
        self._top = 0
        return True

    def lines(self, width: int, most: int) -> list[list[Piece]]:
        """What is typed, then as many lines as there is room for."""
        columns = self.columns(width)
        table = self.body(width // columns)
        high = min(max(most - 1, 1), -(-len(table) // columns) or 1)
        self._page = max(high - 1, 1)
        self._top = min(self._top, max(len(table) - columns * high, 0))
        shown = _side_by_side(table[self._top :], columns, high)
        return [self._head(width), *(shown if table else [[(f"   {self.none}", _QUIET)]])]

    def _head(self, width: int) -> list[Piece]:
        hint, title = "type to search  ↑ ↓ PgDn  Esc closes", f" {self.title}: "
        room = max(width - width_of(title) - len(hint) - 3, 8)
        head: list[Piece] = [(title, _BOLD), *self.typed.pieces(room, Style())]
        used = width_of_pieces(head)
        fits = used + len(hint) < width
        return [*head, (hint.rjust(max(width - used - 1, 0)) if fits else "", _QUIET)]


def _side_by_side(lines: Sequence[list[Piece]], columns: int, high: int) -> list[list[Piece]]:
    """As many lines as stand in so many columns, the first column first."""
    return [
        [piece for line in lines[at : columns * high : high] for piece in line]
        for at in range(min(high, len(lines)))
    ]
