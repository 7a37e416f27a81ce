"""What happened when: notes and references by case and month, and on each note of one case."""

from notecode.passages import CaseMonth, CodedNote, Selection
from notecode.store.connection import Database
from notecode.store.retrieval import PLACE, conditions, place_of, selected


def case_months(db: Database, selection: Selection) -> list[CaseMonth]:
    """The selected notes and references by case and month, unknown months last in each case."""
    return [
        CaseMonth(case_id=case, month=month, notes=notes, references=references)
        for case, month, notes, references in db.stream(
            "SELECT n.case_id, n.month, count(*), coalesce(sum(p.refs), 0) FROM notes n"
            " LEFT JOIN (SELECT q.note, count(*) AS refs FROM counted_references q"
            f" WHERE {conditions(selection)} GROUP BY q.note) p ON p.note = n.rowid"
            f" WHERE {conditions(selection, 'n.rowid', '')}"
            " GROUP BY n.case_id, n.month ORDER BY n.case_id, n.month IS NULL, n.month",
            selected(selection),
        )
    ]


def coded_notes(db: Database, selection: Selection) -> list[CodedNote]:
    """The selected notes in reading order, undated ones first, with their selected codes."""
    codes: dict[int, list[tuple[str, int]]] = {}
    for note, code, references in db.stream(
        "SELECT q.note, k.code, count(*) FROM counted_references q"
        " JOIN reference_kinds k ON k.number = q.kind"
        f" WHERE {conditions(selection)} GROUP BY q.note, k.code"
        " ORDER BY q.note, (SELECT position FROM codes WHERE codes.id = k.code)",
        selected(selection),
    ):
        codes.setdefault(note, []).append((code, references))
    return [
        CodedNote(place=place_of(row), codes=tuple(codes.get(row["number"], ())))
        for row in db.rows(
            f"SELECT {PLACE}, n.rowid AS number FROM notes n JOIN cases c ON c.id = n.case_id"
            f" WHERE {conditions(selection, 'n.rowid', '')}"
            " ORDER BY n.case_id, n.date, n.id",
            selected(selection),
        )
    ]


def note_days(db: Database) -> list[int | None]:
    """The day of every note in the order of their rowids, counted from anywhere."""
    return [
        day
        for (day,) in db.stream(
            "SELECT CAST(round(julianday(date) - 1721060) AS INTEGER) FROM notes ORDER BY rowid"
        )
    ]
