"""``notecode counts``: references and cases, with their base."""

import csv
import io
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from notecode.cli.output import json_option, print_json, project_option
from notecode.model import DIMENSIONS, CountSpec, Dimension

if TYPE_CHECKING:
    from notecode.model import CountTable


@click.command("counts")
@click.option(
    "--by",
    multiple=True,
    type=click.Choice(DIMENSIONS),
    metavar="DIMENSION",
    help=f"What to count by, up to three times: {', '.join(DIMENSIONS)}. Default: code.",
)
@click.option("--coder", default="", metavar="NAME", help="Whose coding; 'all' for everybody's.")
@click.option("--code", "codes", multiple=True, metavar="ID", help="Only these codes.")
@click.option("--agency", "agencies", multiple=True, metavar="ID", help="Only with these agencies.")
@click.option("--site", "sites", multiple=True, metavar="SITE", help="Only these sites.")
@click.option("--own", is_flag=True, help="Do not count a code's references under its parents too.")
@click.option("--plot", is_flag=True, help="Draw bars.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV, one row a combination.")
@json_option
@project_option
def command(
    *,
    by: tuple[str, ...],
    coder: str,
    codes: tuple[str, ...],
    agencies: tuple[str, ...],
    sites: tuple[str, ...],
    own: bool,
    plot: bool,
    as_csv: bool,
    as_json: bool,
    directory: Path | None,
) -> None:
    """Print how many references and cases there are, by code, agency, site or month.

    A reference is one coded span. A reference with two agencies counts under each, and once in
    the total. Every table prints its base.

    \b
    Examples:
      notecode counts
      notecode counts --by agency --by site --code information-sharing
      notecode counts --by code --by month --json
    """
    from notecode.counting import render_text, table_to_json
    from notecode.project import find_project
    from notecode.project.counting import count, whose_coding

    if as_csv and as_json:
        raise click.UsageError("--csv and --json exclude each other")
    project = find_project(directory)
    with project.database() as db:
        name = whose_coding(db, coder)
    spec = CountSpec(
        by=cast("tuple[Dimension, ...]", by) or ("code",),
        coder=name,
        roll_up="own" if own else "descendants",
        codes=codes,
        agencies=agencies,
        sites=sites,
    )
    table, codebook = count(project, spec)
    if as_json:
        print_json(table_to_json(table))
    elif as_csv:
        click.echo(_csv(table), nl=False)
    else:
        width = min(shutil.get_terminal_size((80, 24)).columns, 120)
        click.echo(render_text(table, codebook=codebook, width=width, plot=plot))


def _csv(table: "CountTable") -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*table.spec.by, "references", "cases", "notes", "base_references"])
    for row in table.rows:
        writer.writerow([*row.keys, row.references, row.cases, row.notes, table.base.references])
    return out.getvalue()
