"""Labelling notes by hand: one file of identifiable notes, saved at each step, undo while open.

Nothing of it comes into the project: the file is all there is, and a project is not needed.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from notecode.anonymising.evaluation import labels as edits
from notecode.anonymising.evaluation.gold import DIRECT, QUASI, IdentifierType, read_unfinished
from notecode.anonymising.evaluation.labels import KEEP, PERSON, Label, LabelledNote
from notecode.errors import CodingError, ConflictError
from notecode.model import Span
from notecode.project.anonymising.identifiable_files import (
    discard_unfinished,
    json_line,
    write_private,
)
from notecode.raw import Person

__all__ = [
    "KEEP",
    "PERSON",
    "Label",
    "LabelledNote",
    "LabellingSession",
    "Someone",
    "open_labelling",
]

_OTHER = "other-"


@dataclass(frozen=True, slots=True, repr=False)
class Someone:
    """A person whom a name may mean: the id that is stored, and what the screen shows."""

    id: str
    shown: str

    def __repr__(self) -> str:
        return f"Someone({self.id!r}, name hidden)"

    __str__ = __repr__


@dataclass(frozen=True, slots=True, repr=False)
class _Step:
    """One action: which note, and how it was before and after."""

    at: int
    before: LabelledNote
    after: LabelledNote


class LabellingSession:
    """The notes of one file and their labels; each method that changes something saves it."""

    def __init__(
        self,
        path: Path,
        lines: list[str],
        notes: list[LabelledNote],
        people: dict[str, tuple[Person, ...]],
        state: tuple[int, ...],
    ) -> None:
        """Use ``open_labelling``."""
        self.path = path
        self.notes = notes
        self._lines = lines
        self._people = people
        self._state = state
        self._done: list[_Step] = []
        self._undone: list[_Step] = []

    @property
    def finished(self) -> int:
        """How many notes are done."""
        return sum(note.done for note in self.notes)

    def first_open(self, after: int = -1) -> int | None:
        """The next note after the one named that is not done, from the top again at the end."""
        count = len(self.notes)
        places = ((after + 1 + step) % count for step in range(count))
        return next((at for at in places if not self.notes[at].done), None)

    def people_of(self, at: int) -> list[Someone]:
        """The people of the note's case: those of the people file, then others named so far."""
        case_id = self.notes[at].case_id
        listed = [Someone(person.id, _shown(person)) for person in self._people[case_id]]
        known = {someone.id for someone in listed}
        others: dict[str, str] = {}
        for note in self._case(case_id):
            for label in note.labels:
                if label.entity and label.entity not in known:
                    others.setdefault(label.entity, label.span.cut(note.text))
        return listed + [Someone(entity, name) for entity, name in others.items()]

    def another_person(self, at: int) -> str:
        """An id for somebody of this case who is not known yet."""
        taken = {someone.id for someone in self.people_of(at)}
        number = 1
        while f"{_OTHER}{number}" in taken:
            number += 1
        return f"{_OTHER}{number}"

    def label(self, at: int, span: Span, kind: str) -> Label:
        """Label the span, without what convention leaves outside; overlapped labels give way.

        A person's name that has been labelled in this case before means the same person. A label
        that is labelled again keeps its person, and, of the same type, whether it is direct.

        Raises:
            CodingError: if there is nothing in the span to label.
            ConflictError: if the file has been changed meanwhile.
            WriteError: if the file cannot be written; the label is not made.

        """
        note = self.notes[at]
        place = edits.label_span(note.text, span, kind)
        if place is None:
            raise CodingError("there is nothing to label here")
        usual = edits.usual_identifier_type(kind, place.cut(note.text))
        label = self._meant(note, Label(place, kind, usual))
        self._do(at, edits.with_label(note, label))
        return label

    def label_everywhere(self, at: int, label: Label) -> int:
        """Label the same words wherever else they stand in the note; how many there were."""
        note = self.notes[at]
        places = edits.same_words(note, label.span)
        for place in places:
            note = edits.with_label(note, replace(label, span=place))
        if places:
            self._do(at, note)
        return len(places)

    def say_who(self, at: int, label: Label, entity: str) -> Label:
        """Say which person a name means, "" for not known."""
        self._do(at, edits.changed(self.notes[at], label, entity=entity))
        return replace(label, entity=entity)

    def turn_identifier_type(self, at: int, label: Label) -> Label:
        """From direct to quasi and back.

        Raises:
            CodingError: if the label is on what must not be masked.

        """
        if label.type == KEEP:
            raise CodingError("what must not be masked is neither direct nor quasi")
        turned: IdentifierType = QUASI if label.identifier_type == DIRECT else DIRECT
        self._do(at, edits.changed(self.notes[at], label, identifier_type=turned))
        return replace(label, identifier_type=turned)

    def delete(self, at: int, label: Label) -> None:
        """Take the label off."""
        self._do(at, edits.without(self.notes[at], label))

    def set_done(self, at: int, *, done: bool) -> None:
        """Say that the note is labelled, or is not after all."""
        if self.notes[at].done != done:
            self._do(at, replace(self.notes[at], done=done))

    def undo(self) -> int | None:
        """Take back the last step; the note it was on, or None if there is none."""
        return self._walk(self._done, self._undone, lambda step: step.before)

    def redo(self) -> int | None:
        """Do again what was taken back."""
        return self._walk(self._undone, self._done, lambda step: step.after)

    def _meant(self, note: LabelledNote, label: Label) -> Label:
        replaced = [other for other in note.labels if other.span.overlaps(label.span)]
        same = [other for other in replaced if other.type == label.type]
        if same:
            label = replace(label, identifier_type=same[0].identifier_type)
        entities = {other.entity for other in same} - {""}
        if label.type == PERSON:
            name = label.span.cut(note.text)
            entity = entities.pop() if len(entities) == 1 else ""
            label = replace(label, entity=entity or edits.entity_of(self._case(note.case_id), name))
        return label

    def _case(self, case_id: str) -> list[LabelledNote]:
        return [note for note in self.notes if note.case_id == case_id]

    def _do(self, at: int, after: LabelledNote) -> None:
        step = _Step(at, self.notes[at], after)
        self._put(at, after)
        self._done.append(step)
        self._undone.clear()

    def _walk(
        self, taken: list[_Step], given: list[_Step], state: Callable[[_Step], LabelledNote]
    ) -> int | None:
        if not taken:
            return None
        step = taken[-1]
        self._put(step.at, state(step))
        given.append(taken.pop())
        return step.at

    def _put(self, at: int, note: LabelledNote) -> None:
        """Save the file with this note in it, then take the note over."""
        if _state(self.path) != self._state:
            raise ConflictError(
                "the file has been changed meanwhile by another program",
                where=str(self.path),
                hint="Nothing was overwritten. Leave with Q and open the file again.",
            )
        line = json_line({**json.loads(self._lines[at]), **edits.as_json(note)})
        write_private(self.path, "".join([*self._lines[:at], line, *self._lines[at + 1 :]]))
        self._state = _state(self.path)
        self._lines[at] = line
        self.notes[at] = note


def open_labelling(path: Path) -> LabellingSession:
    """Open a file of notes to be labelled; opening does not change it.

    Raises:
        InputError: if it cannot be read or has problems; all of them are listed by line.

    """
    discard_unfinished(path)
    state = _state(path)
    file = read_unfinished(path)
    text = path.read_text(encoding="utf-8-sig").split("\n")
    lines = [f"{text[note.line - 1]}\n" for note in file.notes]
    people: dict[str, tuple[Person, ...]] = {}
    for note in file.notes:
        people[note.case_id] = tuple(dict.fromkeys((*people.get(note.case_id, ()), *note.roster)))
    notes = [edits.labelled(note) for note in file.notes]
    return LabellingSession(path, lines, notes, people, state)


def _state(path: Path) -> tuple[int, ...]:
    """What tells that another program has written the file."""
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_ino, found.st_mtime_ns, found.st_size


def _shown(person: Person) -> str:
    names = " ".join(filter(None, (person.first_name, person.last_name)))
    known = f" ({', '.join(person.known_as)})" if person.known_as else ""
    return f"{person.role} {names}{known}".strip()
