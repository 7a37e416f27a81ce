"""Flags that nobody has decided on, where notes are quoted."""

import json
import re
from collections.abc import Iterable, Sequence

from notecode.model import Span
from notecode.store.connection import Database

_SMALL = re.compile(r"(?<![^\W_])[a-z]+(?![^\W_])")

Doubts = dict[str, int]
"""How many open flags lie in what is quoted of a note, by its id."""

_REFERENCES = """
SELECT f.note_id, count(DISTINCT f.start || '-' || f."end")
FROM flags f JOIN coded_references r ON r.note_id = f.note_id
  AND r.start < f."end" AND f.start < r."end"
WHERE ? IN ('', r.coder) GROUP BY f.note_id ORDER BY f.note_id
"""
_PLACES = """
SELECT f.note_id, count(DISTINCT f.start || '-' || f."end")
FROM json_each(?) q JOIN flags f ON f.note_id = json_extract(q.value, '$[0]')
  AND json_extract(q.value, '$[1]') < f."end" AND f.start < json_extract(q.value, '$[2]')
GROUP BY f.note_id ORDER BY f.note_id
"""


def doubts_in_references(db: Database, coder: str = "") -> Doubts:
    """Open flags in the passages that a coder, or "" for anybody, has coded."""
    return {row[0]: row[1] for row in db.rows(_REFERENCES, (coder,))}


def doubts_in_places(db: Database, places: Iterable[tuple[str, Span]]) -> Doubts:
    """Open flags in these places of notes, each counted once."""
    if db.value("SELECT 1 FROM flags LIMIT 1") is None:
        return {}
    quoted = json.dumps([(note_id, span.start, span.end) for note_id, span in places])
    return {row[0]: row[1] for row in db.rows(_PLACES, (quoted,))}


def note_ids(db: Database, numbers: Sequence[int]) -> list[str]:
    """The ids of notes by their numbers in the store, in ascending order."""
    found = db.rows(
        "SELECT id FROM notes WHERE rowid IN (SELECT value FROM json_each(?)) ORDER BY rowid",
        (json.dumps(numbers),),
    )
    return [row[0] for row in found]


def texts_of_notes(db: Database, ids: Sequence[str]) -> list[tuple[str, str, str]]:
    """Case, id and text of these notes."""
    found = db.rows(
        "SELECT case_id, id, text FROM notes WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(ids),),
    )
    return [(row[0], row[1], row[2]) for row in found]


def flag_places(db: Database, note_id: str, places: Iterable[Span], reason: str) -> None:
    """Flag places of a note, inside ``writing``; one that has this flag already keeps it."""
    for span in places:
        flag = (note_id, span.start, span.end, reason)
        db.execute('DELETE FROM flags WHERE (note_id, start, "end", reason) = (?, ?, ?, ?)', flag)
        db.execute('INSERT INTO flags (note_id, start, "end", reason) VALUES (?, ?, ?, ?)', flag)


def words_in_small_letters(db: Database, among: Iterable[str]) -> dict[str, int]:
    """In the notes of how many cases each of these words, folded, stands in small letters."""
    wanted = frozenset(among)
    found: dict[str, set[str]] = {}
    for case_id, text in db.stream("SELECT case_id, text FROM notes ORDER BY case_id"):
        for word in wanted.intersection(_SMALL.findall(text)):
            found.setdefault(word, set()).add(case_id)
    return {word: len(where) for word, where in found.items()}
