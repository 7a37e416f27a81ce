"""``notecode codebook export | import``: to other programs and onto paper, and back."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from notecode.cli.codebook_changes import change_options
from notecode.cli.opening_vault import vault_to_read
from notecode.cli.output import counted, json_option, print_json, project_option
from notecode.cli.passphrase import PassphraseSource, passphrase_options
from notecode.errors import UsageError

if TYPE_CHECKING:
    from notecode.project.codebook.exchange import Imported

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command("export")
@click.argument("file", type=_FILE, required=False)
@click.option("--people", type=_FILE, help="Search for everybody in this people file first.")
@click.option("--no-vault", is_flag=True, help="Do not search for everybody in the vault.")
@click.option(
    "--unsearched",
    is_flag=True,
    help="Write it though it is not searched for names; asks for no passphrase.",
)
@click.option(
    "--version",
    default="",
    metavar="VERSION",
    help="An earlier one: a frozen name, #NUMBER of 'codebook log', or a digest.",
)
@passphrase_options
@json_option
@project_option
def export(
    *,
    file: Path | None,
    version: str,
    people: Path | None,
    no_vault: bool,
    unsearched: bool,
    source: PassphraseSource,
    as_json: bool,
    directory: Path | None,
) -> None:
    """Write the codebook to FILE, in the form that its ending says.

    .csv and .xlsx are tables that 'notecode codebook import' reads again; .html and .md are pages
    for the appendix of a report; .qdc is for NVivo, ATLAS.ti, MAXQDA and others that know REFI-QDA.
    .yaml is the file itself, rules and all; they go with none of the others. Without FILE it is
    exports/codebook.html. All is searched for
    identifiers before it is written: for the people of --people, and, if the project has a vault,
    for everybody in it. If something is found nothing is written and the exit code is 8. It needs
    either, or --unsearched.

    \b
    Examples:
      notecode codebook export appendix.html --people people.csv
      notecode codebook export codebook.qdc --people people.csv
      notecode codebook export round-1.yaml --version "round 1" --people people.csv
    """
    from notecode.project.codebook.exchange import export_codebook

    project = source.project(directory)
    target = file or project.exports / "codebook.html"
    # Without notes there is nothing that the vault belongs to.
    without = no_vault or not project.database_path.is_file()
    # Nobody is asked for a passphrase for what is not to be searched; one that is given counts.
    without |= unsearched and source.fd is None and not source.keyring
    with vault_to_read(project, source, unless=without) as vault:
        written = export_codebook(
            project, target, version=version, people=people, vault=vault, unsearched=unsearched
        )
    if as_json:
        print_json({"file": str(written.path), "not_searched_for": written.unsearched})
        return
    click.echo(f"written: {written.path}")
    if written.unsearched:
        click.echo(f"NOT SEARCHED FOR: {written.unsearched}", err=True)


@click.command("import")
@click.argument("file", type=_FILE)
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.option("--new", type=_FILE, metavar="YAML", help="Write a codebook of its own instead.")
@change_options
def import_(
    *,
    file: Path,
    dry_run: bool,
    new: Path | None,
    why: str,
    by: str,
    as_json: bool,
    directory: Path | None,
) -> None:
    """Take a codebook in from FILE: .csv, .xlsx, or .qdc of any program that knows REFI-QDA.

    New codes and agencies are added, and what is said otherwise is changed; entries that the file
    does not have stay. A table needs a column of labels; definition, parent and others are taken
    if they are there. In a row with an id an empty cell empties its field; without one the code of
    that label is meant, and empty cells change nothing. A bar parts aliases, roles and ids in one
    cell ("food bank | pantry"). It is one change, and 'notecode codebook undo' takes it back.

    \b
    Examples:
      notecode codebook import team.qdc --dry-run
      notecode codebook import team.csv --why "agreed in the workshop"
      notecode codebook import team.qdc --new codebook-of-the-team.yaml
    """
    from notecode.project import find_project
    from notecode.project.codebook.changes import Author
    from notecode.project.codebook.exchange import convert_codebook, import_codebook

    if new is not None:
        if dry_run:
            raise UsageError("--dry-run and --new were given", hint="Take one of them.")
        book = convert_codebook(file, new, title=file.stem)
        if as_json:
            print_json({"file": str(new), "codes": len(book.codes)})
        else:
            codes = counted(len(book.codes), "code")
            click.echo(f"written: {new}, {codes}, {len(book.agencies)} agencies")
        return
    author = Author(name=by, why=why, dry_run=dry_run)
    done = import_codebook(find_project(directory), file, author)
    _print_imported(done, file.name, as_json=as_json, dry_run=dry_run)


def _print_imported(done: "Imported", file: str, *, as_json: bool, dry_run: bool) -> None:
    from dataclasses import asdict

    from notecode.cli.codebook_log import print_differences

    if as_json:
        print_json([asdict(difference) for difference in done.differences])
        return
    verb = "would change" if dry_run else "changed"
    entries = "1 entry" if len(done.differences) == 1 else f"{len(done.differences):,} entries"
    click.echo(f"{file}: {entries} {verb}")
    print_differences(done.differences)
    for id_, key in done.keyless:
        click.echo(f"  {id_} has no key: another has {key!r}", err=True)
    if done.unsaid:
        click.echo(
            f"  {counted(done.unsaid, 'empty cell')} left as the codebook has it: give the rows"
            " their ids to empty a field",
            err=True,
        )
