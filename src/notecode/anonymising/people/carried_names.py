"""Names that are plain words, introduced once in a case, found again where a name is meant.

"A lad called Fish" makes Fish a name throughout the case, but only where a capital, or the words
beside it, say that he is meant and no fish is. Names that are no words travel by
``propagation``.
"""

from collections.abc import Iterable, Iterator, Sequence

from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.names.cues import (
    capitalised_in_sentence,
    line_around,
    reads_as_name,
    starts_as_name,
)
from notecode.anonymising.names.lists import FREQUENT_WORDS
from notecode.anonymising.names.reading import LISTED
from notecode.anonymising.names.small_letters import Reading, is_finite, read_small
from notecode.anonymising.words.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.words.spelling import (
    Token,
    casing,
    folded_words,
    is_capitalised,
    word_set,
)
from notecode.anonymising.words.vocabulary import (
    ARTICLES,
    CALENDAR_WORDS,
    KEPT_WORDS,
    SURE_NAME_LEADS,
)

INTRODUCING = frozenset(
    {"titled-name", "introduced-name", "message-name", "listed-name", "initialled-name"}
)
"""The recognisers whose findings stand on a cue and not on the word itself."""
_LEADS = SURE_NAME_LEADS | word_set("thru via with w by from ask ring tell")
_ENDS = frozenset({"", ",", ".", ";", "\n", ")"})
_SHORTEST = 3
_SURE_FROM = 0.7


class CarriedNames:
    """The word names that a case introduces."""

    def __init__(self, found: Iterable[tuple[str, Finding]], dictionary: Dictionary) -> None:
        """Take what was found, as pairs of a text and a finding in it."""
        self._dictionary = dictionary
        self._names: set[str] = set()
        for text, finding in found:
            if finding.type != PERSON or finding.person_id or finding.score < _SURE_FROM:
                continue
            if finding.recogniser in INTRODUCING:
                written = text[finding.start : finding.end]
                self._names.update(word for word in folded_words(written) if self._is_carried(word))

    def _is_carried(self, word: str) -> bool:
        return (
            len(word) >= _SHORTEST
            and word in self._dictionary
            and word not in FUNCTION_WORDS
            and (word not in KEPT_WORDS - LISTED)
            and word not in CALENDAR_WORDS
        )

    def find(self, text: str, words: Sequence[Token]) -> Iterator[Finding]:
        """The word names of the case that stand in this text as names."""
        if not self._names:
            return
        for index, word in enumerate(words):
            if word.folded in self._names and self._is_meant(text, words, index):
                yield Finding(word.start, _end(text, words, index), PERSON, 0.7, "carried-name")

    def _is_meant(self, text: str, words: Sequence[Token], index: int) -> bool:
        word = words[index]
        written = text[word.start : word.end]
        if self._goes_on(text, words, index):
            return False
        if capitalised_in_sentence(text, words, index):
            return True
        if word.folded in FREQUENT_WORDS and not is_capitalised(written):
            return False
        if is_capitalised(written):
            lettered = _end(text, words, index) > word.end
            return lettered or starts_as_name(text, words, index)
        if casing(line_around(text, word.start)) == "mixed":
            return False
        if written.islower():
            reading = read_small(text, words, index, self._dictionary)
            led = index > 0 and words[index - 1].folded in _LEADS
            ends = text[word.end : word.end + 1] in _ENDS or text.startswith(" (", word.end)
            return reading is Reading.NAME or (led and (ends or reading is not Reading.WORD))
        return reads_as_name(text, words, index) or self._acts(text, words, index)

    def _acts(self, text: str, words: Sequence[Token], index: int) -> bool:
        """Whether a word among capitals does what follows: "TINY DRIVES A VAN"."""
        beside = index > 0 and text[words[index - 1].end : words[index].start] == " "
        before = words[index - 1].folded if beside else ""
        if index + 1 >= len(words) or before in ARTICLES or before in FUNCTION_WORDS:
            return False
        after = words[index + 1].folded
        beside = text[words[index].end : words[index + 1].start] == " "
        return beside and is_finite(after, self._dictionary)

    def _goes_on(self, text: str, words: Sequence[Token], index: int) -> bool:
        """Whether the word begins the name of something else: "Day Centre", "Star Inn"."""
        if index + 1 >= len(words):
            return False
        word, after = words[index], words[index + 1]
        if text[word.end : after.start] != " ":
            return False
        written = text[after.start : after.end]
        plain = after.folded in self._dictionary and after.folded not in LISTED
        return is_capitalised(written) and is_capitalised(text[word.start : word.end]) and plain


def _end(text: str, words: Sequence[Token], index: int) -> int:
    """The end of the name, with an initial behind it: "Lucky M"."""
    word = words[index]
    if index + 1 < len(words) and text[word.end : words[index + 1].start] == " ":
        letter = text[words[index + 1].start : words[index + 1].end]
        if len(letter) == 1 and letter.isupper() and letter not in "AI":
            return words[index + 1].end
    return word.end
