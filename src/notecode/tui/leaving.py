"""Leaving a screen when the system asks for it, or because of an error in the program.

The terminal gets its own contents back, and nothing of a note is left on it.
"""

import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from traceback import extract_tb
from typing import ClassVar

from rich.text import Text
from textual.app import App
from textual.driver import Driver
from textual.filter import LineFilter
from textual.worker import WorkerFailed

from notecode.tui.colourless import Colourless

_PACKAGE = Path(__file__).parents[2]


class LeavingApp(App[None], inherit_bindings=False):
    """An application that SIGTERM and SIGHUP end as quitting does, with 143 and 129.

    Otherwise the note would stay on the terminal, which would not take a typed line any more.
    """

    NAME: ClassVar[str] = "screen"
    """What is said to have stopped after a crash."""

    _colourless = (Colourless(),)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's, or with NO_COLOR set one that takes every colour off."""
        return self._colourless if self.no_color else super().get_line_filters()

    def get_driver_class(self) -> type[Driver]:
        """A driver that listens for the signals, where there are any."""
        driver = super().get_driver_class()
        if sys.platform == "win32":
            return driver
        from textual.drivers.linux_driver import LinuxDriver

        from notecode.tui.terminal import Terminal

        return Terminal if driver is LinuxDriver else driver

    def leave(self, code: int) -> None:
        """End as quitting does, with this exit code."""
        self.exit(return_code=code)

    def keep(self) -> str:
        """Store what is typed, for the process ends now; what could not be stored is said."""
        return ""

    def say_after(self, words: str) -> None:
        """Say something on standard error once the terminal has its own contents back."""
        self._exit_renderables.append(Text(words))

    def _print_error_renderables(self) -> None:
        """Say it, unless the terminal is gone."""
        with suppress(OSError):
            super()._print_error_renderables()

    def _handle_exception(self, error: Exception) -> None:
        """End with a report of places in the program alone.

        A traceback of Textual's shows local variables, and an exception's words may quote a
        note; both would leave the screen for the terminal's scroll-back.
        """
        if isinstance(error, WorkerFailed) and isinstance(error.error, Exception):
            error = error.error
        if self._exception is not None:
            return  # what follows from the first, while the screen closes
        self._return_code = 1
        self._exception = error
        self._exception_event.set()
        self.bell()
        self._exit_renderables.append(crash_report(error, self.NAME))
        self._close_messages_no_wait()


def crash_report(error: BaseException, screen: str) -> str:
    """Where in the program ``error`` came from: its type, files, lines and functions alone.

    ``screen`` names what stopped.
    """
    places = []
    for frame in extract_tb(error.__traceback__):
        path = Path(frame.filename)
        name = path.relative_to(_PACKAGE) if path.is_relative_to(_PACKAGE) else Path(path.name)
        places.append(f"  {name}:{frame.lineno} {frame.name}")
    return "\n".join(
        [
            f"The {screen} stopped: {type(error).__name__}.",
            "Everything done before is saved. Please report these lines; no note is in them.",
            *places,
        ]
    )
