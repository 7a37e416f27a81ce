"""What the keys do here: a few lines that follow the cursor, while the keys do what they say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.style import Style

from notecode.text.grid import printable
from notecode.text.layout import pad, shorten, width_of
from notecode.tui.coder.pane import Pane

if TYPE_CHECKING:
    from notecode.tui.coder.desk import Desk
    from notecode.tui.coder.screen import CoderScreen
    from notecode.tui.lines import Piece

_BOLD = Style(bold=True)
_PLAIN = Style()
_QUIET = Style(dim=True)
_COLUMN = 38  # cells of a column, at least

LETTER = "letter"
"""Stands for any small letter or digit, which is no action's key."""

_SUGGESTION: Mapping[str, str] = {
    "accept": "accept it, on to the next",
    "reject": "reject it, on to the next",
    LETTER: "code it so, and stay",
    "codes": "find another code for it",
    "next-suggestion": "leave it open, next one",
    "previous-suggestion": "the one before",
    "all-of-rule": "all of this rule here",
    "why": "why it was suggested",
    "definition": "what the code means",
    "cancel": "select the unit here",
    "undo": "undo",
    "next-note": "next note",
}
_REFERENCE: Mapping[str, str] = {
    LETTER: "code the selection too",
    "recode": "give it another code",
    "agencies": "attach or take off agencies",
    "resize": "move its bounds",
    "delete": "delete it",
    "memo": "write a memo on it",
    "definition": "what the code means",
    "other-end": "the other reference here",
    "next-reference": "next reference",
    "previous-reference": "previous reference",
    "undo": "undo",
    "next-suggestion": "next suggestion",
}
_TEXT: Mapping[str, str] = {
    LETTER: "code the selection",
    "codes": "find a code, or make one",
    "repeat": "the code used last again",
    "widen": "wider unit",
    "narrow": "narrower unit",
    "mark": "mark, then move to extend",
    "jump": "jump to a word",
    "next-suggestion": "next suggestion",
    "next-note": "next note",
    "done": "done with it; on to the next",
    "memo": "write a memo on the note",
    "find": "find words in the notes",
    "filter": "filter the list of notes",
    "case": "the case: read and set",
    "undo": "undo",
}
_MODES: Mapping[str, Mapping[str, str]] = {
    "recode": {
        LETTER: "it gets that code",
        "codes": "find the code by typing",
        "cancel": "leave it as it is",
    },
    "agencies": {
        LETTER: "attach it or take it off",
        "accept": "done",
        "cancel": "the same",
    },
    "resize": {
        "left": "the end back by a word",
        "right": "the end on by a word",
        "extend-left": "by a letter",
        "extend-right": "by a letter",
        "other-end": "move the other end",
        "widen": "move by a wider unit",
        "narrow": "move by a narrower unit",
        "accept": "save the new bounds",
        "cancel": "leave them as they were",
    },
}


class HelpHere(Pane):
    """What the keys do at the cursor. It takes no key but those that close it."""

    def __init__(self, screen: CoderScreen) -> None:
        """Follow the cursor of the screen."""
        self._screen = screen

    def take(self, key: str, character: str) -> bool:
        """Esc, Enter and q close it, and do nothing else; every other key does what it does."""
        del character
        if key not in {"escape", "enter", "q"}:
            return False
        self._screen.close_pane(self)
        self._screen.show()
        return True

    def lines(self, width: int, most: int) -> list[list[Piece]]:
        """Where one is, and the keys in as many columns as fit."""
        desk = self._screen.desk
        what, keys = here(desk)
        known = {action.id: action.shown for action in self._screen.actions}
        rows = [
            (_key(action_id, known), words)
            for action_id, words in keys.items()
            if action_id == LETTER or action_id in known
        ]
        columns = max(width // _COLUMN, 1)
        ends = f"{desk.keys['help']} every key  Enter closes this"
        room = max(width - width_of(ends) - 4, 10)
        first: list[Piece] = [
            (f" {pad(shorten(printable(what), room), room)}  ", _BOLD),
            (ends, _QUIET),
        ]
        return [first, *in_columns(rows, columns, width)][:most]


def _key(action_id: str, known: Mapping[str, str]) -> str:
    return "a letter" if action_id == LETTER else known[action_id].split()[0]


def in_columns(rows: Sequence[tuple[str, str]], columns: int, width: int) -> list[list[Piece]]:
    """Keys and words, filled column by column from the top."""
    high = -(-len(rows) // columns) or 1
    cell = width // columns
    keys = max((width_of(key) for key, _ in rows), default=0)
    lines: list[list[Piece]] = []
    for at in range(min(high, len(rows))):
        pieces: list[Piece] = []
        for key, words in rows[at::high]:
            room = max(cell - keys - 3, 4)
            pieces += [
                (f" {pad(key, keys)} ", _BOLD),
                (pad(shorten(words, room), room + 1), _PLAIN),
            ]
        lines.append(pieces)
    return lines


def here(desk: Desk) -> tuple[str, Mapping[str, str]]:
    """Where one is in words, and what the actions (or a letter) do there."""
    if desk.mode != "read":
        label = desk.label(desk.reference.code) if desk.reference else ""
        doing = {"recode": "another code for", "agencies": "agencies of", "resize": "bounds of"}
        return f"{doing[desk.mode]} {label}", _MODES[desk.mode]
    if desk.suggestion is not None:
        return f"suggested here: {desk.label(desk.suggestion.code)}", _SUGGESTION
    if desk.reference is not None:
        return f"coded here: {desk.label(desk.reference.code)}", _REFERENCE
    return f"selected here: a {desk.cursor.level}", _TEXT
