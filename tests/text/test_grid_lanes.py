"""The span index finds what a plain search finds; lanes never share a row."""

from hypothesis import given
from hypothesis import strategies as st

from notecode.model import Span
from notecode.text.lanes import SpanIndex, lanes

spans = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 40)
)
row_ranges = st.builds(
    lambda start, length: range(start, start + length), st.integers(0, 40), st.integers(1, 20)
)


@given(st.lists(spans, max_size=40), spans)
def test_the_index_finds_what_a_plain_search_finds(items, asked):
    index = SpanIndex(items, lambda span: span)
    expected = sorted(
        (span for span in items if span.overlaps(asked)), key=lambda s: (s.start, -s.end)
    )
    assert index.overlapping(asked.start, asked.end) == expected
    assert len(index) == len(items)


@given(st.lists(spans, max_size=40), st.integers(0, 100))
def test_the_shortest_span_at_an_offset_comes_first(items, offset):
    found = SpanIndex(items, lambda span: span).at(offset)
    assert sorted(found) == sorted(s for s in items if s.start <= offset < s.end)
    assert [len(span) for span in found] == sorted(len(span) for span in found)


@given(st.lists(row_ranges, max_size=40))
def test_no_two_stripes_in_a_lane_share_a_row(ranges):
    given_lanes = lanes(ranges)
    taken: set[tuple[int, int]] = set()
    for rows, lane in zip(ranges, given_lanes, strict=True):
        for row in rows:
            assert (lane, row) not in taken
            taken.add((lane, row))


@given(st.lists(row_ranges, min_size=1, max_size=40))
def test_no_more_lanes_than_stripes_side_by_side(ranges):
    most = max(sum(row in rows for rows in ranges) for row in range(70))
    assert max(lanes(ranges)) + 1 == most


def test_the_longer_of_two_that_start_together_takes_the_outer_lane():
    assert lanes([range(1), range(5), range(1, 2)]) == [1, 0, 1]


def test_one_span_over_everything_hides_none_of_fifty_thousand():
    items = [Span(0, 1_000_000), *(Span(n * 10, n * 10 + 5) for n in range(50_000))]
    index = SpanIndex(items, lambda span: span)
    for offset in range(0, 500_000, 500):
        assert len(index.at(offset)) == 2
