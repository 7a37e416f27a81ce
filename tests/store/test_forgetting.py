"""Replaced texts are forgotten by whoever opens the database next, and not before it is done."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from notecode.model import Case, Note
from notecode.store import connection
from notecode.store.connection import TO_FORGET, Database, create_database, open_database
from notecode.store.notes import StoredNote, save_anonymised_case

CASE = Case(id="C1", site="North", start=date(2017, 1, 10))


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A database in which a process replaced a text and was ended before it could forget it."""
    path = tmp_path / "notecode.db"
    create_database(path)
    with monkeypatch.context() as ended:
        ended.setattr(connection, "_PROCESS", "of a process that was ended")
        db = open_database(path)
        keeping = sqlite3.connect(path)  # the last to close would empty the log
        save(db, "quillfeather was here")
        save(db, "[SU] was here")
        db.close()
    assert still_there(path)
    yield path
    keeping.close()


def save(db: Database, text: str) -> None:
    note = Note(id="N1", case_id="C1", text=text)
    save_anonymised_case(db, CASE, [StoredNote(note=note)], settings="s", now="2017")


def marked(path: Path) -> bool:
    plain = sqlite3.connect(path)
    found = plain.execute("SELECT value FROM facts WHERE name = ?", (TO_FORGET,)).fetchone()
    plain.close()
    return found is not None


def still_there(path: Path) -> bool:
    return any(b"quillfeather" in each.read_bytes() for each in path.parent.iterdir())


def test_whoever_opens_the_database_next_forgets(path: Path) -> None:
    with open_database(path):
        assert not marked(path)
        assert not still_there(path)


def test_while_another_program_reads_the_mark_stays(path: Path) -> None:
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM notes").fetchone()
    with open_database(path) as db:
        assert marked(path)
        assert not db.forget_replaced_texts()
        assert marked(path)
    reader.execute("COMMIT")
    with open_database(path):
        assert not marked(path)
        assert not still_there(path)
    reader.close()


def test_while_another_program_writes_a_command_that_reads_goes_on(path: Path) -> None:
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    with open_database(path) as db:
        assert db.value("SELECT text FROM notes") == "[SU] was here"
        assert marked(path)
    writer.close()


def test_a_process_at_work_forgets_at_its_end_and_not_at_each_opening(path: Path) -> None:
    with open_database(path) as db:
        save(db, "[SU] was there")
    with open_database(path) as db:
        assert marked(path)
        assert db.forget_replaced_texts()
        assert not marked(path)


def test_what_is_replaced_meanwhile_stays_marked(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_database(path) as db:
        save(db, "[SU] was there")
        ask = db.value

        def value(sql: str, parameters: tuple[str, ...] = ()) -> object:
            found = ask(sql, parameters)
            if "checkpoint" in sql:
                save(db, "[SU] was elsewhere")
            return found

        monkeypatch.setattr(db, "value", value)
        db.forget_replaced_texts()
    assert marked(path)


def test_only_its_owner_may_read_a_new_database(tmp_path: Path) -> None:
    path = tmp_path / "new" / "notecode.db"
    create_database(path)
    with open_database(path) as db:
        save(db, "words")
        for each in path.parent.iterdir():
            assert each.stat().st_mode & 0o077 == 0, each.name
        assert len(list(path.parent.iterdir())) == 3
