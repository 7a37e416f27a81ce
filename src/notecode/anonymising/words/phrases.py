"""Finding many phrases in one pass: names, addresses, agency names.

A phrase is a sequence of folded words and numbers. In the text its words may be parted by
spaces, a hyphen, an apostrophe, a comma or one line end, and by a full stop after an initial.
The cost is one dictionary look-up a word, whatever the number of phrases.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from notecode.anonymising.words.spelling import Token

Value = TypeVar("Value")

_SEPARATOR = re.compile(r"[ \t\u00a0]*[-–'’,/_.]?[ \t\u00a0]*\n?[ \t]*")
_LONGEST_SEPARATOR = 4


@dataclass(frozen=True, slots=True)
class Hit(Generic[Value]):
    """A phrase found: its range in the text, the index of its first word, and its value."""

    start: int
    end: int
    first: int
    count: int
    value: Value


class PhraseMatcher(Generic[Value]):
    """Finds the longest known phrase at each word of a text."""

    def __init__(self, phrases: Iterable[tuple[Sequence[str], Value]]) -> None:
        """Take phrases with their values; of two equal phrases the first wins."""
        by_first: dict[str, dict[tuple[str, ...], Value]] = {}
        for words, value in phrases:
            if words:
                by_first.setdefault(words[0], {}).setdefault(tuple(words), value)
        self._by_first = {
            first: sorted(options.items(), key=lambda item: (-len(item[0]), item[0]))
            for first, options in by_first.items()
        }

    def __contains__(self, first_word: str) -> bool:
        """Whether any phrase begins with this folded word."""
        return first_word in self._by_first

    def find(self, text: str, words: Sequence[Token]) -> Iterator[Hit[Value]]:
        """Each hit from left to right, the longest at its place; hits do not overlap."""
        index = 0
        while index < len(words):
            hit = self.at(text, words, index)
            if hit is None:
                index += 1
            else:
                yield hit
                index += hit.count

    def at(self, text: str, words: Sequence[Token], index: int) -> Hit[Value] | None:
        """The longest phrase that begins at this word, or None."""
        return next(self.all_at(text, words, index), None)

    def all_at(self, text: str, words: Sequence[Token], index: int) -> Iterator[Hit[Value]]:
        """Every phrase that begins at this word, the longest first."""
        for phrase, value in self._by_first.get(words[index].folded, ()):
            if self._stands(text, words, index, phrase):
                last = words[index + len(phrase) - 1]
                yield Hit(words[index].start, last.end, index, len(phrase), value)

    @staticmethod
    def _stands(text: str, words: Sequence[Token], index: int, phrase: tuple[str, ...]) -> bool:
        if index + len(phrase) > len(words):
            return False
        for offset in range(1, len(phrase)):
            before, here = words[index + offset - 1], words[index + offset]
            if here.folded != phrase[offset] or here.start - before.end > _LONGEST_SEPARATOR:
                return False
            gap = text[before.end : here.start]
            if "." in gap and before.end - before.start > 1:
                return False
            if not _SEPARATOR.fullmatch(gap):
                return False
        return True
