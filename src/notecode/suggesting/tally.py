"""What the words of a sentence add up to, for the codes whose rules give points.

No cue need be enough by itself, and words nobody thought to put together add up too. The points
are in the codebook, to be read and changed; each suggestion shows the words that made it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from notecode.codebook.points import AROUND, read_points
from notecode.codebook.signs import Signs, WordPattern
from notecode.model import Note, Rule, Span
from notecode.suggesting.reading import Reading

_SHOWN = 6
"""How many of the words that speak for a code are shown as evidence, those with most points."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The points of one rule: by sign, by word pattern, and by what stands around a sentence."""

    rule: Rule
    signs: Mapping[str, int]
    patterns: tuple[tuple[WordPattern, int], ...]
    around: Mapping[str, int]

    def total(self, reading: Reading, around: Iterable[str]) -> int:
        """All points of a sentence; ``around`` are the cues that are not in its words."""
        signs = self.signs
        points = sum([signs[sign] for sign in reading.held if sign in signs])
        points += sum(self.around.get(cue, 0) for cue in around)
        for pattern, number in self.patterns:
            if pattern.number in reading.possible and reading.find(pattern) is not None:
                points += number
        return points

    def evidence(self, reading: Reading) -> list[Span]:
        """The words with the most points for the code, in their order."""
        signs = self.signs
        said = reading.line.split(" ")
        text, start = reading.sentence.text, reading.sentence.span.start
        found = []
        for cell, place in zip(said, reading.places, strict=False):
            points = sum([signs[sign] for sign in set(cell) if sign in signs])
            if points > 0 and (
                text[place.start - start].isalnum() or text[place.start - start] == "["
            ):
                found.append((points, place))
        found.sort(key=lambda each: (-each[0], each[1].start))
        places = [place for _, place in found[:_SHOWN]]
        for pattern, number in self.patterns:
            if number > 0:
                places += reading.find(pattern) or ()
        return sorted(places, key=lambda place: place.start) or [reading.sentence.span]


def tally_of(rule: Rule, signs: Signs) -> Tally | None:
    """The points of a rule, ready to be counted; None if it gives none."""
    if not rule.points:
        return None
    by_sign: dict[str, int] = {}
    patterns: list[tuple[WordPattern, int]] = []
    around: dict[str, int] = {}
    for text in rule.points:
        entry = read_points(text)
        for cue in entry.cues:
            if cue.startswith(AROUND):
                around[cue] = around.get(cue, 0) + entry.number
            elif " " in cue:
                patterns.append((signs.compile(cue), entry.number))
            else:
                sign = signs.named(cue)
                by_sign[sign] = by_sign.get(sign, 0) + entry.number
    return Tally(rule, by_sign, tuple(patterns), around)


def around_of(note: Note, reading: Reading, earlier: Iterable[str]) -> tuple[str, ...]:
    """The cues of a sentence that are not in its words."""
    return (
        f"type:{note.contact_type}",
        f"speaker:{reading.speaker}",
        *(f"after:{code}" for code in earlier),
    )
