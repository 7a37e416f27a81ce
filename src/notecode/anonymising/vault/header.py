r"""The vault's first bytes: what anybody may read without the passphrase.

    8 bytes   "NCVAULT\n"
    2 bytes   version of the format
    4 bytes   length of the description
    n bytes   the description, JSON: ids, scrypt's parameters, the wrapped keys
   32 bytes   SHA-256 of all of the above

The checksum tells a damaged header from a wrong passphrase. It is no protection against somebody
who rewrites it: that is what the wrapped keys are bound to the description for.
"""

import hashlib
import json
import struct
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from notecode.anonymising.vault.keys import (
    KEY_LENGTH,
    NONCE_LENGTH,
    SALT_LENGTH,
    TAG_LENGTH,
    KeyCost,
    Keys,
    Passphrase,
    unwrap,
    wrap,
    wrapping_key,
)
from notecode.errors import PassphraseError, VaultError

MAGIC = b"NCVAULT\n"
VERSION = 1
_FIXED = struct.Struct(">8sHI")
_LONGEST = 1 << 16
_DIGEST_LENGTH = 32
_WRAPPED_LENGTH = NONCE_LENGTH + 2 * KEY_LENGTH + TAG_LENGTH


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a vault says of itself. ``epoch`` grows when all records are encrypted anew.

    ``digest`` is bound into every record, so that none passes in another vault or epoch.
    """

    vault: str
    project: str
    epoch: int
    cost: KeyCost
    salt: bytes
    wrapped: bytes = b""
    digest: bytes = b""
    length: int = 0

    def sealed(self, keys: Keys) -> tuple["Header", bytes]:
        """The header with the keys wrapped in it, and its bytes."""
        wrapped = wrap(keys, self._bound())
        described = {**self._described(), "keys": wrapped.hex()}
        text = json.dumps(described, sort_keys=True).encode()
        content = _FIXED.pack(MAGIC, VERSION, len(text)) + text
        digest = hashlib.sha256(content).digest()
        whole = content + digest
        return replace(self, wrapped=wrapped, digest=digest, length=len(whole)), whole

    def keys(self, passphrase: Passphrase, path: Path) -> Keys:
        """The keys that the passphrase opens.

        Raises:
            PassphraseError: if the passphrase is wrong.

        """
        keys = unwrap(wrapping_key(passphrase, self.salt, self.cost), self.wrapped, self._bound())
        if keys is None:
            raise PassphraseError(
                "wrong passphrase",
                where=str(path),
                hint="The vault's header is whole, so it is the passphrase: mind capitals,"
                " spaces and the keyboard's language.",
            )
        return keys

    def _described(self) -> dict[str, str | int]:
        return {
            "vault": self.vault,
            "project": self.project,
            "epoch": self.epoch,
            "kdf": "scrypt",
            "n": self.cost.n,
            "r": self.cost.r,
            "p": self.cost.p,
            "salt": self.salt.hex(),
            "cipher": "AES-256-GCM",
        }

    def _bound(self) -> bytes:
        return MAGIC + json.dumps(self._described(), sort_keys=True).encode()


def read_header(file: BinaryIO, path: Path) -> Header:
    """The header at the start of an open file; the file is left behind it.

    Raises:
        VaultError: if it is no vault, is damaged, or was written by a newer notecode.

    """
    fixed = file.read(_FIXED.size)
    if len(fixed) < _FIXED.size or not fixed.startswith(MAGIC):
        raise VaultError(
            "this is no vault, or its first bytes are damaged",
            where=str(path),
            hint="Look whether it is the right file; restore it from a back-up.",
        )
    _, version, length = _FIXED.unpack(fixed)
    rest = file.read(min(length, _LONGEST) + _DIGEST_LENGTH)
    text, digest = rest[:-_DIGEST_LENGTH], rest[-_DIGEST_LENGTH:]
    if len(text) != length or hashlib.sha256(fixed + text).digest() != digest:
        raise damaged(path, "its header")
    if version > VERSION:
        raise VaultError(
            f"written by a newer notecode (format {version}, this one knows {VERSION})",
            where=str(path),
            hint="Update notecode; the file has not been touched.",
        )
    header = _parsed(text)
    if header is None:
        raise damaged(path, "its header")
    return replace(header, digest=digest, length=len(fixed) + len(rest))


def _parsed(text: bytes) -> Header | None:
    try:
        described = json.loads(text)
        header = Header(
            vault=str(described["vault"]),
            project=str(described["project"]),
            epoch=int(described["epoch"]),
            cost=KeyCost(n=described["n"], r=described["r"], p=described["p"]),
            salt=bytes.fromhex(described["salt"]),
            wrapped=bytes.fromhex(described["keys"]),
        )
    except (ValueError, KeyError, TypeError):
        return None
    numbers = (header.cost.n, header.cost.r, header.cost.p)
    whole = all(isinstance(number, int) for number in numbers) and header.cost.is_sane
    whole = whole and len(header.salt) == SALT_LENGTH and len(header.wrapped) == _WRAPPED_LENGTH
    return header if whole else None


def damaged(path: Path, what: str) -> VaultError:
    """The error that says the vault is damaged, and where."""
    return VaultError(
        f"the vault is damaged: {what} is not as it was written",
        where=str(path),
        hint="It is not the passphrase. Restore the file from a back-up, or destroy it and keep"
        " the originals again from the export; `notecode vault check` lists what is damaged.",
    )
