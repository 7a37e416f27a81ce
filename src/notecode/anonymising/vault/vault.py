"""The vault: the originals of a study in one encrypted file.

    header    see ``header.py``
    records   one for each case, see ``frames.py``
    index     the last record: which case lies where, and how many records there are
   16 bytes   where the index begins, a CRC-32 of that, "NCVE"

New records go to a work file beside it (``work.py``), each safe on disk at once, and are merged
into a new vault, by copying what is encrypted, when writing ends. A reader needs no lock: the
vault is only ever replaced whole.
"""

import json
import secrets
import struct
import zlib
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from io import SEEK_END
from pathlib import Path
from typing import BinaryIO

from notecode.anonymising.vault import files, work
from notecode.anonymising.vault import keys as keys_of
from notecode.anonymising.vault.contents import VaultCase, case_id_of, from_bytes, to_bytes
from notecode.anonymising.vault.frames import CASE, INDEX, FrameError, Place, RecordCipher, place_at
from notecode.anonymising.vault.header import Header, damaged
from notecode.anonymising.vault.keys import SALT_LENGTH, KeyCost, Keys, Passphrase
from notecode.anonymising.vault.keys import wrapping_key as wrapping_key_of
from notecode.errors import VaultError

_END = struct.Struct(">QI4s")
_END_MARK = b"NCVE"


@dataclass(frozen=True, slots=True)
class _Record:
    """A case's record, and whether it lies in the work file."""

    case_id: str
    place: Place
    in_work: bool = False


class Vault:
    """An open vault. Use as a context manager; get one from ``open_vault``.

    What is written is safe once ``write_cases`` has returned. Leaving the context merges it into
    the vault; after an exception that waits for the next time that the vault is opened to write.
    """

    def __init__(self, path: Path, header: Header, keys: Keys, stack: ExitStack) -> None:
        """Take what ``open_vault`` has found; use that instead."""
        self.path = path
        self.header = header
        self._keys = keys
        self._cipher = RecordCipher(keys.records, header.digest)
        self._stack = stack
        self._file: BinaryIO
        self._work: BinaryIO | None = None
        self._records: list[_Record] = []
        self._index: dict[str, _Record] = {}
        self._end = 0
        self._work_end = 0
        self._writing = False

    def __repr__(self) -> str:
        return f"Vault({len(self._index)} cases hidden)"

    def __enter__(self) -> "Vault":
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        try:
            if kind is None:
                self.merge()
        finally:
            self.close()

    def keep(self, stack: ExitStack) -> None:
        """Take over what is to be closed in the end."""
        self._stack = stack

    def close(self) -> None:
        """Let go of the files and the lock, without merging; a second call does nothing."""
        self._stack.close()

    def case_ids(self) -> tuple[str, ...]:
        """The cases whose originals are here, sorted."""
        return tuple(sorted(self._index))

    def __contains__(self, case_id: str) -> bool:
        return case_id in self._index

    def secret(self) -> bytes:
        """32 random bytes that are this vault's for good, whatever passphrase it has."""
        return self._keys.secret

    def read_case(self, case_id: str) -> VaultCase:
        """One case's originals.

        Raises:
            KeyError: if the case is not here.
            VaultError: if its record is damaged.

        """
        return self._case(self._index[case_id])

    def write_cases(self, cases: Iterable[VaultCase]) -> None:
        """Add cases, or put them in the place of what was kept of them before.

        Each is safe on disk before the next is taken, so that they may come one by one.

        Raises:
            VaultError: if the vault was opened only to read.
            WriteError: if the disk is full or the like; the cases before are kept.

        """
        if not self._writing:
            raise VaultError("the vault is open for reading only", where=str(self.path))
        for case in cases:
            self._append(case)

    def merge(self) -> None:
        """Take what is in the work file into the vault; cases that were replaced go for good.

        Raises:
            WriteError: if the disk is full or the like; both files are unharmed.

        """
        if not self._writing or self._work is None:
            return
        if len(self._index) < len(self._records):
            self._rewrite(self.header, self._keys)
        else:
            self._merge_copying()
        self._work.close()
        self._work = None
        files.work_path(self.path).unlink(missing_ok=True)

    def change_passphrase(self, passphrase: Passphrase, cost: KeyCost | None = None) -> None:
        """Encrypt everything anew, under a fresh key that the new passphrase opens.

        Whoever has the old passphrase and an old copy of the file can still open that copy.

        Raises:
            VaultError: if a record is damaged; nothing was changed.
            WriteError: if the new vault cannot be written; the old one is unharmed.

        """
        passphrase.refuse_if_short()
        salt, cost = secrets.token_bytes(SALT_LENGTH), cost or keys_of.COST
        header = Header(
            vault=self.header.vault,
            project=self.header.project,
            epoch=self.header.epoch,
            cost=cost,
            salt=salt,
        )
        keys = Keys(wrapping_key_of(passphrase, salt, cost), b"", self._keys.secret)
        self._rewrite(header, keys)
        if self._work is not None:
            self._work.close()
            self._work = None
        files.work_path(self.path).unlink(missing_ok=True)

    def check(self) -> list[VaultError]:
        """Decrypt every record; returns what is damaged, in order."""
        problems: list[VaultError] = []
        for record in self._records:
            try:
                found = case_id_of(self._content(record))
            except VaultError as error:
                problems.append(error)
            else:
                if found != record.case_id:
                    problems.append(damaged(self.path, "its index"))
        expected = self.header.length
        for record in self._records:
            if not record.in_work:
                if record.place.offset != expected:
                    problems.append(damaged(self.path, f"record {record.place.position + 1}"))
                expected = record.place.end
        if expected != self._end:
            problems.append(damaged(self.path, "its index"))
        return problems

    def _case(self, record: _Record) -> VaultCase:
        case = from_bytes(self._content(record))
        if case.case_id != record.case_id:
            raise damaged(self.path, "its index")
        return case

    def _content(self, record: _Record) -> bytes:
        file = self._work if record.in_work else self._file
        assert file is not None
        try:
            return self._cipher.unseal(file, record.place, CASE)
        except FrameError:
            raise damaged(
                self.path, f"record {record.place.position + 1} (case {record.case_id})"
            ) from None

    def _append(self, case: VaultCase) -> None:
        record = self._cipher.seal(CASE, len(self._records), to_bytes(case))
        with files.explained(self.path):
            file = self._work = self._work or self._begin_work()
            place = Place(self._work_end, len(record), len(self._records))
            try:
                file.seek(place.offset)
                file.write(record)
                files.to_disk(file)
            except OSError:
                _cut(file, place.offset)
                raise
        self._work_end = place.end
        self._add(_Record(case.case_id, place, in_work=True))

    def _begin_work(self) -> BinaryIO:
        start = work.WorkStart(
            self.header.digest, self.header.vault, self.header.epoch, len(self._records)
        ).to_bytes()
        path = files.work_path(self.path)
        file = self._stack.enter_context(files.create(path))
        try:
            file.write(start)
            files.to_disk(file)
            files.folder_to_disk(path.parent)
        except OSError:
            path.unlink(missing_ok=True)
            raise
        self._work_end = len(start)
        return file

    def _add(self, record: _Record) -> None:
        self._records.append(record)
        self._index[record.case_id] = record

    def _merge_copying(self) -> None:
        """The vault, then the work file's records, then a new index; nothing is decrypted."""
        assert self._work is not None
        shift = self._end - work.START_LENGTH
        records = [
            _Record(r.case_id, Place(r.place.offset + shift, r.place.length, r.place.position))
            if r.in_work
            else r
            for r in self._records
        ]
        with files.replacing(self.path) as target:
            files.copy(self._file, target, 0, self._end)
            files.copy(self._work, target, work.START_LENGTH, self._work_end)
            finish(target, self._cipher, records)
        self._adopt(self.header, self._keys, records)

    def _rewrite(self, header: Header, keys: Keys) -> None:
        """Every case that counts, encrypted anew in a new epoch."""
        keys = keys.for_next_epoch()
        header = Header(
            vault=header.vault,
            project=header.project,
            epoch=header.epoch + 1,
            cost=header.cost,
            salt=header.salt,
        )
        header, start = header.sealed(keys)
        cipher = RecordCipher(keys.records, header.digest)
        kept = sorted(self._index.values(), key=lambda record: record.place.position)
        records: list[_Record] = []
        with files.replacing(self.path) as target:
            target.write(start)
            for position, record in enumerate(kept):
                sealed = cipher.seal(CASE, position, self._content(record))
                records.append(_Record(record.case_id, Place(target.tell(), len(sealed), position)))
                target.write(sealed)
            finish(target, cipher, records)
        self._adopt(header, keys, records)

    def _adopt(self, header: Header, keys: Keys, records: list[_Record]) -> None:
        """Go on with the file that has just taken the place of the old one."""
        self.header, self._keys = header, keys
        self._cipher = RecordCipher(keys.records, header.digest)
        self._file = self._stack.enter_context(self.path.open("rb"))
        self._records = records
        self._index = {record.case_id: record for record in records}
        self._end = records[-1].place.end if records else header.length

    def load(self, file: BinaryIO, *, writing: bool = False) -> None:
        """Read the index of the opened file; ``open_vault`` does.

        Raises:
            VaultError: if it is damaged.

        """
        self._file, self._writing = file, writing
        size = file.seek(0, SEEK_END)
        if size < self.header.length + _END.size:
            raise damaged(self.path, "its end, which is missing,")
        file.seek(size - _END.size)
        self._end, crc, mark = _END.unpack(file.read(_END.size))
        if mark != _END_MARK or crc != zlib.crc32(struct.pack(">Q", self._end)):
            raise damaged(self.path, "its end")
        try:
            place, kind = place_at(file, self._end, size - _END.size)
            if place.end != size - _END.size or kind != INDEX:
                raise FrameError
            listed = json.loads(self._cipher.unseal(file, place, INDEX))
        except FrameError:
            raise damaged(self.path, "its index") from None
        for case_id, *numbers in listed:
            self._add(_Record(case_id, Place(*numbers)))
        if place.position != len(self._records):
            raise damaged(self.path, "its index")

    def load_work(self, file: BinaryIO) -> bool:
        """Take the work file's records too; False if it holds nothing that the vault lacks.

        Raises:
            VaultError: if it is damaged or belongs elsewhere.

        """
        path = files.work_path(self.path)
        start = work.read_start(file, path)
        if start is None:
            return False
        size = file.seek(0, SEEK_END)
        found = list(work.places(file, size, start.base, path))
        if start.is_merged(self.header, len(self._records), len(found)):
            return False
        work.refuse_foreign(start, self.header, len(self._records), path)
        self._work = file
        self._work_end = work.START_LENGTH
        for place in found:
            try:
                case_id = case_id_of(self._cipher.unseal(file, place, CASE))
            except FrameError:
                if place is found[-1] and work.is_unfinished(file, place):
                    break
                raise damaged(path, f"record {place.position + 1}, in its work file,") from None
            self._add(_Record(case_id, place, in_work=True))
            self._work_end = place.end
        return True


def finish(target: BinaryIO, cipher: RecordCipher, records: list[_Record]) -> None:
    """Write the index and the end."""
    start = target.tell()
    listed = [(r.case_id, r.place.offset, r.place.length, r.place.position) for r in records]
    target.write(cipher.seal(INDEX, len(records), json.dumps(listed).encode()))
    target.write(_END.pack(start, zlib.crc32(struct.pack(">Q", start)), _END_MARK))


def _cut(file: BinaryIO, size: int) -> None:
    """Take an incomplete record away; if even that fails, the next run passes it over."""
    try:
        file.truncate(size)
    except OSError:
        return
