"""A range on one anonymised text, carried to another of one raw text: exactly or not at all."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notecode.anonymising.review.reanchoring import (
    LONGEST,
    align,
    exact_alignment,
    place_by_context,
)
from notecode.anonymising.review.span_map import MaskedSpan, SpanMap
from notecode.model import Span

TAGS = ("[SU]", "[VS]", "[OM_1]", "[PERSON_12]")


def replaced(raw: str, ranges: list[tuple[int, int]], tags: list[str]) -> tuple[str, SpanMap]:
    """The raw text with tags in place of the ranges, and the map between the two."""
    text, masked, at = "", [], 0
    for (start, end), tag in zip(ranges, tags, strict=True):
        text += raw[at:start]
        here = Span(len(text), len(text) + len(tag))
        masked.append(MaskedSpan(raw=Span(start, end), anonymised=here, type="PERSON"))
        text += tag
        at = end
    text += raw[at:]
    return text, SpanMap(tuple(masked), len(raw), len(text))


def tags_of(source: SpanMap) -> list[Span]:
    return [masked.anonymised for masked in source.masked]


@st.composite
def masked_ranges(draw: st.DrawFn, length: int) -> list[tuple[int, int]]:
    cuts = sorted(draw(st.sets(st.integers(0, length), max_size=8)))
    pairs = list(pairwise(cuts))
    return [pair for pair in pairs if draw(st.booleans())]


@st.composite
def two_maskings(draw: st.DrawFn):  # type: ignore[no-untyped-def]
    raw = draw(st.text("ab .\n[é", min_size=1, max_size=30))
    made = []
    for _ in range(2):
        ranges = draw(masked_ranges(len(raw)))
        tags = [draw(st.sampled_from(TAGS)) for _ in ranges]
        made.append(replaced(raw, ranges, tags))
    old = made[0][0]
    start = draw(st.integers(0, len(old) - 1))
    span = Span(start, draw(st.integers(start + 1, len(old))))
    return raw, made[0], made[1], span


def raw_range_of(source: SpanMap, span: Span) -> Span:
    """The raw range of a span, worked out character by character."""
    owner: list[tuple[int, int]] = []
    at = 0
    for masked in (*source.masked, None):
        upto = masked.raw.start if masked else source.raw_length
        owner += [(position, position + 1) for position in range(at, upto)]
        if masked:
            owner += [(masked.raw.start, masked.raw.end)] * len(masked.anonymised)
            at = masked.raw.end
    covered = owner[span.start : span.end]
    return Span(covered[0][0], covered[-1][1])


@given(two_maskings())
def test_a_known_replacement_carries_every_range(case) -> None:  # type: ignore[no-untyped-def]
    _, (_, old), (new_text, new), span = case
    alignment = exact_alignment(old)
    before = raw_range_of(old, span)
    assert alignment.is_exact
    assert alignment.raw_span(span) == before
    carried = alignment.carry(span, new)
    assert carried == new.to_anonymised(before)
    assert carried is not None
    assert carried.end <= len(new_text)
    after = raw_range_of(new, carried)
    assert after.contains(before)
    # What it covers beyond lies in tags that it touched before.
    for position in (*range(after.start, before.start), *range(before.end, after.end)):
        assert any(
            masked.raw.start <= position < masked.raw.end and masked.raw.overlaps(before)
            for masked in new.masked
        )


@given(two_maskings())
def test_a_text_alone_carries_a_range_rightly_or_not_at_all(case) -> None:  # type: ignore[no-untyped-def]
    raw, (old_text, old), (_, new), span = case
    alignment = align(old_text, tags_of(old), raw)
    assert alignment is not None, "the true alignment is always among those found"
    truth = exact_alignment(old)
    for found, true in zip(alignment.places, truth.places, strict=True):
        assert true[0] in found
        assert list(found) == sorted(set(found))
    assert alignment.carry(span, new) in {None, truth.carry(span, new)}
    assert alignment.raw_span(span) in {None, truth.raw_span(span)}
    if alignment.is_exact:
        assert alignment.carry(span, new) == truth.carry(span, new)


@given(two_maskings())
@settings(deadline=None)
def test_there_and_back_is_where_it_was_or_wider(case) -> None:  # type: ignore[no-untyped-def]
    _, (_, old), (_, new), span = case
    there = exact_alignment(old).carry(span, new)
    assert there is not None
    back = exact_alignment(new).carry(there, old)
    assert back is not None
    assert back.contains(span)
    again = exact_alignment(old).carry(back, new)
    assert again is not None
    assert again.contains(there), "widened to whole tags, never moved"


def test_a_note_that_is_not_of_this_raw_text_is_not_aligned() -> None:
    text = "T/C to [SU] about housing."
    assert align(text, [Span(7, 11)], "T/C to Bob about housing.") is not None
    assert align(text, [Span(7, 11)], "T/C to Bob over housing.") is None
    assert align(text, [Span(7, 11)], "T/C to  about housing. Later.") is None
    assert align("no tag", [], "no tag") is not None
    assert align("no tag", [], "no tags") is None
    assert align("[SU]", [Span(0, 4)], "") is None


@pytest.mark.parametrize(
    ("raw", "allowed"),
    [
        ("see " + "x" * 900 + " now", True),
        ("see " + "word " * 60 + " now", False),
        ("see " + "w" * (LONGEST - 1) + " now", True),
    ],
)
def test_a_tag_stands_for_a_name_or_an_address_and_not_for_a_page(raw: str, allowed: bool) -> None:
    assert (align("see [URL_1] now", [Span(4, 11)], raw) is not None) is allowed


def test_where_two_tags_could_share_their_words_in_two_ways_nothing_is_guessed() -> None:
    raw = "Mary Anne Smith rang. Seen."
    text, old = replaced(raw, [(0, 9), (10, 15)], ["[VS]", "[OM_1]"])
    _, new = replaced(raw, [(0, 4), (5, 9), (10, 15)], ["[VS]", "[A]", "[OM_1]"])
    alignment = align(text, tags_of(old), raw)
    assert alignment is not None
    assert not alignment.is_exact
    assert alignment.carry(Span(0, 4), new) is None, "[VS] is Mary, or Mary Anne"
    assert alignment.carry(Span(0, len(text)), new) == Span(0, len("[VS] [A] [OM_1] rang. Seen."))
    seen = Span(text.index("Seen"), text.index("Seen") + 4)
    carried = alignment.carry(seen, new)
    assert carried is not None
    assert carried.cut("[VS] [A] [OM_1] rang. Seen.") == "Seen"
    _, one = replaced(raw, [(0, 15)], ["[VS]"])
    assert alignment.carry(Span(0, 4), one) == Span(0, 4), "both ways lead to one tag"


def test_what_a_run_finds_can_settle_what_the_texts_leave_open() -> None:
    raw = "Mary Anne Smith rang."
    text, old = replaced(raw, [(0, 9), (10, 15)], ["[VS]", "[OM_1]"])
    known = {(0, 9), (10, 15)}
    settled = align(text, tags_of(old), raw, fits=lambda number, start, end: (start, end) in known)
    assert settled is not None
    assert settled.is_exact
    assert settled.raw_span(Span(0, 4)) == Span(0, 9)


def test_a_text_that_went_on_is_not_taken_for_a_long_name() -> None:
    text, tags = "He rang [SU]", [Span(8, 12)]
    raw = "He rang Bob. He was not at all pleased to hear of it"
    alignment = align(text, tags, raw)
    assert alignment is not None
    _, new = replaced(raw, [(8, 11)], ["[SU]"])
    assert alignment.uncovered(raw, new)
    _, all_masked = replaced(raw, [(8, len(raw))], ["[SU]"])
    assert not alignment.uncovered(raw, all_masked)
    honest = align(text, tags, "He rang Bob Alan Smith")
    assert honest is not None
    assert not honest.uncovered("He rang Bob Alan Smith", SpanMap((), 22, 22))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Added first. T/C to Kezza about housing.", "Kezza"),
        ("T/C to Kezza about housing. T/C to Kezza about housing.", None),
        ("T/C with Kezza re rent.", None),
    ],
)
def test_a_place_is_known_again_by_the_words_around_it(raw: str, expected: str | None) -> None:
    text = "T/C to [PERSON_1] about housing."
    found = place_by_context(text, [Span(7, 17)], raw, Span(7, 17))
    assert (found.cut(raw) if found else None) == expected


def test_a_word_left_standing_is_known_again_by_itself_and_its_neighbours() -> None:
    text = "Spoke to Grace House today about [SU]."
    tags = [Span(text.index("["), text.index("]") + 1)]
    grace = Span(9, 14)
    raw = "Spoke to Grace House today about Bob Jones. He came."
    assert place_by_context(text, tags, raw, grace) == Span(9, 14)
    assert place_by_context(text, tags, raw.replace("Grace", "Hope"), grace) is None
    assert place_by_context("ab [X]", [Span(3, 6)], "ab cd", Span(3, 6)) is None, "too little"


def test_a_text_with_too_many_ways_is_given_up_and_quickly() -> None:
    text = "[A]" + "x[B]" * 50
    tags = [Span(0, 3), *(Span(4 + 4 * n, 7 + 4 * n) for n in range(50))]
    assert align(text, tags, "x" * 5000) is None


def test_nothing_of_the_texts_is_printed() -> None:
    alignment = align("a [SU] b", [Span(2, 6)], "a Quillfeather b")
    assert "Quill" not in repr(alignment)
    assert str(alignment) == "Alignment(2 pieces)"
