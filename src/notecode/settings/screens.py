"""``[coder]`` and ``[review]``: whose coding it is, the theme, keys of the user's own.

Which actions there are is the screens' own business: a keymap is checked against them by the
coder when it starts (``tui/keymap.py``), with the lines that are kept here.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Theme = Literal["auto", "dark", "light"]
"""The colours of the screens; auto takes what the terminal says of its background, else dark."""

Advance = Literal["suggestion", "note"]
"""Where one is once the last suggestion of a note is accepted or rejected: there still, or on the
next note with some. A code's letter never moves the place."""

Problems = Callable[[str, str, str, str], None]
"""Told the table, the key, what is wrong with it, and a hint."""


@dataclass(frozen=True, slots=True)
class OwnKeys:
    """The keys that a user gives an action, in words such as "ctrl+n", "N", "." or "F5".

    ``line`` is where the file says so, if that is known.
    """

    words: tuple[str, ...]
    line: int | None = field(default=None, compare=False)


def read_keys(
    table: str, data: Mapping[str, object], lines: Mapping[tuple[str, str], int], problem: Problems
) -> dict[str, OwnKeys]:
    """The keys of the actions named in one table, by action id."""
    found = {}
    for action, value in data.items():
        words = [value] if isinstance(value, str) else value
        if isinstance(words, list) and all(isinstance(word, str) for word in words):
            found[action] = OwnKeys(tuple(words), lines.get((table, action)))
        else:
            problem(table, action, "must be a key or a list of keys", 'such as "ctrl+n"')
    return found


def named_twice(text: str) -> tuple[int, int] | None:
    """The lines where ``coder = "…"`` stands beside a ``[coder]`` table, which TOML forbids."""
    lines = text.split("\n")
    values = [n for n, line in enumerate(lines, 1) if re.match(r"coder\s*=", line)]
    tables = [n for n, line in enumerate(lines, 1) if re.match(r"\s*\[coder[\].]", line)]
    return (values[0], tables[0]) if values and tables else None
