"""A screen that is ended from outside gives the terminal back, in a real terminal."""

import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest
from labelling_file import write_file

from notecode.tui.coder.app import CoderApp
from notecode.tui.labelling.app import LabellingApp
from notecode.tui.leaving import LeavingApp
from notecode.tui.review.app import ReviewApp

pty = pytest.importorskip("pty")

COMMAND = "from notecode.cli import main; main()"
SCREEN_LEFT = "\x1b[?1049l"


def ended(path: Path, number: signal.Signals) -> tuple[int, str, bool]:
    """Label, be sent the signal: exit code, output, and whether the terminal is as it was."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    before = termios.tcgetattr(slave)
    process = subprocess.Popen(
        [sys.executable, "-c", COMMAND, "label", str(path)],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**os.environ, "TERM": "xterm-256color"},
    )
    output, sent, end = b"", False, time.monotonic() + 60
    while time.monotonic() < end:
        ready, _, _ = select.select([master], [], [], 0.2)
        if ready:
            output += os.read(master, 65536)
        elif process.poll() is not None:
            break
        if not sent and b"Q quit" in output:
            process.send_signal(number)
            sent = True
    process.kill()
    restored = termios.tcgetattr(slave) == before
    os.close(slave)
    os.close(master)
    return process.wait(timeout=60), output.decode("utf-8", "replace"), restored


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_the_terminal_is_given_back(tmp_path: Path, number: signal.Signals, code: int) -> None:
    ended_with, output, restored = ended(write_file(tmp_path / "label.jsonl"), number)
    shown, left, after = output.rpartition(SCREEN_LEFT)
    assert left, "the terminal's own contents are back"
    assert "Larch" in shown
    assert "Larch" not in after
    assert restored, "and it takes typed lines again"
    assert ended_with == code


@pytest.mark.parametrize("app", [CoderApp, ReviewApp, LabellingApp])
def test_every_screen_leaves_so(app: type) -> None:
    assert issubclass(app, LeavingApp)
