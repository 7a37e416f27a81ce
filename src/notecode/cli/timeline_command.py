"""``notecode timeline``: what happened when."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from notecode.cli.output import project_option
from notecode.cli.reports import Output, asked_options, give, limit_option, output_options


@click.command("timeline")
@click.argument("case_id", required=False, default="", metavar="[CASE]")
@asked_options
@click.option("--notes", is_flag=True, help="List each note of the case with its codes too.")
@limit_option(40, "cases")
@output_options
@project_option
def command(
    *,
    case_id: str,
    asked: Callable[..., Any],
    notes: bool,
    limit: int | None,
    output: Output,
    directory: Path | None,
) -> None:
    """Print what happened when in a CASE: its notes and codes month by month.

    Without a CASE, a line for each case with a block for each month.

    \b
    Examples:
      notecode timeline
      notecode timeline S1-03
      notecode timeline S1-03 --code direct-work --notes
      notecode timeline --code behaviour-change --site "Site 1"
    """
    from notecode.project.looking.timeline import timeline, timelines

    project = output.source.project(directory)
    if case_id:
        report = timeline(project, asked(), case_id, notes=notes)
    else:
        report = timelines(project, asked(), limit=output.limit(limit, 40))
    give(project, report, output)
