"""Putting files in place whole or not at all, once everything in them has been searched."""

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from notecode.errors import WriteError

STAGE_PREFIX = ".notecode-export-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Artefact:
    """A file to be written: its name, all text that a reader of it can see, and its bytes.

    ``parts`` gives the text row by row, each part with the words that say where it stands.
    """

    name: str
    text: str
    encode: Callable[[], bytes]
    parts: Callable[[], Iterator[tuple[str, str]]]


Gate = Callable[[Artefact], None]
"""Called with every file before anything is written; raises to forbid."""


def lines_of(text: str) -> Iterator[tuple[str, str]]:
    """The parts of a text that has no rows: its lines."""
    for number, line in enumerate(text.splitlines(), 1):
        yield f"line {number}", line


def write_all(
    directory: Path, artefacts: Sequence[Artefact], gate: Gate, *, owner_only: bool = False
) -> tuple[Path, ...]:
    """Write every file into ``directory``, or none; returns their paths in order.

    The gate sees every file first. The files are then written to a hidden directory inside
    ``directory`` and renamed into place; should that fail half way, what was there before is
    put back. With ``owner_only`` nobody else on this machine may read them.

    Raises:
        WriteError: if a file cannot be written; the directory is as it was.
        LeakError: whatever the gate raises passes through, before anything is written.

    """
    for artefact in artefacts:
        gate(artefact)
    with _stage(directory) as stage:
        for artefact in artefacts:
            with _explained(directory / artefact.name):
                _write(stage / artefact.name, artefact.encode())
                if owner_only:
                    (stage / artefact.name).chmod(0o600)
        _put_in_place(stage, directory, [artefact.name for artefact in artefacts])
    return tuple(directory / artefact.name for artefact in artefacts)


@contextmanager
def _stage(directory: Path) -> Iterator[Path]:
    """A hidden directory inside ``directory``, which is made if need be; gone afterwards."""
    missing = [path for path in (directory, *directory.parents) if not path.exists()]
    stage: Path | None = None
    done = False
    try:
        with _explained(directory):
            directory.mkdir(parents=True, exist_ok=True)
            stage = Path(tempfile.mkdtemp(prefix=STAGE_PREFIX, dir=directory))
        yield stage
        done = True
    finally:
        if stage is not None:
            shutil.rmtree(stage, ignore_errors=True)
        if not done:
            for path in missing:
                with suppress(OSError):
                    path.rmdir()


def _write(path: Path, content: bytes) -> None:
    """Write the bytes and wait until the disk has them."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _put_in_place(stage: Path, directory: Path, names: Sequence[str]) -> None:
    """Rename the staged files into place; on any failure put back what was there before."""
    kept = stage / "before"
    kept.mkdir()
    for name in names:
        target = directory / name
        if target.exists():
            with _explained(target):
                shutil.copy2(target, kept / name)
    with ExitStack() as undo:
        for name in names:
            with _explained(directory / name):
                (stage / name).replace(directory / name)
            undo.callback(_put_back, directory / name, kept / name)
        undo.pop_all()


def _put_back(placed: Path, before: Path) -> None:
    if before.exists():
        before.replace(placed)
    else:
        placed.unlink()


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn the system's refusal into an error that names the file and says what to do.

    Raises:
        WriteError: in place of any OSError.

    """
    try:
        yield
    except OSError as error:
        what, hint = _EXPLANATIONS.get(
            error.errno or 0,
            (f"cannot be written ({os.strerror(error.errno or 0)})", "choose another directory"),
        )
        raise WriteError(what, where=str(path), hint=f"{hint}; nothing was changed") from error


_EXPLANATIONS = {
    errno.ENOSPC: ("the disk is full", "free some space, or choose another directory"),
    errno.EDQUOT: ("the disk quota is used up", "free some space, or choose another directory"),
    errno.EROFS: ("the disk is read-only", "choose another directory"),
    errno.EACCES: (
        "no permission to write it",
        "close it where it is open, change its permissions, or choose another directory",
    ),
    errno.EPERM: (
        "no permission to write it",
        "close it where it is open, change its permissions, or choose another directory",
    ),
    errno.ENOTDIR: ("its directory is a file", "choose another directory"),
    errno.EEXIST: ("there is a file where a directory is needed", "choose another directory"),
    errno.EISDIR: ("there is a directory of that name", "rename it, or choose another directory"),
}
