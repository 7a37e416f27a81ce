"""A table in the terminal: plain text that fits its width and can go through a pipe.

With rows alone, each measure is a column. With dimensions across, there is one cross-table for
each measure, with every row and column as a whole. A second dimension down stands beneath the
keys of the first; a second one across, in the headings beneath those of the first.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from notecode.counting.intervals import NOTHING
from notecode.counting.tables import bases_of_whole, has_own_base, label_of, rows_down, share
from notecode.counting.wording import definitions, dimension_name, measures_of, title
from notecode.model import (
    USUAL_MEASURES,
    WHOLE,
    Codebook,
    Count,
    CountTable,
    Dimension,
    Interval,
    Measure,
    PerCase,
)
from notecode.text.layout import Line, counted, draw_grid, printable, wrap

LEAST_WIDTH = 40
UNDEFINED = "n/a (base 0)"
CASES_THERE = "Cases there"
WITHHELD = "withheld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table as it is printed: headings, lines of texts, and a name if it shows one measure.

    Each heading is a column's, in lines from the top; "." in a cell is 0 where ``name`` says so.
    """

    name: str
    corner: str
    headings: tuple[tuple[str, ...], ...]
    lines: tuple[Line, ...]


def grids(table: CountTable, codebook: Codebook) -> tuple[Grid, ...]:
    """The table as one grid with a column for each measure, or as a cross-table for each."""
    if not table.rows:
        return ()
    if rows_down(table.spec) == len(table.spec.by):
        return (_list(table, codebook),)
    return tuple(
        grid for measure in measures_of(table) for grid in _crosses(table, measure, codebook)
    )


def render_text(table: CountTable, *, codebook: Codebook, width: int = 80) -> str:
    """The table as text of at most ``width`` terminal cells (never less than 40), in lines.

    ``codebook`` gives the depth of each code in the tree.
    """
    width = max(width, LEAST_WIDTH)
    lines = wrap(title(table), width)
    lines += wrap(f"Base: {base_text(table)}", width)
    lines.append("")
    if not table.rows:
        lines += wrap(no_rows(table), width)
    for at, grid in enumerate(grids(table, codebook)):
        lines += [""] if at else []
        lines += wrap(grid.name, width) if grid.name else []
        lines += draw_grid(grid.corner, grid.headings, grid.lines, width)
    undefined = undefined_text(table)
    lines += ["", *wrap(undefined, width, indent=2)] if undefined else []
    lines.append("")
    for sentence in definitions(table, as_printed=True):
        lines += wrap(f"- {sentence}", width, indent=2)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def base_text(table: CountTable) -> str:
    """What the shares are of, in one phrase."""
    base = table.base
    return (
        f"{counted(base.references, 'reference')} in {base.cases:,} of "
        f"{counted(table.all_cases, 'case')}, {base.notes:,} of "
        f"{counted(table.all_notes, 'note')}"
    )


def no_rows(table: CountTable) -> str:
    """Why a table has no rows: the dimensions of which nothing is known, or its filters."""
    names = " and ".join(dimension_name(dimension) for dimension in table.spec.by)
    if table.spec.only:
        return f"No rows: nothing to count by {names} is among what was asked for."
    return f"No rows: the project has nothing to count by {names} yet."


def _list(table: CountTable, codebook: Codebook) -> Grid:
    """One row for each combination of keys, with each measure in a column."""
    columns = [column for m in measures_of(table) for column in _columns(table, m)]
    lines = [
        Line(label, depth, tuple(_told(row, cell) for _, cell in columns))
        for label, depth, row in _rows(table, codebook, table.rows)
    ]
    headings = tuple(heading for heading, _ in columns)
    return Grid(name="", corner=_corner(table), headings=headings, lines=tuple(lines))


def _rows(
    table: CountTable, codebook: Codebook, rows: Sequence[Count]
) -> list[tuple[str, int, Count | None]]:
    """The rows with their labels and depths; the key of a first dimension above its rows."""
    found: list[tuple[str, int, Count | None]] = []
    down = rows_down(table.spec)
    above = ""
    for at, row in enumerate(rows):
        first = row.keys[0]
        if down > 1 and (not at or first != above):
            found.append((printed_label(table, 0, first), 0, None))
        above = first
        last = down - 1
        depth = depth_of(codebook, table.spec.by[last], row.keys[last]) + last
        found.append((printed_label(table, last, row.keys[last]), depth, row))
    return found


def _told(row: Count | None, cell: Callable[[Count], str]) -> str:
    """What a row shows in a column; nothing where it is a heading."""
    if row is None:
        return ""
    return WITHHELD if row.withheld else cell(row)


Column = tuple[tuple[str, ...], Callable[[Count], str]]
"""The lines of a heading, and what a row shows beneath it."""


def _columns(table: CountTable, measure: Measure) -> list[Column]:
    """The columns of one measure in a table of rows alone."""
    own_bases = any(row.case_base != table.all_cases for row in table.rows)
    if measure == "share":
        return [
            (("Share", f"of {table.base.references:,}"), _cell(table, measure)),
            *_interval_columns(table, "share"),
        ]
    if measure == "share_of_cases":
        of: list[Column] = [(("of",), lambda row: f"{row.case_base:,}")] if own_bases else []
        heading = ("Share",) if own_bases else ("Share", f"of {table.all_cases:,}")
        return [*of, (heading, _cell(table, measure)), *_interval_columns(table, measure)]
    if measure == "per_case":
        return [
            *_per_case_columns("with any", lambda row: row.per_case_with, table, "with"),
            *_per_case_columns("of all", lambda row: row.per_case_all, table, "all"),
        ]
    return [
        ((MEASURE_NAMES[measure],), _cell(table, measure)),
        *_interval_columns(table, measure),
    ]


def _per_case_columns(
    whose: str, spread_of: Callable[[Count], PerCase | None], table: CountTable, kind: str
) -> list[Column]:
    """Mean, median and range of the references per case, over one of the two bases."""

    def found(row: Count) -> PerCase:
        return spread_of(row) or PerCase(cases=0)

    def span(row: Count) -> str:
        over = found(row)
        return UNDEFINED if over.least is None else f"{over.least:,}-{over.most:,}"

    return [
        (("Per case", whose, "mean"), lambda row: _decimal(found(row).mean)),
        *_interval_columns(table, f"mean_{kind}"),
        (("Per case", whose, "median"), lambda row: _decimal(found(row).median)),
        *_interval_columns(table, f"median_{kind}"),
        (("Per case", whose, "range"), span),
    ]


def _interval_columns(table: CountTable, measure: str) -> list[Column]:
    """The column of a measure's interval, if intervals were asked for and it has one."""
    if not table.spec.resamples or measure not in INTERVAL_FORMS:
        return []
    return [(("95% interval",), _interval_cell(measure))]


def _interval_cell(measure: str) -> Callable[[Count], str]:
    """How the interval of one measure of a row is printed."""
    form = INTERVAL_FORMS[measure]

    def shown(row: Count) -> str:
        interval = row.intervals.get(measure, Interval())
        if interval.low is None or interval.high is None:
            return "n/a *"
        return f"{form.format(interval.low)} to {form.format(interval.high)}"

    return shown


INTERVAL_FORMS = {
    "references": "{:,.0f}",
    "share": "{:.1%}",
    "cases": "{:,.0f}",
    "share_of_cases": "{:.1%}",
    "mean_with": "{:,.1f}",
    "median_with": "{:,.1f}",
    "mean_all": "{:,.1f}",
    "median_all": "{:,.1f}",
}

PER_CASE_INTERVALS = ("mean_with", "median_with", "mean_all", "median_all")

MEASURE_NAMES: dict[Measure, str] = {
    "references": "References",
    "share": "Share of references",
    "share_of_row": "Share of the row's references",
    "share_of_column": "Share of the column's references",
    "cases": "Cases",
    "share_of_cases": "Share of cases",
    "notes": "Notes",
    "words": "Words",
    "characters": "Characters",
    "per_case": "References per case with any, mean",
}


def _cell(table: CountTable, measure: Measure) -> Callable[[Count], str]:
    """How one measure of a row is printed."""
    bases_of = bases_of_whole(table)
    ways: dict[Measure, Callable[[Count], str]] = {
        "references": lambda row: f"{row.references:,}",
        "share": lambda row: _percent(row.references, table.base.references),
        "share_of_row": lambda row: _percent(row.references, bases_of(row)[0]),
        "share_of_column": lambda row: _percent(row.references, bases_of(row)[1]),
        "cases": lambda row: f"{row.cases:,}",
        "share_of_cases": lambda row: _percent(row.cases, row.case_base),
        "notes": lambda row: f"{row.notes:,}",
        "words": lambda row: f"{row.words or 0:,}",
        "characters": lambda row: f"{row.characters or 0:,}",
        "per_case": lambda row: _decimal(row.per_case_with.mean if row.per_case_with else None),
    }
    return ways[measure]


def _crosses(table: CountTable, measure: Measure, codebook: Codebook) -> Iterator[Grid]:
    """The cross-table of a measure, and that of its intervals if they were asked for."""
    undefined = measure.startswith("share") or measure == "per_case"
    zero = ". is 0, n/a: the base is 0" if undefined else ". is 0"
    name = MEASURE_NAMES[measure]
    yield _cross(table, codebook, f"{name} ({zero})", _cell(table, measure))
    of = "mean_with" if measure == "per_case" else measure
    if table.spec.resamples and of in INTERVAL_FORMS:
        yield _cross(table, codebook, f"{name}: 95% intervals", _interval_cell(of))


def _cross(table: CountTable, codebook: Codebook, name: str, shown: Callable[[Count], str]) -> Grid:
    """What is shown of each cell, with the first dimensions down and the others across.

    Where sites or values have cases of their own, how many there are stands beside or beneath.
    """
    down = rows_down(table.spec)
    across = len(table.spec.by) - down
    cells = {row.keys: row for row in (*table.rows, *table.totals)}
    everything = (WHOLE,) * len(table.spec.by)
    cells[everything] = replace(table.base, keys=everything)
    lefts = list(dict.fromkeys(row.keys[:down] for row in table.rows))
    tops = [*dict.fromkeys(row.keys[down:] for row in table.rows), (WHOLE,) * across]
    beside = _have_cases(table, table.spec.by[:down])

    def line(left: tuple[str, ...]) -> tuple[str, ...]:
        found = [_crossed_cell(cells.get((*left, *top)), shown) for top in tops]
        whole = cells.get((*left, *tops[-1]))
        return (*found, *([f"{whole.case_base:,}" if whole else ""] if beside else []))

    stubs = [Count(keys=(*left, *tops[0]), references=0, cases=0, notes=0) for left in lefts]
    lines = [
        Line(label, depth, line(row.keys[:down]) if row else ("",) * (len(tops) + beside))
        for label, depth, row in _rows(table, codebook, stubs)
    ]
    lines.append(Line("All, each once", 0, line((WHOLE,) * down), is_total=True))
    if _have_cases(table, table.spec.by[down:]):
        wholes = [cells.get((WHOLE,) * down + top) for top in tops]
        there = tuple(f"{whole.case_base:,}" if whole else "" for whole in wholes)
        lines.append(Line(CASES_THERE, 0, (*there, *([""] if beside else []))))
    headings = [
        tuple(printed_label(table, down + at, key) for at, key in enumerate(top))
        if WHOLE not in top
        else ("All",)
        for top in tops
    ]
    headings += [(CASES_THERE,)] if beside else []
    return Grid(name=name, corner=_corner(table), headings=tuple(headings), lines=tuple(lines))


def _have_cases(table: CountTable, dimensions: Sequence[Dimension]) -> bool:
    """Whether the keys of any of these dimensions have cases of their own, and maybe several."""
    return not table.bases_withheld and any(
        has_own_base(name) and name != "case" for name in dimensions
    )


def _crossed_cell(row: Count | None, shown: Callable[[Count], str]) -> str:
    """What a cell of a cross-table shows; nothing where the combination cannot occur."""
    if row is None:
        return ""
    text = _told(row, shown)
    if text == UNDEFINED:
        return "n/a"
    return "." if text in ("0", "0.0%") and not row.references else text


def undefined_text(table: CountTable) -> str:
    """Why intervals are undefined, wherever one is; "" if none is."""
    if not table.spec.resamples:
        return ""
    names = {
        name
        for measure in table.spec.measures or USUAL_MEASURES
        for name in (PER_CASE_INTERVALS if measure == "per_case" else (measure,))
    }
    reasons = {
        row.intervals[name].reason: None
        for row in table.rows
        for name in sorted(names & row.intervals.keys())
        if row.intervals[name].reason
    }
    if any(not row.references for row in table.rows):
        reasons[NOTHING.reason] = None
    return f"* n/a: {'; '.join(reasons)}" if reasons else ""


def _percent(part: int, base: int) -> str:
    """A share with one decimal, or that it is undefined."""
    fraction = share(part, base)
    return UNDEFINED if fraction is None else f"{fraction:.1%}"


def _decimal(number: float | None) -> str:
    """A mean or median with one decimal, or that it is undefined."""
    return UNDEFINED if number is None else f"{number:,.1f}"


def depth_of(codebook: Codebook, dimension: str, key: str) -> int:
    """How deep a key stands: codes by their place in the tree, all else at the margin."""
    if dimension != "code" or key not in codebook.code_by_id:
        return 0
    return len(codebook.path(key)) - 1


def printed_label(table: CountTable, place: int, key: str) -> str:
    """The printable label of a key of the dimension at ``place``."""
    return printable(label_of(table, table.spec.by[place], key))


def _corner(table: CountTable) -> str:
    """The heading of the labels' column."""
    names = [dimension_name(name) for name in table.spec.by[: rows_down(table.spec)]]
    text = " / ".join(names)
    return text[0].upper() + text[1:]
