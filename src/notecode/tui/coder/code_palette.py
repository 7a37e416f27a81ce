"""Finding a code by what is typed of it; where none fits, a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

from notecode.codebook.matching import matching_codes, place_in_definition
from notecode.text.grid import printable
from notecode.text.layout import pad, shorten
from notecode.tui.coder.new_code import NewCode
from notecode.tui.coder.pane import Pane
from notecode.tui.flowing import flowed
from notecode.tui.line_edit import LineEdit
from notecode.tui.lines import width_of_pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from notecode.model import Code
    from notecode.tui.coder.screen import CoderScreen
    from notecode.tui.lines import Piece

_PLAIN = Style()
_BOLD = Style(bold=True)
_QUIET = Style(dim=True)
_CHOSEN = Style(reverse=True, bold=True)
_LABEL = 36  # cells for labels, so that paths stand one below the other
_COUNT = 7
_MEANING = 2  # lines of what the marked code means
_STEPS = {"down": 1, "tab": 1, "up": -1, "shift+tab": -1, "pagedown": 8, "pageup": -8}


class CodePalette(Pane):
    """The codes that fit what is typed, best first; Enter takes the one that is marked.

    With nothing typed the code used last comes first. The last line makes a new code of it.
    """

    hides_strip = True

    def __init__(self, screen: CoderScreen, doing: str, then: Callable[[Code], object]) -> None:
        """``doing`` says what will be done with the code, and ``then`` does it."""
        self._screen = screen
        self._doing = doing
        self._then = then
        self._typed = LineEdit()
        self._at = 0
        self._top = 0
        self._shown: list[Code | None] = []

    @property
    def found(self) -> list[Code | None]:
        """The codes that fit; None stands for a new one."""
        desk = self._screen.desk
        typed = self._typed.text.strip()
        codes: list[Code | None] = [*matching_codes(desk.codebook, typed)]
        if typed:
            return [*codes, None]
        return sorted(codes, key=lambda code: code is None or code.id != desk.last_code)

    def take(self, key: str, character: str) -> bool:
        """Take every key."""
        if key == "escape":
            self._screen.close_pane(self)
            if self._screen.desk.mode != "read":
                self._screen.desk.end_mode()
        elif key == "enter":
            self._choose(self._at)
            return True
        elif key in _STEPS:
            count = len(self.found) or 1
            step = _STEPS[key]
            last = count - 1
            self._at = (self._at + step) % count if abs(step) == 1 else self._at + step
            self._at = min(max(self._at, 0), last)
        elif self._typed.take(key, character):
            self._at = self._top = 0
        self._screen.show()
        return True

    def paste(self, text: str) -> bool:
        """Look for what is pasted."""
        self._typed.insert(text)
        self._at = self._top = 0
        return True

    def press(self, line: int) -> None:
        """Take the code on the line."""
        if 0 < line <= len(self._shown):
            self._choose(self._top + line - 1)

    def _choose(self, at: int) -> None:
        found = self.found
        code = found[at] if at < len(found) else None
        if code is None and not self._typed.text.strip():
            return
        self._screen.close_pane(self)
        if code is None:
            self._screen.open_pane(NewCode(self._screen, self._typed.text, self._then))
            self._screen.show()
        else:
            self._screen.attempt(lambda: self._then(code))

    # What is shown

    def lines(self, width: int, most: int) -> list[list[Piece]]:
        """What is typed, the codes that fit, and what the marked one means."""
        found = self.found
        rows = max(most - 1 - _MEANING, 1)
        self._top = min(max(self._top, self._at - rows + 1), self._at)
        self._shown = found[self._top : self._top + rows]
        head = f" {self._doing}: "
        hint = "  Enter takes  ↑ ↓ other  Esc cancels"
        room = max(width - len(head) - len(hint), 8)
        first: list[Piece] = [(head, _BOLD), *self._typed.pieces(room, _PLAIN)]
        used = width_of_pieces(first)
        first.append(
            (hint.rjust(max(width - used - 1, 0)) if used + len(hint) < width else "", _QUIET)
        )
        listed = [
            self._row(code, width, marked=self._top + at == self._at)
            for at, code in enumerate(self._shown)
        ]
        marked = found[self._at] if self._at < len(found) else None
        said = marked.definition if marked else "nothing is written before you have seen it all"
        meaning = flowed([(said, _QUIET)], width)[:_MEANING]
        blank: list[list[Piece]] = [[] for _ in range(rows - len(listed))]
        return [first, *listed, *blank, *meaning, *([[]] * (_MEANING - len(meaning)))]

    def _row(self, code: Code | None, width: int, *, marked: bool) -> list[Piece]:
        style = _CHOSEN if marked else _PLAIN
        sign = " ▸ " if marked else "   "
        if code is None:
            room = max(width - len(sign) - 1, 1)
            new = shorten(f"+ new code: {self._typed.text}", room)
            return [(sign + pad(new, room), style)]
        desk = self._screen.desk
        path = " › ".join(step.label for step in desk.codebook.path(code.id)[:-1])
        if said := place_in_definition(code, self._typed.text):
            path = said
        count = str(desk.totals.get(code.id, 0) or "")
        label_room = min(_LABEL, width - 7)
        label = pad(shorten(code.label, label_room), label_room)
        path_room = width - len(sign) - 3 - label_room - _COUNT - 1
        path = pad(shorten(path, path_room), path_room) if path_room > 1 else ""
        return [
            (sign, style),
            (f"{code.key or ' '} ", style if marked else self._screen.look.code(code.id)),
            (label, style if marked else _BOLD),
            (f" {path}", style if marked else _QUIET),
            (count.rjust(_COUNT), style),
        ]


def open_palette(screen: CoderScreen) -> None:
    """Find a code for the selection, the suggestion there, or the reference to be recoded."""
    desk = screen.desk
    if desk.busy():
        return
    if desk.selection is None:
        desk.message = "this note is blank: there is nothing to code"
        return
    if desk.mode == "recode" and desk.reference is not None:
        doing = f"{desk.label(desk.reference.code)} becomes"
    elif desk.suggestion is not None and desk.suggestion.span == desk.selection:
        doing = "accept as"
    else:
        doing = "code as"
    screen.open_pane(CodePalette(screen, printable(doing), desk.apply))


COMMANDS: Mapping[str, Callable[[CoderScreen], object]] = {"codes": open_palette}
"""Finding a code."""
