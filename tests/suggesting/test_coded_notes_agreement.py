"""How far the shipped codebook agrees with 211 notes coded by hand, where those are at hand.

The floors are below what is measured now, so that a change which costs quality is noticed; they
do not say how good the rules are on notes they were never tuned on.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from notecode.codebook import parse_codebook, shipped_codebook_text
from notecode.model import Mention, Note, Suggestion
from notecode.suggesting import compile_suggester

GOLD = Path(__file__).parents[2].parent / "shared/data/coded_notes/coded_notes.jsonl"
Result = tuple[tuple[Mention, ...], tuple[Suggestion, ...]]

pytestmark = pytest.mark.skipif(
    not GOLD.exists(), reason="the hand-coded notes do not come with the project"
)


@pytest.fixture(scope="module")
def notes() -> list[dict[str, Any]]:
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def results(notes: list[dict[str, Any]]) -> list[Result]:
    book, _ = parse_codebook(shipped_codebook_text(), "codebook.yaml")
    assert book is not None
    suggester = compile_suggester(book)
    return [
        suggester.for_note(
            Note(id=note["id"], case_id=note["case_id"], text=note["text"]), note["site"]
        )
        for note in notes
    ]


def overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def matched(
    gold: list[tuple[int, int, str]], found: list[tuple[int, int, str]]
) -> tuple[int, list[tuple[int, int, str]], list[tuple[int, int, str]]]:
    """Pairs of one label that overlap, each used once; what is left of both."""
    left = list(found)
    missed = []
    for start, end, label in gold:
        hit = next((f for f in left if f[2] == label and overlap((start, end), f[:2])), None)
        if hit is None:
            missed.append((start, end, label))
        else:
            left.remove(hit)
    return len(gold) - len(missed), missed, left


def f1(hits: int, missed: int, false: int) -> float:
    return 2 * hits / (2 * hits + missed + false)


def test_mentions_agree(notes: list[dict[str, Any]], results: list[Result]) -> None:
    hits = missed = false = 0
    for note, (mentions, _) in zip(notes, results, strict=True):
        gold = [(m["start"], m["end"], m["agency"]) for m in note["mentions"]]
        found = [(m.span.start, m.span.end, m.agency) for m in mentions]
        hit, lost, extra = matched(gold, found)
        contested = [(m["start"], m["end"]) for m in note["neutral"]]
        hits += hit
        missed += len(lost)
        false += sum(not any(overlap(e[:2], c) for c in contested) for e in extra)
    assert f1(hits, missed, false) >= 0.95, (hits, missed, false)


def test_activities_agree(notes: list[dict[str, Any]], results: list[Result]) -> None:
    tally: Counter[tuple[str, str]] = Counter()
    for note, (_, suggestions) in zip(notes, results, strict=True):
        gold = [(r["start"], r["end"], r["activity"]) for r in note["references"]]
        found = [(s.span.start, s.span.end, s.code) for s in suggestions]
        _, lost, extra = matched(gold, found)
        tally.update(("gold", label) for _, _, label in gold)
        tally.update(("missed", label) for _, _, label in lost)
        tally.update(("false", label) for _, _, label in extra)
    codes = sorted({label for _, label in tally})
    scores = {
        code: f1(
            tally["gold", code] - tally["missed", code], tally["missed", code], tally["false", code]
        )
        for code in codes
    }
    total = {kind: sum(n for (k, _), n in tally.items() if k == kind) for kind, _ in tally}
    micro = f1(total["gold"] - total["missed"], total["missed"], total["false"])
    assert micro >= 0.85, scores
    assert sum(scores.values()) / len(scores) >= 0.85, scores
    assert min(scores.values()) >= 0.65, scores


def test_no_reference_is_suggested_from_what_is_only_quoted(
    notes: list[dict[str, Any]], results: list[Result]
) -> None:
    quoted = passed = 0
    for note, (mentions, _) in zip(notes, results, strict=True):
        for other in note["non_mentions"]:
            if other["reason"] == "quoted":
                quoted += 1
                span = (other["start"], other["end"])
                passed += not any(overlap(span, (m.span.start, m.span.end)) for m in mentions)
    assert quoted
    assert passed / quoted >= 0.75
