"""Names of which one part is an initial: "Poppy S", "Josh F-C", "J. Riley", "ML Cheung".

The other part must be a name that is known, or no plain English. "Plan B", "Cat C", "Unit 4" and
an article before a capital ("A Skoda") are none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.names.cues import line_around
from notecode.anonymising.names.lists import SURNAMES, WORD_NAMES
from notecode.anonymising.names.reading import NAMED_FIRST, NameReader
from notecode.anonymising.places.listed import WELL_KNOWN_PLACES
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.spelling import (
    Token,
    casing,
    is_capitalised,
    starts_sentence,
    word_set,
)
from notecode.anonymising.words.vocabulary import KEPT_WORDS, TITLES

_NO_GIVEN_NAMES = word_set("cat mark class type grade art max star may june april august")
_LABELLED = word_set(
    "band cat class grade plan hep vitamin block unit wing type tier group level category section"
    " phase zone flat room ward party person option appendix schedule annex part crime"
)
"""Words after which a letter is a label: "band A"."""
_THINGS = word_set(
    """
    abbey art banks bay bell berry bond booth bow bridge bridges brook brown buck bud bush castle
    case church cliff coast cook court cross day east english field fields forest french friend
    gay gem gift gold golden good green grey gray grove guy hall hand haven head heath heaven hill
    home house hunt irish isle ivory jet job judge key king knight lake lane law lawn link little
    long lord love major mark mill mills moon moss new noble north old page park parks pet pike
    pope port porter power price prior promise queen quick rain red reed rice ridge ring rise river
    rivers rock rod royal rush salt sharp shell short silver sky smart snow south spring star
    street strong sun swift temple timber trust van wall walls ward waters way well wells west
    white wild wise wood woods worth young best early chance charity
    """
)
"""Word names that are things first of all, so that a letter behind them is a label."""
_NO_INITIALS = "AI"
_SECOND_INITIAL = re.compile(r"\.[A-Z](?!\w)")
_FIRST_INITIAL = re.compile(r"(?:^|[\s(\"“])[A-Z]\.[ ]?", re.MULTILINE)
_END_OF_ITEM = re.compile(r"[,;:)/\n]|[ ][(–-]|$")
_SMALL = re.compile(r"(?<![\w.@/])[a-hj-z]\.[a-z]{3,20}(?![\w@/]|\.\w)")
"""An initial and a surname typed as one word without capitals: "s.tipping"."""
_IRISH = re.compile(r"[OD]['’][A-Z][a-z]{2,}")
_BEFORE_A_LETTER = frozenset({"&", "/", "+", "-", "'", "’", "_", "@", "#", "."})
_LONGEST_INITIALS = 2
_SHORTEST = 3


class InitialledNameRecogniser(NoteRecogniser):
    """A name with an initial before or behind it."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__(supported_entities=[PERSON], name="initialled-name")
        self._reader = NameReader(dictionary)
        self._dictionary = dictionary

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """The names in the text of which one part is an initial."""
        words = note.words
        for match in _SMALL.finditer(text):
            if casing(line_around(text, match.start())) == "lower":
                yield Finding(match.start(), match.end(), PERSON, 0.77, "initialled-name")
        for index, word in enumerate(words):
            if word.end - word.start > _LONGEST_INITIALS:
                continue
            written = text[word.start : word.end]
            if not written.isupper():
                continue
            if len(written) == 1 or casing(line_around(text, word.start)) == "mixed":
                yield from self._behind(text, words, index)
                yield from self._before(text, words, index)

    def _behind(self, text: str, words: Sequence[Token], index: int) -> Iterator[Finding]:
        """A given name with initials behind it, the second after a hyphen perhaps."""
        if not index or text[words[index - 1].end : words[index].start] != " ":
            return
        given, initial = words[index - 1], words[index]
        end = initial.end
        if index + 1 < len(words) and text[end : words[index + 1].start] == "-":
            if words[index + 1].end - words[index + 1].start > 1:
                return
            end = words[index + 1].end
        elif len(initial.folded) > 1 and initial.folded in KEPT_WORDS | TITLES:
            return
        if _SECOND_INITIAL.match(text, end):
            end += 2
        if text[end : end + 1] in _BEFORE_A_LETTER - {"."} or text[end : end + 1].isdigit():
            return
        dotted = text[end : end + 1] == "." or end > initial.end
        written = text[initial.start : initial.end]
        if (written in _NO_INITIALS and not dotted) or not self._is_given(text, given):
            return
        if len(written) > 1 and given.folded not in NAMED_FIRST:
            return
        yield Finding(given.start, end, PERSON, 0.8, "initialled-name")

    def _is_given(self, text: str, word: Token) -> bool:
        written = text[word.start : word.end]
        short = len(written) < _SHORTEST and word.folded not in NAMED_FIRST
        if short or not written[0].isupper():
            return False
        if word.folded in _NO_GIVEN_NAMES | KEPT_WORDS:
            return False
        mixed = casing(line_around(text, word.start)) == "mixed"
        if mixed and not is_capitalised(written):
            return False
        if word.folded in WORD_NAMES - _THINGS and not starts_sentence(text, word.start):
            return mixed
        return word.folded in NAMED_FIRST or self._reader.is_strange(word)

    def _before(self, text: str, words: Sequence[Token], index: int) -> Iterator[Finding]:
        """A surname with initials before it."""
        initials = words[index]
        if index + 1 >= len(words) or initials.folded in (KEPT_WORDS | TITLES) - {"j", "c"}:
            return
        start = initials.start
        if _FIRST_INITIAL.fullmatch(text, max(0, start - 3), start):
            start = text.rindex(".", 0, start) - 1
        prior = text[max(0, start - 1) : start]
        if prior in _BEFORE_A_LETTER or prior.isalnum():
            return
        if index and words[index - 1].folded in _LABELLED:
            return
        surname = words[index + 1]
        if len(initials.folded) > 1 and surname.folded in NAMED_FIRST:
            return
        gap = text[initials.end : surname.start]
        if gap not in {" ", ". ", "."} or not self._is_surname(text, surname, dotted="." in gap):
            return
        article = text[initials.start : initials.end] in _NO_INITIALS and "." not in gap
        if article and surname.folded not in SURNAMES:
            return
        end = self._rest(text, words, index + 1)
        yield Finding(start, end, PERSON, 0.8, "initialled-name")

    def _is_surname(self, text: str, word: Token, *, dotted: bool) -> bool:
        written = text[word.start : word.end]
        if dotted and is_capitalised(written):
            ends = _END_OF_ITEM.match(text, word.end) is not None
            if word.folded in SURNAMES or (ends and word.folded in WORD_NAMES):
                return True
        if _IRISH.match(text, word.start):
            return True
        if len(written) < _SHORTEST or word.folded in KEPT_WORDS | WELL_KNOWN_PLACES:
            return False
        mixed = casing(line_around(text, word.start)) == "mixed"
        if not written[0].isupper() or (mixed and not is_capitalised(written)):
            return False
        return self._reader.is_strange(word)

    @staticmethod
    def _rest(text: str, words: Sequence[Token], index: int) -> int:
        """The end of a surname, with what a hyphen joins to it."""
        last = index
        while last + 1 < len(words):
            gap = text[words[last].end : words[last + 1].start]
            if gap not in {"-", "'", "’"} or not text[words[last + 1].start].isupper():
                break
            last += 1
        return words[last].end
