"""How much text is coded: characters and words that lie in a coded passage, each once.

Passages of one cell that overlap are merged before anything is counted. A word is a run of
characters between blanks; it is coded if any character of it is.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from notecode.counting.cells import Rows, Selection, crossed, size_of
from notecode.counting.members import Members

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from notecode.tables import IntArray

TextsOf = Callable[[Sequence[int]], Sequence[str]]
"""The texts of notes, named by their places among the notes, in ascending order."""

PIECE = 40_000
"""References whose notes' texts are in memory at once."""

BLANKS = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())


def count_characters(selection: Selection, axes: Sequence[Members]) -> "IntArray":
    """Code points of the notes that lie in a passage, by cell."""
    import numpy as np

    size = size_of(axes)
    counts = np.zeros(size, dtype=np.int64)
    for rows in crossed(selection, axes):
        merged = merge(rows)
        counts += np.bincount(
            merged.cell, weights=merged.end - merged.start, minlength=size
        ).astype(np.int64)
    return counts


def count_words(
    selection: Selection, tables: Sequence[Sequence[Members]], texts_of: TextsOf
) -> "list[IntArray]":
    """Words of the notes of which any character lies in a passage, by cell of each table's axes.

    Texts are read once for all tables: that takes longest.
    """
    import numpy as np

    counts = [np.zeros(size_of(axes), dtype=np.int64) for axes in tables]
    # The same references make a piece, whatever the axes.
    for piece in zip(*(crossed(selection, axes, PIECE) for axes in tables), strict=True):
        notes = np.unique(np.concatenate([rows.note for rows in piece]))
        texts = _read(texts_of(notes.tolist()))
        for at, rows in enumerate(piece):
            merged = merge(rows)
            words = _words_in(merged, np.searchsorted(notes, merged.note), texts)
            size = len(counts[at])
            counts[at] += np.bincount(merged.cell, weights=words, minlength=size).astype(np.int64)
    return counts


@dataclass(frozen=True, slots=True)
class _Texts:
    """Texts one after the other.

    ``before`` has the words that start before each place; ``inside`` says of each place whether
    it lies in a word, past its first character; ``offset`` is where each text begins.
    """

    before: "NDArray[np.int32]"
    inside: "NDArray[np.bool_]"
    offset: "IntArray"


def _words_in(merged: Rows, text: "IntArray", texts: _Texts) -> "IntArray":
    """How many words each passage has of its own; ``text`` is the place of its text."""
    import numpy as np

    shift = texts.offset[text]
    first, last = merged.start + shift, merged.end + shift
    before = texts.before
    # A passage that begins inside a word has a part of that word too …
    inside = texts.inside[first]
    # … unless the passage before it, of the same cell and note, ends in the same word.
    again = np.zeros(len(first), dtype=bool)
    again[1:] = (
        (merged.cell[1:] == merged.cell[:-1])
        & (merged.note[1:] == merged.note[:-1])
        & (before[last[:-1]] == before[first[1:]])
    )
    return np.asarray(before[last] - before[first] + (inside & ~again), dtype=np.int64)


def merge(rows: Rows) -> Rows:
    """The passages of each cell on each note, those that overlap or touch as one, in order."""
    import numpy as np

    order = np.lexsort((rows.start, rows.note, rows.cell))
    cell, note, start, end = (
        column[order] for column in (rows.cell, rows.note, rows.start, rows.end)
    )
    if not len(cell):
        return Rows(cell=cell, note=note, start=start, end=end)
    fresh = np.concatenate(([True], (cell[1:] != cell[:-1]) | (note[1:] != note[:-1])))
    # Each cell and note gets a stretch of numbers of its own, so that one running maximum does.
    stretch = (np.cumsum(fresh) - 1) * (int(end.max()) + 1)
    reach = np.maximum.accumulate(end + stretch)
    begins = fresh.copy()
    begins[1:] |= (start + stretch)[1:] > reach[:-1]
    firsts = np.flatnonzero(begins)
    lasts = np.append(firsts[1:], len(cell)) - 1
    return Rows(
        cell=cell[firsts],
        note=note[firsts],
        start=start[firsts],
        end=reach[lasts] - stretch[lasts],
    )


def _read(texts: Sequence[str]) -> _Texts:
    """The texts as places at which words begin and go on."""
    import numpy as np

    joined = "\n".join((*texts, ""))
    table = np.zeros(0x3002, dtype=bool)
    table[[ord(blank) for blank in BLANKS]] = True
    if joined.isascii():
        blank = table[np.frombuffer(joined.encode("ascii"), dtype=np.uint8)]
    else:
        points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        blank = table[np.minimum(points, 0x3001)]
    after_blank = np.concatenate(([True], blank[:-1]))
    before = np.zeros(len(blank) + 1, dtype=np.int32)
    np.cumsum(~blank & after_blank, dtype=np.int32, out=before[1:])
    lengths = np.array([0, *(len(text) + 1 for text in texts)], dtype=np.int64)
    return _Texts(
        before=before,
        inside=np.append(~(blank | after_blank), False),
        offset=np.cumsum(lengths)[:-1],
    )
