"""Quotations and found words as they are drawn: whole words, one line, within the width."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from notecode.analysing.concordance import Hit, draw_hits, hits
from notecode.analysing.quotations import (
    draw_quotations,
    place_line,
    whole_words_after,
    whole_words_before,
)
from notecode.model import Agency, Code, Codebook, Span
from notecode.passages import FoundNote, Place, Quotation

BOOK = Codebook(
    title="A codebook",
    codes=(Code(id="contact", label="Making contact", definition="d"),),
    agencies=(Agency(id="police", label="Police", definition="d"),),
)
PLACE = Place(
    note_id="N1",
    case_id="C1",
    site="North",
    date=date(2017, 2, 3),
    month=2,
    contact_type="Email",
    author_role="",
)


def quotation(**more) -> Quotation:
    usual = {
        "reference_id": "R1",
        "place": PLACE,
        "code": "contact",
        "agencies": ("police",),
        "coder": "amina",
        "origin": "rule",
        "created": "2017",
        "span": Span(10, 20),
        "text": "rang him\nat noon",
        "before": "rning, ",
        "after": " and he sai",
        "cut_before": True,
        "cut_after": True,
    }
    return Quotation(**{**usual, **more})


def test_a_quotation_says_what_and_where_it_is_and_marks_its_words() -> None:
    assert draw_quotations([quotation()], BOOK, 80) == [
        "1. Making contact with Police",
        "    case C1, North, note N1, month 2, Email; amina, from a suggestion",
        "    … »rang him at noon« and he …",
    ]


@pytest.mark.parametrize(
    ("origin", "said"),
    [
        ("hand", "amina, by hand"),
        ("rule-changed", "amina, from a suggestion, changed"),
        ("gold", "amina, from a gold file"),
    ],
)
def test_a_quotation_says_how_it_came_to_be(origin: str, said: str) -> None:
    drawn = draw_quotations([quotation(origin=origin)], BOOK, 80)
    assert drawn[1].endswith(said)


def test_whole_notes_have_no_dots_and_old_codes_their_ids() -> None:
    whole = quotation(
        before="", after=" End.", cut_before=False, cut_after=False, code="gone", agencies=("x",)
    )
    lines = draw_quotations([quotation(), whole], BOOK, 80)
    assert lines[3:5] == ["", "2. gone with x"]
    assert lines[-1] == "    »rang him at noon« End."


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("ning he rang", "he rang", "ning he"),
        ("word", "word", "word"),
        ("", "", ""),
        ("a\nbc", "bc", "a"),
    ],
)
def test_a_cut_context_ends_with_whole_words(text: str, before: str, after: str) -> None:
    assert whole_words_before(text, cut=True) == before
    assert whole_words_after(text, cut=True) == after
    assert whole_words_before(text, cut=False) == whole_words_after(text, cut=False) == text


def test_a_place_without_a_month_or_a_site_says_so() -> None:
    bare = Place(
        note_id="N", case_id="C", site="", date=None, month=None, contact_type="", author_role=""
    )
    assert place_line(bare) == "case C, note N, no month"


def hit(before: str, text: str, after: str) -> Hit:
    return Hit(place=PLACE, span=Span(0, 1), before=before, text=text, after=after, codes=())


def test_found_words_stand_under_each_other() -> None:
    lines = draw_hits(
        [
            hit("He said that ", "housing", ", again, would not answer"),
            hit("[", "HOUSING", "_1] rang"),
            hit("日本 \x1b[31m\n", "housing", ""),
        ],
        60,
    )
    columns = [cell_len(line[: line.casefold().index("housing")]) for line in lines]
    assert len(set(columns)) == 1
    assert lines[0].startswith("C1 N1  ")
    assert "that housing, again" in lines[0]
    assert "[HOUSING_1] rang" in lines[1]
    assert "\x1b" not in lines[2]


@pytest.mark.parametrize("width", [40, 80, 120])
def test_lines_fit_the_width(width: int) -> None:
    long = hit("word " * 40, "found " * 30, " word" * 40)
    assert all(cell_len(line) <= width for line in draw_hits([long], width))
    lines = draw_quotations([quotation(text="word " * 99)], BOOK, width)
    assert all(cell_len(line) <= width for line in lines)


def test_hits_know_their_context_and_the_codes_on_them() -> None:
    note = FoundNote(rowid=1, place=PLACE, text="one two three", spans=(Span(0, 3), Span(4, 7)))
    coded = {"N1": [(Span(2, 5), "contact"), (Span(6, 9), "contact"), (Span(3, 4), "x")]}
    first, second = hits([note], coded, context=3)
    assert (first.before, first.text, first.after, first.codes) == ("", "one", " tw", ("contact",))
    assert (second.before, second.after, second.codes) == ("ne ", " th", ("contact",))


@given(st.text("ab \t\n\u00a0\u2003", max_size=8))
def test_a_cut_context_loses_its_broken_word_and_the_blank_beside_it(text: str) -> None:
    blanks = [at for at, char in enumerate(text) if char.isspace()]
    before = text[blanks[0] + 1 :] if blanks else text
    after = text[: blanks[-1]] if blanks else text
    assert whole_words_before(text, cut=True) == before
    assert whole_words_after(text, cut=True) == after
