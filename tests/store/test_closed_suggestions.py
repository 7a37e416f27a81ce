"""What is closed to a coder is exactly what is not open, however codes were merged and renamed."""

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.store.connection import Database, create_database
from notecode.store.progress import open_suggestions_by_rule, tallies
from notecode.store.suggestions import CLOSED, OPEN

CODERS = ("amina", "ben")
CODES = (
    ("old", "not in codebook", "new"),
    ("merged", "merged", "new"),
    ("new", "active", None),
    ("other", "active", None),
)
NAMES = [code for code, *_ in CODES]
SUGGESTIONS = st.lists(
    st.tuples(
        st.sampled_from(["N1", "N2", "N3"]),
        st.integers(0, 1),
        st.sampled_from(NAMES),
        st.sampled_from(["r1", "r2"]),
        st.integers(0, 1),
    ),
    max_size=6,
)
CODED = st.sets(
    st.tuples(
        st.sampled_from(CODERS),
        st.sampled_from(["N1", "N2"]),
        st.integers(0, 1),
        st.sampled_from(NAMES),
    ),
    max_size=4,
)
DECIDED = st.dictionaries(
    st.tuples(st.integers(0, 5), st.sampled_from(CODERS)),
    st.sampled_from(["accepted", "rejected"]),
    max_size=5,
)
DONE = st.sets(st.tuples(st.sampled_from(["N1", "N3"]), st.sampled_from(CODERS)))


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path = tmp_path_factory.mktemp("project") / "notecode.db"
    create_database(path)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("INSERT INTO codebooks VALUES ('d', '', '', '')")
    connection.executemany(
        "INSERT INTO codes (id, label, origin, status, position, heir) VALUES (?, '', '', ?, 0, ?)",
        CODES,
    )
    connection.executemany("INSERT INTO coders VALUES (?, '', '')", [(name,) for name in CODERS])
    connection.executemany(
        "INSERT INTO cases VALUES (?, '', NULL, NULL)", [("C1",), ("C2",), ("C3",)]
    )
    connection.executemany(
        "INSERT INTO notes VALUES (?, ?, NULL, NULL, '', '', 'a text', '')",
        [("N1", "C1"), ("N2", "C1"), ("N3", "C2")],
    )
    yield Database(connection, path, 1.0)
    connection.close()


def fill(db: Database, suggestions, coded, decided, done) -> None:
    """What stood there goes; a decision on a suggestion that there is not falls away."""
    for table in ("done_notes", "decisions", "coded_references", "suggestions"):
        db.execute(f"DELETE FROM {table}")
    db.execute_many(
        "INSERT INTO suggestions VALUES (?, ?, ?, ?, ?, '', ?, '', '[]', ?, 0.5)",
        [
            (f"S{at}", note, start, start + 2, code, rule, current)
            for at, (note, start, code, rule, current) in enumerate(suggestions)
        ],
    )
    db.execute_many(
        "INSERT INTO coded_references VALUES (?, ?, ?, ?, ?, ?, 'hand', '', 'd', NULL, '')",
        [
            (f"R{at}", note, start, start + 2, code, coder)
            for at, (coder, note, start, code) in enumerate(sorted(coded))
        ],
    )
    db.execute_many(
        "INSERT INTO decisions VALUES (?, ?, ?)",
        [(f"S{at}", who, what) for (at, who), what in decided.items() if at < len(suggestions)],
    )
    db.execute_many("INSERT INTO done_notes VALUES (?, ?, '')", sorted(done))


def open_one_by_one(db: Database, coder: str) -> list[tuple[str, str, str]]:
    rows = db.rows(f"SELECT id, note_id, rule FROM suggestions s WHERE {OPEN}", {"coder": coder})
    return [tuple(row) for row in rows]


@given(SUGGESTIONS, CODED, DECIDED, DONE)
def test_open_and_closed_are_all_there_is(stored, suggestions, coded, decided, done) -> None:
    with stored.setting_aside():
        fill(stored, suggestions, coded, decided, done)
    current = {row[0] for row in stored.rows("SELECT id FROM suggestions WHERE current = 1")}
    closed = stored.rows(
        f"SELECT c.coder, s.id FROM ({CLOSED}) c JOIN suggestions s ON s.rowid = c.suggestion"
    )
    for coder in CODERS:
        still_open = [id_ for id_, *_ in open_one_by_one(stored, coder)]
        gone = [row["id"] for row in closed if row["coder"] == coder]
        assert sorted(still_open + gone) == sorted(current)
        by_rule = open_suggestions_by_rule(stored, coder)
        rules = [rule for *_, rule in open_one_by_one(stored, coder)]
        assert by_rule == {rule: rules.count(rule) for rule in rules}


@given(SUGGESTIONS, CODED, DECIDED, DONE)
def test_notes_are_tallied_as_if_each_were_looked_at(
    stored, suggestions, coded, decided, done
) -> None:
    with stored.setting_aside():
        fill(stored, suggestions, coded, decided, done)
    found = tallies(stored, CODERS)
    assert [*found] == [*CODERS]
    for coder in CODERS:
        of_coder = {note for who, note, *_ in coded if who == coder}
        marked = {note for note, who in done if who == coder}
        answered = {
            suggestions[at][0] for at, who in decided if who == coder and at < len(suggestions)
        }
        waiting = {note for _, note, _ in open_one_by_one(stored, coder)}
        assert [case.case_id for case in found[coder]] == ["C1", "C2", "C3"]
        for case, notes in zip(found[coder], ({"N1", "N2"}, {"N3"}, set()), strict=True):
            assert case[2:] == (
                len(notes),
                len(notes & of_coder),
                len(notes & marked - of_coder),
                len(notes & answered - of_coder - marked),
                len(notes & waiting),
                len(notes & marked),
            )
