"""Opening the project database, and turning its failures into errors a user can act on."""

import os
import secrets
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any, Literal

from notecode.errors import DamagedError, DatabaseError, ProjectError, WriteError
from notecode.store.failures import damaged, translated
from notecode.store.schema import APPLICATION_ID, VERSION

TO_FORGET = "replaced texts to forget"
"""The fact that stands from the replacing of a text until the old one has been forgotten."""

_PROCESS = secrets.token_hex(8)
"""What the marks of this process begin with: it forgets by itself when its work is done."""

_OWNER_ONLY = 0o600

_STEP = 0.2
"""Seconds one attempt waits for another process's lock."""


class Database:
    """An open project database. Use as a context manager, or call ``close``.

    ``patience`` is how many seconds a write waits for another process before it gives up.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, patience: float) -> None:
        """Wrap an open connection; use ``open_database`` or ``create_database`` instead."""
        self._connection = connection
        self.path = path
        self._patience = patience
        self._together = False
        self._damaged = False

    def __enter__(self) -> "Database":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; a second call does nothing."""
        self._connection.close()

    @contextmanager
    def _in_our_words(self) -> Iterator[None]:
        try:
            with translated(self.path):
                yield
        except DamagedError:
            self._damaged = True
            raise

    def interrupt(self) -> None:
        """End the query that another thread is running here: it raises DatabaseError there."""
        with suppress(sqlite3.ProgrammingError):  # it has been closed meanwhile
            self._connection.interrupt()

    def rows(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> list[sqlite3.Row]:
        """All rows of a query."""
        with self._in_our_words():
            return self._connection.execute(sql, parameters).fetchall()

    def stream(
        self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()
    ) -> Iterator[tuple[Any, ...]]:
        """The rows of a query as plain tuples, one at a time, for tables of any length."""
        with self._in_our_words():
            cursor = self._connection.cursor()
            cursor.row_factory = None
            yield from cursor.execute(sql, parameters)

    def value(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        """The first column of the first row, or None where there is no row."""
        found = self.rows(sql, parameters)
        return found[0][0] if found else None

    def execute(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> int:
        """Run one writing statement inside ``writing``; returns the number of rows changed."""
        return self._connection.execute(sql, parameters).rowcount

    def execute_many(self, sql: str, rows: Iterator[Sequence[Any]] | Sequence[Any]) -> None:
        """Run one writing statement for every row, inside ``writing``."""
        self._connection.executemany(sql, rows)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One moment of the project for all that is read inside, whatever others write meanwhile.

        Nothing can be written inside, and other processes cannot truncate the log.
        """
        with self._in_our_words():
            self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("ROLLBACK")

    @contextmanager
    def setting_aside(self) -> Iterator[None]:
        """One transaction of temporary tables, which nobody else sees and no lock is taken for."""
        with self._in_our_words():
            self._connection.execute("BEGIN")
            try:
                yield
                self._connection.execute("COMMIT")
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    @contextmanager
    def writing(self, *, patience: float | None = None) -> Iterator[None]:
        """One transaction: everything inside is stored, or nothing is.

        The lock is taken at the start, so what is read inside cannot have gone stale.
        ``patience`` is another one than the database's own, for this once.

        Raises:
            DatabaseError: if another process holds the lock for longer than ``patience``.
            WriteError: if the disk is full or cannot be written.

        """
        if self._together:
            with self._step():
                yield
            return
        with self._in_our_words():
            self._begin(self._patience if patience is None else patience)
            try:
                yield
                self._connection.execute("COMMIT")
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    @contextmanager
    def together(self, keep: Callable[[], bool]) -> Iterator[None]:
        """One transaction of all that is written inside, of which a step may fail by itself.

        It is stored at the end if ``keep`` then says so, and if nothing was raised.

        Raises:
            DatabaseError, WriteError: as ``writing`` does.

        """
        with self._in_our_words():
            self._begin(self._patience)
            self._together = True
            try:
                yield
                if keep():
                    self._connection.execute("COMMIT")
            finally:
                self._together = False
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    @contextmanager
    def _step(self) -> Iterator[None]:
        with self._in_our_words():
            self._connection.execute("SAVEPOINT step")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK TO step")
                raise
            finally:
                self._connection.execute("RELEASE step")

    def _begin(self, patience: float) -> None:
        if self._damaged:
            raise damaged(self.path)
        deadline = time.monotonic() + patience
        while True:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() >= deadline:
                    raise
            else:
                return

    def mark_to_forget(self) -> None:
        """Say, in the transaction that replaces or deletes a text, that it is to be forgotten."""
        mark = f"{_PROCESS} {secrets.token_hex(8)}"
        self.execute("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", (TO_FORGET, mark))

    def forget_replaced_texts(self) -> bool:
        """Take texts that were replaced out of the search index and the write-ahead log as well.

        FTS5 only marks an old text's words as deleted until its parts are merged. False, and the
        mark stays, if another program was reading just then: the next one to open the database
        tries again. A mark that was set meanwhile stays too.
        """
        with self.writing():
            mark = self._mark()
            self.execute("INSERT INTO notes_text (notes_text) VALUES ('rebuild')")
        if self.value("PRAGMA wal_checkpoint(TRUNCATE)"):
            return False
        with self.writing():
            self.execute("DELETE FROM facts WHERE name = ? AND value = ?", (TO_FORGET, mark))
        return True

    def forget_if_unfinished(self) -> None:
        """The same if a process ended between replacing a text and forgetting the old one."""
        if self._mark():
            self.forget_replaced_texts()

    def forget_for_another(self) -> None:
        """The same, if it was another process, and if nobody has to be waited for."""
        with suppress(DatabaseError, WriteError):
            mark = self._mark()
            if mark and not mark.startswith(_PROCESS):
                self.forget_replaced_texts()

    def _mark(self) -> str:
        return self.value("SELECT value FROM facts WHERE name = ?", (TO_FORGET,)) or ""

    def data_version(self) -> int:
        """A number that differs once another connection has written."""
        return int(self.value("PRAGMA data_version"))


def create_database(path: Path) -> None:
    """Make a new project database, or bring an older one up to date.

    Raises:
        DatabaseError: if there is a file that is not a notecode database, or is a newer one.
        WriteError: if the file cannot be written.

    """
    from notecode.store.schema import migrate

    new = not path.exists() or not path.stat().st_size
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(
            f"the folder cannot be made: {error.strerror}",
            where=str(path.parent),
            hint="Look at what is there in its place, and at the permissions.",
        ) from error
    with translated(path):
        if not new and _check_kind(path) == VERSION:
            return
        with ExitStack() as unfinished:
            if new:
                unfinished.callback(_remove, path)
                # SQLite gives -wal and -shm the permissions of the database.
                os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, _OWNER_ONLY))
                path.chmod(_OWNER_ONLY)
            migrate(path)
            unfinished.pop_all()


def _remove(path: Path) -> None:
    """Take a half-made database away, with the files SQLite keeps beside it."""
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def set_aside(path: Path, name: str) -> Path:
    """Rename a database, with all that is committed in it, to ``name`` in the same folder.

    Raises:
        DatabaseError: if another program is using it.

    """
    with translated(path):
        connection = sqlite3.connect(path, timeout=_STEP)
        try:
            busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            # Leaving WAL mode takes the -wal and -shm files away; it needs the file to itself.
            mode = connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
        finally:
            connection.close()
    if busy or mode != "delete":
        raise DatabaseError(
            "the database is in use by another program",
            where=str(path),
            hint="Close the coder and other programs that have it open, then try again.",
        )
    return path.rename(path.with_name(name))


def open_database(path: Path, *, patience: float = 5.0) -> Database:
    """Open an existing project database, migrating it first where it is older.

    Raises:
        ProjectError: if there is no file yet.
        DatabaseError: if it is damaged, locked, newer than this version, or no notecode database.

    """
    if not path.is_file():
        raise ProjectError(
            "there are no notes in this project yet",
            where=str(path),
            hint="Run `notecode anonymise EXPORT` first (see `notecode status`).",
        )
    with translated(path):
        version = _check_kind(path)
        if version < VERSION:
            create_database(path)
        connection = _connect(path, isolation_level=None)
        connection.row_factory = sqlite3.Row
        # secure_delete: what a later run masks must not live on in the file's free pages.
        for pragma in (
            "foreign_keys = ON",
            "journal_mode = WAL",
            "synchronous = FULL",
            "secure_delete = ON",
        ):
            connection.execute(f"PRAGMA {pragma}")
    Database(connection, path, patience=0).forget_for_another()
    return Database(connection, path, patience)


def _connect(path: Path, isolation_level: Literal["DEFERRED"] | None) -> sqlite3.Connection:
    """Open the file; for reading alone where it, or its folder, cannot be written.

    There SQLite cannot keep its files beside a database in WAL mode. Unless a log lies there that
    has to be read too, nobody can be writing, and it is read as a file that does not change.
    """
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return sqlite3.connect(path, isolation_level=isolation_level, timeout=_STEP)
    log = path.with_name(f"{path.name}-wal")
    still = "" if log.exists() and log.stat().st_size else "&immutable=1"
    return sqlite3.connect(
        f"{path.resolve().as_uri()}?mode=ro{still}",
        uri=True,
        isolation_level=isolation_level,
        timeout=_STEP,
    )


def _check_kind(path: Path) -> int:
    connection = _connect(path, isolation_level="DEFERRED")
    try:
        kind = connection.execute("PRAGMA application_id").fetchone()[0]
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    finally:
        connection.close()
    if kind != APPLICATION_ID and tables:
        raise DatabaseError(
            "this is a database, but not one of notecode's",
            where=str(path),
            hint="Move it away, or work in another project directory.",
        )
    if version > VERSION:
        raise DatabaseError(
            f"written by a newer notecode (format {version}, this one knows {VERSION})",
            where=str(path),
            hint="Update notecode; the file has not been touched.",
        )
    return version
