"""Coding: what each command of the coder does. Knows nothing of the screen."""

from copy import copy
from dataclasses import replace

from notecode.model import Agency, Change, Code, Codebook, Span, Suggestion
from notecode.project.coding.case_values import place_of
from notecode.project.coding.finding import NoteFilter
from notecode.project.coding.session import CodingSession
from notecode.project.coding.undoing import last_step
from notecode.tui.coder.keys import USUAL_KEYS
from notecode.tui.coder.memo_places import show_step
from notecode.tui.coder.queue import Queue, go_on
from notecode.tui.coder.reading import Mode, Reading
from notecode.tui.coder.trail import Stop
from notecode.tui.coder.undone import what_stays
from notecode.tui.keymap import KeyNames


class Desk(Reading):
    """The coder's commands on the open note, and the counts that they change.

    Commands raise NotecodeError where nothing could be saved; the caller shows it.
    """

    def __init__(self, session: CodingSession, keys: KeyNames = USUAL_KEYS) -> None:
        """Open the note where this coder was last, else the first."""
        self._read_keys(session.codebook)
        self._last_code: str | None = None
        self._undo_asked: tuple[int, Stop] | None = None
        self.queue: Queue | None = None
        self.combined = NoteFilter()  # the last filter that was none of the quick lists
        super().__init__(session, keys)

    @property
    def last_code(self) -> str:
        """The id of the code used last, of an earlier session if of none in this; or ""."""
        if self._last_code is None:
            self._last_code = self.session.last_code()
        return self._last_code

    def _read_keys(self, codebook: Codebook) -> None:
        active = [code for code in codebook.codes if code.status == "active"]
        self.code_by_key: dict[str, Code] = {code.key: code for code in active if code.key}
        self.agency_by_key: dict[str, Agency] = {
            agency.key: agency
            for agency in codebook.agencies
            if agency.key and agency.status == "active"
        }

    def take_codebook(self) -> bool:
        """Go on under the codebook as its file says now; whether that is another than before.

        Raises:
            CodebookError: if it cannot be used; the one before goes on.

        """
        self.session.take_codebook()
        if self.session.codebook.digest == self.codebook.digest:
            return False
        self.codebook = self.session.codebook
        self._read_keys(self.codebook)
        self.reload()
        return True

    def cancel(self) -> None:
        """Leave a mode, or drop the mark; where there is neither, nothing moves."""
        if self.mode == "read" and self.cursor.mark is not None:
            self.cursor.clear()
        self.end_mode()
        self.message = ""

    # Suggestions

    def next_suggestion(self) -> None:
        """To the next suggestion of this note, else of the notes after it."""
        if self.queue is not None:
            go_on(self, 1)
            return
        current = self.suggestion
        found = self.page.next_suggestion(current.id if current else "", self.cursor.focus)
        if found is not None:
            self.step_to(found)
        else:
            self.next_suggested()

    def previous_suggestion(self) -> None:
        """To the suggestion before."""
        if self.queue is not None:
            go_on(self, -1)
            return
        current = self.suggestion.id if self.suggestion else ""
        found = self.page.previous_suggestion(current, self.cursor.focus)
        if found is not None:
            self.step_to(found)
        else:
            self.message = "no suggestion before this"

    def accept(self) -> None:
        """Accept the suggestion, and go on to the next; in a mode, end it."""
        if self.mode == "resize":
            self._save_bounds()
        elif self.mode != "read":
            self.cancel()
        elif (suggestion := self.suggestion) is None:
            self.message = f"{self._no_suggestion()}, a letter codes"
        elif not self._select_first(suggestion):
            accepted = self.session.accept(suggestion.id, span=self.new_bounds)
            self._decide(suggestion, accepted)
            self._say(self._taken(suggestion, accepted))

    def _select_first(self, suggestion: Suggestion) -> bool:
        """Select a suggestion about the cursor: what is decided on is what is seen as selected."""
        first = self.selection not in (suggestion.span, self.new_bounds)
        if first:
            self.step_to(suggestion)
            self.message = f"this is suggested: {self.keys['accept']} accepts it"
        return first

    def reject(self) -> None:
        """Reject the suggestion, and go on to the next."""
        suggestion = self.suggestion
        if suggestion is None or self.mode != "read":
            self.message = self._no_suggestion()
        elif not self._select_first(suggestion):
            self._decide(suggestion, self.session.reject(suggestion.id))
            self._say(f"{self.label(suggestion.code)}: rejected")

    # Coding

    def letter(self, key: str) -> None:
        """What a lower-case letter or a digit does in this mode."""
        if self.mode == "agencies":
            self._toggle(key)
        elif self.mode == "resize":
            self.message = (
                f"{self.keys['accept']} saves the new bounds,"
                f" {self.keys['cancel']} leaves them as they were"
            )
        elif (code := self.code_by_key.get(key)) is None:
            known = f"{self.keys['codebook']} shows the codebook"
            self.message = f"no code has the key {key}: {known}"
            self.message += f"; {self.keys['quit']} leaves" if key == "q" else ""
        else:
            self.apply(code)

    def apply(self, code: Code) -> None:
        """Give ``code`` to the reference (after C), the suggestion selected, or the selection.

        What is selected stays so: another code may follow on the same words.
        """
        if self.busy():
            return
        if self.mode == "recode" and self.reference is not None:
            reference = self.reference
            self.end_mode()
            self._show_change(self.session.recode(reference.id, code.id))
            self._last_code = code.id
            self._say(f"{self.label(reference.code)} → {self.label(code.id)}: saved")
            return
        self.end_mode()
        selection = self.selection
        if selection is None:
            self.message = "this note is blank: there is nothing to code"
            return
        suggestion = self._meant(code, selection)
        if suggestion is None:
            change = self.session.code_span(self.page.coded.note.id, selection, code.id)
            self._show_change(change)
            self._last_code = code.id
            self._say(f"{self.label(code.id)}: saved")
        else:
            taken = self.session.accept(suggestion.id, code.id, selection)
            self._show_change(taken)
            self.message = f"{self._taken(suggestion, taken)}{self._then()}"

    def _meant(self, code: Code, selection: Span) -> Suggestion | None:
        """The suggestion that a code on the selection answers, however one came there.

        It lies on just these words, of this code first; else it is the one of this code here, whose
        bounds are others then.
        """
        over = self.page.suggestions.overlapping(selection.start, selection.end)
        alike = [suggestion for suggestion in over if suggestion.code == code.id]
        same = next((s for s in alike if s.span == selection), None)
        here = self.suggestion
        if same is not None or (here is not None and here.span == selection):
            return same or here
        known = here in alike and self.new_bounds is not None
        return here if known else alike[0] if len(alike) == 1 else None

    def busy(self) -> bool:
        """Whether agencies or bounds are being set, which is then said: nothing is coded now."""
        busy = self.mode in ("agencies", "resize")
        if busy:
            self.message = f"first end this: {self.keys['accept']}, or {self.keys['cancel']}"
        return busy

    def repeat(self) -> None:
        """Do with the code used last what its letter does."""
        code = self.codebook.code_by_id.get(self.last_code)
        if code is None:
            key = self.keys["codes"]
            self.message = f"nothing has been coded yet: a letter codes, {key} finds a code"
        else:
            self.apply(code)

    def begin(self, mode: Mode) -> None:
        """Begin to recode, resize or set the agencies of the reference at the cursor."""
        if self.mode == mode:
            self.cancel()
            return
        self.end_mode()
        reference = self.reference
        if reference is None:
            self.message = self._no_reference()
            return
        self._chosen, self.mode, self.message = reference.id, mode, ""
        if mode == "resize":
            self._set_aside, self.cursor = self.cursor, copy(self.cursor)
            self.cursor.hold(reference.span)

    def delete(self) -> None:
        """Delete the reference at the cursor."""
        reference = self.reference
        if reference is None:
            self.message = self._no_reference()
            return
        self.end_mode()
        self._show_change(self.session.delete(reference.id))
        self._say(f"{self.label(reference.code)}: deleted, {self.keys['undo']} brings it back")

    def keep(self) -> None:
        """Say that the reference at the cursor has the right code as that is meant now."""
        if self.reference is None:
            self.message = self._no_reference()
            return
        reference = self.reference
        self._show_change(self.session.keep(reference.id))
        self._say(f"{self.label(reference.code)}: kept")

    def undo(self) -> None:
        """Take back the last action, wherever it was."""
        self.end_mode()
        if self._asks_first():
            return
        self._walk(self.session.undo(), "undone", "there is nothing to undo")

    def _asks_first(self) -> bool:
        """Whether the last action lies elsewhere, is of another session, and is only named now."""
        step = last_step(self.session)
        if step is None or step.own or step.note_id == self.page.coded.note.id:
            return False
        if self._undo_asked == (step.event, self.here):
            return False
        self._undo_asked = (step.event, self.here)
        where = f", note {step.note_id}" if step.note_id else ""
        self.message = f"{self.keys['undo']} again undoes: {step.summary}{where}"
        return True

    def redo(self) -> None:
        """Do again what was undone."""
        self.end_mode()
        self._walk(self.session.redo(), "done again", "there is nothing to redo")

    # What follows from a change

    def _toggle(self, key: str) -> None:
        agency, reference = self.agency_by_key.get(key), self.reference
        if agency is None or reference is None:
            self.message = f"no agency has the key {key}"
            return
        attached = agency.id not in reference.agencies
        self._take_in(self.session.toggle_agency(reference.id, agency.id))
        self.message = f"{agency.label}: {'attached' if attached else 'taken off'}, saved"

    def _save_bounds(self) -> None:
        reference, selection = self.reference, self.selection
        if reference is None or selection in (None, reference.span):
            self.cancel()
            self.message = "the bounds are as they were"
            return
        self._take_in(self.session.resize(reference.id, selection))
        self.end_mode()
        if self.selection == reference.span:
            self.cursor.select(selection)
        self._say(f"{self.label(reference.code)}, new bounds: saved")

    def decided(self, change: Change) -> None:
        """Take in a decision on several suggestions, and go to the next that is open."""
        self._take_in(change)
        if self.queue is not None:
            go_on(self, 0)
        elif open_now := self.page.suggestions.items:
            self.step_to(self.page.next_suggestion("", self.cursor.focus) or open_now[0])

    def _decide(self, suggestion: Suggestion, change: Change) -> None:
        """Take in the decision on a suggestion, and go to the next that is open."""
        following = self.page.next_suggestion(suggestion.id, suggestion.span.start)
        self._take_in(change)
        if self.queue is not None:
            go_on(self, 0)
            return
        open_now = self.page.suggestions.items
        if following is not None and self.page.suggestion(following.id) is not None:
            self.step_to(following)
        elif open_now:
            self.step_to(open_now[0])
        elif self.session.project.settings.advance == "note":
            self.next_suggested()

    def _taken(self, suggestion: Suggestion, change: Change) -> str:
        """What has become of a suggestion that was accepted."""
        (reference,) = change.added
        self._last_code = reference.code
        changed = ", new bounds" if reference.span != suggestion.span else " instead"
        how = "" if reference.origin == "rule" else changed
        return f"{self.label(reference.code)}{how}: saved"

    def _no_suggestion(self) -> str:
        return f"no suggestion here: {self.keys['next-suggestion']} goes to the next"

    def _no_reference(self) -> str:
        keys = f"{self.keys['previous-reference']} and {self.keys['next-reference']}"
        if self.suggestion is None:
            return f"no reference here: {keys} go to one"
        return (
            f"only suggested: {self.keys['accept']} accepts it, a letter codes it otherwise;"
            f" {keys} go to a reference"
        )

    def _then(self) -> str:
        """How to go on from a suggestion that a letter has decided, if any is open."""
        here = self.page.next_suggestion("", self.cursor.focus)
        if here is not None or self.queue is not None:
            return f". {self.keys['next-suggestion']}: next suggestion"
        return self._elsewhere()

    def _say(self, what: str) -> None:
        open_here = self.page.suggestions.items or self.queue is not None
        self.message = what if open_here else what + self._elsewhere()

    def _elsewhere(self) -> str:
        """How to go on to what is open above on this note, else to another note."""
        above = len(self.page.suggestions.items)
        if above:
            return f". {self.keys['previous-suggestion']}: {above} still open above"
        left = self.progress.open_suggestions
        return f". {self.keys['next-suggestion']}: next in another note" if left else ""

    def _walk(self, change: Change | None, done: str, nothing: str) -> None:
        if change is None:
            self.message = nothing
            return
        self._last_code = None  # what is coded last is another now
        if change.memos and not change.note_id:
            show_step(self, change)
        elif change.note_id in ("", self.page.coded.note.id):
            self._show_change(change)
        else:
            self._count(change)
            self.progress = self.session.progress()
            self.show_note(change.note_id)
            self._select(change)
        self.message = f"{done}: {change.summary}{what_stays(self, change)}"

    def _show_change(self, change: Change) -> None:
        self._take_in(change)
        self._select(change)

    def _take_in(self, change: Change) -> None:
        """Show the open note as the change left it."""
        before = len(self.page.coded.suggestions)
        self.show_stored()
        self._count(change, closed=before - len(self.page.coded.suggestions))

    def _select(self, change: Change) -> None:
        """Put the cursor where the change was made."""
        reopened = [self.page.suggestion(decision.suggestion) for decision in change.decisions]
        suggestions = [suggestion for suggestion in reopened if suggestion is not None]
        references = change.added or change.removed
        if suggestions:
            self.step_to(suggestions[0])
        elif references:
            self.step_to_reference(references[0])
        elif (passage := place_of(change, self.page.coded.note.id)) is not None:
            self.cursor.select(passage)

    def _count(self, change: Change, closed: int = 0) -> None:
        """Bring totals and progress up to date; ``closed`` suggestions are open no more."""
        for reference in change.removed:
            self.totals[reference.code] = self.totals.get(reference.code, 0) - 1
        for reference in change.added:
            self.totals[reference.code] = self.totals.get(reference.code, 0) + 1
        self.progress = replace(
            self.progress,
            references=self.progress.references + len(change.added) - len(change.removed),
            open_suggestions=self.progress.open_suggestions - closed,
        )
