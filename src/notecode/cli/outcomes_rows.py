"""The results of ``notecode outcomes`` as JSON and as rows of a CSV file."""

import csv
import io
import math
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from notecode.analysing.inference import Estimate, SignificanceTest
from notecode.analysing.outcomes import Comparison, Outcomes, Transition

COLUMNS = (
    *("result", "item", "start", "end", "by", "group", "measure"),
    *("value", "low", "high", "base", "adjusted", "method", "note"),
)
"""One row is one figure; ``base`` is the known cases it is of."""


def as_data(results: Outcomes) -> dict[str, Any]:
    """The results as dicts and lists; an infinite number is the word "infinity"."""
    return {
        "correction": results.correction,
        "tests": results.tests,
        "changes": [_cleaned(asdict(change)) for change in results.transitions],
        "comparisons": [_cleaned(asdict(found)) for found in results.comparisons],
    }


def as_csv(results: Outcomes, origin: Mapping[str, str]) -> str:
    """One row a figure, with its base, and in every row where it comes from."""
    out = io.StringIO()
    writer = csv.DictWriter(out, (*COLUMNS, *origin), restval="", lineterminator="\n")
    writer.writeheader()
    for change in results.transitions:
        head = {
            "result": "change",
            "item": change.item,
            "start": change.start,
            "end": change.end,
            "by": change.by,
            "group": change.group,
            "base": change.table.total,
        }
        writer.writerows(_safe({**head, **row, **origin}) for row in _change_rows(change))
    for found in results.comparisons:
        head = {"result": "comparison", "item": found.outcome, "by": found.by}
        writer.writerows(_safe({**head, **row, **origin}) for row in _comparison_rows(found))
    return out.getvalue()


def _change_rows(change: Transition) -> Iterator[dict[str, Any]]:
    counts = {
        "cases": change.cases,
        "known at both stages": change.table.total,
        "known at start only": change.start_only,
        "known at end only": change.end_only,
        "known at neither": change.neither,
        "recorded but of no level": change.unplaced,
        **{f"direction: {word}": count for word, count in change.directions.items()},
    }
    if change.present:
        counts |= {"present at start": change.at_start, "present at end": change.at_end}
    for measure, value in counts.items():
        yield {"measure": measure, "value": value, "note": _about(measure, change)}
    for level, row in zip(change.table.rows, change.table.cells, strict=True):
        for other, count in zip(change.table.columns, row, strict=True):
            yield {"measure": f"from {level} to {other}", "value": count}
    yield from _inference_rows(change.test, change.effects)
    yield from ({"measure": "caution", "note": caution} for caution in change.cautions)


def _about(measure: str, change: Transition) -> str:
    return change.present if measure.startswith("present") else ""


def _comparison_rows(found: Comparison) -> Iterator[dict[str, Any]]:
    for group in found.groups:
        counts: dict[str, float | None] = {
            "cases": group.cases,
            "known": group.known,
            **{f"not known: {state}": count for state, count in group.unknown.items()},
            **{f"level: {level}": count for level, count in group.levels.items()},
        }
        if found.type == "number":
            low, high = group.quartiles or (None, None)
            counts |= {"median": group.median, "lower quartile": low, "upper quartile": high}
        for measure, value in counts.items():
            yield {"group": group.label, "measure": measure, "value": value, "base": group.known}
    base = sum(group.known for group in found.groups)
    yield {"measure": "cases in no group", "value": found.ungrouped}
    for row in _inference_rows(found.test, found.effects):
        yield {**row, "base": base}
    yield from ({"measure": "caution", "note": caution} for caution in found.cautions)


def _inference_rows(
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
        df = "" if test.df is None else f"df = {test.df}"
        yield {
            "measure": f"statistic: {test.symbol}",
            "value": test.statistic,
            "method": test.name,
            "note": df,
        }
    for effect in effects:
        yield {
            "measure": effect.name,
            "value": effect.value,
            "low": effect.low,
            "high": effect.high,
            "method": effect.method,
            "note": effect.reason,
        }


def _safe(row: Mapping[str, Any]) -> dict[str, Any]:
    """Nothing for None, and no cell of words that a spreadsheet takes for a formula."""
    return {name: _cell(value) for name, value in row.items()}


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith(tuple("=+-@\t\r")):
        return f"'{value}"
    return _cleaned(value)


def _cleaned(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _cleaned(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_cleaned(value) for value in data]
    if isinstance(data, float) and math.isinf(data):
        return "infinity" if data > 0 else "-infinity"
    return data
