"""Values as YAML text: plain where that is safe, folded where it is long, else in quotes."""

import json
import re
import textwrap

WIDTH = 100
"""Columns that a written line takes at most."""

_PLAIN = re.compile(r"[^\W\d_](?:[^\W_]|[ .,;/()'&+_-])*")
_SIMPLE_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NOT_TEXT = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}
_IN_BRACKETS = frozenset(",[]{}")


def value_text(value: str | tuple[str, ...], *, indent: int, taken: int, flow: bool = False) -> str:
    """A text or a list of ids, ready to stand after ``name: ``.

    ``indent`` is the column of the field's name, ``taken`` the columns used before the value;
    ``flow`` says that it stands within brackets. Line ends are LF.
    """
    if isinstance(value, tuple):
        return f"[{', '.join(_inline(item, flow=True) for item in value)}]"
    inline = _inline(value, flow=flow)
    if flow or taken + len(inline) <= WIDTH or not _foldable(value):
        return inline
    pad = " " * (indent + 2)
    lines = textwrap.wrap(value, WIDTH - len(pad), break_long_words=False, break_on_hyphens=False)
    return ">-\n" + "\n".join(pad + line for line in lines)


def _inline(value: str, *, flow: bool) -> str:
    """The text on one line, in quotes unless it cannot be read as anything else."""
    plain = (
        (_PLAIN.fullmatch(value) or (_SIMPLE_WORD.fullmatch(value) and not value[0].isdigit()))
        and not value.endswith(" ")
        and "  " not in value
        and value.casefold() not in _NOT_TEXT
        and not (flow and _IN_BRACKETS & set(value))
    )
    return value if plain else quoted(value)


def _foldable(value: str) -> bool:
    """Whether folding gives the text back: one paragraph of words with single spaces."""
    return value.isprintable() and value == " ".join(value.split(" ")).strip() and "  " not in value


def quoted(text: str) -> str:
    """The text as a double-quoted YAML scalar; what cannot be seen is written as an escape."""
    return "".join(
        char if char.isprintable() else f"\\U{ord(char):08x}"
        for char in json.dumps(text, ensure_ascii=False)
    )
