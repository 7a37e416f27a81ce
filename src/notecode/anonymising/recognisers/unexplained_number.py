"""Numbers and strings with digits that nothing explains: masked although nobody says what they are.

What is explained stays: years, times, days, fractions, sums, amounts with their unit, sections of
laws, short labels ("PHQ-9", "Y6"), names of files. The rest is a reference more often than not, and
a leaked one may name somebody.
"""

import re
from collections.abc import Iterable

from notecode.anonymising.findings import HANDLE, REFERENCE, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.recognisers.helplines import HELPLINES
from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.spelling import fold
from notecode.anonymising.words.vocabulary import KEPT_WORDS

_PIECE = re.compile(
    r"(?<![\w£$€.,:/@#&'’*+\-])(?=[A-Za-z/\-.*]*[0-9_.])"
    r"[A-Za-z0-9](?:[A-Za-z0-9]|[/\-_*](?=[A-Za-z0-9])|\.(?=[a-z0-9]))+(?![A-Za-z0-9_@*'’£$€%]|[:,][0-9])"
)
"""Letters, digits and marks in one piece, among them a digit, an underscore or a full stop."""

_UNIT = (
    r"(?:am|pm|a\.?m|p\.?m|hrs?|hours?|h|mins?|m|miles?|st|nd|rd|th|yrs?|years?|y|yo|k|kg|kgs|g|mg|mcg|ml|l|"
    r"cl|lbs?|oz|cm|mm|km|mph|x|w|wks?|weeks?|d|days?|mths?|months?|p|ft|in|bed|way|s|ish|gb|mb|kb|"
    r"secs?|odd|plus|units?|u|i?e|mgs|gmt|bst|quid|gbp|euros?)"
)
_CLOCK = r"(?:[01]?[0-9]|2[0-4])[.h]?[0-5][0-9]"
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_YEAR = r"(?:19|20)[0-9]{2}"
_EXPLAINED = re.compile(
    rf"[0-9]+(?:\.[0-9]+)*[\-.]?{_UNIT}?"
    rf"|(?:{_CLOCK}|[0-9]{{1,2}})(?:hrs?|am|pm)?[\-/](?:{_CLOCK}|[0-9]{{1,2}})[.]?(?:hrs?|am|pm)?"
    rf"|[0-9]+(?:\.[0-9]+)?{_UNIT}?[\-/][0-9]+(?:\.[0-9]+)?[\-.]?{_UNIT}?"
    r"|[0-9]{1,4}[/.\-][0-9]{1,2}[/.\-][0-9]{1,4}"
    rf"|[0-9]{{0,2}}(?:st|nd|rd|th)?[/.\-]?{_MONTH}[/.\-]?(?:[0-9]{{2}}|{_YEAR})?"
    rf"|{_YEAR}[/\-][0-9]{{2,4}}|{_YEAR}s?"
    r"|(?:s|ss|sec|sect|section|art|reg|para|pt|sch|part|q|wk|week|day|session|appt|v|ver|x|no|p|pp|"
    r"page|year|yr|y|ks|key|level|flat|room|rm|step|phase|module|stage|item|point|action)"
    r"[.\-]?[0-9]{1,4}(?:[.\-/(][0-9a-z]+\)?)*[a-z]{0,2}"
    r"|(?:fl|ex|n|mg|sscs|ds|uc|esa|tc|et|p|sa|br|c|d)[0-9]{1,4}[a-z]?"
    r"|covid-?19|[mab][0-9]{1,2}|[a-z]+[.\-][a-z]+",
    re.IGNORECASE,
)
"""What a string with digits says by itself that it is; FL401, N244 and MG11 are forms of courts
and the police."""

_FILE = re.compile(
    r".*\.(?:docx?|pdf|xlsx?|csv|msg|eml|jpe?g|png|gif|mp[34]|m4a|mov|wav|txt|zip|pptx?|rtf)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"[ ]?(?i:pounds?|quid|p|euros?|miles|people|steps|words|followers|views|units|hours|hrs|mins|"
    r"minutes|days|times|messages|msgs|texts|calls|kcal|metres|kg|mg|ml|pa|per|"
    r"a (?:month|week|year))\b"
)
_YEARS = re.compile(r"(?:19|20)[0-9]{2}")
_HOURS = re.compile(r"(?:[01][0-9]|2[0-4])[0-5][0-9]")
_MADE_UP = re.compile(
    r"[a-z]{4,}[._]?[0-9]{1,4}|[a-z0-9]{2,}(?:_[a-z0-9]{2,})+|[a-z]{3,}(?:\.[a-z]{3,}){2,}"
)
"""What an account is called: "kezza92", "big_kez", "marky.reed.corby"."""
_WORD_INSIDE = re.compile(r"[a-z]{5}")
_IN_BRACKETS = re.compile(r"(?<=\()[A-Z]{1,2}[ ][0-9]{3,5}(?=\))")
"""A letter and a number by themselves: "PC Grant (C 2918)"."""
_FEWEST_DIGITS = 3
_SCORE = 0.78
_LONG = 5
_YEAR_LONG = 4


class UnexplainedNumberRecogniser(NoteRecogniser):
    """Long numbers, and letters and digits in one piece, that say not what they are."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__(supported_entities=[REFERENCE, HANDLE], name="unexplained-number")
        self._dictionary = dictionary

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:  # noqa: ARG002
        """The unexplained strings in the text."""
        for match in _IN_BRACKETS.finditer(text):
            yield Finding(match.start(), match.end(), REFERENCE, _SCORE, "unexplained-number")
        for match in _PIECE.finditer(text):
            written = match.group()
            if written.isdigit():
                kind = REFERENCE if _is_number(text, match) else ""
            else:
                kind = self._kind(written)
            if kind and written not in HELPLINES:
                yield Finding(match.start(), match.end(), kind, _SCORE, "unexplained-number")

    def _kind(self, written: str) -> str:
        """What a string of letters, digits and marks is taken for, or ""."""
        if _FILE.fullmatch(written) or _EXPLAINED.fullmatch(written):
            return ""
        made_up = _MADE_UP.fullmatch(written)
        if made_up:
            parts = re.findall("[a-z]+", fold(written))
            strange = any(p not in self._dictionary and p not in KEPT_WORDS for p in parts)
            return HANDLE if strange else ""
        digits = sum(map(str.isdigit, written))
        glued = _WORD_INSIDE.search(written)
        return REFERENCE if digits >= _FEWEST_DIGITS and not glued else ""


def _is_number(text: str, match: "re.Match[str]") -> bool:
    """Whether digits alone are neither a year nor a time nor a count."""
    written = match.group()
    if len(written) < _YEAR_LONG or _COUNTED.match(text, match.end()):
        return False
    if len(written) >= _LONG:
        return True
    return not (_YEARS.fullmatch(written) or _HOURS.fullmatch(written))
