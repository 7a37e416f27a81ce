"""Labelling in a real terminal: the command from its start to its exit code, a crash too."""

import fcntl
import os
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest
from labelling_file import FIRST, on_disk, write_file

pty = pytest.importorskip("pty")

COMMAND = "from notecode.cli import main; main()"
CRASHING = f"""
from notecode.tui import note_view

def crash(page, *args, **kwargs):
    words = page.text
    raise KeyError(words)

note_view.paint = crash
{COMMAND}
"""


def label_in_terminal(program: str, path: Path, keys: bytes) -> tuple[int, str]:
    """Run ``notecode label`` on 80x24, type ``keys`` once it is there; exit code and output."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-c", program, "label", str(path)],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**os.environ, "TERM": "xterm-256color"},
        close_fds=True,
    )
    os.close(slave)
    output = b""
    typed = False
    end = time.monotonic() + 60
    while time.monotonic() < end:
        ready, _, _ = select.select([master], [], [], 0.1)
        if ready:
            try:
                chunk = os.read(master, 65536)
            except OSError:
                break
            output += chunk
        if not typed and b"Q quit" in output:
            os.write(master, keys)
            typed = True
        if process.poll() is not None and not ready:
            break
    os.close(master)
    return process.wait(timeout=60), output.decode("utf-8", "replace")


def test_label_and_quit(tmp_path: Path) -> None:
    path = write_file(tmp_path / "label.jsonl")
    right = b"\x1b[C"
    code, output = label_in_terminal(COMMAND, path, right * 3 + b"p1Q")
    assert code == 0
    assert "stopped" not in output
    (span,) = on_disk(path)[0]["spans"]
    assert FIRST[span["start"] : span["end"]] == "Dorian"
    assert span["entity"] == "su"


def test_a_crash_prints_places_and_no_note(tmp_path: Path) -> None:
    path = write_file(tmp_path / "label.jsonl")
    before = path.read_bytes()
    code, output = label_in_terminal(CRASHING, path, b"")
    assert code == 1
    assert "The labelling screen stopped: KeyError." in output
    for word in ("Larch", "900123", "Zelda", "Pryce"):
        assert word not in output
    assert path.read_bytes() == before
