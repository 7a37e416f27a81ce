"""What is known of the project as a whole: named facts, and totals for a report on its state."""

from dataclasses import dataclass

from notecode.store.connection import TO_FORGET, Database

SYNTHETIC = "synthetic"
"""The fact that marks a project whose notes are invented: yes or no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Row counts of the main tables."""

    cases: int
    notes: int
    words: int
    masks: int
    flags: int
    mentions: int
    suggestions: int
    notes_to_suggest: int
    references: int


def load_totals(db: Database, codebook: str) -> Totals:
    """Count everything; ``notes_to_suggest`` are those not yet run under this codebook digest."""
    row = db.rows(
        "SELECT (SELECT count(*) FROM cases) AS cases, (SELECT count(*) FROM notes) AS notes,"
        " (SELECT coalesce(sum(length(text) - length(replace(text, ' ', '')) + 1), 0) FROM notes)"
        " AS words, (SELECT count(*) FROM masks) AS masks, (SELECT count(*) FROM flags) AS flags,"
        " (SELECT count(*) FROM mentions) AS mentions, (SELECT count(*) FROM suggestions"
        " WHERE current = 1) AS suggestions, (SELECT count(*) FROM notes n WHERE NOT EXISTS"
        " (SELECT 1 FROM suggested_notes s WHERE s.note_id = n.id AND s.codebook = :codebook))"
        " AS notes_to_suggest, (SELECT count(*) FROM coded_references) AS refs",
        {"codebook": codebook},
    )[0]
    return Totals(
        cases=row["cases"],
        notes=row["notes"],
        words=row["words"],
        masks=row["masks"],
        flags=row["flags"],
        mentions=row["mentions"],
        suggestions=row["suggestions"],
        notes_to_suggest=row["notes_to_suggest"],
        references=row["refs"],
    )


def sizes(db: Database) -> tuple[int, int]:
    """How many cases and notes there are: of the totals, what is counted at once."""
    row = db.rows("SELECT (SELECT count(*) FROM cases), (SELECT count(*) FROM notes)")[0]
    return row[0], row[1]


def mask_totals(db: Database) -> dict[str, int]:
    """Replacements by identifier type."""
    rows = db.rows("SELECT type, count(*) FROM masks GROUP BY type ORDER BY type")
    return {row[0]: row[1] for row in rows}


def load_fact(db: Database, name: str) -> str:
    """One named fact, or ""."""
    return str(db.value("SELECT value FROM facts WHERE name = ?", (name,)) or "")


def left_to_forget(db: Database) -> str:
    """What to say where ``Database.forget_replaced_texts`` had to leave something, else ""."""
    if not load_fact(db, TO_FORGET):
        return ""
    return (
        "another program is reading the database: a copy stays in its write-ahead log until the"
        " next command of notecode finds it unused"
    )


def load_facts(db: Database, prefix: str) -> dict[str, str]:
    """All facts whose name begins with ``prefix``, by name."""
    rows = db.rows(
        "SELECT name, value FROM facts WHERE substr(name, 1, ?) = ? ORDER BY name",
        (len(prefix), prefix),
    )
    return {row[0]: row[1] for row in rows}


def save_fact(db: Database, name: str, value: str) -> None:
    """Set a named fact."""
    with db.writing():
        db.execute(
            "INSERT INTO facts (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, value),
        )


def log_event(db: Database, action: str, summary: str, now: str) -> int:
    """Add a line to the event log that is not for undo; returns its number."""
    with db.writing():
        db.execute(
            "INSERT INTO events (at, coder, action, summary, state) VALUES (?, '', ?, ?, 'logged')",
            (now, action, summary),
        )
        return int(db.value("SELECT last_insert_rowid()"))


def settle_event(db: Database, number: int, action: str, summary: str) -> None:
    """Say in a line of the log what came of what it announced."""
    with db.writing():
        db.execute(
            "UPDATE events SET action = ?, summary = ? WHERE id = ?", (action, summary, number)
        )


def logged(db: Database, action: str) -> list[tuple[str, str]]:
    """Time and summary of everything that was logged under an action, the first one first."""
    rows = db.rows("SELECT at, summary FROM events WHERE action = ? ORDER BY id", (action,))
    return [(row[0], row[1]) for row in rows]


def last_event(db: Database, action: str) -> str:
    """When this was logged last, as an ISO time; "" if it never was."""
    return str(db.value("SELECT max(at) FROM events WHERE action = ?", (action,)) or "")
