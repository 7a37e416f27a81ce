"""Ages right after a name: "Margaret 7, Michael 5 and baby Paddy", "Hodan, 26."."""

import re
from collections.abc import Iterable, Sequence

from notecode.anonymising.findings import AGE, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.names.lists import GIVEN_NAMES, SHORT_FORMS, SURNAMES
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.spelling import Token, is_capitalised, word_set
from notecode.anonymising.words.vocabulary import KEPT_WORDS

_UNIT = re.compile(
    r"[ ]?(?:y/?o\b|yrs?(?: old)?\b|years?(?: old)?\b|mths?\b|months?\b|wks\b|weeks\b|y\b)"
    r"(?![ ](?:ago|later|in|of|for|sentence|custody|apart|together|ro\b|order|licence|left|after))",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[ ]?(?:[,;)&+/(\n–-]|\.(?![0-9])|$)|[ ](?:and|or|who|w/|with|live|lives|at|"
    r"both|are|is|in|\+|white|black|asian|mixed|dual|has|was|lived|he|she|they|off|on|from|"
    r"yesterday|tomorrow|tmrw|new|no|works|attends|goes|now|as|just|when|next|on|turning|today|unemployed|employed|retired|"
    r"single|married|pregnant|separated|divorced|stays|staying|yrs? ?[0-9]|year ?[0-9]|y[0-9]"
    r"|\w{3,}(?:ian|ish|ean|ese|ani))\b",
    re.IGNORECASE,
)
_NEXT_OF_A_LIST = re.compile(
    r"[ ][^\W\d_][\w'’\-]{1,15},?[ ](?:\([^()\n]{1,12}\)[ ])?[1-9][0-9]?\b"
)
"""The next child of a list without marks: "ALEENA 12 HARIS 10"."""
_NO_AGE = re.compile(r"[ ]?(?:/(?![ ][A-Z][a-z])|-[0-9]|[.:][0-9]|,[0-9]{3})")
_NAMES = GIVEN_NAMES | SURNAMES | frozenset(SHORT_FORMS)
_OLDEST = 99
_NUMBER_WORDS = word_set(
    "three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen"
)
_UNITS = word_set("week weeks day days month months session sessions")
"""Heads of a count, among them a surname: "Weeks: 15"."""
_SHORTEST = 3
_NEAR = 24
"""So many characters at most lie between two ages of a list of children."""


class AgeBesideNameRecogniser(NoteRecogniser):
    """A number up to 99 after a name, with a comma between them or none."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__(supported_entities=[AGE], name="age-beside-name")
        self._dictionary = dictionary

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """The ages beside names."""
        words = note.words
        found: list[Finding] = []
        for index in range(1, len(words)):
            number = words[index]
            if not self._is_age(number):
                continue
            chained = bool(found) and 0 < number.start - found[-1].end <= _NEAR
            if number.folded[0] == "0":
                continue
            if not self._follows_a_name(text, words, index, chained=chained):
                continue
            unit = _UNIT.match(text, number.end)
            end = unit.end() if unit else number.end
            goes_on = _AFTER.match(text, end) or _NEXT_OF_A_LIST.match(text, end)
            if goes_on and not _NO_AGE.match(text, end):
                found.append(Finding(number.start, end, AGE, 0.8, "age-beside-name"))
        return found

    @staticmethod
    def _is_age(number: Token) -> bool:
        if number.folded in _NUMBER_WORDS:
            return True
        return number.folded.isdigit() and 0 < int(number.folded[:4]) <= _OLDEST

    def _follows_a_name(
        self, text: str, words: Sequence[Token], index: int, *, chained: bool
    ) -> bool:
        word, number = words[index - 1], words[index]
        if word.folded in _UNITS:
            return False
        if text[word.end : number.start] not in {" ", ", ", ",", " - ", " – ", ": ", "-", "  "}:
            return False
        if word.folded in _NAMES:
            return word.folded not in KEPT_WORDS and (
                word.folded not in self._dictionary or is_capitalised(text[word.start : word.end])
            )
        if word.folded in self._dictionary or word.folded in KEPT_WORDS:
            return False
        if chained:
            return True
        written = text[word.start : word.end]
        return len(word.folded) > _SHORTEST and (is_capitalised(written) or written.isupper())
