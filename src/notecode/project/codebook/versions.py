"""Taking in a codebook whose file says something new: stored, compared, logged."""

import getpass
import logging

from notecode.codebook import codebook_from_json, codebook_to_json
from notecode.codebook.events import CodebookEvent, compare, summarise
from notecode.model import Codebook
from notecode.store import codebooks
from notecode.store.connection import Database

_log = logging.getLogger(__name__)

_SHOWN = 12
"""Characters of a digest that are shown."""


def take_in(
    db: Database,
    book: Codebook,
    yaml: str,
    *,
    author: str,
    now: str,
    patience: float | None = None,
) -> None:
    """Store a version that came by hand, mirror it, and log in what it differs from the last.

    The difference is told as a warning, in ids. ``patience`` is that of ``Database.writing``.
    """
    last = codebooks.current_digest(db)
    event = CodebookEvent(
        at=now, author=author, action="in use", summary=book.digest[:_SHOWN], after=book.digest
    )
    if last:
        before = codebook_from_json(codebooks.parsed_codebook(db, last) or "")
        differences = compare(before, book)
        event = CodebookEvent(
            at=now,
            author=author,
            action="edited",
            summary=summarise(differences),
            before=last,
            after=book.digest,
            codes=tuple(d.id for d in differences if d.kind == "code"),
        )
    settled = codebooks.change_codebook(
        db, book, yaml, codebook_to_json(book), event, patience=patience
    )
    if last:
        said = "; ".join(filter(None, (event.summary, str(settled))))
        _log.warning("codebook.yaml was edited since it was last read: %s", said)


def author_name(coder: str, named: str = "") -> str:
    """Who changes the codebook: the one named, else the settings' coder, else the login name."""
    return (named or coder or getpass.getuser()).strip()
