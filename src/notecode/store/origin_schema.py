"""Puts right what was stored before an origin told a changed suggestion from one taken as it was.

A reference from a suggestion, but with another code or other bounds, had the origin "rule" too.
It stands in its own row, in the log for undo, and maybe folded into another one: all say the same,
or undo would find it changed.
"""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlite_utils import Database as SchemaDatabase

_ROWS = """
UPDATE coded_references SET origin = 'rule-changed'
WHERE origin = 'rule' AND suggestion IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM suggestions s LEFT JOIN codes k ON k.id = s.code
  WHERE s.id = coded_references.suggestion AND s.start = coded_references.start
  AND s."end" = coded_references."end"
  AND CASE coded_as WHEN '' THEN coded_references.code ELSE coded_as END IN (s.code, k.heir))
"""

_FROM_A_RULE = '%"origin": "rule"%'


def tell_changed_suggestions(db: "SchemaDatabase") -> None:
    """Give the origin "rule-changed" to what has not the code and the bounds of its suggestion.

    A code that the suggested one has been merged into is the suggested one.
    """
    db.conn.execute(_ROWS)
    changed = _telling(db)
    folded = db.conn.execute(
        "SELECT id, reference FROM folded_references WHERE reference LIKE ?", (_FROM_A_RULE,)
    ).fetchall()
    for id_, stored in folded:
        reference = json.loads(stored)
        if changed(reference):
            reference["origin"] = "rule-changed"
            db.conn.execute(
                "UPDATE folded_references SET reference = ? WHERE id = ?",
                (json.dumps(reference), id_),
            )
    events = db.conn.execute("SELECT id, change FROM events WHERE change LIKE ?", (_FROM_A_RULE,))
    for id_, stored in events.fetchall():
        change = json.loads(stored)
        found = [r for r in (*change["removed"], *change["added"]) if changed(r)]
        for reference in found:
            reference["origin"] = "rule-changed"
        if found:
            db.conn.execute("UPDATE events SET change = ? WHERE id = ?", (json.dumps(change), id_))


def _telling(db: "SchemaDatabase") -> Callable[[dict[str, Any]], bool]:
    """What tells of a logged reference whether it is of a rule, and not as that suggested it."""
    suggested = {
        row[0]: (row[1], row[2], {row[3], row[4]})
        for row in db.conn.execute(
            'SELECT s.id, s.start, s."end", s.code, k.heir FROM suggestions s'
            " LEFT JOIN codes k ON k.id = s.code"
        )
    }

    def changed(reference: dict[str, Any]) -> bool:
        known = suggested.get(reference["suggestion"])
        if reference["origin"] != "rule" or known is None:
            return False
        start, end, codes = known
        span, code = reference["span"], reference.get("coded_as") or reference["code"]
        return (span["start"], span["end"]) != (start, end) or code not in codes

    return changed
