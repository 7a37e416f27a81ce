"""Codes that stand together, against the definition applied place by place."""

from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notecode.analysing.cooccurrence import (
    NEARNESSES,
    UNDATED,
    CodedPlaces,
    Nearness,
    Together,
    codes_together,
)

CODES = 5
PARENT = {1: 0, 2: 0, 3: 1}
"""Code 0 has 1 and 2 beneath it, 1 has 3; 4 stands alone."""
LENGTH = 12
SENTENCES = ((0, 4), (5, 8), (8, 12))
"""Every note has three sentences, with a blank between the first two."""


@dataclass(frozen=True)
class World:
    """References as (note, start, end, code); each note's case and day."""

    references: tuple[tuple[int, int, int, int], ...]
    cases: tuple[int, ...]
    days: tuple[int, ...]


@st.composite
def worlds(draw: st.DrawFn) -> World:
    size = draw(st.integers(1, 6))
    cases = tuple(draw(st.lists(st.integers(0, 2), min_size=size, max_size=size)))
    day = st.sampled_from([UNDATED, 0, 1, 3, 4, 9])
    days = tuple(draw(st.lists(day, min_size=size, max_size=size)))
    span = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 6))
    drawn = draw(
        st.lists(st.tuples(st.integers(0, size - 1), span, st.integers(0, CODES - 1)), max_size=14)
    )
    found = tuple((n, a, min(a + length, LENGTH), code) for n, (a, length), code in drawn)
    return World(found, cases, days)


def ancestors(code: int) -> set[int]:
    found = {code}
    while code in PARENT:
        code = PARENT[code]
        found.add(code)
    return found


def under(code: int, rolled: bool) -> set[int]:
    return ancestors(code) if rolled else {code}


def places_of(world: World, nearness: Nearness, rolled: bool) -> dict[tuple[int, ...], set[int]]:
    """Each place with its codes; a place begins with its note."""
    found: dict[tuple[int, ...], set[int]] = {}
    for note, start, end, code in world.references:
        if nearness in ("span", "overlap"):
            places: list[tuple[int, ...]] = [(note, start, end)]
        elif nearness == "sentence":
            places = [(note, a, b) for a, b in SENTENCES if a < end and start < b]
        else:
            places = [(note,)]
        for place in places:
            found.setdefault(place, set()).update(under(code, rolled))
    return found


def neighbours(
    world: World, nearness: Nearness, days: int, one: tuple[int, ...], other: tuple[int, ...]
) -> bool:
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


def by_hand(world: World, nearness: Nearness, days: int, rolled: bool) -> list[Together]:
    places = places_of(world, nearness, rolled)
    near = {
        one: set().union(
            *(
                codes
                for other, codes in places.items()
                if neighbours(world, nearness, days, one, other)
            )
        )
        for one in places
    }
    pairs = []
    for a in range(CODES):
        for b in range(a + 1, CODES):
            if rolled and (a in ancestors(b) or b in ancestors(a)):
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


def coded(world: World) -> CodedPlaces:
    table = np.array(world.references, dtype=np.int64).reshape(-1, 4)
    sentences = [(note, a, b) for note in range(len(world.cases)) for a, b in SENTENCES]
    return CodedPlaces(
        note=table[:, 0],
        start=table[:, 1],
        end=table[:, 2],
        code=table[:, 3],
        note_case=np.array(world.cases, dtype=np.int64),
        note_day=np.array(world.days, dtype=np.int64),
        sentences=np.array(sentences, dtype=np.int64),
    )


def reach(rolled: bool) -> list[frozenset[int]]:
    return [frozenset(under(code, rolled)) for code in range(CODES)]


@settings(max_examples=150, deadline=None)
@given(
    world=worlds(),
    nearness=st.sampled_from(NEARNESSES),
    days=st.integers(0, 5),
    rolled=st.booleans(),
)
def test_codes_stand_together_as_counted_place_by_place(
    world: World, nearness: Nearness, days: int, rolled: bool
) -> None:
    found = codes_together(coded(world), reach(rolled), nearness, days=days)
    assert found == by_hand(world, nearness, days, rolled)


def pair(world: World, nearness: Nearness, codes: tuple[int, int], **more) -> Together:
    found = codes_together(coded(world), reach(rolled=False), nearness, **more)
    return next(each for each in found if each.codes == codes)


def test_the_index_is_that_of_two_sets_where_places_stand_alone() -> None:
    # Notes 0 and 1 have code 0, notes 1, 2 and 3 code 4: one of four notes has both.
    world = World(
        tuple((note, 0, 3, code) for note, code in ((0, 0), (1, 0), (1, 4), (2, 4), (3, 4))),
        (0, 0, 1, 1),
        (UNDATED,) * 4,
    )
    found = pair(world, "note", (0, 4))
    assert (found.first, found.second, found.either, found.places, found.cases) == (2, 3, 4, 1, 1)
    assert found.jaccard == 0.25


def test_nothing_with_either_code_has_no_index() -> None:
    assert pair(World((), (0,), (0,)), "note", (0, 4)).jaccard is None


@pytest.mark.parametrize(("days", "together"), [(2, 0), (3, 2), (400, 2)])
def test_days_apart_are_counted_within_the_case_alone(days: int, together: int) -> None:
    world = World(
        ((0, 0, 2, 0), (1, 0, 2, 4), (2, 0, 2, 4), (3, 0, 2, 4)), (0, 0, 1, 0), (5, 8, 5, UNDATED)
    )
    assert pair(world, "days", (0, 4), days=days).places == together


def test_passages_that_touch_do_not_overlap() -> None:
    touching = World(((0, 0, 4, 0), (0, 4, 8, 4)), (0,), (0,))
    assert pair(touching, "overlap", (0, 4)).places == 0
    assert pair(World(((0, 0, 5, 0), (0, 4, 8, 4)), (0,), (0,)), "overlap", (0, 4)).places == 2
