"""Columns of text on a terminal: cell widths, wrapping, aligned blocks that fit a width."""

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

GAP = 2
"""Blank cells between two columns."""
LEAST_LABEL = 12
WIDEST_HEADING = 12
EIGHTHS = " ▏▎▍▌▋▊▉"


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a grid: its label, how deep the label stands, its cells; a total or not."""

    label: str
    depth: int
    cells: tuple[str, ...]
    is_total: bool = False


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 case", "1,625 references"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def printable(text: str) -> str:
    """The text with every control, format and escape character shown as U+FFFD."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def width_of(text: str) -> int:
    """The terminal cells that printable text takes: wide characters two, combining marks none."""
    return sum(map(_cells, text))


def _cells(char: str) -> int:
    """The terminal cells of one character."""
    if unicodedata.category(char) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def wrap(text: str, width: int, *, indent: int = 0) -> list[str]:
    """The text in lines of at most ``width`` cells; lines after the first are indented.

    Breaks at blanks, and inside a word only where the word alone is too wide.
    """
    lines: list[str] = []
    line = ""
    for word in printable(text).split() or [""]:
        joined = f"{line} {word}" if line.strip() else line + word
        if width_of(joined) <= width:
            line = joined
            continue
        if line.strip():
            lines.append(line)
            line = " " * indent
        line += word
        while width_of(line) > width:
            head = fit(line, width)
            lines.append(head)
            line = " " * indent + line[len(head) :]
    return [*lines, line]


def fit(text: str, width: int) -> str:
    """As much of the beginning of a printable text as fits the width."""
    used = [*accumulate(map(_cells, text))]
    return text[: bisect_right(used, width)]


def fit_end(text: str, width: int) -> str:
    """As much of its end as fits the width."""
    used = [*accumulate(map(_cells, reversed(text)))]
    return text[len(text) - bisect_right(used, width) :]


def one_line(text: str) -> str:
    """Printable text with every run of white space, line ends too, as one blank."""
    return printable(" ".join(text.split()))


def shorten(text: str, width: int) -> str:
    """The text in one line of at most ``width`` cells, cut at its end with "…"."""
    text = one_line(text)
    return text if width_of(text) <= width else fit(text, width - 1) + "…"


def pad(text: str, width: int, *, right: bool = False) -> str:
    """The text filled with blanks to the width, at its right or (``right``) its left."""
    blanks = " " * max(0, width - width_of(text))
    return blanks + text if right else text + blanks


def bar(value: int, most: int, width: int) -> str:
    """A bar as long as ``value`` is of ``most``, in eighths of a cell."""
    eighths = round(8 * width * value / most) if most else 0
    if value and not eighths:
        eighths = 1
    full, rest = divmod(eighths, 8)
    return "█" * full + (EIGHTHS[rest] if rest else "")


def draw_grid(
    corner: str, headings: Sequence[Sequence[str]], lines: Sequence[Line], width: int
) -> list[str]:
    """Labels at the left, right-aligned cells under their headings, within ``width``.

    ``headings`` has one entry per column, each a list of heading lines. Columns that do not fit
    go into further blocks, each with the labels repeated.
    """
    wrapped = [
        [part for text in heading for part in wrap(text, WIDEST_HEADING)] for heading in headings
    ]
    widths = [
        max(width_of(text) for text in [*heading, *(line.cells[at] for line in lines)])
        for at, heading in enumerate(wrapped)
    ]
    wanted = max(width_of(line.label) + 2 * line.depth for line in [*lines, Line(corner, 0, ())])
    room = max(LEAST_LABEL, width * 2 // 5, width - sum(widths) - GAP * len(widths))
    label_width = min(max(wanted, LEAST_LABEL), room)
    drawn: list[str] = []
    for block in _blocks(widths, width - label_width):
        drawn += [""] if drawn else []
        drawn += _draw_block(
            corner, wrapped, lines, widths=widths, block=block, label_width=label_width
        )
    return drawn


def _blocks(widths: Sequence[int], room: int) -> list[range]:
    """The columns in runs that fit the room beside the labels, at least one column each."""
    blocks: list[range] = []
    start = used = 0
    for at, width in enumerate(widths):
        if at > start and used + GAP + width > room:
            blocks.append(range(start, at))
            start, used = at, 0
        used += GAP + width
    return [*blocks, range(start, len(widths))]


def _draw_block(
    corner: str,
    headings: Sequence[Sequence[str]],
    lines: Sequence[Line],
    *,
    widths: Sequence[int],
    block: range,
    label_width: int,
) -> list[str]:
    """One block: heading lines, a rule, and a line (or more, for long labels) per row."""
    height = max((len(headings[at]) for at in block), default=1)
    corners = wrap(corner, label_width)
    height = max(height, len(corners))
    drawn = []
    for row in range(height):
        left = corners[row] if row < len(corners) else ""
        cells = [headings[at][row] if row < len(headings[at]) else "" for at in block]
        drawn.append(_join(left, cells, [widths[at] for at in block], label_width))
    drawn.append("-" * (label_width + sum(GAP + widths[at] for at in block)))
    for line in lines:
        indent = min(2 * line.depth, label_width // 2)
        labels = wrap(line.label, label_width - indent, indent=2)
        cells = [line.cells[at] for at in block]
        drawn.append(
            _join(" " * indent + labels[0], cells, [widths[at] for at in block], label_width)
        )
        drawn += [(" " * indent + label).rstrip() for label in labels[1:]]
    return drawn


def _join(label: str, cells: Sequence[str], widths: Sequence[int], label_width: int) -> str:
    """A label and its right-aligned cells in one line."""
    parts = [pad(label, label_width)]
    parts += [
        " " * GAP + pad(cell, width, right=True) for cell, width in zip(cells, widths, strict=True)
    ]
    return "".join(parts).rstrip()
