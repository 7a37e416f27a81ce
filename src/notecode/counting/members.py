"""Under which keys of a dimension each reference counts.

What a count tells apart belongs to a reference's kind (code, agencies, coder, origin), to its
note (month, contact type …) or to its case (site, attributes …). So a dimension is worked out
once for each kind, note or case, however many references there are.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from notecode.counting.times import TIMES, filled, reached
from notecode.model import Codebook, CodedFacts, Dimension, ReferenceKind, RollUp

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from notecode.tables import IntArray

    BoolArray = NDArray[np.bool_]

Level = Literal["kind", "note", "case"]

KIND_DIMENSIONS = ("code", "branch", "agency", "facet", "coder", "origin")
"""The dimensions that a reference's kind tells; the others are columns of notes or cases."""

FACETS = ("activity", "activity and agency")
"""The keys of "facet": a reference without an agency, and one with at least one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Members:
    """The keys of a dimension, and those under which each kind, note or case counts.

    Item ``i`` counts under ``keys[k]`` for each ``k`` in ``places[starts[i]:starts[i + 1]]``;
    notes and cases under one each. ``reach`` says of each case (row) and key (column) of a time
    whether the case could have been counted there; of what tells no time it is None.
    """

    level: Level
    keys: tuple[str, ...]
    starts: "IntArray"
    places: "IntArray"
    reach: "BoolArray | None" = None

    @property
    def parts_cases(self) -> bool:
        """Whether not every case could have been counted under every key."""
        return self.level == "case" or self.reach is not None

    def any_of(self, chosen: Iterable[str]) -> "BoolArray":
        """For each item, whether it counts under any of the keys chosen."""
        import numpy as np

        wanted = frozenset(chosen)
        hit = np.array([key in wanted for key in self.keys], dtype=bool)
        within = np.concatenate(([0], np.cumsum(hit[self.places])))
        return np.asarray(within[self.starts[1:]] > within[self.starts[:-1]])

    def reached_by(self, chosen: Iterable[str]) -> "BoolArray":
        """For each case, whether it could have been counted under any of the keys chosen."""
        import numpy as np

        if self.reach is None:
            raise ValueError("only times are reached by some cases and not by others")
        wanted = frozenset(chosen)
        return np.asarray(self.reach[:, [key in wanted for key in self.keys]].any(axis=1))

    def limited_to(self, allowed: frozenset[str] | None) -> "Members":
        """The same under these keys alone; what counts under none of them counts nowhere."""
        import numpy as np

        if allowed is None:
            return self
        keys = tuple(key for key in self.keys if key in allowed)
        new = np.array([keys.index(key) if key in allowed else -1 for key in self.keys], dtype=int)
        moved = new[self.places]
        if self.level != "kind":
            # Filters let none of the others through, so it does not matter where they stand.
            reach = None if self.reach is None else self.reach[:, new >= 0]
            return replace(self, keys=keys, places=np.maximum(moved, 0), reach=reach)
        kept = np.concatenate(([0], np.cumsum(moved >= 0)))
        return Members(
            level=self.level,
            keys=keys,
            starts=kept[self.starts].astype(np.int64),
            places=moved[moved >= 0].astype(np.int64),
        )


def members_of(
    dimension: Dimension, facts: CodedFacts, codebook: Codebook, roll_up: RollUp
) -> Members:
    """The members of one dimension of the facts."""
    if dimension in TIMES:
        column = filled(dimension, facts.note_columns[dimension], facts)
        members = _single("note", column.keys, column.places)
        return replace(members, reach=reached(dimension, column, facts))
    if dimension in facts.note_columns:
        column = facts.note_columns[dimension]
        return _single("note", column.keys, column.places)
    if dimension in facts.case_columns:
        column = facts.case_columns[dimension]
        return _single("case", column.keys, column.places)
    return _of_kinds([_keys_of(dimension, codebook, roll_up)(kind) for kind in facts.kinds])


def _single(level: Level, keys: tuple[str, ...], places: "IntArray") -> Members:
    import numpy as np

    return Members(level=level, keys=keys, starts=np.arange(len(places) + 1), places=places)


def _of_kinds(found: Sequence[Sequence[str]]) -> Members:
    import numpy as np

    keys = tuple(dict.fromkeys(key for keys in found for key in keys))
    place = {key: at for at, key in enumerate(keys)}
    lengths = np.array([0, *map(len, found)], dtype=np.int64)
    flat = [place[key] for keys in found for key in keys]
    return Members(
        level="kind", keys=keys, starts=np.cumsum(lengths), places=np.array(flat, dtype=np.int64)
    )


def _keys_of(
    dimension: Dimension, codebook: Codebook, roll_up: RollUp
) -> Callable[[ReferenceKind], Sequence[str]]:
    """How the keys of a dimension come from a kind."""

    def path(kind: ReferenceKind) -> tuple[str, ...]:
        # A code that has vanished from the codebook is a tree of its own.
        if kind.code not in codebook.code_by_id:
            return (kind.code,)
        return tuple(code.id for code in codebook.path(kind.code))

    ways: dict[Dimension, Callable[[ReferenceKind], Sequence[str]]] = {
        "code": path if roll_up != "own" else lambda kind: (kind.code,),
        "branch": lambda kind: path(kind)[:1],
        "agency": lambda kind: kind.agencies or ("",),
        "facet": lambda kind: (FACETS[bool(kind.agencies)],),
        "coder": lambda kind: (kind.coder,),
        "origin": lambda kind: (kind.origin,),
    }
    return ways[dimension]
