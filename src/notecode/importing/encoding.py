"""Bytes -> text: the encoding that was declared, that the bytes show, or that is likeliest."""

import codecs
from dataclasses import dataclass

from notecode.errors import InputError
from notecode.importing.problems import ProblemLog

# What British systems write when they do not write Unicode: Windows, DOS and old Macintosh.
_LIKELY = ["cp1252", "cp850", "mac_roman"]
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True, repr=False)
class Decoded:
    """The text of a file and the encoding it was read in."""

    text: str
    encoding: str


def decode(data: bytes, declared: str, problems: ProblemLog) -> Decoded:
    """The text of the bytes; a guess is reported, and so is every line that cannot be read.

    Raises:
        InputError: the bytes are not in the encoding that was declared or that they begin with.

    """
    sure = declared or _from_bytes(data)
    if sure:
        return _strictly(data, sure, problems.file)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _guessed(data, problems)


def _from_bytes(data: bytes) -> str:
    """The encoding that a byte-order mark, or NULs in every other place, give away."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name
    sample = data[:4096]
    half = len(sample) // 2
    if half and sample[1::2].count(0) > 0.7 * half and sample[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if half and sample[::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return ""


def _strictly(data: bytes, encoding: str, file: str) -> Decoded:
    try:
        # A declared "utf-8" may still begin with a mark, which is no part of the first header.
        name = "utf-8-sig" if codecs.lookup(encoding).name == "utf-8" else encoding
        return Decoded(data.decode(name), encoding)
    except UnicodeDecodeError as error:
        # The place counts from behind a mark, and so does this object.
        line = error.object[: error.start].count(b"\n") + 1
    except LookupError:
        raise InputError(f"{encoding!r} is no encoding that is known", where=file) from None
    raise InputError(
        f"the file is not in {encoding}: line {line} cannot be read",
        where=f"{file}, line {line}",
        hint='say the right one in notecode.toml: encoding = "cp1252"',
    )


def _guessed(data: bytes, problems: ProblemLog) -> Decoded:
    text = data.decode("utf-8", errors="surrogateescape")
    bad = sum(1 for character in text if "\udc80" <= character <= "\udcff")
    good = sum(1 for character in text if character > "\x7f") - bad
    if good > bad:
        _report_bad_lines(text, problems)
        return Decoded(data.decode("utf-8", errors="replace"), "utf-8")
    encoding = _likeliest(data)
    problems.add(
        f"the file does not say its encoding; read as {encoding}",
        hint=f'if accents or quotes look wrong: encoding = "{_other(encoding)}" in notecode.toml',
        fatal=False,
    )
    return Decoded(data.decode(encoding, errors="replace"), encoding)


def _report_bad_lines(text: str, problems: ProblemLog) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        if any("\udc80" <= character <= "\udcff" for character in line):
            problems.add(
                "the file is UTF-8, but this line is not",
                line=number,
                hint="export it again in one encoding",
            )


def _likeliest(data: bytes) -> str:
    from charset_normalizer import from_bytes

    # Only lines with something to tell are weighed: a long file of plain letters says nothing.
    telling = [line for line in data.split(b"\n") if not line.isascii()]
    best = from_bytes(b"\n".join(telling)[:65_536], cp_isolation=_LIKELY).best()
    return best.encoding if best else "cp1252"


def _other(encoding: str) -> str:
    return "cp850" if encoding == "cp1252" else "cp1252"
