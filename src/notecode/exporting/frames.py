"""A frame: one table of an export with its columns described, whichever file it goes into."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from textwrap import shorten
from typing import Literal

from notecode.text.spreadsheets import columns_of

Kind = Literal["text", "level", "integer", "number", "share", "flag"]
"""What a column's cells are. A "level" is one of the column's ``levels``, as text; a "share" a
fraction of 1; a "flag" 0 or 1."""

Group = Literal[
    "codebook",
    "counts",
    "coverage",
    "cases",
    "references",
    "memos",
    "audit",
    "dictionary",
    "report",
]
"""What a frame is about: what a user chooses by."""

Cell = str | int | float | None
"""One cell; None is empty."""

Row = tuple[Cell, ...]

LONGEST_NAME = 29
"""Stata takes 32 characters (SPSS 64); value labels are named after their variable, with up to
three digits behind."""

_LONGEST_ENDING = 13
"""Of the last words of a name that is cut: a stage, mostly."""

ABSENT = "absent"
"""What a cell says of an attribute that is recorded as absent, where its type has no level for
that."""

WITHHELD = "withheld"
"""What a cell of numbers says where the number is not given away."""

UNREADABLE = "not readable"
"""What a cell of numbers says where the record has something that is no number."""


NO_VALUE = frozenset({ABSENT, UNREADABLE, WITHHELD})
"""The words of a cell that hold no value, but say why there is none."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what its cells are, what they mean, and what an empty one means.

    ``label`` is a short name for tables, "" where the name says enough. ``levels`` are the
    values of a "level", in order, from least to most if they are ``ordered``; ``also`` are other
    texts that occur in it. ``recorded`` columns are of the case record, where an empty cell is
    a missing value and not a property of the row. Statistics packages number the levels from
    ``first``, and show ``words`` for them in place of the levels, if there are any.

    A cell of a column of numbers or levels may also say why it has no value: ``ABSENT``,
    ``UNREADABLE``, ``WITHHELD``. CSV and Parquet leave it empty (see ``value_of``); SPSS and Stata
    have a missing value for each.
    """

    name: str
    kind: Kind
    meaning: str
    empty: str = "never empty"
    label: str = ""
    levels: tuple[str, ...] = ()
    ordered: bool = False
    also: tuple[str, ...] = ()
    recorded: bool = False
    words: tuple[str, ...] = ()
    first: int = 1

    @property
    def heading(self) -> str:
        """What stands above the column where people read it."""
        return self.label or self.name


def value_of(column: Column, cell: Cell) -> Cell:
    """The cell as CSV and Parquet have it: empty where it only says why there is no value."""
    if not isinstance(cell, str) or column.kind == "text":
        return cell
    if column.kind != "level":
        return None
    return None if cell in NO_VALUE and cell not in (*column.levels, *column.also) else cell


def values_of(column: Column, cells: Sequence[Cell]) -> Sequence[Cell]:
    """The cells of a column, each as ``value_of`` gives it."""
    texts = {cell for cell in set(cells) if isinstance(cell, str)}
    without = {text for text in texts if value_of(column, text) is None}
    return [None if cell in without else cell for cell in cells] if without else cells


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A table of an export: ``name`` is the file's stem, ``sheet`` the worksheet's title.

    ``row_is`` says what one row stands for. ``read`` gives the rows, as often as it is called,
    always the same, one by one: there may be more of them than memory should hold. ``key`` are
    the columns that tell rows apart. ``base`` says in a sentence what its numbers are counted
    over, or is "". ``per_row`` marks a frame of single cases or references.
    """

    name: str
    sheet: str
    group: Group
    row_is: str
    columns: tuple[Column, ...]
    read: Callable[[], Iterable[Row]]
    key: tuple[str, ...] = ()
    base: str = ""
    per_row: bool = False

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows at once, for frames that are known to be small."""
        return tuple(self.read())


def fixed(rows: Iterable[Row]) -> Callable[[], tuple[Row, ...]]:
    """Rows that are in memory, as a frame takes them."""
    kept = tuple(rows)
    return lambda: kept


LONGEST_TITLE = 31
"""Characters that Excel takes for the title of a sheet."""

PLACED = ("memo_id", "note_id", "case_id")
"""Columns whose cell says best where a row stands, the best first."""

MOST_REMEMBERED = 10_000
"""So many cells of one column are remembered as searched."""


def texts_of(frame: Frame) -> Iterator[tuple[str, str]]:
    """Every text of the frame once a column, with where it stands: row, note or case.

    A number cannot hold a name. A text that repeats down a column is given once (columns of very
    many texts may give one again): what is searched is what is said, not how often.
    """
    names = [column.name for column in frame.columns]
    keys = [(name.removesuffix("_id"), names.index(name)) for name in PLACED if name in names]
    seen: list[set[Cell]] = [set() for _ in frame.columns]
    first = 2
    for columns in columns_of(frame.read()):
        found: dict[int, list[str]] = {}
        for known, cells in zip(seen, columns, strict=True):
            _add_new(cells, known, found)
        for row in sorted(found):
            place = [f"row {first + row}", *(f"{name} {columns[at][row]}" for name, at in keys[:1])]
            yield ", ".join(place), "\n".join(found[row])
        first += len(columns[0])
    headings = [frame.sheet, frame.row_is, frame.base, *map(_described, frame.columns)]
    yield "its headings", "\n".join(headings)


def _add_new(cells: Sequence[Cell], known: set[Cell], found: dict[int, list[str]]) -> None:
    """Add the texts of a column that are not known yet to those found, by the place of the row."""
    new = {cell for cell in set(cells).difference(known) if isinstance(cell, str)}
    if len(known) >= MOST_REMEMBERED:
        known.clear()
    known |= new
    for row, cell in enumerate(cells):
        if not new:
            break
        if isinstance(cell, str) and cell in new:
            new.remove(cell)
            found.setdefault(row, []).append(cell)


def _described(column: Column) -> str:
    """All that a file can say of a column."""
    return "\n".join(
        [column.name, column.label, column.meaning, column.empty, *column.levels, *column.also]
    )


def sheet_title(words: str) -> str:
    """As much of these words as the title of a worksheet takes, the last one whole."""
    title = words[0].upper() + words[1:]
    cut = title[:LONGEST_TITLE]
    return shorten(title, LONGEST_TITLE, placeholder=" …") if " " in cut else cut


def column_names(
    prefix: str,
    ids: Iterable[str],
    *,
    taken: Collection[str] = (),
    endings: Sequence[str] = (),
) -> list[str]:
    """A column name for each id that R, Python and SQL take; SPSS and Stata do once it is short.

    ``prefix`` and the id in lower case: ASCII letters, digits and underscores, a letter first.
    Names that come out alike, are ``taken``, or mean something to a program are told apart by a
    number, in their order. ``endings``, if given, has one for each id, or "": it stands behind.
    """
    names: list[str] = []
    used = {*(name.casefold() for name in taken), *_RESERVED}
    for key, last in zip_longest(ids, endings, fillvalue=""):
        stem = "_".join(filter(None, (prefix + (_plain(key) or "blank"), _plain(last))))
        if not stem[0].isalpha():
            stem = f"n_{stem}"
        name, copy = stem, 1
        while name in used:
            copy += 1
            name = f"{stem}_{copy}"
        used.add(name)
        names.append(name)
    return names


def short_names(names: Iterable[str]) -> list[str]:
    """The column names as SPSS and Stata take them: ``LONGEST_NAME`` characters at most.

    Of a longer one the beginning stays, and the last word, which may be all that tells it from
    another; those that come out alike are told apart by a number.
    """
    long = list(names)
    used = {name for name in long if len(name) <= LONGEST_NAME}
    short: list[str] = []
    for name in long:
        if len(name) <= LONGEST_NAME:
            short.append(name)
            continue
        ending, copy = _last_words(name), 1
        cut = _fitted(name, ending)
        while cut in used:
            copy += 1
            cut = _fitted(name, f"{ending}_{copy}")
        used.add(cut)
        short.append(cut)
    return short


def _last_words(name: str) -> str:
    """As many of its last words as may stand behind what is cut, with what parts them from it."""
    for at in range(max(len(name) - _LONGEST_ENDING, 0), len(name)):
        if name[at] == "_":
            return name[at:]
    return ""


def _fitted(name: str, ending: str) -> str:
    """The beginning of a name, cut so that the ending fits."""
    return name[: LONGEST_NAME - len(ending)].rstrip("_") + ending


def _plain(text: str) -> str:
    """The text in lower-case ASCII letters, digits and single underscores."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    ascii_only = "".join(char for char in folded if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", "_", ascii_only).strip("_")


_SPSS = "all and by eq ge gt le lt ne not or to with"
_STATA = "byte double float if in int long using strl"
_R = "break else false for function inf na nan next null repeat true while"
_RESERVED = {*_SPSS.split(), *_STATA.split(), *_R.split()} | {f"str{n}" for n in range(1, 2046)}
