"""Fit the points of the codebook's rules ``adds-up-to-…`` to hand-coded notes.

    python -m corpus.coded.weigh [--codebook FILE] GOLD...

GOLD are files of coded notes (.jsonl), or of practice sentences (.txt).

One logistic regression a code over what a sentence's words stand for: each word in its basic form,
class, person and agency, whether it is there; with the contact type, the speaker and the codes of
the sentence coded before. Points are tenths of a logit, small ones left out. The block between the
two marks of the codebook is written anew; everything else stays.
"""

import argparse
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from notecode.codebook import parse_codebook
from notecode.codebook.signs import PEOPLE, Signs
from notecode.codebook.words import IRREGULAR, forms_of
from notecode.model import Codebook, Note, Span
from notecode.suggesting.agencies import AgencyMatcher
from notecode.suggesting.context import read_sentences
from notecode.suggesting.forms import parties
from notecode.suggesting.gold import GoldNote, Labelled, read_coded_notes
from notecode.suggesting.reading import Reader
from notecode.suggesting.rules import START
from notecode.suggesting.tally import around_of

BEGIN, END = "  # --- fitted points: begin", "  # --- fitted points: end"
FEWEST = 3
"""A word that stands in fewer sentences gets no points."""
STRENGTH = 0.5
"""Inverse strength of the ridge penalty."""
ENOUGH, LEAST = 0.5, 0.06
"""The fitted probabilities at which a code is suggested, and below which no rule suggests it."""
LEAST_OF = {
    "information-sharing": 0.2, "disruption": 0.15, "child-safeguarding": 0.15, "contact": 0.15,
}  # fmt: skip
"""The codes whose rules by pattern are less often right, and need more to hold."""
PRACTICE = 0.5
"""What a practice sentence weighs beside one from a note."""
SMALLEST = 2
"""Tenths of a logit below which a cue is left out."""
EMPTY = frozenset(
    [
        "a", "an", "the", "its", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
        "sunday", "mon", "tues", "tue", "weds", "wed", "thurs", "thu", "fri", "sat", "sun",
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept",
        "oct", "nov", "dec", "am", "pm", "ll", "ve", "re", "wi", "em",
    ]
)  # fmt: skip
"""Words that say nothing of what was done."""
_WORD = re.compile(r"[a-z][a-z'-]+")
_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("es", ""),
    ("s", ""),
)  # fmt: skip
_BASE = {form: base for base, forms in IRREGULAR.items() for form in forms}
_ORDER = (
    "institutional-advocacy", "safety-planning", "disruption", "child-safeguarding",
    "multi-agency-support", "behaviour-change", "direct-support", "contact", "information-sharing",
)  # fmt: skip


_LETTERS = {
    "I": "information-sharing", "D": "disruption", "S": "safety-planning",
    "A": "institutional-advocacy", "C": "child-safeguarding", "M": "multi-agency-support",
    "K": "contact", "P": "direct-support", "B": "behaviour-change",
}  # fmt: skip
_LONGEST_NOTE = 12
_EXAMPLES = {
    "institutional-advocacy": (
        "Put it to the housing manager that evicting [VS] for his noise was wrong.",
        "Took [SU] through his letters.",
    ),
    "safety-planning": (
        "Idva wants us to leave it a fortnight before anybody goes near his door.",
        "Idva has done a safety plan with [VS].",
    ),
    "disruption": (
        "Hostel, police and OM to ring round the moment he is seen near her block.",
        "He was arrested for drunkenness.",
    ),
    "child-safeguarding": (
        "Joint visit by the social worker and health visitor, baby to stay at her nan's.",
        "[CHILD_1] likes football.",
    ),
    "multi-agency-support": (
        "Surgery has squeezed him in for Thursday after I rang.",
        "He went to the shops.",
    ),
    "behaviour-change": (
        "Talked with him about what jealousy does and how she might have felt.",
        "He says she is jealous.",
    ),
    "direct-support": (
        "Sat down with him and filled in the form for his rent arrears.",
        "He paid his rent.",
    ),
    "contact": ("Tried him twice, phone off, left a note.", "Rang the Idva about [VS]."),
    "information-sharing": (
        "Message for the health visitor, and PPU came back with two call-outs.",
        "He likes the police officer on telly.",
    ),
}


@dataclass(frozen=True, slots=True)
class Coded:
    """A sentence: what stands in and around it, its codes, and those that are contested."""

    case: str
    cues: frozenset[str]
    codes: frozenset[str]
    contested: frozenset[str]


def basic(word: str, known: Counter[str]) -> str:
    """The commonest known word of which this is a form; itself if there is none."""
    if word in _BASE:
        return _BASE[word]
    found = [
        word[: -len(end)] + more
        for end, more in _ENDINGS
        if word.endswith(end) and len(word) - len(end) + len(more) >= 3
    ]
    found += [
        word[: -len(end) - 1]
        for end in ("ing", "ed")
        if word.endswith(end)
        and len(word) - len(end) > 3
        and word[-len(end) - 1 :][0] == word[-len(end) - 2]
    ]
    found = [each for each in found if each in known and word in forms_of(each)]
    return max(found, key=lambda each: known[each]) if found else word


def vocabulary(notes: Sequence[GoldNote]) -> frozenset[str]:
    """The words of the notes in their basic form, but for those that are rare."""
    seen: Counter[str] = Counter()
    for gold in notes:
        for sentence in read_sentences(gold.note.text):
            seen.update(set(_WORD.findall(sentence.text.casefold().replace("’", "'"))))
    bases: Counter[str] = Counter()
    for word, times in seen.items():
        bases[basic(word, seen)] += times
    return frozenset(word for word, times in bases.items() if times >= FEWEST and len(word) > 1)


def coded_sentences(book: Codebook, notes: Sequence[GoldNote]) -> Iterator[Coded]:
    """Every sentence that records something, as the suggester reads it."""
    signs = Signs(book.word_classes, [agency.id for agency in book.agencies])
    for rule in book.rules:
        for pattern in (*rule.says, *rule.also, *rule.without):
            signs.compile(pattern)
    names = {signs.named(word): word for word in sorted(vocabulary(notes))}
    names |= {signs.named(f"<{each.name}>"): f"<{each.name}>" for each in book.word_classes}
    names |= {signs.person(name): f"@{name}" for name in PEOPLE}
    names |= {signs.agency(agency.id): f"@{agency.id}" for agency in book.agencies}
    reader = Reader(signs)
    for gold in notes:
        yield from _of_note(book, reader, names, gold)


def _of_note(
    book: Codebook, reader: Reader, names: dict[str, str], gold: GoldNote
) -> Iterator[Coded]:
    sentences = read_sentences(gold.note.text)
    mentions = AgencyMatcher(book, gold.site).mentions(gold.note.id, sentences)
    told = parties(sentences)
    inside = [
        tuple(m for m in mentions if s.span.start <= m.span.start < s.span.end) for s in sentences
    ]
    earlier: frozenset[str] = frozenset()
    for at, sentence in enumerate(sentences):
        if sentence.kind != "record" or at in told.values():
            continue
        party = (sentences[told[at]], inside[told[at]]) if at in told else None
        reading = reader.read(sentence, inside[at], party)
        cues = {names[sign] for sign in reading.held if sign in names}
        cues |= set(around_of(gold.note, reading, earlier or {START})) - {"type:"}
        codes = _labels(gold.references, sentence.span)
        contested = _labels(gold.neutral_references, sentence.span)
        yield Coded(gold.note.case_id, frozenset(cues), codes, contested)
        earlier = codes or earlier


def _labels(labelled: Sequence[Labelled], span: Span) -> frozenset[str]:
    """The labels of whatever overlaps a span."""
    return frozenset(
        each.label for each in labelled if each.span.start < span.end and span.start < each.span.end
    )


def fitted(
    matrix: csr_matrix,
    wanted: NDArray[np.float64],
    strength: float | NDArray[np.float64] = STRENGTH,
) -> tuple[NDArray[np.float64], float]:
    """The weights and the constant of a ridge logistic regression.

    ``strength`` is that of every sentence, or of each.
    """
    sign = 2 * wanted - 1

    def loss(at: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        margin = sign * (matrix @ at[:-1] + at[-1])
        value = 0.5 * at[:-1] @ at[:-1] + (strength * np.logaddexp(0, -margin)).sum()
        slope = -strength * sign / (1 + np.exp(np.clip(margin, -50, 50)))
        return float(value), np.append(at[:-1] + matrix.T @ slope, slope.sum())

    start = np.zeros(matrix.shape[1] + 1)
    start[-1] = -2
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return found.x[:-1], float(found.x[-1])


def matrix_of(sentences: Sequence[Coded], cues: Sequence[str]) -> csr_matrix:
    """A row for each sentence, a column for each cue."""
    place = {cue: at for at, cue in enumerate(cues)}
    held = [[place[cue] for cue in each.cues if cue in place] for each in sentences]
    columns = [at for row in held for at in row]
    starts = np.cumsum([0, *map(len, held)])
    return csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(held), len(cues)))


def practice_notes(path: Path) -> Iterator[GoldNote]:
    """The notes of a practice file: lines of codes by letter, a tab and a sentence.

    A blank line ends a note. A long list is no note, and each of its lines stands alone.
    """
    text = re.sub(r"(?m)^#.*\n", "", path.read_text(encoding="utf-8"))
    for block in text.split("\n\n"):
        lines = [line.partition("\t") for line in block.splitlines() if "\t" in line]
        for group in [lines] if len(lines) <= _LONGEST_NOTE else [[line] for line in lines]:
            if group:
                yield _practice_note(group)


def _practice_note(lines: Sequence[tuple[str, str, str]]) -> GoldNote:
    text, references = "", []
    for letters, _, sentence in lines:
        start = len(text)
        text += re.sub(r"[{}]", "", sentence) + "\n"
        span = Span(start, len(text) - 1)
        references += [Labelled(span, _LETTERS[each]) for each in letters if each != "-"]
    note = Note(id="practice", case_id="practice", text=text.strip())
    return GoldNote(note=note, site="", mentions=None, references=tuple(references))


def rule_text(code: str, cues: Sequence[str], weights: NDArray[np.float64], constant: float) -> str:
    """The rule of one code as YAML."""

    def points(share: float) -> int:
        return round(10 * (math.log(share / (1 - share)) - constant))

    by_points: dict[int, list[str]] = {}
    for cue, weight in zip(cues, weights, strict=True):
        number = round(10 * weight)
        if abs(number) >= SMALLEST:
            by_points.setdefault(number, []).append(cue)
    lines = [f"  - id: adds-up-to-{code}", f"    code: {code}"]
    if code != _ORDER[0]:
        also = ", asked-again" if code == "contact" else ""
        lines.append(f"    yields_to: [{_ORDER[0]}{also}]")
    lines += [f"    enough: {points(ENOUGH)}"]
    lines += [f"    least: {points(LEAST_OF.get(code, LEAST))}", "    points:"]
    for number in sorted(by_points, reverse=True):
        entry = f"{number} for {', '.join(sorted(by_points[number]))}"
        lines += folded(entry)
    match, no_match = (f'"{text}"' for text in _EXAMPLES[code])
    lines += ["    examples:", f"      match: [{match}]", f"      no_match: [{no_match}]"]
    return "\n".join(lines) + "\n"


def folded(entry: str, lead: str = "      - ") -> list[str]:
    """One item of a list, broken into lines of up to a hundred characters."""
    lines, line = [], lead
    for word in entry.split(" "):
        if len(line) + len(word) > 99:
            lines.append(line.rstrip())
            line = " " * len(lead)
        line += f"{word} "
    return [*lines, line.rstrip()]


def written(text: str, block: str) -> str:
    """The codebook with the fitted rules between its marks."""
    before, found, rest = text.partition(f"{BEGIN}\n")
    if not found:
        return f"{text.rstrip()}\n\n{BEGIN}\n{block}{END}\n"
    after = rest.partition(f"{END}\n")[2]
    return f"{before}{BEGIN}\n{block}{END}\n{after}"


def main() -> None:
    """Fit, and write the codebook."""
    parser = argparse.ArgumentParser(description="Fit the points of the codebook's rules.")
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--leave-out", nargs="*", default=[], help="ids of cases kept for a check")
    parser.add_argument("--codebook", type=Path, default=Path("codebook.yaml"))
    options = parser.parse_args()
    text = options.codebook.read_text(encoding="utf-8")
    book, problems = parse_codebook(text, options.codebook.name)
    if book is None:
        raise SystemExit("\n".join(problem.message for problem in problems))
    book = replace(book, rules=tuple(rule for rule in book.rules if not rule.points))
    notes = [
        note
        for path in options.gold
        for note in (practice_notes(path) if path.suffix == ".txt" else read_coded_notes(path))
        if note.note.case_id not in options.leave_out
    ]
    sentences = list(coded_sentences(book, notes))
    times = Counter(cue for each in sentences for cue in each.cues)
    cues = sorted(cue for cue, n in times.items() if n >= FEWEST and cue not in EMPTY)
    blocks = []
    for code in _ORDER:
        kept = [each for each in sentences if code not in each.contested]
        wanted = np.array([float(code in each.codes) for each in kept])
        weighs = np.array([PRACTICE if each.case == "practice" else 1.0 for each in kept])
        weights, constant = fitted(matrix_of(kept, cues), wanted, STRENGTH * weighs)
        blocks.append(rule_text(code, cues, weights, constant))
    options.codebook.write_text(written(text, "\n".join(blocks)), encoding="utf-8")
    print(f"{len(sentences)} sentences, {len(cues)} cues")


if __name__ == "__main__":
    main()
