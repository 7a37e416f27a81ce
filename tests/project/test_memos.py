"""Memos on a real database: with what they are on, through the log, between two coders."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import replace

import pytest

from notecode.errors import CodingError, ConflictError, ProjectError
from notecode.memos import PROJECT, Thing
from notecode.model import Case, Memo, Span
from notecode.project import Project
from notecode.project.codebook import changes as living
from notecode.project.codebook.changes import Author
from notecode.project.coding import memos
from notecode.project.coding.session import CodingSession, open_coding
from notecode.project.project import current_codebook
from notecode.store import memos as stored_memos
from notecode.store.notes import StoredNote, load_note, save_anonymised_case

Opener = Callable[[str], CodingSession]
NOTE = Thing("note", "N1")
BOOK = """\
codes:
  - {id: talk, label: Talking, definition: Words.}
  - {id: chat, label: Chatting, definition: Light words.}
agencies: []
"""
WHO = Author(name="lead")


def write(session: CodingSession, on: Thing, text: str) -> Memo:
    writing = memos.begin(session, on)
    writing.save(text)
    assert writing.memo is not None
    return writing.memo


def texts(session: CodingSession, words: str = "", **wanted: object) -> list[str]:
    found = memos.find(session.db, words, **wanted)  # type: ignore[arg-type]
    return sorted(each.memo.text for each in found)


def on(session: CodingSession, thing: Thing) -> list[str]:
    return [memo.text for memo in stored_memos.memos_on(session.db, thing)]


def code(session: CodingSession, code_id: str = "information-sharing") -> Thing:
    """A reference of N1, as something to write on."""
    change = session.code_span("N1", Span(0, 5), code_id)
    return Thing("reference", change.added[0].id)


# On what


def test_a_memo_on_everything_is_there_for_the_next_session(stored: Project) -> None:
    with open_coding(stored, "amina") as session:
        reference = code(session)
        things = [reference, NOTE, Thing("case", "C1"), Thing("code", "contact"), PROJECT]
        for thing in things:
            write(session, thing, f"On {thing.kind}.")
    with open_coding(stored, "amina") as again:
        for thing in things:
            assert on(again, thing) == [f"On {thing.kind}."]
            writing = memos.begin(again, thing)
            assert writing.stored == f"On {thing.kind}."
        assert stored_memos.count_memos(again.db) == {
            "reference": 1, "note": 1, "case": 1, "code": 1, "project": 1
        }  # fmt: skip
        found = {f.memo.on.kind: f for f in memos.find(again.db)}
        assert (found["reference"].note_id, found["reference"].case_id) == ("N1", "C1")
        assert found["reference"].code == "information-sharing"
        assert (found["case"].note_id, found["case"].case_id) == ("", "C1")


@pytest.mark.parametrize(
    "nothing",
    [Thing("note", "N9"), Thing("case", "c1"), Thing("code", "x"), Thing("reference", "01H")],
)
def test_what_is_not_there_takes_no_memo(session: CodingSession, nothing: Thing) -> None:
    with pytest.raises(CodingError, match="there is no"):
        memos.begin(session, nothing)


def test_a_memo_is_on_no_memo(session: CodingSession) -> None:
    memo = write(session, NOTE, "One.")
    with pytest.raises(CodingError, match="is a link"):
        memos.begin(session, memo.thing)


def test_the_note_says_where_memos_lie(session: CodingSession) -> None:
    assert session.open_note("N1").memos == frozenset()
    reference = code(session)
    write(session, reference, "On it.")
    assert session.open_note("N1").memos == {reference}
    write(session, NOTE, "On the note.")
    assert session.open_note("N1").memos == {reference, NOTE}
    assert [row.memo for row in session.note_rows(["N1", "N2"])] == [True, False]


def test_in_the_list_a_note_is_marked_for_its_own_references_only(open_as: Opener) -> None:
    amina, ben = open_as("amina"), open_as("ben")
    write(amina, code(amina), "Hers.")
    assert [row.memo for row in amina.note_rows(["N1"])] == [True]
    assert [row.memo for row in ben.note_rows(["N1"])] == [False]


# Undo and redo


def test_undo_and_redo_walk_memos_with_the_rest_across_restarts(stored: Project) -> None:
    with open_coding(stored, "amina") as session:
        reference = code(session)
        memo = write(session, reference, "First.")
        memos.open_memo(session, memo.id).save("Second.")
        session.delete(reference.id)
    with open_coding(stored, "amina") as again:
        said = []
        seen = []
        for _ in range(4):
            change = again.undo()
            assert change is not None
            said.append(change.summary)
            seen.append((on(again, reference), len(again.open_note("N1").references)))
        assert said == [
            "Information sharing deleted",
            "memo on a reference changed",
            "memo on a reference written",
            "Information sharing added",
        ]
        assert seen == [(["Second."], 1), (["First."], 1), ([], 1), ([], 0)]
        assert again.undo() is None
        for _ in range(3):
            again.redo()
        assert on(again, reference) == ["Second."]


def test_the_saves_of_one_piece_of_writing_are_one_step(stored: Project) -> None:
    with open_coding(stored, "amina") as session:
        writing = memos.begin(session, NOTE)
        for text in ("O", "One", "One two."):
            writing.save(text)
        writing = memos.begin(session, NOTE)
        writing.save("One two. Three")
        writing.save("One two. Three.")
        session.undo()
        assert on(session, NOTE) == ["One two."]
        session.undo()
        assert on(session, NOTE) == []
        session.redo()
        session.redo()
        assert on(session, NOTE) == ["One two. Three."]


def test_a_memo_erased_while_it_is_written_leaves_no_step(session: CodingSession) -> None:
    code(session)
    writing = memos.begin(session, NOTE)
    for text in ("One", "One two.", ""):
        writing.save(text)
    assert on(session, NOTE) == []
    undone = session.undo()
    assert undone is not None
    assert undone.action == "code"
    assert session.open_note("N1").references == ()
    assert session.undo() is None


def test_an_older_step_from_nothing_to_nothing_is_passed_over(session: CodingSession) -> None:
    code(session)
    memo = write(session, NOTE, "One.")
    with session.db.writing():
        session.db.execute(
            "UPDATE events SET change = json_set(change, '$.memos[0].after', NULL)"
            " WHERE action = 'memo'"
        )
        session.db.execute("DELETE FROM memos")
    assert not memos.forget(session, memo.id)
    undone = session.undo()
    assert undone is not None
    assert undone.action == "code"


def test_saves_with_a_code_between_them_are_steps_of_their_own(session: CodingSession) -> None:
    writing = memos.begin(session, NOTE)
    writing.save("One.")
    code(session)
    writing.save("One. Two.")
    session.undo()
    assert on(session, NOTE) == ["One."]
    session.undo()
    assert session.open_note("N1").references == ()
    assert on(session, NOTE) == ["One."]


def test_what_was_undone_can_not_be_redone_after_a_memo(session: CodingSession) -> None:
    code(session)
    session.undo()
    write(session, NOTE, "One.")
    assert session.redo() is None


def test_a_deleted_memo_comes_back(session: CodingSession) -> None:
    memo = write(session, NOTE, "One.")
    writing = memos.open_memo(session, memo.id)
    assert writing.save("  \n") is not None
    assert on(session, NOTE) == []
    session.undo()
    assert stored_memos.load_memo(session.db, memo.id) == memo
    memos.delete(session, memo.id)
    assert on(session, NOTE) == []
    session.undo()
    assert on(session, NOTE) == ["One."]


def test_nothing_is_stored_twice_and_nothing_of_nothing(session: CodingSession) -> None:
    writing = memos.begin(session, NOTE)
    assert writing.save("  ") is None
    assert writing.save("One.") is not None
    assert writing.save("One. \n") is None
    assert session.db.value("SELECT count(*) FROM events WHERE action = 'memo'") == 1


def test_events_of_before_there_were_memos_are_still_undone(stored: Project) -> None:
    with open_coding(stored, "amina") as session:
        code(session)
    with sqlite3.connect(stored.database_path) as plain:
        (logged,) = plain.execute("SELECT change FROM events WHERE change NOT NULL").fetchone()
        old = json.loads(logged)
        del old["memos"]
        plain.execute("UPDATE events SET change = ? WHERE change NOT NULL", (json.dumps(old),))
    with open_coding(stored, "amina") as again:
        assert again.undo() is not None
        assert again.open_note("N1").references == ()


# With what they are on


def test_a_memo_goes_with_its_reference_and_comes_back_with_it(session: CodingSession) -> None:
    reference = code(session)
    write(session, reference, "Why so.")
    session.delete(reference.id)
    assert texts(session) == []
    assert texts(session, gone=True) == ["Why so."]
    assert stored_memos.count_of_gone(session.db) == 1
    assert stored_memos.count_memos(session.db) == {}
    session.undo()
    assert texts(session) == ["Why so."]
    assert texts(session, gone=True) == []


def test_a_memo_stays_with_a_reference_that_is_changed(session: CodingSession) -> None:
    reference = code(session)
    write(session, reference, "Why so.")
    session.recode(reference.id, "contact")
    session.resize(reference.id, Span(0, 9))
    session.toggle_agency(reference.id, "police")
    assert on(session, reference) == ["Why so."]
    assert memos.find(session.db)[0].code == "contact"


def recast(project: Project, text: str, shift: int | None) -> None:
    with project.database() as db:
        note = load_note(db, "N1")
        assert note is not None

        def carry(span: Span) -> Span | None:
            return None if shift is None else Span(span.start + shift, span.end + shift)

        there = StoredNote(note=replace(note, text=text), carry=carry)
        save_anonymised_case(db, Case(id="C1", site="Site 1"), [there], settings="s", now="2018")


def test_another_text_of_the_note_leaves_its_memos_and_their_undo(stored: Project) -> None:
    with open_coding(stored, "amina") as session:
        reference = code(session)
        write(session, reference, "On the reference.")
        write(session, NOTE, "On the note.")
        text = session.open_note("N1").note.text
    recast(stored, f"xx{text}", 2)
    with open_coding(stored, "amina") as again:
        assert texts(again) == ["On the note.", "On the reference."]
        assert again.open_note("N1").memos == {reference, NOTE}
        assert again.open_note("N1").references[0].span == Span(2, 7)
        for _ in range(3):
            assert again.undo() is not None
        assert texts(again) == []
        for _ in range(3):
            again.redo()
        assert texts(again) == ["On the note.", "On the reference."]
        assert again.open_note("N1").references[0].span == Span(2, 7)


def test_a_text_that_is_refused_leaves_them_as_well(stored: Project) -> None:
    with open_coding(stored, "amina") as session:
        write(session, code(session), "On the reference.")
    with pytest.raises(ProjectError):
        recast(stored, "Other words.", None)
    with open_coding(stored, "amina") as again:
        assert texts(again) == ["On the reference."]


@pytest.fixture
def living_study(stored: Project) -> Project:
    stored.codebook_path.write_text(BOOK, encoding="utf-8")
    with stored.database() as db:
        current_codebook(stored, db)
    return stored


def test_codes_that_are_merged_and_parted_again_keep_every_memo(living_study: Project) -> None:
    with open_coding(living_study, "amina") as session:
        talk, chat = code(session, "talk"), code(session, "chat")
        write(session, talk, "On talk.")
        write(session, chat, "On chat.")
        write(session, Thing("code", "chat"), "The code chat.")
    living.merge(living_study, "chat", "talk", WHO)
    with open_coding(living_study, "amina") as session:
        assert sorted(on(session, talk)) == ["On chat.", "On talk."]
        assert on(session, talk)[0] == "On talk."
        assert on(session, Thing("code", "talk")) == ["The code chat."]
        assert {f.place for f in memos.find(session.db, kind="reference")} == {talk}
        assert session.open_note("N1").memos == {talk}
        assert memos.begin(session, talk).stored == "On talk."
    living.undo(living_study, WHO)
    with open_coding(living_study, "amina") as session:
        assert (on(session, talk), on(session, chat)) == (["On talk."], ["On chat."])
        assert on(session, Thing("code", "chat")) == ["The code chat."]
        assert on(session, Thing("code", "talk")) == []


def test_the_memo_of_a_folded_reference_is_opened_where_it_lies(living_study: Project) -> None:
    with open_coding(living_study, "amina") as session:
        talk, chat = code(session, "talk"), code(session, "chat")
        memo = write(session, chat, "On chat.")
    living.merge(living_study, "chat", "talk", WHO)
    with open_coding(living_study, "amina") as session:
        writing = memos.begin(session, talk)
        assert writing.memo == memo
        writing.save("On chat, still.")
        assert on(session, talk) == ["On chat, still."]
        session.resize(talk.id, Span(0, 9))
        assert on(session, talk) == ["On chat, still."]
        assert texts(session, gone=True) == []
        session.undo()
        session.undo()
        assert on(session, talk) == ["On chat."]
    living.undo(living_study, WHO)
    with open_coding(living_study, "amina") as session:
        assert (on(session, talk), on(session, chat)) == ([], ["On chat."])


def test_memos_on_references_that_become_one_become_one(living_study: Project) -> None:
    with open_coding(living_study, "amina") as session:
        talk, chat = code(session, "talk"), code(session, "chat")
        write(session, talk, "On talk.")
        write(session, chat, "On chat.")
    living.merge(living_study, "chat", "talk", WHO)
    with open_coding(living_study, "amina") as session:
        session.resize(talk.id, Span(0, 9))
        assert on(session, talk) == ["On talk.\n\nOn chat."]
        assert texts(session, gone=True) == []
        session.undo()
        assert sorted(on(session, talk)) == ["On chat.", "On talk."]
        session.redo()
        assert on(session, talk) == ["On talk.\n\nOn chat."]


def test_a_code_with_another_id_keeps_its_memo(living_study: Project) -> None:
    with open_coding(living_study, "amina") as session:
        write(session, Thing("code", "chat"), "The code chat; see [[code:chat]].")
    living.rename(living_study, "chat", WHO, new_id="chatter")
    with open_coding(living_study, "amina") as session:
        chatter = Thing("code", "chatter")
        assert on(session, chatter) == ["The code chat; see [[code:chat]]."]
        assert memos.find(session.db)[0].place == chatter
        found = memos.neighbours(session.db, chatter, None, "[[code:chat]]")
        assert found.broken == ()
        assert len(found.backlinks) == 1


# Two coders, two windows


def test_the_second_to_save_is_told_and_nothing_is_overwritten(open_as: Opener) -> None:
    amina, ben = open_as("amina"), open_as("ben")
    memo = write(amina, Thing("case", "C1"), "Hers.")
    hers, his = memos.open_memo(amina, memo.id), memos.open_memo(ben, memo.id)
    hers.save("Hers. More.")
    with pytest.raises(ConflictError, match="meanwhile") as caught:
        his.save("Hers. And his.")
    assert "Hers" not in str(caught.value)
    assert texts(ben) == ["Hers. More."]
    both = his.with_mine("Hers. And his.")
    his.save(both)
    assert "Hers. More." in texts(amina)[0]
    assert "Hers. And his." in texts(amina)[0]
    assert memos.find(amina.db)[0].memo.coder == "amina"
    ben.undo()
    assert texts(amina) == ["Hers. More."]


def test_two_windows_of_one_coder_begin_one_memo(open_as: Opener) -> None:
    first, second = open_as("amina"), open_as("amina")
    one, other = memos.begin(first, NOTE), memos.begin(second, NOTE)
    one.save("One.")
    with pytest.raises(ConflictError):
        other.save("Two.")
    assert other.stored == "One."
    other.save(other.with_mine("Two."))
    assert len(on(first, NOTE)) == 1


def test_a_memo_deleted_meanwhile_is_begun_anew(open_as: Opener) -> None:
    amina, ben = open_as("amina"), open_as("ben")
    memo = write(amina, NOTE, "Hers.")
    his = memos.open_memo(ben, memo.id)
    memos.delete(amina, memo.id)
    with pytest.raises(ConflictError):
        his.save("Hers. His.")
    his.save(his.with_mine("Hers. His."))
    assert texts(ben) == ["Hers. His."]
    assert memos.find(ben.db)[0].memo.coder == "ben"


def test_undo_of_what_somebody_else_went_on_with_is_refused(open_as: Opener) -> None:
    amina, ben = open_as("amina"), open_as("ben")
    memo = write(amina, PROJECT, "Hers.")
    memos.open_memo(ben, memo.id).save("Hers. His.")
    with pytest.raises(ConflictError, match="there is no undo for it any more") as caught:
        amina.undo()
    assert caught.value.where == ""
    assert texts(amina) == ["Hers. His."]


def test_each_coder_has_a_memo_of_their_own_on_a_thing(open_as: Opener) -> None:
    amina, ben = open_as("amina"), open_as("ben")
    write(amina, NOTE, "Hers.")
    write(ben, NOTE, "His.")
    assert sorted(on(amina, NOTE)) == ["Hers.", "His."]
    assert memos.begin(ben, NOTE).stored == "His."
    assert texts(ben, coder="amina") == ["Hers."]


# Looking for them, and links


def test_words_find_memos_that_have_them_all_or_begin_so(session: CodingSession) -> None:
    write(session, NOTE, "Moved house twice; the landlord rang.")
    write(session, Thing("case", "C1"), "House rules. Béa's idea.")
    write(session, PROJECT, "Nothing here.")
    assert len(texts(session, "hous")) == 2
    assert texts(session, "hous rang") == ["Moved house twice; the landlord rang."]
    assert texts(session, "bea") == ["House rules. Béa's idea."]
    assert texts(session, "house", kind="case") == ["House rules. Béa's idea."]
    assert texts(session, '"OR* -') == []
    assert len(texts(session, "  ")) == 3


def test_the_newest_change_comes_first(session: CodingSession) -> None:
    things = (NOTE, Thing("case", "C1"), PROJECT)
    for thing, year in zip(things, ("2019", "2021", "2020"), strict=True):
        memo = write(session, thing, f"Of {year}.")
        with session.db.writing():
            session.db.execute("UPDATE memos SET changed = ? WHERE id = ?", (year, memo.id))
    assert [found.memo.text for found in memos.find(session.db)] == [
        "Of 2021.",
        "Of 2020.",
        "Of 2019.",
    ]


def test_the_index_forgets_what_a_memo_no_longer_says(session: CodingSession) -> None:
    memo = write(session, NOTE, "Landlord.")
    memos.open_memo(session, memo.id).save("Tenant.")
    assert texts(session, "landlord") == []
    memos.delete(session, memo.id)
    assert texts(session, "tenant") == []
    session.db.rows("SELECT count(*) FROM memos_text WHERE memos_text MATCH 'tenant'")


def test_links_lead_there_and_back_and_broken_ones_are_named(session: CodingSession) -> None:
    first = write(session, NOTE, "See [[case:C1]], [[code:contact]] and [[case:C9]].")
    second = write(session, Thing("case", "C1"), f"From [[memo:{first.id}]] and [[note:N1]].")
    near = memos.neighbours(session.db, NOTE, first, first.text)
    assert near.broken == (Thing("case", "C9"),)
    assert [each.memo.id for each in near.backlinks] == [second.id]
    back = memos.neighbours(session.db, Thing("case", "C1"), second, second.text)
    assert back.broken == ()
    assert [each.memo.id for each in back.backlinks] == [first.id]
    memos.open_memo(session, second.id).save("No link any more.")
    assert memos.neighbours(session.db, NOTE, first, first.text).backlinks == ()
    session.undo()
    assert len(memos.neighbours(session.db, NOTE, first, first.text).backlinks) == 1


def test_a_link_to_what_was_deleted_is_broken_until_it_is_back(session: CodingSession) -> None:
    reference = code(session)
    text = f"See [[{reference}]]."
    session.delete(reference.id)
    assert memos.neighbours(session.db, NOTE, None, text).broken == (reference,)
    session.undo()
    assert memos.neighbours(session.db, NOTE, None, text).broken == ()


def test_what_can_be_linked_is_found_by_id_and_label(session: CodingSession) -> None:
    write(session, NOTE, "About the 100% landlord_x.")
    found = [str(thing) for thing, _ in memos.things_to_link(session, "c1")]
    assert found[0] == "case:C1"
    assert "code:contact" in [str(t) for t, _ in memos.things_to_link(session, "making cont")]
    assert [t.kind for t, _ in memos.things_to_link(session, "100% landlord_")] == ["memo"]
    assert memos.things_to_link(session, "c_") == memos.things_to_link(session, "c%c") == []
    assert {t.kind for t, _ in memos.things_to_link(session, "case:")} == {"case"}
    assert [str(t) for t, _ in memos.things_to_link(session, "code:making cont")] == [
        "code:contact"
    ]
    assert str(memos.things_to_link(session, "contact")[0][0]) == "code:contact"
    assert memos.things_to_link(session, "note")[0][0].kind == "note"
    assert {t.kind for t, _ in memos.things_to_link(session, "")} == {
        "case", "code", "note", "memo"
    }  # fmt: skip


def test_where_to_show_a_thing(session: CodingSession) -> None:
    reference = code(session)
    memo = write(session, reference, "Why.")
    shown = {
        "note": Thing("note", "N2"), "reference": reference, "case": Thing("case", "C1"),
        "memo": memo.thing, "code": Thing("code", "contact"), "gone": Thing("note", "N9"),
    }  # fmt: skip
    assert {name: memos.note_to_show(session, thing) for name, thing in shown.items()} == {
        "note": "N2", "reference": "N1", "case": "N1", "memo": "N1", "code": "", "gone": ""
    }  # fmt: skip


# Forgetting


def test_a_forgotten_memo_is_in_no_byte_of_the_database(stored: Project) -> None:
    with open_coding(stored, "amina") as session:
        memo = write(session, NOTE, "Zebediah rang.")
        memos.open_memo(session, memo.id).save("Zebediah Quillfeather rang.")
        kept = write(session, PROJECT, f"See [[memo:{memo.id}]].")
        assert memos.forget(session, memo.id)
        assert not memos.forget(session, memo.id)
        assert texts(session) == [kept.text]
        assert session.undo() is not None  # the project's
        assert session.undo() is None
        session.redo()
        assert texts(session) == [kept.text]
    for file in stored.database_path.parent.iterdir():
        content = file.read_bytes()
        assert b"Zebediah" not in content, file.name
        assert b"quillfeather" not in content.lower(), file.name


def test_a_memo_deleted_before_can_be_forgotten_too(stored: Project) -> None:
    with open_coding(stored, "amina") as session:
        memo = write(session, NOTE, "Zebediah rang.")
        memos.delete(session, memo.id)
        assert memos.forget(session, memo.id)
    assert b"Zebediah" not in stored.database_path.read_bytes()


def test_what_a_reference_took_along_is_forgotten_from_its_step(living_study: Project) -> None:
    with open_coding(living_study, "amina") as session:
        talk, chat = code(session, "talk"), code(session, "chat")
        memo = write(session, chat, "Zebediah rang.")
    living.merge(living_study, "chat", "talk", WHO)
    with open_coding(living_study, "amina") as session:
        session.resize(talk.id, Span(0, 9))
        memos.forget(session, memo.id)
        assert session.undo() is not None
        assert session.open_note("N1").references[0].span == Span(0, 5)
    assert b"Zebediah" not in living_study.database_path.read_bytes()
