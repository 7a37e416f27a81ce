"""Single lines of text in styles: the header, the bars, the rows of lists."""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from notecode.text.layout import width_of, wrap

Piece = tuple[str, Style]
"""A text as it may be shown (nothing a terminal obeys in it), and how."""


def line(pieces: Iterable[Piece], base: Style, width: int) -> Strip:
    """The pieces side by side, cut or filled up to ``width`` cells."""
    segments = [Segment(text, base + style) for text, style in pieces]
    strip = Strip(segments)
    if strip.cell_length > width > 1:
        return Strip([*strip.crop(0, width - 1), Segment("…", base)], width)
    return strip.adjust_cell_length(width, base)


def differing_cells(before: Strip, after: Strip) -> tuple[int, int]:
    """From which cell up to which two rows of one width differ; (0, 0) if nowhere.

    A mark without a cell of its own belongs to the letter before it, so a row with one differs
    as a whole.
    """
    if before == after:
        return 0, 0
    old, new = list(_cells(before)), list(_cells(after))
    if old == new:
        return 0, 0
    width = max(before.cell_length, after.cell_length)
    if before.cell_length != after.cell_length or not all(cell[1] for cell in (*old, *new)):
        return 0, width
    return _alike(old, new), width - _alike(reversed(old), reversed(new))


_Cell = tuple[str, int, Style | None]
"""A character, the cells it takes, and how it looks."""


def _cells(strip: Strip) -> Iterator[_Cell]:
    for text, style, _ in strip:
        for character in text:
            yield character, cell_len(character), style


def _alike(first: Iterable[_Cell], second: Iterable[_Cell]) -> int:
    """Cells from the beginning that look the same."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False))
    return sum(cell[1] for cell, _ in same)


def width_of_pieces(pieces: Iterable[Piece]) -> int:
    """The cells that they take side by side."""
    return sum(width_of(text) for text, _ in pieces)


def wrapped(text: str, width: int, style: Style) -> list[list[Piece]]:
    """The text in lines of at most ``width`` cells, two at least; all but the first indented."""
    first, *rest = wrap(text, max(width - 3, 10))
    return [[(f" {first}", style)], *([(f"   {line}", style)] for line in rest or [""])]


class Bar(Widget):
    """A bar of one or more lines that is drawn without being laid out again."""

    ALLOW_SELECT = False

    def __init__(self, name: str) -> None:
        """``name`` is its id in the style sheet."""
        super().__init__(id=name)
        self._lines: list[list[Piece]] = []

    def show(self, *lines: list[Piece]) -> None:
        """Draw these lines from the top."""
        if list(lines) != self._lines:
            self._lines = list(lines)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line."""
        pieces = self._lines[y] if y < len(self._lines) else []
        return line(pieces, self.rich_style, self.size.width)
