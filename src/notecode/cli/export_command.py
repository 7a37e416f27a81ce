"""``notecode export``: files for the analysis team."""

from collections.abc import Collection, Sequence
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
from notecode.exporting import (
    FORMATS,
    GROUPS,
    USUAL_FORMATS,
    Format,
    Group,
    Selection,
    less_withheld,
    strays,
)

_HELP = """Write counts, references, cases, codebook and data dictionary into exports/.

CSV files and one Excel workbook, or what --format and --only say, with a data package around
them. The directory holds one export: what the last one wrote is replaced or removed, and what
is removed is named; a file that somebody changed since is not written over: the export is
refused. With --suppress-below nothing is written beside files in which the same counts are
not withheld, such as those of `notecode report`. All is searched for identifiers before it is
written: for the people of --people, and for everybody and all that was replaced in the vault,
for which its passphrase is asked. If something is found nothing is written and the exit code
is 8. It needs either, or --unsearched. Passages in which there are flags that nobody has
decided on are not quoted unless --unreviewed is said; every file then says how many. Where
small counts are withheld memos are left out.

\b
Examples:
  notecode export --people people.csv
  notecode export --people people.csv --coder amina --quotations
  notecode export --people people.csv --format sav --only cases --only references
  notecode export --people people.csv --suppress-below 5
"""


@click.command("export", help=_HELP)
@click.option("--coder", default="", metavar="NAME", help="Whose coding; 'all' for everybody's.")
@click.option(
    "--people",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The people file: refuse to write if any of its names stands in an export.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(FORMATS),
    help="sav is SPSS, dta is Stata; can be given several times (usual: csv and xlsx).",
)
@click.option(
    "--only",
    "groups",
    multiple=True,
    type=click.Choice(GROUPS),
    help="Only these tables; can be given several times.",
)
@click.option("--quotations", is_flag=True, help="Give the coded passages too (anonymised text).")
@click.option("--memos", is_flag=True, help="Give the coders' memos too.")
@click.option(
    "--suppress-below",
    type=click.IntRange(min=2),
    metavar="N",
    help="Withhold counts of fewer than N cases, and what would give them away.",
)
@click.option(
    "--with-rows",
    is_flag=True,
    help="With --suppress-below: write the tables of single cases and references all the same.",
)
@click.option(
    "--no-vault",
    is_flag=True,
    help="Do not search for the originals of the vault; every file says so.",
)
@click.option(
    "--unsearched",
    is_flag=True,
    help="Write it though nothing is there to search it for names; every file says so.",
)
@click.option(
    "--unreviewed",
    is_flag=True,
    help="Quote passages with flags that nobody has decided on; every file says how many.",
)
@into_option
@passphrase_options
@json_option
@project_option
def command(
    *,
    coder: str,
    people: Path | None,
    formats: tuple[Format, ...],
    groups: tuple[Group, ...],
    quotations: bool,
    memos: bool,
    suppress_below: int | None,
    with_rows: bool,
    no_vault: bool,
    unsearched: bool,
    unreviewed: bool,
    into: Path | None,
    source: PassphraseSource,
    as_json: bool,
    directory: Path | None,
) -> None:
    """Write the files, and say which; what was removed, and what is left out."""
    from notecode.project.exporting.study import export

    if with_rows and not suppress_below:
        raise click.UsageError("--with-rows is for --suppress-below: give that too")
    _check_place("--quotations", "references", groups, asked=quotations)
    _check_place("--memos", "memos", groups, asked=memos)
    project = source.project(directory)
    selection = Selection(formats=formats or USUAL_FORMATS, groups=groups, single_rows=with_rows)
    directory = into or project.exports
    before = _files_in(directory)
    less = less_withheld(directory, "export", suppress_below or 0)
    with vault_to_read(project, source, unless=no_vault) as vault:
        written = export(
            project,
            coder=coder,
            people=people,
            quotations=quotations,
            memos=memos,
            vault=vault,
            unsearched=unsearched,
            unreviewed=unreviewed,
            suppress_below=suppress_below or 0,
            to=into,
            selection=selection,
        )
    print_written(written, as_json=as_json)
    if less:
        click.echo(less, err=True)
    _say_rest(before - _files_in(directory), strays(directory, written))
    if suppress_below:
        _say_withheld(selection, suppress_below, quotations=quotations, memos=memos)
    say_unsearched(people is not None or vault is not None)


def _check_place(option: str, group: Group, groups: Collection[Group], *, asked: bool) -> None:
    """Refuse an option for tables that --only leaves out."""
    if asked and groups and group not in groups:
        raise click.UsageError(f"{option} has no place here: give --only {group} too")


def _say_withheld(
    selection: Selection, suppress_below: int, *, quotations: bool, memos: bool
) -> None:
    """Say which of what was asked for is left out because small counts are withheld."""
    withheld = selection.withheld(suppress_below)
    left_out: list[str] = [group for group in withheld if group != "memos"]
    left_out += ["quotations"] if quotations and not selection.single_rows else []
    if left_out:
        click.echo(f"Left out, since small counts are withheld: {', '.join(left_out)}.", err=True)
    if memos or "memos" in withheld:
        click.echo("Memos are left out, since small counts are withheld.", err=True)


def _say_rest(removed: Collection[str], left: Sequence[str]) -> None:
    """Name what an export took away, and what it found and left."""
    if removed:
        click.echo(
            f"Removed, of the last export and not of this one: {', '.join(sorted(removed))}",
            err=True,
        )
    if left:
        click.echo(f"Not of this export, and left as they are: {', '.join(left)}", err=True)


def _files_in(directory: Path) -> set[str]:
    """The names of the files in a directory, if it is there."""
    return {path.name for path in directory.glob("*") if path.is_file()}
