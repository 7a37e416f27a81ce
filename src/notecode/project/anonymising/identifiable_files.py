"""Files that hold identifiable notes: where they may lie, and how they are written."""

import errno
import json
import os
import subprocess
from contextlib import suppress
from pathlib import Path

from notecode.anonymising.vault.files import create, folder_to_disk, to_disk
from notecode.errors import UsageError, WriteError
from notecode.project.project import SETTINGS_FILE

_EXPORTS = "exports"
_CORPUS = "corpus"
_GIT_SECONDS = 10


def refuse_exposed(path: Path) -> None:
    """Refuse a place from which identifiable notes would travel.

    Raises:
        UsageError: if the file would lie in a project's exports/ or corpus/, or in a git work
            tree that does not ignore it.

    """
    place = path.absolute().parent.resolve() / path.name
    for folder in place.parents:
        if folder.name == _EXPORTS and (folder.parent / SETTINGS_FILE).is_file():
            raise UsageError(
                "this file will hold identifiable notes, and exports/ is what leaves the project",
                where=str(path),
                hint="Choose a folder of the secure machine that is not handed on.",
            )
        if folder.name == _CORPUS and (folder.parent / SETTINGS_FILE).is_file():
            raise UsageError(
                "this file will hold identifiable notes, and corpus/ has none: it is copied and"
                " backed up with the project",
                where=str(path),
                hint="Choose a folder outside the project, and destroy the file after its use.",
            )
        if (folder / ".git").exists() and not _is_ignored(folder, place):
            raise UsageError(
                "this file will hold identifiable notes, and git would keep it in its history",
                where=str(path),
                hint="Choose a folder outside the git work tree, or name the file in .gitignore.",
            )


def write_private(path: Path, text: str) -> None:
    """Put the text in place of ``path``, whole or not at all, readable by its owner alone.

    A folder that is missing is made, for its owner alone.

    Raises:
        WriteError: if it cannot be written; what stood there is unharmed.

    """
    beside = _unfinished(path)
    try:
        try:
            _make_folder(path.parent)
            with create(beside) as file:
                file.write(text.encode())
                to_disk(file)
            beside.replace(path)
            folder_to_disk(path.parent)
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise WriteError(
            "the disk is full" if full else os.strerror(error.errno or errno.EIO),
            where=str(path),
            hint="Nothing was changed. Free some space or choose another folder, and try again.",
        ) from error


def _make_folder(folder: Path) -> None:
    """Make the folder, and those above it that are missing, for their owner alone."""
    if not folder.exists():
        _make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def discard_unfinished(path: Path) -> None:
    """Remove what a process that was killed while it wrote ``path`` left beside it."""
    with suppress(OSError):
        _unfinished(path).unlink(missing_ok=True)


def _unfinished(path: Path) -> Path:
    return path.with_name(f".{path.name}.saving")


def json_line(data: object) -> str:
    """The data as one line of a JSON-lines file."""
    line = json.dumps(data, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:
        # Half of a surrogate pair, from an export cut in the middle of an emoji.
        line = json.dumps(data)
    return f"{line}\n"


def _is_ignored(work_tree: Path, place: Path) -> bool:
    """Whether git ignores the file; without git to ask it is taken that it does not."""
    try:
        asked = subprocess.run(
            ["git", "-C", str(work_tree), "check-ignore", "--quiet", str(place)],
            check=False,
            capture_output=True,
            timeout=_GIT_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0
