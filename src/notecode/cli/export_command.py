"""``notecode export``: files for the analysis team."""

from pathlib import Path

import click

from notecode.cli.opening_vault import vault_to_read
from notecode.cli.output import json_option, print_json, project_option
from notecode.cli.passphrase import PassphraseSource, passphrase_options


@click.command("export")
@click.option("--coder", default="", metavar="NAME", help="Whose coding; 'all' for everybody's.")
@click.option(
    "--people",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The people file: refuse to write if any of its names stands in an export.",
)
@click.option("--quotations", is_flag=True, help="Give the coded passages too (anonymised text).")
@click.option(
    "--no-vault",
    is_flag=True,
    help="Do not search for the originals of the vault; every file says so.",
)
@click.option(
    "--unsearched",
    is_flag=True,
    help="Give quotations though nothing is there to search them for names; every file says so.",
)
@passphrase_options
@json_option
@project_option
def command(
    *,
    coder: str,
    people: Path | None,
    quotations: bool,
    no_vault: bool,
    unsearched: bool,
    source: PassphraseSource,
    as_json: bool,
    directory: Path | None,
) -> None:
    """Write counts, references, cases, codebook and data dictionary into exports/.

    CSV files and one Excel workbook, each with its base and the codebook's digest. Everything
    is searched for identifiers before it is written: for the people of --people, and, if the
    project has a vault, for everybody and all that was replaced in it, for which its passphrase
    is asked. If something is found nothing is written and the exit code is 8. Quotations need
    either of the two.

    \b
    Examples:
      notecode export --people people.csv
      notecode export --people people.csv --coder amina --quotations
    """
    from notecode.project.exporting import export

    project = source.project(directory)
    with vault_to_read(project, source, unless=no_vault) as vault:
        written = export(
            project,
            coder=coder,
            people=people,
            quotations=quotations,
            vault=vault,
            unsearched=unsearched,
        )
    if as_json:
        print_json([{"file": str(path), "bytes": path.stat().st_size} for path in written])
        return
    for path in written:
        click.echo(f"wrote {path} ({path.stat().st_size:,} bytes)")
    if people is None and vault is None:
        click.echo(
            "Searched for numbers and addresses only: give --people to search for names.", err=True
        )
