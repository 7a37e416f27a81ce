"""Back and forth in the life of a codebook: undo and what it leaves, redo, thaw, restore."""

from collections.abc import Callable

import living_study
import pytest
from living_study import WHO, code_as, references, text_of

from notecode.codebook import parse_codebook
from notecode.errors import CodebookError, ConflictError, UsageError
from notecode.model import Code, Codebook
from notecode.project import Project
from notecode.project.codebook import changes as living
from notecode.project.codebook import history
from notecode.project.codebook.changes import Author
from notecode.project.codebook.checking import check_codebook, left_open, lost_entries
from notecode.project.coding.session import open_coding
from notecode.project.project import current_codebook

BOOK = f"""\
{living_study.BOOK}rules:
  - {{id: chatter, code: chat, says: [chatted], follows: [ring, start]}}
"""
TRY = Author(name="lead", why="to see", dry_run=True)


def parsed(text: str) -> Codebook:
    book, _ = parse_codebook(text, "codebook.yaml")
    assert book is not None
    return book


def test_undo_of_a_merger_names_what_a_coder_changed_since(study: Project) -> None:
    code_as(study, "lena", ("N1", 0, 5, "chat"), ("N1", 6, 9, "chat"), ("N2", 0, 7, "chat"))
    code_as(study, "lena", ("N2", 0, 7, "ring"), ("N3", 0, 4, "chat"))
    one, other, folded, kept, last = references(study)
    living.merge(study, "chat", "ring", WHO)
    with open_coding(study, "lena") as session:
        session.recode(one.id, "talk")
        session.delete(other.id)
        session.delete(kept.id)
    undone = living.undo(study, WHO)
    assert {(left.reference, left.coder, left.code, left.now) for left in undone.left} == {
        (one.id, "lena", "chat", "talk"),
        (other.id, "lena", "chat", ""),
        (folded.id, "lena", "chat", ""),
    }
    assert {r.id: r.code for r in references(study)} == {one.id: "talk", last.id: "chat"}
    with open_coding(study, "lena") as session:
        for _ in range(3):
            session.undo()
    assert {r.id: r.code for r in references(study)} == {
        one.id: "chat", other.id: "chat", folded.id: "chat", kept.id: "ring", last.id: "chat",
    }  # fmt: skip


def test_undo_leaves_nothing_where_nobody_coded_since(study: Project) -> None:
    code_as(study, "lena", ("N1", 0, 5, "chat"))
    living.merge(study, "chat", "ring", WHO)
    assert living.undo(study, WHO).left == ()


CHANGES: list[Callable[[Project, Author], object]] = [
    lambda p, who: living.merge(p, "chat", "ring", who),
    lambda p, who: living.rename(p, "chat", who, new_id="gossip"),
    lambda p, who: living.split(p, "chat", [("one", ""), ("two", "")], who),
    lambda p, who: living.retire(p, "ring", who),
    lambda p, who: living.define(p, "ring", {"definition": "By wire."}, who),
    lambda p, who: living.move(p, "ring", who, beside=("before", "talk")),
    lambda p, who: living.add(p, Code(id="wave", label="Waving", definition="By hand."), who),
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_dry_run_tells_all_and_keeps_nothing(
    study: Project, change: Callable[[Project, Author], living.Changed]
) -> None:
    code_as(study, "lena", ("N1", 0, 5, "chat"), ("N1", 0, 5, "ring"))
    before, log = references(study), history.codebook_log(study)
    tried = change(study, TRY)
    assert (text_of(study), references(study), history.codebook_log(study)) == (BOOK, before, log)
    done = change(study, WHO)
    assert (tried.differences, tried.settled) == (done.differences, done.settled)
    changed = text_of(study)
    previewed = living.undo(study, TRY)
    assert text_of(study) == changed
    undone = living.undo(study, WHO)
    assert (previewed.differences, previewed.settled) == (undone.differences, undone.settled)
    assert references(study) == before


@pytest.mark.parametrize("change", CHANGES)
def test_what_was_taken_back_can_be_made_again(
    study: Project, change: Callable[[Project, Author], living.Changed]
) -> None:
    code_as(study, "lena", ("N1", 0, 5, "chat"), ("N1", 0, 5, "ring"))
    change(study, WHO)
    text, after = text_of(study), references(study)
    living.undo(study, WHO)
    living.redo(study, WHO)
    assert (text_of(study), references(study)) == (text, after)
    living.undo(study, WHO)
    assert text_of(study) == BOOK


def test_redo_goes_forth_as_far_as_undo_went_back(study: Project) -> None:
    living.define(study, "ring", {"definition": "One."}, WHO)
    living.freeze(study, "one", WHO)
    living.define(study, "ring", {"definition": "Two."}, WHO)
    text = text_of(study)
    assert "of" in living.undo(study, WHO).event.summary
    assert "the name 'one' taken off" in living.undo(study, WHO).event.summary
    assert "order" not in living.redo(study, WHO).event.summary
    living.undo(study, WHO)
    living.undo(study, WHO)
    for _ in range(3):
        living.redo(study, WHO)
    assert text_of(study) == text
    with pytest.raises(UsageError, match="make again"):
        living.redo(study, WHO)
    living.undo(study, WHO)
    living.define(study, "talk", {"definition": "Three."}, WHO)
    with pytest.raises(UsageError, match="make again"):
        living.redo(study, WHO)


def test_a_frozen_version_comes_back_whole(study: Project) -> None:
    code_as(study, "lena", ("N1", 0, 5, "chat"), ("N2", 0, 7, "ring"))
    before = references(study)
    living.freeze(study, "iteration 1", WHO)
    living.merge(study, "chat", "ring", WHO)
    living.rename(study, "talk", WHO, label="Speech", new_id="speech")
    text, merged = text_of(study), references(study)
    tried = living.thaw(study, "iteration 1", TRY)
    assert text_of(study) == text
    done = living.thaw(study, "iteration 1", WHO)
    assert tried.settled == done.settled
    assert done.settled.recoded == 1
    assert (text_of(study), references(study)) == (BOOK, before)
    assert "iteration 1" in done.event.summary
    living.undo(study, WHO)
    assert (text_of(study), references(study)) == (text, merged)


def test_thawing_keeps_the_codes_that_came_later_and_were_used(study: Project) -> None:
    living.freeze(study, "one", WHO)
    living.split(study, "chat", [("gossip", "Gossip"), ("banter", "Banter")], WHO)
    living.rename(study, "ring", WHO, new_id="call")
    code_as(study, "lena", ("N1", 0, 5, "gossip"), ("N2", 0, 7, "call"))
    with pytest.raises(ConflictError, match="call"):
        living.undo(study, WHO)
    living.thaw(study, "one", WHO)
    book = current_codebook(study)
    assert list(book.code_by_id) == ["talk", "chat", "ring", "gossip"]
    assert book.code_by_id["chat"].status == "active"
    assert book.code_by_id["ring"].formerly == ("call",)
    assert [r.code for r in references(study)] == ["gossip", "ring"]
    assert book.rules[0].follows == ("ring", "start")


def test_no_version_is_thawed_that_is_not_there(study: Project) -> None:
    living.freeze(study, "one", WHO)
    for version, message in (("two", "no version"), ("#99", "no version"), ("one", "as this")):
        with pytest.raises(UsageError, match=message):
            living.thaw(study, version, WHO)


def test_a_retired_code_is_restored_with_key_and_references(study: Project) -> None:
    code_as(study, "lena", ("N1", 0, 5, "chat"))
    before = references(study)
    living.merge(study, "chat", "ring", WHO)
    living.restore(study, "chat", WHO)
    code = current_codebook(study).code_by_id["chat"]
    assert (code.status, code.key, code.merged_into) == ("active", "c", "")
    assert references(study) == before
    living.retire(study, "chat", WHO)
    living.define(study, "ring", {"key": "c"}, WHO)
    living.restore(study, "chat", WHO)
    assert current_codebook(study).code_by_id["chat"].key == ""
    with pytest.raises(UsageError, match="says this already"):
        living.restore(study, "chat", WHO)


@pytest.mark.parametrize("entry", ["ring", "housing"])
def test_a_key_comes_back_where_the_status_goes(study: Project, entry: str) -> None:
    living.retire(study, entry, WHO)
    living.restore(study, entry, WHO)
    assert current_codebook(study).codes == parsed(BOOK).codes
    assert current_codebook(study).agencies == parsed(BOOK).agencies


def test_an_id_that_the_code_had_before_is_given_back(study: Project) -> None:
    code_as(study, "lena", ("N1", 0, 5, "chat"))
    living.rename(study, "chat", WHO, new_id="gossip")
    code_as(study, "lena", ("N2", 0, 7, "gossip"))
    living.rename(study, "gossip", WHO, new_id="chat")
    book = current_codebook(study)
    assert book.code_by_id["chat"].formerly == ("gossip",)
    assert book.rules[0].code == "chat"
    assert [r.code for r in references(study)] == ["chat", "chat"]


REFUSED: list[tuple[str, Callable[[Project], object]]] = [
    ("label 'talking': talk and chat beneath talk",
     lambda p: living.rename(p, "chat", WHO, label="talking")),
    ("label 'Ringing': chat beneath talk and ring",
     lambda p: living.define(p, "chat", {"label": "ringing"}, WHO)),
    ("label 'RINGING'",
     lambda p: living.add(p, Code(id="bell", label="RINGING", definition="x"), WHO)),
]  # fmt: skip


@pytest.mark.parametrize(("message", "act"), REFUSED)
def test_a_label_is_one_codes_alone(
    study: Project, message: str, act: Callable[[Project], object]
) -> None:
    with pytest.raises(CodebookError) as caught:
        act(study)
    assert message in str(caught.value)
    assert text_of(study) == BOOK


def test_nothing_is_put_beneath_a_retired_code(study: Project) -> None:
    living.retire(study, "ring", WHO)
    text = text_of(study)
    new = Code(id="bell", label="Bell", definition="x", parent="ring")
    for act in (lambda: living.add(study, new, WHO),
                lambda: living.move(study, "chat", WHO, parent="ring")):  # fmt: skip
        with pytest.raises(CodebookError, match="is retired"):
            act()
    assert text_of(study) == text


def test_a_split_gives_keys_and_needs_two(study: Project) -> None:
    with pytest.raises(UsageError, match="into one code"):
        living.split(study, "chat", [("gossip", "Gossip")], WHO)
    living.split(study, "chat", [("gossip", "Gossip"), ("chit-chat", "Chit-chat")], WHO)
    book = current_codebook(study)
    assert [book.code_by_id[id_].key for id_ in ("chat", "gossip", "chit-chat")] == ["", "g", "c"]


def test_problems_of_what_was_never_written_have_no_line(study: Project) -> None:
    with pytest.raises(CodebookError) as caught:
        living.split(study, "chat", [("one two", ""), ("three", "")], WHO)
    assert "code id 'one two'" in str(caught.value)
    assert "line" not in str(caught.value)


def test_a_new_id_is_logged_and_told_by_the_old_one(study: Project) -> None:
    code_as(study, "lena", ("N1", 0, 5, "chat"), ("N2", 0, 7, "chat"), ("N3", 0, 4, "ring"))
    living.rename(study, "chat", WHO, new_id="gossip")
    assert history.codebook_log(study)[-1].summary.startswith("code chat has the id gossip now")
    living.define(study, "gossip", {"definition": "Idle words."}, WHO)
    kept = references(study)[0]
    with open_coding(study, "lena") as session:
        session.keep(kept.id)
    living.merge(study, "ring", "gossip", WHO)
    life = history.life_of(study, "chat")
    assert (life.id, life.asked, life.references) == ("gossip", "chat", 3)
    assert life == history.life_of(study, "gossip") or life.asked == "chat"
    meant = [(m.code.id, m.code.definition, m.references) for m in life.meanings]
    assert meant == [
        ("chat", "Light words.", 1), ("gossip", "Light words.", 0), ("gossip", "Idle words.", 1),
    ]  # fmt: skip
    assert life.taken_over == {"ring": 1}


def test_a_vanished_code_is_counted_without_what_went_elsewhere(study: Project) -> None:
    code_as(study, "lena", ("N1", 0, 5, "chat"), ("N2", 0, 7, "chat"))
    living.rename(study, "chat", WHO, new_id="gossip")
    code_as(study, "lena", ("N3", 0, 4, "gossip"))
    text = text_of(study).replace("id: gossip", "id: banter").replace("code: gossip", "code: talk")
    study.codebook_path.write_text(text, encoding="utf-8")
    book, _ = check_codebook(study.codebook_path)
    assert book is not None
    assert left_open(study, book).vanished == {"gossip": 1}
    study.codebook_path.write_text(text.replace("code: talk", "code: chat"), encoding="utf-8")
    assert check_codebook(study.codebook_path)[0] is None
    assert lost_entries(study, study.codebook_path) == {"gossip": 3}
