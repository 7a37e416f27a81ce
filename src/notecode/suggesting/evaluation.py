"""How far mentions and suggestions agree with notes coded by hand, per rule, code and agency.

A mention agrees with a labelled one of the same agency that it overlaps, each used once. A
suggestion is right where a reference on its sentence has its code or a code beneath it: what is
filed under a finer code is that activity too, while a wider code does not say the finer thing.
That is asked of each suggestion by itself, so no rule's figure hangs on what another rule does. A
reference is found where a suggestion on its sentence has its code or one beneath. The row of a
code takes it together with those beneath, as counts do. What is contested is never scored.
Intervals know that notes of a case are alike: each figure is a ratio of sums over cases
(``notecode.intervals``), the F1 too: right suggestions and found references, of all of both.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from notecode.intervals import Share, share_of
from notecode.model import Mention, Span, Suggestion
from notecode.suggesting.gold import GoldNote, Labelled

Found = tuple[tuple[Mention, ...], tuple[Suggestion, ...]]
Ancestors = Mapping[str, frozenset[str]]
_ACTIVITIES, _MENTIONS = "activities", "mentions"


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision, recall and F1 of one label, each with its 95% interval.

    ``hits`` and ``false`` are what was suggested, right and wrong; ``found`` and ``missed`` what
    was coded. ``coarser``: the false ones that lie on a reference of a code above theirs.
    """

    label: str
    hits: int
    false: int
    coarser: int
    found: int
    missed: int
    precision: Share
    recall: Share
    f1: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionEvaluation:
    """All figures of one run.

    In ``activities`` each suggestion and reference counts once, under its own code. ``macro`` is
    the plain mean of the codes' F1. A rule's recall is its share of the references of its code and
    those beneath. ``taken`` is the share of look-alikes that were taken for mentions, ``taken_by``
    the same by reason; ``agencies_right`` the share of right suggestions with the very agencies of
    such a reference.
    """

    notes: int
    cases: int
    mentions: Agreement | None
    by_agency: tuple[Agreement, ...]
    taken: Share
    taken_by: tuple[tuple[str, Share], ...]
    activities: Agreement
    macro: float | None
    by_code: tuple[Agreement, ...]
    by_rule: tuple[Agreement, ...]
    agencies_right: Share


class _Tally:
    """What was right, false, found and missed, by label and case."""

    def __init__(self) -> None:
        self._counts: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))

    def add(self, kind: str, label: str, case: str) -> None:
        self._counts[label][case][kind] += 1

    def agreement(self, label: str) -> Agreement:
        counted = list(self._counts[label].values())

        def share(hits: Sequence[str], of: Sequence[str]) -> Share:
            return share_of([(sum(c[k] for k in hits), sum(c[k] for k in of)) for c in counted])

        return Agreement(
            label=label,
            hits=sum(c["hit"] for c in counted),
            false=sum(c["false"] for c in counted),
            coarser=sum(c["coarser"] for c in counted),
            found=sum(c["found"] for c in counted),
            missed=sum(c["missed"] for c in counted),
            precision=share(("hit",), ("hit", "false")),
            recall=share(("found",), ("found", "missed")),
            f1=share(("hit", "found"), ("hit", "false", "found", "missed")),
        )

    def all(self) -> tuple[Agreement, ...]:
        return tuple(self.agreement(label) for label in sorted(self._counts))


def evaluate(
    pairs: Sequence[tuple[GoldNote, Found]], ancestors: Ancestors | None = None
) -> SuggestionEvaluation:
    """Score what was found on each note against its labels.

    ``ancestors`` gives the codes above each code.
    """
    agencies, mentions = _Tally(), _Tally()
    scoring = _Scoring(pairs, ancestors or {})
    taken: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for gold, (found, suggestions) in pairs:
        if gold.mentions is not None:
            _score_mentions(gold, found, (agencies, mentions))
            for other in gold.look_alikes:
                hit = any(_overlap(other.span, mention.span) for mention in found)
                taken[other.label].append((int(hit), 1))
        scoring.add(gold, suggestions)
    by_code = scoring.codes.all()
    scores = [each.f1.value for each in by_code if each.f1.value is not None]
    marked = any(gold.mentions is not None for gold, _ in pairs)
    return SuggestionEvaluation(
        notes=len(pairs),
        cases=len({gold.note.case_id for gold, _ in pairs}),
        mentions=mentions.agreement(_MENTIONS) if marked else None,
        by_agency=agencies.all(),
        taken=share_of([each for group in taken.values() for each in group]),
        taken_by=tuple((reason, _plain(group)) for reason, group in sorted(taken.items())),
        activities=scoring.whole.agreement(_ACTIVITIES),
        macro=sum(scores) / len(scores) if scores else None,
        by_code=by_code,
        by_rule=scoring.rules.all(),
        agencies_right=_plain(scoring.agencies_right),
    )


def _plain(clusters: Iterable[tuple[int, int]]) -> Share:
    """A share over things, not over cases: its interval is Wilson's."""
    counted = list(clusters)
    return share_of([(sum(h for h, _ in counted), sum(t for _, t in counted))])


def _score_mentions(gold: GoldNote, found: Sequence[Mention], tallies: Sequence[_Tally]) -> None:
    """Count what was found and missed, by agency in the first tally and all in the second."""
    left = list(found)

    def add(kind: str, agency: str) -> None:
        for tally, label in zip(tallies, (agency, _MENTIONS), strict=True):
            tally.add(kind, label, gold.note.case_id)

    for label in gold.mentions or ():
        hit = next(
            (m for m in left if m.agency == label.label and _overlap(m.span, label.span)), None
        )
        if hit is None:
            add("missed", label.label)
        else:
            left.remove(hit)
            add("hit", label.label)
            add("found", label.label)
    for mention in left:
        if not any(_overlap(mention.span, span) for span in gold.neutral):
            add("false", mention.agency)


class _Scoring:
    """The suggestions and references of all notes, held against each other in three tallies."""

    def __init__(self, pairs: Sequence[tuple[GoldNote, Found]], above: Ancestors) -> None:
        self.codes, self.rules, self.whole = _Tally(), _Tally(), _Tally()
        self.agencies_right: list[tuple[int, int]] = []
        self._above = above
        made = [each for _, (_, suggestions) in pairs for each in suggestions]
        self._code_of = {each.rule: each.code for each in made}
        self._rows = {each.code for each in made}
        self._rows.update(each.label for gold, _ in pairs for each in gold.references)

    def add(self, gold: GoldNote, suggestions: Sequence[Suggestion]) -> None:
        """Count the suggestions and the references of one note."""
        judged = [each for each in suggestions if not self._is_contested(each, gold)]
        for suggestion in judged:
            self._count_suggestion(suggestion, gold)
        for reference in gold.references:
            self._count_reference(reference, judged, gold.note.case_id)

    def _count_suggestion(self, suggestion: Suggestion, gold: GoldNote) -> None:
        case, code = gold.note.case_id, suggestion.code
        here = [each for each in gold.references if _overlap(suggestion.span, each.span)]
        agreeing = [each for each in here if code in self._with_above(each.label)]
        kinds = ["hit" if agreeing else "false"]
        if agreeing:
            same = any(set(each.agencies) == set(suggestion.agencies) for each in agreeing)
            self.agencies_right.append((int(same), 1))
        elif any(each.label in self._with_above(code) for each in here):
            kinds.append("coarser")
        for kind in kinds:
            self.whole.add(kind, _ACTIVITIES, case)
            self.rules.add(kind, suggestion.rule, case)
            self.codes.add(kind, code, case)
        for row in self._rows_above(code):
            right = any(row in self._with_above(each.label) for each in here)
            self.codes.add("hit" if right else "false", row, case)

    def _count_reference(
        self, reference: Labelled, suggestions: Sequence[Suggestion], case: str
    ) -> None:
        here = [each for each in suggestions if _overlap(each.span, reference.span)]
        for row in (reference.label, *self._rows_above(reference.label)):
            found = any(row in self._with_above(each.code) for each in here)
            kind = "found" if found else "missed"
            self.codes.add(kind, row, case)
            if row == reference.label:
                self.whole.add(kind, _ACTIVITIES, case)
        made = {each.rule for each in here}
        for rule, code in self._code_of.items():
            if code in self._with_above(reference.label):
                self.rules.add("found" if rule in made else "missed", rule, case)

    def _is_contested(self, suggestion: Suggestion, gold: GoldNote) -> bool:
        """Whether nothing but a contested reference of its own line stands on the sentence."""
        line = self._with_above(suggestion.code)
        if any(
            suggestion.code in self._with_above(each.label)
            for each in gold.references
            if _overlap(suggestion.span, each.span)
        ):
            return False
        return any(
            each.label in line or suggestion.code in self._with_above(each.label)
            for each in gold.neutral_references
            if _overlap(suggestion.span, each.span)
        )

    def _with_above(self, code: str) -> frozenset[str]:
        return frozenset({code}) | self._above.get(code, frozenset())

    def _rows_above(self, code: str) -> list[str]:
        return sorted(self._rows & self._above.get(code, frozenset()))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
