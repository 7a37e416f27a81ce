"""The framework matrix: cases down, codes across, and in each cell what is there to read.

Source of the method: Ritchie, J. and Spencer, L. (1994), "Qualitative data analysis for applied
policy research", in Bryman and Burgess (eds), Analyzing Qualitative Data, Routledge.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from notecode.analysing.quotations import label_of
from notecode.analysing.report import Cell, Column
from notecode.model import Case, Codebook
from notecode.passages import Summary
from notecode.text.layout import counted, one_line, wrap

if TYPE_CHECKING:
    from notecode.tables import IntArray

Content = Literal["both", "summaries", "quotations"]
"""What stands in a cell."""

CONTENTS: tuple[Content, ...] = ("both", "summaries", "quotations")

LONGEST_CELL = 32_000
"""Characters of one cell: spreadsheets hold 32,767."""

LONG_COLUMNS = (
    Column("case_id", "Case", "text", "the case"),
    Column("site", "Site", "text", "its site", "none recorded"),
    Column("code", "Code", "text", "id of the code"),
    Column("code_label", "Code", "text", "its label"),
    Column("references", "References", "integer", "references of the case with the code"),
    Column("summaries", "Summaries", "text", "coders' summaries, each after its coder", "none"),
    Column("quotations", "Quotations", "text", "the first coded passages, one a line", "none"),
)
MASKED_SINCE = "[the notes were anonymised again after this was written: read it again] "


@dataclass(slots=True)
class MatrixCell:
    """What one case has of one code: all its references, the first of their passages, summaries."""

    references: int
    quotations: list[str]
    summaries: list[Summary]


Cells = Mapping[tuple[str, str], MatrixCell]
"""Cells by case and code; a case and a code without a cell have nothing together."""


def first_in_cells(cells: "IntArray", most: int) -> "tuple[IntArray, IntArray, IntArray]":
    """The distinct cells in order, how many entries each has, and the first ``most`` of each.

    ``cells`` is the cell of each entry. The third array has the entries' places, cell by cell,
    those of one cell in their own order.
    """
    import numpy as np

    by_cell = np.argsort(cells, kind="stable")
    found, first, numbers = np.unique(cells[by_cell], return_index=True, return_counts=True)
    turn = np.arange(len(cells)) - np.repeat(first, numbers)
    return found, numbers, by_cell[turn < most]


def collect_cells(
    passages: Iterable[tuple[str, str, int, list[str]]], summaries: Iterable[Summary]
) -> dict[tuple[str, str], MatrixCell]:
    """Cells from case, code, number of references and the first passages, and from summaries."""
    cells = {
        (case_id, code): MatrixCell(references, quotations, [])
        for case_id, code, references, quotations in passages
    }
    for summary in summaries:
        key = (summary.case_id, summary.code)
        cells.setdefault(key, MatrixCell(0, [], [])).summaries.append(summary)
    return cells


def long_rows(
    cells: Cells, cases: Sequence[Case], codes: Sequence[str], codebook: Codebook
) -> list[tuple[Cell, ...]]:
    """The cells of ``LONG_COLUMNS``: a row for each case and each code, empty ones too."""
    empty = MatrixCell(0, [], [])
    labels = [(code, label_of(codebook, code)) for code in codes]
    rows: list[tuple[Cell, ...]] = []
    for case in cases:
        site = case.site or None
        for code, label in labels:
            cell = cells.get((case.id, code), empty)
            said = _joined(_lines(cell, "summaries")) if cell.summaries else None
            quoted = _joined(_lines(cell, "quotations")) if cell.quotations else None
            rows.append((case.id, site, code, label, cell.references, said, quoted))
    return rows


def wide_columns(codes: Sequence[str], codebook: Codebook) -> tuple[Column, ...]:
    """The columns of the matrix: case, site, then a column of text for each code."""
    return (
        *LONG_COLUMNS[:2],
        *(
            Column(
                code,
                label_of(codebook, code),
                "text",
                f"what the case has of {label_of(codebook, code)}",
                "no reference and no summary",
            )
            for code in codes
        ),
    )


def wide_rows(
    cells: Cells, cases: Sequence[Case], codes: Sequence[str], content: Content
) -> list[tuple[Cell, ...]]:
    """A row for each case, with the text of each cell."""
    return [
        (
            case.id,
            case.site or None,
            *(
                _joined(_lines(cell, content)) if (cell := cells.get((case.id, code))) else None
                for code in codes
            ),
        )
        for case in cases
    ]


def draw_framework(
    cells: Cells,
    cases: Sequence[Case],
    codes: Sequence[str],
    codebook: Codebook,
    width: int = 80,
    *,
    content: Content = "both",
) -> list[str]:
    """The matrix read row by row: each case, its codes beneath it, their cells beneath them."""
    lines: list[str] = []
    for case in cases:
        lines += [""] if lines else []
        lines += wrap(one_line(f"Case {case.id}{', ' + case.site if case.site else ''}"), width)
        empty = [code for code in codes if (case.id, code) not in cells]
        for code in codes:
            cell = cells.get((case.id, code))
            if cell is None:
                continue
            references = counted(cell.references, "reference")
            lines += _indented(f"{label_of(codebook, code)}: {references}", width, 2)
            for text in _lines(cell, content):
                lines += _indented(text, width, 6)
        if empty:
            labels = "; ".join(label_of(codebook, code) for code in empty)
            lines += _indented(f"Nothing recorded: {labels}", width, 2)
    return lines


def _lines(cell: MatrixCell, content: Content) -> list[str]:
    """What stands in a cell, line by line."""
    lines = []
    if content != "quotations":
        for summary in cell.summaries:
            again = MASKED_SINCE if summary.masked_since else ""
            lines.append(f"{summary.coder}: {again}{summary.text}")
    if content != "summaries" and cell.quotations:
        lines += [f"“{' '.join(words.split())}”" for words in cell.quotations]
        more = cell.references - len(cell.quotations)
        lines += [f"(and {more:,} more)"] if more else []
    return lines


def _joined(lines: Sequence[str]) -> str | None:
    """The lines as one cell's text; None if there are none."""
    text = "\n".join(lines)
    if len(text) > LONGEST_CELL:
        text = text[:LONGEST_CELL] + "… (cut)"
    return text or None


def _indented(text: str, width: int, indent: int) -> list[str]:
    return [" " * indent + line for line in wrap(one_line(text), width - indent)]
