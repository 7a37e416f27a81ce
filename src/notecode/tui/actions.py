"""The one table of what the coder can do: it makes the keys, the help and the palette.

A lower-case letter or a digit is never in it: those belong to the codebook.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the coder can do.

    ``keys`` are Textual's names of its keys, with commas between; ``shown`` is how the help
    writes them. ``id`` names it in a keymap.
    """

    id: str
    keys: str
    shown: str
    description: str
    group: str


def group_of_actions(name: str, *rows: tuple[str, str, str, str]) -> Iterable[Action]:
    """Actions of one group: id, keys, the keys as shown, description."""
    return [Action(*row, group=name) for row in rows]


ACTIONS: tuple[Action, ...] = (
    *group_of_actions(
        "Suggestions",
        ("accept", "enter", "Enter", "accept the suggestion; save new bounds"),
        ("reject", "backspace,ctrl+h", "Backspace", "reject the suggestion"),
        ("next-suggestion", "tab", "Tab", "next suggestion, in the next note if need be"),
        ("previous-suggestion", "shift+tab", "Shift+Tab", "previous suggestion of this note"),
    ),
    *group_of_actions(
        "Selecting",
        ("left", "left", "←", "previous word, clause, sentence or paragraph"),
        ("right", "right", "→", "next word, clause, sentence or paragraph"),
        ("up", "up", "↑", "line up"),
        ("down", "down", "↓", "line down"),
        ("page-up", "pageup", "PgUp", "screen up"),
        ("page-down", "pagedown", "PgDn", "screen down"),
        ("first", "home", "Home", "beginning of the note"),
        ("last", "end", "End", "end of the note"),
        ("widen", "right_square_bracket,plus", "] +", "wider unit: up to the paragraph"),
        ("narrow", "left_square_bracket,minus", "[ -", "narrower unit: down to the word"),
        ("mark", "V", "V", "mark here; moving then extends the selection"),
        ("extend-left", "shift+left", "Shift+←", "extend to the left"),
        ("extend-right", "shift+right", "Shift+→", "extend to the right"),
        ("extend-up", "shift+up", "Shift+↑", "extend a line up"),
        ("extend-down", "shift+down", "Shift+↓", "extend a line down"),
        ("other-end", "O", "O", "other end of the selection; other reference here"),
        ("cancel", "escape", "Esc", "cancel; select the unit at the cursor"),
    ),
    *group_of_actions(
        "References",
        ("next-reference", "greater_than_sign", ">", "next reference of this note"),
        ("previous-reference", "less_than_sign", "<", "previous reference of this note"),
        ("recode", "C", "C", "give the reference another code: C, then its letter"),
        ("agencies", "A", "A", "attach agencies or take them off: A, then their letters"),
        ("resize", "Z", "Z", "change the reference's bounds, Enter to save"),
        ("delete", "X,delete", "X", "delete the reference"),
        ("undo", "U", "U", "undo the last action, of this or an earlier session"),
        ("redo", "R", "R", "redo what was undone"),
    ),
    *group_of_actions(
        "Notes",
        ("next-note", "N", "N", "next note"),
        ("previous-note", "P", "P", "previous note"),
        ("next-suggested", "S", "S", "next note with suggestions"),
        ("next-flag", "D", "D", "next doubtful place, in the next note if need be"),
        ("filter", "F", "F", "list all notes, those uncoded, with suggestions, doubtful"),
        ("find", "slash", "/", "find a text in this note and those after it"),
        ("find-next", "M", "M", "next place with that text"),
        ("go", "G", "G", "go to a case, a note, or a place in the list"),
    ),
    *group_of_actions(
        "Screen",
        ("list", "L", "L", "show or hide the list of notes"),
        ("codebook", "K", "K", "the codebook: every code and what it means"),
        ("palette", "colon,ctrl+p", ":", "find an action or a code by its name"),
        ("help", "question_mark", "?", "this help"),
        ("quit", "Q,ctrl+q,ctrl+c", "Q", "quit; everything is saved already"),
    ),
)
"""Every action, in the order in which the help shows them."""

ACTION_BY_ID = {action.id: action for action in ACTIONS}

SELECTING: tuple[Action, ...] = tuple(
    ACTION_BY_ID[name]
    for name in (
        *("left", "right", "up", "down", "page-up", "page-down", "first", "last"),
        *("widen", "narrow", "mark", "extend-left", "extend-right", "extend-up", "extend-down"),
    )
)
"""What every screen over a note has for moving in it and selecting."""
