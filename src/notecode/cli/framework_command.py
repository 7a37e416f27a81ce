"""``notecode framework``: the framework matrix."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from notecode.cli.output import project_option
from notecode.cli.reports import Output, asked_options, give, limit_option, output_options

if TYPE_CHECKING:
    from notecode.analysing.framework import Content

CELLS = ("both", "summaries", "quotations")


@click.command("framework")
@asked_options
@click.option(
    "--cells",
    type=click.Choice(CELLS),
    default="both",
    show_default=True,
    help="What stands in a cell: coders' summaries, coded passages, or both.",
)
@click.option(
    "--most",
    type=click.IntRange(0, 1_000_000),
    default=3,
    show_default=True,
    metavar="N",
    help="How many coded passages of a cell are given.",
)
@limit_option(5, "cases")
@output_options
@project_option
def command(
    *,
    asked: Callable[..., Any],
    cells: str,
    most: int,
    limit: int | None,
    output: Output,
    directory: Path | None,
) -> None:
    """Print the framework matrix: cases against codes, with what there is to read in each cell.

    On a terminal it is read case by case. --csv and --export give the matrix, a row for each case
    and a column for each code; --json gives each cell apart. What is to leave the project is
    written with --export, which searches it for names first. `notecode summarise` writes the
    summaries.

    \b
    Examples:
      notecode framework --code direct-support --code behaviour-change
      notecode framework --case S1-03 --cells summaries
      notecode framework --code disruption --export --people people.csv
    """
    from notecode.project.looking.framework import framework

    project = output.source.project(directory)
    report = framework(
        project,
        asked(),
        content=cast("Content", cells),
        most=most,
        limit=output.limit(limit, 5),
        wide=output.as_csv or output.export,
    )
    give(project, report, output)
