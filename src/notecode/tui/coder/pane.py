"""What stands between the note and the foot for a while: to read, or to choose and type in."""

from notecode.tui.lines import Bar, Piece


class Pane:
    """A few lines under the note, which may take keys before the note does.

    The screen has a pile of them: a key is offered from the top down, and the topmost that has
    any lines is shown.
    """

    hides_strip = False
    """Whether the strip of keys gives way, since letters mean something else here."""

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


class PaneView(Bar):
    """Shows the lines of a pane, as high as they are many."""

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
