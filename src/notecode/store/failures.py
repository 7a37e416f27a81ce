"""What SQLite could not do, as errors that a user can act on."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from notecode.errors import DamagedError, DatabaseError, WriteError


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Say in our words what SQLite says in its own; never repeat a statement or its values."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise DatabaseError(
            "the database refused a row that breaks its rules",
            where=str(path),
            hint=f"Nothing was changed. Please report this ({error.sqlite_errorname}).",
        ) from error
    except sqlite3.Error as error:
        raise _in_our_words(error, path) from error


def _in_our_words(error: sqlite3.Error, path: Path) -> DatabaseError | WriteError:
    name = getattr(error, "sqlite_errorname", "") or ""
    where = str(path)
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
        return WriteError(
            "the disk is full or failed while the database was written",
            where=where,
            hint="Nothing of this step was kept; free some space and run it again.",
        )
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return WriteError(
            "the database cannot be opened for writing",
            where=where,
            hint="Check the permissions of the file and of its folder.",
        )
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return DatabaseError(
            "the database is locked by another program",
            where=where,
            hint="Close other programs that have it open for writing, then try again.",
        )
    if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return damaged(path)
    return DatabaseError(
        f"the database answered with an error ({name or type(error).__name__})",
        where=where,
        hint="If it keeps happening, restore the file from a back-up.",
    )


def damaged(path: Path) -> DamagedError:
    """That the file cannot be trusted any more."""
    return DamagedError(
        "the file is damaged or is not a database",
        where=str(path),
        hint="Restore it from a back-up; `notecode` writes nothing more into it.",
    )
