"""The codebook's file while somebody codes: whether it was written, and what then waits."""

from pathlib import Path

from notecode.project.project import Project, current_codebook
from notecode.store import reconsidering

Stamp = tuple[int, int, int]
"""What tells one writing of a file from another, without reading it."""


def stamp_of(path: Path) -> Stamp | None:
    """When a file was written, how long and which one it is; None if it is not there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def prepare_codebook(project: Project, coder: str) -> int:
    """Read the codebook's file into the database, so that a session takes it in no time.

    Has a connection of its own, for a thread beside the session's. The answer is how many of the
    coder's references wait to be looked at again under it.

    Raises:
        CodebookError: if the file cannot be used.
        DatabaseError, WriteError: if it cannot be stored now.

    """
    with project.database() as db:
        book = current_codebook(project, db, to_write=True)
        return len(reconsidering.load_waiting(db, book, coder=coder))
