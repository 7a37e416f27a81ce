"""Labels while they are made: conventions, replacing, the same words, the same person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.anonymising.evaluation.gold import GoldNote, GoldSpan
from notecode.anonymising.evaluation.labels import (
    KEEP,
    Label,
    LabelledNote,
    as_json,
    changed,
    entity_of,
    label_span,
    labelled,
    same_words,
    usual_identifier_type,
    with_label,
    without,
)
from notecode.model import Span

TEXT = "Mr Dorian Mabb's mum rang. DORIAN is at Larch Rd, dorian said"


def place(part: str, text: str = TEXT) -> Span:
    return Span(text.index(part), text.index(part) + len(part))


def note(*labels: Label, text: str = TEXT) -> LabelledNote:
    return LabelledNote(id="N1", case_id="C1", text=text, labels=labels)


@pytest.mark.parametrize(
    ("selected", "kind", "expected"),
    [
        ("Mr Dorian Mabb's", "PERSON", "Dorian Mabb"),
        ("Dorian", "PERSON", "Dorian"),
        (" Dorian Mabb’s, ", "PERSON", "Dorian Mabb"),
        ("James'", "PERSON", "James"),
        ("Dr. Ann Pryce.", "PERSON", "Ann Pryce"),
        ("PC Prof Ann", "PERSON", "Ann"),
        ("Ms", "PERSON", "Ms"),
        ("D's", "PERSON", "D"),
        ("O'Brien", "PERSON", "O'Brien"),
        ("Mr Dorian's", "ORG", "Mr Dorian's"),
        ("(07700 900123)", "PHONE", "07700 900123"),
        ("@dorian_m!", "HANDLE", "dorian_m"),
        ("Jose\u0301,", "PERSON", "Jose\u0301"),
        ("🦊🦊", "HANDLE", "🦊🦊"),
        ("fox🦊", "HANDLE", "fox🦊"),
    ],
)
def test_what_convention_leaves_outside(selected: str, kind: str, expected: str) -> None:
    text = f"so {selected} then"
    start = text.index(selected)
    span = label_span(text, Span(start, start + len(selected)), kind)
    assert span is not None
    assert span.cut(text) == expected


def test_spaces_alone_are_nothing_to_label() -> None:
    assert label_span("a   b", Span(1, 4), "PERSON") is None


def test_a_label_takes_the_place_of_those_it_touches() -> None:
    first, second = Label(place("Dorian"), "PERSON"), Label(place("Larch"), "ORG")
    both = with_label(with_label(note(), second), first)
    assert both.labels == (first, second)
    longer = Label(place("Dorian Mabb"), "PERSON")
    assert with_label(both, longer).labels == (longer, second)
    assert without(both, first).labels == (second,)
    assert changed(both, first, entity="su").labels[0].entity == "su"


@pytest.mark.parametrize(
    ("kind", "written", "expected"),
    [
        ("PERSON", "Dorian", "DIRECT"),
        ("ID", "X123456", "DIRECT"),
        ("AGE", "7", "QUASI"),
        ("LOCATION", "Tibbleton", "QUASI"),
        ("POSTCODE", "TN4 6QX", "DIRECT"),
        ("POSTCODE", "tn46qx", "DIRECT"),
        ("POSTCODE", "TN4", "QUASI"),
        ("POSTCODE", "EC1A", "QUASI"),
    ],
)
def test_usual_types(kind: str, written: str, expected: str) -> None:
    assert usual_identifier_type(kind, written) == expected


def test_the_same_words_in_any_letter_case() -> None:
    one = note(Label(place("Dorian"), "PERSON"))
    assert [span.cut(TEXT) for span in same_words(one, place("Dorian"))] == ["DORIAN", "dorian"]
    taken = with_label(one, Label(place("DORIAN"), "ORG"))
    assert [span.cut(TEXT) for span in same_words(taken, place("Dorian"))] == ["dorian"]
    assert same_words(one, place("Dorian Mabb")) == []
    assert same_words(note(text="a - b - c"), Span(2, 3)) == []


def test_a_name_means_whom_it_meant_before() -> None:
    before = note(Label(place("Dorian"), "PERSON", entity="su"))
    assert entity_of([before], "DORIAN") == "su"
    assert entity_of([before], "Mabb") == ""
    two = with_label(before, Label(place("dorian"), "PERSON", entity="other-1"))
    assert entity_of([two], "Dorian") == ""
    assert entity_of([], "Dorian") == ""


def test_from_a_gold_note_and_back() -> None:
    gold = GoldNote(
        id="N1",
        case_id="C1",
        text=TEXT,
        spans=(
            GoldSpan(
                span=place("Dorian Mabb"), type="PERSON", identifier_type="DIRECT", entity="su"
            ),
            GoldSpan(span=place("Larch Rd"), type="ADDRESS", identifier_type="QUASI"),
        ),
        kept=(place("mum"),),
        done=False,
    )
    read = labelled(gold)
    assert [label.type for label in read.labels] == ["PERSON", KEEP, "ADDRESS"]
    assert as_json(read) == {
        "spans": [
            {
                "start": 3,
                "end": 14,
                "type": "PERSON",
                "identifier_type": "DIRECT",
                "entity": "su",
            },
            {"start": 40, "end": 48, "type": "ADDRESS", "identifier_type": "QUASI"},
        ],
        "must_not_mask": [{"start": 17, "end": 20}],
        "done": False,
    }


def test_a_repr_shows_no_text() -> None:
    assert "Dorian" not in f"{note()!r} {note()}"


@given(st.data())
def test_labels_never_overlap_and_stand_in_order(data: st.DataObject) -> None:
    text = "abc def ghi jkl mno"
    current = note(text=text)
    for _ in range(data.draw(st.integers(1, 8))):
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        span = label_span(text, Span(start, end), "PERSON")
        if span is None:
            continue
        assert Span(start, end).contains(span)
        current = with_label(current, Label(span, "PERSON"))
        assert Label(span, "PERSON") in current.labels
    for one, other in zip(current.labels, current.labels[1:], strict=False):
        assert one.span.end <= other.span.start
