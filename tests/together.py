"""Codes that stand together, by the definition applied place by place."""

from collections.abc import Sequence
from dataclasses import dataclass

from notecode.analysing.cooccurrence import UNDATED, Nearness, Together

Place = tuple[int, ...]
"""A place begins with its note: (note,) or (note, start, end)."""


@dataclass(frozen=True)
class CodedWorld:
    """References as (note, start, end, code); each note's case, day and sentences."""

    references: tuple[tuple[int, int, int, int], ...]
    cases: tuple[int, ...]
    days: tuple[int, ...]
    sentences: tuple[tuple[tuple[int, int], ...], ...]


def places_of(
    world: CodedWorld, nearness: Nearness, reach: Sequence[frozenset[int]]
) -> dict[Place, set[int]]:
    """Each place with its codes."""
    found: dict[Place, set[int]] = {}
    for note, start, end, code in world.references:
        if nearness in ("span", "overlap"):
            places: list[Place] = [(note, start, end)]
        elif nearness == "sentence":
            touched = [(a, b) for a, b in world.sentences[note] if a < end and start < b]
            places = [(note, a, b) for a, b in touched]
        else:
            places = [(note,)]
        for place in places:
            found.setdefault(place, set()).update(reach[code])
    return found


def neighbours(world: CodedWorld, nearness: Nearness, days: int, one: Place, other: Place) -> bool:
    if one == other:
        return True
    a, b = one[0], other[0]
    if nearness == "overlap":
        return a == b and one[1] < other[2] and other[1] < one[2]
    if nearness == "days":
        dated = UNDATED not in (world.days[a], world.days[b])
        near = abs(world.days[a] - world.days[b]) <= days
        return dated and near and world.cases[a] == world.cases[b]
    return False


def together_by_hand(
    world: CodedWorld, reach: Sequence[frozenset[int]], nearness: Nearness, *, days: int = 0
) -> list[Together]:
    """What ``codes_together`` has to find."""
    places = places_of(world, nearness, reach)
    near: dict[Place, set[int]] = {}
    for one in places:
        near[one] = set()
        for other, codes in places.items():
            if neighbours(world, nearness, days, one, other):
                near[one] |= codes
    pairs = []
    for a in range(len(reach)):
        for b in range(a + 1, len(reach)):
            if a in reach[b] or b in reach[a]:
                continue
            both = [
                place
                for place, codes in places.items()
                if (a in codes and b in near[place]) or (b in codes and a in near[place])
            ]
            first = [place for place, codes in places.items() if a in codes]
            second = [place for place, codes in places.items() if b in codes]
            pairs.append(
                Together(
                    codes=(a, b),
                    first=len(first),
                    second=len(second),
                    either=len({*first, *second}),
                    places=len(both),
                    cases=len({world.cases[place[0]] for place in both}),
                )
            )
    return pairs
