"""Delimited text -> rows: encoding, delimiter, quotes, and what is wrong with them."""

import csv
import io
from collections.abc import Iterator, Sequence

from notecode.importing.encoding import decode
from notecode.importing.headers import find_header, header_score
from notecode.importing.problems import ProblemLog
from notecode.importing.rows import Records, Row
from notecode.settings import Layout

_DELIMITERS = ",\t;|"
_SNIFFED_LINES = 400
_MOST_BROKEN = 20
_LARGEST_CELL = 64 * 1024 * 1024


def read_delimited(data: bytes, layout: Layout, file: str) -> Records:
    """Every row of the text; rows that cannot be told apart are reported and left out.

    Raises:
        InputError: the bytes are not in the encoding that was declared.

    """
    csv.field_size_limit(_LARGEST_CELL)
    log = ProblemLog(file)
    decoded = decode(data, layout.encoding, log)
    # StringIO ends a line at CR, LF or CRLF only, unlike str.splitlines.
    lines = list(io.StringIO(decoded.text, newline=""))
    delimiter = layout.delimiter or _said_delimiter(lines) or _sniff_delimiter(lines, layout)
    rows = list(_read_rows(lines, delimiter, log))
    if _said_delimiter(lines) and rows:
        rows[0] = Row(rows[0].number, (), rows[0].line)
    return Records(
        rows=rows, problems=list(log.all()), encoding=decoded.encoding, delimiter=delimiter
    )


def _said_delimiter(lines: Sequence[str]) -> str:
    """The delimiter of Excel's own first line, "sep=;"."""
    first = lines[0].strip().strip('"') if lines else ""
    return first[4:5] if first.lower().startswith("sep=") and len(first) == 5 else ""


def _sniff_delimiter(lines: Sequence[str], layout: Layout) -> str:
    """The delimiter under which the start of the file looks most like a table."""
    wanted = [header for headers in layout.columns.values() for header in headers]

    def score(delimiter: str) -> tuple[int, int, int]:
        unread = ProblemLog("")
        rows = [*_read_rows(lines[:_SNIFFED_LINES], delimiter, unread)]
        place = _asked_row(rows, layout)
        if place is None:
            place = find_header(rows, wanted)
        width = len(rows[place].cells) if place is not None else 0
        known = header_score(rows[place]) if place is not None else 0
        regular = sum(1 for row in rows if len(row.cells) == width) if width > 1 else 0
        return (known, width if width > 1 else 0, regular)

    best = max(_DELIMITERS, key=score)
    if any(score(best)):
        return best
    text = "".join(lines[:_SNIFFED_LINES])
    return max(_DELIMITERS, key=text.count)


def _asked_row(rows: Sequence[Row], layout: Layout) -> int | None:
    """The place of the row that the layout says is the header, if it says one."""
    return next((n for n, row in enumerate(rows) if row.number == layout.header_row), None)


def _read_rows(lines: Sequence[str], delimiter: str, log: ProblemLog) -> Iterator[Row]:
    """Read strictly; after a broken quotation mark go on with the line below its row."""
    start = number = broken = 0
    while start < len(lines):
        reader = csv.reader(lines[start:], delimiter=delimiter, strict=True)
        base, read = start, 0
        try:
            for cells in reader:
                number += 1
                yield Row(number, cells, base + read + 1)
                read = reader.line_num
            return
        except csv.Error:
            number += 1
            broken += 1
            start = base + read + 1
            log.add(
                "a quotation mark is opened and not closed as it should be",
                row=number,
                line=start,
                hint='a cell with quotes in it is written "like ""this"" one"',
            )
        if broken == _MOST_BROKEN:
            log.add("too many broken quotation marks; the rest of the file is not read", line=start)
            return
