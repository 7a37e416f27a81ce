"""Turns the hand-labelled sets, `corpus/gold/*.yaml`, into `corpus/gold/*.jsonl`.

Run `python -m corpus.gold.compile` for all sets, or name some: `... compile tune_a`. Exit code 0:
written; 1: a set has problems, all of them are printed and that set's old file is left as it was.
`--doubts` writes nothing and lists words that look like labels somebody forgot.
The format is described in README.md beside this file.
"""

import argparse
import datetime
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.sets import SetError, for_each_set, read_cases, used_again, write_records

HERE = Path(__file__).parent
TYPES = frozenset(
    (
        *("PERSON", "DATE", "AGE", "PHONE", "EMAIL", "HANDLE", "ADDRESS"),
        *("POSTCODE", "VRM", "ID", "ORG", "LOCATION", "NRP"),
    )
)
IDENTIFIER_TYPES = {"D": "DIRECT", "Q": "QUASI"}
ROSTER_FIELDS = ("id", "role", "first_name", "last_name", "known_as", "title", "dob")
NOBODY = "X-"  # entities of people who are in no roster begin so
BRACKETS = re.compile("[⟦⟧⟨⟩]")
# Digits in a date's, plate's or phone's shape: what --doubts looks for outside the labels.
SHAPES = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{5,}|\d{1,2}(?:st|nd|rd|th)\b|\S+@\S+")


@dataclass(frozen=True)
class Span:
    """A labelled stretch of a note, in code points of the text without its labels."""

    start: int
    end: int
    type: str
    identifier_type: str
    entity: str | None

    def record(self) -> dict[str, Any]:
        """The span as written to the file; `entity` only where there is one."""
        record: dict[str, Any] = {
            "start": self.start,
            "end": self.end,
            "type": self.type,
            "identifier_type": self.identifier_type,
        }
        return record | ({"entity": self.entity} if self.entity else {})


@dataclass
class Marked:
    """A note's text taken apart: the plain text, its labels, and what is wrong with them."""

    text: str = ""
    spans: list[Span] = field(default_factory=list)
    kept: list[tuple[int, int]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def take_apart(marked: str, known: frozenset[str] = frozenset()) -> Marked:
    """The text, spans and kept stretches of marked text; `known` are the roster's ids.

    Bad labels do not raise: they are listed in the answer's `problems`.
    """
    marked = unicodedata.normalize("NFC", marked)
    found = Marked()
    opened: tuple[str, int] | None = None  # the bracket that is open, and where its inside starts
    at = 0
    for bracket in BRACKETS.finditer(marked):
        sign, here = bracket.group(), bracket.start()
        if opened is None:
            found.text += marked[at:here]
        if sign in "⟦⟨":
            if opened is not None:
                found.problems.append(f"{sign} inside {opened[0]}: {marked[opened[1] : here]!r}")
            opened = (sign, here + 1)
        elif opened is None or opened[0] + sign not in ("⟦⟧", "⟨⟩"):
            found.problems.append(
                f"{sign} closes nothing, near {marked[max(0, here - 20) : here]!r}"
            )
            opened = None
        else:
            _close(found, sign, marked[opened[1] : here], known)
            opened = None
        at = here + 1
    if opened is not None:
        found.problems.append(f"{opened[0]} is never closed: {marked[opened[1] :][:30]!r}")
    else:
        found.text += marked[at:]
    return found


def _close(found: Marked, sign: str, inside: str, known: frozenset[str]) -> None:
    """Adds one label, and what is wrong with it, to what was found so far."""
    surface, *parts = inside.split("|") if sign == "⟧" else [inside]
    start = len(found.text)
    found.text += surface
    if not surface:
        found.problems.append(f"an empty label: {inside!r}")
    elif surface != surface.strip():
        found.problems.append(f"a space at the edge of {surface!r}")
    if sign == "⟩":
        found.kept.append((start, len(found.text)))
        return
    kind, directness, entity = (*parts, "", "", "")[:3]
    found.problems += [f"{surface!r}: {wrong}" for wrong in _wrongs(parts, known)]
    identifier_type = IDENTIFIER_TYPES.get(directness, "")
    found.spans.append(Span(start, len(found.text), kind, identifier_type, entity or None))


def _wrongs(parts: list[str], known: frozenset[str]) -> Iterator[str]:
    """What is wrong with a label's fields after its surface."""
    if not 2 <= len(parts) <= 3:
        yield f"{len(parts)} fields after the text; write TYPE|D or TYPE|Q, |entity for a PERSON"
        return
    kind, directness, entity = (*parts, "")[:3]
    if kind not in TYPES:
        yield f"unknown type {kind!r}"
    if directness not in IDENTIFIER_TYPES:
        yield f"{directness!r} is neither D nor Q"
    if kind == "PERSON" and not entity:
        yield "a PERSON needs an entity"
    if entity and kind != "PERSON":
        yield f"only a PERSON has an entity, not {kind}"
    if entity and not entity.startswith(NOBODY) and entity not in known:
        yield f"entity {entity!r} is in no roster of the case and does not begin with {NOBODY}"


def _person(entry: dict[str, Any]) -> dict[str, Any]:
    """A roster entry with dates as ISO text, `known_as` always a list, and names in NFC."""
    person: dict[str, Any] = {key: entry.get(key) for key in ROSTER_FIELDS} | entry
    known_as = person["known_as"] or []
    person["known_as"] = [known_as] if isinstance(known_as, str) else list(known_as)
    return {key: _plain(value) for key, value in person.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, datetime.date):
        return value and value.isoformat()
    return unicodedata.normalize("NFC", str(value))


def compile_set(path: Path) -> list[dict[str, Any]]:
    """The records of one set, one a note, in the set's order.

    Raises:
        SetError: The file is no YAML, or any note, label or id is wrong; lists all problems.
    """
    cases = read_cases(path)
    problems: list[str] = []
    records = [record for case in cases for record in _case(case, problems)]
    ids = [case["id"] for case in cases] + [record["id"] for record in records]
    ids += [person["id"] for case in cases for person in case.get("roster") or []]
    problems += used_again(ids)
    if problems:
        raise SetError(path.name, problems)
    return records


def _case(case: dict[str, Any], problems: list[str]) -> Iterator[dict[str, Any]]:
    """The records of one case; adds its notes' problems to `problems`."""
    roster = [_person(entry) for entry in case.get("roster") or []]
    known = frozenset(person["id"] for person in roster)
    for note in case.get("notes") or []:
        where = note.get("id") or f"a note of {case['id']} without an id"
        missing = [key for key in ("id", "date", "text") if not note.get(key)]
        problems += [f"{where}: has no {key}" for key in missing]
        if missing:
            continue
        marked = take_apart(note["text"], known)
        problems += [f"{where}: {problem}" for problem in marked.problems]
        yield {
            "id": note["id"],
            "case_id": case["id"],
            "site": case["site"],
            "date": _plain(note["date"]),
            "text": marked.text,
            "roster": roster,
            "agencies": [_plain(name) for name in case.get("agencies") or []],
            "spans": [span.record() for span in sorted(marked.spans, key=lambda span: span.start)],
            "must_not_mask": [{"start": start, "end": end} for start, end in marked.kept],
        }


def doubts(records: list[dict[str, Any]]) -> Iterator[str]:
    """Unlabelled text that a case labels as a person elsewhere, or that has an identifier's shape.

    Many are right as they stand: a list for the author's eye, not a check.
    """
    names: dict[str, set[str]] = {}
    for record in records:
        words = names.setdefault(record["case_id"], set())
        for span in record["spans"]:
            if span["type"] == "PERSON":
                surface = record["text"][span["start"] : span["end"]].lower()
                words.update(word for word in re.findall(r"[^\W\d_]{3,}", surface))
    for record in records:
        text = list(record["text"])
        for span in record["spans"] + record["must_not_mask"]:
            text[span["start"] : span["end"]] = "\0" * (span["end"] - span["start"])
        rest = "".join(text)
        found = [
            w for w in re.findall(r"[^\W\d_]{3,}", rest) if w.lower() in names[record["case_id"]]
        ]
        for surface in found + SHAPES.findall(rest):
            yield f"{record['id']}: {surface}"


def write_set(path: Path) -> int:
    """Compiles one set and writes its `.jsonl` beside it; the number of notes.

    Raises:
        SetError: As `compile_set`; nothing is written.
    """
    return write_records(path, compile_set(path))


def main(arguments: list[str] | None = None) -> int:
    """The command: the exit code is 1 where any set has problems."""
    parser = argparse.ArgumentParser(prog="python -m corpus.gold.compile", description=__doc__)
    parser.add_argument("sets", nargs="*", help="names of sets, such as tune_a; default: all")
    parser.add_argument("--doubts", action="store_true", help="list possibly forgotten labels")
    options = parser.parse_args(arguments)

    def action(path: Path) -> Iterator[str]:
        if options.doubts:
            yield from doubts(compile_set(path))
        else:
            yield f"{path.stem}: {write_set(path)} notes"

    return for_each_set(HERE, options.sets, action)


if __name__ == "__main__":
    sys.exit(main())
