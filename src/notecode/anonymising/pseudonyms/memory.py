"""What is remembered of a case's tags from one export to the next, without a name or a number.

What a tag stands for is kept as a keyed digest (HMAC-SHA256, RFC 2104) under the project's
linking key. Whoever has the digests and not the key cannot try names out on them.
"""

import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, NamedTuple

_DIGITS = 32
"""Hexadecimal digits kept of a digest: 128 bits, so that two never meet by chance."""

_PERSON = "person of the roster"
_PART = "part of a name"
_NUMBER = "number"


class GivenTag(NamedTuple):
    """One tag, and the digest of what it stands for or, if ``part``, of a part of its name.

    The digest is "" once the key under which it was made is gone.
    """

    digest: str
    tag: str
    part: bool


@dataclass(frozen=True, slots=True)
class _Known:
    whole: dict[str, str]
    people: dict[str, frozenset[str]]
    parts: dict[str, frozenset[str]]


class TagMemory:
    """The tags of one case that were given before, and the key under which they are found."""

    def __init__(self, case_id: str, key: bytes, given: Iterable[GivenTag] = ()) -> None:
        """Take what earlier runs gave. Without a ``key`` nothing is known and nothing kept."""
        self._case_id, self._key = case_id, key
        self._given = tuple(given)
        self.is_forgotten = bool(self._given) and not any(row.digest for row in self._given)
        """Whether tags were given and the key to what they stand for is gone."""
        parts: dict[str, set[str]] = {}
        whole: dict[str, set[str]] = {}
        for row in self._given:
            (parts if row.part else whole).setdefault(row.digest, set()).add(row.tag)
        self._known = _Known(
            {digest: max(tags) for digest, tags in whole.items()}, _frozen(whole), _frozen(parts)
        )

    def __repr__(self) -> str:
        return f"TagMemory({self._case_id!r}, {len(self._given)} digests, key hidden)"

    __str__ = __repr__

    @property
    def remembers(self) -> bool:
        """Whether anything can be looked up here."""
        return bool(self._key and self._given)

    def tags(self) -> set[str]:
        """Every tag that was given before, with a key or without."""
        return {row.tag for row in self._given}

    def person_tags(self, key: Sequence[str]) -> frozenset[str]:
        """The tags of the people of the roster of whom this was remembered; namesakes share it."""
        if not self.remembers:
            return frozenset()
        return self._known.people.get(self._digest(_PERSON, key), frozenset())

    def tag(self, stem: str, key: Sequence[str]) -> str | None:
        """The tag of a name, a date or a number."""
        return self._find(stem, key)

    def tags_with_part(self, stem: str, part: Sequence[str]) -> frozenset[str]:
        """The tags of the names of which this is a part."""
        if not self.remembers:
            return frozenset()
        return self._known.parts.get(self._digest(stem + _PART, part), frozenset())

    def remember_person(self, key: Sequence[str], tag: str) -> GivenTag | None:
        """The row to keep for a person of the roster."""
        return self.remember(_PERSON, key, tag)

    def remember(
        self, stem: str, key: Sequence[str], tag: str, *, part: bool = False
    ) -> GivenTag | None:
        """The row to keep for a tag; None without a key."""
        if not self._key:
            return None
        return GivenTag(self._digest(stem + _PART if part else stem, key), tag, part)

    def secret_number(self, *purpose: str) -> int | None:
        """A number for one purpose in this case, always the same; None without a key."""
        return int(self._digest(_NUMBER, purpose), 16) if self._key else None

    def _find(self, stem: str, key: Sequence[str]) -> str | None:
        return self._known.whole.get(self._digest(stem, key)) if self.remembers else None

    def _digest(self, kind: str, key: Sequence[str]) -> str:
        message = "\x1f".join((self._case_id, kind, *key)).encode()
        return hmac.new(self._key, message, sha256).hexdigest()[:_DIGITS]


def _frozen(tags: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {digest: frozenset(each) for digest, each in tags.items()}


FORGETFUL: Final = TagMemory("", b"")
"""The memory of a case that is anonymised by itself."""
