"""``notecode codebook merge | split | retire | restore``: out of use, into other hands, back."""

from pathlib import Path

import click

from notecode.cli.codebook_changes import (
    agency_option,
    change_options,
    dry_run_option,
    facet,
    print_changed,
)


@click.command("merge")
@click.argument("code", metavar="CODE")
@click.argument("heir", metavar="INTO")
@agency_option
@dry_run_option
@change_options
def merge(
    *,
    code: str,
    heir: str,
    agency: bool,
    dry_run: bool,
    why: str,
    by: str,
    as_json: bool,
    directory: Path | None,
) -> None:
    """Merge CODE into INTO: it is retired, and its references are INTO's from now on.

    Where a coder had both on one span, they count as one, with the agencies of both. Nothing is
    written over: 'notecode codebook undo' gives every reference back, and a coder's undo reaches
    what they coded before.

    CODE and INTO may both be agencies: a reference that has both counts once. The names and roles
    of CODE are INTO's too, so that notes are searched for them; rules name INTO in its place.

    \b
    Examples:
      notecode codebook merge waiting contact --why "coders could not tell them apart"
      notecode codebook merge council housing --dry-run
    """
    from notecode.project import find_project
    from notecode.project.codebook import changes as living

    author = living.Author(name=by, why=why, dry_run=dry_run)
    done = living.merge(find_project(directory), code, heir, author, section=facet(agency=agency))
    print_changed(done, as_json, dry_run=dry_run)


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
    project = find_project(directory)
    done = living.split(project, code, parts, author, beneath=beneath)
    rules = () if beneath else living.rules_of(project, done.event.codes[0])
    print_changed(done, as_json, dry_run=dry_run, rules=rules)


@click.command("retire")
@click.argument("code", metavar="CODE")
@agency_option
@dry_run_option
@change_options
def retire(
    *,
    code: str,
    agency: bool,
    dry_run: bool,
    why: str,
    by: str,
    as_json: bool,
    directory: Path | None,
) -> None:
    """Take CODE out of use; its references stay, and are counted.

    One that vanished from the file is put back into it, as retired. 'notecode codebook restore'
    brings it back into use. CODE may be an agency: notes are not searched for its names any more.

    \b
    Example:
      notecode codebook retire positioning --why "not seen in 20 cases"
    """
    from notecode.project import find_project
    from notecode.project.codebook import changes as living

    author = living.Author(name=by, why=why, dry_run=dry_run)
    done = living.retire(find_project(directory), code, author, section=facet(agency=agency))
    print_changed(done, as_json, dry_run=dry_run)


@click.command("restore")
@click.argument("code", metavar="CODE")
@agency_option
@dry_run_option
@change_options
def restore(
    *,
    code: str,
    agency: bool,
    dry_run: bool,
    why: str,
    by: str,
    as_json: bool,
    directory: Path | None,
) -> None:
    """Bring CODE back into use: one that was retired, or that vanished from the file.

    One that was merged or split has its references again. It has the key that it had, if that is
    free. Rules and codes that a merger gave to its heir stay there, and names and roles of an
    agency too; 'notecode codebook undo' of the merger brings those back as well.

    \b
    Example:
      notecode codebook restore positioning --why "seen again in site 2"
    """
    from notecode.project import find_project
    from notecode.project.codebook import changes as living

    author = living.Author(name=by, why=why, dry_run=dry_run)
    done = living.restore(find_project(directory), code, author, section=facet(agency=agency))
    print_changed(done, as_json, dry_run=dry_run)
