"""Memos as values: what a coder thinks of a reference, a note, a case, a code or the project.

A memo's text may link to any of these, and to another memo: ``[[case:C1]]``, ``[[memo:01H…]]``.
Standard library only, as ``model.py``, which passes these on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, get_args

ThingKind = Literal["reference", "note", "case", "code", "project", "memo"]
KINDS: tuple[ThingKind, ...] = get_args(ThingKind)

MEMO_KINDS: tuple[ThingKind, ...] = ("reference", "note", "case", "code", "project")
"""What a memo can be on; a link may also lead to a memo."""

LINKED: tuple[ThingKind, ...] = ("reference", "note", "case", "code", "memo")
"""What a link can lead to."""


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """Something that a memo is on, or a link leads to. The project has no id."""

    kind: ThingKind
    id: str = ""

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}" if self.id else self.kind


PROJECT = Thing("project")


@dataclass(frozen=True, slots=True, kw_only=True)
class Memo:
    """One coder's memo on one thing. ``repr`` hides what it says.

    ``id`` is a ULID, ``coder`` who began it; ``created`` and ``changed`` are UTC, ISO 8601.
    """

    id: str
    on: Thing
    coder: str
    text: str = field(repr=False)
    created: str
    changed: str

    @property
    def thing(self) -> Thing:
        """The memo as something to link to."""
        return Thing("memo", self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoChange:
    """A memo before and after; None where it was not there yet, or is there no more."""

    before: Memo | None
    after: Memo | None

    @property
    def memo(self) -> Memo:
        """The memo in the newest form that the change knows.

        Raises:
            ValueError: if it knows none.

        """
        memo = self.after or self.before
        if memo is None:
            raise ValueError("a change of a memo needs the memo")
        return memo

    def inverse(self) -> "MemoChange":
        """The change that takes this one back."""
        return MemoChange(before=self.after, after=self.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedMemo:
    """A memo and where it lies now.

    ``place`` is the thing that it is on by now: the reference under which its own was folded, the
    heir of its code. None: that thing is gone (a reference was deleted), and the memo waits for
    it to come back. ``note_id``, ``case_id`` and ``code`` say more of the place, "" if it has none.
    """

    memo: Memo
    place: Thing | None
    note_id: str = ""
    case_id: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a memo's text: where it leads, and the code points that it is written in."""

    to: Thing
    start: int
    end: int


_LINK = re.compile(rf"\[\[({'|'.join(LINKED)}):([^\[\]\n]+)\]\]")


def links_in(text: str) -> Iterator[Link]:
    """The links of a memo's text, in order; what only looks like one is text."""
    for found in _LINK.finditer(text):
        if name := found[2].strip():
            kind = next(kind for kind in LINKED if kind == found[1])
            yield Link(Thing(kind, name), found.start(), found.end())


def thing_of(written: str) -> Thing | None:
    """What ``case:C1``, ``note:N2`` or ``project`` stands for; None if it is written otherwise."""
    kind, colon, name = written.strip().partition(":")
    known = next((each for each in KINDS if each == kind.strip().casefold()), None)
    if known is None or (known == "project") is bool(colon):
        return None
    return Thing(known, name.strip()) if name.strip() or known == "project" else None


def first_line(text: str, most: int) -> str:
    """The beginning of a memo in one line of ``most`` characters at most."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
