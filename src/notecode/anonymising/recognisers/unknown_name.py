"""Words that no list knows and that are written, or used, as names are.

In a line typed as usual a capital that no sentence start explains is enough. At a sentence start,
and in a line typed all alike, the word must act, be led to as a person is, or stand beside a
surname or a post; and it must be no slip of the keyboard: a word that one letter parts
from plain English is none.
"""

from collections.abc import Iterable, Sequence

from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.names.cues import capitalised_in_sentence, neighbours
from notecode.anonymising.names.lists import FREQUENT_WORDS, SURNAMES, WORD_NAMES
from notecode.anonymising.names.reading import Cue, NameReader
from notecode.anonymising.people.roster import LAW, SPELT_OUT
from notecode.anonymising.places.listed import WELL_KNOWN_PLACES
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.spelling import Token, is_capitalised, starts_sentence, word_set
from notecode.anonymising.words.truecasing import line_casings
from notecode.anonymising.words.vocabulary import (
    KEPT_WORDS,
    MODAL_VERBS,
    NAME_VERBS,
    SURE_NAME_LEADS,
    TELLING_VERBS,
)

_VOWELS = frozenset("aeiouy")
_ACTS = (NAME_VERBS | MODAL_VERBS | word_set("is was has had did does")) - word_set(
    "or and also still never only left paid presented"
)
_LEADS = (SURE_NAME_LEADS | word_set("with from by")) - word_set("re hit")
_BESIDE = word_set(
    """
    midwife nurse idva isva officer worker sw hv om gp cpn manager teacher solicitor barrister
    landlord neighbour mum mam dad brother sister son daughter aunt auntie uncle cousin nan gran
    partner ex wife husband girlfriend boyfriend mate friend colleague
    """
)
_NICKNAMES = (
    WORD_NAMES - FREQUENT_WORDS - KEPT_WORDS - word_set("driver guard steward keeper general")
)
_SHORTEST = 3
_SHORTEST_FLAT = 4


class UnknownNameRecogniser(NoteRecogniser):
    """Names that are on no list, by how they are written and what stands beside them."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__(supported_entities=[PERSON], name="unknown-name")
        self._dictionary = dictionary
        self._reader = NameReader(dictionary)

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """The unknown words of the text that are read as names."""
        words = note.words
        for match in SPELT_OUT.finditer(text):
            letters = "".join(c for c in match.group().lower() if c.isalpha())
            if len(letters) > _SHORTEST_FLAT and letters not in self._dictionary:
                yield Finding(match.start(), match.end(), PERSON, 0.72, "unknown-name")
        flat = [(start, end) for start, end, kind in line_casings(text) if kind != "mixed"]
        line = 0
        done = -1
        for index, word in enumerate(words):
            if index <= done or LAW.match(text, word.end):
                continue
            if not self._is_unknown(word):
                if self._speaks(text, words, index):
                    yield Finding(word.start, word.end, PERSON, 0.63, "unknown-name")
                continue
            while line < len(flat) and flat[line][1] < word.start:
                line += 1
            in_flat = line < len(flat) and flat[line][0] <= word.start
            score = self._score(text, words, index, flat=in_flat)
            if score:
                count = max(1, self._reader.read(text, words, index, Cue.LIKELY))
                done = index + count - 1
                yield Finding(word.start, words[done].end, PERSON, score, "unknown-name")

    @staticmethod
    def _speaks(text: str, words: Sequence[Token], index: int) -> bool:
        """Whether a word that may be a nickname begins a sentence and speaks: "Badger said"."""
        word = words[index]
        if word.folded not in _NICKNAMES or not is_capitalised(text[word.start : word.end]):
            return False
        after = neighbours(text, words, index, index).after
        return starts_sentence(text, word.start) and after in TELLING_VERBS

    def _is_unknown(self, word: Token) -> bool:
        folded = word.folded
        return (
            len(folded) >= _SHORTEST
            and folded not in self._dictionary
            and folded not in KEPT_WORDS
            and folded not in WELL_KNOWN_PLACES
            and folded.isalpha()
        )

    def _score(self, text: str, words: Sequence[Token], index: int, *, flat: bool) -> float:
        """How likely the word is a name; 0 if nothing speaks for it."""
        word = words[index]
        if flat:
            return self._flat_score(text, words, index)
        if not is_capitalised(text[word.start : word.end]):
            return 0.0
        if capitalised_in_sentence(text, words, index):
            return 0.63
        if not starts_sentence(text, word.start) or not self._is_pronounced(word.folded):
            return 0.0
        around = neighbours(text, words, index, index)
        possessive = text[word.end : word.end + 2] in {"'s", "’s"}
        if possessive or around.after in _ACTS:
            return 0.63
        return 0.0

    def _flat_score(self, text: str, words: Sequence[Token], index: int) -> float:
        word = words[index]
        if len(word.folded) < _SHORTEST_FLAT or not self._is_pronounced(word.folded):
            return 0.0
        around = neighbours(text, words, index, index)
        beside = around.after in _BESIDE or around.before in _BESIDE
        surname = around.after in SURNAMES and around.after not in self._dictionary
        if surname:
            return 0.66
        if self._dictionary.is_slip(word.folded):
            return 0.0
        led = around.contact or around.before in _LEADS
        return 0.62 if beside or led or around.after in _ACTS else 0.0

    @staticmethod
    def _is_pronounced(folded: str) -> bool:
        """Whether a word has vowels enough to be more than an abbreviation."""
        return sum(letter in _VOWELS for letter in folded) * 5 >= len(folded)
