"""What leaves the project is noted in its log: before it is written, and then what came of it."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from notecode.errors import WriteError
from notecode.project.exporting.searched import Searched
from notecode.project.project import now
from notecode.store import facts
from notecode.store.connection import Database

_log = logging.getLogger(__name__)


EXPORTED = "export"
"""The action under which it is logged."""

REFUSED = "export refused"
"""The action under which one stands of which nothing was written."""


@contextmanager
def noted_export(db: Database, what: str, searched: Searched, *, elsewhere: bool) -> Iterator[None]:
    """Log that ``what`` is to be written, and on leaving whether it was.

    It is logged before, so that whatever was written stands there: if the process is ended in
    between, the line says "to be written". How it is ``searched`` before stands there too. What
    is written within may not begin before the database is left to others.

    A project that may only be read can be exported ``elsewhere`` all the same; that is told.

    Raises:
        WriteError: if the database cannot be written, unless it is for ``elsewhere``.

    """
    said = f"{what}; searched for {searched.sought}"
    said += f"; NOT SEARCHED FOR {searched.unsought}" if searched.unsought else ""
    try:
        number = facts.log_event(db, EXPORTED, f"to be written: {said}", now())
    except WriteError:
        if not elsewhere:
            raise
        _log.warning("the project may only be read, so its log does not have this export")
        yield
        return
    outcome = (REFUSED, f"not written: {said}")
    try:
        yield
        outcome = (EXPORTED, f"written: {said}")
    finally:
        facts.settle_event(db, number, *outcome)
