"""Writes the sample's files."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from .grammar import Label
from .people import Case, Person
from .plan import Plan
from .profiles import profile_columns, profile_row
from .sample import Row

NOTE_COLUMNS = (
    "Note ID",
    "Case Ref",
    "Area",
    "Contact Date",
    "Contact Type",
    "Recorded By",
    "Role",
    "Note",
)
PEOPLE_COLUMNS = (
    "case_id",
    "person_id",
    "role",
    "title",
    "first_name",
    "last_name",
    "known_as",
    "dob",
    "phone",
    "email",
    "address",
    "crn",
    "nhs",
)


def files(seed: int, plans: list[Plan], rows: list[Row]) -> dict[str, str]:
    """Every file's name and contents, without the README."""
    ids = [f"N{n:05}" for n in range(1, len(rows) + 1)]
    return {
        "notes.csv": _csv(
            NOTE_COLUMNS, (_note_row(n, row) for n, row in zip(ids, rows, strict=True))
        ),
        "people.csv": _csv(PEOPLE_COLUMNS, _people_rows(plans)),
        "cases.csv": _csv(profile_columns(), (profile_row(seed, plan) for plan in plans)),
        "gold_identifiers.jsonl": _jsonl(
            _identifiers(n, r) for n, r in zip(ids, rows, strict=True)
        ),
        "gold_codes.jsonl": _jsonl(_codes(n, r) for n, r in zip(ids, rows, strict=True)),
    }


def write_files(out: Path, contents: Mapping[str, str]) -> None:
    """Write the files as UTF-8 with LF line ends."""
    out.mkdir(parents=True, exist_ok=True)
    for name, text in contents.items():
        (out / name).write_bytes(text.encode("utf-8"))


def _csv(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(list(columns))
    writer.writerows(list(row) for row in rows)
    return stream.getvalue()


def _jsonl(records: Iterable[Mapping[str, object]]) -> str:
    return "".join(
        json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n" for record in records
    )


def _note_row(note_id: str, row: Row) -> list[str]:
    return [
        note_id,
        row.case.id,
        row.case.site,
        row.day.strftime("%d/%m/%Y"),
        row.contact_type,
        row.author.full,
        row.role,
        row.draft.text,
    ]


def _people_rows(plans: list[Plan]) -> Iterable[list[str]]:
    for plan in plans:
        for person in plan.case.people.values():
            yield _person_row(plan.case, person)


def _person_row(case: Case, person: Person) -> list[str]:
    address = ", ".join(part for part in (person.address, person.postcode) if part)
    born = person.dob.strftime("%d/%m/%Y") if person.dob else ""
    return [
        case.id,
        person.id,
        person.role,
        person.title,
        person.first,
        person.last,
        person.known_as,
        born,
        person.phone,
        person.email,
        address,
        person.crn,
        person.nhs,
    ]


def _identifiers(note_id: str, row: Row) -> dict[str, object]:
    spans = []
    for label in _of(row, "identifier"):
        kind, level = label.value.split()
        spans.append(
            {
                "start": label.start,
                "end": label.end,
                "type": kind,
                "identifier_type": level,
                "entity": label.entity,
            }
        )
    keep = [{"start": label.start, "end": label.end} for label in _of(row, "keep")]
    return {"id": note_id, "spans": spans, "must_not_mask": keep}


def _of(row: Row, kind: str) -> list[Label]:
    return sorted((x for x in row.draft.labels if x.kind == kind), key=lambda x: (x.start, x.end))


def _codes(note_id: str, row: Row) -> dict[str, object]:
    sentences = row.draft.sentences
    return {
        "id": note_id,
        "sentences": [[start, end] for start, end, _ in sentences],
        "mentions": [
            {"start": x.start, "end": x.end, "agency": x.value} for x in _of(row, "mention")
        ],
        "references": [
            {"start": start, "end": end, "activity": code, "agencies": sentence.agencies}
            for start, end, sentence in sentences
            for code in sentence.codes
        ],
        "non_mentions": [
            {"start": x.start, "end": x.end, "reason": x.value} for x in _of(row, "non_mention")
        ],
        "neutral": [
            {"start": x.start, "end": x.end, "agency": x.value or None} for x in _of(row, "neutral")
        ],
    }
