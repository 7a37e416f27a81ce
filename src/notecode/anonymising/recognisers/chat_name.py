"""Who sent the messages of a chat: "[12/05/2018, 14:02] Kaz: …", "Tash (10:41): he's outside".

A sender is what stands between a time and a colon, or before a time in brackets and a colon. It is
masked if one of its words is a known name or strange; "10:41 Outcome: none" names nobody.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.names.reading import LISTED, NameReader
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.words.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.words.spelling import Token
from notecode.anonymising.words.vocabulary import KEPT_WORDS

_DAY = r"(?:\d{1,4}[/.\-]\d{1,2}(?:[/.\-]\d{2,4})?|\d{1,2}[ ][A-Z][a-z]{2,8}(?:[ ]\d{2,4})?)"
_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[ ]?(?i:am|pm|hrs))?"
_STAMP = rf"(?:\[?(?:{_DAY},?[ ]+)?{_TIME}\]?|\[{_DAY}\])"
_SENDER = re.compile(
    rf"^[ \t>\"“]*{_STAMP}(?:[ ]?[–—-][ ]|,?[ ]|:[ ])(?P<name>[^\W\d][^\n:,.;(\[|]{{0,29}}?)[ ]?"
    rf"(?:\([^()\n]{{1,15}}\))?:(?=[ ]|$)",
    re.MULTILINE,
)
_BEFORE_A_TIME = re.compile(
    rf"^[ \t>\"“]*(?P<name>[^\W\d][^\n:,.;(\[|\d]{{0,29}}?),?[ ]"
    rf"[(\[]?(?:{_DAY},?[ ]+)?{_TIME}[)\]]?[ ]?[:–—-](?=[ ])",
    re.MULTILINE,
)
_MOST_WORDS = 3


class ChatNameRecogniser(NoteRecogniser):
    """The senders of the messages of a chat."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__(supported_entities=[PERSON], name="chat-name")
        self._dictionary = dictionary
        self._reader = NameReader(dictionary)

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """The senders named in the text."""
        words = note.words
        for expression in (_SENDER, _BEFORE_A_TIME):
            for match in expression.finditer(text):
                start, end = match.span("name")
                first = bisect_left(words, start, key=lambda word: word.start)
                inside = words[first : bisect_left(words, end, key=lambda word: word.start)]
                yield from self._sender(text, inside, start)

    def _sender(self, text: str, inside: list[Token], start: int) -> Iterator[Finding]:
        if not 0 < len(inside) <= _MOST_WORDS or inside[0].start != start:
            return
        small = any(word.folded in FUNCTION_WORDS for word in inside)
        if self._is_a_name(text, inside[0]) and not small:
            yield Finding(start, inside[-1].end, PERSON, 0.8, "chat-name")

    def _is_a_name(self, text: str, word: Token) -> bool:
        if word.folded in KEPT_WORDS - LISTED or word.folded in FUNCTION_WORDS:
            return False
        capital = text[word.start].isupper()
        plain = word.folded in self._dictionary
        return (word.folded in LISTED and (capital or not plain)) or self._reader.is_strange(word)
