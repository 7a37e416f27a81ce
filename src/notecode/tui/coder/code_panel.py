"""The codes and agencies beside the note, with keys and counts."""

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from notecode.tui.lines import Piece, line


class CodePanel(ScrollView, can_focus=False, inherit_bindings=False):
    """Lines that scroll with the mouse; shown where there is room."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        """Empty until ``show``."""
        super().__init__(id="codes")
        self._lines: list[list[Piece]] = []

    def show(self, lines: list[list[Piece]]) -> None:
        """Draw those of these lines that differ from what is there."""
        before, self._lines = self._lines, lines
        if len(before) != len(lines) or before[:1] != lines[:1]:
            self.virtual_size = Size(self.size.width, len(lines))
            self.scroll_to(y=0, animate=False)
            self.refresh()
            return
        for row, (old, new) in enumerate(zip(before, lines, strict=True)):
            if old != new:
                self.refresh_line(row)

    def render_line(self, y: int) -> Strip:
        """One code or agency."""
        at = y + self.scroll_offset.y
        pieces = self._lines[at] if at < len(self._lines) else []
        return line(pieces, self.rich_style, self.size.width)
