"""Measures the sample's shape and variety from its files, for the README and the tests."""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

DIRECT = ("contact", "direct-support", "behaviour-change")
_WEEKDAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes|s)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b", re.IGNORECASE
)
_MONTH = re.compile(
    r"\b(?:january|february|march|april|june|july|sept|september|october|nov|november)\b",
    re.IGNORECASE,
)
SHORT = 8
"""Words; a note of no more says too little to be told from others."""
_OTHER = re.compile(r"[^\w@#' ]+")
_NUMBER = re.compile(r"\d+(?:[.:]\d+)?\s?(?:am|pm)?")


@dataclass(frozen=True, slots=True)
class Note:
    """One note with its gold, as the files hold them."""

    id: str
    case: str
    site: str
    text: str
    codes: dict[str, Any]
    spans: list[dict[str, Any]]
    keep: list[dict[str, int]]


def read_notes(contents: Mapping[str, str]) -> list[Note]:
    """All notes, from the text of the files by name."""
    codes = {r["id"]: r for r in map(json.loads, contents["gold_codes.jsonl"].splitlines())}
    spans = {r["id"]: r for r in map(json.loads, contents["gold_identifiers.jsonl"].splitlines())}
    return [
        Note(
            id=row["Note ID"],
            case=row["Case Ref"],
            site=row["Area"],
            text=row["Note"],
            codes=codes[row["Note ID"]],
            spans=spans[row["Note ID"]]["spans"],
            keep=spans[row["Note ID"]]["must_not_mask"],
        )
        for row in csv.DictReader(io.StringIO(contents["notes.csv"], newline=""))
    ]


def skeleton(note: Note, start: int, end: int) -> str:
    """A stretch of a note with its identifiers, agencies and numbers replaced by slots."""
    slots = [(m["start"], -m["end"], "@A") for m in note.codes["mentions"]]
    slots += [(s["start"], -s["end"], "@P") for s in note.spans]
    slots += [(m["start"], -m["end"], "@R") for m in note.keep]
    out, at = [], start
    for first, last, slot in sorted(slots):
        if at <= first < end:
            out += [note.text[at:first], slot]
            at = -last
    out.append(note.text[at:end])
    plain = _NUMBER.sub("#", _MONTH.sub("#", _WEEKDAY.sub("#", "".join(out))))
    return " ".join(_OTHER.sub(" ", plain.lower()).split())


def variety(notes: list[Note]) -> dict[str, float]:
    """How much of the sample says the same thing in the same words."""
    sentences = Counter(
        skeleton(note, start, end) for note in notes for start, end in note.codes["sentences"]
    )
    whole = Counter(skeleton(note, 0, len(note.text)) for note in notes)
    longer = [note for note in notes if len(note.text.split()) > SHORT]
    once = sum(1 for note in longer if whole[skeleton(note, 0, len(note.text))] == 1)
    count = sum(sentences.values())
    return {
        "sentences": count,
        "sentence skeletons": len(sentences),
        "share of the commonest": sentences.most_common(1)[0][1] / count,
        "sentences whose skeleton occurs once": sum(v for v in sentences.values() if v == 1)
        / count,
        "longer notes": len(longer),
        "longer notes whose skeleton occurs once": once / len(longer),
    }


def shape(notes: list[Note]) -> dict[str, dict[str, int]]:
    """References and cases by activity."""
    references: Counter[str] = Counter()
    cases: dict[str, set[str]] = {}
    for note in notes:
        for reference in note.codes["references"]:
            activity = str(reference["activity"])
            references[activity] += 1
            cases.setdefault(activity, set()).add(note.case)
    return {a: {"references": n, "cases": len(cases[a])} for a, n in references.most_common()}


def sharing(notes: list[Note]) -> Counter[str]:
    """Information-sharing references by agency."""
    return Counter(
        str(agency)
        for note in notes
        for reference in note.codes["references"]
        if reference["activity"] == "information-sharing"
        for agency in reference["agencies"]
    )
