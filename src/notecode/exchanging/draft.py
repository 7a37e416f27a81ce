"""What a file of another form says of a codebook: less than the whole, and with problems."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from notecode.errors import Problem
from notecode.model import Agency, Code, Codebook

_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Codes and agencies as read; empty fields are those that the file does not give."""

    codes: tuple[Code, ...] = ()
    agencies: tuple[Agency, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class Ids:
    """Ids for entries that come with a name alone: the known one of that name, or a new one."""

    known: dict[str, str]
    taken: set[str] = field(default_factory=set)

    def of(self, name: str, wanted: str = "") -> str:
        """The id of an entry; the same name gives another one the second time."""
        id_ = wanted or self.known.get(_folded(name), "")
        if not id_ or id_ in self.taken:
            id_ = self._new(name)
        self.taken.add(id_)
        return id_

    def _new(self, name: str) -> str:
        start = slug(name) or "code"
        avoided = self.taken | set(self.known.values())
        number, id_ = 1, start
        while id_ in avoided:
            number += 1
            id_ = f"{start}-{number}"
        return id_


def ids_like(entries: Iterable[Code | Agency]) -> Ids:
    """Ids that follow those of a codebook wherever a label is the same."""
    return Ids({_folded(entry.label): entry.id for entry in entries})


def ids_of(book: Codebook | None) -> tuple[Ids, Ids]:
    """The ids of codes and of agencies that follow a codebook's, or none."""
    return ids_like(book.codes if book else ()), ids_like(book.agencies if book else ())


def slug(name: str) -> str:
    """A name as an id: small letters, digits and hyphens; "" if nothing of it can be one."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return _NOT_IN_SLUG.sub("-", plain).strip("-")


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
