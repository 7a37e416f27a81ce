"""The change of the assessments as a section of the report: one line an assessment."""

from notecode.analysing.outcomes import Transition
from notecode.errors import UsageError
from notecode.exporting.report_page import ReportTable, Section
from notecode.project.looking.outcomes import OutcomeReport, OutcomeSpec, outcomes
from notecode.project.project import Project
from notecode.text.layout import Line

HEADINGS = ("Known at both", "First stage", "Last stage", "Lower", "Higher", "p", "p adjusted")


def outcomes_section(project: Project) -> Section | None:
    """Every assessment with an order from its first stage to its last; None where there is none."""
    try:
        found = outcomes(project, OutcomeSpec())
    except UsageError:
        return None
    stages = {(each.start, each.end) for each in found.results.transitions}
    start, end = stages.pop() if len(stages) == 1 else ("first", "last")
    return Section(
        id="outcomes",
        title=f"What changed: assessments at {start} and {end}",
        base=f"Base: {found.base.line}.",
        tables=(_table(found, start, end, named=not stages),),
        notes=(*found.definitions, *found.base.sentences),
    )


def _table(found: OutcomeReport, start: str, end: str, *, named: bool) -> ReportTable:
    headings = list(HEADINGS)
    if named:
        headings[1:3] = [f"Present at {start}", f"Present at {end}"]
    return ReportTable(
        name="",
        corner="Assessment",
        headings=tuple((heading,) for heading in headings),
        lines=tuple(Line(each.item, 0, _cells(each)) for each in found.results.transitions),
    )


def _cells(change: Transition) -> tuple[str, ...]:
    known = change.table.total
    return (
        f"{known:,} of {change.cases:,}",
        _share(change.at_start, known),
        _share(change.at_end, known),
        f"{change.directions.get('lower', 0):,}",
        f"{change.directions.get('higher', 0):,}",
        _p(change.test.p),
        _p(change.test.adjusted),
    )


def _share(count: int, known: int) -> str:
    return f"{count:,} ({count / known:.0%})" if known else "n/a"


def _p(p: float | None) -> str:
    return "n/a" if p is None else "<0.001" if p < 0.001 else f"{p:.3f}"
