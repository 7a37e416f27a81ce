"""A sentence as the rules read it: its words, who each person is, and who is at work in it.

"rang om to ask what is on the order" is read as: the author, ring, probation, ask … What a note
leaves out is put in: a sentence that begins with a verb in the past has the author for its doer,
unless the verb is one of saying, for then it is told by whoever was seen or spoken to.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from notecode.codebook.signs import Signs, WordPattern
from notecode.codebook.words import is_past
from notecode.model import Mention, Span
from notecode.suggesting.context import LONGEST, Sentence

_WORD = re.compile(
    r"\[([A-Z]+(?:_[A-Z]+)*)(?:_\d+)?\]|[^\W_]+n['’]t\b|['’](?:s|d|ll|re|ve|m)\b|v/s\b|w/o(?:ut)?\b"
    r"|w/|t/c\b|n/a\b|c/o\b|f2f\b|\d[\d.:,/]*(?:am|pm|st|nd|rd|th|x)?\b|[^\W_]+(?:-[^\W_]+)*|&"
    r"|[^\w\s]",
    re.IGNORECASE,
)
_WRITTEN = {
    "w/": "with", "w": "with", "w/o": "without", "w/out": "without", "&": "and", "tc": "call",
    "t/c": "call", "tel": "call", "vm": "voicemail", "msg": "message", "msgs": "message",
    "appt": "appointment", "appts": "appointment", "apt": "appointment", "mtg": "meeting",
    "mtgs": "meeting", "conf": "conference", "ref": "referral", "info": "information",
    "re-ref": "re-referral", "reref": "re-referral", "prof": "professional",
    "profs": "professional", "accom": "accommodation", "assess't": "assessment",
    "meds": "medication", "script": "prescription", "hv": "home-visit", "txt": "text",
    "wk": "week", "wks": "week", "rec'd": "received", "recd": "received", "fwd": "forwarded",
    "cc": "copied", "conds": "condition", "cond": "condition", "v": "very", "temp": "temporary",
    "supp": "support", "disc": "discussion", "strat": "strategy", "cb": "called", "spk": "spoke",
    "agr": "agreed", "obs": "observation", "docs": "document", "tho": "though", "e-mail": "email",
    "e-mailed": "emailed", "lm": "message", "nr": "unanswered", "e-mails": "email",
}  # fmt: skip
_PEOPLE = {
    "him": "he him su perp perpetrator himself",
    "his": "his",
    "vs": "vs v/s victim survivor",
    "she": "she her hers herself",
    "they": "they them their theirs",
    "us": "i we us me cm myself ourselves",
    "our": "our my ours mine",
    "child": "child children kid kids son sons daughter daughters baby babies boy boys girl girls"
    " unborn toddler pupil newborn stepson stepdaughter stepchildren bairn bairns infant siblings",
    "family": "mum mother dad father nan gran grandma grandad sister brother aunt uncle cousin"
    " partner girlfriend wife ex mate friend neighbour neighbours parents boss",
    "not": "not no never nor neither nil none nobody nothing without cannot cant dont didnt wont"
    " doesnt isnt wasnt hasnt havent nowhere wouldnt couldnt unable refused zero",
    "future": "will shall 'll ’ll wll tomorrow",
    "maybe": "if would could might should 'd ’d may can whether unless",
    "and": "and or /",
}
_TAGS = {
    "SU": "him", "VS": "vs", "CHILD": "child", "FAMILY": "family", "PARTNER": "family",
    "FRIEND": "family", "CM": "us", "SM": "us", "MANAGER": "us", "NEIGHBOUR": "family",
    "RELATIVE": "family", "MOTHER": "family", "FATHER": "family", "VICTIM": "vs",
}  # fmt: skip
_STOPS = frozenset(",;:.!?-–—()*•>|")
_QUOTES = frozenset("'‘’\"“”")
_WHO = {word: name for name, words in _PEOPLE.items() for word in words.split()}
_SAYING = frozenset(
    [
        "said",
        "says",
        "claims",
        "claimed",
        "denied",
        "denies",
        "wanted",
        "wants",
        "thinks",
        "thought",
        "felt",
        "feels",
        "reckons",
        "reckoned",
        "told",
        "admitted",
        "admits",
        "believes",
        "complained",
        "hopes",
        "hoped",
        "reported",
        "reports",
        "asked",
        "insisted",
    ]
)

# Whoever stands after one of these is not the one at work: "Referral for [SU] made".
_PREPOSITIONS = frozenset(
    ["for", "to", "from", "with", "of", "re", "about", "by", "on", "at", "over"]
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as a line of signs.

    ``held`` are its signs, ``possible`` the numbers of the patterns that these allow. ``places``
    are where each cell's word stands in the note, ``begins`` where each cell begins in ``line``.
    ``speaker`` is who the sentence is told of: "us", "agency", "him", "other" or "unsaid".
    ``tense`` is "past", "present" or "future", and ``negated`` whether a negation stands in it:
    both told from its words.
    """

    sentence: Sentence
    agencies: frozenset[str]
    line: str
    held: frozenset[str]
    possible: frozenset[int]
    places: tuple[Span, ...]
    begins: tuple[int, ...]
    speaker: str
    tense: str
    negated: bool
    known: dict[int, tuple[Span, ...] | None] = field(default_factory=dict, compare=False)
    """What has been looked for: rules share patterns."""

    def find(self, pattern: WordPattern) -> tuple[Span, ...] | None:
        """The places of the words that a pattern fits, from first to last; None if it does not."""
        if pattern.number not in self.possible:
            return None
        if pattern.number not in self.known:
            self.known[pattern.number] = self._search(pattern)
        return self.known[pattern.number]

    def _search(self, pattern: WordPattern) -> tuple[Span, ...] | None:
        if not pattern.may_fit(self.held):
            return None
        match = pattern.expression.search(self.line)
        if match is None:
            return None
        inside = [
            place
            for place, at in zip(self.places, self.begins, strict=True)
            if match.start() <= at < match.end()
        ]
        return (Span(inside[0].start, inside[-1].end),) if inside else ()


@dataclass(slots=True)
class _Cell:
    start: int
    end: int
    word: str
    signs: str


class Reader:
    """Turns sentences into readings, with the signs of one codebook."""

    def __init__(self, signs: Signs) -> None:
        """Take the signs, all of whose patterns have been compiled."""
        self._signs = signs
        self._people = {word: signs.person(name) for word, name in _WHO.items()}

    def read(self, sentence: Sentence, mentions: Sequence[Mention]) -> Reading:
        """The reading of one sentence; ``mentions`` are those inside it, in order."""
        cells = self._cells(sentence, mentions)
        for cell, signs in zip(cells, self._signs.of([c.word for c in cells]), strict=True):
            cell.signs += signs
        speaker = self._put_in_doer(cells)
        begins, line = [], ""
        for cell in cells:
            begins.append(len(line))
            line += f"{cell.signs} "
        held = frozenset(line)
        return Reading(
            sentence=sentence,
            agencies=frozenset(mention.agency for mention in mentions),
            line=line,
            held=held,
            possible=self._signs.possible(held),
            places=tuple(Span(cell.start, cell.end) for cell in cells),
            begins=tuple(begins),
            speaker=speaker,
            tense=self._tense(line),
            negated=self._signs.person("not") in line,
        )

    def _cells(self, sentence: Sentence, mentions: Sequence[Mention]) -> list[_Cell]:
        cells: list[_Cell] = []
        offset = sentence.span.start
        waiting = list(mentions)
        for match in _WORD.finditer(sentence.text[:LONGEST]):
            start, end = offset + match.start(), offset + match.end()
            while waiting and waiting[0].span.end <= start:
                waiting.pop(0)
            if waiting and waiting[0].span.start < end:
                mention = waiting[0]
                if not cells or cells[-1].start != mention.span.start:
                    signs = self._signs.person("agency") + self._signs.agency(mention.agency)
                    cells.append(_Cell(mention.span.start, mention.span.end, "", signs))
                continue
            word = match.group().casefold().replace("’", "'")
            if not cells and not match.group(1) and (word in _STOPS or not word[0].isalpha()):
                continue  # a bullet, an item's number, the time of day
            if word == "'" and match.start() and sentence.text[match.start() - 1].isalpha():
                continue  # the possessive of a plural
            cells.append(_Cell(start, end, _WRITTEN.get(word, word), self._own(match, word)))
        return cells

    def _own(self, match: re.Match[str], word: str) -> str:
        """The signs that a word has of itself: a person, a stop, a number, a negation."""
        person = self._signs.person
        if match.group(1):
            return person(_TAGS.get(match.group(1), "other"))
        if word in _STOPS:
            return person("stop") + (person("colon") if word in ":-–—" else "")
        if word in _QUOTES:
            return person("said")
        if word[0].isdigit():
            return person("number")
        if word.endswith("n't"):
            return person("not")
        signs = self._people.get(word, "")
        return signs + person("past") if is_past(word) else signs

    def _tense(self, line: str) -> str:
        if self._signs.person("past") in line:
            return "past"
        return "future" if self._signs.person("future") in line else "present"

    def _put_in_doer(self, cells: list[_Cell]) -> str:
        """Say who the sentence is told of; put in the author where nobody is named."""
        person = self._signs.person
        for at, cell in enumerate(cells[:4]):
            if at and cells[at - 1].word in _PREPOSITIONS and person("agency") not in cell.signs:
                continue
            for name in ("agency", "us", "him", "vs", "she", "they", "family", "child"):
                if person(name) in cell.signs:
                    return name if name in ("agency", "us", "him") else "other"
            if person("past") in cell.signs or cell.word in _SAYING:
                if cell.word in _SAYING and not self._asks_somebody(cells, at):
                    return "other"
                cells.insert(at, _Cell(cell.start, cell.end, "", person("us")))
                return "us"
        return "unsaid"

    def _asks_somebody(self, cells: list[_Cell], at: int) -> bool:
        """Whether a verb of saying is the author's: "told OM", "asked him", not "said no"."""
        if cells[at].word not in ("told", "asked", "reported", "thought"):
            return False
        whom = cells[at + 1 : at + 4]
        named = "".join(self._signs.person(n) for n in ("agency", "him", "vs", "she", "they", "us"))
        return cells[at].word != "told" or any(set(cell.signs) & set(named) for cell in whom)
