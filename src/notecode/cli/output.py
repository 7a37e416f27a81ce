"""What the commands share: the project option, JSON, problems, progress on a terminal."""

import json
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from notecode.errors import Problem

F = TypeVar("F", bound=Callable[..., Any])

SHOWN = 20
"""How many problems are printed before the rest is counted."""


def project_option(function: F) -> F:
    """Add ``--project DIR``."""
    return click.option(
        "--project",
        "directory",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="DIR",
        help="The project's directory (default: found from the current one).",
    )(function)


def into_option(function: F) -> F:
    """Add ``--into DIRECTORY``: another place than the project's exports."""
    return click.option(
        "--into",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="DIRECTORY",
        help="Write there, not into the project's exports/.",
    )(function)


def json_option(function: F) -> F:
    """Add ``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(function)


def print_json(data: Any) -> None:
    """Print data as JSON, keys as they come; of what has rows, each row on a line of its own."""
    rows = data.get("rows") if isinstance(data, dict) else None
    if not isinstance(rows, list):
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    # Without indenting it is encoded ten times as fast, and there may be very many rows.
    encode = json.JSONEncoder(ensure_ascii=False).encode
    lines = ",\n    ".join(map(encode, rows))
    mark = "\0"
    around = json.dumps({**data, "rows": mark}, ensure_ascii=False, indent=2)
    listed = f"[\n    {lines}\n  ]" if rows else "[]"
    click.echo(listed.join(around.split(json.dumps(mark))))


def print_problems(problems: Iterable[Problem]) -> None:
    """Print problems to standard error, fatal ones first, the first twenty of each in full."""
    found = list(problems)
    for fatal in (True, False):
        some = [p for p in found if p.fatal is fatal]
        for problem in some[:SHOWN]:
            click.echo(f"  {problem}", err=True)
        if len(some) > SHOWN:
            kind = "problems" if fatal else "warnings"
            click.echo(f"  … and {len(some) - SHOWN} more {kind}", err=True)


def print_pairs(pairs: Mapping[str, int | str], *, indent: int = 2) -> None:
    """Print names and values in two columns."""
    width = max((len(name) for name in pairs), default=0)
    for name, value in pairs.items():
        shown = f"{value:,}" if isinstance(value, int) else value
        click.echo(f"{' ' * indent}{name:<{width}}  {shown:>9}")


def counted(number: int, thing: str) -> str:
    """The number and the word, which takes an s if they are not one: "1 note", "1,200 notes"."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


class Progress:
    """A line on standard error that is written again as the work goes on.

    Nothing is printed where standard error is not a terminal.
    """

    def __init__(self, verb: str) -> None:
        """``verb`` says what is going on ("anonymising")."""
        self._verb = verb
        self._shown = sys.stderr.isatty()
        self._began = time.monotonic()
        self._last = 0.0

    def __call__(self, done: int, total: int, unit: str) -> None:
        """Show that ``done`` of ``total`` units are ready."""
        moment = time.monotonic()
        if not self._shown or (done < total and moment - self._last < 0.1):
            return
        self._last = moment
        share = done / total if total else 1.0
        bar = "█" * round(share * 24)
        left = (moment - self._began) / share * (1 - share) if share else 0
        rest = f" about {left:.0f} s left" if 0 < done < total else ""
        click.echo(
            f"\r{self._verb} {bar:░<24} {done:,} of {total:,} {unit}{rest}\x1b[K",
            err=True,
            nl=done >= total,
        )


WIDEST = 120
"""A terminal may be wider, but lines are read best up to here."""


def terminal_width() -> int:
    """How many cells wide to print: as the terminal is, up to ``WIDEST``; 80 in a pipe."""
    return min(shutil.get_terminal_size((80, 24)).columns, WIDEST)


def print_written(written: Iterable[Path], *, as_json: bool) -> None:
    """Say which files were written, with their sizes."""
    if as_json:
        print_json([{"file": str(path), "bytes": path.stat().st_size} for path in written])
        return
    for path in written:
        click.echo(f"wrote {path} ({path.stat().st_size:,} bytes)")


def say_unsearched(searched: bool) -> None:
    """Say on stderr that what was written was not searched for names, unless it was."""
    if not searched:
        click.echo(
            "Searched for numbers and addresses only: give --people to search for names.", err=True
        )


def say_what_stays(directory: Path, what: str, *, anywhere: bool = False) -> None:
    """Say on stderr which files of earlier exports may still hold memos or quotations.

    ``anywhere``: it may be in any file, not just in those with words of notes and memos.
    """
    from notecode.exporting import files_there

    if there := files_there(directory, only_texts=not anywhere):
        click.echo(
            f"Files in {directory} may still hold {what}, and so may copies of them elsewhere:"
            f" {', '.join(there)}. Export again, or delete them.",
            err=True,
        )
