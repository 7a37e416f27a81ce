"""What a report has besides counts: how the assessments changed, and what was new case by case."""

from collections.abc import Callable, Iterator, Sequence

from notecode.analysing.outcomes import Transition
from notecode.analysing.report import Report, cell_text
from notecode.errors import UsageError
from notecode.exporting.report_page import Axis, Bar, Chart, ReportTable, Section, why_not_drawn
from notecode.model import Codebook
from notecode.project.looking.outcomes import OutcomeReport, OutcomeSpec, outcomes
from notecode.project.looking.saturation import saturations
from notecode.project.looking.scope import Asked
from notecode.project.project import Project
from notecode.text.layout import Line

HEADINGS = ("Known at both", "First stage", "Last stage", "Lower", "Higher", "p", "p adjusted")

WAYS = (
    "Lower and higher: in how many of the cases known at both stages the level is lower or higher"
    " at the last than at the first. p is of whether it is present at all, so that a change between"
    " two levels that are both present does not count there."
)


def other_sections(
    project: Project, codebook: Codebook, coder: str
) -> Iterator[tuple[Section, tuple[str, ...]]]:
    """The sections, each with the words that the program says in it by itself."""
    changes = outcomes_section(project)
    if changes:
        yield changes, (changes.title, *changes.notes)
    labels = {code.id: code.label for code in codebook.codes}

    def labels_of(codes: str) -> str:
        return "; ".join(labels.get(code, code) for code in codes.split())

    for found in saturations(project, Asked(coder=coder)):
        yield saturation_section(found, labels_of), (found.title, *found.definitions)


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
        base=f"{found.base.sentence}.",
        tables=(_table(found, start, end, named=not stages),),
        notes=(WAYS, *found.definitions, *found.base.sentences),
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


def saturation_section(report: Report, labels_of: Callable[[str], str]) -> Section:
    """What was new in each step, in the order of coding: cases by number, codes by label."""
    columns = report.columns
    codes = len(columns) - 1
    by_case = report.unit == "case"
    names = [str(at if by_case else row[0]) for at, row in enumerate(report.rows, 1)]
    lines = tuple(
        Line(
            name,
            0,
            tuple(
                labels_of(str(cell or "")) if at == codes else cell_text(cell, columns[at].kind)
                for at, cell in enumerate(row)
                if at
            ),
        )
        for name, row in zip(names, report.rows, strict=True)
    )
    table = ReportTable(
        name="",
        corner=columns[0].heading,
        headings=tuple(tuple(column.heading.split("\n")) for column in columns[1:]),
        lines=lines,
        words=frozenset({codes - 1}),
    )
    chart = _saturation_chart(report, names, is_time=by_case)
    no_chart = why_not_drawn(chart) if lines else ""
    return Section(
        id="saturation" if by_case else "saturation-by-iteration",
        title=report.title,
        base=f"{report.base.sentence}.",
        tables=(table,) if lines else (),
        notes=report.sentences,
        chart=chart if lines and not no_chart else None,
        empty="" if lines else "Nothing has been coded.",
        no_chart=no_chart,
    )


def _saturation_chart(report: Report, names: Sequence[str], *, is_time: bool) -> Chart:
    """New codes in each step, and all codes up to it."""
    places = [column.name for column in report.columns]
    panels = {"New codes": "new_codes", "Codes so far": "codes_so_far"}
    order = "in the order of coding"
    return Chart(
        title=report.title,
        caption=f"New codes and codes so far by {report.unit}, {order}. {report.base.sentence}.",
        measure="Codes",
        axes=(
            Axis(
                title=f"{report.unit.capitalize()}, {order}",
                labels=tuple(names),
                depths=(0,) * len(names),
                is_time=is_time,
            ),
            Axis(title="", labels=tuple(panels), depths=(0, 0)),
        ),
        bars=tuple(
            Bar((at, panel), int(row[places.index(name)] or 0))
            for panel, name in enumerate(panels.values())
            for at, row in enumerate(report.rows)
        ),
    )
