"""Words that nobody listed and no recogniser found: masked on a guess, flagged, or left alone.

Each such word is weighed by its signs (``signs``, ``case_signs``). Those that most likely
name somebody are masked as a guess; of the rest the likeliest are flagged, as many as a reviewer
can be asked to look at.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import exp
from typing import Final, NamedTuple

from notecode.anonymising.conflicts import resolve
from notecode.anonymising.findings import GUESS_BELOW, PERSON, PLACE, Finding
from notecode.anonymising.marked_text import MarkedText
from notecode.anonymising.names.lists import FREQUENT_WORDS, GIVEN_NAMES, SURNAMES, WORD_NAMES
from notecode.anonymising.protection import Kept
from notecode.anonymising.words.case_signs import CaseSigns
from notecode.anonymising.words.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.words.sign_weights import BIAS, WEIGHTS
from notecode.anonymising.words.signs import signs_of
from notecode.anonymising.words.spelling import Token, fold, word_set
from notecode.anonymising.words.vocabulary import CALENDAR_WORDS
from notecode.raw import Person

UNKNOWN = "a capitalised word that is not known: check that it is no name"
SMALL = "a word that is not known, or is a name too: check that nobody is called so"
LETTERS = "letters that nothing explains: check that they are nobody's initials"
USED_AS_NAME = "a word that may be used as a name here: check whether a person or place is meant"
ALIKE = "like a name of this case: check whether the same person is meant"

RECOGNISER: Final = "unlisted-name"
FLAGS_PER_WORD: Final = 0.028
"""How many places of a case are flagged at the most, in proportion to its words; names and
initials of the people file that were left standing come on top."""

_MASK_FROM = 0.2
_MASK_PLAIN_FROM = 0.55
_MASK_LETTER_FROM = 0.2
_MASK_INITIALS_FROM = 0.15
"""For capitals that are the initials of somebody of the case."""
_MASK_CAPITALS_FROM = 0.5
"""For other capitals of two or three letters: the agencies of an area are written so too."""
_LONGEST_INITIALS = 3
_INITIALS = "initials of somebody of the case"
_FLAG_FROM = 0.003
_FLAG_FEW_FROM = 0.01
"""The least risk that is worth a flag, and in a case of a few words, where there is no count."""
_MISTYPED = 0.1
"""The risk of a slip of the keyboard: below that from which on words are masked."""
_SHORTEST_SLIP = 5
_FEWEST_FLAGS = 3
_GUESS_RISK = 0.006
"""How likely a guess covers but a part of a name; it is asked about in the order of risk."""
_SCORE = 0.6
_SHORTEST_MASKED = 3
_SPACE = frozenset({" ", "-", "  "})
_NAMES = (GIVEN_NAMES | SURNAMES | WORD_NAMES) - FREQUENT_WORDS
_APOSTROPHES = frozenset("'’`")
_JOINTS = frozenset("'’`&+/-_@#.")
_NO_NAMES = word_set(
    """
    su vs cm om idva idvas isva po ppo oic sw hv gp csc csw crc nps marac mappa mash dapo icpc
    rcpc asc cpoms lcs niche intel anpr imei btp met tsg vru ppu pvpu pvp dau dast cgl esol gcse
    gcses ndelius delius athena whatsapps wechat viber rgds ringing haha lol hiya yeah yep nope
    ok okay ur u im ive dont cant wont didnt doesnt isnt wasnt hasnt havent couldnt wouldnt
    shouldnt id ill thats whats hes shes theyre youre yous gonna wanna gotta cos coz thru dnt
    sez sed innit tmrw phoneline answerphone voicemail dob nhs ni hmp rui recd abh gbh god bye
    hmm erm em eh aye och inbox subject fwd neg pos wk wks mth mths yr yrs hr hrs min mins mon
    tue wed thu fri sat sun rosh oasys sara dash phq gad iq esa adv cond veh offs reg inf twds
    rebooked recieved seperate referal appt appts diff prob defo approx incl excl poss asap tbc
    fyi cc bcc re fw mam mammy east west north south inner outer upper lower midlands official
    sensitive mat mams dads mums wean weans bairn bairns lad lads lass job law ring honda kia
    toyota nissan vauxhall audi bmw fiesta corsa jummah jumah eid ramadan cofion dada dadi
    freedom mosaic liquidlogic carefirst charitylog systmone rio emis pabrinex sertraline
    mirtazapine diazepam pregabalin olanzapine citalopram fluoxetine methadone buprenorphine
    subutex espranor chaplain garda casework messenger khula crim prev lic apols attd attnd xray
    xrays screenshot screenshots screenshotted packhouse foodbank languageline doorbell
    voicenote voicenotes furlough vape vapes home multi gangmasters scro fwin mgmt inpatient
    outpatient paindu inlaws kitchenette livescan homeline hopeline ddvc gps dbs lateral
    docx xlsx pptx heic jpg jpeg png pdf csv msg eml mp mov avi zip txt doc xls htm html www http
    https senior principal deputy acting interim homicide firearms licensing stalking protection
    order orders programme practitioner surname forename forenames firstname child children parent
    consent referral assessment interpreter reception rapid informant caller offender suspect
    victim witness complainant reporting nominal occurrence ird pps ppb nass ems hgv lgv cctv
    vawg dvdr dvpp ftr hdc eccl bail osg pnd vps vpu cpps camhs senco sendco ehcp tac taf lac iro
    cho irc noms hmcts cafcass ccms pip lcwra dwp hb uc ctax gwf brp ilr evisa nrpf arc asap
    clares sarahs mr mrs ms
    """
)
"""Abbreviations, informal words and frequent misspellings that stand for no one, folded."""

_ORDINALS = word_set("st nd rd th")
_LABELLED = word_set(
    "band cat class grade plan hep vitamin block unit wing type tier group level category section"
    " phase zone flat room ward party option appendix schedule annex part year yr sex gender"
)
_LATE = re.compile(r"[ ][0-9]{1,2}[ ]?(?:mins?|minutes|hrs?)\b")
"""What is said of people, and of no number: "H 25 mins late"."""
_LEADS_A_NUMBER = re.compile(r"[ .:]{1,3}(?:no\.?[ ]?|\+)?[ ]?[0-9]")


def may_name(view: MarkedText, index: int, case: CaseSigns, dictionary: Dictionary) -> bool:
    """Whether a word that was left standing is worth weighing at all."""
    folded, written = view.words[index].folded, view.written(index)
    if not folded[0].isalpha() or _is_no_name(folded) or _is_part(view, index):
        return False
    if not written.islower():
        return folded not in {"i", "a"}
    if folded in FUNCTION_WORDS or len(folded) < 2:
        return False
    return folded not in dictionary or folded in _NAMES or case.is_masked_elsewhere(folded)


def _is_no_name(folded: str) -> bool:
    return (
        folded in _NO_NAMES
        or folded in CALENDAR_WORDS
        or folded.removesuffix("s") in CALENDAR_WORDS
    )


def _is_part(view: MarkedText, index: int) -> bool:
    """Whether it is a piece of a contraction, of an abbreviation, or of the name of a law."""
    word, text = view.words[index], view.text
    left, right = text[word.start - 1 : word.start], text[word.end : word.end + 1]
    if left in _APOSTROPHES and left and len(word.folded) < 3:
        return True
    if right in _APOSTROPHES and right and view.after(index) in {"t", "d", "law"}:
        return True
    if text[word.end : word.end + 6].lower() in {"'s law", "’s law"}:
        return True
    if left.isdigit() and word.folded in _ORDINALS:
        return True
    return len(word.folded) == 1 and _is_a_letter(view, index, left, right)


def _is_a_letter(view: MarkedText, index: int, left: str, right: str) -> bool:
    """Whether a single letter stands for no name: the sex, the victim ("V"), a part, a number."""
    word, text = view.words[index], view.text
    if word.folded == "v" and "." not in {left, right}:
        return True
    if word.folded in {"m", "f"} and _says_the_sex(view, index):
        return True
    if view.before(index) in _LABELLED:
        return True
    if _LEADS_A_NUMBER.match(text, word.end) and not _LATE.match(text, word.end):
        return True
    return any(c in _JOINTS - {"."} or c.isdigit() for c in left + right)


def _says_the_sex(view: MarkedText, index: int) -> bool:
    """Whether M or F stands in brackets by itself, or after the word for it: "(F)", "Sex: M"."""
    word, text = view.words[index], view.text
    alone = text[word.start - 1 : word.start] == "(" and text[word.end : word.end + 1] == ")"
    return alone or (index > 0 and view.words[index - 1].folded in {"sex", "gender"})


class Doubt(NamedTuple):
    """A range of a raw text that may name somebody, how likely that is, and why it is doubtful."""

    start: int
    end: int
    risk: float
    reason: str


class _Weighed(NamedTuple):
    place: int
    risk: float
    signs: frozenset[str]


class Weighed(NamedTuple):
    """What becomes of the unlisted words of one text: guesses to mask, and doubts to flag."""

    guesses: list[Finding]
    doubts: list[Doubt]


class UnlistedWords:
    """The words of one case that were left standing, weighed against each other."""

    def __init__(
        self,
        texts: Mapping[str, tuple[Sequence[Token], Sequence[Finding], Sequence[Kept]]],
        people: Iterable[Person],
        dictionary: Dictionary,
    ) -> None:
        """Take every text of the case with its words, what was found in it, and what is kept."""
        views: dict[str, MarkedText] = {}
        self._masked: dict[str, list[Finding]] = {}
        shared = 0
        guessed: set[str] = set()
        for text, (words, findings, kept) in texts.items():
            masked = resolve(text, findings, kept)
            shared += len({fold(text[each.start : each.end]) for each in masked if each.shared})
            guessed.update(
                fold(text[each.start : each.end])
                for each in masked
                if each.score < GUESS_BELOW and not each.shared
            )
            views[text] = MarkedText(text, words, masked, kept)
            self._masked[text] = masked
        case = CaseSigns(views.values(), people)
        weighed = {text: _weigh(view, case, dictionary) for text, view in views.items()}
        self._texts = {text: _decide(views[text], items) for text, items in weighed.items()}
        self._views = views
        guessed.update(
            fold(text[guess.start : guess.end])
            for text, each in self._texts.items()
            for guess in each.guesses
        )
        size = sum(len(text.split()) for text in texts)
        room = int(size * FLAGS_PER_WORD) - shared
        self._least = self._risk_within(max(_FEWEST_FLAGS, room), len(guessed))
        if room < _FEWEST_FLAGS:
            self._least = max(self._least, _FLAG_FEW_FROM)
        doubted = sum(len(self.on(text).doubts) for text in texts)
        self.passed_over = frozenset(sorted(guessed)[max(0, max(_FEWEST_FLAGS, room) - doubted) :])
        """The wordings of guesses, folded, that there is no room to ask about."""

    def _risk_within(self, number: int, guesses: int) -> float:
        """The risk from which on there are no more doubts and guesses than this."""
        risks = [doubt.risk for each in self._texts.values() for doubt in each.doubts]
        risks = sorted([*risks, *[_GUESS_RISK] * guesses], reverse=True)
        return risks[number - 1] if number <= len(risks) else _FLAG_FROM

    def marked(self, text: str) -> tuple[MarkedText, list[Finding]]:
        """One of the texts with all that is masked in it, the guesses too."""
        guesses = self._texts[text].guesses
        self._views[text].add(guesses)
        return self._views[text], [*self._masked[text], *guesses]

    def on(self, text: str) -> Weighed:
        """What becomes of the words of one of the texts."""
        guesses, doubts = self._texts[text]
        return Weighed(guesses, [doubt for doubt in doubts if doubt.risk >= self._least])


def _weigh(view: MarkedText, case: CaseSigns, dictionary: Dictionary) -> list[_Weighed]:
    weighed: list[_Weighed] = []
    for index, cover in enumerate(view.cover):
        if cover or not may_name(view, index, case, dictionary):
            continue
        signs = signs_of(view, index, case, dictionary)
        risk = risk_of(signs)
        if risk >= _MASK_FROM and _is_mistyped(view, index, signs, dictionary):
            risk = _MISTYPED
        weighed.append(_Weighed(index, risk, signs))
    return weighed


def _is_mistyped(
    view: MarkedText, index: int, signs: frozenset[str], dictionary: Dictionary
) -> bool:
    """Whether a word in small letters is rather a slip of the keyboard: "freinds"."""
    folded = view.words[index].folded
    if len(folded) < _SHORTEST_SLIP or not view.written(index).islower():
        return False
    led = "after a word of contact" in signs or "after kin or a role" in signs
    return "unknown word" in signs and not led and dictionary.is_misspelt(folded)


def risk_of(signs: Iterable[str]) -> float:
    """How likely a word with these signs names somebody or something, from 0 to 1."""
    return 1 / (1 + exp(-BIAS - sum(WEIGHTS.get(sign, 0.0) for sign in signs)))


def _decide(view: MarkedText, weighed: Sequence[_Weighed]) -> Weighed:
    """Guesses and doubts of a text; neighbouring words make one of either."""
    guesses: list[Finding] = []
    doubts: list[Doubt] = []
    for masked, run in _runs(view, weighed):
        start, end = view.words[run[0].place].start, view.words[run[-1].place].end
        if masked:
            kind = PLACE if _is_place(run) else PERSON
            guesses.append(Finding(start, end, kind, _SCORE, RECOGNISER))
        else:
            riskiest = max(run, key=lambda each: each.risk)
            doubts.append(Doubt(start, end, riskiest.risk, _reason(riskiest.signs)))
    return Weighed(guesses, doubts)


def _runs(view: MarkedText, weighed: Sequence[_Weighed]) -> Iterator[tuple[bool, list[_Weighed]]]:
    run: list[_Weighed] = []
    masked = False
    for each in weighed:
        mask = _is_masked(view, each)
        if not mask and each.risk < _FLAG_FROM:
            continue
        joins = run and run[-1].place + 1 == each.place and view.gap_before(each.place) in _SPACE
        if not joins or mask != masked:
            if run:
                yield masked, run
            run, masked = [], mask
        run.append(each)
    if run:
        yield masked, run


def _is_masked(view: MarkedText, each: _Weighed) -> bool:
    plain = not each.signs.isdisjoint(_PLAIN)
    written = view.written(each.place)
    if len(written) == 1:
        return each.risk >= _MASK_LETTER_FROM and written.isupper()
    if len(written) <= _LONGEST_INITIALS and written.isupper() and not plain:
        of_the_case = _INITIALS in each.signs
        return each.risk >= (_MASK_INITIALS_FROM if of_the_case else _MASK_CAPITALS_FROM)
    if len(view.words[each.place].folded) < _SHORTEST_MASKED:
        capital = written[0].isupper() or "given name" in each.signs
        return each.risk >= _MASK_CAPITALS_FROM and capital and not plain
    return each.risk >= (_MASK_PLAIN_FROM if plain else _MASK_FROM)


def _is_place(run: Sequence[_Weighed]) -> bool:
    """Whether a word of place leads to it, or a kind of place follows."""
    return "after a word of place" in run[0].signs or "before a kind of place" in run[-1].signs


def _reason(signs: frozenset[str]) -> str:
    for sign, reason in _REASONS:
        if sign in signs:
            return reason
    return USED_AS_NAME


_PLAIN = frozenset(
    {
        "plain word",
        "name and word",
        "word of the field",
        "name and word of the field",
        "function word",
    }
)
_REASONS = (
    ("one capital", LETTERS),
    ("a few capitals", LETTERS),
    ("a name of the case, cut or in plural", ALIKE),
    ("spelt nearly like a name of the case", ALIKE),
    ("masked as a person elsewhere", ALIKE),
    ("small", SMALL),
    ("small in a small line", SMALL),
    ("unknown word", UNKNOWN),
)
