"""``notecode suggest``: agency mentions and codes by rule."""

from pathlib import Path

import click

from notecode.cli.output import (
    Progress,
    counted,
    json_option,
    print_json,
    print_pairs,
    project_option,
)


@click.command("suggest")
@project_option
@json_option
def command(directory: Path | None, as_json: bool) -> None:
    """Find agency mentions and suggest codes, by the rules of codebook.yaml.

    Notes that were run under the same codebook before are passed over. Decisions that coders
    have made stay.

    \b
    Example:
      notecode suggest
      notecode suggest --json
    """
    from notecode.project import find_project
    from notecode.project.suggesting import suggest

    done = suggest(find_project(directory), Progress("suggesting"))
    if as_json:
        print_json(
            {
                "notes": done.notes,
                "mentions": done.mentions,
                "suggestions": done.suggestions,
                "codebook": done.codebook,
            }
        )
        return
    click.echo(f"{counted(done.notes, 'note')} run, under codebook {done.codebook[:12]}")
    click.echo("Agency mentions in all notes:")
    print_pairs(done.mentions)
    click.echo("Suggestions in all notes:")
    print_pairs(done.suggestions)
    click.echo("Next: notecode code")
