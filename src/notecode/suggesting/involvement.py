"""Whether a word for an agency is its part in the case, by what stands around it.

The exclusions written by hand (``exclusions``) say why a word may be none. What else stands in the
sentence speaks for it or against it: each cue has points in ``involvement.toml``, fitted to words
marked by hand (``corpus/coded/weigh_mentions.py``). What adds up to few strikes out a word that no
exclusion struck out; what adds up to many brings one back.
"""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from notecode.codebook.points import read_points
from notecode.codebook.signs import PEOPLE, Signs
from notecode.cues import WordClass
from notecode.model import Codebook, Mention, Span
from notecode.suggesting.context import Sentence
from notecode.suggesting.reading import Cell, Reader

_FILE: dict[str, Any] = tomllib.loads(
    files("notecode.suggesting").joinpath("involvement.toml").read_text(encoding="utf-8")
)
CLASSES = tuple(
    WordClass(name=name, words=tuple(word.strip() for word in text.split(",")))
    for name, text in _FILE["classes"].items()
)
"""What words around a word for an agency may mean; the codebook's classes stand beside these."""
POINTS = {cue: entry.number for entry in map(read_points, _FILE["points"]) for cue in entry.cues}
"""The points of each cue, in tenths of a logit."""
CONSTANT: int = _FILE["constant"]
STRIKES_OUT, BRINGS_BACK = _FILE["strikes_out"], _FILE["brings_back"]
ROW = "row"
"""In place of a reason: a need by itself, but in a row with agencies that take part."""
_ARTICLES = frozenset(["the", "a", "an", "his", "her", "their", "our", "its", "my", "your"])
_UNSAID = frozenset(["a", "an", "the"])
_SIDES = ("before:", "near-before:", "next-before:", "after:", "near-after:", "next-after:")
_REACH = 12
_NEAR = 3
_LONGEST_ALIAS = 40


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word for an agency in a sentence: where (in the note), by which rule, and why it is none.

    ``reason`` is that of an exclusion, ``ROW`` or "". ``in_a_row`` are the reasons of the words
    for agencies that stand in a row with it.
    """

    span: Span
    agency: str
    rule: str
    reason: str
    in_a_row: tuple[str, ...] = ()


class Involvement:
    """Counts the points of words for agencies, with the classes of one codebook."""

    def __init__(
        self, classes: tuple[WordClass, ...], agencies: tuple[str, ...], words: Sequence[str] = ()
    ) -> None:
        """Name the signs of all cues; ``words`` are others that are to be seen."""
        self._signs = Signs((*classes, *CLASSES), agencies)
        self._names = {self._signs.person(name): f"@{name}" for name in PEOPLE}
        self._names |= {self._signs.agency(name): f"@{name}" for name in agencies}
        self._names |= {
            self._signs.named(f"<{each.name}>"): f"<{each.name}>" for each in (*classes, *CLASSES)
        }
        beside = {cue.partition(":")[2] for cue in POINTS if cue.startswith(_SIDES)}
        for part in sorted(beside | set(words)):
            if part[:1] not in "@<":
                self._names[self._signs.named(part)] = part
        self._reader = Reader(self._signs)

    def kept(
        self, sentence: Sentence, found: Sequence[Candidate], named: frozenset[str]
    ) -> Iterator[Candidate]:
        """Those of a sentence's words for agencies that take part in the case."""
        for each, cues in self.around(sentence, found, named):
            points = CONSTANT + sum(POINTS.get(cue, 0) for cue in cues)
            if points >= (STRIKES_OUT if each.reason in ("", ROW) else BRINGS_BACK):
                yield each

    def around(
        self, sentence: Sentence, found: Sequence[Candidate], named: frozenset[str]
    ) -> Iterator[tuple[Candidate, set[str]]]:
        """Each word for an agency with its cues; ``named`` are agencies of earlier sentences."""
        mentions = [
            Mention(note_id="", span=each.span, agency=each.agency, rule=each.rule)
            for each in found
        ]
        cells = self._reader.cells(sentence, mentions)
        signs = [
            {self._names[sign] for sign in cell.signs if sign in self._names} - _UNSAID
            for cell in cells
        ]
        agency = self._signs.person("agency")
        at = {cell.start: n for n, cell in enumerate(cells) if agency in cell.signs}
        whole = _of_the_sentence(sentence, signs)
        for each in found:
            cues = whole | _own(sentence, each, named)
            if len(found) > 1:
                cues |= _of_the_others(each, found)
            if each.span.start in at:
                cues |= _beside(cells, signs, at[each.span.start])
            yield each, cues


@lru_cache(maxsize=8)
def _of(classes: tuple[WordClass, ...], agencies: tuple[str, ...]) -> Involvement:
    return Involvement(classes, agencies)


def involvement_of(codebook: Codebook) -> Involvement:
    """The one for a codebook, made once for all of its sites."""
    return _of(codebook.word_classes, tuple(agency.id for agency in codebook.agencies))


def _of_the_sentence(sentence: Sentence, signs: Sequence[set[str]]) -> set[str]:
    cues = {f"words:{min(5, len(signs) // 5)}"}
    if not any("@past" in each for each in signs):
        cues.add("is:unpast")
    if sentence.text.rstrip().endswith("?"):
        cues.add("is:question")
    if sentence.text.isupper():
        cues.add("is:capitals")
    if "y/n" in sentence.text.lower().replace(" ", "") or "__" in sentence.text:
        cues.add("is:form")
    return cues


def _own(sentence: Sentence, each: Candidate, named: frozenset[str]) -> set[str]:
    """The cues of the word itself: how it reads, which exclusion fits, what was named before."""
    start = sentence.span.start
    text = sentence.text[each.span.start - start : each.span.end - start]
    words = text.lower().split()
    kind, _, alias = each.rule.partition(":")
    cues = {f"reason:{each.reason}", f"agency:{each.agency}", f"last:{words[-1]}"}
    cues.add("is:tag" if "[" in text else f"{kind}:{alias.partition(':')[2][:_LONGEST_ALIAS]}")
    if len(words) > 1:
        cues |= {f"first:{words[0]}", "is:long"}
    if each.agency in named:
        cues.add("is:named")
    if sentence.text[each.span.end - start :].lstrip(" ")[:1] in (":", "-", "–"):
        cues.add("is:heading")
    return cues


def _of_the_others(each: Candidate, found: Sequence[Candidate]) -> set[str]:
    others = [other.reason in ("", ROW) for other in found if other is not each]
    cues = {f"row:{reason or 'held'}" for reason in each.in_a_row}
    return cues | {"others:held" if held else "others:out" for held in others}


def _beside(cells: Sequence[Cell], signs: Sequence[set[str]], at: int) -> set[str]:
    """What stands before and after the cell ``at``: next to it, near it in its clause, further."""
    cues: set[str] = set()
    first = at - 1
    while first >= 0 and cells[first].word in _ARTICLES:
        cues.add(f"article:{cells[first].word}")
        first -= 1
    if first < 0:
        cues.add("is:first")
    if all("@stop" in each for each in signs[at + 1 : at + 3]):
        cues.add("is:last")
    quotes = [n for n, each in enumerate(signs) if "@said" in each]
    if quotes and sum(n < at for n in quotes) % 2 and quotes[-1] > at:
        cues.add("is:quoted")
    _along(cues, signs[max(0, first - _REACH + 1) : first + 1][::-1], "before")
    _along(cues, signs[at + 1 : at + 1 + _REACH], "after")
    return cues


def _along(cues: set[str], signs: Sequence[set[str]], side: str) -> None:
    same_clause = True
    for distance, each in enumerate(signs):
        for name in each:
            cues.add(f"{side}:{name}")
            if distance < _NEAR and same_clause:
                cues.add(f"near-{side}:{name}")
            if distance == 0:
                cues.add(f"next-{side}:{name}")
        same_clause = same_clause and "@stop" not in each
