"""Keys in the words that a user writes, and in Textual's names for them. Pure.

A key is written as it is typed: "N", ".", "ctrl+n", "shift+tab", "F5", "enter", "up".
"""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

_RENAMED = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
_SYMBOLS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~£§"


def _name(symbol: str) -> str:
    name = unicodedata.name(symbol).lower().replace("-", "_").replace(" ", "_")
    return _RENAMED.get(name, name)


_NAME_OF_SYMBOL: Mapping[str, str] = MappingProxyType({s: _name(s) for s in _SYMBOLS})
_SYMBOL_OF_NAME = {name: symbol for symbol, name in _NAME_OF_SYMBOL.items()}
_NAMED = {
    "enter": "enter",
    "return": "enter",
    "esc": "escape",
    "escape": "escape",
    "tab": "tab",
    "space": "space",
    "backspace": "backspace",
    "del": "delete",
    "delete": "delete",
    "ins": "insert",
    "insert": "insert",
    "home": "home",
    "end": "end",
    "pgup": "pageup",
    "pageup": "pageup",
    "pgdn": "pagedown",
    "pagedown": "pagedown",
    "up": "up",
    "down": "down",
    "left": "left",
    "right": "right",
    **{f"f{number}": f"f{number}" for number in range(1, 25)},
}
_SHOWN = {
    "escape": "Esc",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "delete": "Del",
    "insert": "Ins",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}
_WITH_SHIFT = {"tab", "up", "down", "left", "right", "home", "end", "pageup", "pagedown"}
_SAME_KEY = {"i": "Tab", "m": "Enter", "h": "Backspace", "j": "Enter in some"}
"""What a terminal sends for some letters with ctrl."""


def key_named(word: str) -> str:
    """Textual's name of the key that ``word`` says.

    Raises:
        ValueError: if it says none, or one that terminals cannot tell apart; with the reason.

    """
    written = word.strip() or word
    if len(written) == 1:
        return _single(written)
    *modifiers, last = re.split(r"(?<=[^+])\+", written)
    modifier = "+".join(sorted(part.lower() for part in modifiers))
    named = _NAMED.get(last.lower(), "")
    if not modifiers:
        if named:
            return named
        raise ValueError('is no key: write it as it is typed, such as "N", ".", "ctrl+n" or "F5"')
    if modifier == "shift" and len(last) == 1 and last.isalpha():
        return last.upper()
    if modifier == "shift" and named in _WITH_SHIFT:
        return f"shift+{named}"
    if modifier == "ctrl" and len(last) == 1 and last.isascii() and last.isalpha():
        if last.lower() in _SAME_KEY:
            raise ValueError(f"arrives as {_SAME_KEY[last.lower()]} from a terminal")
        return f"ctrl+{last.lower()}"
    if modifier == "ctrl" and named in {"up", "down", "left", "right", "home", "end"}:
        return f"ctrl+{named}"
    raise ValueError("is no key that every terminal sends: ctrl+letter, F keys and symbols are")


def _single(character: str) -> str:
    if character == " ":
        return "space"
    if character.islower() or character.isdecimal():
        raise ValueError("is for a code: small letters and digits are the codebook's")
    if character.isalpha():
        return character
    if character in _NAME_OF_SYMBOL:
        return _NAME_OF_SYMBOL[character]
    raise ValueError('is no key: write it as it is typed, such as "N", ".", "ctrl+n" or "F5"')


def key_shown(name: str) -> str:
    """How the help writes the key that Textual calls ``name``: "Shift+←", "Ctrl+N", "/"."""
    *modifiers, last = name.split("+")
    shown = _SYMBOL_OF_NAME.get(last) or _SHOWN.get(last)
    if shown is None:
        shown = last.upper() if modifiers and len(last) == 1 else last[:1].upper() + last[1:]
    return "+".join([*(part.capitalize() for part in modifiers), shown])
