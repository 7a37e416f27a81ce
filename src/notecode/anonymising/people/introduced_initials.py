"""Initials that a text introduces beside the name they stand for, and rows of them.

"J.Whitaker (JWH)", "Geraint Price - GP -", "will marsh wm, hope desai hd": the letters stand for
that person in the rest of the text, whatever else they mean. In a row of initials ("DC GL JP BP")
an abbreviation is one of them if it is somebody's initials here.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.names.cues import line_around
from notecode.anonymising.names.reading import PARTICLES
from notecode.anonymising.words.dictionary import FUNCTION_WORDS
from notecode.anonymising.words.spelling import casing, folded_words
from notecode.anonymising.words.vocabulary import KEPT_WORDS

_BESIDE = re.compile(
    r"[ ]?[(\[](?P<bracket>[A-Z][A-Za-z]{1,3})(?=[ ]?[,;)\]–-])"
    r"|[ ][–-][ ](?P<dash>[A-Z][A-Za-z]{1,3})(?=[ ][–-][ ]|[ ]in (?:the )?(?:mins|minutes|notes))"
    r"|[ ]\([A-Za-z/ ]{2,20},[ ](?P<last>[A-Z]{2,4})\)"
    r"|[ ](?P<plain>[A-Z]{2,3}|[a-z]{2,3})(?=[ ]?[,;\n]|[ ]?$)"
)
_ROW = re.compile(
    r"(?<![\w/&.])[A-Z]{2,4}(?:(?:[ ]?[,/&+;][ ]?|[ ](?:and[ ])?)(?:[A-Z]{2,4})(?![\w'’/])){2,12}"
)
STANDING = "standing-initials"
"""The recogniser of letters that stand where a text has people."""

_LETTERS = re.compile("[A-Z]{2,4}")
_FEWEST_KNOWN = 2
_NO_INITIALS = frozenset({"su", "vs"})


def beside_names(
    text: str, findings: Iterable[Finding]
) -> Iterator[tuple[Finding, str, tuple[str, ...]]]:
    """Each name that initials of its own stand beside: its finding, the letters, its words.

    Letters are folded. Letters that only a space parts from the name must be exactly its initials.
    """
    for finding in findings:
        if finding.type != PERSON:
            continue
        match = _BESIDE.match(text, finding.end)
        if match is None:
            continue
        words = folded_words(text[finding.start : finding.end])
        letters = match[match.lastgroup or 0].lower()
        if match["plain"] and (letters in FUNCTION_WORDS or letters != _initials(words)):
            continue
        if _abbreviates(letters, words):
            yield finding, letters, words


def side_by_side(text: str, findings: Sequence[Finding]) -> Iterator[Finding]:
    """First and last name of one person of the people file that were found apart."""
    ordered = sorted((each for each in findings if each.person_id), key=lambda each: each.start)
    for one, other in pairwise(ordered):
        if one.person_id == other.person_id and text[one.end : other.start] == " ":
            yield replace(one, end=other.end)


def standing(pairs: Iterable[tuple[str, Finding]]) -> dict[str, set[str]]:
    """By text, the folded letters that its structure shows to be people: "typed by HB"."""
    letters: dict[str, set[str]] = {}
    for text, finding in pairs:
        if finding.recogniser == STANDING:
            letters.setdefault(text, set()).add(text[finding.start : finding.end].lower())
    return letters


def in_rows(text: str, initials: Collection[str]) -> Iterator[str]:
    """Initials among ``initials`` that stand in a row of them, abbreviations too; folded."""
    for row in _ROW.finditer(text):
        letters = [match.group().lower() for match in _LETTERS.finditer(row.group())]
        known = {each for each in letters if each in initials and each not in KEPT_WORDS}
        if len(known) < _FEWEST_KNOWN or casing(line_around(text, row.start())) != "mixed":
            continue
        yield from (each for each in letters if each in initials and each not in _NO_INITIALS)


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)


def _abbreviates(letters: str, words: Sequence[str]) -> bool:
    """Whether the letters are beginnings of the words, in their order; particles may be left out.

    Of the first and the last word there must be some letter.
    """
    if len(words) < _FEWEST_KNOWN or letters[0] != words[0][0]:
        return False
    return _fits(letters, words)


def _fits(letters: str, words: Sequence[str]) -> bool:
    if not words:
        return not letters
    word, rest = words[0], words[1:]
    if word in PARTICLES and rest and _fits(letters, rest):
        return True
    return any(
        letters[:length] == word[:length] and _fits(letters[length:], rest)
        for length in range(1, min(len(letters), len(word)) + 1)
    )
