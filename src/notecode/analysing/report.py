"""What each way of looking closer gives: a table with its base and definitions.

A ``Report`` holds everything that is needed to print, export and cite it; how its rows are drawn
on a terminal differs from one to the other, what stands around them does not.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from notecode.tables import whose_words
from notecode.text.layout import Line, counted, draw_grid, printable, wrap

DIGEST_SHOWN = 12
LEAST_WIDTH = 40
UNDEFINED = "n/a"

Kind = Literal["text", "integer", "share", "ratio"]
Cell = str | int | float | None
"""One cell; None is empty. A share is a fraction of 1, printed as per cent; a ratio is not."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in files, its heading on a terminal, what a cell says.

    ``empty`` says what an empty cell means; "" if none is ever empty.
    """

    name: str
    heading: str
    kind: Kind
    meaning: str
    empty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """What was looked at: so many of so many, whose coding, under which codebook.

    ``references`` is None where no coding was looked at. ``filters`` are in words, "" for none.
    ``coder`` is "" for all ``coders`` together. ``remarks`` say where another thing than the one
    asked for was taken. ``of_cases``: cases are looked at, whatever their notes and references are.
    ``follows``: a filter goes to what the one asked for was merged into, as the heading says.
    """

    references: int | None
    cases: int
    notes: int
    all_cases: int
    all_notes: int
    filters: str = ""
    coder: str = ""
    coders: tuple[str, ...] = ()
    codebook: str = ""
    synthetic: bool = False
    remarks: tuple[str, ...] = ()
    of_cases: bool = False
    follows: bool = False

    @property
    def named(self) -> str:
        """The base in one phrase, after what it is called: "base: 3 of 4 notes in 1 of 1 case"."""
        return self.line if self.of_cases else f"base: {self.line}"

    @property
    def sentence(self) -> str:
        """The same as it stands above a table, without a full stop."""
        return self.named[0].upper() + self.named[1:]

    @property
    def line(self) -> str:
        """The base in one phrase."""
        if self.of_cases:
            said = f"cases analysed: {self.cases:,} of {self.all_cases:,}; their notes: "
            said += f"{self.notes:,}"
            return said if self.references is None else f"{said}, references: {self.references:,}"
        inside = f"{self.cases:,} of {counted(self.all_cases, 'case')}"
        notes = f"{self.notes:,} of {counted(self.all_notes, 'note')}"
        if self.references is None:
            return f"{notes} in {inside}"
        return f"{counted(self.references, 'reference')} in {inside}, {notes}"

    @property
    def sentences(self) -> tuple[str, ...]:
        """What filters, coder and codebook stand behind the numbers."""
        said = list(self.remarks)
        if self.filters:
            said.append(f"Only {self.filters}; nothing else is in the base.")
        if self.references is not None:
            said.append(self.whose)
        digest = self.codebook[:DIGEST_SHOWN]
        return (*said, f"Codebook {digest}.") if digest else tuple(said)

    @property
    def whose(self) -> str:
        """Whose coding was looked at."""
        return whose_words(self.coder, self.coders)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A table, and what it says about itself.

    ``name`` is the stem of its file, ``row_is`` what one row stands for. ``shown`` of ``total`` are
    given, counted in the ``unit`` ("reference"); ``total`` is None where nobody counted what is not
    shown. ``draw`` gives the lines of the rows for a terminal of so many cells; ``nothing`` is said
    where there is no row at all. ``doubts`` are the flags that nobody has decided on in what is
    quoted of a note, by its id.
    """

    name: str
    title: str
    row_is: str
    unit: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    shown: int
    total: int | None
    base: Base
    definitions: tuple[str, ...] = ()
    draw: Callable[[int], Sequence[str]] = field(repr=False, compare=False)
    nothing: str = "nothing was found"
    asked: Mapping[str, object] = field(default_factory=dict)
    doubts: Mapping[str, int] = field(default_factory=dict)

    @property
    def sentences(self) -> tuple[str, ...]:
        """All that stands under the table: definitions, filters, whose coding."""
        return (*self.definitions, *self.base.sentences)


def report_to_json(report: Report) -> dict[str, object]:
    """The report as dicts, lists, strings and numbers; an undefined number is None."""
    base = report.base
    names = [column.name for column in report.columns]
    return {
        "title": report.title,
        "asked": dict(report.asked),
        "base": {
            "references": base.references,
            "cases": base.cases,
            "notes": base.notes,
            "all_cases": base.all_cases,
            "all_notes": base.all_notes,
            "filters": base.filters,
        },
        "coders": [base.coder] if base.coder else list(base.coders),
        "codebook": base.codebook,
        "synthetic": base.synthetic,
        "definitions": list(report.sentences),
        "row_is": report.row_is,
        "columns": {column.name: column.meaning for column in report.columns},
        "shown": report.shown,
        "total": report.total,
        "rows": [dict(zip(names, row, strict=True)) for row in report.rows],
    }


def render(report: Report, *, width: int = 80) -> str:
    """A report as text of at most ``width`` cells (never less than 40)."""
    width = max(width, LEAST_WIDTH)
    lines = wrap(report.title, width)
    lines += wrap(report.base.sentence, width)
    if report.base.follows:
        lines += wrap(f"Only {report.base.filters}", width)
    lines.append("")
    if report.rows:
        lines += report.draw(width)
        if report.shown != report.total:
            lines += ["", *wrap(_shown(report), width)]
    else:
        nothing = report.nothing[0].upper() + report.nothing[1:]
        lines += wrap(f"{nothing}: {report.base.line}.", width)
    lines.append("")
    for sentence in report.sentences:
        lines += wrap(f"- {sentence}", width, indent=2)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _shown(report: Report) -> str:
    of = f", of those in {counted(report.base.notes, 'note')}"
    of = of if report.total is None else f" of {counted(report.total, report.unit)}"
    first = counted(report.shown, report.unit) if report.total is None else f"{report.shown:,}"
    return f"Shown: the first {first}{of} (--limit 0 shows all)."


def draw_table(
    columns: Sequence[Column], rows: Sequence[tuple[Cell, ...]], width: int = 80
) -> list[str]:
    """The rows as a grid: the first column as labels, the others beside it, right-aligned."""
    headings = [tuple(column.heading.split("\n")) for column in columns[1:]]
    lines = [
        Line(
            printable(str(row[0] or "")),
            0,
            tuple(
                cell_text(cell, column.kind)
                for cell, column in zip(row[1:], columns[1:], strict=True)
            ),
        )
        for row in rows
    ]
    return draw_grid(columns[0].heading, headings, lines, max(width, LEAST_WIDTH))


def cell_text(cell: Cell, kind: Kind) -> str:
    """A cell as a terminal shows it."""
    if cell is None:
        return UNDEFINED if kind in ("share", "ratio") else ""
    if isinstance(cell, str):
        return printable(cell)
    return {"share": f"{cell:.1%}", "ratio": f"{cell:.2f}"}.get(kind, f"{cell:,}")
