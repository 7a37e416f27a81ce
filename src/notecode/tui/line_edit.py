"""A line of text that is being typed: letters go in where the cursor stands."""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from rich.style import Style

from notecode.text.grid import printable
from notecode.text.layout import fit, fit_end, width_of
from notecode.tui.lines import Piece

LONGEST = 200
"""Characters that a line takes: more is a text pasted in the wrong place, and slow to look for."""

LONGEST_TEXT = 4_000
"""The same of a line for sentences, such as a definition."""

_CURSOR = Style(reverse=True)
_SAID = Style(bold=True)
_ROW = 4  # characters that a cell is thought to hold at most, an accent each
_KEPT = 8  # cells shown right of the cursor where the line is longer than its room

_MOVES: Mapping[str, Callable[[int, int], int]] = {
    "left": lambda at, _: at - 1,
    "right": lambda at, _: at + 1,
    "home": lambda _, __: 0,
    "ctrl+a": lambda _, __: 0,
    "end": lambda _, length: length,
    "ctrl+e": lambda _, length: length,
}


@dataclass(slots=True)
class LineEdit:
    """A text and the place of the cursor in it, counted in characters.

    It takes ``longest`` characters; what does not fit is left out, which is said behind the text.
    """

    text: str = ""
    at: int = 0
    longest: int = LONGEST
    _left_out: bool = False

    def take(self, key: str, character: str) -> bool:
        """Take a key by Textual's name of it; False if it is none of a line's."""
        self._left_out = False
        if key in _MOVES:
            self.at = min(max(_MOVES[key](self.at, len(self.text)), 0), len(self.text))
        elif key in {"backspace", "ctrl+h"}:
            self._cut(self.at - 1, self.at)
        elif key == "delete":
            self._cut(self.at, self.at + 1)
        elif key == "ctrl+u":
            self._cut(0, self.at)
        elif key == "ctrl+w":
            self._cut(len(self.text[: self.at].rstrip().rpartition(" ")[0]), self.at)
        elif character and character.isprintable():
            self.insert(character)
        else:
            return False
        return True

    def insert(self, text: str) -> None:
        """Put a text in; line ends in it become blanks."""
        room = max(self.longest - len(self.text), 0)
        self._left_out = len(text) > room
        flat = "".join(c if c.isprintable() else " " for c in text[:room])
        self.text = self.text[: self.at] + flat + self.text[self.at :]
        self.at += len(flat)

    def replace(self, text: str) -> None:
        """Put another text in place of all, the cursor behind it."""
        self.text, self.at = text, len(text)
        self._left_out = False

    def pieces(self, width: int, style: Style) -> list[Piece]:
        """As much as ``width`` cells hold, the cursor in sight."""
        said = fit(self._said, width // 2)
        width = max(width - len(said), 1)
        before = fit_end(printable(self.text[: self.at]), max(width - _KEPT, 1))
        under = printable(self.text[self.at : self.at + 1]) or " "
        room = max(width - 1 - width_of(before) - width_of(under), 0)
        return [
            (before, style),
            (under, style + _CURSOR),
            (fit(printable(self.text[self.at + 1 :]), room), style),
            *([(said, _SAID)] if said else []),
        ]

    @property
    def _said(self) -> str:
        return f" ! {self.longest:,} at most" if self._left_out else ""

    def rows(self, width: int, most: int, style: Style) -> list[list[Piece]]:
        """As ``pieces``, in up to ``most`` lines."""
        text = f"{self.text} "  # the cursor may stand behind the last letter
        if self._left_out:
            most = max(most - 1, 1)
        starts = _row_starts(text, width)
        here = bisect_right(starts, self.at) - 1
        first = max(min(here - most // 2, len(starts) - most), 0)
        rows: list[list[Piece]] = []
        for start, end in list(pairwise((*starts, len(text))))[first : first + most]:
            row = text[start:end]
            at = self.at - start
            if not 0 <= at < len(row):
                rows.append([(printable(row), style)])
                continue
            before, under, after = row[:at], row[at], row[at + 1 :]
            rows.append(
                [
                    (printable(before), style),
                    (printable(under), style + _CURSOR),
                    (printable(after), style),
                ]
            )
        return [*rows, [(fit(self._said[1:], width), _SAID)]] if self._left_out else rows

    def _cut(self, start: int, end: int) -> None:
        start = max(start, 0)
        self.text = self.text[:start] + self.text[end:]
        self.at = start


def _row_starts(text: str, width: int) -> list[int]:
    """Where each line of at most ``width`` cells begins: after a blank, if the line has one."""
    starts = [0]
    while True:
        here = starts[-1]
        end = here + max(len(fit(text[here : here + _ROW * width], width)), 1)
        if end >= len(text):
            return starts
        starts.append(text.rfind(" ", here, end) + 1 or end)
