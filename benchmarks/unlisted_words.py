"""Fits the weights by which words that nobody listed are weighed, and tests them on other sets.

Words are labelled by the gold sets tune_a to tune_g and the sample. Since the lists were
tuned on those, each case is also read as if a share of its listed names were in no list. The
figures are those of each set under weights fitted on all others; ``--write`` fits on all.
"""

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import numpy as np

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from anonymise import protected, read  # noqa: E402

from notecode.anonymising import load_anonymiser  # noqa: E402
from notecode.anonymising.cases import CaseReading  # noqa: E402
from notecode.anonymising.conflicts import resolve  # noqa: E402
from notecode.anonymising.evaluation.gold import GoldFile, GoldNote, read_gold  # noqa: E402
from notecode.anonymising.evaluation.prediction import (  # noqa: E402
    case_people,
    cases_of,
    protected_names,
)
from notecode.anonymising.marked_text import MarkedText  # noqa: E402
from notecode.anonymising.words.case_signs import CaseSigns  # noqa: E402
from notecode.anonymising.words.signs import signs_of  # noqa: E402
from notecode.anonymising.words.unlisted import RECOGNISER, may_name  # noqa: E402
from notecode.raw import RawNote, Roster  # noqa: E402
from notecode.text.alignment import align  # noqa: E402

SETS = ("tune_a", "tune_b", "tune_c", "tune_d", "tune_e", "tune_f", "tune_g")
SAMPLE = "sample"
TABLE = ROOT / "src" / "notecode" / "anonymising" / "words" / "sign_weights.py"
HIDDEN_SHARE = 0.3
HIDDEN_WEIGHT = 0.5
SAMPLE_WEIGHT = 0.15
"""The sample repeats itself: its words count for less."""
RAREST = 10
LEAST_WEIGHT = 0.2
FROM_LISTS = {
    "roster",
    "roster-misspelt",
    "given-name",
    "language-model",
    "propagation",
    "carried-name",
    "short-name",
    "place",
}
"""Recognisers that find a name since it is known, and not by what announces it."""
HEAD = '''"""How much each sign of a word counts towards its naming somebody (``words.signs``).

Weights of a logistic regression, fitted by benchmarks/unlisted_words.py on the hand-labelled sets
tune_a to tune_g and on the sample; positive ones speak for a name.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

'''


class Row(NamedTuple):
    """A word that was left standing: its signs, and the gold span it lies in, if any."""

    set: str
    hidden: bool
    signs: frozenset[str]
    span: tuple[str, str, int] | None
    direct: bool
    protected: bool


class Truth(NamedTuple):
    """What is labelled in a raw text, by ranges of the labelled one, and how to get there."""

    place: Callable[[int, int], tuple[int, int]]
    spans: Sequence[tuple[int, int, bool]]
    kept: Sequence[tuple[int, int]]


def rows_of(
    name: str, reading: CaseReading, truths: Mapping[str, Truth], seed: str = ""
) -> Iterator[Row]:
    """The words of a case that were left standing; with a seed, some names are hidden."""
    dictionary = reading.names._dictionary
    hidden = hidden_names(reading, seed) if seed else frozenset()
    views = {raw: marked(raw, text, hidden) for raw, text in reading.texts.items()}
    case = CaseSigns(views.values(), () if hidden else reading.people.people)
    unlisted = frozenset(word for word in hidden if word not in dictionary)
    for note in reading.notes:
        view, truth = views[note.text], truths[note.id]
        for index, word in enumerate(view.words):
            if view.cover[index] or not may_name(view, index, case, dictionary):
                continue
            start, end = truth.place(word.start, word.end)
            hit = next((s for s in truth.spans if s[0] < end and start < s[1]), None)
            yield Row(
                name,
                bool(seed),
                signs_of(view, index, case, dictionary, unlisted),
                (reading.case_id, note.id, hit[0]) if hit else None,
                bool(hit and hit[2]),
                any(s < end and start < e for s, e in truth.kept),
            )


def hidden_names(reading: CaseReading, seed: str) -> frozenset[str]:
    """Names that only lists found, drawn by chance."""
    chance = random.Random(seed)
    listed: set[str] = set()
    announced: set[str] = set()
    for text in reading.texts.values():
        for finding in text.findings:
            words = {w.folded for w in text.words if finding.start <= w.start < finding.end}
            (listed if finding.recogniser in FROM_LISTS else announced).update(words)
    pool = sorted(word for word in listed - announced if len(word) > 2 and word.isalpha())
    return frozenset(word for word in pool if chance.random() < HIDDEN_SHARE)


def marked(raw: str, text: object, hidden: frozenset[str]) -> MarkedText:
    """A text as its recognisers leave it, without guesses and without what is hidden."""
    words, kept = text.words, text.kept  # type: ignore[attr-defined]
    places = [(w.start, w.end) for w in words if w.folded in hidden]
    found = [
        f
        for f in text.findings  # type: ignore[attr-defined]
        if f.recogniser != RECOGNISER and not any(s < f.end and f.start < e for s, e in places)
    ]
    return MarkedText(raw, words, resolve(raw, found, kept), kept)


def gold_rows(name: str) -> Iterator[Row]:
    """The rows of a gold set, as it is and with names hidden."""
    file: GoldFile = read_gold(ROOT / "corpus" / "gold" / f"{name}.jsonl")
    anonymiser = load_anonymiser(protected=protected_names([file], {}))
    for case_id, notes in cases_of(file).items():
        ordered = sorted(notes, key=lambda note: (note.date or date.max, note.id))
        numbered = {f"{rank:06}": note for rank, note in enumerate(ordered)}
        raws = [raw_note(key, note) for key, note in numbered.items()]
        truths = {key: truth_of(note) for key, note in numbered.items()}
        roster = Roster("0", case_people(notes))
        reading = anonymiser.read_case("0", raws[0].site, raws, roster)
        yield from rows_of(name, reading, truths)
        yield from rows_of(name, reading, truths, seed=case_id)


def raw_note(key: str, note: GoldNote) -> RawNote:
    """A labelled note as an export would hold it, under a number."""
    text = align(note.text).text
    return RawNote(
        id=key,
        case_id="0",
        text=text,
        site=f"0: {note.site}",
        date=note.date,
        author=note.author,
        author_role=note.author_role,
    )


def truth_of(note: GoldNote) -> Truth:
    """What is labelled in a gold note."""
    aligned = align(note.text)

    def place(start: int, end: int) -> tuple[int, int]:
        span = aligned.as_given(start, end)
        return span.start, span.end

    spans = [(s.span.start, s.span.end, s.identifier_type == "DIRECT") for s in note.spans]
    return Truth(place, spans, [(each.start, each.end) for each in note.kept])


def sample_rows() -> Iterator[Row]:
    """The rows of the sample, on the same terms."""
    folder = ROOT / "corpus" / "sample"
    sources = read(folder)
    truths = sample_truths(folder)
    anonymiser = load_anonymiser(protected=protected())
    for case_id, notes in sources.notes.items():
        site = sources.cases[case_id].site
        reading = anonymiser.read_case(case_id, site, notes, sources.rosters[case_id])
        yield from rows_of(SAMPLE, reading, truths)
        yield from rows_of(SAMPLE, reading, truths, seed=case_id)


def sample_truths(folder: Path) -> dict[str, Truth]:
    """What is labelled in the sample, by the note's id."""
    truths: dict[str, Truth] = {}
    with (folder / "gold_identifiers.jsonl").open(encoding="utf-8") as lines:
        for note in map(json.loads, lines):
            spans = [
                (span["start"], span["end"], span["identifier_type"] == "DIRECT")
                for span in note["spans"]
            ]
            kept = [(span["start"], span["end"]) for span in note["must_not_mask"]]
            truths[note["id"]] = Truth(lambda start, end: (start, end), spans, kept)
    return truths


def weights_of(rows: Sequence[Row], least: float = 0.0) -> tuple[float, dict[str, float]]:
    """Bias and weights of a logistic regression with a ridge, by Newton's method."""
    counts = Counter(sign for row in rows for sign in row.signs)
    signs = sorted(sign for sign, count in counts.items() if count >= RAREST)
    bias, weights = fitted(rows, signs)
    if least:
        bias, weights = fitted(rows, [sign for sign in signs if abs(weights[sign]) >= least])
    return bias, weights


def fitted(rows: Sequence[Row], signs: Sequence[str]) -> tuple[float, dict[str, float]]:
    """The fit on these signs."""
    column = {sign: number for number, sign in enumerate(signs, start=1)}
    seen = np.zeros((len(rows), len(signs) + 1))
    seen[:, 0] = 1
    for number, row in enumerate(rows):
        for sign in row.signs & column.keys():
            seen[number, column[sign]] = 1
    wanted = np.array([row.span is not None for row in rows], float)
    counts = np.array([weight_of(row) for row in rows])
    ridge = np.diag([1e-3, *[1.0] * len(signs)])
    weights = np.zeros(len(signs) + 1)
    for _ in range(12):
        risk = 1 / (1 + np.exp(-seen @ weights))
        slope = seen.T @ (counts * (risk - wanted)) + ridge @ weights
        curve = (seen * (counts * risk * (1 - risk))[:, None]).T @ seen + ridge
        weights -= np.linalg.solve(curve, slope)
    return float(weights[0]), dict(zip(signs, map(float, weights[1:]), strict=True))


def weight_of(row: Row) -> float:
    """How much a row counts in the fit."""
    return (HIDDEN_WEIGHT if row.hidden else 1) * (SAMPLE_WEIGHT if row.set == SAMPLE else 1)


def report(name: str, rows: Sequence[Row]) -> None:
    """What weights that never saw a set would mask and flag in it."""
    bias, weights = weights_of([row for row in rows if row.set != name])
    seen = [row for row in rows if row.set == name and not row.hidden]
    scored = [(bias + sum(weights.get(sign, 0) for sign in row.signs), row) for row in seen]
    missed = {row.span for row in seen if row.direct}
    for risk in (0.7, 0.5, 0.3, 0.1, 0.05, 0.02):
        taken = [row for score, row in scored if score >= np.log(risk / (1 - risk))]
        right = sum(row.span is not None for row in taken)
        found = {row.span for row in taken if row.direct}
        print(
            f"{name:<8} {risk:5.2f} {len(taken):6} {right / max(1, len(taken)):6.0%}"
            f" {len(found):6} of {len(missed):<4} {sum(row.protected for row in taken):6}"
        )


def table(bias: float, weights: Mapping[str, float]) -> str:
    """The weights as source code, the greatest first."""
    lines = [f"BIAS: Final = {bias:.2f}", ""]
    lines.append("WEIGHTS: Final[Mapping[str, float]] = MappingProxyType(\n    {")
    for sign, weight in sorted(weights.items(), key=lambda item: -item[1]):
        quoted = f"'{sign}'" if '"' in sign else f'"{sign}"'
        lines.append(f"        {quoted}: {weight:.2f},")
    return HEAD + "\n".join([*lines, "    }", ")", ""])


def main() -> None:
    """Fit, test, and write if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the weights of all sets")
    rows = [row for name in SETS for row in gold_rows(name)]
    rows += sample_rows()
    if parser.parse_args().write:
        TABLE.write_text(table(*weights_of(rows, LEAST_WEIGHT)), encoding="utf-8")
    print("left out  risk  words  right  direct missed  protected")
    for name in (*SETS, SAMPLE):
        report(name, rows)


if __name__ == "__main__":
    main()
