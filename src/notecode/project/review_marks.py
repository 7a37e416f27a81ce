"""Marking notes as reviewed and signing off cases: what a reviewer does without originals."""

from notecode.errors import ReviewError
from notecode.model import Note
from notecode.project.project import Project, now
from notecode.project.review_wishes import reviewer_name
from notecode.store import notes as stored_notes
from notecode.store import review
from notecode.store.connection import Database

_MARKING_PATIENCE = 0.25
"""Seconds for which a mark waits for another process to finish writing."""


class Marker:
    """Marks notes and cases in one person's name.

    Methods open the database for themselves and can be called from any thread.
    """

    def __init__(self, project: Project, name: str, *, patience: float = 5.0) -> None:
        """Work as ``name``, or as the settings' coder, or under the login name."""
        self.name = reviewer_name(project, name)
        self._project = project
        self._patience = patience

    def case_of(self, note_id: str) -> str:
        """The id of the case of a note.

        Raises:
            ReviewError: if there is no such note.

        """
        with self._database() as db:
            return self.note(db, note_id).case_id

    def mark_reviewed(self, note_id: str, *, reviewed: bool = True) -> None:
        """Say that the whole note has been looked at, or that it is to be looked at again."""
        with self._marking() as db:
            self.note(db, note_id)
            act = review.mark_reviewed if reviewed else review.unmark_reviewed
            with db.writing():
                act(db, note_id, self.name, now())

    def sign_off(self, case_id: str) -> None:
        """Answer for a case: every note of it is reviewed and no flag is left.

        Raises:
            ReviewError: if that is not so, with how many are left.

        """
        with self._marking() as db, db.writing():
            rows = [row for row in review.review_rows(db) if row.case_id == case_id]
            if not rows:
                raise ReviewError(f"there is no case {case_id!r}")
            waiting = sum(row.state != "reviewed" for row in rows)
            flags = sum(row.flags for row in rows)
            if waiting or flags:
                raise ReviewError(
                    f"case {case_id} cannot be signed off yet: {waiting} notes are not reviewed"
                    f" and {flags} flags are open",
                    hint="Look at them, and dismiss the flags that are fine.",
                )
            review.sign_off(db, case_id, self.name, now())

    def withdraw_sign_off(self, case_id: str) -> None:
        """Open a case again."""
        with self._marking() as db, db.writing():
            review.withdraw_sign_off(db, case_id, self.name, now())

    def note(self, db: Database, note_id: str) -> Note:
        """A note as it is stored.

        Raises:
            ReviewError: if there is none of this id.

        """
        note = stored_notes.load_note(db, note_id)
        if note is None:
            raise ReviewError(f"there is no note {note_id!r}")
        return note

    def _database(self) -> Database:
        return self._project.database(patience=self._patience)

    def _marking(self) -> Database:
        """For what is quick: the screen must not wait."""
        return self._project.database(patience=min(self._patience, _MARKING_PATIENCE))
