"""Where the table in a file begins and ends: preamble above, header, footer below."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from notecode.importing.columns import is_known, squash
from notecode.importing.rows import Row

_SEARCHED = 60
_LONGEST_HEADER = 80
_VALUE = re.compile(r"\s*[-+£$]?[\d.,:/\s-]+%?\s*|\s*[A-Za-z]{0,4}[-/ ]?\d[\w-]*\s*")
_FOOTER = re.compile(
    r"\s*(?:grand\s+)?(?:total|end of (?:report|file|data|export)|printed|generated|produced|"
    r"exported|report|page \d|number of|no\. of|records?\b|rows?\b|count|confidential|official|"
    r"restricted|\*{3,}|-{3,}|={3,}|©)",
    re.IGNORECASE,
)


def find_header(rows: Sequence[Row], wanted: Iterable[str] = ()) -> int | None:
    """The place in ``rows`` of the row that names the columns, or None.

    A row is taken for the header only if it has known headers in it, or those ``wanted``: a
    table without headers must not have its first row printed as if it were names of columns.
    """
    searched = rows[:_SEARCHED]
    asked = {squash(header) for header in wanted}
    scored = [(_hits(row, asked), header_score(row), -n) for n, row in enumerate(searched)]
    hits, score, place = max(scored, default=(0, 0, 0))
    return -place if hits or score else None


def is_header(row: Row, wanted: Iterable[str] = ()) -> bool:
    """Whether the row may be taken for the header when the user says that it is."""
    return find_header([row], wanted) is not None


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
