"""How much text is coded: characters and words that lie in a coded passage, each once.

Passages of one cell that overlap are merged before anything is counted. A word is a run of
characters between blanks; it is coded if any character of it is.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from notecode.counting.cells import Rows, Selection, crossed
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


def count_characters(selection: Selection, axes: Sequence[Members], size: int) -> "IntArray":
    """Code points of the notes that lie in a passage, by cell."""
    import numpy as np

    counts = np.zeros(size, dtype=np.int64)
    for rows in crossed(selection, axes):
        merged = merge(rows)
        counts += np.bincount(
            merged.cell, weights=merged.end - merged.start, minlength=size
        ).astype(np.int64)
    return counts


def count_words(
    selection: Selection, axes: Sequence[Members], size: int, texts_of: TextsOf
) -> "IntArray":
    """Words of the notes of which any character lies in a passage, by cell."""
    import numpy as np

    counts = np.zeros(size, dtype=np.int64)
    for rows in crossed(selection, axes, PIECE):
        merged = merge(rows)
        notes = np.unique(merged.note)
        before, in_word, offset = _words_before(texts_of(notes.tolist()))
        shift = offset[np.searchsorted(notes, merged.note)]
        first, last = merged.start + shift, merged.end + shift
        words = before[last] - before[first]
        # A passage that begins inside a word has a part of that word too …
        inside = in_word[first]
        # … unless the passage before it, of the same cell and note, ends in the same word.
        again = np.zeros(len(first), dtype=bool)
        again[1:] = (
            (merged.cell[1:] == merged.cell[:-1])
            & (merged.note[1:] == merged.note[:-1])
            & (before[last[:-1]] == before[first[1:]])
        )
        words += inside & ~again
        counts += np.bincount(merged.cell, weights=words, minlength=size).astype(np.int64)
    return counts


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


def _words_before(
    texts: Sequence[str],
) -> "tuple[NDArray[np.int32], NDArray[np.bool_], IntArray]":
    """Of the texts one after the other: word starts before each place, and where each text is.

    The second says of each place whether it lies inside a word, past its first character.
    """
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
    inside = np.append(~(blank | after_blank), False)
    lengths = np.array([0, *(len(text) + 1 for text in texts)], dtype=np.int64)
    return before, inside, np.cumsum(lengths)[:-1]
