"""What the rest of a case says about a word: how it is written elsewhere, and whom it resembles."""

from collections import Counter
from collections.abc import Iterable, Iterator

from notecode.anonymising.findings import PERSON
from notecode.anonymising.marked_text import KEPT, MarkedText
from notecode.anonymising.words.dictionary import FUNCTION_WORDS
from notecode.anonymising.words.spelling import is_capitalised
from notecode.anonymising.words.vocabulary import KEPT_WORDS
from notecode.raw import Person

_SHORTEST_LIKE = 5
_LONGEST_LIKE = 20
_SHORTEST_START = 3


class CaseSigns:
    """How the words of one case's texts are used; in memory only."""

    def __init__(self, views: Iterable[MarkedText], people: Iterable[Person]) -> None:
        """Read every text of the case once."""
        self._people: Counter[str] = Counter()
        self._others: set[str] = set()
        self._small: set[str] = set()
        self._capital: Counter[str] = Counter()
        self._initials: set[str] = set()
        for person in people:
            self._name([*person.first_name.split(), *person.last_name.split()])
        for view in views:
            self._read(view)
        names = sorted(self._people)
        self._starts = frozenset(
            name[:length]
            for name in names
            for length in range(_SHORTEST_START, min(len(name), _LONGEST_LIKE))
        )
        self._like = frozenset(cut for name in names for cut in _cuts(name))

    def __repr__(self) -> str:
        return f"CaseSigns({len(self._people)} names hidden)"

    __str__ = __repr__

    def _name(self, parts: list[str]) -> None:
        letters = "".join(part[0] for part in parts if part[0].isalpha()).lower()
        if len(letters) > 1:
            self._initials.update({letters, letters[0] + letters[-1]})
        self._initials.update(letters)

    def _read(self, view: MarkedText) -> None:
        name: list[str] = []
        for index, word in enumerate(view.words):
            cover = view.cover[index]
            if cover == PERSON:
                self._people[word.folded] += len(word.folded) > 1
                if name and view.gap_before(index) not in {" ", "-", ". "}:
                    self._name(name)
                    name = []
                name.append(word.folded)
                continue
            if name:
                self._name(name)
                name = []
            if cover and cover != KEPT:
                self._others.add(word.folded)
            elif not cover:
                self._count(view, index)
        if name:
            self._name(name)

    def _count(self, view: MarkedText, index: int) -> None:
        written, folded = view.written(index), view.words[index].folded
        if view.casing(index) == "mixed" and written.islower():
            self._small.add(folded)
        elif is_capitalised(written) and not view.starts(index):
            self._capital[folded] += 1

    def is_masked_elsewhere(self, folded: str) -> bool:
        """Whether the word is part of a name that was masked in this case."""
        return folded in self._people

    def signs(self, view: MarkedText, index: int) -> Iterator[str]:
        """The signs of one word."""
        folded = view.words[index].folded
        if folded in self._people:
            yield "masked as a person elsewhere"
        elif folded in self._others:
            yield "masked as something else elsewhere"
        elif len(folded) == 1 or view.written(index).isupper():
            if folded in self._initials:
                yield "initials of somebody of the case"
        elif folded not in FUNCTION_WORDS | KEPT_WORDS:
            yield from self._resembling(folded)
        if folded in self._small:
            yield "written small elsewhere"
        if self._capital[folded] > 1:
            yield "capitalised in mid-sentence elsewhere"

    def _resembling(self, folded: str) -> Iterator[str]:
        if folded in self._starts or folded.removesuffix("s") in self._people:
            yield "a name of the case, cut or in plural"
        elif len(folded) >= _SHORTEST_LIKE and not self._like.isdisjoint(_cuts(folded)):
            yield "spelt nearly like a name of the case"


def _cuts(name: str) -> Iterator[str]:
    """The name, and it without each of its letters: two names share one if a letter differs."""
    if _SHORTEST_LIKE <= len(name) <= _LONGEST_LIKE:
        yield name
        for place in range(1, len(name)):
            yield f"{name[:place]}*{name[place + 1 :]}"
            yield f"{name[:place]}{name[place + 1 :]}"
