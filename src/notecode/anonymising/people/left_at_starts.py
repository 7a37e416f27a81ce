"""Plain words that are somebody's name in a case, and begin a sentence of it: "Kit fine".

A plain word that was masked as a stranger's name does not travel through the case, since most of
its other places are the word. At the start of a sentence its capital says nothing, so a person is
asked, unless what follows shows the word ("May be", "Will call").
"""

from collections.abc import Iterator, Mapping

from notecode.anonymising.cases import CaseText
from notecode.anonymising.findings import GUESS_BELOW, PERSON
from notecode.anonymising.names.ordinary_use import is_ordinary_use
from notecode.anonymising.words.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.words.spelling import folded_words, is_capitalised, starts_sentence
from notecode.anonymising.words.unlisted import Doubt
from notecode.anonymising.words.vocabulary import CALENDAR_WORDS

NAMED_ELSEWHERE = "a word that is somebody's name elsewhere in this case: check who is meant"

_RISK = 0.3
_LONGEST_NAME = 2
"""Words of a name whose first word somebody is called by alone."""


class LeftAtStarts:
    """The plain words that are first names in one case."""

    def __init__(self, texts: Mapping[str, CaseText], dictionary: Dictionary) -> None:
        """Take all texts of the case, with what was found in them."""
        self._called: set[str] = set()
        for raw, text in texts.items():
            for finding in text.findings:
                written = raw[finding.start : finding.end]
                if finding.type != PERSON or finding.score < GUESS_BELOW or finding.person_id:
                    continue
                name = folded_words(written)
                plain = bool(name) and name[0] in dictionary and len(name) <= _LONGEST_NAME
                if plain and is_capitalised(written):
                    self._called.update(name[:1])
        self._called -= FUNCTION_WORDS | CALENDAR_WORDS

    def find(self, raw: str, text: CaseText) -> Iterator[Doubt]:
        """The places of one text where a person should look."""
        if not self._called:
            return
        words = text.words
        for index, word in enumerate(words):
            if word.folded not in self._called or not is_capitalised(raw[word.start : word.end]):
                continue
            if starts_sentence(raw, word.start) and not is_ordinary_use(raw, words, index):
                yield Doubt(word.start, word.end, _RISK, NAMED_ELSEWHERE)
