r"""The work file: new records of a vault, each safe on disk as soon as it is written.

    8 bytes   "NCVWORK\n"
   32 bytes   digest of the vault's header
   16 bytes   the vault's id
    8 bytes   the vault's epoch
    8 bytes   how many records the vault held
    4 bytes   CRC-32 of all of the above
              then records, positions going on from the vault's

An interrupted write leaves an incomplete record at the end; it is dropped, and written again by
the command that is run again.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from notecode.anonymising.vault.frames import CASE, FrameError, Place, place_at
from notecode.anonymising.vault.header import Header, damaged
from notecode.anonymising.vault.keys import TAG_LENGTH
from notecode.errors import VaultError

MAGIC = b"NCVWORK\n"
_START = struct.Struct(">8s32s16sQQ")
_CRC = struct.Struct(">I")
START_LENGTH = _START.size + _CRC.size


@dataclass(frozen=True, slots=True)
class WorkStart:
    """Of which state of which vault the work file holds the continuation."""

    digest: bytes
    vault: str
    epoch: int
    base: int

    def to_bytes(self) -> bytes:
        """The first bytes of the work file."""
        content = _START.pack(MAGIC, self.digest, bytes.fromhex(self.vault), self.epoch, self.base)
        return content + _CRC.pack(zlib.crc32(content))

    def is_merged(self, header: Header, records: int, found: int) -> bool:
        """Whether the vault holds all of the work file's ``found`` records already."""
        if self.vault != header.vault:
            return False
        if self.epoch != header.epoch:
            return self.epoch < header.epoch
        return self.base + found <= records and self.base < records


def read_start(file: BinaryIO, path: Path) -> WorkStart | None:
    """The work file's first bytes; None if the write of just these was interrupted.

    Raises:
        VaultError: if they are damaged.

    """
    file.seek(0)
    content = file.read(START_LENGTH)
    if len(content) < START_LENGTH or not any(content):
        return None
    numbers, crc = content[: _START.size], content[_START.size :]
    if _CRC.pack(zlib.crc32(numbers)) != crc or not numbers.startswith(MAGIC):
        raise damaged(path, "the beginning of its work file")
    _, digest, vault, epoch, base = _START.unpack(numbers)
    return WorkStart(digest, vault.hex(), epoch, base)


def places(file: BinaryIO, size: int, base: int, path: Path) -> Iterator[Place]:
    """Where the complete records lie, in order; an incomplete one at the end is passed over.

    Raises:
        VaultError: if a record is damaged.

    """
    offset, position = START_LENGTH, base
    while offset < size:
        try:
            place, kind = place_at(file, offset, size)
        except FrameError as error:
            if error.torn:
                return
            raise damaged(path, f"record {position + 1}, in its work file,") from None
        if kind != CASE or place.position != position:
            raise damaged(path, f"record {position + 1}, in its work file,")
        yield place
        offset, position = place.end, position + 1


def refuse_foreign(start: WorkStart, header: Header, records: int, path: Path) -> None:
    """Refuse a work file that does not go on where the vault ends.

    Raises:
        VaultError: if it belongs to another vault, or to a later state of this one.

    """
    if (start.digest, start.base) == (header.digest, records):
        return
    raise VaultError(
        "the work file beside the vault is not of this state of the vault",
        where=str(path),
        hint="Was the vault restored from an older back-up? Restore both files together, or move"
        " the work file away and run the command that was interrupted again.",
    )


def is_unfinished(file: BinaryIO, place: Place) -> bool:
    """Whether a record's last bytes are blank: its length was written and its content was not."""
    file.seek(place.end - TAG_LENGTH)
    return not any(file.read(TAG_LENGTH))
