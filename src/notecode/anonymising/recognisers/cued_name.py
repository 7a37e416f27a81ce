"""Names after words that lead to one: "spoke to Kez", "rang Szalay", "w/ Nkechi".

Titles, messages and what introduces a name have recognisers of their own.
"""

from collections.abc import Iterable, Sequence

from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.names.cues import capitalised_in_sentence
from notecode.anonymising.names.lists import SURNAMES
from notecode.anonymising.places.listed import WELL_KNOWN_PLACES
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.words.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.words.spelling import Token, is_capitalised
from notecode.anonymising.words.vocabulary import CONTACT_WORDS, KEPT_WORDS, SURE_NAME_LEADS, TITLES

_LEADS = SURE_NAME_LEADS - TITLES
_SHORTEST = 3


class CuedNameRecogniser(NoteRecogniser):
    """Names after a word that leads to a name."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__(supported_entities=[PERSON], name="cued-name")
        self._dictionary = dictionary

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """The names in the text that a word leads to."""
        words = note.words
        for index in range(len(words) - 1):
            name = words[index + 1]
            if self._leads(words, index, text[words[index].end : name.start]) and (
                self._is_strange(text, name) or self._is_led_to(text, words, index)
            ):
                last = self._more(text, words, index + 1)
                yield Finding(name.start, words[last].end, PERSON, 0.66, "cued-name")

    def _is_led_to(self, text: str, words: Sequence[Token], index: int) -> bool:
        """Whether a plain word has a capital of its own where somebody is named: "told Frost"."""
        name = words[index + 1]
        if name.folded in KEPT_WORDS | FUNCTION_WORDS or len(name.folded) < _SHORTEST:
            return False
        if words[index].folded not in _LEADS or name.folded in WELL_KNOWN_PLACES:
            return False
        if not capitalised_in_sentence(text, words, index + 1):
            return False
        if index + 2 >= len(words) or text[name.end : words[index + 2].start] != " ":
            return True
        after = words[index + 2]
        return not text[after.start].isupper() or after.folded in SURNAMES

    def _leads(self, words: Sequence[Token], index: int, gap: str) -> bool:
        lead = words[index].folded
        if lead == "w" and gap == "/ ":
            return True
        if lead == "to" and gap == " ":
            return index > 0 and words[index - 1].folded in CONTACT_WORDS
        return gap == " " and lead in _LEADS

    def _is_strange(self, text: str, name: Token) -> bool:
        return (
            is_capitalised(text[name.start : name.end])
            and name.folded not in self._dictionary
            and len(name.folded) >= _SHORTEST
        )

    def _more(self, text: str, words: Sequence[Token], index: int) -> int:
        """The index of the last word of the name that begins at ``words[index]``."""
        last = index
        while last + 1 < len(words) and last - index < 2:
            here, after = words[last], words[last + 1]
            if text[here.end : after.start] not in {" ", "-", "'", "’"} or after.folded == "s":
                break
            if not self._is_strange(text, after):
                break
            last += 1
        return last
