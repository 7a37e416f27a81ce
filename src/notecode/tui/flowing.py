"""Styled text in lines of a width, broken between words. Pure."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.style import Style

from notecode.text.grid import printable
from notecode.text.layout import fit, width_of
from notecode.tui.lines import Piece


def flowed(
    pieces: Iterable[Piece], width: int, *, first: str = " ", rest: str = " "
) -> list[list[Piece]]:
    """The words of the pieces in lines of at most ``width`` cells.

    ``first`` stands before the first line and ``rest`` before the others. A word that is longer
    than a line is cut.
    """
    lines: list[list[Piece]] = []
    line, used = [(first, Style())], len(first)
    for text, style in pieces:
        for word in text.split():
            shown = fit(printable(word), max(width - len(rest) - 1, 1))
            cells = width_of(shown)
            empty = len(line) == 1
            if not empty and used + 1 + cells > width:
                lines.append(line)
                line, used, empty = [(rest, Style())], len(rest), True
            line.append((shown if empty else f" {shown}", style))
            used += cells + (not empty)
    return [*lines, line]


def fitted(lines: Sequence[list[Piece]], most: int, more: str) -> list[list[Piece]]:
    """The lines, or as many as there is room for, the last of them saying what shows ``more``."""
    if len(lines) <= most:
        return list(lines)
    return [*lines[: most - 1], [(f" … {more}", Style(dim=True))]]


def compared(before: str, after: str, same: Style, other: Style) -> tuple[list[Piece], list[Piece]]:
    """Two texts with the words that only one of them has in the style ``other``."""
    from difflib import SequenceMatcher

    old, new = before.split(), after.split()
    in_both = SequenceMatcher(a=old, b=new, autojunk=False).get_matching_blocks()
    kept_old = {block.a + step for block in in_both for step in range(block.size)}
    kept_new = {block.b + step for block in in_both for step in range(block.size)}
    return _marked(old, kept_old, same, other), _marked(new, kept_new, same, other)


def _marked(words: Sequence[str], kept: set[int], same: Style, other: Style) -> list[Piece]:
    runs = groupby(enumerate(words), key=lambda word: word[0] in kept)
    return [
        (" ".join(word for _, word in run), same if is_kept else other) for is_kept, run in runs
    ]
