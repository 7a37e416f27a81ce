"""Reading coded passages back, sorted and filtered, with the words around them."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from sqlite3 import Row
from typing import Literal

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
    # The texts are read for what is given alone, not for all that is sorted.
    rows = db.rows(
        f"SELECT {PLACE}, r.id, r.code, r.coder, r.origin, r.created, r.start,"
        ' r."end" AS "end", k.agencies, length(n.text) AS length,'
        ' substr(n.text, r.start + 1, r."end" - r.start) AS text,'
        " substr(n.text, max(r.start - :around, 0) + 1, min(r.start, :around)) AS before,"
        ' substr(n.text, r."end" + 1, :around) AS after'
        f" FROM (SELECT q.reference, q.kind, row_number() OVER () AS place FROM"
        f" (SELECT q.reference, q.kind {_SELECTED}{_site_join(sort)} WHERE {conditions(selection)}"
        f" ORDER BY {_ORDERS[sort]}{_READING_ORDER} LIMIT :most) q) o"
        " JOIN coded_references r ON r.rowid = o.reference"
        " JOIN reference_kinds k ON k.number = o.kind"
        " JOIN notes n ON n.id = r.note_id JOIN cases c ON c.id = n.case_id ORDER BY o.place",
        selected(selection, around=around, most=limit or -1),
    )
    return [_quotation(row, around) for row in rows]


def _site_join(sort: SortKey) -> str:
    return " JOIN cases c ON c.id = n.case_id" if sort == "site" else ""


def _quotation(row: Row, around: int) -> Quotation:
    return Quotation(
        reference_id=row["id"],
        place=place_of(row),
        code=row["code"],
        agencies=tuple(filter(None, row["agencies"].split(";"))),
        coder=row["coder"],
        origin=row["origin"],
        created=row["created"],
        span=Span(row["start"], row["end"]),
        text=row["text"],
        before=row["before"],
        after=row["after"],
        cut_before=row["start"] > around,
        cut_after=row["end"] + around < row["length"],
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
