"""Carrying spans of a text as given to its normalised form and back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.model import Span
from notecode.text.alignment import align


def test_a_normalised_text_is_left_alone() -> None:
    aligned = align("t/c to José\nno reply")
    assert aligned.text == "t/c to José\nno reply"
    assert aligned.as_given(7, 11) == Span(7, 11)


def test_a_composed_letter_is_two_code_points_of_the_text_as_given() -> None:
    given_text = "saw Jose\u0301 today"
    aligned = align(given_text)
    assert aligned.text == "saw José today"
    assert aligned.as_given(4, 8).cut(given_text) == "Jose\u0301"
    assert aligned.as_given(9, 14).cut(given_text) == "today"


def test_line_ends_of_two_characters_become_one() -> None:
    given_text = "one\r\ntwo\rthree"
    aligned = align(given_text)
    assert aligned.text == "one\ntwo\nthree"
    assert aligned.as_given(4, 7).cut(given_text) == "two"
    assert aligned.as_given(3, 4).cut(given_text) == "\r\n"
    assert aligned.as_given(8, 13).cut(given_text) == "three"


def test_a_mark_after_a_line_end_joins_nothing() -> None:
    aligned = align("a\r\u0301b")
    assert aligned.text == "a\n\u0301b"
    assert aligned.as_given(1, 2) == Span(1, 2)


def test_a_letter_that_composes_into_two_is_taken_whole() -> None:
    given_text = "a\u0958b"  # NFC takes DEVANAGARI LETTER QA apart
    aligned = align(given_text)
    assert len(aligned.text) == 4
    assert aligned.as_given(1, 2) == Span(1, 2)
    assert aligned.as_given(2, 3) == Span(1, 2)
    assert aligned.as_given(3, 4) == Span(2, 3)


def test_what_does_not_compose_piece_by_piece_stays_as_it_is() -> None:
    jamo = "\u1112\u1161\u11ab x"
    aligned = align(jamo)
    assert aligned.text == jamo
    assert aligned.as_given(4, 5).cut(jamo) == "x"


def test_repr_shows_no_text() -> None:
    assert "Jos" not in repr(align("Jose\u0301"))
    assert "Jos" not in f"{align('Jose')}"


@pytest.mark.parametrize("text", ["", "\r", "\u0301", "\r\n\r\n", "e\u0301\u0323"])
def test_odd_texts(text: str) -> None:
    aligned = align(text)
    if aligned.text:
        assert aligned.as_given(0, len(aligned.text)) == Span(0, len(text))


TEXTS = st.text(
    st.sampled_from("ab \r\n\u0301\u0323\u0327éô\u0958\u1112\u1161\u200bÅ\u212b😀"), min_size=1
)


@given(TEXTS, st.data())
def test_every_range_comes_back_as_what_it_was_made_of(text: str, data: st.DataObject) -> None:
    aligned = align(text)
    start = data.draw(st.integers(0, len(aligned.text) - 1))
    end = data.draw(st.integers(start + 1, len(aligned.text)))
    place = aligned.as_given(start, end)
    assert 0 <= place.start < place.end <= len(text)
    lines = place.cut(text).replace("\r\n", "\n").replace("\r", "\n")
    assert aligned.text[start:end] in {place.cut(text), lines} or (
        aligned.text[start:end] in unicodedata.normalize("NFC", lines)
    )


@given(TEXTS)
def test_ranges_side_by_side_come_back_in_order(text: str) -> None:
    aligned = align(text)
    places = [aligned.as_given(i, i + 1) for i in range(len(aligned.text))]
    assert [p.start for p in places] == sorted(p.start for p in places)
    assert places[0].start == 0
    assert places[-1].end == len(text)


def test_half_of_a_surrogate_pair_keeps_its_place() -> None:
    aligned = align("a \ud83d Jose\u0301")
    assert aligned.text == "a \ufffd Jos\u00e9"
    assert aligned.as_given(4, 8) == Span(4, 9)
    aligned.text.encode()
