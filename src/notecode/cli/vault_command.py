"""``notecode vault``: the encrypted file that keeps the originals."""

import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import click

from notecode.cli.opening_vault import make_vault_with, take_passphrase
from notecode.cli.output import (
    counted,
    json_option,
    print_json,
    project_option,
    say_what_stays,
)
from notecode.cli.passphrase import (
    PassphraseSource,
    forget_passphrase,
    passphrase_options,
    vault_file_option,
)
from notecode.errors import UsageError, VaultError


@click.group("vault")
def command() -> None:
    """Keep the original notes, encrypted, until the study allows to destroy them.

    The vault is one file. It holds the notes as exported, who is who in each case, and the key
    that links a case's tags from one export to the next. Everything else works without it.

    \b
    Examples:
      notecode vault init
      notecode vault status
    """


@command.command("init")
@passphrase_options
@project_option
def init(*, source: PassphraseSource, directory: Path | None) -> None:
    """Make an empty vault. `notecode anonymise EXPORT --vault` makes one as well.

    Nobody can open it without its passphrase, and nobody can find out a lost one.

    \b
    Example:
      notecode vault init
    """
    made, _ = make_vault_with(source.project(directory), source)
    click.echo(f"made {made.vault_path}; now: notecode anonymise EXPORT --vault")


@command.command("status")
@vault_file_option
@json_option
@project_option
def status(*, vault_file: Path | None, as_json: bool, directory: Path | None) -> None:
    """Say whether there is a vault and how it stands; needs no passphrase.

    \b
    Example:
      notecode vault status
    """
    from notecode.project import find_project
    from notecode.project.anonymising.vault_state import at_vault_file, vault_state

    project = at_vault_file(find_project(directory), vault_file)
    state = vault_state(project)
    if as_json:
        found = asdict(state) | {"path": str(state.path)} if state else {}
        print_json({"exists": state is not None, **found})
        return
    if state is None:
        click.echo(f"There is no vault ({project.vault_path}).")
        return
    if not state.size:
        click.echo(f"{state.path}: {state.problem}")
        return
    moment = datetime.fromtimestamp(state.changed, UTC).strftime("%Y-%m-%d %H:%M UTC")
    click.echo(f"{state.path}: {state.size:,} bytes, last written {moment}")
    if state.unmerged:
        click.echo("  A run was interrupted, or is going on; the next one tidies up.")
    if state.open_to_others:
        click.echo(f"  Others may read the file: chmod 600 {state.path}")
    if state.problem:
        click.echo(f"  It cannot be used: {state.problem}")


@command.command("check")
@passphrase_options
@json_option
@project_option
def check(*, source: PassphraseSource, as_json: bool, directory: Path | None) -> None:
    """Decrypt everything, and compare the vault with the project's notes.

    Exits with 13 if anything is damaged. Cases that lack originals are listed; they are no
    damage: a run without a vault or an interrupted one leaves some.

    \b
    Example:
      notecode vault check
    """
    from notecode.project.anonymising.vault import check_vault

    project = source.project(directory)
    found = check_vault(project, take_passphrase(project, source))
    if as_json:
        print_json({"ok": not found.damage, **asdict(found)})
    else:
        click.echo(f"{counted(found.cases, 'case')}, {counted(found.notes, 'note')}")
        for problem in found.damage:
            click.echo(f"  {problem}")
        _list_cases(
            "whose originals are lacking: give their export again with --vault", found.lacking
        )
        _list_cases("that only the vault knows", found.only_here)
    if found.damage:
        verb = "is" if len(found.damage) == 1 else "are"
        raise VaultError(
            f"{counted(len(found.damage), 'place')} in the vault {verb} damaged",
            where=str(project.vault_path),
            hint="Restore the file from a back-up. What is not listed can still be read.",
        )
    if not as_json:
        click.echo("Every record is as it was written.")


def _list_cases(what: str, cases: tuple[str, ...]) -> None:
    if cases:
        shown = ", ".join(cases[:10]) + (" …" if len(cases) > 10 else "")
        click.echo(f"  {counted(len(cases), 'case')} {what}: {shown}")


@command.command("change-passphrase")
@passphrase_options
@click.option(
    "--new-passphrase-fd",
    type=click.IntRange(min=0),
    metavar="N",
    help="Read the new passphrase from file descriptor N; it may be the same one's next line.",
)
@project_option
def change_passphrase(
    *, source: PassphraseSource, new_passphrase_fd: int | None, directory: Path | None
) -> None:
    """Give the vault another passphrase, and encrypt everything in it anew.

    An older copy of the file still opens with the old passphrase. With --keyring the new one
    is kept in the system's keyring.

    \b
    Example:
      notecode vault change-passphrase
    """
    from notecode.project.anonymising import vault

    project = source.project(directory)
    old = take_passphrase(project, PassphraseSource(fd=source.fd))
    fresh = PassphraseSource(fd=new_passphrase_fd, keyring=source.keyring)
    new = fresh.take_new()
    vault.change_passphrase(project, old, new)
    fresh.remember(project.settings.project_id, new)
    click.echo("The vault has its new passphrase; everything in it was encrypted anew.")


@command.command("destroy")
@vault_file_option
@click.option("--yes", is_flag=True, help="Do not ask; for scripts.")
@click.option("--keyring", is_flag=True, help="Take its passphrase out of the keyring too.")
@project_option
def destroy(*, vault_file: Path | None, yes: bool, keyring: bool, directory: Path | None) -> None:
    """Overwrite the vault, its keys first, and remove it. It cannot be undone.

    Notes, references, counts and exports stay and go on working. Only the originals, and the
    link between a case's tags and those of a later export, are gone: a case that is done or
    reviewed again after that gets new numbers for its tags. So finish the review first. Without
    a vault, the linking key in corpus/linking.key is destroyed.

    \b
    Example:
      notecode vault destroy
    """
    from notecode.project import find_project
    from notecode.project.anonymising import vault
    from notecode.project.anonymising.linking_key import destroy_linking_key_alone, linking_key_path
    from notecode.project.anonymising.vault_state import at_vault_file, has_vault

    project = at_vault_file(find_project(directory), vault_file)
    path, key = project.vault_path, linking_key_path(project)
    if not has_vault(project) and key.exists():
        if not yes:
            _confirm(f"There is no vault. The linking key in {key}")
        destroy_linking_key_alone(project)
        click.echo(f"destroyed {key}; notes, codes and counts stay.")
        return
    if has_vault(project) and not yes:
        _confirm(f"The originals in {path}, and the linking key with them,")
    there = vault.destroy(project)
    if keyring:
        forget_passphrase(project.settings.project_id)
    if not there:
        click.echo(f"There was no file {path}: nothing was overwritten. The project no longer")
        click.echo("expects a vault. If the file was moved, destroy it where it is now.")
        return
    click.echo(f"destroyed {path}: its keys and its contents were overwritten, the file removed.")
    click.echo(
        "What this cannot reach: back-ups, snapshots and copies elsewhere, and blocks that a\n"
        "solid-state disk or a copying file system has set aside. What is left there is\n"
        "encrypted: whoever has the passphrase and such a copy can still open it. Destroy\n"
        "the copies too, and every note of the passphrase."
    )
    say_what_stays(project.exports, "quotations and memos")


def _confirm(what: str) -> None:
    if not sys.stdin.isatty():
        raise UsageError(
            "destroying needs a confirmation, and there is no terminal to ask for it",
            hint="Say --yes if that is what you want.",
        )
    typed = click.prompt(
        f"{what} will be gone for good. A case that is reviewed or anonymised again after that"
        " gets new numbers for its tags: finish the review first. Type DESTROY to go on",
        err=True,
    )
    if typed != "DESTROY":
        raise click.Abort
