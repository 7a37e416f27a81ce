"""Agencies that live as codes do: their heirs, what coders gave, and what happened to which."""

from typing import TYPE_CHECKING

from notecode.codebook import codebook_from_json
from notecode.codebook.events import compare, touched

if TYPE_CHECKING:
    from sqlite_utils import Database as SchemaDatabase

LIVING_AGENCIES = (
    """
-- The agency whose the references of this one are now: it was merged, or had this id before.
ALTER TABLE agencies ADD COLUMN heir TEXT
""",
    """
-- The agencies that the coder gave, parted by semicolons, where they are this one now; else "".
ALTER TABLE reference_agencies ADD COLUMN coded_as TEXT NOT NULL DEFAULT ''
""",
    """
CREATE TABLE codebook_event_agencies (
  event INTEGER NOT NULL REFERENCES codebook_events(id), agency TEXT NOT NULL,
  PRIMARY KEY (event, agency)
) STRICT, WITHOUT ROWID
""",
    """
-- What notes mention, under the agency that it counts for now.
CREATE VIEW agency_mentions AS
SELECT m.note_id, m.start, m."end", coalesce(a.heir, m.agency) AS agency, m.rule
FROM mentions m JOIN agencies a ON a.id = m.agency
""",
)


def live_agencies(db: "SchemaDatabase") -> None:
    """Make room for them, and tell which agencies each event so far has touched."""
    for statement in LIVING_AGENCIES:
        db.conn.execute(statement)
    stored = dict(db.conn.execute("SELECT digest, parsed FROM codebooks").fetchall())

    events = db.conn.execute(
        "SELECT id, before, after FROM codebook_events WHERE before IS NOT NULL AND before != after"
    )
    for number, before, after in events.fetchall():
        found = compare(codebook_from_json(stored[before]), codebook_from_json(stored[after]))
        db.conn.executemany(
            "INSERT INTO codebook_event_agencies (event, agency) VALUES (?, ?)",
            [(number, id_) for id_ in touched("agency", found)],
        )
