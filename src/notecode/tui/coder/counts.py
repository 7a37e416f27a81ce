"""How often each code is used: in the case of the open note and in all, with those beneath it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.style import Style

from notecode.project.coding.counts import totals_in_case
from notecode.text.grid import printable
from notecode.text.layout import pad, shorten
from notecode.tui.coder.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from notecode.model import Agency, Code, Codebook
    from notecode.tui.coder.desk import Desk
    from notecode.tui.coder.screen import CoderScreen
    from notecode.tui.lines import Piece
    from notecode.tui.painting import Look

_PLAIN = Style()
_BOLD = Style(bold=True)
_QUIET = Style(dim=True)


class CodeCounts:
    """This coder's references by code in the case of the open note.

    Asked anew when another case is open, or something was coded.
    """

    def __init__(self, desk: Desk) -> None:
        """Nothing is counted yet."""
        self._desk = desk
        self._asked: object = None
        self._totals: Mapping[str, int] = {}  # others are counted anew, even if they are equal
        self._here: Mapping[str, int] = {}

    @property
    def here(self) -> Mapping[str, int]:
        """References in this case by code."""
        desk = self._desk
        case = desk.page.coded.case.id
        asked = (case, tuple(desk.totals.items()))
        if asked != self._asked or desk.totals is not self._totals:
            self._here = totals_in_case(desk.session, case)
            self._asked, self._totals = asked, desk.totals
        return self._here

    @property
    def everywhere(self) -> Mapping[str, int]:
        """References in all cases by code."""
        return self._desk.totals


def with_beneath(codebook: Codebook, counts: Mapping[str, int]) -> Mapping[str, int]:
    """Each code's references and those of the codes beneath it."""
    found: Counter[str] = Counter()
    for code, number in counts.items():
        if code in codebook.code_by_id:
            found.update({step.id: number for step in codebook.path(code)})
    return found


def panel(desk: Desk, counts: CodeCounts, look: Look, width: int) -> list[list[Piece]]:
    """Every code with its key and counts, then every agency; those attached have a tick.

    A code with others beneath it counts with them, and has a Σ.
    """
    book = desk.codebook
    here, everywhere = with_beneath(book, counts.here), with_beneath(book, counts.everywhere)
    numbers = {
        code.id: f"{here[code.id]}/{everywhere[code.id]}" if everywhere[code.id] else ""
        for code in shown_codes(book)
    }
    most = max(map(len, numbers.values()), default=0)
    label_room = max(width - most - 3, 4)
    head = "case/all"
    code_rows: list[list[Piece]] = [[(pad("activity", width - len(head)) + head, _QUIET)]]
    parents = {code.parent for code in book.codes}
    for code in shown_codes(book):
        has_sum = everywhere[code.id] and code.id in parents
        code_rows.append(
            [
                (f"{code.key or ' '} ", look.code(code.id)),
                (indented(book, code, label_room), _PLAIN),
                ("Σ" if has_sum else " ", _QUIET),
                (numbers[code.id].rjust(most), _PLAIN),
            ]
        )
    agencies = [_agency_row(desk, agency, width) for agency in book.agencies]
    agency_rows: list[list[Piece]] = [[("agency", _QUIET)], *(row for row in agencies if row)]
    if desk.mode == "agencies":
        return [*agency_rows, *code_rows]
    return [*code_rows, *agency_rows]


def shown_codes(book: Codebook) -> list[Code]:
    """The active codes in the order of the tree."""
    return [code for code in book.tree if code.status == "active"]


def indented(book: Codebook, code: Code, room: int) -> str:
    """A code's label as deep as it stands, in ``room`` cells."""
    indent = " " * min(len(book.path(code.id)) - 1, room // 2)
    return pad(indent + shorten(code.label, room - len(indent)), room)


def _agency_row(desk: Desk, agency: Agency, width: int) -> list[Piece]:
    if agency.status != "active":
        return []
    attached = desk.reference is not None and agency.id in desk.reference.agencies
    keys = _BOLD if desk.mode == "agencies" else _QUIET
    return [
        (f"{agency.key or ' '} ", keys),
        (f"{'✓' if attached else ' '}{shorten(printable(agency.label), width - 3)}", _PLAIN),
    ]


class CountsPane(ScrollPane):
    """The same in full, for screens without room beside the note: own, and with those beneath."""

    title = "codes"
    action = "counts"

    def __init__(self, screen: CoderScreen, counts: CodeCounts) -> None:
        """Show the case of the open note."""
        super().__init__(screen)
        self._counts = counts

    def note(self, shown: str) -> str:
        """Whose coding of which case."""
        coded = self.screen.desk.page.coded
        return f"case {printable(coded.case.id)}, and all; {shown}"

    def content(self, width: int) -> Sequence[list[Piece]]:
        """One line a code, with four numbers."""
        desk = self.screen.desk
        book = desk.codebook
        here, everywhere = self._counts.here, self._counts.everywhere
        sums = with_beneath(book, here), with_beneath(book, everywhere)
        label_room = max(width - 2 - 4 * 8 - 2, 12)
        lines: list[list[Piece]] = [
            [(f" {'':{label_room + 2}}{'in this case':>16}{'in all':>16}", _BOLD)],
            [(f" {'':{label_room + 2}}{'own':>8}{'sum':>8}{'own':>8}{'sum':>8}", _QUIET)],
        ]
        for code in shown_codes(book):
            numbers = (
                here.get(code.id, 0),
                sums[0][code.id],
                everywhere.get(code.id, 0),
                sums[1][code.id],
            )
            lines.append(
                [
                    (f" {code.key or ' '} ", self.screen.look.code(code.id)),
                    (indented(book, code, label_room), _PLAIN),
                    ("".join(f"{number:>8,}" for number in numbers), _PLAIN),
                ]
            )
        said = "Own: references with this very code. Sum: with the codes beneath it."
        coder = printable(desk.session.coder)
        return [*lines, [(f" {said}", _QUIET)], [(f" Coding of {coder} alone.", _QUIET)]]


def open_counts(screen: CoderScreen) -> None:
    """Show the counts of all codes."""
    screen.open_pane(CountsPane(screen, screen.counts))


COMMANDS: Mapping[str, Callable[[CoderScreen], object]] = {"counts": open_counts}
"""How often each code is used."""
