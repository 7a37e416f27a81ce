"""A line to type into, at the foot of the screen.

It takes its keys from the screen and never the focus, so that keys typed ahead go where the
typist means them to.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from rich.style import Style

from notecode.text.grid import printable
from notecode.text.layout import width_of
from notecode.tui.line_edit import LineEdit
from notecode.tui.lines import Piece


@dataclass(slots=True)
class Prompt:
    """What is asked, what has been typed, and what to do with it."""

    question: str
    then: Callable[[str], object]
    line: LineEdit = field(default_factory=LineEdit)

    @property
    def typed(self) -> str:
        """What has been typed."""
        return self.line.text

    def edit(self, key: str, character: str | None) -> None:
        """Take one key that is neither Enter nor Esc."""
        self.line.take(key, character or "")

    def paste(self, text: str) -> None:
        """Put a text in where the cursor stands, in one line."""
        self.line.insert(" ".join(text.split()))

    def pieces(self, width: int) -> list[Piece]:
        """The line as it is drawn in so many cells."""
        head, hint = f" {printable(self.question)}: ", "  Enter goes, Esc cancels"
        room = width - width_of(head) - len(hint)
        typed = self.line.pieces(max(room, 10), Style())
        return [(head, Style(bold=True)), *typed, (hint, Style(dim=True))]
