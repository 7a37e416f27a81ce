"""Processes to be killed: forked, so that what was loaded before need not be loaded again."""

import os
import subprocess
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


def run_command(
    folder: Path, *words: str, stdin: str = "", output: Path
) -> subprocess.CompletedProcess[str]:
    """`notecode WORDS…` in a process of its own, in a pipe; ``output`` is a folder for its files.

    Characters of ``stdin`` that stand for bytes that are not UTF-8 are given as those bytes.
    """
    files = [output / name for name in ("stdin", "stdout", "stderr")]
    files[0].write_text(stdin, encoding="utf-8", errors="surrogateescape")
    for file in files[1:]:
        file.write_bytes(b"")
    process = get_context("fork").Process(target=_command, args=(folder, words, files))
    process.start()
    process.join()
    code = process.exitcode
    assert code is not None
    out, err = (file.read_text(encoding="utf-8", errors="surrogateescape") for file in files[1:])
    return subprocess.CompletedProcess(list(words), code, out, err)


def _command(folder: Path, words: tuple[str, ...], files: list[Path]) -> None:
    from notecode.cli import main

    for number, file in enumerate(files):
        os.dup2(os.open(file, os.O_RDWR), number)
    # As Python opens them where they are no terminal.
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.argv = ["notecode", *words]
    os.chdir(folder)
    main()


def _run(
    said: Connection, output: Path, target: Callable[..., None], arguments: tuple[Any, ...]
) -> None:
    file = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(file, 1)
    os.dup2(file, 2)
    sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
    target(said.send, *arguments)
