"""How far the coding has come: which notes were worked on, when, and what waits."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from notecode.passages import FirstUse
from notecode.store.connection import Database
from notecode.store.suggestions import CLOSED


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


_CODED = "EXISTS (SELECT 1 FROM coded_references r WHERE r.coder = {} AND r.note_id = n.id)"
_DONE = "EXISTS (SELECT 1 FROM done_notes z WHERE z.coder = {} AND z.note_id = n.id)"
_IN_CASES = "FROM notes n INDEXED BY notes_in_reading_order WHERE {} GROUP BY n.case_id"
_ASKED = "EXISTS (SELECT 1 FROM suggestions s WHERE s.note_id = n.id AND s.current = 1)"

_ANSWERED = f"""
SELECT a.coder, n.case_id, count(*) FROM
  (SELECT coder, note_id, count(*) AS number FROM ({CLOSED}) GROUP BY coder, note_id) a
JOIN notes n ON n.id = a.note_id WHERE a.number =
  (SELECT count(*) FROM suggestions s WHERE s.note_id = a.note_id AND s.current = 1)
GROUP BY a.coder, n.case_id
"""
"""Notes of which every suggestion is closed to a coder."""

_MARKED = f"""
SELECT d.coder, n.case_id, count(*), sum(NOT {_CODED.format("d.coder")})
FROM done_notes d JOIN notes n ON n.id = d.note_id GROUP BY d.coder, n.case_id
"""
_DECIDED = f"""
SELECT d.coder, n.case_id, sum(NOT {_CODED.format("d.coder")} AND NOT {_DONE.format("d.coder")})
FROM (SELECT DISTINCT d.coder, s.note_id FROM decisions d
  JOIN suggestions s ON s.id = d.suggestion_id) d
JOIN notes n ON n.id = d.note_id GROUP BY d.coder, n.case_id
"""


def tallies(db: Database, coders: Iterable[str]) -> dict[str, list[CaseTally]]:
    """Each coder's notes by case, cases in order; a case without notes has none."""
    cases = list(
        db.stream(
            "SELECT c.id, c.site, count(n.id) FROM cases c LEFT JOIN notes n ON n.case_id = c.id"
            " GROUP BY c.id ORDER BY c.id"
        )
    )
    asked = dict(db.stream(f"SELECT n.case_id, count(*) {_IN_CASES.format(_ASKED)}"))
    answered = _by_coder(db, _ANSWERED)
    marked = _by_coder(db, _MARKED)
    decided = _by_coder(db, _DECIDED)
    coded_notes = f"SELECT n.case_id, count(*) {_IN_CASES.format(_CODED.format('?'))}"
    found = {}
    for coder in coders:
        coded = dict(db.stream(coded_notes, (coder,)))
        found[coder] = [
            CaseTally(
                case_id=case,
                site=site,
                notes=notes,
                coded=coded.get(case, 0),
                done=marked.get((coder, case), (0, 0))[1],
                decided=decided.get((coder, case), (0,))[0],
                waiting=asked.get(case, 0) - answered.get((coder, case), (0,))[0],
                marked=marked.get((coder, case), (0, 0))[0],
            )
            for case, site, notes in cases
        ]
    return found


def _by_coder(db: Database, sql: str) -> dict[tuple[str, str], tuple[int, ...]]:
    """Numbers of notes by coder and case."""
    return {(coder, case): tuple(numbers) for coder, case, *numbers in db.stream(sql)}


def open_suggestions_by_rule(db: Database, coder: str) -> dict[str, int]:
    """How many suggestions are open to this coder, by rule, the most first."""
    rows = db.stream(
        "SELECT rule, count(*) AS open FROM suggestions WHERE current = 1 AND rowid NOT IN"
        f" (SELECT suggestion FROM ({CLOSED}) WHERE coder = ?)"
        " GROUP BY rule ORDER BY open DESC, rule",
        (coder,),
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
