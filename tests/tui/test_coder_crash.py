"""A crash ends with an exit code, and with places in the program: never with a note's words."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from coder_project import desk_of, drive

from notecode.errors import DamagedError
from notecode.tui.coder.app import CoderApp
from notecode.tui.leaving import crash_report

SECRET = "Zebedee Quillfeather"


def crash_in(*_: object, **__: object) -> None:
    note_text = SECRET  # a local variable, as a note would be
    raise ValueError(f"cannot work with {note_text}")


def test_the_report_names_places_and_nothing_else():
    try:
        crash_in(None)
    except ValueError as error:
        report = crash_report(error, "coder")
    assert SECRET not in report
    assert "ValueError" in report
    assert "test_coder_crash.py" in report
    assert "crash_in" in report
    assert "note_text" not in report


@pytest.mark.parametrize("place", ["command", "drawing"])
def test_a_crashed_coder_exits_with_1_and_shows_no_text(session, monkeypatch, place):
    shown: list[str] = []
    monkeypatch.setattr(
        CoderApp,
        "_print_error_renderables",
        lambda self: shown.extend(str(item) for item in self._exit_renderables),
    )

    async def act(pilot, app: CoderApp):
        assert desk_of(app)
        if place == "command":
            monkeypatch.setattr("notecode.tui.coder.desk.Desk.move", crash_in)
        else:
            monkeypatch.setattr("notecode.tui.note_view.paint", crash_in)
        await pilot.press("right")
        await pilot.pause()

    codes: list[int | None] = []
    exit_code = CoderApp.return_code
    monkeypatch.setattr(
        CoderApp,
        "_close_messages_no_wait",
        lambda self, close=CoderApp._close_messages_no_wait: (
            codes.append(exit_code.fget(self)),
            close(self),
        ),
    )
    with pytest.raises(ValueError, match="cannot work"):
        drive(session, act)
    assert codes == [1]
    assert len(shown) == 1
    assert "ValueError" in shown[0]
    assert SECRET not in shown[0]
    assert "call-out" not in shown[0]


PROGRAM = """
import sys
from notecode.project import find_project
from notecode.project.coding.session import open_coding
from notecode.tui import note_view
from notecode.tui.coder.app import run_coder
from pathlib import Path

def crash(page, *args, **kwargs):
    words = page.text
    raise KeyError(words)

if sys.argv[2] == "crash":
    note_view.paint = crash
with open_coding(find_project(Path(sys.argv[1])), "ann") as session:
    sys.exit(run_coder(session))
"""


def run_in_terminal(project_dir: Path, how: str, keys: bytes) -> tuple[int, str]:
    """Run the coder in a pseudo-terminal of 80x24, type ``keys``; exit code and all output."""
    pty = pytest.importorskip("pty")
    import fcntl
    import select
    import struct
    import termios
    import time

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(project_dir), how],
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
            if not chunk:
                break
            output += chunk
        if (not typed and b"activity" in output) or (b"Enter" in output and not typed):
            os.write(master, keys)
            typed = True
        if program.poll() is not None and not ready:
            break
    os.close(master)
    return program.wait(timeout=60), output.decode("utf-8", "replace")


def test_run_coder_ends_with_0_when_the_user_quits(project_dir):
    code, output = run_in_terminal(project_dir, "well", b"Q")
    assert code == 0
    assert "The coder stopped" not in output


def test_a_crash_in_a_terminal_prints_no_note(project_dir):
    code, output = run_in_terminal(project_dir, "crash", b"")
    assert code == 1
    assert "The coder stopped: KeyError." in output
    for words in ("call-out", "police re", "feels safer"):
        assert words not in output


def test_a_damaged_file_ends_the_coder(session, monkeypatch):
    def damaged(*_: object, **__: object) -> None:
        raise DamagedError("the file is damaged", hint="Restore it.")

    async def act(pilot, app: CoderApp):
        monkeypatch.setattr("notecode.tui.coder.desk.Desk.letter", damaged)
        await pilot.press("d")
        await pilot.pause()
        assert "Restore it." in "".join(map(str, app._exit_renderables))

    assert drive(session, act).return_code == 6
