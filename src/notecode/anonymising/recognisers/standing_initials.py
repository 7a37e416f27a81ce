"""Initials that the structure of a text shows to be people: "supervision, HB and IF", "pc GO -".

Minutes, logs and records of supervision name their people by two or three letters and say nowhere
whose they are. What shows it is the place: after a rank or a post, beside other initials, before
an age, behind "typed by", at the end of an entry, or before what only people do. Letters that are
an abbreviation of the field are never taken; those that are a small word ("IF", "AT") are, where
they stand in capitals in a line typed as usual. ``people.short_names`` carries them on.
"""

import re
from collections.abc import Iterable, Iterator

from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.names.cues import line_around
from notecode.anonymising.people.introduced_initials import STANDING
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.words.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.words.spelling import casing, word_set
from notecode.anonymising.words.vocabulary import KEPT_WORDS, TELLING_VERBS

_TWO = r"(?<![\w'’&/+@#.\-])(?P<name>[A-Z]{2})(?![\w'’&+@]|[/\-]\w)"
_THREE = r"(?P<name>[A-Z]{2,3})(?![\w'’&@])"
_OTHER = r"(?P<other>[A-Z]{2,3})(?![\w'’&@/])"
_JOINED = r"(?:[ ]?[/&+,][ ]?|[ ](?:and|with|w/)[ ])"
_PAIR = re.compile(
    r"\b(?i:supervision|supervisory|one[ -]to[ -]one|1[:\-]1|1[ ]?2[ ]?1|handover|case discussion|"
    r"case review|case consult(?:ation)?|management oversight|reflective (?:session|practice)|"
    rf"supervisee|supervisor|present|attended by|between)\b[^\n]{{0,25}}?(?<![\w/])"
    rf"{_THREE}{_JOINED}{_OTHER}"
)
_SUBJECT = re.compile(
    rf"^[ \t>]*(?i:subject|subj|re|fwd?|title|about)[ ]?:[^\n]{{0,40}}?(?<![\w/])"
    rf"{_THREE}[ ]?[/&][ ]?{_OTHER}",
    re.MULTILINE,
)
_BETWEEN_TWO = re.compile(
    r"\b(?i:supervision|one[ -]to[ -]one|1[:\-]1|1[ ]?2[ ]?1|handover|case discussion|reflection)"
    r"(?:[ ]?[,:–-])?[ ](?i:with |of |between |for )?"
    rf"(?P<name>[A-Z]{{2}}){_JOINED}(?P<other>[A-Z]{{2}})(?![\w'’&@/])"
)
"""Two people and nothing else: letters that are an abbreviation elsewhere count as well."""
_BY = re.compile(
    r"\b(?i:dictated|typed|entered|inputt?ed|logged|recorded|updated|amended|countersigned|"
    r"signed off|authorised|drafted|prepared|minuted|scribed|supervised|chaired|interviewed|"
    r"accompanied|co-?worked|overseen)(?i: by)?(?i:[ ](?:admin|duty),)?"
    r"(?:[ ]?[:=–-])?[ ]"
    r"(?P<name>[A-Z]{2,3}|(?<=typed )[a-z]{2,3}(?=[ \t.)]*$)|(?<=typed by )[a-z]{2,3}(?=[ \t.)]*$))"
    r"(?![\w'’&/@])",
    re.MULTILINE,
)
_LABEL = re.compile(
    r"(?:^|[ ]{2}|[\t|;,])[ \t>*]*(?i:author|initials?|init|entered by|by|officer|worker|user|"
    r"staff|practitioner|key ?worker|allocated|allocated to|case ?holder|case ?worker|"
    rf"supervisor|supervisee|typist|chair|scribe)[ ]?[:=][ \t]*"
    rf"{_THREE}(?=[ \t]*(?:$|[,;|\t.)]|[ ]{{2}}))",
    re.MULTILINE,
)
_POSTED = re.compile(
    r"(?<![\w/&])(?P<post>(?i:w?pc|w?dc|pcso|w?ds|sgt|insp|dr|mr|mrs|miss|hv|s?sw|om|pso|idva|isva|"
    rf"cpn|midwife|nurse|teacher|keyworker|caseworker|counsellor|solicitor))[ ]{_THREE}"
    r"(?=(?P<after>[ ]?[^\s\w]|[ ]+\w+|[ ]*$|\n))",
    re.MULTILINE,
)
_AGED = re.compile(rf"{_TWO}[ ]\([0-9]{{1,2}}[ ]?(?i:m|mths?|yrs?|yo|y)?\)")
_AT_THE_END = re.compile(
    r"(?<=[a-z.!?)])(?:[ ]+[–—/-]+[ ]?|[ ]+/+|[ ]\()(?P<name>[A-Z]{2})\)?[ \t]*$", re.MULTILINE
)
_SPEAKING = re.compile(
    rf"(?:^|(?<=[.;:!?][ ])|(?<=\n))(?:[ \t>*•–-]+|\d{{1,2}}[.)][ ])?{_TWO}[ ](?P<verb>[a-z]+)\b"
)
_LED = re.compile(
    r"\b(?i:spoke (?:to|with)|rang|phoned|texted|emailed|t/c (?:to|from|with)|tc (?:to|from|with)|"
    r"call (?:to|from|with)|met with|email (?:to|from)|update from|discussed with|as per|seen by|"
    r"told|asked|informed|advised)[ ](?P<name>AM|AN|DO|IS|OR|SO|BE|GO|OF|AS|BY|AT)(?![\w'’&/])"
    r"(?![ ][A-Z]{2})"
)
_RAISING = word_set(
    """
    raised suggested chaired wondered noted queried updated summarised outlined highlighted offered
    circulated proposed recommended welcomed shared fed thanked opened observed reflected read spoke
    questioned mentioned stressed clarified acknowledged apologised volunteered checked listed
    expressed introduced echoed gave
    """
)
_TELLING = TELLING_VERBS | _RAISING
_WORK = word_set("called worked works went came attended attends arrived stayed stays lived missed")
"""What is said of things as well, or of what is no person's: too little for letters seen once."""
_ELSE = word_set(
    """
    na nr ok uk eu tv dk ns vm lm lv ad it hq ii iv vi pt op ed mo gb us un ie eg am pm hr fb ig wa
    xx
    """
)
"""Further letters that stand for something else."""
_POSTS = word_set("su vs om sw po cm gp hv ta pa pc dc ds di so cp dv da mh sm pp ps dr mr ms")
"""Letters for who somebody is, or what is talked about, and not for a name."""
_PRONOUNS = word_set("he we me us it my no she him her his you not all now")
_RANKED = word_set("pc dc wpc wdc pcso ds wds sgt insp dr mr mrs miss")
_NEVER_POSTED = word_set("to not no and or is has was for the in on at if dna fta")
"""Small words that are shouted after a post: "SW TO ring", "OM NOT told"."""


class StandingInitialsRecogniser(NoteRecogniser):
    """Two or three capitals that stand where a text has people."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__(supported_entities=[PERSON], name=STANDING)
        self._dictionary = dictionary

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:  # noqa: ARG002
        """The initials in the text that its structure shows to be people."""
        found = [*self._introduced(text), *self._posted(text)]
        known = {text[each.start : each.end] for each in found}
        return [*found, *self._speaking(text, known)]

    def _introduced(self, text: str) -> Iterator[Finding]:
        """Letters in pairs, after what is done by somebody, before an age, behind an entry."""
        yield from self._paired(text)
        for expression in (_BY, _LABEL):
            for match in expression.finditer(text):
                letters = match["name"]
                flat = casing(line_around(text, match.start())) == "upper"
                words_too = letters.isupper() and not flat
                if self._may_be_initials(letters.upper(), words_too=words_too):
                    yield _finding(*match.span("name"))
        for expression in (_AGED, _AT_THE_END):
            for match in expression.finditer(text):
                mixed = casing(line_around(text, match.start())) != "upper"
                if mixed and self._may_be_initials(match["name"]):
                    yield _finding(*match.span("name"))

    def _paired(self, text: str) -> Iterator[Finding]:
        """Both of two between whom something was."""
        matches = [m for each in (_PAIR, _SUBJECT) for m in each.finditer(text)]
        pairs = [m for m in matches if self._is_a_pair(m["name"], m["other"])]
        pairs += [
            m
            for m in _BETWEEN_TWO.finditer(text)
            if _POSTS.isdisjoint((m["name"].lower(), m["other"].lower()))
        ]
        for match in pairs:
            yield from (_finding(*match.span(group)) for group in ("name", "other"))

    def _is_a_pair(self, one: str, other: str) -> bool:
        """Whether both may be initials, and not both are small words or the field's."""
        plain = [self._may_be_initials(each) for each in (one, other)]
        allowed = [self._may_be_initials(each, words_too=True) for each in (one, other)]
        return one != other and all(allowed) and any(plain)

    def _posted(self, text: str) -> Iterator[Finding]:
        """Letters after a rank or a post: "pc GO - 3 calls", "SW PJ, HV LE"."""
        for match in _POSTED.finditer(text):
            letters, after = match["name"], match["after"].strip()
            if casing(line_around(text, match.start())) == "upper":
                continue
            ranked = match["post"].lower() in _RANKED
            if not ranked and not match["post"].isupper() and len(match["post"]) < len("nurse"):
                continue
            small = letters.lower() in FUNCTION_WORDS
            if small and (
                letters.lower() in _NEVER_POSTED or not (ranked or len(letters) < len("and"))
            ):
                continue
            if after[:1].isupper() and (small or not after.isupper()):
                continue
            if self._may_be_initials(letters, words_too=True):
                yield _finding(*match.span("name"))

    def _speaking(self, text: str, known: set[str]) -> Iterator[Finding]:
        """Letters that say something; small words only with what nothing but people do."""
        speakers = [
            match
            for match in _SPEAKING.finditer(text)
            if match["verb"] in _TELLING and casing(line_around(text, match.start())) != "upper"
        ]
        for match in speakers:
            letters, folded = match["name"], match["name"].lower()
            if letters in known:
                yield _finding(*match.span("name"))
            elif folded in _PRONOUNS or match["verb"] in _WORK:
                continue
            elif self._may_be_initials(letters, words_too=True):
                yield _finding(*match.span("name"))
        for match in _LED.finditer(text):
            if casing(line_around(text, match.start())) != "upper":
                yield _finding(*match.span("name"))

    def _may_be_initials(self, letters: str, *, words_too: bool = False) -> bool:
        """Whether letters are no abbreviation, and no word but perhaps a small one."""
        folded = letters.lower()
        if folded in FUNCTION_WORDS:
            return words_too
        if folded in KEPT_WORDS or folded in _ELSE:
            return False
        return len(folded) == len("ab") or folded not in self._dictionary


def _finding(start: int, end: int) -> Finding:
    return Finding(start, end, PERSON, 0.8, STANDING)
