"""Text as spreadsheets take it: clean, never run as a formula; and rows of it as CSV.

Whatever is written as CSV is written here: comma-separated, LF line ends.
"""

import csv
import re
from collections.abc import Iterable
from typing import TextIO

CSV_ENCODING = "utf-8-sig"
"""UTF-8 with a byte order mark, by which spreadsheets know it."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula (or, at the start, hide one)."""

_GUARD = "'"
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


def write_csv_rows(rows: Iterable[Iterable[str | float | None]], file: TextIO) -> None:
    """Write rows as CSV, their texts guarded; None is an empty cell.

    Raises:
        OSError: if the file cannot be written.

    """
    writer = csv.writer(file, lineterminator="\n")
    # What is printable and begins with a letter or digit, as most cells do, needs no guard.
    writer.writerows(
        [
            cell
            if not isinstance(cell, str) or (cell.isprintable() and cell[:1].isalnum())
            else guarded(cell)
            for cell in row
        ]
        for row in rows
    )
