"""A name found once in a case is masked wherever it stands in that case.

Only names travel, never plain English words; a name that only the model guessed at travels
where it is written with a capital.
"""

from collections.abc import Iterable, Iterator, Sequence

from notecode.anonymising.dictionary import Dictionary
from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.phrases import PhraseMatcher
from notecode.anonymising.vocabulary import KEPT_WORDS
from notecode.anonymising.words import Token, folded_words

_SHORTEST = 3
_TRUSTED = 0.66


class Propagation:
    """The names found in one case, ready to be looked for in all of its notes."""

    def __init__(self, found: Iterable[tuple[str, Finding]], dictionary: Dictionary) -> None:
        """Take what was found, as pairs of a note's text and a finding in it."""
        trusted: dict[tuple[str, ...], bool] = {}
        for text, finding in found:
            if finding.type != PERSON or finding.person_id:
                continue
            words = folded_words(text[finding.start : finding.end])
            for name in _names(words, dictionary):
                known = trusted.get(name, False)
                trusted[name] = known or finding.score >= _TRUSTED
        self._names = PhraseMatcher(sorted(trusted.items()))

    def find(self, text: str, words: Sequence[Token]) -> Iterator[Finding]:
        """The names of the case that stand in this text."""
        for hit in self._names.find(text, words):
            if hit.value or text[hit.start].isupper():
                yield Finding(hit.start, hit.end, PERSON, 0.64, "propagation")


def _names(words: tuple[str, ...], dictionary: Dictionary) -> Iterator[tuple[str, ...]]:
    """The name whole, if any word of it is no plain English, and each such word."""
    strange = [
        word
        for word in words
        if len(word) >= _SHORTEST and word not in dictionary and word not in KEPT_WORDS
    ]
    if strange:
        yield words
    for word in strange:
        yield (word,)
