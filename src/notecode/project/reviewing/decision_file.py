"""Decisions of a review from a file, one a line, for those who cannot use the screen.

    {"note": "N1", "action": "mask", "start": 10, "end": 13, "type": "PERSON", "person": "[VS]"}
    {"note": "N2", "action": "person", "start": 10, "end": 14, "person": "new 1"}
    {"note": "N1", "action": "unmask", "start": 10, "end": 14, "everywhere": true}
    {"note": "N1", "action": "dismiss", "start": 10, "end": 14}
    {"note": "N1", "action": "reviewed"}
    {"case": "C1", "action": "sign off"}

"new" is somebody of whom neither the people file nor the notes know; "new 1" and "new 1" in one
case are the same one.

Places are those of the stored texts before the file is applied, as ``notecode review --list
--json`` prints them; with its ``digest`` a line is refused if the note has changed since.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

from notecode.decisions import MaskAction
from notecode.errors import InputError, NotecodeError, Problem, ReviewError
from notecode.model import Span
from notecode.project.reviewing.reviewer import Reviewer
from notecode.project.reviewing.wishes import Wish

_ON_PLACES = frozenset(get_args(MaskAction))
_ON_NOTES = frozenset({"reviewed", "unreviewed"})
_SIGN_OFF = "sign off"
MASK_TYPES = (
    *("PERSON", "DATE", "DATE_OF_BIRTH", "AGE", "PHONE", "EMAIL", "HANDLE", "URL", "ADDRESS"),
    *("POSTCODE", "PLACE", "VEHICLE", "REFERENCE", "NHS_NUMBER", "NATIONAL_INSURANCE", "SCHOOL"),
    *("SURGERY", "WORKPLACE", "HOSPITAL", "PRISON", "WORSHIP", "NATIONALITY", "RELIGION"),
    *("LANGUAGE", "OTHER"),
)
"""The types that a decision may give to a mask."""
_NEEDS_TYPE = frozenset({"mask", "retype"})
_FIELDS = frozenset(
    {"note", "case", "action", "start", "end", "type", "person", "everywhere", "deliberate"}
    | {"digest"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileApplied:
    """What was done: decisions, notes marked, cases signed off; ``refused`` says what was not."""

    decisions: int
    notes_marked: int
    cases_signed_off: int
    refused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Lines:
    wishes: list[Wish]
    marks: list[tuple[str, bool]]
    sign_offs: list[str]


def apply_file(reviewer: Reviewer, path: Path) -> FileApplied:
    """Apply a file: the decisions on each case together, then the marks, then the sign-offs.

    What is refused in one case does not keep the others from being done; of a case in which a
    decision is refused nothing is done, so that no note of it is marked as reviewed either.

    Raises:
        InputError: if a line cannot be read; nothing was done.

    """
    lines = _read(path)
    refused: list[str] = []
    untouched: set[str] = set()
    decided = 0
    for case_id, wishes in _by_case(reviewer, lines.wishes, refused).items():
        try:
            reviewer.decide(wishes)
        except NotecodeError as error:
            untouched.add(case_id)
            refused.append(f"case {case_id}, of which no decision was applied: {error}")
        else:
            decided += len(wishes)
    marked = sum(
        _marked(reviewer, note_id, reviewed=yes, refused=refused, untouched=untouched)
        for note_id, yes in lines.marks
    )
    signed = sum(
        _signed(reviewer, case_id, refused=refused, untouched=untouched)
        for case_id in lines.sign_offs
    )
    reviewer.forget_replaced_texts()
    return FileApplied(
        decisions=decided,
        notes_marked=marked,
        cases_signed_off=signed,
        refused=tuple(refused),
    )


def _by_case(reviewer: Reviewer, wishes: list[Wish], refused: list[str]) -> dict[str, list[Wish]]:
    cases: dict[str, list[Wish]] = {}
    for wish in wishes:
        try:
            case_id = reviewer.case_of(wish.note_id)
        except ReviewError as error:
            refused.append(str(error))
        else:
            cases.setdefault(case_id, []).append(wish)
    return cases


def _marked(
    reviewer: Reviewer, note_id: str, *, reviewed: bool, refused: list[str], untouched: set[str]
) -> bool:
    try:
        if untouched and reviewer.case_of(note_id) in untouched:
            refused.append(f"note {note_id} was not marked: decisions on its case were refused")
            return False
        reviewer.mark_reviewed(note_id, reviewed=reviewed)
    except ReviewError as error:
        refused.append(str(error))
        return False
    return True


def _signed(reviewer: Reviewer, case_id: str, *, refused: list[str], untouched: set[str]) -> bool:
    if case_id in untouched:
        refused.append(f"case {case_id} was not signed off: decisions on it were refused")
        return False
    try:
        reviewer.sign_off(case_id)
    except ReviewError as error:
        refused.append(str(error))
        return False
    return True


def _read(path: Path) -> _Lines:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            "the file of decisions cannot be read", where=str(path), hint="Save it as UTF-8."
        ) from error
    found = _Lines([], [], [])
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            problems += (
                Problem(file=path.name, line=number, message=message)
                for message in _take(line, found)
            )
    if problems:
        raise InputError(
            f"{len(problems)} {'problem' if len(problems) == 1 else 'problems'}"
            " in the file of decisions; nothing was done",
            problems=problems,
        )
    return found


def _take(line: str, found: _Lines) -> Iterator[str]:
    """Put one line where it belongs; yields what is wrong with it."""
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        entry = None
    if not isinstance(entry, dict):
        yield "not a JSON object"
        return
    problems = list(_problems(entry))
    if problems:
        yield from problems
        return
    action = entry["action"]
    if action == _SIGN_OFF:
        found.sign_offs.append(entry["case"])
    elif action in _ON_NOTES:
        found.marks.append((entry["note"], action == "reviewed"))
    else:
        found.wishes.append(
            Wish(
                note_id=entry["note"],
                span=Span(entry["start"], entry["end"]),
                action=action,
                everywhere=entry.get("everywhere", False),
                type=entry.get("type", ""),
                tag=entry.get("person", ""),
                deliberate=entry.get("deliberate", False),
                digest=entry.get("digest", ""),
            )
        )


def _problems(entry: dict[str, Any]) -> Iterator[str]:
    """What is wrong with one entry; values are not repeated, they might be anything."""
    action = entry.get("action")
    known = _ON_PLACES | _ON_NOTES | {_SIGN_OFF}
    if not isinstance(action, str) or action not in known:
        yield f"action must be one of {', '.join(sorted(known))}"
        return
    unknown = len(entry.keys() - _FIELDS)
    if unknown:
        yield "1 field is not known" if unknown == 1 else f"{unknown} fields are not known"
    if action in _ON_PLACES and isinstance(entry.get("type"), str):
        yield from _unknown_type(entry["type"])
    for name, kind in _expected(action).items():
        value = entry.get(name)
        if name in entry and (not isinstance(value, kind) or (kind is int and value is True)):
            yield f"{name} must be a {_KINDS[kind]}"
        elif name in _needed(action) and name not in entry:
            yield f"{name} is missing"
    if action in _ON_PLACES and not _is_range(entry.get("start"), entry.get("end")):
        yield "start and end must be 0 or more, start before end"
    if action in _NEEDS_TYPE and not (entry.get("type") or entry.get("person")):
        yield "type or person is missing"
    if action == "person" and not entry.get("person"):
        yield "person is missing"


def _unknown_type(given: str) -> Iterator[str]:
    """What is wrong with a type: it is not repeated, since it might be a name."""
    if given and given not in MASK_TYPES:
        near = get_close_matches(given.upper(), MASK_TYPES, n=3, cutoff=0.5) or MASK_TYPES
        yield f"type is not known; one of {', '.join(near)}"


_KINDS: dict[type, str] = {str: "text", int: "number", bool: "true or false"}


def _expected(action: str) -> dict[str, type]:
    if action == _SIGN_OFF:
        return {"case": str}
    fields: dict[str, type] = {"note": str}
    if action in _ON_PLACES:
        fields |= {"start": int, "end": int, "type": str, "person": str, "digest": str}
        fields |= {"everywhere": bool, "deliberate": bool}
    return fields


def _needed(action: str) -> frozenset[str]:
    if action == _SIGN_OFF:
        return frozenset({"case"})
    return frozenset({"note", "start", "end"}) if action in _ON_PLACES else frozenset({"note"})


def _is_range(start: object, end: object) -> bool:
    return isinstance(start, int) and isinstance(end, int) and 0 <= start < end
