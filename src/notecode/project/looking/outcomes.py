"""Codes against outcomes: what changed from stage to stage, and in which cases."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from itertools import pairwise

from notecode.analysing.inference import Correction
from notecode.analysing.outcome_rows import definitions, outcome_report
from notecode.analysing.outcomes import (
    Comparison,
    Outcomes,
    Transition,
    Variable,
    adjusted,
    change,
    compare,
    compare_change,
    transition,
)
from notecode.analysing.report import Base, Report
from notecode.codebook import agency_heirs, heirs
from notecode.errors import UsageError
from notecode.model import Attribute, Codebook
from notecode.project.case_variables import REFERENCES, WITH, WITHOUT, CaseVariables
from notecode.project.counting import ALL_CODERS, whose_coding, without_notes
from notecode.project.following import with_heirs
from notecode.project.project import Project, current_codebook
from notecode.store import counts, facts
from notecode.store.coded_values import coded_by_attribute
from notecode.store.connection import Database
from notecode.text.nearest import meant

BY_CODE = "code"
BY_AGENCY = "agency"
_STATES = {"missing": "missing", "absent": "recorded as absent", "misfit": "not readable"}
_OF_CODING = {BY_CODE, BY_AGENCY, REFERENCES}


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeSpec:
    """What is asked: outcomes by name, the two stages, and by what the cases are grouped.

    ``names`` empty stands for every ordered or yes/no assessment with both stages. ``start`` and
    ``end`` "" stand for the first and the last stage of each. Each of ``codes`` and ``by`` is a
    grouping of its own; ``agencies`` narrow the codes, or are groupings where there is no code.
    "code" and "agency" in ``by`` stand for every one of the codebook. ``only`` are names and
    levels: cases at one of the levels of each name are looked at. ``steps``: from each stage
    to the next, and not from the first to the last at once.
    """

    names: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    codes: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    only: tuple[tuple[str, str], ...] = ()
    coder: str = ""
    at_least: str = ""
    steps: bool = False
    correction: Correction = "holm"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeReport:
    """The results, with what is needed to print and cite them."""

    spec: OutcomeSpec
    results: Outcomes
    base: Base
    by_coding: bool = False
    """Whether some cases are grouped by what is coded in them."""
    unordered: tuple[str, ...] = ()
    """Assessments of several stages that are not in a summary, because they have no order."""
    left_out: tuple[str, ...] = ()
    """Codes or agencies that all coded cases have, or none: there is nothing to compare."""

    @property
    def definitions(self) -> tuple[str, ...]:
        """The sentences that stand under the results."""
        return tuple(
            definitions(
                self.results,
                coded=self.by_coding,
                left_out=self.left_out,
                unordered=self.unordered,
            )
        )


def outcomes(project: Project, spec: OutcomeSpec) -> OutcomeReport:
    """Every outcome asked for, in each grouping, with p values adjusted over all of them.

    Raises:
        UsageError: if the spec names what does not exist or cannot be compared.
        ProjectError: if no notes are stored yet.

    """
    with project.database() as db:
        codebook = current_codebook(project, db)
        asked = (("code", spec.codes), ("agency", spec.agencies))
        followed = with_heirs(codebook, asked)
        (_, codes), (_, agencies) = followed.only
        with db.reading():
            heired = replace(spec, codes=codes, agencies=agencies)
            found = _outcomes(project, db, codebook, heired, followed.labels)
            remarks = (*followed.remarks, *found.base.remarks, *_coded_from_notes(db, spec))
    return replace(found, base=replace(found.base, remarks=remarks))


def _coded_from_notes(db: Database, spec: OutcomeSpec) -> tuple[str, ...]:
    """How many values were not of the case record, if any were not."""
    asked = {*spec.names, *spec.by, *(name for name, _ in spec.only)}
    found = {name: number for name, number in coded_by_attribute(db).items() if name in asked}
    if not found:
        return ()
    listed = ", ".join(f"{name}: {number}" for name, number in found.items())
    return (f"Values coded from the notes count in place of the case record ({listed}).",)


def outcomes_report(project: Project, spec: OutcomeSpec) -> Report:
    """The same as a report: one row a figure. It cannot be drawn on a terminal.

    Raises:
        UsageError, ProjectError: as ``outcomes``.

    """
    found = outcomes(project, spec)
    return outcome_report(
        found.results,
        found.base,
        asked=asdict(spec),
        definitions=found.definitions,
        draw=lambda _: (),
    )


def _outcomes(
    project: Project,
    db: Database,
    codebook: Codebook,
    spec: OutcomeSpec,
    labels: Mapping[str, str],
) -> OutcomeReport:
    coded = bool(spec.codes or spec.agencies or {*spec.names, *spec.by} & _OF_CODING)
    known_coders = tuple(counts.coders(db))
    if spec.coder not in ("", ALL_CODERS):
        _check_coder(spec.coder, known_coders)
    coder = _coder(db, spec.coder, known_coders) if coded else ""
    cases = CaseVariables(project, db, codebook, coder, labels=labels)
    everything = (len(cases.sites), sum(cases.notes().values()))
    for name in dict.fromkeys(name for name, _ in spec.only):
        cases.keep_only(name, [level for other, level in spec.only if other == name])
    groupings, left_out = _groupings(cases, spec)
    results = _results(cases, spec, groupings)
    base = _base(cases, spec, coders=known_coders if coded else (), everything=everything)
    base = replace(base, remarks=(*base.remarks, *_ungrouped(cases, groupings)))
    return OutcomeReport(
        spec=spec,
        results=results,
        base=base,
        by_coding=any(grouping.levels == (WITH, WITHOUT) for grouping in groupings),
        left_out=tuple(left_out),
        unordered=() if spec.names else _unordered(cases),
    )


def _base(
    cases: CaseVariables,
    spec: OutcomeSpec,
    *,
    coders: tuple[str, ...],
    everything: tuple[int, int],
) -> Base:
    """The cases and notes looked at, and, where coding counts, the references of the coder."""
    return Base(
        references=sum(cases.references().values()) if coders else None,
        cases=len(cases.sites),
        notes=sum(cases.notes().values()),
        all_cases=everything[0],
        all_notes=everything[1],
        filters=" and ".join(f"{name} {level}" for name, level in spec.only),
        coder=cases.coder,
        coders=coders,
        codebook=cases.codebook.digest,
        synthetic=facts.load_fact(cases.db, facts.SYNTHETIC) == "yes",
        of_cases=True,
        remarks=without_notes(cases.notes().values()),
    )


def _ungrouped(cases: CaseVariables, groupings: Iterable[Variable]) -> Iterator[str]:
    """How many of the cases stand in no group of each grouping, and why."""
    lacking: dict[str, list[str]] = {}
    for grouping in groupings:
        without = [case for case in cases.sites if case not in grouping.values]
        if grouping.levels == (WITH, WITHOUT):
            why = "nothing is coded in them"
        else:
            states = Counter[str](grouping.unknown.get(case, "missing") for case in without)
            why = ", ".join(
                f"{_STATES[each]}: {states[each]:,}" for each in _STATES if states[each]
            )
        if without:
            number = f"{len(without):,} of {len(cases.sites):,} cases ({why})"
            lacking.setdefault(number, []).append(grouping.name)
    for number, names in lacking.items():
        yield f"In no group by {'; '.join(names)}, and in none of its figures: {number}."


def _coder(db: Database, asked: str, known: tuple[str, ...]) -> str:
    """Whose coding it is; "" for all together."""
    coder = whose_coding(db, asked)
    if not known:
        raise UsageError(
            "nobody has coded yet: there are no cases with and without a code",
            hint="Code first (`notecode code`), or group by an attribute with --by.",
        )
    return coder


def _check_coder(coder: str, known: tuple[str, ...]) -> None:
    if coder not in known:
        raise UsageError(
            f"there is no coder {coder!r}", hint=meant("coder", coder, {k: k for k in known})
        )


def _results(cases: CaseVariables, spec: OutcomeSpec, groupings: list[Variable]) -> Outcomes:
    transitions: list[Transition] = []
    comparisons: list[Comparison] = []
    for name in spec.names or _repeated(cases, spec):
        attribute, stage = cases.named(name)
        if attribute is None or stage or attribute.stages == ("",):
            comparisons += _compared(cases, name, groupings)
        else:
            for stages in _stage_pairs(cases, attribute, spec):
                changes = _changes(cases, attribute, stages, spec.at_least, groupings)
                transitions += changes[0]
                comparisons += changes[1]
    return adjusted(transitions, comparisons, spec.correction)


def _groupings(cases: CaseVariables, spec: OutcomeSpec) -> tuple[list[Variable], list[str]]:
    """What the cases are grouped by, and every code or agency that does not part them."""
    found: list[Variable] = []
    left_out: list[str] = []
    if BY_AGENCY not in spec.by:
        found += [cases.with_code(code, spec.agencies) for code in dict.fromkeys(spec.codes)]
        if not spec.codes:
            found += [cases.with_code("", [agency]) for agency in dict.fromkeys(spec.agencies)]
    for name in dict.fromkeys(spec.by):
        if name not in (BY_CODE, BY_AGENCY):
            found.append(cases.grouping(name))
            continue
        for grouping in _every(cases, spec, name):
            if len(set(grouping.values.values())) > 1:
                found.append(grouping)
            else:
                left_out.append(grouping.name)
    return found, left_out


def _every(cases: CaseVariables, spec: OutcomeSpec, name: str) -> list[Variable]:
    """A grouping for each code, or for each agency (with each of the codes asked for)."""
    book = cases.codebook
    if name == BY_CODE:
        # A code that was merged has its references in its heir, which is there in its own right.
        merged = heirs(book)
        codes = [code.id for code in book.codes if code.id not in merged]
        return [cases.with_code(code, spec.agencies) for code in codes]
    wanted = dict.fromkeys(spec.codes or ("",))
    gone = agency_heirs(book)
    agencies = [agency.id for agency in book.agencies if agency.id not in gone]
    return [cases.with_code(code, [agency]) for code in wanted for agency in agencies]


def _repeated(cases: CaseVariables, spec: OutcomeSpec) -> list[str]:
    """Every assessment whose change can be counted."""
    names = [
        attribute.name
        for attribute in cases.attributes.values()
        if attribute.type in ("ordered", "yes/no")
        and len(attribute.stages) > 1
        and {spec.start, spec.end} - {""} <= set(attribute.stages)
    ]
    if not names:
        raise UsageError(
            "no assessment has an order and was made at two such stages",
            hint="`notecode attributes` lists types and stages; declare levels in their order"
            " under [attributes] in notecode.toml.",
        )
    return names


def _unordered(cases: CaseVariables) -> tuple[str, ...]:
    """The assessments of several stages whose change cannot be counted as they are."""
    return tuple(
        attribute.name
        for attribute in cases.attributes.values()
        if attribute.type not in ("ordered", "yes/no") and len(attribute.stages) > 1
    )


def _compared(cases: CaseVariables, name: str, groupings: list[Variable]) -> list[Comparison]:
    outcome = cases.variable(name)
    if outcome.type == "date":
        raise UsageError(f"{name} is a date: it cannot be an outcome")
    if not groupings:
        raise UsageError(
            f"{outcome.name} is one value a case: with what is it to be compared?",
            hint="Say so with --code, --agency or --by.",
        )
    return [compare(outcome, by) for by in groupings]


def _changes(
    cases: CaseVariables,
    attribute: Attribute,
    stages: tuple[str, str],
    at_least: str,
    groupings: list[Variable],
) -> tuple[list[Transition], list[Comparison]]:
    """The change of one assessment: in all cases, or in each group and between the groups."""
    start, end = (cases.at(attribute, stage) for stage in stages)
    at_least = _level(attribute, at_least)
    if not groupings:
        every = transition(
            attribute.name, start, end, stages=stages, cases=cases.sites, at_least=at_least
        )
        return [every], []
    transitions = [
        transition(
            attribute.name,
            start,
            end,
            stages=stages,
            cases=[case for case, value in by.values.items() if value == label],
            by=by.name,
            group=label,
            at_least=at_least,
        )
        for by in groupings
        for label in by.levels
    ]
    if attribute.type == "category":
        return transitions, []
    moved = change(f"{attribute.name}, {stages[0]} to {stages[1]}", start, end)
    return transitions, [compare_change(moved, start, by) for by in groupings]


def _stage_pairs(
    cases: CaseVariables, attribute: Attribute, spec: OutcomeSpec
) -> list[tuple[str, str]]:
    """The two stages that are compared, or each stage between them with the next."""
    if attribute.type in ("number", "date"):
        raise UsageError(
            f"{attribute.name} is a {attribute.type}: only levels make a transition table",
            hint=f'Compare it at one stage: "{attribute.name}@{attribute.stages[-1]}".',
        )
    repeated = [stage for stage in attribute.stages if stage]
    if len(repeated) < 2:
        raise UsageError(
            f"{attribute.name} was assessed at one stage only: there is no change to count",
            hint=f'Compare it there: "{attribute.name}@{repeated[0]}".',
        )
    start = cases.stage(attribute, spec.start) if spec.start else repeated[0]
    end = cases.stage(attribute, spec.end) if spec.end else repeated[-1]
    if start == end:
        raise UsageError(f"both stages are {start!r}", hint="Say --from and --to.")
    if not spec.steps:
        return [(start, end)]
    first, last = sorted((repeated.index(start), repeated.index(end)))
    return list(pairwise(repeated[first : last + 1]))


def _level(attribute: Attribute, word: str) -> str:
    """The level from which the assessment counts as present; "" for the usual one."""
    if not word:
        return ""
    for level in attribute.levels[1:]:
        if level.casefold() == word.casefold():
            return level
    raise UsageError(
        f"{attribute.name} has no level {word!r} above its lowest",
        hint=meant("level", word, {level: level for level in attribute.levels[1:]}),
    )
