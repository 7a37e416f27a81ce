"""Fit the points by which words for an agency are told from words that look like one.

    python -m corpus.coded.weigh_mentions [--codebook FILE] GOLD...

GOLD are files of coded notes (.jsonl) with marked words, or of marked practice (.txt). One ridge
logistic regression over the cues of ``notecode.suggesting.involvement``. The exclusions in
``look_alikes.toml`` were written on some of the notes and are right there more often than
elsewhere; so in files named with ``--known`` a third of the words do not say which exclusion fits.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from corpus.coded.weigh import fitted, folded, vocabulary
from scipy.sparse import csr_matrix

from notecode.codebook import parse_codebook
from notecode.model import Codebook, Note, Span
from notecode.suggesting import involvement
from notecode.suggesting.agencies import AgencyMatcher
from notecode.suggesting.back_references import Named, as_named
from notecode.suggesting.context import read_sentences
from notecode.suggesting.gold import GoldNote, Labelled, read_coded_notes
from notecode.suggesting.involvement import Candidate, Involvement

BEGIN, END = "# --- fitted points: begin\n", "# --- fitted points: end\n"
FEWEST = 3
"""A cue of fewer words gets no points."""
SMALLEST = 1
"""Tenths of a logit below which a cue is left out."""
HIDDEN = 1 / 3
_MARK = re.compile(r"\{\{([^|{}]+)\|([^|{}]*)(?:\|([^|{}]+))?\}\}")
_FILE = Path(involvement.__file__).with_name("involvement.toml")


@dataclass(frozen=True, slots=True)
class Marked:
    """A word for an agency: its cues, and whether it takes part."""

    cues: frozenset[str]
    takes_part: bool


def marked_notes(path: Path) -> Iterator[GoldNote]:
    """The notes of a file of marked practice: lines of contact type, a tab and a sentence.

    A blank line ends a note; marks are those of README.md.
    """
    text = re.sub(r"(?m)^#.*\n", "", path.read_text(encoding="utf-8"))
    for number, block in enumerate(text.split("\n\n")):
        lines = [line.partition("\t") for line in block.splitlines() if "\t" in line]
        if lines:
            yield _marked_note(f"{path.stem}-{number}", lines)


def _marked_note(name: str, lines: Sequence[tuple[str, str, str]]) -> GoldNote:
    text = ""
    mentions, others, contested = [], [], []
    for _, _, sentence in lines:
        at = 0
        for mark in _MARK.finditer(sentence):
            text += sentence[at : mark.start()]
            span = Span(len(text), len(text) + len(mark[1]))
            text += mark[1]
            at = mark.end()
            if mark[3] is None:
                mentions.append(Labelled(span, mark[2]))
            elif mark[3] == "?":
                contested.append(span)
            else:
                others.append(Labelled(span, mark[3].removeprefix("-")))
        text += f"{sentence[at:]}\n"
    note = Note(id=name, case_id=name, text=text, contact_type=lines[0][0])
    return GoldNote(
        note=note,
        site="",
        mentions=tuple(mentions),
        references=(),
        look_alikes=tuple(others),
        neutral=tuple(contested),
    )


def marked_words(
    book: Codebook, around: Involvement, notes: Iterable[GoldNote], *, known: bool = False
) -> Iterator[Marked]:
    """Every word for an agency that is marked, or that nobody marked and so is none."""
    for gold in notes:
        matcher = AgencyMatcher(book, gold.site)
        named: frozenset[str] = frozenset()
        before: list[Named] = []
        for number, sentence in enumerate(read_sentences(gold.note.text)):
            found = matcher.judged(sentence, before, number)
            for each, cues in around.around(sentence, found, named) if found else ():
                takes_part = _takes_part(each, gold)
                if takes_part is not None:
                    yield Marked(frozenset(_seen(cues, gold, each, known=known)), takes_part)
            partners = [each for each in found if _takes_part(each, gold)]
            named |= {each.agency for each in partners}
            before += [as_named(sentence, each.span, each.agency, number) for each in partners]


def _takes_part(each: Candidate, gold: GoldNote) -> bool | None:
    """What the marks say; None where it is contested, or another agency's."""
    here = [m for m in gold.mentions or () if _overlap(m.span, each.span)]
    if here:
        return True if any(m.label == each.agency for m in here) else None
    return None if any(_overlap(span, each.span) for span in gold.neutral) else False


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _seen(cues: set[str], gold: GoldNote, each: Candidate, *, known: bool) -> set[str]:
    """The cues, without those of exclusions for some words of notes that these were written on."""
    key = sha256(f"{gold.note.id} {each.span.start}".encode()).digest()[0]
    if not known or key >= 256 * HIDDEN:
        return cues
    return {cue for cue in cues if not cue.startswith("reason:")}


def weights_of(words: Sequence[Marked]) -> tuple[dict[str, int], int]:
    """The points of each cue and the constant, in tenths of a logit."""
    times = Counter(cue for each in words for cue in each.cues)
    cues = sorted(cue for cue, n in times.items() if n >= FEWEST and "," not in cue)
    place = {cue: at for at, cue in enumerate(cues)}
    held = [[place[cue] for cue in each.cues if cue in place] for each in words]
    columns = [at for row in held for at in row]
    starts = np.cumsum([0, *map(len, held)])
    matrix = csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(held), len(cues)))
    weights, constant = fitted(matrix, np.array([float(each.takes_part) for each in words]), 0.2)
    points = {cue: round(10 * weight) for cue, weight in zip(cues, weights, strict=True)}
    return {cue: n for cue, n in points.items() if abs(n) >= SMALLEST}, round(10 * constant)


def written(text: str, points: dict[str, int], constant: int) -> str:
    """The file with these points between its marks."""
    text = re.sub(r"(?m)^constant = -?\d+$", f"constant = {constant}", text)
    by_number: dict[int, list[str]] = {}
    for cue, number in points.items():
        by_number.setdefault(number, []).append(cue)
    lines = ["points = ["]
    for number in sorted(by_number, reverse=True):
        entry = folded(f"{number} for {', '.join(sorted(by_number[number]))}", "  '''")
        lines += [*entry[:-1], f"{entry[-1]}''',"]
    before, _, rest = text.partition(BEGIN)
    return f"{before}{BEGIN}" + "\n".join([*lines, "]"]) + f"\n{END}" + rest.partition(END)[2]


def main() -> None:
    """Fit, and write ``involvement.toml``."""
    parser = argparse.ArgumentParser(description="Fit the points of words for agencies.")
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--known", nargs="*", type=Path, default=[])
    parser.add_argument("--leave-out", nargs="*", default=[], help="ids of cases kept for a check")
    parser.add_argument("--codebook", type=Path, default=Path("codebook.yaml"))
    options = parser.parse_args()
    text = options.codebook.read_text(encoding="utf-8")
    book, problems = parse_codebook(text, options.codebook.name)
    if book is None:
        raise SystemExit("\n".join(problem.message for problem in problems))
    out = set(options.leave_out)
    notes = {
        path: [gold for gold in read(path) if gold.note.case_id not in out]
        for path in (*options.gold, *options.known)
    }
    every = [gold for group in notes.values() for gold in group]
    ids = tuple(agency.id for agency in book.agencies)
    around = Involvement(book.word_classes, ids, sorted(vocabulary(every)))
    words = [
        word
        for path, group in notes.items()
        for word in marked_words(book, around, group, known=path in options.known)
    ]
    points, constant = weights_of(words)
    _FILE.write_text(written(_FILE.read_text(encoding="utf-8"), points, constant), encoding="utf-8")
    print(f"{len(words)} words, {len(points)} cues")


def read(path: Path) -> tuple[GoldNote, ...]:
    """The notes of a file, coded or practice."""
    return tuple(marked_notes(path)) if path.suffix == ".txt" else read_coded_notes(path)


if __name__ == "__main__":
    main()
