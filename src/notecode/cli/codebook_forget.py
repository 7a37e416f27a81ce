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

    For a name that stood in a label, a definition or a --why. The words are asked for, or read
    from a pipe: they are no argument, so that no shell keeps them. They count in any letter case;
    "(forgotten)" stands in their place, and nothing brings them back. Ids stay as they are, so
    give a code whose id holds a name another one first. Words that still stand in codebook.yaml
    are refused: reword it there before.

    \b
    Examples:
      notecode codebook forget
      notecode codebook forget < words.txt
    """
    from notecode.project import find_project
    from notecode.project.codebook.forgetting import forget_in_codebook

    project = find_project(directory)
    if sys.stdin.isatty():
        words = click.prompt("Words to forget (not shown)", hide_input=True)
    else:
        words = sys.stdin.readline()
    done = forget_in_codebook(project, words, by=by)
    if as_json:
        print_json({"places": done.places} | ({"left": done.left} if done.left else {}))
    else:
        click.echo(
            f"forgotten in {counted(done.places, 'place')}{f' ({done.left})' if done.left else ''}"
        )
    say_what_stays(project.exports, "them", anywhere=True)
