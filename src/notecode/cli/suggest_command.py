"""``notecode suggest``: agency mentions and codes by rule."""

from dataclasses import asdict
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
_NOTES = 3


@click.command("suggest")
@click.option("--dry-run", is_flag=True, help="Store nothing: say what would come and go.")
@click.option(
    "--rule", default="", metavar="ID", help="With --dry-run: this rule alone, and its sentences."
)
@click.option("--show", is_flag=True, help="With --dry-run: print the sentences of all rules.")
@click.option("--names", is_flag=True, help="List the names of local services that are learnt.")
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
    names: bool,
    limit: int | None,
) -> None:
    """Find agency mentions and suggest codes, by the rules of codebook.yaml.

    Notes that were run under the same codebook before are passed over. What a coder has decided
    is not asked again, whichever rule suggests it next. --dry-run shows what edited rules and
    agency names would add and drop, and how coders had decided on it; with --rule or --show the
    sentences too, each with its note, and with --json always.

    Names of local services are learnt from the notes of a site: one that says "Upland Homes"
    explains the "Upland" of others. --names lists them, each with its agency and the notes that
    say so. One that is none goes into notecode.toml, no_names under [suggest]; one that is of
    another agency among that agency's names in codebook.yaml.

    \b
    Examples:
      notecode suggest
      notecode suggest --dry-run --rule forum-at-work
      notecode suggest --dry-run --show --limit 50
      notecode suggest --names
      notecode suggest --json
    """
    if not dry_run and (rule or show or limit is not None):
        raise click.UsageError("--rule, --show and --limit go with --dry-run")
    if names:
        if dry_run:
            raise click.UsageError("--names and --dry-run do not go together")
        _print_names(directory, as_json=as_json)
    elif dry_run:
        shown = (_SHOWN if limit is None else limit) if rule or show or limit is not None else None
        _print_preview(directory, rule, shown, as_json=as_json)
    else:
        _run(directory, as_json=as_json)


def _run(directory: Path | None, *, as_json: bool) -> None:
    """Run the rules, and say what was found in all notes."""
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


def _print_names(directory: Path | None, *, as_json: bool) -> None:
    """The names that the notes explain, a line each."""
    from notecode.project import find_project
    from notecode.project.suggesting import names_learnt

    found = names_learnt(find_project(directory))
    if as_json:
        print_json({"names": [asdict(each) for each in found]})
        return
    if not found:
        click.echo("No names of local services are learnt from the notes.")
    for each in found:
        more = f" and {len(each.notes) - _NOTES:,} more" if len(each.notes) > _NOTES else ""
        said = ", ".join(each.notes[:_NOTES]) + more
        site = f"{each.site}: " if each.site else ""
        click.echo(f"{site}{each.name} is {each.agency}, says {said} ({', '.join(each.how)})")


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
