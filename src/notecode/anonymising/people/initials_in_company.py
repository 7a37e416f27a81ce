"""Initials by the company they keep: letters beside other initials in one text.

Minutes and records name their people by letters, and among those some equal an abbreviation ("CP",
"TA") or stand for somebody whom the text names nowhere in full. Where a text holds initials that
are masked already, further letters are masked as well if they stand as a person does: before what
people do, after what is done to them, before a colon or a dash, in a row with other initials.
Letters that equal an abbreviation count only if somebody of the case has these initials.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.marked_text import MarkedText
from notecode.anonymising.names.initials import is_a_thing
from notecode.anonymising.names.small_letters import is_finite
from notecode.anonymising.words.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.words.spelling import folded_words, is_capitalised, word_set
from notecode.anonymising.words.vocabulary import (
    KEPT_WORDS,
    MODAL_VERBS,
    NAME_VERBS,
    TELLING_VERBS,
)
from notecode.raw import Person

RECOGNISER: Final = "initials-in-company"

_KNOWN_SCORE = 0.71
_SCORE = 0.6
_LENGTHS = (2, 3)
_FEWEST = 2
"""How many other initials a text must hold before letters of nobody known are taken."""
_NEVER = word_set(
    """
    su vs om po sw hv gp oic idva isva csc la nb re ps id ok uk us eu tv am pm eg ie no na nr hq
    dv nfa dna rar nmo atr cps cin icpc rcpc tbc asap
    """
)
"""Letters for posts, services and shorthand that act as people do."""
_OTHERS = word_set(
    """
    tm rc dm dd mi cg co mw lm rm rd st ln dr xx ii iv vi vm fm op ed ex ad it go up mo gb un mr ms
    hr ch oh eh wa fb ig bb ff br ro wr kr km kg cm mm ml ft mg
    """
)
"""Further letters that stand for something else: team manager, direct message, core group."""
_RANKS = word_set("pc dc ds di dci ps sgt dr mr ms")
_LEADS = word_set(
    """
    told asked rang called phoned texted saw met tell ask see with w from emailed reports reported
    visited advised informed updated contacted by re via chair present pres thanked apols copied
    """
)
_ACTS = NAME_VERBS | MODAL_VERBS | TELLING_VERBS | word_set("was is has had did does not no now")
_NOT_ACTS = word_set("or and also only still never plan plans")
_JOINTS = frozenset("&+@#_.’'-")
_MARKS = (":", " –", " -", " —", ";")
_LABEL_MARKS = (": ", " - ", " – ")
_BREAKS = frozenset(".;:!?\n")


class InitialsInCompany:
    """The initials of one case's people, and of each of its texts those that stand in it."""

    def __init__(
        self,
        texts: Iterable[tuple[str, Sequence[Finding]]],
        people: Iterable[Person],
        dictionary: Dictionary,
    ) -> None:
        """Take what is masked in each text, and the people file."""
        self._dictionary = dictionary
        self._owners: dict[str, set[str]] = {}
        for person in people:
            self._add(folded_words(f"{person.first_name} {person.last_name}"), person.id)
        for text, masked in texts:
            for finding in masked:
                if finding.type == PERSON:
                    words = folded_words(text[finding.start : finding.end])
                    if len(words[0]) > 1 if words else False:
                        self._add(words, finding.person_id)

    def _add(self, words: Sequence[str], person: str) -> None:
        if len(words) > 1:
            for letters in {"".join(word[0] for word in words), words[0][0] + words[-1][0]}:
                self._owners.setdefault(letters, set()).add(person)

    def find(self, view: MarkedText) -> Iterator[Finding]:
        """The letters of a text that stand as a person does, beside others."""
        letters = _letters(view)
        company = {folded for index, folded in letters.items() if view.cover[index] == PERSON}
        for index, folded in letters.items():
            if view.cover[index] or folded in _NEVER:
                continue
            if view.written(index).islower():
                stands = self._labels(view, index, folded, len(company - {folded}))
            else:
                stands = self._stands(view, index, folded, len(company - {folded}), letters)
            if stands:
                yield self._finding(view, index)

    def _finding(self, view: MarkedText, index: int) -> Finding:
        """The letters, as the one person's whose initials they are."""
        word = view.words[index]
        owners = self._owners.get(word.folded, set())
        score = _KNOWN_SCORE if owners else _SCORE
        person = next(iter(owners)) if len(owners) == 1 else ""
        return Finding(word.start, word.end, PERSON, score, RECOGNISER, person)

    def _labels(self, view: MarkedText, index: int, folded: str, company: int) -> bool:
        """Whether small letters in a line typed small head an entry or sign it: "jt: visited"."""
        known = folded in self._owners
        small = known and view.casing(index) == "lower"
        if folded in KEPT_WORDS or folded in _OTHERS or not (small or company):
            return False
        if not known and (folded in FUNCTION_WORDS or folded in self._dictionary):
            return False
        left, right = view.gap_before(index), view.gap_after(index)
        if left.endswith("(") and right.startswith(")"):
            return True
        heads = index == 0 or "\n" in left or left.rstrip(" ").endswith(".")
        return heads and (
            right.startswith(_LABEL_MARKS) or (known and view.after(index) == "chair")
        )

    def _stands(
        self, view: MarkedText, index: int, folded: str, company: int, letters: Mapping[int, str]
    ) -> bool:
        """Whether letters stand for a person, as far as their text tells."""
        known = folded in self._owners
        in_brackets = view.gap_before(index) == " (" and view.gap_after(index).startswith("):")
        if not known and (
            company < _FEWEST - in_brackets or folded in KEPT_WORDS or folded in _OTHERS
        ):
            return False
        if not known and (len(folded) > len("ab") or folded in FUNCTION_WORDS):
            return False
        if not company or view.casing(index) == "upper" or _is_joined(view, index):
            return False
        if folded in _RANKS and _leads_to_a_name(view, index):
            return False
        if (
            is_a_thing(view.text, view.words, index)
            or view.before(index) in FUNCTION_WORDS - _LEADS
        ):
            return False
        return in_brackets or _in_a_row(view, index, letters) or self._acts(view, index)

    def _acts(self, view: MarkedText, index: int) -> bool:
        """Whether it is said of the letters what people do, or what is done to them."""
        before, after = view.before(index), view.after(index)
        if before in _LEADS and view.gap_before(index) == " ":
            return True
        gap = view.gap_after(index)
        begins = (
            index == 0
            or not _BREAKS.isdisjoint(view.gap_before(index))
            or (view.words[index - 1].folded.isdigit())
        )
        if gap == " " and after == "for" and (begins or view.gap_before(index) == ", "):
            return index + 2 < len(view.words) and is_capitalised(view.written(index + 2))
        if not begins:
            return False
        if gap.startswith(_MARKS) and "\n" not in gap:
            return True
        if gap != " " or after in _NOT_ACTS:
            return False
        if after in _ACTS or after == "to":
            return True
        verb = is_finite(after, self._dictionary) or self._dictionary.is_bare_verb(after)
        return verb and after not in FUNCTION_WORDS


def _letters(view: MarkedText) -> dict[int, str]:
    """The places of two or three letters alike in size, and the letters, folded."""
    short = [
        (index, word.folded)
        for index, word in enumerate(view.words)
        if word.end - word.start in _LENGTHS
    ]
    return {
        index: folded
        for index, folded in short
        if (written := view.written(index)).isupper() or (written.islower() and written.isalpha())
    }


def _is_joined(view: MarkedText, index: int) -> bool:
    """Whether the letters are a piece of something longer, or the unit of a number."""
    left, right = view.gap_before(index), view.gap_after(index)
    if left == "" or right == "" or (right in _JOINTS and right) or (left in _JOINTS and left):
        return True
    numbered = right == " " and view.after(index)[:1].isdigit()
    return numbered or (left == " " and view.before(index) in {"the", "a", "an", "his", "her"})


def _leads_to_a_name(view: MarkedText, index: int) -> bool:
    behind = view.written(index + 1) if index + 1 < len(view.words) else ""
    return view.gap_after(index) == " " and (behind[:1].isupper() or behind[:1].isdigit())


def _in_a_row(view: MarkedText, index: int, letters: Mapping[int, str]) -> bool:
    """Whether other initials, masked ones, stand right beside: "ND/SM", "MT, CP, AW"."""
    for other, gap in ((index - 1, view.gap_before(index)), (index + 1, view.gap_after(index))):
        if other in letters and view.cover[other] == PERSON and gap.strip(" ") in {"/", ",", "&"}:
            return True
    return False
