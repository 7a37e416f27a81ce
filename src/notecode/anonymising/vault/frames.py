"""Encrypted records one after the other.

 4 bytes   length of the encrypted content
 1 byte    kind: a case, or the index that ends the vault
 8 bytes   position: 0 for the first case, 1 for the next
 4 bytes   CRC-32 of these three, which tells a record cut short from one that was altered
12 bytes   nonce
 n bytes   AES-256-GCM of the content, bound to the vault's header and to the 17 bytes above
"""

import secrets
import struct
import zlib
from dataclasses import dataclass
from typing import BinaryIO

from notecode.anonymising.vault.keys import NONCE_LENGTH, TAG_LENGTH

CASE, INDEX = 1, 2
_HEAD = struct.Struct(">IBQ")
_CRC = struct.Struct(">I")
HEAD_LENGTH = _HEAD.size + _CRC.size
LONGEST = (1 << 32) - 1


class FrameError(Exception):
    """The bytes are not the record that should stand here.

    ``torn`` says that the file merely ends too early, as it does after an interrupted write.
    """

    def __init__(self, *, torn: bool = False) -> None:
        """Say whether the record is merely incomplete."""
        super().__init__("no such record")
        self.torn = torn


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record lies in its file: byte offset, bytes in all, and its position."""

    offset: int
    length: int
    position: int

    @property
    def end(self) -> int:
        """The offset behind the record."""
        return self.offset + self.length


class RecordCipher:
    """Encrypts and decrypts the records of one vault in one epoch."""

    def __init__(self, key: bytes, digest: bytes) -> None:
        """Take the records' key and the digest of the header that they are bound to."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        self._cipher = AESGCM(key)
        self._digest = digest

    def seal(self, kind: int, position: int, content: bytes) -> bytes:
        """The whole record."""
        nonce = secrets.token_bytes(NONCE_LENGTH)
        numbers = _HEAD.pack(len(content) + TAG_LENGTH, kind, position)
        head = numbers + _CRC.pack(zlib.crc32(numbers))
        return head + nonce + self._cipher.encrypt(nonce, content, self._digest + head)

    def unseal(self, file: BinaryIO, place: Place, kind: int) -> bytes:
        """The content of the record at that place.

        Raises:
            FrameError: if something else stands there.

        """
        from cryptography.exceptions import InvalidTag

        file.seek(place.offset)
        record = file.read(place.length)
        if len(record) != place.length:
            raise FrameError(torn=True)
        head, body = record[:HEAD_LENGTH], record[HEAD_LENGTH:]
        if head[: _HEAD.size] != _HEAD.pack(_sealed_length(place), kind, place.position):
            raise FrameError
        try:
            return self._cipher.decrypt(
                body[:NONCE_LENGTH], body[NONCE_LENGTH:], self._digest + head
            )
        except InvalidTag:
            raise FrameError from None


def place_at(file: BinaryIO, offset: int, size: int) -> tuple[Place, int]:
    """The record that begins at ``offset`` of a file of ``size`` bytes, and its kind.

    Only the numbers before the encrypted content are looked at.

    Raises:
        FrameError: if no whole record begins there.

    """
    file.seek(offset)
    head = file.read(HEAD_LENGTH)
    if len(head) < HEAD_LENGTH:
        raise FrameError(torn=True)
    numbers, crc = head[: _HEAD.size], head[_HEAD.size :]
    if _CRC.pack(zlib.crc32(numbers)) != crc:
        raise FrameError(torn=not any(head) and _is_blank(file))
    length, kind, position = _HEAD.unpack(numbers)
    place = Place(offset, HEAD_LENGTH + NONCE_LENGTH + length, position)
    if place.end > size:
        raise FrameError(torn=True)
    return place, kind


def _is_blank(file: BinaryIO) -> bool:
    """Whether nothing but zeros follows: what a power failure leaves of an unfinished write."""
    while piece := file.read(1 << 16):
        if any(piece):
            return False
    return True


def _sealed_length(place: Place) -> int:
    return place.length - HEAD_LENGTH - NONCE_LENGTH
