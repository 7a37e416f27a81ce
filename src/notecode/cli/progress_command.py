"""``notecode progress``: how far the coding has come, how fast, and what is left."""

from pathlib import Path

import click

from notecode.cli.output import json_option, print_json, project_option, terminal_width


@click.command("progress")
@click.option("--coder", default="", metavar="NAME", help="Whose (default: the settings').")
@json_option
@project_option
def command(*, coder: str, as_json: bool, directory: Path | None) -> None:
    """Say how far one coder has come: notes, pace, what is left, codes, saturation.

    The same as T shows in the coder. The pace is taken from the log of what the coder did; where
    that says too little, none is given.

    \b
    Examples:
      notecode progress
      notecode progress --coder amina --json
    """
    from notecode.analysing.progress_text import progress_lines, progress_to_json
    from notecode.project import find_project
    from notecode.project.coding.progress import coding_progress

    found = coding_progress(find_project(directory), coder)
    if as_json:
        print_json(progress_to_json(found))
        return
    for line in progress_lines(found, terminal_width()):
        click.echo(click.style(line.text, bold=True) if line.is_heading else line.text)
