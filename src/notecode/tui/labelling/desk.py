"""Labelling: what each command of the screen does. Knows nothing of the screen."""

from typing import Literal

from notecode.errors import CodingError
from notecode.model import Span
from notecode.project.evaluating.labelling import PERSON, Label, LabellingSession, Someone
from notecode.tui.choosing import SOMEBODY_ELSE, People
from notecode.tui.cursor import Cursor, Direction, Level
from notecode.tui.labelling.actions import TYPE_BY_ID, TYPE_BY_KEY
from notecode.tui.labelling.page import LabelPage

_FIRST_WIDTH = 72


class LabellingDesk:
    """One labeller's place in a file: the open note, the selection, what was said last."""

    def __init__(self, session: LabellingSession) -> None:
        """Open the first note that is not done, else the first."""
        self.session = session
        self.width = _FIRST_WIDTH
        self.message = ""
        self.asking: Label | None = None
        self.chooser: People[Someone] = People((), _shown_name)
        self.at = 0
        self.open(session.first_open() or 0)

    def open(self, at: int) -> None:
        """Open a note by its place in the file."""
        self.asking = None
        self.at = at
        self.page = LabelPage(self.session.notes[at], self.width)
        self.cursor = Cursor(self.page.text, "word")

    @property
    def selection(self) -> Span | None:
        """What a type's key would label."""
        return self.cursor.selection

    @property
    def label(self) -> Label | None:
        """The label that D, W, E and X act on."""
        return self.page.label_at(self.selection, self.cursor.focus)

    @property
    def people(self) -> list[Someone]:
        """Who may be meant, in the order of their keys."""
        return self.session.people_of(self.at)

    # Selecting

    def mark(self) -> None:
        """Hold one end of the selection."""
        self.cursor.set_mark()

    def turn_page(self, step: Direction, rows: int) -> None:
        """Rows on, or, while it is asked who is meant, to more people."""
        if self.asking is None:
            self.move_rows(rows)
        else:
            self.chooser.turn(step)

    def move(self, direction: Direction, *, extend: bool = False) -> None:
        """To the next or previous unit."""
        self.asking = None
        self.cursor.move(direction, extend=extend)

    def move_rows(self, rows: int, *, extend: bool = False) -> None:
        """Rows down, or up if negative."""
        self.asking = None
        self.cursor.move_rows(self.page.layout, rows, extend=extend)

    def move_to_end(self, direction: Direction) -> None:
        """To the beginning (-1) or the end (1) of the note."""
        self.asking = None
        self.cursor.move_to(0 if direction < 0 else max(len(self.page.text) - 1, 0))

    def resize_unit(self, step: Direction) -> None:
        """A wider or a narrower unit."""
        self.asking = None
        if not self.cursor.resize_unit(step):
            self.message = "there is no such unit here: , . ( ) move by letters"

    def move_edge(self, edge: Literal["start", "end"], direction: Direction) -> None:
        """Move the start or the end of the selection by one letter."""
        self.asking = None
        span = self.selection
        if span is None:
            return
        start, end = span.start, span.end
        if edge == "end":
            end = self._beside(end, direction)
        else:
            start = self._beside(start, direction)
        if start < end:
            self.cursor.select(Span(start, end))

    def _beside(self, offset: int, direction: Direction) -> int:
        """The next edge of a letter; the same at the ends of the text."""
        if direction > 0:
            cluster = self.page.layout.cluster_span(offset)
            return cluster.end if cluster else min(offset + 1, len(self.page.text))
        cluster = self.page.layout.cluster_span(offset - 1) if offset else None
        return cluster.start if cluster else max(offset - 1, 0)

    def other_end(self) -> None:
        """Let the other end of the selection move."""
        if not self.cursor.swap_ends():
            self.message = "V marks one end of a selection"

    def place(self, offset: int, level: Level) -> None:
        """Select the unit at ``offset``."""
        self.asking = None
        self.cursor.place(offset, level)

    def drag(self, start: int, end: int) -> None:
        """Select the words from one offset to another."""
        self.asking = None
        self.cursor.drag(start, end)

    def cancel(self) -> None:
        """Leave the question who is meant, else drop what was selected by letters or a mark."""
        if self.asking is not None:
            self.asking = None
            self.message = "who is meant is left open"
        else:
            self.cursor.clear()

    # Labelling

    def letter(self, key: str) -> None:
        """What a lower-case letter or a digit does: label, or say who is meant."""
        if self.asking is not None:
            self._answer(self.asking, key)
        elif (kind := TYPE_BY_KEY.get(key)) is not None:
            self._apply(kind.id)
        else:
            self.message = f"no type has the key {key}"

    def _apply(self, kind: str) -> None:
        selection = self.selection
        if selection is None:
            raise CodingError("this note is blank: there is nothing to label")
        label = self.session.label(self.at, selection, kind)
        self._show(label)
        self.message = f"{self._named(label)}: saved"
        if label.type != PERSON:
            return
        if label.entity:
            self.message += f", as {self._shown(label.entity)} before; W: somebody else"
        else:
            self._ask_who(label)

    def who(self) -> None:
        """Ask who is meant by the name at the cursor."""
        label = self._label_here()
        if label.type != PERSON:
            raise CodingError("this label is no person's name")
        self._ask_who(label)

    def _ask_who(self, label: Label) -> None:
        self.asking = label
        self.chooser = People(self.people, _shown_name)

    def _answer(self, label: Label, key: str) -> None:
        someone = self.chooser.pick(key)
        if key == SOMEBODY_ELSE:
            entity = self.session.another_person(self.at)
        elif someone is not None:
            entity = someone.id
        else:
            self.message = f"nobody has the key {key}: Esc leaves it open"
            return
        self.asking = None
        label = self.session.say_who(self.at, label, entity)
        self._show(label)
        self.message = f"{self._shown(entity)}: saved"

    def turn_identifier_type(self) -> None:
        """From direct to quasi and back."""
        label = self.session.turn_identifier_type(self.at, self._label_here())
        self._show(label)
        self.message = f"{self._named(label)}: saved"

    def everywhere(self) -> None:
        """Label the same words wherever they stand in the note."""
        label = self._label_here()
        count = self.session.label_everywhere(self.at, label)
        self._show(label)
        self.message = f"{count} more labelled" if count else "the same words stand nowhere else"

    def delete(self) -> None:
        """Take the label off."""
        label = self._label_here()
        self.session.delete(self.at, label)
        self._show(label)
        self.message = f"{self._named(label)}: taken off, U brings it back"

    def undo(self) -> None:
        """Take back the last step."""
        self._walk(self.session.undo(), "undone", "there is nothing to undo in this session")

    def redo(self) -> None:
        """Do again what was undone."""
        self._walk(self.session.redo(), "done again", "there is nothing to redo")

    def next_label(self, direction: Direction) -> None:
        """To the next or previous label."""
        self.asking = None
        here = self.cursor.focus
        labels = self.page.note.labels
        if direction > 0:
            found = next((label for label in labels if label.span.start > here), None)
        else:
            found = next((x for x in reversed(labels) if x.span.start < here), None)
        if found is None:
            self.message = "no further label in this note"
        else:
            self.cursor.select(found.span)

    # Notes

    def done(self) -> None:
        """The note is labelled; on to the next that is not. While asking, the question goes."""
        if self.asking is not None:
            self.cancel()
            return
        self.session.set_done(self.at, done=True)
        following = self.session.first_open(self.at)
        if following is None:
            self.page.take(self.session.notes[self.at])
            self.message = "all notes are done: leave with Q, then notecode evaluate anonymisation"
        else:
            self.open(following)

    def reopen(self) -> None:
        """The note is not done after all."""
        self.session.set_done(self.at, done=False)
        self.page.take(self.session.notes[self.at])
        self.message = "this note is not done"

    def turn(self, step: Direction) -> None:
        """To the next or previous note."""
        at = self.at + step
        if 0 <= at < len(self.session.notes):
            self.open(at)
        else:
            self.message = "this is the last note" if step > 0 else "this is the first note"

    def _label_here(self) -> Label:
        label = self.label
        if label is None:
            raise CodingError("there is no label here: Tab goes to the next")
        return label

    def _show(self, label: Label) -> None:
        self.asking = None
        self.page.take(self.session.notes[self.at])
        self.cursor.select(label.span)

    def _walk(self, at: int | None, done: str, nothing: str) -> None:
        self.asking = None
        if at is None:
            self.message = nothing
            return
        if at != self.at:
            self.open(at)
        self.page.take(self.session.notes[at])
        self.message = done

    def _named(self, label: Label) -> str:
        kind = TYPE_BY_ID[label.type]
        return kind.name if kind.key == "k" else f"{kind.name}, {label.identifier_type.lower()}"

    def _shown(self, entity: str) -> str:
        return next((each.shown for each in self.people if each.id == entity), entity)


def _shown_name(someone: Someone) -> str:
    return someone.shown
