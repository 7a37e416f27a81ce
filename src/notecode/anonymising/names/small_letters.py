"""A roster name that is also a word, where capitals say nothing: name, word, or in doubt?

"will goes to the gym" and "he got joy to sign" speak of people where somebody of the case is
called so; "he will ring" and "his pride and joy" do not. What stands beside the word decides. A
rare word is taken for the name unless something speaks against it, a common one only if something
speaks for it; what stays open is left for a reader.
"""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from notecode.anonymising.names.lists import FREQUENT_WORDS
from notecode.anonymising.names.ordinary_use import AMBIGUOUS_VERBS, is_ordinary_use
from notecode.anonymising.words.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.words.spelling import Token, starts_sentence, word_set
from notecode.anonymising.words.vocabulary import (
    ABBREVIATIONS,
    CONTACT_WORDS,
    KEPT_WORDS,
    MODAL_VERBS,
    MONTHS,
    NAME_VERBS,
    SURE_NAME_LEADS,
    TELLING_VERBS,
)


class Reading(Enum):
    """What a word that is also a name stands for."""

    NAME = "name"
    """A person, shown by the words beside it."""
    GUESS = "guess"
    """A person, since nothing shows the ordinary word."""
    DOUBT = "doubt"
    """Neither is shown."""
    WORD = "word"
    """The ordinary word."""


class _Beside(NamedTuple):
    """The folded words right before and after, "" across any mark; how the clause is cut."""

    before: str
    after: str
    contact: bool
    starts: bool
    ends: bool


_MODALS = frozenset({"will", "may", "can", "might"})
_VERB_NAMES = word_set(
    """
    hope hopes mark marks drew drawn chase grant pat rob sue trust bill rose will may can bless read
    ring cook hunt love cross park page bond josh nick jack wade pierce don price stone storm
    spring reed rush skip trace link carter bow lance ward light win fry peel
    """
)
"""Names that are also forms of a verb: a subject before them makes a verb of them."""
_SUBJECTS = word_set(
    """
    i he she it they we you who that which there this su vs cm om idva police css everyone nobody
    somebody someone anybody if wont would could should must might can cant may do does did dont
    didnt doesnt not t ll d re ve also still just always never really
    """
)
_DETERMINERS = word_set(
    """
    the a an his her their my our your its this these those some any no every each all both very too
    more most much many little less few great good bad big small old new own same such what
    another other full false high low one two three four five last next first second
    in of without into out
    """
)
_ARTICLES = word_set(
    "the a an his her their my our your its these those some any no every each own free ill good"
)
_ABSTRACT = word_set("pride love faith hope joy peace grace trust patience")
_OBJECT_LEADS = (SURE_NAME_LEADS | word_set("got took let gave helped drove joined made saw")) - {
    "w",
    "hi",
    "hit",
}
_CALLS = word_set("w tc vm ctc txt text appt mtg meeting session supervision")
"""What is held or had with somebody whose name follows: "tc will", "seen w will"."""
_LOOSE_LEADS = word_set("with from by about re regarding against and for to via plus")
_KIN_AND_ROLES = word_set(
    """
    son daughter brother sister mum mother dad father nan gran grandad uncle aunt auntie cousin
    niece nephew friend mate partner ex boyfriend girlfriend husband wife fiancee baby child
    stepson stepdaughter stepdad stepmum neighbour idva isva worker officer visitor manager
    midwife nurse solicitor teacher advisor adviser keyworker om sw hv oic gp pc dc ds sgt sergeant
    colleague called named aka mr mrs ms miss
    """
)
_CLAUSE_STARTS = word_set("until till that if when but because as once after before while since")
_MENS_NAMES = word_set("mark grant bill pat rob sue drew frank dean jack max will dale guy ray")
_PRONOUNS_AFTER = word_set("he she it they we i you this that there these su vs")
_ADVERBS = word_set(
    """
    not also still never then now just only always probably definitely likely hopefully possibly
    either again soon often need be have either no longer even both all need nt
    """
)
_QUESTIONS = word_set("when what how where who why whether if")
_PREPOSITIONS = word_set("to at with in on from for after before into")
_THINGS = word_set("hope faith joy grace patience trust price storm star light dawn will")
_ACTS = NAME_VERBS - word_set("or and also still never only didnt does doesnt did")
_STATES = word_set("is was has had will would could should may might can does did")


def read_small(text: str, words: Sequence[Token], index: int, dictionary: Dictionary) -> Reading:
    """How to read a word, typed without a telling capital, that somebody of the case is called."""
    folded = words[index].folded
    beside = _beside(text, words, index)
    if _is_shown_as_word(text, words, index, beside):
        return Reading.WORD
    if _possessive(text, words[index]):
        common = folded in FREQUENT_WORDS | KEPT_WORDS and folded not in _MODALS
        return Reading.DOUBT if common else Reading.NAME
    if folded in _MODALS:
        return _read_modal(beside, dictionary)
    if folded in _THINGS and beside.after in TELLING_VERBS and not is_subject(beside.before):
        return Reading.NAME
    if _in_a_phrase(words, index, beside) or beside.before in _DETERMINERS:
        return Reading.WORD
    if folded in _VERB_NAMES and not _is_led(beside) and beside.before in _SUBJECTS | {"to"}:
        return Reading.WORD
    return _read_other(folded, beside)


def _is_led(beside: _Beside) -> bool:
    """Whether somebody is named after what stands before: "told", "spoke to"."""
    return beside.contact or beside.before in _OBJECT_LEADS


def _is_shown_as_word(text: str, words: Sequence[Token], index: int, beside: _Beside) -> bool:
    """Whether an article before it or its usual company behind it shows the ordinary word."""
    if words[index].folded in FUNCTION_WORDS - _MODALS or beside.before in _ARTICLES:
        return True
    return bool(beside.after) and not _is_led(beside) and is_ordinary_use(text, words, index)


def _read_modal(beside: _Beside, dictionary: Dictionary) -> Reading:
    """Of "will" and "may": a bare verb after them makes modals of them, a finite one a name."""
    before, after = beside.before, beside.after
    led = beside.contact or before in _OBJECT_LEADS | _CALLS or before in _KIN_AND_ROLES
    if is_finite(after, dictionary):
        return Reading.NAME
    if after in _ADVERBS or dictionary.is_bare_verb(after):
        return Reading.DOUBT if beside.contact else Reading.WORD
    if after in _PRONOUNS_AFTER and not led:
        return Reading.WORD if beside.starts or before in _QUESTIONS else Reading.DOUBT
    if before in _SUBJECTS or before in _DETERMINERS:
        return Reading.WORD
    if led or before in _LOOSE_LEADS:
        return Reading.NAME
    if beside.starts and after in _PREPOSITIONS | {"and", "or"}:
        return Reading.NAME
    return Reading.DOUBT


def _read_other(folded: str, beside: _Beside) -> Reading:
    """Of a word that is no modal verb, where no article stands before it."""
    before, after = beside.before, beside.after
    common = folded in FREQUENT_WORDS or folded in KEPT_WORDS
    if beside.contact or before in _OBJECT_LEADS:
        return Reading.GUESS if common else Reading.NAME
    if after in _STATES and before in _CLAUSE_STARTS and folded in _MENS_NAMES:
        return Reading.GUESS
    acts = after in _STATES or after in _ACTS
    if acts and not (after in _STATES and (common or folded in _THINGS)):
        return Reading.DOUBT if folded in KEPT_WORDS - MONTHS.keys() else Reading.NAME
    if before in _KIN_AND_ROLES:
        return Reading.DOUBT if folded in KEPT_WORDS else Reading.NAME
    alone = beside.starts and beside.ends
    if folded in KEPT_WORDS:
        return Reading.WORD if folded in ABBREVIATIONS else Reading.DOUBT
    if folded in FREQUENT_WORDS:
        subject = beside.starts and (after in MODAL_VERBS or after.endswith("ing"))
        likely = folded in _THINGS and (alone or subject)
        return Reading.GUESS if likely else Reading.DOUBT
    if folded in _VERB_NAMES:
        return Reading.GUESS if before in _LOOSE_LEADS else Reading.DOUBT
    return Reading.GUESS


def _in_a_phrase(words: Sequence[Token], index: int, beside: _Beside) -> bool:
    """Whether it ends a phrase of plain words: "a saving grace", "his pride and joy"."""
    if not beside.before or index < 2:
        return False
    second = words[index - 2].folded
    if beside.before in {"and", "or"}:
        return second in _ABSTRACT and words[index].folded in _ABSTRACT
    if beside.before in _KIN_AND_ROLES | _OBJECT_LEADS | _LOOSE_LEADS | {"to"}:
        return False
    return second in {"a", "an", "no", "some", "any"} and words[index].folded not in _MODALS


def is_subject(folded: str) -> bool:
    """Whether a folded word before a verb is its subject, or part of its form."""
    return folded in _SUBJECTS


def is_finite(verb: str, dictionary: Dictionary) -> bool:
    """Whether a word is a verb in a form that no modal verb can stand before."""
    if verb in AMBIGUOUS_VERBS:
        return False
    return verb in _ACTS or verb in {"has", "had", "does", "did"} or dictionary.is_finite_verb(verb)


def _beside(text: str, words: Sequence[Token], index: int) -> _Beside:
    word = words[index]
    before = after = ""
    contact = False
    starts = index == 0 or starts_sentence(text, word.start)
    ends = index + 1 == len(words)
    if index:
        gap = text[words[index - 1].end : word.start]
        if gap.isspace() and "\n" not in gap:
            before = words[index - 1].folded
            contact = (
                before in {"to", "from"} and index > 1 and words[index - 2].folded in CONTACT_WORDS
            )
        else:
            starts = True
    if index + 1 < len(words):
        gap = text[word.end : words[index + 1].start]
        if gap.isspace() and "\n" not in gap:
            after = words[index + 1].folded
        else:
            ends = True
    return _Beside(before, after, contact, starts, ends)


def _possessive(text: str, word: Token) -> bool:
    return text[word.end : word.end + 2].lower() in {"'s", "’s"}
