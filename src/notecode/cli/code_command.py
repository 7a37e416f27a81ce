"""``notecode code``: the coder."""

import sys
from pathlib import Path

import click

from notecode.cli.output import json_option, project_option
from notecode.errors import UsageError


@click.command("code")
@click.option("--coder", default="", metavar="NAME", help="Who codes (default: the settings').")
@click.option("--keys", is_flag=True, help="Print every action with its keys, and leave.")
@json_option
@project_option
def command(*, coder: str, keys: bool, as_json: bool, directory: Path | None) -> None:
    """Open the coder on the project's notes.

    Every action is saved at once; leave with Q, and go on where you were. Press ? for the keys;
    [coder.keys] in notecode.toml gives an action keys of your own.

    \b
    Examples:
      notecode code
      notecode code --coder amina
      notecode code --keys
    """
    if keys:
        from notecode.cli.keys_table import print_keys

        print_keys(directory, as_json=as_json)
        return
    if as_json:
        raise UsageError("--json goes with --keys")
    sys.exit(_coded(coder, directory))


def _coded(coder: str, directory: Path | None) -> int:
    from notecode.project import find_project
    from notecode.project.coding.session import open_coding

    project = find_project(directory)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("the coder needs a terminal", hint="Run it without a pipe.")
    from notecode.tui.coder.app import run_coder

    with open_coding(project, coder, patience=0.2) as session:
        return run_coder(session)
