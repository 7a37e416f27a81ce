"""A code made while coding, and what its references wait for later; without Textual."""

import os
import sqlite3

import pytest

from notecode.errors import CodebookError, ConflictError, DatabaseError
from notecode.model import Code, Span
from notecode.project import Project
from notecode.project.codebook import changes, recording
from notecode.project.codebook.changes import Author
from notecode.project.coding.codebook_file import prepare_codebook, stamp_of
from notecode.project.coding.emergent import add_code, define_code
from notecode.project.coding.looking_again import meant_before, waiting
from notecode.project.coding.session import CodingSession, open_coding
from notecode.project.project import current_codebook

BOOK = """\
# Ours, of March.
title: Small
codes:
  - id: talk   # the first we had
    label: Talking
    definition: Words pass.
    key: t
  - id: chat
    label: Chatting
    definition: Light words.
    parent: talk
agencies: []
"""
WHO = Author(name="lead", why="disagreement")


@pytest.fixture
def study(stored: Project) -> Project:
    stored.codebook_path.write_text(BOOK, encoding="utf-8")
    with stored.database() as db:
        current_codebook(stored, db)
    return stored


def new_code(session: CodingSession, label: str = "Waiting  for him", **fields: str) -> Code:
    wanted = {"parent": "talk", "definition": "", "key": "w", "note_id": "N1", **fields}
    return add_code(session, label, **wanted)


def test_a_new_code_stands_in_the_file_beside_its_siblings_and_comments_stay(
    study: Project,
) -> None:
    with open_coding(study, "amina") as session:
        code = new_code(session, definition="He does\n not come.")
        session.code_span("N1", Span(0, 5), code.id)
        assert session.last_code() == "waiting-for-him"
    assert (code.label, code.origin, code.key) == ("Waiting for him", "emergent", "w")
    text = study.codebook_path.read_text(encoding="utf-8")
    assert text.startswith("# Ours, of March.\n")
    assert "- id: talk   # the first we had\n" in text
    added = text[text.index("  - id: waiting-for-him") : text.index("agencies:")]
    assert "parent: talk" in added
    assert "He does not come." in added


def test_its_coder_and_its_note_are_in_the_log(study: Project) -> None:
    with open_coding(study, "amina") as session:
        new_code(session)
    with sqlite3.connect(study.database_path) as db:
        query = "SELECT action, author, why, summary FROM codebook_events ORDER BY id DESC LIMIT 1"
        action, author, why, summary = db.execute(query).fetchone()
    assert (action, author, why) == ("add", "amina", "while coding note N1")
    assert "waiting-for-him" in summary


@pytest.mark.parametrize(
    ("label", "fields", "said"),
    [
        ("  ", {}, "letter or a digit"),
        ("…", {}, "letter or a digit"),
        ("chatting", {}, "has this label already"),
        ("Waiting", {"key": "t"}, "the key t is that of"),
        ("Waiting", {"parent": "nobody"}, "no code 'nobody'"),
    ],
)
def test_what_does_not_fit_changes_nothing(
    study: Project, label: str, fields: dict[str, str], said: str
) -> None:
    with open_coding(study, "amina") as session:
        before = session.codebook
        with pytest.raises(CodebookError, match=said):
            new_code(session, label, **fields)
        assert session.codebook == before
    assert study.codebook_path.read_text(encoding="utf-8") == BOOK


def test_two_coders_who_add_codes_do_not_lose_each_others(study: Project) -> None:
    with open_coding(study, "amina") as amina, open_coding(study, "ben") as ben:
        new_code(amina, "Waiting", key="w")
        new_code(ben, "Phoning", key="p")
        assert ben.codebook.code_by_id.keys() == {"talk", "chat", "waiting", "phoning"}
        with pytest.raises(CodebookError):
            new_code(amina, "Phoning twice", key="p")
        assert amina.take_codebook()
        assert "phoning" in amina.codebook.code_by_id


def test_a_file_that_is_replaced_while_it_is_edited_is_not_written_over(
    study: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = BOOK.replace("March", "April")
    real = recording.replace_text

    def hand_is_quicker(path, seen, text):
        path.write_text(other, encoding="utf-8")
        real(path, seen, text)

    monkeypatch.setattr(recording, "replace_text", hand_is_quicker)
    with open_coding(study, "amina") as session:
        with pytest.raises(ConflictError):
            define_code(session, "chat", {"definition": "Idle."}, note_id="N1")
        assert study.codebook_path.read_text(encoding="utf-8") == other


def _adding_first(monkeypatch: pytest.MonkeyPatch, study: Project, ids: list[str]) -> None:
    """Before a text is put into its file, another window adds the next of these codes."""
    real = recording.replace_text

    def other_is_quicker(path, seen, text):
        if ids:
            entry = f"  - id: {ids.pop(0)}\n    label: Added {len(ids)}\n    definition: x\n"
            now = path.read_text(encoding="utf-8").replace("agencies:", f"{entry}agencies:")
            path.write_text(now, encoding="utf-8")
        real(path, seen, text)

    monkeypatch.setattr(recording, "replace_text", other_is_quicker)


def test_a_code_is_added_to_what_another_window_wrote_just_before(
    study: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    _adding_first(monkeypatch, study, ["one"])
    with open_coding(study, "amina") as session:
        new_code(session)
        assert {"one", "waiting-for-him"} <= session.codebook.code_by_id.keys()
        events = session.db.rows("SELECT summary FROM codebook_events WHERE action = 'add'")
        assert len(events) == 1, "what was tried in vain is not logged"


def test_an_addition_that_was_too_slow_keeps_other_windows_from_writing(
    study: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    _adding_first(monkeypatch, study, ["one"])
    real, free = recording.current_codebook, []

    def read(project, db, **wanted):
        try:
            ben.code_span("N1", Span(0, 5 + len(free)), "talk")
            free.append(True)
        except DatabaseError:
            free.append(False)
        return real(project, db, **wanted)

    with open_coding(study, "amina") as session, open_coding(study, "ben", patience=0) as ben:
        monkeypatch.setattr(recording, "current_codebook", read)
        new_code(session)
    assert free == [True, False]


def test_an_addition_is_given_up_after_a_while(
    study: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    _adding_first(monkeypatch, study, [f"c{number}" for number in range(50)])
    with open_coding(study, "amina") as session, pytest.raises(ConflictError):
        new_code(session)
    assert "waiting-for-him" not in study.codebook_path.read_text(encoding="utf-8")


@pytest.mark.parametrize("write", ["add", "rename"])
def test_a_label_has_a_limit(study: Project, write: str) -> None:
    label = "Waiting " * 25 + "x"
    with open_coding(study, "amina") as session, pytest.raises(CodebookError, match="200 char"):
        if write == "add":
            new_code(session, label)
        else:
            changes.rename(study, "chat", WHO, label=label)
    assert study.codebook_path.read_text(encoding="utf-8") == BOOK


def test_a_label_as_long_as_the_limit_is_taken(study: Project) -> None:
    with open_coding(study, "amina") as session:
        assert len(new_code(session, "x" * 200).label) == 200


def test_a_long_label_that_was_written_by_hand_stops_no_other_change(study: Project) -> None:
    study.codebook_path.write_text(BOOK.replace("Chatting", "Chat" * 60), encoding="utf-8")
    with open_coding(study, "amina") as session:
        assert new_code(session).id == "waiting-for-him"


def test_while_another_process_writes_it_fails_soon_and_changes_nothing(study: Project) -> None:
    with open_coding(study, "amina", patience=0.01) as session, study.database() as other:
        with other.writing():
            with pytest.raises(DatabaseError):
                new_code(session)
            with pytest.raises(DatabaseError):
                define_code(session, "chat", {"definition": "Idle."}, note_id="N1")
        assert study.codebook_path.read_text(encoding="utf-8") == BOOK
        define_code(session, "chat", {"definition": "Idle."}, note_id="N1")
        assert session.codebook.code_by_id["chat"].definition == "Idle."


def test_the_stamp_of_a_file_tells_that_it_was_written(study: Project) -> None:
    path = study.codebook_path
    before = stamp_of(path)
    assert before == stamp_of(path)
    path.write_text(BOOK, encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert stamp_of(path) not in {before, None}
    path.unlink()
    assert stamp_of(path) is None


def test_what_was_prepared_is_taken_without_reading_the_file_again(
    study: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_coding(study, "amina") as session:
        session.code_span("N1", Span(0, 5), "chat")
        study.codebook_path.write_text(BOOK.replace("Light words.", "Idle."), encoding="utf-8")
        assert prepare_codebook(study, "amina") == 1
        assert prepare_codebook(study, "ben") == 0
        monkeypatch.setattr("notecode.project.project.read_codebook", None)
        assert session.take_codebook()
        assert session.codebook.code_by_id["chat"].definition == "Idle."


def test_what_waits_is_ones_own_with_what_its_code_meant(study: Project) -> None:
    for coder in ("amina", "ben"):
        with open_coding(study, coder) as session:
            session.code_span("N1", Span(0, 5), "chat")
    changes.define(study, "chat", {"definition": "Idle words."}, WHO)
    with open_coding(study, "amina") as session:
        (item,) = waiting(session)
        assert (item.coder, item.reason) == ("amina", "definition")
        meant = meant_before(session, item)
        assert meant is not None
        assert meant.definition == "Light words."


def test_what_a_code_meant_is_found_under_the_id_it_had_and_in_a_merged_one(
    study: Project,
) -> None:
    with open_coding(study, "amina") as session:
        session.code_span("N1", Span(0, 5), "chat")
    changes.rename(study, "chat", WHO, new_id="small-talk")
    changes.define(study, "small-talk", {"definition": "Idle words."}, WHO)
    with open_coding(study, "amina") as session:
        (item,) = waiting(session)
        assert item.code == "small-talk"
        meant = meant_before(session, item)
        assert meant is not None
        assert (meant.id, meant.definition) == ("chat", "Light words.")
        new_code(session, "Chat", key="c")
    changes.merge(study, "small-talk", "chat-2", WHO)
    changes.define(study, "chat-2", {"definition": "Words of no weight."}, WHO)
    with open_coding(study, "amina") as session:
        (item,) = waiting(session)
        meant = meant_before(session, item)
        assert meant is not None
        assert meant.label == "Chatting"
