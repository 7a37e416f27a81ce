"""The tables of a codebook that lives: its events, what its codes meant, whose references are."""

from typing import TYPE_CHECKING

from notecode.codebook import codebook_from_json, definition_digest

if TYPE_CHECKING:
    from sqlite_utils import Database as SchemaDatabase

LIVING_CODEBOOK = """
-- The code whose the references of this one are now: it was merged, or had this id before.
ALTER TABLE codes ADD COLUMN heir TEXT;
-- The code that the coder gave, where references of it are an heir's now; else "".
ALTER TABLE coded_references ADD COLUMN coded_as TEXT NOT NULL DEFAULT '';
CREATE TABLE folded_references (
  -- A coder's reference that would lie twice on one span since its code was merged into another:
  -- kept as it was coded, with the agencies that it brought to the one that is counted.
  id TEXT PRIMARY KEY, into_id TEXT NOT NULL REFERENCES coded_references(id),
  note_id TEXT NOT NULL REFERENCES notes(id), coder TEXT NOT NULL REFERENCES coders(name),
  reference TEXT NOT NULL, brought TEXT NOT NULL
) STRICT;
CREATE INDEX folded_by_note ON folded_references (note_id, coder);
CREATE TABLE code_definitions (
  -- What a code meant in a version of the codebook, as a digest of its definition and limits.
  codebook TEXT NOT NULL REFERENCES codebooks(digest), code TEXT NOT NULL,
  definition TEXT NOT NULL, PRIMARY KEY (codebook, code)
) STRICT, WITHOUT ROWID;
CREATE VIEW reference_definitions AS
SELECT r.id, r.note_id, r.code, r.coded_as, r.coder, r.codebook, d.definition
FROM coded_references r LEFT JOIN code_definitions d ON d.codebook = r.codebook
  AND d.code = CASE r.coded_as WHEN '' THEN r.code ELSE r.coded_as END;
CREATE TABLE codebook_events (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, author TEXT NOT NULL, action TEXT NOT NULL,
  -- The name of a frozen version, or "".
  name TEXT NOT NULL, why TEXT NOT NULL, summary TEXT NOT NULL,
  before TEXT REFERENCES codebooks(digest), after TEXT NOT NULL REFERENCES codebooks(digest),
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'logged'))
) STRICT;
CREATE TABLE codebook_event_codes (
  event INTEGER NOT NULL REFERENCES codebook_events(id), code TEXT NOT NULL,
  PRIMARY KEY (event, code)
) STRICT, WITHOUT ROWID;
"""


def define_codes(db: "SchemaDatabase") -> None:
    """Digest the definitions in every codebook that was stored before there was a place for it."""
    for digest, parsed in db.conn.execute("SELECT digest, parsed FROM codebooks").fetchall():
        db.conn.executemany(
            "INSERT INTO code_definitions (codebook, code, definition) VALUES (?, ?, ?)",
            [(digest, c.id, definition_digest(c)) for c in codebook_from_json(parsed).codes],
        )
