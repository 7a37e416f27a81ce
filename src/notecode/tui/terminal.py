"""The terminal of a screen: it may close, and the system may end the screen, at any moment."""

import errno
import os
import select
import signal
import sys
import termios
import threading
import time
from contextlib import suppress
from types import FrameType
from typing import IO, TYPE_CHECKING, Any

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.keys import Keys

if TYPE_CHECKING:
    from notecode.tui.leaving import LeavingApp

_LOOK = 0.4
"""Seconds between looks whether the terminal is still there."""

_ORDERLY = 2.0
"""Seconds that a screen has to leave as quitting does."""

_AT_ONCE = 6.0
"""Seconds after that in which what is typed can be stored; then the process ends as it is."""

_ENDING = (signal.SIGTERM, signal.SIGHUP)

# Mouse, pasting, focus and keyboard as they were; the terminal's own contents and its cursor.
_GIVE_BACK = "".join(f"\x1b[?{mode}l" for mode in (1000, 1003, 1015, 1006, 2004, 1004))
_GIVE_BACK += "\x1b[?7h\x1b[<u\x1b[?1049l\x1b[?25h"


# Esc and the key typed right after it come as one, of which Textual would make another key.
ANSI_SEQUENCES_KEYS |= {  # type: ignore[operator]
    "\x1b\r": (Keys.Escape, Keys.Enter),
    "\x1b\t": (Keys.Escape, Keys.Tab),
}


class Terminal(LinuxDriver):
    """Textual's driver, ended by SIGTERM, by SIGHUP and by the closing of the terminal.

    The app is told to leave. It may be busy with a long paste, or wait for a terminal that takes
    no output any more: what is typed is stored after ``_ORDERLY`` seconds all the same, and the
    process ends, with 128 and the signal's number.
    """

    def __init__(self, app: "App[Any]", **settings: Any) -> None:
        """Use by way of ``LeavingApp``; ``settings`` are those of Textual's driver."""
        super().__init__(app, **settings)
        self._leaving: LeavingApp = app  # type: ignore[assignment]
        self._output = _Output(sys.stderr if self._file is None else self._file)
        self._file = self._output  # type: ignore[assignment]
        self._before: dict[signal.Signals, Any] = {}
        self._code = 0
        self._late = False
        self._over = False

    def start_application_mode(self) -> None:
        """Listen for the signals, then take the terminal."""
        if not self._before:
            for number in _ENDING:
                self._before[number] = signal.signal(number, self._told)
            threading.Thread(target=self._watch, name="terminal", daemon=True).start()
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def close(self) -> None:
        """Listen no more."""
        super().close()
        self._over = True
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def run_input_thread(self) -> None:
        """Read what is typed until the terminal is gone, which is noticed by looking at it."""
        with suppress(OSError):
            super().run_input_thread()

    def _told(self, number: int, _: FrameType | None) -> None:
        """Leave as quitting does; when that has taken too long, at once. In the main thread."""
        if not self._code:
            self._code = 128 + number
            self._loop.call_soon_threadsafe(self._leaving.leave, self._code)
        elif self._late:
            self._leave_at_once()

    def _watch(self) -> None:
        """Look after the terminal, then after the leaving. In a thread of its own."""
        while not self._code:
            if self._over:
                return
            if _gone(self.fileno):
                os.kill(os.getpid(), signal.SIGHUP)
            time.sleep(_LOOK)
        time.sleep(_ORDERLY)
        if not self._over:
            self._late = True
            # Python runs the handler in the main thread even while that waits for a lock.
            os.kill(os.getpid(), signal.Signals(self._code - 128))
        time.sleep(_AT_ONCE)
        os._exit(self._code)

    def _leave_at_once(self) -> None:
        """Store what is typed, give the terminal back if it takes it, and end the process."""
        lost = self._leaving.keep()
        with suppress(OSError, termios.error):
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
            output = self._output.fileno()
            if select.select([], [output], [], 0)[1]:
                os.write(
                    output, f"{_GIVE_BACK}{lost}\r\n".encode() if lost else _GIVE_BACK.encode()
                )
        os._exit(self._code)


class _Output:
    """The file of a terminal; what is written to one that is gone is dropped, without an error."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def fileno(self) -> int:
        return self._file.fileno()

    def write(self, text: str) -> None:
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        try:
            self._file.flush()
        except OSError:
            _let_go()


def _gone(fileno: int) -> bool:
    """Whether this was a terminal that has been closed."""
    try:
        termios.tcgetattr(fileno)
    except termios.error as error:
        return bool(error.args[0] == errno.EIO)
    return False


def _let_go() -> None:
    """Send to nowhere what would go to a closed terminal: Python writes the rest of it at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY | os.O_CLOEXEC)
    for stream in (sys.__stdout__, sys.__stderr__):
        if stream is not None and _gone(stream.fileno()):
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
