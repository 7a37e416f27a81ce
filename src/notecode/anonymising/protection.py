"""What must stand in an anonymised note: names of agencies, and tags that stand in it already."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from notecode.anonymising.words.phrases import PhraseMatcher
from notecode.anonymising.words.spelling import Token, folded_words, standing_tags


class Kept(NamedTuple):
    """A range to keep; a ``tag`` is kept against everything, an agency against guesses."""

    start: int
    end: int
    tag: bool


class Protection:
    """Finds the names to keep. They match whole words, in any letter case."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names of agencies as they are written."""
        self._phrases = PhraseMatcher((folded_words(name), name) for name in names)

    def spans(self, text: str, words: Sequence[Token]) -> list[Kept]:
        """What to keep in this text, from left to right."""
        agencies = [Kept(hit.start, hit.end, False) for hit in self._phrases.find(text, words)]
        tags = [Kept(start, end, True) for start, end in standing_tags(text)]
        return sorted(agencies + tags)
