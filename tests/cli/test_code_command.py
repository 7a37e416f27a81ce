"""``notecode code`` in a pipe: its keys, and its actions as lines of JSON."""

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from forked import run_command
from notecode.project import Project
from notecode.project.coding.session import open_coding
from notecode.store.references import known_coders
from notecode.tui.coder.actions import ACTIONS

CODE = '{"action": "code", "note": "N1", "text": "no reply", "code": "contact"}\n'


def run(directory: Path, *words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    with TemporaryDirectory() as output:
        return run_command(directory, "code", *words, stdin=stdin, output=Path(output))


def alone(directory: Path, *words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """The same in an interpreter of its own, which has loaded nothing yet."""
    script = (
        "import sys\nfrom notecode.cli import main\n"
        "try: main()\nfinally: print('LOADED', 'textual' in sys.modules, file=sys.stderr)"
    )
    return subprocess.run(
        [sys.executable, "-c", script, "code", *words],
        cwd=directory,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        check=False,
    )


def references(project: Project) -> int:
    with open_coding(project, "ann") as session:
        return session.progress().references


def test_lines_in_a_pipe_are_answered_without_a_screen_loaded(stored: Project):
    done = alone(
        stored.directory, "--coder", "ann", "--apply", stdin=CODE + '\n{"action": "undo"}\n' + CODE
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(a["line"], a["ok"], a["stored"]) for a in answers] == [
        (1, True, True),
        (3, True, True),
        (4, True, True),
    ]
    assert done.returncode == 0
    assert "LOADED False" in done.stderr
    assert references(stored) == 1


def test_the_exit_code_is_that_of_the_first_line_that_failed(stored: Project, tmp_path: Path):
    lines = tmp_path / "lines.jsonl"
    lines.write_text("\ufeff" + CODE + CODE + "nonsense\n", encoding="utf-8")
    done = run(stored.directory, "--coder", "ann", "--apply", str(lines))
    assert done.returncode == 10
    assert "2 lines of 3 could not be done" in done.stderr
    assert references(stored) == 1


@pytest.mark.parametrize("piped", [True, False])
def test_a_line_that_is_not_utf_8_spoils_no_other(stored: Project, *, piped: bool):
    lines = stored.directory / "latin.jsonl"
    lines.write_bytes(CODE.encode() + b'{"action": "undo", "tag": "\xe9"}\n{"action": "redo"}\n')
    stdin = lines.read_text(encoding="utf-8", errors="surrogateescape") if piped else ""
    done = run(
        stored.directory, "--coder", "ann", "--apply", *([] if piped else [str(lines)]), stdin=stdin
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(a["line"], a["ok"]) for a in answers] == [(1, True), (2, False), (3, False)]
    assert "not UTF-8 text" in answers[1]["error"]["what"]
    assert "nothing to redo" in answers[2]["error"]["what"]
    assert done.returncode == 2
    assert references(stored) == 1


@pytest.mark.parametrize("option", ["--atomic", "--dry-run"])
def test_nothing_is_stored_unless_all_is(stored: Project, option: str):
    done = run(
        stored.directory, "--coder", "ann", "--apply", "-", option, stdin=CODE + "nonsense\n"
    )
    assert done.returncode == 2
    assert "1 line of 2 could not be done; nothing was stored" in done.stderr
    assert references(stored) == 0


def test_a_rehearsal_leaves_no_trace_of_who_rehearsed(stored: Project):
    done = run(stored.directory, "--coder", "nobody", "--apply", "--dry-run", stdin=CODE)
    assert json.loads(done.stdout)["ok"]
    assert done.returncode == 0
    with stored.database() as db:
        assert "nobody" not in known_coders(db)


@pytest.mark.parametrize(
    ("words", "exit_code", "said"),
    [
        (("--apply", "missing.jsonl"), 3, "it cannot be read"),
        (("--atomic",), 2, "go with --apply"),
        (("--json",), 2, "--json goes with --keys"),
        (("--keys", "--apply"), 2, "do not go together"),
        (("--tour", "--keys"), 2, "--tour is for the screen"),
        ((), 2, "the coder needs a terminal"),
    ],
)
def test_wrong_use(stored: Project, words: tuple[str, ...], exit_code: int, said: str):
    done = run(stored.directory, *words)
    assert done.returncode == exit_code
    assert said in done.stderr


def test_keys_are_printed_as_they_are_for_this_user(stored: Project):
    with stored.settings_path.open("a") as file:
        file.write('\n[coder.keys]\nundo = ["F5", "ctrl+u"]\n')
    done = alone(stored.directory, "--keys", "--json")
    keys = {row["action"]: row for row in json.loads(done.stdout)}
    assert list(keys) == [action.id for action in ACTIONS]
    assert keys["undo"]["keys"] == ["F5", "Ctrl+U"]
    assert keys["undo"]["usual"] == ["U"]
    assert keys["redo"]["keys"] == ["R"]
    assert "LOADED False" in done.stderr


def test_keys_outside_a_project_are_the_usual_ones(tmp_path: Path):
    done = run(tmp_path, "--keys")
    assert done.returncode == 0
    assert "undo the last action" in done.stdout
    assert run(tmp_path, "--keys", "--project", str(tmp_path)).returncode == 5


def test_keys_that_cannot_be_used_are_told_with_their_lines(stored: Project):
    lines = stored.settings_path.read_text().count("\n")
    with stored.settings_path.open("a") as file:
        file.write('[coder.keys]\nundo = "i"\nunod = "F5"\n')
    done = run(stored.directory, "--keys")
    assert done.returncode == 4
    assert f"line {lines + 2}: [coder.keys] undo" in done.stderr
    assert "did you mean undo?" in done.stderr


def test_keys_that_cannot_be_used_are_told_without_a_terminal_too(stored: Project):
    with stored.settings_path.open("a", encoding="utf-8") as file:
        file.write('\n[coder.keys]\nacept = "F5"\n')
    done = run(stored.directory)
    assert done.returncode == 4
    assert "acept is no action" in done.stderr
    assert "needs a terminal" not in done.stderr
