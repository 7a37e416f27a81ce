"""A sentence as the rules read it: its words, who each person is, and who is at work in it.

"rang om to ask what is on the order" is read as: the author, ring, probation, ask … What a note
leaves out is put in: a sentence that begins with a verb in the past has the author for its doer,
unless the verb is one of saying, for then it is told by whoever was seen or spoken to.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from notecode.codebook.signs import Signs, WordPattern
from notecode.codebook.words import is_past
from notecode.model import Mention, Span
from notecode.suggesting.context import LONGEST, Sentence
from notecode.suggesting.forms import label_end

_WORD = re.compile(
    r"\[([A-Z]+(?:_[A-Z]+)*)(?:_\d+)?\]|[-=]>|service[ -]user\b|s/u\b"
    r"|(?:t/?c|h/v|msg|dna|ack|ph|tel|rtn|disc|info)['’]d\b|[^\W_]+n['’]t\b"
    r"|['’](?:s|d|ll|re|ve|m)\b|v/s\b|w/o(?:ut)?\b|w/|[th]/[cv]s?\b|n/a\b|c/o\b|f2f\b|f/[fu]\b"
    r"|\d[\d.:,/]*(?:am|pm|st|nd|rd|th|x)?\b|[^\W_]+(?:-[^\W_]+)*|&|[^\w\s]",
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
    "service user": "su", "service-user": "su", "s/u": "su", "client": "su", "cc": "copied",
    "->": "call", "=>": "call", "→": "call", "⇒": "call", "tc'd": "called", "t/c'd": "called",
    "h/v": "home-visit", "h/v'd": "visited", "msg'd": "messaged", "msgd": "messaged",
    "ack'd": "acknowledged", "ph": "phone", "ph'd": "phoned", "tel'd": "called", "rtn": "return",
    "rtn'd": "returned", "rtnd": "returned", "disc'd": "discussed", "info'd": "informed",
    "dna'd": "dna", "txtd": "texted", "txted": "texted", "txts": "texts", "ltr": "letter",
    "ltrs": "letters", "att": "attended", "attd": "attended", "arr": "arranged",
    "cxd": "cancelled", "canc": "cancelled", "conv": "conversation", "rv": "review",
    "rvw": "review", "f/f": "visit", "f2f": "visit", "f/u": "followed up", "upd": "update",
    "req": "request", "reqd": "requested", "enq": "enquiry", "abt": "about", "ans": "answer",
    "resched": "rearranged", "u": "you", "rpt": "repeat", "prob": "probably",
    "assmt": "assessment", "assess": "assessment", "prescrip": "prescription",
    "scrip": "prescription", "s/w": "spoke", "spoke/w": "spoke", "conds": "condition",
    "cond": "condition", "v": "very", "temp": "temporary", "supp": "support",
    "disc": "discussion", "strat": "strategy", "cb": "called", "spk": "spoke", "agr": "agreed",
    "obs": "observation", "docs": "document", "tho": "though", "e-mail": "email",
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
_WORDS_KEPT = 1 << 14
"""How many words are remembered as they were read."""
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
class Cell:
    """A word of a sentence, or who is put in: where in the note, as read, and its signs."""

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
        self._word = lru_cache(maxsize=_WORDS_KEPT)(self._read_word)

    def read(
        self,
        sentence: Sentence,
        mentions: Sequence[Mention],
        party: tuple[Sentence, Sequence[Mention]] | None = None,
    ) -> Reading:
        """The reading of one sentence; ``mentions`` are those inside it, in order.

        ``party`` is the line of a form that says with whom this was, with its own mentions.
        """
        cells = self._cells(sentence, mentions)
        if party is not None:
            cells = self._of_a_form(sentence, cells, party)
            mentions = (*party[1], *mentions)
        self._sign(cells)
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

    def cells(self, sentence: Sentence, mentions: Sequence[Mention]) -> list[Cell]:
        """The words of a sentence with all of their signs, and whoever a note leaves out."""
        cells = self._cells(sentence, mentions)
        self._sign(cells)
        self._put_in_doer(cells)
        return cells

    def _sign(self, cells: list[Cell]) -> None:
        for cell, signs in zip(cells, self._signs.of([c.word for c in cells]), strict=True):
            cell.signs += signs

    def _cells(self, sentence: Sentence, mentions: Sequence[Mention]) -> list[Cell]:
        cells: list[Cell] = []
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
                    cells.append(Cell(mention.span.start, mention.span.end, "", signs))
                continue
            first, word, signs = self._word(match[0], match[1])
            if not cells and not match[1] and (first in _STOPS or not first[0].isalpha()):
                continue  # a bullet, an item's number, the time of day
            if first == "'" and match.start() and sentence.text[match.start() - 1].isalpha():
                continue  # the possessive of a plural
            cells.append(Cell(start, end, word, signs))
        return cells

    def _read_word(self, written: str, tag: str | None) -> tuple[str, str, str]:
        """A word in small letters, the one it is short for, and the signs it has of itself."""
        folded = written.casefold().replace("’", "'")
        word = _WRITTEN.get(folded, folded)
        return folded, word, self._own(tag, word)

    def _of_a_form(
        self,
        sentence: Sentence,
        cells: list[Cell],
        party: tuple[Sentence, Sequence[Mention]],
    ) -> list[Cell]:
        """The cells without the field's label, and before them whoever the form names."""
        start = sentence.span.start + label_end(sentence)
        wanted = "".join(self._signs.person(name) for name in ("agency", "him", "vs", "family"))
        named = [cell for cell in self._cells(*party) if set(cell.signs) & set(wanted)]
        before = [Cell(start, start + 1, "", cell.signs) for cell in named]
        colon = self._signs.person("stop") + self._signs.person("colon")
        if any(self._signs.person("agency") in cell.signs for cell in named):
            before.append(Cell(start, start + 1, "", colon))
        return before + [cell for cell in cells if cell.start >= start]

    def _own(self, tag: str | None, word: str) -> str:
        """The signs that a word has of itself: a person, a stop, a number, a negation."""
        person = self._signs.person
        if tag:
            return person(_TAGS.get(tag, "other"))
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

    def _put_in_doer(self, cells: list[Cell]) -> str:
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
                cells.insert(at, Cell(cell.start, cell.end, "", person("us")))
                return "us"
        return "unsaid"

    def _asks_somebody(self, cells: list[Cell], at: int) -> bool:
        """Whether a verb of saying is the author's: "told OM", "asked him", not "said no"."""
        if cells[at].word not in ("told", "asked", "reported", "thought"):
            return False
        whom = cells[at + 1 : at + 4]
        named = "".join(self._signs.person(n) for n in ("agency", "him", "vs", "she", "they", "us"))
        return cells[at].word != "told" or any(set(cell.signs) & set(named) for cell in whom)
