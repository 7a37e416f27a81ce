"""A form for what a code means: its definition, when to use it and when not, an example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

from notecode.project.coding.emergent import define_code
from notecode.project.coding.looking_again import waiting
from notecode.text.layout import shorten, width_of
from notecode.tui.coder.definition import code_here
from notecode.tui.coder.looking_again import waiting_wording
from notecode.tui.coder.pane import Pane
from notecode.tui.line_edit import LONGEST_TEXT, LineEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from notecode.model import Code
    from notecode.tui.coder.screen import CoderScreen
    from notecode.tui.lines import Piece

_PLAIN = Style()
_BOLD = Style(bold=True)
_QUIET = Style(dim=True)
_FIELDS = {
    "definition": "means",
    "use_when": "use when",
    "not_when": "not when",
    "example": "example",
}
_NAME = 12  # cells of the names of the fields
_STEPS = {"down": 1, "tab": 1, "up": -1, "shift+tab": -1}


class Defining(Pane):
    """What a code means, to be changed; Enter writes it into the codebook."""

    hides_strip = True

    def __init__(self, screen: CoderScreen, code: Code) -> None:
        """Begin with what the code means now."""
        self._screen = screen
        self._code = code
        self._lines = {name: LineEdit(longest=LONGEST_TEXT) for name in _FIELDS}
        for name, line in self._lines.items():
            line.replace(" ".join(getattr(code, name).split()))
        self._at = 0

    @property
    def _field(self) -> str:
        return list(_FIELDS)[self._at]

    @property
    def changed(self) -> dict[str, str]:
        """The fields that say something else now."""
        return {
            name: line.text
            for name, line in self._lines.items()
            if line.text.split() != getattr(self._code, name).split()
        }

    def take(self, key: str, character: str) -> bool:
        """Take every key."""
        if key == "enter" and self.changed:
            self._screen.write(lambda: self._screen.attempt(self._save))
            return True
        if key in {"escape", "enter"}:
            self._screen.close_pane(self)
            self._screen.desk.message = "nothing was changed"
        elif key in _STEPS:
            self._at = (self._at + _STEPS[key]) % len(_FIELDS)
        else:
            self._lines[self._field].take(key, character)
        self._screen.show()
        return True

    def paste(self, text: str) -> bool:
        """Put a text into the field."""
        self._lines[self._field].insert(text)
        return True

    def _save(self) -> None:
        """Write it; what was typed stays open if that cannot be."""
        desk = self._screen.desk
        note_id = desk.page.coded.note.id
        define_code(desk.session, self._code.id, self.changed, note_id=note_id)
        self._screen.close_pane(self)
        self._screen.codebook_watch.take()
        number = len(waiting(desk.session))
        left = f". {waiting_wording(desk, number)}" if number else ""
        desk.message = f"{self._code.label}: what it means is saved{left}"

    def lines(self, width: int, most: int) -> list[list[Piece]]:
        """The fields, the one that is typed in with as many lines as there is room for."""
        keys = "  Enter writes it into the codebook  Tab next  Esc cancels"
        if len(keys) + width_of(self._code.label) + 2 > width:
            keys = "  Enter writes it  Tab next  Esc cancels"
        title = shorten(self._code.label, max(width - len(keys) - 2, 8))
        head: list[Piece] = [(f" {title} ", Style(reverse=True, bold=True)), (keys, _QUIET)]
        room = max(width - _NAME - 4, 10)
        rows = [head]
        for name, words in _FIELDS.items():
            line, here = self._lines[name], name == self._field
            named: Piece = (
                f" {'▸' if here else ' '} {words:<{_NAME - 2}}",
                _BOLD if here else _QUIET,
            )
            if not here:
                rows.append([named, (shorten(line.text, room), _PLAIN)])
                continue
            first, *rest = line.rows(room, max(most - len(_FIELDS), 1), _PLAIN)
            rows.append([named, *first])
            rows += [[(" " * (_NAME + 1), _PLAIN), *row] for row in rest]
        return rows


def define(screen: CoderScreen) -> None:
    """Say what the code of the suggestion or reference here, else the one used last, means."""
    code = code_here(screen.desk)
    if code is None:
        screen.desk.message = "no code here, and none used yet"
    else:
        screen.open_pane(Defining(screen, code))


COMMANDS: Mapping[str, Callable[[CoderScreen], object]] = {"define": define}
"""Saying what a code means."""
