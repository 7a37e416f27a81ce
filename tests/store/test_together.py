"""Several steps in one transaction, of which one may fail by itself."""

import sqlite3
from pathlib import Path

import pytest

from notecode.errors import CodingError, DatabaseError
from notecode.store import tours
from notecode.store.connection import Database, create_database, open_database
from notecode.store.facts import load_fact, load_facts, save_fact


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "notes.db"
    create_database(path)
    return path


def fail(db: Database) -> None:
    with db.writing():
        db.execute("INSERT INTO facts (name, value) VALUES ('b', 'half done')")
        raise CodingError("no")


def test_a_step_that_fails_is_taken_back_alone(path: Path) -> None:
    with open_database(path) as db:
        with db.together(lambda: True):
            save_fact(db, "a", "1")
            with pytest.raises(CodingError):
                fail(db)
            assert load_facts(db, "") == {"a": "1"}
            save_fact(db, "c", "3")
        assert load_facts(db, "") == {"a": "1", "c": "3"}
        save_fact(db, "d", "4")
    with open_database(path) as again:
        assert load_facts(again, "") == {"a": "1", "c": "3", "d": "4"}


def test_nothing_is_stored_unless_it_is_to_be_kept(path: Path) -> None:
    with open_database(path) as db:
        with db.together(lambda: False):
            save_fact(db, "a", "1")
            assert load_fact(db, "a") == "1"
        assert load_fact(db, "a") == ""
        save_fact(db, "b", "2")
        assert load_fact(db, "b") == "2"


def test_nothing_is_stored_if_it_breaks_off(path: Path) -> None:
    with open_database(path) as db:
        with pytest.raises(KeyError), db.together(lambda: True):
            save_fact(db, "a", "1")
            raise KeyError("out of the blue")
        assert load_facts(db, "") == {}
        with db.writing():
            db.execute("INSERT INTO facts (name, value) VALUES ('b', '2')")
        assert load_fact(db, "b") == "2"


def test_a_row_that_breaks_a_rule_is_said_in_our_words(path: Path) -> None:
    with open_database(path) as db, db.together(lambda: True):
        save_fact(db, "a", "1")
        with pytest.raises(DatabaseError, match="refused a row"), db.writing():
            db.execute("INSERT INTO facts (name, value) VALUES ('a', '2')")
        assert load_fact(db, "a") == "1"


def test_another_process_s_lock_is_waited_for_and_then_told(path: Path) -> None:
    blocker = sqlite3.connect(path, isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    with open_database(path, patience=0) as db:
        with pytest.raises(DatabaseError), db.together(lambda: True):
            save_fact(db, "a", "1")
        blocker.execute("ROLLBACK")
        save_fact(db, "a", "1")
    blocker.close()


def test_a_tour_is_offered_once_to_each_coder(path: Path) -> None:
    with open_database(path) as db:
        assert not tours.was_offered(db, "ann")
        tours.remember_offered(db, "ann", "2024-01-01T00:00:00+00:00")
        assert tours.was_offered(db, "ann")
        assert not tours.was_offered(db, "an")
        assert tours.newest_event(db) == 0
        assert tours.done_since(db, "ann", 0) == []
