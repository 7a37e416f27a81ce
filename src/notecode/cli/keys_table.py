"""The coder's actions with their keys, as ``notecode code --keys`` prints them."""

from itertools import groupby
from pathlib import Path

import click

from notecode.cli.output import print_json
from notecode.errors import ProjectError


def print_keys(directory: Path | None, *, as_json: bool) -> None:
    """Print every action with its keys: the project's own, or the usual ones outside a project.

    Raises:
        SettingsError: with everything that is wrong with the project's own keys.
        CodebookError: if the codebook cannot be used.

    """
    from notecode.codebook import read_codebook
    from notecode.project import find_project
    from notecode.tui.coder.actions import ACTIONS
    from notecode.tui.coder.keys import actions_of

    try:
        project = find_project(directory)
    except ProjectError:
        if directory is not None:
            raise
        actions = ACTIONS
    else:
        actions = actions_of(project, read_codebook(project.codebook_path))
    if as_json:
        print_json(
            [
                {
                    "action": action.id,
                    "keys": action.shown.split(),
                    "usual": usual.shown.split(),
                    "group": action.group,
                    "description": action.description,
                }
                for action, usual in zip(actions, ACTIONS, strict=True)
            ]
        )
        return
    ids = max(len(action.id) for action in actions)
    keys = max(len(action.shown) for action in actions)
    click.echo("A small letter or a digit is a code of the codebook.")
    for group, members in groupby(actions, key=lambda action: action.group):
        click.echo(f"\n{group}")
        for action in members:
            line = f"  {action.id:<{ids}}  {action.shown:<{keys}}  {action.description}"
            click.echo(line)
