"""Ids for what people create: ULIDs, so that coders' databases merge without renumbering."""

import hashlib
import secrets
import time

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_id() -> str:
    """A fresh ULID: 48 bits of milliseconds and 80 random bits in Crockford's base 32.

    Source: the ULID specification, github.com/ulid/spec.
    """
    number = (time.time_ns() // 1_000_000 << 80) | secrets.randbits(80)
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(125, -1, -5))


def repeatable_id(*parts: str) -> str:
    """An id of the same shape that the same parts always give: for decisions read from a file."""
    digest = hashlib.sha256("\0".join(parts).encode()).digest()
    number = int.from_bytes(digest[:16], "big")
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(125, -1, -5))
