"""From columns of whole numbers to the cells of a table: selecting, crossing, counting.

Each combination of keys is one number, a cell. References come in the order of their notes and
are worked on in pieces that end where a note ends, so that memory does not grow with them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

from notecode.counting.members import Members
from notecode.model import CodedFacts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from notecode.tables import IntArray

    BoolArray = NDArray[np.bool_]

PIECE = 400_000
"""References that are worked on at once."""

DENSE = 4
"""Distinct pairs are counted in a table if it has at most so many places for each pair."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The references that a spec lets through, in the order of their notes.

    ``notes`` and ``cases`` say of each note and case whether the filters let it through.
    """

    facts: CodedFacts
    note: "IntArray"
    kind: "IntArray"
    start: "IntArray"
    end: "IntArray"
    notes: "BoolArray"
    cases: "BoolArray"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """References of one piece, each once under every cell in which it counts."""

    cell: "IntArray"
    note: "IntArray"
    start: "IntArray"
    end: "IntArray"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """What the cells of a table hold: references by cell and case, and notes by cell.

    ``cell``, ``case`` and ``references`` have an entry for each cell and each of its cases, by
    cell and then case. ``notes`` has one for each of all ``size`` cells.
    """

    size: int
    cell: "IntArray"
    case: "IntArray"
    references: "IntArray"
    notes: "IntArray"


def select(facts: CodedFacts, filters: Sequence[tuple[Members, Sequence[str]]]) -> Selection:
    """The references whose kind, note and case all filters let through."""
    import numpy as np

    passes = {
        "kind": np.ones(len(facts.kinds), dtype=bool),
        "note": np.ones(len(facts.note_case), dtype=bool),
        "case": np.ones(len(facts.cases), dtype=bool),
    }
    for members, chosen in filters:
        passes[members.level] &= members.any_of(chosen)
        if members.reach is not None:
            passes["case"] &= members.reached_by(chosen)
    notes = passes["note"] & passes["case"][facts.note_case]
    if notes.all() and passes["kind"].all():
        note, kind, start, end = facts.note, facts.kind, facts.start, facts.end
    else:
        chosen_ones = np.flatnonzero(notes[facts.note] & passes["kind"][facts.kind])
        note, kind = facts.note[chosen_ones], facts.kind[chosen_ones]
        start, end = (
            column[chosen_ones] if len(column) else column for column in (facts.start, facts.end)
        )
    return Selection(
        facts=facts, note=note, kind=kind, start=start, end=end, notes=notes, cases=passes["case"]
    )


def count_cells(selection: Selection, axes: Sequence[Members], *, spans: bool) -> Cells:
    """References, cases and notes of every cell of these axes; no axes make one cell.

    ``spans``: references of one cell that cover the same span are one.
    """
    import numpy as np

    size = size_of(axes)
    cases = max(len(selection.facts.cases), 1)
    notes = np.zeros(size, dtype=np.int64)
    found: list[tuple[IntArray, IntArray]] = []
    for rows in crossed(selection, axes):
        each = _once_a_span(rows) if spans else rows
        first = int(each.note[0]) if len(each.note) else 0
        # Pieces are in the order of the notes, so a piece holds few of them.
        least = int(each.note.min(initial=first))
        width = int(each.note.max(initial=first)) - least + 1
        pairs, counts = _distinct(each.cell * width + (each.note - least), size * width)
        cell = pairs // width
        notes += np.bincount(cell, minlength=size)
        case = selection.facts.note_case[pairs % width + least]
        found.append(_summed(cell * cases + case, counts, size * cases))
    pairs, counts = _merged(found, size * cases)
    return Cells(size=size, cell=pairs // cases, case=pairs % cases, references=counts, notes=notes)


def size_of(axes: Sequence[Members]) -> int:
    """How many cells there are by these axes; no axes make one."""
    return prod(len(axis.keys) for axis in axes)


def crossed(
    selection: Selection, axes: Sequence[Members], piece: int | None = None
) -> Iterator[Rows]:
    """The references in pieces, each reference once under every cell in which it counts."""
    import numpy as np

    by_kind, of_note = _parts(selection.facts, axes)
    lengths = np.diff(by_kind.starts)
    once = bool((lengths == 1).all())
    for begin, end in _pieces(selection.note, piece or PIECE):
        note, kind = selection.note[begin:end], selection.kind[begin:end]
        start, stop = selection.start[begin:end], selection.end[begin:end]
        place, noted = by_kind.starts.take(kind), of_note.take(note)
        if not once:
            each = lengths.take(kind)
            # The first of a reference's cells stands at its kind's start, the others behind it.
            place = np.repeat(place - np.cumsum(each) + each, each)
            place += np.arange(len(place))
            note, noted = np.repeat(note, each), np.repeat(noted, each)
            if len(start):
                start, stop = np.repeat(start, each), np.repeat(stop, each)
        yield Rows(cell=by_kind.places.take(place) + noted, note=note, start=start, end=stop)


def case_places(selection: Selection, axes: Sequence[Members]) -> "tuple[IntArray, IntArray]":
    """Each case that the filters let through, with each cell in which it could have been counted.

    ``axes`` are those that part cases; the cells are those of these axes.
    """
    import numpy as np

    case = np.flatnonzero(selection.cases)
    cell = np.zeros(len(case), dtype=np.int64)
    for axis in axes:
        if axis.reach is None:
            cell = cell * len(axis.keys) + axis.places[case]
        else:
            row, key = np.nonzero(axis.reach[case])
            case, cell = case[row], cell[row] * len(axis.keys) + key
    return case, cell


def case_cells(selection: Selection, axes: Sequence[Members]) -> "IntArray":
    """How many cases, coded or not, could have been counted in each cell of these axes."""
    import numpy as np

    _, cell = case_places(selection, axes)
    return np.asarray(np.bincount(cell, minlength=size_of(axes)), dtype=np.int64)


def _parts(facts: CodedFacts, axes: Sequence[Members]) -> "tuple[Members, IntArray]":
    """A cell's number as the sum of what a kind and what a note adds to it.

    The first is given as members of the kinds, whose places are the parts of cells.
    """
    import numpy as np

    of_note = np.zeros(len(facts.note_case), dtype=np.int64)
    parts: list[list[int]] = [[0] for _ in facts.kinds]
    stride = prod(len(axis.keys) for axis in axes)
    for axis in axes:
        stride //= max(len(axis.keys), 1)
        if axis.level == "note":
            of_note += stride * axis.places
        elif axis.level == "case":
            of_note += stride * axis.places[facts.note_case]
        else:
            parts = [
                [part + stride * int(place) for part in before for place in axis.places[a:b]]
                for before, a, b in zip(parts, axis.starts, axis.starts[1:], strict=False)
            ]
    lengths = np.array([0, *map(len, parts)], dtype=np.int64)
    flat = np.array([part for cells in parts for part in cells], dtype=np.int64)
    return Members(level="kind", keys=(), starts=np.cumsum(lengths), places=flat), of_note


def _pieces(note: "IntArray", piece: int) -> Iterator[tuple[int, int]]:
    """Ranges of references that end where a note ends."""
    import numpy as np

    begin = 0
    while begin < len(note):
        end = min(begin + piece, len(note))
        if end < len(note):
            end = int(np.searchsorted(note, note[end - 1], side="right"))
        yield begin, end
        begin = end


def _once_a_span(rows: Rows) -> Rows:
    """Of the references in one cell that cover the same span, the first."""
    import numpy as np

    order = np.lexsort((rows.end, rows.start, rows.note, rows.cell))
    columns = [column[order] for column in (rows.cell, rows.note, rows.start, rows.end)]
    new = np.ones(len(order), dtype=bool)
    if len(order):
        new[1:] = np.any([column[1:] != column[:-1] for column in columns], axis=0)
    cell, note, start, end = (column[new] for column in columns)
    return Rows(cell=cell, note=note, start=start, end=end)


def _distinct(numbers: "IntArray", size: int) -> "tuple[IntArray, IntArray]":
    """The distinct numbers below ``size`` in order, and how often each occurs."""
    import numpy as np

    if size > DENSE * len(numbers):
        return np.unique(numbers, return_counts=True)
    counts = np.bincount(numbers, minlength=size)
    found = np.flatnonzero(counts)
    return found, counts[found]


def _summed(numbers: "IntArray", amounts: "IntArray", size: int) -> "tuple[IntArray, IntArray]":
    """The distinct numbers below ``size`` in order, and the sum of each one's amounts."""
    import numpy as np

    if size <= DENSE * len(numbers):
        # Sums of whole numbers below 2**53 are exact in floating point.
        sums = np.bincount(numbers, weights=amounts, minlength=size).astype(np.int64)
        found = np.flatnonzero(sums)
        return found, sums[found]
    found, place = np.unique(numbers, return_inverse=True)
    return found, np.bincount(place, weights=amounts, minlength=len(found)).astype(np.int64)


def _merged(found: "Sequence[tuple[IntArray, IntArray]]", size: int) -> "tuple[IntArray, IntArray]":
    """The sums of several pieces as one."""
    import numpy as np

    if len(found) == 1:
        return found[0]
    none = np.empty(0, dtype=np.int64)
    numbers = np.concatenate([none, *(numbers for numbers, _ in found)])
    return _summed(numbers, np.concatenate([none, *(amounts for _, amounts in found)]), size)
