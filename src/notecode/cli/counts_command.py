"""``notecode counts``: references and cases, with their base."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from notecode.cli.count_options import (
    SYNTHETIC,
    USUAL_RESAMPLES,
    USUAL_SEED,
    make_spec,
    printed,
    say_not_withheld,
)
from notecode.cli.output import json_option, print_json, project_option
from notecode.errors import UsageError
from notecode.model import DIMENSIONS, Measure, NamedCount

if TYPE_CHECKING:
    from notecode.model import Codebook, CountTable
    from notecode.project import Project


@click.command("counts")
@click.option(
    "--by",
    multiple=True,
    metavar="DIMENSION",
    help=f"What to count by, up to four times (half go down, the rest across): "
    f"{', '.join(DIMENSIONS)}, attribute:NAME, assessment:NAME@STAGE; a number in bands:"
    " attribute:age:10, attribute:age:18,25,40. Default: code.",
)
@click.option("--across", multiple=True, metavar="DIMENSION", help="The same, as columns.")
@click.option(
    "--only",
    multiple=True,
    metavar="DIMENSION=KEY",
    help="Only these; any dimension will do: month=3, origin=rule-changed,"
    " 'attribute:age:10=20 to 29' (or =20-29).",
)
@click.option("--code", "codes", multiple=True, metavar="ID", help="Only these codes.")
@click.option("--agency", "agencies", multiple=True, metavar="ID", help="Only with these agencies.")
@click.option("--site", "sites", multiple=True, metavar="SITE", help="Only these sites.")
@click.option("--coder", default="", metavar="NAME", help="Whose coding; 'all' for everybody's.")
@click.option("--own", is_flag=True, help="Do not count a code's references under its parents too.")
@click.option("--spans", is_flag=True, help="Count a passage once, however often it is coded.")
@click.option(
    "--measure",
    "measures",
    multiple=True,
    type=click.Choice(get_args(Measure)),
    metavar="MEASURE",
    help=f"What to print, in this order: {', '.join(get_args(Measure))}.",
)
@click.option("--intervals", is_flag=True, help="95% intervals, by drawing whole cases again.")
@click.option(
    "--resamples",
    default=USUAL_RESAMPLES,
    show_default=True,
    type=click.IntRange(1, 1_000_000),
    metavar="N",
    help="How often, for --intervals.",
)
@click.option(
    "--seed",
    default=USUAL_SEED,
    show_default=True,
    type=click.IntRange(0, 2**63 - 1),
    metavar="N",
    help="Where the draws begin.",
)
@click.option(
    "--within-sites", is_flag=True, help="For --intervals: draw each site's cases by themselves."
)
@click.option(
    "--save",
    multiple=True,
    callback=lambda _context, _option, names: _one_name(names),
    metavar="NAME",
    help="Keep it in notecode.toml, for `notecode tables`.",
)
@click.option("--replace", "replacing", is_flag=True, help="With --save: in place of a saved one.")
@click.option("--title", default="", metavar="TEXT", help="The title, printed and saved.")
@click.option("--plot", is_flag=True, help="Draw bars.")
@click.option("--csv", "csv_wanted", is_flag=True, help="Print CSV, one row a combination.")
@json_option
@project_option
def command(
    *,
    save: str | None,
    replacing: bool,
    title: str,
    plot: bool,
    csv_wanted: bool,
    as_json: bool,
    directory: Path | None,
    **asked: Any,
) -> None:
    """Print how many references and cases there are, by whatever is known of them.

    A reference is one coded span. A reference with two agencies counts under each, and once in
    the total. Every table prints its base and what its numbers mean. Whose coding: that of the
    coder "reconciled" if there is one, else of the only coder, else of --coder NAME.

    \b
    Examples:
      notecode counts
      notecode counts --by agency --by site --code information-sharing
      notecode counts --by code --across "attribute:gender" --measure cases --measure share_of_cases
      notecode counts --by agency --only third=1 --only "assessment:physical abuse@intake=high"
      notecode counts --by "attribute:age:10" --measure cases
      notecode counts --by code --measure per_case --intervals
      notecode counts --by agency --by site --save agency-by-site
    """
    from notecode.project import find_project
    from notecode.project.counting import count_asked
    from notecode.project.tables import save_query

    _check_form(plot=plot, csv_wanted=csv_wanted, as_json=as_json)
    if replacing and save is None:
        raise click.UsageError("--replace is for --save: give that too")
    spec = make_spec(**asked)
    project = find_project(directory)
    replaced = _saved_before(project, save, replacing=replacing)
    table, codebook, synthetic = count_asked(project, spec)
    table = replace(table, title=title)
    if as_json:
        _print_json(table, synthetic=synthetic)
    elif csv_wanted:
        _print_csv(project, table, codebook, synthetic=synthetic)
    else:
        if synthetic:
            click.echo(SYNTHETIC)
        click.echo(printed(table, codebook, plot=plot))
    if save is not None:
        save_query(project, NamedCount(save, spec, title))
        _say_saved(save, replaced)


def _one_name(names: tuple[str, ...]) -> str | None:
    if len(names) > 1:
        raise click.BadParameter("a query is saved under one name", param_hint="--save")
    return next(iter(names), None)


def _check_form(*, plot: bool, csv_wanted: bool, as_json: bool) -> None:
    """Refuse two forms at once."""
    if csv_wanted and as_json:
        raise click.UsageError("--csv and --json exclude each other")
    if plot and (csv_wanted or as_json):
        raise click.UsageError("--plot draws in the terminal: give it without --csv and --json")


def _print_csv(
    project: "Project", table: "CountTable", codebook: "Codebook", *, synthetic: bool
) -> None:
    from notecode.project.exporting.frames import table_csv
    from notecode.project.tables import NamedTable

    named = NamedTable(kind="counts", query=NamedCount("", table.spec), table=table)
    click.echo(table_csv(project, named, codebook, synthetic=synthetic), nl=False)
    say_not_withheld(project)


def _print_json(table: "CountTable", *, synthetic: bool) -> None:
    from notecode.counting import table_to_json

    print_json({**table_to_json(table), "synthetic": synthetic})


def _saved_before(project: "Project", name: str | None, *, replacing: bool) -> NamedCount | None:
    """The saved table that would be replaced; what cannot be saved is refused before counting."""
    from notecode.project.tables import check_name

    if name is None:
        return None
    check_name(name)
    found = project.settings.tables.get(name)
    if found and not replacing:
        raise UsageError(
            f"there is a saved table {name!r} already: by {', '.join(found.spec.by)}",
            hint="Take another name, or --replace.",
        )
    return found


def _say_saved(name: str, replaced: NamedCount | None) -> None:
    if replaced:
        was = replaced.title or f"by {', '.join(replaced.spec.by)}"
        click.echo(f"Replaced the saved table {name} ({was}).", err=True)
    click.echo(f"Saved as {name}: `notecode tables {name}` makes it again.", err=True)
