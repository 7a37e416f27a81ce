"""Initials and single letters of the people who are named in full anywhere in a case.

"CR welcomed all" is read as Colin Rudge where his name stands in the case or its people file;
"spoke to H" as Hodan. Letters that are an abbreviation of the field count only where the
text introduces them as initials, or a person alone can do what follows.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from notecode.anonymising.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.initials import OWN_USE, follows_a_number
from notecode.anonymising.name_cues import line_around
from notecode.anonymising.name_reading import PARTICLES
from notecode.anonymising.small_letters import is_finite
from notecode.anonymising.vocabulary import (
    CONTACT_WORDS,
    KEPT_WORDS,
    MODAL_VERBS,
    NAME_VERBS,
    TITLES,
)
from notecode.anonymising.words import Token, casing, folded_words, is_capitalised, word_set
from notecode.raw import Person

_WRITTEN = re.compile(r"[A-Z]{2,4}|[A-Z]{1,2}(?:Mac|Mc)[A-Z]{1,2}")
_IRISH = re.compile(r"\b(?P<letters>[A-Z]{1,2}['’][A-Z])\b(?!['’]?[a-z])")
_INTRODUCED = re.compile(
    r"\((?P<bracket>[A-Z][\w'’]{1,5})\)|(?P<equal>\b[A-Z][\w'’]{0,5})[ ]?\(?=|"
    r"(?:^|\n)[ \t>*•\-–]*(?:\d{1,2}[.)][ ]*)?(?P<label>[A-Z][\w'’]{1,5})(?=:|[ ]–[ ]|[ ]\([A-Z])"
)
_PRESENT = re.compile(
    r"\b(?:attendees?|present|in attendance|apologies|apols|participants|round the table|"
    r"minutes)[ ]?:?[ ]+(?P<items>[^\n]{2,400})",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:^|[,;&+][ ]*)(?P<letters>[A-Z][\w'’]{1,5})(?=[ ]*(?:$|[,;.&+(]))")
_SURE_FROM = 0.7
_LONGEST = 4
_PEOPLE_BY_OFFICE = word_set(
    """
    om po sw cm hv pc ps sm pa so dc ds di sgt dci gp ta tl ssw aa dsl idva isva oic cpn spo su vs
    op fa hr it ed mh ot
    """
)
"""Abbreviations that stand for somebody, or for a service that acts, whoever it is."""
_OTHER_USE = word_set("ng bw kr br rip ocg ric ems")
"""More letters that stand for something else: not guilty, best wishes."""
_UNSURE_LEADS = word_set("and or by for about re")
_LEADS = word_set(
    """
    told asked rang called phoned texted saw met tell ask ring call text see with w from emailed
    visited advised informed updated says said contacted for by and re about via
    """
)
_ACTS = (NAME_VERBS | MODAL_VERBS | word_set("was is has had did does to not now")) - word_set(
    "or and also only still never"
)
_WITHIN = frozenset("&+/.'’-_@#")
_NO_LETTERS = frozenset("AI")


class _Owner(NamedTuple):
    """Whose letters they are: a person of the roster, or a name found in the case."""

    person_id: str
    words: tuple[str, ...]


class ShortNames:
    """The letters by which the people of one case may go."""

    def __init__(
        self,
        found: Iterable[tuple[str, Finding]],
        people: Sequence[Person],
        dictionary: Dictionary,
    ) -> None:
        """Take what was found, as pairs of a text and a finding in it, and the people file."""
        self._dictionary = dictionary
        self._initials: dict[str, set[_Owner]] = {}
        self._letters: dict[str, set[_Owner]] = {}
        for person in people:
            first, last = folded_words(person.first_name), folded_words(person.last_name)
            self._add(_Owner(person.id, first + last), first, last)
        for words in dict.fromkeys(_strangers(found)):
            self._add(_Owner("", words), words[:1], words[1:])

    def _add(self, owner: _Owner, first: Sequence[str], last: Sequence[str]) -> None:
        if not first or not last:
            return
        for letters in _initials_of(tuple(first), tuple(last)):
            known = self._initials.setdefault(letters, set())
            if owner.person_id or not any(_same(owner, other) for other in known):
                known.add(owner)
        known = self._letters.setdefault(first[0][0], set())
        if owner.person_id:
            known.add(owner)

    def find(self, text: str, words: Sequence[Token]) -> Iterator[Finding]:
        """The initials and letters in the text that stand for somebody."""
        introduced = self._introduced(text)
        yield from self._irish(text)
        for index, word in enumerate(words):
            written = text[word.start : word.end]
            owners = (self._letters if len(written) == 1 else self._initials).get(word.folded)
            if not owners:
                continue
            if len(written) == 1:
                if written.isupper() and self._is_letter(text, words, index):
                    yield self._finding(text, word.start, word.end, owners, 0.72)
                continue
            known = self._are_initials(text, words, index, introduced)
            if known and _WRITTEN.fullmatch(written):
                score = 0.82 if word.folded in introduced else 0.78
                yield self._finding(text, word.start, word.end, owners, score)

    def _irish(self, text: str) -> Iterator[Finding]:
        for match in _IRISH.finditer(text):
            letters = re.sub("['’]", "", match["letters"]).lower()
            if letters in self._initials:
                owners = self._initials[letters]
                yield self._finding(text, match.start(), match.end(), owners, 0.85)

    @staticmethod
    def _finding(
        text: str, start: int, end: int, owners: Iterable[_Owner], score: float
    ) -> Finding:
        """Who is meant: of several the one who is named in this very text."""
        listed = sorted(owners)
        if len(listed) > 1:
            folded = set(folded_words(text))
            here = [owner for owner in listed if folded.issuperset(owner.words)]
            listed = here or listed
        shared = len({owner.person_id for owner in listed}) > 1
        person = listed[0].person_id if listed and not shared else ""
        return Finding(start, end, PERSON, score, "short-name", person)

    def _introduced(self, text: str) -> frozenset[str]:
        """The letters that the text introduces as somebody's initials; folded."""
        found = set()
        for match in _INTRODUCED.finditer(text):
            found.add(match["bracket"] or match["equal"] or match["label"])
        for listing in _PRESENT.finditer(text):
            found.update(item["letters"] for item in _ITEM.finditer(listing["items"]))
        return frozenset(letters.lower() for letters in found if letters) & self._initials.keys()

    def _are_initials(
        self, text: str, words: Sequence[Token], index: int, introduced: frozenset[str]
    ) -> bool:
        word = words[index]
        if text[max(0, word.start - 1) : word.start] in {"&", "+", "@", "#", "_", "."}:
            return False
        if text[word.end : word.end + 1].isdigit() or follows_a_number(words, index):
            return False
        if word.folded in introduced:
            return True
        mixed = casing(line_around(text, word.start)) == "mixed"
        if word.folded in KEPT_WORDS | OWN_USE | TITLES | FUNCTION_WORDS | _OTHER_USE:
            office = word.folded in _PEOPLE_BY_OFFICE | TITLES | OWN_USE
            return mixed and not office and self._acts(text, words, index)
        return mixed or word.folded not in self._dictionary

    def _acts(self, text: str, words: Sequence[Token], index: int) -> bool:
        """Whether a person alone can do, or own, what follows."""
        word = words[index]
        if text[word.end : word.end + 2] in {"'s", "’s"}:
            return True
        if index + 1 >= len(words) or text[word.end : words[index + 1].start] != " ":
            return False
        after = words[index + 1].folded
        return after in NAME_VERBS - {"or", "and", "also", "only", "still", "never", "needs"} or (
            after not in FUNCTION_WORDS and is_finite(after, self._dictionary)
        )

    def _is_letter(self, text: str, words: Sequence[Token], index: int) -> bool:
        """Whether a single capital stands where a person would."""
        word = words[index]
        if not self._letters.get(word.folded):
            return False
        if text[max(0, word.start - 1) : word.start] in _WITHIN and not _with(text, word):
            return False
        rest = text[word.end : word.end + 2]
        if rest in {"'s", "’s"}:
            return True
        if word.folded.upper() in _NO_LETTERS or (rest[:1] in _WITHIN and rest[1:2].isalnum()):
            return False
        before, after = _beside(text, words, index)
        if rest[:1].isdigit() or before[:1].isdigit() or after[:1].isdigit():
            return False
        if rest.startswith(" =") or _with(text, word) or _has_a_line(text, word):
            return True
        if before in _LEADS - _UNSURE_LEADS or (before == "to" and _contact(words, index)):
            capital = after and text[words[index + 1].start].isupper()
            return not capital
        verb = after in _ACTS or (after not in FUNCTION_WORDS and self._is_verb(after))
        return verb and (before not in KEPT_WORDS or before in _LEADS)

    def _is_verb(self, word: str) -> bool:
        return bool(word) and is_finite(word, self._dictionary)


def _same(one: _Owner, other: _Owner) -> bool:
    """Whether a name found in the case is that of a person already known."""
    return set(one.words) <= set(other.words) or (
        bool(other.person_id) and one.words[-1:] == other.words[-1:]
    )


def _initials_of(first: tuple[str, ...], last: tuple[str, ...]) -> Iterator[str]:
    """The letters of a name, with and without its particles, and Mac and O' written out."""
    whole = [*first, *last]
    solid = [word for word in whole if word not in PARTICLES or word == "o"]
    for parts in (whole, solid, [first[0], last[-1]], [first[0], *last]):
        letters = "".join(word[0] for word in parts)
        if 1 < len(letters) <= _LONGEST:
            yield letters
    surname = "".join(last)
    for prefix in ("mac", "mc"):
        if surname.startswith(prefix) and len(surname) > len(prefix) + 1:
            yield first[0][0] + prefix + surname[len(prefix)]


def _strangers(found: Iterable[tuple[str, Finding]]) -> Iterator[tuple[str, ...]]:
    """The names of several words that were found and are of nobody in the people file."""
    for text, finding in found:
        if finding.type != PERSON or finding.person_id or finding.score < _SURE_FROM:
            continue
        written = text[finding.start : finding.end]
        words = folded_words(written)
        if len(words) < 2 or any(len(word) < 2 and word != "o" for word in words):
            continue
        if is_capitalised(written) or casing(line_around(text, finding.start)) != "mixed":
            yield words


def _with(text: str, word: Token) -> bool:
    return text[max(0, word.start - 3) : word.start].lower().endswith(("w/ ", "w/"))


def _has_a_line(text: str, word: Token) -> bool:
    """Whether the letter alone is a line, as where somebody signs."""
    line = line_around(text, word.start).strip(" \t>.xX")
    return line == text[word.start : word.end]


def _beside(text: str, words: Sequence[Token], index: int) -> tuple[str, str]:
    before = after = ""
    if index and text[words[index - 1].end : words[index].start] == " ":
        before = words[index - 1].folded
    if index + 1 < len(words) and text[words[index].end : words[index + 1].start] == " ":
        after = words[index + 1].folded
    return before, after


def _contact(words: Sequence[Token], index: int) -> bool:
    return index > 1 and words[index - 2].folded in CONTACT_WORDS | {"went", "came", "next"}
