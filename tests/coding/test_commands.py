"""Coding commands as values: what each adds and takes away, and its inverse."""

import re
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.coding import commands
from notecode.coding.identifiers import new_id, repeatable_id
from notecode.errors import CodingError
from notecode.model import (
    Agency,
    Change,
    Code,
    Codebook,
    Mention,
    Note,
    Origin,
    Reference,
    Span,
    Suggestion,
)

BOOK = Codebook(
    title="t",
    codes=(
        Code(id="a", label="A", definition="d"),
        Code(id="b", label="B", definition="d"),
        Code(id="old", label="Old", definition="d", status="retired"),
    ),
    agencies=(
        Agency(id="police", label="Police", definition="d"),
        Agency(id="housing", label="Housing", definition="d"),
    ),
    digest="d1",
)
HAND = commands.Hand("amina", "2017-01-01T00:00:00+00:00", BOOK)
NOTE = Note(id="N1", case_id="C1", text="Police rang, then housing did.")
MENTIONS = (
    Mention(note_id="N1", span=Span(0, 6), agency="police", rule="r"),
    Mention(note_id="N1", span=Span(18, 25), agency="housing", rule="r"),
    Mention(note_id="N1", span=Span(0, 4), agency="police", rule="r"),
)
SUGGESTION = Suggestion(
    id="S1",
    note_id="N1",
    span=Span(0, 11),
    code="a",
    agencies=("police",),
    rule="r1",
    rule_version="v",
)


def add(span: Span = Span(0, 11), code: str = "a", **kwargs: object) -> Change:
    given_ = {"references": (), "mentions": MENTIONS, **kwargs}
    return commands.add(HAND, NOTE, span, code, **given_)  # type: ignore[arg-type]


def only(change: Change) -> Reference:
    (reference,) = change.added
    return reference


def test_coding_attaches_the_agencies_inside_the_span() -> None:
    assert only(add(Span(0, 11))).agencies == ("police",)
    assert only(add(Span(0, 30))).agencies == ("housing", "police")
    assert only(add(Span(7, 20))).agencies == ()


def test_a_reference_knows_its_origin() -> None:
    reference = only(add())
    assert (reference.coder, reference.origin, reference.codebook) == ("amina", "hand", "d1")
    assert reference.created == HAND.now


@pytest.mark.parametrize(
    ("span", "code", "message"),
    [
        (Span(0, 31), "a", "past the note's 30 characters"),
        (Span(0, 5), "zzz", "no code 'zzz'"),
        (Span(0, 5), "old", "is retired"),
    ],
)
def test_what_means_nothing_is_refused(span: Span, code: str, message: str) -> None:
    with pytest.raises(CodingError, match=message) as caught:
        add(span, code)
    assert "Police rang" not in str(caught.value)


def test_the_same_code_on_the_same_span_says_so() -> None:
    there = add().added
    with pytest.raises(CodingError, match="has A already"):
        add(references=there)
    assert only(add(code="b", references=there)).code == "b"
    assert only(add(Span(0, 10), references=there)).span == Span(0, 10)


def test_coding_what_is_suggested_accepts_the_suggestion() -> None:
    change = add(suggestions=(SUGGESTION,))
    assert change.action == "accept"
    assert only(change).suggestion == "S1"
    assert [d.after for d in change.decisions] == ["accepted"]
    assert add(Span(0, 10), suggestions=(SUGGESTION,)).decisions == ()


def test_accepting_keeps_span_agencies_and_rule() -> None:
    reference = only(commands.accept(HAND, NOTE, SUGGESTION, references=()))
    assert (reference.span, reference.agencies, reference.origin, reference.suggestion) == (
        SUGGESTION.span,
        ("police",),
        "rule",
        "S1",
    )


def test_a_suggestion_taken_with_another_code_or_other_bounds_is_changed() -> None:
    other = commands.accept(HAND, NOTE, SUGGESTION, references=(), code_id="b")
    assert (only(other).code, only(other).origin, only(other).suggestion) == (
        *("b", "rule-changed", "S1"),
    )
    assert other.summary == "B accepted for A"
    wider = commands.accept(HAND, NOTE, SUGGESTION, references=(), span=Span(0, 12))
    assert (only(wider).code, only(wider).origin) == ("a", "rule-changed")
    assert wider.summary == "A accepted, in other bounds"
    named = commands.accept(
        HAND, NOTE, SUGGESTION, references=(), code_id="a", span=SUGGESTION.span
    )
    assert (only(named).origin, named.summary) == ("rule", "A accepted")


def test_what_is_done_later_to_a_suggestion_changes_its_origin_and_back() -> None:
    taken = only(commands.accept(HAND, NOTE, SUGGESTION, references=()))
    recoded = only(commands.recode(HAND, NOTE, taken, "b", references=(), suggestion=SUGGESTION))
    resized = only(
        commands.resize(HAND, NOTE, taken, Span(0, 9), references=(), suggestion=SUGGESTION)
    )
    assert (recoded.origin, resized.origin) == ("rule-changed", "rule-changed")
    back = only(commands.recode(HAND, NOTE, recoded, "a", references=(), suggestion=SUGGESTION))
    assert back == taken
    agencies = only(commands.toggle_agency(HAND, NOTE, taken, "housing"))
    assert agencies.origin == "rule", "agencies are no part of the question"
    by_hand = only(add())
    assert only(commands.recode(HAND, NOTE, by_hand, "b", references=())).origin == "hand"


def test_rejecting_decides_and_adds_nothing() -> None:
    change = commands.reject(HAND, NOTE, SUGGESTION)
    assert change.added == change.removed == ()
    assert [(d.before, d.after) for d in change.decisions] == [("open", "rejected")]


def test_editing_keeps_the_id() -> None:
    reference = only(add())
    recoded = commands.recode(HAND, NOTE, reference, "b", references=(reference,))
    resized = commands.resize(HAND, NOTE, reference, Span(2, 5), references=(reference,))
    toggled = commands.toggle_agency(HAND, NOTE, reference, "housing")
    for change in (recoded, resized, toggled):
        assert change.removed == (reference,)
        assert only(change).id == reference.id
    assert only(recoded).code == "b"
    assert only(resized).span == Span(2, 5)
    assert only(toggled).agencies == ("housing", "police")
    assert only(commands.toggle_agency(HAND, NOTE, reference, "police")).agencies == ()


def test_editing_into_what_is_there_is_refused() -> None:
    first, second = only(add()), only(add(code="b"))
    there = (first, second)
    with pytest.raises(CodingError, match="already"):
        commands.recode(HAND, NOTE, first, "b", references=there)
    with pytest.raises(CodingError, match="already"):
        commands.resize(HAND, NOTE, first, first.span, references=there)
    with pytest.raises(CodingError, match="no agency"):
        commands.toggle_agency(HAND, NOTE, first, "navy")


@given(st.sampled_from(["add", "accept", "reject", "recode", "resize", "agency", "delete"]))
def test_the_inverse_of_the_inverse_is_the_change(action: str) -> None:
    reference = only(add())
    change = {
        "add": lambda: add(),
        "accept": lambda: commands.accept(HAND, NOTE, SUGGESTION, references=()),
        "reject": lambda: commands.reject(HAND, NOTE, SUGGESTION),
        "recode": lambda: commands.recode(HAND, NOTE, reference, "b", references=()),
        "resize": lambda: commands.resize(HAND, NOTE, reference, Span(1, 2), references=()),
        "agency": lambda: commands.toggle_agency(HAND, NOTE, reference, "police"),
        "delete": lambda: commands.delete(HAND, NOTE, reference),
    }[action]()
    assert change.inverse().inverse() == change
    assert change.inverse().removed == change.added


def test_ids_sort_by_time_and_are_ulids() -> None:
    first = new_id()
    time.sleep(0.002)
    second = new_id()
    assert first < second
    assert re.fullmatch(r"[0-7][0-9A-HJKMNP-TV-Z]{25}", first)


@given(st.lists(st.text(), min_size=1, max_size=3))
def test_repeatable_ids_repeat(parts: list[str]) -> None:
    assert repeatable_id(*parts) == repeatable_id(*parts)
    assert repeatable_id(*parts) != repeatable_id(*parts, "x")
    assert re.fullmatch(r"[0-7][0-9A-HJKMNP-TV-Z]{25}", repeatable_id(*parts))


def test_a_suggestion_for_a_merged_code_is_accepted_as_its_heir() -> None:
    codes = (
        *BOOK.codes,
        Code(id="m", label="M", definition="d", status="retired", merged_into="b"),
    )
    hand = replace(HAND, codebook=replace(BOOK, codes=codes))
    suggestion = replace(SUGGESTION, code="m")
    reference = only(commands.accept(hand, NOTE, suggestion, references=()))
    assert (reference.code, reference.suggestion, reference.origin) == ("b", "S1", "rule")
    other = only(commands.accept(hand, NOTE, suggestion, references=(), code_id="a"))
    assert (other.code, other.origin) == ("a", "rule-changed")
    shown = replace(reference, code="b", coded_as="m")
    wider = commands.resize(hand, NOTE, shown, Span(0, 12), references=(), suggestion=suggestion)
    back = commands.resize(
        hand, NOTE, only(wider), suggestion.span, references=(), suggestion=suggestion
    )
    assert (only(wider).origin, only(back).origin) == ("rule-changed", "rule")


@pytest.mark.parametrize(
    ("before", "after"),
    [("rule", "rule-changed"), ("rule-changed", "rule-changed"), ("hand", "hand")],
)
def test_without_its_suggestion_what_is_changed_is_changed(before: Origin, after: str) -> None:
    alone = replace(only(add()), origin=before)
    assert only(commands.recode(HAND, NOTE, alone, "b", references=())).origin == after
    assert only(commands.resize(HAND, NOTE, alone, Span(0, 6), references=())).origin == after


def test_keeping_says_that_the_code_holds_under_todays_codebook() -> None:
    reference = replace(only(add()), codebook="d0", code="b", coded_as="old")
    change = commands.keep(HAND, NOTE, reference)
    assert change.removed == (reference,)
    assert change.added == (replace(reference, codebook="d1"),)
    assert change.inverse().added == (reference,)
    with pytest.raises(CodingError, match="no code 'gone'"):
        commands.keep(HAND, NOTE, replace(reference, code="gone"))


def test_recoding_a_merged_reference_is_a_choice_of_ones_own() -> None:
    reference = replace(only(add()), code="b", coded_as="old")
    (after,) = commands.recode(HAND, NOTE, reference, "a", references=()).added
    assert (after.code, after.coded_as, after.id) == ("a", "", reference.id)


def test_accepting_in_other_bounds_takes_the_agencies_inside_them() -> None:
    def accepted(span: Span, *agencies: str) -> Reference:
        suggestion = replace(SUGGESTION, agencies=agencies or ("police",))
        return only(
            commands.accept(HAND, NOTE, suggestion, references=(), span=span, mentions=MENTIONS)
        )

    assert accepted(Span(0, 30)).span == Span(0, 30)
    assert accepted(Span(0, 30)).agencies == ("housing", "police")
    assert accepted(Span(7, 11)).agencies == ()
    assert accepted(Span(7, 11), "housing", "police").agencies == ("housing",), "implied"
    assert accepted(Span(0, 11), "housing").agencies == ("housing",), "its own bounds"
    assert accepted(Span(7, 11)).suggestion == "S1"
    there = add(Span(0, 30)).added
    with pytest.raises(CodingError, match="has A already"):
        commands.accept(HAND, NOTE, SUGGESTION, references=there, span=Span(0, 30))


SEVERAL = tuple(
    replace(SUGGESTION, id=f"S{n}", span=Span(n, n + 5), code="ab"[n % 2]) for n in range(4)
)


def test_accepting_all_is_one_change_without_doubles() -> None:
    there = add(Span(2, 7)).added
    change = commands.accept_all(HAND, NOTE, SEVERAL, references=there)
    assert [(r.span.start, r.code) for r in change.added] == [(0, "a"), (1, "b"), (3, "b")]
    assert [d.suggestion for d in change.decisions] == ["S0", "S1", "S3"]
    assert change.summary == "3 suggestions accepted"
    assert change.inverse().removed == change.added
    twice = (SUGGESTION, replace(SUGGESTION, id="S9"))
    assert len(commands.accept_all(HAND, NOTE, twice, references=()).added) == 1


def test_rejecting_all_is_one_change() -> None:
    change = commands.reject_all(HAND, NOTE, SEVERAL[:1])
    assert change.summary == "1 suggestion rejected"
    assert change.added == ()
    undone = commands.reject_all(HAND, NOTE, SEVERAL).inverse()
    assert {(d.before, d.after) for d in undone.decisions} == {("rejected", "open")}
