"""Shops, restaurants, gyms, hotels, nurseries and hospitals that many people know by name."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from notecode.anonymising.findings import HOSPITAL, PLACE, SCHOOL, WORKPLACE, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.places.chains import (
    CARRIERS,
    EATING_AND_DRINKING,
    LEISURE,
    NURSERIES,
    PLAIN_SHOPS,
    SHOPS,
)
from notecode.anonymising.places.hospitals import HOSPITAL_LETTERS, HOSPITALS
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.words.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.words.phrases import Hit, PhraseMatcher
from notecode.anonymising.words.vocabulary import KEPT_WORDS

_KINDS: Final = (
    (SHOPS | EATING_AND_DRINKING | CARRIERS, WORKPLACE),
    (LEISURE, PLACE),
    (NURSERIES, SCHOOL),
    (HOSPITALS, HOSPITAL),
)
_THERE = re.compile(
    r"\b(?:in|at|@|outside|o/s|inside|near|by|behind|opposite|beside|next to|round|past|"
    r"works? (?:in|at|for)|working (?:in|at|for)|worked (?:in|at|for)|job (?:in|at|with)|"
    r"shifts? (?:in|at|with)|employed (?:by|at)|manager (?:of|at)|security (?:in|at)|"
    r"shoplifting from|stole(?:n)? from|theft from|barred from|sacked from|i\.e\.)"
    r"[ ](?:the |her |his |local |our )?$",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"\b(?:walks?|walked|goes|went|going|gone|nips?|nipped|pops?|popped|run|ran|sent|round|down|up|"
    r"over|back) to[ ](?:the |her |his |local |our )?$",
    re.IGNORECASE,
)
"""What says that somebody was there. In small letters an errand "to tesco" says nothing of it."""
_LONGEST_LEAD = 32
_LETTERS = re.compile(
    r"\b(?:at|to|in|from|@|via|by|of)[ ](?:the )?(?P<found>"
    rf"{'|'.join(sorted(HOSPITAL_LETTERS, key=len, reverse=True))})\b(?![-/&'’])"
    r"|\b(?i:a ?& ?e|ed|hospital|hosp|maternity|ward [0-9]+)[ ,(]{1,2}"
    rf"(?P<ward>{'|'.join(sorted(HOSPITAL_LETTERS, key=len, reverse=True))})\b"
)
_STORE = re.compile(
    r"(?: (?:express|extra|metro|local|superstore|petrol station|garage|store|cafe|supermarket)\b)",
    re.IGNORECASE,
)
_BRANCH = re.compile(r"[ ]([A-Z][a-z]{2,}(?:[ ][A-Z][a-z]{2,})?)(?=[ ]?[.,;)\n]|[ ]?$|[ ][a-z])")
"""Where a shop stands: "Morrisons Cribbs"."""
_AMPERSAND = re.compile(
    r"(?<![\w&])(?:[Bb] ?& ?[MmQq]|[Hh] ?& ?[Mm]|[Mm] ?& ?[Ss]|[Pp] ?& ?[Oo])(?![\w&])"
)
_NO_SHOP = re.compile(
    r"[ ](?:card|cards|voucher|vouchers|mobile|bags?|delivery|order|club ?card|account|gift|app|"
    r"bank|insurance|wifi|generation|door|of kin|week|month|time|steps?|day|court|appt|session|to|"
    r"league|inn|road|street|lane|close|avenue|office|line)\b",
    re.IGNORECASE,
)
"""What makes a thing or another name of it: "a Tesco card", "next week", "Premier League"."""


_SHOUTED = frozenset({"spar", "argos", "co-op", "costa", "iceland", "esso", "texaco"})
"""Plain names that are meant in a line of capitals too."""


class KnownOrganisationRecogniser(NoteRecogniser):
    """Well-known names of organisations, by this project's lists."""

    def __init__(self, dictionary: Dictionary) -> None:
        kinds = [WORKPLACE, PLACE, SCHOOL, HOSPITAL]
        super().__init__(supported_entities=kinds, name="known-organisation")
        self._dictionary = dictionary
        listed = [(name, (kind, False)) for names, kind in _KINDS for name in sorted(names)]
        plain = [(name, (WORKPLACE, True)) for name in sorted(PLAIN_SHOPS)]
        self._names: PhraseMatcher[tuple[str, bool]] = PhraseMatcher([*listed, *plain])

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """The well-known organisations in the text."""
        for hit in self._names.find(text, note.words):
            kind, plain = hit.value
            if self._is_meant(text, note, hit, plain=plain):
                store = _STORE.match(text, hit.end) if kind == WORKPLACE else None
                end = store.end() if store else hit.end
                branch = _BRANCH.match(text, end) if kind == WORKPLACE and not plain else None
                if branch and branch[1].lower() not in KEPT_WORDS | FUNCTION_WORDS:
                    yield Finding(*branch.span(1), PLACE, 0.7, "known-organisation")
                score = 0.8 if kind == HOSPITAL else 0.7
                yield Finding(hit.start, end, kind, score, "known-organisation")
        yield from self._by_letters(text)

    @staticmethod
    def _by_letters(text: str) -> Iterator[Finding]:
        for match in _AMPERSAND.finditer(text):
            yield Finding(*match.span(), WORKPLACE, 0.7, "known-organisation")
        for match in _LETTERS.finditer(text):
            group = "found" if match["found"] else "ward"
            yield Finding(*match.span(group), HOSPITAL, 0.8, "known-organisation")

    @staticmethod
    def _is_meant(
        text: str, note: NoteArtifacts, hit: Hit[tuple[str, bool]], *, plain: bool
    ) -> bool:
        """Whether the name stands where it means a place, and not an errand or a thing."""
        if _NO_SHOP.match(text, hit.end):
            return False
        written = text[hit.start : hit.end]
        lead = text[max(0, hit.start - _LONGEST_LEAD) : hit.start]
        there = _THERE.search(lead) is not None
        capital = written[:1].isupper()
        if plain:
            shouted = note.casing_at(hit.start) == "upper" and written.lower() not in _SHOUTED
            return capital and not shouted and (there or _GONE.search(lead) is not None)
        errand = text[max(0, hit.start - 3) : hit.start].lower() == "to "
        return there or capital or not errand
