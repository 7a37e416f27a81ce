"""What the code at the cursor means, in view while one works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

from notecode.text.grid import printable
from notecode.tui.coder.pane import Pane
from notecode.tui.flowing import fitted, flowed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from notecode.model import Code
    from notecode.tui.coder.desk import Desk
    from notecode.tui.coder.screen import CoderScreen
    from notecode.tui.lines import Piece
    from notecode.tui.painting import Look

_PLAIN = Style()
_BOLD = Style(bold=True)
_NAME = Style(italic=True, bold=True)


class Definition(Pane):
    """The definition of the suggestion's or reference's code, else of the one used last."""

    def __init__(self, screen: CoderScreen) -> None:
        """Follow the cursor of the screen."""
        self._screen = screen
        self.whole = False
        self.is_cut = False
        self._drawn: tuple[object, list[list[Piece]]] = (None, [])

    def lines(self, width: int, most: int) -> list[list[Piece]]:
        """As much as there is room for; all of it once it was asked for."""
        desk = self._screen.desk
        code, key = code_here(desk), desk.keys["definition"]
        if code is None:
            return [[(f" no code here, and none used yet: {key} closes this", _PLAIN)]]
        # The cursor moves far oftener than the code under it is another.
        look = self._screen.look
        shown = (code, width, desk.totals.get(code.id, 0), desk.codebook.digest, look.code(code.id))
        if self._drawn[0] != shown:
            self._drawn = shown, definition_lines(desk, look, code, width)
        lines = self._drawn[1]
        self.is_cut = len(lines) > most
        more = f"{key} shows more, and then closes it"
        if self.whole:
            more = f"{desk.keys['codebook']} shows the whole codebook"
        return fitted(lines, most, more)

    def room(self, height: int) -> int:
        """A third of the screen, and half of it once the whole was asked for."""
        return max(super().room(height), height // 2) if self.whole else super().room(height)


def code_here(desk: Desk) -> Code | None:
    """The code of the suggestion or reference at the cursor, else the one used last."""
    here = desk.suggestion if desk.mode == "read" else None
    found = here or desk.reference
    return desk.codebook.code_by_id.get(found.code if found else desk.last_code)


def definition_lines(desk: Desk, look: Look, code: Code, width: int) -> list[list[Piece]]:
    """A code with its path, definition, when to use it and when not, and its example."""
    path = " › ".join(printable(step.label) for step in desk.codebook.path(code.id))
    count = desk.totals.get(code.id, 0)
    head: list[Piece] = [
        (f" {code.key or ' '} ", look.code(code.id) + Style(reverse=True)),
        (f" {path}", _BOLD),
        (f"  {count} of yours", Style(dim=True)),
    ]
    said = code.definition or f"It has no definition yet: {desk.keys['define']} writes one."
    lines = [head, *flowed([(said, _PLAIN)], width)]
    for name, text in (
        ("Use when", code.use_when),
        ("Not when", code.not_when),
        ("Example", code.example),
    ):
        if text:
            lines += flowed([(f"{name}:", _NAME), (text, _PLAIN)], width, rest="   ")
    return lines


def toggle(screen: CoderScreen) -> None:
    """Open it; show the rest if it did not fit; close it."""
    is_open = next((pane for pane in screen.panes if isinstance(pane, Definition)), None)
    if is_open is None:
        screen.open_pane(Definition(screen))
    elif is_open.is_cut and not is_open.whole:
        is_open.whole = True
    else:
        screen.close_pane(is_open)


COMMANDS: Mapping[str, Callable[[CoderScreen], object]] = {"definition": toggle}
"""What a code means."""
