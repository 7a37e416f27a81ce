"""Given names that are known as such, with the surname that follows."""

from collections.abc import Iterable, Sequence

from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.names.cues import (
    capitalised_in_sentence,
    is_word_name,
    line_around,
    reads_as_name,
)
from notecode.anonymising.names.lists import (
    COMMON_GIVEN_NAMES,
    FREQUENT_WORDS,
    GIVEN_NAMES,
    SHORT_FORMS,
    SURNAMES,
    WORD_NAMES,
    WORD_NAMES_OF_PEOPLE,
)
from notecode.anonymising.names.reading import Cue, NameReader
from notecode.anonymising.people.roster import LAW
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.spelling import (
    Token,
    casing,
    is_capitalised,
    starts_sentence,
    word_set,
)
from notecode.anonymising.words.vocabulary import CALENDAR_WORDS, KEPT_WORDS, NAME_VERBS

_SHORTEST_RARE = 4
_FORMS = GIVEN_NAMES | frozenset(SHORT_FORMS)
_RARELY_WORDS = (
    WORD_NAMES_OF_PEOPLE
    - FREQUENT_WORDS
    - CALENDAR_WORDS
    - word_set(
        "summer sunny autumn faith joy grace sky charity destiny dawn lucky rusty rose precious"
        " princess prince blessing mercy patience comfort"
    )
)
"""Those that begin a sentence as a name more often than not."""
_AFTER_A_NAME = frozenset({"to", "will", "at", "from"})
_DASHES = frozenset({" – ", " - ", ": "})
_AT_A_HEAD = word_set("grace faith joy mark dawn precious blessing mercy")
"""Names that head a point of minutes: "Grace – box ticked at booking"."""
_KIN = word_set(
    "partner bf gf boyfriend girlfriend mate pal friend son daughter brother bro sister sis dad mum"
    " cousin uncle nephew niece husband wife ex neighbour baby called named"
)
"""After these a short name in small letters is one: "new partner ade"."""


class GivenNameRecogniser(NoteRecogniser):
    """Names of the list in any letter case; those that are also words only with a cue."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__(supported_entities=[PERSON], name="given-name")
        self._dictionary = dictionary
        self._reader = NameReader(dictionary)

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """The given names in the text, with their surnames."""
        words = note.words
        found: list[Finding] = []
        index = 0
        while index < len(words):
            if not self._is_given(text, words, index):
                index += 1
                continue
            last = index + max(0, self._reader.read(text, words, index, Cue.SURE) - 1)
            score = 0.76 if last > index else 0.74
            found.append(Finding(words[index].start, words[last].end, PERSON, score, "given-name"))
            index = last + 1
        return found

    def _is_given(self, text: str, words: Sequence[Token], index: int) -> bool:
        folded = words[index].folded
        if LAW.match(text, words[index].end):
            return False
        if folded in CALENDAR_WORDS and folded not in WORD_NAMES_OF_PEOPLE:
            return False
        if folded in WORD_NAMES_OF_PEOPLE:
            return (
                reads_as_name(text, words, index, expected=self._likely(text, words[index]))
                or self._introduced(text, words, index)
                or self._has_a_post(text, words, index)
                or self._has_a_surname(text, words, index)
                or self._has_a_small_surname(text, words, index)
                or self._acts_in_capitals(text, words, index)
            )
        if folded not in _FORMS:
            return False
        if is_word_name(folded):
            return folded in GIVEN_NAMES and capitalised_in_sentence(text, words, index)
        written = text[words[index].start : words[index].end]
        if self._is_too_short(text, words, index):
            return False
        if folded not in self._dictionary and (folded in GIVEN_NAMES or is_capitalised(written)):
            return True
        return is_capitalised(written) and reads_as_name(text, words, index)

    def _is_too_short(self, text: str, words: Sequence[Token], index: int) -> bool:
        """Whether three letters are rather an abbreviation, a typing slip or a category."""
        word = words[index]
        if len(word.folded) >= _SHORTEST_RARE:
            return False
        if word.folded == "cat" and self._is_category(text, words, index):
            return True
        if is_capitalised(text[word.start : word.end]):
            return False
        if index and words[index - 1].folded in _KIN and text[words[index - 1].end] == " ":
            return False
        return word.folded not in COMMON_GIVEN_NAMES or self._is_abbreviation(text, word)

    @staticmethod
    def _is_abbreviation(text: str, word: Token) -> bool:
        """Whether three letters are capitals in a line typed as usual."""
        written = text[word.start : word.end]
        return written.isupper() and casing(line_around(text, word.start)) == "mixed"

    @staticmethod
    def _is_category(text: str, words: Sequence[Token], index: int) -> bool:
        """Whether a letter or a number behind it shows a category: "Cat C", "cat 3"."""
        if index + 1 >= len(words):
            return False
        after = words[index + 1]
        return text[words[index].end : after.start] == " " and after.end - after.start == 1

    @staticmethod
    def _likely(text: str, word: Token) -> bool:
        """Whether a name that is rarely a word has a capital of its own."""
        return word.folded in _RARELY_WORDS and is_capitalised(text[word.start : word.end])

    @staticmethod
    def _acts_in_capitals(text: str, words: Sequence[Token], index: int) -> bool:
        """Whether a name among capitals begins a sentence and does what follows: "JADE GAVE"."""
        word = words[index]
        if word.folded not in _RARELY_WORDS or not text[word.start : word.end].isupper():
            return False
        if index + 1 >= len(words) or text[word.end : words[index + 1].start] != " ":
            return False
        acts = words[index + 1].folded in NAME_VERBS | _AFTER_A_NAME
        return acts and starts_sentence(text, word.start)

    def _introduced(self, text: str, words: Sequence[Token], index: int) -> bool:
        """Whether a capitalised word is said to be of some service: "Mark from CGL"."""
        word = words[index]
        if not is_capitalised(text[word.start : word.end]) or index + 1 >= len(words):
            return False
        after = words[index + 1]
        gap = text[word.end : after.start]
        if gap in _DASHES and starts_sentence(text, word.start):
            return word.folded in _RARELY_WORDS | _AT_A_HEAD
        if gap == " (":
            return text[after.start].isupper()
        if gap == ", ":
            return after.folded in KEPT_WORDS and after.folded not in CALENDAR_WORDS
        if gap != " " or after.folded not in {"from", "at"} or index + 2 >= len(words):
            return False
        return text[words[index + 2].start].isupper()

    def _has_a_post(self, text: str, words: Sequence[Token], index: int) -> bool:
        """Whether two capitalised words are of some service: "Will Young at DWP"."""
        if index + 1 >= len(words):
            return False
        first, last = words[index], words[index + 1]
        return (
            is_capitalised(text[first.start : first.end])
            and is_capitalised(text[last.start : last.end])
            and text[first.end : last.start] == " "
            and last.folded in WORD_NAMES | SURNAMES
            and self._introduced(text, words, index + 1)
        )

    def _has_a_surname(self, text: str, words: Sequence[Token], index: int) -> bool:
        """Whether a capitalised word is followed by a capitalised surname: "Bill Field rang"."""
        if index + 1 >= len(words):
            return False
        first, last = words[index], words[index + 1]
        return (
            is_capitalised(text[first.start : first.end])
            and text[first.end : last.start] == " "
            and is_capitalised(text[last.start : last.end])
            and (last.folded in SURNAMES | WORD_NAMES or self._reader.is_strange(last))
        )

    def _has_a_small_surname(self, text: str, words: Sequence[Token], index: int) -> bool:
        """The same in a line typed without capitals, before a word that is no plain English."""
        first = words[index]
        if index + 1 >= len(words) or not text[first.start : first.end].islower():
            return False
        last = words[index + 1]
        if text[first.end : last.start] != " " or not self._reader.is_strange(last):
            return False
        if len(last.folded) < _SHORTEST_RARE or last.folded in KEPT_WORDS:
            return False
        return casing(line_around(text, first.start)) == "lower"
