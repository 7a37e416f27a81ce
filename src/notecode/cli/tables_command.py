"""``notecode tables``: the tables that were saved, or those of the study, made again."""

from collections.abc import Iterable
from pathlib import Path

import click

from notecode.cli.count_options import SYNTHETIC, printed
from notecode.cli.output import json_option, print_json, project_option
from notecode.model import NamedCount


@click.command("tables")
@click.argument("names", nargs=-1)
@click.option(
    "--preset",
    type=click.Choice(["study"]),
    help="The tables of the study that notecode was made for, in place of the saved ones.",
)
@click.option("--list", "listed", is_flag=True, help="Say which there are.")
@click.option("--coder", default="", metavar="NAME", help="Whose coding; 'all' for everybody's.")
@click.option("--plot", is_flag=True, help="Draw bars.")
@json_option
@project_option
def command(
    *,
    names: tuple[str, ...],
    preset: str | None,
    listed: bool,
    coder: str,
    plot: bool,
    as_json: bool,
    directory: Path | None,
) -> None:
    """Make the tables again that `notecode counts --save NAME` keeps in notecode.toml.

    All of them, or those named. The preset "study" has what was delivered, multi-agency working
    by agency with and without information sharing, information sharing by agency, direct work by
    kind, site and month, and the cases with each code.

    \b
    Examples:
      notecode tables
      notecode tables agency-by-site
      notecode tables --preset study
      notecode tables --preset study direct-work-sites --plot
      notecode tables --list
    """
    from notecode.counting import table_to_json
    from notecode.project import find_project
    from notecode.project.counting import is_synthetic
    from notecode.project.tables import list_queries, make_tables

    project = find_project(directory)
    if listed:
        any_saved = preset or names or project.settings.tables
        queries = list_queries(project, names, preset=preset or "") if any_saved else ()
        _print_list(queries, as_json=as_json)
        return
    synthetic = is_synthetic(project)
    # All are counted before one is printed: a wrong one does not stop half-way.
    made = list(make_tables(project, names, preset=preset or "", coder=coder))
    if as_json:
        print_json(
            [
                {"name": query.name, **table_to_json(table), "synthetic": synthetic}
                for query, table, _ in made
            ]
        )
        return
    if synthetic:
        click.echo(f"{SYNTHETIC}\n")
    for query, table, codebook in made:
        click.echo(f"[{query.name}]\n{printed(table, codebook, plot=plot)}")


def _print_list(queries: Iterable[NamedCount], *, as_json: bool) -> None:
    """The names of the queries, with their titles."""
    if as_json:
        print_json([{"name": query.name, "title": query.title} for query in queries])
        return
    for query in queries:
        click.echo(f"{query.name}: {query.title}" if query.title else query.name)
