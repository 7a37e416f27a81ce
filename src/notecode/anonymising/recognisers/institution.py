"""Schools, surgeries, hospitals and prisons by name: Oakfield Primary, St Mary's School, HMP Rye.

The tag keeps the kind of place: a school becomes ``[SCHOOL_1]``, a surgery ``[GP_1]``, and of a
hospital or a prison only the name is masked. "The school" and "his surgery" stay.
"""

import re
from collections.abc import Iterable, Sequence

from notecode.anonymising.dictionary import Dictionary
from notecode.anonymising.findings import PLACE, SCHOOL, SURGERY, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.vocabulary import KEPT_WORDS
from notecode.anonymising.words import Token, is_capitalised, starts_sentence, word_set

_LEVEL = (
    "primary|junior|infants?|secondary|high|grammar|nursery|academy|comprehensive|middle|special|"
    "catholic|c of e|ce|rc|community|college|pre-?school|sixth form|day"
)
_SCHOOL = re.compile(
    rf"\b(?:(?:{_LEVEL})[ ])*(?:(?:{_LEVEL})[ ](?:school|academy|college|nursery)|primary|academy|"
    r"school|nursery|juniors|infants|college)\b",
    re.IGNORECASE,
)
_BARE = frozenset({"school", "nursery", "college"})
_SURGERY = re.compile(
    r"\b(?:surgery|medical centre|medical practice|health centre|medical group|gp practice|"
    r"dental practice|family practice|pharmacy)\b",
    re.IGNORECASE,
)
_HOSPITAL = re.compile(
    r"\b(?:(?:general|royal|district|university|community|memorial|county|teaching)[ ])*"
    r"(?:hospital|infirmary|hospice)\b",
    re.IGNORECASE,
)
_PRISON = re.compile(r"\b(?:HMP|HMYOI|YOI)(?:/?YOI)?[ ]+", re.IGNORECASE)
_JOINING = frozenset({"st", "saint", "of", "the", "our", "and", "s", "upon"})
_NO_NAME = word_set(
    """
    local nearest old new main current previous same other both another different special secure
    private public boarding state village town city north south east west open closed cat
    mainstream alternative specialist royal general district university mental day middle head
    after before during home pre post at from in to the of their his her my our a an and
    """
)
_MOST_NAME_WORDS = 4


class InstitutionRecogniser(NoteRecogniser):
    """Names of schools, surgeries, hospitals and prisons."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__(supported_entities=[SCHOOL, SURGERY, PLACE], name="institution")
        self._dictionary = dictionary

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """The institutions in the text."""
        words = note.words
        starts = {word.start: index for index, word in enumerate(words)}
        found: list[Finding] = []
        for kind, pattern in ((SCHOOL, _SCHOOL), (SURGERY, _SURGERY), (PLACE, _HOSPITAL)):
            for match in pattern.finditer(text):
                index = starts.get(match.start())
                if index is None:
                    continue
                bare = match.group().lower() in _BARE
                first = self._name_before(text, words, index, bare=bare)
                if first is not None:
                    end = words[index - 1].end if kind == PLACE else match.end()
                    found.append(Finding(words[first].start, end, kind, 0.81, "institution"))
        for match in _PRISON.finditer(text):
            found.extend(self._prison(text, words, starts.get(match.end())))
        return found

    def _name_before(
        self, text: str, words: Sequence[Token], index: int, *, bare: bool
    ) -> int | None:
        """The index of the first word of the name that ends just before ``words[index]``."""
        first: int | None = None
        named = False
        position = index
        while position > 0 and index - position < _MOST_NAME_WORDS + 2:
            word, after = words[position - 1], words[position]
            gap = text[word.end : after.start]
            if gap.strip(" '’.-&") or len(gap) > 2 or "\n" in gap:
                break
            if word.folded in _JOINING:
                position -= 1
                if word.folded in {"st", "saint", "our"} and first is not None:
                    first = position
                continue
            if not self._is_name(text, word, bare=bare):
                break
            position -= 1
            first, named = position, True
        if first is None or not named:
            return None
        possessive = words[index - 1].folded == "s"
        if bare and possessive and words[first].folded not in {"st", "saint", "our"}:
            return None
        return first

    def _is_name(self, text: str, word: Token, *, bare: bool) -> bool:
        if word.folded in KEPT_WORDS or word.folded in _NO_NAME or word.folded[0].isdigit():
            return False
        plain = word.folded in self._dictionary
        if is_capitalised(text[word.start : word.end]):
            return not (plain and starts_sentence(text, word.start))
        return not plain and not bare and len(word.folded) > 2

    def _prison(self, text: str, words: Sequence[Token], index: int | None) -> list[Finding]:
        if index is None:
            return []
        last = index - 1
        while last + 1 < len(words) and last - index < 1:
            word = words[last + 1]
            adjacent = last < index or text[words[last].end : word.start] == " "
            if not adjacent or word.folded in KEPT_WORDS:
                break
            capital = is_capitalised(text[word.start : word.end])
            if word.folded in self._dictionary and not (capital and last < index):
                break
            last += 1
        if last < index:
            return []
        return [Finding(words[index].start, words[last].end, PLACE, 0.81, "institution")]
