"""``notecode suggest``: agency mentions and codes by rule."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from notecode.cli.output import (
    Progress,
    counted,
    json_option,
    print_json,
    print_pairs,
    project_option,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from notecode.project.suggesting import Difference


@click.command("suggest")
@click.option("--dry-run", is_flag=True, help="Store nothing: say what would come and go.")
@click.option("--rule", default="", metavar="ID", help="With --dry-run: this rule alone.")
@project_option
@json_option
def command(directory: Path | None, as_json: bool, dry_run: bool, rule: str) -> None:
    """Find agency mentions and suggest codes, by the rules of codebook.yaml.

    Notes that were run under the same codebook before are passed over. What a coder has decided
    is not asked again, whichever rule suggests it next. --dry-run shows what edited rules would
    add and drop, and how coders had decided on it.

    \b
    Examples:
      notecode suggest
      notecode suggest --dry-run --rule forum-at-work
      notecode suggest --json
    """
    from notecode.project import find_project
    from notecode.project.suggesting import preview, suggest

    if rule and not dry_run:
        raise click.UsageError("--rule goes with --dry-run")
    if dry_run:
        _print_preview(preview(find_project(directory), rule, Progress("suggesting")), as_json)
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


def _print_preview(differences: "Sequence[Difference]", as_json: bool) -> None:
    """The questions that would come or go, by rule; their places go to JSON alone."""
    from collections import Counter
    from dataclasses import asdict

    if as_json:
        print_json([asdict(each) for each in differences])
        return
    tally: dict[str, Counter[str]] = {}
    for each in differences:
        counts = tally.setdefault(each.rule, Counter())
        counts[each.change] += 1
        counts[f"{each.change} coded"] += each.coded
        counts[f"{each.change} {each.answer}"] += bool(each.answer)
    if not tally:
        click.echo("Nothing would change.")
        return
    click.echo(
        f"{'rule':<28} {'':<7} {'all':>5} {'coded notes':>11} {'accepted':>8} {'recoded':>7}"
        f" {'rejected':>8}"
    )
    for rule, counts in sorted(tally.items()):
        for change in ("added", "dropped"):
            if counts[change]:
                click.echo(
                    f"{rule[:28]:<28} {change:<7} {counts[change]:>5,}"
                    f" {counts[f'{change} coded']:>11,} {counts[f'{change} accepted']:>8,}"
                    f" {counts[f'{change} recoded']:>7,} {counts[f'{change} rejected']:>8,}"
                )
    click.echo(
        "Nothing was stored. What was decided before is not asked again; recoded is what was\n"
        "taken as another code."
    )
