"""Initials of the case's people that equal an abbreviation or a small word: PS, MS, RE, NB, AS.

"PS has done all that was asked", "call with NB" and a line "RE x" under a message speak of people
who have these initials; "PS: he rang", "MS Jones" and "RE housing" do not. Abbreviations that stand
for people themselves (OM, SW, CM) are initials only where somebody signs. Ranks and things (DC, CP,
TC) are guessed to be initials where nothing beside them shows the rank or the thing.
"""

import re
from collections.abc import Sequence
from types import MappingProxyType

from notecode.anonymising.names.small_letters import Reading, is_finite
from notecode.anonymising.words.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.words.spelling import (
    Token,
    casing,
    is_capitalised,
    starts_sentence,
    word_set,
)
from notecode.anonymising.words.vocabulary import (
    CONTACT_WORDS,
    MODAL_VERBS,
    SURE_NAME_LEADS,
    TELLING_VERBS,
)

OWN_USE = word_set("ps nb re ms mr dr am pm eg ie no id ok tv hr wk wc dv dob cc fw")
"""Abbreviations and words that never stand for a person or an agency, and so never act."""
HEADINGS = frozenset({"ps", "nb", "re", "cc", "fw", "dob", "id", "tc"})
"""Those that head what follows a colon."""
_TITLES = frozenset({"ms", "mr", "dr"})
_ROLES = word_set("su vs cm om sw po gp hv pa sm ho dv ia la")
"""Abbreviations that stand for people or services themselves and act as people do."""
_RANKS = word_set("pc dc ds di dci")
_THINGS = MappingProxyType(
    {
        "cp": "plan plans planning conf conference review reviews core register registration"
        " medical medicals status category strategy process concerns threshold route investigation"
        " enquiry enquiries chair meeting mtg team unit school schools social sw case cases level",
        "tc": "to from w with c in out re made rec recd received attempted vm via",
        "cs": "tel spray gas gov",
        "mh": "support issues team services service needs concerns assessment problems act nurse"
        " worker history diagnosis crisis referral input ref meds medication",
        "ct": "scan scans bands tax",
        "ta": "for says to",
        "ra": "form forms",
        "ep": "assessment report",
        "am": "and or",
    }
)
"""Abbreviation of a thing -> the words behind it that show the thing, folded."""
_BEFORE_A_THING = word_set(
    """
    the a an his her their my our your this that no on in under not of new any each every duty own
    another last next previous open via for and or both two three with via initial review
    """
)
_SHORTEST_GUESS = 2
_AGED = re.compile(r"[ ,]{1,2}\(?[0-9]{1,2}(?:\)|[ ]?(?:yrs?|yo|y/o|years?)\b|/40)")
_CLOSES = re.compile(r"(?:[ ]+[xX]{1,3})?[ \t]*(?:\n|$)")
_CALLED = word_set(
    "told made received attempted returned ended closed agreed started continued due"
)
"""What is said of a call or a plan as well: "TC made", "CP agreed"."""
_LEADS = (SURE_NAME_LEADS | word_set("with from by")) - {"mr", "mrs", "ms", "miss", "dr", "re"}
_ACTS = MODAL_VERBS | word_set("is was has had did does says")
_UNITS = word_set("am pm st ft kg mg ml km cm mm pw pm th nd rd hr wk yr mo pc")
_JOINING = frozenset("&/+@_-")
_SIGNATURE = re.compile(r"[ \t>]*[A-Za-z](?:\.?[A-Za-z]){1,2}\.?(?:[ ]*[xX]{1,3})?[ \t.]*")


def equals_an_abbreviation(initials: str, kept: frozenset[str]) -> bool:
    """Whether folded initials read as something else, so that they need a cue."""
    return initials in kept or initials in FUNCTION_WORDS or initials in OWN_USE


def read_initials(text: str, words: Sequence[Token], index: int, dictionary: Dictionary) -> Reading:
    """How to read letters that are initials of the case and something else as well."""
    word = words[index]
    line = _line(text, word.start)
    capital = text[word.start : word.end].isupper()
    mixed = casing(line) == "mixed"
    if is_signature(line) and (capital or not mixed):
        alone = line.strip() == text[word.start : word.end]
        return Reading.DOUBT if alone and word.folded in HEADINGS else Reading.NAME
    if _closes_a_message(text, words, index, capital=capital):
        return Reading.NAME
    if capital and mixed and _AGED.match(text, word.end):
        return Reading.NAME
    if word.folded in _ROLES or not _typed_as_initials(word, capital, mixed):
        return Reading.WORD
    if word.folded not in OWN_USE | FUNCTION_WORDS:
        return _read_abbreviation(text, words, index, dictionary, capital=capital and mixed)
    if word.folded in _RANKS and capital and mixed:
        return _read_abbreviation(text, words, index, dictionary, capital=True)
    return _read_letters(text, words, index, dictionary, sure=capital and mixed)


def _read_letters(
    text: str, words: Sequence[Token], index: int, dictionary: Dictionary, *, sure: bool
) -> Reading:
    """Of letters that stand for no person and no service otherwise, by what is beside them."""
    word = words[index]
    if _own_use(text, words, index, dictionary):
        return Reading.WORD
    if text[word.end : word.end + 2].lower() in {"'s", "’s"}:
        return Reading.NAME
    before, after = beside(text, words, index)
    second = words[index + 2].folded if index + 2 < len(words) else ""
    if sure and after == "to" and second != "be" and dictionary.is_bare_verb(second):
        return Reading.NAME
    if after in _ACTS or (after not in FUNCTION_WORDS and is_finite(after, dictionary)):
        return Reading.NAME
    if before in _LEADS or (before == "to" and _contact(words, index)):
        leads_on = word.folded == "re" and after not in {"", "and", "who", "re"}
        return Reading.DOUBT if leads_on else Reading.NAME
    heads = word.folded in HEADINGS and (after or starts_sentence(text, word.start))
    return Reading.WORD if heads or not sure else Reading.DOUBT


def _closes_a_message(text: str, words: Sequence[Token], index: int, *, capital: bool) -> bool:
    """Whether capitals stand between the end of a sentence and the end of the line."""
    word = words[index]
    if not capital or not index or _CLOSES.match(text, word.end) is None:
        return False
    gap = text[words[index - 1].end : word.start]
    return gap.rstrip(" ")[-1:] in {"?", "!", "."} and not words[index - 1].folded.isdigit()


def _read_abbreviation(
    text: str, words: Sequence[Token], index: int, dictionary: Dictionary, *, capital: bool
) -> Reading:
    """Of letters that stand for a rank or a thing as a rule: a person where that is not shown."""
    if len(words[index].folded) != _SHORTEST_GUESS:
        return Reading.WORD
    before, after = beside(text, words, index)
    if not capital:
        shouted = text[words[index].start : words[index].end].isupper()
        led = before in _LEADS and after not in {"and", "team"}
        return Reading.GUESS if shouted and led and not after else Reading.WORD
    second = words[index + 2].folded if index + 2 < len(words) else ""
    if after == "to" and second != "be" and dictionary.is_bare_verb(second):
        return Reading.NAME
    if after in TELLING_VERBS - _CALLED:
        return Reading.NAME
    return Reading.WORD if _is_the_thing(text, words, index) else Reading.GUESS


def is_a_thing(text: str, words: Sequence[Token], index: int) -> bool:
    """Whether the word behind letters shows that they stand for a thing: "CP plan"."""
    return beside(text, words, index)[1] in _THINGS.get(words[index].folded, "").split()


def _is_the_thing(text: str, words: Sequence[Token], index: int) -> bool:
    """Whether an article or number before the letters, or what follows, shows their usual sense.

    A rank has a surname or a number behind it: "DC Shah", "PC 4412".
    """
    word = words[index]
    before, after = beside(text, words, index)
    if before in _BEFORE_A_THING or before[:1].isdigit() or after[:1].isdigit():
        return True
    if text[word.end : word.end + 1] in _JOINING or text[max(0, word.start - 1)] in _JOINING:
        return True
    if word.folded in HEADINGS and text[word.end : word.end + 1] in {":", ";"}:
        return True
    if word.folded in _RANKS:
        behind = text[words[index + 1].start : words[index + 1].end] if after else ""
        return not behind.islower() and bool(behind)
    return is_a_thing(text, words, index)


def _own_use(text: str, words: Sequence[Token], index: int, dictionary: Dictionary) -> bool:
    """Whether a mark, a surname or a number beside the letters shows what they stand for."""
    word = words[index]
    if word.folded in HEADINGS and text[word.end : word.end + 1] == ":":
        return True
    if index and words[index - 1].folded.isdigit() and word.folded in _UNITS:
        return True
    if word.folded not in _TITLES:
        return False
    if text[word.end : word.end + 2] == " [":
        return True
    after = beside(text, words, index)[1]
    written = text[words[index + 1].start : words[index + 1].end] if after else ""
    if is_capitalised(written) or (written.isupper() and len(written) > 1):
        return True
    plain = after in dictionary and (is_finite(after, dictionary) or after in FUNCTION_WORDS)
    return written.islower() and not plain and not text[word.start : word.end].isupper()


def is_signature(line: str) -> bool:
    """Whether a line holds nothing but two or three letters, and perhaps kisses."""
    return _SIGNATURE.fullmatch(line) is not None


def follows_a_number(words: Sequence[Token], index: int) -> bool:
    """Whether letters are the unit of the number before them: "6 ft", "10pm"."""
    if not index or not words[index - 1].folded.isdigit():
        return False
    beside = words[index - 1].end == words[index].start
    return beside or words[index].folded in _UNITS


def _typed_as_initials(word: Token, capital: bool, mixed: bool) -> bool:
    return capital if mixed else word.folded not in FUNCTION_WORDS


def beside(text: str, words: Sequence[Token], index: int) -> tuple[str, str]:
    """The folded words on either side, if nothing but a space parts them; "" if not."""
    before = after = ""
    if index and text[words[index - 1].end : words[index].start] == " ":
        before = words[index - 1].folded
    if index + 1 < len(words) and text[words[index].end : words[index + 1].start] == " ":
        after = words[index + 1].folded
    return before, after


def _contact(words: Sequence[Token], index: int) -> bool:
    return index > 1 and words[index - 2].folded in CONTACT_WORDS


def _line(text: str, position: int) -> str:
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return text[start : len(text) if end < 0 else end]
