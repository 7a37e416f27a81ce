"""Towns, counties and districts; those that are also words need a capital and a preposition."""

from collections.abc import Iterable

from notecode.anonymising.findings import PLACE, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.name_cues import neighbours
from notecode.anonymising.phrases import PhraseMatcher
from notecode.anonymising.place_list import ONE_WORD_PLACES, SEVERAL_WORD_PLACES, WORD_PLACES
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.words import word_set

_LEADS = word_set(
    """
    in to from at near hmp around towards outside of between via into leaving visiting
    """
)


class PlaceRecogniser(NoteRecogniser):
    """Places from this project's own list."""

    def __init__(self) -> None:
        super().__init__(supported_entities=[PLACE], name="place")
        names = [*SEVERAL_WORD_PLACES, *((name,) for name in sorted(ONE_WORD_PLACES))]
        self._places = PhraseMatcher((name, name[0]) for name in names)

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """The places in the text."""
        words = note.words
        found: list[Finding] = []
        for hit in self._places.find(text, words):
            if hit.count == 1 and hit.value in WORD_PLACES:
                before = neighbours(text, words, hit.first, hit.first).before
                if before not in _LEADS or not text[hit.start].isupper():
                    continue
            found.append(Finding(hit.start, hit.end, PLACE, 0.72, "place"))
        return found
