"""The life of the codebook: its log, one code's history, two versions side by side."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from notecode.codebook import codebook_from_json, read_codebook
from notecode.codebook.events import CodebookEvent, Difference, compare
from notecode.errors import UsageError
from notecode.model import Code, Codebook
from notecode.project.codebook.versions import frozen_versions, stored_version, versions_like
from notecode.project.project import Project, codebook_in_use, current_codebook
from notecode.store import codebook_events, codebooks
from notecode.store.connection import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a code meant from one event on, and how many references were coded under it."""

    since: str
    code: Code
    references: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """A code's life: what happened, what changed each time, what it meant and when.

    ``code`` is None if it is not in the codebook as it is now, ``asked`` the id that it had when
    it was asked for. ``references`` are its now; ``taken_over`` of them were coded with another
    code, by that code.
    """

    id: str
    code: Code | None
    events: tuple[tuple[CodebookEvent, tuple[Difference, ...]], ...]
    meanings: tuple[Meaning, ...]
    references: int
    asked: str = ""
    taken_over: dict[str, int] = field(default_factory=dict)


def codebook_log(project: Project) -> list[CodebookEvent]:
    """Every change of the codebook, the oldest first; none before notes or a change were stored."""
    if not project.database_path.is_file():
        return []
    with project.database() as db:
        codebook_in_use(project, db)
        return codebook_events.load_events(db)


def differences(
    project: Project, one: str = "", other: str = ""
) -> tuple[str, str, tuple[Difference, ...]]:
    """What differs between two versions, with the digest of each.

    A version is the name of a frozen one, the beginning of a digest, #NUMBER of an event (what it
    led to), or a file. ``one`` "" is the version frozen last, or the first; ``other`` "" is now.

    Raises:
        UsageError: if a version is not known, or several begin so.

    """
    with _stored_versions(project) as db:
        now = current_codebook(project, db)
        before = _version(db, one) if one else _last_frozen(db, now)
        after = _version(db, other) if other else now
        return before.digest, after.digest, compare(before, after)


@contextmanager
def _stored_versions(project: Project) -> Iterator[Database | None]:
    """The project's database, or None before there is one."""
    if not project.database_path.is_file():
        yield None
        return
    with project.database() as db:
        yield db


def _last_frozen(db: Database | None, now: Codebook) -> Codebook:
    if db is None:
        return now
    names = frozen_versions(db)
    if names:
        return _stored(db, list(names.values())[-1])
    events = codebook_events.load_events(db)
    return _stored(db, events[0].after) if events else now


def _version(db: Database | None, name: str) -> Codebook:
    if db and (len(versions_like(db, name)) == 1 or not Path(name).is_file()):
        return _stored(db, stored_version(db, name))
    if Path(name).is_file():
        return read_codebook(Path(name))
    raise UsageError(
        f"no version of the codebook is named {name!r}",
        hint="None is stored yet: name a file, or freeze one first.",
    )


def _stored(db: Database, digest: str) -> Codebook:
    return codebook_from_json(codebooks.parsed_codebook(db, digest) or "")


def code_life(project: Project, code_id: str) -> Life:
    """One code's life, also that of one that has gone, by the id it has or one that it had.

    Raises:
        UsageError: if no version of the codebook ever had it.
        ProjectError: if nothing has been stored yet.

    """
    with project.database() as db:
        book = current_codebook(project, db)
        code = book.code_by_id.get(code_id) or _once_called(book, code_id)
        now = code.id if code else code_id
        ids = (now, *(code.formerly if code else ()))
        meanings = _meanings(db, ids)
        if not meanings:
            raise UsageError(
                f"no version of the codebook has had the code {code_id!r}",
                hint="`notecode codebook log` lists what happened to which.",
            )
        told = []
        for event in codebook_events.load_events(db, ids):
            before = _stored(db, event.before) if event.before else None
            changes = compare(before, _stored(db, event.after)) if before else ()
            told.append((event, tuple(d for d in changes if d.kind == "code" and d.id in ids)))
        return Life(
            id=now,
            asked=code_id,
            code=code,
            events=tuple(told),
            meanings=meanings,
            references=codebooks.references_of(db, now),
            taken_over=codebooks.taken_over(db, now, ids),
        )


def _once_called(book: Codebook, id_: str) -> Code | None:
    return next((code for code in book.codes if id_ in code.formerly), None)


def _meanings(db: Database, ids: tuple[str, ...]) -> tuple[Meaning, ...]:
    found = []
    for since, digest, id_, references in codebooks.meanings_of(db, ids):
        code = _stored(db, digest).code_by_id[id_]
        found.append(Meaning(since=since, code=code, references=references))
    return tuple(found)
