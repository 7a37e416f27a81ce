"""A codebook that changes while notes are coded: nothing lost, everything told and taken back."""

import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from living_study import BOOK, text_of

from notecode.errors import (
    CodebookError,
    CodingError,
    ConflictError,
    DatabaseError,
    UsageError,
    WriteError,
)
from notecode.model import Code, Reference, Span
from notecode.project import Project
from notecode.project.codebook import changes as living
from notecode.project.codebook.changes import Author
from notecode.project.coding.session import CodingSession, open_coding
from notecode.project.project import current_codebook
from notecode.store import codebook_events, codebooks
from notecode.store.reference_rows import select_references

WHO = Author(name="lead", why="they say the same")
Opener = Callable[[str], CodingSession]


def write(project: Project, text: str) -> None:
    project.codebook_path.write_text(text, encoding="utf-8")


def references(project: Project) -> list[Reference]:
    with project.database() as db:
        return select_references(db, "ORDER BY r.id", ())


def codes(project: Project) -> list[str]:
    return [reference.code for reference in references(project)]


def code_as(project: Project, coder: str, *coded: tuple[str, int, int, str]) -> None:
    with open_coding(project, coder) as session:
        for note, start, end, code in coded:
            session.code_span(note, Span(start, end), code)


def test_a_merger_gives_the_references_to_the_heir_and_back(study: Project) -> None:
    code_as(study, "amina", ("N1", 0, 5, "chat"), ("N1", 6, 9, "ring"))
    before, text = references(study), text_of(study)
    changed = living.merge(study, "chat", "ring", WHO)
    assert changed.settled.recoded == 1
    assert codes(study) == ["ring", "ring"]
    assert references(study)[0].coded_as == "chat"
    assert "they say the same" in changed.event.why
    living.undo(study, WHO)
    assert references(study) == before
    assert text_of(study) == text


def test_two_on_one_span_are_counted_once_with_the_agencies_of_both(study: Project) -> None:
    code_as(study, "amina", ("N1", 0, 5, "chat"), ("N1", 0, 5, "ring"))
    with open_coding(study, "amina") as session:
        chat, ring = session.open_note("N1").references
        session.toggle_agency(chat.id, "police")
        session.toggle_agency(ring.id, "housing")
    code_as(study, "ben", ("N1", 0, 5, "chat"))
    before = references(study)
    changed = living.merge(study, "chat", "ring", WHO)
    assert changed.settled.folded == 1
    assert "1 folded" in changed.event.summary or "1 folded" in str(changed.settled)
    kept = [r for r in references(study) if r.coder == "amina"]
    assert [(r.code, r.agencies) for r in kept] == [("ring", ("housing", "police"))]
    living.undo(study, WHO)
    assert references(study) == before


def test_a_coders_undo_reaches_behind_a_merger(study: Project) -> None:
    code_as(study, "amina", ("N1", 0, 5, "ring"), ("N1", 0, 5, "chat"), ("N2", 0, 7, "chat"))
    living.merge(study, "chat", "ring", WHO)
    with open_coding(study, "amina") as session:
        session.undo()
        assert codes(study) == ["ring"]
        session.undo()
        session.undo()
        assert references(study) == []
        for _ in range(3):
            session.redo()
    assert codes(study) == ["ring", "ring"]
    living.undo(study, WHO)
    assert sorted(codes(study)) == ["chat", "chat", "ring"]


def test_what_is_deleted_under_a_merger_comes_back_as_it_was_coded(study: Project) -> None:
    code_as(study, "amina", ("N1", 0, 5, "chat"))
    before = references(study)
    living.merge(study, "chat", "ring", WHO)
    with open_coding(study, "amina") as session:
        session.delete(before[0].id)
        living.undo(study, WHO)
        session.undo()
    assert references(study) == before


def test_who_acts_on_one_of_two_acts_on_both_and_can_take_it_back(study: Project) -> None:
    code_as(study, "amina", ("N1", 0, 5, "ring"), ("N1", 0, 5, "chat"))
    before = references(study)
    living.merge(study, "chat", "ring", WHO)
    with open_coding(study, "amina") as session:
        (seen,) = session.open_note("N1").references
        session.resize(seen.id, Span(0, 9))
        assert [(r.span, r.code) for r in references(study)] == [(Span(0, 9), "ring")]
        session.undo()
    assert codes(study) == ["ring"]
    living.undo(study, WHO)
    assert references(study) == before


def test_editing_by_hand_is_as_good_as_the_command(
    study: Project, caplog: pytest.LogCaptureFixture
) -> None:
    code_as(study, "amina", ("N1", 0, 5, "chat"))
    before = references(study)
    edited = BOOK.replace(
        "    parent: talk\n", "    parent: talk\n    status: retired\n    merged_into: ring\n"
    )
    write(study, edited.replace("    key: c\n", ""))
    with caplog.at_level(logging.WARNING), study.database() as db:
        current_codebook(study, db)
    assert "changed code chat (key, status, merged_into)" in caplog.text
    assert "1 reference has another code" in caplog.text
    assert codes(study) == ["ring"]
    write(study, BOOK)
    with study.database() as db:
        current_codebook(study, db)
        events = codebook_events.load_events(db)
    assert [event.action for event in events[-2:]] == ["edited", "edited"]
    assert references(study) == before


def test_a_vanished_code_keeps_its_references_and_can_be_given_an_heir(study: Project) -> None:
    code_as(study, "amina", ("N1", 0, 5, "chat"))
    start, end = BOOK.index("  - id: chat"), BOOK.index("  - id: ring")
    write(study, BOOK[:start] + BOOK[end:])
    with study.database() as db:
        book = current_codebook(study, db)
        assert codebooks.vanished_codes(db, list(book.code_by_id)) == [("chat", 1)]
    assert codes(study) == ["chat"]
    living.merge(study, "chat", "ring", WHO)
    assert codes(study) == ["ring"]
    assert "merged_into: ring" in text_of(study)


def test_a_vanished_code_is_found_again_under_a_new_id(study: Project) -> None:
    code_as(study, "amina", ("N1", 0, 5, "chat"))
    before = references(study)
    write(study, BOOK.replace("id: chat", "id: small-talk"))
    living.rename(study, "chat", WHO, new_id="small-talk")
    assert codes(study) == ["small-talk"]
    assert "formerly: [chat]" in text_of(study)
    living.undo(study, WHO)
    living.undo(study, WHO)
    assert references(study) == before
    assert text_of(study) == BOOK


def test_a_new_id_is_changed_wherever_it_stands(study: Project) -> None:
    code_as(study, "amina", ("N1", 0, 5, "talk"))
    living.rename(study, "talk", WHO, new_id="speech", label="Speech")
    book = current_codebook(study)
    assert book.code_by_id["chat"].parent == "speech"
    assert book.code_by_id["speech"].label == "Speech"
    assert codes(study) == ["speech"]


def test_a_split_retires_the_code_and_adds_the_new_ones(study: Project) -> None:
    living.split(study, "chat", [("gossip", "Gossip"), ("ring", "")], WHO)
    book = current_codebook(study)
    assert book.code_by_id["chat"].status == "retired"
    assert book.code_by_id["chat"].split_into == ("gossip", "ring")
    assert book.code_by_id["gossip"].parent == "talk"
    assert [code.id for code in book.codes] == ["talk", "chat", "gossip", "ring"]


def test_moving(study: Project) -> None:
    living.move(study, "chat", WHO, parent="", beside=("after", "ring"))
    book = current_codebook(study)
    assert [(code.id, code.parent) for code in book.codes] == [
        ("talk", ""),
        ("ring", ""),
        ("chat", ""),
    ]
    assert "# What is said.\n  - id: talk" in text_of(study)


def test_undo_is_refused_where_somebody_has_used_the_new_code(study: Project) -> None:
    living.add(study, Code(id="wave", label="Waving", definition="By hand."), WHO)
    code_as(study, "amina", ("N1", 0, 5, "wave"))
    with pytest.raises(ConflictError, match=r"wave \(1 reference\)"):
        living.undo(study, WHO)
    assert codes(study) == ["wave"]
    with open_coding(study, "amina") as session:
        session.undo()
    living.undo(study, WHO)
    assert text_of(study) == BOOK


REFUSED: list[tuple[str, Callable[[Project], object]]] = [
    ("beneath it", lambda p: living.merge(p, "talk", "chat", WHO)),
    ("the same", lambda p: living.merge(p, "talk", "talk", WHO)),
    ("no code 'nobody'", lambda p: living.merge(p, "nobody", "chat", WHO)),
    ("no code 'nobody'", lambda p: living.merge(p, "chat", "nobody", WHO)),
    ("no code 'nobody'", lambda p: living.retire(p, "nobody", WHO)),
    ("no code 'tlak'", lambda p: living.define(p, "tlak", {"definition": "x"}, WHO)),
    ("says this already", lambda p: living.define(p, "talk", {"label": "Talking"}, WHO)),
    ("no code 'nobody'", lambda p: living.move(p, "talk", WHO, parent="nobody")),
]


@pytest.mark.parametrize(("message", "act"), REFUSED)
def test_what_means_nothing_is_refused(
    study: Project, message: str, act: Callable[[Project], object]
) -> None:
    with pytest.raises(UsageError) as caught:
        act(study)
    assert message in caught.value.what
    assert caught.value.hint
    assert text_of(study) == BOOK


def test_a_ring_of_parents_is_refused_with_its_line(study: Project) -> None:
    with pytest.raises(CodebookError) as caught:
        living.move(study, "talk", WHO, parent="chat")
    assert "circle" in str(caught.value)
    assert text_of(study) == BOOK


def test_nothing_to_take_back_is_said(project: Project) -> None:
    with pytest.raises(UsageError, match="no change of the codebook"):
        living.undo(project, WHO)


def test_a_file_that_changes_meanwhile_is_left_alone(
    study: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def edited_now(*_: object) -> bool:
        write(study, BOOK + "# mine\n")
        return True

    monkeypatch.setattr(codebooks, "mark", edited_now)
    living.retire(study, "chat", WHO)
    text = text_of(study)
    with pytest.raises(ConflictError, match="by somebody else"):
        living.undo(study, WHO)
    assert text_of(study) == BOOK + "# mine\n" != text
    with study.database() as db:
        assert codebook_events.load_events(db)[-1].action == "retire"


def test_a_file_with_windows_line_ends_keeps_them(study: Project) -> None:
    raw = ("\ufeff" + BOOK).replace("\n", "\r\n").encode()
    study.codebook_path.write_bytes(raw)
    living.define(study, "chat", {"use_when": "It is light."}, WHO)
    after = study.codebook_path.read_bytes()
    line = b"    use_when: It is light.\r\n"
    assert line in after
    assert after.replace(line, b"") == raw
    living.undo(study, WHO)
    assert study.codebook_path.read_bytes() == raw


def test_freezing_names_a_version_once(study: Project) -> None:
    event = living.freeze(study, "iteration 1", WHO)
    with study.database() as db:
        assert living.frozen_versions(db) == {"iteration 1": event.after}
    with pytest.raises(UsageError, match="is named"):
        living.freeze(study, "iteration 1", WHO)
    living.undo(study, WHO)
    with study.database() as db:
        assert living.frozen_versions(db) == {}


def test_reading_goes_on_while_another_program_writes(
    study: Project, caplog: pytest.LogCaptureFixture
) -> None:
    write(study, BOOK.replace("Light words.", "Few words."))
    with study.database() as other, study.database(patience=0) as db:
        with other.writing():
            assert current_codebook(study, db).code_by_id["chat"].definition == "Few words."
            with pytest.raises(DatabaseError, match="locked"):
                current_codebook(study, db, to_write=True)
        assert "edited" not in caplog.text
        current_codebook(study, db)
    assert "changed code chat (definition)" in caplog.text


def test_a_folder_that_cannot_be_written_can_be_read(
    study: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    code_as(study, "amina", ("N1", 0, 5, "chat"))
    monkeypatch.setattr("os.access", lambda *_: False)
    write(study, BOOK.replace("Light words.", "Few words."))
    files = sorted(study.database_path.parent.iterdir())
    with study.database() as db:
        assert current_codebook(study, db).code_by_id["chat"].definition == "Few words."
        assert len(select_references(db, "", ())) == 1
        with pytest.raises(WriteError):
            current_codebook(study, db, to_write=True)
    assert sorted(study.database_path.parent.iterdir()) == files


def test_a_session_goes_on_under_a_changed_codebook(study: Project) -> None:
    with open_coding(study, "amina") as session:
        assert not session.take_codebook()
        living.add(study, Code(id="wave", label="Waving", definition="By hand."), WHO)
        with pytest.raises(CodingError, match="no code 'wave'"):
            session.code_span("N1", Span(0, 5), "wave")
        assert session.take_codebook()
        session.code_span("N1", Span(0, 5), "wave")
        write(study, "codes: [")
        with pytest.raises(CodebookError):
            session.take_codebook()
        session.code_span("N1", Span(6, 9), "wave")
    assert codes(study) == ["wave", "wave"]


def test_a_session_opened_before_a_merger_codes_for_the_heir(study: Project) -> None:
    with open_coding(study, "amina") as session:
        living.merge(study, "chat", "ring", WHO)
        session.code_span("N1", Span(0, 5), "chat")
        assert [(r.code, r.coded_as) for r in references(study)] == [("ring", "chat")]
        with pytest.raises(CodingError, match="already"):
            session.code_span("N1", Span(0, 5), "ring")
    living.undo(study, WHO)
    assert codes(study) == ["chat"]


def test_a_file_that_cannot_be_written_leaves_everything_as_it_was(
    study: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    code_as(study, "amina", ("N1", 0, 5, "chat"))
    before, files = references(study), sorted(study.directory.iterdir())

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", full)
        with pytest.raises(WriteError, match="No space left"):
            living.merge(study, "chat", "ring", WHO)
    assert references(study) == before
    assert text_of(study) == BOOK
    assert sorted(study.directory.iterdir()) == files
    with study.database() as db:
        assert "merge" not in [event.action for event in codebook_events.load_events(db)]


def test_the_file_keeps_its_permissions_and_its_place_behind_a_link(
    study: Project, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "shared.yaml"
    study.codebook_path.rename(elsewhere)
    study.codebook_path.symlink_to(elsewhere)
    elsewhere.chmod(0o640)
    living.retire(study, "chat", WHO)
    assert study.codebook_path.is_symlink()
    assert "status: retired" in elsewhere.read_text(encoding="utf-8")
    assert elsewhere.stat().st_mode & 0o777 == 0o640
