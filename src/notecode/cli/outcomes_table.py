"""How ``notecode outcomes`` shows its results on a terminal."""

import math
from collections.abc import Sequence

from notecode.analysing.inference import Estimate, SignificanceTest
from notecode.analysing.outcome_rows import CORRECTIONS
from notecode.analysing.outcomes import Comparison, Group, Outcomes, Transition
from notecode.attributes import number_text
from notecode.text.layout import Line, counted, draw_grid, wrap

SHORT = {
    "no test": "none",
    "Fisher's exact test": "Fisher",
    "Pearson's chi-square": "chi-square",
    "Mann-Whitney U": "Mann-Whitney",
    "Cochran-Armitage trend": "trend",
}
"""Names of tests where there is little room."""


def outcome_lines(results: Outcomes, *, full: bool, width: int) -> list[str]:
    """All results: a block for each, or, unless ``full``, a line for each in two tables."""
    blocks: list[list[str]] = []
    if full:
        blocks += [transition_lines(change, results, width) for change in results.transitions]
        blocks += [comparison_lines(found, results, width) for found in results.comparisons]
    else:
        blocks += [_change_summary(results, width)] if results.transitions else []
        blocks += [_comparison_summary(results, width)] if results.comparisons else []
    joined = [line for block in blocks for line in ("", *block)]
    return joined[1:]


def transition_lines(change: Transition, results: Outcomes | None, width: int) -> list[str]:
    """One assessment's change: its table, who is missing, the test and the effect sizes."""
    who = f" · {change.by}: {change.group}" if change.by else ""
    lines = wrap(f"{change.item.upper()} · {change.start} to {change.end}{who}", width)
    known = change.table.total
    lines += _indented(
        f"known at both stages {_share(known, change.cases)}; at {change.start} only"
        f" {change.start_only}, at {change.end} only {change.end_only}, at neither"
        f" {change.neither}",
        width,
    )
    if change.unplaced:
        lines += _indented(
            f"{counted(change.unplaced, 'case')} of these recorded as absent or with a value that"
            " is no level (see `notecode attributes`)",
            width,
        )
    lines += ["", *_grid(change, width), ""]
    if known and change.directions:
        moved = ", ".join(
            f"{word} {_share(count, known)}" for word, count in change.directions.items()
        )
        lines += _indented(moved, width)
        lines += _indented(
            f"{change.present}: {_share(change.at_start, known)} at {change.start},"
            f" {_share(change.at_end, known)} at {change.end}",
            width,
        )
    return lines + _inference(change.test, change.effects, change.cautions, results, width)


def comparison_lines(found: Comparison, results: Outcomes | None, width: int) -> list[str]:
    """One outcome by groups: known cases by level or quartiles, the missing, the test."""
    lines = wrap(f"{found.outcome.upper()} · by {found.by}", width)
    headings = [[group.label] for group in found.groups]
    rows = [Line("cases", 0, tuple(f"{group.cases:,}" for group in found.groups))]
    for state in sorted({state for group in found.groups for state in group.unknown}):
        cells = tuple(f"{group.unknown.get(state, 0):,}" for group in found.groups)
        rows.append(Line(f"not known: {state}", 0, cells))
    rows.append(Line("known", 0, tuple(f"{group.known:,}" for group in found.groups)))
    for level in found.levels:
        cells = tuple(
            _share(group.levels[level], group.known, short=True) for group in found.groups
        )
        rows.append(Line(level, 1, cells))
    if found.type == "number":
        rows.append(Line("median", 1, tuple(_number(group.median) for group in found.groups)))
        rows.append(Line("quartiles", 1, tuple(map(_quartiles, found.groups))))
    lines += ["", *(f"  {line}" for line in draw_grid("", headings, rows, width - 2)), ""]
    if found.ungrouped:
        lines += _indented(
            f"{counted(found.ungrouped, 'case')} in no group: nothing coded, or not known", width
        )
    return lines + _inference(found.test, found.effects, found.cautions, results, width)


def test_words(test: SignificanceTest, results: Outcomes | None) -> str:
    """The test, its statistic and its p value in one phrase, or why there is none."""
    if test.p is None:
        return f"{test.name}: undefined, {test.reason}"
    df = f"({test.df})" if test.df is not None else ""
    statistic = f"{test.symbol}{df} = {test.statistic:.2f}, " if test.statistic is not None else ""
    words = f"{test.name}: {statistic}{p_words(test.p)}"
    if test.adjusted is not None and results:
        words += f", adjusted {p_words(test.adjusted)} ({CORRECTIONS[results.correction]})"
    return words


def p_words(p: float) -> str:
    """A p value as it is printed."""
    return "p < 0.001" if p < 0.001 else f"p = {p:.3f}"


def estimate_words(estimate: Estimate) -> str:
    """An effect size with its interval, or why there is none."""
    if estimate.value is None:
        return f"{estimate.name}: undefined, {estimate.reason}"
    about = f" ({estimate.about})" if estimate.about else ""
    unit = " points" if estimate.scale == "share" else ""
    words = f"{estimate.name}{about}: {_scaled(estimate, estimate.value)}{unit}"
    if estimate.low is None or estimate.high is None:
        return f"{words}; {estimate.reason}"
    low, high = _scaled(estimate, estimate.low), _scaled(estimate, estimate.high)
    return f"{words}, 95% {low} to {high} ({estimate.method})"


def _scaled(estimate: Estimate, value: float) -> str:
    if math.isinf(value):
        return "infinity"
    return f"{100 * value:+.0f}" if estimate.scale == "share" else f"{value:.2f}"


def _inference(
    test: SignificanceTest,
    effects: Sequence[Estimate],
    cautions: Sequence[str],
    results: Outcomes | None,
    width: int,
) -> list[str]:
    lines = _indented(test_words(test, results), width)
    lines += _indented(f"why: {test.why}", width, 4) if test.why and test.p is not None else []
    for estimate in effects if test.p is not None else ():
        lines += _indented(estimate_words(estimate), width)
    for caution in cautions:
        lines += _indented(f"! {caution}", width)
    return lines


def _grid(change: Transition, width: int) -> list[str]:
    table = change.table
    headings = [[level] for level in (*table.columns, "total")]
    rows = [
        Line(level, 0, tuple(f"{count:,}" for count in (*cells, total)))
        for level, cells, total in zip(table.rows, table.cells, table.row_totals, strict=True)
    ]
    totals = (*table.column_totals, table.total)
    rows.append(Line("total", 0, tuple(f"{count:,}" for count in totals)))
    corner = f"{change.start} \\ {change.end}"
    return [f"  {line}" for line in draw_grid(corner, headings, rows, width - 2)]


def _change_summary(results: Outcomes, width: int) -> list[str]:
    """One line for each change of an assessment, or for each of its groups."""
    found = results.transitions
    several = len({change.by for change in found}) > 1
    pairs = {(change.start, change.end) for change in found}
    start, end = next(iter(pairs)) if len(pairs) == 1 else ("from", "to")
    headings = [["known", "at both"], [start], [end], ["lower,", "higher"], ["p"], ["adj."]]
    rows = []
    for change in found:
        known = change.table.total
        label = f"{change.by}: {change.group}" if several else change.group
        if len(pairs) > 1:
            label = f"{change.start} to {change.end}" + (f", {label}" if label else "")
        cells = (
            f"{known} of {change.cases}",
            _share(change.at_start, known, short=True),
            _share(change.at_end, known, short=True),
            _ways(change),
            _p(change.test.p),
            _p(change.test.adjusted),
        )
        rows.append((change.item, label, cells))
    by = f": {found[0].by}" if found[0].by and not several else ""
    title = f"PRESENT AT {start.upper()} AND AT {end.upper()}" if len(pairs) == 1 else "PRESENT"
    lines = [f"{title}{by}", "", *draw_grid("", headings, _nested(rows), width)]
    note = (
        "lower, higher: at such a level at the end; p: of present at all or not;"
        " n/a: undefined, --full says why"
    )
    return lines + wrap(note, width)


def _comparison_summary(results: Outcomes, width: int) -> list[str]:
    """One line for each comparison, with its first effect size."""
    headings = [["known"], ["test"], ["p"], ["adj."], ["effect"]]
    several = len({found.by for found in results.comparisons}) > 1
    pairs = {f", {change.start} to {change.end}" for change in results.transitions}
    said = pairs.pop() if len(pairs) == 1 else ""
    rows = []
    for found in results.comparisons:
        known, cases = (sum(getattr(g, name) for g in found.groups) for name in ("known", "cases"))
        effect = found.effects[0] if found.effects else None
        shown = "n/a" if effect is None or effect.value is None else _scaled(effect, effect.value)
        test = SHORT.get(found.test.name, found.test.name)
        cells = (f"{known} of {cases}", test, _p(found.test.p), _p(found.test.adjusted), shown)
        rows.append((found.outcome.removesuffix(said), found.by if several else "", cells))
    by = "" if several else f": {results.comparisons[0].by}"
    effects = (found.effects[0] for found in results.comparisons if found.effects)
    names = dict.fromkeys(f"{e.name} ({e.about})" if e.about else e.name for e in effects)
    lines = [f"CHANGE BETWEEN THE GROUPS{by}", "", *draw_grid("", headings, _nested(rows), width)]
    return lines + (wrap(f"effect: {' or '.join(names)}", width, indent=2) if names else [])


def _ways(change: Transition) -> str:
    """How many changed downward, and how many upward."""
    if not change.table.total:
        return "n/a"
    return ", ".join(f"{change.directions.get(way, 0):,}" for way in ("lower", "higher"))


def _nested(rows: Sequence[tuple[str, str, tuple[str, ...]]]) -> list[Line]:
    """Rows of item, label and cells: labels stand below their item, which is said once."""
    lines: list[Line] = []
    said = ""
    for item, label, cells in rows:
        if label and item != said:
            lines.append(Line(item, 0, ("",) * len(cells)))
        said = item
        lines.append(Line(label or item, 1 if label else 0, cells))
    return lines


def _share(count: int, of: int, *, short: bool = False) -> str:
    if not of:
        return "n/a" if short else "0 of 0"
    percent = f"({100 * count / of:.0f}%)"
    return f"{count:,} {percent}" if short else f"{count:,} of {of:,} {percent}"


def _p(p: float | None) -> str:
    return "n/a" if p is None else "<0.001" if p < 0.001 else f"{p:.3f}"


def _number(value: float | None) -> str:
    return "n/a" if value is None else number_text(float(f"{value:.12g}"))


def _quartiles(group: Group) -> str:
    return "n/a" if group.quartiles is None else " to ".join(map(_number, group.quartiles))


def _indented(text: str, width: int, by: int = 2) -> list[str]:
    return [" " * by + line for line in wrap(text, width - by, indent=2)]
