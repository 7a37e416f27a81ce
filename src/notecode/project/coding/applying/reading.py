"""One line of JSON as it was meant, or what is wrong with it."""

import json
from collections import Counter
from typing import Never

from notecode.errors import UsageError

_LONGEST = 1_000_000
"""Characters of a line: more is no line of this kind."""


def read_line(line: str) -> dict[str, object]:
    """The fields of a line; bytes that are no UTF-8 stand in it as half surrogate pairs.

    Raises:
        UsageError: if it is no JSON object, or says something twice or that JSON cannot answer.

    """
    _check_text(line)
    try:
        said = None
        if len(line) <= _LONGEST:
            said = json.loads(line, parse_constant=_refuse_constant, object_pairs_hook=_once)
        # Half a surrogate pair is no text, nor is a number too large for a float one.
        json.dumps(said, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        raise UsageError(
            "this is no JSON object", hint='A line is such as {"action": "show", "note": "N1"}.'
        )
    return said


def _check_text(line: str) -> None:
    try:
        line.encode()
    except UnicodeEncodeError as error:
        raise UsageError(
            f"this line is not UTF-8 text (character {error.start + 1})",
            hint="Nothing of it was done; save the file as UTF-8.",
        ) from error


def _refuse_constant(name: str) -> Never:
    raise UsageError(f"{name} is no value of JSON", hint="A text, a number, true, false or null.")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    counts = Counter(name for name, _ in pairs)
    twice = [name for name, number in counts.items() if number > 1]
    if twice:
        raise UsageError(
            f"the line says {', '.join(map(repr, twice))} more than once",
            hint="Nothing of it was done; say each once.",
        )
    return dict(pairs)
