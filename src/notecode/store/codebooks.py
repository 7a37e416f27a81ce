"""Codebook versions in the database, and the mirror of the current one for people who query."""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from notecode.codebook import agency_heirs, definition_digest, heirs
from notecode.codebook.events import CodebookEvent
from notecode.model import Codebook
from notecode.store.codebook_events import add_event, mark
from notecode.store.connection import Database
from notecode.store.folding import Settled, settle


def has_codebook(db: Database, digest: str) -> bool:
    """Whether this version is the one that the ``codes`` and ``agencies`` tables mirror."""
    return bool(db.value("SELECT value = ? FROM facts WHERE name = 'codebook'", (digest,)))


def parsed_codebook(db: Database, digest: str) -> str | None:
    """The parsed form of a version that was stored before, or None."""
    found = db.value("SELECT parsed FROM codebooks WHERE digest = ?", (digest,))
    return None if found is None else str(found)


def current_digest(db: Database) -> str:
    """The digest of the version that is mirrored, or "" before there was any."""
    return str(db.value("SELECT value FROM facts WHERE name = 'codebook'") or "")


def stored_yaml(db: Database, digest: str) -> str:
    """The text of a stored version."""
    return str(db.value("SELECT yaml FROM codebooks WHERE digest = ?", (digest,)))


def digests_like(db: Database, start: str) -> list[str]:
    """The digests of stored versions that begin so."""
    rows = db.rows(
        "SELECT digest FROM codebooks WHERE substr(digest, 1, ?) = ?", (len(start), start)
    )
    return [row[0] for row in rows]


def last_parsed_with(db: Database, code: str) -> str | None:
    """The parsed form of the newest stored version that had this code, or None."""
    found = db.value(
        "SELECT b.parsed FROM codebooks b JOIN code_definitions d ON d.codebook = b.digest"
        " WHERE d.code = ? ORDER BY b.rowid DESC LIMIT 1",
        (code,),
    )
    return None if found is None else str(found)


def last_parsed_with_agency(db: Database, agency: str) -> str | None:
    """The parsed form of the newest stored version that had this agency, or None."""
    found = db.value(
        "SELECT parsed FROM codebooks b WHERE EXISTS (SELECT 1 FROM"
        " json_each(b.parsed, '$.agencies') a WHERE json_extract(a.value, '$.id') = ?)"
        " ORDER BY b.rowid DESC LIMIT 1",
        (agency,),
    )
    return None if found is None else str(found)


def agency_definitions(db: Database, agencies: Sequence[str]) -> list[tuple[str, str, str, int]]:
    """What agencies meant: since when, in which codebook, id, references given it so; in order.

    The codebook is the first with that definition.
    """
    rows = db.rows(
        "SELECT b.first_seen, b.digest, json_extract(a.value, '$.id') AS id,"
        " json_extract(a.value, '$.definition') AS definition, (SELECT count(*)"
        " FROM reference_agencies g JOIN coded_references r ON r.id = g.reference_id"
        " WHERE r.codebook = b.digest AND ';' || iif(g.coded_as = '', g.agency, g.coded_as) || ';'"
        " LIKE '%;' || json_extract(a.value, '$.id') || ';%') AS number"
        " FROM codebooks b, json_each(b.parsed, '$.agencies') a"
        " WHERE json_extract(a.value, '$.id') IN (SELECT value FROM json_each(?)) ORDER BY b.rowid",
        (json.dumps(list(agencies)),),
    )
    found: dict[tuple[str, str], tuple[str, str, int]] = {}
    for row in rows:
        meant = (row["id"], " ".join(row["definition"].split()))
        since, digest, number = found.get(meant, (row["first_seen"], row["digest"], 0))
        found[meant] = (since, digest, number + row["number"])
    return [(since, digest, id_, n) for (id_, _), (since, digest, n) in found.items()]


def codes_as_coded(db: Database) -> dict[str, int]:
    """How many references each code was given by coders, those folded or merged included."""
    rows = db.rows(
        "SELECT code, count(*) FROM (SELECT CASE coded_as WHEN '' THEN code ELSE coded_as END"
        " AS code FROM coded_references UNION ALL SELECT json_extract(reference, '$.code')"
        " FROM folded_references) GROUP BY code ORDER BY code"
    )
    return {row[0]: row[1] for row in rows}


def references_of(db: Database, code: str) -> int:
    """How many references a code has now."""
    return int(db.value("SELECT count(*) FROM coded_references WHERE code = ?", (code,)))


def meanings_of(db: Database, codes: Sequence[str]) -> list[tuple[str, str, str, int]]:
    """What codes meant: since when, in which codebook first, id, references coded so; in order."""
    rows = db.rows(
        "SELECT min(b.first_seen) AS since, b.digest, d.code, min(b.rowid) AS first,"
        f" (SELECT count(*) FROM ({_MEANT}) m WHERE m.code = d.code"
        " AND m.definition = d.definition) AS number"
        " FROM code_definitions d JOIN codebooks b ON b.digest = d.codebook"
        " WHERE d.code IN (SELECT value FROM json_each(:codes))"
        " GROUP BY d.code, d.definition ORDER BY first",
        {"codes": json.dumps(list(codes))},
    )
    return [(row["since"], row["digest"], row["code"], row["number"]) for row in rows]


_MEANT = """
SELECT CASE WHEN r.definition IS NULL OR r.coded_as = '' THEN r.code ELSE r.coded_as END AS code,
  coalesce(r.definition, (SELECT x.definition FROM code_definitions x
    WHERE x.codebook = r.codebook AND x.code = r.code)) AS definition
FROM reference_definitions r WHERE r.coded_as IN (SELECT value FROM json_each(:codes))
  OR (r.coded_as = '' AND r.code IN (SELECT value FROM json_each(:codes)))
"""
"""The meaning under which each reference of some codes was coded.

One that was kept after its code had another id was kept under the meaning of that.
"""


def references_with(db: Database, agency: str) -> int:
    """How many references an agency has now."""
    return int(db.value("SELECT count(*) FROM reference_agencies WHERE agency = ?", (agency,)))


def agencies_taken_over(db: Database, agency: str, own: Sequence[str]) -> dict[str, int]:
    """How many references an agency has that were given others than its ``own`` ids, by these."""
    found: Counter[str] = Counter()
    for coded_as, number in db.rows(
        "SELECT coded_as, count(*) FROM reference_agencies WHERE agency = ? AND coded_as != ''"
        " GROUP BY 1 ORDER BY 1",
        (agency,),
    ):
        for given in coded_as.split(";"):
            found[given] += number
    return {given: number for given, number in sorted(found.items()) if given not in own}


def taken_over(db: Database, code: str, own: Sequence[str]) -> dict[str, int]:
    """How many references a code has that were coded with others than its ``own`` ids, by these."""
    rows = db.rows(
        "SELECT coded_as, count(*) FROM coded_references WHERE code = ? AND coded_as != ''"
        " AND coded_as NOT IN (SELECT value FROM json_each(?)) GROUP BY 1 ORDER BY 1",
        (code, json.dumps(list(own))),
    )
    return {row[0]: row[1] for row in rows}


def log_codebook_event(db: Database, event: CodebookEvent) -> None:
    """Log an event that changes no text."""
    with db.writing():
        add_event(db, event)


def save_codebook(db: Database, codebook: Codebook, yaml: str, parsed: str, now: str) -> None:
    """Store a version, mirror it, and log that it is in use."""
    event = CodebookEvent(at=now, author="", action="in use", summary="", after=codebook.digest)
    change_codebook(db, codebook, yaml, parsed, event)


def change_codebook(
    db: Database,
    codebook: Codebook,
    yaml: str,
    parsed: str,
    event: CodebookEvent,
    *,
    place: Callable[[], None] = lambda: None,
    steps: Sequence[CodebookEvent] = (),
    patience: float | None = None,
) -> Settled:
    """Store a version, mirror it, settle the references and log the event: all of it or nothing.

    Codes that vanished stay, marked so, with their references. ``place`` puts the text into its
    file, last of all; if it fails, nothing is stored. ``steps`` are events as they stand after it.
    """
    with db.writing(patience=patience):
        db.execute(
            "INSERT OR IGNORE INTO codebooks (digest, first_seen, yaml, parsed)"
            " VALUES (?, ?, ?, ?)",
            (codebook.digest, event.at, yaml, parsed),
        )
        db.execute_many(
            "INSERT OR IGNORE INTO code_definitions (codebook, code, definition) VALUES (?, ?, ?)",
            [(codebook.digest, code.id, definition_digest(code)) for code in codebook.codes],
        )
        _mirror_codes(db, codebook)
        _mirror_agencies(db, codebook)
        db.execute(
            "INSERT INTO facts (name, value) VALUES ('codebook', ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (codebook.digest,),
        )
        settled = settle(db)
        said = "; ".join(filter(None, (event.summary, str(settled))))
        add_event(db, replace(event, summary=said))
        for step in steps:
            mark(db, step)
        place()
    return settled


def _mirror_agencies(db: Database, codebook: Codebook) -> None:
    db.execute("UPDATE agencies SET status = 'not in codebook', heir = NULL")
    db.execute_many(
        "INSERT INTO agencies (id, label, status, position) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET label = excluded.label, status = excluded.status,"
        " position = excluded.position",
        [(a.id, a.label, a.status, i) for i, a in enumerate(codebook.agencies)],
    )
    db.execute_many(
        "UPDATE agencies SET heir = ? WHERE id = ?",
        [(heir, id_) for id_, heir in agency_heirs(codebook).items()],
    )


def _mirror_codes(db: Database, codebook: Codebook) -> None:
    db.execute("UPDATE codes SET status = 'not in codebook', parent = NULL, heir = NULL")
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
    db.execute_many(
        "UPDATE codes SET heir = ? WHERE id = ?",
        [(heir, id_) for id_, heir in heirs(codebook).items()],
    )


def vanished_codes(db: Database, known: Sequence[str]) -> list[tuple[str, int]]:
    """Codes that references use and that are not among ``known``, with how many references."""
    rows = db.rows(
        "SELECT code, count(*) FROM coded_references"
        " WHERE code NOT IN (SELECT value FROM json_each(?)) GROUP BY code ORDER BY code",
        (json.dumps(list(known)),),
    )
    return [(row[0], row[1]) for row in rows]


def vanished_agencies(db: Database, known: Sequence[str]) -> list[tuple[str, int]]:
    """Agencies that references have and that are not among ``known``, with how many references."""
    rows = db.rows(
        "SELECT agency, count(*) FROM reference_agencies"
        " WHERE agency NOT IN (SELECT value FROM json_each(?)) GROUP BY agency ORDER BY agency",
        (json.dumps(list(known)),),
    )
    return [(row[0], row[1]) for row in rows]


def codes_in_use(db: Database) -> list[str]:
    """The codes of the codebook that is mirrored."""
    return [row[0] for row in db.rows("SELECT id FROM codes WHERE status != 'not in codebook'")]


def agencies_in_use(db: Database) -> list[str]:
    """The agencies of the codebook that is mirrored."""
    return [row[0] for row in db.rows("SELECT id FROM agencies WHERE status != 'not in codebook'")]


def codes_once_there(db: Database) -> dict[str, str]:
    """Codes that earlier versions of the codebook had and the present one has not: id, label."""
    rows = db.rows("SELECT id, label FROM codes WHERE status = 'not in codebook' ORDER BY id")
    return {row["id"]: row["label"] for row in rows}
