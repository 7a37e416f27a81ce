"""Memos with a marked name: no log, error, crash or file that leaves says it."""

import io
import logging
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from notecode.errors import NotecodeError
from notecode.memos import PROJECT, Thing
from notecode.model import Span
from notecode.project import Project
from notecode.project.coding import memos
from notecode.project.coding.session import open_coding

Runner = Callable[..., Any]
MARKS = ("Zebediah", "Quillfeather", "900461")
TEXT = "Met Zebediah Quillfeather, who rang from 07700 900461. [[case:C1]]"


def marks_in(content: bytes | str) -> list[str]:
    text = content.decode("utf-8", "replace") if isinstance(content, bytes) else content
    return [mark for mark in MARKS if mark.casefold() in text.casefold()]


@pytest.fixture
def study(stored: Project) -> Project:
    """Memos that name somebody, on everything."""
    with open_coding(stored, "amina") as session:
        added = session.code_span("N1", Span(0, 9), "information-sharing").added[0]
        for thing in (
            Thing("reference", added.id),
            Thing("note", "N1"),
            Thing("case", "C1"),
            Thing("code", "contact"),
            PROJECT,
        ):
            memos.begin(session, thing).save(TEXT)
    return stored


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text("Case,Role,First name,Last name\nC1,SU,Zebediah,Quillfeather\n")
    return path


def test_no_command_but_those_that_show_memos_says_a_word_of_one(
    study: Project, people: Path, run: Runner, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    commands: tuple[tuple[object, ...], ...] = (
        ("status",),
        ("status", "--json"),
        ("counts",),
        ("quotes",),
        ("search", "reply"),
        ("words", "--all-words"),
        ("framework",),
        ("timeline",),
        ("codebook", "log"),
        ("codebook", "history", "contact"),
        ("codebook", "queue"),
        ("codebook", "merge", "contact", "information-sharing"),
        ("codebook", "undo"),
        ("export", "--unsearched"),
        ("export", "--people", people, "--quotations"),
        ("memo", "list", "--coder", "ben"),
        ("memo", "write", "note:N2", TEXT),
        ("memo", "write", "note:N2", TEXT, "--add", "--json"),
    )
    for command in commands:
        ran = run(*command, cwd=study.directory)
        assert ran.code == 0, (command, ran.err)
        assert marks_in(ran.out + ran.err) == [], command
    files = [path for path in study.directory.rglob("*") if path.is_file()]
    outside = [path for path in files if path.parent.name != "corpus"]
    assert len(outside) > 10
    assert [path.name for path in outside if marks_in(path.read_bytes())] == []
    assert marks_in(caplog.text) == []


@pytest.mark.parametrize("how", [(), ("--json",)])
def test_a_refusal_says_no_word_of_what_was_to_be_written(
    study: Project, people: Path, run: Runner, how: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: tuple[tuple[object, ...], ...] = (
        ("export", "--people", people, "--memos"),
        ("export", "--memos", "--unsearched"),
        ("memo", "write", "note:N1", TEXT, "--coder", "amina", *how),
        ("memo", "write", "note:N9", TEXT, *how),
        ("memo", "write", "note:N2", TEXT * 400, *how),
        ("memo", "write", "note:N2", TEXT, "--add", "--replace", *how),
    )
    for command in commands:
        ran = run(*command, cwd=study.directory)
        assert ran.code != 0, command
        assert marks_in(ran.out + ran.err) == [], command
    monkeypatch.setattr("sys.stdin", io.StringIO(TEXT * 400))
    ran = run("memo", "write", "note:N2", *how, cwd=study.directory)
    assert ran.code == 10
    assert marks_in(ran.out + ran.err) == []
    assert not any(marks_in(path.read_bytes()) for path in study.exports.glob("*"))


def test_errors_in_the_project_carry_ids_alone(study: Project) -> None:
    found: list[str] = []
    with open_coding(study, "amina") as session, open_coding(study, "ben") as other:
        memo = memos.begin(session, PROJECT).memo
        assert memo is not None
        hers, his = memos.open_memo(session, memo.id), memos.open_memo(other, memo.id)
        his.save(f"{TEXT} His.")
        attempts: tuple[Callable[[], object], ...] = (
            lambda: hers.save(f"{TEXT} Hers."),
            session.undo,
            lambda: memos.begin(session, Thing("note", "N9")),
            lambda: memos.begin(session, Thing("note", "N1")).save(TEXT * 400),
        )
        for attempt in attempts:
            with pytest.raises(NotecodeError) as caught:
                attempt()
            found.append(f"{caught.value} {caught.value!r}")
        change = session.undo()
        assert change is not None
        found.append(repr(change))
        found.append(repr(memos.find(session.db)))
    assert marks_in("\n".join(found)) == []


def test_the_log_says_what_was_done_and_not_what_was_written(study: Project) -> None:
    with study.database() as db:
        rows = db.rows("SELECT action, summary FROM events")
    assert len([row for row in rows if row["action"] == "memo"]) == 5
    assert marks_in("\n".join(row["summary"] for row in rows)) == []


_CRASH = """
import asyncio, sys
from pathlib import Path
from notecode.project import find_project
from notecode.project.coding.session import open_coding
from notecode.tui.coder import memo_area
from notecode.tui.coder.app import CoderApp

def fail(self, text):
    words = self.text
    raise ValueError(f"cannot put {text} into {words}")

session = open_coding(find_project(Path(sys.argv[1])), "amina")
app = CoderApp(session)

async def run():
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("G", "N", "1", "enter", "E")
        memo_area.MemoArea.put = fail
        await pilot.press("a")

try:
    asyncio.run(run())
except ValueError:
    pass
sys.exit(app.return_code)
"""


def test_a_crash_while_one_writes_shows_no_word(study: Project) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _CRASH, str(study.directory)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert ran.returncode == 1
    assert "The coder stopped: ValueError." in ran.stdout + ran.stderr
    assert marks_in(ran.stdout + ran.stderr) == []


def test_a_crash_of_the_command_shows_no_word(study: Project) -> None:
    program = (
        "import sys; import notecode.coding.memos as m\n"
        "def fail(text): raise ValueError('cannot work with ' + text)\n"
        "m.clean = fail\n"
        "from notecode.cli import main; main()"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, "memo", "write", "note:N2", TEXT],
        cwd=study.directory,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert ran.returncode == 70, ran.stderr
    assert marks_in(ran.stdout + ran.stderr) == []
