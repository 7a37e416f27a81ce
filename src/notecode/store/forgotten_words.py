"""Words taken out of all that is kept of the codebook: a name that somebody typed there."""

import json
import re
from collections.abc import Iterator

from notecode.store.connection import Database

FORGOTTEN = "(forgotten)"
"""What stands in their place."""

_KEPT = (
    ("codebooks", ("yaml", "parsed")),
    ("codebook_events", ("name", "why", "summary")),
    ("codes", ("label",)),
    ("agencies", ("label",)),
    ("events", ("summary",)),
)
"""Each table with the columns in which words of the codebook stand."""


def forget_words(db: Database, words: str, coder: str, now: str) -> int:
    """Take words out of every version and log of the codebook; returns in how many places.

    They count in any letter case and spacing, as whole words; ids stay what they are. They are
    gone from the write-ahead log too once ``Database.forget_replaced_texts`` says so.
    """
    pattern = _pattern(words)
    with db.writing():
        places = sum(_forget(db, *place, pattern) for place in _places())
        if places:
            db.execute(
                "INSERT INTO events (at, coder, action, summary, state)"
                " VALUES (?, ?, 'forget in codebook', ?, 'logged')",
                (now, coder, f"words in {places} places"),
            )
            db.mark_to_forget()
    return places


def holds_words(text: str, words: str) -> bool:
    """Whether the words stand in a text, in any letter case and spacing."""
    return bool(_pattern(words).search(text))


def _places() -> Iterator[tuple[str, str]]:
    return ((table, column) for table, columns in _KEPT for column in columns)


def _forget(db: Database, table: str, column: str, pattern: re.Pattern[str]) -> int:
    places = 0
    for row in db.rows(f"SELECT rowid AS at, {column} AS said FROM {table}"):
        said, found = pattern.subn(FORGOTTEN, row["said"])
        if found:
            places += found
            db.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (said, row["at"]))
    return places


def _pattern(words: str) -> re.Pattern[str]:
    """The words as they are written, and as JSON writes them."""
    forms = {r"\s+".join(map(re.escape, each.split())) for each in (words, _in_json(words))}
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(forms))})(?!\w)", re.IGNORECASE)


def _in_json(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)[1:-1]
