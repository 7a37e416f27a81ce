"""``notecode report``: tables and charts as one page for a browser."""

from pathlib import Path

import click

from notecode.cli.opening_vault import vault_to_read
from notecode.cli.output import (
    into_option,
    json_option,
    print_written,
    project_option,
    say_unsearched,
)
from notecode.cli.passphrase import PassphraseSource, passphrase_options

_HELP = """Write the study's tables, and those you saved, with charts into exports/report.

One HTML page that holds all it needs and asks nothing of a network, so that it opens from a
USB stick; its tables are sorted by a click on a heading. Beside it lies each chart as SVG and
as PNG for a text program. Everything is searched for identifiers before it is written: for
the people of --people, and, if the project has a vault, for everybody in it. If something is
found nothing is written and the exit code is 8. It needs either, or --unsearched. A page that
somebody changed since is not written over. With --suppress-below small counts are withheld,
and no case is told of by itself; nothing is written beside files in which the same counts are
not withheld.

\b
Examples:
  notecode report --people people.csv
  notecode report --people people.csv --coder amina --json
  notecode report --people people.csv --suppress-below 5 --into /media/usb
"""


@click.command("report", help=_HELP)
@click.option("--coder", default="", metavar="NAME", help="Whose coding; 'all' for everybody's.")
@click.option(
    "--people",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The people file: refuse to write if any of its names stands in the report.",
)
@click.option(
    "--no-vault",
    is_flag=True,
    help="Do not search for the originals of the vault.",
)
@click.option(
    "--unsearched",
    is_flag=True,
    help="Write it though nothing is there to search it for names; it says so.",
)
@click.option(
    "--suppress-below",
    type=click.IntRange(min=2),
    metavar="N",
    help="Withhold counts of fewer than N cases, as `notecode export` does.",
)
@into_option
@passphrase_options
@json_option
@project_option
def command(
    *,
    coder: str,
    people: Path | None,
    no_vault: bool,
    unsearched: bool,
    suppress_below: int | None,
    into: Path | None,
    source: PassphraseSource,
    as_json: bool,
    directory: Path | None,
) -> None:
    """Write the page and its charts, and say which files they are."""
    from notecode.exporting import REPORT, less_withheld
    from notecode.project.exporting.report_page import write_report

    project = source.project(directory)
    less = less_withheld(into or project.exports, REPORT, suppress_below or 0)
    with vault_to_read(project, source, unless=no_vault) as vault:
        written = write_report(
            project,
            coder=coder,
            people=people,
            vault=vault,
            unsearched=unsearched,
            suppress_below=suppress_below or 0,
            to=into,
        )
    print_written(written, as_json=as_json)
    if less:
        click.echo(less, err=True)
    if not as_json:
        say_unsearched(people is not None or vault is not None)
