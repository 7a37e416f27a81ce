"""The strip of keys under the note, in as few letters as there is room for. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from rich.style import Style

from notecode.tui.lines import Piece

_LONGEST = 40
_SHORTEST = 9  # letters of a label: fewer say nothing
_WORTH = 1  # letters of a label that columns are worth
_QUIET = Style(dim=True)
_SMALL_WORDS = {"a", "and", "for", "in", "into", "of", "on", "the", "to", "with"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A key and the label of what it does.

    ``family`` is what its siblings have too; ``main`` is shown where not all can be; ``mark`` is
    a sign before the label.
    """

    key: str
    label: str
    key_style: Style
    label_style: Style
    family: str = ""
    main: bool = True
    mark: str = ""


@lru_cache(maxsize=16)
def rows_for(entries: tuple[Entry, ...], width: int, *, least: int, most: int) -> int:
    """How many lines of ``width`` cells the entries take: as few as hold all labels whole.

    Never less than ``least``, nor more than ``most``, where some labels are cut.
    """
    whole = len(_flow([(entry, entry.mark + entry.label) for entry in entries], width))
    fitting = (n for n in range(least, most) if n >= whole or _in_columns(entries, width, n))
    return next(fitting, max(least, most))


def _in_columns(entries: Sequence[Entry], width: int, rows: int) -> bool:
    """Whether all labels stand whole in columns of the same width."""
    cell = width // (-(-len(entries) // rows) or 1)
    return all(len(entry.mark + entry.label) <= cell - 3 for entry in entries)


def strip(entries: Sequence[Entry], width: int, rows: int, others: str = "") -> list[list[Piece]]:
    """The entries in ``rows`` lines of ``width`` cells: in columns, unless that costs letters.

    Else they stand one after the other, and if that is not enough, the main ones come first and
    the others as far as they go; how many are left out is said then, with ``others``: how they
    are found.
    """
    cell = width // (-(-len(entries) // rows) or 1)
    if _in_columns(entries, width, rows):
        return _columns([(entry, entry.mark + entry.label) for entry in entries], rows, cell)
    for most in range(min(_LONGEST, width - 2), _SHORTEST - 1, -1):
        lines = _flow(shortened(entries, most), width)
        if len(lines) <= rows:
            in_columns = cell - 3 >= max(most - _WORTH, _SHORTEST)
            return _columns(shortened(entries, cell - 3), rows, cell) if in_columns else lines
    ordered = shortened(sorted(entries, key=lambda entry: not entry.main), _SHORTEST)
    return _as_far(ordered, width, rows, others)


def _as_far(
    ordered: Sequence[tuple[Entry, str]], width: int, rows: int, others: str
) -> list[list[Piece]]:
    """The first entries, as many as leave room to say how many are left out."""
    for shown in range(len(ordered) - 1, 0, -1):
        lines = _flow(ordered[:shown], width)
        said = f"+{len(ordered) - shown}{others}"[:width]
        used = sum(len(text) for text, _ in lines[-1])
        if len(lines) < rows:
            return [*lines, [(said, _QUIET)]]
        if len(lines) == rows and used + len(said) <= width:
            return [*lines[:-1], [*lines[-1], (said, _QUIET)]]
    return [[(f"+{len(ordered)}{others}"[:width], _QUIET)]]


def shortened(entries: Sequence[Entry], most: int) -> list[tuple[Entry, str]]:
    """Each entry with its label in ``most`` letters at most, no two of them alike if possible."""
    labels = [_fitted(entry, entries, most - len(entry.mark)) for entry in entries]
    alike = Counter(labels)
    return [
        (entry, entry.mark + (label if alike[label] == 1 else _middle_cut(entry.label, most)))
        for entry, label in zip(entries, labels, strict=True)
    ]


def _fitted(entry: Entry, entries: Sequence[Entry], most: int) -> str:
    if len(entry.label) <= most:
        return entry.label
    words = entry.label.split()
    siblings = [e.label.split() for e in entries if e.family == entry.family and e is not entry]
    shared = max((_shared(words, other) for other in siblings), default=0)
    while shared and shared < len(words) and words[shared] in _SMALL_WORDS:
        shared += 1
    own = " ".join(words[shared:])
    label = f"…{own}" if shared and own else entry.label
    return label if len(label) <= most else f"{label[: most - 1].rstrip()}…"


def _shared(words: Sequence[str], others: Sequence[str]) -> int:
    """How many words from the first on are the same."""
    pairs = zip(words, others, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _middle_cut(label: str, most: int) -> str:
    tail = (most - 1) // 2
    return label if len(label) <= most else f"{label[: most - 1 - tail]}…{label[-tail:]}"


def _columns(entries: Sequence[tuple[Entry, str]], rows: int, cell: int) -> list[list[Piece]]:
    columns = -(-len(entries) // rows) or 1
    pieces: list[list[Piece]] = [
        [(entry.key, entry.key_style), (f" {label:<{cell - 2}}", entry.label_style)]
        for entry, label in entries
    ]
    return [
        [piece for each in pieces[start : start + columns] for piece in each]
        for start in range(0, len(entries), columns)
    ]


def _flow(entries: Sequence[tuple[Entry, str]], width: int) -> list[list[Piece]]:
    lines: list[list[Piece]] = [[]]
    used = 0
    for entry, label in entries:
        needed = len(entry.key) + len(label) + 2
        if used and used + needed > width + 1:
            lines.append([])
            used = 0
        lines[-1] += [(entry.key, entry.key_style), (f" {label} ", entry.label_style)]
        used += needed
    return lines
