"""What an action is, and the actions that every screen over a note has.

A lower-case letter or a digit is never an action's key: those belong to the codebook.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a screen can do.

    ``keys`` are Textual's names of its keys, with commas between; ``shown`` is how the help
    writes them. ``id`` names it in a keymap.
    """

    id: str
    keys: str
    shown: str
    description: str
    group: str


def group_of_actions(name: str, *rows: tuple[str, str, str, str]) -> tuple[Action, ...]:
    """Actions of one group: id, keys, the keys as shown, description."""
    return tuple(Action(*row, group=name) for row in rows)


SELECTING = group_of_actions(
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
)
"""What every screen over a note has for moving in it and selecting."""
