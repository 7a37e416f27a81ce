"""A number and a name that says not that it is a street: "bailed to 3 ashgrove", "14 Bongate,"."""

import re
from collections.abc import Iterable, Sequence

from notecode.anonymising.findings import ADDRESS, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.names.lists import GIVEN_NAMES
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.spelling import Token, word_set
from notecode.anonymising.words.vocabulary import KEPT_WORDS

_LEADS = word_set("at of to from outside address addr lives living stays no number flat visited")
_AFTER = re.compile(r"[ ]?(?:[,.;)\n]|$)|,?[ ][A-Za-z]{1,2}[0-9]{1,2}[A-Za-z]?\b")
_HIGHEST = 999
_SHORTEST = 5


class NumberedNameRecogniser(NoteRecogniser):
    """A number and a strange word, after a word that leads to an address, at the end of a part."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__(supported_entities=[ADDRESS], name="numbered-name")
        self._dictionary = dictionary

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """The numbered names in the text."""
        words = note.words
        for index in range(1, len(words) - 1):
            number, name = words[index], words[index + 1]
            if not self._is_number(number) or text[number.end : name.start] != " ":
                continue
            if words[index - 1].folded in _LEADS and self._is_strange(name):
                last = self._last(text, words, index + 1)
                if _AFTER.match(text, words[last].end):
                    yield Finding(number.start, words[last].end, ADDRESS, 0.79, "numbered-name")

    @staticmethod
    def _is_number(word: Token) -> bool:
        folded = word.folded
        return folded.isdigit() and folded[0] != "0" and int(folded[:4]) <= _HIGHEST

    def _is_strange(self, word: Token) -> bool:
        plain = word.folded in self._dictionary or word.folded in KEPT_WORDS | GIVEN_NAMES
        return not plain and len(word.folded) >= _SHORTEST

    def _last(self, text: str, words: Sequence[Token], index: int) -> int:
        """The index of the name's last word: one more strange word may follow."""
        if index + 1 < len(words) and text[words[index].end : words[index + 1].start] == " ":
            return index + 1 if self._is_strange(words[index + 1]) else index
        return index
