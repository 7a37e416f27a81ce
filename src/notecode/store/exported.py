"""What an export reads: references one by one, how far the coding is, how the data came about."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from notecode.store.connection import Database


class CodedPassage(NamedTuple):
    """A reference with what is known of its note and case, and the words it covers.

    ``agencies`` are ids in order, parted by semicolons; ``day`` is the note's, ISO 8601. (A named
    tuple: they go by in hundreds of thousands.)
    """

    id: str
    note_id: str
    case_id: str
    site: str
    month: int | None
    contact_type: str
    author_role: str
    code: str
    agencies: str
    coder: str
    origin: str
    passage: str
    day: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseProgress:
    """One case's notes: all, those with references, and those read that have nothing to code."""

    site: str
    notes: int
    coded: int
    read: int


def coded_passages(db: Database, coder: str = "") -> Iterator[CodedPassage]:
    """All references, or one coder's, in reading order, one at a time."""
    return map(CodedPassage._make, db.stream(_PASSAGES, (coder,)))


def coded_in(db: Database, coder: str = "") -> Iterator[tuple[str, int, str, str]]:
    """Case, number of the note, code and agencies of the same references, in no order.

    A quarter of the time, since no text is read.
    """
    yield from db.stream(_CODED_IN, (coder,))


_CODED_IN = """
SELECT n.case_id, q.note, k.code, k.agencies
FROM notes n INDEXED BY notes_for_counting CROSS JOIN counted_references q ON q.note = n.rowid
CROSS JOIN reference_kinds k ON k.number = q.kind WHERE ? IN ('', k.coder)
"""
_PASSAGES = """
SELECT r.id, n.id, c.id, c.site, n.month, n.contact_type, n.author_role, k.code, k.agencies,
  k.coder, k.origin, substr(n.text, q.start + 1, q."end" - q.start), n.date
FROM cases c CROSS JOIN notes n ON n.case_id = c.id
CROSS JOIN counted_references q ON q.note = n.rowid
CROSS JOIN reference_kinds k ON k.number = q.kind
CROSS JOIN coded_references r ON r.rowid = q.reference
WHERE ? IN ('', k.coder)
ORDER BY c.id, n.date, n.id, q.start, q."end", k.code, k.coder
"""


def case_progress(db: Database, coder: str = "") -> list[CaseProgress]:
    """How far each case is coded, by one coder or by anybody.

    A note without a reference counts as read once the coder has marked it as done, whatever is
    left open there. Without the mark it does once they have decided on a suggestion there, or
    have changed something and taken it back, and have left no suggestion open. One that was only
    looked at has left no trace, and does not; nor has one whose mark was taken off again.
    """
    rows = db.rows(_PROGRESS, {"coder": coder})
    return [
        CaseProgress(site=row["site"], notes=row["notes"], coded=row["coded"], read=row["read"])
        for row in rows
    ]


_PROGRESS = """
WITH coded AS (SELECT DISTINCT note_id FROM coded_references WHERE :coder IN ('', coder)),
done AS (SELECT note_id FROM done_notes WHERE :coder IN ('', coder)),
decided AS (SELECT suggestion_id FROM decisions WHERE :coder IN ('', coder)),
touched AS (
  SELECT note_id FROM suggestions WHERE id IN decided
  UNION SELECT note_id FROM events
    WHERE change IS NOT NULL AND action != 'done' AND :coder IN ('', coder)),
waiting AS (SELECT note_id FROM suggestions WHERE current = 1 AND id NOT IN decided)
SELECT c.site, count(n.id) AS notes, coalesce(sum(n.id IN coded), 0) AS coded,
  coalesce(sum(n.id NOT IN coded AND (n.id IN done OR (n.id NOT IN waiting
    AND n.id IN (SELECT note_id FROM touched WHERE note_id NOT NULL)))), 0) AS read
FROM cases c LEFT JOIN notes n ON n.case_id = c.id GROUP BY c.id ORDER BY c.id
"""


def audit_lines(db: Database, coder: str = "") -> list[tuple[str, str, str, int]]:
    """How the data came about, as topic, what is counted, of whom or what, and its number."""
    rows = db.rows(_AUDIT, {"coder": coder})
    return [(row[0], row[1], row[2], row[3]) for row in rows]


_AUDIT = """
SELECT 'coding', 'references, origin ' || origin, coder, count(*) FROM coded_references
  WHERE :coder IN ('', coder) GROUP BY coder, origin
UNION ALL SELECT 'coding', 'notes with references', coder, count(DISTINCT note_id)
  FROM coded_references WHERE :coder IN ('', coder) GROUP BY coder
UNION ALL SELECT 'coding', 'notes marked as done', coder, count(*)
  FROM done_notes WHERE :coder IN ('', coder) GROUP BY coder
UNION ALL SELECT 'coding', 'references coded under codebook', substr(codebook, 1, 12), count(*)
  FROM coded_references WHERE :coder IN ('', coder) GROUP BY codebook
UNION ALL SELECT 'suggestions', decision, coder, count(*) FROM decisions
  WHERE :coder IN ('', coder) GROUP BY coder, decision
UNION ALL SELECT 'suggestions', 'made by the rules of now', '', count(*) FROM suggestions
  WHERE current = 1
UNION ALL SELECT 'case record', 'values coded from the notes', coder, count(*)
  FROM coded_case_values WHERE :coder IN ('', coder) GROUP BY coder
UNION ALL SELECT 'anonymising', 'replaced', type, count(*) FROM masks GROUP BY type
UNION ALL SELECT 'anonymising', 'flags for a person to look at', '', count(*) FROM flags
UNION ALL SELECT 'review', 'notes reviewed by a person', '', count(*) FROM note_reviews
  WHERE state = 'reviewed'
UNION ALL SELECT 'review', 'cases signed off', '', count(*) FROM case_sign_offs
ORDER BY 1, 2, 3
"""


_CHANGES = "action NOT IN ('export', 'export refused')"


def last_change(db: Database) -> str:
    """When something of the project was last changed, in UTC, ISO 8601; "" if it never was.

    Exports are logged too, written or refused, and change nothing.
    """
    return str(db.value(f"SELECT max(at) FROM events WHERE {_CHANGES}") or "")


def changes(db: Database) -> tuple[int, tuple[int, ...]]:
    """How many changes the log has, and the ids of those that are taken back at present.

    Two states of one project in which something else is counted differ in one of them.
    """
    undone = db.rows("SELECT id FROM events WHERE state = 'undone' ORDER BY id")
    number = db.value(f"SELECT count(*) FROM events WHERE {_CHANGES}")
    return int(number or 0), tuple(int(row[0]) for row in undone)
