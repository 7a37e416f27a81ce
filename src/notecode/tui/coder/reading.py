"""Reading: the notes in order, the open one, the cursor on it. Knows nothing of the screen."""

from typing import Literal

from notecode.coding.commands import agencies_within
from notecode.errors import CodingError
from notecode.model import Flag, Reference, Span, Suggestion
from notecode.project.coding.bookmarks import bookmarks_on
from notecode.project.coding.finding import (
    Elsewhere,
    NoteFilter,
    State,
    hits_on,
    next_in_state,
)
from notecode.project.coding.session import CodingSession, Progress
from notecode.tui.coder.hits import Hits
from notecode.tui.coder.keys import USUAL_KEYS
from notecode.tui.coder.trail import Stop, Trail
from notecode.tui.cursor import LEVELS, Cursor, Direction
from notecode.tui.keymap import KeyNames
from notecode.tui.page import Page

Mode = Literal["read", "recode", "agencies", "resize"]
"""What a letter means now: a code, another code for a reference, an agency, nothing."""

_AGAIN = "from the first note again"


class Reading:
    """The notes in their order, the open one, the cursor on it, and the ways to move.

    What happened is said in ``message``.
    """

    def __init__(self, session: CodingSession, keys: KeyNames = USUAL_KEYS) -> None:
        """Open the note where this coder was last, else the first."""
        self.session = session
        self.keys = keys
        self.codebook = session.codebook
        self.width = 60
        self.mode: Mode = "read"
        self.message = f"{keys['help']} help"
        self.wanted = NoteFilter()
        self.ids: list[str] = session.note_ids()
        self.at = -1  # none is open yet
        self.totals: dict[str, int] = session.totals()
        self.progress: Progress = session.progress()
        self.hits, self.trail = Hits(), Trail()
        self.cursor = Cursor("")
        self._armed = ""  # the suggestion stepped to, where several lie on one span
        self._chosen = ""  # the reference stepped to, likewise
        self._set_aside: Cursor | None = None  # the cursor as it was before bounds were moved
        if not self.ids:
            raise CodingError("there is no note to code")
        last = session.last_note()
        self.open(self.ids.index(last) if last in self.ids else 0)

    # What is under the cursor

    @property
    def selection(self) -> Span | None:
        """What a code would be applied to."""
        return self.cursor.selection

    @property
    def reference(self) -> Reference | None:
        """The reference that recode, delete, resize and agencies act on."""
        if self.mode != "read":
            return self.page.reference(self._chosen)
        here = self.page.references_at(self.cursor.focus, self.selection)
        return next((r for r in here if r.id == self._chosen), here[0] if here else None)

    @property
    def suggestion(self) -> Suggestion | None:
        """The suggestion that accept and reject act on.

        It is selected, or covers the cursor where no reference does. None where one has gone to
        words that were looked for, or to a reference: that is meant then.
        """
        focus, selection = self.cursor.focus, self.selection
        if self.at_hit or self._on_chosen:
            return None
        armed = self.page.suggestion(self._armed) if self._armed else None
        if armed is not None and (armed.span == selection or self._reshapes(armed)):
            return armed
        here = self.page.suggestions_at(focus, selection)
        if not here:
            return None
        exact = here[0].span == selection
        return here[0] if exact or not self.page.references.at(focus) else None

    @property
    def at_hit(self) -> bool:
        """Whether words are selected to which the search has gone."""
        return self.hits.here == self.here

    @property
    def _on_chosen(self) -> bool:
        """Whether the reference stepped to is selected, and no suggestion was stepped to since."""
        chosen = self.page.reference(self._chosen) if self._chosen and not self._armed else None
        return chosen is not None and chosen.span == self.selection

    def _reshapes(self, armed: Suggestion) -> bool:
        """Whether the suggestion stepped to has been selected otherwise, and nothing else has."""
        selection, cursor = self.selection, self.cursor
        held = cursor.mark is not None or cursor.focus == armed.span.start
        return selection is not None and held and armed.span.overlaps(selection)

    @property
    def new_bounds(self) -> Span | None:
        """What is selected, if it is the suggestion here in other bounds: stepped to, or marked."""
        suggestion, selection = self.suggestion, self.selection
        if suggestion is None or suggestion.span == selection:
            return None
        return selection if suggestion.id == self._armed or self.cursor.mark else None

    @property
    def flags(self) -> list[Flag]:
        """The doubtful places selected, the one at the cursor first."""
        if self.selection is None:
            return []
        here = self.page.flags.overlapping(self.selection.start, self.selection.end)
        focus = self.cursor.focus
        return sorted(here, key=lambda flag: not flag.span.start <= focus < flag.span.end)

    @property
    def mentioned(self) -> tuple[str, ...]:
        """The agencies mentioned in the selection, by id: what a code on it would attach."""
        if self.selection is None:
            return ()
        start, end = self.selection.start, self.selection.end
        return agencies_within(self.page.mentions.overlapping(start, end), self.selection)

    def label(self, code_id: str) -> str:
        """A code's label, or its id where the codebook has it no more."""
        code = self.codebook.code_by_id.get(code_id)
        return code.label if code else code_id

    def end_mode(self) -> None:
        """Letters are codes again, and the cursor is as it was before bounds were moved."""
        self.mode = "read"
        if self._set_aside is not None:
            self.cursor, self._set_aside = self._set_aside, None

    # Notes

    def open(self, at: int, message: str = "") -> None:
        """Open a note of the list, with the cursor on its first suggestion."""
        coded = self.session.open_note(self.ids[at])
        if self.at >= 0:
            self.trail.leave(self.here)
        self.end_mode()
        self.at = at
        self.page = Page(coded, self.width)
        self.mark_found()
        self.cursor = Cursor(coded.note.text, self.cursor.level)
        self._armed, self._chosen = "", ""
        if (first := self.page.next_suggestion("", 0)) is not None:
            self.step_to(first)
        self.message = message
        self.session.remember_note(coded.note.id)

    @property
    def here(self) -> Stop:
        """The open note and what is selected on it."""
        return Stop(self.page.coded.note.id, self.selection)

    def mark_found(self) -> None:
        """Mark what is looked for, and the bookmarks, on the open note."""
        note_id = self.page.coded.note.id
        hits = hits_on(self.session, self.hits.query, note_id) if self.hits else ()
        self.page.mark(hits, bookmarks_on(self.session, note_id))

    def turn(self, direction: Direction) -> None:
        """To the next or previous note."""
        if 0 <= self.at + direction < len(self.ids):
            self.open(self.at + direction)
        else:
            self.message = "this is the last note" if direction > 0 else "this is the first note"

    def next_suggested(self) -> None:
        """To the next note with open suggestions, from the top again after the last."""
        self._open_next("suggested", "no other note of this list has suggestions")

    def next_flag(self) -> None:
        """To the next doubtful place of this note, else of the notes after it."""
        flags = self.page.flags.items
        if self.selection is not None:
            flags = self.page.flags_after(self.selection)
        if not flags and (at := self._next_among("flagged")) is not None:
            self.open(at, _AGAIN if at < self.at else "")
            flags = self.page.flags.items
        elif not flags:
            flags = tuple(f for f in self.page.flags.items[:1] if f.span != self.selection)
        self.end_mode()
        if flags:
            self.cursor.select(flags[0].span)
        else:
            self.message = "no other doubtful place in the notes of this list"

    def next_uncoded(self) -> None:
        """To the next note neither coded nor done, from the top again after the last."""
        self._open_next("uncoded", "every other note of this list is coded by you, or done")

    def next_not_done(self) -> None:
        """To the next note that is not marked as done, from the top again after the last."""
        self._open_next("not done", "as is every note of this list")

    def _open_next(self, state: State, none: str) -> None:
        at = self._next_among(state)
        if at is None:
            self.message = none
        else:
            self.open(at, _AGAIN if at < self.at else "")

    def _next_among(self, state: State) -> int | None:
        """The place in the list of the next note of this kind, from the top again at the end."""
        others = self.ids[self.at + 1 :] + self.ids[: self.at]
        found = next_in_state(self.session, others, state)
        return self.ids.index(found) if found else None

    def list_notes(self, wanted: NoteFilter, ids: list[str]) -> None:
        """Take another list of notes; the open note stays, if it is in it, or the next one opens.

        Raises:
            CodingError: if it is empty.

        """
        if not ids:
            raise CodingError("there is no note to code any more")
        before, self.wanted, self.ids = self.ids[self.at :], wanted, ids
        self.hits.list(ids)
        listed = set(ids)
        at = ids.index(next((i for i in before if i in listed), ids[0]))
        if ids[at] == self.page.coded.note.id:
            self.at = at
        else:
            self.open(at)

    def reload(self) -> None:
        """Show the open note and the counts as they stand now in the database."""
        self.totals = self.session.totals()
        self.progress = self.session.progress()
        self.read_again()

    def read_again(self) -> None:
        """Show the open note as it stands now in the database."""
        self.show_stored()
        self.mark_found()

    def show_stored(self) -> None:
        """The same but for what is marked, unless its text is another by now.

        No cursor, and nothing else that was begun, goes on from one text to another.
        """
        coded = self.session.open_note(self.page.coded.note.id)
        replaced = coded.note.text != self.page.text
        if replaced:
            self.end_mode()
            self.cursor = Cursor(coded.note.text, self.cursor.level)
            self._armed, self._chosen = "", ""
        self.page.update(coded)
        if replaced:
            self.mark_found()

    def take_in(self, elsewhere: Elsewhere) -> None:
        """Show what others have changed; notes that no longer pass the filter stay listed."""
        self.totals, self.progress = elsewhere.totals, elsewhere.progress
        if elsewhere.listed.ids != self.ids:
            self.list_notes(elsewhere.listed.wanted, elsewhere.listed.ids)
        if elsewhere.found.query == self.hits.query:
            self.hits.take(elsewhere.found.ids, self.ids)

    # Moving

    def move(self, direction: Direction, *, extend: bool = False) -> None:
        """By the unit; while bounds are moved, by a character if it would extend."""
        if self.mode == "resize" and extend:
            self.cursor.nudge(direction, self.page.layout)
        else:
            self._go_away(extend)
            self.cursor.move(direction, extend=extend)

    def move_rows(self, rows: int, *, extend: bool = False) -> None:
        """By rows of the screen."""
        self._go_away(extend)
        self.cursor.move_rows(self.page.layout, rows, extend=extend)

    def move_to_end(self, direction: Direction) -> None:
        """To the first or the last unit."""
        self._go_away(extend=False)
        self.cursor.move_to(len(self.page.text) if direction > 0 else 0)

    def let_go(self) -> None:
        """Whatever is selected from here on is no other bounds of the suggestion stepped to."""
        self._armed = ""

    def _go_away(self, extend: bool) -> None:
        """A move that does not extend leaves the suggestion or the reference stepped to."""
        if not extend and not self.cursor.sticky:
            self.let_go()
            self._chosen = "" if self.mode == "read" else self._chosen

    def resize_unit(self, step: Direction) -> None:
        """To a wider or narrower unit."""
        if self.cursor.resize_unit(step):
            self.message = f"unit: {self.cursor.level}"
        elif self.cursor.unit is None:
            self.message = "this note is blank: there is nothing to select"
        else:
            level, which = (LEVELS[-1], "widest") if step > 0 else (LEVELS[0], "narrowest")
            self.message = f"{level} is the {which} unit"

    def mark(self) -> None:
        """Begin to extend, or drop the mark."""
        if self.cursor.sticky and self.mode == "read":
            self.cursor.clear()
            self.message = ""
        else:
            self.cursor.set_mark()
            self.message = (
                f"marked: moving extends the selection, {self.keys['cancel']} drops the mark"
            )

    def other_end(self) -> None:
        """The other end of the selection; without one, the next reference at the cursor."""
        if self.cursor.swap_ends():
            return
        here = self.page.references_at(self.cursor.focus, self.selection)
        if len(here) < 2 or self.reference is None:
            self.message = "there is no other reference here"
            return
        ids = [reference.id for reference in here]
        self._chosen = ids[(ids.index(self.reference.id) + 1) % len(ids)]

    def next_reference(self, direction: Direction) -> None:
        """Select the next or previous reference."""
        self.end_mode()
        items = self.page.references.items
        ids = [item.id for item in items]
        if self.reference is not None and self.reference.span == self.selection:
            # Where a suggestion is what is acted on, the reference beneath it comes first.
            at = ids.index(self.reference.id) + (0 if self.suggestion else direction)
        else:
            before = sum(item.span.start < self.cursor.focus for item in items)
            at = before if direction > 0 else before - 1
        if 0 <= at < len(items):
            self.step_to_reference(items[at])
        else:
            self.message = f"no reference {'after' if direction > 0 else 'before'} this"

    def go_to_reference(self, note_id: str, reference_id: str) -> bool:
        """Open the note, and select the reference; False if it is there no more."""
        self.end_mode()
        if note_id != self.page.coded.note.id:
            self.show_note(note_id)
        found = self.page.reference(reference_id)
        if found is not None:
            self.step_to_reference(found)
        return found is not None

    def step_to_reference(self, reference: Reference) -> None:
        """Select a reference of this note: the keys act on it, whatever is suggested there."""
        self.cursor.select(reference.span)
        self._chosen, self._armed, self.hits.here = reference.id, "", None

    def step_to(self, suggestion: Suggestion) -> None:
        """Select a suggestion of this note; what is selected otherwise then are its new bounds."""
        self.end_mode()
        self.cursor.select(suggestion.span)
        self._armed, self.hits.here = suggestion.id, None
        self.message = ""

    def show_note(self, note_id: str) -> None:
        """Open a note by its id; it joins the list if the filter hides it."""
        if note_id not in self.ids:
            listed = {*self.ids, note_id}
            self.ids = [other for other in self.session.note_ids() if other in listed]
            self.at = self.ids.index(self.page.coded.note.id)
            self.hits.list(self.ids)
        self.open(self.ids.index(note_id))

    def go(self, stop: Stop) -> None:
        """Go to a note, and to a place on it; it joins the list if the filter hides it."""
        if stop.note_id != self.page.coded.note.id:
            self.show_note(stop.note_id)
        self.end_mode()
        if stop.span is not None and stop.span.end <= len(self.page.text):
            self.cursor.select(stop.span)
            self._armed = ""

    def walk(self, direction: Direction) -> None:
        """Back to where one was before, or forward again."""
        stop = self.trail.back(self.here) if direction < 0 else self.trail.forward(self.here)
        if stop is None:
            self.message = f"you have been nowhere {'before' if direction < 0 else 'after'} this"
        else:
            with self.trail.walking():
                self.go(stop)
