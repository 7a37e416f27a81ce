"""The case beside the notes: its attributes and assessments, set by a coder from what is read.

What is set stands beside the case record and counts in its place; the record is never written
over, and a new case file does not write over what was set.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from notecode.attributes import STAGES, YES_NO, absent_level
from notecode.case_values import CASE_RECORD
from notecode.coding import case_values as commands
from notecode.coding.case_values import Support, checked_value, type_words
from notecode.errors import CodingError, UsageError
from notecode.model import (
    Attribute,
    AttributeType,
    CaseEntry,
    CaseValue,
    Change,
    CodedValue,
    Presence,
    Span,
)
from notecode.project.coding.session import CodingSession
from notecode.project.project import find_project
from notecode.store import attributes as stored_attributes
from notecode.store import coded_values as stored
from notecode.store import notes as stored_notes
from notecode.text.nearest import meant

__all__ = [
    "CaseLine",
    "Place",
    "Support",
    "case_lines",
    "checked_value",
    "choices",
    "clear_value",
    "declare",
    "declared_type",
    "known_attributes",
    "named_place",
    "place_of",
    "quotation",
    "set_value",
    "type_words",
]

_TYPES: tuple[str, ...] = tuple(word for word in get_args(AttributeType) if word != "ordered")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One line of a case: an attribute, or with a stage one assessment."""

    name: str
    stage: str = ""

    def __str__(self) -> str:
        return commands.place_words(self.name, self.stage)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """One line of a case with its type; ``entry`` None is nothing recorded and nothing coded."""

    place: Place
    attribute: Attribute
    entry: CaseEntry | None = None

    @property
    def value(self) -> CaseValue:
        """What counts; missing where nothing is known."""
        if self.entry is not None:
            return self.entry.value
        return CaseValue(case_id="", name=self.place.name, stage=self.place.stage)

    @property
    def coded(self) -> CodedValue | None:
        """What counts, if it was coded from the notes."""
        value = self.value
        return value if isinstance(value, CodedValue) else None

    @property
    def words(self) -> str:
        """What counts, in a word: the value, or which of the other two states."""
        return _words(self.attribute, self.value)

    @property
    def origin(self) -> str:
        """Where it comes from, in words; "" where nothing is known."""
        if self.entry is None:
            return ""
        value = self.value
        if not isinstance(value, CodedValue):
            return CASE_RECORD
        note = f", {value.note_id}" if value.note_id else ""
        return f"coded by {value.coder}{note}"

    @property
    def conflict(self) -> str:
        """What is said elsewhere and does not count, in words; "" if nothing is."""
        said = [
            f"{other.coder or CASE_RECORD}: {_words(self.attribute, other)}"
            for other in (self.entry.others if self.entry else ())
        ]
        return "; ".join(said)


def _words(attribute: Attribute, value: CaseValue) -> str:
    """The value, or its state: as the level that says so, where the type has one."""
    level = absent_level(attribute) if value.state == "absent" else value.value
    return level or commands.state_words(value.state)


def _as_recorded(attribute: Attribute, state: Presence, text: str) -> tuple[Presence, str]:
    """State and value as they are read from a case file: what means the same is stored the same.

    "no" is recorded as absent; absent on a scale from "none" is "none".
    """
    from notecode.importing.attributes import presence  # the coder starts without it

    level = absent_level(attribute) if state == "absent" else ""
    if state == "value" or level:
        text = text or level
        state = presence(text)
    return state, text if state == "value" else ""


def known_attributes(session: CodingSession) -> dict[str, Attribute]:
    """The attributes of all cases by name, and those declared that no case has yet."""
    declared = session.project.settings.attributes
    known = stored_attributes.load_attributes(session.db, declared)
    return {**declared, **known}


def case_lines(
    session: CodingSession,
    case_id: str,
    known: Mapping[str, Attribute] | None = None,
    more: Iterable[Place] = (),
) -> list[CaseLine]:
    """A case's attributes by name, then its assessments by stage; ``more`` are lines to add."""
    known = known_attributes(session) if known is None else known
    entries = {
        Place(entry.value.name, entry.value.stage): entry
        for entry in stored.case_entries(session.db, case_id)
    }
    places = {
        *(Place(one.name, stage) for one in known.values() for stage in one.stages),
        *entries,
        *more,
    }
    return [
        CaseLine(
            place=place,
            attribute=known.get(place.name) or Attribute(name=place.name, type="category"),
            entry=entries.get(place),
        )
        for place in sorted(places, key=_order)
    ]


def _order(place: Place) -> tuple[int, str, str]:
    stages = ("", *STAGES)
    at = stages.index(place.stage) if place.stage in stages else len(stages)
    return at, place.stage if at == len(stages) else "", place.name.casefold()


def choices(attribute: Attribute) -> tuple[str, ...]:
    """The levels that can be chosen; () where a number or a day is to be typed."""
    return YES_NO if attribute.type == "yes/no" else attribute.levels


def quotation(session: CodingSession, value: CaseValue | None) -> str:
    """The words of the passage that supports a value, or ""."""
    if not isinstance(value, CodedValue) or not value.note_id:
        return ""
    note = stored_notes.load_note(session.db, value.note_id)
    return Span(value.start, value.end).cut(note.text) if note else ""


def set_value(
    session: CodingSession,
    case_id: str,
    place: Place,
    state: Presence,
    text: str = "",
    *,
    support: Support | None = None,
    attribute: Attribute | None = None,
) -> Change:
    """Say what the notes tell of a case; it counts instead of the case record.

    Raises:
        CodingError: if the value is not of the attribute's type, or said already.
        LeakError: if it looks like an identifier.
        UsageError: if there is no such stage.

    """
    new = attribute is None
    attribute = attribute or Attribute(name=place.name, type="category")
    if state == "value":
        text = checked_value(attribute, text)
    # What is a level already was checked when it became one.
    typed = text if state == "value" and text not in choices(attribute) else ""
    _refuse_identifiers(place, typed, named=new)
    state, text = _as_recorded(attribute, state, text)
    before = stored.coded_value(session.db, case_id, place.name, place.stage, session.coder)
    return session.save(
        commands.set_value(
            session.hand(),
            (case_id, place.name, place.stage),
            state,
            text,
            before=before,
            support=support,
            level=absent_level(attribute),
        )
    )


def clear_value(session: CodingSession, case_id: str, place: Place) -> Change:
    """Take back what this coder coded of a line.

    Raises:
        CodingError: if they have coded nothing there.

    """
    before = stored.coded_value(session.db, case_id, place.name, place.stage, session.coder)
    if before is None:
        raise CodingError(
            f"you have coded nothing of {place}",
            hint="What the case record says is changed in the case file; set another value here",
        )
    return session.save(commands.clear_value(session.hand(), before))


def _refuse_identifiers(place: Place, text: str, *, named: bool) -> None:
    words = [("the value", text)] if text else []
    if named:
        words.append(("the attribute's name", place.name))
    if words:
        # Imported when something is typed: the coder starts without the anonymiser's lists.
        from notecode.project.anonymising.identifying_values import refuse_identifying_words

        refuse_identifying_words(words)


def named_place(
    wanted: str, known: Mapping[str, Attribute], *, new: bool = False, by: str = "--new"
) -> Place:
    """The line that ``NAME`` or ``NAME@STAGE`` names, in any letter case.

    ``new``: an attribute or a stage that no case has yet is taken too; ``by`` is how that is said.

    Raises:
        UsageError: if there is none, with the nearest.

    """
    stages = {stage for one in known.values() for stage in one.stages}
    name, stage = _split(wanted, stages)
    names = {known_name.casefold(): known_name for known_name in known}
    found = names.get(name.casefold(), "")
    if not found and not new:
        listed = {known_name: known_name for known_name in known}
        raise UsageError(
            f"the case record has no attribute {name!r}",
            hint=f"{meant('attribute', name, listed)} {by} makes one"
            if listed
            else f"{by} makes one",
        )
    place = Place(found or commands.checked_words(name, "a name"), stage)
    if found and not new and stage not in known[found].stages:
        known_places = ", ".join(f"{found}@{each}" for each in known[found].stages if each) or found
        raise UsageError(
            f"{found} has no such stage", hint=f"it is: {known_places}. {by} makes one"
        )
    return place


def _split(wanted: str, known: Iterable[str]) -> tuple[str, str]:
    """Name and stage; a stage is one of the five, or one that the case record has."""
    name, at, stage = wanted.rpartition("@")
    if not at:
        return wanted.strip(), ""
    stages = [*STAGES, *sorted({*known} - {"", *STAGES})]
    by_word = {each.casefold(): each for each in stages}
    word = " ".join(stage.split()).casefold()
    if word not in by_word:
        raise UsageError(
            "there is no such stage", hint=f"after @ stands one of: {', '.join(stages)}"
        )
    return name.strip(), by_word[word]


def declared_type(name: str, words: str) -> Attribute:
    """The attribute that ``number`` or ``low < medium < high`` declares.

    Raises:
        UsageError: if it is neither a type nor an order of two levels at least.

    """
    word = " ".join(words.split()).casefold()
    for type_ in get_args(AttributeType):
        if word == type_ and type_ != "ordered":
            return Attribute(name=name, type=type_, declared=True)
    levels = tuple(commands.checked_words(each, "a level") for each in words.split("<"))
    if len({level.casefold() for level in levels}) < max(2, len(levels)):
        raise UsageError(
            "that is no type",
            hint=f"one of {', '.join(_TYPES)}, or levels in order: low < medium < high",
        )
    return Attribute(name=name, type="ordered", levels=levels, declared=True)


def declare(session: CodingSession, attribute: Attribute) -> None:
    """Write an attribute's type into ``notecode.toml``, and go on under it.

    Raises:
        LeakError: if its name or a level looks like an identifier.
        SettingsError, WriteError: if the file cannot be edited.

    """
    from notecode.project.anonymising.identifying_values import refuse_identifying_words
    from notecode.settings import remember_attributes

    refuse_identifying_words(
        [
            ("the attribute's name", attribute.name),
            *(("a level", level) for level in attribute.levels),
        ]
    )
    remember_attributes(session.project.settings_path, [attribute])
    session.project = find_project(session.project.directory)


def place_of(change: Change, note_id: str) -> Span | None:
    """The passage on a note that a change of values is about, or None."""
    for each in change.values:
        for value in (each.after, each.before):
            if value is not None and value.note_id and value.note_id == note_id:
                return Span(value.start, value.end)
    return None
