"""What the anonymiser masks in labelled notes, in offsets of the text as it was given."""

from datetime import date

import pytest
from gold_examples import gold_file, gold_note

from notecode.anonymising import Anonymiser
from notecode.anonymising import findings as kinds
from notecode.anonymising.evaluation.gold import TYPES
from notecode.anonymising.evaluation.prediction import (
    GOLD_TYPES,
    Prediction,
    cases_of,
    gold_type,
    predict,
    protected_names,
)
from notecode.raw import Person

ROSTER = (
    Person(id="su", role="SU", first_name="Dorian", last_name="Mabbott"),
    Person(id="om", role="OFFENDER_MANAGER", first_name="Catherine", last_name="Pryce"),
)


def pieces(text: str, prediction: Prediction) -> list[tuple[str, str, str]]:
    return [(each.span.cut(text), each.type, each.person) for each in prediction.spans]


def run(anonymiser: Anonymiser, *texts: str, with_roster: bool = True) -> list[Prediction]:
    notes = [
        gold_note(f"N{number}", text, roster=ROSTER if number == 1 else ())
        for number, text in enumerate(texts, start=1)
    ]
    return next(predict(anonymiser, [gold_file(*notes)], with_roster=with_roster))


def test_masks_in_the_text_as_given_with_the_person(anonymiser: Anonymiser) -> None:
    text = "T/C to Catherine Pryce re Dorian, his mobile is 07700 900123."
    found = run(anonymiser, text)[0]
    assert pieces(text, found) == [
        ("Catherine Pryce", "PERSON", "om"),
        ("Dorian", "PERSON", "su"),
        ("07700 900123", "PHONE", ""),
    ]
    assert found.spans[0].recogniser == "roster"
    assert found.spans[0].score > 0.9


def test_the_roster_of_a_case_is_that_of_all_its_notes(anonymiser: Anonymiser) -> None:
    texts = ("Visit done.", "spoke to mabbott again")
    found = run(anonymiser, *texts)
    assert pieces(texts[1], found[1]) == [("mabbott", "PERSON", "su")]


def test_without_a_roster_nobody_is_known(anonymiser: Anonymiser) -> None:
    found = run(anonymiser, "Dorian Mabbott rang.", with_roster=False)[0]
    assert {each.person for each in found.spans} <= {""}
    assert {each.recogniser for each in found.spans}.isdisjoint({"roster"})


def test_a_text_that_is_not_normalised_keeps_its_offsets(anonymiser: Anonymiser) -> None:
    text = "Visit to cafe\u0301.\r\nMet Dorian\r\nand Catherine Pryce"
    found = run(anonymiser, text)[0]
    assert [piece for piece, _, person in pieces(text, found) if person] == [
        "Dorian",
        "Catherine Pryce",
    ]


def test_flags_point_into_the_text_as_given(anonymiser: Anonymiser) -> None:
    text = "Dorian Mabbott seen with Vrxleigh at the Hornbeam, then Catherine Pryce rang Zorbwick."
    found = run(anonymiser, text)[0]
    assert found.flags
    tags = [each.span for each in found.spans]
    for flag in found.flags:
        assert flag.span.cut(text).strip()
        assert flag.span in tags or not any(flag.span.overlaps(tag) for tag in tags)
    marked = {each.span.cut(text) for each in (*found.flags, *found.spans)}
    assert {"Vrxleigh", "Zorbwick"} <= marked


def test_predictions_come_in_the_order_of_the_file(anonymiser: Anonymiser) -> None:
    notes = [
        gold_note("N3", "Third.", case_id="C2"),
        gold_note("N1", "First.", case_id="C1", date=date(2018, 1, 1)),
        gold_note("N2", "Second.", case_id="C2", date=date(2017, 1, 1)),
    ]
    seen: list[int] = []
    found = next(predict(anonymiser, [gold_file(*notes)], progress=seen.append))
    assert [each.id for each in found] == ["N3", "N1", "N2"]
    assert seen == [2, 3]


def test_a_name_in_an_id_does_not_stop_the_measuring(anonymiser: Anonymiser) -> None:
    note = gold_note("Mabbott-1", "Dorian rang.", case_id="Dorian Mabbott", roster=ROSTER)
    found = next(predict(anonymiser, [gold_file(note)]))
    assert found[0].id == "Mabbott-1"
    assert found[0].spans


def test_a_line_of_a_predictions_file_holds_no_text(anonymiser: Anonymiser) -> None:
    data = run(anonymiser, "Dorian Mabbott and Vrxleigh.")[0].as_json()
    assert list(data) == ["id", "spans", "flags"]
    spans = data["spans"]
    assert isinstance(spans, list)
    assert list(spans[0]) == ["start", "end", "type", "person", "score", "recogniser"]
    assert "Mabbott" not in str(data)
    assert "Vrxleigh" not in str(data)


def test_agencies_are_kept_at_their_site_in_their_file() -> None:
    one = gold_file(
        gold_note("N1", "a", site="North", agencies=("Larch House",)),
        gold_note("N2", "b", site="North", agencies=("Larch House", "Beacon")),
        gold_note("N3", "c", site="South", agencies=()),
    )
    other = gold_file(gold_note("N1", "a", site="North", agencies=("Quay Trust",)))
    more = {"": ["Marac"], "North": ["PVP"], "West": ["Nothing here"]}
    assert protected_names([one, other], more) == {
        "": ["Marac"],
        "0: North": ["PVP", "Larch House", "Beacon"],
        "0: South": [],
        "1: North": ["PVP", "Quay Trust"],
    }


def test_cases_keep_the_order_of_the_file() -> None:
    notes = [gold_note(f"N{n}", "x", case_id=case) for n, case in enumerate("BAB")]
    assert [(case, len(found)) for case, found in cases_of(gold_file(*notes)).items()] == [
        ("B", 2),
        ("A", 1),
    ]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (kinds.PERSON, "PERSON"),
        (kinds.DATE_OF_BIRTH, "DATE"),
        (kinds.URL, "HANDLE"),
        (kinds.PLACE, "LOCATION"),
        (kinds.NHS_NUMBER, "ID"),
        (kinds.REFERENCE, "ID"),
        ("PRISON_NUMBER", "ID"),
    ],
)
def test_types_of_gold_files(kind: str, expected: str) -> None:
    assert gold_type(kind) == expected


def test_every_type_of_a_gold_file_can_be_predicted() -> None:
    assert set(GOLD_TYPES.values()) | {"ID"} == set(TYPES)


def test_every_kind_of_finding_has_its_type() -> None:
    numbers = {kinds.NHS_NUMBER, kinds.NATIONAL_INSURANCE, kinds.REFERENCE}
    names = [value for name, value in vars(kinds).items() if name == value]
    assert len(names) > 15
    assert [name for name in names if name not in GOLD_TYPES and name not in numbers] == []
