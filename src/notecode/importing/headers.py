"""Where the table in a file begins and ends: preamble above, header, footer below."""

import re
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
    if asked:
        best = max(
            range(len(searched)), key=lambda n: (_hits(searched[n], asked), -n), default=None
        )
        if best is not None and _hits(searched[best], asked):
            return best
    scored = [(header_score(row), -place) for place, row in enumerate(searched)]
    score, place = max(scored, default=(0, 0))
    return -place if score else None


def header_score(row: Row) -> int:
    """How many of the row's cells are known headers; 0 if the row cannot be a header."""
    cells = [cell.strip() for cell in row.cells if cell.strip()]
    known = sum(1 for cell in cells if len(cell) <= _LONGEST_HEADER and is_known(cell))
    if len(cells) < 2 or not known:
        return 0
    values = sum(1 for cell in cells if _VALUE.fullmatch(cell) and not is_known(cell))
    if any(len(cell) > _LONGEST_HEADER for cell in cells) or values * 3 > len(cells):
        return 0
    if known >= 2 or (known * 3 >= len(cells) and not values):
        return known
    return 0


def find_footer(rows: Sequence[Row], width: int) -> int:
    """How many of the last rows stand below the table; blank rows are not among them."""
    count = 0
    for row in reversed(rows):
        if not _is_footer(row, width):
            break
        count += 1
    return count


def is_repeated_header(row: Row, headers: Sequence[str]) -> bool:
    """Whether the row is the header once more, as reports print it on every page."""
    return [cell.strip() for cell in row.cells[: len(headers)]] == list(headers)


def _is_footer(row: Row, width: int) -> bool:
    places = [place for place, cell in enumerate(row.cells) if cell.strip()]
    if width < 3 or not places or len(places) > 3:
        return False
    if _FOOTER.match(row.cells[places[0]]):
        return len(places) < width
    return len(places) == 1 and places[0] == 0


def _hits(row: Row, asked: set[str]) -> int:
    return sum(1 for cell in row.cells if squash(cell) in asked)
