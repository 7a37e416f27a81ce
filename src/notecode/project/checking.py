"""Checking a codebook without touching the project."""

from pathlib import Path

from notecode.codebook import parse_codebook, read_codebook
from notecode.errors import Problem
from notecode.model import Codebook


def check_codebook(path: Path) -> tuple[Codebook | None, tuple[Problem, ...]]:
    """The codebook, or None, and every problem and warning.

    Raises:
        CodebookError: if the file cannot be read at all.

    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return read_codebook(path), ()
    return parse_codebook(text, path.name)
