"""Whatever is accepted, recoded, resized, undone and done again: what an origin says is true."""

import json
import shutil
import sqlite3
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notecode.errors import CodingError, ConflictError
from notecode.model import CountSpec, Reference, Span, Suggestion
from notecode.project import Project, find_project
from notecode.project.codebook import changes as living
from notecode.project.codebook.changes import Author
from notecode.project.coding.session import CodingSession, open_coding
from notecode.project.counting import count
from notecode.project.evaluating.suggestions import measure_on_coding
from notecode.project.project import current_codebook
from notecode.project.suggesting import suggest
from notecode.store import suggestions as stored_suggestions
from notecode.store.connection import create_database
from notecode.store.reference_rows import select_references

IN_MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
BOOK = """\
codes:
  - {id: talk, label: Talking, definition: Words pass.}
  - {id: chat, label: Chatting, definition: Light words.}
  - {id: ring, label: Ringing, definition: By telephone.}
"""
MADE = {
    id_: Suggestion(
        id=id_, note_id=note, span=span, code=code, agencies=(), rule="r", rule_version="v"
    )
    for id_, note, span, code in (
        ("S1", "N1", Span(0, 15), "talk"),
        ("S2", "N1", Span(0, 15), "chat"),
        ("S3", "N1", Span(16, 24), "talk"),
        ("S4", "N2", Span(0, 15), "ring"),
    )
}
IDS = st.sampled_from(sorted(MADE))
CODES = st.sampled_from(["talk", "chat", "ring"])
SPANS = st.sampled_from([Span(0, 15), Span(0, 9), Span(16, 24)])
PICK = st.integers(0, 9)
ACTIONS = st.lists(
    st.one_of(
        st.tuples(st.just("accept"), IDS, st.just("") | CODES, st.none() | SPANS),
        st.tuples(st.just("code"), st.sampled_from(["N1", "N2"]), SPANS, CODES),
        st.tuples(st.just("recode"), PICK, CODES),
        st.tuples(st.just("resize"), PICK, SPANS),
        st.tuples(st.just("delete"), PICK),
        st.tuples(st.just("reject"), IDS),
        st.tuples(st.sampled_from(["undo", "redo", "undo"])),
    ),
    max_size=16,
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, stored_once: Path) -> Path:
    """A project with notes and suggestions, made once."""
    directory = tmp_path_factory.mktemp("origins")
    (directory / "corpus").mkdir()
    (directory / "notecode.toml").write_text('title = "Test"\n', encoding="utf-8")
    (directory / "codebook.yaml").write_text(BOOK, encoding="utf-8")
    project = find_project(directory)
    shutil.copy(stored_once, project.database_path)
    with project.database() as db:
        current_codebook(project, db)
        notes = sorted({each.note_id for each in MADE.values()})
        stored_suggestions.save_suggestions(db, notes, [], MADE.values(), codebook="x")
    return directory


@pytest.fixture
def study(template: Path, tmp_path: Path) -> Project:
    """A copy of it."""
    return find_project(shutil.copytree(template, tmp_path / "study"))


def do(session: CodingSession, action: tuple[Any, ...]) -> None:
    """One action, or its refusal."""
    what, *given_ = action
    references = {r.id: r for n in ("N1", "N2") for r in session.open_note(n).references}
    if what in ("recode", "resize", "delete"):
        if not references:
            return
        given_[0] = sorted(references)[given_[0] % len(references)]
    if what == "code":
        what = "code_span"
    try:
        getattr(session, str(what))(*given_)
    except (CodingError, ConflictError):
        return


def all_of(project: Project) -> list[Reference]:
    with project.database() as db:
        return select_references(db, "ORDER BY r.id", ())


def origin_of(reference: Reference) -> str:
    """What its origin has to be, said in another way."""
    if not reference.suggestion:
        return "hand"
    made = MADE[reference.suggestion]
    as_it_was = (reference.span, reference.code) == (made.span, made.code)
    return "rule" if as_it_was else "rule-changed"


def dump(project: Project) -> tuple[list[tuple[Any, ...]], ...]:
    """All that tells an origin: rows, the log, what is counted."""
    with sqlite3.connect(project.database_path) as db:
        return tuple(
            db.execute(query).fetchall()
            for query in (
                "SELECT id, origin FROM coded_references ORDER BY id",
                "SELECT id, change FROM events ORDER BY id",
                "SELECT id, reference FROM folded_references ORDER BY id",
                'SELECT c.note, c.start, c."end", k.code, k.coder, k.origin FROM'
                " counted_references c JOIN reference_kinds k ON k.number = c.kind ORDER BY"
                " 1, 2, 3, 4, 5",
            )
        )


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(actions=ACTIONS)
def test_an_origin_says_what_is_left_of_the_suggestion(
    template: Path, actions: list[tuple[Any, ...]]
) -> None:
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as folder:
        project = find_project(shutil.copytree(template, Path(folder) / "study"))
        with open_coding(project, "amina") as session:
            for action in actions:
                do(session, action)
                there = [r for n in ("N1", "N2") for r in session.open_note(n).references]
                assert [r.origin for r in there] == [origin_of(r) for r in there], action
        recounted = Counter(origin_of(r) for r in all_of(project))
        if recounted:
            table, _ = count(project, CountSpec(by=("origin",)))
            counted = {row.keys[0]: row.references for row in table.rows}
            assert counted == {"hand": 0, "rule": 0, "rule-changed": 0} | recounted


def as_stored_before(project: Project) -> None:
    """The file as an earlier version has it: whatever came from a suggestion is "rule"."""
    with sqlite3.connect(project.database_path) as db:
        db.execute("UPDATE coded_references SET origin = 'rule' WHERE origin = 'rule-changed'")
        for table, column in (("events", "change"), ("folded_references", "reference")):
            db.execute(
                f"UPDATE {table} SET {column} = replace({column}, '\"rule-changed\"', '\"rule\"')"
            )
        db.execute("DELETE FROM _sqlite_migrations WHERE name = 'm014_changed_suggestions'")
        db.execute("PRAGMA user_version = 13")


def undo_all(session: CodingSession) -> int:
    steps = 0
    while session.undo() is not None:
        steps += 1
    return steps


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(actions=ACTIONS)
def test_a_file_of_an_earlier_version_is_put_right(
    template: Path, actions: list[tuple[Any, ...]]
) -> None:
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as folder:
        project = find_project(shutil.copytree(template, Path(folder) / "study"))
        with open_coding(project, "amina") as session:
            for action in actions:
                do(session, action)
        kept, coded = dump(project), all_of(project)
        as_stored_before(project)
        create_database(project.database_path)
        assert dump(project) == kept
        with open_coding(project, "amina") as session:
            steps = undo_all(session)
            assert all_of(project) == []
            for _ in range(steps):
                session.redo()
        assert {r.id for r in all_of(project)} >= {r.id for r in coded}


@pytest.fixture
def merged(study: Project) -> Project:
    """A changed suggestion folded into a reference by hand, and one taken for an heir."""
    with open_coding(study, "amina") as session:
        session.accept("S4", "chat")
        session.code_span("N2", MADE["S4"].span, "talk")
        session.accept("S2")
    living.merge(study, "chat", "talk", Author(name="lead"))
    with open_coding(study, "ben") as session:
        session.accept("S2")
    return study


def test_what_is_folded_or_taken_for_an_heir_is_put_right_too(merged: Project) -> None:
    found = {(r.coder, r.note_id, r.code, r.coded_as): r.origin for r in all_of(merged)}
    assert found == {
        ("amina", "N2", "talk", ""): "hand",
        ("amina", "N1", "talk", "chat"): "rule",
        ("ben", "N1", "talk", ""): "rule",
    }
    kept = dump(merged)
    (folded,) = kept[2]
    assert json.loads(folded[1])["origin"] == "rule-changed"
    as_stored_before(merged)
    create_database(merged.database_path)
    assert dump(merged) == kept
    living.undo(merged, Author(name="lead"))
    with open_coding(merged, "amina") as session:
        assert undo_all(session) == 3
    assert [r.coder for r in all_of(merged)] == ["ben"]


def test_a_mark_by_hand_or_without_its_suggestion_is_left_alone(study: Project) -> None:
    with open_coding(study, "amina") as session:
        session.code_span("N1", Span(0, 9), "ring")
    with sqlite3.connect(study.database_path) as db:
        db.execute("UPDATE coded_references SET origin = 'rule'")
    as_stored_before(study)
    create_database(study.database_path)
    assert [r.origin for r in all_of(study)] == ["rule"], "nothing is known to say otherwise"


def quiet(done: int, total: int, unit: str) -> None:
    del done, total, unit


def test_a_recoded_suggestion_is_false_for_its_rule_and_other_bounds_are_a_hit(
    stored: Project,
) -> None:
    suggest(stored, quiet)
    with stored.database() as db:
        one, *others = stored_suggestions.current_suggestions(db)
    with open_coding(stored, "amina") as session:
        session.accept(one.id, span=Span(one.span.start, one.span.end - 1))
        for other in others:
            session.accept(other.id)
        assert measure_on_coding(stored).figures.activities.precision.value == 1.0
        for _ in range(1 + len(others)):
            session.undo()
        session.accept(one.id, "behaviour-change")
        for other in others:
            session.accept(other.id)
        figures = measure_on_coding(stored).figures
        assert (figures.activities.false, figures.activities.missed) == (1, 1)
        (rule,) = [each for each in figures.by_rule if each.label == one.rule]
        assert (rule.hits, rule.false) == (len([o for o in others if o.rule == one.rule]), 1)
        session.code_span(one.note_id, one.span, one.code)
        assert measure_on_coding(stored).figures.activities.false == 0, "both codes are there"


@pytest.mark.parametrize("damaged", ['{"origin": "rule"', '{"origin": "rule", "x": 1}'])
def test_a_line_of_the_log_that_cannot_be_read_keeps_no_project_closed(
    template: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture, damaged: str
) -> None:
    project = find_project(shutil.copytree(template, tmp_path / "study"))
    with sqlite3.connect(project.database_path) as db:
        db.execute(
            "INSERT INTO events (id, at, coder, action, summary, change, state)"
            " VALUES (977, '2026-01-01', 'amina', 'code', '', ?, 'dropped')",
            (damaged,),
        )
    as_stored_before(project)
    with sqlite3.connect(project.database_path) as db:
        db.execute("UPDATE events SET change = ? WHERE id = 977", (damaged,))
    create_database(project.database_path)
    assert "events 977 cannot be read" in caplog.text
    with project.database() as stored:
        assert stored.value("SELECT change FROM events WHERE id = 977") == damaged
