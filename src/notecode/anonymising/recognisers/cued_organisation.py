"""Schools, surgeries, hospitals, pubs and firms that the words before them give away.

"Attends Oakfield", "GP reg at Langworthy", "midwife at King's", "drinks at the Colliers",
"solicitor = Farooq & Lyle". Without such words a name that says not what it is stays.
"""

from collections.abc import Iterable, Iterator, Sequence

import regex

from notecode.anonymising.findings import (
    HOSPITAL,
    PLACE,
    SCHOOL,
    SURGERY,
    WORKPLACE,
    WORSHIP,
    Finding,
)
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.names.lists import UNLIKE_ANY_OTHER
from notecode.anonymising.places.chains import EMPLOYERS
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.words.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.words.spelling import (
    Casing,
    Token,
    folded_words,
    is_capitalised,
    word_set,
)
from notecode.anonymising.words.vocabulary import KEPT_WORDS

_IS = r"(?:[ ](?:is|was|called|named|at|=)|[ ]?[:=(]|[ ]-)"
_CUES = (
    (
        SCHOOL,
        r"(?:attends?|attending|[ps][1-7] (?:at|in)|(?:d?ht|headteacher|dsl|senco|"
        r"pastoral|janitor) (?:at|of|from)|school run to|"
        r"dropp(?:ed|ing) (?:[\p{L}\[\]_0-9]+ ){0,3}at|goes to|go to|going to|"
        r"pupil at|sats at|teach(?:er|es|"
        r"ing) at|\bta at|"
        r"reception at|y(?:ea)?r ?[0-9]{1,2} at|enrolled at|excluded from|starts? at|starting at|"
        r"school which is|deputy(?: head)? at|head(?:teacher)? (?:of|at)|student at|"
        r"studying at|phd at|"
        r"degree at|course at|esol at|engineering at|nursery at|place at|lessons at|picked up from|"
        rf"collects? from|(?:pick|drop|fetch|tak|collect)(?:s|p?ed|p?ing|es|e|ing)?"
        rf"(?: [\p{{L}}\[\]_0-9]+){{1,3}} (?:up from|off at)|attendance at|"
        rf"(?:school|nursery|college|primary|childminder|playgroup|pre-?school|"
        rf"after school club|breakfast club|holiday club|toddler group|"
        rf"academy|uni){_IS}|nursery(?=[ ]\p{{Lu}}))[ ]?(?:the )?",
    ),
    (
        SURGERY,
        r"(?:(?:gp|doctors?|dr'?s)(?:[ ](?:reg(?:istered|'d)?|is|surgery))?(?:[ ](?:at|with|is)|"
        r"[ ]?[:=]|[ ]-)|registered (?:at|with)|surgery (?:is|=)|dentist (?:is|at)|"
        r"\bdr\.? \p{Lu}\p{L}+(?:[ ]\p{Lu}\p{L}+)?,? (?:at|of|@))[ ](?:the )?",
    ),
    (
        HOSPITAL,
        r"(?:born|b\. [0-9/.]+|booked(?: in)?|maternity|scan|exam|midwife|antenatal|"
        r"admitted|inpatient|consultant|conveyed|rushed|blue[ -]lighted|ambulance|x-?ray|"
        r"a&e|operation|outpatients|bloods|gave birth|labour ward|ward [0-9]+|sectioned|detained)"
        r"(?:[ ][\p{L}\[\]_0-9]+){0,2}[ ](?:at|in|to)[ ](?:the )?",
    ),
    (
        WORSHIP,
        r"(?:worships|prays|prayers|jumm?u?'?ah?|mass|choir|qur'?an class(?:es)?|"
        r"goes to church|church is|"
        r"(?:pastor|imam|vicar|deacon|father|fr|rev|priest|nun|sr)(?: \p{L}+,?){0,2})"
        r"[ ](?:at|of|from|in)[ ](?:the )?",
    ),
    (
        PLACE,
        r"(?:drinks?|drinking|drank|darts|pool|football|coach|coaches|coaching|signed|playing|"
        r"played|"
        r"pints?|boozing|karaoke|barred|landlord|"
        r"landlady|barmaid|"
        r"barman|doorman|bouncer|dj|boxes|boxing|trains|training|plays|works out|gym)"
        r"(?:[ ](?:with|w/) [\p{L}\[\]_0-9]+)?(?:[ ][\p{L}]+)?[ ](?:at|in|of|from|"
        r"down|for)[ ](?:the )?",
    ),
    (
        PLACE,
        r"(?:(?:lives|room|flat|above|over|met|outside|"
        r"upstairs)[ ](?:\p{L}+ )?(?:above|over|outside|behind|opposite))[ ](?:the )?",
    ),
    (
        PLACE,
        rf"(?:(?:a )?(?:bed|room|space|placed)[ ](?:at|in)|(?:hostel|supported "
        rf"(?:housing|accommodation)){_IS})[ ](?:the )?",
    ),
    (
        WORKPLACE,
        r"(?:barbers?|shop|firm|company|business|cafe|salon|garage|takeaway|"
        r"restaurant|agency|trades|trading|pub|club)"
        r"[ ](?:called|named|as)[ ](?:the )?",
    ),
    (
        PLACE,
        r"(?:gym|pub|bar|club|hostel|hotel|b&b|church|mosque|temple|gurdwara|boxing|bookies|nightclub|"
        r"site|farm|yard|refuge|care home|nursing home|local|regular|venue|centre|campsite|park)"
        r"(?: there| here| now| nearby| he uses| she uses)?(?:[ ](?:is|was|called|named|=)|[ ]?"
        r"[:=(]|"
        r"[ ]-)[ ]?(?:the )?",
    ),
    (
        WORKPLACE,
        r"(?:restaurant|cafe|takeaway|barbers?|barber shop|shop|garage|salon|pub|nightclub|bakery|"
        r"hotel|(?:school|nursery|college)),[ ](?=\p{Lu}\p{L}+(?:[ ]\p{Lu}\p{L}+){1,3},)",
    ),
    (
        WORKPLACE,
        r"(?:shop|barbers?|salon|garage|cafe|takeaway|restaurant|bakery|factory|warehouse|firm|"
        r"company|employers?|workplace|employment|supermarket|hairdressers?|business|solicitors?|"
        r"agency|car ?wash|haulier|builders?|contractor|landlord|letting agents?)"
        r"(?: there| here| now| nearby)?(?:[ ](?:is|was|called|named|=)|[ ]?[:=(]|[ ]-)[ ]?(?:the"
        r" )?",
    ),
    (
        WORKPLACE,
        r"(?:(?:his|her|their|my|'s) work|works?|employed|job|care (?:assistant|"
        r"worker)|carer|cleaner|chef|"
        r"driver|manager|teacher|nurse|supervisor)[ ]?[(][ ]?(?:the )?",
    ),
    (
        WORKPLACE,
        r"(?:solicitors?(?: is| are| at| from)?|legal reps?(?: is| at| from)?|"
        r"represented by|instructed|"
        r"letting agent(?: is)?|agents?|florist|employers?(?: is)?|landlords?(?: is|"
        r" are)?|garage|firm|company)"
        r"[ ]?[:=,(]?[ ](?:the )?",
    ),
)
_WHERE = regex.compile(
    r"(?P<found>\p{Lu}[\p{L}'’&]+(?:[ ](?:&[ ])?\p{Lu}[\p{L}'’]+){0,3})(?=,?[ ]"
    r"where[ ](?:he|she|they|su|vs|v/s|"
    r"the (?:kids|children|boys|girls))[ ](?i:works?|worked|drinks|trains|goes|go|"
    r"attends?|used to|is employed|shops))"
)
_VENUE = regex.compile(
    r"\b(?i:in|at|outside|from|near|behind|above|opposite|into|by|round|down|"
    r"past)[ ](?=(?:the|The|THE)[ ])"
    r"(?P<found>[Tt]he[ ]\p{Lu}\p{Ll}[\p{L}'’]+(?:[ ](?:and |& |in |of |o['’] ?)?"
    r"\p{Lu}\p{Ll}[\p{L}'’]+){0,2})(?![\p{L}'’-])"
)
_NO_VENUE = word_set(
    """
    office centre hub court team service order act plan assessment hearing conference meeting board
    panel unit department government state law internet bible quran borders midlands highlands
    islands uk usa eu north south east west reporter civic crisis army navy church kirk chair
    programme project scheme form report review group forum trust fund gate line road street
    week month year day time home ward court's bench protocol framework strategy policy procedure
    guidance register list system database portal app record file note notes log minutes agenda
    letter email report's statement interview session module course class workshop building blocks
    """
)
_ENDS_THERE = regex.compile(r"[ ]?[.,;)\n]|[ ]?$")
_AND_COMPANY = regex.compile(r"\b(?P<first>[^\W\d_]{3,20})[ ]&[ ](?P<last>[^\W\d_]{3,20})\b")
_THERE = word_set("at in outside from near behind opposite inside")
_ENDINGS = word_set(
    """
    green park hill down lane road grove wood woods field fields court house hall manor view bank
    brook gate cross high primary academy school nursery infants juniors college bridge mill
    meadow meadows heath vale valley
    """
)
"""Plain words that often end the name of a school or a venue."""
_JOINERS = word_set("of the and y le la de")
_MOST_WORDS = 4
_MOST_IN_CAPITALS = 3
_FEWEST_INITIALS = 3


class CuedOrganisationRecogniser(NoteRecogniser):
    """Capitalised names after words that only an organisation follows; a guess each."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__(
            supported_entities=[SCHOOL, SURGERY, HOSPITAL, WORSHIP, WORKPLACE, PLACE],
            name="cued-organisation",
        )
        self._dictionary = dictionary
        self._cues = [(kind, regex.compile(rf"\b(?i:{cue})")) for kind, cue in _CUES]

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """The organisations in the text that a cue announces."""
        words = note.words
        starts = {word.start: index for index, word in enumerate(words)}
        for kind, cue in self._cues:
            for match in cue.finditer(text, overlapped=False):
                index = starts.get(match.end())
                last = self._last(text, note, index) if index is not None else None
                if last is None and index is not None and kind == HOSPITAL:
                    last = self._initials(text, words[index], index)
                if index is not None and last is not None:
                    yield self._finding(words, index, last, kind)
        yield from self._companies(text, words, starts)
        yield from self._venues(text, note)
        for match in _WHERE.finditer(text):
            if match.start() in starts and not self._is_kept(match.group().split()):
                start, end = match.span()
                yield Finding(start, end, WORKPLACE, 0.7, "organisation-where")

    def _venues(self, text: str, note: NoteArtifacts) -> Iterator[Finding]:
        """Capitalised common words after a preposition and "the": "outside the Bridge"."""
        for match in _VENUE.finditer(text):
            words = match.group("found").split()[1:]
            ends = _ENDS_THERE.match(text, match.end()) is not None
            if note.casing_at(match.start()) == "mixed" and not self._is_kept(words, venue=ends):
                start, end = match.span("found")
                yield Finding(start, end, PLACE, 0.6, "venue")

    @staticmethod
    def _is_kept(written: Sequence[str], *, venue: bool = False) -> bool:
        """Whether a word of the name is one of the field, or somebody's given name alone.

        At the end of a clause the article makes a ``venue`` of a name: "at the Mitchell".
        """
        folded = [word for part in written for word in folded_words(part)]
        if len(folded) > 1 and folded[-1] == "head":
            folded.pop()  # "the Nag's Head"
        if any(word in KEPT_WORDS or word in _NO_VENUE for word in folded):
            return True
        return not venue and len(folded) == 1 and folded[0] in UNLIKE_ANY_OTHER

    @staticmethod
    def _finding(words: Sequence[Token], first: int, last: int, kind: str) -> Finding:
        """The article belongs to the name of a pub: "the Colliers"."""
        if kind == PLACE and first > 0 and words[first - 1].folded == "the":
            first -= 1
        return Finding(words[first].start, words[last].end, kind, 0.77, "cued-organisation")

    def _last(self, text: str, note: NoteArtifacts, index: int) -> int | None:
        """The index of the last word of the name that begins at this word, if it begins one."""
        words, line = note.words, note.casing_at(note.words[index].start)
        last: int | None = None
        most = _MOST_IN_CAPITALS if line == "upper" else _MOST_WORDS
        for position in range(index, min(index + most + 2, len(words))):
            word = words[position]
            gap = text[words[position - 1].end : word.start] if position > index else " "
            if gap not in {" ", " & ", "-", "'", "’", ". "} or (gap == ". " and word.folded != "s"):
                break
            if word.folded == "s" and gap in {"'", "’"}:
                last = position
                continue
            if word.folded in _JOINERS and last is not None:
                continue
            second = self._is_second_word(word, line, begun=last is not None)
            if not second and not self._fits(text, word, line):
                break
            last = position
        return self._unless_a_person(words, index, last)

    @staticmethod
    def _initials(text: str, word: Token, index: int) -> int | None:
        """A hospital by its initials: "A&E at the BGH"."""
        written = text[word.start : word.end]
        short = _FEWEST_INITIALS <= len(written) <= _MOST_WORDS
        return index if short and written.isupper() and word.folded not in KEPT_WORDS else None

    def _fits(self, text: str, word: Token, line: Casing) -> bool:
        if word.folded in EMPLOYERS:
            return True
        if word.folded in KEPT_WORDS or word.folded[0].isdigit() or word.folded in FUNCTION_WORDS:
            return False
        plain = word.folded in self._dictionary
        if line == "upper":
            return not plain
        if line == "lower":
            return not plain and len(word.folded) > _MOST_IN_CAPITALS
        return is_capitalised(text[word.start : word.end])

    @staticmethod
    def _is_second_word(word: Token, line: Casing, *, begun: bool) -> bool:
        """Whether a plain word ends a name in a line without capitals: "redland green"."""
        return begun and line == "lower" and word.folded in _ENDINGS

    @staticmethod
    def _unless_a_person(words: Sequence[Token], index: int, last: int | None) -> int | None:
        if last == index and words[index].folded in UNLIKE_ANY_OTHER:
            return None
        return last

    def _companies(
        self, text: str, words: Sequence[Token], starts: dict[int, int]
    ) -> Iterator[Finding]:
        """Two names with an ampersand between them: "Pearce & Dunning"."""
        for match in _AND_COMPANY.finditer(text):
            first, last = starts.get(match.start("first")), starts.get(match.start("last"))
            if first is None or last is None:
                continue
            pair = (words[first], words[last])
            if any(word.folded in KEPT_WORDS | UNLIKE_ANY_OTHER for word in pair):
                continue
            capital = all(text[word.start].isupper() for word in pair)
            strange = [word for word in pair if word.folded not in self._dictionary]
            led = first > 0 and words[first - 1].folded in _THERE
            if len(strange) == len(pair) or (capital and (strange or led)):
                yield self._finding(words, first, last, WORKPLACE)
