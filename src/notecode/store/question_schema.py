"""What of the suggestions is open, for people who query: as ``suggestions.OPEN`` says it."""

ANSWERED_UNDER_FORMER_CODES = """
DROP VIEW IF EXISTS open_suggestions;
CREATE VIEW open_suggestions AS
SELECT s.id, k.name AS coder, s.note_id, s.start, s."end", s.code, s.rule, s.score
FROM suggestions s CROSS JOIN coders k
WHERE s.current = 1 AND NOT EXISTS (
  SELECT 1 FROM suggestions q JOIN decisions d ON d.suggestion_id = q.id AND d.coder = k.name
  LEFT JOIN codes c ON c.id = q.code
  WHERE q.note_id = s.note_id AND q.start = s.start AND q."end" = s."end"
  AND (q.code = s.code OR (c.heir = s.code AND (c.status = 'not in codebook' OR q.rule = s.rule))))
AND NOT EXISTS (
  SELECT 1 FROM coded_references o WHERE o.coder = k.name AND o.note_id = s.note_id
  AND o.start = s.start AND o."end" = s."end"
  AND o.code IN (s.code, (SELECT heir FROM codes WHERE id = s.code)));
"""

LEARNT_NAMES = """
-- The learnt names of local services that stand in the note, each with its agency.
ALTER TABLE suggested_notes ADD COLUMN learnt TEXT NOT NULL DEFAULT '';
"""
