"""Running the codebook's rules over the notes."""

from collections.abc import Callable
from dataclasses import dataclass

from notecode import __version__
from notecode.model import Codebook, Mention, Note, Suggestion
from notecode.project.plain_tags import StoredNotesReader
from notecode.project.project import Project, current_codebook, now
from notecode.store import notes as stored_notes
from notecode.store import suggestions as stored
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


def run_key(codebook: Codebook) -> str:
    """What a note was run under: another codebook or another notecode runs it again."""
    return f"{codebook.digest}+{__version__}"


def suggest(project: Project, progress: Callable[[int, int, str], None]) -> SuggestSummary:
    """Run the rules over every note that this version of the codebook has not been run over.

    Raises:
        ProjectError: if no notes are stored yet.
        CodebookError, DatabaseError: if the codebook or the database cannot be used.

    """
    with project.database() as db:
        codebook = current_codebook(project, db, to_write=True)
        waiting = stored_notes.load_notes_to_suggest(db, run_key(codebook))
        reader = StoredNotesReader(db, codebook)
        for start in range(0, len(waiting), _BATCH):
            batch: list[Note] = waiting[start : start + _BATCH]
            mentions: list[Mention] = []
            suggestions: list[Suggestion] = []
            for note in batch:
                found, proposed = reader.read(note)
                mentions += found
                suggestions += proposed
            stored.save_suggestions(
                db, [n.id for n in batch], mentions, suggestions, codebook=run_key(codebook)
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
