"""A file that is found to be damaged while it is open: nothing more is written into it."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from notecode.errors import ConflictError, DamagedError, DatabaseError
from notecode.model import Span
from notecode.project.coding.session import CodingSession
from notecode.store.connection import create_database, open_database
from notecode.store.logged import logged_values
from notecode.store.references import logged_change, undo


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A database whose table of codes is overwritten, and nothing else."""
    path = tmp_path / "notecode.db"
    create_database(path)
    with sqlite3.connect(path) as db:
        (page,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'coders'").fetchone()
        (size,) = db.execute("PRAGMA page_size").fetchone()
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    return path


def test_nothing_is_written_after_damage_was_seen(damaged: Path) -> None:
    with open_database(damaged) as db:
        with db.writing():
            db.execute("INSERT INTO facts (name, value) VALUES ('before', '1')")
        with pytest.raises(DamagedError, match="damaged"):
            db.rows("SELECT * FROM coders")
        with pytest.raises(DamagedError, match="writes nothing more"), db.writing():
            db.execute("INSERT INTO facts (name, value) VALUES ('after', '1')")
        assert db.value("SELECT 1 FROM facts WHERE name = 'before'")
        assert not db.value("SELECT 1 FROM facts WHERE name = 'after'")


@pytest.mark.parametrize("damaged_row", ['{"action": "co', "[]", '{"action": "code"}', "", "1e"])
def test_a_damaged_row_of_the_log_is_named_and_passed_over(
    open_as: Callable[[str], CodingSession], damaged_row: str
) -> None:
    session = open_as("amina")
    for start in (0, 5):
        session.code_span("N1", Span(start, start + 4), "contact")
    event = session.db.value("SELECT max(id) FROM events WHERE change IS NOT NULL")
    with session.db.writing():
        session.db.execute("UPDATE events SET change = ? WHERE id = ?", (damaged_row, event))
    assert logged_change(session.db, event) is None
    with pytest.raises(ConflictError, match=f"row {event} of the log is damaged") as refused:
        undo(session.db, "amina", "2026")
    assert "note N1" in refused.value.where
    assert "passed over" in refused.value.hint
    undone = undo(session.db, "amina", "2026")
    assert undone is not None, "the one before it"
    assert undone.removed[0].span == Span(0, 4)


def test_what_must_read_the_whole_log_says_which_row_is_damaged() -> None:
    assert logged_values(3, '{"a": 1}') == {"a": 1}
    for damaged_row in ("{", "3"):
        with pytest.raises(DatabaseError, match="damaged") as refused:
            logged_values(3, damaged_row)
        assert refused.value.where == "events, row 3"
        assert "back-up" in refused.value.hint
