"""Bytes -> text: marks, NULs, likely code pages, and lines that cannot be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from import_checks import only

from notecode.errors import InputError
from notecode.importing.encoding import decode
from notecode.importing.problems import ProblemLog

SENTENCES = (
    "He said “I’m not going” – it cost £20 at the café.\n"
    "Mother’s flat: rent is £450… no fixed abode before that.\n"
) * 5


def decoded(data: bytes, declared: str = "") -> tuple[str, str, ProblemLog]:
    """Text, encoding and problems of the bytes."""
    log = ProblemLog("export.csv")
    found = decode(data, declared, log)
    return found.text, found.encoding, log


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_unicode_is_told_by_its_bytes(written: str, read: str) -> None:
    text, encoding, log = decoded(SENTENCES.encode(written))
    assert (text, encoding, log.all()) == (SENTENCES, read, ())


def test_a_windows_code_page_is_guessed_and_the_guess_said() -> None:
    text, encoding, log = decoded(SENTENCES.encode("cp1252"))
    assert (text, encoding) == (SENTENCES, "cp1252")
    problem = only(log.all(), "read as cp1252")
    assert not problem.fatal
    assert "encoding =" in problem.hint


def test_plain_letters_need_no_guess() -> None:
    text, encoding, log = decoded(b"plain\n")
    assert (text, encoding, log.all()) == ("plain\n", "utf-8", ())


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "mac_roman", "utf-16-le", "latin-1"])
def test_what_is_declared_is_believed(encoding: str) -> None:
    text = "£20 é"
    assert decoded(text.encode(encoding), encoding)[:2] == (text, encoding)


def test_a_mark_before_declared_utf_8_is_dropped() -> None:
    assert decoded(b"\xef\xbb\xbfa", "UTF-8")[0] == "a"


@pytest.mark.parametrize(
    ("data", "declared", "line"),
    [
        (b"one\ntwo \x92\n", "utf-8", 2),
        (b"\xff\xfea\x00\n\x00\x00\xd8", "", 2),
        (b"\xef\xbb\xbfa\nb\n\xe9", "", 3),
        (b"\xe9", "ascii", 1),
    ],
)
def test_bytes_that_break_their_encoding_are_placed(data: bytes, declared: str, line: int) -> None:
    with pytest.raises(InputError, match=f"line {line} cannot be read"):
        decoded(data, declared)


def test_each_bad_line_of_a_utf_8_file_is_named() -> None:
    good = "ééééé\n".encode()
    text, encoding, log = decoded(good + b"caf\xe9\n" + good + b"\x92\n" + good)
    assert encoding == "utf-8"
    assert [(p.line, p.fatal) for p in log.all()] == [(2, True), (4, True)]
    assert text.count("\N{REPLACEMENT CHARACTER}") == 2


@given(st.text(max_size=80))
def test_utf_8_is_never_taken_for_something_else(text: str) -> None:
    # NULs in every other place are what tells UTF-16 without a mark, and no text has them.
    plain = text.replace("\0", "").removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    assert decoded(plain.encode())[0] == plain


@given(st.binary(max_size=120))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    try:
        text = decoded(data)[0]
    except InputError:
        return
    assert isinstance(text, str)
