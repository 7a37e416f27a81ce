"""Towns, counties and districts; those that are also words need a capital and a preposition."""

import re
from collections.abc import Iterable, Iterator, Sequence

from notecode.anonymising.dictionary import Dictionary
from notecode.anonymising.findings import PLACE, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.name_cues import neighbours
from notecode.anonymising.name_lists import GIVEN_NAMES
from notecode.anonymising.phrases import PhraseMatcher
from notecode.anonymising.place_list import ONE_WORD_PLACES, SEVERAL_WORD_PLACES, WORD_PLACES
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.vocabulary import KEPT_WORDS
from notecode.anonymising.words import Token, is_capitalised, word_set

_LEADS = word_set(
    """
    in to from at near hmp around towards outside of between via into leaving visiting
    """
)


_SURE_LEADS = frozenset({"in", "near"})
_MOVING = word_set(
    """
    is was are were originally family comes came come moved moving move back away over up down bus
    train travelled travels travelling drove relocated relocating gone going went born drives lives
    living flat live staying
    """
)
"""Words that make a place of a capitalised word after "from", "to" or "at"."""
_NO_PLACE = word_set("uk gb england wales scotland ireland britain northern english welsh house")
_NO_PLACE_AFTER = re.compile(
    r"[ ](?:(?:city |county |family |borough |metropolitan )?(?:crown|county|family|combined|mags|"
    r"magistrates'?|youth) ?(?:court|ct)\b|mags\b|magistrates\b|city council|county council|council\b|"
    r"bars?\b|bank\b|police\b|constabulary\b|probation\b|universit|pudding|spa water)",
    re.IGNORECASE,
)
"""What makes an agency or a thing of the place before it: courts are public, "London bars" are locks."""
_MOST_WORDS = 3


class PlaceRecogniser(NoteRecogniser):
    """Places from this project's own list."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__(supported_entities=[PLACE], name="place")
        self._dictionary = dictionary
        names = [*SEVERAL_WORD_PLACES, *((name,) for name in sorted(ONE_WORD_PLACES))]
        self._places = PhraseMatcher((name, name[0]) for name in names)

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """The places in the text."""
        words = note.words
        found: list[Finding] = []
        for hit in self._places.find(text, words):
            if _NO_PLACE_AFTER.match(text, hit.end):
                continue
            if hit.count == 1 and hit.value in WORD_PLACES:
                before = neighbours(text, words, hit.first, hit.first).before
                if before not in _LEADS or not text[hit.start].isupper():
                    continue
            found.append(Finding(hit.start, hit.end, PLACE, 0.72, "place"))
        found.extend(self._unknown(text, words))
        return found

    def _unknown(self, text: str, words: Sequence[Token]) -> Iterator[Finding]:
        """Capitalised words after "in", "near" or a word of moving that no list knows otherwise."""
        for index in range(len(words) - 1):
            lead = words[index].folded
            moving = (
                lead in {"from", "to", "at", "into", "through"}
                and index > 0
                and words[index - 1].folded in _MOVING
            )
            if lead not in _SURE_LEADS and not moving:
                continue
            last = index
            while last + 1 < len(words) and last - index < _MOST_WORDS:
                here, after = words[last], words[last + 1]
                capital = is_capitalised(text[after.start : after.end])
                if text[here.end : after.start] != " " or not capital:
                    break
                if after.folded in KEPT_WORDS or after.folded in _NO_PLACE:
                    break
                last += 1
            found = words[index + 1 : last + 1]
            strange = any(word.folded not in self._dictionary for word in found)
            if moving and any(word.folded in GIVEN_NAMES | ONE_WORD_PLACES for word in found):
                continue
            if strange or len(found) > 1:
                yield Finding(found[0].start, found[-1].end, PLACE, 0.62, "place-cue")
