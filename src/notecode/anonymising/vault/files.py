"""Files of the vault: for the owner's eyes alone, replaced whole, one writer at a time, erased."""

import errno
import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from notecode.errors import VaultError, WriteError

OWNER_ONLY = 0o600
_PIECE = 1 << 20


def real_path(path: Path) -> Path:
    """Where the vault itself lies: ``path``, or what it is a symbolic link to.

    A vault is replaced by renaming; done at a link, that would leave the old one at its target.
    """
    return Path(os.path.realpath(path))


def links_at(path: Path) -> tuple[Path, ...]:
    """The symbolic links that lead from ``path`` to the vault, the first one first."""
    links: list[Path] = []
    while path.is_symlink() and path not in links:
        links.append(path)
        path = path.parent / path.readlink()
    return tuple(links)


def work_path(path: Path) -> Path:
    """The file beside the vault that takes new records until they are merged."""
    return path.with_name(f"{path.name}.work")


def new_path(path: Path) -> Path:
    """The file beside the vault that becomes the next one; it exists while that is written."""
    return path.with_name(f".{path.name}.new")


def lock_path(path: Path) -> Path:
    """The empty file beside the vault that its one writer holds."""
    return path.with_name(f".{path.name}.lock")


@contextmanager
def only_writer(path: Path) -> Iterator[None]:
    """Hold the vault's lock.

    Raises:
        VaultError: if another process holds it.
        WriteError: if the folder cannot be written.

    """
    lock = lock_path(path)
    with explained(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = _open_lock(lock)
    try:
        if not _take(handle):
            raise VaultError(
                "the vault is being written by another notecode",
                where=str(path),
                hint="Wait until it has ended, then run the same command again.",
            )
        try:
            yield
        finally:
            with suppress(OSError):
                lock.unlink()
    finally:
        os.close(handle)


def _open_lock(lock: Path) -> int:
    return os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, OWNER_ONLY)


def _take(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EAGAIN, errno.EACCES):
            return False
        raise
    # The writer before us may have taken the file away between our opening and locking it.
    return os.fstat(handle).st_nlink > 0


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write, which takes the place of ``path`` once the disk has all of it.

    Raises:
        WriteError: if it cannot be written; what stood at ``path`` is unharmed.

    """
    beside = new_path(path)
    with explained(path):
        try:
            with create(beside) as file:
                yield file
                to_disk(file)
            beside.replace(path)
            folder_to_disk(path.parent)
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def create(path: Path) -> BinaryIO:
    """A new file that its owner alone may read; one that is there is begun again."""
    path.unlink(missing_ok=True)
    return os.fdopen(
        os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, OWNER_ONLY), "w+b"
    )


def to_disk(file: BinaryIO) -> None:
    """Wait until the disk has what was written."""
    file.flush()
    os.fsync(file.fileno())


def folder_to_disk(folder: Path) -> None:
    """Wait until the disk has the folder's names; some file systems have no such thing."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


def copy(source: BinaryIO, target: BinaryIO, start: int, end: int) -> None:
    """Copy the bytes from ``start`` to ``end``, a piece at a time."""
    source.seek(start)
    left = end - start
    while left > 0:
        piece = source.read(min(left, _PIECE))
        if not piece:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        target.write(piece)
        left -= len(piece)


def erase(path: Path, first: int) -> None:
    """Overwrite a file with random bytes, its first ``first`` bytes before all else; remove it.

    Raises:
        WriteError: if it cannot be overwritten or removed.

    """
    with explained(path):
        if not path.exists():
            return
        with path.open("r+b") as file:
            size = path.stat().st_size
            for start, end in ((0, min(first, size)), (0, size)):
                file.seek(start)
                while file.tell() < end:
                    file.write(secrets.token_bytes(min(_PIECE, end - file.tell())))
                to_disk(file)
        path.unlink()
        folder_to_disk(path.parent)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn the system's refusal into an error that says what to do.

    Raises:
        WriteError: in place of any OSError.

    """
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise WriteError(
            "the vault could not be written: "
            + ("the disk is full" if full else os.strerror(error.errno or errno.EIO)),
            where=str(path),
            hint="Nothing that was in the vault is lost. "
            + ("Free some space" if full else "Look at the permissions of the file and its folder")
            + ", then run the same command again.",
        ) from error
