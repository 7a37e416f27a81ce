"""``notecode code``: the coder."""

import sys
from pathlib import Path

import click

from notecode.cli.output import project_option
from notecode.errors import UsageError


@click.command("code")
@click.option("--coder", default="", metavar="NAME", help="Who codes (default: the settings').")
@project_option
def command(coder: str, directory: Path | None) -> None:
    """Open the coder on the project's notes.

    Every action is saved at once; leave with Q, and go on where you were. Press ? for the keys.

    \b
    Examples:
      notecode code
      notecode code --coder amina
    """
    from notecode.project import find_project
    from notecode.project.coding.session import open_coding

    project = find_project(directory)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("the coder needs a terminal", hint="Run it without a pipe.")
    from notecode.tui.coder.app import run_coder

    with open_coding(project, coder, patience=0.2) as session:
        code = run_coder(session)
    sys.exit(code)
