"""A pane of lines to read and scroll; it takes every key until it is closed."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from rich.style import Style

from notecode.tui.coder.pane import Pane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from notecode.tui.coder.screen import CoderScreen
    from notecode.tui.lines import Piece

_QUIET = Style(dim=True)
_HEAD = Style(reverse=True, bold=True)
_FAR = 10**9
_KEPT_ROWS = 5  # header, two rows of the note, what stands at the foot


class ScrollPane(Pane):
    """Subclasses give the ``content`` and the action that opens and closes it."""

    hides_strip = True
    title = ""
    action = ""

    def __init__(self, screen: CoderScreen) -> None:
        """At the top."""
        self.screen = screen
        self._top = 0
        self._rows = 1

    @abstractmethod
    def content(self, width: int) -> Sequence[list[Piece]]:
        """Every line, as wide as that at most."""

    def parts(self) -> Sequence[int]:
        """The lines at which its parts begin; () if it has none."""
        return ()

    def note(self, shown: str) -> str:
        """What stands beside the title; ``shown`` says which lines are in view."""
        return shown

    def closed(self) -> None:
        """Something to end when it is closed."""

    def room(self, height: int) -> int:
        """All but two rows of the note."""
        return max(height - _KEPT_ROWS, 8)

    def take(self, key: str, character: str) -> bool:
        """Scroll, go to the next part, or close; other keys do nothing."""
        del character
        if key == "escape" or self.screen.action_of(key) == self.action:
            self.closed()
            self.screen.close_pane(self)
        elif key in ("tab", "shift+tab"):
            self._turn(forward=key == "tab")
        else:
            page = max(self._rows - 1, 1)
            steps = {"down": 1, "up": -1, "pagedown": page, "space": page, "pageup": -page}
            steps |= {"home": -_FAR, "end": _FAR}
            self._top += steps.get(key, 0)
        self.screen.show()
        return True

    def _turn(self, *, forward: bool) -> None:
        """To the next part, or the one before."""
        if forward:
            self._top = next((at for at in self.parts() if at > self._top), self._top)
        else:
            self._top = max((at for at in self.parts() if at < self._top), default=0)

    def paste(self, text: str) -> bool:
        """There is nothing to paste into."""
        del text
        return True

    def lines(self, width: int, most: int) -> list[list[Piece]]:
        """As much as there is room for."""
        content = self.content(width - 2)
        self._rows = most - 1
        self._top = max(min(self._top, len(content) - self._rows), 0)
        shown = list(content[self._top : self._top + self._rows])
        last = self._top + len(shown)
        said = self.note(f"lines {self._top + 1}-{last} of {len(content)}")
        tab = "  Tab next part" if self.parts() else ""
        head: list[Piece] = [
            (f" {self.title} ", _HEAD),
            (f" {said}  ↑ ↓ PgUp PgDn{tab}  Esc closes", _QUIET),
        ]
        blank: list[list[Piece]] = [[] for _ in range(self._rows - len(shown))]
        return [head, *shown, *blank]
