"""Making a project directory."""

import os
from contextlib import suppress
from pathlib import Path

from notecode.codebook import (
    codebook_schema_text,
    shipped_codebook_edited,
    shipped_codebook_text,
)
from notecode.errors import UsageError, WriteError
from notecode.project.project import CODEBOOK_FILE, SETTINGS_FILE
from notecode.settings import default_settings_text

_IGNORED = """\
# Notes, even anonymised ones, and what is made of them stay out of version control.
corpus/
exports/
# Exports and people files do not belong here; should one lie here all the same, git leaves it out.
/*.csv
/*.tsv
/*.xlsx
"""


def create_project(directory: Path, title: str, *, as_edited: bool = False) -> list[str]:
    """Make what a project needs; returns the names of what was made, relative to it.

    ``as_edited``: with the codebook that ships as it is now, although somebody has edited it.

    Raises:
        UsageError: if it is a project already, with nothing missing; or if it would begin with a
            codebook that was edited, unless that is wanted.
        WriteError: if it cannot be written.

    """
    if not as_edited and not (directory / CODEBOOK_FILE).exists() and shipped_codebook_edited():
        raise UsageError(
            "the codebook that new projects begin with was edited since it shipped, as happens when"
            " the sample is played with: its codes, and any name in them, would come along",
            hint="To begin with it as it is, say --codebook-as-edited. To have it back as it"
            " shipped: `git checkout codebook.yaml` where notecode was cloned.",
        )
    files = {
        SETTINGS_FILE: default_settings_text(title),
        CODEBOOK_FILE: shipped_codebook_text(),
        "codebook.schema.json": codebook_schema_text(),
        ".gitignore": _IGNORED,
    }
    made: list[str] = []
    try:
        directory.parent.mkdir(parents=True, exist_ok=True)
        directory.mkdir(mode=0o700, exist_ok=True)
        for name in ("corpus", "exports"):
            if not (directory / name).is_dir():
                (directory / name).mkdir(mode=0o700)
                made.append(f"{name}/")
        for name, text in files.items():
            if not os.path.lexists(directory / name):
                _write_whole(directory / name, text)
                made.append(name)
    except OSError as error:
        raise WriteError(
            f"the project cannot be written here: {error.strerror}",
            where=str(directory),
            hint="Choose another place, or free some space, and run it again.",
        ) from error
    if not made:
        raise UsageError("this directory is a project already", where=str(directory))
    return made


def _write_whole(path: Path, text: str) -> None:
    """Write beside it and rename: what a full disk cut short is not taken for the file later."""
    draft = path.with_name(f".{path.name}.draft")
    try:
        with draft.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError:
        with suppress(OSError):  # the failure that led here is the one to report
            draft.unlink(missing_ok=True)
        raise
