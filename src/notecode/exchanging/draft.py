"""What a file of another form says of a codebook: less than the whole, and with problems."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from notecode.errors import Problem
from notecode.model import Agency, Code, Codebook

Facet = Literal["codes", "agencies"]
"""What an entry is of, as the codebook's file calls it."""

_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Codes and agencies as read.

    ``said`` are the fields that the file speaks of, by facet and id: an empty one of these says
    that there is nothing, any other that the file does not know. ``unsaid`` counts the empty cells
    of entries that are known by their label alone.
    """

    codes: tuple[Code, ...] = ()
    agencies: tuple[Agency, ...] = ()
    problems: tuple[Problem, ...] = ()
    said: Mapping[tuple[Facet, str], frozenset[str]] = field(default_factory=dict)
    unsaid: int = 0


@dataclass(slots=True)
class Ids:
    """Ids for entries that come with a name alone: the known one of that name, or a new one."""

    known: dict[str, str]
    doubtful: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    def of(self, name: str, wanted: str = "") -> str:
        """The id of an entry; the same name gives another one the second time."""
        id_ = wanted or self.known.get(folded(name), "")
        if not id_ or id_ in self.taken:
            id_ = self._new(name)
        self.taken.add(id_)
        return id_

    def knows(self, name: str) -> bool:
        """Whether one known entry has this name."""
        return folded(name) in self.known

    def candidates(self, name: str) -> tuple[str, ...]:
        """The known entries of a name that several have; none if one or no entry has it."""
        return self.doubtful.get(folded(name), ())

    def _new(self, name: str) -> str:
        start = slug(name) or "code"
        avoided = self.taken.union(self.known.values(), *self.doubtful.values())
        number, id_ = 1, start
        while id_ in avoided:
            number += 1
            id_ = f"{start}-{number}"
        return id_


def ids_like(entries: Iterable[Code | Agency]) -> Ids:
    """Ids that follow those of a codebook wherever a label is the same."""
    by_label: dict[str, list[str]] = {}
    for entry in entries:
        by_label.setdefault(folded(entry.label), []).append(entry.id)
    return Ids(
        {label: ids[0] for label, ids in by_label.items() if len(ids) == 1},
        {label: tuple(ids) for label, ids in by_label.items() if len(ids) > 1},
    )


def ids_of(book: Codebook | None) -> tuple[Ids, Ids]:
    """The ids of codes and of agencies that follow a codebook's, or none."""
    return ids_like(book.codes if book else ()), ids_like(book.agencies if book else ())


def slug(name: str) -> str:
    """A name as an id: small letters, digits and hyphens; "" if nothing of it can be one."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return _NOT_IN_SLUG.sub("-", plain).strip("-")


def folded(name: str) -> str:
    """A name without what no reader tells apart: letter case and white space."""
    return " ".join(name.casefold().split())
