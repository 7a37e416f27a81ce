"""Which kinds of notes and cases there are, by what rules and names can be limited to."""

from notecode.store.connection import Database

_COLUMNS = {
    "contact type": "SELECT DISTINCT contact_type FROM notes",
    "author role": "SELECT DISTINCT author_role FROM notes",
    "site": "SELECT DISTINCT site FROM cases",
}


def kinds_of_notes(db: Database) -> dict[str, set[str]]:
    """The contact types and author roles of the notes, and the sites of the cases."""
    return {kind: {row[0] for row in db.rows(sql) if row[0]} for kind, sql in _COLUMNS.items()}
