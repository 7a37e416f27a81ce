"""What a person should look at in an anonymised note: guesses, shared names, unknown words."""

from collections.abc import Iterator, Sequence

from notecode.anonymising.dictionary import Dictionary
from notecode.anonymising.findings import Finding
from notecode.anonymising.name_cues import capitalised_in_sentence
from notecode.anonymising.span_map import SpanMap
from notecode.anonymising.words import standing_tags, tokens
from notecode.model import Flag, Span

GUESS = "masked on a guess: check that it is a name"
SHARED = "several people of the case bear this name: check which one is meant"
UNKNOWN = "a capitalised word that is not known: check that it is no name"

_GUESS_BELOW = 0.7
_SHORTEST = 3


def flags_for(
    text: str, findings: Sequence[Finding], source: SpanMap, dictionary: Dictionary
) -> Iterator[Flag]:
    """The flags of one anonymised text, from left to right within each reason."""
    for place, finding in zip(source.masked, findings, strict=True):
        if finding.shared:
            yield Flag(span=place.anonymised, reason=SHARED)
        elif finding.score < _GUESS_BELOW:
            yield Flag(span=place.anonymised, reason=GUESS)
    tags = standing_tags(text)
    words = tokens(text)
    index = 0
    for number, word in enumerate(words):
        while index < len(tags) and tags[index][1] <= word.start:
            index += 1
        if index < len(tags) and tags[index][0] <= word.start:
            continue
        unknown = len(word.folded) >= _SHORTEST and word.folded not in dictionary
        if unknown and capitalised_in_sentence(text, words, number):
            yield Flag(span=Span(word.start, word.end), reason=UNKNOWN)
