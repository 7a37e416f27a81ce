"""Where the table in a file begins and ends: preamble above, header, footer below."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from notecode.importing.columns import is_known, squash
from notecode.importing.dates import share_of_dates
from notecode.importing.rows import Row

_SEARCHED = 60
_LONGEST_HEADER = 80
_COMPARED = 100
_LONGEST_NAME = 40
_MOST_WORDS = 6
_NO_NAMES = frozenset(
    ("unknown", "none", "na", "nil", "no", "yes", "notknown", "notrecorded", "missing", "null")
)
_TITLES = frozenset(["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev", "pc", "dc", "ds"])
_VALUE = re.compile(r"\s*[-+£$]?[\d.,:/\s-]+%?\s*|\s*[A-Za-z]{0,4}[-/ ]?\d[\w-]*\s*")
_FOOTER = re.compile(
    r"\s*(?:grand\s+)?(?:total|end of (?:report|file|data|export)|printed|generated|produced|"
    r"exported|report|page \d|number of|no\. of|records?\b|rows?\b|count|confidential|official|"
    r"restricted|\*{3,}|-{3,}|={3,}|©)",
    re.IGNORECASE,
)


def find_header(rows: Sequence[Row], wanted: Iterable[str] = ()) -> int | None:
    """The place in ``rows`` of the row that names the columns, or None.

    A row is taken for the header only if it has known headers in it, or those ``wanted``, or is
    the first and of another kind than the rows below: a table without headers must not have its
    first row printed as if it were names of columns.
    """
    searched = rows[:_SEARCHED]
    asked = {squash(header) for header in wanted}
    scored = [(_hits(row, asked), header_score(row), -n) for n, row in enumerate(searched)]
    hits, score, place = max(scored, default=(0, 0, 0))
    if hits or score:
        return -place
    first = next((n for n, row in enumerate(searched) if row.filled), None)
    if first is None or not stands_apart(rows[first], rows[first + 1 :]):
        return None
    return first


def is_header(row: Row, wanted: Iterable[str] = (), below: Sequence[Row] = ()) -> bool:
    """Whether the row may be taken for the header when the user says that it is."""
    return find_header([row], wanted) is not None or stands_apart(row, below)


def stands_apart(row: Row, below: Sequence[Row]) -> bool:
    """Whether the row is built like a header whatever its words: short, full, all different.

    At least two columns must hold below it what it does not: dates, numbers, ids, long texts.
    """
    cells = [cell.strip() for cell in row.cells]
    while cells and not cells[-1]:
        cells.pop()
    names = [squash(cell) for cell in cells]
    if len(names) < 2 or len(set(names)) < len(names) or not all(map(_is_name, cells)):
        return False
    rows = [other for other in below if other.filled][:_COMPARED]
    if len(rows) < 2 or any(any(map(str.strip, other.cells[len(cells) :])) for other in rows):
        return False
    apart = 0
    for place, name in enumerate(names):
        column = [c for other in rows if (c := "".join(other.cells[place : place + 1]).strip())]
        if name in map(squash, column):
            return False
        apart += _is_of_another_kind(column)
    return apart >= 2


def _is_name(cell: str) -> bool:
    """Whether the cell may name a column: no date, number, address, title or "Surname, First"."""
    words = cell.split()
    return (
        len(cell) <= _LONGEST_NAME
        and 0 < len(words) <= _MOST_WORDS
        and words[0][0].isalpha()
        and squash(cell) not in _NO_NAMES
        and words[0].strip(".").casefold() not in _TITLES
        and not any(character in cell for character in ",@;")
        and not _VALUE.fullmatch(cell)
        and not share_of_dates([cell])
    )


def _is_of_another_kind(column: Sequence[str]) -> bool:
    """Whether nearly all of the cells are what no header is."""
    if len(column) < 2:
        return False
    values = sum(1 for cell in column if len(cell) <= 60 and _VALUE.fullmatch(cell))
    dates = share_of_dates(cell for cell in column if len(cell) <= 60) if not values else 0
    mean = sum(map(len, column)) / len(column)
    return values >= 0.8 * len(column) or dates >= 0.8 or mean >= _LONGEST_NAME


def header_score(row: Row) -> int:
    """How many of the row's cells are known headers; 0 if the row cannot be a header."""
    cells = [cell.strip() for cell in row.cells if cell.strip()]
    known = sum(1 for cell in cells if len(cell) <= _LONGEST_HEADER and is_known(cell))
    if len(cells) < 2 or not known:
        return 0
    values = sum(1 for cell in cells if _VALUE.fullmatch(cell) and not is_known(cell))
    if any(len(cell) > _LONGEST_HEADER for cell in cells):
        return 0
    # "Phone" and "Case manager" stand in rows of data too, but there with ids and dates.
    enough = known * 2 > len(cells) if values else known >= 2 or known * 3 >= len(cells)
    return known if enough else 0


def find_footer(rows: Sequence[Row], width: int) -> int:
    """How many of the last rows stand below the table; blank rows are not among them."""
    if width < 3:
        return 0
    count = 0
    while count < len(rows) and _is_footer(rows[-1 - count]):
        count += 1
    usual = _usual_places(rows[: len(rows) - count], width)
    while count and len(usual.intersection(_places(rows[-count]))) * 2 > len(usual):
        count -= 1
    return count


def is_repeated_header(row: Row, headers: Sequence[str]) -> bool:
    """Whether the row is the header once more, as reports print it on every page."""
    return [cell.strip() for cell in row.cells[: len(headers)]] == list(headers)


def _is_footer(row: Row) -> bool:
    places = _places(row)
    return places == [0] or (0 < len(places) <= 3 and bool(_FOOTER.match(row.cells[places[0]])))


def _usual_places(rows: Sequence[Row], width: int) -> set[int]:
    """The columns that nearly every row fills; all of them if there is no row."""
    filled = Counter(place for row in rows for place in _places(row) if place < width)
    usual = {place for place, count in filled.items() if count >= 0.9 * len(rows)}
    return usual or set(range(width))


def _places(row: Row) -> list[int]:
    return [place for place, cell in enumerate(row.cells) if cell.strip()]


def _hits(row: Row, asked: set[str]) -> int:
    """How many of the headers asked for the row has; 0 if fewer than half of them."""
    cells = {squash(cell) for cell in row.cells if len(cell) <= _LONGEST_HEADER}
    hits = len(cells & asked)
    return hits if hits * 2 >= len(asked) else 0
