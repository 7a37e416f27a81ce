"""``notecode quotes``: every reference of a code with its context."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from notecode.cli.output import project_option
from notecode.cli.reports import Output, asked_options, give, limit_option, output_options

if TYPE_CHECKING:
    from notecode.store.retrieval import SortKey

SORTS = ("case", "code", "site", "month", "coder", "newest", "longest")


@click.command("quotes")
@asked_options
@click.option(
    "--sort",
    type=click.Choice(SORTS),
    default="case",
    show_default=True,
    help="What to sort by; within it by case and date.",
)
@click.option(
    "--context",
    type=click.IntRange(0, 1_000_000),
    default=80,
    show_default=True,
    metavar="N",
    help="Characters of the note on either side.",
)
@limit_option(20, "references")
@output_options
@project_option
def command(
    *,
    asked: Callable[..., Any],
    sort: str,
    context: int,
    limit: int | None,
    output: Output,
    directory: Path | None,
) -> None:
    """Print the coded passages of a code with the words around them, sorted and filtered.

    With a code go the codes beneath it, unless --own is said. Everybody's coding is shown unless
    --coder names one.

    \b
    Examples:
      notecode quotes --code institutional-advocacy
      notecode quotes --code disruption --agency police --sort month --limit 50
      notecode quotes --code behaviour-change --export --people people.csv
    """
    from notecode.project.looking.quotes import quotes

    project = output.source.project(directory)
    report = quotes(
        project,
        asked(anybody=True),
        sort=cast("SortKey", sort),
        context=context,
        limit=output.limit(limit, 20),
    )
    give(project, report, output)
