"""Hand-labelled notes: JSON lines -> gold notes, every problem of a file with its line.

One note a line: ``id, case_id, site, date, text, roster, agencies, spans, must_not_mask``; all
but ``id``, ``case_id``, ``text`` and ``spans`` may be absent. Spans are half-open ranges of code
points of the text as it stands in the file. Titles and possessive endings lie outside of them.
A file that is still being labelled also has ``done`` (false: this note is not labelled yet) and
may have ``author`` and ``author_role``, by which the anonymiser knows who wrote the note.
"""

import datetime
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, Literal

from notecode.errors import InputError, Problem
from notecode.model import Span
from notecode.raw import Person

TYPES: Final = (
    *("PERSON", "DATE", "AGE", "PHONE", "EMAIL", "HANDLE", "ADDRESS"),
    *("POSTCODE", "VRM", "ID", "ORG", "LOCATION", "NRP"),
)
"""The types of identifiers in a gold file."""

DIRECT: Final = "DIRECT"
QUASI: Final = "QUASI"
IdentifierType = Literal["DIRECT", "QUASI"]

_REQUIRED = ("id", "case_id", "text", "spans")
_PARTED = re.compile(r"[;/|,\n]")
_PERSON_NUMBERS = ("crn", "nhs_number", "nhs", "nino", "pnc", "identifier", "identifiers")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSpan:
    """An identifier that a person marked. ``entity`` says who it is, or is ""."""

    span: Span
    type: str
    identifier_type: IdentifierType
    entity: str = ""


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class GoldNote:
    """One hand-labelled note; ``line`` is its line in the file, from 1."""

    id: str
    case_id: str
    text: str
    spans: tuple[GoldSpan, ...]
    kept: tuple[Span, ...] = ()
    site: str = ""
    date: datetime.date | None = None
    roster: tuple[Person, ...] = ()
    agencies: tuple[str, ...] = ()
    author: str = ""
    author_role: str = ""
    done: bool = True
    line: int = 0

    def __repr__(self) -> str:
        return f"GoldNote({self.id!r}, {len(self.spans)} spans, {len(self.text)} characters hidden)"

    __str__ = __repr__


@dataclass(frozen=True, slots=True, repr=False)
class GoldFile:
    """The notes of one gold file, and what is odd about it without stopping the work."""

    name: str
    notes: tuple[GoldNote, ...]
    warnings: tuple[Problem, ...] = ()

    def __repr__(self) -> str:
        return f"GoldFile({self.name!r}, {len(self.notes)} notes hidden)"

    __str__ = __repr__


def read_gold(path: Path) -> GoldFile:
    """Read the labelled notes of a gold file; those that are not done yet are left out and said.

    Raises:
        InputError: if it cannot be read, has problems (all of them are listed by line), or
            nothing in it is labelled.

    """
    file = read_unfinished(path)
    done = tuple(note for note in file.notes if note.done)
    left = len(file.notes) - len(done)
    if not left:
        return file
    if not done:
        raise InputError(
            "none of its notes is labelled yet",
            where=str(path),
            hint=f"Label them with `notecode label {path.name}`; Enter says that a note is done.",
        )
    unfinished = Problem(
        file=path.name, message=f"{left} notes are not labelled yet and left out", fatal=False
    )
    return GoldFile(file.name, done, (*file.warnings, unfinished))


def read_unfinished(path: Path) -> GoldFile:
    """Read every note of a gold file, whether its labels are done or not.

    Raises:
        InputError: if it cannot be read or has problems; all of them are listed by line.

    """
    reader = _Reader(path.name)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError("cannot be read", where=str(path), hint=error.strerror or "") from error
    except UnicodeDecodeError as error:
        raise InputError("is not UTF-8", where=str(path), hint="Save it as UTF-8.") from error
    # Lines end with \n alone: a note may hold other line separators, unescaped.
    notes = [
        note
        for number, line in enumerate(text.split("\n"), start=1)
        if line.strip() and (note := reader.note(line, number)) is not None
    ]
    fatal = [problem for problem in reader.problems if problem.fatal]
    if fatal:
        raise InputError(
            f"{len(fatal)} problems in a file of labelled notes", where=str(path), problems=fatal
        )
    if not notes:
        raise InputError("holds no notes", where=str(path), hint="Give one JSON object a line.")
    return GoldFile(path.name, tuple(notes), tuple(reader.problems))


class _WrongValueError(Exception):
    """A value that is not what it should be; the message names the key and no content."""


@dataclass(slots=True)
class _Reader:
    """Reads one file line by line and gathers its problems."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)

    def note(self, line: str, number: int) -> GoldNote | None:
        """The note of one line; None, and a problem, if it cannot be used."""
        try:
            data = json.loads(line)
        except ValueError as error:
            column = f" at character {error.pos + 1}" if isinstance(error, _JsonError) else ""
            self._fatal(number, f"not valid JSON{column}")
            return None
        if not isinstance(data, dict):
            self._fatal(number, "not a JSON object")
            return None
        missing = [key for key in _REQUIRED if key not in data]
        if missing:
            self._fatal(number, f"lacks {', '.join(missing)}")
            return None
        try:
            return self._checked(data, number)
        except _WrongValueError as error:
            self._fatal(number, str(error))
            return None

    def _checked(self, data: Mapping[str, Any], number: int) -> GoldNote | None:
        before = len(self.problems)
        note_id, text = _word(data, "id"), _text(data, "text")
        first = self.lines.setdefault(note_id, number)
        if first != number:
            self._fatal(number, f"the note id of line {first} again")
        spans = tuple(self._spans(data, text, number))
        kept = tuple(self._kept(data, text, number))
        self._overlaps([s.span for s in spans], kept, number)
        roster = tuple(self._people(data, number))
        day = self._date(data.get("date"), "date", number)
        note = GoldNote(
            id=note_id,
            case_id=_word(data, "case_id"),
            text=text,
            spans=spans,
            kept=kept,
            site=_text(data, "site"),
            date=day,
            roster=roster,
            agencies=_texts(data, "agencies"),
            author=_text(data, "author"),
            author_role=_text(data, "author_role"),
            done=data.get("done") is not False,
            line=number,
        )
        return None if any(p.fatal for p in self.problems[before:]) else note

    def _spans(self, data: Mapping[str, Any], text: str, number: int) -> Iterator[GoldSpan]:
        for place, item in enumerate(_objects(data, "spans"), start=1):
            where = f"spans[{place}]"
            span = self._range(item, text, where, number)
            kind, identifier = item.get("type"), item.get("identifier_type")
            if kind not in TYPES:
                self._fatal(number, f"{where}: the type is none of {' '.join(TYPES)}")
            elif identifier not in (DIRECT, QUASI):
                self._fatal(number, f"{where}: identifier_type is neither DIRECT nor QUASI")
            elif span is not None:
                entity = _text(item, "entity")
                yield GoldSpan(span=span, type=kind, identifier_type=identifier, entity=entity)

    def _kept(self, data: Mapping[str, Any], text: str, number: int) -> Iterator[Span]:
        for place, item in enumerate(_objects(data, "must_not_mask"), start=1):
            span = self._range(item, text, f"must_not_mask[{place}]", number)
            if span is not None:
                yield span

    def _range(self, item: Mapping[str, Any], text: str, where: str, number: int) -> Span | None:
        start, end = item.get("start"), item.get("end")
        if not (type(start) is int and type(end) is int):
            self._fatal(number, f"{where}: start and end are to be whole numbers")
            return None
        if not 0 <= start < end:
            self._fatal(number, f"{where}: {start} to {end} is no range")
            return None
        if end > len(text):
            self._fatal(number, f"{where}: ends at {end}, the text at {len(text)}")
            return None
        if not any(c.isalnum() for c in text[start:end]):
            self._warn(number, f"{where}: there is no letter or digit in {start} to {end}")
        return Span(start, end)

    def _overlaps(self, spans: Sequence[Span], kept: Sequence[Span], number: int) -> None:
        marked = sorted([*((s, "spans") for s in spans), *((s, "must_not_mask") for s in kept)])
        for (one, first), (other, second) in pairwise(marked):
            if one.overlaps(other):
                self._warn(
                    number,
                    f"{first} {one.start} to {one.end} overlaps"
                    f" {second} {other.start} to {other.end}",
                )

    def _people(self, data: Mapping[str, Any], number: int) -> Iterator[Person]:
        for place, item in enumerate(_objects(data, "roster"), start=1):
            numbers = [each for key in _PERSON_NUMBERS for each in _texts(item, key)]
            yield Person(
                id=_text(item, "id") or f"unnamed-{place}",
                role=re.sub(r"[^A-Z0-9]+", "_", _text(item, "role").upper()).strip("_") or "OTHER",
                first_name=_text(item, "first_name"),
                last_name=_text(item, "last_name"),
                known_as=_texts(item, "known_as"),
                title=_text(item, "title"),
                dob=self._date(item.get("dob"), f"roster[{place}].dob", number),
                phones=(*_texts(item, "phone"), *_texts(item, "phones")),
                emails=(*_texts(item, "email"), *_texts(item, "emails")),
                addresses=_whole(item, "address"),
                identifiers=tuple(dict.fromkeys(numbers)),
            )

    def _date(self, value: object, where: str, number: int) -> date | None:
        if value is None or value == "":
            return None
        day = _day(value) if isinstance(value, str) else None
        if day is None:
            self._warn(number, f"{where}: not a date (YYYY-MM-DD); left out")
        return day

    def _fatal(self, number: int, message: str) -> None:
        self.problems.append(Problem(file=self.file, line=number, message=message))

    def _warn(self, number: int, message: str) -> None:
        self.problems.append(Problem(file=self.file, line=number, message=message, fatal=False))


_JsonError = json.JSONDecodeError


def _day(value: str) -> date | None:
    parted = _DAY_FIRST.fullmatch(value.strip())
    try:
        if parted:
            return date(int(parted[3]), int(parted[2]), int(parted[1]))
        return date.fromisoformat(value.strip()[:10])
    except ValueError:
        return None


def _word(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str) or not value.strip():
        raise _WrongValueError(f"{key} is to be text that is not empty")
    return value


def _text(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key)
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise _WrongValueError(f"{key} is to be text")
    return value


def _texts(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """A list of texts, or one text whose entries are parted by ; / | , or line ends."""
    value = data.get(key)
    if isinstance(value, list):
        if not all(isinstance(each, str) for each in value):
            raise _WrongValueError(f"{key} is to be a list of texts")
        return tuple(each.strip() for each in value if each.strip())
    entries = (entry.strip() for entry in _PARTED.split(_text(data, key)))
    return tuple(entry for entry in entries if entry)


def _whole(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = data.get(key)
    return _texts(data, key) if isinstance(value, list) else tuple(filter(None, [_text(data, key)]))


def _objects(data: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    value = data.get(key) or []
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise _WrongValueError(f"{key} is to be a list of objects")
    return value
