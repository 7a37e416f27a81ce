"""Which questions of the rules coders have answered."""

from notecode.store.connection import Database


def answered_questions(db: Database, coder: str = "") -> set[tuple[str, int, int, str]]:
    """Note, start, end and code of what the coder (with "", anybody) accepted or rejected.

    A code that has another id now stands under that one.
    """
    rows = db.rows(
        "SELECT DISTINCT s.note_id, s.start, s.\"end\", CASE WHEN k.status = 'not in codebook'"
        " THEN coalesce(k.heir, s.code) ELSE s.code END FROM decisions d"
        " JOIN suggestions s ON s.id = d.suggestion_id LEFT JOIN codes k ON k.id = s.code"
        " WHERE ? IN ('', d.coder)",
        (coder,),
    )
    return {(row[0], row[1], row[2], row[3]) for row in rows}
