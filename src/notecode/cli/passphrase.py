"""Where a vault's passphrase comes from: a prompt, a file descriptor, or the system's keyring.

Never from the command line or the environment, which other programs can read.
"""

import functools
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from notecode.errors import PassphraseError, UsageError

if TYPE_CHECKING:
    from notecode.anonymising.vault import Passphrase
    from notecode.project import Project

F = TypeVar("F", bound=Callable[..., Any])

SERVICE = "notecode"
"""The name under which the keyring keeps passphrases, each under its project's id."""
_LONGEST = 4096


def passphrase_options(function: F) -> F:
    """Add ``--passphrase-fd``, ``--keyring`` and ``--vault-file``, given as one ``source``."""

    @functools.wraps(function)
    def with_source(
        *args: Any,
        passphrase_fd: int | None,
        keyring: bool,
        vault_file: Path | None,
        **kwargs: Any,
    ) -> Any:
        source = PassphraseSource(fd=passphrase_fd, keyring=keyring, vault_file=vault_file)
        return function(*args, source=source, **kwargs)

    decorated = with_source
    for add in (
        click.option(
            "--keyring", is_flag=True, help="Take the passphrase from the system's keyring."
        ),
        click.option(
            "--passphrase-fd",
            type=click.IntRange(min=0),
            metavar="N",
            help="Read the passphrase from file descriptor N (its first line).",
        ),
        vault_file_option,
    ):
        decorated = add(decorated)
    return cast("F", decorated)


def vault_file_option(function: F) -> F:
    """Add ``--vault-file``."""
    return click.option(
        "--vault-file",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="The vault, if it is not where notecode.toml says.",
    )(function)


@dataclass(frozen=True, slots=True, kw_only=True)
class PassphraseSource:
    """Where the user wants the passphrase to be taken from; without either, it is asked for.

    ``vault_file`` is the vault, if it is not where the settings say.
    """

    fd: int | None = None
    keyring: bool = False
    vault_file: Path | None = None

    def project(self, directory: Path | None) -> "Project":
        """The project in ``directory``, or found from the current one, with that vault."""
        from notecode.project import find_project

        project = find_project(directory)
        if self.vault_file is None:
            return project
        from notecode.project.anonymising.vault_state import at_vault_file

        return at_vault_file(project, self.vault_file)

    def take(self, project_id: str) -> "Passphrase":
        """The passphrase of a vault that exists.

        Raises:
            PassphraseError: if there is none to be had, or it is empty.
            UsageError: if the file descriptor cannot be read.

        """
        if self.fd is not None:
            return _from_fd(self.fd)
        if self.keyring:
            return _from_keyring(project_id)
        return _passphrase(_typed("Passphrase of the vault"))

    def take_new(self) -> "Passphrase":
        """A passphrase for a vault that is to be made; one that is typed is typed twice.

        Raises:
            PassphraseError: if there is none to be had, it is too short, or the two differ.
            UsageError: if the file descriptor cannot be read.

        """
        if self.fd is not None:
            chosen = _from_fd(self.fd)
            chosen.refuse_if_short()
            return chosen
        chosen = _passphrase(_typed("New passphrase for the vault"))
        chosen.refuse_if_short()
        if _passphrase(_typed("The same again")) != chosen:
            raise PassphraseError("the two passphrases differ", hint="Nothing was changed.")
        return chosen

    def remember(self, project_id: str, passphrase: "Passphrase") -> None:
        """Put a new passphrase into the keyring, if that is where it is to be taken from.

        Raises:
            PassphraseError: if there is no keyring.

        """
        if self.keyring:
            _keyring_does("set_password", project_id, passphrase.reveal().decode())


def forget_passphrase(project_id: str) -> None:
    """Take the passphrase out of the keyring.

    Raises:
        PassphraseError: if there is no keyring, or it holds none.

    """
    _keyring_does("delete_password", project_id)


def _passphrase(text: str) -> "Passphrase":
    # Most commands that could need one do not, and it takes its time to load.
    from notecode.anonymising.vault import Passphrase

    return Passphrase(text)


def _typed(prompt: str) -> str:
    if not sys.stdin.isatty():
        raise PassphraseError(
            "the vault's passphrase is needed, and there is no terminal to ask for it",
            hint="Give it by a file descriptor: notecode … --passphrase-fd 3 3< FILE",
        )
    typed: str = click.prompt(prompt, hide_input=True, default="", show_default=False, err=True)
    return typed


def _from_fd(fd: int) -> "Passphrase":
    """The next line of the descriptor, byte by byte, so that a second one may follow."""
    line = bytearray()
    try:
        while len(line) < _LONGEST and (byte := os.read(fd, 1)) not in (b"", b"\n"):
            line += byte
    except OSError as error:
        raise UsageError(
            f"file descriptor {fd} cannot be read: {error.strerror}",
            hint="Open it in the shell, for example: notecode … --passphrase-fd 3 3< FILE",
        ) from error
    try:
        return _passphrase(line.removesuffix(b"\r").decode("utf-8"))
    except UnicodeDecodeError:
        raise PassphraseError(
            f"what file descriptor {fd} gives is not UTF-8 text", hint="Save it as UTF-8."
        ) from None


def _from_keyring(project_id: str) -> "Passphrase":
    found = _keyring_does("get_password", project_id)
    if not found:
        raise PassphraseError(
            "the keyring holds no passphrase for this project",
            hint="Run it without --keyring; `notecode vault change-passphrase --keyring` puts"
            " one there.",
        )
    return _passphrase(found)


def _keyring_does(action: str, *values: str) -> str | None:
    """Call the keyring; what it says in its own words is not repeated."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        raise PassphraseError(
            "the keyring cannot be used: it is not installed",
            hint="pip install 'notecode[keyring]', or type the passphrase.",
        ) from None
    try:
        answer: str | None = getattr(keyring, action)(SERVICE, *values)
    except (KeyringError, RuntimeError) as error:
        raise PassphraseError(
            f"the keyring cannot be used ({type(error).__name__})",
            hint="Unlock it, or type the passphrase.",
        ) from None
    return answer
