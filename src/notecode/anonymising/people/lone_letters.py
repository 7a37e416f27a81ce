"""Single capitals that stand for people by their company: "P & G", "R/B", "A told me", "M crying".

Whether somebody of the case has that letter is for the caller to say.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from notecode.anonymising.words.spelling import Token, starts_sentence, word_set
from notecode.anonymising.words.vocabulary import KEPT_WORDS

_PAIR = re.compile(
    r"(?<![\w.&/+'’\-@#])(?P<one>[A-Z])(?:[/+&]|[ ][/+&][ ]|[ ]and[ ])(?P<two>[A-Z])"
    r"(?![\w&/+@#]|\.\w|[ ][/&+][ ]|['’-][A-RT-Z]|[ ]?[0-9])"
)
_SET_PHRASES = word_set(
    "ae qa bb rr pr co tc ms su vs dv na wm hs da cp ot sw bw fm mf yn lr hm ab bc ac"
)
"""Pairs that are an abbreviation, a pair of marks, or a choice: "A&E", "Y/N", "M/F"."""
_LABELS = word_set(
    "band bands cat class grade grades hep vitamin vitamins block blocks unit wing type types tier"
    " group groups level category section sections phase zone flat flats room ward party option"
    " options appendix schedule annex part parts plan plans question point points"
)
_SPEAKS = word_set(
    "told said says rang asked texted phoned stated reported disclosed is was has did sez sed"
)
_SHORTEST_PARTICIPLE = 5


def pairs_of_people(text: str, letters: Collection[str]) -> Iterator[int]:
    """Where single capitals stand that are joined with each other, both among ``letters``."""
    for match in _PAIR.finditer(text):
        one, two = match["one"], match["two"]
        pair = (one + two).lower()
        if pair in _SET_PHRASES or one == two or not set(pair) <= set(letters):
            continue
        label = text[: match.start()].rsplit(None, 1)[-1:]
        if label and label[0].lower() in _LABELS:
            continue
        yield match.start("one")
        if two != "I":
            yield match.start("two")


def begins_a_statement(text: str, words: Sequence[Token], index: int) -> bool:
    """Whether a capital at the start of a sentence is what the next word speaks of."""
    word = words[index]
    if index + 1 >= len(words) or text[word.end : words[index + 1].start] != " ":
        return False
    if word.folded == "i" or not starts_sentence(text, word.start):
        return False
    after = words[index + 1].folded
    if after in _SPEAKS:
        return True
    going_on = after.endswith("ing") and len(after) > _SHORTEST_PARTICIPLE
    return going_on and word.folded != "a" and after not in KEPT_WORDS
