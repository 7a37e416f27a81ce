"""What had no certain place in a corrected note and was set aside, to be decided again.

It leaves the coding and stays in the log: whose it was, what was coded and when, and no passage,
since the text in which it stood is gone. It waits until its coder is done with the note again.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from notecode.store import references as stored_references
from notecode.store.connection import Database

SET_ASIDE = "set aside"
"""The action under which the log has each of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuck:
    """What has no certain place in the new text of a note: ids, and names of attributes."""

    note_id: str
    references: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    values: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """How many there are."""
        return len(self.references) + len(self.suggestions) + len(self.values)


def set_aside(db: Database, stuck: Stuck, now: str) -> None:
    """Take it out of the coding, and say so in the log, inside ``writing``."""
    for reference in stored_references.all_references_on(db, stuck.note_id):
        if reference.id in stuck.references:
            said = ", ".join((reference.code, *sorted(reference.agencies)))
            what = f"reference {reference.id}: {said}; coded {reference.created[:10]}"
            _log(db, reference.coder, stuck.note_id, what, now)
            db.execute("DELETE FROM coded_references WHERE id = ?", (reference.id,))
    for suggestion in stuck.suggestions:
        _set_aside_decisions(db, stuck.note_id, suggestion, now)
    for name in stuck.values:
        _take_passage(db, stuck.note_id, name, now)


def waiting(db: Database) -> Mapping[str, int]:
    """How much was set aside, by note, until its coder is done with the note again."""
    rows = db.rows(
        "SELECT e.note_id, count(*) FROM events e WHERE e.action = ? AND NOT EXISTS (SELECT 1"
        " FROM done_notes z WHERE z.note_id = e.note_id AND z.coder = e.coder)"
        " GROUP BY e.note_id ORDER BY e.note_id",
        (SET_ASIDE,),
    )
    return {row[0]: int(row[1]) for row in rows}


def _set_aside_decisions(db: Database, note_id: str, suggestion: str, now: str) -> None:
    rows = db.rows(
        "SELECT d.coder, d.decision, s.code FROM decisions d JOIN suggestions s"
        " ON s.id = d.suggestion_id WHERE s.id = ? ORDER BY d.coder",
        (suggestion,),
    )
    for coder, decision, code in rows:
        _log(db, coder, note_id, f"suggestion {suggestion}: {code}, {decision}", now)
    db.execute("DELETE FROM decisions WHERE suggestion_id = ?", (suggestion,))
    # A reference that was made from it and has a place of its own stays, and says from a rule.
    db.execute("UPDATE coded_references SET suggestion = NULL WHERE suggestion = ?", (suggestion,))
    db.execute("DELETE FROM suggestions WHERE id = ?", (suggestion,))


def _take_passage(db: Database, note_id: str, name: str, now: str) -> None:
    """Leave a coded value as it is, without the passage that supported it."""
    place = (note_id, name)
    where = "note_id = ? AND name = ?"
    for row in db.rows(f"SELECT coder, case_id FROM coded_case_values WHERE {where}", place):
        _log(db, row[0], note_id, f"passage of {name!r} of case {row[1]}; the value stays", now)
    db.execute(
        f'UPDATE coded_case_values SET note_id = NULL, start = NULL, "end" = NULL WHERE {where}',
        place,
    )


def _log(db: Database, coder: str, note_id: str, what: str, now: str) -> None:
    db.execute(
        "INSERT INTO events (at, coder, action, note_id, summary, state)"
        " VALUES (?, ?, ?, ?, ?, 'logged')",
        (now, coder, SET_ASIDE, note_id, what),
    )
