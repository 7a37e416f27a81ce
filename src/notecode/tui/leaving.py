"""Leaving a screen when the system asks for it: the terminal gets its own contents back."""

import asyncio
import signal
import threading

from textual.app import App


class LeavingApp(App[None], inherit_bindings=False):
    """An application that SIGTERM and SIGHUP end as quitting does, with 143 and 129.

    Otherwise the note would stay on the terminal, which would not take a typed line any more.
    """

    def on_load(self) -> None:
        """Listen for the signals; only a process's main thread can."""
        if threading.current_thread() is threading.main_thread():
            loop = asyncio.get_running_loop()
            for number in (signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(number, self._leave, 128 + number)

    def _leave(self, code: int) -> None:
        self.exit(return_code=code)
