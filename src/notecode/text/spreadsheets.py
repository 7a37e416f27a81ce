"""Text as spreadsheets take it: clean, never run as a formula; and rows of it as CSV.

Whatever is written as CSV is written here: comma-separated, LF line ends.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import TextIO, cast

Cell = str | int | float | None
"""A cell of a row; None is empty."""

CSV_ENCODING = "utf-8-sig"
"""UTF-8 with a byte order mark, by which spreadsheets know it."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula (or, at the start, hide one)."""

_GUARD = "'"
_ROWS_AT_ONCE = 1_000
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def is_formula(text: str) -> bool:
    """Whether a spreadsheet could take a cell of this text for one, after blanks or not."""
    return text.startswith(FORMULA_STARTS) or text.lstrip().startswith(FORMULA_STARTS)


def guarded(text: str) -> str:
    """Clean text with an apostrophe before it if a spreadsheet could take it for a formula.

    Before apostrophes that stand there already, too, so that ``unguarded`` finds what it was.
    """
    text = clean(text)
    return _GUARD + text if is_formula(text.lstrip(_GUARD)) else text


def unguarded(text: str) -> str:
    """The text that ``guarded`` was given, clean."""
    return text[1:] if text.startswith(_GUARD) and is_formula(text.lstrip(_GUARD)) else text


def clean(text: str) -> str:
    """The text without what CSV and XLSX readers choke on: LF line ends, no control characters.

    Tabs and line ends stay; any other control character, a lone surrogate or a non-character
    becomes U+FFFD.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def write_csv_rows(rows: Iterable[Sequence[Cell]], file: TextIO) -> None:
    """Write rows as CSV, their texts guarded; None is an empty cell.

    Raises:
        OSError: if the file cannot be written.

    """
    for _, alike in groupby(rows, len):
        write_csv_columns(columns_of(alike), file)


def columns_of(rows: Iterable[Sequence[Cell]]) -> Iterator[list[Sequence[Cell]]]:
    """Rows of one length as columns, some rows at a time."""
    source = iter(rows)
    while some := tuple(islice(source, _ROWS_AT_ONCE)):
        yield list(zip(*some, strict=True))


def write_csv_columns(pieces: Iterable[Sequence[Sequence[Cell]]], file: TextIO) -> None:
    """Write rows as CSV that come as columns, some rows at a time (see ``write_csv_rows``).

    Quoted is what holds a comma, a quote or a line end, as Python's ``csv`` does it; that looks at
    each character, and this at the texts of a column together, which takes a third of the time.

    Raises:
        OSError: if the file cannot be written.

    """
    for columns in pieces:
        lines = map(",".join, zip(*map(_written_column, columns), strict=True))
        # A line of nothing would be no row.
        file.write("\n".join(lines if len(columns) > 1 else _never_empty(lines)))
        file.write("\n")


def _never_empty(lines: Iterable[str]) -> Iterator[str]:
    return (line or '""' for line in lines)


def _written_column(cells: Sequence[Cell]) -> Iterable[str]:
    """The cells of a column as they stand in a file."""
    distinct = set(cells)
    texts = [cell for cell in distinct if isinstance(cell, str)]
    other: dict[Cell, str] = {None: ""}
    other.update(_written_otherwise(texts))
    if len(texts) == len(distinct) and len(other) == 1:
        return cast("Sequence[str]", cells)
    if not texts and None not in distinct:
        return map(str, cells)
    return [other[cell] if cell in other else str(cell) for cell in cells]


def _written_otherwise(texts: Collection[str]) -> dict[str, str]:
    """Those texts that are not written as they are, with what is written."""
    together = "".join(texts)
    if not together.isprintable() or "," in together or '"' in together:
        return {text: written for text in texts if (written := _written(text)) != text}
    # What is printable and begins with a letter or digit, as most cells do, needs no guard.
    return {text: guarded(text) for text in texts if text and not text[0].isalnum()}


def _written(text: str) -> str:
    """A text guarded, and quoted if need be."""
    if not (text.isprintable() and text[:1].isalnum()):
        text = guarded(text)
    if "," in text or '"' in text or "\n" in text:
        doubled = text.replace('"', '""')
        return f'"{doubled}"'
    return text
