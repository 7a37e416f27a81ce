"""Processes to be killed: forked, so that what was loaded before need not be loaded again."""

import os
import sys
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any


class Forked:
    """A process that runs ``target(say, *arguments)``; ``say`` sends a word to this one."""

    def __init__(self, target: Callable[..., None], *arguments: Any, output: Path) -> None:
        """Start it; what it prints goes to the end of ``output``."""
        self.output = output
        context = get_context("fork")
        self._heard, said = context.Pipe(duplex=False)
        self.process: BaseProcess = context.Process(
            target=_run, args=(said, output, target, arguments)
        )
        self.process.start()
        said.close()

    @property
    def pid(self) -> int:
        """Its number."""
        assert self.process.pid is not None
        return self.process.pid

    def hear(self) -> str:
        """The next word that it says; "" once it has ended."""
        try:
            return str(self._heard.recv())
        except EOFError:
            return ""

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.join()

    def finish(self) -> None:
        """Wait for it; it must come to a good end."""
        self.process.join()
        assert self.process.exitcode == 0, self.output.read_text(errors="replace")


def _run(
    said: Connection, output: Path, target: Callable[..., None], arguments: tuple[Any, ...]
) -> None:
    file = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(file, 1)
    os.dup2(file, 2)
    sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
    target(said.send, *arguments)
