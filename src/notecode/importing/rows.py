"""Rows as a file gives them, before anybody knows which of them is the header."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from notecode.errors import Problem

CELL_LIMIT = 32_767
"""The most characters that an Excel cell holds; what was longer has been cut."""


@dataclass(frozen=True, slots=True, repr=False)
class Row:
    """One row: its number as a spreadsheet shows it, its first line as an editor does."""

    number: int
    cells: Sequence[str]
    line: int | None = None

    def __repr__(self) -> str:
        return f"Row({self.number}, {len(self.cells)} cells hidden)"

    @property
    def filled(self) -> int:
        """How many of its cells hold anything."""
        return sum(1 for cell in self.cells if cell.strip())


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Records:
    """All rows of a file, preamble and footer included, and how they were read."""

    rows: list[Row]
    problems: list[Problem] = field(default_factory=list)
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    hidden: frozenset[int] = frozenset()
    """Places of the hidden columns, from 0."""

    def __repr__(self) -> str:
        return f"Records({len(self.rows)} rows hidden)"
