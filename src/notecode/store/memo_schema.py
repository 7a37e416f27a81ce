"""The tables of memos: what they say, where they lead, and an index of their words."""

MEMOS = """
CREATE TABLE memos (
  id TEXT PRIMARY KEY,
  -- What it is on: the kind of thing, and its id ("" for the project). What is gone keeps its memo.
  kind TEXT NOT NULL CHECK (kind IN ('reference', 'note', 'case', 'code', 'project')),
  target TEXT NOT NULL, coder TEXT NOT NULL REFERENCES coders(name), text TEXT NOT NULL,
  created TEXT NOT NULL, changed TEXT NOT NULL
) STRICT;
CREATE INDEX memos_by_target ON memos (kind, target, coder);
CREATE TABLE memo_links (
  memo_id TEXT NOT NULL REFERENCES memos(id) ON DELETE CASCADE,
  kind TEXT NOT NULL, target TEXT NOT NULL, PRIMARY KEY (memo_id, kind, target)
) STRICT, WITHOUT ROWID;
CREATE INDEX memo_links_by_target ON memo_links (kind, target);
CREATE VIRTUAL TABLE memos_text USING fts5 (text, content = 'memos', tokenize = 'unicode61');
CREATE TRIGGER memos_text_insert AFTER INSERT ON memos BEGIN
  INSERT INTO memos_text (rowid, text) VALUES (new.rowid, new.text);
END;
CREATE TRIGGER memos_text_update AFTER UPDATE OF text ON memos BEGIN
  INSERT INTO memos_text (memos_text, rowid, text) VALUES ('delete', old.rowid, old.text);
  INSERT INTO memos_text (rowid, text) VALUES (new.rowid, new.text);
END;
CREATE TRIGGER memos_text_delete AFTER DELETE ON memos BEGIN
  INSERT INTO memos_text (memos_text, rowid, text) VALUES ('delete', old.rowid, old.text);
END;
CREATE VIEW memo_details AS
SELECT m.id, m.kind, m.target,
  -- What it lies on by now (the heir of a merged code); NULL where that is gone.
  CASE m.kind WHEN 'reference' THEN r.id WHEN 'note' THEN n.id WHEN 'case' THEN c.id
    WHEN 'code' THEN coalesce(k.heir, k.id) ELSE '' END AS place,
  n.id AS note_id, c.id AS case_id, coalesce(k.heir, k.id) AS code,
  m.coder, m.created, m.changed, m.text
FROM memos m
LEFT JOIN coded_references r ON m.kind = 'reference' AND r.id = coalesce(
  (SELECT into_id FROM folded_references f WHERE f.id = m.target), m.target)
LEFT JOIN notes n
  ON n.id = CASE m.kind WHEN 'note' THEN m.target WHEN 'reference' THEN r.note_id END
LEFT JOIN cases c ON c.id = CASE m.kind WHEN 'case' THEN m.target ELSE n.case_id END
LEFT JOIN codes k ON k.id = CASE m.kind WHEN 'code' THEN m.target WHEN 'reference' THEN r.code END;
"""
