"""A project's vault with its passphrase, as commands need it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from notecode.cli.passphrase import PassphraseSource

if TYPE_CHECKING:
    from notecode.anonymising.vault import Passphrase, Vault
    from notecode.project import Project


def make_vault_with(project: "Project", source: PassphraseSource) -> "tuple[Project, Passphrase]":
    """Take a new passphrase and make the vault; returns the project that knows it."""
    from notecode.project.anonymising.vault import make_vault, refuse_if_made

    refuse_if_made(project)
    passphrase = source.take_new()
    made = make_vault(project, passphrase)
    source.remember(made.settings.project_id, passphrase)
    return made, passphrase


def take_passphrase(project: "Project", source: PassphraseSource) -> "Passphrase":
    """The passphrase of the project's vault; a vault that it cannot open is refused first."""
    from notecode.project.anonymising.vault import refuse_unusable

    refuse_unusable(project)
    return source.take(project.settings.project_id)


@contextmanager
def vault_to_write(
    project: "Project", source: PassphraseSource, *, wanted: bool
) -> "Iterator[tuple[Project, Vault | None]]":
    """The project's vault, open for this process alone; a new one if one is ``wanted``.

    None where there is none and none is wanted.
    """
    from notecode.project.anonymising.vault import open_project_vault
    from notecode.project.anonymising.vault_state import has_vault

    if project.vault_path.exists() or (has_vault(project) and not wanted):
        passphrase = take_passphrase(project, source)
    elif wanted:
        project, passphrase = make_vault_with(project, source)
        click.echo(f"made {project.vault_path}: keep its passphrase safe", err=True)
    else:
        yield project, None
        return
    with open_project_vault(project, passphrase, writing=True) as vault:
        yield project, vault


@contextmanager
def vault_to_read(
    project: "Project", source: PassphraseSource, *, unless: bool = False
) -> "Iterator[Vault | None]":
    """The project's vault, open to be read; None where there is none, or ``unless`` is true."""
    from notecode.project.anonymising.vault import open_project_vault
    from notecode.project.anonymising.vault_state import has_vault

    if unless or not has_vault(project):
        yield None
        return
    with open_project_vault(project, take_passphrase(project, source)) as vault:
        yield vault
