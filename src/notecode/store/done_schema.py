"""The table of notes that coders are done with."""

DONE_NOTES = """
CREATE TABLE done_notes (
  -- The coder has read the note, and it holds nothing (more) to code.
  note_id TEXT NOT NULL REFERENCES notes(id), coder TEXT NOT NULL REFERENCES coders(name),
  at TEXT NOT NULL,
  PRIMARY KEY (note_id, coder)
) STRICT, WITHOUT ROWID;
"""
