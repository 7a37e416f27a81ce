"""A frame for SPSS (.sav) and Stata (.dta): names, labels, and why a number is missing.

Both are written with pyreadstat (ReadStat). Levels and flags are numbers with value labels. The
reasons for which there is no value are told apart: user-missing values in SPSS, extended missing
values in Stata. Both formats carry the time of their making in the header; it is replaced, so
that the same frame makes the same bytes.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from notecode.attributes import YES_NO
from notecode.errors import WriteError
from notecode.exporting.frames import (
    ABSENT,
    UNREADABLE,
    WITHHELD,
    Cell,
    Column,
    Frame,
    short_names,
)
from notecode.exporting.stata_notes import add_notes
from notecode.text.spreadsheets import clean

if TYPE_CHECKING:
    import pandas as pd

Program = Literal["sav", "dta"]

REASONS: dict[str, tuple[str, str]] = {
    WITHHELD: ("w", "withheld: few cases"),
    UNREADABLE: ("u", "recorded, not readable"),
    ABSENT: ("a", "recorded as absent"),
    "": ("m", "missing: nothing recorded"),
}
"""Why a cell has no value: Stata's extended missing value, and its label; "" is an empty cell."""

LONGEST_TEXT: dict[Program, int] = {"sav": 32_767, "dta": 2_045}
"""The most bytes that a text variable holds (in Stata one that any procedure takes)."""

LONGEST_LABEL: dict[Program, int] = {"sav": 250, "dta": 80}
LONGEST_FILE_LABEL: dict[Program, int] = {"sav": 60, "dta": 80}
LONGEST_VALUE_LABEL = 117
LONGEST_NOTE = 80
WARNING = re.compile("NOT SEARCHED FOR: .*|NOT REVIEWED|SYNTHETIC DATA")
"""What lines of provenance begin with that nobody should miss."""
SHARE_FORMAT = "F10.4"
"""How SPSS shows a fraction: its own way has two places."""

_MOST_WHOLE = 2**31 - 101
"""Stata keeps the largest whole numbers for its missing values."""

NUMBERS = frozenset({"integer", "number", "share"})

EPOCH = "1980-01-01T00:00:00+00:00"
"""The time of making where none is known."""


@dataclass(frozen=True, slots=True)
class _Variable:
    """How a column is coded: ``codes`` for its words, ``labels`` for codes, reasons as codes."""

    column: Column
    codes: Mapping[str, int | str]
    labels: Mapping[int | str, str]
    missing: tuple[int | str, ...]


def write_labelled(
    frame: Frame, program: Program, path: Path, *, notes: Iterable[str], as_of: str
) -> None:
    """Write the frame as SPSS or Stata file; ``notes`` are lines of provenance.

    What warns of something stands in the label of Stata's file too, which is shown when it is
    opened; the notes have to be asked for.

    Raises:
        WriteError: if the library could not write it (it does not say why; a full disk, mostly).

    """
    import pyreadstat

    variables, table = _coded(frame, program)
    options: dict[str, Any] = {
        "file_label": _cut(clean(frame.row_is), LONGEST_FILE_LABEL[program]),
        "column_labels": [_cut(clean(_label(v.column)), LONGEST_LABEL[program]) for v in variables],
        "variable_value_labels": {v.column.name: dict(v.labels) for v in variables if v.labels},
    }
    notes = [clean(note) for note in notes]
    missing: dict[str, list[Any]] = {v.column.name: list(v.missing) for v in variables if v.missing}
    try:
        if program == "sav":
            options["variable_measure"] = {v.column.name: _measure(v.column) for v in variables}
            options["variable_format"] = {
                v.column.name: SHARE_FORMAT for v in variables if v.column.kind == "share"
            }
            options["note"] = [_cut(note, LONGEST_NOTE) for note in notes]
            pyreadstat.write_sav(table, path, missing_ranges=missing, **options)
        else:
            warnings = [found.group() for found in map(WARNING.match, notes) if found]
            label = "; ".join([*warnings, options["file_label"]])
            options["file_label"] = _cut(label, LONGEST_FILE_LABEL[program])
            pyreadstat.write_dta(table, path, version=14, missing_user_values=missing, **options)
            add_notes(path, notes)
    except pyreadstat.ReadstatError as error:
        raise WriteError(
            "the statistics file could not be written",
            where=path.name,
            hint="Look whether the disk is full; nothing was changed",
        ) from error
    _set_date(path, program, as_of or EPOCH)


def _label(column: Column) -> str:
    return column.label or column.meaning


def _measure(column: Column) -> str:
    """SPSS's word for what a variable's numbers are."""
    if column.kind in ("text", "flag"):
        return "nominal"
    if column.kind == "level":
        return "ordinal" if column.ordered else "nominal"
    return "scale"


def _coded(frame: Frame, program: Program) -> tuple[list[_Variable], "pd.DataFrame"]:
    """The frame with numbers for its words, column by column."""
    import pandas as pd

    columns: list[list[Cell]] = [[] for _ in frame.columns]
    known: dict[str, str] = {}
    for row in frame.read():
        for cells, cell in zip(columns, row, strict=True):
            cells.append(known.setdefault(cell, cell) if isinstance(cell, str) else cell)
    known.clear()
    names = short_names(column.name for column in frame.columns)
    variables: list[_Variable] = []
    series: dict[str, Any] = {}
    for at, name in enumerate(names):
        column = replace(frame.columns[at], name=name)
        cells, columns[at] = columns[at], []
        if column.kind == "text":
            variables.append(_Variable(column, {}, {}, ()))
            series[column.name] = pd.Series(_texts(cells, program), dtype="str")
        else:
            variables.append(_variable(column, cells, program))
            series[column.name] = _numbers(variables[-1], cells)
    return variables, pd.DataFrame(series)


def _texts(cells: Sequence[Cell], program: Program) -> list[str]:
    """Text variables; an empty text is what both programs take for a missing one."""
    fitted: dict[Cell, str] = {None: ""}
    for cell in cells:
        if cell not in fitted:
            fitted[cell] = _fitted(str(cell), LONGEST_TEXT[program])
    return [fitted[cell] for cell in cells]


def _variable(column: Column, cells: Sequence[Cell], program: Program) -> _Variable:
    """The codes of a column: levels from 1 up, and what stands for the absence of a number."""
    codes: dict[str, int | str] = {}
    labels: dict[int | str, str] = {}
    if column.kind == "flag":
        labels = {0: "none recorded", 1: "yes"}
    # "no" and "yes" are 0 and 1, as programs expect them.
    first = 0 if column.levels == YES_NO else column.first
    for at, level in enumerate(column.levels):
        codes[level] = first + at
        labels[first + at] = column.words[at] if column.words else level
    occurring = {_reason(column, cell) for cell in cells if not isinstance(cell, int | float)}
    lowest = min((cell for cell in cells if isinstance(cell, int | float)), default=0)
    missing = {
        reason: _missing_value(reason, program, lowest) for reason in REASONS if reason in occurring
    }
    for reason, value in missing.items():
        codes[reason] = value
        # A number with any label at all is a category to pandas and R.
        if column.kind not in NUMBERS:
            labels[value] = REASONS[reason][1]
    for text in column.also:
        codes.setdefault(text, missing.get(UNREADABLE, ""))
    short = {code: _cut(clean(label), LONGEST_VALUE_LABEL) for code, label in labels.items()}
    return _Variable(column, codes, short, tuple(missing.values()))


def _reason(column: Column, cell: Cell) -> str | None:
    """Why a cell that is no number has none; None where it is a level, or simply empty."""
    if cell is None:
        return "" if column.recorded else None
    text = str(cell)
    if text in column.levels:
        return None
    return text if text in REASONS else UNREADABLE


def _missing_value(reason: str, program: Program, lowest: float) -> int | str:
    """Stata's letter, or for SPSS a number from -9 to -6 (or -99, -999 …) that is no value."""
    if program == "dta":
        return REASONS[reason][0]
    value, room = -6 - list(REASONS).index(reason), 90
    while lowest <= value + len(REASONS):
        value, room = value - room, room * 10
    return value


def _numbers(variable: _Variable, cells: Sequence[Cell]) -> "pd.Series[Any]":
    """The column's numbers; a missing value of Stata's stands among them as its letter."""
    import pandas as pd

    column, codes = variable.column, variable.codes
    empty = codes.get("") if column.recorded else None
    numbers: list[Any] = [
        empty if cell is None else codes[cell] if isinstance(cell, str) else cell for cell in cells
    ]
    given = [n for n in numbers if n is not None and not isinstance(n, str)]
    whole = column.kind != "share" and all(n % 1 == 0 and abs(n) <= _MOST_WHOLE for n in given)
    if any(isinstance(number, str) for number in numbers):
        # pyreadstat wants all numbers of such a mixture to be of one type, and reads whole ones
        # that have gaps as objects, which nothing counts with.
        mixed = [n if n is None or isinstance(n, str) else float(n) for n in numbers]
        return pd.Series(mixed, dtype=object)
    return pd.Series(numbers, dtype="int32" if whole and len(given) == len(numbers) else "float64")


def _fitted(text: str, most: int) -> str:
    """Clean text of at most so many bytes; what is cut ends in a mark that says so."""
    text = clean(text)
    if len(text.encode()) <= most:
        return text
    mark = f" [CUT: {len(text):,} characters do not fit; the CSV file has all of them]"
    return _cut(text, most - len(mark)) + mark


def _cut(text: str, most: int) -> str:
    """The beginning of a text, of at most so many bytes, never half a character."""
    return text.encode()[:most].decode(errors="ignore")


def _set_date(path: Path, program: Program, as_of: str) -> None:
    """Put the given time where the header has that of the making.

    SPSS: nine characters of date and eight of time at byte 92 of the header record. Stata 118:
    after the tag <timestamp> a byte of length and 17 characters.

    Raises:
        WriteError: if the header is not as expected, which no file should leave us with.

    """
    moment = datetime.fromisoformat(as_of).astimezone(UTC)
    day = f"{moment.day:02d} {_MONTHS[moment.month - 1]}"
    with path.open("r+b") as file:
        head = file.read(1024)
        if program == "sav":
            found = _SPSS_DATE.search(head)
            stamp = f"{day} {moment.year % 100:02d}{moment:%H:%M:%S}"
        else:
            found = _STATA_DATE.search(head)
            stamp = f"{day} {moment.year:04d} {moment:%H:%M}"
        if found is None or len(stamp) != len(found.group(1)):
            raise WriteError(
                "the header of the statistics file is not as expected", where=path.name
            )
        file.seek(found.start(1))
        file.write(stamp.encode("ascii"))


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SPSS_DATE = re.compile(rb"(?s)\A\$FL[23].{88}(\d\d \w{3} \d\d\d\d:\d\d:\d\d)")
_STATA_DATE = re.compile(rb"<timestamp>\x11(\d\d \w{3} \d{4} \d\d:\d\d)")
