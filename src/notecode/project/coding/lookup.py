"""Questions over all notes, asked in a thread of their own while the coder goes on."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from notecode.errors import DatabaseError
from notecode.project.coding.session import CodingSession
from notecode.store.connection import Database, open_database

T = TypeVar("T")

Question = Callable[[Database, str], Iterator[T]]
"""Gives its answers one by one, from a database for one coder."""


class Lookup:
    """One question to a session's project, over a connection of its own."""

    def __init__(self, session: CodingSession) -> None:
        """Nothing is opened yet: a connection belongs to the thread that opens it."""
        self._path = session.db.path
        self._coder = session.coder
        self._db: Database | None = None
        self.given_up = False

    def ask(self, question: Question[T], take: Callable[[T], object]) -> None:
        """Hand every answer to ``take``, until there are no more or they are not wanted any more.

        Raises:
            DatabaseError: if the project cannot be read; not once it has been given up.

        """
        try:
            with open_database(self._path, patience=0) as db:
                self._db = db
                if self.given_up:
                    return  # before there was anything to break off
                for answer in question(db, self._coder):
                    if self.given_up:
                        return
                    take(answer)
        except DatabaseError:
            if not self.given_up:
                raise

    def give_up(self) -> None:
        """End the question, from any thread: what it is at is broken off."""
        self.given_up = True
        if self._db is not None:
            self._db.interrupt()
