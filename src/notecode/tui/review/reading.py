"""Reading under review: the notes by risk, the open one beside its original, the cursor on it.

Knows nothing of the screen, and decides nothing.
"""

from typing import get_args

from notecode.errors import ReviewError
from notecode.model import Flag, Mask, Span
from notecode.project.reviewing.notes import Listed, ReviewNotes, ReviewProgress
from notecode.project.reviewing.to_review import ReviewOnly
from notecode.tui.choosing import People
from notecode.tui.cursor import Cursor, Direction
from notecode.tui.keymap import KeyNames
from notecode.tui.review.keys import USUAL_KEYS
from notecode.tui.review.page import MaskedPage, original_page, result_page

_ONLY_WORDING: dict[ReviewOnly, str] = {
    "all": "all notes, the riskiest first",
    "unreviewed": "notes that are not reviewed",
    "flagged": "notes with a flag",
}
_FIRST_WIDTH = 60


class ReviewReading:
    """One reviewer's place: the list, the open note, the selection, what was said last."""

    def __init__(self, notes: ReviewNotes, keys: KeyNames = USUAL_KEYS) -> None:
        """Open the riskiest note.

        Raises:
            ReviewError: if there is no note to review.

        """
        self.notes = notes
        self.keys = keys
        self.width = self.original_width = _FIRST_WIDTH
        self.message = f"{keys['help']} help"
        self.only: ReviewOnly = "all"
        self.ids: list[str] = notes.ids()
        self.at = 0
        self.everywhere = False
        self.asking: People[Listed] | None = None
        self.question = ""
        if not self.ids:
            raise ReviewError("there is no note to review")
        self.open(0)

    # What is shown

    def open(self, at: int, message: str = "") -> None:
        """Open a note of the list, with the cursor on its first flag."""
        self.at = at
        self.take(self.ids[at])
        self.cursor = Cursor(self.page.text, "word")
        if self.page.flags.items:
            self.cursor.select(self.page.flags.items[0].span)
        self.end_question()
        self.everywhere = False
        self.message = message

    def take(self, note_id: str) -> None:
        """Show a note as it is stored now, where the cursor is."""
        self.note = self.notes.open(note_id)
        self.page: MaskedPage = result_page(self.note, self.width)
        self.original: MaskedPage = original_page(self.note, self.original_width)
        self.progress: ReviewProgress = self.notes.progress()

    @property
    def selection(self) -> Span | None:
        """What a type's key would mask."""
        return self.cursor.selection

    @property
    def in_original(self) -> Span | None:
        """Where the selection stands in the original."""
        return self.note.in_original(self.selection) if self.selection is not None else None

    @property
    def mask(self) -> Mask | None:
        """The mask that the keys act on."""
        return self.note.mask_at(self.selection)

    @property
    def flags(self) -> list[Flag]:
        """The flags that the selection touches."""
        if self.selection is None:
            return []
        return self.page.flags.overlapping(self.selection.start, self.selection.end)

    @property
    def people(self) -> tuple[Listed, ...]:
        """The people of the case, those of the people file first."""
        return self.notes.people(self.note.case.id)

    # Selecting

    def mark(self) -> None:
        """Hold one end of the selection."""
        self.cursor.set_mark()

    def turn_page(self, step: Direction, rows: int) -> None:
        """Rows on, or, while it is asked who is meant, to more people."""
        if self.asking is None:
            self.move_rows(rows)
        else:
            self.asking.turn(step)

    def move(self, direction: Direction, *, extend: bool = False) -> None:
        """To the next or previous unit."""
        self.cursor.move(direction, extend=extend)

    def move_rows(self, rows: int, *, extend: bool = False) -> None:
        """Rows down, or up if negative."""
        self.cursor.move_rows(self.page.layout, rows, extend=extend)

    def move_to_end(self, direction: Direction) -> None:
        """To the beginning (-1) or the end (1) of the note."""
        self.cursor.move_to(0 if direction < 0 else max(len(self.page.text) - 1, 0))

    def resize_unit(self, step: Direction) -> None:
        """A wider or a narrower unit."""
        if not self.cursor.resize_unit(step):
            self.message = "there is no such unit here"

    def other_end(self) -> None:
        """Let the other end of the selection move."""
        if not self.cursor.swap_ends():
            self.message = f"{self.keys['mark']} marks one end of a selection"

    def cancel(self) -> None:
        """Leave a question, else drop the mark, and select the word at the cursor."""
        if not self.end_question():
            self.everywhere = False
            self.cursor.clear()

    def end_question(self) -> bool:
        """Ask nothing any more; whether something was asked."""
        asked = self.asking is not None or bool(self.question)
        self.asking, self.question = None, ""
        return asked

    # Doubtful places and masks

    def next_flag(self) -> None:
        """To the next flag of this note, else of the notes after it in the list."""
        here = self.selection or Span(0, 1)
        later = [flag for flag in self.page.flags.items if flag.span.start > here.start]
        same = [f for f in self.page.flags.items if f.span.start == here.start and f.span != here]
        if same or later:
            self.cursor.select((same or later)[0].span)
            return
        flagged = self.notes.flagged()
        turns = [(self.at + step) % len(self.ids) for step in range(1, len(self.ids))]
        found = next((at for at in turns if self.ids[at] in flagged), None)
        if found is not None:
            self.open(found, "from the first note again" if found < self.at else "")
        elif self.page.flags.items and self.page.flags.items[0].span != here:
            self.cursor.select(self.page.flags.items[0].span)
        else:
            self.message = "no other flag in the notes of this list"

    def previous_flag(self) -> None:
        """To the flag before, in this note."""
        here = self.selection or Span(0, 1)
        before = [flag for flag in self.page.flags.items if flag.span.start < here.start]
        if before:
            self.cursor.select(before[-1].span)
        else:
            self.message = "no flag before this in the note"

    def next_mask(self, direction: Direction) -> None:
        """To the next or previous mask of this note."""
        here = self.cursor.focus
        spans = [mask.span for mask in self.note.masks]
        if direction > 0:
            found = next((span for span in spans if span.start > here), None)
        else:
            found = next((span for span in reversed(spans) if span.start < here), None)
        if found is None:
            self.message = "no further mask in this note"
        else:
            self.cursor.select(found)

    # Notes

    def turn(self, step: Direction) -> None:
        """To the next or previous note of the list."""
        if 0 <= self.at + step < len(self.ids):
            self.open(self.at + step)
        else:
            self.message = "this is the last note" if step > 0 else "this is the first note"

    def filter(self) -> None:
        """All notes, those not reviewed, those with flags, then all again."""
        choices: tuple[ReviewOnly, ...] = get_args(ReviewOnly)
        at = choices.index(self.only)
        for step in range(1, len(choices) + 1):
            only = choices[(at + step) % len(choices)]
            ids = self.notes.ids(only)
            if ids:
                break
        self.only, self.ids = only, ids
        shown = self.note.note.id
        if shown in ids:
            self.at = ids.index(shown)
        else:
            self.open(0)
        self.message = f"{_ONLY_WORDING[only]}: {len(ids)}"

    def go_to(self, wanted: str) -> None:
        """To a note by its id, a case's riskiest note by its id, or a place in the list."""
        wanted = wanted.strip()
        everything = self.notes.ids()
        known = {note_id.casefold(): note_id for note_id in everything}
        found = known.get(wanted.casefold(), "")
        if not found:
            of_case = set(self.notes.ids_of_case(wanted) or self.notes.ids_of_case(wanted.upper()))
            found = next((note_id for note_id in everything if note_id in of_case), "")
        if not found and wanted.isdecimal() and 1 <= int(wanted) <= len(self.ids):
            found = self.ids[int(wanted) - 1]
        if not found:
            self.message = "there is no such case or note"
            return
        if found not in self.ids:
            self.only, self.ids = "all", everything
        self.open(self.ids.index(found))

    def reload(self) -> None:
        """Show the open note as it is now in the database."""
        before, text = self.selection, self.page.text
        self.take(self.note.note.id)
        if self.page.text != text:
            self.cursor = Cursor(self.page.text, self.cursor.level)
        elif before is not None:
            self.cursor.select(before)
