"""Institutions by name: Oakfield Primary, St Mary's School, Jamia Mosque, Dragon Cars, HMP Rye.

The tag keeps the kind of place: a school becomes ``[SCHOOL_1]``, a surgery ``[GP_1]``, a prison
``[PRISON_1]``. "The school" and "his surgery" stay.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from notecode.anonymising.findings import (
    HOSPITAL,
    PLACE,
    PRISON,
    SCHOOL,
    SURGERY,
    WORKPLACE,
    WORSHIP,
    Finding,
)
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.names.lists import UNLIKE_ANY_OTHER
from notecode.anonymising.places.listed import ONE_WORD_PLACES
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.recognisers.institution_kinds import KINDS, LEVELS, Kind
from notecode.anonymising.words.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.words.phrases import Hit, PhraseMatcher
from notecode.anonymising.words.spelling import (
    Casing,
    Token,
    is_capitalised,
    starts_sentence,
    word_set,
)
from notecode.anonymising.words.vocabulary import CONTACT_WORDS, KEPT_WORDS

_PRISON = re.compile(r"\b(?:HMP|HMYOI|YOI)(?:/?YOI)?[ ]+", re.IGNORECASE)
_JOINING = word_set("st saint of the our and s upon y yr ar le la de holy sacred blessed")
_HOLY = word_set("st saint our lady holy sacred blessed")
_HALLOWED = word_set("family trinity rosary heart cross name spirit redeemer ghost rood sacrament")
"""Words of the field or of plain English that a holy word makes a name of: "Holy Family"."""
_PARTS = word_set(
    "bank house new day old north south east west royal town city cross garden spring court lodge"
    " manor grange chapel"
)
"""Words that are part of a name beside another word of it: "Willow Bank", "New Mill"."""
_SMALL_KINDS = word_set("est estate stn station park depot gym garage farm hostel clinic")
_WITHIN = word_set("of in on upon under le")
_HOLY_WITHIN = 5
_NO_NAME = word_set(
    """
    local nearest old new main current previous same other both another different special secure
    private public boarding state village town city north south east west open closed cat
    mainstream alternative specialist royal general district university mental day middle head
    after before during home pre post at from in to of their his her my our a an and this that
    school schools kids children childs childrens mums dads her's primary whole every each any some
    works work working pub shop bar job ex off free big small nice busy quiet walk car
    """
)
_NAMES_ALSO = word_set(
    "primrose crown sunny happy little busy golden kings queens royal lucky may april june august"
    " lloyds boots"
)
_LEADS = word_set(
    "at from to of for called in by with the attends attending via outside near behind"
    " school is was gp rang called contacted told phoned emailed outside"
)
_CAPITAL_KIND = re.compile(
    r"(?: [A-Z][a-z]+)? (?:Primary|Juniors?|Infants?|High|Academy|Nursery|College|School|Grammar|"
    r"Surgery|Medical|Church|Mosque)\b"
)
_DOING = word_set(
    "rang told saw met sent spoke left went took good great no yes all please see ask get both two "
    "pupil staff child children kids son daughter mum dad her his their our my new then when once"
)
_SERVICE = word_set(
    """
    contact family health call job detention attendance resource drop justice crisis custody law
    advice day sure start one stop walk skills training learning treatment recovery support
    assessment referral education employment crown county youth social approved legal housing
    leisure sports sport shopping town city garden retail business medical dental mental refuge
    data control national central early help community children childrens adult adults conference
    visitor visitors information removal immigration remand secure parent parents carer carers
    birth antenatal maternity testing vaccination respite rehabilitation rehab detox addiction
    wellbeing welfare domestic sexual violence abuse trauma hate safe safer women womens men mens
    exchange activity probation magistrates magistrate high supreme appeal combined open front
    risk dash score level medium standard grade very grading assessed rated
    reading food night dance working mens member members book breakfast lunch homework
    """
)
"""Words that say what a centre, club or hall is for, and do not name it."""
_REACHED = word_set("at from outside attends attending to near in by opposite behind")
_REACHED_FOR_SURE = word_set("at attends attending outside opposite behind")
_MOST_REACHED = 3
_MOST_NAME_WORDS = 4
_SHORTEST_SMALL = 3


def _joined(text: str, words: Sequence[Token], first: int, end: int) -> int:
    """Where a name begins whose first words hyphens join: the "al" of "al-noor sweet centre"."""
    while 0 < first < end and text[words[first - 1].end : words[first].start] == "-":
        first -= 1
    return first


def _after_a_lead(run: list[Token]) -> list[Token]:
    """The words behind the last preposition among them: "noor" of "seen outside noor"."""
    leads = [number for number, word in enumerate(run) if word.folded in _REACHED]
    return run[leads[-1] + 1 :] if leads else run


class InstitutionRecogniser(NoteRecogniser):
    """Names that end in a word for a kind of institution, and names of prisons."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__(
            supported_entities=[SCHOOL, SURGERY, HOSPITAL, WORSHIP, WORKPLACE, PLACE, PRISON],
            name="institution",
        )
        self._dictionary = dictionary
        self._kinds = PhraseMatcher(KINDS.items())

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """The institutions in the text."""
        words = note.words
        for hit in self._kinds.find(text, words):
            first = self._name_before(text, note, hit)
            if first is not None:
                end = words[hit.first + hit.count - 1].end
                start = words[first].start
                if text[max(0, start - 4) : start] == "The ":
                    start -= 4
                yield Finding(start, end, hit.value.type, 0.81, "institution")
        yield from self._prisons(text, words)

    def _name_before(self, text: str, note: NoteArtifacts, hit: Hit[Kind]) -> int | None:
        """The index of the first word of the name that ends just before the kind."""
        words, line = note.words, note.casing_at(hit.start)
        small = line == "mixed" and not hit.value.sure and not text[hit.start].isupper()
        if small and words[hit.first].folded not in _SMALL_KINDS:
            return None
        last = self._before_levels(text, words, hit.first)
        common = words[hit.first].folded in _SMALL_KINDS
        sure = hit.value.sure or common
        run = self._run(text, words, last, line, sure=sure or line == "lower")
        if line == "lower" and not sure:
            run = _after_a_lead(run)
        if line == "lower" and not sure and not self._is_reached(words, run):
            return None
        if line != "mixed":
            run = self._led(words, run)
        named = [word for word in run if word.folded not in _JOINING | _PARTS]
        if not named or not self._is_enough(text, named, run, hit.value, line):
            return None
        if small and named[-1].folded in self._dictionary:
            return None
        possessive = words[hit.first - 1].folded == "s" and run[0].folded not in _HOLY
        if possessive and len(named) == 1 and not text[hit.start].isupper():
            return None
        return words.index(run[0], max(0, hit.first - 2 * _MOST_NAME_WORDS - 4))

    def _is_reached(self, words: Sequence[Token], run: Sequence[Token]) -> bool:
        """Whether somebody is at what a line without capitals names: "at munro medical"."""
        named = [word for word in run if word.folded not in _JOINING]
        if not named or len(named) > _MOST_REACHED:
            return False
        index = words.index(run[0])
        led = index > 0 and words[index - 1].folded in _REACHED
        return led and (
            any(word.folded not in self._dictionary for word in named)
            or words[index - 1].folded in _REACHED_FOR_SURE
        )

    @staticmethod
    def _before_levels(text: str, words: Sequence[Token], index: int) -> int:
        """The index after the last word of the name: "Oakfield" of "Oakfield RC Primary School"."""
        while index > 0 and words[index - 1].folded in LEVELS:
            if text[words[index - 1].end : words[index].start] not in {" ", "-"}:
                break
            index -= 1
        return index

    def _run(
        self, text: str, words: Sequence[Token], end: int, line: Casing, *, sure: bool
    ) -> list[Token]:
        """The words of the name that ends before ``words[end]``, with joining words within it."""
        position = first = end
        names = 0
        while position > 0 and names < _MOST_NAME_WORDS:
            word, after = words[position - 1], words[position]
            gap = text[word.end : after.start]
            if gap.strip(" '’.-&") or len(gap) > 3 or "\n" in gap or gap.startswith(". "):
                break
            if gap == "." and word.folded not in _HOLY:
                break
            position -= 1
            if word.folded in _WITHIN and self._stands_within(text, words, position, first, end):
                continue
            if word.folded in {"and", "of", "the"} and not self._is_holy(words, position):
                break
            if word.folded in _PARTS and text[word.start].isupper() and first < end + 1:
                first = position
                continue
            if word.folded in _JOINING:
                if word.folded in _HOLY and first < end:
                    first = position
                continue
            holy = word.folded in _HALLOWED and position and words[position - 1].folded in _HOLY
            if not holy and not self._is_name(text, word, line, sure=sure):
                break
            first, names = position, names + 1
        return list(words[_joined(text, words, first, end) : end])

    @staticmethod
    def _stands_within(
        text: str, words: Sequence[Token], position: int, first: int, end: int
    ) -> bool:
        """Whether a small word joins two capitalised ones of a name: "Minster in Sheppey"."""
        if first != position + 1 or first >= end or not position:
            return False
        before, after = words[position - 1], words[first]
        plain = before.folded in KEPT_WORDS | CONTACT_WORDS | _DOING | _NO_NAME
        written = text[before.start : before.end]
        return (
            text[after.start].isupper()
            and is_capitalised(written)
            and not plain
            and not starts_sentence(text, before.start)
            and text[before.end : words[position].start] == " "
        )

    @staticmethod
    def _is_holy(words: Sequence[Token], position: int) -> bool:
        """Whether "of", "and" or "the" belongs to the name of a saint: "Our Lady of Lourdes"."""
        return any(
            word.folded in _HOLY for word in words[max(0, position - _HOLY_WITHIN) : position]
        )

    def _is_name(self, text: str, word: Token, line: Casing, *, sure: bool) -> bool:
        if word.folded in KEPT_WORDS or word.folded in _NO_NAME or word.folded[0].isdigit():
            return word.folded in _NAMES_ALSO and text[word.start].isupper()
        plain = word.folded in self._dictionary
        if line == "upper" or (line == "lower" and sure):
            return word.folded not in FUNCTION_WORDS
        written = text[word.start : word.end]
        if sure and written.isupper() and len(written) <= _SHORTEST_SMALL:
            return not plain
        if is_capitalised(written):
            if not (plain and starts_sentence(text, word.start)):
                return True
            return self._opens_a_name(text, word)
        return not plain and sure and len(word.folded) >= _SHORTEST_SMALL

    @staticmethod
    def _opens_a_name(text: str, word: Token) -> bool:
        """Whether a plain word that opens a sentence stands before a kind with a capital.

        "Hillside Infants rang"; what was done to a school is no name: "Contacted School".
        """
        kind = _CAPITAL_KIND.match(text, word.end)
        done = word.folded.endswith(("ed", "ing")) or word.folded in CONTACT_WORDS | _DOING
        return kind is not None and not done

    def _led(self, words: Sequence[Token], run: list[Token]) -> list[Token]:
        """In a line of capitals: without the plain words that no preposition leads to."""
        if not run:
            return run
        index = words.index(run[0])
        if index > 0 and words[index - 1].folded in _LEADS:
            return run
        while run and (run[0].folded in self._dictionary or run[0].folded in _JOINING):
            if run[0].folded in _HOLY:
                break
            run = run[1:]
        return run

    def _is_enough(
        self, text: str, named: list[Token], run: list[Token], kind: Kind, line: Casing
    ) -> bool:
        """Whether the words before the kind are a name, and not what somebody or something is."""
        holy = run[0].folded in {"st", "saint"} or {"our", "lady"} <= {word.folded for word in run}
        if holy:
            return True
        if not kind.sure and len(named) == 1 and named[0].folded in UNLIKE_ANY_OTHER:
            return kind.type in {SCHOOL, SURGERY} or line == "lower"
        strange = any(
            word.folded not in self._dictionary or word.folded in ONE_WORD_PLACES for word in named
        )
        if kind.weak and line == "lower":
            return strange or not any(word.folded in _SERVICE for word in named)
        if kind.weak and line == "mixed":
            return strange or self._is_a_place_of_words(text, named, kind)
        if kind.weak or (line == "upper" and not kind.sure):
            return strange
        return strange or line == "lower" or text[named[-1].start].isupper()

    @staticmethod
    def _is_a_place_of_words(text: str, named: Sequence[Token], kind: Kind) -> bool:
        """Whether plain words with capitals are the name of a place: "Rainbow Centre"."""
        return (
            kind.built
            and all(is_capitalised(text[word.start : word.end]) for word in named)
            and not any(word.folded in _SERVICE for word in named)
            and not starts_sentence(text, named[0].start)
        )

    def _prisons(self, text: str, words: Sequence[Token]) -> Iterator[Finding]:
        matches = list(_PRISON.finditer(text))
        if not matches:
            return
        starts = {word.start: index for index, word in enumerate(words)}
        for match in matches:
            index = starts.get(match.end())
            if index is not None and self._names_a_prison(text, words, index):
                last = index
                after = words[index + 1] if index + 1 < len(words) else None
                joined = after and text[words[index].end : after.start] == " "
                if after and joined and self._is_strange_capital(text, after):
                    last = index + 1
                yield Finding(match.start(), words[last].end, PRISON, 0.81, "institution")
                # its name by itself is a place, wherever else it stands
                yield Finding(words[index].start, words[last].end, PLACE, 0.805, "institution")

    def _names_a_prison(self, text: str, words: Sequence[Token], index: int) -> bool:
        word = words[index]
        if word.folded in KEPT_WORDS:
            return False
        capital = is_capitalised(text[word.start : word.end])
        return capital or word.folded not in self._dictionary

    def _is_strange_capital(self, text: str, word: Token) -> bool:
        plain = word.folded in self._dictionary or word.folded in KEPT_WORDS
        return not plain and is_capitalised(text[word.start : word.end])
