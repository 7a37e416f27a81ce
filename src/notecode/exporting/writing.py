"""Putting files in place whole or not at all, once everything in them has been searched."""

import errno
import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from notecode.errors import WriteError

STAGE_PREFIX = ".notecode-export-"
OWNER_ONLY = 0o600


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """What one or several files say: all text that a reader of them can see.

    ``name`` is what a refusal names; ``parts`` gives the text piece by piece, each with the words
    that say where it stands.
    """

    name: str
    parts: Callable[[], Iterator[tuple[str, str]]]

    @property
    def text(self) -> str:
        """All of it at once, for what is known to be short."""
        return "\n".join(text for _, text in self.parts())


@dataclass(frozen=True, slots=True, kw_only=True)
class Artefact:
    """A file to be written: its name, what it says, and how it is written to a path.

    What is said is searched as values, before any of it is encoded: files of several kinds that
    say the same share it, and it is searched once.
    """

    name: str
    says: tuple[Said, ...]
    write: Callable[[Path], None]


Gate = Callable[[Said], None]
"""Called with all that the files say before anything is written; raises to forbid."""


def text_artefact(name: str, text: str) -> Artefact:
    """A file of plain text, in UTF-8."""

    def write(path: Path) -> None:
        path.write_bytes(text.encode("utf-8"))

    return Artefact(name=name, says=(Said(name, lambda: lines_of(text)),), write=write)


def lines_of(text: str) -> Iterator[tuple[str, str]]:
    """The parts of a text that has no rows: its lines."""
    for number, line in enumerate(text.splitlines(), 1):
        yield f"line {number}", line


def write_all(
    directory: Path,
    artefacts: Sequence[Artefact],
    gate: Gate,
    *,
    owner_only: bool = False,
    replaces: Sequence[str] = (),
    seal: str = "",
) -> tuple[Path, ...]:
    """Write every file into ``directory``, or none; returns their paths in order.

    The gate sees everything first. The files are then written, in order, to a hidden directory
    inside ``directory`` and renamed into place; should that fail half way, what was there before
    is put back. With ``owner_only`` nobody else on this machine may read them. Files of an
    earlier export that it ``replaces`` are removed with the same care.

    ``seal`` names the file that says that the others are whole. It goes first and comes last:
    where a power cut comes between the renames, the directory is without it.

    Raises:
        WriteError: if a file cannot be written, or another export is being written there; the
            directory is as it was.
        LeakError: whatever the gate raises passes through, before anything is written.

    """
    for said in dict.fromkeys(said for artefact in artefacts for said in artefact.says):
        gate(said)
    names = [artefact.name for artefact in artefacts]
    with _stage(directory) as stage:
        for artefact in artefacts:
            with _explained(directory / artefact.name):
                artefact.write(stage / artefact.name)
                _settle(stage / artefact.name, owner_only=owner_only)
        _put_in_place(stage, directory, names, [n for n in replaces if n not in names], seal)
    return tuple(directory / name for name in names)


def check_writable(directory: Path) -> None:
    """Refuse a directory in which nothing could be written, before anything is worked out.

    Raises:
        WriteError: if it, or what it would be made in, cannot be written.

    """
    there = next(path for path in (directory, *directory.absolute().parents) if path.exists())
    try:
        with _explained(directory), tempfile.TemporaryFile(dir=there):
            pass
    except WriteError as error:
        hint = error.hint.replace("elsewhere", "elsewhere with --into DIRECTORY")
        raise WriteError(error.what, where=error.where, hint=hint) from error


@contextmanager
def _stage(directory: Path) -> Iterator[Path]:
    """A hidden directory inside ``directory``, which is made if need be; gone afterwards.

    A directory that is made is its owner's alone.
    """
    missing = [path for path in (directory, *directory.parents) if not path.exists()]
    done = False
    with ExitStack() as leaving:
        leaving.callback(lambda: None if done else _remove_empty(missing))
        with _explained(directory):
            for path in reversed(missing):
                path.mkdir(mode=0o700, exist_ok=True)
            leaving.enter_context(_alone(directory))
            for left in directory.glob(f"{STAGE_PREFIX}*"):
                # Of a run that was ended from outside: nobody else is at work here.
                shutil.rmtree(left, ignore_errors=True)
            stage = Path(tempfile.mkdtemp(prefix=STAGE_PREFIX, dir=directory))
            leaving.callback(shutil.rmtree, stage, ignore_errors=True)
        yield stage
        done = True


def _remove_empty(directories: Sequence[Path]) -> None:
    for path in directories:
        with suppress(OSError):
            path.rmdir()


@contextmanager
def _alone(directory: Path) -> Iterator[None]:
    """Hold the directory, so that two exports do not mix their files.

    Raises:
        WriteError: if another process holds it.

    """
    handle = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise WriteError(
                "another export is being written here",
                where=str(directory),
                hint="Wait until it has ended; nothing was changed",
            ) from error
        except OSError as error:
            # A file system without locks (some network shares): go on without one.
            if error.errno not in (errno.ENOLCK, errno.ENOTSUP, errno.EINVAL, errno.ENOSYS):
                raise
        yield
    finally:
        os.close(handle)


def _settle(path: Path, *, owner_only: bool) -> None:
    """Wait until the disk has the file, and give it its permissions."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    if owner_only:
        path.chmod(OWNER_ONLY)


def _put_in_place(
    stage: Path, directory: Path, names: Sequence[str], replaced: Sequence[str], seal: str
) -> None:
    """Rename the staged files into place; on any failure put back what was there before."""
    kept = stage / "before"
    kept.mkdir()
    with ExitStack() as undo:
        for name in (*names, *replaced):
            with _explained(directory / name):
                _keep(directory / name, kept / name)
            undo.callback(_put_back, directory / name, kept / name)
        for name in (*([seal] if seal else []), *replaced):
            with _explained(directory / name):
                (directory / name).unlink(missing_ok=True)
        for name in sorted(names, key=lambda name: name == seal):
            with _explained(directory / name):
                (stage / name).replace(directory / name)
        undo.pop_all()


def _keep(placed: Path, before: Path) -> None:
    """Keep what is there, if anything is: under a second name, or as a copy."""
    if not placed.exists():
        return
    try:
        before.hardlink_to(placed)
    except OSError:
        shutil.copy2(placed, before)


def _put_back(placed: Path, before: Path) -> None:
    if before.exists():
        before.replace(placed)
    else:
        placed.unlink(missing_ok=True)


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
            (
                f"cannot be written ({os.strerror(error.errno or 0)})",
                "write elsewhere",
            ),
        )
        raise WriteError(what, where=str(path), hint=f"{hint}; nothing was changed") from error


_EXPLANATIONS = {
    errno.ENOSPC: ("the disk is full", "free some space, or write elsewhere"),
    errno.EDQUOT: (
        "the disk quota is used up",
        "free some space, or write elsewhere",
    ),
    errno.EROFS: ("the disk is read-only", "write elsewhere"),
    errno.EACCES: (
        "no permission to write it",
        "close it where it is open, change its permissions, or write elsewhere",
    ),
    errno.EPERM: (
        "no permission to write it",
        "close it where it is open, change its permissions, or write elsewhere",
    ),
    errno.ENOTDIR: ("its directory is a file", "write elsewhere"),
    errno.EEXIST: (
        "there is a file where a directory is needed",
        "write elsewhere",
    ),
    errno.EISDIR: (
        "there is a directory of that name",
        "rename it, or write elsewhere",
    ),
}
