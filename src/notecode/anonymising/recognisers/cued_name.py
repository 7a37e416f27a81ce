"""Names that the words around them give away: "Mr Okoro", "spoke to Kez", "Regards, Priya"."""

import re
from collections.abc import Iterable, Iterator, Sequence

from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.names.cues import capitalised_in_sentence
from notecode.anonymising.names.lists import SURNAMES, WORD_NAMES
from notecode.anonymising.places.listed import ONE_WORD_PLACES
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.words.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.words.spelling import WORD, Token, is_capitalised, tokens, word_set
from notecode.anonymising.words.vocabulary import CONTACT_WORDS, KEPT_WORDS, SURE_NAME_LEADS, TITLES

_CIVIL = frozenset({"mr", "mrs", "ms", "dr"})
_RANKS = word_set(
    "pc pcso wpc dc ds di dci dsi det ps sgt sergeant insp inspector constable nurse judge hhj"
)
_AFTER_A_RANK = word_set(
    """
    world on advised practitioner specialist prescriber liaison manager advocate led clinic station
    please attending attended and or both was is has to the
    """
)
"""Words that are no surname though a rank stands before them: "PC World", "Nurse Practitioner"."""
_SIGN_OFF = re.compile(
    r"(?:^|[.,!?\n])[ \t>]*(?:(?:kind|best|warm|many)[ ])?(?:regards|wishes|thanks|"
    r"thank you|cheers|"
    rf"sincerely|faithfully|ta|best|yours)[ ,.!]*\n+[ \t>]*({WORD}(?:[ '’\-]{WORD})"
    rf"{{0,2}})[ \t,.]*(?=\n|$)",
    re.IGNORECASE,
)
_INITIALS = re.compile("[A-Z]{2,3}")
_HEADER = re.compile(
    r"^[ \t>]*(?:from|to|cc|bcc|author|signed)[ ]?:[ ]*(.{2,300})$",
    re.IGNORECASE | re.MULTILINE,
)
_ALIAS = re.compile(
    r"\b(?:known (?:to \w+ )?as|goes by|aka|a\.k\.a\.?|nicknamed|nickname(?: is)?|uses the name|"
    rf"calls (?:him|her)self|answers to)[ ]+[\"'“‘]?({WORD}(?:[ ]{WORD})?)",
    re.IGNORECASE,
)
_FUNCTION = word_set(
    """
    the a an and or to of for in on at he she it they we i his her their my your was is has had be
    been will would that this so if but not no as by
    """
)
_SHORTEST = 3


class CuedNameRecogniser(NoteRecogniser):
    """Names after a title, after a word that leads to a name, and under a letter."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__(supported_entities=[PERSON], name="cued-name")
        self._dictionary = dictionary

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """The names in the text that a cue announces."""
        words = note.words
        return [
            *self._after_words(text, words),
            *self._under_letters(text),
            *self._aliases(text),
            *self._in_headers(text),
        ]

    def _after_words(self, text: str, words: Sequence[Token]) -> Iterator[Finding]:
        for index in range(len(words) - 1):
            lead, name = words[index], words[index + 1]
            gap = text[lead.end : name.start]
            if lead.folded in TITLES and gap in {" ", ". ", "."}:
                if self._is_titled(text, lead, name):
                    last = self._more(text, words, index + 1)
                    yield Finding(name.start, words[last].end, PERSON, 0.8, "titled-name")
            elif self._leads(words, index, gap) and (
                self._is_strange(text, name) or self._is_led_to(text, words, index)
            ):
                last = self._more(text, words, index + 1)
                yield Finding(name.start, words[last].end, PERSON, 0.66, "cued-name")

    def _is_led_to(self, text: str, words: Sequence[Token], index: int) -> bool:
        """Whether a plain word has a capital of its own where somebody is named: "told Frost"."""
        name = words[index + 1]
        if name.folded in KEPT_WORDS | FUNCTION_WORDS or len(name.folded) < _SHORTEST:
            return False
        if words[index].folded not in SURE_NAME_LEADS or name.folded in ONE_WORD_PLACES:
            return False
        if not capitalised_in_sentence(text, words, index + 1):
            return False
        if index + 2 >= len(words) or text[name.end : words[index + 2].start] != " ":
            return True
        after = words[index + 2]
        return not text[after.start].isupper() or after.folded in SURNAMES

    def _leads(self, words: Sequence[Token], index: int, gap: str) -> bool:
        lead = words[index].folded
        if lead == "w" and gap == "/ ":
            return True
        if lead == "to" and gap == " ":
            return index > 0 and words[index - 1].folded in CONTACT_WORDS
        return gap == " " and lead in SURE_NAME_LEADS

    def _is_titled(self, text: str, title: Token, name: Token) -> bool:
        written = text[name.start : name.end]
        if self._has_a_rank(text, title, name):
            return True
        if name.folded in KEPT_WORDS or name.folded[0].isdigit() or name.folded in _FUNCTION:
            return False
        if len(name.folded) < 2 or (len(name.folded) < _SHORTEST and not is_capitalised(written)):
            return False
        plain = name.folded in self._dictionary
        if title.folded in _CIVIL:
            return written[0].isupper() or not plain or name.folded in SURNAMES
        if not text[title.start].isupper() and not is_capitalised(written):
            return False
        return written[0].isupper() and (not plain or name.folded in SURNAMES)

    @staticmethod
    def _has_a_rank(text: str, title: Token, name: Token) -> bool:
        """Whether a rank and a surname are written as such: "DC Frost", "Sgt Ward"."""
        if title.folded not in _RANKS or not text[title.start].isupper():
            return False
        if not is_capitalised(text[name.start : name.end]) or name.folded in _AFTER_A_RANK:
            return False
        return name.folded not in (KEPT_WORDS | _FUNCTION) - SURNAMES - WORD_NAMES

    def _is_strange(self, text: str, name: Token) -> bool:
        return (
            is_capitalised(text[name.start : name.end])
            and name.folded not in self._dictionary
            and len(name.folded) >= _SHORTEST
        )

    def _more(self, text: str, words: Sequence[Token], index: int) -> int:
        """The index of the last word of the name that begins at ``words[index]``."""
        last = index
        while last + 1 < len(words) and last - index < 2:
            here, after = words[last], words[last + 1]
            if text[here.end : after.start] not in {" ", "-", "'", "’"} or after.folded == "s":
                break
            if not self._is_strange(text, after):
                break
            last += 1
        return last

    def _under_letters(self, text: str) -> Iterator[Finding]:
        for match in _SIGN_OFF.finditer(text):
            words = tokens(match.group(1))
            if len(words) == 1 and _INITIALS.fullmatch(match.group(1)):
                yield Finding(match.start(1), match.end(1), PERSON, 0.7, "sign-off")
            elif any(word.folded not in KEPT_WORDS for word in words) and not all(
                word.folded in self._dictionary for word in words
            ):
                yield Finding(match.start(1), match.end(1), PERSON, 0.78, "sign-off")

    def _aliases(self, text: str) -> Iterator[Finding]:
        for match in _ALIAS.finditer(text):
            words = tokens(match.group(1))
            start = match.start(1)
            last = 0
            while last + 1 < len(words) and self._is_strange(match.group(1), words[last + 1]):
                last += 1
            first = words[0]
            written = match.group(1)[first.start : first.end]
            plain = first.folded in self._dictionary
            if first.folded in KEPT_WORDS or first.folded in _FUNCTION:
                continue
            if is_capitalised(written) or not plain:
                yield Finding(start, start + words[last].end, PERSON, 0.79, "alias")

    def _in_headers(self, text: str) -> Iterator[Finding]:
        for match in _HEADER.finditer(text):
            for word in tokens(match.group(1)):
                if self._is_strange(match.group(1), word):
                    start = match.start(1)
                    yield Finding(start + word.start, start + word.end, PERSON, 0.67, "header")
