"""Initials and single letters of the people who are named in full anywhere in a case.

"CR welcomed all" is read as Colin Rudge where his name stands in the case or its people file;
"spoke to H" as Hodan. Letters that are an abbreviation of the field count only where the
text introduces them as initials.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.names.cues import line_around
from notecode.anonymising.names.initials import (
    HEADINGS,
    OWN_USE,
    beside,
    follows_a_number,
    is_a_thing,
)
from notecode.anonymising.names.reading import NAMED_FIRST, PARTICLES
from notecode.anonymising.names.small_letters import is_finite
from notecode.anonymising.people import introduced_initials as letters_beside
from notecode.anonymising.people.carried_names import INTRODUCING
from notecode.anonymising.people.lone_letters import begins_a_statement, pairs_of_people
from notecode.anonymising.people.whose_name import WhoseName
from notecode.anonymising.words.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.words.spelling import (
    Token,
    casing,
    folded_words,
    is_capitalised,
    word_set,
)
from notecode.anonymising.words.vocabulary import (
    CONTACT_WORDS,
    KEPT_WORDS,
    MODAL_VERBS,
    NAME_VERBS,
    TITLES,
)
from notecode.raw import Person

_WRITTEN = re.compile(r"[A-Z]{2,4}|[A-Z]{1,2}(?:Mac|Mc)[A-Z]{1,2}")
_MARKED = re.compile(
    r"(?<![\w.])(?P<letters>[A-Z]{1,2}['’][A-Z](?!['’]?\w)|(?:[A-Z]\.[ ]?){1,2}[A-Z](?![\w'’]))"
)
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
_LETTER_EQUALS = re.compile(r"\b(?P<letter>[A-Z])[ ]?=[ ]?$")
_FURTHER_NAME = re.compile(
    r"(?:[ ]\(|(?:['’]s)?[ ](?:sur|first |last |real |full )name is )$", re.IGNORECASE
)
_NAME_ALONE = re.compile(r"[^\W\d_]+(?:(?:[ -]|['’](?!ll\b|t\b|d\b))[^\W\d_]+)*", re.IGNORECASE)
"""A name without dashes, numbers or a contraction in it."""
_INTRODUCED_SCORE = 0.95
"""As for a name of the roster: "GP" is then nobody's surgery in that text."""
_SURE_FROM = 0.7
_LONGEST = 4
_SHORTEST_WORD = 2
_OTHER_USE = word_set("ng bw kr br rip ocg ric ems")
"""More letters that stand for something else: not guilty, best wishes."""
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "our", "their", "your"})
_AMBIGUOUS = KEPT_WORDS | OWN_USE | TITLES | FUNCTION_WORDS | _OTHER_USE
_UNSURE_LEADS = word_set("and or by for about re")
_LEADS = word_set(
    """
    told asked rang called phoned texted saw met tell ask ring call text see with w from emailed
    reports reported get gets got gave give calls
    visited advised informed updated says said contacted for by and re about via
    """
)
_ACTS = (NAME_VERBS | MODAL_VERBS | word_set("was is has had did does to not now")) - word_set(
    "or and also only still never"
)
_SIGNED = re.compile(r"(?:[ ][xX]{1,3})?[\"”’]?[ \t]*(?:\n|$)|[ ][xX]{1,3}\b|[ ]?[\"”](?=[\s.,)])")
_PAIRED = re.compile(r"[ ][+&][ ]\w{2}|[ ]=")
_LABELLED = word_set(
    "band cat class grade plan hep vitamin block unit wing type tier group level category section"
    " phase zone flat room ward party person option appendix schedule annex part"
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
        self._whose = WhoseName(people)
        self._initials: dict[str, set[_Owner]] = {}
        self._letters: dict[str, set[_Owner]] = {}
        self._found: dict[str, list[Finding]] = {}
        for person in people:
            first, last = folded_words(person.first_name), folded_words(person.last_name)
            self._add(_Owner(person.id, first + last), first, last)
            for name in person.known_as:
                known = folded_words(name)
                self._add(_Owner(person.id, known + last), known, last)
        pairs = list(found)
        self._beside: dict[str, set[str]] = {}
        self._learn(pairs)
        self._take_beside(pairs, {person.id: person for person in people})
        names: dict[tuple[str, ...], None] = {}
        for text, finding in pairs:
            if finding.type == PERSON and not finding.person_id:
                self._found.setdefault(text, []).append(finding)
                names.update(dict.fromkeys(_name_of(text, finding)))
        self._titled = frozenset(
            word[0]
            for text, finding in pairs
            if finding.recogniser == "titled-name" and not finding.person_id
            for word in folded_words(text[finding.start : finding.end])
            if len(word) > 1
        )
        """First letters of those who are called by a title and are not in the people file."""
        for words in names:
            self._add(_Owner(self._whose.owner(words), words), words[:1], words[1:])
        for text, finding in pairs:
            letters = text[finding.start : finding.end]
            if finding.recogniser == "listed-name" and _WRITTEN.fullmatch(letters):
                self._initials.setdefault(letters.lower(), {_Owner("", (letters.lower(),))})
        self._standing = letters_beside.standing(pairs)
        for folded in sorted(set().union(*self._standing.values())):
            self._initials.setdefault(folded, {_Owner("", (folded,))})

    def _learn(self, pairs: Sequence[tuple[str, Finding]]) -> None:
        """Take from the notes what the people file lacks: "Ms Lincoln (Odette)"."""
        by_text: dict[str, list[Finding]] = {}
        for text, finding in pairs:
            if finding.type == PERSON:
                by_text.setdefault(text, []).append(finding)
        for text, findings in by_text.items():
            known = {each.end: each.person_id for each in findings if each.person_id}
            for each in findings:
                words = folded_words(text[each.start : each.end])
                owner = self._whose.owner(words) if len(words) > 1 else ""
                if owner and not each.person_id:
                    self._whose.learn(owner, words)
                equal = _LETTER_EQUALS.search(text, max(0, each.start - 6), each.start)
                if equal and words and words[0][0] == equal["letter"].lower():
                    owner = owner or self._whose.owner((words[0][0],))
                    if owner and not each.person_id:
                        self._whose.learn(owner, words[:1])
                    stranger = _Owner(each.person_id or owner, words)
                    self._letters.setdefault(words[0][0], {stranger})
                before = _FURTHER_NAME.search(text, max(0, each.start - 20), each.start)
                if before and not each.person_id and before.start() in known:
                    self._whose.learn(known[before.start()], words)

    def _take_beside(
        self, pairs: Iterable[tuple[str, Finding]], people: Mapping[str, Person]
    ) -> None:
        """Take the initials that stand beside names: "J.Whitaker (JWH)"."""
        by_text: dict[str, list[Finding]] = {}
        for text, finding in pairs:
            by_text.setdefault(text, []).append(finding)
        for text, findings in by_text.items():
            whole = [*findings, *letters_beside.side_by_side(text, findings)]
            for finding, letters, words in letters_beside.beside_names(text, whole):
                person = people.get(finding.person_id or self._whose.owner(words))
                owner = _Owner(person.id if person else "", words)
                if person:
                    full = folded_words(f"{person.first_name} {person.last_name}")
                    owner = _Owner(person.id, full)
                self._initials.setdefault(letters, {owner})
                self._beside.setdefault(text, set()).add(letters)

    def _add(self, owner: _Owner, first: Sequence[str], last: Sequence[str]) -> None:
        if first and owner.person_id:
            self._letters.setdefault(first[0][0], set()).add(owner)
        if not first or not last:
            return
        for letters in _initials_of(tuple(first), tuple(last)):
            known = self._initials.setdefault(letters, set())
            if owner.person_id or not any(_same(owner, other) for other in known):
                known.add(owner)

    def find(self, text: str, words: Sequence[Token]) -> Iterator[Finding]:
        """The initials and letters in the text that stand for somebody."""
        named = frozenset(letters_beside.in_rows(text, self._initials.keys())).union(
            self._beside.get(text, ()), self._standing.get(text, ())
        )
        introduced = self._introduced(text) | named
        yield from self._of_people(text)
        yield from self._marked(text)
        yield from self._relatives(text, words)
        paired = frozenset(pairs_of_people(text, self._letters.keys()))
        for index, word in enumerate(words):
            written = text[word.start : word.end]
            owners = (self._letters if len(written) == 1 else self._initials).get(word.folded)
            if not owners:
                continue
            if len(written) == 1:
                stands = word.start in paired or begins_a_statement(text, words, index)
                if written.isupper() and (stands or self._is_letter(text, words, index)):
                    yield self._finding(text, word.start, word.end, owners, 0.72)
                continue
            known = self._are_initials(text, words, index, introduced)
            plain = len(written) > _SHORTEST_WORD and word.folded in self._dictionary
            small = word.folded in self._beside.get(text, ()) and not (plain and written.islower())
            if known and (small or _WRITTEN.fullmatch(written)):
                score = 0.82 if word.folded in introduced else 0.78
                if word.folded in named:
                    score = _INTRODUCED_SCORE
                yield self._finding(text, word.start, word.end, owners, score)

    def _of_people(self, text: str) -> Iterator[Finding]:
        """What was found in the text anew, as the name of the one person whom it fits."""
        for finding in self._found.get(text, ()):
            written = text[finding.start : finding.end]
            words = folded_words(written)
            learnt = self._whose.has_learnt(words[0]) if words else False
            if len(words) < 2 and not learnt and finding.recogniser not in INTRODUCING:
                continue
            titled = finding.recogniser == "titled-name"
            if titled and len(words) == 1 and len(words[0]) == 1 and words[0] in self._titled:
                continue
            person = self._whose.owner(words, titled=titled)
            if person:
                score = min(0.94, max(finding.score, 0.8) + 0.05)
                yield replace(finding, score=score, recogniser="short-name", person_id=person)
            elif self._whose.is_relative(words, named=True):
                yield replace(finding, score=0.81)
            elif _NAME_ALONE.fullmatch(written) and (namesake := self._whose.namesake(words)):
                yield replace(finding, score=0.81, recogniser="namesake", shared=namesake.doubted)

    def _relatives(self, text: str, words: Sequence[Token]) -> Iterator[Finding]:
        """Strangers who share a surname with somebody here: "Wayne Farthing"."""
        for first, last in pairwise(words):
            if last.folded not in self._whose.family or first.folded not in NAMED_FIRST:
                continue
            if text[first.end : last.start] not in {" ", "\n"}:
                continue
            named = text[first.start].isupper() or first.folded not in self._dictionary
            pair = (first.folded, last.folded)
            if named and self._whose.is_relative(pair):
                yield Finding(first.start, last.end, PERSON, 0.81, "short-name")
            elif named and (namesake := self._whose.namesake(pair)):
                yield Finding(
                    first.start, last.end, PERSON, 0.81, "namesake", shared=namesake.doubted
                )

    def _marked(self, text: str) -> Iterator[Finding]:
        """Initials that are written as such: "SO'H", "L.S."."""
        for match in _MARKED.finditer(text):
            letters = re.sub("['’. ]", "", match["letters"]).lower()
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
            if (match["label"] or "").lower() not in HEADINGS:
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
        if beside(text, words, index)[0] in _ARTICLES or is_a_thing(text, words, index):
            return False
        if word.folded in introduced:
            return word.folded not in TITLES or not _leads_to_a_name(text, words, index)
        if word.folded in _AMBIGUOUS:
            return False
        mixed = casing(line_around(text, word.start)) == "mixed"
        return mixed or word.folded not in self._dictionary

    def _is_letter(self, text: str, words: Sequence[Token], index: int) -> bool:
        """Whether a single capital stands where a person would."""
        word = words[index]
        if not self._letters.get(word.folded):
            return False
        if text[max(0, word.start - 1) : word.start] in _WITHIN and not _with(text, word):
            return False
        rest = text[word.end : word.end + 2]
        if rest.lower() in {"'s", "’s"}:
            return True
        if word.folded.upper() in _NO_LETTERS or (rest[:1] in _WITHIN and rest[1:2].isalnum()):
            return False
        before, after = beside(text, words, index)
        if rest[:1].isdigit() or before[:1].isdigit() or after[:1].isdigit():
            return False
        if _PAIRED.match(text, word.end) or _with(text, word) or _signs(text, word, before):
            return True
        if before in _LEADS - _UNSURE_LEADS or (before == "to" and _contact(words, index)):
            capital = after and text[words[index + 1].start].isupper()
            return not capital
        verb = after in _ACTS or (after not in FUNCTION_WORDS and self._is_verb(after))
        return verb and (before not in KEPT_WORDS or before in _LEADS)

    def _is_verb(self, word: str) -> bool:
        return bool(word) and is_finite(word, self._dictionary)


def _leads_to_a_name(text: str, words: Sequence[Token], index: int) -> bool:
    """Whether a capitalised word follows, as after a title: "DS Aziz"."""
    if index + 1 >= len(words) or text[words[index].end : words[index + 1].start] != " ":
        return False
    return is_capitalised(text[words[index + 1].start : words[index + 1].end])


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


def _name_of(text: str, finding: Finding) -> Iterator[tuple[str, ...]]:
    """The words of a name of several words, if it was found on good grounds."""
    written = text[finding.start : finding.end]
    words = folded_words(written)
    if finding.score < _SURE_FROM or len(words) < 2:
        return
    if len(words[-1]) < 2 or any(len(word) < 2 and word != "o" for word in words[1:]):
        return
    if is_capitalised(written) or casing(line_around(text, finding.start)) != "mixed":
        yield words


def _with(text: str, word: Token) -> bool:
    return text[max(0, word.start - 3) : word.start].lower().endswith(("w/ ", "w/"))


def _signs(text: str, word: Token, before: str) -> bool:
    """Whether the letter ends a line, as where somebody signs, and labels nothing ("cat D")."""
    if before in _LABELLED or not _SIGNED.match(text, word.end):
        return False
    alone = text[max(0, word.start - 1) : word.start] in {"", "\n"}
    return alone or text[max(0, word.start - 2) : word.start][:1] in set(".!?,\n> ") or bool(before)


def _contact(words: Sequence[Token], index: int) -> bool:
    return index > 1 and words[index - 2].folded in CONTACT_WORDS | {"went", "came", "next"}
