"""Numbers in a table or a form that the head of their column says are references."""

import re
from collections.abc import Iterable, Iterator, Sequence

from notecode.anonymising.findings import REFERENCE, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.recognisers.base import NoteRecogniser

_HEAD = re.compile(
    r"(?:(?:log|cad|inc|incident|occ|occurrence|crime|case|collar|badge|warrant|nhs|prison|crn|urn|"
    r"pnc|ref|reference|id|exhibit|seal|delius|client|person|niche|storm|our|your|officer)"
    r"[ ]?){1,2}"
    r"(?:nos?\.?|number|num|id|ref|#)?",
    re.IGNORECASE,
)
_CELL = re.compile(
    r"[ ]*(?P<number>[A-Za-z]{0,4}[/\- ]?[0-9][0-9A-Za-z]*(?:[/\- ][0-9A-Za-z]+)*)[ ]*"
)
_DAY = re.compile(r"[0-9]{1,2}[/.\-][0-9]{1,2}(?:[/.\-][0-9]{2,4})?|[0-9]{1,2}[ ][A-Za-z]{3,9}.*")
_FEWEST_CELLS = 2
_FEWEST_DIGITS = 2


class TableNumberRecogniser(NoteRecogniser):
    """The cells of columns headed "Ref", "Log no", "Collar" and the like."""

    def __init__(self) -> None:
        super().__init__(supported_entities=[REFERENCE], name="table-number")

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:  # noqa: ARG002
        """The numbers in the columns of the text that hold references."""
        if "\t" not in text and "|" not in text:
            return
        columns: frozenset[int] = frozenset()
        start = 0
        for line in text.split("\n"):
            cells = line.replace("|", "\t").split("\t")
            if len(cells) < _FEWEST_CELLS:
                columns = frozenset()
            elif heads := _heads(cells):
                columns = heads
            else:
                yield from _numbers(cells, columns, start)
            start += len(line) + 1


def _heads(cells: Sequence[str]) -> frozenset[int]:
    """The columns that hold references, if the cells are the heads of a table."""
    if any(c.isdigit() for cell in cells for c in cell):
        return frozenset()
    return frozenset(
        number for number, cell in enumerate(cells) if _HEAD.fullmatch(cell.strip(" :*"))
    )


def _numbers(cells: Sequence[str], columns: frozenset[int], start: int) -> Iterator[Finding]:
    position = start
    for number, cell in enumerate(cells):
        match = _CELL.fullmatch(cell) if number in columns else None
        if match and not _DAY.fullmatch(match["number"]):
            written = match["number"]
            if sum(c.isdigit() for c in written) >= _FEWEST_DIGITS:
                begin = position + match.start("number")
                yield Finding(begin, begin + len(written), REFERENCE, 0.82, "table-number")
        position += len(cell) + 1
