"""``notecode saturation``: how much is still new as coding goes on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import click

from notecode.cli.output import project_option
from notecode.cli.reports import Output, asked_options, give, output_options


@click.command("saturation")
@click.option(
    "--by",
    type=click.Choice(["case", "iteration"]),
    default="case",
    help="What is set out in the order of coding (default: case).",
)
@click.option("--codes", "show_codes", is_flag=True, help="Name the new codes on a terminal too.")
@asked_options
@output_options
@project_option
def command(
    *,
    by: Literal["case", "iteration"],
    show_codes: bool,
    asked: Callable[..., Any],
    output: Output,
    directory: Path | None,
) -> None:
    """Print how many codes were new in each case, or in each iteration of the codebook.

    It says whether a run of cases added few enough new codes for coding more of them to bring
    little (Guest, Namey and Chen 2020): first four cases, runs of two, at most 5%, of cases with at
    least 5 references. By iteration, a reference counts where it was given the code that it has.

    \b
    Examples:
      notecode saturation
      notecode saturation --by iteration --codes
      notecode saturation --site "Site 1" --csv
    """
    from notecode.project.looking.saturation import saturation

    project = output.source.project(directory)
    give(project, saturation(project, asked(), by=by, show_codes=show_codes), output)
