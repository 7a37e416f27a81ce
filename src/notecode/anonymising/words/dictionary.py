"""Which words are plain English: those are neither misspelt names nor worth propagating.

The words come with the language model (its lemmatiser carries word lists of nouns, verbs,
adjectives and adverbs). Those lists hold given names and towns too, so the lists of names and
places are taken out again, except where a name is a common word as well.
"""

from collections.abc import Iterable, Iterator

from notecode.anonymising.names.lists import GIVEN_NAMES, SHORT_FORMS, SURNAMES, WORD_NAMES
from notecode.anonymising.places.listed import ONE_WORD_PLACES, WORD_PLACES
from notecode.anonymising.words.informal import INFORMAL_WORDS
from notecode.anonymising.words.spelling import word_set
from notecode.anonymising.words.vocabulary import KEPT_WORDS

FUNCTION_WORDS = word_set(
    """
    beside besides despite except amid amidst alongside throughout unlike worth versus upon
    a about above across after against all along also although am among an and another any anybody
    anyone anything are arent as at away back be because been before being below between both but
    by can cannot cant could couldnt did didnt do does doesnt doing done dont down during each
    either else even ever every everyone everything few for from had hadnt has hasnt have havent
    having he hed hell her here hers herself hes him himself his how i id if ill im in into is
    isnt it its itself ive just least less like many may maybe me might mine more most much must
    my myself neither never no nobody none nor not nothing now of off on once one only onto or
    other others our ours out over own per quite rather she shed shell shes should shouldnt since
    so some somebody someone something soon still such than that thats the their theirs them
    themselves then there theres these they theyre theyve this those though through till to too
    toward towards under unless until up upon us very was wasnt we well went were werent weve what
    whatever whats when where wheres whether which while who whole whom whos whose why will with
    within without wont would wouldnt yes yet you youre your yours yourself hence ok okay whoever
    whichever whenever wherever however himself
    """
)
"""Words that only join others, folded, without apostrophes."""
_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("es", ""),
    ("es", "e"),
    ("s", ""),
    ("ed", ""),
    ("ed", "e"),
    ("d", ""),
    ("ing", ""),
    ("ing", "e"),
    ("er", ""),
    ("er", "e"),
    ("ers", ""),
    ("est", ""),
    ("est", "e"),
    ("ly", ""),
    ("ness", ""),
    ("less", ""),
    ("able", ""),
)
_FINITE_ENDINGS = (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"))
_SHORTEST_FINITE = 4

_COMMON_ENDINGS = ("s", "ed", "ing", "ly")
_LAST_OF_ENDINGS = frozenset("sdgy")
_VOWELS = "aeiou"
_LONG = 7
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LONGEST_SLIP = 24
"""Letters of a word up to which it is compared with plain English, letter by letter."""
_MOST_REMEMBERED = 50_000
"""Words whose answer is kept: notes ask for the same ones again and again."""


class Dictionary:
    """Plain English words, asked by their folded form."""

    def __init__(
        self, words: Iterable[str], verbs: Iterable[str] = (), past_forms: Iterable[str] = ()
    ) -> None:
        """Take base forms; inflected ones are worked out.

        ``verbs`` are those that are verbs, ``past_forms`` the irregular forms of verbs.
        """
        self._verbs = frozenset(verbs)
        self._past_forms = frozenset(past_forms) - self._verbs
        names = GIVEN_NAMES | SURNAMES | frozenset(SHORT_FORMS) | ONE_WORD_PLACES
        self._words = (
            (frozenset(words) - names)
            | FUNCTION_WORDS
            | KEPT_WORDS
            | INFORMAL_WORDS
            | WORD_NAMES
            | WORD_PLACES.difference(GIVEN_NAMES, SURNAMES)
        )
        self._names = names - WORD_NAMES - KEPT_WORDS
        self._asked: dict[str, bool] = {}
        self._slips: dict[str, bool] = {}
        self._misspelt: dict[str, bool] = {}

    def __contains__(self, word: object) -> bool:
        """Whether the folded word, or what it is inflected from, is plain English."""
        if word in self._words:
            return True
        if not isinstance(word, str) or word in self._names:
            return False
        known = self._asked.get(word)
        if known is None:
            if len(self._asked) >= _MOST_REMEMBERED:
                self._asked.clear()
            known = self._asked[word] = any(self._bases(word))
        return known

    def is_bare_verb(self, word: str) -> bool:
        """Whether the folded word is the base form of a verb: "go", "call", "be"."""
        return word in self._verbs or word == "be"

    def is_finite_verb(self, word: str) -> bool:
        """Whether it is a verb's past or third person, and no base form: "went", "goes"."""
        if word in self._past_forms:
            return True
        if word in self._verbs or len(word) < _SHORTEST_FINITE:
            return False
        return any(
            word.endswith(ending) and word[: -len(ending)] + base in self._verbs
            for ending, base in _FINITE_ENDINGS
        )

    def is_slip(self, word: str) -> bool:
        """Whether one letter too many, too few, wrong or misplaced parts it from plain English."""
        if len(word) > _LONGEST_SLIP:
            return False
        known = self._slips.get(word)
        if known is None:
            if len(self._slips) >= _MOST_REMEMBERED:
                self._slips.clear()
            known = self._slips[word] = any(map(self._is_listed, _one_letter_off(word)))
        return known

    def is_misspelt(self, word: str) -> bool:
        """Whether a word is plain English with letters swapped or one left out: "freinds"."""
        if len(word) > _LONGEST_SLIP:
            return False
        known = self._misspelt.get(word)
        if known is None:
            if len(self._misspelt) >= _MOST_REMEMBERED:
                self._misspelt.clear()
            known = self._misspelt[word] = any(map(self._is_listed, _put_right(word)))
        return known

    def _is_listed(self, word: str) -> bool:
        """Whether the word is plain as it stands or without a common ending: quick and rough."""
        if word in self._words:
            return True
        if word[-1:] not in _LAST_OF_ENDINGS:
            return False
        return any(
            word.endswith(ending)
            and (word[: -len(ending)] in self._words or word[: -len(ending)] + "e" in self._words)
            for ending in _COMMON_ENDINGS
        )

    def _bases(self, word: str) -> Iterable[bool]:
        for ending, base in _ENDINGS:
            if len(word) > len(ending) + 2 and word.endswith(ending):
                stem = word[: -len(ending)] + base
                yield stem in self._words
                doubled = len(stem) > 3 and stem[-1] == stem[-2]
                yield doubled and stem[:-1] in self._words


def _one_letter_off(word: str) -> Iterator[str]:
    """The word with a letter left out, swapped with the next, put in, or replaced."""
    for position in range(len(word) + 1):
        head, tail = word[:position], word[position:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _LETTERS:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]


def _put_right(word: str) -> Iterator[str]:
    """The word with two neighbouring letters swapped, a letter put in, or another vowel in it."""
    for position in range(1, len(word)):
        head, tail = word[:position], word[position:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _LETTERS:
            yield head + letter + tail
        if tail[0] in _VOWELS and len(word) >= _LONG:
            for letter in _VOWELS:
                yield head + letter + tail[1:]
