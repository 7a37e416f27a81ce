"""Words that say whose worker or place is meant only by what the note named before: "the nurse".

An agency's list in the codebook ("* nurse, ward, unit") holds the words that may stand for it once
it was named; ``titles.toml`` those that may stand for any ("the manager"). Each takes the agency
of the nearest mention before it to which it may belong. A word that is also an agency's alias
stands for that agency where nothing else was named.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from notecode.codebook.words import is_past
from notecode.model import Codebook, Span
from notecode.suggesting.context import Sentence
from notecode.suggesting.exclusions import acts_after, told_before

TITLES: dict[str, str] = tomllib.loads(
    files("notecode.suggesting").joinpath("titles.toml").read_text(encoding="utf-8")
)
"""The lists of ``titles.toml``."""
WORKERS = frozenset(TITLES["workers"].split())
"""Nouns that make a worker or team of an agency's name."""
HEADS = WORKERS | frozenset(TITLES["heads"].split())
"""Nouns that make an agency of a topic."""
BETWEEN = frozenset(TITLES["between"].split())
"""Words that may stand before the head of a title."""
LIST = "* "
"""How an alias begins that lists words for an agency named before."""
# Not every agency has a key worker or a support worker: those that have list them.
_OF_SOME = frozenset(["key", "support", "project", "family", "outreach"])
_OF_ANY = frozenset(TITLES["of_any"].split())
_NOT_BETWEEN = frozenset(TITLES["not_between"].split())
_ANYONES = frozenset(word.replace("-", " ") for word in TITLES["anyones"].split())
_OF_HIS = frozenset(TITLES["of_his"].split())
_WORKER, _WORKERS = "worker", frozenset(["worker", "workers", "caseworker"])
_STAFF = frozenset([_WORKER, "staff"])
_NEAR, _FAR = 2, 6
"""How many sentences back an agency may have been named: for anyone's words, for its own."""
_DETERMINER = (
    "the|their|her|his|its|this|that|same|whose|a|an|another|two|both|all|my|our|your|no|any"
)
_THEIRS = frozenset(["their", "its", "her"])
_HERS = frozenset(["her", "his"])
_PEOPLE = frozenset(TITLES["people"].split())
_ONE_OF_THEM = frozenset(["a", "an", "another"])
_THERE = re.compile(r"\sthere\b(?!\s(?:was|were|is|are|had|has)\b)", re.IGNORECASE)
_NOT_THEIRS = frozenset(["my", "our", "your", "no", "any", "a", "an", "another", "all", "whose"])
_AFTER = r"(?:\s(?:in charge|on (?:duty|call|shift)|of the day))?"
_NAMED_NEXT = re.compile(
    r",?\s?(?:\(|(?:at|of|from|in)\s(?:the\s)?)?\[|['’]?s?\s(?:at|of|from)\s\w"
)
_NAMED_AFTER = re.compile(r",\s(?:the\s)?[A-Z\[]|,?\s(?:at|of|from|in)\s")
# Those who stand in a row are not one: "OM and the officer".
_ROW = re.compile(r"\]?\s*(?:,|/|&|\+|;|,?\s(?:and|or|nor))\s*(?:the\s+|a\s+)?", re.IGNORECASE)
_HEADING = re.compile(r"[ \t]*(?::|->|→|[-–](?=\s))")
_OPENS = re.compile(
    r"(?:^[\W\d]*|(?:->|→|=>|<-|←|>>|[.:;])\s*|(?:,|\b(?:and|but|then|so|while|when|that|as))\s+)$",
    re.IGNORECASE,
)
_ARROW = re.compile(r"(?:->|→|=>|<-|←|>>)\s*$")
_AT = re.compile(
    r"\b(?:at|from|to|on|in|by|of|with|via|visited|saw|told|asked|rang)\s+$", re.IGNORECASE
)
_ROOMS = frozenset(["office", "desk", "unit", "hospital", "clinic", "surgery", "service"])
_PLACES = frozenset(
    ["ward", "unit", "hospital", "hostel", "clinic", "project", "hub", "surgery", "refuge"]
)


def may_stand_between(word: str) -> bool:
    """Whether a word that nobody listed may be part of a title: no common word, no verb."""
    return (
        len(word) > 3
        and word.isalpha()
        and word not in _NOT_BETWEEN
        and not word.endswith(("ing", "ly"))
        and not is_past(word)
    )


@dataclass(frozen=True, slots=True)
class Named:
    """An agency that was named: in which sentence, where, and the last word it was named by."""

    agency: str
    sentence: int
    start: int
    end: int
    word: str


class BackReferences:
    """The words of a codebook that refer to what was named before."""

    def __init__(self, codebook: Codebook, site: str = "") -> None:
        """Read the lists of the agencies in use that hold at ``site``."""
        self._lists: dict[str, frozenset[str]] = {}
        for agency in codebook.agencies:
            listed = [
                alias.text.removeprefix(LIST)
                for alias in agency.aliases
                if alias.text.startswith(LIST) and (not alias.sites or site in alias.sites)
            ]
            words = {_folded(word.strip()) for text in listed for word in text.split(",")}
            own = frozenset(words - {""})
            if not listed or own & _STAFF:
                own |= _ANYONES if _WORKER in own else _ANYONES - _WORKERS
            self._lists[agency.id] = own
        self._words = frozenset(word for own in self._lists.values() for word in own)
        heads = "|".join(
            r"[\s-]".join(map(re.escape, word.split()))
            for word in sorted(self._words, key=lambda word: (-len(word), word))
        )
        self._phrase = re.compile(
            rf"(?<![\w\[&-])(?:(?P<det>{_DETERMINER})\s+)?"
            rf"(?P<title>(?:(?:{_either(BETWEEN - _OF_SOME)})[\s-]){{0,2}}"
            rf"(?P<head>{heads}){_AFTER})(?![\w\]-])",
            re.IGNORECASE,
        )
        self._bare = re.compile(
            rf"(?:the\s+)?(?:(?:{_either(_OF_ANY)})[\s-])?(?P<head>{heads})(?:['’]s)?",
            re.IGNORECASE,
        )

    def of(self, text: str, word: Span, before: Sequence[Named], sentence: int, offset: int) -> str:
        """The agency that an alias means, by what was named before; "" if none may be meant.

        ``word`` is its place in the sentence's ``text``, which begins at ``offset`` in the note.
        """
        found = self._bare.fullmatch(word.cut(text)) if before else None
        if found is None or _NAMED_AFTER.match(text, word.end):
            return ""
        able = _not_beside(text, word.start, before, offset)
        return self._resolved(_folded(found["head"]), able, sentence)

    def _resolved(self, head: str, before: Sequence[Named], sentence: int) -> str:
        anyones = head in _ANYONES
        able = [
            each
            for each in before
            if head in self._lists.get(each.agency, _ANYONES)
            and sentence - each.sentence <= (_NEAR if anyones else _FAR)
        ]
        if not able:
            return ""
        nearest = max(each.sentence for each in able)
        there = [each for each in able if each.sentence == nearest]
        if nearest == sentence:
            return there[-1].agency
        same = [each for each in there if each.word == head]
        return (same or there)[0].agency

    def in_sentence(
        self, sentence: Sentence, number: int, before: Sequence[Named], taken: Sequence[Span]
    ) -> Iterator[tuple[Span, str, str]]:
        """Span (in the note), agency and word of each such word that does something or is told.

        ``before`` are the agencies named in the note as far as the end of this sentence.
        """
        if not before:
            return
        start, text = sentence.span.start, sentence.text
        for found in self._phrase.finditer(text):
            span = Span(start + found.start("title"), start + found.end("title"))
            determiner = (found["det"] or "").casefold()
            if determiner in _THEIRS or determiner == "his":
                span = Span(start + found.start(), span.end)
            if any(one.start < span.end and span.start < one.end for one in taken):
                continue
            head = _folded(found["head"])
            if not self._is_meant(text, found, determiner, head):
                continue
            able = [each for each in before if each.end <= span.start]
            if determiner not in _THEIRS:
                able = _not_beside(text, found.start("title"), able, start)
            if determiner in _HERS:
                able = [each for each in able if each.word in _PEOPLE] or able
            agency = self._resolved(head, able, number)
            if agency:
                yield span, agency, head

    def _is_meant(self, text: str, found: re.Match[str], determiner: str, head: str) -> bool:
        """Whether a word is of somebody in the case, by its determiner and what stands around."""
        if determiner in _ONE_OF_THEM:
            there = _THERE.match(text, found.end()) is not None
            return there or (head not in _ANYONES | _PLACES and acts_after(text[found.end() :]))
        if determiner in _NOT_THEIRS or _NAMED_NEXT.match(text, found.end()):
            return False
        before, after = text[: found.start()], text[found.end() :]
        if determiner == "his" and head not in _OF_HIS and head in _ANYONES:
            return False
        if determiner in _THEIRS or determiner == "his":
            return head not in _ROOMS
        if _ARROW.search(before) or (_OPENS.search(before) and _HEADING.match(after)):
            return True
        if acts_after(after) and (determiner or _OPENS.search(before)):
            return True
        if told_before(before + (found["det"] + " " if determiner else "")):
            return bool(determiner) or head not in _ANYONES
        return head in _PLACES and bool(determiner) and bool(_AT.search(before))


def _not_beside(text: str, at: int, before: Sequence[Named], offset: int) -> list[Named]:
    """Those of ``before`` that do not stand in one row with what begins at ``at``."""
    return [
        each
        for each in before
        if each.end < offset or not _ROW.fullmatch(text, each.end - offset, at)
    ]


def _either(words: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


def as_named(sentence: Sentence, place: Span, agency: str, number: int) -> Named:
    """What stands at ``place`` in the note, in sentence ``number``, as later words may mean it."""
    start = sentence.span.start
    words = re.findall(r"[\w&]+", sentence.text[place.start - start : place.end - start].casefold())
    return Named(agency, number, place.start, place.end, words[-1] if words else "")


def _folded(word: str) -> str:
    return re.sub(r"[\s-]+", " ", word.casefold())
