"""All that a code means in one text and back, for forms that have a name and a description alone.

The definition comes first; what follows stands on lines that begin with a word and a colon.
"""

from collections.abc import Mapping

NAMES = {
    "use_when": "Use when",
    "not_when": "Not when",
    "example": "Example",
    "aliases": "Also called",
    "roles": "Roles",
    "key": "Key",
    "origin": "Origin",
    "status": "Status",
    "merged_into": "Merged into",
    "split_into": "Split into",
    "formerly": "Formerly",
    "id": "Id",
}
"""The fields that a description holds besides the definition, as they are worded."""

_FIELDS = {worded: name for name, worded in NAMES.items()}
_ESCAPE = "\\"


def describe(fields: Mapping[str, str]) -> str:
    """The description of an entry: its definition, and its other fields that are not empty."""
    parts = [_escaped(fields.get("definition", ""))]
    parts += [
        f"{worded}: {_escaped(fields[name])}" for name, worded in NAMES.items() if fields.get(name)
    ]
    head, *rest = parts
    return "\n\n".join(filter(None, (head, "\n".join(rest))))


def read_description(text: str) -> dict[str, str]:
    """The fields of a description; a text that says none of them is all definition."""
    fields: dict[str, list[str]] = {"definition": []}
    at = "definition"
    for line in text.replace("\r\n", "\n").split("\n"):
        word, colon, rest = line.partition(":")
        begins = bool(colon) and word in _FIELDS
        at = _FIELDS[word] if begins else at
        said = rest.removeprefix(" ") if begins else line
        fields.setdefault(at, []).append(said.removeprefix(_ESCAPE))
    return {name: "\n".join(lines).strip() for name, lines in fields.items()}


def _escaped(text: str) -> str:
    """The text with a backslash before each line that would be read as another field."""
    return "\n".join(
        _ESCAPE + line if line.startswith(_ESCAPE) or line.partition(":")[0] in _FIELDS else line
        for line in text.split("\n")
    )
