"""Write back into ``codebook.yaml``: a new code joins the list, and all else stays as it was."""

import json
from dataclasses import fields

from notecode.codebook.loading import parse_codebook
from notecode.errors import CodebookError, Problem
from notecode.model import Code

_DEFAULTS = {"origin": "pre-set", "status": "active"}


def add_code(text: str, code: Code) -> str:
    """The codebook's text with ``code`` after the last code; comments and order are kept.

    Raises:
        CodebookError: if the text is no sound codebook, or would not be one with this code
            (its id or key is taken, its parent unknown); nothing is changed.

    """
    _require_sound(text)
    at = _end_of_codes(text)
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    changed = "".join([*lines[:at], *_entry(code, _indent_of_codes(text)), *lines[at:]])
    _require_sound(changed)
    return changed


def _require_sound(text: str) -> None:
    book, problems = parse_codebook(text, "codebook.yaml")
    if book is None:
        fatal: list[Problem] = [problem for problem in problems if problem.fatal]
        raise CodebookError("the code cannot be added to the codebook", problems=fatal)


def _code_marks(text: str) -> tuple[int, int]:
    """Column of the dashes before the codes, and the line (from 0) after the last code."""
    from ruamel.yaml import YAML

    top = YAML(typ="safe", pure=True).compose(text)
    codes = next(value for key, value in top.value if key.value == "codes")
    if codes.flow_style:
        raise CodebookError(
            "the codes are written as one bracketed list",
            hint="write each code on lines of its own",
        )
    return codes.start_mark.column, _last_line(codes)


def _last_line(node: object) -> int:
    """The line (from 0) after the last scalar inside a node."""
    value = getattr(node, "value", None)
    if isinstance(value, list) and value:
        last = value[-1]
        return _last_line(last[1] if isinstance(last, tuple) else last)
    mark = node.end_mark  # type: ignore[attr-defined]
    return int(mark.line) + (1 if mark.column else 0)


def _indent_of_codes(text: str) -> str:
    return " " * _code_marks(text)[0]


def _end_of_codes(text: str) -> int:
    return _code_marks(text)[1]


def _entry(code: Code, indent: str) -> list[str]:
    """The code as YAML lines; every text is quoted, so that none can be read as anything else."""
    lines: list[str] = []
    for item in fields(Code):
        value = getattr(code, item.name)
        if value and _DEFAULTS.get(item.name) != value:
            lead = "- " if not lines else "  "
            lines.append(f"{indent}{lead}{item.name}: {_quoted(value)}\n")
    return lines


def _quoted(text: str) -> str:
    """The text as a double-quoted YAML scalar; what cannot be seen is written as an escape."""
    return "".join(
        char if char.isprintable() else f"\\U{ord(char):08x}"
        for char in json.dumps(text, ensure_ascii=False)
    )
