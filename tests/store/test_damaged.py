"""A file that is found to be damaged while it is open: nothing more is written into it."""

import sqlite3
from pathlib import Path

import pytest

from notecode.errors import DamagedError
from notecode.store.connection import create_database, open_database


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
