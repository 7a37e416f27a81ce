"""Puts right what was stored before an origin told a changed suggestion from one taken as it was.

A reference from a suggestion, but with another code or other bounds, had the origin "rule" too.
It stands in its own row, in the log for undo, and maybe folded into another one: all say the same,
or undo would find it changed.
"""

import json
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlite_utils import Database as SchemaDatabase

_log = logging.getLogger(__name__)

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

    A code that the suggested one has been merged into is the suggested one. A line of the log
    that cannot be read is left as it is, and told: nothing is lost, and the rest is put right.
    """
    db.conn.execute(_ROWS)
    changed = _telling(db)
    for table, column in (("folded_references", "reference"), ("events", "change")):
        stored = db.conn.execute(
            f"SELECT {column}, id FROM {table} WHERE {column} LIKE ?", (_FROM_A_RULE,)
        )
        told = []
        for text, id_ in stored:
            try:
                told.append((_told(json.loads(text), changed), id_))
            except (ValueError, KeyError, TypeError):
                _log.warning("%s %s cannot be read and is left as it is", table, id_)
        db.conn.executemany(
            f"UPDATE {table} SET {column} = ? WHERE id = ?", [each for each in told if each[0]]
        )


def _told(stored: dict[str, Any], changed: Callable[[dict[str, Any]], bool]) -> str:
    """A stored reference, or a change with its references, put right; "" if it was right."""
    references = [stored] if "origin" in stored else [*stored["removed"], *stored["added"]]
    wrong = [reference for reference in references if changed(reference)]
    for reference in wrong:
        reference["origin"] = "rule-changed"
    return json.dumps(stored) if wrong else ""


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
