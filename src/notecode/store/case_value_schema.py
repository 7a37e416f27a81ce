"""The table of values that coders read in the notes, and what counts of them and the record."""

CODED_VALUES = """
CREATE TABLE coded_case_values (
  -- Beside case_values, which is what the case files say: neither ever overwrites the other.
  case_id TEXT NOT NULL REFERENCES cases(id), name TEXT NOT NULL, stage TEXT NOT NULL,
  coder TEXT NOT NULL REFERENCES coders(name),
  state TEXT NOT NULL CHECK (state IN ('value', 'absent', 'missing')), value TEXT NOT NULL,
  at TEXT NOT NULL,
  -- The passage that supports it; all three NULL where none was named.
  note_id TEXT REFERENCES notes(id), start INTEGER, "end" INTEGER,
  CHECK ((note_id IS NULL AND start IS NULL AND "end" IS NULL) OR ("end" > start)),
  PRIMARY KEY (case_id, name, stage, coder)
) STRICT, WITHOUT ROWID;
CREATE INDEX coded_case_values_by_note ON coded_case_values (note_id);
CREATE INDEX events_of_values ON events (id) WHERE action = 'set value';
CREATE VIEW case_record AS
-- What counts: what was coded last from the notes, else what the case files say.
SELECT v.case_id, v.name, v.stage, v.state, v.value, '' AS coder, 'case record' AS origin,
  NULL AS at, NULL AS note_id, NULL AS start, NULL AS "end",
  v.state AS recorded_state, v.value AS recorded_value
FROM case_values v WHERE NOT EXISTS (SELECT 1 FROM coded_case_values c
  WHERE c.case_id = v.case_id AND c.name = v.name AND c.stage = v.stage)
UNION ALL
SELECT c.case_id, c.name, c.stage, c.state, c.value, c.coder, 'coded from the notes',
  c.at, c.note_id, c.start, c."end", v.state, v.value
FROM coded_case_values c LEFT JOIN case_values v
  ON v.case_id = c.case_id AND v.name = c.name AND v.stage = c.stage
WHERE NOT EXISTS (SELECT 1 FROM coded_case_values o WHERE o.case_id = c.case_id
  AND o.name = c.name AND o.stage = c.stage AND (o.at, o.coder) > (c.at, c.coder));
"""
