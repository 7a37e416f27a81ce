"""Everything readable in the database, for searching it as a whole."""

from collections.abc import Iterator

from notecode.store.connection import Database


def every_text(db: Database) -> Iterator[tuple[str, str]]:
    """Each row of each table as (table and row number, all of its text), the log included."""
    tables = db.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " AND name NOT LIKE 'notes_text%' ORDER BY name"
    )
    for (table,) in tables:
        for number, row in enumerate(db.rows(f'SELECT * FROM "{table}"'), 1):
            text = "\n".join(value for value in row if isinstance(value, str))
            if text:
                yield f"{table} row {number}", text
