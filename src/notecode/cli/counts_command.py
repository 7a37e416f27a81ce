"""``notecode counts``: references and cases, with their base."""

import csv
import io
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notecode.cli.output import json_option, print_json, project_option
from notecode.model import DIMENSIONS, CountSpec, RollUp

if TYPE_CHECKING:
    from notecode.model import CountTable


@click.command("counts")
@click.option(
    "--by",
    multiple=True,
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
    from notecode.counting import render_plot, render_text, table_to_json
    from notecode.project import find_project
    from notecode.project.counting import count, is_synthetic, whose_coding

    if as_csv and as_json:
        raise click.UsageError("--csv and --json exclude each other")
    project = find_project(directory)
    with project.database() as db:
        name = whose_coding(db, coder)
    dimensions = by or ("code",)
    roll_up: RollUp = "own" if own else "descendants"
    asked = (("code", codes), ("agency", agencies), ("site", sites))
    only = tuple((dimension, keys) for dimension, keys in asked if keys)
    spec = CountSpec(by=dimensions, coder=name, roll_up=roll_up, only=only)
    table, codebook = count(project, spec)
    synthetic = is_synthetic(project)
    if as_json:
        print_json({**table_to_json(table), "synthetic": synthetic})
    elif as_csv:
        click.echo(_csv(table, synthetic=synthetic), nl=False)
    else:
        if synthetic:
            click.echo("SYNTHETIC: the bundled sample, all invented")
        width = min(shutil.get_terminal_size((80, 24)).columns, 120)
        render = render_plot if plot else render_text
        click.echo(render(table, codebook=codebook, width=width))


def _csv(table: "CountTable", *, synthetic: bool) -> str:
    """One row a combination, each with its base and where it comes from."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    spec = table.spec
    origin = {
        "base_references": table.base.references,
        "coder": spec.coder or "all",
        "roll_up": spec.roll_up,
        "codebook": table.codebook_digest[:12],
        "data": "SYNTHETIC" if synthetic else "as recorded",
    }
    writer.writerow([*spec.by, "references", "cases", "notes", *origin])
    for row in table.rows:
        # A spreadsheet would take a leading = + - @ for a formula.
        keys = ["'" + key if key[:1] in "=+-@\t\r" and key[:1] else key for key in row.keys]
        writer.writerow([*keys, row.references, row.cases, row.notes, *origin.values()])
    return out.getvalue()
