"""The coder in a real terminal that closes, is held, or whose project another program holds."""

import fcntl
import os
import re
import select
import signal
import sqlite3
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from coder_project import build_project

pty = pytest.importorskip("pty")

COMMAND = "from notecode.cli import main; main()"
NOTE = "Rang police about the matter. He was late."
PATIENCE = 60.0  # seconds for one answer on a machine that is busy
LEAVING = 30.0


class Held:
    """``notecode code`` on a pseudo-terminal, of which the test has the other end."""

    def __init__(self, project: Path, before: str = "") -> None:
        self.project = project
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-c",
                f"{before}\n{COMMAND}",
                "code",
                "--coder",
                "ann",
                "--project",
                str(project),
            ],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**os.environ, "TERM": "xterm-256color"},
        )
        os.close(slave)
        self.output = ""
        self.wait_for("Rang police")

    def __enter__(self) -> "Held":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait(timeout=PATIENCE)
        if self.master >= 0:
            os.close(self.master)

    def press(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def wait_for(self, words: str) -> None:
        """Read until the screen has these words, colours left out."""
        end = time.monotonic() + PATIENCE
        while words not in re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", self.output):
            assert time.monotonic() < end, f"{words!r} was not shown"
            self.read()

    def read(self) -> None:
        if select.select([self.master], [], [], 0.1)[0]:
            try:
                self.output += os.read(self.master, 1 << 16).decode("utf-8", "replace")
            except OSError:  # the last who had the other end has gone
                time.sleep(0.1)

    def hang_up(self) -> None:
        os.close(self.master)
        self.master = -1

    def ended(self) -> int:
        """Its exit code, once it has ended by itself."""
        end = time.monotonic() + LEAVING
        while self.process.poll() is None:
            assert time.monotonic() < end, "it is still there"
            if self.master >= 0:
                self.read()
            else:
                time.sleep(0.1)
        if self.master >= 0:
            self.read()
        return self.process.returncode

    def memos(self) -> list[str]:
        with sqlite3.connect(self.project / "corpus" / "notecode.db") as db:
            return [text for (text,) in db.execute("SELECT text FROM memos")]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return build_project(tmp_path / "project", {"N1": ("C001", NOTE)})


def test_a_terminal_that_closes_ends_the_coder_and_the_memo_is_kept(project):
    with Held(project) as coder:
        coder.press("Ekept")
        coder.wait_for("not saved yet")
        coder.hang_up()
        assert coder.ended() == 129
        assert coder.memos() == ["kept"]


SAVED_SOON = "from notecode.tui.coder import memos; memos.PAUSE = 0.1"


def locked(project: Path) -> sqlite3.Connection:
    other = sqlite3.connect(project / "corpus" / "notecode.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return other


def test_a_memo_waits_for_another_program_at_the_end(project):
    with Held(project, SAVED_SOON) as coder:
        other = locked(project)
        coder.press("Ekept")
        coder.wait_for("locked by another")
        coder.process.send_signal(signal.SIGHUP)
        time.sleep(0.8)
        other.execute("ROLLBACK")
        other.close()
        assert coder.ended() == 129
        assert coder.memos() == ["kept"]


def test_a_memo_that_cannot_be_kept_is_said_after_the_screen(project):
    with Held(project, SOONER) as coder:
        other = locked(project)
        coder.press("Elost")
        coder.wait_for("not saved yet")
        coder.process.send_signal(signal.SIGTERM)
        assert coder.ended() == 143
        other.close()
        assert coder.memos() == []
    left = coder.output.rpartition("\x1b[?1049l")[2]
    assert "The memo on note N1 was not saved" in left
    assert "lost" not in left


# The coder's screen is busy with what is pasted for longer than the test is patient.
BUSY = """
import os, time
from notecode.tui.coder.screen import CoderScreen
def busy(*_):
    os.write(2, b"busy now")
    end = time.monotonic() + 90
    while time.monotonic() < end:
        pass
CoderScreen.pasted = busy
"""
SOONER = "from notecode.tui.coder import memos; memos.AT_LAST = 0.5"
EARLY = "from notecode.tui import terminal; terminal._ORDERLY = 0.5"

GOING: list[Callable[[Held], object]] = [
    Held.hang_up,
    lambda coder: coder.process.send_signal(signal.SIGHUP),
]


@pytest.mark.parametrize("go", GOING, ids=["closed", "told"])
def test_a_screen_that_is_busy_ends_too_and_the_memo_is_kept(project, go):
    with Held(project, BUSY + EARLY) as coder:
        coder.press("Ekept")
        coder.wait_for("not saved yet")
        coder.press("\x1b[200~long\x1b[201~")
        coder.wait_for("busy now")
        go(coder)
        assert coder.ended() == 129
        assert coder.memos() == ["kept"]


def test_a_terminal_that_takes_no_output_holds_nobody(project):
    with Held(project, EARLY) as coder:
        coder.press("Ekept")
        coder.wait_for("not saved yet")
        end = time.monotonic() + 1.5
        while time.monotonic() < end:  # nothing of it is read: the output waits, then the screen
            if select.select([], [coder.master], [], 0.1)[1]:
                coder.press("\x1b[D\x1b[C" * 40)
        coder.process.send_signal(signal.SIGTERM)
        assert coder.process.wait(timeout=LEAVING) == 143
        assert coder.memos() == ["kept"]
