"""``notecode code``: the coder, its keys, and its actions as lines of JSON."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notecode.cli.output import json_option, project_option
from notecode.errors import UsageError

if TYPE_CHECKING:
    from notecode.project.coding.applying import Manner


@click.command("code")
@click.option("--coder", default="", metavar="NAME", help="Who codes (default: the settings').")
@click.option("--tour", is_flag=True, help="Begin with a short tour, by doing things on a note.")
@click.option("--keys", is_flag=True, help="Print every action with its keys, and leave.")
@click.option(
    "--apply",
    "lines",
    is_flag=False,
    flag_value="-",
    default=None,
    metavar="[FILE]",
    help="Without a screen: do what the lines of FILE (or - for standard input) say, one JSON"
    " object each, and answer each with one.",
)
@click.option("--dry-run", is_flag=True, help="With --apply: try every line, and store nothing.")
@click.option("--atomic", is_flag=True, help="With --apply: store all of it, or nothing.")
@json_option
@project_option
def command(
    *,
    coder: str,
    tour: bool,
    keys: bool,
    lines: str | None,
    dry_run: bool,
    atomic: bool,
    as_json: bool,
    directory: Path | None,
) -> None:
    """Open the coder on the project's notes.

    Every action is saved at once; leave with Q, and go on where you were. Press ? for the keys;
    [coder.keys] in notecode.toml gives an action keys of your own.

    --apply does the same without a screen, for scripts and for those who use none: each line is
    an action, saved by itself. {"action": "actions"} lists the actions with their fields. Exit
    code: 0, or that of the first line that failed.

    \b
    Examples:
      notecode code
      notecode code --coder amina
      notecode code --tour
      notecode code --keys
      echo '{"action": "notes", "state": "uncoded"}' | notecode code --apply
      notecode code --apply decisions.jsonl --atomic
    """
    _refuse_contradictions(keys=keys, lines=lines, as_json=as_json, either=dry_run or atomic)
    if tour and (keys or lines is not None):
        raise UsageError("--tour is for the screen")
    if keys:
        from notecode.cli.keys_table import print_keys

        print_keys(directory, as_json=as_json)
    elif lines is not None:
        from notecode.cli.code_lines import apply_file

        manner: Manner = "none" if dry_run else "all" if atomic else "each"
        sys.exit(apply_file(lines, coder, directory, manner=manner))
    else:
        sys.exit(_coded(coder, directory, tour=tour))


def _refuse_contradictions(*, keys: bool, lines: str | None, as_json: bool, either: bool) -> None:
    if keys and lines is not None:
        raise UsageError("--keys and --apply do not go together")
    if as_json and not keys:
        raise UsageError("--json goes with --keys", hint="--apply always answers in JSON.")
    if either and lines is None:
        raise UsageError("--dry-run and --atomic go with --apply")


def _coded(coder: str, directory: Path | None, *, tour: bool) -> int:
    from notecode.codebook import read_codebook
    from notecode.project import find_project
    from notecode.project.coding.session import open_coding
    from notecode.tui.coder.keys import actions_of

    project = find_project(directory)
    # What is wrong with the user's own keys is told whether there is a terminal or not.
    actions_of(project, read_codebook(project.codebook_path))
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "the coder needs a terminal",
            hint="Run it without a pipe, or with --apply, which takes lines of JSON.",
        )
    from notecode.tui.coder.app import run_coder

    with open_coding(project, coder, patience=0.2) as session:
        return run_coder(session, "begin" if tour else "offer")
