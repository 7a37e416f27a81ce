"""What the anonymiser put in place of originals, told apart from originals.

A surrogate may be the name of somebody in another case, and a day that was moved may be a day of
another case. The gate must neither take them for leaks nor overlook a leak because of them. A
surrogate always stands before its tag, so just the two together are passed over.
"""

from collections.abc import Iterable, Iterator

from notecode.anonymising.sought import Day, days_in
from notecode.anonymising.words.spelling import STANDING_TAG


class SurrogatesGiven:
    """The surrogates that stand in notes, each with its tag: "Rhian Pugh [OM_1]"."""

    def __init__(self, given: Iterable[str]) -> None:
        """Take everything that was put in; what is no surrogate with a tag is left out."""
        self._given = frozenset(
            each for each in given if each.endswith("]") and not each.startswith("[")
        )
        self._longest = max(map(len, self._given), default=0)

    def blanked(self, text: str) -> str:
        """The text with marks, which no word can hold, in the place of each surrogate."""
        if not self._given:
            return text
        pieces: list[str] = []
        position = 0
        for tag in STANDING_TAG.finditer(text):
            start = self._start(text, max(position, tag.end() - self._longest), tag.end())
            if start is not None:
                pieces += (text[position:start], "]" * (tag.end() - start))
                position = tag.end()
        return "".join((*pieces, text[position:]))

    def _start(self, text: str, earliest: int, end: int) -> int | None:
        """Where the longest surrogate begins that ends with the tag at ``end``; None if none."""
        return next(
            (
                at
                for at in range(earliest, end)
                if (at == 0 or not text[at - 1].isalnum()) and text[at:end] in self._given
            ),
            None,
        )


def days_given(given: Iterable[str]) -> Iterator[Day]:
    """The days, with their years, that stand in notes after they were moved."""
    for each in given:
        if not each.endswith("]"):
            yield from days_in(each)
