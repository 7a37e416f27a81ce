"""What leaves the project is noted in its log, before it is written."""

import logging

from notecode.errors import WriteError
from notecode.project.project import now
from notecode.store import facts
from notecode.store.connection import Database

_log = logging.getLogger(__name__)


def note_export(db: Database, what: str, *, elsewhere: bool) -> None:
    """Log that ``what`` is to be written: not after, so that whatever was written stands there.

    A project that may only be read can be exported ``elsewhere`` all the same; that is told.

    Raises:
        WriteError: if the database cannot be written, unless it is for ``elsewhere``.

    """
    try:
        facts.log_event(db, "export", f"to be written: {what}", now())
    except WriteError:
        if not elsewhere:
            raise
        _log.warning("the project may only be read, so its log does not have this export")
