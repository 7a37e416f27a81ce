"""``notecode codebook add | define | rename | move``, and how any change is told."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from notecode.cli.output import counted, json_option, print_json, project_option
from notecode.errors import UsageError

if TYPE_CHECKING:
    from notecode.codebook import Section
    from notecode.model import Agency, Code
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


def agency_option(function: F) -> F:
    """Add ``--agency``."""
    said = "It is an agency, where a code has the same id."
    return click.option("--agency", is_flag=True, help=said)(function)


def facet(*, agency: bool) -> "Section | None":
    """The facet that was said; None if the id is to tell it."""
    return "agencies" if agency else None


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
@click.option("--agency", is_flag=True, help="Add an agency; its --key is of a set of its own.")
@click.option("--alias", "aliases", multiple=True, metavar="NAME", help="How notes name it.")
@click.option("--role", "roles", multiple=True, metavar="TAG", help="OM: [OM_1] stands for it.")
@dry_run_option
@change_options
def add(
    *,
    code: str,
    label: str,
    under: str,
    after: str,
    pre_set: bool,
    agency: bool,
    aliases: tuple[str, ...],
    roles: tuple[str, ...],
    dry_run: bool,
    why: str,
    by: str,
    as_json: bool,
    directory: Path | None,
    **fields: str | None,
) -> None:
    """Add a code; with --agency, an agency.

    \b
    Examples:
      notecode codebook add waiting "Waiting for him" --under contact \\
        --definition "He is waited for and does not come." --why "in nine notes of case C4"
      notecode codebook add --agency fire-service "Fire service" --alias "fire brigade" \\
        --definition "The fire and rescue service." --why "home visits at site 2"
    """
    from notecode.project import find_project
    from notecode.project.codebook import changes as living

    given = {"definition": "", **_given(fields)}
    if agency:
        wrong = [*given.keys() - {"definition", "key"}, *["under"] * bool(under)]
        if wrong or pre_set:
            raise UsageError(
                "an agency has no place in the tree of codes, nor a code's fields",
                hint="It has --definition, --key, --alias and --role.",
            )
    elif aliases or roles:
        raise UsageError("a code has no names and roles", hint="Say --agency to add an agency.")
    place = {} if agency else {"parent": under, "origin": "pre-set" if pre_set else "emergent"}
    names = {"aliases": aliases, "roles": roles} if agency else {}
    new = _entry({"id": code, "label": label, **given, **place, **names}, agency=agency)
    done = living.add(
        find_project(directory), new, living.Author(name=by, why=why, dry_run=dry_run), after=after
    )
    print_changed(done, as_json, dry_run=dry_run)


@click.command("define")
@click.argument("code", metavar="CODE")
@field_options
@click.option("--label", metavar="TEXT", help="How it is called.")
@agency_option
@dry_run_option
@change_options
def define(
    *,
    code: str,
    agency: bool,
    dry_run: bool,
    why: str,
    by: str,
    as_json: bool,
    directory: Path | None,
    **fields: str | None,
) -> None:
    """Change what a code means or how it is shown; an empty TEXT takes a field out.

    CODE may be an agency, which has a definition, label and key. References coded under an earlier
    definition of a code keep it, and wait for another look: see 'notecode codebook queue'. A new
    label, key, colour or example sets none of them waiting, nor does an agency's definition.

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
    done = living.define(
        find_project(directory), code, changes, author, section=facet(agency=agency)
    )
    print_changed(done, as_json, dry_run=dry_run)


@click.command("rename")
@click.argument("code", metavar="CODE")
@click.argument("label", default="")
@click.option("--id", "new_id", default="", metavar="ID", help="A new id as well, or alone.")
@agency_option
@dry_run_option
@change_options
def rename(
    *,
    code: str,
    label: str,
    new_id: str,
    agency: bool,
    dry_run: bool,
    why: str,
    by: str,
    as_json: bool,
    directory: Path | None,
) -> None:
    """Give CODE another LABEL; its id stays, and so do its references.

    With --id the id changes too, wherever it stands in the file; the old one is kept as former, so
    that references coded with it are found. If CODE has vanished from the file and ID is its new
    id there, the two are joined again. CODE may be an agency.

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
    done = living.rename(
        find_project(directory),
        code,
        author,
        label=label,
        new_id=new_id,
        section=facet(agency=agency),
    )
    print_changed(done, as_json, dry_run=dry_run)


@click.command("move")
@click.argument("code", metavar="CODE")
@click.option("--under", metavar="CODE", help="The code it lies beneath from now on.")
@click.option("--top", is_flag=True, help="It lies beneath none.")
@click.option("--before", default="", metavar="CODE", help="The code it stands before in the file.")
@click.option("--after", default="", metavar="CODE", help="The code it stands behind in the file.")
@agency_option
@dry_run_option
@change_options
def move(
    *,
    code: str,
    under: str | None,
    top: bool,
    before: str,
    after: str,
    agency: bool,
    dry_run: bool,
    why: str,
    by: str,
    as_json: bool,
    directory: Path | None,
) -> None:
    """Give CODE another parent, or another place in the file; those beneath it go along.

    CODE may be an agency, which has no parent.

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
        section=facet(agency=agency),
    )
    print_changed(done, as_json, dry_run=dry_run)


def _entry(fields: dict[str, Any], *, agency: bool) -> "Agency | Code":
    """A new code, or an agency."""
    from notecode.model import Agency, Alias, Code

    if not agency:
        return Code(**fields)
    return Agency(**{**fields, "aliases": tuple(Alias(text=name) for name in fields["aliases"])})


def _given(fields: dict[str, str | None]) -> dict[str, Any]:
    """The fields that were given, an empty text included."""
    return {name: value.strip() for name, value in fields.items() if value is not None}


def print_changed(
    done: "Changed", as_json: bool, *, dry_run: bool = False, rules: Sequence[str] = ()
) -> None:
    """Print what a change came to, or would come to, in entries and in references.

    ``rules`` are those that suggest what is out of use by it.
    """
    from dataclasses import asdict

    if as_json:
        told = asdict(done) | {"dry_run": dry_run} | ({"rules": list(rules)} if rules else {})
        if dry_run:  # There is no such event, nor such a version.
            told["event"] |= {"state": "dry run", "id": None, "after": None}
        print_json(told)
        return
    event, settled = done.event, done.settled
    if dry_run:
        click.echo("dry run, nothing was changed:")
    click.echo(f"{event.action}: {event.summary}")
    if settled.recoded:
        click.echo(f"  {counted(settled.recoded, 'reference')} given another code")
    if settled.reassigned:
        click.echo(f"  {counted(settled.reassigned, 'reference')} with other agencies than before")
    if settled.folded:
        click.echo(
            f"  {counted(abs(settled.folded), 'reference')} that a coder had with both codes on one"
            f" span: {'counted once now' if settled.folded > 0 else 'apart again'}"
        )
    if rules:
        suggest = "suggests" if len(rules) == 1 else "suggest"
        named = ", ".join(rules[:_SHOWN]) + " …" * (len(rules) > _SHOWN)
        click.echo(
            f"  {counted(len(rules), 'rule')} {suggest} {event.codes[0]}, which is retired by this,"
            f" and nothing any more until the file names another code in them: {named}"
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
            now = f"{left.agency} taken off" if left.agency else now
            click.echo(f"    {left.reference}  {left.code}, {now}")
        if len(of_coder) > _SHOWN:
            click.echo(f"    … and {len(of_coder) - _SHOWN} more (--json names all)")
