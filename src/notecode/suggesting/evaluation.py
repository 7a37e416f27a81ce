"""How far mentions and suggestions agree with notes coded by hand, per rule, code and agency.

A mention agrees with a labelled one of the same agency that it overlaps; a suggestion with a
reference of its code, or of a code above or below it, on the same sentence. Each label is used
once. What is contested is never scored. Intervals know that notes of a case are alike: each
figure is a ratio of sums over cases (``notecode.intervals``), the F1 too, as 2h / (2h + missed +
false).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from notecode.intervals import Share, share_of
from notecode.model import Mention, Span, Suggestion
from notecode.suggesting.gold import GoldNote, Labelled

Found = tuple[tuple[Mention, ...], tuple[Suggestion, ...]]
Ancestors = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision, recall and F1 of one label, each with its 95% interval."""

    label: str
    hits: int
    missed: int
    false: int
    precision: Share
    recall: Share
    f1: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionEvaluation:
    """All figures of one run.

    ``macro`` is the plain mean of the codes' F1. A rule's recall is its share of the references
    of its code. ``taken`` is the share of look-alikes that were taken for mentions, ``taken_by``
    the same by reason; ``agencies_right`` the share of agreeing suggestions with the very
    agencies of the reference.
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
    """Hits, misses and false alarms by label and case."""

    def __init__(self) -> None:
        self._counts: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))

    def add(self, kind: str, label: str, case: str) -> None:
        self._counts[label][case][kind] += 1

    def agreement(self, label: str, cases: Mapping[str, Counter[str]] | None = None) -> Agreement:
        counted = list((self._counts[label] if cases is None else cases).values())

        def share(hits: Sequence[str], of: Sequence[str]) -> Share:
            return share_of([(sum(c[k] for k in hits), sum(c[k] for k in of)) for c in counted])

        return Agreement(
            label=label,
            hits=sum(c["hit"] for c in counted),
            missed=sum(c["missed"] for c in counted),
            false=sum(c["false"] for c in counted),
            precision=share(("hit",), ("hit", "false")),
            recall=share(("hit",), ("hit", "missed")),
            f1=share(("hit", "hit"), ("hit", "hit", "missed", "false")),
        )

    def all(self) -> tuple[Agreement, ...]:
        return tuple(self.agreement(label) for label in sorted(self._counts))

    def whole(self, name: str) -> Agreement:
        cases: dict[str, Counter[str]] = defaultdict(Counter)
        for label in self._counts.values():
            for case, counts in label.items():
                cases[case].update(counts)
        return self.agreement(name, cases)


def evaluate(
    pairs: Sequence[tuple[GoldNote, Found]], ancestors: Ancestors | None = None
) -> SuggestionEvaluation:
    """Score what was found on each note against its labels.

    ``ancestors`` gives the codes above each code, for which a finer or coarser code agrees too.
    """
    above = ancestors or {}
    mentions, codes, rules = _Tally(), _Tally(), _Tally()
    taken: dict[str, list[tuple[int, int]]] = defaultdict(list)
    right: list[tuple[int, int]] = []
    for gold, (found, suggestions) in pairs:
        if gold.mentions is not None:
            _score_mentions(gold, found, mentions)
            for other in gold.look_alikes:
                hit = any(_overlap(other.span, mention.span) for mention in found)
                taken[other.label].append((int(hit), 1))
        right += _score_suggestions(gold, suggestions, above, codes, rules)
    _add_missed_by_rule(pairs, above, rules)
    by_code = codes.all()
    scores = [each.f1.value for each in by_code if each.f1.value is not None]
    marked = any(gold.mentions is not None for gold, _ in pairs)
    return SuggestionEvaluation(
        notes=len(pairs),
        cases=len({gold.note.case_id for gold, _ in pairs}),
        mentions=mentions.whole("mentions") if marked else None,
        by_agency=mentions.all(),
        taken=share_of([each for group in taken.values() for each in group]),
        taken_by=tuple((reason, _plain(group)) for reason, group in sorted(taken.items())),
        activities=codes.whole("activities"),
        macro=sum(scores) / len(scores) if scores else None,
        by_code=by_code,
        by_rule=rules.all(),
        agencies_right=_plain(right),
    )


def _plain(clusters: Iterable[tuple[int, int]]) -> Share:
    """A share over things, not over cases: its interval is Wilson's."""
    counted = list(clusters)
    return share_of([(sum(h for h, _ in counted), sum(t for _, t in counted))])


def _score_mentions(gold: GoldNote, found: Sequence[Mention], tally: _Tally) -> None:
    left = list(found)
    case = gold.note.case_id
    for label in gold.mentions or ():
        hit = next(
            (m for m in left if m.agency == label.label and _overlap(m.span, label.span)), None
        )
        if hit is not None:
            left.remove(hit)
        tally.add("missed" if hit is None else "hit", label.label, case)
    for mention in left:
        if not any(_overlap(mention.span, span) for span in gold.neutral):
            tally.add("false", mention.agency, case)


def _score_suggestions(
    gold: GoldNote,
    suggestions: Sequence[Suggestion],
    above: Ancestors,
    codes: _Tally,
    rules: _Tally,
) -> list[tuple[int, int]]:
    """Count each reference and suggestion; whether the agencies of each pair are the same."""
    left = list(suggestions)
    case = gold.note.case_id
    right = []
    for reference in gold.references:
        hit = next((s for s in left if _agree(s, reference, above)), None)
        if hit is None:
            codes.add("missed", reference.label, case)
            continue
        left.remove(hit)
        codes.add("hit", reference.label, case)
        rules.add("hit", hit.rule, case)
        right.append((int(set(hit.agencies) == set(reference.agencies)), 1))
    for suggestion in left:
        if not any(_agree(suggestion, each, above) for each in gold.neutral_references):
            codes.add("false", suggestion.code, case)
            rules.add("false", suggestion.rule, case)
    return right


def _add_missed_by_rule(
    pairs: Sequence[tuple[GoldNote, Found]], above: Ancestors, rules: _Tally
) -> None:
    """Count for each rule the references of its code that it did not suggest."""
    code_of = {s.rule: s.code for _, (_, suggestions) in pairs for s in suggestions}
    for gold, (_, suggestions) in pairs:
        for reference in gold.references:
            made = {s.rule for s in suggestions if _agree(s, reference, above)}
            for rule, code in code_of.items():
                same = code == reference.label or code in above.get(reference.label, ())
                if same and rule not in made:
                    rules.add("missed", rule, gold.note.case_id)


def _agree(suggestion: Suggestion, reference: Labelled, above: Ancestors) -> bool:
    if not _overlap(suggestion.span, reference.span):
        return False
    one, other = suggestion.code, reference.label
    return one == other or one in above.get(other, ()) or other in above.get(one, ())


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
