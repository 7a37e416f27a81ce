"""Whatever is written, coded, deleted, undone and redone: the memos are those of the history."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notecode.memos import PROJECT, Thing
from notecode.model import Case, Note, Span
from notecode.project import find_project
from notecode.project.coding import memos
from notecode.project.coding.session import CodingSession, open_coding
from notecode.project.project import current_codebook
from notecode.project.setup import create_project
from notecode.store import memos as stored
from notecode.store.connection import create_database
from notecode.store.notes import StoredNote, save_anonymised_case

THINGS = (Thing("note", "N1"), Thing("case", "C1"), PROJECT)
WRITE = st.tuples(st.just("write"), st.sampled_from(THINGS), st.sampled_from(["", "One.", "Two."]))
STEP = st.one_of(
    WRITE,
    st.tuples(st.just("code"), st.integers(0, 2)),
    st.tuples(st.just("on reference"), st.integers(0, 2), st.sampled_from(["A.", "B.", ""])),
    st.tuples(st.just("uncode"), st.integers(0, 2)),
    st.just(("undo",)),
    st.just(("redo",)),
)
State = tuple[tuple[tuple[str, str], ...], tuple[int, ...]]


@pytest.fixture(scope="module")
def session() -> Iterator[CodingSession]:
    with TemporaryDirectory() as folder:
        directory = Path(folder) / "study"
        create_project(directory, "Study")
        project = find_project(directory)
        create_database(project.database_path)
        note = Note(id="N1", case_id="C1", text="T/C to housing.")
        with project.database() as db:
            current_codebook(project, db)
            there = [StoredNote(note=note)]
            save_anonymised_case(db, Case(id="C1", site="S"), there, settings="s", now="2018")
        with open_coding(project, "amina") as opened:
            yield opened


def state(session: CodingSession) -> State:
    """All memos with what they are on (deleted references too), and where references lie."""
    rows = session.db.rows("SELECT kind, target, text FROM memos")
    references = session.open_note("N1").references
    return (
        tuple(sorted((f"{row['kind']} {row['target']}", row["text"]) for row in rows)),
        tuple(sorted(reference.span.start for reference in references)),
    )


def take(session: CodingSession, step: tuple[object, ...]) -> bool:
    """Do one step; whether it was an action of the log."""
    references = {r.span.start: r for r in session.open_note("N1").references}
    what, *rest = step
    place = rest[0] if rest and isinstance(rest[0], int) else -1
    there = references.get(place)
    if what == "write" and isinstance(rest[0], Thing):
        return memos.begin(session, rest[0]).save(str(rest[1])) is not None
    if what == "code" and there is None:
        session.code_span("N1", Span(place, place + 3), "information-sharing")
        return True
    if what == "uncode" and there is not None:
        session.delete(there.id)
        return True
    if what == "on reference" and there is not None:
        on = Thing("reference", there.id)
        return memos.begin(session, on).save(str(rest[1])) is not None
    return False


@settings(max_examples=40)
@given(st.lists(STEP, max_size=14))
def test_undo_and_redo_give_back_every_state(
    session: CodingSession, steps: list[tuple[object, ...]]
) -> None:
    for table in ("memos", "coded_references", "events"):
        with session.db.writing():
            session.db.execute(f"DELETE FROM {table}")
    states = [state(session)]
    at = 0
    for step in steps:
        if step[0] == "undo":
            undone = session.undo() is not None
            assert undone == (at > 0)
            at -= undone
        elif step[0] == "redo":
            redone = session.redo() is not None
            assert redone == (at + 1 < len(states))
            at += redone
        elif take(session, step):
            del states[at + 1 :]
            states.append(state(session))
            at += 1
        assert state(session) == states[at]
    while session.undo() is not None:
        at -= 1
        assert state(session) == states[at]
    assert at == 0
    assert state(session) == ((), ())
    for known in states[1:]:
        assert session.redo() is not None
        assert state(session) == known
    check_the_index(session)


def check_the_index(session: CodingSession) -> None:
    """The index of words and the links are those of the memos that there are."""
    session.db.rows("INSERT INTO memos_text (memos_text) VALUES ('integrity-check')")
    for word in ("One", "Two", "A", "B"):
        found = {each.memo.text for each in stored.find_memos(session.db, word)}
        assert found <= {f"{word}."}
