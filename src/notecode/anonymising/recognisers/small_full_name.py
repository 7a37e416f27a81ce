"""First and last name in small letters that are both words: "tc joy banks, crc"."""

from collections.abc import Iterable, Sequence

from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.names.lists import GIVEN_NAMES, SURNAMES, WORD_NAMES
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.words.dictionary import FUNCTION_WORDS
from notecode.anonymising.words.spelling import Token, word_set
from notecode.anonymising.words.vocabulary import CONTACT_WORDS, KEPT_WORDS, SURE_NAME_LEADS, TITLES

_FIRST = (GIVEN_NAMES & WORD_NAMES) - KEPT_WORDS | word_set("will mark joy hope grace rose bill")
_LAST = (SURNAMES | WORD_NAMES) - KEPT_WORDS - FUNCTION_WORDS
_LEADS = (SURE_NAME_LEADS | word_set("tc w with")) - TITLES - word_set("re")
_LINKS = frozenset({"to", "from", "with", "by"})
_STOPS = frozenset(",.;:()\n")


class SmallFullNameRecogniser(NoteRecogniser):
    """Two words that are names too, where somebody is led to and a part of the sentence ends."""

    def __init__(self) -> None:
        super().__init__(supported_entities=[PERSON], name="small-full-name")

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """The names of two small words in the text."""
        words = note.words
        for index in range(1, len(words) - 1):
            first, last = words[index], words[index + 1]
            if first.folded not in _FIRST or last.folded not in _LAST:
                continue
            written = text[first.start : last.end]
            if not written.islower() or text[first.end : last.start] != " ":
                continue
            if _is_led_to(text, words, index) and _ends(text, words, index + 1):
                yield Finding(first.start, last.end, PERSON, 0.76, "small-full-name")


def _is_led_to(text: str, words: Sequence[Token], index: int) -> bool:
    before = words[index - 1]
    if text[before.end : words[index].start] not in {" ", "/ ", "/"}:
        return False
    if before.folded in _LINKS and index > 1 and words[index - 2].folded in CONTACT_WORDS:
        return True
    return before.folded in _LEADS


def _ends(text: str, words: Sequence[Token], index: int) -> bool:
    """Whether the name is followed by a mark, by "and", or by a post: "will parker cpn"."""
    after = text[words[index].end : words[index].end + 1]
    if not after or after in _STOPS:
        return True
    if index + 1 >= len(words) or after != " ":
        return False
    following = words[index + 1].folded
    return following == "and" or following in KEPT_WORDS
