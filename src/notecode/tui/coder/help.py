"""Every key, searchable, with what the signs mean; and the help that comes before it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.style import Style
from rich.text import Text

from notecode.text.grid import printable
from notecode.text.layout import pad, shorten, width_of
from notecode.tui.coder.help_here import HelpHere
from notecode.tui.coder.pane import Pane
from notecode.tui.line_edit import LineEdit
from notecode.tui.lines import width_of_pieces
from notecode.tui.overlays import Overlay

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from notecode.model import Codebook
    from notecode.tui.actions import Action
    from notecode.tui.coder.screen import CoderScreen
    from notecode.tui.lines import Piece
    from notecode.tui.painting import Look

_BOLD = Style(bold=True)
_HEAD = Style(bold=True, underline=True)
_PLAIN = Style()
_QUIET = Style(dim=True)
_TWO_COLUMNS = 100  # cells from which the table stands in two columns
_KEPT_ROWS = 7  # header, a row or two of the note, the foot
_STEPS = {"down": 1, "up": -1}

SIGNS: tuple[tuple[str, str, str], ...] = (
    ("Mouse", "click", "selects the unit there; again: its word, then its sentence"),
    ("Mouse", "drag", "selects the words passed over"),
    ("In the margin", "letter │", "a reference with its stripe; + more than there is room for"),
    ("In the margin", "?", "a suggestion begins on this row"),
    ("In the margin", "!", "a doubtful place: notecode review masks what identifies somebody"),
    ("In the margin", "# /", "a bookmark; words that you look for"),
    ("In the text", "underlined", "coded; bold too where two references lie"),
    ("In the text", "italic", "suggested"),
    ("In the text", "bold", "an agency is mentioned"),
    ("In the header", "SYNTHETIC", "the notes are invented, of nobody"),
    ("In the header", "refs open", "references and suggestions to decide, of this note / of all"),
    ("In the list of codes", "Σ", "with the references of the codes beneath it"),
    ("Codes", "a small letter", "codes the selection; every action is saved at once"),
)
"""What is no action's key: group, sign, what it means."""


def rows_of(actions: Sequence[Action]) -> list[tuple[str, str, str]]:
    """The whole table: group, keys, what they do; then what the signs mean."""
    return [*((a.group, a.shown, a.description) for a in actions), *SIGNS]


def found_rows(rows: Sequence[tuple[str, str, str]], typed: str) -> list[tuple[str, str, str]]:
    """The rows in which words begin with all that is typed; if none do, those that have it."""
    wanted = typed.casefold().split()
    texts = [(" ".join(row).casefold(), row) for row in rows]
    begin = [r for t, r in texts if all(any(w.startswith(x) for w in t.split()) for x in wanted)]
    return begin or [row for text, row in texts if all(word in text for word in wanted)]


class EveryKey(Pane):
    """The whole table of keys; what is typed narrows it."""

    hides_strip = True

    def __init__(self, screen: CoderScreen) -> None:
        """Begin at the top with all of it."""
        self._screen = screen
        self._typed = LineEdit()
        self._top = 0
        self._page = 10

    def room(self, height: int) -> int:
        """All but a little of the screen."""
        return max(height - _KEPT_ROWS, 5)

    def take(self, key: str, character: str) -> bool:
        """Take every key."""
        closing = key in {"escape", "enter"} or self._screen.action_of(key) == "help"
        if closing:
            self._screen.close_pane(self)
        elif key in _STEPS or key in {"pagedown", "pageup"}:
            step = _STEPS.get(key) or (self._page if key == "pagedown" else -self._page)
            self._top = max(self._top + step, 0)
        elif self._typed.take(key, character):
            self._top = 0
        self._screen.show()
        return True

    def paste(self, text: str) -> bool:
        """Look for what is pasted."""
        self._typed.insert(text)
        self._top = 0
        return True

    def lines(self, width: int, most: int) -> list[list[Piece]]:
        """The groups that have what is typed, in one column or two."""
        rows = found_rows(rows_of(self._screen.actions), self._typed.text)
        columns = 2 if width >= _TWO_COLUMNS else 1
        table = _table(rows, width // columns)
        high = min(max(most - 1, 1), -(-len(table) // columns) or 1)
        self._page = max(high - 1, 1)
        self._top = min(self._top, max(len(table) - columns * high, 0))
        body = _side_by_side(table[self._top :], columns, high)
        hint = "type to search  ↑ ↓ PgDn  Esc closes"
        title = " every key: "
        typed = self._typed.pieces(max(width - len(title) - len(hint) - 3, 8), _PLAIN)
        used = len(title) + width_of_pieces(typed)
        head: list[Piece] = [(title, _BOLD), *typed]
        head.append(
            (hint.rjust(max(width - used - 1, 0)) if used + len(hint) < width else "", _QUIET)
        )
        return [head, *(body if table else [[("   no key does that", _QUIET)]])]


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


def _side_by_side(lines: list[list[Piece]], columns: int, high: int) -> list[list[Piece]]:
    """As many lines as stand in so many columns, the first column first."""
    return [
        [piece for line in lines[at : columns * high : high] for piece in line]
        for at in range(min(high, len(lines)))
    ]


def open_help(screen: CoderScreen) -> None:
    """What the keys do here; asked for again, every key."""
    there = [pane for pane in screen.panes if isinstance(pane, HelpHere)]
    for pane in there:
        screen.close_pane(pane)
    screen.open_pane(EveryKey(screen) if there else HelpHere(screen))


def show_codebook(screen: CoderScreen) -> None:
    """Every code and what it means."""
    screen.lay_over(Overlay(codebook_text(screen.desk.codebook, screen.look)))


def codebook_text(codebook: Codebook, look: Look) -> Text:
    """Every code with its key, definition and when to use it."""
    text = Text()
    for code in codebook.codes:
        if code.status != "active":
            continue
        text.append(f"{code.key or ' '} ", look.code(code.id))
        text.append(" › ".join(printable(c.label) for c in codebook.path(code.id)), "bold")
        text.append(f"\n  {printable(code.definition)}\n")
        for name, value in (("Use when", code.use_when), ("Not when", code.not_when)):
            if value:
                text.append(f"  {name}: ", "italic")
                text.append(f"{printable(value)}\n")
        text.append("\n")
    return text


COMMANDS: Mapping[str, Callable[[CoderScreen], object]] = {
    "help": open_help,
    "codebook": show_codebook,
}
"""Help, and the codebook."""
