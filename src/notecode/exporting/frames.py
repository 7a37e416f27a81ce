"""A frame: one table of an export with its columns described, whichever file it goes into."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

Kind = Literal["text", "integer", "share", "flag"]
Cell = str | int | float | None
"""One cell; None is empty. A share is a fraction of 1; a flag is 0 or 1."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what its cells are, what they mean, and what an empty one means."""

    name: str
    kind: Kind
    meaning: str
    empty: str = "never empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A table of an export: ``name`` is the file's stem, ``sheet`` the worksheet's title.

    ``row_is`` says what one row stands for.
    """

    name: str
    sheet: str
    row_is: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def with_provenance(self, line: str) -> "Frame":
        """The frame with the provenance of its numbers as a last column."""
        column = Column("provenance", "text", "what made the file, and from which codebook")
        return replace(
            self,
            columns=(*self.columns, column),
            rows=tuple((*row, line) for row in self.rows),
        )


def rows_of(frame: Frame) -> Iterator[tuple[str, str]]:
    """The text of each row, header first, and where it stands: its number, its note or case."""
    names = [column.name for column in frame.columns]
    keys = [(name.removesuffix("_id"), names.index(name)) for name in _PLACED if name in names]
    yield "row 1", "\n".join(names)
    for number, row in enumerate(frame.rows, 2):
        place = ", ".join([f"row {number}", *(f"{name} {row[at]}" for name, at in keys[:1])])
        yield place, "\n".join(str(cell) for cell in row if cell is not None)


_PLACED = ("note_id", "case_id")
"""Columns whose cell says best where a row stands, the best first."""


def column_names(prefix: str, ids: Iterable[str], *, taken: Collection[str] = ()) -> list[str]:
    """A column name for each id: ``prefix`` and the id in lower case, digits and underscores.

    Names that come out alike, or are ``taken``, are told apart by a number, in their order.
    """
    names: list[str] = []
    used = set(taken)
    for key in ids:
        stem = prefix + (re.sub(r"\W+", "_", key.casefold()).strip("_") or "blank")
        name, copy = stem, 1
        while name in used:
            copy += 1
            name = f"{stem}_{copy}"
        used.add(name)
        names.append(name)
    return names


def clean(text: str) -> str:
    """The text without what CSV and XLSX readers choke on: LF line ends, no control characters.

    Tabs and line ends stay; any other control character, a lone surrogate or a non-character
    becomes U+FFFD.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)


_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
