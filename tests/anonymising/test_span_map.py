"""From the raw text to the anonymised one and back."""

from hypothesis import given
from hypothesis import strategies as st

from notecode.anonymising.review.span_map import MaskedSpan, SpanMap
from notecode.model import Span

RAW = "t/c to Ann Pryce re Bob"
# Anonymised: "t/c to [OM_1] re [SU]"
MAP = SpanMap(
    (
        MaskedSpan(raw=Span(7, 16), anonymised=Span(7, 13), type="PERSON"),
        MaskedSpan(raw=Span(20, 23), anonymised=Span(17, 21), type="PERSON"),
    ),
    23,
    21,
)


def test_words_between_tags_go_back_to_themselves() -> None:
    assert MAP.to_raw(Span(0, 3)) == Span(0, 3)
    assert MAP.to_raw(Span(14, 16)) == Span(17, 19)


def test_a_part_of_a_tag_goes_back_to_the_whole_name() -> None:
    assert MAP.to_raw(Span(9, 10)) == Span(7, 16)
    assert MAP.to_raw(Span(20, 21)) == Span(20, 23)
    assert MAP.to_raw(Span(14, 18)) == Span(17, 23)
    assert MAP.to_raw(Span(0, 21)) == Span(0, 23)


def test_what_lies_outside_goes_nowhere() -> None:
    assert MAP.to_raw(Span(20, 22)) is None


@st.composite
def maps(draw: st.DrawFn) -> SpanMap:
    raw = anonymised = 0
    masked = []
    for _ in range(draw(st.integers(0, 5))):
        gap, name, tag = draw(st.tuples(*[st.integers(0, 4), *[st.integers(1, 6)] * 2]))
        raw, anonymised = raw + gap, anonymised + gap
        masked.append(
            MaskedSpan(
                raw=Span(raw, raw + name), anonymised=Span(anonymised, anonymised + tag), type="X"
            )
        )
        raw, anonymised = raw + name, anonymised + tag
    rest = draw(st.integers(1, 4))
    return SpanMap(tuple(masked), raw + rest, anonymised + rest)


@given(maps(), st.data())
def test_there_and_back_covers_the_same_place(source: SpanMap, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, source.anonymised_length - 1))
    end = data.draw(st.integers(start + 1, source.anonymised_length))
    raw = source.to_raw(Span(start, end))
    assert raw is not None
    again = source.to_anonymised(raw)
    assert again is not None
    assert again.contains(Span(start, end))
    assert source.to_raw(again) == raw
    if not any(m.anonymised.overlaps(Span(start, end)) for m in source.masked):
        assert again == Span(start, end)
