"""Initials that minutes list: "Pres JK (ch) MT AW", "ND/SM/PC", "MW (a charity) – says".

A row of initials is a list of who came; letters before an agency in brackets and a dash are who
speaks for it. Letters that are an abbreviation of the field stay, but in a row of people.
"""

import re
from collections.abc import Iterable, Iterator

from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.people.introduced_initials import STANDING
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.words.dictionary import FUNCTION_WORDS
from notecode.anonymising.words.vocabulary import KEPT_WORDS

_LETTERS = r"[A-Z]{2}"
_ROW = re.compile(
    r"(?:^|(?<=[ \n(]))(?i:pres(?:ent)?|attendees|attended|attendance|in attendance|there)[ ]?:?[ ]"
    rf"(?P<row>{_LETTERS}(?:[ ]\([a-z]{{1,8}}\))?(?:[ ,/]{{1,2}}{_LETTERS}(?:[ ]\([a-z]{{1,8}}\))?)"
    r"{1,8})(?![\w'’&])",
    re.MULTILINE,
)
_SLASHED = re.compile(
    rf"^[ \t]*(?P<row>{_LETTERS}(?:/{_LETTERS}){{2,8}})(?=[ ][–-][ ]|[ ]*$)", re.MULTILINE
)
_FOR_AN_AGENCY = re.compile(
    rf"^[ \t>*•–-]*(?P<row>{_LETTERS})[ ]\([A-Z][A-Za-z&/ ]{{1,20}}\)(?=[ ]?[–:-])", re.MULTILINE
)
_ONE = re.compile(rf"(?<![A-Za-z(]){_LETTERS}(?![A-Za-z])")
_FEWEST = 2


class MinutedInitialsRecogniser(NoteRecogniser):
    """Two capitals each, in a row of those who came or before the agency of a speaker."""

    def __init__(self) -> None:
        super().__init__(supported_entities=[PERSON], name=STANDING)

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:  # noqa: ARG002
        """The initials in the text that its minutes list."""
        for expression, fewest in ((_ROW, _FEWEST), (_SLASHED, _FEWEST), (_FOR_AN_AGENCY, 1)):
            for match in expression.finditer(text):
                yield from _people(text, match, fewest)


def _people(text: str, match: "re.Match[str]", fewest: int) -> Iterator[Finding]:
    """The initials of a row, if enough of them are no abbreviation."""
    start, end = match.span("row")
    row = [one.span() for one in _ONE.finditer(text, start, end)]
    plain = [span for span in row if _is_plain(text[slice(*span)])]
    if len(plain) >= fewest:
        yield from (Finding(*span, PERSON, 0.8, STANDING) for span in plain)


def _is_plain(letters: str) -> bool:
    folded = letters.lower()
    return folded not in KEPT_WORDS and folded not in FUNCTION_WORDS
