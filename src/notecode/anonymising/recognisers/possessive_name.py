"""Given names with a possessive "s" and no apostrophe: "at traceys", "kellys mum"."""

from collections.abc import Iterable

from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.names.lists import GIVEN_NAMES, SURNAMES, WORD_NAMES
from notecode.anonymising.places.listed import ONE_WORD_PLACES
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.vocabulary import KEPT_WORDS

_SHORTEST = 5
_NAMES = GIVEN_NAMES - WORD_NAMES - KEPT_WORDS


class PossessiveNameRecogniser(NoteRecogniser):
    """Words that are a given name and an "s", and nothing else that is known."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__(supported_entities=[PERSON], name="possessive-name")
        self._dictionary = dictionary

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """The names in the text that an "s" has been put to."""
        for word in note.words:
            folded = word.folded
            if folded[-1] != "s" or len(folded) < _SHORTEST + 1 or folded[:-1] not in _NAMES:
                continue
            if text.startswith(" law", word.end):
                continue
            known = folded in self._dictionary or folded in KEPT_WORDS | ONE_WORD_PLACES
            if not known and folded[:-1] not in self._dictionary:
                score = 0.74 if folded not in SURNAMES else 0.72
                yield Finding(word.start, word.end, PERSON, score, "possessive-name")
