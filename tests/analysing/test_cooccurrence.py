"""Codes that stand together, against the definition applied place by place."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.analysing.cooccurrence import (
    NEARNESSES,
    UNDATED,
    CodedPlaces,
    Nearness,
    Together,
    codes_together,
)
from notecode.analysing.pairs import PLACES, Labelled, pair_definitions
from notecode.model import Codebook
from together import CodedWorld, together_by_hand

PARENT = {1: 0, 2: 0, 3: 1}
"""Code 0 has 1 and 2 beneath it, 1 has 3; 4 stands alone."""
CODES = 5
LENGTH = 12
SENTENCES = ((0, 4), (5, 8), (8, 12))
"""Every note has three sentences, with a blank between the first two."""

OWN = [frozenset({code}) for code in range(CODES)]
ROLLED = [
    frozenset({0}),
    frozenset({0, 1}),
    frozenset({0, 2}),
    frozenset({0, 1, 3}),
    frozenset({4}),
]


def world_of(references, cases, days=()) -> CodedWorld:
    undated = (UNDATED,) * len(cases)
    return CodedWorld(tuple(references), cases, days or undated, (SENTENCES,) * len(cases))


@st.composite
def worlds(draw: st.DrawFn) -> CodedWorld:
    size = draw(st.integers(1, 6))
    cases = tuple(draw(st.lists(st.integers(0, 2), min_size=size, max_size=size)))
    day = st.sampled_from([UNDATED, 0, 1, 3, 4, 9])
    days = tuple(draw(st.lists(day, min_size=size, max_size=size)))
    span = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 6))
    drawn = draw(
        st.lists(st.tuples(st.integers(0, size - 1), span, st.integers(0, CODES - 1)), max_size=14)
    )
    found = tuple((n, a, min(a + length, LENGTH), code) for n, (a, length), code in drawn)
    return world_of(found, cases, days)


def coded(world: CodedWorld) -> CodedPlaces:
    table = np.array(world.references, dtype=np.int64).reshape(-1, 4)
    sentences = [(note, a, b) for note, own in enumerate(world.sentences) for a, b in own]
    return CodedPlaces(
        note=table[:, 0],
        start=table[:, 1],
        end=table[:, 2],
        code=table[:, 3],
        note_case=np.array(world.cases, dtype=np.int64),
        note_day=np.array(world.days, dtype=np.int64),
        sentences=np.array(sentences, dtype=np.int64),
    )


@given(
    world=worlds(),
    nearness=st.sampled_from(NEARNESSES),
    days=st.integers(0, 5),
    reach=st.sampled_from([OWN, ROLLED]),
)
def test_codes_stand_together_as_counted_place_by_place(
    world: CodedWorld, nearness: Nearness, days: int, reach: list[frozenset[int]]
) -> None:
    found = codes_together(coded(world), reach, nearness, days=days)
    assert found == together_by_hand(world, reach, nearness, days=days)


def pair(world: CodedWorld, nearness: Nearness, codes: tuple[int, int], **more) -> Together:
    found = codes_together(coded(world), OWN, nearness, **more)
    return next(each for each in found if each.codes == codes)


def test_the_index_is_that_of_two_sets_where_places_stand_alone() -> None:
    # Notes 0 and 1 have code 0, notes 1, 2 and 3 code 4: one of four notes has both.
    coding = ((0, 0), (1, 0), (1, 4), (2, 4), (3, 4))
    world = world_of(((note, 0, 3, code) for note, code in coding), (0, 0, 1, 1))
    found = pair(world, "note", (0, 4))
    assert (found.first, found.second, found.either, found.places, found.cases) == (2, 3, 4, 1, 1)
    assert found.jaccard == 0.25


def test_nothing_with_either_code_has_no_index() -> None:
    assert pair(world_of((), (0,)), "note", (0, 4)).jaccard is None


@pytest.mark.parametrize(("days", "together"), [(2, 0), (3, 2), (400, 2)])
def test_days_apart_are_counted_within_the_case_alone(days: int, together: int) -> None:
    references = ((0, 0, 2, 0), (1, 0, 2, 4), (2, 0, 2, 4), (3, 0, 2, 4))
    world = world_of(references, (0, 0, 1, 0), (5, 8, 5, UNDATED))
    assert pair(world, "days", (0, 4), days=days).places == together


@pytest.mark.parametrize(("start", "together"), [(4, 0), (3, 2)])
def test_passages_that_touch_do_not_overlap(start: int, together: int) -> None:
    world = world_of(((0, 0, 4, 0), (0, start, 8, 4)), (0,))
    assert pair(world, "overlap", (0, 4)).places == together


def test_passages_are_counted_beyond_what_small_numbers_hold() -> None:
    """Counts of passages before a place begin again at 0 after so many; none is missed there."""
    notes = np.arange(2**16 + 4, dtype=np.int64)
    places = CodedPlaces(
        note=np.repeat(notes, 2),
        start=np.tile(np.array([0, 2], dtype=np.int64), len(notes)),
        end=np.tile(np.array([4, 6], dtype=np.int64), len(notes)),
        code=np.tile(np.array([0, 1], dtype=np.int64), len(notes)),
        note_case=np.zeros(len(notes), dtype=np.int64),
        note_day=np.empty(0, dtype=np.int64),
        sentences=np.empty((0, 3), dtype=np.int64),
    )
    (found,) = codes_together(places, [frozenset({0}), frozenset({1})], "overlap")
    assert (found.first, found.second, found.places) == (len(notes), len(notes), 2 * len(notes))


def test_a_code_and_one_above_it_are_no_pair_where_parents_count() -> None:
    world = world_of(((0, 0, 4, 3), (0, 0, 4, 4)), (0,))
    found = codes_together(coded(world), ROLLED, "note")
    assert [(p.codes, p.places) for p in found if 3 in p.codes] == [((2, 3), 0), ((3, 4), 1)]
    assert [p.places for p in found if p.codes == (0, 4)] == [1], "its parent stands there as well"


def test_places_with_one_code_near_the_other_are_not_called_places_with_both() -> None:
    book = Codebook(title="t", codes=(), agencies=())
    said = {near: Labelled(book, (), near, 7).together for near in PLACES}
    assert said["note"] == "notes in which both stand"
    assert said["days"] == "notes with one of the two that have the other near"
    assert "both of these passages are counted" in " ".join(
        pair_definitions(Labelled(book, (), "overlap", 0), own=True)
    )
