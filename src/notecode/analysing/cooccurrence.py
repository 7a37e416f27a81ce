"""Which codes stand together: on the same passage, in the same sentence, within some days.

Places are passages, sentences or notes; each has the codes that lie on it, and a neighbourhood:
itself alone, the passages that it overlaps, or the notes of its case within some days. Two codes
stand together in a place if it has the one and its neighbourhood the other. Their Jaccard index
is the places in which they stand together, of all places with either. Where the neighbourhood is
the place itself, that is the usual index of two sets (Jaccard, P. (1912), "The distribution of
the flora in the alpine zone", New Phytologist 11, 37-50); with a wider one it is the same share.

Everything is done on whole arrays: time and memory grow with references times codes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from notecode.tables import IntArray

    Flags = NDArray[np.bool_]

Nearness = Literal["span", "overlap", "sentence", "note", "days"]
"""What makes two codes stand together."""

NEARNESSES: tuple[Nearness, ...] = ("span", "overlap", "sentence", "note", "days")

UNDATED = -1
"""The day of a note without a date."""

_PER_NOTE = 1 << 32
"""Code points are numbered through all notes; no note is as long as this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedPlaces:
    """References in whole numbers, one entry each: note, first and last code point, code.

    ``note`` counts from 0; ``note_case`` and ``note_day`` have an entry for each note: its case,
    and its day counted from anywhere (``UNDATED`` if it has none). ``sentences`` has a row of
    note, start and end for each sentence. What a nearness does not need may be empty.
    """

    note: "IntArray"
    start: "IntArray"
    end: "IntArray"
    code: "IntArray"
    note_case: "IntArray"
    note_day: "IntArray"
    sentences: "IntArray"


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """How often two codes stand together, by the numbers that the codes were given.

    ``first`` and ``second`` count the places with each of the two, ``either`` those with one of
    them or both, ``places`` those in which they stand together, ``cases`` the cases of these.
    """

    codes: tuple[int, int]
    first: int
    second: int
    either: int
    places: int
    cases: int

    @property
    def jaccard(self) -> float | None:
        """Places together of places with either; None where there are none."""
        return self.places / self.either if self.either else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Places:
    """Places in any order: the codes on each, those of its neighbourhood, and its case."""

    on: "Flags"
    near: "Flags"
    case: "IntArray"


def codes_together(
    coded: CodedPlaces, reach: Sequence[frozenset[int]], nearness: Nearness, *, days: int = 0
) -> list[Together]:
    """Every pair of codes of which neither is above the other, in the codes' order.

    ``reach`` says for each code which codes a reference with it counts under: itself and, where
    parents count too, its ancestors. ``days`` is how far apart notes may be for "days".
    """
    import numpy as np

    under = np.zeros((len(reach), len(reach)), dtype=bool)
    for code, codes in enumerate(reach):
        under[code, list(codes)] = True
    if nearness in ("note", "days"):
        places = _notes(coded, under, days if nearness == "days" else None)
    elif nearness == "sentence":
        places = _sentences(coded, under)
    else:
        places = _passages(coded, under, overlapping=nearness == "overlap")
    return _pairs(places, under)


def _pairs(places: _Places, under: "Flags") -> list[Together]:
    """The counts of every pair, by products of the places' flags, case by case."""
    import numpy as np

    size = len(under)
    both, crossed, cases = (np.zeros((size, size), dtype=np.int64) for _ in range(3))
    order = np.argsort(places.case, kind="stable")
    on = places.on[order].astype(np.float32)
    alone = places.near is places.on
    near = on if alone else places.near[order].astype(np.float32)
    bounds = np.flatnonzero(np.diff(places.case[order], prepend=-1, append=-1))
    for begin, end in pairwise(bounds):
        # Small products of floats are quick, and exact far beyond the notes of a case.
        product = (on[begin:end].T @ near[begin:end]).astype(np.int64)
        crossed += product
        cases += (product + product.T) > 0
        if not alone:
            both += (on[begin:end].T @ on[begin:end]).astype(np.int64)
    both = crossed if alone else both
    # A has B near, or B has A near; counted twice is where both stand on the place itself.
    together = crossed + crossed.T - both
    single = both.diagonal()
    either = single[:, None] + single[None, :] - both
    akin = under | under.T
    return [
        Together(
            codes=(a, b),
            first=int(single[a]),
            second=int(single[b]),
            either=int(either[a, b]),
            places=int(together[a, b]),
            cases=int(cases[a, b]),
        )
        for a in range(size)
        for b in range(a + 1, size)
        if not akin[a, b]
    ]


def _flags(place: "IntArray", size: int, codes: "IntArray", under: "Flags") -> "Flags":
    """For each place the codes that lie on it; ``place`` numbers the place of each code."""
    import numpy as np

    flags = np.zeros((size, len(under)), dtype=np.float32)
    flags[place, codes] = 1
    return np.asarray((flags @ under.astype(np.float32)) > 0)


def _sums(flags: "Flags") -> "NDArray[np.uint16]":
    """For each code how many of the places before a place have it; one line more than places.

    Small numbers that begin again at 0 are quick, and two of them still differ unless 65,536
    places with one code lie between them: more than a note or a case can have.
    """
    import numpy as np

    sums = np.zeros((len(flags) + 1, flags.shape[1]), dtype=np.uint16)
    np.cumsum(flags, axis=0, out=sums[1:])
    return sums


def _notes(coded: CodedPlaces, under: "Flags", days: int | None) -> _Places:
    """Notes with a reference; near are the notes of the case within ``days``, if any."""
    import numpy as np

    found, place = np.unique(coded.note, return_inverse=True)
    on = _flags(place, len(found), coded.code, under)
    case = coded.note_case[found]
    if days is None:
        return _Places(on=on, near=on, case=case)
    day = coded.note_day[found]
    # One line of days for all cases, each case out of reach of the next; undated notes apart.
    gap = int(day.max(initial=0)) + days + 2
    line = np.where(day == UNDATED, UNDATED, (case + 1) * 2 * gap + day)
    order = np.argsort(line, kind="stable")
    ordered = line[order]
    sums = _sums(on[order])
    first = np.searchsorted(ordered, ordered - days, "left")
    last = np.searchsorted(ordered, ordered + days, "right")
    near = np.empty_like(on)
    near[order] = sums[last] != sums[first]
    near[line == UNDATED] = on[line == UNDATED]
    return _Places(on=on, near=near, case=case)


def _passages(coded: CodedPlaces, under: "Flags", *, overlapping: bool) -> _Places:
    """Distinct passages; near are those with which one shares a code point, if asked for."""
    import numpy as np

    start = coded.note * _PER_NOTE + coded.start
    end = coded.note * _PER_NOTE + coded.end
    order = np.lexsort((end, start))
    start, end = start[order], end[order]
    new = np.ones(len(order), dtype=bool)
    new[1:] = (start[1:] != start[:-1]) | (end[1:] != end[:-1])
    place = np.cumsum(new) - 1
    start, end = start[new], end[new]
    on = _flags(place, len(start), coded.code[order], under)
    case = coded.note_case[coded.note[order][new]]
    if not overlapping:
        return _Places(on=on, near=on, case=case)
    by_end = np.argsort(end, kind="stable")
    begun, ended = _sums(on), _sums(on[by_end])
    # Of the passages with a code: those begun before this one ends, less those ended before it.
    near = (
        begun[np.searchsorted(start, end, "left")]
        != (ended[np.searchsorted(end[by_end], start, "right")])
    )
    return _Places(on=on, near=near, case=case)


def _sentences(coded: CodedPlaces, under: "Flags") -> _Places:
    """Sentences on which a reference lies, wholly or in part."""
    import numpy as np

    units = coded.sentences.reshape(-1, 3)
    units = units[np.lexsort((units[:, 1], units[:, 0]))]
    start = units[:, 0] * _PER_NOTE + units[:, 1]
    end = units[:, 0] * _PER_NOTE + units[:, 2]
    first = np.searchsorted(end, coded.note * _PER_NOTE + coded.start, "right")
    last = np.searchsorted(start, coded.note * _PER_NOTE + coded.end, "left")
    many = np.maximum(last - first, 0)
    # One line for each sentence of each reference.
    within = np.arange(int(many.sum())) - np.repeat(np.cumsum(many) - many, many)
    used, place = np.unique(np.repeat(first, many) + within, return_inverse=True)
    on = _flags(place, len(used), np.repeat(coded.code, many), under)
    return _Places(on=on, near=on, case=coded.note_case[units[used, 0]])
