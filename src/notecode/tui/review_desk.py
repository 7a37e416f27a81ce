"""Reviewing: what each key asks for, and what comes of it. Knows nothing of the screen.

What takes time is handed out as a ``Task``, for another thread.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from notecode.decisions import MaskAction
from notecode.model import Span
from notecode.project.review_notes import ReviewNotes
from notecode.project.review_wishes import Applied, Wish
from notecode.project.reviewing import Reviewer
from notecode.tui.cursor import Cursor
from notecode.tui.review_actions import TYPE_BY_KEY, WHO_KEYS
from notecode.tui.review_reading import ReviewReading


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to be done in another thread; ``wish`` belongs to a decision.

    ``reach`` asks how far a decision would go, before it is made.
    """

    kind: Literal["decide", "reach", "undo", "redo"]
    wish: Wish | None = None


class ReviewDesk(ReviewReading):
    """What a reviewer does with the open note.

    Methods raise NotecodeError where nothing could be saved; the caller shows it.
    """

    def __init__(self, notes: ReviewNotes, reviewer: Reviewer) -> None:
        """Open the riskiest note.

        Raises:
            ReviewError: if there is no note to review.

        """
        self.reviewer = reviewer
        self.yes = "y"
        self._then: Callable[[], Task | None] = lambda: None
        super().__init__(notes)

    def fine(self) -> Task | None:
        """Dismiss the flags here; on a place without any, go on to the next."""
        if not self.flags:
            self.next_flag()
            return None
        return self._task("dismiss")

    def unmask(self) -> Task | None:
        """Let stand what is masked here."""
        if self.mask is None:
            self.message = "nothing is masked here: > goes to the next mask"
            return None
        return self._task("unmask")

    def letter(self, key: str) -> Task | None:
        """What a lower-case letter or a digit does: mask, retype, or say who is meant."""
        if self.asking_who or key.isdecimal():
            return self._as_person(key)
        kind = TYPE_BY_KEY.get(key)
        if kind is None:
            self.message = f"no type has the key {key}: ? shows the keys"
            return None
        mask = self.mask
        if mask is not None and _same_place(mask.span, self.selection):
            return self._task("retype", kind=kind.id)
        return self._task("mask", kind=kind.id)

    def who(self) -> None:
        """Ask who of the people is meant."""
        if not self.people:
            self.message = "the people of this case are still being read"
            return
        self.asking_who = True

    def _as_person(self, key: str) -> Task | None:
        place = WHO_KEYS.find(key)
        people = self.people
        if not 0 <= place < len(people):
            self.message = f"nobody has the key {key}" if people else "the case is still being read"
            return None
        self.asking_who = False
        tag = people[place].tag
        mask = self.mask
        action: MaskAction = "person" if mask and _same_place(mask.span, self.selection) else "mask"
        return self._task(action, kind="PERSON", tag=tag)

    def _task(self, action: MaskAction, kind: str = "", tag: str = "") -> Task | None:
        selection = self.selection
        if selection is None:
            self.message = "this note is blank"
            return None
        wish = Wish(
            note_id=self.note.note.id,
            span=selection,
            action=action,
            everywhere=self.everywhere,
            type=kind,
            tag=tag,
            digest=self.note.note.digest,
        )
        self.everywhere = False
        return Task("reach" if wish.everywhere else "decide", wish)

    def turn_everywhere(self) -> None:
        """The next decision holds everywhere in the case, or here alone again."""
        self.everywhere = not self.everywhere

    # Notes

    def reviewed(self) -> None:
        """This note is reviewed, on to the next that is not; asks if flags are left on it."""
        left = len(self.page.flags.items)
        if left:
            are = "flag is" if left == 1 else "flags are"
            self._ask(f"{left} {are} open on this note: reviewed all the same?", self._reviewed)
        else:
            self._reviewed()

    def _reviewed(self) -> None:
        self.reviewer.mark_reviewed(self.note.note.id)
        done = self.notes.reviewed()
        turns = [(self.at + step) % len(self.ids) for step in range(1, len(self.ids))]
        found = next((at for at in turns if self.ids[at] not in done), None)
        if found is None:
            self.take(self.note.note.id)
            self.message = "reviewed: no other note of this list is left. X signs the case off"
        else:
            self.open(found, "reviewed")

    def reopen(self) -> None:
        """This note is not reviewed after all."""
        self.reviewer.mark_reviewed(self.note.note.id, reviewed=False)
        self.take(self.note.note.id)
        self.message = "this note is not reviewed"

    def sign_off(self) -> None:
        """Sign off the case after a question, or open it again."""
        case_id = self.note.case.id
        if self.note.signed_off_by:
            self._ask(f"take back the sign-off of case {case_id}?", self._withdraw)
        else:
            self.reviewer.check_sign_off(case_id)
            self._ask(f"sign off case {case_id} as {self.reviewer.name}?", self._sign_off)

    def _sign_off(self) -> None:
        self.reviewer.sign_off(self.note.case.id)
        self.take(self.note.note.id)
        self.message = f"case {self.note.case.id} is signed off"

    def _withdraw(self) -> None:
        self.reviewer.withdraw_sign_off(self.note.case.id)
        self.take(self.note.note.id)
        self.message = f"case {self.note.case.id} is open again"

    def _ask(self, question: str, then: Callable[[], Task | None]) -> None:
        self.question, self._then, self.yes = question, then, "y"

    def ask_everywhere(self, wish: Wish, places: int, notes: int) -> None:
        """Say how far a decision goes, and ask whether it is to be made."""
        counted = f"{places} {'place' if places == 1 else 'places'}"
        counted += f" in {notes} {'note' if notes == 1 else 'notes'}"
        self._ask(f"everywhere: {counted}", lambda: Task("decide", wish))
        self.yes = "enter"

    def ask_deliberate(self, wish: Wish) -> None:
        """Ask whether a name of the people file is to stand all the same."""
        kind: Literal["decide", "reach"] = "reach" if wish.everywhere else "decide"
        sure = Task(kind, replace(wish, deliberate=True))
        self._ask("this is of the people file: let it stand all the same?", lambda: sure)

    def answer(self, key: str) -> Task | None:
        """Take the question's key (``y``, or Enter) for yes and anything else for no."""
        self.end_question()
        if key != self.yes:
            self.message = "nothing was changed"
            return None
        return self._then()

    # What came of a task

    def take_in(self, applied: Applied | None, kind: str, wish: Wish | None) -> None:
        """Show what a task has changed, with the cursor where it was in the words."""
        if applied is None:
            self.message = f"there is nothing to {kind}"
            return
        if kind != "decide" and applied.note_id in self.ids:
            self.at = self.ids.index(applied.note_id)
            self._follow(applied, applied.note_id == self.note.note.id)
        else:
            self._follow(applied, same=True)
        others = len(set(applied.changed) - {self.note.note.id})
        notes = "note" if others == 1 else "notes"
        more = f"; {others} other {notes} changed" if others else ""
        if applied.sign_off_dropped:
            more += f"; case {applied.case_id} is no longer signed off"
        said = {"undo": "taken back: ", "redo": "done again: "}.get(kind, "")
        self.message = f"{said}{applied.summary}{more}"
        if wish is not None and wish.action == "dismiss":
            self._after_fine()

    def _after_fine(self) -> None:
        """To the next flag of this note; from the last one nowhere, so that Y means this note."""
        here = self.selection or Span(0, 1)
        left = self.page.flags.items
        later = [flag for flag in left if flag.span.start >= here.start]
        if left:
            self.cursor.select((later or left)[0].span)
        else:
            self.message = "fine. No flag is left on this note: Y reviewed, Tab next flag"

    def _follow(self, applied: Applied, same: bool) -> None:
        carry = applied.carriers.get(self.note.note.id)
        before, text = self.selection, self.page.text
        self.take(self.ids[self.at])
        if same and carry is None and self.page.text == text:
            return
        level = self.cursor.level
        self.cursor = Cursor(self.page.text, level)
        if same and before is not None and carry is not None:
            there = carry(before)
            if there is not None:
                self.cursor.select(there)


def carried(wishes: Sequence[Task], applied: Applied) -> list[Task]:
    """The tasks that still wait, on the texts that a task has made; those without a place go."""
    waiting = []
    for task in wishes:
        wish = task.wish
        carry = applied.carriers.get(wish.note_id) if wish is not None else None
        if wish is None or carry is None:
            waiting.append(task)
            continue
        there = carry(wish.span)
        if there is not None:
            waiting.append(Task(task.kind, replace(wish, span=there, digest="")))
    return waiting


def _same_place(mask: Span, selection: Span | None) -> bool:
    """Whether a selection is a mask, or a part of it, and no more."""
    return selection is not None and mask.contains(selection)
