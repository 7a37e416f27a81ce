"""Turns the hand-coded sets, `corpus/coded/*.yaml`, into `corpus/coded/*.jsonl`.

Run `python -m corpus.coded.compile` for all sets, or name some: `... compile tune_a`. Exit code 0:
written; 1: a set has problems, all of them are printed and that set's old file is left as it was.
`--doubts` writes nothing and lists words that are marked elsewhere in the set and not here;
`--counts` writes nothing and says how much of each label a set holds.
The format is described in README.md beside this file.
"""

import argparse
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.sets import SetError, for_each_set, iso_date, read_cases, used_again, write_records

HERE = Path(__file__).parent
ACTIVITIES = (
    *("information-sharing", "disruption", "safety-planning", "institutional-advocacy"),
    *("child-safeguarding", "multi-agency-support", "contact", "direct-support"),
    "behaviour-change",
)
AGENCIES = (
    *("idva", "probation", "police", "children-social-services", "multi-agency-fora"),
    *("housing", "mental-health", "schools", "substance-misuse", "other-vs-services"),
    *("health", "prison", "courts-cps", "benefits", "council"),
)
REASONS = (
    *("sense", "need", "history", "negated", "plan", "hypothetical", "place", "template"),
    "quoted",
)
STANDS_ALONE = "institutional-advocacy"
NOTE_KEYS = ("id", "date", "contact_type", "author_role", "sentences")
SENTENCE_KEYS = frozenset(("t", "codes", "neutral_codes", "join"))
CODE_KEYS = frozenset(("code", "agencies", "inferred"))
MARK = re.compile(r"\{\{((?:(?!\{\{|\}\}).)*)\}\}")


@dataclass
class Marked:
    """A sentence taken apart: its plain text, its three kinds of marks, and what is wrong."""

    text: str = ""
    mentions: list[dict[str, Any]] = field(default_factory=list)
    non_mentions: list[dict[str, Any]] = field(default_factory=list)
    neutral: list[dict[str, Any]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


@dataclass
class Coded:
    """A note as it is put together: the text so far, its labels, and what is wrong."""

    text: str = ""
    sentences: list[list[int]] = field(default_factory=list)
    references: list[dict[str, Any]] = field(default_factory=list)
    neutral_references: list[dict[str, Any]] = field(default_factory=list)
    marks: Marked = field(default_factory=Marked)
    needed: list[str] = field(default_factory=list)  # agencies that some mention must name
    problems: list[str] = field(default_factory=list)


def take_apart(marked: str) -> Marked:
    """The text and marks of one sentence; offsets count from the sentence's start.

    Bad marks do not raise: they are listed in the answer's `problems`.
    """
    found = Marked()
    at = 0
    for mark in MARK.finditer(marked):
        found.text += marked[at : mark.start()]
        _add(found, mark.group(1))
        at = mark.end()
    found.text += marked[at:]
    for sign in ("{{", "}}"):
        if sign in found.text:
            near = found.text[found.text.index(sign) :][:30]
            found.problems.append(f"a mark that does not close or open: {near!r}")
    return found


def _add(found: Marked, inside: str) -> None:
    """Adds one mark, and what is wrong with it, to what was found so far."""
    parts = inside.split("|")
    surface, agency, kind = (*parts, "", "")[:3]
    span: dict[str, Any] = {
        "start": len(found.text),
        "end": len(found.text) + len(surface),
        "agency": agency or None,
    }
    found.text += surface
    wrong = []
    if not surface or surface != surface.strip():
        wrong.append("its text is empty or has a space at its edge")
    if not 2 <= len(parts) <= 3:
        wrong.append("write {{text|agency}}, {{text|agency|-reason}} or {{text|agency|?}}")
    if agency and agency not in AGENCIES:
        wrong.append(f"unknown agency {agency!r}")
    if kind == "?":
        found.neutral.append(span)
    elif kind.startswith("-"):
        if kind[1:] not in REASONS:
            wrong.append(f"unknown reason {kind[1:]!r}")
        found.non_mentions.append(span | {"reason": kind[1:]})
    else:
        if kind:
            wrong.append(f"{kind!r} is neither ? nor a reason with its -")
        if not agency:
            wrong.append("a mention needs an agency")
        found.mentions.append(span)
    found.problems += [f"{inside!r}: {each}" for each in wrong]


def compile_set(path: Path) -> list[dict[str, Any]]:
    """The records of one set, one a note, in the set's order.

    Raises:
        SetError: The file is no YAML, or any note, mark or code is wrong; lists all problems.
    """
    cases = read_cases(path)
    problems: list[str] = []
    records = [record for case in cases for record in _case(case, problems)]
    problems += used_again([case["id"] for case in cases] + [record["id"] for record in records])
    if problems:
        raise SetError(path.name, problems)
    return records


def _case(case: dict[str, Any], problems: list[str]) -> Iterator[dict[str, Any]]:
    """The records of one case; adds its notes' problems to `problems`."""
    for note in case.get("notes") or []:
        if not isinstance(note, dict):
            problems.append(f"a note of {case['id']} is no mapping: {str(note)[:30]!r}")
            continue
        where = note.get("id") or f"a note of {case['id']} without an id"
        wrong = [f"has no {key}" for key in NOTE_KEYS if not note.get(key)]
        wrong += [f"unknown field {key!r}" for key in note if key not in (*NOTE_KEYS, "lead")]
        try:
            date = iso_date(note.get("date"))
        except ValueError:
            wrong.append(f"date {note.get('date')!r} is no day as YYYY-MM-DD")
            date = ""
        coded = _note(note)
        problems += [f"{where}: {each}" for each in wrong + coded.problems]
        yield {
            "id": where,
            "case_id": case["id"],
            "site": case["site"],
            "date": date,
            "contact_type": note.get("contact_type"),
            "author_role": note.get("author_role"),
            "text": coded.text,
            "sentences": coded.sentences,
            "mentions": coded.marks.mentions,
            "references": coded.references,
            "non_mentions": coded.marks.non_mentions,
            "neutral": coded.marks.neutral,
        } | ({"neutral_references": coded.neutral_references} if coded.neutral_references else {})


def _note(note: dict[str, Any]) -> Coded:
    """The text of a note put together from its sentences, with all labels in its offsets."""
    coded = Coded(text=unicodedata.normalize("NFC", str(note.get("lead") or "")))
    sentences = note.get("sentences") or []
    for at, sentence in enumerate(sentences, 1):
        wrong = _sentence(sentence, coded)
        coded.problems += [f"sentence {at}: {each}" for each in wrong]
        if at < len(sentences):
            join = sentence.get("join", "\n") if isinstance(sentence, dict) else "\n"
            coded.text += unicodedata.normalize("NFC", str(join))
    named = {mention["agency"] for mention in coded.marks.mentions}
    coded.problems += [
        f"{agency} is an agency of a reference and nowhere mentioned; write inferred: true"
        for agency in dict.fromkeys(coded.needed)
        if agency not in named
    ]
    return coded


def _sentence(sentence: Any, coded: Coded) -> Iterator[str]:
    """Adds one sentence to the note; what is wrong with it."""
    if not isinstance(sentence, dict) or not isinstance(sentence.get("t"), str):
        yield "is no mapping with a text `t`; put numbers in quotes"
        return
    yield from (f"unknown field {key!r}" for key in sentence if key not in SENTENCE_KEYS)
    join = sentence.get("join", "\n")
    if not isinstance(join, str) or not join or "{{" in join:
        yield f"join {join!r} is empty, or is no plain text"
    found = take_apart(unicodedata.normalize("NFC", sentence["t"]))
    yield from found.problems
    if not found.text or found.text != found.text.strip() or "\n" in found.text:
        yield f"is empty, has a space at its edge or a line's end in it: {found.text[:30]!r}"
    start = len(coded.text)
    span = {"start": start, "end": start + len(found.text)}
    coded.text += found.text
    coded.sentences.append([span["start"], span["end"]])
    for kind in ("mentions", "non_mentions", "neutral"):
        for mark in getattr(found, kind):
            moved = {"start": mark["start"] + start, "end": mark["end"] + start}
            getattr(coded.marks, kind).append(mark | moved)
    yield from _codes(sentence, span, coded)


def _codes(sentence: dict[str, Any], span: dict[str, int], coded: Coded) -> Iterator[str]:
    """Adds the references of one sentence; what is wrong with its codes."""
    used: list[str] = []
    for entry in sentence.get("codes") or []:
        if not isinstance(entry, dict) or "code" not in entry:
            yield f"a code is a mapping with `code`, not {entry!r}"
            continue
        activity, agencies = entry["code"], entry.get("agencies") or []
        yield from (f"unknown field {key!r} of a code" for key in entry if key not in CODE_KEYS)
        yield from (f"unknown agency {each!r}" for each in agencies if each not in AGENCIES)
        if len(set(agencies)) < len(agencies):
            yield f"{activity} names an agency twice"
        used.append(activity)
        if not entry.get("inferred"):
            coded.needed += agencies
        coded.references.append(span | {"activity": activity, "agencies": sorted(agencies)})
    for activity in sentence.get("neutral_codes") or []:
        used.append(activity)
        coded.neutral_references.append(span | {"activity": activity})
    yield from (f"unknown code {each!r}" for each in used if each not in ACTIVITIES)
    yield from (f"{each} stands {n} times" for each, n in Counter(used).items() if n > 1)
    if STANDS_ALONE in used and len(used) > 1:
        yield f"{STANDS_ALONE} stands alone, without a second code"


def doubts(records: list[dict[str, Any]]) -> Iterator[str]:
    """Words that are marked somewhere in the set and stand elsewhere without a mark.

    Many are right as they stand: a list for the author's eye, not a check.
    """
    kinds = ("mentions", "non_mentions", "neutral")
    surfaces = {
        record["text"][mark["start"] : mark["end"]].lower()
        for record in records
        for kind in kinds
        for mark in record[kind]
    }
    longest_first = sorted(surfaces, key=lambda surface: (-len(surface), surface))
    known = re.compile("|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in longest_first))
    for record in records:
        rest = list(record["text"].lower())
        for kind in kinds:
            for mark in record[kind]:
                rest[mark["start"] : mark["end"]] = "\0" * (mark["end"] - mark["start"])
        for word in known.finditer("".join(rest)) if surfaces else ():
            around = record["text"][max(0, word.start() - 30) : word.end() + 30]
            yield f"{record['id']}: {word.group()!r} in {around!r}"


def counts(records: list[dict[str, Any]]) -> Iterator[str]:
    """How much of each label a set holds, a line for each kind; no note's text."""
    total = {
        kind: sum(len(record[kind]) for record in records)
        for kind in ("sentences", "mentions", "references", "non_mentions", "neutral")
    }
    cases, sites = ({record[key] for record in records} for key in ("case_id", "site"))
    yield f"{len(records)} notes, {len(cases)} cases, {len(sites)} sites, " + ", ".join(
        f"{n} {kind}" for kind, n in total.items()
    )
    for title, kind, key in (
        ("references by code", "references", "activity"),
        ("mentions by agency", "mentions", "agency"),
        ("non-mentions by reason", "non_mentions", "reason"),
    ):
        number = Counter(label[key] for record in records for label in record[kind])
        yield f"{title}: " + ", ".join(f"{each} {n}" for each, n in number.most_common())


def write_set(path: Path) -> int:
    """Compiles one set and writes its `.jsonl` beside it; the number of notes.

    Raises:
        SetError: As `compile_set`; nothing is written.
    """
    return write_records(path, compile_set(path))


def main(arguments: list[str] | None = None) -> int:
    """The command: the exit code is 1 where any set has problems."""
    parser = argparse.ArgumentParser(prog="python -m corpus.coded.compile", description=__doc__)
    parser.add_argument("sets", nargs="*", help="names of sets, such as tune_a; default: all")
    parser.add_argument("--doubts", action="store_true", help="list possibly forgotten marks")
    parser.add_argument("--counts", action="store_true", help="say how much a set holds")
    options = parser.parse_args(arguments)

    def action(path: Path) -> Iterator[str]:
        if options.doubts:
            yield from doubts(compile_set(path))
        if options.counts:
            yield from counts(compile_set(path))
        if not (options.doubts or options.counts):
            yield f"{path.stem}: {write_set(path)} notes"

    return for_each_set(HERE, options.sets, action)


if __name__ == "__main__":
    sys.exit(main())
