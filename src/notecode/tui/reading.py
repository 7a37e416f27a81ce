"""Reading: the notes in order, the open one, the cursor on it. Knows nothing of the screen."""

from typing import Literal, get_args

from notecode.errors import CodingError
from notecode.model import Reference, Span, Suggestion
from notecode.project.coding import CodingSession, Only, Progress
from notecode.tui.cursor import Cursor, Direction
from notecode.tui.finding import Finder
from notecode.tui.page import Page

Mode = Literal["read", "recode", "agencies", "resize"]
"""What a letter means now: a code, another code for a reference, an agency, nothing."""

_ONLY_WORDING: dict[Only, str] = {
    "all": "all notes",
    "uncoded": "notes without a reference of yours",
    "suggested": "notes with open suggestions",
}


class Reading:
    """The notes in their order, the open one, the cursor on it, and the ways to move.

    What happened is said in ``message``.
    """

    def __init__(self, session: CodingSession) -> None:
        """Open the note where this coder was last, else the first."""
        self.session = session
        self.codebook = session.codebook
        self.width = 60
        self.mode: Mode = "read"
        self.message = "? help"
        self.only: Only = "all"
        self.ids: list[str] = session.note_ids()
        self.at = 0
        self.totals: dict[str, int] = session.totals()
        self.progress: Progress = session.progress()
        self.finder = Finder()
        self.cursor = Cursor("")
        self._armed = ""  # the suggestion stepped to, where several lie on one span
        self._chosen = ""  # the reference stepped to, likewise
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

    # Notes

    def open(self, at: int, message: str = "") -> None:
        """Open a note of the list, with the cursor on its first suggestion."""
        coded = self.session.open_note(self.ids[at])
        self.at = at
        self.page = Page(coded, self.width)
        self.cursor = Cursor(coded.note.text, self.cursor.level)
        self.mode, self._armed, self._chosen = "read", "", ""
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
        wanted = set(self.session.note_ids(only="suggested"))
        count = len(self.ids)
        for step in range(1, count):
            at = (self.at + step) % count
            if self.ids[at] in wanted:
                self.open(at, "from the first note again" if at < self.at else "")
                return
        self.message = "no other note of this list has suggestions"

    def filter(self) -> None:
        """All notes, then those uncoded, then those with suggestions, then all again."""
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
            self._show(note_id)
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
            self.message = "nothing has been looked for yet: / finds a text"
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
        self.cursor.select(span)
        self.message = f"found; notes that have it: {len(self.finder.notes)}; M goes on"

    def reload(self) -> None:
        """Show everything as it stands now in the database."""
        self.totals = self.session.totals()
        self.progress = self.session.progress()
        self.page.update(self.session.open_note(self.page.coded.note.id))

    # Moving

    def move(self, direction: Direction, *, extend: bool = False) -> None:
        """By the unit."""
        self.cursor.move(direction, extend=extend)

    def move_rows(self, rows: int, *, extend: bool = False) -> None:
        """By rows of the screen."""
        self.cursor.move_rows(self.page.layout, rows, extend=extend)

    def move_to_end(self, direction: Direction) -> None:
        """To the first or the last unit."""
        self.cursor.move_to(len(self.page.text) if direction > 0 else 0)

    def resize_unit(self, step: Direction) -> None:
        """To a wider or narrower unit."""
        changed = self.cursor.resize_unit(step)
        self.message = f"by the {self.cursor.level}" if changed else "there is no such unit"

    def mark(self) -> None:
        """Begin to extend, or drop the mark."""
        if self.cursor.sticky and self.mode == "read":
            self.cursor.clear()
            self.message = ""
        else:
            self.cursor.set_mark()
            self.message = "marked: moving extends the selection, Esc drops the mark"

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

    def _step_to(self, suggestion: Suggestion) -> None:
        self.cursor.select(suggestion.span)
        self._armed = suggestion.id
        self.message = ""

    def _list(self, only: Only, ids: list[str]) -> None:
        """Take another list of notes; the open note stays, if it is in it."""
        self.only, self.ids = only, ids
        shown = self.page.coded.note.id
        if shown in ids:
            self.at = ids.index(shown)
        else:
            self.open(0)

    def _show(self, note_id: str) -> None:
        """Open a note by its id; all notes are listed if the filter hides it."""
        if note_id not in self.ids:
            self.only, self.ids = "all", self.session.note_ids()
        self.open(self.ids.index(note_id))
