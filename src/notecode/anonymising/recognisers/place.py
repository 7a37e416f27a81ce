"""Towns, counties and districts; those that are also words need a capital and a preposition."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from notecode.anonymising.findings import PLACE, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.names.cues import neighbours
from notecode.anonymising.names.lists import SURNAMES, UNLIKE_ANY_OTHER
from notecode.anonymising.places.gazetteer import PLAIN_TOWNS_OF_WORDS, WORD_TOWNS
from notecode.anonymising.places.listed import ONE_WORD_PLACES, SEVERAL_WORD_PLACES, WORD_PLACES
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.words.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.words.phrases import Hit, PhraseMatcher
from notecode.anonymising.words.spelling import Token, is_capitalised, word_set
from notecode.anonymising.words.vocabulary import KEPT_WORDS

_LEADS = word_set(
    """
    in to from at near hmp around towards outside of between via into leaving visiting
    """
)


_SURE_LEADS = word_set("in near around outside via through towards across")
_DIRECTIONS = word_set("from to at into through in via towards")
_NEAREST = word_set("in near")
_DWELLING = word_set("lives lived living stays bailed resides")
_SETTLED = _DWELLING | word_set(
    "house flat property bedsit live living born family mum dad nan sister brother friend friends"
    " friend's up over out down moved staying arrested"
)
"""Words before "in" after which a town may stand that is a plain word in small letters."""
_SHAPE = re.compile(
    r"(?:aber|ballin?|bally|llan|pont|inver|kil|auchter?|drum|strath|tre|pen|caer|"
    r"dun|kirk|nant|cwm)[a-z]{4,}|"
    r"[a-z]{3,}(?:ton|ham|bury|borough|brough|burgh|burn|bridge|by|caster|chester|"
    r"cester|combe|cote|croft|"
    r"dale|den|don|field|ford|gate|grave|hampton|haven|head|hill|holme?|hope|"
    r"hurst|ingham|kirk|lees|"
    r"leigh|ley|mere|minster|moor|mouth|ness|pool|port|sea|shaw|shire|side|stead|sted|stoke|stow|"
    r"thorpe|thwaite|toft|wade|water|well|wich|wick|wood|worth|worthy)"
)
_LONG_SHAPE = re.compile(
    r"(?:aber|bally|llan|pont|inver|auchter|strath)[a-z]{4,}|"
    r"[a-z]{3,}(?:ington|ingham|bury|borough|brough|burgh|bridge|caster|chester|cester|combe|dale|"
    r"hampton|hurst|minster|mouth|shire|stead|thorpe|thwaite|wick|worth|field|ford)"
)
_SHORTEST_SHAPED = 6
_NOT_SHAPED = word_set(
    """
    tenerife football facebook safeguarding password wellbeing broadband outside alongside
    """
)
_MOVING = word_set(
    """
    is was are were originally family comes came come moved moving move back away over up down bus
    train travelled travels travelling drove relocated relocating gone going went born drives lives
    living flat live staying
    """
)
"""Words that make a place of a capitalised word after "from", "to" or "at"."""
_IN_NO_PLACE = word_set(
    """
    court person custody care year yr yrs reception group session reading english french german
    spanish
    italian latin maths science history art music pe rehab detox segregation healthcare full part
    total principle fact writing confidence bed cell prison hospital education employment treatment
    therapy supervision interview chambers mediation drug the this that his her law god jesus allah
    christ islam person respect relation regards addition person attendance conclusion light lieu
    maternity triage theatre resus icu itu hdu antenatal postnatal paediatrics outpatients aftercare
    phase step stage module week month term tier category band private public secure open closed
    """
)
"""What somebody may be in that is written with a capital and is no place."""
_AT_NO_PLACE = _IN_NO_PLACE | word_set(
    """
    home work risk level times night christmas easter stage step point least last first best worst
    initial final early late drive review assessment intake closure present all once noon midnight
    """
)
"""What somebody may be at that is written with a capital and is no place."""
_PLAIN_WORDS = word_set(
    """
    amble angus ash barking barrow bath battle bourne bury cardigan chantry chard charlton cheddar
    cherry china cork deal derby diss felling fez fife firth fleet flint ford freshwater garth grays
    hale harrow hawthorn hazel hull jersey jordan keith kent kerry leek lye mayo mold moorland
    nelson norris oakwood penn percy pickering poole poplar portland porto reading reddish riverside
    ruse rye saffron sale sandwich shaw sleights sofia stroud turkey walker ware warren wells
    whetstone wormwood paris israel victoria
    """
)
"""Places whose names are words that a line without capitals means."""
_NO_PLACE = word_set("uk gb england wales scotland ireland britain northern english welsh house")
_NO_PLACE_AFTER = re.compile(
    r"[ ](?:(?:city |county |family |borough |metropolitan )?(?:crown|county|family|combined|mags|"
    r"magistrates'?|youth) ?(?:court|ct)\b|mags\b|magistrates\b|city council|"
    r"county council|council\b|"
    r"bars?\b|bank\b|police\b|constabulary\b|probation\b|universit|pudding|spa water)",
    re.IGNORECASE,
)
"""What makes an agency or a thing of the place before it: "Leeds Crown Court", "London bar"."""
_MOST_WORDS = 3
_SEVERAL_WORDS = 0.82
"""Above that of a nationality: "Spanish Town"."""
_NO_STREETS = UNLIKE_ANY_OTHER | ONE_WORD_PLACES
_NO_PLACES = KEPT_WORDS | UNLIKE_ANY_OTHER
_NAMES = UNLIKE_ANY_OTHER | SURNAMES


class PlaceRecogniser(NoteRecogniser):
    """Places from this project's own list."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__(supported_entities=[PLACE], name="place")
        self._dictionary = dictionary
        words = sorted(ONE_WORD_PLACES | WORD_TOWNS)
        names = [*SEVERAL_WORD_PLACES, *((word,) for word in words)]
        self._places = PhraseMatcher((name, name) for name in names)

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """The places in the text."""
        words = note.words
        found: list[Finding] = []
        for hit in self._places.find(text, words):
            if _NO_PLACE_AFTER.match(text, hit.end) or not self._is_meant(text, note, hit):
                continue
            several = hit.count > 1 and is_capitalised(text[hit.start : hit.end])
            score = _SEVERAL_WORDS if several else 0.72
            found.append(Finding(hit.start, hit.end, PLACE, score, "place"))
        found.extend(self._unknown(text, words))
        found.extend(self._named_where(text, note))
        found.extend(self._without_capitals(text, note))
        covered = _starts_within(words, found)
        found.extend(each for each in self._shaped(text, note) if each.start not in covered)
        found.extend(list(self._chained(text, words, found)))
        return found

    @staticmethod
    def _is_meant(text: str, note: NoteArtifacts, hit: Hit[tuple[str, ...]]) -> bool:
        """Whether a name that is made of plain words or common names stands where a place does."""
        words = note.words
        if hit.count > 1:
            parts = words[hit.first : hit.first + hit.count]
            led = hit.first and words[hit.first - 1].folded in _SURE_LEADS | _DIRECTIONS
            return (
                hit.value not in PLAIN_TOWNS_OF_WORDS
                or (led and note.casing_at(hit.start) != "mixed")
                or all(
                    text[part.start].isupper() or part.folded in FUNCTION_WORDS for part in parts
                )
            )
        before = neighbours(text, words, hit.first, hit.first).before
        if hit.value[0] in WORD_PLACES:
            small = text[hit.start].islower() and note.casing_at(hit.start) == "lower"
            if small and hit.value[0] not in _PLAIN_WORDS:
                return before in _NEAREST or before in _DWELLING
            return before in _LEADS and text[hit.start].isupper()
        if hit.value[0] in ONE_WORD_PLACES:
            return True
        moving = before in _DIRECTIONS and hit.first > 1 and words[hit.first - 2].folded in _MOVING
        leads = before in _SURE_LEADS or before in _DWELLING or moving
        settled = before in _NEAREST and hit.first > 1 and words[hit.first - 2].folded in _SETTLED
        flat = settled and note.casing_at(hit.start) != "mixed"
        return flat or (leads and is_capitalised(text[hit.start : hit.end]))

    def _unknown(self, text: str, words: Sequence[Token]) -> Iterator[Finding]:
        """Capitalised words that no list knows, where a place is likely to stand."""
        for index in range(len(words) - 1):
            lead = words[index].folded
            moving = (
                lead in _DIRECTIONS and index > 0 and words[index - 1].folded in _MOVING
            ) or lead in _DWELLING
            if lead not in _SURE_LEADS and not moving:
                continue
            found = self._capitals(text, words, index)
            strange = any(word.folded not in self._dictionary for word in found)
            if moving and any(word.folded in _NO_STREETS for word in found):
                continue
            plain = lead in _NEAREST and found and self._is_proper(text, words, index, found[0])
            if strange or len(found) > 1 or plain:
                yield Finding(found[0].start, found[-1].end, PLACE, 0.62, "place-cue")

    def _named_where(self, text: str, note: NoteArtifacts) -> Iterator[Finding]:
        """Plain words with capitals after "at": "on the door at Fever", "year 4 at Hannah More"."""
        words = note.words
        for index in range(len(words) - 1):
            if words[index].folded != "at" or text[words[index].start].isupper():
                continue
            found = self._capitals(text, words, index)
            if not found or note.casing_at(found[0].start) != "mixed":
                continue
            if any(word.folded in _AT_NO_PLACE or word.folded in KEPT_WORDS for word in found):
                continue
            after = text[found[-1].end : found[-1].end + 2]
            if all(word.folded in _NAMES for word in found) or after in {"'s", "’s"}:
                continue
            if any(word.folded in self._dictionary for word in found):
                yield Finding(found[0].start, found[-1].end, PLACE, 0.61, "place-cue")

    @staticmethod
    def _is_proper(text: str, words: Sequence[Token], index: int, word: Token) -> bool:
        """Whether a plain word has a capital that only a place explains: "a flat in Yoker"."""
        written = text[word.start : word.end]
        following = text[word.end : word.end + 2]
        return (
            word.folded not in _IN_NO_PLACE
            and written[1:].islower()
            and following[:1] in {".", ",", ";", ")", "\n", " ", ""}
            and not following[1:2].isupper()
            and not text[words[index].start].isupper()
        )

    def _without_capitals(self, text: str, note: NoteArtifacts) -> Iterator[Finding]:
        """Strange words after "in" or "near" where capitals say nothing."""
        words = note.words
        for lead, word in pairwise(words):
            if lead.folded not in _NEAREST or text[lead.end : word.start] != " ":
                continue
            if len(word.folded) < _SHORTEST_SHAPED or not word.folded.isalpha():
                continue
            if word.folded in self._dictionary or word.folded in _NO_PLACES:
                continue
            if note.casing_at(word.start) != "mixed":
                yield Finding(word.start, word.end, PLACE, 0.6, "place-cue")

    def _capitals(self, text: str, words: Sequence[Token], index: int) -> Sequence[Token]:
        """The capitalised words right after ``words[index]`` that no list keeps."""
        last = index
        while last + 1 < len(words) and last - index < _MOST_WORDS:
            here, after = words[last], words[last + 1]
            capital = is_capitalised(text[after.start : after.end])
            if text[here.end : after.start] != " " or not capital:
                break
            if after.folded in KEPT_WORDS or after.folded in _NO_PLACE:
                break
            last += 1
        return words[index + 1 : last + 1]

    def _shaped(self, text: str, note: NoteArtifacts) -> Iterator[Finding]:
        """Strange words that are built as names of places are: Trecynon, Ormsthwaite, Kilbrae."""
        for word in note.words:
            folded = word.folded
            if len(folded) < _SHORTEST_SHAPED or not _SHAPE.fullmatch(folded):
                continue
            if folded in self._dictionary or folded in KEPT_WORDS or folded in _NOT_SHAPED:
                continue
            written = text[word.start : word.end]
            line = note.casing_at(word.start)
            if line == "mixed" and not is_capitalised(written):
                continue
            if line != "mixed" and not _LONG_SHAPE.fullmatch(folded):
                continue
            if not _NO_PLACE_AFTER.match(text, word.end):
                yield Finding(word.start, word.end, PLACE, 0.61, "place-shape")

    def _chained(
        self, text: str, words: Sequence[Token], found: Sequence[Finding]
    ) -> Iterator[Finding]:
        """What is listed beside a place: "Hawick, Denholm and Newcastleton"."""
        ends = {finding.end for finding in found}
        for index in range(len(words) - 1):
            if words[index].end not in ends:
                continue
            after = words[index + 1]
            gap = text[words[index].end : after.start]
            if gap == " " and after.folded in {"and", "or"} and index + 2 < len(words):
                after, gap = words[index + 2], text[after.end : words[index + 2].start]
                joined = gap == " "
            else:
                joined = gap in {", ", "/", " / ", " + ", " & ", "; "}
            plain = after.folded in self._dictionary or after.folded in KEPT_WORDS
            capital = is_capitalised(text[after.start : after.end])
            if joined and capital and not plain and after.folded not in UNLIKE_ANY_OTHER:
                ends.add(after.end)
                yield Finding(after.start, after.end, PLACE, 0.6, "place-beside-place")


def _starts_within(words: Sequence[Token], found: Sequence[Finding]) -> set[int]:
    """Where the words start that begin inside a finding; words and findings are passed once."""
    spans = sorted((finding.start, finding.end) for finding in found)
    covered: set[int] = set()
    index = reach = 0
    for word in words:
        while index < len(spans) and spans[index][0] <= word.start:
            reach = max(reach, spans[index][1])
            index += 1
        if word.start < reach:
            covered.add(word.start)
    return covered
