"""Marking notes as reviewed and signing off cases: what a reviewer does without originals."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from notecode.errors import ReviewError
from notecode.model import Note
from notecode.project.project import Project, now
from notecode.project.reviewing.wishes import Applied, reviewer_name
from notecode.store import notes as stored_notes
from notecode.store import review
from notecode.store.connection import Database

_MARKING_PATIENCE = 0.25
"""Seconds for which a mark waits for another process to finish writing."""


@dataclass(frozen=True, slots=True)
class Act:
    """One thing done in a session; ``id`` is that of a note or of a case, "" for a decision.

    ``before`` is the mark as it was, to be put back.
    """

    kind: Literal["decision", "mark", "sign-off"]
    id: str = ""
    yes: bool = True
    before: review.Mark | None = None

    @property
    def summary(self) -> str:
        """What was done, in words."""
        if self.kind == "mark":
            return f"note {self.id} reviewed" if self.yes else f"note {self.id} opened again"
        return f"case {self.id} signed off" if self.yes else f"case {self.id} opened again"


class Marker:
    """Marks notes and cases in one person's name, and knows what was done last.

    Methods open the database for themselves and can be called from any thread.
    """

    def __init__(self, project: Project, name: str, *, patience: float = 5.0) -> None:
        """Work as ``name``, or as the settings' coder, or under the login name."""
        self.name = reviewer_name(project, name)
        self._done: list[Act] = []
        self._taken_back: list[Act] = []
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
            with db.writing():
                before = review.load_mark(db, note_id)
                self._mark(db, note_id, yes=reviewed)
                review.drop_undone(db, self.name)
        self._did(Act("mark", note_id, reviewed, before))

    def _mark(self, db: Database, note_id: str, *, yes: bool) -> None:
        act = review.mark_reviewed if yes else review.unmark_reviewed
        act(db, note_id, self.name, now())

    def sign_off(self, case_id: str) -> None:
        """Answer for a case: every note of it is reviewed and no flag is left.

        Raises:
            ReviewError: if that is not so, with how many are left.

        """
        with self._marking() as db, db.writing():
            before = review.load_sign_off(db, case_id)
            self._sign(db, case_id)
            review.drop_undone(db, self.name)
        self._did(Act("sign-off", case_id, True, before))

    def check_sign_off(self, case_id: str) -> None:
        """Whether a case can be signed off.

        Raises:
            ReviewError: if not, with how much is left to do.

        """
        with self._marking() as db:
            _refuse_unfinished(db, case_id)

    def _sign(self, db: Database, case_id: str) -> None:
        _refuse_unfinished(db, case_id)
        review.sign_off(db, case_id, self.name, now())

    def withdraw_sign_off(self, case_id: str) -> None:
        """Open a case again."""
        with self._marking() as db, db.writing():
            before = review.load_sign_off(db, case_id)
            review.withdraw_sign_off(db, case_id, self.name, now())
            review.drop_undone(db, self.name)
        self._did(Act("sign-off", case_id, False, before))

    # Taking back

    def _did(self, act: Act) -> None:
        """Remember what was done last; what was taken back before is gone."""
        self._done.append(act)
        self._taken_back.clear()

    def _take_back_mark(self, act: Act) -> Applied:
        """Put a mark or a sign-off back as it was before."""
        with self._marking() as db, db.writing():
            signed = review.signed_off(db)
            if act.kind == "mark":
                review.restore_mark(db, act.id, act.before, self.name, now())
                return self._marked(db, act, signed)
            if act.before is not None:
                _refuse_unfinished(db, act.id)
            review.restore_sign_off(db, act.id, act.before, self.name, now())
            return self._marked(db, act)

    def _mark_again(self, act: Act) -> Applied:
        """Do again what was taken back."""
        with self._marking() as db, db.writing():
            signed = review.signed_off(db)
            if act.kind == "mark":
                self._mark(db, act.id, yes=act.yes)
                return self._marked(db, act, signed)
            if act.yes:
                self._sign(db, act.id)
            else:
                review.withdraw_sign_off(db, act.id, self.name, now())
            return self._marked(db, act)

    def _marked(self, db: Database, act: Act, signed: Iterable[str] = ()) -> Applied:
        if act.kind == "sign-off":
            return Applied(act.summary, act.id)
        case_id = self.note(db, act.id).case_id
        dropped = case_id in signed and case_id not in review.signed_off(db)
        return Applied(act.summary, case_id, act.id, sign_off_dropped=dropped)

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


def _refuse_unfinished(db: Database, case_id: str) -> None:
    rows = [row for row in review.review_rows(db) if row.case_id == case_id]
    if not rows:
        raise ReviewError(f"there is no case {case_id!r}")
    waiting = sum(row.state != "reviewed" for row in rows)
    flags = sum(row.flags for row in rows)
    left = [
        *(
            ["1 note is not reviewed" if waiting == 1 else f"{waiting} notes are not reviewed"]
            * bool(waiting)
        ),
        *(["1 flag is open" if flags == 1 else f"{flags} flags are open"] * bool(flags)),
    ]
    if left:
        raise ReviewError(
            f"case {case_id} cannot be signed off yet: {' and '.join(left)}",
            hint="Look at them, and dismiss the flags that are fine.",
        )


def move_act(before: list[Act], after: list[Act], act: Act, applied: Applied | None) -> None:
    """Note that an act was taken back, or done again; one that is not there any more goes."""
    if before:
        before.pop()
    if applied is not None:
        after.append(act)
