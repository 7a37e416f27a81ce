"""``notecode memo`` as a user runs it."""

import io
import json
import sqlite3
from collections.abc import Callable
from typing import Any

import pytest
from rich.cells import cell_len

from notecode.memos import Thing
from notecode.model import Span
from notecode.project import Project
from notecode.project.coding import memos
from notecode.project.coding.session import open_coding
from notecode.store.facts import left_to_forget

Runner = Callable[..., Any]


@pytest.fixture
def memo(stored: Project, run: Runner, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Run `notecode memo ARGS…` in a project with notes, on a terminal of 80 cells."""
    monkeypatch.setenv("COLUMNS", "80")
    return lambda *arguments: run("memo", *arguments, cwd=stored.directory)


def written(memo: Callable[..., Any], thing: str, text: str, *more: str) -> str:
    """The id of a memo that is written."""
    ran = memo("write", thing, text, "--json", "--coder", "amina", *more)
    assert ran.code == 0, ran.err
    return str(json.loads(ran.out)["memo"])


def listed(memo: Callable[..., Any], *arguments: str) -> list[str]:
    ran = memo("list", *arguments, "--json")
    assert ran.code == 0, ran.err
    return sorted(each["text"] for each in json.loads(ran.out))


def test_a_memo_is_written_listed_shown_and_deleted(memo: Callable[..., Any]) -> None:
    ran = memo("write", "case:C1", "Moved twice; see [[note:N1]].", "--coder", "amina")
    assert (ran.code, ran.err) == (0, "")
    key = ran.out.split()[-1]
    assert ran.out == f"written: memo {key}\n"
    ran = memo("list")
    assert ran.out.splitlines()[0].startswith(f"{key} ")
    assert ran.out.splitlines()[0].endswith(" amina case C1")
    assert ran.out.splitlines()[1] == "    Moved twice; see [[note:N1]]."
    assert ran.err == "1 memo\n"
    ran = memo("show", key[:20].lower())
    assert "Moved twice; see [[note:N1]].\n" in ran.out
    assert "case C1  amina" in ran.out
    ran = memo("delete", key, "--json")
    assert json.loads(ran.out) == {"done": "deleted", "memo": key}
    assert listed(memo) == []


def test_every_field_of_a_memo_is_in_its_json(stored: Project, memo: Callable[..., Any]) -> None:
    with open_coding(stored, "amina") as session:
        change = session.code_span("N1", Span(0, 5), "information-sharing")
        on = Thing("reference", change.added[0].id)
        memos.begin(session, on).save("See [[case:C9]].")
    key = written(memo, "note:N1", f"Of [[{on}]].")
    found = {each["id"]: each for each in json.loads(memo("list", "--json").out)}
    other = next(each for each in found.values() if each["id"] != key)
    assert other["place"] == str(on)
    assert (other["on"], other["thing"]) == ("reference", on.id)
    assert (other["note"], other["case"], other["code"]) == ("N1", "C1", "information-sharing")
    assert (other["links"], other["broken"]) == (["case:C9"], ["case:C9"])
    assert other["backlinks"] == [key]
    assert other["coder"] == "amina"
    assert other["created"] <= other["changed"]
    shown = memo("show", str(on)).out
    assert "! [[case:C9]] leads nowhere" in shown
    assert f"linked from memo {key}" in shown


def test_filters_and_words(memo: Callable[..., Any]) -> None:
    written(memo, "case:C1", "House moved.")
    written(memo, "note:N1", "Landlord of the house.")
    written(memo, "project", "Nothing.")
    assert listed(memo, "hous") == ["House moved.", "Landlord of the house."]
    assert listed(memo, "hous", "--on", "case") == ["House moved."]
    assert listed(memo, "--on", "note:N1") == ["Landlord of the house."]
    assert listed(memo, "--on", "note:N2") == []
    assert listed(memo, "--on", "project") == ["Nothing."]
    assert listed(memo, "--coder", "ben") == []
    ran = memo("list", "--on", "site")
    assert ran.code == 2
    assert "reference, note, case, code, project" in ran.err


def test_the_list_fits_a_terminal(memo: Callable[..., Any]) -> None:
    written(memo, "code:contact", "A long thought " * 40)
    ran = memo("list")
    assert max(map(cell_len, ran.out.splitlines())) <= 80
    assert ran.out.rstrip().endswith("…")
    assert "Making and" in ran.out


def test_the_text_may_come_from_a_pipe(
    memo: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("From a file,\r\nin two lines.\n"))
    assert memo("write", "project").code == 0
    assert listed(memo) == ["From a file,\nin two lines."]


def test_where_there_is_a_memo_add_or_replace_must_be_said(memo: Callable[..., Any]) -> None:
    key = written(memo, "note:N2", "One.")
    ran = memo("write", "note:N2", "Two.", "--coder", "amina")
    assert ran.code == 2
    assert key in ran.err
    assert written(memo, "note:N2", "Two.", "--add") == key
    assert listed(memo) == ["One.\n\nTwo."]
    assert written(memo, f"memo:{key[:20]}", "Three.", "--replace") == key
    assert listed(memo) == ["Three."]
    ran = memo("write", "note:N2", "Three.", "--replace", "--coder", "amina")
    assert ran.out == f"said already: memo {key}\n"
    ran = memo("write", "note:N2", "", "--replace", "--coder", "amina")
    assert ran.out == f"deleted: memo {key}\n"
    assert listed(memo) == []


def test_another_coder_writes_one_of_their_own(memo: Callable[..., Any]) -> None:
    written(memo, "note:N2", "Hers.")
    assert memo("write", "note:N2", "His.", "--coder", "ben").code == 0
    assert listed(memo, "--on", "note:N2") == ["Hers.", "His."]


def test_broken_links_are_said_when_they_are_written(memo: Callable[..., Any]) -> None:
    ran = memo("write", "note:N2", "See [[case:C9]] and [[memo:X]].")
    assert ran.code == 0
    assert ran.err == "! [[case:C9]] leads nowhere\n! [[memo:X]] leads nowhere\n"


def test_a_deleted_reference_keeps_its_memo_out_of_the_list(
    stored: Project, memo: Callable[..., Any]
) -> None:
    with open_coding(stored, "amina") as session:
        change = session.code_span("N1", Span(0, 5), "information-sharing")
        memos.begin(session, Thing("reference", change.added[0].id)).save("Why so.")
        session.delete(change.added[0].id)
    ran = memo("list")
    assert (ran.out, ran.err) == ("", "0 memos; 1 on what is gone: --gone\n")
    ran = memo("list", "--gone")
    assert "reference that is gone" in ran.out
    assert "Why so." in ran.out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("show", "01NOSUCH"), 2, "there is no memo"),
        (("show", "note:N1"), 2, "there is no memo on note:N1"),
        (("delete", "01NOSUCH"), 2, "there is no memo"),
        (("delete", " "), 2, "there is no memo"),
        (("write", "note:N9", "x"), 2, "there is no note 'N9'"),
        (("write", "code:contakt", "x"), 2, "did you mean contact"),
        (("write", "N1", "x"), 2, "note:ID"),
        (("write", "note:N1", " "), 10, "nothing to write"),
        (("write", "note:N1", "x", "--add", "--replace"), 2, "not both"),
        (("write", "note:N1", "x" * 20_001), 10, "20,000 are the most"),
    ],
)
def test_what_cannot_be_done_is_said(
    memo: Callable[..., Any], arguments: tuple[str, ...], code: int, said: str
) -> None:
    ran = memo(*arguments)
    assert ran.code == code, ran.err
    assert said in ran.err
    assert ran.out == ""


def test_an_id_that_two_memos_begin_with_is_no_name(memo: Callable[..., Any]) -> None:
    written(memo, "note:N1", "One.")
    written(memo, "note:N2", "Two.")
    ran = memo("delete", "01")
    assert ran.code == 2
    assert "2 memos begin with '01'" in ran.err
    assert listed(memo) == ["One.", "Two."]


def test_a_forgotten_memo_is_gone_for_good(stored: Project, memo: Callable[..., Any]) -> None:
    key = written(memo, "note:N1", "Zebediah rang.")
    ran = memo("delete", key[:22], "--forget")
    assert ran.out == f"forgotten: memo {key}\n"
    later = written(memo, "note:N1", "Zebediah rang.")
    memo("delete", later)
    ran = memo("delete", later.lower(), "--forget")
    assert ran.out == f"forgotten: memo {later}\n"
    assert b"Zebediah" not in stored.database_path.read_bytes()


def test_a_memo_that_somebody_still_reads_is_not_said_to_be_gone_for_good(
    stored: Project, memo: Callable[..., Any]
) -> None:
    key = written(memo, "note:N1", "Zebediah rang.")
    reader = sqlite3.connect(stored.database_path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM memos").fetchone()
    ran = memo("delete", key, "--forget", "--json")
    assert json.loads(ran.out)["left"].startswith("another program is reading the database")
    reader.execute("COMMIT")
    with stored.database() as db:
        assert left_to_forget(db)
        assert db.forget_replaced_texts()
        files = stored.database_path.parent.iterdir()
        assert not any(b"Zebediah" in each.read_bytes() for each in files)
    reader.close()


def test_reading_leaves_no_trace_of_the_reader(stored: Project, memo: Callable[..., Any]) -> None:
    memo("list")
    memo("show", "note:N1")
    with stored.database() as db:
        assert db.value("SELECT count(*) FROM coders") == 0


def test_the_status_says_how_many_memos_there_are(
    stored: Project, memo: Callable[..., Any], run: Runner
) -> None:
    assert "memos" not in run("status", cwd=stored.directory).out
    written(memo, "note:N1", "One.")
    written(memo, "note:N2", "Two.")
    written(memo, "project", "Three.")
    assert (
        "  memos       3: 2 on notes, 1 on the project\n" in run("status", cwd=stored.directory).out
    )
    shown = json.loads(run("status", "--json", cwd=stored.directory).out)
    assert shown["memos"] == {"note": 2, "project": 1}
