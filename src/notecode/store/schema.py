"""The tables and views of the project database, as migrations that are never edited once shipped.

Names are plain words, since the file is meant to be opened with Datasette or DB Browser too.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from notecode.store.agency_schema import live_agencies
from notecode.store.case_value_schema import CODED_VALUES
from notecode.store.codebook_schema import LIVING_CODEBOOK, define_codes
from notecode.store.done_schema import DONE_NOTES
from notecode.store.finding_schema import BOOKMARKS
from notecode.store.memo_schema import MEMOS
from notecode.store.origin_schema import tell_changed_suggestions
from notecode.store.question_schema import ANSWERED_UNDER_FORMER_CODES, LEARNT_NAMES

if TYPE_CHECKING:
    from sqlite_utils import Database as SchemaDatabase

VERSION = 17
"""What ``PRAGMA user_version`` says once every migration below has run."""

APPLICATION_ID = 0x6E636F64
"""What ``PRAGMA application_id`` says: the letters ``ncod``."""

_TABLES = """
CREATE TABLE codebooks (
  digest TEXT PRIMARY KEY, first_seen TEXT NOT NULL, yaml TEXT NOT NULL, parsed TEXT NOT NULL
) STRICT;
CREATE TABLE codes (
  id TEXT PRIMARY KEY, label TEXT NOT NULL, parent TEXT REFERENCES codes(id),
  origin TEXT NOT NULL, status TEXT NOT NULL, position INTEGER NOT NULL
) STRICT;
CREATE TABLE code_ancestors (
  code TEXT NOT NULL REFERENCES codes(id), ancestor TEXT NOT NULL REFERENCES codes(id),
  PRIMARY KEY (code, ancestor)
) STRICT, WITHOUT ROWID;
CREATE TABLE agencies (
  id TEXT PRIMARY KEY, label TEXT NOT NULL, status TEXT NOT NULL, position INTEGER NOT NULL
) STRICT;
CREATE TABLE cases (
  id TEXT PRIMARY KEY, site TEXT NOT NULL, start_date TEXT, end_date TEXT
) STRICT;
CREATE TABLE case_values (
  case_id TEXT NOT NULL REFERENCES cases(id), name TEXT NOT NULL, stage TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('value', 'absent', 'missing')), value TEXT NOT NULL,
  PRIMARY KEY (case_id, name, stage)
) STRICT, WITHOUT ROWID;
CREATE TABLE notes (
  id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases(id), date TEXT, month INTEGER,
  contact_type TEXT NOT NULL, author_role TEXT NOT NULL, text TEXT NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;
CREATE INDEX notes_in_reading_order ON notes (case_id, date, id);
CREATE TABLE anonymised_cases (
  case_id TEXT PRIMARY KEY REFERENCES cases(id), settings TEXT NOT NULL, finished TEXT NOT NULL
) STRICT;
CREATE TABLE masks (
  note_id TEXT NOT NULL REFERENCES notes(id), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  type TEXT NOT NULL, pseudonym TEXT NOT NULL, recogniser TEXT NOT NULL, score REAL NOT NULL,
  PRIMARY KEY (note_id, start)
) STRICT, WITHOUT ROWID;
CREATE TABLE flags (
  note_id TEXT NOT NULL REFERENCES notes(id), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX flags_by_note ON flags (note_id, start);
CREATE TABLE mentions (
  note_id TEXT NOT NULL REFERENCES notes(id), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  agency TEXT NOT NULL REFERENCES agencies(id), rule TEXT NOT NULL,
  PRIMARY KEY (note_id, start, "end", agency)
) STRICT, WITHOUT ROWID;
CREATE TABLE suggestions (
  id TEXT PRIMARY KEY, note_id TEXT NOT NULL REFERENCES notes(id), start INTEGER NOT NULL,
  "end" INTEGER NOT NULL, code TEXT NOT NULL REFERENCES codes(id), agencies TEXT NOT NULL,
  rule TEXT NOT NULL, rule_version TEXT NOT NULL, evidence TEXT NOT NULL,
  current INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX suggestions_by_note ON suggestions (note_id, start);
CREATE TABLE suggested_notes (
  note_id TEXT PRIMARY KEY REFERENCES notes(id), codebook TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE coders (
  name TEXT PRIMARY KEY, first_seen TEXT NOT NULL, last_note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE coded_references (
  id TEXT PRIMARY KEY, note_id TEXT NOT NULL REFERENCES notes(id), start INTEGER NOT NULL,
  "end" INTEGER NOT NULL CHECK ("end" > start), code TEXT NOT NULL REFERENCES codes(id),
  coder TEXT NOT NULL REFERENCES coders(name), origin TEXT NOT NULL, created TEXT NOT NULL,
  codebook TEXT NOT NULL REFERENCES codebooks(digest),
  suggestion TEXT REFERENCES suggestions(id),
  UNIQUE (coder, note_id, start, "end", code)
) STRICT;
CREATE INDEX references_by_note ON coded_references (note_id, start);
CREATE INDEX references_by_code ON coded_references (code, note_id);
CREATE TABLE reference_agencies (
  reference_id TEXT NOT NULL REFERENCES coded_references(id) ON DELETE CASCADE,
  agency TEXT NOT NULL REFERENCES agencies(id), PRIMARY KEY (reference_id, agency)
) STRICT, WITHOUT ROWID;
CREATE INDEX references_by_agency ON reference_agencies (agency, reference_id);
CREATE TABLE decisions (
  suggestion_id TEXT NOT NULL REFERENCES suggestions(id), coder TEXT NOT NULL REFERENCES
  coders(name), decision TEXT NOT NULL CHECK (decision IN ('accepted', 'rejected')),
  PRIMARY KEY (suggestion_id, coder)
) STRICT, WITHOUT ROWID;
CREATE TABLE events (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, coder TEXT NOT NULL, action TEXT NOT NULL,
  note_id TEXT, summary TEXT NOT NULL, change TEXT,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped', 'logged'))
) STRICT;
CREATE INDEX events_to_undo ON events (coder, state, id);
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE VIRTUAL TABLE notes_text USING fts5 (text, content = 'notes', tokenize = 'unicode61');
CREATE TRIGGER notes_text_insert AFTER INSERT ON notes BEGIN
  INSERT INTO notes_text (rowid, text) VALUES (new.rowid, new.text);
END;
CREATE TRIGGER notes_text_update AFTER UPDATE OF text ON notes BEGIN
  INSERT INTO notes_text (notes_text, rowid, text) VALUES ('delete', old.rowid, old.text);
  INSERT INTO notes_text (rowid, text) VALUES (new.rowid, new.text);
END;
"""

_PSEUDONYMS = """
CREATE TABLE pseudonyms (
  case_id TEXT NOT NULL REFERENCES cases(id), tag TEXT NOT NULL,
  -- A keyed digest of what the tag stands for, or "" once the key is gone.
  digest TEXT NOT NULL, part INTEGER NOT NULL CHECK (part IN (0, 1)),
  PRIMARY KEY (case_id, tag, digest, part)
) STRICT, WITHOUT ROWID;
"""

_NOTE_DIGESTS = """
CREATE TABLE note_digests (
  -- A keyed digest of the note as exported; the row goes when the key is gone.
  note_id TEXT PRIMARY KEY REFERENCES notes(id), digest TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

_REVIEW = """
CREATE TABLE mask_decisions (
  id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases(id),
  note_id TEXT NOT NULL REFERENCES notes(id),
  action TEXT NOT NULL CHECK (action IN ('mask', 'unmask', 'retype', 'person', 'dismiss')),
  everywhere INTEGER NOT NULL CHECK (everywhere IN (0, 1)), type TEXT NOT NULL,
  tag TEXT NOT NULL, reason TEXT NOT NULL,
  deliberate INTEGER NOT NULL CHECK (deliberate IN (0, 1)),
  reviewer TEXT NOT NULL, at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('active', 'undone', 'dropped'))
) STRICT;
CREATE INDEX mask_decisions_by_case ON mask_decisions (case_id, state);
CREATE TABLE mask_decision_places (
  decision_id TEXT NOT NULL REFERENCES mask_decisions(id),
  note_id TEXT NOT NULL REFERENCES notes(id),
  -- Both NULL where the decision could not be placed in the note's present text.
  start INTEGER, "end" INTEGER,
  UNIQUE (decision_id, note_id, start, "end")
) STRICT;
CREATE TABLE note_reviews (
  note_id TEXT PRIMARY KEY REFERENCES notes(id),
  state TEXT NOT NULL CHECK (state IN ('reviewed', 'changed')),
  reviewer TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE TABLE case_sign_offs (
  case_id TEXT PRIMARY KEY REFERENCES cases(id), reviewer TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE VIEW notes_to_review AS
SELECT n.id AS note_id, n.case_id, coalesce(r.state, 'unreviewed') AS state, r.reviewer, r.at,
  (SELECT count(*) FROM flags f WHERE f.note_id = n.id) AS flags,
  (SELECT count(*) FROM masks m WHERE m.note_id = n.id) AS masks,
  (SELECT min(score) FROM masks m WHERE m.note_id = n.id) AS lowest_score
FROM notes n LEFT JOIN note_reviews r ON r.note_id = n.id;
CREATE VIEW review_by_case AS
SELECT c.id AS case_id, count(n.id) AS notes, coalesce(sum(r.state = 'reviewed'), 0) AS reviewed,
  (SELECT count(*) FROM flags f JOIN notes o ON o.id = f.note_id WHERE o.case_id = c.id) AS flags,
  s.reviewer AS signed_off_by, s.at AS signed_off_at
FROM cases c LEFT JOIN notes n ON n.case_id = c.id LEFT JOIN note_reviews r ON r.note_id = n.id
LEFT JOIN case_sign_offs s ON s.case_id = c.id GROUP BY c.id;
CREATE VIEW review_decisions AS
SELECT d.id, d.case_id, d.note_id, d.action, d.everywhere, d.type, d.tag, d.reason,
  d.deliberate, d.reviewer, d.at, d.state, p.note_id AS lies_in, p.start, p."end"
FROM mask_decisions d LEFT JOIN mask_decision_places p ON p.decision_id = d.id;
"""

_VIEWS = """
CREATE VIEW reference_details AS
SELECT r.id, r.note_id, n.case_id, c.site, n.month, n.contact_type, n.author_role, r.start,
  r."end", r.code, k.label AS code_label, r.coder, r.origin, r.created,
  (SELECT group_concat(agency, ';') FROM
    (SELECT agency FROM reference_agencies WHERE reference_id = r.id ORDER BY agency)
  ) AS agencies,
  substr(n.text, r.start + 1, r."end" - r.start) AS quotation
FROM coded_references r
JOIN notes n ON n.id = r.note_id JOIN cases c ON c.id = n.case_id JOIN codes k ON k.id = r.code;
CREATE VIEW code_frequencies AS
SELECT r.coder, k.id AS code, k.label, count(*) AS "references",
  count(DISTINCT n.case_id) AS cases, count(DISTINCT n.id) AS notes
FROM coded_references r JOIN codes k ON k.id = r.code JOIN notes n ON n.id = r.note_id
GROUP BY r.coder, k.id ORDER BY r.coder, k.position;
CREATE VIEW agency_frequencies AS
SELECT r.coder, a.id AS agency, a.label, count(*) AS "references",
  count(DISTINCT n.case_id) AS cases, count(DISTINCT n.id) AS notes
FROM reference_agencies ra JOIN coded_references r ON r.id = ra.reference_id
JOIN agencies a ON a.id = ra.agency JOIN notes n ON n.id = r.note_id
GROUP BY r.coder, a.id ORDER BY r.coder, a.position;
CREATE VIEW open_suggestions AS
SELECT s.id, k.name AS coder, s.note_id, s.start, s."end", s.code, s.rule
FROM suggestions s CROSS JOIN coders k
LEFT JOIN decisions d ON d.suggestion_id = s.id AND d.coder = k.name
WHERE s.current = 1 AND d.decision IS NULL AND NOT EXISTS (
  SELECT 1 FROM coded_references o WHERE o.coder = k.name AND o.note_id = s.note_id
  AND o.start = s.start AND o."end" = s."end" AND o.code = s.code);
"""

# Months were those of the calendar once; where days are moved, these told by how much.
_MONTHS_BY_DAYS = """
UPDATE notes SET month = (
  SELECT CASE WHEN days < 0 THEN (days * 16 - 486) / 487 ELSE days * 16 / 487 END + 1 FROM (
    SELECT CAST(round(julianday(notes.date) - julianday(c.start_date)) AS INTEGER) AS days
    FROM cases c WHERE c.id = notes.case_id
  ) WHERE days IS NOT NULL
);
"""

_PLACE_ONE = """
  INSERT INTO reference_kinds (code, coder, origin, agencies)
    SELECT v.code, v.coder, v.origin, v.agencies FROM references_to_count v
    WHERE v.id = {id} AND NOT EXISTS (SELECT 1 FROM reference_kinds k WHERE k.code = v.code
    AND k.coder = v.coder AND k.origin = v.origin AND k.agencies = v.agencies);
  INSERT INTO counted_references (note, reference, kind, start, "end")
    SELECT v.note, v.reference, k.number, v.start, v."end" FROM references_to_count v
    JOIN reference_kinds k ON k.code = v.code AND k.coder = v.coder AND k.origin = v.origin
    AND k.agencies = v.agencies WHERE v.id = {id};
"""
"""Statements of a trigger: count the reference of this id as it is now."""

_FORGET_ONE = """
  DELETE FROM counted_references WHERE note = (SELECT rowid FROM notes WHERE id = {note})
    AND reference = {reference};
"""
"""Statements of a trigger: count the reference of this row no longer."""

_COUNTED = f"""
-- The references in whole numbers, in the order of their notes, for counting: triggers keep them
-- as coded_references and reference_agencies are. "note" and "reference" are rowids.
CREATE TABLE reference_kinds (
  number INTEGER PRIMARY KEY, code TEXT NOT NULL, coder TEXT NOT NULL, origin TEXT NOT NULL,
  -- Ids in order, parted by semicolons.
  agencies TEXT NOT NULL, UNIQUE (code, coder, origin, agencies)
) STRICT;
CREATE TABLE counted_references (
  note INTEGER NOT NULL, reference INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, PRIMARY KEY (note, reference)
) STRICT, WITHOUT ROWID;
CREATE INDEX notes_for_counting ON notes (case_id, date, month, contact_type, author_role);
CREATE VIEW references_to_count AS
SELECT r.id, r.rowid AS reference, n.rowid AS note, r.code, r.coder, r.origin, r.start, r."end",
  coalesce((SELECT group_concat(agency, ';') FROM
    (SELECT agency FROM reference_agencies WHERE reference_id = r.id ORDER BY agency)
  ), '') AS agencies
FROM coded_references r JOIN notes n ON n.id = r.note_id;
INSERT INTO reference_kinds (code, coder, origin, agencies)
  SELECT DISTINCT code, coder, origin, agencies FROM references_to_count ORDER BY 1, 2, 3, 4;
INSERT INTO counted_references (note, reference, kind, start, "end")
  SELECT v.note, v.reference, k.number, v.start, v."end" FROM references_to_count v
  JOIN reference_kinds k ON k.code = v.code AND k.coder = v.coder AND k.origin = v.origin
  AND k.agencies = v.agencies;
CREATE TRIGGER count_new_reference AFTER INSERT ON coded_references BEGIN
  {_PLACE_ONE.format(id="new.id")}
END;
CREATE TRIGGER count_changed_reference AFTER UPDATE ON coded_references BEGIN
  {_FORGET_ONE.format(note="old.note_id", reference="old.rowid")}
  {_PLACE_ONE.format(id="new.id")}
END;
CREATE TRIGGER count_deleted_reference AFTER DELETE ON coded_references BEGIN
  {_FORGET_ONE.format(note="old.note_id", reference="old.rowid")}
END;
"""


def _agency_trigger(event: str, row: str) -> str:
    """A reference is of another kind once one of its agencies is there or gone."""
    found = f"(SELECT {{}} FROM coded_references WHERE id = {row}.reference_id)"
    forget = _FORGET_ONE.format(note=found.format("note_id"), reference=found.format("rowid"))
    place = _PLACE_ONE.format(id=f"{row}.reference_id")
    return f"""
CREATE TRIGGER count_agency_{event.lower()} AFTER {event} ON reference_agencies BEGIN
  {forget}{place}
END;
"""


_SUMMARIES = """
CREATE TABLE summaries (
  -- Nothing is overwritten: the newest row of a coder counts, and an empty text withdraws it.
  id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases(id),
  code TEXT NOT NULL REFERENCES codes(id), coder TEXT NOT NULL REFERENCES coders(name),
  written TEXT NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE INDEX summaries_by_case ON summaries (case_id, code, coder, id);
CREATE VIEW case_summaries AS
SELECT s.case_id, s.code, s.coder, s.written, s.text,
  EXISTS (SELECT 1 FROM mask_decisions d WHERE d.case_id = s.case_id AND d.at > s.written
  ) AS masked_since
FROM summaries s WHERE s.text != '' AND s.id = (SELECT max(id) FROM summaries o
  WHERE o.case_id = s.case_id AND o.code = s.code AND o.coder = s.coder);
"""


def _first_tables(db: "SchemaDatabase") -> None:
    _run_script(db, _TABLES + _VIEWS)
    # Inside the migration's transaction, so that a file is never ours without saying so.
    db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _living_codebook(db: "SchemaDatabase") -> None:
    _run_script(db, LIVING_CODEBOOK)
    define_codes(db)


_QUESTIONS = """
ALTER TABLE suggestions ADD COLUMN score REAL NOT NULL DEFAULT 0.5;
DROP VIEW open_suggestions;
CREATE VIEW open_suggestions AS
SELECT s.id, k.name AS coder, s.note_id, s.start, s."end", s.code, s.rule, s.score
FROM suggestions s CROSS JOIN coders k
WHERE s.current = 1 AND NOT EXISTS (
  SELECT 1 FROM suggestions q JOIN decisions d ON d.suggestion_id = q.id AND d.coder = k.name
  WHERE q.note_id = s.note_id AND q.start = s.start AND q."end" = s."end" AND q.code = s.code)
AND NOT EXISTS (
  SELECT 1 FROM coded_references o WHERE o.coder = k.name AND o.note_id = s.note_id
  AND o.start = s.start AND o."end" = s."end" AND o.code = s.code);
"""


_TRIGGERS = _agency_trigger("INSERT", "new") + _agency_trigger("DELETE", "old")
_STEPS: tuple[tuple[str, "str | Callable[[SchemaDatabase], None]"], ...] = (
    ("m001_first_tables", _first_tables),
    ("m002_pseudonyms", _PSEUDONYMS),
    ("m003_review", _REVIEW),
    ("m004_note_digests", _NOTE_DIGESTS),
    ("m005_months_by_days", _MONTHS_BY_DAYS),
    ("m006_counted_references", _COUNTED + _TRIGGERS),
    ("m007_summaries", _SUMMARIES),
    ("m008_living_codebook", _living_codebook),
    ("m009_questions", _QUESTIONS),
    ("m010_memos", MEMOS),
    ("m011_bookmarks", BOOKMARKS),
    ("m012_coded_values", CODED_VALUES),
    ("m013_done_notes", DONE_NOTES),
    ("m014_changed_suggestions", tell_changed_suggestions),
    ("m015_answered_under_former_codes", ANSWERED_UNDER_FORMER_CODES),
    ("m016_living_agencies", live_agencies),
    ("m017_learnt_names", LEARNT_NAMES),
)
"""Every migration in order, as a script or a function; the version counts them from 1."""


def migrate(path: Path) -> None:
    """Bring the database file at ``path`` up to ``VERSION``; a new file gets every table.

    sqlite-utils is imported here alone: it brings pandas along.
    """
    from sqlite_utils import Database, Migrations

    migrations = Migrations("notecode")

    def register(version: int, name: str, step: "str | Callable[[SchemaDatabase], None]") -> None:
        @migrations(name=name)
        def run(db: "SchemaDatabase") -> None:
            if isinstance(step, str):
                _run_script(db, step)
            else:
                step(db)
            db.conn.execute(f"PRAGMA user_version = {version}")

    for version, (name, step) in enumerate(_STEPS, start=1):
        register(version, name, step)
    db = Database(path)
    try:
        db.conn.execute("PRAGMA journal_mode = WAL")
        db.conn.execute("PRAGMA secure_delete = ON")
        migrations.apply(db)
    finally:
        db.close()


def _run_script(db: "SchemaDatabase", script: str) -> None:
    """Run each statement by itself: ``executescript`` would commit the migration half-way."""
    import sqlite3

    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            db.conn.execute(statement)
            statement = ""
