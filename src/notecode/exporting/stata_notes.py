"""Notes of a Stata file: what the command `notes` lists, as characteristics of the data set.

pyreadstat writes none, so they are put into the file that it wrote, where the format (release 118,
`help dta` in Stata) has its section of characteristics; what lies behind moves, and the map at the
head of the file with it.
"""

import re
import shutil
import struct
from collections.abc import Sequence
from pathlib import Path

from notecode.errors import WriteError

LONGEST_NOTE = 67_000
"""Bytes of one note; Stata's own limit is a little higher."""

_MAP = re.compile(rb"(?s)<byteorder>LSF</byteorder>.*?<map>(.{112})</map>")
_OFFSETS = struct.Struct("<14Q")
_CHARACTERISTICS = 8
"""The place of their section in the map; all that comes after it moves."""
_TAG = b"<characteristics>"
_NAME = 129
"""Bytes of a name, its closing zero included."""


def add_notes(path: Path, notes: Sequence[str]) -> None:
    """Put the notes into a file that has none.

    Raises:
        WriteError: if the file is not as expected, which no file should leave us with.

    """
    made = _entries(notes)
    draft = path.with_name(f"{path.name}.notes")
    with path.open("rb") as file, draft.open("wb") as out:
        head = file.read(4096)
        found = _MAP.search(head)
        offsets = list(_OFFSETS.unpack(found.group(1))) if found else [0] * 14
        at = offsets[_CHARACTERISTICS]
        file.seek(at)
        if found is None or file.read(len(_TAG)) != _TAG:
            raise WriteError("the Stata file is not as expected", where=path.name)
        moved = [offset + len(made) * (n > _CHARACTERISTICS) for n, offset in enumerate(offsets)]
        file.seek(0)
        out.write(file.read(found.start(1)))
        out.write(_OFFSETS.pack(*moved))
        file.seek(found.end(1))
        out.write(file.read(at + len(_TAG) - found.end(1)))
        out.write(made)
        shutil.copyfileobj(file, out)
    draft.replace(path)


def _entries(notes: Sequence[str]) -> bytes:
    """The count of the notes, and each of them."""
    texts = [(0, str(len(notes))), *enumerate(notes, 1)] if notes else []
    return b"".join(_entry(f"note{number}", text) for number, text in texts)


def _entry(name: str, text: str) -> bytes:
    said = text.encode("utf-8")[:LONGEST_NOTE].decode("utf-8", "ignore").encode("utf-8") + b"\0"
    names = b"".join(word.encode("ascii").ljust(_NAME, b"\0") for word in ("_dta", name))
    return b"<ch>" + struct.pack("<I", len(names) + len(said)) + names + said + b"</ch>"
