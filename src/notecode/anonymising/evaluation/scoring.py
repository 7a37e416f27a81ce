"""What the anonymiser found, held against what people marked: shares with their intervals.

A gold span counts as masked when each letter and digit in it is covered, by one mask or several.
A word counts as rightly masked when it lies in a gold span, of whatever type; titles and
possessive endings lie outside gold spans, so masking them counts as a word too many.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from notecode.anonymising.evaluation.gold import DIRECT, QUASI, TYPES, GoldFile, GoldNote, GoldSpan
from notecode.anonymising.evaluation.prediction import (
    PredictedSpan,
    Prediction,
    case_people,
    cases_of,
)
from notecode.intervals import Rate, Share, rate_of, share_of
from notecode.model import Span
from notecode.text.lanes import SpanIndex

EXACT_TYPES: Final = frozenset({"ID", "PHONE", "EMAIL", "HANDLE", "POSTCODE", "VRM"})
"""With dates of birth (dates that are direct) the identifiers that point at one person alone."""

PER_WORDS: Final = 1_000
_RUN = re.compile(r"[^\W_]+")

Mistake = Literal[
    "missed", "masked needlessly", "protected word masked", "wrong person", "nobody told"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A place where masks and marks differ, by offsets alone.

    ``type`` is the gold type, or the mask's where no gold span is concerned; ``flagged`` tells
    whether a flag points at the place. ``entity`` is who is meant, ``person`` who the mask says.
    "nobody told" is a masked name of somebody in the roster whose mask says nobody.
    """

    file: str
    id: str
    case_id: str
    mistake: Mistake
    span: Span
    type: str
    identifier_type: str = ""
    recogniser: str = ""
    flagged: bool = False
    entity: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeScore:
    """One type: gold spans masked, and masked words of the type that lie in a gold span."""

    type: str
    recall: Share
    precision: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """The shares of one or more gold files. Each is over what its name says."""

    notes: int
    words: int
    cases: int
    spans: int
    direct: Share
    quasi: Share
    exact: Share
    roster_people: Share
    other_people: Share
    people_fully_masked: Share
    roster_people_fully_masked: Share
    other_people_fully_masked: Share
    token_precision: Share
    kept: Share
    notes_leaking: Share
    notes_leaking_after_flags: Share
    right_person: Share
    wrong_person: Share
    flags: Rate
    types: tuple[TypeScore, ...]
    differences: tuple[Difference, ...] = field(default=(), repr=False)


def evaluate(scored: Sequence[tuple[GoldFile, Sequence[Prediction]]]) -> Evaluation:
    """Score predictions against their gold files; each file's are in the order of its notes.

    Raises:
        ValueError: if predictions and notes do not belong together.

    """
    score = _Score()
    for number, (file, predictions) in enumerate(scored):
        if [note.id for note in file.notes] != [each.id for each in predictions]:
            raise ValueError("predictions and notes do not belong together")
        by_id = {prediction.id: prediction for prediction in predictions}
        for case_id, notes in cases_of(file).items():
            people = frozenset(person.id for person in case_people(notes))
            case = _Case(score, file.name, (number, case_id), people)
            for note in notes:
                case.add(note, by_id[note.id])
            case.close()
    return score.evaluation()


@dataclass(slots=True)
class _Score:
    """Hits and totals of every measure by case, and where things went wrong."""

    tallies: dict[str, dict[tuple[int, str], list[int]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(lambda: [0, 0]))
    )
    differences: list[Difference] = field(default_factory=list)

    def count(self, measure: str, case: tuple[int, str], hits: int, total: int = 1) -> None:
        tally = self.tallies[measure][case]
        tally[0] += hits
        tally[1] += total

    def pairs(self, measure: str) -> list[tuple[int, int]]:
        return [(hits, total) for hits, total in self.tallies[measure].values()]

    def share(self, measure: str) -> Share:
        return share_of(self.pairs(measure))

    def evaluation(self) -> Evaluation:
        notes = self.pairs("leaking")
        return Evaluation(
            notes=sum(total for _, total in notes),
            words=sum(words for _, words in self.pairs("flags")),
            cases=len(notes),
            spans=sum(total for _, total in self.pairs(DIRECT) + self.pairs(QUASI)),
            direct=self.share(DIRECT),
            quasi=self.share(QUASI),
            exact=self.share("exact"),
            roster_people=self.share("roster people"),
            other_people=self.share("other people"),
            people_fully_masked=share_of(
                self.pairs("whole roster people") + self.pairs("whole other people")
            ),
            roster_people_fully_masked=self.share("whole roster people"),
            other_people_fully_masked=self.share("whole other people"),
            token_precision=self.share("words"),
            kept=self.share("kept"),
            notes_leaking=self.share("leaking"),
            notes_leaking_after_flags=self.share("leaking after flags"),
            right_person=self.share("right person"),
            wrong_person=self.share("wrong person"),
            flags=rate_of(self.pairs("flags"), PER_WORDS),
            types=tuple(
                TypeScore(
                    type=kind,
                    recall=self.share(f"recall {kind}"),
                    precision=self.share(f"precision {kind}"),
                )
                for kind in TYPES
            ),
            differences=tuple(self.differences),
        )


@dataclass(slots=True)
class _Case:
    """One case as it is scored, note by note."""

    score: _Score
    file: str
    key: tuple[int, str]
    people: frozenset[str]
    whole: dict[str, bool] = field(default_factory=dict)
    masks: SpanIndex[PredictedSpan] = field(init=False)

    def add(self, note: GoldNote, prediction: Prediction) -> None:
        """Score one note."""
        self.masks = SpanIndex(prediction.spans, lambda each: each.span)
        covered = _places(note.text, (each.span for each in prediction.spans))
        flagged = _places(note.text, (each.span for each in prediction.flags))
        leaks = [
            span
            for span in note.spans
            if not self._span(note, span, covered, flagged) and span.identifier_type == DIRECT
        ]
        left = [s for s in leaks if flagged.isdisjoint(range(s.span.start, s.span.end))]
        self.score.count("leaking", self.key, bool(leaks))
        self.score.count("leaking after flags", self.key, bool(left))
        self.score.count("flags", self.key, len(prediction.flags), len(note.text.split()))
        self._kept(note, covered)
        self._words(note, prediction)

    def close(self) -> None:
        """Count the people of the case, once all of its notes are in."""
        for entity, masked in self.whole.items():
            self.score.count(f"whole {self._side(entity)}", self.key, masked)

    def _side(self, entity: str) -> str:
        return "roster people" if entity in self.people else "other people"

    def _span(self, note: GoldNote, gold: GoldSpan, covered: set[int], flagged: set[int]) -> bool:
        """Whether the gold span is masked; counts it under all that it belongs to."""
        masked = _letters(note.text, [gold.span]) <= covered
        for measure in _measures(gold):
            self.score.count(measure, self.key, masked)
        if gold.type == "PERSON":
            self.score.count(self._side(gold.entity), self.key, masked)
            if gold.entity:
                self.whole[gold.entity] = self.whole.get(gold.entity, True) and masked
                self._person(note, gold, masked=masked)
        if not masked:
            seen = not flagged.isdisjoint(range(gold.span.start, gold.span.end))
            self._differ(note, "missed", gold.span, gold, flagged=seen)
        return masked

    def _person(self, note: GoldNote, gold: GoldSpan, *, masked: bool) -> None:
        """Whether the mask says who it is, and says it right."""
        masks = self.masks.overlapping(gold.span.start, gold.span.end)
        given = {each.person for each in masks} - {""}
        if gold.entity in self.people:
            self.score.count("right person", self.key, given == {gold.entity})
        wrong = bool(given - {gold.entity})
        self.score.count("wrong person", self.key, wrong)
        if wrong:
            told = " ".join(sorted(given))
            self._differ(note, "wrong person", gold.span, gold, person=told)
        elif masked and not given and gold.entity in self.people:
            self._differ(note, "nobody told", gold.span, gold)

    def _kept(self, note: GoldNote, covered: set[int]) -> None:
        for span in note.kept:
            stands = _letters(note.text, [span]).isdisjoint(covered)
            self.score.count("kept", self.key, stands)
            if not stands:
                self._differ(note, "protected word masked", span)

    def _words(self, note: GoldNote, prediction: Prediction) -> None:
        """Words that are masked, and whether each lies in a gold span."""
        gold = _letters(note.text, (each.span for each in note.spans))
        counted: set[int] = set()
        for each in prediction.spans:
            for start, end in _words_at(note.text, each.span):
                right = not gold.isdisjoint(range(start, end))
                self.score.count(f"precision {each.type}", self.key, right)
                if start in counted:
                    continue
                counted.add(start)
                self.score.count("words", self.key, right)
                if not right:
                    self._differ(
                        note,
                        "masked needlessly",
                        Span(start, end),
                        kind=each.type,
                        recogniser=each.recogniser,
                    )

    def _differ(
        self,
        note: GoldNote,
        mistake: Mistake,
        span: Span,
        gold: GoldSpan | None = None,
        *,
        kind: str = "",
        recogniser: str = "",
        flagged: bool = False,
        person: str = "",
    ) -> None:
        self.score.differences.append(
            Difference(
                file=self.file,
                id=note.id,
                case_id=note.case_id,
                mistake=mistake,
                span=span,
                type=gold.type if gold else kind,
                identifier_type=gold.identifier_type if gold else "",
                recogniser=recogniser,
                flagged=flagged,
                entity=gold.entity if gold else "",
                person=person,
            )
        )


def _measures(gold: GoldSpan) -> Iterator[str]:
    yield gold.identifier_type
    yield f"recall {gold.type}"
    if gold.type in EXACT_TYPES or (gold.type == "DATE" and gold.identifier_type == DIRECT):
        yield "exact"


def _places(text: str, spans: Iterable[Span]) -> set[int]:
    return {place for span in spans for place in range(span.start, min(span.end, len(text)))}


def _letters(text: str, spans: Iterable[Span]) -> set[int]:
    """The places of letters and digits in the spans; of a span without any, all of its places."""
    found: set[int] = set()
    for span in spans:
        places = range(span.start, min(span.end, len(text)))
        letters = {place for place in places if text[place].isalnum()}
        found |= letters or set(places)
    return found


def _words_at(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """The words, as runs of letters and digits, of which the span holds a part."""
    start = span.start
    while start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    for match in _RUN.finditer(text, start):
        if match.start() >= span.end:
            return
        yield match.span()
