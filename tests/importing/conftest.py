"""Writes the small files that the import tests read."""

import csv
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest
from import_checks import HEADERS


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write bytes, text or rows to a file and give its path."""

    def write(
        content: bytes | str | Iterable[Sequence[str]],
        name: str = "export.csv",
        encoding: str = "utf-8",
        delimiter: str = ",",
    ) -> Path:
        path = tmp_path / name
        if isinstance(content, bytes):
            path.write_bytes(content)
        elif isinstance(content, str):
            path.write_bytes(content.encode(encoding))
        else:
            with path.open("w", encoding=encoding, newline="") as file:
                csv.writer(file, delimiter=delimiter).writerows(content)
        return path

    return write


@pytest.fixture
def notes_of(write: Callable[..., Path]) -> Callable[..., Path]:
    """Write an export with the sample's headers and the given rows."""

    def notes_of(*rows: Sequence[str], **how: str) -> Path:
        return write([HEADERS, *rows], **how)

    return notes_of
