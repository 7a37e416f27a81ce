"""What the anonymiser reaches on the sample that ships: recall, kept words, no leak.

The sample is written by rule and flatters; the floors below are there to catch a loss.
"""

import csv
import json
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import pytest

from notecode.anonymising import AnonymisedNote, find_leaks, load_anonymiser
from notecode.raw import Person, RawNote, Roster

SAMPLE = Path(__file__).parents[2] / "corpus" / "sample"
FILES = ("notes.csv", "people.csv", "gold_identifiers.jsonl")
PROTECTED = (
    "Idva service",
    "Domestic Abuse Unit",
    "Harbour Idva team",
    "Children's Services",
    "Housing Options",
    "Bridgeway Homes",
    "Clearwater",
    "Clearwater alcohol team",
    "Willow House refuge",
    "Women's Aid",
    "Victim Support",
    "Public Protection Unit",
    "Safe Futures",
    "Northbank hostel",
    "Turnpike",
    "Turnpike Recovery",
    "Rowan Idva service",
    "Childrens Social Care",
    "Calder Homes",
    "Housing Solutions",
    "Lantern",
    "the Lantern Project",
    "Haven outreach",
    "MADAP panel",
    "approved premises",
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not all((SAMPLE / name).exists() for name in FILES), reason="corpus/sample is not there"
    ),
]


@dataclass
class Result:
    notes: dict[str, AnonymisedNote] = field(default_factory=dict)
    raw: dict[str, str] = field(default_factory=dict)
    rosters: dict[str, Roster] = field(default_factory=dict)


def rows(name: str) -> list[dict[str, str]]:
    with (SAMPLE / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def day(text: str) -> date | None:
    return datetime.strptime(text, "%d/%m/%Y").date() if text else None


def person(row: dict[str, str]) -> Person:
    def some(*names: str) -> tuple[str, ...]:
        return tuple(row[name] for name in names if row[name])

    return Person(
        id=row["person_id"],
        role=row["role"],
        title=row["title"],
        first_name=row["first_name"],
        last_name=row["last_name"],
        dob=day(row["dob"]),
        phones=some("phone"),
        emails=some("email"),
        addresses=some("address"),
        identifiers=some("crn", "nhs"),
        known_as=tuple(name.strip() for name in row["known_as"].split(";") if name.strip()),
    )


@pytest.fixture(scope="module")
def result() -> Result:
    """Every second case of the sample, of each site."""
    done = Result()
    people: dict[str, list[Person]] = defaultdict(list)
    for row in rows("people.csv"):
        people[row["case_id"]].append(person(row))
    cases: dict[str, list[RawNote]] = defaultdict(list)
    for row in rows("notes.csv"):
        cases[row["Case Ref"]].append(
            RawNote(
                id=row["Note ID"],
                case_id=row["Case Ref"],
                text=row["Note"],
                site=row["Area"],
                date=day(row["Contact Date"]),
                author=row["Recorded By"],
                author_role=row["Role"],
                contact_type=row["Contact Type"],
            )
        )
    loaded = load_anonymiser(protected={"": PROTECTED})
    for case_id, notes in list(cases.items())[::2]:
        done.rosters[case_id] = Roster(case_id, tuple(people[case_id]))
        case = loaded.anonymise_case(case_id, notes[0].site, notes, done.rosters[case_id])
        done.notes.update({item.note.id: item for item in case.notes})
        done.raw.update({note.id: note.text for note in notes})
    return done


def gold(result: Result) -> list[dict[str, object]]:
    """What is labelled in the notes of the result."""
    text = (SAMPLE / "gold_identifiers.jsonl").read_text(encoding="utf-8")
    return [note for note in map(json.loads, text.splitlines()) if note["id"] in result.notes]


def masked(result: Result, note_id: str) -> set[int]:
    places = result.notes[note_id].source.masked
    return {index for place in places for index in range(place.raw.start, place.raw.end)}


def share(result: Result, key: str, wanted: str | None = None) -> float:
    """The share of gold spans that are masked to the last letter, or wholly left alone."""
    hits = total = 0
    for note in gold(result):
        note_id = str(note["id"])
        covered, text = masked(result, note_id), result.raw[note_id]
        for span in note[key]:  # type: ignore[attr-defined]
            if wanted is not None and span["identifier_type"] != wanted:
                continue
            letters = {i for i in range(span["start"], span["end"]) if text[i].isalnum()}
            total += 1
            hits += letters <= covered if wanted else not letters & covered
    return hits / total


def test_direct_identifiers_are_masked(result: Result) -> None:
    assert share(result, "spans", "DIRECT") >= 0.98


def test_most_indirect_identifiers_are_masked(result: Result) -> None:
    assert share(result, "spans", "QUASI") >= 0.7


def test_words_that_must_stay_do(result: Result) -> None:
    assert share(result, "must_not_mask") >= 0.97


def test_no_name_of_a_case_is_left_in_it(result: Result) -> None:
    by_case: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for item in result.notes.values():
        by_case[item.note.case_id].append((item.note.id, item.note.text))
    leaks = [
        leak
        for case_id, texts in by_case.items()
        for leak in find_leaks(texts, [result.rosters[case_id]])
    ]
    assert leaks == []


def test_people_get_their_own_tags(result: Result) -> None:
    right = total = 0
    for note in gold(result):
        places = result.notes[str(note["id"])].source.masked
        for span in note["spans"]:  # type: ignore[attr-defined]
            if span["type"] == "PERSON" and span["entity"]:
                here = [p for p in places if p.raw.start <= span["start"] < p.raw.end]
                total += bool(here)
                right += any(place.person_id == span["entity"] for place in here)
    assert right / total >= 0.95
