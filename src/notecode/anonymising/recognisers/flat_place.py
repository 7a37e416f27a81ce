"""Places and firms in lines that are typed without capitals, or in nothing but capitals.

There a place is told by its kind behind a name ("round hazel wood", "on clifford ward", "IN ABBEY
PARK"), or by an unknown word where somebody is ("saw her mum in dunnes").
"""

from collections.abc import Iterable, Iterator, Sequence

from notecode.anonymising.findings import PLACE, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.names.lists import GIVEN_NAMES, SHORT_FORMS, SURNAMES
from notecode.anonymising.places.listed import ONE_WORD_PLACES, WORD_PLACES
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.words.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.words.spelling import Token, word_set
from notecode.anonymising.words.vocabulary import CONTACT_WORDS, KEPT_WORDS

_LEADS = word_set(
    "at in on from outside near round around to by through behind opposite past via into across off"
    " along inside"
)
_THERE = word_set("at in outside near round around inside behind opposite past")
_KINDS = word_set(
    """
    park wood woods rec common estate green ward town rovers rangers athletic brook fields farm mill
    lodge hall court manor view hill heath moor meadow meadows lane club gardens bridge market
    square quay docks beach lake canal reservoir island marina retreat heights point primary infants
    juniors academy high nursery playgroup surgery medical practice clinic unit gym pub inn arms
    tavern cafe nails cars cabs taxis chippy takeaway bakery removals brewery
    """
)
_OF_NO_NAME = word_set(
    """
    car local the country skate caravan retail trailer theme business water holiday industrial
    housing council same national village town main big nearest bike dog kids play city old new
    his her their my our your a an that this any every another small little nice busy quiet public
    private youth social working night youth football rugby boxing cricket golf breakfast lunch
    homework after before early late sure real fresh dead back front top bottom middle upper lower
    next last first second third fourth fifth sixth whole half full empty open closed own
    council's childrens women's mens womens maternity secure acute male female mental health
    hospital labour antenatal surgical stroke cardiac recovery rehab admission assessment
    care nursing safe halfway council coffee crown county family magistrates high low primary
    secondary comprehensive special boarding nursery infant junior school church village community
    high level risk day private dental medical walk gp doctors doctor estate agents bus train taxi
    police fire power supply petrol filling all both some many few sort kind bit lot
    """
)
_PLAIN = word_set("foodbank foodbanks drawingroom livingroom bathroom upstairs roadside kitchen")
"""Words of everyday that no list of plain words has."""
_MOST_BEFORE = 2
_SHORTEST = 5
_NAMES = SURNAMES | GIVEN_NAMES | frozenset(SHORT_FORMS)
_PLACES = ONE_WORD_PLACES | WORD_PLACES
_SCORE = 0.61


class FlatPlaceRecogniser(NoteRecogniser):
    """Named places where the letter case says nothing; a guess each."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__(supported_entities=[PLACE], name="flat-place")
        self._dictionary = dictionary

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """The places in the lines of the text that are typed all alike."""
        words = note.words
        for index in range(1, len(words)):
            if note.casing_at(words[index].start) == "mixed":
                continue
            lead = words[index - 1].folded
            if lead not in _LEADS or text[words[index - 1].end : words[index].start] != " ":
                continue
            yield from self._behind(text, words, index, lead)

    def _behind(
        self, text: str, words: Sequence[Token], index: int, lead: str
    ) -> Iterator[Finding]:
        """What begins behind a preposition, if it is a name with its kind, or an unknown word."""
        first = index
        if words[first].folded == "the" and first + 1 < len(words):
            first += 1
        last = self._kind_behind(text, words, first)
        if last is not None:
            yield Finding(words[first].start, words[last].end, PLACE, _SCORE, "flat-place")
        elif lead in _THERE and self._is_strange(text, words, first):
            yield Finding(words[first].start, words[first].end, PLACE, _SCORE, "flat-place")

    def _kind_behind(self, text: str, words: Sequence[Token], first: int) -> int | None:
        """The index of the kind of place behind one or two words that name it."""
        for last in range(first + 1, min(first + _MOST_BEFORE + 1, len(words))):
            gap = text[words[last - 1].end : words[last].start]
            name = words[last - 1].folded
            if gap != " " or name in _OF_NO_NAME or name in FUNCTION_WORDS or name in KEPT_WORDS:
                return None
            if words[last].folded in _KINDS:
                named = [word.folded for word in words[first:last]]
                return last if all(map(self._may_name, named)) else None
        return None

    def _may_name(self, word: str) -> bool:
        known = word in _NAMES or word in _PLACES
        return known or word not in self._dictionary or not word.endswith(("ing", "ed", "ly"))

    def _is_strange(self, text: str, words: Sequence[Token], index: int) -> bool:
        word = words[index]
        if len(word.folded) < _SHORTEST or not word.folded.isalpha():
            return False
        if word.folded in KEPT_WORDS | CONTACT_WORDS | _NAMES | _PLAIN:
            return False
        beside = text[word.end : word.end + 1]
        plain = word.folded in self._dictionary or self._dictionary.is_misspelt(word.folded)
        return not plain and beside not in {"'", "’", "-", "_", "@"}
