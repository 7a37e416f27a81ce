"""Every key, searchable, with what the signs mean; and the help that comes before it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.style import Style

from notecode.text.layout import pad, shorten, width_of
from notecode.tui.coder.help_here import HelpHere
from notecode.tui.coder.searched import SearchedPane, fitting

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from notecode.tui.actions import Action
    from notecode.tui.coder.screen import CoderScreen
    from notecode.tui.lines import Piece

_BOLD = Style(bold=True)
_HEAD = Style(bold=True, underline=True)
_PLAIN = Style()
_TWO_COLUMNS = 100  # cells from which the table stands in two columns

SIGNS: tuple[tuple[str, str, str], ...] = (
    ("Mouse", "click", "selects the unit there; again: its word, then its sentence"),
    ("Mouse", "drag", "selects the words passed over"),
    ("In the margin", "letter │", "a reference with its stripe; + more than there is room for"),
    ("In the margin", "╵", "a stripe ends on this row"),
    ("In the margin", "? ┊", "a suggestion begins on this row; it goes on"),
    ("In the margin", "*", "a memo lies on the reference that begins here"),
    ("In the margin", "!", "a doubtful place: notecode review masks what identifies somebody"),
    ("In the margin", "# /", "a bookmark; words that you look for"),
    ("In the text", "underlined", "coded; bold too where two references lie"),
    ("In the text", "italic", "suggested"),
    ("In the text", "bold", "an agency is mentioned"),
    ("In the text", "␛ ⇄ …", "stand for control characters; an emoji shows its first sign alone"),
    ("In the header", "SYNTHETIC", "the notes are invented, of nobody"),
    ("In the header", "! codebook", "its file cannot be used as it is: the codes are as before"),
    ("In the header", "refs open", "references and suggestions to decide, of this note / of all"),
    ("In the list of codes", "Σ", "with the references of the codes beneath it"),
    (
        "Codes",
        "a small letter",
        "codes the selection, which stays, for a second code; saved at once",
    ),
)
"""What is no action's key: group, sign, what it means."""


def rows_of(actions: Sequence[Action]) -> list[tuple[str, str, str]]:
    """The whole table: group, keys, what they do; then what the signs mean."""
    return [*((a.group, a.shown, a.description) for a in actions), *SIGNS]


def found_rows(rows: Sequence[tuple[str, str, str]], typed: str) -> list[tuple[str, str, str]]:
    """The rows in which words begin with all that is typed; if none do, those that have it."""
    return fitting(rows, map(" ".join, rows), typed)


class EveryKey(SearchedPane):
    """The whole table of keys; what is typed narrows it."""

    title = "every key"
    action = "help"
    none = "no key does that"

    def columns(self, width: int) -> int:
        """One or two."""
        return 2 if width >= _TWO_COLUMNS else 1

    def body(self, width: int) -> list[list[Piece]]:
        """The groups that have what is typed."""
        return _table(found_rows(rows_of(self.screen.actions), self.typed.text), width)


def _table(rows: Sequence[tuple[str, str, str]], width: int) -> list[list[Piece]]:
    keys = max((width_of(shown) for _, shown, _ in rows), default=0)
    room = max(width - keys - 4, 8)
    lines: list[list[Piece]] = []
    for group, members in groupby(rows, key=lambda row: row[0]):
        lines.append(
            [(" ", _PLAIN), (group, _HEAD), (" " * max(width - len(group) - 1, 0), _PLAIN)]
        )
        for _, shown, words in members:
            said = pad(shorten(words, room), room + 1)
            lines.append([(f"  {pad(shown, keys)} ", _BOLD), (said, _PLAIN)])
    return lines


def open_help(screen: CoderScreen) -> None:
    """What the keys do here; asked for again, every key."""
    there = [pane for pane in screen.panes if isinstance(pane, HelpHere)]
    for pane in there:
        screen.close_pane(pane)
    screen.open_pane(EveryKey(screen) if there else HelpHere(screen))


COMMANDS: Mapping[str, Callable[[CoderScreen], object]] = {"help": open_help}
"""Help."""
