"""Reviewing: what each key asks for, and what comes of it. Knows nothing of the screen.

What takes time is handed out as a ``Task``, for another thread.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from notecode.decisions import MaskAction
from notecode.model import Span
from notecode.project.reviewing.notes import Listed, ReviewNotes
from notecode.project.reviewing.reviewer import Reviewer
from notecode.project.reviewing.wishes import NEW_PERSON, Applied, Wish
from notecode.tui.choosing import SOMEBODY_ELSE, People
from notecode.tui.cursor import Cursor
from notecode.tui.keymap import KeyNames
from notecode.tui.review.actions import TYPE_BY_KEY
from notecode.tui.review.keys import USUAL_KEYS
from notecode.tui.review.reading import ReviewReading


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to be done after those before it; ``wish`` belongs to a decision.

    ``reach`` asks how far a decision would go, before it is made. A ``mark`` (``yes`` or taken
    off) belongs to a note, a ``sign-off`` begins with a question. These two are quick; the others
    are for another thread.
    """

    kind: Literal["decide", "reach", "undo", "redo", "mark", "sign-off"]
    wish: Wish | None = None
    note_id: str = ""
    yes: bool = True

    @property
    def is_quick(self) -> bool:
        """Whether the screen does it itself."""
        return self.kind in {"mark", "sign-off"}


class ReviewDesk(ReviewReading):
    """What a reviewer does with the open note.

    Methods raise NotecodeError where nothing could be saved; the caller shows it.
    """

    def __init__(self, notes: ReviewNotes, reviewer: Reviewer, keys: KeyNames = USUAL_KEYS) -> None:
        """Open the riskiest note.

        Raises:
            ReviewError: if there is no note to review.

        """
        self.reviewer = reviewer
        self.yes = "y"
        self._then: Callable[[], Task | None] = lambda: None
        self._on_their_way: set[str] = set()
        super().__init__(notes, keys)

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
        if self.asking is not None or key.isdecimal():
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
        if self._is_read():
            self.asking = People(self.people, _sought_in)

    def find_who(self, text: str) -> Task | None:
        """Say who is meant by a part of the name, the tag or the role; ask if it is of several."""
        self.who()
        if self.asking is None:
            return None
        self.asking.seek(text)
        found = self.asking.found
        if len(found) == 1:
            return self._as(found[0].tag)
        if not found:
            self.asking.seek("")
            self.message = "nobody of this case has that in their name"
        return None

    def _is_read(self) -> bool:
        if not self.notes.has_read(self.note.case.id):
            self.message = "the people of this case are still being read"
            return False
        return True

    def _as_person(self, key: str) -> Task | None:
        if not self._is_read():
            return None
        people = self.asking or People(self.people, _sought_in)
        person = people.pick(key)
        if key != SOMEBODY_ELSE and person is None:
            self.message = f"nobody has the key {key}"
            return None
        return self._as(person.tag if person else NEW_PERSON)

    def _as(self, tag: str) -> Task | None:
        """What is selected is somebody: by their tag, or a new person."""
        self.asking = None
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

    def reviewed(self) -> Task | None:
        """This note is reviewed, on to the next that is not; asks if flags are left on it."""
        mark = Task("mark", note_id=self.note.note.id)
        left = len(self.page.flags.items)
        if not left:
            return mark
        are = "flag is" if left == 1 else "flags are"
        self._ask(f"{left} {are} open on this note: reviewed all the same?", lambda: mark)
        return None

    def reopen(self) -> Task:
        """This note is not reviewed after all."""
        return Task("mark", note_id=self.note.note.id, yes=False)

    def sign_off(self) -> Task:
        """Sign off the case after a question, or open it again."""
        return Task("sign-off", note_id=self.note.note.id)

    def go_ahead(self, mark: Task) -> None:
        """On from a note whose mark has to wait, as if it had been made."""
        if mark.yes:
            self._on_their_way.add(mark.note_id)
            self._go_on()

    def forget_ahead(self) -> None:
        """What was to follow is not done."""
        self._on_their_way.clear()

    def do(self, task: Task) -> None:
        """Do what is quick: mark a note, or ask whether its case is to be signed off."""
        if task.kind == "sign-off":
            if task.note_id != self.note.note.id:
                self.show_note(task.note_id)
            self._ask_sign_off()
            return
        self.reviewer.mark_reviewed(task.note_id, reviewed=task.yes)
        self._on_their_way.discard(task.note_id)
        if task.note_id != self.note.note.id:
            self.progress = self.notes.progress()
        elif task.yes:
            self._go_on()
        else:
            self.take(task.note_id)
            self.message = "this note is not reviewed"

    def _go_on(self) -> None:
        """To the next note that is not reviewed."""
        done = self.notes.reviewed() | self._on_their_way
        turns = [(self.at + step) % len(self.ids) for step in range(1, len(self.ids))]
        found = next((at for at in turns if self.ids[at] not in done), None)
        if found is None:
            self.take(self.note.note.id)
            left = "reviewed: no other note of this list is left"
            self.message = f"{left}. {self.keys['sign-off']} signs the case off"
        else:
            self.open(found, "reviewed")

    def show_note(self, note_id: str) -> None:
        """Open a note of the list; nothing happens if it is not in it."""
        if note_id in self.ids and note_id != self.note.note.id:
            self.open(self.ids.index(note_id))

    def _ask_sign_off(self) -> None:
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
        self.show_note(wish.note_id)
        counted = f"{places} {'place' if places == 1 else 'places'}"
        counted += f" in {notes} {'note' if notes == 1 else 'notes'}"
        self._ask(f"everywhere: {counted}", lambda: Task("decide", wish))
        self.yes = "enter"

    def ask_deliberate(self, wish: Wish) -> None:
        """Ask whether a name of the people file is to stand all the same."""
        self.show_note(wish.note_id)
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
        here = wish is not None and wish.note_id == self.note.note.id
        if wish is not None and wish.action == "dismiss" and here:
            self._after_fine()

    def _after_fine(self) -> None:
        """To the next flag of this note; from the last one nowhere, so that Y means this note."""
        here = self.selection or Span(0, 1)
        left = self.page.flags.items
        later = [flag for flag in left if flag.span.start >= here.start]
        if left:
            self.cursor.select((later or left)[0].span)
        else:
            done, following = self.keys["reviewed"], self.keys["next-flag"]
            said = "fine. No flag is left on this note"
            self.message = f"{said}: {done} reviewed, {following} next flag"

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


def _sought_in(person: Listed) -> str:
    return f"{person.tag} {person.role} {person.names}"


def _same_place(mask: Span, selection: Span | None) -> bool:
    """Whether a selection is a mask, or a part of it, and no more."""
    return selection is not None and mask.contains(selection)
