"""``notecode matrix``: codes against codes."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from notecode.cli.cooccurrence_command import WITHIN
from notecode.cli.output import project_option
from notecode.cli.reports import Output, asked_options, give, output_options

if TYPE_CHECKING:
    from notecode.analysing.cooccurrence import Nearness


@click.command("matrix")
@asked_options
@click.option(
    "--within",
    type=click.Choice(WITHIN),
    default="overlap",
    show_default=True,
    help="What makes two codes stand together, as in `notecode cooccurrence`.",
)
@click.option(
    "--days", type=click.IntRange(0, 36_500), metavar="N", help="Stands for --within days."
)
@output_options
@project_option
def command(
    *,
    asked: Callable[..., Any],
    within: str,
    days: int | None,
    output: Output,
    directory: Path | None,
) -> None:
    """Print a matrix of codes against codes: in how many places both stand.

    With --code these codes alone, else all that occur. Codes against sites, months or what is
    known of the cases are counts: `notecode counts --by code --across attribute:gender`.

    \b
    Examples:
      notecode matrix
      notecode matrix --code disruption --code child-safeguarding --code contact --within note
      notecode matrix --own --json
    """
    from notecode.project.looking.cooccurrence import cooccurrence

    project = output.source.project(directory)
    report = cooccurrence(
        project,
        asked(),
        cast("Nearness", within if days is None else "days"),
        days=7 if days is None else days,
        matrix=True,
    )
    give(project, report, output)
