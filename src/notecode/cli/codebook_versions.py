"""``notecode codebook undo | redo | freeze | thaw``: back and forth between versions."""

from pathlib import Path

import click

from notecode.cli.codebook_changes import change_options, dry_run_option, print_changed
from notecode.cli.output import print_json


@click.command("undo")
@dry_run_option
@change_options
def undo(*, dry_run: bool, why: str, by: str, as_json: bool, directory: Path | None) -> None:
    """Take back the last change of the codebook, by command or by hand; again, the one before.

    The file says again what it said, and each reference is the code's whose it was; those that a
    coder has changed since are named, and stay. It is refused where references have been coded
    since with a code that was not there before. 'notecode codebook redo' makes the change again.

    \b
    Examples:
      notecode codebook undo --dry-run
      notecode codebook undo --why "the sites object"
    """
    from notecode.project import find_project
    from notecode.project.codebook import changes as living

    author = living.Author(name=by, why=why, dry_run=dry_run)
    print_changed(living.undo(find_project(directory), author), as_json, dry_run=dry_run)


@click.command("redo")
@dry_run_option
@change_options
def redo(*, dry_run: bool, why: str, by: str, as_json: bool, directory: Path | None) -> None:
    """Make the change again that undo took back last, as long as nothing was changed since.

    \b
    Example:
      notecode codebook redo --why "the sites agree after all"
    """
    from notecode.project import find_project
    from notecode.project.codebook import changes as living

    author = living.Author(name=by, why=why, dry_run=dry_run)
    print_changed(living.redo(find_project(directory), author), as_json, dry_run=dry_run)


@click.command("freeze")
@click.argument("name")
@change_options
def freeze(*, name: str, why: str, by: str, as_json: bool, directory: Path | None) -> None:
    """Name the codebook as it stands, as the end of an iteration; work goes on in the next.

    'notecode codebook diff NAME' says what has changed since, 'notecode codebook thaw NAME' goes
    back to it.

    \b
    Example:
      notecode codebook freeze "iteration 2" --why "before the double coding"
    """
    from notecode.project import find_project
    from notecode.project.codebook import changes as living

    event = living.freeze(find_project(directory), name, living.Author(name=by, why=why))
    if as_json:
        print_json({"name": event.name, "digest": event.after, "at": event.at})
    else:
        click.echo(event.summary)


@click.command("thaw")
@click.argument("version")
@dry_run_option
@change_options
def thaw(
    *, version: str, dry_run: bool, why: str, by: str, as_json: bool, directory: Path | None
) -> None:
    """Make the codebook again what it was in VERSION; 'notecode codebook undo' takes that back.

    VERSION is the NAME it was frozen under, the beginning of a digest, or #NUMBER of 'notecode
    codebook log' (what that change led to). Codes that came later stay if anything was coded with
    them, so that no reference loses its code.

    \b
    Examples:
      notecode codebook thaw "iteration 1" --dry-run
      notecode codebook thaw "#4" --why "the split did not hold"
    """
    from notecode.project import find_project
    from notecode.project.codebook import changes as living

    author = living.Author(name=by, why=why, dry_run=dry_run)
    print_changed(living.thaw(find_project(directory), version, author), as_json, dry_run=dry_run)
