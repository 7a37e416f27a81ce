"""When a word that is also a name stands for a person: Will, Mark, April, Grace, Hope.

In a note typed as usual a capital in mid-sentence is cue enough, unless the word is a month in
its usual place. At the start of a sentence, and in notes typed all in capitals or all in small
letters, the words around it decide. For a name of the case's people see ``names.ordinary_use``.
"""

from collections.abc import Sequence
from typing import NamedTuple

from notecode.anonymising.names.lists import FREQUENT_WORDS, WORD_NAMES
from notecode.anonymising.names.ordinary_use import is_ordinary_use, stands_for_a_name
from notecode.anonymising.words.spelling import (
    Token,
    casing,
    is_capitalised,
    starts_sentence,
    word_set,
)
from notecode.anonymising.words.vocabulary import (
    ARTICLES,
    CONTACT_WORDS,
    KEPT_WORDS,
    MODAL_VERBS,
    MONTHS,
    NAME_LEADS,
    NAME_VERBS,
    SURE_NAME_LEADS,
    TELLING_VERBS,
)

_MODALS = frozenset({"will", "may", "can"})
_AFTER_A_NAME = word_set(
    """
    that he she to about and who on at today yesterday re again this for if in by
    """
)
_THINGS = word_set(
    "summer autumn winter spring dawn hope faith joy grace patience sky star storm rain sun"
)
"""Word names that something may be said of in the future: "Summer will be hard"."""
_EXPECTED_LEADS = (NAME_LEADS | {"w", "tc"}) - {"to", "for", "by", "and"}
_BEFORE_A_MONTH = word_set(
    """
    in on since by until till from of last next early late mid this end during before after for
    around every to through between leaves starts ends finishes returns due
    """
)
_SHORTEST_SURE_NAME = 3
_SHORTEST_PAST = 4
_GAP = 3


class Neighbours(NamedTuple):
    """The folded words just before and after a word on its line; "" where there is none."""

    before: str
    after: str
    contact: bool = False
    """Whether "to" or "from" and a word of contact stand before: "spoke to", "text from"."""


def is_word_name(folded: str) -> bool:
    """Whether a name is too short, or too much like a word, to be one wherever it stands."""
    return len(folded) < _SHORTEST_SURE_NAME or folded in WORD_NAMES or folded in KEPT_WORDS


def neighbours(text: str, words: Sequence[Token], first: int, last: int) -> Neighbours:
    """The words around ``words[first:last + 1]``, if only spaces and marks part them."""
    before = after = ""
    contact = False
    if first > 0 and _close(text, words[first - 1].end, words[first].start):
        before = words[first - 1].folded
        contact = (
            before in {"to", "from"} and first > 1 and words[first - 2].folded in CONTACT_WORDS
        )
    if last + 1 < len(words) and _close(text, words[last].end, words[last + 1].start):
        after = words[last + 1].folded
    return Neighbours(before, after, contact)


def _close(text: str, start: int, end: int) -> bool:
    gap = text[start:end]
    return len(gap) <= _GAP and not any(c in ".!?;)\n" for c in gap)


def capitalised_in_sentence(text: str, words: Sequence[Token], index: int) -> bool:
    """Whether the word has a capital that no sentence start and no month explains."""
    word = words[index]
    if not is_capitalised(text[word.start : word.end]) or starts_sentence(text, word.start):
        return False
    return not _is_month(neighbours(text, words, index, index), word.folded)


def _is_month(around: Neighbours, folded: str) -> bool:
    if folded not in MONTHS or around.contact:
        return False
    return (
        around.before in _BEFORE_A_MONTH
        or around.before[:1].isdigit()
        or around.after[:1].isdigit()
    )


def reads_as_name(text: str, words: Sequence[Token], index: int, *, expected: bool = False) -> bool:
    """Whether a word that is also a name stands for a person here.

    A name is ``expected`` if somebody of the case bears it: then less of a cue is enough.
    """
    if capitalised_in_sentence(text, words, index):
        return True
    word = words[index]
    around = neighbours(text, words, index, index)
    if _is_month(around, word.folded):
        return False
    written = text[word.start : word.end]
    possessive = _possessive(text, word)
    if is_capitalised(written):
        if possessive or _acts(around.after, word.folded, expected=expected):
            return True
        return expected and stands_for_a_name(text, words, index, around.after)
    if len(word.folded) < _SHORTEST_SURE_NAME and written.isupper():
        return False
    if expected and written.isupper() and _stands_in_capitals(text, words, index, around):
        return True
    if expected and _is_expected_here(text, words, index, around):
        return True
    return _reads_as_name_without_case(text, word, around)


def _stands_in_capitals(text: str, words: Sequence[Token], index: int, around: Neighbours) -> bool:
    """Whether an expected name in capitals speaks, acts, or is what a heading is about."""
    word = words[index]
    if text[word.end : word.end + 1] == ":" and word.folded not in _MODALS:
        return True
    if around.after in TELLING_VERBS:
        return True
    return starts_sentence(text, word.start) and stands_for_a_name(
        text, words, index, around.after, sure=True
    )


def _is_expected_here(text: str, words: Sequence[Token], index: int, around: Neighbours) -> bool:
    """Whether a rare word that somebody of the case is called by is meant so, whatever its case."""
    word = words[index]
    if word.folded in FREQUENT_WORDS or word.folded in KEPT_WORDS:
        return False
    ordinary = is_ordinary_use(text, words, index)
    if around.after in _AFTER_A_SUBJECT and around.before not in _BEFORE_A_THING:
        return not ordinary
    if (
        ordinary
        and word.folded in _THINGS
        and not around.contact
        and around.before not in _EXPECTED_LEADS
    ):
        return False
    possessive = _possessive(text, word)
    if around.before in ARTICLES and not (possessive or around.contact):
        return False
    return (
        possessive
        or around.contact
        or text[word.start : word.end].isupper()
        or around.before in _EXPECTED_LEADS
        or casing(line_around(text, word.start)) != "mixed"
    )


_PLACES_TO_BE = word_set("in at on home here there around available answering")
"""What somebody is not, where nothing is: "Hope not in", but "Hope not too bad"."""
_AFTER_A_SUBJECT = word_set("he she has had was did does says said told rang texted called")
_BEFORE_A_THING = word_set("the a an no of any some in much more most his her their my our little")


def starts_as_name(text: str, words: Sequence[Token], index: int) -> bool:
    """Whether a capital at the start of a sentence is a listed person's beyond doubt.

    Whatever passes here also passes ``reads_as_name`` for an expected name.
    """
    word = words[index]
    if not is_capitalised(text[word.start : word.end]):
        return False
    around = neighbours(text, words, index, index)
    if _is_month(around, word.folded):
        return False
    return stands_for_a_name(text, words, index, around.after, sure=True)


def may_start_as_name(text: str, words: Sequence[Token], index: int) -> bool:
    """Whether a capital at the start of a sentence may be a listed person's: in doubt, yes.

    Of a word that notes use all the time, only where the words around it fit a person.
    """
    word = words[index]
    if not is_capitalised(text[word.start : word.end]):
        return False
    if _is_month(neighbours(text, words, index, index), word.folded):
        return False
    following = [each.folded for each in words[index + 1 : index + 3]]
    if following[:1] == ["not"] and following[-1] in _PLACES_TO_BE:
        return True
    if word.folded in FREQUENT_WORDS or word.folded in KEPT_WORDS:
        return reads_as_name(text, words, index, expected=True)
    return not is_ordinary_use(text, words, index)


def _acts(after: str, folded: str, *, expected: bool) -> bool:
    """Whether the word after a capitalised sentence start is a verb whose subject is a person."""
    if folded in _MODALS or not expected:
        return after in TELLING_VERBS
    if after in MODAL_VERBS:
        return folded not in FREQUENT_WORDS and folded not in _THINGS
    if folded in KEPT_WORDS:
        return after in TELLING_VERBS
    return after in NAME_VERBS or (len(after) > _SHORTEST_PAST and after.endswith("ed"))


def _reads_as_name_without_case(text: str, word: Token, around: Neighbours) -> bool:
    """The same for a word whose capitals, or lack of them, say nothing."""
    if casing(line_around(text, word.start)) == "mixed":
        return False
    if around.after in TELLING_VERBS:
        return True
    if not around.contact and around.before not in SURE_NAME_LEADS:
        return False
    return word.folded not in _MODALS or not around.after or around.after in _AFTER_A_NAME


def _possessive(text: str, word: Token) -> bool:
    return text[word.end : word.end + 2].lower() in {"'s", "’s"} and word.folded not in {
        "it",
        "he",
        "she",
    }


def line_around(text: str, position: int) -> str:
    """The line around a position, as far as it decides how the line is typed."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    window = 400
    return text[
        max(start, position - window) : min(len(text) if end < 0 else end, position + window)
    ]
