"""Opening, migrating and failing: every way a database file can be unusable."""

import sqlite3
from pathlib import Path

import pytest

from notecode.errors import DatabaseError, NotecodeError, ProjectError, WriteError
from notecode.project import Project
from notecode.store.connection import create_database, open_database, set_aside
from notecode.store.schema import APPLICATION_ID, VERSION


def test_a_new_database_is_marked_as_ours_and_strict(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    create_database(path)
    plain = sqlite3.connect(path)
    assert plain.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert plain.execute("PRAGMA user_version").fetchone()[0] == VERSION
    assert plain.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    tables = plain.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND NOT strict AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_sqlite_%'"
    ).fetchall()
    assert tables == []


def test_creating_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    create_database(path)
    with open_database(path) as db, db.writing():
        db.execute("INSERT INTO facts VALUES ('a', 'b')")
    create_database(path)
    with open_database(path) as db:
        assert db.value("SELECT value FROM facts WHERE name = 'a'") == "b"


def test_a_missing_database_says_what_comes_first(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="no notes in this project yet"):
        open_database(tmp_path / "none.db")


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.touch()
    with open_database(path) as db:
        assert db.value("SELECT count(*) FROM notes") == 0


@pytest.mark.parametrize("content", [b"not a database at all " * 100, b"\x00" * 5000])
def test_a_file_that_is_no_database_is_refused_unharmed(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(content)
    with pytest.raises(DatabaseError, match="damaged or is not a database"):
        open_database(path)
    assert path.read_bytes() == content


def test_a_damaged_database_is_reported_when_it_is_read(stored: Project) -> None:
    path = stored.database_path
    content = bytearray(path.read_bytes())
    content[4096:] = b"\x5a" * (len(content) - 4096)
    path.write_bytes(content)
    for leftover in ("-wal", "-shm"):
        path.with_name(path.name + leftover).unlink(missing_ok=True)
    with pytest.raises(DatabaseError, match="damaged"), open_database(path) as db:
        db.rows("SELECT * FROM notes")


def test_somebody_elses_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE recipes (name)")
    other.commit()
    other.close()
    with pytest.raises(DatabaseError, match="not one of notecode's"):
        open_database(path)


def test_a_newer_format_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    create_database(path)
    plain = sqlite3.connect(path)
    plain.execute(f"PRAGMA user_version = {VERSION + 1}")
    plain.close()
    with pytest.raises(DatabaseError, match="newer notecode"):
        open_database(path)


def test_a_locked_database_gives_up_after_its_patience(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    create_database(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_database(path, patience=0.1) as db:
        with pytest.raises(DatabaseError, match="locked by another program"), db.writing():
            pass
        assert db.value("SELECT count(*) FROM notes") == 0
    other.execute("ROLLBACK")
    other.close()


def test_a_transaction_is_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    create_database(path)
    with open_database(path) as db:
        with pytest.raises(KeyboardInterrupt), db.writing():
            db.execute("INSERT INTO facts VALUES ('a', 'b')")
            raise KeyboardInterrupt
        assert db.value("SELECT count(*) FROM facts") == 0


def test_a_full_disk_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    create_database(path)
    with open_database(path) as db:
        with db.writing():
            db.execute("INSERT INTO facts VALUES ('before', 'x')")
        pages = db.value("PRAGMA page_count")
        db.rows(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(WriteError, match="disk is full"), db.writing():
            for number in range(2000):
                db.execute("INSERT INTO facts VALUES (?, ?)", (str(number), "x" * 500))
        assert [row[0] for row in db.rows("SELECT name FROM facts")] == ["before"]


def test_errors_never_repeat_the_statement_or_its_values(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    create_database(path)
    with open_database(path) as db:
        with pytest.raises(NotecodeError) as caught, db.writing():
            db.execute("INSERT INTO facts VALUES (?, NULL)", ("Zebediah Quillfeather",))
        assert "Quillfeather" not in str(caught.value)
        with pytest.raises(DatabaseError) as caught_too:
            db.rows("SELECT 'Quillfeather' FROM nowhere")
        assert "Quillfeather" not in str(caught_too.value)


def test_creating_over_a_foreign_or_newer_database_is_refused(tmp_path: Path) -> None:
    foreign = tmp_path / "other.db"
    other = sqlite3.connect(foreign)
    other.execute("CREATE TABLE recipes (name)")
    other.commit()
    other.close()
    before = foreign.read_bytes()
    with pytest.raises(DatabaseError, match="not one of notecode's"):
        create_database(foreign)
    assert foreign.read_bytes() == before
    newer = tmp_path / "newer.db"
    create_database(newer)
    plain = sqlite3.connect(newer)
    plain.execute(f"PRAGMA user_version = {VERSION + 6}")
    plain.close()
    with pytest.raises(DatabaseError, match="newer notecode"):
        create_database(newer)
    assert sqlite3.connect(newer).execute("PRAGMA user_version").fetchone()[0] == VERSION + 6


def test_a_database_set_aside_keeps_what_was_committed(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    create_database(path)
    killed = sqlite3.connect(path)
    killed.execute("INSERT INTO facts VALUES ('a', 'b')")
    killed.commit()
    with pytest.raises(DatabaseError, match=r"locked|in use"):
        set_aside(path, "old.db")
    assert path.exists()
    killed.close()
    moved = set_aside(path, "old.db")
    assert not path.exists()
    with open_database(moved) as db:
        assert db.value("SELECT value FROM facts WHERE name = 'a'") == "b"


def test_a_failed_first_migration_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(path: Path) -> None:
        sqlite3.connect(path).execute("CREATE TABLE half (done)")
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("notecode.store.schema.migrate", fails)
    path = tmp_path / "deep" / "notes.db"
    with pytest.raises(DatabaseError):
        create_database(path)
    assert list(path.parent.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_a_write_error(tmp_path: Path) -> None:
    (tmp_path / "corpus").write_text("a file")
    with pytest.raises(WriteError):
        create_database(tmp_path / "corpus" / "notes.db")
