"""The sample's labels against what was masked: a check that does not share the masker's judgement.

A search for names reads a word as the anonymiser reads it, and is blind where that is blind. The
labels say where each person of the people file is mentioned, whatever the mention looks like.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from notecode.anonymising.cases import AnonymisedCase, AnonymisedNote
from notecode.project.project import Project
from notecode.project.reading import Inputs, Sources, read_sources
from notecode.raw import Person
from notecode.store import facts
from notecode.store.connection import Database

_FACT = "labelled mentions "


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionsLeft:
    """How many labelled ``mentions`` of listed people there are, and which were left unmasked.

    ``names`` are ids of notes in which a name stands as the people file has it, ``forms`` those
    of notes with another form (initials, a misspelling); a note stands once for each mention.
    """

    mentions: int = 0
    names: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()

    def __add__(self, other: "MentionsLeft") -> "MentionsLeft":
        return MentionsLeft(
            mentions=self.mentions + other.mentions,
            names=self.names + other.names,
            forms=self.forms + other.forms,
        )


class SampleLabels:
    """The labelled identifiers of the sample, ready to be held against anonymised cases."""

    def __init__(self, project: Project, inputs: Inputs, labels: Path) -> None:
        """Take where the sample lies; nothing is read before the first case is checked."""
        self._project, self._inputs, self._labels = project, inputs, labels

    def check(self, db: Database, case: AnonymisedCase) -> None:
        """Count the case's mentions that were left, and keep the result with the project."""
        left = self.left_in(case)
        record = {"mentions": left.mentions, "names": left.names, "forms": left.forms}
        facts.save_fact(db, _FACT + case.case_id, json.dumps(record))

    def left_in(self, case: AnonymisedCase) -> MentionsLeft:
        """The labelled mentions of listed people that are not wholly masked in the case."""
        people = {person.id: person for person in self._sources.rosters[case.case_id].people}
        raw = {note.id: note.text for note in self._sources.notes[case.case_id]}
        mentions = 0
        left: dict[bool, list[str]] = {True: [], False: []}
        for note in case.notes:
            text = raw[note.note.id]
            for label in self._spans.get(note.note.id, ()):
                person = people.get(label.get("entity", ""))
                if label["type"] != "PERSON" or person is None:
                    continue
                mentions += 1
                if not _is_masked(note, text, label):
                    word = text[label["start"] : label["end"]]
                    left[_is_listed(word, person)].append(note.note.id)
        return MentionsLeft(mentions=mentions, names=tuple(left[True]), forms=tuple(left[False]))

    @cached_property
    def _sources(self) -> Sources:
        return read_sources(self._project, self._inputs)

    @cached_property
    def _spans(self) -> Mapping[str, Sequence[dict[str, Any]]]:
        with self._labels.open(encoding="utf-8") as lines:
            return {note["id"]: note["spans"] for note in map(json.loads, lines)}


def mentions_left(db: Database) -> MentionsLeft:
    """The sum of all cases that were checked."""
    records: Iterable[dict[str, Any]] = map(json.loads, facts.load_facts(db, _FACT).values())
    return sum(
        (
            MentionsLeft(
                mentions=record["mentions"],
                names=tuple(record["names"]),
                forms=tuple(record["forms"]),
            )
            for record in records
        ),
        start=MentionsLeft(),
    )


def _is_masked(note: AnonymisedNote, text: str, label: Mapping[str, Any]) -> bool:
    """Whether each letter and digit of the label's span lies in a mask."""
    letters = (i for i in range(label["start"], label["end"]) if text[i].isalnum())
    masks = [each.raw for each in note.source.masked]
    return all(any(mask.start <= i < mask.end for mask in masks) for i in letters)


def _is_listed(word: str, person: Person) -> bool:
    names = (person.first_name, person.last_name, *person.known_as)
    return word.casefold() in {name.casefold() for name in names}
