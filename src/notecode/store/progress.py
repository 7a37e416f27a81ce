"""How far the coding has come: which notes were worked on, when, and what waits."""

from collections.abc import Iterator
from typing import NamedTuple

from notecode.passages import FirstUse
from notecode.store.connection import Database
from notecode.store.done_notes import DONE
from notecode.store.suggestions import OPEN


class CaseTally(NamedTuple):
    """The notes of one case, and how many of them are in which state (see ``NoteTally``)."""

    case_id: str
    site: str
    notes: int
    coded: int
    done: int
    decided: int
    waiting: int
    marked: int


_CODED = "EXISTS (SELECT 1 FROM coded_references r WHERE r.coder = :coder AND r.note_id = n.id)"
_DECIDED = (
    "EXISTS (SELECT 1 FROM suggestions s JOIN decisions d ON d.suggestion_id = s.id"
    " AND d.coder = :coder WHERE s.note_id = n.id)"
)
_WAITING = f"EXISTS (SELECT 1 FROM suggestions s WHERE s.note_id = n.id AND {OPEN})"


def tallies(db: Database, coder: str) -> list[CaseTally]:
    """One coder's notes by case, cases in order; a case without notes has none."""
    # Materialized: what a note is would otherwise be worked out for each sum that asks for it.
    rows = db.stream(
        f"WITH states AS MATERIALIZED (SELECT n.case_id, {_CODED} AS coded, {_DECIDED} AS decided,"
        f" {_WAITING} AS waiting, {DONE} AS done FROM notes n)"
        " SELECT c.id, c.site, count(n.case_id), coalesce(sum(coded), 0),"
        " coalesce(sum(done AND NOT coded), 0),"
        " coalesce(sum(decided AND NOT coded AND NOT done), 0), coalesce(sum(waiting), 0),"
        " coalesce(sum(done), 0) FROM cases c LEFT JOIN states n ON n.case_id = c.id"
        " GROUP BY c.id ORDER BY c.id",
        {"coder": coder},
    )
    return [CaseTally(*row) for row in rows]


def open_suggestions_by_rule(db: Database, coder: str) -> dict[str, int]:
    """How many suggestions are open to this coder, by rule, the most first."""
    rows = db.stream(
        f"SELECT s.rule, count(*) AS open FROM suggestions s WHERE {OPEN}"
        " GROUP BY s.rule ORDER BY open DESC, s.rule",
        {"coder": coder},
    )
    return dict(rows)


def actions_of(db: Database, coder: str) -> Iterator[tuple[str, str]]:
    """When this coder did what is for undo, and on which note ("" none), the earliest first.

    What was undone later was work too.
    """
    yield from db.stream(
        "SELECT at, coalesce(note_id, '') FROM events WHERE coder = ? AND state != 'logged'"
        " ORDER BY id",
        (coder,),
    )


def references_made(db: Database, coder: str) -> Iterator[str]:
    """When this coder's references were made that still stand; none from gold files."""
    rows = db.stream(
        "SELECT created FROM coded_references WHERE coder = ? AND origin != 'gold'", (coder,)
    )
    return (created for (created,) in rows)


def code_counts(db: Database, coder: str, case_id: str = "") -> Iterator[tuple[str, str, int]]:
    """This coder's references by case and code, in one case or in all."""
    # The notes come first, from their index: reading them by rowid would read their texts.
    rows = db.stream(
        "SELECT n.case_id, k.code, count(*) FROM notes n CROSS JOIN counted_references r"
        " ON r.note = n.rowid JOIN reference_kinds k ON k.number = r.kind"
        f" WHERE k.coder = :coder{' AND n.case_id = :case' if case_id else ''}"
        " GROUP BY n.case_id, k.code",
        {"coder": coder, "case": case_id},
    )
    return ((case, code, number) for case, code, number in rows)


def first_uses_of(db: Database, coder: str) -> list[FirstUse]:
    """When this coder used each code first in each case, the earliest first."""
    rows = db.stream(
        "SELECT n.case_id, r.code, min(r.created) AS first, count(*) FROM coded_references r"
        " JOIN notes n ON n.id = r.note_id WHERE r.coder = ? GROUP BY n.case_id, r.code"
        " ORDER BY first, n.case_id, (SELECT position FROM codes WHERE codes.id = r.code)",
        (coder,),
    )
    return [
        FirstUse(case_id=case, code=code, stretch=0, first=first, references=number)
        for case, code, first, number in rows
    ]
