"""Putting a new text in the place of a settings file, whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from notecode.errors import WriteError


def replace_file(path: Path, text: str) -> None:
    """Write beside the file and rename, so that a failure leaves the old one whole.

    Raises:
        WriteError: it could not be written; the old file is unharmed.

    """
    temporary = ""
    try:
        mode = path.stat().st_mode & 0o777
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(mode)
        Path(temporary).replace(path)
    except OSError as error:
        if temporary:
            # The failure that led here is the one to report.
            with suppress(OSError):
                Path(temporary).unlink(missing_ok=True)
        raise WriteError(
            f"the settings could not be written: {error.strerror}",
            where=str(path),
            hint="what was there is unharmed; check space and permissions",
        ) from error
