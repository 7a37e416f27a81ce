"""Cases side by side: the same result in the same order, and clear ends."""

import os
import pickle
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forked import Forked
from notecode.anonymising.engine import DEFAULT_MODEL, load_anonymiser
from notecode.anonymising.pseudonyms.memory import TagMemory
from notecode.codebook import shipped_codebook_text
from notecode.codebook.loading import parse_codebook
from notecode.errors import InputError, ModelError, NotecodeError, Problem, WorkerError
from notecode.model import Case
from notecode.project import Project, find_project
from notecode.project.anonymising import case_work
from notecode.project.anonymising.case_work import CaseWork, do_cases, processes_for
from notecode.project.project import CODEBOOK_FILE
from notecode.project.setup import create_project
from notecode.raw import Person, RawNote, Roster
from notecode.store import notes as stored_notes
from notecode.store.connection import Database, create_database, open_database

CASES = 7
NOTES = 4


def works() -> list[CaseWork]:
    return [
        CaseWork(
            case_id=f"C{case}",
            site="North",
            notes=tuple(
                RawNote(
                    id=f"C{case}-{n}",
                    case_id=f"C{case}",
                    text=f"T/C to Zebediah on {n + 1} March 2020. Met Mrs Otolie Prewitt{case}.",
                )
                for n in range(NOTES)
            ),
            roster=Roster(f"C{case}", (Person(id="P1", role="SU", first_name="Zebediah"),)),
            memory=TagMemory(f"C{case}", b"k" * 32),
        )
        for case in range(CASES)
    ]


@pytest.mark.slow
def test_two_processes_give_the_same_in_the_same_order_until_one_is_ended() -> None:
    alone = list(do_cases(works(), load_anonymiser(), model="", protected={}, jobs=1))
    drawn: list[str] = []

    def drawing() -> Iterator[CaseWork]:
        for each in works() * 2:
            drawn.append(each.case_id)
            yield each

    together = []
    running = do_cases(drawing(), None, model=DEFAULT_MODEL, protected={}, jobs=2)
    for done in islice(running, CASES):
        together.append(done)
        assert len(drawn) <= len(together) + 2 * 2, "not all at once: memory stays flat"
    assert together == alone
    assert [done.case.case_id for done in together] == [f"C{n}" for n in range(CASES)]
    assert all("[SU]" in note.note.text for done in together for note in done.case.notes)
    assert all(not done.leaks for done in together)
    os.kill(_children(os.getpid())[0], signal.SIGKILL)
    with pytest.raises(WorkerError, match="ended from outside") as caught:
        list(running)
    assert caught.value.__cause__ is None
    assert "Zebediah" not in str(caught.value)


@pytest.mark.slow
def test_a_missing_model_is_said_by_a_process_too() -> None:
    with pytest.raises(ModelError) as caught:
        list(do_cases(works(), None, model="en_core_web_none", protected={}, jobs=1))
    assert caught.value.hint, "place and hint come across"


def _children(parent: int) -> list[int]:
    """Processes that anonymise: those that were spawned, not the one that tracks resources."""
    found = []
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            stat = (folder / "stat").read_text().rsplit(")", 1)[1].split()
            line = (folder / "cmdline").read_bytes()
        except OSError:
            continue
        if int(stat[1]) == parent and b"spawn_main" in line:
            found.append(int(folder.name))
    return found


def _ends(process: int) -> bool:
    for _ in range(3_000):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        if (Path("/proc") / str(process) / "stat").read_text().rsplit(")", 1)[1].split()[0] == "Z":
            return True
        time.sleep(0.02)
    return False


@pytest.mark.parametrize(
    ("words", "cases", "wanted", "cores", "expected"),
    [
        (1_000, 30, None, 2, 1),
        (100_000, 30, None, 2, 2),
        (100_000, 1, None, 2, 1),
        (100_000, 30, None, 64, 8),
        (100_000, 30, 1, 2, 1),
        (10, 3, 16, 2, 3),
        (0, 0, None, 2, 1),
        (0, 0, 4, 2, 1),
    ],
)
def test_how_many_processes(
    words: int, cases: int, wanted: int | None, cores: int, expected: int
) -> None:
    assert processes_for(words, cases, wanted, cores) == expected


@given(st.integers(0, 10**7), st.integers(0, 500), st.none() | st.integers(1, 99))
def test_there_is_always_a_process_and_never_more_than_cases(
    words: int, cases: int, wanted: int | None
) -> None:
    assert 1 <= processes_for(words, cases, wanted, 4) <= max(1, cases)


@pytest.mark.parametrize(
    "error",
    [
        ModelError("no model", where="toml", hint="install"),
        InputError("bad", problems=[Problem(file="f", message="m", row=3)], hint="mend"),
    ],
)
def test_errors_come_across_whole(error: NotecodeError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert str(again) == str(error)
    assert (again.what, again.where, again.hint) == (error.what, error.where, error.hint)


def test_work_hides_what_it_holds() -> None:
    shown = repr(works()[0]) + str(works()[0])
    assert "Zebediah" not in shown
    assert "4 notes hidden" in shown


def test_no_work_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case_work, "_begin", None)
    assert list(do_cases([], None, model=DEFAULT_MODEL, protected={}, jobs=3)) == []
    assert _children(os.getpid()) == []


_KILLED = """
import os, signal
from multiprocessing import get_context
from notecode.project.anonymising.case_work import quieten_cleaning_up
{quieten}
lock = get_context("spawn").Lock()
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_cleans_up_after_a_killed_run_says_nothing() -> None:
    def said(quieten: str) -> str:
        command = [sys.executable, "-c", _KILLED.format(quieten=quieten)]
        # Read to the end: the process that cleans up holds the pipe until it is done.
        return subprocess.run(command, capture_output=True, text=True, check=False).stderr

    assert "resource_tracker" in said("")
    assert said("quieten_cleaning_up()") == ""


# ---- killed at any moment --------------------------------------------------------------------

EXPORT_CASES = 8
EXPORT_NOTES = 6


def _write_export(folder: Path) -> None:
    rows = ["Note ID,Case Ref,Area,Contact Date,Contact Type,Role,Note"]
    people = ["case_id,person_id,role,first_name,last_name"]
    for case in range(EXPORT_CASES):
        people.append(f"C{case:02},P{case},SU,Zebediah,Quillfeather")
        rows.extend(
            f"N{case:02}-{n:02},C{case:02},North,{n + 1:02}/02/2017,Telephone,Case Manager,"
            f"T/C to Zebediah; Mrs Otolie Prewitt rang on {n + 1}/2/2017. Quillfeather came."
            for n in range(EXPORT_NOTES)
        )
    (folder / "notes.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (folder / "people.csv").write_text("\n".join(people) + "\n", encoding="utf-8")


def _begin(project: Project, folder: Path, jobs: int, *, to_be_killed: bool = False) -> Forked:
    """`notecode anonymise` in a process of its own."""
    command = [
        *("notecode", "anonymise", str(folder / "notes.csv")),
        *("--people", str(folder / "people.csv")),
        *("--project", str(project.directory), "--jobs", str(jobs)),
    ]
    return Forked(_run, command, to_be_killed, output=folder / "output.txt")


def _run(_say: object, command: list[str], to_be_killed: bool) -> None:
    from notecode.cli import main

    store = stored_notes.save_anonymised_case

    def store_but_the_last(db: Database, case: Case, *rest: Any, **more: Any) -> Any:
        if case.id == f"C{EXPORT_CASES - 1:02}":
            time.sleep(600)  # it is killed before, however slow the machine is
        return store(db, case, *rest, **more)

    if to_be_killed:
        stored_notes.save_anonymised_case = store_but_the_last
    sys.argv = command
    main()


def _rows(project: Project) -> list[tuple[object, ...]]:
    """Everything that was stored, without the moments at which it was."""
    with open_database(project.database_path) as db:
        found: list[tuple[object, ...]] = []
        for query in (
            "SELECT id, case_id, text, date FROM notes ORDER BY id",
            'SELECT note_id, start, "end", type, pseudonym FROM masks ORDER BY note_id, start',
            'SELECT note_id, start, "end", reason FROM flags ORDER BY note_id, start, reason',
            "SELECT case_id, settings FROM anonymised_cases ORDER BY case_id",
            "SELECT case_id, tag, part, count(*) FROM pseudonyms GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
        ):
            found.extend(tuple(row) for row in db.rows(query))
        return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the export lies; all that its processes need has been loaded here."""
    folder = tmp_path_factory.mktemp("export")
    _write_export(folder)
    load_anonymiser()
    parse_codebook(shipped_codebook_text(), CODEBOOK_FILE)
    create_database(folder / "none.db")
    return folder


@pytest.fixture(scope="module")
def uninterrupted(folder: Path) -> list[tuple[object, ...]]:
    """What one uninterrupted run stores, under a linking key of its own."""
    create_project(folder / "study", "Study")
    project = find_project(folder / "study")
    _begin(project, folder, 1).finish()
    return _rows(project)


@pytest.mark.slow
@pytest.mark.parametrize(("jobs", "moments"), [(1, (1, 5)), (2, (3,))])
def test_killed_at_any_moment_and_run_again_it_is_the_same(
    project: Project,
    folder: Path,
    uninterrupted: list[tuple[object, ...]],
    jobs: int,
    moments: tuple[int, ...],
) -> None:
    for wanted in moments:
        running = _begin(project, folder, jobs, to_be_killed=True)
        while running.process.is_alive() and _stored(project) < wanted:
            time.sleep(0.002)
        helpers = _children(running.pid)
        running.kill()
        assert len(helpers) in ({0} if jobs == 1 else {0, jobs})
        assert all(map(_ends, helpers)), "nobody stays behind with a case in memory"
        assert wanted <= _stored(project) < EXPORT_CASES, "it was killed in between"
        _nothing_is_half_done(project)
    _begin(project, folder, 1).finish()
    assert _rows(project) == uninterrupted
    assert "Zebediah" not in running.output.read_text()


def _stored(project: Project) -> int:
    """Cases that are stored by now."""
    if not project.database_path.exists():
        return 0
    try:
        db = sqlite3.connect(f"file:{project.database_path}?mode=ro", uri=True)
        try:
            return int(db.execute("SELECT count(*) FROM anonymised_cases").fetchone()[0])
        finally:
            db.close()
    except sqlite3.Error:
        return 0


def _nothing_is_half_done(project: Project) -> None:
    if not project.database_path.exists():
        return
    with open_database(project.database_path) as db:
        per_case = db.rows("SELECT case_id, count(*) FROM notes GROUP BY case_id")
        assert {row[1] for row in per_case} <= {EXPORT_NOTES}
        assert len(per_case) == db.value("SELECT count(*) FROM anonymised_cases")
        assert db.value("PRAGMA integrity_check") == "ok"
        texts = "".join(row[0] for row in db.rows("SELECT text FROM notes"))
    assert "Zebediah" not in texts
    for path in project.database_path.parent.glob("*"):
        assert b"Zebediah" not in path.read_bytes()
