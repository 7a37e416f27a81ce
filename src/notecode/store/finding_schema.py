"""The table of bookmarks."""

BOOKMARKS = """
CREATE TABLE bookmarks (
  -- A place that a coder wants to find again; 0, 0 is the note as a whole.
  coder TEXT NOT NULL REFERENCES coders(name), note_id TEXT NOT NULL REFERENCES notes(id),
  start INTEGER NOT NULL, "end" INTEGER NOT NULL CHECK ("end" >= start), created TEXT NOT NULL,
  PRIMARY KEY (note_id, coder, start, "end")
) STRICT, WITHOUT ROWID;
"""
