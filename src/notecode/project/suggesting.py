"""Running the codebook's rules over the notes."""

from collections.abc import Callable
from dataclasses import dataclass

from notecode import __version__
from notecode.model import Codebook, Mention, Note, Suggestion
from notecode.project.plain_tags import StoredNotesReader
from notecode.project.project import Project, current_codebook, now
from notecode.settings import Settings
from notecode.store import notes as stored_notes
from notecode.store import suggestions as stored
from notecode.store.connection import Database
from notecode.store.facts import log_event

_BATCH = 500
"""Notes per transaction: little is lost when it is interrupted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestSummary:
    """Notes run this time; mentions by agency and suggestions by code in all notes."""

    notes: int
    mentions: dict[str, int]
    suggestions: dict[str, int]
    codebook: str


@dataclass(frozen=True, slots=True)
class LearntName:
    """A name that the notes of a site explain: of which agency, which notes say so, and how."""

    site: str
    name: str
    agency: str
    notes: tuple[str, ...]
    how: tuple[str, ...]


def run_key(codebook: Codebook, settings: Settings) -> str:
    """What a note was run under: another codebook or another notecode runs it again."""
    return "+".join([codebook.digest, __version__, *sorted(settings.no_names)])


def suggest(project: Project, progress: Callable[[int, int, str], None]) -> SuggestSummary:
    """Run the rules over every note that this version of the codebook has not been run over.

    Raises:
        ProjectError: if no notes are stored yet.
        CodebookError, DatabaseError: if the codebook or the database cannot be used.

    """
    with project.database() as db:
        codebook = current_codebook(project, db, to_write=True)
        key = run_key(codebook, project.settings)
        reader = StoredNotesReader(db, codebook, project.settings.no_names)
        waiting = _to_run(db, reader, key)
        for start in range(0, len(waiting), _BATCH):
            batch: list[Note] = waiting[start : start + _BATCH]
            mentions: list[Mention] = []
            suggestions: list[Suggestion] = []
            for note in batch:
                found, proposed = reader.read(note)
                mentions += found
                suggestions += proposed
            stored.save_suggestions(
                db,
                [note.id for note in batch],
                mentions,
                suggestions,
                codebook=key,
                learnt={note.id: reader.learnt_in(note) for note in batch},
            )
            progress(start + len(batch), len(waiting), "notes")
        if waiting:
            log_event(
                db, "suggest", f"{len(waiting)} notes, codebook {codebook.digest[:12]}", now()
            )
        return SuggestSummary(
            notes=len(waiting),
            mentions=stored.mention_totals(db),
            suggestions=stored.suggestion_totals(db),
            codebook=codebook.digest,
        )


def _to_run(db: Database, reader: StoredNotesReader, key: str) -> list[Note]:
    """The notes that were not run under this key, or without a name that others explain now."""
    new = {note.id for note in stored_notes.load_notes_to_suggest(db, key)}
    if not new:
        return []
    every = stored_notes.load_notes(db)
    reader.learn(every)
    under = stored.learnt_under(db)
    stale = [
        note
        for note in every
        if note.id not in new and reader.learnt_in(note) != under.get(note.id, "")
    ]
    # The new ones last: as long as one of them waits, an interrupted run comes this way again.
    return stale + [note for note in every if note.id in new]


def names_learnt(project: Project) -> tuple[LearntName, ...]:
    """The names of local services that the notes explain, by site and name.

    Raises:
        ProjectError: if no notes are stored yet.
        CodebookError, DatabaseError: if the codebook or the database cannot be used.

    """
    with project.database() as db:
        reader = StoredNotesReader(db, current_codebook(project, db), project.settings.no_names)
        learnt = reader.learn(stored_notes.load_notes(db))
    return tuple(
        LearntName(site, each.name, each.agency, each.notes, each.how)
        for site, names in sorted(learnt.items())
        for each in names
    )
