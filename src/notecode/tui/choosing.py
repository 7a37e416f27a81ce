"""Choosing a person by a key: in pages of as many people as there are keys, or by their name."""

from collections.abc import Callable, Sequence
from typing import Generic, Literal, TypeVar

PERSON_KEYS = "123456789abcdefghijklmnopqrstuvwxyz"
SOMEBODY_ELSE = "0"
"""The key of somebody who is not among the people."""

Person = TypeVar("Person")


class People(Generic[Person]):
    """The people who may be meant, and which of them have a key just now."""

    def __init__(self, everybody: Sequence[Person], wording: Callable[[Person], str]) -> None:
        """Begin with the first page; ``wording`` is what a person is looked for in."""
        self.everybody = tuple(everybody)
        self._wording = wording
        self.page = 0
        self.sought = ""

    @property
    def found(self) -> list[Person]:
        """Those in whose wording all that is sought stands, in any letter case."""
        parts = self.sought.casefold().split()
        return [
            person
            for person in self.everybody
            if all(part in self._wording(person).casefold() for part in parts)
        ]

    @property
    def entries(self) -> list[tuple[str, Person]]:
        """The people of this page with their keys."""
        first = self.page * len(PERSON_KEYS)
        return list(zip(PERSON_KEYS, self.found[first:], strict=False))

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(-(-len(self.found) // len(PERSON_KEYS)), 1)

    def pick(self, key: str) -> Person | None:
        """Who has the key on this page."""
        return dict(self.entries).get(key)

    def turn(self, step: Literal[-1, 1]) -> None:
        """To the next or previous page, from the last to the first."""
        self.page = (self.page + step) % self.pages

    def seek(self, text: str) -> None:
        """Show only those in whose wording this stands."""
        self.sought, self.page = text.strip(), 0
