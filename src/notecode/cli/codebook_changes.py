"""``notecode codebook add | define | rename | move | split | merge | retire | restore``."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from notecode.cli.output import counted, json_option, print_json, project_option
from notecode.errors import UsageError

if TYPE_CHECKING:
    from notecode.project.codebook.changes import Changed

F = TypeVar("F", bound=Callable[..., Any])

_SHOWN = 20
"""References that are named before the rest is counted."""


def change_options(function: F) -> F:
    """Add ``--why``, ``--by``, ``--json`` and ``--project``."""
    for add in (
        project_option,
        json_option,
        click.option("--by", default="", metavar="NAME", help="Who changes it (default: you)."),
        click.option("--why", default="", metavar="TEXT", help="The reason, for the log."),
    ):
        function = add(function)
    return function


def dry_run_option(function: F) -> F:
    """Add ``--dry-run``."""
    said = "Say what would change, references included, and change nothing."
    return click.option("--dry-run", is_flag=True, help=said)(function)


def field_options(function: F) -> F:
    """Add the options that say what a code means and how it is shown."""
    for add in reversed(
        (
            click.option("--definition", metavar="TEXT", help="What it means."),
            click.option("--use-when", metavar="TEXT", help="What belongs to it."),
            click.option("--not-when", metavar="TEXT", help="What does not, and where it belongs."),
            click.option("--example", metavar="TEXT", help="An invented example."),
            click.option("--key", metavar="KEY", help="The key that applies it in the coder."),
            click.option("--colour", metavar="#RRGGBB", help="The colour of its group."),
        )
    ):
        function = add(function)
    return function


@click.command("add")
@click.argument("code", metavar="ID")
@click.argument("label")
@field_options
@click.option("--under", default="", metavar="CODE", help="The code it lies beneath.")
@click.option("--after", default="", metavar="CODE", help="The code it stands behind in the file.")
@click.option("--pre-set", is_flag=True, help="It was planned; otherwise it emerged from notes.")
@dry_run_option
@change_options
def add(
    *,
    code: str,
    label: str,
    under: str,
    after: str,
    pre_set: bool,
    dry_run: bool,
    why: str,
    by: str,
    as_json: bool,
    directory: Path | None,
    **fields: str | None,
) -> None:
    """Add a code.

    \b
    Example:
      notecode codebook add waiting "Waiting for him" --under contact \\
        --definition "He is waited for and does not come." --why "in nine notes of case C4"
    """
    from notecode.model import Code
    from notecode.project import find_project
    from notecode.project.codebook import changes as living

    new = Code(
        id=code,
        label=label,
        definition=fields.pop("definition", None) or "",
        parent=under,
        origin="pre-set" if pre_set else "emergent",
        **_given(fields),
    )
    done = living.add(
        find_project(directory), new, living.Author(name=by, why=why, dry_run=dry_run), after=after
    )
    print_changed(done, as_json, dry_run=dry_run)


@click.command("define")
@click.argument("code", metavar="CODE")
@field_options
@click.option("--label", metavar="TEXT", help="How it is called.")
@dry_run_option
@change_options
def define(
    *,
    code: str,
    dry_run: bool,
    why: str,
    by: str,
    as_json: bool,
    directory: Path | None,
    **fields: str | None,
) -> None:
    """Change what a code means or how it is shown; an empty TEXT takes a field out.

    References coded under an earlier definition keep it, and wait for another look: see
    'notecode codebook queue'. A new label, key, colour or example sets none of them waiting.

    \b
    Example:
      notecode codebook define contact --not-when "The appointment is with somebody else." \\
        --why "coders disagreed on appointments"
    """
    from notecode.project import find_project
    from notecode.project.codebook import changes as living

    changes = _given(fields)
    if not changes:
        raise UsageError("nothing to change was given", hint="Take --definition, --use-when, …")
    author = living.Author(name=by, why=why, dry_run=dry_run)
    print_changed(
        living.define(find_project(directory), code, changes, author), as_json, dry_run=dry_run
    )


@click.command("rename")
@click.argument("code", metavar="CODE")
@click.argument("label", default="")
@click.option("--id", "new_id", default="", metavar="ID", help="A new id as well, or alone.")
@dry_run_option
@change_options
def rename(
    *,
    code: str,
    label: str,
    new_id: str,
    dry_run: bool,
    why: str,
    by: str,
    as_json: bool,
    directory: Path | None,
) -> None:
    """Give CODE another LABEL; its id stays, and so do its references.

    With --id the id changes too, wherever it stands in the file; the old one is kept as former, so
    that references coded with it are found. If CODE has vanished from the file and ID is its new
    id there, the two are joined again. CODE may be an agency, which can have another LABEL.

    \b
    Examples:
      notecode codebook rename contact "Contact, made or tried" --why "clearer to the sites"
      notecode codebook rename police "Police service"
    """
    from notecode.project import find_project
    from notecode.project.codebook import changes as living

    if not label and not new_id:
        raise UsageError("no new name was given", hint="Give a LABEL, or --id ID.")
    author = living.Author(name=by, why=why, dry_run=dry_run)
    done = living.rename(find_project(directory), code, author, label=label, new_id=new_id)
    print_changed(done, as_json, dry_run=dry_run)


@click.command("move")
@click.argument("code", metavar="CODE")
@click.option("--under", metavar="CODE", help="The code it lies beneath from now on.")
@click.option("--top", is_flag=True, help="It lies beneath none.")
@click.option("--before", default="", metavar="CODE", help="The code it stands before in the file.")
@click.option("--after", default="", metavar="CODE", help="The code it stands behind in the file.")
@dry_run_option
@change_options
def move(
    *,
    code: str,
    under: str | None,
    top: bool,
    before: str,
    after: str,
    dry_run: bool,
    why: str,
    by: str,
    as_json: bool,
    directory: Path | None,
) -> None:
    """Give CODE another parent, or another place in the file; those beneath it go along.

    \b
    Example:
      notecode codebook move waiting --under direct-work --why "more than contact"
    """
    from notecode.project import find_project
    from notecode.project.codebook import changes as living

    if (top and under is not None) or (before and after):
        raise UsageError("two places were given", hint="Name one.")
    if not (top or under or before or after):
        raise UsageError("no place was given", hint="Take --under, --top, --before or --after.")
    done = living.move(
        find_project(directory),
        code,
        living.Author(name=by, why=why, dry_run=dry_run),
        parent="" if top else under,
        beside=("before", before) if before else ("after", after) if after else None,
    )
    print_changed(done, as_json, dry_run=dry_run)


@click.command("merge")
@click.argument("code", metavar="CODE")
@click.argument("heir", metavar="INTO")
@dry_run_option
@change_options
def merge(
    *, code: str, heir: str, dry_run: bool, why: str, by: str, as_json: bool, directory: Path | None
) -> None:
    """Merge CODE into INTO: it is retired, and its references are INTO's from now on.

    Where a coder had both on one span, they count as one, with the agencies of both. Nothing is
    written over: 'notecode codebook undo' gives every reference back, and a coder's undo reaches
    what they coded before.

    \b
    Example:
      notecode codebook merge waiting contact --why "coders could not tell them apart"
    """
    from notecode.project import find_project
    from notecode.project.codebook import changes as living

    author = living.Author(name=by, why=why, dry_run=dry_run)
    print_changed(
        living.merge(find_project(directory), code, heir, author), as_json, dry_run=dry_run
    )


@click.command("split")
@click.argument("code", metavar="CODE")
@click.argument("into", nargs=-1, required=True, metavar="ID[=LABEL]...")
@click.option("--beneath", is_flag=True, help="CODE stays in use; the new ones lie beneath it.")
@dry_run_option
@change_options
def split(
    *,
    code: str,
    into: tuple[str, ...],
    beneath: bool,
    dry_run: bool,
    why: str,
    by: str,
    as_json: bool,
    directory: Path | None,
) -> None:
    """Split CODE into others; its references stay with it, and wait to be decided on again.

    Those not in the codebook yet are added behind it: say in the file, or with 'notecode codebook
    define', what they mean. 'notecode codebook queue' lists the references.

    \b
    Example:
      notecode codebook split contact "contact-made=Contact made" "contact-tried=Contact tried" \\
        --why "the report tells them apart"
    """
    from notecode.project import find_project
    from notecode.project.codebook import changes as living

    parts = [(part.partition("=")[0].strip(), part.partition("=")[2].strip()) for part in into]
    author = living.Author(name=by, why=why, dry_run=dry_run)
    done = living.split(find_project(directory), code, parts, author, beneath=beneath)
    print_changed(done, as_json, dry_run=dry_run)


@click.command("retire")
@click.argument("code", metavar="CODE")
@dry_run_option
@change_options
def retire(
    *, code: str, dry_run: bool, why: str, by: str, as_json: bool, directory: Path | None
) -> None:
    """Take CODE out of use; its references stay, and are counted.

    A code that vanished from the file is put back into it, as retired. 'notecode codebook restore'
    brings it back into use.

    \b
    Example:
      notecode codebook retire positioning --why "not seen in 20 cases"
    """
    from notecode.project import find_project
    from notecode.project.codebook import changes as living

    author = living.Author(name=by, why=why, dry_run=dry_run)
    print_changed(living.retire(find_project(directory), code, author), as_json, dry_run=dry_run)


@click.command("restore")
@click.argument("code", metavar="CODE")
@dry_run_option
@change_options
def restore(
    *, code: str, dry_run: bool, why: str, by: str, as_json: bool, directory: Path | None
) -> None:
    """Bring CODE back into use: one that was retired, or that vanished from the file.

    One that was merged or split has its references again. It has the key that it had, if that is
    free. Rules and codes that a merger gave to its heir stay there.

    \b
    Example:
      notecode codebook restore positioning --why "seen again in site 2"
    """
    from notecode.project import find_project
    from notecode.project.codebook import changes as living

    author = living.Author(name=by, why=why, dry_run=dry_run)
    done = living.restore(find_project(directory), code, author)
    print_changed(done, as_json, dry_run=dry_run)


def _given(fields: dict[str, str | None]) -> dict[str, Any]:
    """The fields that were given, an empty text included."""
    return {name: value.strip() for name, value in fields.items() if value is not None}


def print_changed(done: "Changed", as_json: bool, *, dry_run: bool = False) -> None:
    """Print what a change came to, or would come to, in entries and in references."""
    from dataclasses import asdict

    if as_json:
        print_json(asdict(done) | {"dry_run": dry_run})
        return
    event, settled = done.event, done.settled
    if dry_run:
        click.echo("dry run, nothing was changed:")
    click.echo(f"{event.action}: {event.summary}")
    if settled.recoded:
        click.echo(f"  {counted(settled.recoded, 'reference')} given another code")
    if settled.folded:
        click.echo(
            f"  {counted(abs(settled.folded), 'reference')} that a coder had with both codes on one"
            f" span: {'counted once now' if settled.folded > 0 else 'apart again'}"
        )
    _print_left(done)
    if not event.why and not dry_run:
        click.echo("  no reason was given (--why)", err=True)


def _print_left(done: "Changed") -> None:
    """Say which references do not come back, and how they would."""
    coders = dict.fromkeys(left.coder for left in done.left)
    for coder in coders:
        of_coder = [left for left in done.left if left.coder == coder]
        stay = "stays as it is" if len(of_coder) == 1 else "stay as they are"
        click.echo(
            f"  {counted(len(of_coder), 'reference')} that {coder} has changed since {stay};"
            f" {coder}'s own undo in the coder brings back what was coded:"
        )
        for left in of_coder[:_SHOWN]:
            now = f"now {left.now}" if left.now else "deleted"
            click.echo(f"    {left.reference}  {left.code}, {now}")
        if len(of_coder) > _SHOWN:
            click.echo(f"    … and {len(of_coder) - _SHOWN} more (--json names all)")
