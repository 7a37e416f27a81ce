"""A roster name that is also a word, with a capital at the start of a sentence: name or word?

"Hope will think" is a person where somebody of the case is called Hope; "Hope she rings" is not.
The words that follow decide. A name is meant unless they show the ordinary word; of a word that
notes use all the time ("Will", "Young", "Street") it is meant only where they fit a person.
"""

from collections.abc import Sequence
from types import MappingProxyType

from notecode.anonymising.names.lists import (
    FREQUENT_WORDS,
    SHORT_FORMS,
    UNLIKE_ANY_OTHER,
    WORD_NAMES_OF_PEOPLE,
)
from notecode.anonymising.words.dictionary import FUNCTION_WORDS
from notecode.anonymising.words.spelling import Token, is_capitalised, word_set
from notecode.anonymising.words.vocabulary import (
    ABBREVIATIONS,
    KEPT_WORDS,
    MODAL_VERBS,
    MONTHS,
    NAME_VERBS,
)

_BARE_VERBS = frozenset({"will", "may", "can", "might"})
_PERSON_VERBS = (
    NAME_VERBS
    | MODAL_VERBS
    | word_set("is was has had does did can may hopes plans owes remains lives being")
) - {"or", "and", "also", "still", "never", "only"}
"""Verbs whose form fits a person before them; of "Will" and "May" they make no verb."""
AMBIGUOUS_VERBS = word_set("hit hurt read become come put let set cost run shut quit have need")
"""Verbs that look alike after "will" and after a name."""
_PERSON_FOLLOWERS = _PERSON_VERBS | word_set("to at and or with also still never only who dna")
_THIRD_PERSON = word_set(
    """
    sees keeps knows goes comes gets gives takes makes tells asks meets lives stays drives drinks
    needs feels looks seems tries thinks wants likes hates sits leaves brings holds writes reads
    talks walks shows finds lets cooks buys owes smokes laughs cries sleeps believes remembers
    laughing crying smiling shouting sitting standing asleep laughed cried smiled
    """
)
"""What a person does, in a form that no plain noun has behind it."""
_CLOSE_SURE = frozenset({" ", "  "})
_PRONOUNS = "he she it they we i you that this these those there his her their my our your the a an"
_BODY = word_set(
    """
    his her their the a left right side back front upper lower face neck arm arms leg legs head
    eye cheek chin wrist hand body skin file system record form calendar
    """
)
_STATES_OF_MIND = word_set(
    "happy sure present well seen there available keen aware here ready coming bothered attending"
    " answering engaging able impressed convinced"
)
_DASHES = frozenset({" - ", " – ", " — "})
_BEFORES = MappingProxyType(
    {
        name: word_set(leads)
        for names, leads in (
            ("dawn", "at by before until till from since near"),
            ("summer winter autumn spring", "in by over during since until last this next mid"),
            ("faith hope joy grace", "in no any with good bad lost losing of much little"),
            ("dean", "the"),
        )
        for name in names.split()
    }
)
"""Word -> the words before which it is the ordinary word, folded, in small letters."""
_FEW_LETTERS = 4
_SHORTEST_NAME = 3
GIVEN_FORMS = UNLIKE_ANY_OTHER | frozenset(SHORT_FORMS) | word_set("flo pip tel mags ric jun kit")
"""Given names and their short forms, folded."""

_USES = MappingProxyType(
    {
        name: word_set(f"{followers} {_PRONOUNS}" if verb else followers)
        for names, verb, followers in (
            ("hope hopes", True, "to all for so these everything everyone things no not"),
            ("mark", True, "as up down off out all any each both of in under near them him"),
            ("drew", True, "up on out attention upon back near from money all some cash"),
            ("chase chased", True, "up re for if when police housing all any down om po gp csc"),
            ("grant", True, "of for application applications to funding given awarded access"),
            ("pat", True, "on down dog"),
            ("rob sue", True, "for"),
            ("trust", True, "in is issues and between all"),
            ("bill", False, "for of to from paid payer payments outstanding in is due sent"),
            ("price", False, "of for is range to paid increase increases was per"),
            ("rose", False, "to from up by again above at in"),
            ("grace", False, "period periods and note"),
            ("faith", False, "in is was group groups leader leaders school based community that"),
            ("joy", False, "in of at is was to"),
            ("patience", False, "is was with and in"),
            ("guy", False, "at in with who was is from he she came called said next"),
            ("frank", False, "and discussion conversation about talk exchange"),
            ("dawn", False, "raid raids of visit"),
            ("rich", False, "in and"),
            ("art", False, "and therapy class classes group work is room project"),
            ("summer", False, "holiday holidays school term camp club clubs break is was to will"),
            ("winter spring autumn", False, "is was to will holiday holidays term break coat and"),
            ("christian", False, "faith and group church family charity aid"),
            ("precious", False, "little few time metal"),
            ("young", False, "and at with"),
            (
                "long little short good best white black brown green grey",
                False,
                "and to or at with",
            ),
            ("case house home park street day way law lord ward page", False, "was is to and at"),
            ("dean jack max ray", False, "of"),
            ("harmony charity unity", False, "is in and between shop of"),
            ("iris pearl ruby amber", False, "alert warning light lights ring necklace earrings"),
            ("storm sky star", False, "damage tv warning"),
            ("peace promise chance change judge justice light time", False, "is was to and of at"),
        )
        for name in names.split()
    }
)
"""Word -> the words after which it is the ordinary word, folded."""


def stands_for_a_name(
    text: str, words: Sequence[Token], index: int, after: str, *, sure: bool = False
) -> bool:
    """Whether a capitalised sentence start that a roster lists as a name is meant as one.

    ``after`` is the folded word that follows on the line, or "". Only where the words after it
    are a person's beyond doubt is it a name if it must be ``sure``.
    """
    folded = words[index].folded
    gap = text[words[index].end : words[index + 1].start] if after else ""
    if sure:
        fits = after in _PERSON_VERBS or (after == "to" and _second(text, words, index) == "be")
        if not fits or gap not in _CLOSE_SURE:
            return False
    if folded in KEPT_WORDS and folded not in MONTHS and not _is_like_an_abbreviation(folded):
        return False
    if folded in FUNCTION_WORDS and folded not in _BARE_VERBS:
        return after in _PERSON_VERBS and gap in _CLOSE_SURE
    heads = text[words[index].end : words[index].end + 1] == ":" or gap in _DASHES
    if not after or gap not in _CLOSE_SURE or heads:
        return _stands_before_a_mark(folded) or (heads and folded in WORD_NAMES_OF_PEOPLE)
    return _stands_before(text, words, index, after)


def _stands_before(text: str, words: Sequence[Token], index: int, after: str) -> bool:
    """The same of a word that no mark parts from the one after it."""
    folded = words[index].folded
    if is_capitalised(text[words[index + 1].start : words[index + 1].end]) and (
        after not in KEPT_WORDS | FUNCTION_WORDS
    ):
        return True
    if after == "not" and _second(text, words, index) in _STATES_OF_MIND:
        return True
    if folded in _BARE_VERBS:
        return _is_finite(after)
    if after in _THIRD_PERSON and folded in GIVEN_FORMS | WORD_NAMES_OF_PEOPLE:
        return True
    if _is_used_as_word(text, words, index, after):
        return False
    return folded not in FREQUENT_WORDS or after in _PERSON_FOLLOWERS or _is_past(after)


def _is_like_an_abbreviation(folded: str) -> bool:
    """Whether a name of three letters or more is kept only for an abbreviation: Flo, Pip, Tel."""
    return folded in ABBREVIATIONS and len(folded) >= _SHORTEST_NAME and folded in GIVEN_FORMS


def _stands_before_a_mark(folded: str) -> bool:
    """Whether the name is meant before a mark or a line end, where nothing follows to tell."""
    return folded not in FREQUENT_WORDS or folded in {
        "will",
        "may",
        "mark",
        "hope",
        "grant",
        "bill",
    }


def _is_finite(after: str) -> bool:
    if after in AMBIGUOUS_VERBS:
        return False
    return after in _PERSON_FOLLOWERS or after in {"in", "on", "for", "from"} or _is_past(after)


def _is_past(after: str) -> bool:
    return len(after) > _FEW_LETTERS and after.endswith("ed") and after not in {"need", "proceed"}


def _is_used_as_word(text: str, words: Sequence[Token], index: int, after: str) -> bool:
    folded, second = words[index].folded, _second(text, words, index)
    if folded == "mark" and after in {"on", "to", "above", "below"}:
        return second in _BODY
    if folded in MONTHS:
        return after[:1].isdigit() or after in {"half", "bank"} or second in MONTHS
    if after == "to" and second == "be":
        return folded in {"price", "bill"}
    return after in _USES.get(folded, ())


def is_ordinary_use(text: str, words: Sequence[Token], index: int) -> bool:
    """Whether the word before or after shows that it is the ordinary word, whatever its case."""
    before = words[index - 1].folded if index else ""
    if before in _BEFORES.get(words[index].folded, ()) and text[words[index].start].islower():
        return True
    after = words[index + 1].folded if index + 1 < len(words) else ""
    return _is_used_as_word(text, words, index, after)


def _second(text: str, words: Sequence[Token], index: int) -> str:
    """The second word after this one, if only spaces part the three."""
    if index + 2 >= len(words):
        return ""
    gap = text[words[index + 1].end : words[index + 2].start]
    return words[index + 2].folded if gap in _CLOSE_SURE else ""
