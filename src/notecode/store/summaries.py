"""Coders' summaries of a code in a case: kept in every version, forgotten only on purpose."""

from collections.abc import Iterable

from notecode.passages import Summary
from notecode.store.connection import Database


def load_summaries(db: Database, coder: str = "") -> list[Summary]:
    """The newest summary of each coder, case and code; of one coder if one is named."""
    rows = db.rows(
        "SELECT case_id, code, coder, written, text, masked_since OR EXISTS (SELECT 1"
        " FROM anonymised_cases a WHERE a.case_id = s.case_id AND a.finished > s.written)"
        " AS masked_since FROM case_summaries s"
        " WHERE ? IN ('', coder) ORDER BY case_id, code, coder",
        (coder,),
    )
    return [
        Summary(
            case_id=row["case_id"],
            code=row["code"],
            coder=row["coder"],
            written=row["written"],
            text=row["text"],
            masked_since=bool(row["masked_since"]),
        )
        for row in rows
    ]


def add_summaries(db: Database, summaries: Iterable[tuple[str, Summary]], now: str) -> int:
    """Store summaries under their ids; one that says what the coder's last said is passed over.

    The coders must be known. Returns how many were stored.
    """
    with db.writing():
        known = {(s.case_id, s.code, s.coder): s.text for s in load_summaries(db)}
        new = [
            (key, s)
            for key, s in summaries
            if known.get((s.case_id, s.code, s.coder), "") != s.text
        ]
        db.execute_many(
            "INSERT INTO summaries (id, case_id, code, coder, written, text)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [(key, s.case_id, s.code, s.coder, s.written, s.text) for key, s in new],
        )
        db.execute_many(
            "INSERT INTO events (at, coder, action, summary, state)"
            " VALUES (?, ?, 'summarise', ?, 'logged')",
            [(now, s.coder, f"case {s.case_id}, code {s.code}") for _, s in new],
        )
    return len(new)


def forget_summary(db: Database, case_id: str, code: str, coder: str, now: str) -> int:
    """Take every version of a coder's summary out of the database; returns how many there were."""
    with db.writing():
        gone = db.execute(
            "DELETE FROM summaries WHERE case_id = ? AND code = ? AND coder = ?",
            (case_id, code, coder),
        )
        if gone:
            db.execute(
                "INSERT INTO events (at, coder, action, summary, state)"
                " VALUES (?, ?, 'forget summary', ?, 'logged')",
                (now, coder, f"case {case_id}, code {code}"),
            )
    if gone:
        # Its words are not to live on in the write-ahead log.
        db.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    return gone
