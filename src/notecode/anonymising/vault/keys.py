"""The vault's keys: from a passphrase to the key that the records are encrypted with.

The passphrase gives a key by scrypt; that key wraps a random one, under which the records lie.
"""

import secrets
import unicodedata
from dataclasses import dataclass

from notecode.errors import PassphraseError

KEY_LENGTH = 32
NONCE_LENGTH = 12
TAG_LENGTH = 16
SALT_LENGTH = 16
SHORTEST_PASSPHRASE = 12
"""Characters of a new passphrase: three or four words."""


class Passphrase:
    """A passphrase that cannot be printed by accident.

    It is taken in Unicode's NFC form, so that keyboards that compose letters in different ways
    give the same key. Python cannot wipe it from memory; it lives as long as the command runs.
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        """Take the passphrase as typed.

        Raises:
            PassphraseError: if it is empty.

        """
        if not text:
            raise PassphraseError("the passphrase is empty", hint="Type the vault's passphrase.")
        self._text = unicodedata.normalize("NFC", text)

    def __repr__(self) -> str:
        return "Passphrase(hidden)"

    __str__ = __repr__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Passphrase) and secrets.compare_digest(
            self.reveal(), other.reveal()
        )

    def __hash__(self) -> int:
        return hash(Passphrase)

    def __len__(self) -> int:
        return len(self._text)

    def reveal(self) -> bytes:
        """The passphrase itself, in UTF-8."""
        return self._text.encode("utf-8", "surrogatepass")

    def refuse_if_short(self) -> None:
        """Refuse a new passphrase that is too short to resist guessing.

        Raises:
            PassphraseError: if it has fewer than ``SHORTEST_PASSPHRASE`` characters.

        """
        if len(self) < SHORTEST_PASSPHRASE:
            raise PassphraseError(
                f"the new passphrase has fewer than {SHORTEST_PASSPHRASE} characters",
                hint="Take four or more words that nobody would guess, and keep them safe:"
                " without them nobody can open the vault.",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyCost:
    """scrypt's parameters: 128 * n * r bytes of memory are needed to try one passphrase."""

    n: int = 2**17
    r: int = 8
    p: int = 1

    @property
    def is_sane(self) -> bool:
        """Whether the numbers are such as this program would take, at most 1 GB of memory."""
        power = self.n > 1 and self.n & (self.n - 1) == 0
        return power and 1 <= self.r <= 32 and 1 <= self.p <= 16 and self.n * self.r <= 2**23


COST = KeyCost()
"""What trying one passphrase costs in a vault that is made now: 128 MB, some tenths of a second."""


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """What an open vault knows: the records' key, the project's secret, and what wraps both."""

    wrapping: bytes
    records: bytes
    secret: bytes

    def __repr__(self) -> str:
        return "Keys(hidden)"

    __str__ = __repr__

    def for_next_epoch(self) -> "Keys":
        """A fresh key for the records; the secret and the passphrase stay."""
        return Keys(self.wrapping, secrets.token_bytes(KEY_LENGTH), self.secret)


def fresh_keys(wrapping: bytes, secret: bytes = b"") -> Keys:
    """Random keys for a new vault, and the secret that it is to keep, or a random one."""
    return Keys(
        wrapping, secrets.token_bytes(KEY_LENGTH), secret or secrets.token_bytes(KEY_LENGTH)
    )


def wrapping_key(passphrase: Passphrase, salt: bytes, cost: KeyCost) -> bytes:
    """The key that scrypt makes of the passphrase."""
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    kdf = Scrypt(salt=salt, length=KEY_LENGTH, n=cost.n, r=cost.r, p=cost.p)
    return kdf.derive(passphrase.reveal())


def wrap(keys: Keys, bound: bytes) -> bytes:
    """The records' key and the secret, encrypted under the wrapping key and bound to a header."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(NONCE_LENGTH)
    return nonce + AESGCM(keys.wrapping).encrypt(nonce, keys.records + keys.secret, bound)


def unwrap(wrapping: bytes, wrapped: bytes, bound: bytes) -> Keys | None:
    """What was wrapped; None if the wrapping key is another one."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce, sealed = wrapped[:NONCE_LENGTH], wrapped[NONCE_LENGTH:]
    try:
        both = AESGCM(wrapping).decrypt(nonce, sealed, bound)
    except InvalidTag:
        return None
    return Keys(wrapping, both[:KEY_LENGTH], both[KEY_LENGTH:])
