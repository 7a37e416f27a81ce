"""The versions of a codebook: one whose file says something new taken in, earlier ones found."""

import logging

from notecode.codebook import codebook_from_json, codebook_to_json
from notecode.codebook.events import CodebookEvent, compare, summarise, touched
from notecode.errors import UsageError
from notecode.model import Codebook
from notecode.store import codebook_events, codebooks
from notecode.store.connection import Database

_log = logging.getLogger(__name__)

_SHOWN = 12
"""Characters of a digest that are shown."""

_SHORTEST = 4
"""Characters of a digest that name a version at least."""


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
            codes=touched("code", differences),
            agencies=touched("agency", differences),
        )
    settled = codebooks.change_codebook(
        db, book, yaml, codebook_to_json(book), event, patience=patience
    )
    if last:
        said = "; ".join(filter(None, (event.summary, str(settled))))
        _log.warning("codebook.yaml was edited since it was last read: %s", said)


def frozen_versions(db: Database) -> dict[str, str]:
    """The digests of named versions by name, the oldest first."""
    events = codebook_events.load_events(db)
    return {e.name: e.after for e in events if e.action == "freeze" and e.state == "done"}


def stored_version(db: Database, name: str) -> str:
    """The digest of the version meant by a name, #NUMBER of an event, or how its digest begins.

    Raises:
        UsageError: if none is meant, or several.

    """
    names = frozen_versions(db)
    found = versions_like(db, name)
    if len(found) == 1:
        return found[0]
    known = ", ".join(names) or "none is named yet"
    what = f"{len(found)} versions begin with" if found else "no version of the codebook is named"
    raise UsageError(
        f"{what} {name!r}",
        hint=f"Name a frozen one ({known}), a longer digest, or #NUMBER of `codebook log`.",
    )


def versions_like(db: Database, name: str) -> list[str]:
    """The digests that may be meant: by name, by number of an event, by how a digest begins."""
    names = frozen_versions(db)
    if name in names:
        return [names[name]]
    if name.startswith("#"):
        return [e.after for e in codebook_events.load_events(db) if f"#{e.id}" == name]
    return codebooks.digests_like(db, name) if len(name) >= _SHORTEST else []
