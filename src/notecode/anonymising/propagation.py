"""A name found once in a case is masked wherever it stands in that case.

Names of people, places, streets and institutions travel, and institutions without the word for
their kind as well ("Amber" of "Amber Cars"). A plain English word travels only as the name of a
place or firm, and counts only with a capital that no sentence explains; what the model alone
guessed at in a line without ordinary capitals does not travel.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from notecode.anonymising.findings import ADDRESS, NAMED_PLACES, PERSON, PRISON, Finding
from notecode.anonymising.recognisers.institution_kinds import KIND_WORDS
from notecode.anonymising.recognisers.organisation_cues import NO_ORGANISATION
from notecode.anonymising.words.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.words.phrases import PhraseMatcher
from notecode.anonymising.words.spelling import (
    Token,
    folded_words,
    is_capitalised,
    starts_sentence,
)
from notecode.anonymising.words.vocabulary import KEPT_WORDS

_SHORTEST = 3
_TRUSTED = 0.66
_FEWEST_STREET_WORDS = 2
_SHORTEST_PLAIN = 4
_PLACES = NAMED_PLACES - {PRISON}
_OPENS_NO_NAME = FUNCTION_WORDS | KEPT_WORDS | KIND_WORDS | NO_ORGANISATION


class _Name(NamedTuple):
    type: str
    trusted: bool
    plain: bool = False


class Propagation:
    """The names found in one case, ready to be looked for in all of its notes."""

    def __init__(self, found: Iterable[tuple[str, Finding]], dictionary: Dictionary) -> None:
        """Take what was found, as pairs of a note's text and a finding in it."""
        names: dict[tuple[str, ...], _Name] = {}
        for text, finding in found:
            written = text[finding.start : finding.end]
            if finding.person_id or not (
                finding.score >= _TRUSTED
                or is_capitalised(written)
                or (finding.type in _PLACES and written.isupper())
            ):
                continue
            for words in _travelling(finding.type, folded_words(written), dictionary):
                plain = len(words) == 1 and words[0] in dictionary
                name = _Name(finding.type, finding.score >= _TRUSTED, plain)
                names[words] = max(names.get(words, name), name, key=_rank)
        self._names = PhraseMatcher(sorted(names.items()))

    def find(self, text: str, words: Sequence[Token]) -> Iterator[Finding]:
        """The names of the case that stand in this text."""
        for hit in self._names.find(text, words):
            if hit.value.plain:
                meant = is_capitalised(text[hit.start : hit.end])
                meant = meant and not starts_sentence(text, hit.start)
            else:
                meant = hit.value.trusted or text[hit.start].isupper()
            if meant:
                yield Finding(hit.start, hit.end, hit.value.type, 0.64, "propagation")


def _rank(name: _Name) -> tuple[bool, bool, str]:
    return (name.trusted, name.type == PERSON, name.type)


def _travelling(
    kind: str, words: tuple[str, ...], dictionary: Dictionary
) -> Iterator[tuple[str, ...]]:
    """The forms in which a finding is looked for elsewhere in its case."""
    strange = [
        word
        for word in words
        if len(word) >= _SHORTEST and word not in dictionary and word not in KEPT_WORDS
    ]
    if kind == PERSON and strange:
        yield words
        yield from ((word,) for word in strange)
    elif kind == ADDRESS:
        while words and (words[0][0].isdigit() or len(words[0]) == 1):
            words = words[1:]
        if len(words) >= _FEWEST_STREET_WORDS and words[0] not in KEPT_WORDS:
            yield words
    elif kind in _PLACES:
        yield from _of_a_place(words, strange)


def _of_a_place(words: tuple[str, ...], strange: Collection[str]) -> Iterator[tuple[str, ...]]:
    """The name, the name without its kind at the end, and a plain word if it is all of that."""
    if strange or len(words) > 1:
        yield words
    while len(words) > 1 and words[-1] in KIND_WORDS:
        words = words[:-1]
    lone = len(words) == 1
    ends = words[-1] in FUNCTION_WORDS or (lone and len(words[0]) < _SHORTEST_PLAIN)
    if words[0] not in _OPENS_NO_NAME and not ends:
        yield words
