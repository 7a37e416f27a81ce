"""What stands between the note and the foot for a while: to read, or to choose and type in."""

from textual import events
from textual.message import Message

from notecode.tui.lines import Bar, Piece

_LEAST = 5  # rows, however low the screen is
QUITTING = frozenset({"ctrl+q", "ctrl+c"})
"""Keys that end the coder whatever is open."""

_STRIP = 3  # rows of the strip, where that gives way


class Pane:
    """A few lines under the note, which may take keys before the note does.

    The screen has a pile of them: a key is offered from the top down, and the topmost that has
    any lines is shown.
    """

    saves_first = False
    """Whether it takes the keys that quit too, to save what is typed; others leave them alone."""

    hides_strip = False
    """Whether the strip of keys gives way, since letters mean something else here."""

    def room(self, height: int) -> int:
        """Rows that it may take of a screen so high."""
        return max(height // 3, _LEAST) + (_STRIP if self.hides_strip else 0)

    def lines(self, width: int, most: int) -> list[list[Piece]]:
        """What is shown, in ``most`` lines of ``width`` cells at most; none hides it."""
        del width, most
        return []

    def take(self, key: str, character: str) -> bool:
        """Take a key, by Textual's name and what it types; False leaves it to what lies below."""
        del key, character
        return False

    def paste(self, text: str) -> bool:
        """Take a text that is pasted; False if there is no place for it."""
        del text
        return False

    def keep(self) -> str:
        """Store what is typed, for the coder is being ended; words if something is lost."""
        return ""

    def press(self, line: int) -> None:
        """Take a click on one of the lines, counted from 0."""


class PaneView(Bar):
    """Shows the lines of a pane, as high as they are many."""

    class Pressed(Message):
        """A line was clicked."""

        def __init__(self, line: int) -> None:
            super().__init__()
            self.line = line

    def __init__(self) -> None:
        """Hidden until ``show``."""
        super().__init__("pane")
        self._shown = 0

    def show(self, *lines: list[Piece]) -> None:
        """Draw these lines; none hides the pane."""
        if len(lines) != self._shown:
            self._shown = len(lines)
            self.styles.height = max(len(lines), 1)
            self.display = bool(lines)
        super().show(*lines)

    def on_click(self, event: events.Click) -> None:
        """Say which line was clicked."""
        self.post_message(self.Pressed(event.y))
