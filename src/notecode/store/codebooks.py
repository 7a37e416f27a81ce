"""Codebook versions in the database, and the mirror of the current one for people who query."""

import json
from collections.abc import Sequence

from notecode.model import Codebook
from notecode.store.connection import Database


def has_codebook(db: Database, digest: str) -> bool:
    """Whether this version is the one that the ``codes`` and ``agencies`` tables mirror."""
    return bool(db.value("SELECT value = ? FROM facts WHERE name = 'codebook'", (digest,)))


def parsed_codebook(db: Database, digest: str) -> str | None:
    """The parsed form of a version that was stored before, or None."""
    found = db.value("SELECT parsed FROM codebooks WHERE digest = ?", (digest,))
    return None if found is None else str(found)


def save_codebook(db: Database, codebook: Codebook, yaml: str, parsed: str, now: str) -> None:
    """Store a version and mirror it; codes that vanished stay, marked so, with their references."""
    with db.writing():
        db.execute(
            "INSERT OR IGNORE INTO codebooks (digest, first_seen, yaml, parsed)"
            " VALUES (?, ?, ?, ?)",
            (codebook.digest, now, yaml, parsed),
        )
        _mirror_codes(db, codebook)
        db.execute("UPDATE agencies SET status = 'not in codebook'")
        db.execute_many(
            "INSERT INTO agencies (id, label, status, position) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET label = excluded.label, status = excluded.status,"
            " position = excluded.position",
            [(a.id, a.label, a.status, i) for i, a in enumerate(codebook.agencies)],
        )
        db.execute(
            "INSERT INTO facts (name, value) VALUES ('codebook', ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (codebook.digest,),
        )
        db.execute(
            "INSERT INTO events (at, coder, action, summary, state)"
            " VALUES (?, '', 'codebook', ?, 'logged')",
            (now, f"codebook {codebook.digest[:12]} in use"),
        )


def _mirror_codes(db: Database, codebook: Codebook) -> None:
    db.execute("UPDATE codes SET status = 'not in codebook', parent = NULL")
    db.execute("DELETE FROM code_ancestors")
    db.execute_many(
        "INSERT INTO codes (id, label, origin, status, position) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET label = excluded.label, origin = excluded.origin,"
        " status = excluded.status, position = excluded.position",
        [(c.id, c.label, c.origin, c.status, i) for i, c in enumerate(codebook.codes)],
    )
    db.execute_many(
        "UPDATE codes SET parent = ? WHERE id = ?",
        [(c.parent, c.id) for c in codebook.codes if c.parent],
    )
    db.execute_many(
        "INSERT INTO code_ancestors (code, ancestor) VALUES (?, ?)",
        [(c.id, a.id) for c in codebook.codes for a in codebook.path(c.id)],
    )
    db.execute("INSERT OR IGNORE INTO code_ancestors (code, ancestor) SELECT id, id FROM codes")


def vanished_codes(db: Database, known: Sequence[str]) -> list[tuple[str, int]]:
    """Codes that references use and that are not among ``known``, with how many references."""
    rows = db.rows(
        "SELECT code, count(*) FROM coded_references"
        " WHERE code NOT IN (SELECT value FROM json_each(?)) GROUP BY code ORDER BY code",
        (json.dumps(list(known)),),
    )
    return [(row[0], row[1]) for row in rows]


def codes_once_there(db: Database) -> dict[str, str]:
    """Codes that earlier versions of the codebook had and the present one has not: id, label."""
    rows = db.rows("SELECT id, label FROM codes WHERE status = 'not in codebook' ORDER BY id")
    return {row["id"]: row["label"] for row in rows}
