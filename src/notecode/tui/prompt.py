"""A line to type into, at the foot of the screen.

It takes its keys from the screen and never the focus, so that keys typed ahead go where the
typist means them to.
"""

from collections.abc import Callable
from dataclasses import dataclass

from rich.style import Style

from notecode.text.grid import printable
from notecode.tui.lines import Piece


@dataclass(slots=True)
class Prompt:
    """What is asked, what has been typed, and what to do with it."""

    question: str
    then: Callable[[str], object]
    typed: str = ""

    def edit(self, key: str, character: str | None) -> None:
        """Take one key that is neither Enter nor Esc."""
        if key in {"backspace", "ctrl+h"}:
            self.typed = self.typed[:-1]
        elif key == "ctrl+u":
            self.typed = ""
        elif character and character.isprintable():
            self.typed += character

    def pieces(self) -> list[Piece]:
        """The line as it is drawn."""
        return [
            (f" {self.question}: ", Style(bold=True)),
            (printable(self.typed), Style()),
            (" ", Style(reverse=True)),
            ("  Enter goes, Esc cancels", Style(dim=True)),
        ]
