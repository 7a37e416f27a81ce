"""Text as clusters on a grid of terminal cells.

What is drawn is not what is stored. A cluster is what a reader takes for one character; each is
drawn as a short string of a known width, and keeps the offsets of the stored text:

- control, bidi and zero-width characters are drawn as visible stand-ins, so that no escape
  sequence and no reordering in a note reaches the terminal;
- an emoji sequence is drawn as its first code point, a flag as its two letters;
- a tab is drawn as spaces up to the next stop;
- what cannot be printed everywhere alike (private use, surrogates, unassigned) is drawn as "�".

Marks that take a cell of their own in some terminals and none in others (the vowel signs of
Indic scripts) are drawn with their letter.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from unicodedata import category, east_asian_width

TAB_STOP = 4
"""Cells from one tab stop to the next."""

_MARKS_DRAWN = 3  # more marks on one letter than any language needs are not drawn
_JOINER = "\u200d"
_BLACK_FLAG = "\U0001f3f4"  # takes tag characters: the flags of England, Scotland and Wales
_UNPRINTABLE = "\ufffd"
_MARK_HOLDER = "\u25cc"  # the dotted circle that carries a mark without a letter

# Drawn as they are, one cell each, and nothing in a line of these alone can combine.
_PLAIN = re.compile("[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u203a\u20ac]*")

_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_INVISIBLE = "\u00ad\u115f\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\u3164\ufeff\uffa0"
_STAND_INS = (
    {chr(code): chr(0x2400 + code) for code in range(0x20) if code != 0x09}
    | {"\x7f": "\u2421", "\u2028": "\u2424", "\u2029": "\u2424"}
    | dict.fromkeys(map(chr, range(0x80, 0xA0)), "\u2426")
    | dict.fromkeys(_BIDI, "\u21c4")
    | dict.fromkeys(_INVISIBLE, "\u2218")
)

# Narrow in older versions of Unicode, wide in newer ones: no width to rely on.
_DISPUTED = re.compile("[\u2630-\u2637\u268a-\u268f\u4dc0-\u4dff\U0001d300-\U0001d376]")


class Line:
    """One line of a text, without its newline, as clusters.

    ``starts`` holds the offset of each cluster in the whole text, and the line's end; ``edges``
    the cell at which each begins, counted from the line's start, and the line's width; ``drawn``
    what to draw for each. The three are ranges and a string where the line is plain.
    """

    __slots__ = ("drawn", "edges", "starts")

    def __init__(self, text: str, start: int, end: int) -> None:
        """Split ``text[start:end]``, which must hold no newline."""
        self.starts: Sequence[int]
        self.edges: Sequence[int]
        self.drawn: Sequence[str]
        if _PLAIN.fullmatch(text, start, end):
            self.starts = range(start, end + 1)
            self.edges = range(end - start + 1)
            self.drawn = text[start:end]
        else:
            self.starts = _boundaries(text, start, end)
            self.drawn = []
            self.edges = [0]
            self._draw(text)

    def _draw(self, text: str) -> None:
        drawn: list[str] = []
        edges = [0]
        edge = 0
        for first, last in zip(self.starts, self.starts[1:], strict=False):
            piece = text[first:last]
            if piece == "\t":
                cells = TAB_STOP - edge % TAB_STOP
                shown = " " * cells
            else:
                shown, cells = draw_cluster(piece)
            edge += cells
            drawn.append(shown)
            edges.append(edge)
        self.drawn = drawn
        self.edges = edges

    def __len__(self) -> int:
        """The number of clusters."""
        return len(self.drawn)

    def cluster_at(self, offset: int) -> int:
        """The cluster that holds ``offset``; the line's end counts as one past the last."""
        return min(max(bisect_right(self.starts, offset) - 1, 0), len(self.drawn))


def lines(text: str) -> tuple[Line, ...]:
    """The lines of ``text``, split at each newline and nowhere else; at least one."""
    made: list[Line] = []
    start = 0
    while (end := text.find("\n", start)) >= 0:
        made.append(Line(text, start, end))
        start = end + 1
    made.append(Line(text, start, len(text)))
    return tuple(made)


def printable(text: str) -> str:
    """``text`` as it may be shown on one line: every cluster as drawn, newlines as "␊"."""
    return "".join(Line(text.replace("\n", "\u240a"), 0, len(text)).drawn)


@lru_cache(maxsize=4096)
def draw_cluster(cluster: str) -> tuple[str, int]:
    """What to draw for one cluster (not a tab), and the cells that takes: 1 or 2."""
    first = cluster[0]
    if first in _STAND_INS:
        return _STAND_INS[first], 1
    if _is_flag_letter(first):
        letters = "".join(
            chr(ord(c) - 0x1F1E6 + ord("A")) for c in cluster[:2] if _is_flag_letter(c)
        )
        return letters, len(letters)
    kind = category(first)
    if kind in {"Cc", "Cf", "Cs", "Co", "Cn"} or _DISPUTED.match(first):
        return _UNPRINTABLE, 1
    if kind == "Zs":
        wide = east_asian_width(first) == "F"
        return "  " if wide else " ", 2 if wide else 1
    if _extends(first):
        return _MARK_HOLDER + _marks(cluster), 1
    cells = 2 if east_asian_width(first) in {"W", "F"} else 1
    return (first if kind == "So" else first + _marks(cluster[1:])), cells


def _boundaries(text: str, start: int, end: int) -> list[int]:
    """The offset at which each cluster of ``text[start:end]`` begins, and ``end``."""
    found = []
    at = start
    while at < end:
        found.append(at)
        at = _cluster_end(text, at, end)
    found.append(end)
    return found


def _cluster_end(text: str, start: int, end: int) -> int:
    """Where the cluster that begins at ``start`` ends."""
    first = text[start]
    at = start + 1
    if at == end or first == "\t" or first in _STAND_INS:
        return at
    if _is_flag_letter(first):
        return at + 1 if _is_flag_letter(text[at]) else at
    picture = _is_picture(first)
    while at < end:
        char = text[at]
        if char < "\u0300":
            break
        if _extends(char) or (first == _BLACK_FLAG and "\U000e0020" <= char <= "\U000e007f"):
            at += 1
        elif picture and char == _JOINER and at + 1 < end and _is_picture(text[at + 1]):
            at += 2
        else:
            break
    return at


@lru_cache(maxsize=4096)
def _extends(char: str) -> bool:
    """Whether ``char`` belongs to the cluster before it."""
    return (
        category(char) in {"Mn", "Mc", "Me"}
        or "\u1160" <= char <= "\u11ff"  # Hangul vowels and final consonants
        or "\ud7b0" <= char <= "\ud7fb"
        or "\U0001f3fb" <= char <= "\U0001f3ff"  # skin tones
    )


def _marks(chars: str) -> str:
    """The marks among ``chars`` that are drawn over their letter."""
    shown = [c for c in chars if category(c) in {"Mn", "Mc", "Lo"} and not _selects_variant(c)]
    return "".join(shown[:_MARKS_DRAWN])


def _selects_variant(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


def _is_flag_letter(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _is_picture(char: str) -> bool:
    return category(char) == "So" or char in "\u2640\u2642\u2194\u2195\u203c\u2049"
