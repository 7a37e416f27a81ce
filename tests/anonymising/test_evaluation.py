"""Scoring predictions against labels, by hand-made examples and by property."""

from collections.abc import Sequence

import pytest
from gold_examples import (
    flagged,
    gold_file,
    gold_note,
    gold_span,
    masked,
    prediction,
)
from hypothesis import given
from hypothesis import strategies as st

from notecode.anonymising.evaluation.gold import GoldNote, GoldSpan
from notecode.anonymising.evaluation.prediction import PredictedSpan, Prediction
from notecode.anonymising.evaluation.scoring import Evaluation, evaluate
from notecode.model import Span

TEXT = "Mr Dorian Mabb's OM Ann Pryce rang from Marac, b. 1 Feb 1980, then Zed"


def score(*pairs: tuple[GoldNote, Prediction]) -> Evaluation:
    file = gold_file(*(note for note, _ in pairs))
    return evaluate([(file, [each for _, each in pairs])])


def one(
    spans: Sequence[GoldSpan],
    found: Sequence[PredictedSpan],
    flags: Sequence[str] = (),
    kept: Sequence[str] = (),
    text: str = TEXT,
) -> Evaluation:
    return score(
        (
            gold_note("N1", text, spans, kept),
            prediction("N1", found, [flagged(text, part) for part in flags]),
        )
    )


def counts(share: tuple[int, int, object, object, object]) -> tuple[int, int]:
    return share[0], share[1]


DORIAN = gold_span(TEXT, "Dorian Mabb", entity="su")
ANN = gold_span(TEXT, "Ann Pryce", entity="om")
ZED = gold_span(TEXT, "Zed", entity="friend")


@pytest.mark.parametrize(
    ("found", "is_masked"),
    [
        (["Dorian Mabb"], True),
        (["Mr Dorian Mabb's OM"], True),
        (["Dorian", "Mabb"], True),
        (["Dorian", "an Mabb"], True),
        (["Dorian"], False),
        (["Dorian Mab"], False),
        (["orian Mabb"], False),
        (["Ann"], False),
        ([], False),
    ],
)
def test_a_label_is_masked_when_each_letter_is(found: list[str], is_masked: bool) -> None:
    scored = one([DORIAN], [masked(TEXT, part) for part in found])
    assert counts(scored.direct) == (is_masked, 1)
    assert [d.mistake for d in scored.differences if d.mistake == "missed"] == ["missed"] * (
        not is_masked
    )


def test_spaces_and_marks_need_no_mask() -> None:
    text = "ring 0117 - 496 (0001)"
    spans = [gold_span(text, "0117 - 496 (0001)", "PHONE")]
    found = [masked(text, part, "PHONE") for part in ("0117", "496", "0001")]
    assert counts(one(spans, found, text=text).exact) == (1, 1)


def test_a_label_of_signs_alone_is_masked_whole() -> None:
    text = "handle 🦊🦊 here"
    spans = [gold_span(text, "🦊🦊", "HANDLE")]
    assert counts(one(spans, [masked(text, "🦊🦊", "HANDLE")], text=text).direct) == (1, 1)
    assert counts(one(spans, [masked(text, "🦊🦊 here")], text=text).direct) == (1, 1)
    assert counts(one(spans, [], text=text).direct) == (0, 1)


def test_direct_quasi_and_exact() -> None:
    text = "b. 1 Feb 1980, seen 2 Mar, aged 37, BS1 4QT, call 07700 900123, Poland"
    spans = [
        gold_span(text, "1 Feb 1980", "DATE"),
        gold_span(text, "2 Mar", "DATE", identifier="QUASI"),
        gold_span(text, "37", "AGE", identifier="QUASI"),
        gold_span(text, "BS1 4QT", "POSTCODE", identifier="QUASI"),
        gold_span(text, "07700 900123", "PHONE"),
        gold_span(text, "Poland", "LOCATION", identifier="QUASI"),
    ]
    found = [masked(text, "1 Feb 1980", "DATE"), masked(text, "BS1 4QT", "POSTCODE")]
    scored = one(spans, found, text=text)
    assert counts(scored.direct) == (1, 2)
    assert counts(scored.quasi) == (1, 4)
    assert counts(scored.exact) == (2, 3)
    by_type = {each.type: counts(each.recall) for each in scored.types if each.recall.total}
    assert by_type == {
        "DATE": (1, 2),
        "AGE": (0, 1),
        "PHONE": (0, 1),
        "POSTCODE": (1, 1),
        "LOCATION": (0, 1),
    }
    assert scored.spans == 6


def test_people_in_the_roster_and_outside_it() -> None:
    nobody = gold_span(TEXT, "Zed")
    scored = one([DORIAN, ANN, nobody], [masked(TEXT, "Dorian Mabb"), masked(TEXT, "Zed")])
    assert counts(scored.roster_people) == (1, 2)
    assert counts(scored.other_people) == (1, 1)


def test_a_person_is_fully_masked_when_every_mention_in_the_case_is() -> None:
    other = "Dorian rang, Ann did not, Zed neither"
    notes = [
        gold_note("N1", TEXT, [DORIAN, ANN, ZED]),
        gold_note(
            "N2",
            other,
            [gold_span(other, "Dorian", entity="su"), gold_span(other, "Zed", entity="friend")],
        ),
        gold_note("N3", other, [gold_span(other, "Dorian", entity="su")], case_id="C2"),
    ]
    found = [
        prediction("N1", [masked(TEXT, "Dorian Mabb"), masked(TEXT, "Ann Pryce")]),
        prediction("N2", [masked(other, "Zed")]),
        prediction("N3", [masked(other, "Dorian")]),
    ]
    scored = score(*zip(notes, found, strict=True))
    assert counts(scored.roster_people_fully_masked) == (2, 3)
    assert counts(scored.other_people_fully_masked) == (0, 1)
    assert counts(scored.people_fully_masked) == (2, 4)
    assert scored.cases == 2


def test_words_masked_and_words_kept() -> None:
    found = [masked(TEXT, "Mr Dorian Mabb's"), masked(TEXT, "Marac", "LOCATION")]
    scored = one([DORIAN], found, kept=["Marac", "OM"])
    # Mr, the possessive s and Marac are too many.
    assert counts(scored.token_precision) == (2, 5)
    assert counts(scored.kept) == (1, 2)
    precision = {each.type: counts(each.precision) for each in scored.types if each.precision.total}
    assert precision == {"PERSON": (2, 4), "LOCATION": (0, 1)}
    needless = [d for d in scored.differences if d.mistake == "masked needlessly"]
    assert [d.span.cut(TEXT) for d in needless] == ["Mr", "s", "Marac"]
    assert {d.recogniser for d in needless} == {"test"}
    assert [d.span.cut(TEXT) for d in scored.differences if d.mistake.startswith("protected")] == [
        "Marac"
    ]


def test_a_word_of_which_a_part_is_masked_counts_as_one_word() -> None:
    text = "AB12CDE and Zed"
    spans = [gold_span(text, "AB12CDE", "VRM")]
    halves = [masked(text, "AB12", "VRM"), masked(text, "CDE", "VRM"), masked(text, "ed")]
    scored = one(spans, halves, text=text)
    assert counts(scored.token_precision) == (1, 2)


def test_a_mask_of_one_type_on_a_label_of_another_is_a_right_word() -> None:
    scored = one([DORIAN], [masked(TEXT, "Dorian Mabb", "LOCATION")])
    assert counts(scored.token_precision) == (2, 2)
    assert counts(scored.direct) == (1, 1)


@pytest.mark.parametrize(
    ("flags", "after"),
    [([], 1), (["Zed"], 1), (["Pryce"], 0), (["OM Ann"], 0), (["rang"], 1)],
)
def test_a_note_leaks_until_each_leak_is_flagged(flags: list[str], after: int) -> None:
    scored = one([DORIAN, ANN], [masked(TEXT, "Dorian Mabb")], flags)
    assert counts(scored.notes_leaking) == (1, 1)
    assert counts(scored.notes_leaking_after_flags) == (after, 1)
    missed = [d for d in scored.differences if d.mistake == "missed"]
    assert [d.flagged for d in missed] == [not after]


def test_a_flag_on_one_leak_does_not_mend_another() -> None:
    scored = one([DORIAN, ANN], [], ["Dorian"])
    assert counts(scored.notes_leaking_after_flags) == (1, 1)


def test_a_quasi_identifier_does_not_leak() -> None:
    scored = one([gold_span(TEXT, "Zed", "LOCATION", identifier="QUASI")], [])
    assert counts(scored.notes_leaking) == (0, 1)


def test_right_and_wrong_people() -> None:
    spans = [DORIAN, ANN, ZED]
    right = [masked(TEXT, "Dorian Mabb", person="su"), masked(TEXT, "Ann Pryce", person="om")]
    assert counts(one(spans, right).right_person) == (2, 2)
    assert counts(one(spans, right).wrong_person) == (0, 3)
    swapped = [masked(TEXT, "Dorian Mabb", person="om"), masked(TEXT, "Zed", person="su")]
    scored = one(spans, swapped)
    assert counts(scored.right_person) == (0, 2)
    assert counts(scored.wrong_person) == (2, 3)
    wrong = [d.span.cut(TEXT) for d in scored.differences if d.mistake == "wrong person"]
    assert wrong == ["Dorian Mabb", "Zed"]
    assert [(d.entity, d.person) for d in scored.differences if d.person] == [
        ("su", "om"),
        ("friend", "su"),
    ]


def test_a_name_given_to_two_people_is_wrong() -> None:
    halves = [masked(TEXT, "Dorian", person="su"), masked(TEXT, "Mabb", person="om")]
    scored = one([DORIAN], halves)
    assert counts(scored.right_person) == (0, 1)
    assert counts(scored.wrong_person) == (1, 1)


def test_masked_as_somebody_unknown_is_neither_right_nor_wrong() -> None:
    scored = one([DORIAN], [masked(TEXT, "Dorian Mabb")])
    assert counts(scored.right_person) == (0, 1)
    assert counts(scored.wrong_person) == (0, 1)
    assert [(d.mistake, d.entity) for d in scored.differences] == [("nobody told", "su")]
    assert one([ZED], [masked(TEXT, "Zed")]).differences == ()


def test_flags_in_a_thousand_words() -> None:
    scored = one([], [], ["Zed", "Marac", "rang"])
    words = len(TEXT.split())
    assert scored.words == words
    assert scored.flags.value == pytest.approx(3000 / words)


def test_cases_of_two_files_with_one_id_are_two_cases() -> None:
    pairs = [
        (gold_file(gold_note("N1", TEXT, [DORIAN]), name=name), [prediction("N1")])
        for name in ("a.jsonl", "b.jsonl")
    ]
    scored = evaluate(pairs)
    assert (scored.cases, scored.notes) == (2, 2)
    assert [d.file for d in scored.differences] == ["a.jsonl", "b.jsonl"]


def test_predictions_of_other_notes_are_refused() -> None:
    with pytest.raises(ValueError, match="belong together"):
        evaluate([(gold_file(gold_note("N1", TEXT)), [prediction("N2")])])


def test_a_repr_holds_neither_text_nor_differences() -> None:
    assert "Dorian" not in repr(one([DORIAN], []))
    assert "Difference" not in repr(one([DORIAN], []))


@given(st.data())
def test_against_the_definition_word_for_word(data: st.DataObject) -> None:
    """Recall and precision over random masks and labels, counted the slow way."""
    text = data.draw(st.text(st.sampled_from("aB3 .-'é🦊"), min_size=1, max_size=30))
    ranges = st.lists(
        st.integers(0, len(text) - 1).flatmap(
            lambda a: st.builds(Span, st.just(a), st.integers(a + 1, len(text)))
        ),
        max_size=4,
    )
    labels, masks = data.draw(ranges), data.draw(ranges)
    scored = score(
        (
            gold_note(
                "N1",
                text,
                [GoldSpan(span=s, type="ID", identifier_type="DIRECT") for s in labels],
            ),
            prediction(
                "N1",
                [
                    PredictedSpan(span=s, type="ID", person="", score=1.0, recogniser="t")
                    for s in masks
                ],
            ),
        )
    )

    def is_in(place: int, spans: list[Span]) -> bool:
        return any(s.start <= place < s.end for s in spans)

    def letters(start: int, end: int) -> list[int]:
        return [p for p in range(start, end) if text[p].isalnum()]

    hits = [
        all(is_in(p, masks) for p in letters(s.start, s.end))
        for s in labels
        if letters(s.start, s.end)
    ]
    signs = [s for s in labels if not letters(s.start, s.end)]
    assert scored.direct.total == len(labels)
    assert sum(hits) <= scored.direct.hits <= sum(hits) + len(signs)
    words, start = [], 0
    while start < len(text):
        end = start
        while end < len(text) and text[end].isalnum():
            end += 1
        if end > start:
            words.append(range(start, end))
        start = end + 1
    covered = [w for w in words if any(is_in(p, masks) for p in w)]
    right = [w for w in covered if any(is_in(p, labels) for p in w)]
    assert counts(scored.token_precision) == (len(right), len(covered))
