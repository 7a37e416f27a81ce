"""The coder in a real terminal, killed at any moment: what was shown as saved is saved."""

import fcntl
import os
import random
import select
import sqlite3
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest
from coder_project import build_project

pty = pytest.importorskip("pty")

COMMAND = "from notecode.cli import main; main()"
SENTENCES = 40
NOTE = " ".join(f"Rang police about matter number {number}." for number in range(SENTENCES))
RIGHT = b"\x1b[C"
KEYS = b"ids12"
PATIENCE = 60.0  # seconds for one answer on a machine that is busy


class InTerminal:
    """``notecode code`` for one coder on a pseudo-terminal of its own; killed in the end."""

    def __init__(self, project: Path, coder: str) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-c", COMMAND, "code", "--coder", coder, "--project", str(project)],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**os.environ, "TERM": "xterm-256color"},
        )
        os.close(slave)
        self.wait_for(b"matter number 1")

    def __enter__(self) -> "InTerminal":
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def press(self, key: bytes) -> None:
        os.write(self._master, key)

    def wait_for(self, words: bytes) -> None:
        """Read until the screen has these words."""
        seen, end = b"", time.monotonic() + PATIENCE
        while words not in seen:
            assert time.monotonic() < end, f"{words!r} was not shown"
            if select.select([self._master], [], [], 0.2)[0]:
                seen += os.read(self._master, 1 << 16)

    def code(self, key: bytes) -> None:
        """Code the next sentence, and see that it is said to be saved."""
        self.press(RIGHT)
        self.press(key)
        self.wait_for(b"saved")

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(timeout=PATIENCE)
        os.close(self._master)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return build_project(tmp_path / "project", {"N1": ("C001", NOTE)})


def stored(project: Path) -> list[tuple[str, str, int]]:
    """Coder, code and start of each reference; the file is whole, and the log agrees with it."""
    with sqlite3.connect(project / "corpus" / "notecode.db") as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        found = db.execute("SELECT coder, code, start FROM coded_references").fetchall()
        events = "SELECT count(*) FROM events WHERE action = 'code' AND state = 'done'"
        assert db.execute(events).fetchone() == (len(found),)
    return found


def test_kill_loses_nothing_that_was_shown_as_saved(project):
    dice, shown = random.Random(7), 0
    for key in KEYS:
        with InTerminal(project, "ann") as coder:
            for _ in range(dice.randrange(1, 5)):
                coder.code(bytes([key]))
                shown += 1
            # One more, and the process is gone before, while or after it is stored.
            coder.press(RIGHT)
            coder.press(bytes([key]))
            time.sleep(dice.random() * 0.03)
        there = len(stored(project))
        assert shown <= there <= shown + 1
        shown = there


def test_two_coders_lose_no_write(project):
    with InTerminal(project, "ann") as first, InTerminal(project, "bea") as second:
        for _ in range(6):
            # Both are under way before either has answered.
            for coder, key in ((first, b"i"), (second, b"d")):
                coder.press(RIGHT)
                coder.press(key)
            first.wait_for(b"saved")
            second.wait_for(b"saved")
    found = stored(project)
    assert sorted((coder, code) for coder, code, _ in found) == [
        *[("ann", "sharing")] * 6,
        *[("bea", "disruption")] * 6,
    ]
    assert len({(coder, start) for coder, _, start in found}) == 12
