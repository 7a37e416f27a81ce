"""``notecode cooccurrence``: which codes stand together."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from notecode.cli.output import project_option
from notecode.cli.reports import Output, asked_options, give, limit_option, output_options

if TYPE_CHECKING:
    from notecode.analysing.cooccurrence import Nearness

WITHIN = ("span", "overlap", "sentence", "note", "days")


@click.command("cooccurrence")
@asked_options
@click.option(
    "--within",
    type=click.Choice(WITHIN),
    default="overlap",
    show_default=True,
    help="The same passage, passages that overlap, the same sentence, the same note, or notes of"
    " one case within some --days.",
)
@click.option(
    "--days",
    type=click.IntRange(0, 36_500),
    metavar="N",
    help="How many days apart notes may be; stands for --within days.",
)
@limit_option(20, "pairs")
@output_options
@project_option
def command(
    *,
    asked: Callable[..., Any],
    within: str,
    days: int | None,
    limit: int | None,
    output: Output,
    directory: Path | None,
) -> None:
    """Print which codes stand together, how often, and their Jaccard index.

    With --code the pairs with one of these codes.

    \b
    Examples:
      notecode cooccurrence
      notecode cooccurrence --code institutional-advocacy --within note
      notecode cooccurrence --days 7 --csv
    """
    from notecode.project.looking.cooccurrence import cooccurrence

    project = output.source.project(directory)
    report = cooccurrence(
        project,
        asked(),
        cast("Nearness", within if days is None else "days"),
        days=7 if days is None else days,
        limit=output.limit(limit, 20),
    )
    give(project, report, output)
