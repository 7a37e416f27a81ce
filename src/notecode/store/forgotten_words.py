"""Words taken out of all that is kept of the codebook: a name that somebody typed there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from notecode.codebook import (
    Words,
    codebook_from_json,
    codebook_to_json,
    definition_digest,
    without_words,
)
from notecode.codebook.forgetting import WHO
from notecode.errors import CodebookError, ConflictError
from notecode.model import Codebook
from notecode.store.connection import Database
from notecode.store.logged import logged_values

_SAID = (
    ("codebook_events", ("name", "why", "summary")),
    ("codes", ("label",)),
    ("agencies", ("label",)),
    ("events", ("summary",)),
)
"""Each table with the columns of free text in which words of the codebook stand."""

_NAMING = (
    ("codebook_events", ("before", "after", "summary")),
    ("coded_references", ("codebook",)),
    ("suggested_notes", ("codebook",)),
    ("events", ("change", "summary")),
    ("folded_references", ("reference",)),
    ("facts", ("value",)),
)
"""Where a version is named by its digest."""

_SHOWN = 12
"""Characters of a digest that a log shows."""

_OF_NOTES = ("notes", "notes_text", "coders")
"""Tables, and how they begin, that hold nothing that comes of the codebook."""


@dataclass(frozen=True, slots=True)
class _Rewritten:
    """A version without the words: its digest so far, its text and what that says."""

    digest: str
    yaml: str
    book: Codebook


def forget_words(db: Database, words: Sequence[Words], coder: str, now: str) -> int:
    """Take words out of every version and log of the codebook; returns in how many places.

    A version that held them has another digest from then on, wherever it is named, and its
    definitions too: from the old ones the words could be tried out. They are gone from the
    write-ahead log too once ``Database.forget_replaced_texts`` says so.

    Raises:
        ConflictError: if some would be left, or a version would not be sound; nothing is changed.

    """
    with db.writing():
        db.rows("PRAGMA defer_foreign_keys = ON")
        places = sum(_forget(db, each) for each in words)
        _check_versions(db)
        if left := list(_left(db, words)):
            raise ConflictError(
                f"they would be left in: {', '.join(left)}",
                hint="Nothing was changed. Ids and what rules look for cannot be forgotten, since"
                " references and suggestions hold on to them. Tables and case values are changed"
                f" where they were written.{_memos_in_the_way(db, words)}",
            )
        if places:
            db.execute(
                "INSERT INTO events (at, coder, action, summary, state)"
                " VALUES (?, ?, 'forget in codebook', ?, 'logged')",
                (now, coder, f"words in {places} places"),
            )
            db.mark_to_forget()
    return places


def _forget(db: Database, words: Words) -> int:
    places = 0
    for row in db.rows("SELECT digest, yaml, parsed FROM codebooks"):
        if words.within(row["parsed"]) or words.within_yaml(row["yaml"]):
            places += _forget_in_version(db, row["digest"], row["yaml"], words)
    for table, columns in _SAID:
        for column in columns:
            places += _forget_in_column(db, table, column, words)
    return places


def _forget_in_version(db: Database, digest: str, yaml: str, words: Words) -> int:
    try:
        text, book, places = without_words(yaml, words)
    except CodebookError as error:
        raise ConflictError(
            f"{error.what} ({digest[:_SHOWN]})", hint="Nothing was changed."
        ) from None
    if places:
        _rewrite(db, _Rewritten(digest, text, book))
    return places


def _rewrite(db: Database, version: _Rewritten) -> None:
    """Put a version in the place of the one with this digest, or make it one that is there."""
    old, new = version.digest, version.book.digest
    db.execute("DELETE FROM code_definitions WHERE codebook = ?", (old,))
    db.execute(
        "INSERT INTO codebooks (digest, first_seen, yaml, parsed)"
        " SELECT ?, first_seen, ?, ? FROM codebooks WHERE digest = ? ON CONFLICT (digest)"
        " DO UPDATE SET first_seen = min(first_seen, excluded.first_seen)",
        (new, version.yaml, codebook_to_json(version.book), old),
    )
    rows = [row[0] for row in db.rows("SELECT rowid FROM codebooks WHERE digest = ?", (old,))]
    db.execute("DELETE FROM codebooks WHERE digest = ?", (old,))
    # The order of the versions is that of their rows.
    db.execute_many(
        "UPDATE codebooks SET rowid = ? WHERE digest = ? AND rowid > ?",
        [(row, new, row) for row in rows],
    )
    db.execute_many(
        "INSERT OR IGNORE INTO code_definitions (codebook, code, definition) VALUES (?, ?, ?)",
        [(new, code.id, definition_digest(code)) for code in version.book.codes],
    )
    for table, columns in _NAMING:
        for column in columns:
            db.execute_many(
                f"UPDATE {table} SET {column} = replace({column}, ?, ?)"
                f" WHERE instr({column}, ?) > 0",
                [(was, is_, was) for was, is_ in ((old, new), (old[:_SHOWN], new[:_SHOWN]))],
            )


def _forget_in_column(db: Database, table: str, column: str, words: Words) -> int:
    places = 0
    for row in db.rows(f"SELECT rowid AS at, {column} AS said FROM {table}"):
        said, found = words.taken_out(row["said"])
        if found:
            places += found
            db.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (said, row["at"]))
    return places


def _check_versions(db: Database) -> None:
    """Every stored version can still be read."""
    for row in db.rows("SELECT digest, parsed FROM codebooks"):
        try:
            codebook_from_json(row["parsed"])
        except CodebookError:
            raise ConflictError(
                f"the version {row['digest'][:_SHOWN]} cannot be read", hint="Nothing was changed."
            ) from None


def _left(db: Database, words: Sequence[Words]) -> Iterator[str]:
    """Where in the database words still stand, with in how many texts."""
    for table, column in _columns(db):
        found = 0
        for row in db.rows(f'SELECT DISTINCT "{column}" FROM "{table}"'):
            yaml = (table, column) == ("codebooks", "yaml")
            said = row[0] if isinstance(row[0], str) else ""
            found += any(w.within_yaml(said) if yaml else w.within(said) for w in words)
        if found:
            yield f"{table}.{column} ({found})"


def _memos_in_the_way(db: Database, words: Sequence[Words]) -> str:
    """What to do about memos in which words stand, or stood as the undo log (events) knows."""
    rows = db.rows("SELECT id, text FROM memos")
    ids = {row["id"] for row in rows if any(w.within(row["text"]) for w in words)}
    for row in db.rows("SELECT id, change FROM events WHERE change IS NOT NULL"):
        for memo in logged_values(row["id"], row["change"]).get("memos", ()):
            known = [each for each in (memo["before"], memo["after"]) if each]
            ids |= {each["id"] for each in known if any(w.within(each["text"]) for w in words)}
    if not ids:
        return ""
    commands = ", ".join(f"`notecode memo delete {id_} --forget`" for id_ in sorted(ids))
    return (
        " A memo that was reworded or deleted is still in the undo log (events.change). This takes"
        f" it out of there too, in all its versions: {commands}. Then forget the words; a memo"
        " that is still needed can be written anew without them."
    )


def _columns(db: Database) -> list[tuple[str, str]]:
    rows = db.rows(
        "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
        " WHERE m.type = 'table' AND c.type = 'TEXT' ORDER BY 1, 2"
    )
    return [
        (table, column)
        for table, column in rows
        if not table.startswith(_OF_NOTES) and column not in WHO
    ]
