"""Reading: the notes in order, the open one, the cursor on it. Knows nothing of the screen."""

from collections.abc import Sequence
from typing import Literal, get_args

from notecode.coding.commands import agencies_within
from notecode.errors import CodingError
from notecode.model import Flag, Reference, Span, Suggestion
from notecode.project.coding.session import CodingSession, Only, Progress
from notecode.tui.coder.finding import Finder
from notecode.tui.coder.keys import USUAL_KEYS
from notecode.tui.cursor import LEVELS, Cursor, Direction
from notecode.tui.keymap import KeyNames
from notecode.tui.page import Page

Mode = Literal["read", "recode", "agencies", "resize"]
"""What a letter means now: a code, another code for a reference, an agency, nothing."""

_ONLY_WORDING: dict[Only, str] = {
    "all": "all notes",
    "uncoded": "notes without a reference of yours",
    "suggested": "notes with open suggestions",
    "flagged": "notes with a doubtful place",
}

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
        self.only: Only = "all"
        self.ids: list[str] = session.note_ids()
        self.at = 0
        self.totals: dict[str, int] = session.totals()
        self.progress: Progress = session.progress()
        self.finder = Finder()
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

        It is selected, or covers the cursor where no reference does.
        """
        focus, selection = self.cursor.focus, self.selection
        here = self.page.suggestions_at(focus, selection)
        armed = next((s for s in here if s.id == self._armed and s.span == selection), None)
        if armed or not here:
            return armed
        exact = here[0].span == selection
        return here[0] if exact or not self.page.references.at(focus) else None

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
        self.end_mode()
        self.at = at
        self.page = Page(coded, self.width)
        self.cursor = Cursor(coded.note.text, self.cursor.level)
        self._armed, self._chosen = "", ""
        if (first := self.page.next_suggestion("", 0)) is not None:
            self._step_to(first)
        self.message = message
        self.session.remember_note(coded.note.id)

    def turn(self, direction: Direction) -> None:
        """To the next or previous note."""
        if 0 <= self.at + direction < len(self.ids):
            self.open(self.at + direction)
        else:
            self.message = "this is the last note" if direction > 0 else "this is the first note"

    def next_suggested(self) -> None:
        """To the next note with open suggestions, from the top again after the last."""
        at = self._next_among("suggested")
        if at is None:
            self.message = "no other note of this list has suggestions"
        else:
            self.open(at, _AGAIN if at < self.at else "")

    def next_flag(self) -> None:
        """To the next doubtful place of this note, else of the notes after it."""
        flags = self.page.flags.items
        if self.selection is not None:
            flags = _after(self.selection, flags)
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

    def _next_among(self, only: Only) -> int | None:
        """The place in the list of the next note of this kind, from the top again at the end."""
        wanted = set(self.session.note_ids(only=only))
        count = len(self.ids)
        turns = ((self.at + step) % count for step in range(1, count))
        return next((at for at in turns if self.ids[at] in wanted), None)

    def filter(self) -> None:
        """All notes, those uncoded, with suggestions, with doubtful places, then all again."""
        choices: tuple[Only, ...] = get_args(Only)
        only = choices[(choices.index(self.only) + 1) % len(choices)]
        ids = self.session.note_ids(only=only)
        while not ids:
            only = choices[(choices.index(only) + 1) % len(choices)]
            ids = self.session.note_ids(only=only)
        self._list(only, ids)
        self.message = f"{_ONLY_WORDING[only]}: {len(ids)}"

    def go_to(self, wanted: str) -> None:
        """To a note by its id, a case's first note by its id, or a place in the list."""
        wanted = wanted.strip()
        known = {note_id.casefold(): note_id for note_id in self.session.note_ids()}
        note_id = known.get(wanted.casefold(), "")
        if not note_id:
            in_case = self.session.note_ids(case=wanted) or self.session.note_ids(
                case=wanted.upper()
            )
            note_id = in_case[0] if in_case else ""
        if not note_id and wanted.isdecimal() and 1 <= int(wanted) <= len(self.ids):
            note_id = self.ids[int(wanted) - 1]
        if note_id:
            self.show_note(note_id)
        else:
            self.message = "there is no such case or note"

    def find(self, wanted: str) -> None:
        """To the first place with this text: in this note, else in the next that has it."""
        if not wanted.strip():
            return
        self.finder = Finder(wanted, self.session.note_ids(text=wanted), self.ids)
        self.find_next(again=False)

    def find_next(self, *, again: bool = True) -> None:
        """To the next place with the text last looked for."""
        if not self.finder.wanted:
            self.message = f"nothing has been looked for yet: {self.keys['find']} finds a text"
            return
        start = self.cursor.focus + 1 if again else 0
        span = self.finder.within(self.page.text, start)
        if span is None and (at := self.finder.next_note(self.at)) is not None:
            self.open(at)
            span = self.finder.within(self.page.text, 0)
        if span is None and not self.finder.notes:
            span = self.finder.within(self.page.text, 0)
        if span is None:
            found = bool(self.finder.notes)
            self.message = "these words stand in this note apart" if found else "not found"
            return
        self.end_mode()
        self.cursor.select(span)
        self.message = (
            f"found; notes that have it: {len(self.finder.notes)}; {self.keys['find-next']} goes on"
        )

    def reload(self) -> None:
        """Show everything as it stands now in the database.

        Notes that are new are listed; those that no longer fit the filter stay until it changes.
        """
        self.totals = self.session.totals()
        self.progress = self.session.progress()
        listed = {*self.ids, *self.session.note_ids(only=self.only)}
        ids = [note_id for note_id in self.session.note_ids() if note_id in listed]
        if not ids:
            raise CodingError("there is no note to code any more")
        if ids != self.ids:
            self._list(self.only, ids)
        coded = self.session.open_note(self.page.coded.note.id)
        if coded.note.text != self.page.text:
            self.end_mode()
            self.cursor = Cursor(coded.note.text, self.cursor.level)
        self.page.update(coded)

    # Moving

    def move(self, direction: Direction, *, extend: bool = False) -> None:
        """By the unit; while bounds are moved, by a character if it would extend."""
        if self.mode == "resize" and extend:
            self.cursor.nudge(direction, self.page.layout)
        else:
            self.cursor.move(direction, extend=extend)

    def move_rows(self, rows: int, *, extend: bool = False) -> None:
        """By rows of the screen."""
        self.cursor.move_rows(self.page.layout, rows, extend=extend)

    def move_to_end(self, direction: Direction) -> None:
        """To the first or the last unit."""
        self.cursor.move_to(len(self.page.text) if direction > 0 else 0)

    def resize_unit(self, step: Direction) -> None:
        """To a wider or narrower unit."""
        if self.cursor.resize_unit(step):
            self.message = f"selecting: {self.cursor.level}"
        elif self.cursor.unit is None:
            self.message = "this note is blank: there is nothing to select"
        else:
            self.message = f"{LEVELS[-1]} is the widest unit"
            if step < 0:
                self.message = f"{LEVELS[0]} is the narrowest unit"

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
            at = ids.index(self.reference.id) + direction
        else:
            before = sum(item.span.start < self.cursor.focus for item in items)
            at = before if direction > 0 else before - 1
        if 0 <= at < len(items):
            self.cursor.select(items[at].span)
            self._chosen = ids[at]
        else:
            self.message = f"no reference {'after' if direction > 0 else 'before'} this"

    def go_to_reference(self, note_id: str, reference_id: str) -> bool:
        """Open the note, and select the reference; False if it is there no more."""
        self.end_mode()
        if note_id != self.page.coded.note.id:
            self.show_note(note_id)
        found = self.page.reference(reference_id)
        if found is not None:
            self.cursor.select(found.span)
            self._chosen = found.id
        return found is not None

    def _step_to(self, suggestion: Suggestion) -> None:
        self.end_mode()
        self.cursor.select(suggestion.span)
        self._armed = suggestion.id
        self.message = ""

    def _list(self, only: Only, ids: list[str]) -> None:
        """Take another list of notes; the open note stays, if it is in it."""
        self._take(only, ids)
        shown = self.page.coded.note.id
        if shown in ids:
            self.at = ids.index(shown)
        else:
            self.open(0)

    def _take(self, only: Only, ids: list[str]) -> None:
        self.only, self.ids = only, ids
        if wanted := self.finder.wanted:
            self.finder = Finder(wanted, self.session.note_ids(text=wanted), ids)

    def show_note(self, note_id: str) -> None:
        """Open a note by its id; all notes are listed if the filter hides it."""
        if note_id not in self.ids:
            self._take("all", self.session.note_ids())
        self.open(self.ids.index(note_id))


def _after(selection: Span, flags: Sequence[Flag]) -> tuple[Flag, ...]:
    """The flags from the selection on; if it is just a flag's, those after that one."""
    if all(flag.span != selection for flag in flags):
        return tuple(flag for flag in flags if flag.span.start >= selection.start)
    here = (selection.start, -selection.end)
    return tuple(flag for flag in flags if (flag.span.start, -flag.span.end) > here)
