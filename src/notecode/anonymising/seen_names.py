"""People and places that the language model sees, freed of the words it mistakes for names.

The model reads re-truecased text. Of its entities only those parts are taken that are neither
plain English nor words of the field; what is left is a guess, and scored as one.
"""

from collections.abc import Iterable, Iterator, Sequence

from notecode.anonymising.findings import PERSON, PLACE, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.name_models import Entity
from notecode.anonymising.names.lists import GIVEN_NAMES, SHORT_FORMS, SURNAMES
from notecode.anonymising.names.reading import HONORIFICS
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.spelling import Token, is_capitalised, starts_sentence, word_set
from notecode.anonymising.words.vocabulary import KEPT_WORDS, TITLES

_PERSON_LABELS = frozenset({"PERSON"})
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_KNOWN = GIVEN_NAMES | SURNAMES | frozenset(SHORT_FORMS)
_COUNTRIES = word_set(
    """
    uk gb usa us eu britain england wales scotland ireland great united kingdom europe northern
    america north south east west
    """
)
_NO_PART = KEPT_WORDS | _COUNTRIES | TITLES | HONORIFICS
_SHORTEST = 3
_SHORTEST_SLIP = 5
_GAP = frozenset("\n\t/,;&+|()")
"""What parts two names that the model sees as one."""


class ModelNameRecogniser(NoteRecogniser):
    """The language model's people and places, filtered."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__(supported_entities=[PERSON, PLACE], name="language-model")
        self._dictionary = dictionary

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """People and places among the model's entities."""
        words, truecased = note.words, note.truecased
        found: list[Finding] = []
        index = 0
        for entity in note.named:
            while index < len(words) and words[index].start < entity.start:
                index += 1
            last = index
            while last < len(words) and words[last].end <= entity.end:
                last += 1
            meant = [word for word in words[index:last] if not self._is_mistyped(text, word)]
            found.extend(self._parts(truecased, meant, entity))
        return found

    def _is_mistyped(self, text: str, word: Token) -> bool:
        """Whether a word in small letters is rather a slip of the keyboard: "freinds"."""
        if len(word.folded) < _SHORTEST_SLIP or not text[word.start : word.end].islower():
            return False
        unknown = word.folded not in _KNOWN and word.folded not in self._dictionary
        return unknown and self._dictionary.is_misspelt(word.folded)

    def _parts(self, text: str, words: Sequence[Token], entity: Entity) -> Iterator[Finding]:
        for run in self._runs(text, words):
            if len(run) > 1 and self._is_verb_before(text, run[0]):
                run.pop(0)
            known = any(word.folded in _KNOWN for word in run)
            strange = [word for word in run if word.folded not in self._dictionary]
            if not strange or max(len(word.folded) for word in strange) < _SHORTEST:
                continue
            start, end = run[0].start, run[-1].end
            if entity.label in _PERSON_LABELS or (known and entity.label == "ORG" and len(run) > 1):
                score = 0.75 if known else (0.7 if len(run) > 1 else 0.6)
                yield Finding(start, end, PERSON, score, "language-model")
            elif entity.label in _PLACE_LABELS:
                yield Finding(start, end, PLACE, 0.58, "language-model")

    def _is_verb_before(self, text: str, word: Token) -> bool:
        """Whether a plain word has its capital from the sentence alone: "Took Leroy"."""
        plain = word.folded in self._dictionary and word.folded not in _KNOWN
        return plain and starts_sentence(text, word.start)

    def _runs(self, text: str, words: Sequence[Token]) -> Iterator[list[Token]]:
        """The words of an entity that may belong to a name, in unbroken runs."""
        run: list[Token] = []
        for word in words:
            if run and not _GAP.isdisjoint(text[run[-1].end : word.start]):
                yield run
                run = []
            written = text[word.start : word.end]
            fits = is_capitalised(written) or (run and word.folded in {"o", "de", "al", "van"})
            graded = word.end - word.start == 1 and text[word.end : word.end + 1].isdigit()
            if fits and word.folded not in _NO_PART and not graded:
                run.append(word)
            elif run:
                yield run
                run = []
        if run:
            yield run
