"""``notecode tables``: the tables that were saved, or those of the study, made again."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notecode.cli.count_options import SYNTHETIC, printed, say_not_withheld
from notecode.cli.output import print_json, project_option
from notecode.cli.reports import Output, output_options
from notecode.errors import SettingsError
from notecode.model import NamedCount

if TYPE_CHECKING:
    from notecode.project import Project
    from notecode.project.tables import MadeTables


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
@output_options
@project_option
def command(
    *,
    names: tuple[str, ...],
    preset: str | None,
    listed: bool,
    coder: str,
    plot: bool,
    output: Output,
    directory: Path | None,
) -> None:
    """Make the tables again that `notecode counts --save NAME` keeps in notecode.toml.

    All of them, or those named. The preset "study" has what was delivered, multi-agency working
    by agency with and without information sharing, information sharing by agency, direct work by
    kind, site and month, and the cases with each code. --csv prints one table; --export writes a
    CSV file for each into exports/. A saved table that names what is not there is told at the
    end, with exit code 4; the others are made all the same.

    \b
    Examples:
      notecode tables
      notecode tables agency-by-site
      notecode tables --preset study
      notecode tables --preset study direct-work-sites --plot
      notecode tables --preset study delivered --csv
      notecode tables --preset study --export --people people.csv
      notecode tables --list
    """
    from notecode.project.tables import WHERE_SAVED, list_queries, make_tables

    project = output.source.project(directory)
    if listed:
        any_saved = preset or names or project.settings.tables
        queries = list_queries(project, names, preset=preset or "") if any_saved else ()
        _print_list(queries, as_json=output.as_json)
        if queries and not preset and not output.as_json:
            click.echo(f"{WHERE_SAVED[0].upper()}{WHERE_SAVED[1:]}.", err=True)
        return
    made = make_tables(project, names, preset=preset or "", coder=coder)
    _give(project, made, output, plot=plot)
    if made.problems:
        raise SettingsError(
            "some saved tables cannot be made",
            problems=made.problems,
            hint="Mend or delete them in notecode.toml.",
        )


def _give(project: "Project", made: "MadeTables", output: Output, *, plot: bool) -> None:
    """Print the tables, or write them into the exports directory."""
    if output.as_json:
        from notecode.counting import table_to_json

        print_json(
            [
                {
                    "name": each.query.name,
                    **table_to_json(each.table),
                    "synthetic": made.synthetic,
                }
                for each in made.tables
            ]
        )
    elif output.export:
        for path in _exported(project, made, output):
            click.echo(f"wrote {path}")
    elif output.as_csv:
        _print_csv(project, made)
    else:
        if made.synthetic and made.tables:
            click.echo(f"{SYNTHETIC}\n")
        for each in made.tables:
            click.echo(f"[{each.query.name}]\n{printed(each.table, made.codebook, plot=plot)}")


def _exported(project: "Project", made: "MadeTables", output: Output) -> tuple[Path, ...]:
    from notecode.cli.opening_vault import vault_to_read
    from notecode.project.exporting.reports import export_tables

    with vault_to_read(project, output.source, unless=output.no_vault) as vault:
        return export_tables(
            project,
            made,
            people=output.people,
            vault=vault,
            unsearched=output.unsearched,
            to=output.into,
        )


def _print_csv(project: "Project", made: "MadeTables") -> None:
    from notecode.project.exporting.frames import table_csv

    if len(made.tables) + len(made.problems) > 1:
        raise click.UsageError("--csv prints one table: name it, or write all with --export")
    for each in made.tables:
        text = table_csv(project, each, made.codebook, synthetic=made.synthetic)
        click.echo(text, nl=False)
    say_not_withheld(project)


def _print_list(queries: Iterable[NamedCount], *, as_json: bool) -> None:
    """The names of the queries, with their titles or what they are by."""
    if as_json:
        print_json([{"name": query.name, "title": query.title} for query in queries])
        return
    for query in queries:
        by = ", ".join(query.spec.by)
        click.echo(f"{query.name}: {query.title or f'by {by}'}")
