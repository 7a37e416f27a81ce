"""Where something is, in the fields of a form: "Venue: Bridle Court", "H/A: 12 hildicks"."""

import re
from bisect import bisect_left
from collections.abc import Iterable

from notecode.anonymising.findings import ADDRESS, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.words.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.words.spelling import word_set
from notecode.anonymising.words.vocabulary import KEPT_WORDS

_FIELD = re.compile(
    r"(?:^|(?<=[\n;|\t])|(?<=[ ]{2}))[ \t>*•\-]*(?i:venue|where|h/a|addr(?:ess)?|location|loc|"
    r"(?:home|bail|release|current|previous|last known|correspondence|new|old) addr(?:ess)?|"
    r"meeting (?:at|place|point)|place of (?:meeting|offence|incident)|scene)"
    r"[ ]?[:–][ \t]*(?i:o/s |at |outside |the )?"
    r"(?P<place>[^\n,;|\t(.:]{3,40}?)[ ]*(?=[\n,;|\t(.]|$)"
)
_NOWHERE = word_set(
    """
    teams zoom phone telephone office home court online video virtual tbc unknown various same above
    street car park shop pub hospital school station here there room reception library address
    """
)
_BUILDINGS = word_set("court house lodge hall centre mews chambers")
_PLAIN = (
    KEPT_WORDS
    | FUNCTION_WORDS
    | word_set("crown magistrates family county youth high tribunal town village sports community")
)
"""Words that say what kind of place it is: "Crown Court", "community centre"."""
_NUMBERED = re.compile(r"[0-9]{1,3}[A-Za-z]?[ ]\w")
_MOST_WORDS = 4


class LabelledPlaceRecogniser(NoteRecogniser):
    """Names of places in a field that asks for one."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__(supported_entities=[ADDRESS], name="labelled-place")
        self._dictionary = dictionary

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """The places in the text that a field is filled with."""
        if ":" not in text and "–" not in text:
            return
        words = note.words
        for match in _FIELD.finditer(text):
            start, end = match.span("place")
            first = bisect_left(words, start, key=lambda word: word.start)
            inside = words[first : bisect_left(words, end, key=lambda word: word.start)]
            folded = [word.folded for word in inside if not word.folded.isdigit()]
            if not 0 < len(folded) <= _MOST_WORDS:
                continue
            named_part = folded[:-1] if folded[-1] in _BUILDINGS and len(folded) > 1 else folded
            if any(each in _PLAIN for each in named_part):
                continue
            strange = any(each not in self._dictionary for each in folded)
            numbered = _NUMBERED.match(text, start) is not None
            named = all(text[w.start].isupper() or w.folded.isdigit() for w in inside)
            several = named and len(folded) > 1 and not _NOWHERE.issuperset(folded)
            if several or (strange and (named or numbered)):
                yield Finding(start, inside[-1].end, ADDRESS, 0.78, "labelled-place")
