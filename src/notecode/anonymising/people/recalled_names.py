"""Names of people outside the roster that an earlier export of the case held.

No name is kept, so each unknown word is looked up by its keyed digest in the case's memory. Plain
English words are never looked up, as they never travel through a case either.
"""

from collections.abc import Iterator, Sequence

from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.pseudonyms.memory import TagMemory
from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.spelling import Token
from notecode.anonymising.words.vocabulary import KEPT_WORDS

_SHORTEST = 3
_SCORE = 0.64
"""As for a name that travels within one export."""


def recalled_names(
    text: str, words: Sequence[Token], memory: TagMemory, dictionary: Dictionary
) -> Iterator[Finding]:
    """Each run of words that the case's memory knows from a name."""
    if not memory.remembers:
        return
    start = end = -1
    for word in words:
        if not _is_recalled(word.folded, memory, dictionary):
            continue
        if start >= 0 and not text[end : word.start].strip(" -'’"):
            end = word.end
            continue
        if start >= 0:
            yield Finding(start, end, PERSON, _SCORE, "recalled")
        start, end = word.start, word.end
    if start >= 0:
        yield Finding(start, end, PERSON, _SCORE, "recalled")


def _is_recalled(folded: str, memory: TagMemory, dictionary: Dictionary) -> bool:
    if len(folded) < _SHORTEST or folded[0].isdigit():
        return False
    if folded in dictionary or folded in KEPT_WORDS:
        return False
    name = (folded,)
    return memory.tag(PERSON, name) is not None or bool(memory.tags_with_part(PERSON, name))
