"""Choosing a case, a note, a code or a memo by what is typed of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

from notecode.memos import first_line
from notecode.text.grid import printable
from notecode.text.layout import fit, pad, shorten
from notecode.tui.coder.pane import Pane
from notecode.tui.line_edit import LineEdit
from notecode.tui.lines import width_of_pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from notecode.model import Thing
    from notecode.tui.coder.screen import CoderScreen
    from notecode.tui.lines import Piece

_PLAIN = Style()
_BOLD = Style(bold=True)
_QUIET = Style(dim=True)
_CHOSEN = Style(reverse=True, bold=True)
_STEPS = {"down": 1, "tab": 1, "up": -1, "shift+tab": -1, "pagedown": 6, "pageup": -6}
_THING = 26

Found = tuple["Thing", str]
"""A thing, and what is known of it."""


class ThingPicker(Pane):
    """The things that fit what is typed; Enter takes the one that is marked."""

    hides_strip = True

    def __init__(
        self,
        screen: CoderScreen,
        question: str,
        look_for: Callable[[str], Sequence[Found]],
        then: Callable[[Thing | None, str], object],
    ) -> None:
        """``then`` is called with the thing, or with None and what was typed after Esc."""
        self._screen = screen
        self._question = question
        self._look_for = look_for
        self._then = then
        self._typed = LineEdit()
        self._found: Sequence[Found] = look_for("")
        self._at = 0
        self._top = 0

    def take(self, key: str, character: str) -> bool:
        """Take every key."""
        if key == "escape":
            self._end(None)
        elif key == "enter":
            self._choose(self._at)
        elif key in _STEPS:
            self._at = min(max(self._at + _STEPS[key], 0), max(len(self._found) - 1, 0))
            self._screen.show()
        elif self._typed.take(key, character):
            self._look()
        return True

    def paste(self, text: str) -> bool:
        """Look for what is pasted."""
        self._typed.insert(text)
        self._look()
        return True

    def press(self, line: int) -> None:
        """Take the thing on the line."""
        if line:
            self._choose(self._top + line - 1)

    def _look(self) -> None:
        typed = self._typed.text.strip().removeprefix("[[").removesuffix("]]")
        self._found = self._look_for(typed)
        self._at = self._top = 0
        self._screen.show()

    def _choose(self, at: int) -> None:
        if at < len(self._found):
            self._end(self._found[at][0])

    def _end(self, thing: Thing | None) -> None:
        self._screen.close_pane(self)
        self._screen.attempt(lambda: self._then(thing, self._typed.text))

    def room(self, height: int) -> int:
        """A few lines: what is written and the note stay in sight."""
        return max(height // 4, 4)

    def lines(self, width: int, most: int) -> list[list[Piece]]:
        """What is typed, and what fits."""
        rows = max(most - 1, 1)
        self._top = min(max(self._top, self._at - rows + 1), self._at)
        shown = self._found[self._top : self._top + rows]
        head = f" {self._question}: "
        hint = "  Enter takes  ↑ ↓ other  Esc none"
        room = max(width - len(head) - len(hint) - 1, 8)
        first: list[Piece] = [(head, _BOLD), *self._typed.pieces(room, _PLAIN)]
        used = width_of_pieces(first)
        if used + len(hint) < width:
            first.append((hint.rjust(width - used - 1), _QUIET))
        listed = [
            self._row(found, width, marked=self._top + at == self._at)
            for at, found in enumerate(shown)
        ]
        if not listed:
            listed = [[("   nothing fits", _QUIET)]]
        return [first, *listed, *[[] for _ in range(rows - len(listed))]]

    def _row(self, found: Found, width: int, *, marked: bool) -> list[Piece]:
        thing, wording = found
        style = _CHOSEN if marked else _PLAIN
        name = pad(shorten(printable(str(thing)), _THING), _THING)
        said = shorten(printable(first_line(wording, width)), max(width - _THING - 5, 1))
        text = f"{' ▸ ' if marked else '   '}{name} {said}"
        return [(pad(fit(text, width - 1), width - 1), style)]
