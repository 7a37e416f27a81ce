"""The linking key: under it tags stay the same from one export to the next.

The database keeps a digest of what each tag stands for, made under this key; the key lies beside
the database, never in it, and is not exported. Without it no name can be tried out on the
digests, and later exports number anew, above every tag that was given.
"""

import hmac
import json
import os
import secrets
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from notecode.anonymising.pseudonyms.memory import GivenTag, TagMemory
from notecode.errors import ProjectError, WriteError
from notecode.project.anonymising.vault_state import VAULT_DESTROYED
from notecode.project.project import Project, now
from notecode.raw import RawNote
from notecode.store import facts, pseudonyms
from notecode.store.connection import Database

KEY_FILE = "linking.key"

KEY_DESTROYED = "linking key destroyed"
KEY_MADE = "linking key made anew"
"""The events of the project's log that say so."""

_BYTES = 32
_CHECK = "linking key check"
_NOTE = "note as exported"


def linking_key_path(project: Project) -> Path:
    """Where the key lies if it lies in a file: beside the database."""
    return project.database_path.parent / KEY_FILE


def read_or_make_linking_key(project: Project) -> bytes:
    """The project's key; the first call makes one, in a file that its owner alone can read.

    Raises:
        ProjectError: if the file is not a key.
        WriteError: if it cannot be written.

    """
    path = linking_key_path(project)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _read(path)
    except OSError as error:
        raise WriteError(
            f"the linking key cannot be written: {error.strerror}", where=str(path)
        ) from error
    key = secrets.token_bytes(_BYTES)
    with os.fdopen(file, "wb") as opened:
        opened.write(key)
        opened.flush()
        os.fsync(opened.fileno())
    return key


def linking_key_in_file(project: Project) -> bytes | None:
    """The project's key if it lies in a file.

    Raises:
        ProjectError: if the file is not a key.

    """
    return _read(linking_key_path(project)) if linking_key_path(project).exists() else None


def destroy_linking_key(project: Project) -> bool:
    """Delete the key and every digest made under it; returns whether there was a key.

    Tags that were given are kept, so that none is given to somebody else.
    """
    path = linking_key_path(project)
    existed = path.exists()
    if existed:
        path.unlink()
    if project.database_path.exists():
        with project.database() as db:
            pseudonyms.forget_digests(db)
            facts.save_fact(db, _CHECK, "")
    return existed


def destroy_linking_key_alone(project: Project) -> None:
    """Destroy the key of a project without a vault, and log it."""
    destroy_linking_key(project)
    if project.database_path.exists():
        with project.database() as db:
            facts.log_event(db, KEY_DESTROYED, "tags stay, their link is gone", now())


def cases_without_link(project: Project) -> tuple[str, ...]:
    """The cases whose tags are numbered anew when they are done again: their key is gone."""
    if not project.database_path.exists():
        return ()
    with project.database() as db:
        return pseudonyms.cases_without_digests(db)


def check_linking_key(db: Database, key: bytes) -> str:
    """Note which key the digests are made under; drop those of a key that is gone.

    Returns what became of an earlier key in whose place this one is now ("destroyed on …"), or "".
    """
    check = _check_of(key)
    known = facts.load_fact(db, _CHECK)
    if known == check:
        return ""
    if known:
        pseudonyms.forget_digests(db)
    facts.save_fact(db, _CHECK, check)
    destroyed = max(facts.last_event(db, event) for event in (VAULT_DESTROYED, KEY_DESTROYED))
    if not known and not destroyed:
        return ""
    gone = "replaced by hand or lost" if known else f"destroyed on {destroyed[:10]}"
    facts.log_event(db, KEY_MADE, f"the one of earlier runs was {gone}", now())
    return gone


def digest_of_note(key: bytes, note: RawNote) -> str:
    """What a note as exported is known by again: everything of it but its row and its author."""
    day = note.date.isoformat() if note.date else ""
    parts = (_NOTE, note.id, note.case_id, day, note.contact_type, note.author_role, note.text)
    said = json.dumps(parts, ensure_ascii=True).encode()
    return hmac.new(key, said, sha256).hexdigest()[:_BYTES]


def known_note_digests(
    db: Database, key: bytes | None, note_ids: Iterable[str] | None = None
) -> dict[str, str]:
    """The digests of these stored notes, or of all; empty if not made under this key."""
    if key is None or facts.load_fact(db, _CHECK) != _check_of(key):
        return {}
    return pseudonyms.load_note_digests(db, note_ids)


def corrected_notes(db: Database, key: bytes, notes: Sequence[RawNote]) -> frozenset[str]:
    """The notes that read otherwise than when they were stored, as far as it is known."""
    known = known_note_digests(db, key, [note.id for note in notes])
    return frozenset(
        note.id for note in notes if known.get(note.id, "") not in ("", digest_of_note(key, note))
    )


def load_memory(db: Database, case_id: str, key: bytes) -> TagMemory:
    """What is remembered of one case."""
    rows = pseudonyms.load_tags(db, case_id)
    return TagMemory(case_id, key, (GivenTag(*row) for row in rows))


def _check_of(key: bytes) -> str:
    return hmac.new(key, _CHECK.encode(), sha256).hexdigest()[:_BYTES]


def _read(path: Path) -> bytes:
    try:
        key = path.read_bytes()
    except OSError as error:
        raise ProjectError(
            f"the linking key cannot be read: {error.strerror}", where=str(path)
        ) from error
    if len(key) != _BYTES:
        raise ProjectError(
            f"this is no linking key: it has {len(key)} bytes and not {_BYTES}",
            where=str(path),
            hint="Bring it back from a backup, or delete it: later exports are then numbered anew.",
        )
    return key
