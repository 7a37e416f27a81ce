"""What leaves the project is noted in its log, before it is written."""

import logging

from notecode.errors import WriteError
from notecode.project.exporting.searched import Searched
from notecode.project.project import now
from notecode.store import facts
from notecode.store.connection import Database

_log = logging.getLogger(__name__)


EXPORTED = "export"
"""The action under which it is logged."""


def note_export(db: Database, what: str, searched: Searched, *, elsewhere: bool) -> None:
    """Log that ``what`` is to be written: not after, so that whatever was written stands there.

    How it is ``searched`` before stands there too.

    A project that may only be read can be exported ``elsewhere`` all the same; that is told.

    Raises:
        WriteError: if the database cannot be written, unless it is for ``elsewhere``.

    """
    try:
        said = f"to be written: {what}; searched for {searched.sought}"
        said += f"; NOT SEARCHED FOR {searched.unsought}" if searched.unsought else ""
        facts.log_event(db, EXPORTED, said, now())
    except WriteError:
        if not elsewhere:
            raise
        _log.warning("the project may only be read, so its log does not have this export")
