"""Reading coded passages back, sorted and filtered, with the words around them."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from sqlite3 import Row
from typing import Any, Literal

from notecode.model import ReferenceKind, Span
from notecode.passages import Place, Quotation, Selection
from notecode.store.connection import Database

SortKey = Literal["case", "code", "site", "month", "coder", "newest", "longest"]

_READING_ORDER = 'n.case_id, n.date, n.id, q.start, q."end", k.code, k.coder'
_ORDERS: dict[SortKey, str] = {
    "case": "",
    "code": "(SELECT position FROM codes WHERE codes.id = k.code), ",
    "site": "c.site, ",
    # Notes without a month come last.
    "month": "n.month IS NULL, n.month, ",
    "coder": "k.coder, ",
    "newest": "(SELECT created FROM coded_references r WHERE r.rowid = q.reference) DESC, ",
    "longest": 'q."end" - q.start DESC, ',
}
SORT_KEYS: tuple[SortKey, ...] = tuple(_ORDERS)

PLACE = "n.id AS note_id, n.case_id, c.site, n.date, n.month, n.contact_type, n.author_role"
"""The columns of which ``place_of`` makes a place; ``n`` are notes, ``c`` cases."""

_OF_PLACE = PLACE.count(",") + 1

_SELECTED = (
    "FROM counted_references q JOIN reference_kinds k ON k.number = q.kind"
    " JOIN notes n ON n.rowid = q.note"
)


def conditions(selection: Selection, note: str = "q.note", kind: str = "q.kind") -> str:
    """The SQL that lets a selection through; takes the parameters of ``selected``."""
    where = ["1"]
    if selection.notes is not None:
        where.append(f"{note} IN (SELECT value FROM json_each(:notes))")
    if selection.kinds is not None and kind:
        where.append(f"{kind} IN (SELECT value FROM json_each(:kinds))")
    return " AND ".join(where)


def selected(selection: Selection, **more: object) -> dict[str, object]:
    """The parameters of a statement with ``conditions``, and its own."""
    return {
        "notes": json.dumps(selection.notes or ()),
        "kinds": json.dumps(selection.kinds or ()),
        **more,
    }


def kind_numbers(db: Database, kinds: Iterable[ReferenceKind]) -> tuple[int, ...]:
    """The numbers of kinds of references in the store, in order."""
    numbers = {
        (row["code"], row["coder"], row["origin"], row["agencies"]): row["number"]
        for row in db.rows("SELECT number, code, coder, origin, agencies FROM reference_kinds")
    }
    return tuple(sorted(numbers[k.code, k.coder, k.origin, ";".join(k.agencies)] for k in kinds))


def quotations(
    db: Database, selection: Selection, *, sort: SortKey = "case", limit: int = 0, around: int = 0
) -> list[Quotation]:
    """The selected passages in order, each with ``around`` code points of context a side.

    ``limit`` is how many are given, 0 for all.
    """
    rows = db.stream(
        f"SELECT {PLACE}, r.id, k.code, k.agencies, k.coder, k.origin, r.created, q.start,"
        ' q."end", length(n.text), substr(n.text, q.start + 1, q."end" - q.start),'
        " substr(n.text, max(q.start - :around, 0) + 1, min(q.start, :around)),"
        f' substr(n.text, q."end" + 1, :around) FROM {_in_order(selection, sort)}',
        selected(selection, around=around, most=limit or -1),
    )
    return [_quotation(row, around) for row in rows]


_DESCRIBED = (
    "JOIN coded_references r ON r.rowid = q.reference JOIN reference_kinds k ON k.number = q.kind"
)


def _in_order(selection: Selection, sort: SortKey) -> str:
    """The tables with the selected passages, from which they come in order."""
    where = conditions(selection)
    if sort == "case":
        # An index gives the notes in this order, so that nothing has to be sorted.
        return (
            "notes n INDEXED BY notes_in_reading_order CROSS JOIN counted_references q"
            f" ON q.note = n.rowid {_DESCRIBED} JOIN cases c ON c.id = n.case_id"
            f" WHERE {where} ORDER BY {_READING_ORDER} LIMIT :most"
        )
    # The texts are read for what is given alone, not for all that is sorted.
    by_site = " JOIN cases c ON c.id = n.case_id" if sort == "site" else ""
    return (
        '(SELECT q.note, q.reference, q.kind, q.start, q."end", row_number() OVER () AS turn FROM'
        f' (SELECT q.note, q.reference, q.kind, q.start, q."end" {_SELECTED}{by_site}'
        f" WHERE {where} ORDER BY {_ORDERS[sort]}{_READING_ORDER} LIMIT :most) q) q {_DESCRIBED}"
        " JOIN notes n ON n.rowid = q.note JOIN cases c ON c.id = n.case_id ORDER BY q.turn"
    )


def _quotation(row: tuple[Any, ...], around: int) -> Quotation:
    note_id, case_id, site, day, *rest = row[:_OF_PLACE]
    reference_id, code, agencies, coder, origin, created, start, end = row[_OF_PLACE:-4]
    length, text, before, after = row[-4:]
    return Quotation(
        reference_id,
        Place(note_id, case_id, site, day and date.fromisoformat(day), *rest),
        code,
        tuple(filter(None, agencies.split(";"))),
        coder,
        origin,
        created,
        Span(start, end),
        text,
        before,
        after,
        start > around,
        end + around < length,
    )


def place_of(row: Row) -> Place:
    """The place that a row with the columns of ``PLACE`` names."""
    return Place(
        note_id=row["note_id"],
        case_id=row["case_id"],
        site=row["site"],
        date=None if row["date"] is None else date.fromisoformat(row["date"]),
        month=row["month"],
        contact_type=row["contact_type"],
        author_role=row["author_role"],
    )


def codes_on(
    db: Database, rowids: Sequence[int], selection: Selection
) -> dict[str, list[tuple[Span, str]]]:
    """The selected passages of these notes with their codes, by note id."""
    kinds = Selection(notes=tuple(rowids), kinds=selection.kinds)
    found: dict[str, list[tuple[Span, str]]] = {}
    for note, start, end, code in db.stream(
        f'SELECT n.id, q.start, q."end", k.code {_SELECTED} WHERE {conditions(kinds)}'
        ' ORDER BY q.note, q.start, q."end", k.code',
        selected(kinds),
    ):
        found.setdefault(note, []).append((Span(start, end), code))
    return found


def notes_in_reading_order(db: Database) -> list[int]:
    """The numbers of all notes, case by case, each case's by date."""
    return [number for (number,) in db.stream("SELECT rowid FROM notes ORDER BY case_id, date, id")]
