"""The life of the codebook: its log, one code's history, two versions side by side."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from notecode.codebook import Section, codebook_from_json, read_codebook
from notecode.codebook.events import CodebookEvent, Difference, compare
from notecode.errors import UsageError
from notecode.model import Agency, Code, Codebook
from notecode.project.codebook.recording import Author, section_of
from notecode.project.codebook.versions import frozen_versions, stored_version, versions_like
from notecode.project.project import Project, codebook_in_use, current_codebook
from notecode.store import codebook_events, codebooks
from notecode.store.connection import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a code or agency meant from one event on, and how many references it was given so."""

    since: str
    code: Code | Agency
    references: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """The life of a code or agency: what happened, what changed each time, what it meant and when.

    ``code`` is None if it is not in the codebook as it is now, ``asked`` the id that it had when
    it was asked for. ``references`` are its now; ``taken_over`` of them were coded with another
    one, by that.
    """

    id: str
    code: Code | Agency | None
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


def life_of(project: Project, id_: str, section: Section | None = None) -> Life:
    """The life of a code or agency, also of one that has gone, by the id it has or one it had.

    Raises:
        UsageError: if no version of the codebook ever had it.
        ProjectError: if nothing has been stored yet.

    """
    with project.database() as db:
        book = current_codebook(project, db)
        facet = section_of(project, Author(), id_, section)
        entries: Sequence[Code | Agency] = book.codes if facet == "codes" else book.agencies
        entry = next((e for e in entries if e.id == id_), None) or _once_called(entries, id_)
        now = entry.id if entry else id_
        ids = (now, *(entry.formerly if entry else ()))
        meanings = _meanings(db, facet, ids)
        if not meanings:
            raise UsageError(
                f"no version of the codebook has had the code or agency {id_!r}",
                hint="`notecode codebook log` lists what happened to which.",
            )
        kind = "code" if facet == "codes" else "agency"
        told = []
        for event in codebook_events.load_events(db, **{facet: ids}):
            before = _stored(db, event.before) if event.before else None
            changes = compare(before, _stored(db, event.after)) if before else ()
            told.append((event, tuple(d for d in changes if d.kind == kind and d.id in ids)))
        counted, taken = (
            (codebooks.references_of, codebooks.taken_over)
            if facet == "codes"
            else (codebooks.references_with, codebooks.agencies_taken_over)
        )
        return Life(
            id=now,
            asked=id_,
            code=entry,
            events=tuple(told),
            meanings=meanings,
            references=counted(db, now),
            taken_over=taken(db, now, ids),
        )


def _once_called(entries: Sequence[Code | Agency], id_: str) -> Code | Agency | None:
    return next((entry for entry in entries if id_ in entry.formerly), None)


def _meanings(db: Database, section: Section, ids: tuple[str, ...]) -> tuple[Meaning, ...]:
    meant = codebooks.meanings_of if section == "codes" else codebooks.agency_definitions
    found = []
    for since, digest, id_, references in meant(db, ids):
        book = _stored(db, digest)
        entry = book.code_by_id[id_] if section == "codes" else book.agency_by_id[id_]
        found.append(Meaning(since=since, code=entry, references=references))
    return tuple(found)
