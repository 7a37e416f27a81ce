"""`codebook forget`: nothing of the words is left, and nothing else is lost."""

import io
import json
import re
from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest

from notecode.codebook import codebook_from_json, definition_digest, parse_codebook
from notecode.errors import ConflictError
from notecode.model import Span
from notecode.project import Project
from notecode.project.codebook.forgetting import forget_in_codebook
from notecode.project.coding.session import open_coding
from notecode.project.project import current_codebook

Runner = Callable[..., Any]


@pytest.fixture
def stored(stored_small: Project) -> Project:
    """Every version of the codebook is read several times: it is a small one."""
    return stored_small


def edited(project: Project, was: str, is_: str) -> None:
    path = project.codebook_path
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, is_, 1), encoding="utf-8")
    with project.database() as db:
        current_codebook(project, db, to_write=True)


@pytest.fixture
def named(stored: Project) -> Project:
    """A codebook that named somebody for a while, a note coded under that version."""
    entry = "codes:\n  - id: chasing\n    label: Chasing\n    definition: {}\n"
    edited(stored, "codes:\n", entry.format("'as Mr O''Brien: asked'"))
    with open_coding(stored, "amina") as session:
        session.code_span("N1", Span(0, 21), "chasing")
    edited(stored, "'as Mr O''Brien: asked'", "|\n      as John\n      Smith asked")
    edited(stored, "|\n      as John\n      Smith asked", "It is asked again.")
    return stored


def dump(project: Project) -> str:
    with project.database() as db:
        return "\n".join(db._connection.iterdump())


def test_every_version_is_sound_and_keeps_what_lies_under_it(named: Project) -> None:
    with named.database() as db:
        before = db.rows("SELECT rowid, digest, first_seen FROM codebooks ORDER BY rowid")
    done = forget_in_codebook(named, ["mr o'brien", "JOHN SMITH"])
    assert done.places == 2
    said = dump(named)
    assert "Brien" not in said
    assert "Smith" not in said
    with named.database() as db:
        after = db.rows("SELECT * , rowid FROM codebooks ORDER BY rowid")
        assert [(row["rowid"], row["first_seen"]) for row in after] == [
            (row["rowid"], row["first_seen"]) for row in before
        ]
        for row in after:
            book, _ = parse_codebook(row["yaml"], "stored")
            assert book is not None
            assert book.digest == row["digest"]
            assert codebook_from_json(row["parsed"]) == book
            stored = dict(
                db.rows(
                    "SELECT code, definition FROM code_definitions WHERE codebook = ?",
                    (row["digest"],),
                )
            )
            assert stored == {code.id: definition_digest(code) for code in book.codes}
        assert not db.rows("PRAGMA foreign_key_check")
        replaced = {row["digest"] for row in before} - {row["digest"] for row in after}
    assert len(replaced) == 2
    for digest in replaced:
        assert digest not in said
        assert digest[:12] not in said, "a short digest is as good for trying names out"
    with open_coding(named, "amina") as session:
        assert session.undo() is not None
        assert session.redo() is not None


def test_no_digest_is_left_that_a_guess_can_be_tried_on(named: Project) -> None:
    with named.database() as db:
        texts = [row[0] for row in db.rows("SELECT yaml FROM codebooks")]
    books = [parse_codebook(text, "x")[0] for text in texts]
    guesses = {sha256(text.encode()).hexdigest() for text in texts if "Smith" in text}
    guesses |= {
        definition_digest(code)
        for book in books
        if book
        for code in book.codes
        if "Smith" in code.definition
    }
    assert len(guesses) == 2
    forget_in_codebook(named, ["John Smith"])
    said = dump(named)
    assert [guess for guess in guesses if guess in said] == []


def test_versions_that_differ_in_the_words_alone_become_one(named: Project) -> None:
    edited(named, "It is asked again.", "For Smith.")
    edited(named, "For Smith.", "For Jones.")
    edited(named, "For Jones.", "It is asked.")
    forget_in_codebook(named, ["Smith", "Jones", "Mr O'Brien"])
    with named.database() as db:
        texts = [row[0] for row in db.rows("SELECT yaml FROM codebooks")]
        assert not db.rows("PRAGMA foreign_key_check")
    assert sum("For (forgotten)." in text for text in texts) == 1


def test_undo_and_redo_go_on_afterwards(named: Project, run: Runner) -> None:
    forget_in_codebook(named, ["John Smith"])
    for word in ("undo", "redo", "undo", "undo", "redo"):
        ran = run("codebook", word, cwd=named.directory)
        assert ran.code == 0, f"{word}: {ran.err}"


def test_what_stands_in_an_id_is_refused_and_nothing_is_changed(stored: Project) -> None:
    entry = "codes:\n  - id: smith-visits\n    label: Visits of Smith\n    definition: Seen.\n"
    edited(stored, "codes:\n", entry)
    edited(stored, entry, "codes:\n")
    before = dump(stored)
    with pytest.raises(ConflictError, match="would be left in: ") as refused:
        forget_in_codebook(stored, ["smith"])
    assert "codes.id (1)" in str(refused.value)
    assert "smith" not in str(refused.value).lower()
    assert dump(stored) == before


def test_a_word_that_is_a_field_too_goes_from_texts_alone(stored: Project) -> None:
    entry = "codes:\n  - id: chasing\n    label: Chasing\n    definition: merged_into\n"
    edited(stored, "codes:\n", entry)
    edited(stored, entry, "codes:\n")
    edited(stored, "#            merged_into: ", "#            ")
    assert forget_in_codebook(stored, ["merged_into"]).places > 0
    with stored.database() as db:
        for row in db.rows("SELECT parsed FROM codebooks"):
            assert "merged_into" in row[0]
            assert codebook_from_json(row[0]).codes
        assert current_codebook(stored, db).codes


def test_words_elsewhere_are_told_of_and_not_passed_over(named: Project, run: Runner) -> None:
    wrote = run("memo", "write", "note:N1", "Ask John Smith", "--coder", "a", cwd=named.directory)
    assert wrote.code == 0, wrote.err
    with pytest.raises(ConflictError, match=r"memo\w*\.\w+ \(1\)"):
        forget_in_codebook(named, ["John Smith"])


@pytest.mark.parametrize("meanwhile", ["", "reworded", "deleted"])
def test_following_the_hint_on_memos_lets_the_words_be_forgotten(
    named: Project, run: Runner, meanwhile: str
) -> None:
    def memo(*arguments: str) -> None:
        ran = run("memo", *arguments, "--coder", "a", cwd=named.directory)
        assert ran.code == 0, ran.err

    memo("write", "note:N1", "Ask John Smith")
    memo("write", "note:N2", "Ask again")
    with named.database() as db:
        (id_,) = [row["id"] for row in db.rows("SELECT id FROM memos WHERE text LIKE '%John%'")]
    if meanwhile == "reworded":
        memo("write", f"memo:{id_}", "Ask them", "--replace")
    elif meanwhile == "deleted":
        memo("delete", id_)
    with pytest.raises(ConflictError, match=r"events\.change") as refused:
        forget_in_codebook(named, ["John Smith"])
    commands = re.findall(r"`notecode memo (delete \w+ --forget)`", refused.value.hint)
    assert commands == [f"delete {id_} --forget"]
    memo(*commands[0].split())
    assert forget_in_codebook(named, ["John Smith"]).places
    assert "Smith" not in dump(named)


def test_words_of_a_note_or_a_coder_are_none_of_the_codebook(named: Project) -> None:
    with open_coding(named, "John Smith") as session:
        session.code_span("N1", Span(0, 21), "information-sharing")
    assert forget_in_codebook(named, ["John Smith"]).places == 1


def test_each_line_is_one_thing_to_forget(
    named: Project, run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Mr O'Brien\n\n  John Smith \n"))
    ran = run("codebook", "forget", "--json", cwd=named.directory)
    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["places"] == 2
    assert "Smith" not in dump(named)
