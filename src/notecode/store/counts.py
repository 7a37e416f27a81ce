"""What there is to count, read as columns of whole numbers.

The table ``counted_references`` holds every reference in five small numbers, in the order of the
notes. SQLite joins its columns into lists that numpy parses: five million references take a
second, where fetching them row by row takes three.
"""

import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from notecode.attributes import ABSENT, band_labels, number_of, number_text, read_value
from notecode.model import (
    Attribute,
    Case,
    CodedFacts,
    Column,
    Dimension,
    Presence,
    ReferenceKind,
    case_value_of,
    third_begins,
)
from notecode.store.connection import Database
from notecode.tables import bands_of

if TYPE_CHECKING:
    from notecode.tables import IntArray

NOTES_AT_ONCE = 200_000
"""So many notes' references are read in one go: SQLite's lists are at most 1 GB long."""

THIRDS = ("before", "1", "2", "3", "after", "")
"""The keys of the dimension "third", in order."""

_NOTE_COLUMNS: dict[Dimension, str] = {
    "month": "month",
    "contact_type": "contact_type",
    "author_role": "author_role",
}


def load_facts(
    db: Database,
    cases: Sequence[Case],
    attributes: Mapping[str, Attribute],
    dimensions: Iterable[Dimension],
    *,
    spans: bool,
    references: bool = True,
) -> CodedFacts:
    """Every reference of the project, with the columns of these dimensions.

    ``cases`` are all of the project's, by id; ``attributes`` those of its case record by name.
    ``spans``: the references' starts and ends as well. Without ``references`` there are none, for
    what is asked of notes alone.
    """
    import numpy as np

    wanted = tuple(dict.fromkeys(dimensions))
    rowids, note_case, note_columns = _load_notes(db, cases, wanted)
    names = ("note", "kind", "start", '"end"') if spans else ("note", "kind")
    none = np.empty(0, dtype=np.int64)
    columns = _load_numbers(db, names) if references else [none] * len(names)
    place_of_note = np.zeros(int(rowids.max(initial=0)) + 1, dtype=np.int64)
    place_of_note[rowids] = np.arange(len(rowids))
    kinds, place_of_kind = _load_kinds(db)
    facts = CodedFacts(
        kinds=kinds,
        cases=tuple(case.id for case in cases),
        case_dates=tuple((case.start, case.end) for case in cases),
        note_number=rowids,
        note_case=note_case,
        note=place_of_note[columns[0]],
        kind=place_of_kind[columns[1]],
        start=columns[2] if spans else none,
        end=columns[3] if spans else none,
        note_columns=note_columns,
        case_columns={},
    )
    return with_case_columns(db, facts, cases, attributes, wanted)


def with_case_columns(
    db: Database,
    facts: CodedFacts,
    cases: Sequence[Case],
    attributes: Mapping[str, Attribute],
    dimensions: Iterable[Dimension],
) -> CodedFacts:
    """The same facts with the columns of those of the dimensions that are of cases."""
    added = {
        dimension: column
        for dimension in dict.fromkeys(dimensions)
        if dimension not in facts.case_columns
        and (column := _case_column(db, cases, attributes, dimension)) is not None
    }
    return replace(facts, case_columns={**facts.case_columns, **added}) if added else facts


def coders(db: Database) -> list[str]:
    """Who has references, by name, without counting them."""
    rows = db.rows(
        "SELECT DISTINCT coder FROM reference_kinds k WHERE EXISTS (SELECT 1 FROM coded_references"
        " r WHERE r.coder = k.coder) ORDER BY coder"
    )
    return [row["coder"] for row in rows]


def load_texts(db: Database, numbers: Sequence[int]) -> list[str]:
    """The texts of notes by their numbers in the store, in ascending order."""
    found = db.stream(
        "SELECT text FROM notes WHERE rowid IN (SELECT value FROM json_each(?)) ORDER BY rowid",
        (json.dumps(numbers),),
    )
    return [row[0] for row in found]


def load_keys(db: Database, dimension: Dimension) -> list[str]:
    """Every month, contact type or author role of the notes, coded or not."""
    column = _NOTE_COLUMNS[dimension]
    rows = db.rows(f"SELECT DISTINCT {column} FROM notes INDEXED BY notes_for_counting")
    return [str(key) for key in sorted(row[0] for row in rows if row[0] is not None)]


def case_keys(db: Database, attribute: Attribute, stage: str) -> list[str]:
    """Every key under which a case counts by an attribute, in order; "" is missing."""
    rows = db.rows(
        "SELECT DISTINCT state, value FROM case_record WHERE name = ? AND stage = ?",
        (attribute.name, stage),
    )
    found = {case_key(attribute, row["state"], row["value"]) for row in rows}
    return sorted(found, key=lambda key: key_order(attribute, key))


def _load_numbers(db: Database, names: Sequence[str]) -> "list[IntArray]":
    """Columns of ``counted_references``, in the order of the notes."""
    import numpy as np

    last = db.value("SELECT max(note) FROM counted_references") or 0
    listed = ", ".join(f"group_concat({name})" for name in names)
    parts: list[list[IntArray]] = [[np.empty(0, dtype=np.int64)] for _ in names]
    for first in range(0, last + 1, NOTES_AT_ONCE):
        row = next(
            db.stream(
                f"SELECT {listed} FROM (SELECT {', '.join(names)} FROM counted_references"
                " WHERE note >= ? AND note < ? ORDER BY note, reference)",
                (first, first + NOTES_AT_ONCE),
            )
        )
        for part, numbers in zip(parts, row, strict=True):
            if numbers:
                part.append(np.fromstring(numbers, dtype=np.int64, sep=","))
    return [np.concatenate(part) for part in parts]


def _load_kinds(db: Database) -> "tuple[tuple[ReferenceKind, ...], IntArray]":
    """The kinds of references, and the place among them of each kind's number."""
    import numpy as np

    rows = db.rows("SELECT number, code, coder, origin, agencies FROM reference_kinds")
    numbers = np.fromiter((row["number"] for row in rows), dtype=np.int64, count=len(rows))
    places = np.zeros(int(numbers.max(initial=0)) + 1, dtype=np.int64)
    places[numbers] = np.arange(len(rows))
    kinds = tuple(
        ReferenceKind(
            code=row["code"],
            coder=row["coder"],
            origin=row["origin"],
            agencies=tuple(row["agencies"].split(";")) if row["agencies"] else (),
        )
        for row in rows
    )
    return kinds, places


def _load_notes(
    db: Database, cases: Sequence[Case], dimensions: Sequence[Dimension]
) -> "tuple[IntArray, IntArray, dict[Dimension, Column]]":
    """Rowids of all notes, their places among the cases, and the columns asked for."""
    import numpy as np

    asked = [dimension for dimension in dimensions if dimension in _NOTE_COLUMNS]
    listed = ", ".join(("case_id", *(_NOTE_COLUMNS[dimension] for dimension in asked)))
    place_of_case = {case.id: place for place, case in enumerate(cases)}
    # Notes that are alike come as one row: a case's, or a month's of a case.
    rowids: list[str] = []
    alike: list[int] = []
    alike_case: list[int] = []
    numbers: list[dict[str, int]] = [{} for _ in asked]
    places: list[list[int]] = [[] for _ in asked]
    for row in db.stream(
        f"SELECT count(*), group_concat(rowid), {listed} FROM notes INDEXED BY notes_for_counting"
        f" GROUP BY {listed}"
    ):
        alike.append(row[0])
        rowids.append(row[1])
        alike_case.append(place_of_case[row[2]])
        for at, value in enumerate(row[3:]):
            key = "" if value is None else str(value)
            places[at].append(numbers[at].setdefault(key, len(numbers[at])))
    ids = np.fromstring(",".join(rowids), dtype=np.int64, sep=",")
    # References come in the order of the rowids, and so shall the notes.
    order = np.argsort(ids)
    group = np.repeat(np.arange(len(alike)), np.array(alike, dtype=np.int64))[order]
    columns = {
        dimension: _column(tuple(numbers[at]), places[at], _order(dimension), group)
        for at, dimension in enumerate(asked)
    }
    ids, note_case = ids[order], np.array(alike_case, dtype=np.int64)[group]
    if "third" in dimensions:
        columns["third"] = _thirds(db, cases, ids, note_case)
    return ids, note_case, columns


def _thirds(db: Database, cases: Sequence[Case], ids: "IntArray", note_case: "IntArray") -> Column:
    """The third of its case in which each note stands; ``ids`` are the notes' rowids, in order."""
    import numpy as np

    # Days as whole numbers of eight digits are in the order of days, and 0 is an unknown one.
    rowids, dates = next(
        db.stream(
            "SELECT group_concat(rowid), group_concat(coalesce(replace(date, '-', ''), '0'))"
            " FROM notes INDEXED BY notes_for_counting"
        )
    )
    days = np.zeros(len(ids), dtype=np.int64)
    if rowids:
        place = np.searchsorted(ids, np.fromstring(rowids, dtype=np.int64, sep=","))
        days[place] = np.fromstring(dates, dtype=np.int64, sep=",")
    spans = [_third_span(case) for case in cases] or [_NO_SPAN]
    *begins, ends = (np.array(column)[note_case] for column in zip(*spans, strict=True))
    third = sum((days >= begin).astype(np.int64) for begin in begins)
    third = np.where(days > ends, THIRDS.index("after"), third)
    third = np.where((days == 0) | (ends == 0), THIRDS.index(""), third)
    found, places = np.unique(third, return_inverse=True)
    return Column(tuple(THIRDS[at] for at in found.tolist()), places)


_NO_DAY = 9999_99_99
_NO_SPAN = (_NO_DAY, _NO_DAY, _NO_DAY, 0)


def _third_span(case: Case) -> tuple[int, int, int, int]:
    """The first days of the thirds of a case and its last day, as numbers."""
    begins = third_begins(case.start, case.end)
    if not begins or case.end is None:
        return _NO_SPAN
    first, second, third, *_ = (*map(_day_number, begins), _NO_DAY, _NO_DAY)
    return first, second, third, _day_number(case.end)


def _day_number(day: date) -> int:
    return day.year * 1_00_00 + day.month * 1_00 + day.day


def _order(dimension: Dimension) -> Callable[[str], tuple[int, str]]:
    """How the keys of a dimension of the notes are sorted; "" comes last."""
    if dimension == "month":
        return lambda key: (int(key), "") if key else (sys.maxsize, "")
    return lambda key: (not key, key)


def _column(
    keys: Sequence[str],
    places: Sequence[int],
    key_order: Callable[[str], tuple[Any, ...]],
    items: "IntArray | None" = None,
) -> Column:
    """A column with its keys in printing order, and its items in the order given, if one is."""
    import numpy as np

    printed = sorted(keys, key=key_order)
    place = {key: at for at, key in enumerate(printed)}
    moved = np.array([place[key] for key in keys], dtype=np.int64)
    column = moved[np.array(places, dtype=np.int64)]
    return Column(tuple(printed), column if items is None else column[items])


def _case_column(
    db: Database, cases: Sequence[Case], attributes: Mapping[str, Attribute], dimension: Dimension
) -> Column | None:
    """The cases' keys of one dimension; None if it is not one of the cases."""
    if dimension == "case":
        return _column([c.id for c in cases], range(len(cases)), lambda key: (key,))
    if dimension == "site":
        return _numbered([case.site for case in cases], lambda key: (not key, key))
    named = case_value_of(dimension)
    if named is None:
        return None
    attribute = attributes[named[0]]
    stored = {
        row["case_id"]: case_key(attribute, row["state"], row["value"])
        for row in db.rows(
            "SELECT case_id, state, value FROM case_record WHERE name = ? AND stage = ?", named
        )
    }
    found = [stored.get(case.id, "") for case in cases]
    if bands := bands_of(dimension):
        return _banded(attribute, found, bands)
    return _numbered(found, lambda key: key_order(attribute, key), attribute.levels)


def _banded(attribute: Attribute, found: Sequence[str], bands: Sequence[float]) -> Column:
    """The column of these numbers in bands; what is no number stands by itself, behind them."""
    numbers = {key: number for key in found if (number := number_of(key)) is not None}
    labels, known = band_labels(list(numbers.values()), bands)
    band = dict(zip(numbers, labels, strict=True))
    place = {label: at for at, label in enumerate(known)}

    def order(key: str) -> tuple[Any, ...]:
        return (0, place[key]) if key in place else (1, key_order(attribute, key))

    return _numbered([band.get(key, key) for key in found], order, known)


def _numbered(
    found: Sequence[str], order: Callable[[str], tuple[Any, ...]], known: Sequence[str] = ()
) -> Column:
    """The column of these keys, one a case; ``known`` are keys that need not occur."""
    keys = list(dict.fromkeys((*found, *known)))
    place = {key: at for at, key in enumerate(keys)}
    return _column(keys, [place[key] for key in found], order)


def case_key(attribute: Attribute, state: Presence, value: str) -> str:
    """What a value of the case record is counted under; "" is missing.

    A value that is not of the attribute's type is counted under the words that stand there.
    """
    reading = read_value(attribute, state, value)
    if reading.state == "missing":
        return ""
    if reading.state == "absent":
        return ABSENT
    if reading.value is None:
        return " ".join(value.split())
    return number_text(reading.value) if isinstance(reading.value, float) else str(reading.value)


def key_order(attribute: Attribute, key: str) -> tuple[int, float, str]:
    """Levels in their order, numbers by size, other words, what is recorded absent, missing."""
    if not key:
        return (4, 0, "")
    if key in attribute.levels:
        return (0, attribute.levels.index(key), "")
    number = number_of(key) if attribute.type == "number" else None
    if number is not None:
        return (1, number, "")
    return (3 if key == ABSENT else 2, 0, key)
