"""Outcomes of the cases: how an assessment changed, and what goes with what.

Every function takes variables (one value per known case) and returns frozen results that hold
their base, the cases that are missing, the test with the reason for it, and effect sizes.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import median, quantiles
from typing import Literal

from notecode.analysing import association, effects
from notecode.analysing.crosstabs import CrossTable, crosstab
from notecode.analysing.inference import Correction, Estimate, SignificanceTest, adjust
from notecode.model import AttributeType

FEW_CASES = 10
"""Known cases in a group below which a result is marked as resting on few cases."""

LEAST_CHANGES = 6
"""With fewer changes than this an exact McNemar test cannot fall below .05."""

DIRECTIONS = ("lower", "same", "higher")


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """What is known of the cases under one name: ``values`` by case id, of known cases alone.

    ``levels`` are in order for "ordered"; numbers have none. ``unknown`` says of each other case
    why: missing, recorded as absent without a place among the levels, or no value of the type.
    """

    name: str
    type: AttributeType
    levels: tuple[str, ...]
    values: Mapping[str, str | float]
    unknown: Mapping[str, Literal["absent", "missing", "misfit"]]

    @property
    def cases(self) -> frozenset[str]:
        """All cases, known or not."""
        return frozenset(self.values) | frozenset(self.unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One group of a comparison: its cases, those known, and the others by what they lack.

    ``levels`` are the known cases by level. Numbers have ``median`` and quartiles instead.
    """

    label: str
    cases: int
    known: int
    unknown: Mapping[str, int]
    levels: Mapping[str, int]
    median: float | None = None
    quartiles: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """An outcome by groups of cases. ``ungrouped`` cases have no known group and are left out."""

    outcome: str
    type: AttributeType
    levels: tuple[str, ...]
    by: str
    groups: tuple[Group, ...]
    ungrouped: int
    test: SignificanceTest
    effects: tuple[Estimate, ...]
    cautions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """How one assessment changed between two stages, over the cases known at both.

    ``by`` and ``group`` are "" for all cases. ``unplaced`` of those not known at both stages
    have something recorded that is no level: absent, or a misfit. ``present`` says which levels
    count as present, ``at_start`` and ``at_end`` in how many known cases it was; without an order
    there is no such thing.
    """

    item: str
    start: str
    end: str
    by: str
    group: str
    cases: int
    table: CrossTable
    start_only: int
    end_only: int
    neither: int
    unplaced: int
    test: SignificanceTest
    directions: Mapping[str, int] = field(default_factory=dict)
    present: str = ""
    at_start: int = 0
    at_end: int = 0
    effects: tuple[Estimate, ...] = ()
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes:
    """All results of one run, with p values adjusted over the whole of it."""

    transitions: tuple[Transition, ...]
    comparisons: tuple[Comparison, ...]
    correction: Correction
    tests: int


def transition(
    item: str,
    start: Variable,
    end: Variable,
    *,
    stages: tuple[str, str],
    cases: Iterable[str],
    by: str = "",
    group: str = "",
    at_least: str = "",
) -> Transition:
    """The change of one assessment in these cases, with McNemar's test of whether it is present.

    Present is ``at_least`` this level, or anything above the lowest one. Without an order there
    is a table and no test.
    """
    chosen = sorted(cases)
    levels = start.levels
    both = [case for case in chosen if case in start.values and case in end.values]
    pairs = [(str(start.values[case]), str(end.values[case])) for case in both]
    known = [(case in start.values, case in end.values) for case in chosen]
    changed = Transition(
        item=item,
        start=stages[0],
        end=stages[1],
        by=by,
        group=group,
        cases=len(chosen),
        table=crosstab(pairs, levels, levels, len(both)),
        start_only=known.count((True, False)),
        end_only=known.count((False, True)),
        neither=known.count((False, False)),
        unplaced=sum(
            any(variable.unknown.get(case) in ("absent", "misfit") for variable in (start, end))
            for case in chosen
        ),
        test=SignificanceTest(
            name="McNemar's test", reason="its levels have no order; declare one to test it"
        ),
    )
    if start.type not in ("ordered", "yes/no"):
        return changed
    return _with_presence(changed, pairs, levels.index(at_least) if at_least else 1)


def _with_presence(
    found: Transition, pairs: Sequence[tuple[str, str]], threshold: int
) -> Transition:
    """The same with directions and with McNemar's test, present from the ``threshold`` up."""
    levels = found.table.rows
    place = {level: number for number, level in enumerate(levels)}
    directions = Counter(_direction(place[before], place[after]) for before, after in pairs)
    present = Counter((place[a] >= threshold, place[b] >= threshold) for a, b in pairs)
    always, stopped = present[True, True], present[True, False]
    began, never = present[False, True], present[False, False]
    shift = effects.paired_difference(always, stopped, began, never)
    odds = effects.paired_odds_ratio(began, stopped)
    return replace(
        found,
        directions={direction: directions[direction] for direction in DIRECTIONS},
        present=_present(levels, threshold),
        at_start=always + stopped,
        at_end=always + began,
        test=association.mcnemar(began, stopped),
        effects=(
            replace(shift, about=f"{found.end} minus {found.start}"),
            replace(odds, about="began against stopped"),
        ),
        cautions=_change_cautions(len(pairs), began + stopped),
    )


def change(item: str, start: Variable, end: Variable) -> Variable:
    """Lower, same or higher at the end than at the start, of the cases known at both stages."""
    place = {level: number for number, level in enumerate(start.levels)}
    values: dict[str, str | float] = {}
    unknown: dict[str, Literal["absent", "missing", "misfit"]] = {}
    for case in sorted(start.cases | end.cases):
        if case in start.values and case in end.values:
            values[case] = _direction(place[str(start.values[case])], place[str(end.values[case])])
        else:
            unknown[case] = start.unknown.get(case) or end.unknown.get(case) or "missing"
    return Variable(name=item, type="ordered", levels=DIRECTIONS, values=values, unknown=unknown)


def compare(outcome: Variable, by: Variable) -> Comparison:
    """The outcome in each group of cases, with the test and the effect sizes that fit both."""
    groups = []
    members: list[list[str]] = []
    for label in by.levels:
        cases = sorted(case for case, value in by.values.items() if value == label)
        groups.append(_group(label, cases, outcome))
        members.append([case for case in cases if case in outcome.values])
    filled = [
        (group, [outcome.values[case] for case in known])
        for group, known in zip(groups, members, strict=True)
        if known
    ]
    test, found = _tested(outcome, by, filled)
    return Comparison(
        outcome=outcome.name,
        type=outcome.type,
        levels=outcome.levels,
        by=by.name,
        groups=tuple(groups),
        ungrouped=len(by.unknown),
        test=test,
        effects=found,
        cautions=_group_cautions([group for group in groups if group.cases]),
    )


def compare_change(moved: Variable, start: Variable, by: Variable) -> Comparison:
    """A ``change`` in each group of cases, with a word on those that could move one way alone.

    Groups that stand apart at the start cannot be compared by their change alone.
    """
    found = compare(moved, by)
    ends = (start.levels[0], start.levels[-1]) if len(start.levels) > 2 else ()
    said = []
    for group in found.groups:
        own = [case for case, label in by.values.items() if label == group.label]
        at = Counter(start.values[case] for case in own if case in moved.values)
        said += [
            f"{at[end]} of {group.known} {group.label!r} at {end!r}" for end in ends if at[end]
        ]
    if not said:
        return found
    caution = f"at an end of the scale at the start, free to move one way alone: {', '.join(said)}"
    return replace(found, cautions=(*found.cautions, caution))


def adjusted(
    transitions: Sequence[Transition], comparisons: Sequence[Comparison], correction: Correction
) -> Outcomes:
    """The results with the p values of all their tests adjusted together."""
    family = [result.test for result in transitions]
    family += [result.test for result in comparisons]
    tests = adjust(family, correction)
    split = len(transitions)
    return Outcomes(
        transitions=tuple(
            replace(result, test=test)
            for result, test in zip(transitions, tests[:split], strict=True)
        ),
        comparisons=tuple(
            replace(result, test=test)
            for result, test in zip(comparisons, tests[split:], strict=True)
        ),
        correction=correction,
        tests=sum(test.p is not None for test in tests),
    )


Filled = list[tuple[Group, list[str | float]]]


def _tested(
    outcome: Variable, by: Variable, filled: Filled
) -> tuple[SignificanceTest, tuple[Estimate, ...]]:
    """The test that fits the outcome's type and the number and order of the groups."""
    if len(filled) < 2:
        reason = f"all known cases are {filled[0][0].label!r}" if filled else "no case is known"
        return SignificanceTest(name="no test", reason=reason), ()
    levels = [level for level in outcome.levels if any(level in values for _, values in filled)]
    if outcome.type == "number" or (outcome.type == "ordered" and len(outcome.levels) > 2):
        return _ranked(outcome, filled)
    table = crosstab(
        ((group.label, str(value)) for group, values in filled for value in values),
        [group.label for group, _ in filled],
        levels,
        sum(group.known for group, _ in filled),
    )
    if len(levels) == 2 and by.type == "ordered" and len(filled) > 2:
        test = association.cochran_armitage([row[1] for row in table.cells], table.row_totals)
        return test, (effects.cramers_v(table),)
    test = association.independence(table)
    if len(levels) == 2 and len(filled) == 2:
        return test, _two_by_two(outcome, table, exact=test.name.startswith("Fisher"))
    return test, (effects.cramers_v(table),)


def event_of(type_: AttributeType, levels: Sequence[str]) -> str:
    """Of two levels the one whose share is compared: yes, the higher one, else the first."""
    return levels[-1] if type_ in ("yes/no", "ordered") else levels[0]


def _two_by_two(outcome: Variable, table: CrossTable, *, exact: bool) -> tuple[Estimate, ...]:
    if event_of(outcome.type, table.columns) == table.columns[1]:
        table = replace(
            table,
            columns=table.columns[::-1],
            cells=tuple(row[::-1] for row in table.cells),
        )
    shares = [(row[0], sum(row)) for row in table.cells]
    event, (first, second) = table.columns[0], table.rows
    return (
        replace(
            effects.risk_difference(shares[0], shares[1]),
            about=f"{event!r}, {first!r} minus {second!r}",
        ),
        replace(
            effects.odds_ratio(table, exact=exact),
            about=f"{event!r}, {first!r} against {second!r}",
        ),
        effects.cramers_v(table),
    )


def _ranked(outcome: Variable, filled: Filled) -> tuple[SignificanceTest, tuple[Estimate, ...]]:
    place = {level: float(number) for number, level in enumerate(outcome.levels)}
    ranks = [
        [value if isinstance(value, float) else place[str(value)] for value in values]
        for _, values in filled
    ]
    if len(ranks) > 2:
        test = association.kruskal_wallis(ranks)
        if test.statistic is None:
            return test, ()
        return test, (effects.epsilon_squared(test.statistic, sum(map(len, ranks))),)
    test = association.mann_whitney(ranks[0], ranks[1])
    first, second = (group.label for group, _ in filled)
    higher = f"above 0: higher where {first!r}"
    found = [replace(effects.rank_biserial(ranks[0], ranks[1]), about=higher)]
    if outcome.type == "number":
        shift = effects.hodges_lehmann(ranks[0], ranks[1])
        found.append(replace(shift, about=f"{first!r} minus {second!r}"))
    return test, tuple(found)


def _group(label: str, cases: Sequence[str], outcome: Variable) -> Group:
    known = [outcome.values[case] for case in cases if case in outcome.values]
    lacking = Counter(
        outcome.unknown.get(case, "missing") for case in cases if case not in outcome.values
    )
    count = Counter(known)
    numbers = [value for value in known if isinstance(value, float)]
    ends = quantiles(numbers, n=4, method="inclusive") if len(numbers) > 1 else None
    return Group(
        label=label,
        cases=len(cases),
        known=len(known),
        unknown=dict(sorted(lacking.items())),
        levels={level: count[level] for level in outcome.levels},
        median=median(numbers) if numbers else None,
        quartiles=(ends[0], ends[2]) if ends else None,
    )


def _direction(start: int, end: int) -> str:
    return DIRECTIONS[(end > start) - (end < start) + 1]


def _present(levels: Sequence[str], threshold: int) -> str:
    if threshold == 1:
        return f"above {levels[0]!r}" if len(levels) > 2 else repr(levels[1])
    return f"{levels[threshold]!r} or above" if threshold < len(levels) - 1 else repr(levels[-1])


def _change_cautions(known: int, changed: int) -> tuple[str, ...]:
    found = []
    if known < FEW_CASES:
        found.append(f"few cases: {known} known at both stages")
    if changed < LEAST_CHANGES:
        changes = "1 change" if changed == 1 else f"{changed} changes"
        found.append(f"with {changes} no exact test can fall below .05")
    return tuple(found)


def _group_cautions(groups: Sequence[Group]) -> tuple[str, ...]:
    few = [f"{group.known} in {group.label!r}" for group in groups if group.known < FEW_CASES]
    return (f"few known cases: {', '.join(few)}",) if few else ()
