"""One coder at work: the notes to read, and every action saved before it returns."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace

from notecode.coding import commands
from notecode.errors import CodingError, UsageError
from notecode.model import (
    Case,
    Change,
    Codebook,
    Flag,
    Mention,
    Note,
    Reference,
    Span,
    Suggestion,
    Thing,
)
from notecode.project.authors import author_name
from notecode.project.counting import ALL_CODERS
from notecode.project.project import Project, current_codebook, now
from notecode.store import browsing, done_notes, facts, filtering, memos, references, suggestions
from notecode.store import notes as stored_notes
from notecode.store.browsing import NoteRow, Progress
from notecode.store.connection import Database
from notecode.store.filtering import EVERY_NOTE, NoteFilter

__all__ = ["CodedNote", "CodingSession", "NoteRow", "Progress", "open_coding"]


_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedNote:
    """A note with all that the coder shows on it; references are those of one coder."""

    note: Note
    case: Case
    month: int | None
    references: tuple[Reference, ...]
    suggestions: tuple[Suggestion, ...]
    mentions: tuple[Mention, ...]
    flags: tuple[Flag, ...] = ()
    memos: frozenset[Thing] = frozenset()
    """The note and its references, where a memo lies on them."""
    done: str = ""
    """When the coder marked the note as done (UTC, ISO 8601), or ""."""


class CodingSession:
    """What the coder's screen calls. Every action is committed and synced when it returns.

    A capability of its own is a file of functions beside this one: they read ``db``, and write
    with ``save``.

    Actions raise CodingError (it means nothing here), ConflictError (somebody else changed it
    meanwhile), DatabaseError or WriteError (nothing was changed).
    """

    def __init__(self, project: Project, db: Database, codebook: Codebook, coder: str) -> None:
        """Use ``open_coding``."""
        self.project = project
        self.db = db
        self._cases = {case.id: case for case in stored_notes.load_cases(db)}
        self._version = db.data_version()
        self._shown: dict[str, str] = {}
        self.own_events: set[int] = set()
        self.codebook = codebook
        self.coder = coder
        self.synthetic = facts.load_fact(db, facts.SYNTHETIC) == "yes"

    def __enter__(self) -> "CodingSession":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self.db.close()

    def note_ids(self, wanted: NoteFilter = EVERY_NOTE) -> list[str]:
        """Ids of the notes that pass a filter, in reading order: case, date, id."""
        return filtering.filtered_ids(self.db, wanted, self.coder)

    def note_rows(self, ids: Sequence[str]) -> list[NoteRow]:
        """What the note list shows of these notes."""
        return browsing.note_rows(self.db, ids, self.coder)

    def open_note(self, note_id: str) -> CodedNote:
        """A note as it stands now; what is coded next on it is meant for this text.

        Raises:
            CodingError: if there is no note of this id.

        """
        opened = self.look_at(note_id)
        self._shown[note_id] = opened.note.digest
        return opened

    def look_at(self, note_id: str) -> CodedNote:
        """A note as it stands now, without its being shown to the coder.

        Raises:
            CodingError: if there is no note of this id.

        """
        note = self._note(note_id)
        case = self._case(note.case_id)
        return CodedNote(
            note=note,
            case=case,
            month=stored_notes.load_month(self.db, note_id),
            references=references.references_on(self.db, note_id, self.coder),
            suggestions=suggestions.open_suggestions(self.db, note_id, self.coder),
            mentions=stored_notes.load_mentions(self.db, note_id),
            flags=stored_notes.load_flags(self.db, note_id),
            memos=memos.things_with_memos(self.db, note_id),
            done=done_notes.done_at(self.db, note_id, self.coder),
        )

    def take_codebook(self) -> bool:
        """Code under the codebook as its file says now; whether that is another than before.

        Raises:
            CodebookError: if the file cannot be used; the session goes on as before.

        """
        before = self.codebook.digest
        self.codebook = current_codebook(self.project, self.db, to_write=True)
        return self.codebook.digest != before

    def totals(self) -> dict[str, int]:
        """This coder's references by code id."""
        return browsing.totals_by_code(self.db, self.coder)

    def progress(self) -> Progress:
        """How far this coder is."""
        return browsing.progress(self.db, self.coder)

    def last_note(self) -> str:
        """The note on which this coder was last, or ""."""
        return browsing.last_note(self.db, self.coder)

    def last_code(self) -> str:
        """The code of this coder's newest reference, or ""."""
        return browsing.last_code(self.db, self.coder)

    def remember_note(self, note_id: str) -> None:
        """Keep where the coder is, for the next start."""
        browsing.remember_note(self.db, self.coder, note_id)

    def changed_elsewhere(self) -> bool:
        """Whether another process has written since this was last asked."""
        version = self.db.data_version()
        changed, self._version = version != self._version, version
        return changed

    def code_span(self, note_id: str, span: Span, code_id: str) -> Change:
        """Code a span; the agencies mentioned inside it are attached."""
        there = self.look_at(note_id)
        return self.save(
            commands.add(
                self.hand(),
                there.note,
                span,
                code_id,
                references=there.references,
                mentions=there.mentions,
                suggestions=there.suggestions,
            )
        )

    def accept(self, suggestion_id: str, code_id: str = "", span: Span | None = None) -> Change:
        """Take a suggestion as a reference, with its own code and bounds or with these."""
        suggestion = self._suggestion(suggestion_id)
        note = self._note(suggestion.note_id)
        there = references.references_on(self.db, note.id, self.coder)
        return self.save(
            commands.accept(
                self.hand(),
                note,
                suggestion,
                references=there,
                code_id=code_id,
                span=span,
                mentions=stored_notes.load_mentions(self.db, note.id),
            )
        )

    def reject(self, suggestion_id: str) -> Change:
        """Say no to a suggestion."""
        suggestion = self._suggestion(suggestion_id)
        note = self._note(suggestion.note_id)
        return self.save(commands.reject(self.hand(), note, suggestion))

    def recode(self, reference_id: str, code_id: str) -> Change:
        """Give a reference another code."""
        reference = self.reference(reference_id)
        note = self._note(reference.note_id)
        there = references.references_on(self.db, note.id, self.coder)
        return self.save(
            commands.recode(
                self.hand(),
                note,
                reference,
                code_id,
                references=there,
                suggestion=self._source(reference),
            )
        )

    def keep(self, reference_id: str) -> Change:
        """Say that a reference has the right code under the codebook as it is now."""
        reference = self.reference(reference_id)
        note = self._note(reference.note_id)
        return self.save(commands.keep(self.hand(), note, reference))

    def resize(self, reference_id: str, span: Span) -> Change:
        """Move a reference's bounds."""
        reference = self.reference(reference_id)
        note = self._note(reference.note_id)
        there = references.references_on(self.db, note.id, self.coder)
        return self.save(
            commands.resize(
                self.hand(),
                note,
                reference,
                span,
                references=there,
                suggestion=self._source(reference),
            )
        )

    def toggle_agency(self, reference_id: str, agency_id: str) -> Change:
        """Attach an agency to a reference, or take it off."""
        reference = self.reference(reference_id)
        note = self._note(reference.note_id)
        return self.save(commands.toggle_agency(self.hand(), note, reference, agency_id))

    def delete(self, reference_id: str) -> Change:
        """Delete a reference; undo brings it back."""
        reference = self.reference(reference_id)
        note = self._note(reference.note_id)
        return self.save(commands.delete(self.hand(), note, reference))

    def undo(self) -> Change | None:
        """Take back this coder's last action, of this session or an earlier one."""
        return references.undo(self.db, self.coder, now())

    def redo(self) -> Change | None:
        """Do again what was last undone."""
        return references.redo(self.db, self.coder, now())

    def hand(self) -> commands.Hand:
        """Who codes, now, under which codebook."""
        return commands.Hand(self.coder, now(), self.codebook)

    def save(self, change: Change) -> Change:
        """Store a change that is meant for the note as this coder saw it."""
        seen = self._shown.get(change.note_id, change.note_digest)
        meant = replace(change, note_digest=seen)
        self.store(meant)
        return meant

    def store(self, change: Change, *, joining: bool = False) -> None:
        """Store a change as it stands, as an action of this session; see ``apply_change``."""
        references.apply_change(self.db, change, now(), joining=joining)
        if (event := references.last_done(self.db, self.coder)) is not None:
            self.own_events.add(event.id)

    def _case(self, case_id: str) -> Case:
        if case_id not in self._cases:
            self._cases = {case.id: case for case in stored_notes.load_cases(self.db)}
        return self._cases[case_id]

    def _note(self, note_id: str) -> Note:
        note = stored_notes.load_note(self.db, note_id)
        if note is None:
            raise CodingError(f"there is no note {note_id!r}")
        return note

    def _suggestion(self, suggestion_id: str) -> Suggestion:
        suggestion = suggestions.load_suggestion(self.db, suggestion_id)
        if suggestion is None:
            raise CodingError(f"there is no suggestion {suggestion_id!r}")
        return suggestion

    def _source(self, reference: Reference) -> Suggestion | None:
        """The suggestion that a reference came from, as it was made; None if by hand."""
        return suggestions.suggestion_ever_made(self.db, reference.suggestion)

    def reference(self, reference_id: str) -> Reference:
        """This coder's reference of this id.

        Raises:
            CodingError: if this coder has none.

        """
        reference = references.load_reference(self.db, reference_id)
        if reference is None or reference.coder != self.coder:
            raise CodingError(f"you have no reference {reference_id!r}")
        return reference


def open_coding(project: Project, coder: str = "", *, patience: float = 5.0) -> CodingSession:
    """Open the project for one coder: the one named, else the settings' one, else the login name.

    Raises:
        ProjectError: if no notes are stored yet.
        UsageError: if the name stands for everybody.
        CodebookError, DatabaseError: if the codebook or the database cannot be used.

    """
    name = coder_name(project, coder)
    with ExitStack() as opened:
        db = opened.enter_context(project.database(patience=patience))
        codebook = current_codebook(project, db, to_write=True)
        references.add_coder(db, name, now())
        session = CodingSession(project, db, codebook, name)
        opened.pop_all()
    return session


def coder_name(project: Project, asked: str = "") -> str:
    """Whose work it is: the coder named, else the settings' one, else the login name.

    Raises:
        UsageError: if the name stands for everybody, or is none.

    """
    name = author_name(project.settings.coder, asked)
    if not name or name == ALL_CODERS or not name.isprintable() or len(name) > _LONGEST_NAME:
        raise UsageError(
            f"{name[:_LONGEST_NAME]!r} is no name for a coder",
            hint=f"Take --coder NAME, of up to {_LONGEST_NAME} characters, and not 'all'.",
        )
    return name
