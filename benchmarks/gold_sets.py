"""The anonymiser and plain Presidio on hand-labelled notes: recall, precision, words a second.

Without arguments, all sets of corpus/gold. Presidio runs with its default English recognisers on
the same model, and is told neither who the people are nor which agencies are to be kept.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from anonymise import RUNS, plain_presidio

from notecode.anonymising import load_anonymiser
from notecode.anonymising.engine import DEFAULT_MODEL
from notecode.anonymising.evaluation.gold import GoldFile, read_gold
from notecode.anonymising.evaluation.prediction import (
    PredictedSpan,
    Prediction,
    predict,
    protected_names,
)
from notecode.anonymising.evaluation.scoring import Evaluation, evaluate
from notecode.intervals import Share
from notecode.model import Span

GOLD = Path(__file__).parents[1] / "corpus" / "gold"
PRESIDIO_TYPES = {
    "PERSON": "PERSON",
    "DATE_TIME": "DATE",
    "PHONE_NUMBER": "PHONE",
    "EMAIL_ADDRESS": "EMAIL",
    "URL": "HANDLE",
    "LOCATION": "LOCATION",
    "NRP": "NRP",
    "ORGANIZATION": "ORG",
}
"""Presidio's entity types -> those of gold files; every other is a number: ID."""

Run = Callable[[], list[list[Prediction]]]


def with_notecode(files: Sequence[GoldFile], model: str, *, with_roster: bool) -> Run:
    """The anonymiser, case by case."""
    anonymiser = load_anonymiser(model, protected=protected_names(files, {}))
    return lambda: list(predict(anonymiser, files, with_roster=with_roster))


def with_presidio(files: Sequence[GoldFile], model: str) -> Run:
    """Plain Presidio, note by note."""
    analyser = plain_presidio(model)

    def predicted(note_id: str, text: str) -> Prediction:
        spans = [
            PredictedSpan(
                span=Span(found.start, found.end),
                type=PRESIDIO_TYPES.get(found.entity_type, "ID"),
                person="",
                score=found.score,
                recogniser="presidio",
            )
            for found in analyser.analyze(text, language="en")
        ]
        return Prediction(id=note_id, spans=tuple(spans), flags=())

    return lambda: [[predicted(note.id, note.text) for note in file.notes] for file in files]


def timed(run: Run) -> tuple[float, list[list[Prediction]]]:
    """Best of the runs, in CPU seconds (others may use the machine), and the last predictions."""
    best: float = float("inf")
    predicted: list[list[Prediction]] = []
    for _ in range(RUNS):
        began = time.process_time()
        predicted = run()
        best = min(best, time.process_time() - began)
    return best, predicted


def percent(share: Share, *, interval: bool = False) -> str:
    """A share as a percentage, with its interval if asked for."""
    if share.value is None or share.low is None or share.high is None:
        return "none"
    between = f" ({share.low:.1%} to {share.high:.1%})" if interval else ""
    return f"{share.value:.1%}{between}"


def row(label: str, speed: str, found: Evaluation) -> str:
    """One line of the table."""
    return (
        f"{label:<30} {speed:>8} {percent(found.direct, interval=True):>24}"
        f" {percent(found.exact):>8} {percent(found.quasi):>7}"
        f" {percent(found.token_precision):>8} {percent(found.kept):>7}"
        f" {percent(found.notes_leaking):>8}"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="*", type=Path, help="gold files (default: corpus/gold)")
    parser.add_argument("--model", default=DEFAULT_MODEL)
    given = parser.parse_args()
    files = [read_gold(path) for path in given.gold or sorted(GOLD.glob("*.jsonl"))]
    words = sum(len(note.text.split()) for file in files for note in file.notes)
    notes = sum(len(file.notes) for file in files)
    print(
        f"{notes} notes, {words:,} words, {given.model}; one process, best of {RUNS};"
        " words a CPU second\n"
    )
    print(
        f"{'':<30} {'words/s':>8} {'direct masked (95%)':>24} {'numbers':>8} {'quasi':>7}"
        f" {'words':>8} {'kept':>7} {'leaking':>8}"
    )
    for label, run in (
        ("notecode", with_notecode(files, given.model, with_roster=True)),
        ("notecode, no people file", with_notecode(files, given.model, with_roster=False)),
        ("Presidio, defaults", with_presidio(files, given.model)),
    ):
        took, predicted = timed(run)
        scored = list(zip(files, predicted, strict=True))
        print(row(label, f"{words / took:,.0f}", evaluate(scored)))
        for pair in scored:
            print(row(f"  {pair[0].name}", "", evaluate([pair])))
    print(
        "\nnumbers: ids, phones, e-mails, accounts, postcodes, plates, dates of birth. words:"
        "\nmasked words that were labelled. kept: protected words that stayed. leaking: notes that"
        "\nstill show a direct identifier. Intervals are Wilson's, cases as clusters."
    )


if __name__ == "__main__":
    main()
