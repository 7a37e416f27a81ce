"""Names that a sentence introduces: "called Budgie", "née Connors", "his cousin Shwan".

Words for names and for being called announce a name in any letter case; words for kin, friends
and colleagues announce one that looks like it. In brackets, or after a comma, the word for the
person may also follow: "Beatriz (CPN)", "Ieva, his sister".
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.names.cues import line_around
from notecode.anonymising.names.lists import WORD_NAMES_OF_PEOPLE
from notecode.anonymising.names.reading import HONORIFICS, LISTED, NAMED_FIRST, Cue, NameReader
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.words.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.words.spelling import Token, casing, word_set
from notecode.anonymising.words.vocabulary import KEPT_WORDS, TITLES

_SOMEBODY = (
    "man|male|lad|boy|bloke|guy|chap|woman|female|lady|girl|someone|somebody|friend|mate|pal|"
    "person|neighbour|dealer|partner|colleague|one|worker|officer|teacher|baby|son|daughter|"
    "brother|sister|cousin|uncle|aunt|kid|child|ex"
)
_COPULA = (
    r"(?:[ ](?:is|was|may be|might be|could be|i think is|i think was|given as|being))?"
    r"[ ]?[:=]?"
)
_OPENING = r"[ ]*[\"'“‘(]{0,2}(?=\w)"
_NAMING = re.compile(
    rf"\b(?:(?:{_SOMEBODY})[ ](?:(?:is|was|who is|apparently)[ ])?(?:called|named)"
    r"|(?:a\.?k\.?a\.?|née|nicknamed)|also known (?:to \w+ )?as|(?<!also )known (?:\w+ ){0,3}?as"
    r"|(?<!i )goes by(?: the name(?: of)?)?|answers to|(?:by the )?name of|calls (?:him|her)self"
    r"|(?:is|was|now|be|being|one|child|baby|name) called|uses the name"
    r"|(?:mis)?spel(?:t|led)(?: as)?|pronounc(?:es it|ed|es his name|es her name)(?: as)?"
    r"|pronunciation|signed(?: it| himself| herself)?(?= [\"“‘])"
    r"|(?:real|full|preferred|first|last|maiden|middle|given|birth|street|family|whose|correct)"
    r" names?"
    rf"{_COPULA}|(?:surname|forename|nicknames?|alias(?:es)?){_COPULA}"
    r"|\bname(?:[ ]i think)?[ ](?:is|was|may be)"
    rf"|(?:my|is) name is){_OPENING}",
    re.IGNORECASE,
)
_KIN = (
    "mum|mam|mom|dad|mother|father|brother|bro|sister|sis|son|daughter|nan|nanna|nana|gran|"
    "grandma|grandmother|grandad|grandfather|granddad|uncle|aunt|auntie|aunty|cousin|nephew|"
    "niece|wife|husband|girlfriend|boyfriend|gf|bf|fiancée?|step-?dad|step-?mum|step-?son|"
    "step-?daughter|half-?brother|half-?sister|twin|child|baby|partner|ex|ex-?partner|"
    "ex-?wife|ex-?husband|in-law|girl|boy|friend|mate|pal|neighbour|landlord|landlady|boss|"
    "colleague|co-?worker|flatmate|housemate|cellmate|associate|godmother|godfather|carer|dealer|"
    "foster carer|informant|caller|witness|victim|suspect|pupil|student|tenant"
)
_POSTS = (
    "manager|supervisor|worker|key ?worker|caseworker|support worker|social worker|coach|"
    "paralegal|interpreter|terp|solicitor|sol|barrister|lawyer|chair|chairperson|head|officer|"
    "midwife|nurse|teacher|mentor|counsellor|psychologist|psychiatrist|gp|consultant|"
    "advocate|clerk|receptionist|chaplain|tutor|sw|om|po|hv|idva|isva|cpn|amhp|oic|flo|ta|dsl|"
    "senco|sendco|cover|trainee|pastor|imam|registrar|referrer|assessor|coordinator|duty|"
    "prosecutor|reviewing lawyer|therapist|sec|secretary|deputy|fella|lodger|"
    "employer|foreman|warden|cook|driver|cm|iro|guardian|owner|contact|author|health visitor"
)
_PERSON = re.compile(
    rf"(?P<whose>\b(?:his|her|their|my|our|whose|with|the|mum's|dad's|'s|’s)[ ](?:\w+[ ])?)?"
    rf"\b(?:{_KIN}|{_POSTS})\b(?:(?P<copula>[ ](?:(?:there |now |today )?(?:is|was|w[ou]*l?d be|"
    r"will be)|named|called)|[ ]?=|:|,|[ ]\(|"
    r"[ ]of (?:hers|his|theirs|mine),)[ ]?|[ ])"
    r"(?:now |still |again |prob |apparently |a |called )?[\"“'‘]?(?=\w)",
    re.IGNORECASE,
)
_BELONGING = re.compile(r"(?:his|her|their|my|mum's|dad's|'s|’s)\b", re.IGNORECASE)
_CLOSE = re.compile(
    r"\b(?:brother|bro|sister|sis|cousin|uncle|aunt|nan|mate|pal|friend|neighbour|boss|colleague|"
    r"wife|husband|girlfriend|boyfriend|nephew|niece|dealer|manager)[ ]$",
    re.IGNORECASE,
)
"""Words for people that do not go on as the name of a service ("child protection")."""
_SEVERAL = re.compile(
    r"\b(?:brothers|sisters|sons|daughters|children|kids|mates|friends|cousins|pals|twins|"
    r"siblings|uncles|aunts|nephews|nieces|neighbours|colleagues|boys|girls|parents|officers)"
    r"(?:[ ]?[:=(,]|[ ]are|[ ]were|[ ]called)?[ ](?=\w)",
    re.IGNORECASE,
)
_MATES = re.compile(
    r"(?:brothers|sisters|mates|friends|cousins|pals|uncles|aunts|nieces)\b", re.IGNORECASE
)
_EQUALS = re.compile(
    r"\b[A-Z]{1,5}[ ]?(?:\(=|=)[ ]?(?=\w)|\bc/o[ ]|[\w)][ ]\((?=[A-Z][\w'’-]+[ ][A-Z])"
)
_AND = re.compile(r"(?:[ ]?\([^()\n]{1,30}\))?(?:,[ ]?(?:and[ ])?|[ ]?[&+/][ ]?|[ ]and[ ])[\"“‘']?")
_BY_SIZE = re.compile(
    r"\b(?:Big|Old|Lil|Mad|Fat|Uncle|Auntie|Aunty|Aunt|Mama)[ ](?=[A-Z])"
    r"|\b(?:big|lil|mad|fat|uncle|auntie|aunty)[ ](?=[a-z])"
)
_AFTER = re.compile(
    r"[ ]\((?:surname|real name|full name|aka|known as|nickname|née|nee|formerly|maiden)\b|"
    rf"[ ]\((?:(?:his|her|their|my|the|su's|vs's|maternal|paternal|younger|older)[ ])?"
    rf"(?:[\w'’]+[ ])?(?:{_KIN}|{_POSTS})\b|,[ ](?:his|her|their|my|the)[ ](?:\w+[ ])?"
    rf"(?:{_KIN}|{_POSTS})\b",
    re.IGNORECASE,
)
_PREDICATE = re.compile(
    r"(?<![\w'’])(?P<name>[A-Z][a-zà-ÿ'’]+(?:[ -][A-Z][\w'’]+)?)[ ](?:is|was)[ ]"
    r"(?i:(?:(?:the|his|her|their|my|our|a|also|now|in fact|acting|current|still|new|old|duty|"
    rf"eldest|youngest|older|younger|half)[ ]){{0,3}}(?:{_KIN}|{_POSTS})\b)"
)
_NICKNAMED = re.compile(
    r"(?<![\w'’])[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?[ ][\"'“‘][A-Z][\w\- ]{1,15}[\"'”’]"
    r"[ ][A-Z][a-zà-ÿ'’]+(?:[A-Z][a-zà-ÿ]+)?(?:-[A-Z][a-zà-ÿ]+)?"
)
_SET_OFF = re.compile(
    r"(?!(?:However|Yesterday|Today|Tomorrow|Sadly|Apparently|Again|Also|Unfortunately|Then|So)\b)"
    r"[A-Z][a-z]{1,14}[,;)—]"
)
"""One capitalised word between commas: "a friend, Smithy, who was killed"."""
_KIN_LETTER = re.compile(
    r"(?<!\w)(?:Nan|Nana|Nanny|Gran|Granny|Grandad|Grandma|Uncle|Auntie|Aunty|Aunt)[ ]"
    r"(?P<name>[A-Z])(?![\w'’.&/\-]|[ ][0-9&])"
)
_CLOSING_QUOTE = re.compile('["”’](?!s)')
_LONGEST_QUOTE = 30
_FURTHER = re.compile(r",?[ ](?:and|or|also|lately|now|formerly|previously|,|&|/)?[ ]?[\"'“‘]?")
_IN_CAPITALS_ONLY = word_set("sw om po hv idva isva cpn amhp oic flo ta dsl gp cm iro ex")
_WEAK = re.compile(r"(?:names?|forename|alias(?:es)?|known \w.* as)[ ]$", re.IGNORECASE)
"""Words that may be followed by something else than a name: "surname needed"."""
_MANY = ("aka", "a.k.a", "street name", "alias", "nickname", "known as", "also known")
_ENDS = frozenset({"", ".", ",", ";", ")", "\n", ":"})
_CALLED_SO = (NAMED_FIRST | WORD_NAMES_OF_PEOPLE) - word_set(
    "young precious lucky sunny rich frank guy dusty happy patient blessing princess prince rusty"
    " grace dear ill wee april june"
)
"""Given names that, after "her worker is", are no word for what somebody is."""
_NO_NAME = word_set(
    """
    police back round around again earlier later over off away yesterday today tomorrow twice
    once home him her them me us it out up on in about to for from at by with after before when
    who they he she we name names number numbers address unknown not no none nothing yes next
    services team support details phone mob mobile tel email help access safe contact time
    """
)


class IntroducedNameRecogniser(NoteRecogniser):
    """Names that are said to be names, or to belong to kin, friends and colleagues."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__(supported_entities=[PERSON], name="introduced-name")
        self._reader = NameReader(dictionary)

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """The names in the text that are introduced."""
        words = note.words
        return [
            *self._named(text, words),
            *self._of_people(text, words),
            *self._of_several(text, words),
            *self._by_size(text, words),
            *self._equal(text, words),
            *self._predicated(text, words),
            *self._before_a_post(text, words),
        ]

    def _named(self, text: str, words: Sequence[Token]) -> Iterator[Finding]:
        for match in _NAMING.finditer(text):
            quoted = self._quoted(text, words, match.end())
            if quoted:
                yield quoted
                continue
            cue = Cue.SURE if _WEAK.search(match.group()) else Cue.ANY
            found = list(self._at(text, words, match.end(), cue, 0.82))
            yield from found
            if found and match.group().lower().startswith(_MANY):
                yield from self._further(text, words, found[-1].end)
        for match in _KIN_LETTER.finditer(text):
            yield Finding(*match.span("name"), PERSON, 0.77, "introduced-name")
        for match in _NICKNAMED.finditer(text):
            yield Finding(match.start(), match.end(), PERSON, 0.82, "introduced-name")

    def _further(self, text: str, words: Sequence[Token], position: int) -> Iterator[Finding]:
        """More names of the same person: "aka Links, L-Dot, lately Blinks"."""
        while match := _FURTHER.match(text, position):
            found = list(self._at(text, words, match.end(), Cue.SURE, 0.8))
            if not found or casing(line_around(text, position)) != "mixed":
                return
            yield from found
            position = found[-1].end

    def _quoted(self, text: str, words: Sequence[Token], position: int) -> Finding | None:
        """The whole of what stands in quotation marks, if it is no more than a name."""
        if text[position - 1] not in '"“‘':
            return None
        closing = _CLOSING_QUOTE.search(text, position, position + _LONGEST_QUOTE)
        if closing is None:
            return None
        end = closing.start()
        inside = words[self._index(words, position) : self._index(words, end)]
        plain = any(word.folded in _NO_NAME | KEPT_WORDS | FUNCTION_WORDS for word in inside)
        if not 0 < len(inside) <= 3 or plain:
            return None
        return Finding(position, inside[-1].end, PERSON, 0.82, "introduced-name")

    def _of_people(self, text: str, words: Sequence[Token]) -> Iterator[Finding]:
        for match in _PERSON.finditer(text):
            copula = (match["copula"] or "").strip(" :,(=").lower()
            if not match["whose"] and _is_small_abbreviation(text, match):
                continue
            if copula in {"is", "was"} and match.group()[-1] in "\"“'‘":
                continue
            score = 0.8 if copula in {"called", "named"} else 0.77
            belongs = _BELONGING.match(match["whose"] or "") and _CLOSE.search(match.group())
            cue = Cue.SURE if belongs or "=" in match.group() else Cue.LIKELY
            if copula == "" and "," in match.group() and _SET_OFF.match(text, match.end()):
                cue = Cue.SURE
            if cue is Cue.SURE and casing(line_around(text, match.start())) != "mixed":
                cue = Cue.LIKELY
            if copula.endswith(("is", "was", " be")) and self._may_be_called(words, match.end()):
                yield from self._called(text, words, match.end())
            else:
                yield from self._at(text, words, match.end(), cue, score)

    def _called(self, text: str, words: Sequence[Token], position: int) -> Iterator[Finding]:
        """The name that somebody in a post is said to have, in any letter case."""
        index = self._index(words, position)
        count = max(1, self._reader.read(text, words, index, Cue.SURE, small=True))
        end = words[index + count - 1].end
        if text[end : end + 1] in _ENDS or words[index].folded not in FUNCTION_WORDS:
            yield Finding(position, end, PERSON, 0.77, "introduced-name")

    def _may_be_called(self, words: Sequence[Token], position: int) -> bool:
        """Whether the word at a position is a given name that says nothing of a person else."""
        index = self._index(words, position)
        return index < len(words) and words[index].folded in _CALLED_SO

    def _of_several(self, text: str, words: Sequence[Token]) -> Iterator[Finding]:
        for match in _SEVERAL.finditer(text):
            position = match.end()
            while True:
                cue = Cue.SURE if _MATES.match(match.group()) else Cue.LIKELY
                if casing(line_around(text, position)) != "mixed":
                    cue = Cue.LIKELY
                found = list(self._at(text, words, position, cue, 0.77))
                yield from found
                follows = _AND.match(text, found[-1].end) if found else None
                if follows is None:
                    break
                position = follows.end()

    def _equal(self, text: str, words: Sequence[Token]) -> Iterator[Finding]:
        """Names after initials and an equals sign, after "c/o", or in brackets by themselves."""
        for match in _EQUALS.finditer(text):
            for name in self._at(text, words, match.end(), Cue.LIKELY, 0.77):
                if match.group().startswith("c/o"):
                    yield replace(name, score=0.8)
                elif not match.group().endswith("(") or text[name.end : name.end + 1] in {")", ","}:
                    yield name

    def _predicated(self, text: str, words: Sequence[Token]) -> Iterator[Finding]:
        """Names of whom it is said who they are: "Dale is the new OM"."""
        for match in _PREDICATE.finditer(text):
            index = self._index(words, match.start())
            folded = words[index].folded
            known = folded in LISTED or self._reader.is_strange(words[index])
            if known and folded not in _NO_NAME:
                count = self._reader.read(text, words, index, Cue.LIKELY)
                if count and words[index + count - 1].end == match.end("name"):
                    yield Finding(*match.span("name"), PERSON, 0.77, "introduced-name")

    def _by_size(self, text: str, words: Sequence[Token]) -> Iterator[Finding]:
        """Names that a word of size or age is part of: "Big Dave", "Old Miley"."""
        for match in _BY_SIZE.finditer(text):
            flat = casing(line_around(text, match.start())) != "mixed"
            if flat != match.group().islower():
                continue
            kin = match.group().lower().startswith(("uncle", "aunt"))
            cue = Cue.SURE if kin and not flat else Cue.LIKELY
            for name in self._at(text, words, match.end(), cue, 0.8):
                index = self._index(words, match.end())
                first = words[index].folded
                start = name.start if kin else match.start()
                if kin or first in LISTED or self._reader.is_strange(words[index]):
                    yield Finding(start, name.end, PERSON, 0.8, "introduced-name")

    def _before_a_post(self, text: str, words: Sequence[Token]) -> Iterator[Finding]:
        for match in _AFTER.finditer(text):
            last = self._index(words, match.start()) - 1
            for first in range(max(0, last - 2), last + 1):
                if text[words[first].start].isupper() and self._reaches(text, words, first, last):
                    start, end = words[first].start, words[last].end
                    score = 0.8 if last > first else 0.77
                    yield Finding(start, end, PERSON, score, "introduced-name")
                    break

    def _reaches(self, text: str, words: Sequence[Token], first: int, last: int) -> bool:
        if words[last].end > len(text) or words[first].folded in _NO_NAME:
            return False
        return self._reader.read(text, words, first, Cue.LIKELY) == last - first + 1

    def _at(
        self, text: str, words: Sequence[Token], position: int, cue: Cue, score: float
    ) -> Iterator[Finding]:
        """The name that begins at a position of the text."""
        index = self._index(words, position)
        if index >= len(words) or words[index].start != position:
            return
        if words[index].folded in _NO_NAME:
            return
        if words[index].folded in HONORIFICS | TITLES and index + 1 < len(words):
            index += 1
            position = words[index].start
        count = self._reader.read(text, words, index, cue)
        if count:
            end = words[index + count - 1].end
            better = 0.8 if count > 1 and words[index].folded in NAMED_FIRST else score
            yield Finding(position, end, PERSON, max(score, better), "introduced-name")

    @staticmethod
    def _index(words: Sequence[Token], position: int) -> int:
        return bisect_left(words, position, key=lambda word: word.start)


def _is_small_abbreviation(text: str, match: re.Match[str]) -> bool:
    """Whether the word for the person is an abbreviation, but not in capitals: "so", "om"."""
    lead = match.group().split()[0]
    if lead.lower() not in _IN_CAPITALS_ONLY or lead.isupper():
        return False
    return casing(line_around(text, match.start())) == "mixed"
