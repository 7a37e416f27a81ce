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
from typing import TYPE_CHECKING, Any, Literal

from notecode.passages import CodedSpan, NoteDay

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Flags = NDArray[Any]

Nearness = Literal["span", "overlap", "sentence", "note", "days"]
"""What makes two codes stand together."""

NEARNESSES: tuple[Nearness, ...] = ("span", "overlap", "sentence", "note", "days")

_PER_NOTE = 1 << 32
"""Code points are numbered through all notes; no note is as long as this."""


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
    case: "NDArray[Any]"


def codes_together(
    spans: Sequence[CodedSpan],
    notes: Sequence[NoteDay],
    reach: Sequence[frozenset[int]],
    nearness: Nearness,
    *,
    sentences: Sequence[tuple[int, int, int]] = (),
    days: int = 0,
) -> list[Together]:
    """Every pair of codes that is not one code and its own ancestor, in the codes' order.

    ``reach`` says for each code which codes a reference with it counts under: itself and, where
    parents count too, its ancestors. ``sentences`` are (note, start, end) of the notes, for that
    nearness; ``days`` is how far apart notes may be for the nearness "days".
    """
    import numpy as np

    size = len(reach)
    counts_under = np.zeros((size, size), dtype=bool)
    for code, codes in enumerate(reach):
        counts_under[code, list(codes)] = True
    table = np.array(spans, dtype=np.int64).reshape(-1, 4)
    days_of = _by_note(notes)
    if nearness in ("note", "days"):
        places = _notes(table, counts_under, days_of, days if nearness == "days" else None)
    elif nearness == "sentence":
        places = _sentences(table, counts_under, days_of, sentences)
    else:
        places = _passages(table, counts_under, days_of, overlapping=nearness == "overlap")
    return _pairs(places, counts_under)


def _pairs(places: _Places, counts_under: "Flags") -> list[Together]:
    """The counts of every pair, by products of the places' flags."""
    import numpy as np

    on, near = places.on.astype(np.float32), places.near.astype(np.float32)
    both = on.T @ on
    crossed = on.T @ near
    # A has B near, or B has A near; counted twice is where both stand on the place itself.
    together = np.rint(crossed + crossed.T - both).astype(np.int64)
    single = np.rint(both.diagonal()).astype(np.int64)
    either = single[:, None] + single[None, :] - np.rint(both).astype(np.int64)
    cases = _cases_together(on, near, places.case)
    akin = counts_under | counts_under.T
    size = len(single)
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


def _cases_together(on: "Flags", near: "Flags", case: "NDArray[Any]") -> "NDArray[Any]":
    """In how many cases each pair stands together at least once."""
    import numpy as np

    size = on.shape[1]
    found = np.zeros((size, size), dtype=np.int64)
    order = np.argsort(case, kind="stable")
    on, near = on[order], near[order]
    bounds = np.flatnonzero(np.diff(case[order], prepend=-1, append=-1))
    for begin, end in pairwise(bounds):
        crossed = on[begin:end].T @ near[begin:end]
        found += (crossed + crossed.T) > 0
    return found


def _by_note(notes: Sequence[NoteDay]) -> dict[str, "NDArray[Any]"]:
    """The notes' numbers, cases and days as arrays; an undated note has a day of -1."""
    import numpy as np

    rows = [(n.note, n.case, -1 if n.day is None else n.day) for n in notes]
    table = np.array(rows, dtype=np.int64).reshape(-1, 3)
    table = table[np.argsort(table[:, 0])]
    return {"note": table[:, 0], "case": table[:, 1], "day": table[:, 2]}


def _flags(place: "NDArray[Any]", size: int, codes: "NDArray[Any]", under: "Flags") -> "Flags":
    """For each place the codes that lie on it; ``place`` numbers the place of each code."""
    import numpy as np

    flags = np.zeros((size, under.shape[0]), dtype=bool)
    flags[place, codes] = True
    return (flags.astype(np.float32) @ under.astype(np.float32)) > 0


def _notes(
    table: "NDArray[Any]",
    under: "Flags",
    days_of: dict[str, "NDArray[Any]"],
    days: int | None,
) -> _Places:
    """Notes with a reference; near are the notes of the case within ``days``, if any."""
    import numpy as np

    found, place = np.unique(table[:, 0], return_inverse=True)
    on = _flags(place, len(found), table[:, 3], under)
    at = np.searchsorted(days_of["note"], found)
    case, day = days_of["case"][at], days_of["day"][at]
    if days is None:
        return _Places(on=on, near=on, case=case)
    # One line of days for all cases, each case out of reach of the next; undated notes apart.
    gap = int(day.max(initial=0)) + days + 2
    number = np.unique(case, return_inverse=True)[1] + 1
    line = np.where(day < 0, -1, number * 2 * gap + day)
    order = np.argsort(line, kind="stable")
    ordered = line[order]
    sums = np.zeros((len(found) + 1, on.shape[1]), dtype=np.int32)
    np.cumsum(on[order], axis=0, out=sums[1:])
    near = np.empty_like(on)
    near[order] = (
        sums[np.searchsorted(ordered, ordered + days, "right")]
        - sums[np.searchsorted(ordered, ordered - days, "left")]
    ) > 0
    near[line < 0] = on[line < 0]
    return _Places(on=on, near=near, case=case)


def _passages(
    table: "NDArray[Any]", under: "Flags", days_of: dict[str, "NDArray[Any]"], *, overlapping: bool
) -> _Places:
    """Distinct passages; near are those with which one shares a code point, if asked for."""
    import numpy as np

    spans, place = np.unique(table[:, :3], axis=0, return_inverse=True)
    on = _flags(place.reshape(-1), len(spans), table[:, 3], under)
    case = days_of["case"][np.searchsorted(days_of["note"], spans[:, 0])]
    if not overlapping:
        return _Places(on=on, near=on, case=case)
    start = spans[:, 0] * _PER_NOTE + spans[:, 1]
    end = spans[:, 0] * _PER_NOTE + spans[:, 2]
    by_end = np.argsort(end, kind="stable")
    begun = np.zeros((len(spans) + 1, on.shape[1]), dtype=np.int32)
    ended = begun.copy()
    # np.unique has sorted the passages by start already.
    np.cumsum(on, axis=0, out=begun[1:])
    np.cumsum(on[by_end], axis=0, out=ended[1:])
    # Of the passages with a code: those begun before this one ends, less those ended before it.
    near = (
        begun[np.searchsorted(start, end, "left")]
        - ended[np.searchsorted(end[by_end], start, "right")]
    ) > 0
    return _Places(on=on, near=near, case=case)


def _sentences(
    table: "NDArray[Any]",
    under: "Flags",
    days_of: dict[str, "NDArray[Any]"],
    sentences: Sequence[tuple[int, int, int]],
) -> _Places:
    """Sentences on which a reference lies, wholly or in part."""
    import numpy as np

    units = np.array(sentences, dtype=np.int64).reshape(-1, 3)
    units = units[np.lexsort((units[:, 1], units[:, 0]))]
    start = units[:, 0] * _PER_NOTE + units[:, 1]
    end = units[:, 0] * _PER_NOTE + units[:, 2]
    first = np.searchsorted(end, table[:, 0] * _PER_NOTE + table[:, 1], "right")
    last = np.searchsorted(start, table[:, 0] * _PER_NOTE + table[:, 2], "left")
    many = np.maximum(last - first, 0)
    # One line for each sentence of each reference.
    offset = np.arange(int(many.sum())) - np.repeat(np.cumsum(many) - many, many)
    touched = np.repeat(first, many) + offset
    used, place = np.unique(touched, return_inverse=True)
    on = _flags(place, len(used), np.repeat(table[:, 3], many), under)
    case = days_of["case"][np.searchsorted(days_of["note"], units[used, 0])]
    return _Places(on=on, near=on, case=case)
