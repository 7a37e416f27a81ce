"""Making, opening and destroying the vault."""

import secrets
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from notecode.anonymising.vault import files
from notecode.anonymising.vault import keys as keys_of
from notecode.anonymising.vault.frames import RecordCipher
from notecode.anonymising.vault.header import Header, read_header
from notecode.anonymising.vault.keys import (
    SALT_LENGTH,
    KeyCost,
    Passphrase,
    fresh_keys,
    wrapping_key,
)
from notecode.anonymising.vault.vault import Vault, finish
from notecode.errors import VaultError


def open_vault(path: Path, passphrase: Passphrase, *, writing: bool = False) -> Vault:
    """Open a vault; with ``writing`` for this process alone, which may then add cases.

    Cases that an interrupted run left in the work file are there as well.

    Raises:
        PassphraseError: if the passphrase is wrong.
        VaultError: if there is no vault, it is damaged, too new, or being written.

    """
    path = files.real_path(path)
    with ExitStack() as stack:
        if writing:
            read_header_of(path)
            stack.enter_context(files.only_writer(path))
            files.new_path(path).unlink(missing_ok=True)
        # The work file first: should another process merge meanwhile, the vault has it all.
        beside = _opened(files.work_path(path), stack, "r+b" if writing else "rb")
        file = _opened(path, stack, "rb")
        if file is None:
            raise missing(path)
        header = read_header(file, path)
        vault = Vault(path, header, header.keys(passphrase, path), stack)
        vault.load(file, writing=writing)
        if beside is not None and not vault.load_work(beside) and writing:
            files.work_path(path).unlink()
        vault.keep(stack.pop_all())
        return vault


def create_vault(
    path: Path,
    passphrase: Passphrase,
    *,
    project: str,
    secret: bytes = b"",
    cost: KeyCost | None = None,
) -> None:
    """Make a new, empty vault of the project with that id.

    ``secret`` (32 bytes) is what ``Vault.secret`` is to give; without one it is drawn at random.

    Raises:
        PassphraseError: if the passphrase is too short.
        VaultError: if there is a vault already.
        WriteError: if it cannot be written.

    """
    passphrase.refuse_if_short()
    path = files.real_path(path)
    salt, cost = secrets.token_bytes(SALT_LENGTH), cost or keys_of.COST
    keys = fresh_keys(wrapping_key(passphrase, salt, cost), secret)
    described = Header(vault=secrets.token_hex(16), project=project, epoch=1, cost=cost, salt=salt)
    header, start = described.sealed(keys)
    with files.only_writer(path):
        refuse_existing(path)
        with files.replacing(path) as target:
            target.write(start)
            finish(target, RecordCipher(keys.records, header.digest), [])


def refuse_existing(path: Path) -> None:
    """Refuse to make a vault where there is one.

    Raises:
        VaultError: if there is one, or what an interrupted run left of one.

    """
    path = files.real_path(path)
    for there in (path, files.work_path(path)):
        if there.exists():
            raise VaultError(
                "there is a vault already",
                where=str(there),
                hint="Use it, name another file with --vault-file, or destroy this one:"
                " `notecode vault destroy`.",
            )


def destroy_vault(path: Path) -> None:
    """Overwrite the vault, its keys first, and remove it with all files beside it.

    Where ``path`` is a symbolic link, the vault that it leads to goes first, then the link.

    Raises:
        VaultError: if there is none, another process writes it, or something of it is left.
        WriteError: if it cannot be overwritten.

    """
    parts, links = _files_of(path), files.links_at(path)
    if any_file_of(path):
        with files.only_writer(files.real_path(path)):
            for each in parts:
                files.erase(each, first=1 << 12)
    elif not links:
        raise missing(path)
    for link in links:
        with files.explained(link):
            link.unlink(missing_ok=True)
    left = [str(each) for each in (*parts, *links) if each.exists() or each.is_symlink()]
    if left:
        raise VaultError(
            "something of the vault is left",
            where=", ".join(left),
            hint="Another program may have put it there; run the same command again.",
        )


def any_file_of(path: Path) -> bool:
    """Whether there is a vault, or anything that an interrupted command left of one.

    A symbolic link that leads nowhere is not: its vault may be elsewhere.
    """
    return any(each.exists() for each in _files_of(path))


def _files_of(path: Path) -> tuple[Path, ...]:
    """The vault and the files beside it, those beside a link to it as well."""
    real = files.real_path(path)
    beside = [work for at in (real, path) for work in (files.work_path(at), files.new_path(at))]
    return tuple(dict.fromkeys((real, *beside)))


def read_header_of(path: Path) -> Header:
    """What the vault says of itself without its passphrase.

    Raises:
        VaultError: if there is no vault, or its header is damaged or too new.

    """
    with ExitStack() as stack:
        file = _opened(path, stack, "rb")
        if file is None:
            raise missing(path)
        return read_header(file, path)


def missing(path: Path) -> VaultError:
    """The error that says that there is no vault."""
    return VaultError(
        "there is no vault here",
        where=str(path),
        hint="`notecode anonymise EXPORT --vault` makes one and keeps the originals in it.",
    )


def _opened(path: Path, stack: ExitStack, mode: str) -> BinaryIO | None:
    try:
        file = path.open(mode)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise VaultError(
            f"the vault cannot be opened: {error.strerror}",
            where=str(path),
            hint="Look at the permissions of the file and its folder, and at who owns them.",
        ) from error
    return stack.enter_context(file)  # type: ignore[return-value]
