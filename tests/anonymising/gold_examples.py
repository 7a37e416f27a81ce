"""Invented labelled notes, and predictions written by hand. Synthetic."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from notecode.anonymising.evaluation.gold import GoldFile, GoldNote, GoldSpan, IdentifierType
from notecode.anonymising.evaluation.prediction import PredictedFlag, PredictedSpan, Prediction
from notecode.model import Span
from notecode.raw import Person

PEOPLE = (
    Person(id="su", role="SU", first_name="Dorian", last_name="Mabb"),
    Person(id="om", role="OFFENDER_MANAGER", first_name="Ann", last_name="Pryce"),
)


def place(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def gold_span(
    text: str,
    part: str,
    kind: str = "PERSON",
    entity: str = "",
    identifier: IdentifierType = "DIRECT",
) -> GoldSpan:
    return GoldSpan(span=place(text, part), type=kind, identifier_type=identifier, entity=entity)


def gold_note(
    note_id: str, text: str, spans: Iterable[GoldSpan] = (), kept: Iterable[str] = (), **rest: Any
) -> GoldNote:
    return GoldNote(
        id=note_id,
        text=text,
        spans=tuple(spans),
        kept=tuple(place(text, part) for part in kept),
        **{"case_id": "C1", "roster": PEOPLE, **rest},
    )


def masked(text: str, part: str, kind: str = "PERSON", person: str = "") -> PredictedSpan:
    return PredictedSpan(
        span=place(text, part), type=kind, person=person, score=1.0, recogniser="test"
    )


def flagged(text: str, part: str) -> PredictedFlag:
    return PredictedFlag(span=place(text, part), reason="look")


def prediction(
    note_id: str, spans: Iterable[PredictedSpan] = (), flags: Iterable[PredictedFlag] = ()
) -> Prediction:
    return Prediction(id=note_id, spans=tuple(spans), flags=tuple(flags))


def gold_file(*notes: GoldNote, name: str = "gold.jsonl") -> GoldFile:
    return GoldFile(name, notes)


TEXT = "t/c to Ann Pryce at Marac re Dorian, 07700 900123"


def line(**changes: Any) -> dict[str, Any]:
    """A line of a gold file; a value of ``...`` takes the key away."""
    spans = [
        {"start": 7, "end": 16, "type": "PERSON", "identifier_type": "DIRECT", "entity": "om"},
        {"start": 29, "end": 35, "type": "PERSON", "identifier_type": "DIRECT", "entity": "su"},
        {"start": 37, "end": 49, "type": "PHONE", "identifier_type": "DIRECT"},
    ]
    roster = [
        {"id": "su", "role": "SU", "first_name": "Dorian", "last_name": "Mabb"},
        {"id": "om", "role": "OFFENDER_MANAGER", "first_name": "Ann", "last_name": "Pryce"},
    ]
    data = {
        "id": "N1",
        "case_id": "C1",
        "site": "North",
        "date": "2017-03-02",
        "text": TEXT,
        "roster": roster,
        "agencies": ["Marac"],
        "spans": spans,
        "must_not_mask": [{"start": 20, "end": 25}],
        **changes,
    }
    return {key: value for key, value in data.items() if value is not ...}


def write_gold(path: Path, *lines: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(each) + "\n" for each in lines), encoding="utf-8")
    return path
