"""Agency mentions and suggestions as the rules made them; decisions are kept with the coding."""

import json
from collections.abc import Iterable, Mapping, Sequence
from sqlite3 import Row
from types import MappingProxyType

from notecode.model import Mention, Span, Suggestion
from notecode.store.connection import Database


def save_suggestions(
    db: Database,
    note_ids: Sequence[str],
    mentions: Iterable[Mention],
    suggestions: Iterable[Suggestion],
    *,
    codebook: str,
    learnt: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Replace what the rules found on these notes, in one transaction.

    ``learnt`` are by note the learnt names that stand in it, as ``learnt_under`` gives them back.

    A suggestion that is made again keeps its decisions; one that is no longer made stays in the
    table, not current, so that a reference can still name it.
    """
    with db.writing():
        db.execute_many("DELETE FROM mentions WHERE note_id = ?", [(i,) for i in note_ids])
        db.execute_many(
            "UPDATE suggestions SET current = 0 WHERE note_id = ?", [(i,) for i in note_ids]
        )
        db.execute_many(
            'INSERT INTO mentions (note_id, start, "end", agency, rule) VALUES (?, ?, ?, ?, ?)',
            [(m.note_id, m.span.start, m.span.end, m.agency, m.rule) for m in mentions],
        )
        db.execute_many(
            'INSERT INTO suggestions (id, note_id, start, "end", code, agencies, rule,'
            " rule_version, evidence, score) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET current = 1, agencies = excluded.agencies,"
            " evidence = excluded.evidence, score = excluded.score",
            [_row_of(s) for s in suggestions],
        )
        db.execute_many(
            "INSERT INTO suggested_notes (note_id, codebook, learnt) VALUES (?, ?, ?)"
            " ON CONFLICT (note_id) DO UPDATE SET codebook = excluded.codebook,"
            " learnt = excluded.learnt",
            [(i, codebook, learnt.get(i, "")) for i in note_ids],
        )


def learnt_under(db: Database) -> dict[str, str]:
    """The learnt names under which each note was run last; notes without any are left out."""
    rows = db.rows("SELECT note_id, learnt FROM suggested_notes WHERE learnt != ''")
    return {row["note_id"]: row["learnt"] for row in rows}


def _row_of(suggestion: Suggestion) -> tuple[object, ...]:
    s = suggestion
    evidence = json.dumps([[e.start, e.end] for e in s.evidence])
    return (
        s.id,
        s.note_id,
        s.span.start,
        s.span.end,
        s.code,
        ";".join(s.agencies),
        s.rule,
        s.rule_version,
        evidence,
        s.score,
    )


_MOST = 1_000_000  # rows, however many are asked for

_SAME_QUESTION = (
    "(q.code = s.code OR (c.heir = s.code AND (c.status = 'not in codebook' OR q.rule = s.rule)))"
)
_SAME_CODE = "o.code IN (s.code, (SELECT heir FROM codes WHERE id = s.code))"

OPEN = (
    "s.current = 1 AND NOT EXISTS (SELECT 1 FROM suggestions q JOIN decisions d"
    " ON d.suggestion_id = q.id AND d.coder = :coder LEFT JOIN codes c ON c.id = q.code"
    ' WHERE q.note_id = s.note_id AND q.start = s.start AND q."end" = s."end"'
    f" AND {_SAME_QUESTION})"
    " AND NOT EXISTS (SELECT 1 FROM coded_references o WHERE o.coder = :coder"
    ' AND o.note_id = s.note_id AND o.start = s.start AND o."end" = s."end"'
    f" AND {_SAME_CODE})"
)
"""What makes a suggestion ``s`` open to a coder: neither coded nor decided already.

The question is the note, the span and the code: an edited rule that asks it again is not heard.
A code that has another id now is the same code. Who answered for a code that was merged has
answered the rule that asked; another rule may still ask for the heir.
"""

CLOSED = (
    "SELECT o.coder, s.note_id, s.rowid AS suggestion FROM suggestions s"
    " CROSS JOIN coded_references o ON o.note_id = s.note_id AND o.start = s.start"
    f' AND o."end" = s."end" WHERE s.current = 1 AND {_SAME_CODE}'
    " UNION SELECT d.coder, s.note_id, s.rowid FROM decisions d"
    " CROSS JOIN suggestions q ON q.id = d.suggestion_id CROSS JOIN suggestions s"
    ' ON s.note_id = q.note_id AND s.start = q.start AND s."end" = q."end"'
    f" LEFT JOIN codes c ON c.id = q.code WHERE s.current = 1 AND {_SAME_QUESTION}"
)
"""All others of the current suggestions, each with every coder to whom it is not open.

To count what is open for all notes, asking this once takes a tenth of asking each suggestion.
"""


def open_suggestions(db: Database, note_id: str, coder: str) -> tuple[Suggestion, ...]:
    """Current suggestions on a note that this coder has neither decided nor coded, in order."""
    rows = db.rows(
        f"SELECT s.* FROM suggestions s WHERE s.note_id = :note AND {OPEN}"
        ' ORDER BY s.start, s."end", s.code',
        {"coder": coder, "note": note_id},
    )
    return tuple(_suggestions(db, rows))


def find_open(
    db: Database, coder: str, *, rules: Sequence[str] = (), codes: Sequence[str] = (), most: int
) -> tuple[list[Suggestion], int]:
    """The first ``most`` that are open on any note, in reading order, and how many there are.

    Of these rules and codes, if any are named.
    """
    where = (
        f"{OPEN} AND (:rules = '[]' OR s.rule IN (SELECT value FROM json_each(:rules)))"
        " AND (:codes = '[]' OR s.code IN (SELECT value FROM json_each(:codes)))"
    )
    values = {"coder": coder, "rules": json.dumps(list(rules)), "codes": json.dumps(list(codes))}
    counted = db.rows(f"SELECT count(*) FROM suggestions s WHERE {where}", values)
    rows = db.rows(
        f"SELECT s.* FROM suggestions s JOIN notes n ON n.id = s.note_id WHERE {where}"
        ' ORDER BY n.case_id, n.date, n.id, s.start, s."end", s.code LIMIT :most',
        {**values, "most": min(most, _MOST)},
    )
    return _suggestions(db, rows), int(counted[0][0])


def all_suggestions_on(db: Database, note_id: str) -> tuple[Suggestion, ...]:
    """Every suggestion ever made on a note, current or not, in order."""
    rows = db.rows(
        'SELECT * FROM suggestions WHERE note_id = ? ORDER BY start, "end", id', (note_id,)
    )
    return tuple(_suggestions(db, rows))


def load_suggestion(db: Database, suggestion_id: str) -> Suggestion | None:
    """One current suggestion; None if there is none of this id."""
    rows = db.rows("SELECT * FROM suggestions WHERE id = ? AND current = 1", (suggestion_id,))
    return next(iter(_suggestions(db, rows)), None)


def suggestion_ever_made(db: Database, suggestion_id: str) -> Suggestion | None:
    """One suggestion, current or not; None if there is none of this id."""
    rows = db.rows("SELECT * FROM suggestions WHERE id = ?", (suggestion_id,))
    return next(iter(_suggestions(db, rows)), None)


def open_by_number(db: Database, number: int, coder: str) -> Suggestion | None:
    """The suggestion of this rowid; None if it is not open to the coder any more."""
    rows = db.rows(
        f"SELECT s.* FROM suggestions s WHERE s.rowid = :number AND {OPEN}",
        {"number": number, "coder": coder},
    )
    return next(iter(_suggestions(db, rows)), None)


def current_suggestions(db: Database, rule: str = "") -> tuple[Suggestion, ...]:
    """All current suggestions, or those of one rule, in the order of notes and text.

    They are for the codes by the ids that these have now.
    """
    rows = db.rows(
        f"SELECT {_CODE_NOW} AS code, s.* FROM suggestions s LEFT JOIN codes k ON k.id = s.code"
        " WHERE current = 1 AND (? = '' OR rule = ?)"
        ' ORDER BY note_id, start, "end", code',
        (rule, rule),
    )
    return tuple(_suggestions(db, rows))


_CODE_NOW = "CASE WHEN k.status = 'not in codebook' THEN coalesce(k.heir, s.code) ELSE s.code END"
"""The code of a suggestion by the id that it has now, if it is in the codebook under another."""


def decided_questions(db: Database) -> dict[tuple[str, int, int, str], str]:
    """Note, start, end and code of what any coder decided; the decision, "both" if they differ.

    Taken as another code, and so not as what was asked, it is "recoded". Whoever gave the words
    the suggested code beside that has accepted it.
    """
    rows = db.rows(_DECIDED)
    found: dict[tuple[str, int, int, str], str] = {}
    for row in rows:
        question = (row[0], row[1], row[2], row[3])
        found[question] = row[4] if found.get(question, row[4]) == row[4] else "both"
    return found


_DECIDED = f"""
SELECT s.note_id, s.start, s."end", {_CODE_NOW}, CASE WHEN d.decision = 'accepted'
  AND EXISTS (SELECT 1 FROM coded_references r WHERE r.note_id = s.note_id AND r.coder = d.coder
    AND r.suggestion = s.id AND r.origin = 'rule-changed')
  AND NOT EXISTS (SELECT 1 FROM coded_references r WHERE r.note_id = s.note_id
    AND r.coder = d.coder AND r.start < s."end" AND r."end" > s.start
    AND r.code IN (s.code, k.heir))
  THEN 'recoded' ELSE d.decision END
FROM decisions d JOIN suggestions s ON s.id = d.suggestion_id
LEFT JOIN codes k ON k.id = s.code
"""


def suggestion_totals(db: Database) -> dict[str, int]:
    """Current suggestions by code."""
    rows = db.rows(
        "SELECT code, count(*) FROM suggestions WHERE current = 1 GROUP BY code ORDER BY code"
    )
    return {row[0]: row[1] for row in rows}


def current_mentions(db: Database) -> tuple[Mention, ...]:
    """All agency mentions, in the order of notes and text."""
    rows = db.rows(
        'SELECT note_id, start, "end", agency, rule FROM agency_mentions'
        ' ORDER BY note_id, start, "end", agency'
    )
    return tuple(
        Mention(note_id=note_id, span=Span(start, end), agency=agency, rule=rule)
        for note_id, start, end, agency, rule in rows
    )


def mention_totals(db: Database) -> dict[str, int]:
    """Mentions by agency."""
    rows = db.rows("SELECT agency, count(*) FROM agency_mentions GROUP BY agency ORDER BY agency")
    return {row[0]: row[1] for row in rows}


def _suggestions(db: Database, rows: Sequence[Row]) -> list[Suggestion]:
    """Suggestions with the agencies for which those that were found count now."""
    heirs = {row[0]: row[1] for row in db.rows("SELECT id, heir FROM agencies WHERE heir NOT NULL")}
    return [_suggestion(row, heirs) for row in rows]


def _suggestion(row: Row, heirs: Mapping[str, str]) -> Suggestion:
    found = {heirs.get(agency, agency) for agency in row["agencies"].split(";") if agency}
    return Suggestion(
        id=row["id"],
        note_id=row["note_id"],
        span=Span(row["start"], row["end"]),
        code=row["code"],
        agencies=tuple(sorted(found)),
        rule=row["rule"],
        rule_version=row["rule_version"],
        evidence=tuple(Span(start, end) for start, end in json.loads(row["evidence"])),
        score=row["score"],
    )
