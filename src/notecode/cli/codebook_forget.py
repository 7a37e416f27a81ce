"""``notecode codebook forget``: a name that was typed into the codebook, taken out for good."""

import sys
from pathlib import Path

import click

from notecode.cli.output import (
    counted,
    json_option,
    print_json,
    project_option,
    say_what_stays,
)


@click.command("forget")
@click.option("--by", default="", metavar="NAME", help="Who does it (default: the settings').")
@json_option
@project_option
def forget(*, by: str, as_json: bool, directory: Path | None) -> None:
    """Take words out of every earlier version of the codebook, and out of its log.

    For a name that stood in a label, a definition, an example, a comment or a --why. The words are
    asked for, or read from a pipe, each line one thing to forget: they are no argument, so that no
    shell keeps them. They count in any letter case; "(forgotten)" stands in their place, and
    nothing brings them back. Versions that held them get another digest. Words that still stand in
    codebook.yaml are refused: reword it there before. So are those that would be left anywhere, as
    in an id or in what a rule looks for; nothing is changed then. Git and backups are not reached.

    \b
    Examples:
      notecode codebook forget
      notecode codebook forget < words.txt
    """
    from notecode.project import find_project
    from notecode.project.codebook.forgetting import forget_in_codebook

    project = find_project(directory)
    if sys.stdin.isatty():
        words = [click.prompt("Words to forget (not shown)", hide_input=True)]
    else:
        words = sys.stdin.read().splitlines()
    done = forget_in_codebook(project, words, by=by)
    if as_json:
        print_json({"places": done.places} | ({"left": done.left} if done.left else {}))
    else:
        click.echo(
            f"forgotten in {counted(done.places, 'place')}{f' ({done.left})' if done.left else ''}"
        )
    say_what_stays(project.exports, "them", anywhere=True)
