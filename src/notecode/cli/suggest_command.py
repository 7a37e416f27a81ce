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
    terminal_width,
)
from notecode.cli.reports import limit_option

_SHOWN = 20


@click.command("suggest")
@click.option("--dry-run", is_flag=True, help="Store nothing: say what would come and go.")
@click.option(
    "--rule", default="", metavar="ID", help="With --dry-run: this rule alone, and its sentences."
)
@click.option("--show", is_flag=True, help="With --dry-run: print the sentences of all rules.")
@limit_option(_SHOWN, "sentences")
@project_option
@json_option
def command(
    *,
    directory: Path | None,
    as_json: bool,
    dry_run: bool,
    rule: str,
    show: bool,
    limit: int | None,
) -> None:
    """Find agency mentions and suggest codes, by the rules of codebook.yaml.

    Notes that were run under the same codebook before are passed over. What a coder has decided
    is not asked again, whichever rule suggests it next. --dry-run shows what edited rules and
    agency names would add and drop, and how coders had decided on it; with --rule or --show the
    sentences too, each with its note, and with --json always.

    \b
    Examples:
      notecode suggest
      notecode suggest --dry-run --rule forum-at-work
      notecode suggest --dry-run --show --limit 50
      notecode suggest --json
    """
    from notecode.project import find_project
    from notecode.project.suggesting import suggest

    if not dry_run and (rule or show or limit is not None):
        raise click.UsageError("--rule, --show and --limit go with --dry-run")
    if dry_run:
        shown = (_SHOWN if limit is None else limit) if rule or show or limit is not None else None
        _print_preview(directory, rule, shown, as_json=as_json)
        return
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


def _print_preview(directory: Path | None, rule: str, shown: int | None, *, as_json: bool) -> None:
    """What would come and go: numbers, and of each kind ``shown`` sentences (0 is all)."""
    from notecode.cli.preview_table import preview_lines
    from notecode.project import find_project
    from notecode.project.evaluating.preview import preview

    found = preview(find_project(directory), rule, Progress("suggesting"))
    if as_json:
        print_json(found.as_json())
        return
    for line in preview_lines(found, show=shown, width=terminal_width()):
        click.echo(line)
