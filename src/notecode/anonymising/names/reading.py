"""How far a name reaches from the word at which something announces it.

Particles, initials, hyphens, apostrophes and a nickname in quotation marks belong to a name. How
much the first word must itself look like a name depends on how strong the announcement is.
"""

import re
from collections.abc import Sequence
from enum import IntEnum

from notecode.anonymising.names.cues import line_around
from notecode.anonymising.names.lists import (
    FREQUENT_WORDS,
    GIVEN_NAMES,
    SHORT_FORMS,
    SURNAMES,
    WORD_NAMES,
)
from notecode.anonymising.places.listed import WELL_KNOWN_PLACES
from notecode.anonymising.words.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.words.spelling import Casing, Token, casing, is_capitalised, word_set
from notecode.anonymising.words.vocabulary import (
    ABBREVIATIONS,
    CALENDAR_WORDS,
    KEPT_WORDS,
    TELLING_VERBS,
    TITLES,
)

PARTICLES = word_set(
    """
    al ap ab bin binti bint da das de del della den der di do dos du el ibn la le mac mc ni nic o
    st ter van von ben abu abd umm
    """
)
"""Small words within names, folded."""
_MONTH_NAMES = word_set("april may june august")
LISTED = (
    GIVEN_NAMES | SURNAMES | frozenset(SHORT_FORMS) | (WORD_NAMES - CALENDAR_WORDS) | _MONTH_NAMES
)
"""Names that are known as such, word names too; folded."""
NAMED_FIRST = GIVEN_NAMES | frozenset(SHORT_FORMS)
"""Given names and their short forms, folded."""

_SURE_SURNAMES = (
    (SURNAMES | WORD_NAMES)
    - FREQUENT_WORDS
    - CALENDAR_WORDS
    - word_set(
        "rose joy hope sky mason carter drew pat rob sue rush hunt cook bless ring holly ivy dawn"
        " drink bishop farmer baker cleaner driver barber potter archer porter cooper fisher"
    )
)
"""Surnames that, after a given name in small letters, are hardly ever a plain word."""
_NEVER = FUNCTION_WORDS | word_set(
    "the a an and or to of for in on at re cc via per plus etc said says who that his her my our"
)
_DAYS = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs
    fri sat january february march july august september october november december feb mar apr jul
    aug sep sept oct nov dec
    """
)
HONORIFICS = word_set(
    """
    sra imam chaplain rabbi pastor chief mister haji hajji hafiz maulana mullah sheikh shaykh abba
    deaconess deacon canon reverend revd senhor senhora tia tio hooyo fr sr sra mme mlle garda gda
    abbot vicar mama bhabi khala
    """
)
"""Forms of address that are no titles of office; no name begins with one, folded."""
_NO_NAMES = (KEPT_WORDS - LISTED) | TITLES | HONORIFICS
_TIMES = CALENDAR_WORDS - _DAYS
"""Words of the calendar that may be surnames: "Basil Noon"."""
_JOINTS = frozenset({"-", "'", "’", "`", "‑"})
_SPACES = frozenset({" ", "  ", "\u00a0"})
_QUOTES = re.compile(r" [\"'“‘]|[\"'”’] ")
_ENDINGS = word_set("s t ll re ve d m")
_ENDS = frozenset({"", ",", ".", ";", ":", ")", "\n"})
_VOWEL = re.compile("[aeiouy]")
_CONTRACTED = frozenset({"'d", "’d", "'t", "’t", "'l", "’l"})
_VERBS = word_set("will may mark bill grant rob sue pat read hunt drew trace wade chase rush")
_SHORT_WORDS = frozenset("aiwxnurbcykv")
"""Letters that stand for words where people type fast."""
_AFTER_A_STOP = frozenset({"", " ", "\n"})
_LONGEST = 4
_SHORTEST = 2
_SHORTEST_SHOUTED = 3


class Cue(IntEnum):
    """How strong an announcement is."""

    LIKELY = 1
    """The word must be strange, or a name that is known."""
    SURE = 2
    """A capital is enough in a line typed as usual."""
    ANY = 3
    """Any word will do that is neither a word of the field nor one that only joins others."""


class NameReader:
    """Reads a name off the words of a text."""

    def __init__(self, dictionary: Dictionary) -> None:
        """Take the words that are plain English."""
        self._dictionary = dictionary

    def read(
        self, text: str, words: Sequence[Token], index: int, cue: Cue, *, small: bool = False
    ) -> int:
        """The number of words of the name that begins at ``words[index]``; 0 if none does.

        A name is expected without capitals where ``small`` says so, however its line is typed.
        """
        if index >= len(words) or text[words[index].start : words[index].end] == "said":
            return 0
        kind = casing(line_around(text, words[index].start))
        if small and kind == "mixed" and text[words[index].start].islower():
            kind = "lower"
        last = self._first(text, words, index, cue, kind)
        if last < 0:
            return 0
        if kind == "lower" and not self._has_a_second_part(words, last):
            return last - index + 1
        known = cue >= Cue.SURE or self._is_known(words[index])
        parts = 1
        while parts < _LONGEST:
            following = self._next(text, words, last, kind, known=known)
            if following < 0:
                break
            parts += text[words[last].end : words[last + 1].start] not in _JOINTS
            last = following
        return last - index + 1

    def _has_a_second_part(self, words: Sequence[Token], last: int) -> bool:
        """Whether, among small letters, the next word may be more of the name, and no misspelling.

        After a surname that is strange itself the next strange word may be anything.
        """
        first, after = words[last], words[last + 1] if last + 1 < len(words) else words[last]
        known = first.folded in NAMED_FIRST | PARTICLES or not self.is_strange(first)
        return known or after.folded in LISTED | PARTICLES or len(first.folded) == 1

    def is_strange(self, word: Token) -> bool:
        """Whether a word is no plain English and no place."""
        return (
            len(word.folded) >= _SHORTEST
            and word.folded not in self._dictionary
            and word.folded not in WELL_KNOWN_PLACES
            and not word.folded[0].isdigit()
            and (len(word.folded) < _SHORTEST_SHOUTED or _VOWEL.search(word.folded) is not None)
        )

    def _is_known(self, word: Token) -> bool:
        return word.folded in LISTED or self.is_strange(word)

    def _first(self, text: str, words: Sequence[Token], index: int, cue: Cue, kind: Casing) -> int:
        """The index of the last word of the first part of a name, or -1."""
        word = words[index]
        written = text[word.start : word.end]
        if word.folded[0].isdigit() or written[0] == "_":
            return -1
        if len(word.folded) == 1 or (
            len(word.folded) == _SHORTEST and written.isupper() and kind == "mixed"
        ):
            return self._initials(text, words, index, cue, kind)
        if text[word.end : word.end + 2].lower() in _CONTRACTED:
            return -1
        if word.folded in PARTICLES and self._ends_a_particle(text, words, index, kind):
            return index + 1
        return index if self._may_begin(text, words, index, cue, kind) else -1

    def _may_begin(
        self, text: str, words: Sequence[Token], index: int, cue: Cue, kind: Casing
    ) -> bool:
        word = words[index]
        written = text[word.start : word.end]
        strange = self.is_strange(word)
        listed = word.folded in LISTED
        capital = is_capitalised(written)
        if word.folded in _NEVER and not (capital and listed and kind == "mixed"):
            return cue >= Cue.SURE and listed and self._strange_after(text, words, index)
        if word.folded in _NO_NAMES:
            short = word.folded in ABBREVIATIONS and word.folded not in TITLES
            fits = capital or (cue is Cue.ANY and not written.isupper())
            return cue >= Cue.SURE and short and fits
        if word.folded in _MONTH_NAMES and cue is Cue.LIKELY:
            return self._strange_after(text, words, index)
        if kind == "mixed":
            shouted = written.isupper() and len(written) >= _SHORTEST_SHOUTED
            if not capital and not (shouted and (strange or listed)):
                return False
            return cue >= Cue.SURE or strange or listed or self._before_a_name(text, words, index)
        if cue is Cue.ANY or strange:
            return True
        if listed and (cue is Cue.SURE or word.folded not in self._dictionary):
            return True
        ends = text[word.end : word.end + 1] in _ENDS - {"", ":"} and word.folded not in _VERBS
        return listed and (ends or self._strange_after(text, words, index))

    def _before_a_name(self, text: str, words: Sequence[Token], index: int) -> bool:
        """Whether the word after it has a capital and is strange: "Comfort Adeyinka"."""
        if index + 1 >= len(words) or text[words[index].end : words[index + 1].start] != " ":
            return False
        following = words[index + 1]
        if not self.is_strange(following) and following.folded not in NAMED_FIRST - WORD_NAMES:
            return False
        capital = is_capitalised(text[following.start : following.end])
        return capital and following.folded not in KEPT_WORDS

    def _strange_after(self, text: str, words: Sequence[Token], index: int) -> bool:
        if index + 1 >= len(words):
            return False
        gap = text[words[index].end : words[index + 1].start]
        return gap == " " and self.is_strange(words[index + 1])

    def _initials(
        self, text: str, words: Sequence[Token], index: int, cue: Cue, kind: Casing
    ) -> int:
        """A name that begins with initials: "D Roache", "J.P. Quill", "O'Dowd"; or one letter."""
        word = words[index]
        written = text[word.start : word.end]
        if len(written) > 1 and word.folded in KEPT_WORDS | TITLES | FUNCTION_WORDS:
            return -1
        after = words[index + 1] if index + 1 < len(words) else None
        gap = text[word.end : after.start] if after else ""
        if after and gap in _JOINTS and len(written) == 1:
            if after.folded in _ENDINGS and len(after.folded) < _SHORTEST + 1:
                after = None
            elif self.is_strange(after) or is_capitalised(text[after.start : after.end]):
                return index + 1
        if not written.isupper() and not (cue is Cue.ANY and kind == "lower"):
            return -1
        if after and gap in {" ", ".", ". "}:
            return self._after_initials(text, words, index, cue, kind)
        return index if self._is_letter(written, cue, kind) else -1

    def _after_initials(
        self, text: str, words: Sequence[Token], index: int, cue: Cue, kind: Casing
    ) -> int:
        following = words[index + 1]
        surname = text[following.start : following.end]
        if len(surname) == 1 and surname.isupper():
            last = self._initials(text, words, index + 1, cue, kind)
            if last > index + 1:
                return last
        elif following.folded not in _NO_NAMES and following.folded not in _NEVER:
            capital = is_capitalised(surname) or (surname.isupper() and len(surname) > _SHORTEST)
            known = self.is_strange(following) or following.folded in LISTED
            if (kind != "mixed" or capital) and (known or (cue >= Cue.SURE and kind == "mixed")):
                return index + 1
        written = text[words[index].start : words[index].end]
        return index if self._is_letter(written, cue, kind) else -1

    @staticmethod
    def _is_letter(written: str, cue: Cue, kind: Casing) -> bool:
        """Whether one letter stands for a name after this cue."""
        if len(written) > 1 or cue is Cue.LIKELY:
            return False
        return written not in "AaIi" if kind != "mixed" else written.isupper()

    def _next(
        self, text: str, words: Sequence[Token], last: int, kind: Casing, *, known: bool
    ) -> int:
        """The index of the word with which a name goes on, or -1."""
        if last + 1 >= len(words):
            return -1
        here, after = words[last], words[last + 1]
        gap = text[here.end : after.start]
        written = text[after.start : after.end]
        if gap in _JOINTS:
            return self._after_a_joint(text, words, last)
        if _QUOTES.fullmatch(gap) and is_capitalised(written):
            return last + 1 if self._quoted(text, words, last) else -1
        year = len(written) == 1 and text[after.end : after.end + 1].isdigit()
        if gap not in _SPACES or after.folded[0].isdigit() or year:
            return -1  # "Finn P2" is in the second year of his school
        if after.folded in PARTICLES and self._ends_a_particle(text, words, last + 1, kind):
            return last + 2
        if len(written) == 1:
            dotted = text[after.end : after.end + 1] == "."
            initial = kind == "mixed" and written not in "AI"
            if kind != "mixed" and known and self._is_flat_initial(text, words, last + 1, dotted):
                return last + 1
            return last + 1 if written.isupper() and known and (initial or dotted) else -1
        return last + 1 if self._goes_on(text, after, kind, listed=known) else -1

    @staticmethod
    def _is_flat_initial(text: str, words: Sequence[Token], index: int, dotted: bool) -> bool:
        """Whether a letter behind a name is a surname's in a line typed alike: "sarah t said"."""
        letter = words[index]
        if letter.folded in _SHORT_WORDS:
            return dotted and text[letter.end + 1 : letter.end + 2] in _AFTER_A_STOP
        if text[letter.end : letter.end + 1] in _ENDS or dotted:
            return True
        after = words[index + 1].folded if index + 1 < len(words) else ""
        return text[letter.end : letter.end + 1] == " " and after in TELLING_VERBS

    def _ends_a_particle(self, text: str, words: Sequence[Token], index: int, kind: Casing) -> bool:
        """Whether a name goes on after the particle: "Lowri ap Dafydd"."""
        if index + 1 >= len(words):
            return False
        between = text[words[index].end : words[index + 1].start]
        if words[index].folded == "o" and between in _JOINTS:
            return words[index + 1].folded != "clock" and len(words[index + 1].folded) > _SHORTEST
        return between in _SPACES | _JOINTS and self._goes_on(
            text, words[index + 1], kind, listed=True
        )

    @staticmethod
    def _quoted(text: str, words: Sequence[Token], last: int) -> bool:
        """Whether a nickname in quotation marks stands within a name, or has just ended."""
        gap = text[words[last].end : words[last + 1].start]
        if gap[0] == " ":
            closing = text[words[last + 1].end : words[last + 1].end + 2]
            return len(closing) > 1 and closing[0] in "\"'”’" and closing[1] == " "
        return text[words[last].start - 1] in "\"'“‘"

    def _after_a_joint(self, text: str, words: Sequence[Token], last: int) -> int:
        here, after = words[last], words[last + 1]
        joint = text[here.end : after.start]
        if after.folded[0].isdigit():
            return -1
        if joint not in {"-", "‑"} and after.folded in _ENDINGS:
            return -1
        like = text[after.start].isupper() or not text[here.start].isupper()
        like = like or self.is_strange(after)
        return last + 1 if like or joint not in {"-", "‑"} else -1

    def _goes_on(self, text: str, word: Token, kind: Casing, *, listed: bool) -> bool:
        written = text[word.start : word.end]
        if word.folded in _NEVER or word.folded in _DAYS or len(word.folded) < _SHORTEST:
            return False
        strange = self.is_strange(word)
        if kind != "mixed":
            ends = text[word.end : word.end + 1] in _ENDS and word.folded in LISTED
            ends = ends or word.folded in _SURE_SURNAMES
            long = len(word.folded) > _SHORTEST_SHOUTED
            return (strange or (ends and listed)) and long and word.folded not in _NO_NAMES
        if is_capitalised(written):
            if listed and word.folded in _TIMES:
                return True
            known = word.folded in LISTED or word.folded not in KEPT_WORDS
            return (strange or (known and listed)) and word.folded not in _NO_NAMES
        shouted = written.isupper() and len(written) > _SHORTEST_SHOUTED
        surname = strange or (listed and word.folded in SURNAMES | WORD_NAMES - FREQUENT_WORDS)
        return shouted and surname and word.folded not in _NO_NAMES
