"""Outcomes as a report: one row a figure, with its base, to be printed, exported and cited."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from notecode.analysing.inference import Estimate, SignificanceTest
from notecode.analysing.outcomes import Comparison, Outcomes, Transition
from notecode.analysing.report import Base, Cell, Column, Report

NONE = "no such thing for this figure"

OF_ALL = frozenset({"cases", "known"})
"""Figures that are of all cases of their group, known or not."""

UNKNOWN = "not known: "

CORRECTIONS = {"holm": "Holm", "bh": "Benjamini-Hochberg", "none": "none"}

NOTES = (
    "Each share is of the cases known; missing is shown, and never counted as no.",
    "That two things go together does not say that one brings the other about.",
)

CHANGES = (
    "Groups are compared by the direction of change: lower, same or higher. How far a level moved"
    " has no unit and is not compared.",
    "Groups may differ to begin with, and a case at the lowest level cannot fall: compare them at"
    " the start as well, as with `notecode outcomes 'ITEM@intake' --code CODE`.",
)

CODED = (
    "with: a reference of it, or of a code beneath it, is recorded in the case; without: something"
    " is coded there, but no such reference. It may still have happened."
)

COLUMNS = (
    Column("result", "result", "text", '"change" of an assessment, or "comparison" of groups'),
    Column("item", "item", "text", "the assessment or attribute"),
    Column("start", "start", "text", "stage from which a change is counted", "a comparison"),
    Column("end", "end", "text", "stage to which it is counted", "a comparison"),
    Column(
        "grouped_by", "grouped by", "text", "what the cases are grouped by", "all cases together"
    ),
    Column("group", "group", "text", "the group of cases", "all cases, or all groups"),
    Column("measure", "measure", "text", "what the figure is"),
    Column("value", "value", "ratio", 'the figure; "infinity" is a word', "undefined"),
    Column("low", "low", "ratio", "lower end of its 95% interval", NONE),
    Column("high", "high", "ratio", "upper end of its 95% interval", NONE),
    Column("base", "base", "integer", "cases that the figure is of, mostly those known", NONE),
    Column("adjusted", "adjusted", "ratio", "p value adjusted for all tests of the run", NONE),
    Column("method", "method", "text", "the test, or how the interval is made", NONE),
    Column("note", "note", "text", "why this test, why undefined, what is compared", "nothing"),
)


def definitions(
    results: Outcomes, *, coded: bool, left_out: Sequence[str], unordered: Sequence[str] = ()
) -> list[str]:
    """What stands under the results; ``coded``: cases are grouped by what is coded in them.

    ``unordered`` are assessments of several stages whose change was not asked for by name.
    """
    presents = {change.present for change in results.transitions if change.present}
    said = [f"Present is {' or '.join(sorted(presents))}; tested by McNemar."] if presents else []
    said += CHANGES if presents and results.comparisons else ()
    said += [_correction(results)] if results.tests > 1 else []
    said += [CODED] if coded else []
    if left_out:
        said.append(f"Left out, since all coded cases have it or none: {'; '.join(left_out)}.")
    if unordered:
        said.append(
            f"Not among these, since their values have no order: {', '.join(unordered)}. `notecode"
            " attributes` says which values keep them from one; a declared order lets them in."
        )
    return [*said, *NOTES]


def outcome_report(
    results: Outcomes,
    base: Base,
    *,
    asked: Mapping[str, object],
    definitions: Sequence[str],
    draw: Callable[[int], Sequence[str]],
) -> Report:
    """The results as a report; ``draw`` gives the lines for a terminal of so many cells."""
    rows = tuple(_rows(results))
    return Report(
        name="outcomes",
        title="Outcomes of the cases",
        row_is="one figure of one result",
        unit="figure",
        columns=COLUMNS,
        rows=rows,
        shown=len(rows),
        total=len(rows),
        base=base,
        definitions=tuple(definitions),
        draw=draw,
        nothing="no result",
        asked=asked,
    )


def results_to_json(results: Outcomes) -> dict[str, Any]:
    """The results as dicts and lists; an infinite number is the word "infinity"."""
    return {
        "correction": results.correction,
        "tests": results.tests,
        "changes": [_plain(asdict(change)) for change in results.transitions],
        "comparisons": [_plain(asdict(found)) for found in results.comparisons],
    }


def _correction(results: Outcomes) -> str:
    if results.correction == "none":
        return f"{results.tests} tests, not adjusted: some p values fall below .05 by chance."
    name = CORRECTIONS[results.correction]
    return f"p values are adjusted by {name} over the {results.tests} tests of this run."


def _rows(results: Outcomes) -> Iterator[tuple[Cell, ...]]:
    figures: list[dict[str, Any]] = []
    for change in results.transitions:
        head = {
            "result": "change",
            "item": change.item,
            "start": change.start,
            "end": change.end,
            "grouped_by": change.by,
            "group": change.group,
            "base": change.table.total,
        }
        figures += [{**head, **figure} for figure in _change_figures(change)]
    for found in results.comparisons:
        head = {"result": "comparison", "item": found.outcome, "grouped_by": found.by}
        figures += [{**head, **figure} for figure in _comparison_figures(found)]
    for figure in figures:
        cells = (figure.get(column.name) for column in COLUMNS)
        yield tuple(None if cell == "" else _plain(cell) for cell in cells)


def _change_figures(change: Transition) -> Iterator[dict[str, Any]]:
    counts = {
        "cases": change.cases,
        "known at both stages": change.table.total,
        "known at start only": change.start_only,
        "known at end only": change.end_only,
        "known at neither": change.neither,
        "recorded but of no level": change.unplaced,
        **{f"direction: {word}": count for word, count in change.directions.items()},
    }
    for measure, value in counts.items():
        of_known = measure.startswith("direction: ")
        yield {"measure": measure, "value": value} | ({} if of_known else {"base": change.cases})
    if change.present:
        note = f"present is {change.present}"
        yield {"measure": "present at start", "value": change.at_start, "note": note}
        yield {"measure": "present at end", "value": change.at_end, "note": note}
    for level, row in zip(change.table.rows, change.table.cells, strict=True):
        for other, count in zip(change.table.columns, row, strict=True):
            yield {"measure": f"from {level} to {other}", "value": count}
    yield from _inference_figures(change.test, change.effects)
    yield from ({"measure": "caution", "note": caution} for caution in change.cautions)


def _comparison_figures(found: Comparison) -> Iterator[dict[str, Any]]:
    for group in found.groups:
        counts: dict[str, float | None] = {
            "cases": group.cases,
            "known": group.known,
            **{f"{UNKNOWN}{state}": count for state, count in group.unknown.items()},
            **{f"level: {level}": count for level, count in group.levels.items()},
        }
        if found.type == "number":
            low, high = group.quartiles or (None, None)
            counts |= {"median": group.median, "lower quartile": low, "upper quartile": high}
        for measure, value in counts.items():
            base = group.cases if measure in OF_ALL or measure.startswith(UNKNOWN) else group.known
            yield {"group": group.label, "measure": measure, "value": value, "base": base}
    base = sum(group.known for group in found.groups)
    yield {"measure": "cases in no group", "value": found.ungrouped}
    for figure in _inference_figures(found.test, found.effects):
        yield {**figure, "base": base}
    yield from ({"measure": "caution", "note": caution} for caution in found.cautions)


def _inference_figures(
    test: SignificanceTest, effects: tuple[Estimate, ...]
) -> Iterator[dict[str, Any]]:
    yield {
        "measure": "p",
        "value": test.p,
        "adjusted": test.adjusted,
        "method": test.name,
        "note": test.why if test.p is not None else test.reason,
    }
    if test.statistic is not None:
        yield {
            "measure": f"statistic: {test.symbol}",
            "value": test.statistic,
            "method": test.name,
            "note": "" if test.df is None else f"df = {test.df}",
        }
    for effect in effects:
        yield {
            "measure": effect.name,
            "value": effect.value,
            "low": effect.low,
            "high": effect.high,
            "method": effect.method,
            "note": effect.reason or effect.about,
        }


def _plain(data: Any) -> Any:
    """The same without infinite numbers, of which JSON knows none."""
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_plain(value) for value in data]
    if isinstance(data, float) and math.isinf(data):
        return "infinity" if data > 0 else "-infinity"
    return data
