"""What is known again by keyed digests: the tags given in each case, and notes as exported."""

import json
from collections.abc import Iterable, Mapping

from notecode.store.connection import Database

Row = tuple[str, str, bool]
"""Digest of what the tag stands for ("" if the key is gone), the tag, whether it is a part."""


def load_tags(db: Database, case_id: str) -> list[Row]:
    """What is remembered of one case, in a fixed order."""
    rows = db.rows(
        "SELECT digest, tag, part FROM pseudonyms WHERE case_id = ? ORDER BY tag, digest, part",
        (case_id,),
    )
    return [(row["digest"], row["tag"], bool(row["part"])) for row in rows]


def save_tags(db: Database, case_id: str, tags: Iterable[Row]) -> None:
    """Add what was given; call it inside the transaction that stores the case."""
    db.execute_many(
        "INSERT OR IGNORE INTO pseudonyms (case_id, digest, tag, part) VALUES (?, ?, ?, ?)",
        [(case_id, digest, tag, int(part)) for digest, tag, part in tags],
    )


def forget_digests(db: Database) -> int:
    """Drop every digest and keep the tags, so that none is given twice; returns how many tags."""
    with db.writing():
        dropped = int(str(db.value("SELECT count(*) FROM pseudonyms WHERE digest != ''")))
        db.execute(
            "INSERT OR IGNORE INTO pseudonyms (case_id, tag, digest, part)"
            " SELECT DISTINCT case_id, tag, '', 0 FROM pseudonyms"
        )
        db.execute("DELETE FROM pseudonyms WHERE digest != ''")
        db.execute("DELETE FROM note_digests")
    return dropped


def load_note_digests(db: Database, note_ids: Iterable[str] | None = None) -> dict[str, str]:
    """The keyed digests of these notes as they were exported, or of all, by note id."""
    ids = None if note_ids is None else json.dumps(list(note_ids))
    rows = db.rows(
        "SELECT note_id, digest FROM note_digests"
        " WHERE :ids IS NULL OR note_id IN (SELECT value FROM json_each(:ids))",
        {"ids": ids},
    )
    return {row["note_id"]: row["digest"] for row in rows}


def save_note_digests(db: Database, digests: Mapping[str, str]) -> None:
    """Set those of some notes; call it inside the transaction that stores the case."""
    db.execute_many(
        "INSERT OR REPLACE INTO note_digests (note_id, digest) VALUES (?, ?)",
        list(digests.items()),
    )


def cases_without_digests(db: Database) -> tuple[str, ...]:
    """The cases of which tags alone are known, in order: what these stand for is forgotten."""
    rows = db.rows(
        "SELECT case_id FROM pseudonyms GROUP BY case_id HAVING max(digest) = '' ORDER BY case_id"
    )
    return tuple(row["case_id"] for row in rows)
