"""Ids for what people create: ULIDs, so that coders' databases merge without renumbering."""

import hashlib
import secrets
import threading
import time

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class _Sequence:
    """The numbers behind a process's ids: each above the last."""

    def __init__(self) -> None:
        self._making = threading.Lock()
        self._last = 0

    def take(self) -> int:
        with self._making:
            fresh = (time.time_ns() // 1_000_000 << 80) | secrets.randbits(80)
            self._last = max(fresh, self._last + 1 + secrets.randbits(64))
            return self._last


_numbers = _Sequence()


def new_id() -> str:
    """A fresh ULID: 48 bits of milliseconds and 80 random bits in Crockford's base 32.

    Ids made by one process sort in the order they were made, those of one millisecond too: the
    monotonic form, by a random step so that processes that part in that millisecond stay apart.
    Source: the ULID specification, github.com/ulid/spec.
    """
    return _in_base_32(_numbers.take())


def repeatable_id(*parts: str) -> str:
    """An id of the same shape that the same parts always give: for decisions read from a file."""
    digest = hashlib.sha256("\0".join(parts).encode()).digest()
    number = int.from_bytes(digest[:16], "big")
    return _in_base_32(number)


def _in_base_32(number: int) -> str:
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(125, -1, -5))
