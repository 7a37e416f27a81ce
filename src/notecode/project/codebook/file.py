"""The codebook's file: read with its line ends, replaced whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from notecode.errors import ConflictError, WriteError

_BOM = "\ufeff"


def read_text(path: Path) -> str:
    """The text of a codebook that was read before, without BOM and with LF line ends."""
    return path.read_text(encoding="utf-8").removeprefix(_BOM)


def replace_text(path: Path, seen: str, text: str) -> None:
    """Put ``text`` into the file in place of ``seen``, both without BOM and with LF line ends.

    The file keeps its byte order mark, its kind of line ends and its permissions.

    Raises:
        ConflictError: if the file holds something else by now.
        WriteError: if it cannot be written; what was there is unharmed.

    """
    try:
        raw = path.read_bytes().decode("utf-8")
        if raw.removeprefix(_BOM).replace("\r\n", "\n") != seen:
            raise ConflictError(
                "the codebook was changed by somebody else just now",
                where=str(path),
                hint="Nothing was changed; try again.",
            )
        written = text.replace("\n", "\r\n") if "\r\n" in raw else text
        _replace(path, (_BOM * raw.startswith(_BOM) + written).encode("utf-8"))
    except OSError as error:
        raise WriteError(
            f"the codebook cannot be written: {error.strerror}",
            where=str(path),
            hint="Nothing was changed; check the permissions and the room on the disk.",
        ) from error


def _replace(path: Path, content: bytes) -> None:
    target = path.resolve()
    handle, name = tempfile.mkstemp(prefix=".codebook-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(target.stat().st_mode & 0o777)
        Path(name).replace(target)
    except OSError:
        with suppress(OSError):
            Path(name).unlink()
        raise
