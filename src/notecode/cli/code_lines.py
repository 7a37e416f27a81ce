"""``notecode code --apply``: the coder's actions as lines of JSON, in a pipe."""

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from notecode.cli.output import counted
from notecode.errors import InputError

if TYPE_CHECKING:
    from notecode.project.coding.applying import Manner


def apply_file(file: str, coder: str, directory: Path | None, *, manner: "Manner") -> int:
    """Do what the lines of a file ("-": standard input) say, and print an answer for each.

    Returns the exit code: 0, or that of the first line that failed.

    Raises:
        InputError: if the file cannot be read.

    """
    from notecode.project import find_project
    from notecode.project.coding.applying import apply_lines
    from notecode.project.coding.case_wishes import open_case

    first_failure, lines, failed = 0, 0, 0
    opening = open_case(find_project(directory), coder, to_write=manner != "none")
    with opening as session, _opened(file) as source:
        for answer in apply_lines(session, source, manner):
            sys.stdout.write(json.dumps(answer.as_data(), ensure_ascii=False) + "\n")
            sys.stdout.flush()
            lines += 1
            failed += bool(answer.exit_code)
            first_failure = first_failure or answer.exit_code
    if failed:
        nothing = "; nothing was stored" if manner != "each" else ""
        click.echo(f"{counted(failed, 'line')} of {lines:,} could not be done{nothing}", err=True)
    return first_failure


@contextmanager
def _opened(file: str) -> Iterator[TextIO]:
    # What is no UTF-8 spoils its own line alone, which is answered so.
    if file == "-":
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]
        yield sys.stdin
        return
    with ExitStack() as opened:
        try:
            source = opened.enter_context(
                Path(file).open(encoding="utf-8-sig", errors="surrogateescape")
            )
        except OSError as error:
            raise InputError(f"it cannot be read: {error.strerror}", where=file) from error
        yield source
