"""``notecode label``: the screen for labelling notes by hand."""

import sys
from pathlib import Path

import click

from notecode.errors import UsageError


@click.command("label")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def command(file: Path) -> None:
    """Label identifiers in the notes of FILE, which `notecode sample-for-labelling` wrote.

    Select words with the arrows or the mouse; one key labels them: p a person, t a phone number
    and so on. Every label is saved in FILE at once. Press ? for the keys, Q to leave.

    \b
    Example:
      notecode label ~/secure/label.jsonl
    """
    from notecode.project.evaluating.labelling import open_labelling

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("labelling needs a terminal", hint="Run it without a pipe.")
    session = open_labelling(file)
    from notecode.tui.labelling.app import run_labelling

    sys.exit(run_labelling(session))
