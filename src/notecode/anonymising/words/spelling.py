"""Words of a note: where they stand, how they compare, and how they are written.

A word is a run of letters with their combining marks; invisible format characters inside it do
not break it, so that a zero-width space cannot hide a name. Two words compare by their folded
form: no case, no accents, no invisible characters.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal, NamedTuple

_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0900-\u0903"
    "\u093a-\u094f\u0951-\u0957\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a51\u0a81-\u0a83"
    "\u0abc-\u0acd\u0b82\u0bbe-\u0bcd\u0d3e-\u0d4d\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
)
_INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
WORD = rf"[^\W\d_](?:[{_MARKS}{_INVISIBLE}]*[^\W\d_]|[{_MARKS}])*"
"""Regular expression for one word."""

_WORD_OR_NUMBER = re.compile(rf"{WORD}|[0-9]+")
_GLUED = re.compile(
    r"(?!(?:mc|mac|de|di|la|le|van|von|al|el|ap|ni|nic)[A-Z])[a-z]{2,}"
    r"(?=[A-Z\u00c0-\u00de][^\W\d_A-Z]{2})"
)
"""A small word that was typed together with the capitalised one behind it: "morningTamsin"."""
_INVISIBLE_CHARACTER = re.compile(f"[{_INVISIBLE}]")
_PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"}
)

_LOOK_ALIKES = str.maketrans("аеорсухіјѕԁһӏвкмнтгпαοενικρτυχ", "aeopcyxijsdhlbkmhtrnaoevikptux")
"""Cyrillic and Greek letters, small, -> the Latin ones that they pass for beside Latin ones."""


def word_set(text: str) -> frozenset[str]:
    """The words of a list that is written with spaces and line ends between them."""
    return frozenset(text.split())


TAG_STEMS = word_set(
    """
    SU VS CHILD FAMILY PARTNER CM SM PA IDVA OM OIC SW GP HV HOUSING KEYWORKER SCHOOL PERSON
    MIDWIFE NURSE CPN MH_WORKER PSYCHIATRIST COUNSELLOR SUBSTANCE_WORKER LANDLORD PRISON_OFFICER
    VLO CAFCASS IRO FSW SOLICITOR INTERPRETER FRIEND NEIGHBOUR
    AGE DATE DOB MONTH BEFORE_START PHONE EMAIL HANDLE URL POSTCODE ADDRESS PLACE HOSPITAL PRISON
    WORKPLACE WORSHIP NATIONALITY RELIGION LANGUAGE ID
    """
)
"""What pseudonyms begin with. Other words in capitals and brackets may be names: "[QUORNBY]"."""

STANDING_TAG = re.compile(
    rf"\[(?:SU|VS|(?:{'|'.join(sorted(TAG_STEMS, key=len, reverse=True))})_[1-9][0-9]{{0,4}})\]"
)
"""A pseudonym that stands in a text already, such as ``[OM_1]`` or ``[SU]``."""

Casing = Literal["upper", "lower", "mixed"]
"""How a line is typed: all capitals, no capitals, or as usual."""

_SENTENCE_ENDS = frozenset(".!?:;\n\r•*>|-–—\t")
_OPENERS = frozenset(" \"'“”‘’([{\u00a0")
_FEW_LETTERS = 12
_SMALL_TO_CAPITAL = 4
_STARTS_SMALL = re.compile(r"(?:^|[.!?] )[^A-Za-z]{0,10}[a-z]")
_CAPITALISED = re.compile(r"[A-Z\u00c0-\u00de](?=[a-z\u00df-\u00ff])")
_NUMBERING = re.compile(r"[ \t]*\(?[0-9]{1,2}(?:[.:][0-9]{2})?\)?[ \t]+")
_LONGEST_NUMBERING = 12


class Token(NamedTuple):
    """A word or a number in a text: its range of code points and its folded form."""

    start: int
    end: int
    folded: str


def fold(text: str) -> str:
    """The form in which names are compared: lower case, no accents, nothing invisible."""
    if text.isascii():
        return text.lower()
    visible = _INVISIBLE_CHARACTER.sub("", text).casefold().translate(_PLAIN_LETTERS)
    if any("a" <= c <= "z" for c in visible):
        visible = visible.translate(_LOOK_ALIKES)
    decomposed = unicodedata.normalize("NFKD", visible)
    return "".join(c for c in decomposed if not unicodedata.category(c).startswith("M"))


def tokens(text: str) -> list[Token]:
    """Every word and number of the text, in order."""
    return list(_iterate(text))


def _iterate(text: str) -> Iterator[Token]:
    plain = text.isascii()
    folded = text.lower() if plain else ""
    for match in _WORD_OR_NUMBER.finditer(text):
        start, end = match.span()
        glued = _GLUED.match(text, start, end)
        if glued is not None:
            yield Token(start, glued.end(), fold(glued.group()))
            start = glued.end()
        yield Token(start, end, folded[start:end] if plain else fold(text[start:end]))


def folded_words(text: str) -> tuple[str, ...]:
    """The folded words and numbers of a name, an address or a phrase."""
    return tuple(token.folded for token in _iterate(text))


def is_capitalised(word: str) -> bool:
    """Whether the word is written as a name is: a capital, then at least one small letter."""
    return word[:1].isupper() and any(c.islower() for c in word[1:])


def starts_sentence(text: str, start: int) -> bool:
    """Whether what begins at ``start`` is the first word of a sentence, a line or a list item."""
    position = start - 1
    while position >= 0 and text[position] in _OPENERS:
        position -= 1
    if position >= 0 and (text[position].isdigit() or text[position] == ")"):
        line = text[max(text.rfind("\n", 0, start) + 1, start - _LONGEST_NUMBERING) : start]
        return _NUMBERING.fullmatch(line) is not None
    return position < 0 or text[position] in _SENTENCE_ENDS


def casing(line: str) -> Casing:
    """How a line is typed. A line of few letters counts as typed in the usual way."""
    upper = sum(map(str.isupper, line))
    lower = sum(map(str.islower, line))
    if upper + lower < _FEW_LETTERS:
        return "mixed"
    if upper > 9 * lower:
        return "upper"
    if upper == 0:
        return "lower"
    # "rang SU, no answer, ref LP-0477": abbreviations and codes do not make it typed as usual
    few = lower > _SMALL_TO_CAPITAL * upper
    if few and _STARTS_SMALL.search(line) and not _CAPITALISED.search(line):
        return "lower"
    return "mixed"


def standing_tags(text: str) -> list[tuple[int, int]]:
    """Where pseudonyms stand in the text already; nothing may cut into them."""
    return [match.span() for match in STANDING_TAG.finditer(text)]
