"""What a file is by its bytes, so that what is no table is refused by its name."""

import io
import zipfile
from typing import Literal

from notecode.errors import InputError

FileType = Literal["text", "xlsx"]

_SAVE_AS = "save or export the table as .xlsx or .csv"
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"BM\x00", "a picture"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet file"),
    (b"$FL2", "an SPSS file"),
)
_ARCHIVES: tuple[tuple[str, str], ...] = (
    ("word/document.xml", "a Word document"),
    ("ppt/presentation.xml", "a presentation"),
    ("xl/workbook.bin", "a binary workbook (.xlsb)"),
    ("content.xml", "an OpenDocument file"),
)
# An encrypted workbook is an OLE container with a stream of this name, in UTF-16.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def file_type(data: bytes, file: str) -> FileType:
    """Whether the bytes are a workbook or text.

    Raises:
        InputError: they are neither, a workbook behind a password, or nothing at all.

    """
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise InputError("the file is empty", where=file, hint="export it again")
    if data.startswith(b"PK"):
        return _archive_type(data, file)
    if data.startswith(_OLE):
        raise _ole_error(data, file)
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise not_a_table(name, file)
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype", b"<html", b"<?xml", b"<table")):
        raise not_a_table("a web page or XML", file)
    if _is_binary(data[:65_536]):
        raise not_a_table("no text", file)
    return "text"


def not_a_table(name: str, file: str) -> InputError:
    """The error for a file that is something else."""
    return InputError(f"the file is not a table but {name}", where=file, hint=_SAVE_AS)


def _archive_type(data: bytes, file: str) -> FileType:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except zipfile.BadZipFile as error:
        raise InputError(
            "the workbook is damaged or cut short", where=file, hint="export or copy it again"
        ) from error
    if "xl/workbook.xml" in names:
        return "xlsx"
    for part, name in _ARCHIVES:
        if part in names:
            raise not_a_table(name, file)
    raise not_a_table("a compressed file", file)


def _ole_error(data: bytes, file: str) -> InputError:
    if _ENCRYPTED in data:
        return InputError(
            "the workbook is protected by a password",
            where=file,
            hint="open it in Excel and save a copy without a password, in a secure place",
        )
    return not_a_table("an old Office document (.xls, .doc)", file)


def _is_binary(data: bytes) -> bool:
    """Whether control bytes are more than strays; UTF-16 text has many NULs and no others."""
    controls = sum(data.count(bytes([code])) for code in (*range(1, 9), *range(14, 27)))
    return controls > 10 and controls * 50 > len(data)
