"""How far the coding has come, counted in the background while one goes on.

What counts and words it is imported when it is asked for: the coder starts without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

from notecode.tui.coder.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from notecode.analysing.progress_text import TextLine
    from notecode.project.coding.progress import CodingProgress
    from notecode.store.connection import Database
    from notecode.tui.coder.screen import CoderScreen
    from notecode.tui.lines import Piece

_PLAIN = Style()
_BOLD = Style(bold=True)
_PURPOSE = "progress"
_COUNTING = "counting …"


class ProgressPane(ScrollPane):
    """What has been counted so far; the rest follows as it is ready."""

    title = "progress"
    action = "progress"

    def __init__(self, screen: CoderScreen) -> None:
        """Nothing is counted yet."""
        super().__init__(screen)
        self.found: CodingProgress | None = None
        self._drawn: tuple[CodingProgress | None, int, list[TextLine]] = (None, 0, [])

    def begin(self) -> None:
        """Count, in a thread of its own."""
        from notecode.project.coding.progress import measure

        codebook = self.screen.desk.codebook

        def question(db: Database, coder: str) -> Iterator[CodingProgress]:
            return measure(db, coder, codebook)

        self.screen.background.ask(_PURPOSE, question, self._take)

    def _take(self, found: CodingProgress) -> None:
        self.found = found

    def closed(self) -> None:
        """Nobody waits for the rest any more."""
        self.screen.background.stop(_PURPOSE)

    def content(self, width: int) -> Sequence[list[Piece]]:
        """The lines; worded again only if what was counted or the width is another."""
        if self.found is None:
            return [[(f" {_COUNTING}", _PLAIN)]]
        if self._drawn[0] is not self.found or self._drawn[1] != width:
            from notecode.analysing.progress_text import progress_lines

            self._drawn = (self.found, width, progress_lines(self.found, width))
        return [
            [(f" {line.text}", _BOLD if line.is_heading else _PLAIN)] for line in self._drawn[2]
        ]

    def parts(self) -> Sequence[int]:
        """Where the headings stand."""
        return [at for at, line in enumerate(self._drawn[2]) if line.is_heading]


def open_progress(screen: CoderScreen) -> None:
    """Open it, and begin to count."""
    pane = ProgressPane(screen)
    screen.open_pane(pane)
    pane.begin()


COMMANDS: Mapping[str, Callable[[CoderScreen], object]] = {"progress": open_progress}
"""How far the coding has come."""
