"""What a person should look at in an anonymised note.

Guesses, shared names, unknown words, names of the people file that were read as ordinary words,
and lone initials.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from notecode.anonymising.findings import GUESS_BELOW, UNCHECKED, Finding
from notecode.anonymising.people.roster import RosterNames
from notecode.anonymising.review.span_map import SpanMap
from notecode.anonymising.words.dictionary import FUNCTION_WORDS
from notecode.anonymising.words.spelling import (
    Token,
    fold,
    is_capitalised,
    standing_tags,
    tokens,
    word_set,
)
from notecode.anonymising.words.unlisted import Doubt
from notecode.anonymising.words.vocabulary import KEPT_WORDS, MODAL_VERBS, NAME_VERBS
from notecode.model import Flag, Span

GUESS = "masked on a guess: check that it is a name"
CHECK_DIGIT = "written as an NHS number, but its check digit is wrong: check what it is"
SHARED = "several people of the case bear this name: check which one is meant"
LISTED = "a name of the case's people, read as an ordinary word: check that none of them is meant"
INITIAL = "perhaps the initial of one of the case's people: check whether somebody is meant"

_BEFORE_AN_INITIAL = word_set(
    """
    su vs child children son daughter brother sister partner ex mum dad baby boy girl with told
    asked and
    """
)
_AFTER_AN_INITIAL = (NAME_VERBS | MODAL_VERBS | {"was"}) - {"or", "and", "also"}
_WITHIN_ABBREVIATIONS = frozenset("&+/.'’-_@#")


def flags_for(
    text: str,
    findings: Sequence[Finding],
    source: SpanMap,
    names: RosterNames,
    doubts: Sequence[Doubt] = (),
    *,
    asked: Sequence[bool] | None = None,
) -> Iterator[Flag]:
    """The flags of one anonymised text: its masks first, then its words, each from left to right.

    ``names`` are the people of its case; ``doubts`` are ranges of the raw text that were left
    standing and may name somebody. Which of several people a name means is asked once a
    text for each tag. ``asked`` says of each finding whether it is still to be asked about if it
    is a guess (``new_guesses``); without it, each is.
    """
    new = [True] * len(findings) if asked is None else asked
    shared: set[str] = set()
    for place, finding, unasked in zip(source.masked, findings, new, strict=True):
        if finding.shared:
            tag = text[place.anonymised.start : place.anonymised.end]
            if tag in shared:
                continue
            shared.add(tag)
            yield Flag(span=place.anonymised, reason=SHARED)
        elif finding.recogniser == UNCHECKED:
            yield Flag(span=place.anonymised, reason=CHECK_DIGIT)
        elif finding.score < GUESS_BELOW and unasked:
            yield Flag(span=place.anonymised, reason=GUESS)
    replaced = ((place.anonymised.start, place.anonymised.end) for place in source.masked)
    tags = sorted({*standing_tags(text), *replaced})
    listed = list(_of_the_case(text, tags, names))
    taken = sorted([*tags, *((flag.span.start, flag.span.end) for flag in listed)])
    yield from sorted(
        [*listed, *_standing(doubts, source, taken)], key=lambda flag: flag.span.start
    )


def new_guesses(raw: str, findings: Sequence[Finding], asked: set[str]) -> list[bool]:
    """Of each finding whether its wording is a guess that its case was not yet asked about.

    One answer does for a whole case; ``asked`` holds the wordings so far and is added to.
    """
    new: list[bool] = []
    for finding in findings:
        wording = fold(raw[finding.start : finding.end])
        new.append(finding.score < GUESS_BELOW and wording not in asked)
        if new[-1]:
            asked.add(wording)
    return new


def _of_the_case(text: str, tags: Sequence[tuple[int, int]], names: RosterNames) -> Iterator[Flag]:
    """Flags for the words outside the tags that may name somebody of the people file."""
    words = tokens(text)
    index = 0
    for number, word in enumerate(words):
        while index < len(tags) and tags[index][1] <= word.start:
            index += 1
        if index < len(tags) and tags[index][0] <= word.start:
            continue
        reason = _reason(text, words, number, names)
        if reason:
            yield Flag(span=Span(word.start, word.end), reason=reason)


def _standing(
    doubts: Sequence[Doubt], source: SpanMap, tags: Sequence[tuple[int, int]]
) -> list[Flag]:
    """Flags for the doubts over words that are still there."""
    flags: list[Flag] = []
    for doubt in doubts:
        span = source.to_anonymised(Span(doubt.start, doubt.end))
        if span is None:
            continue
        nearest = bisect_right(tags, span.start, key=lambda tag: tag[1])
        if nearest == len(tags) or tags[nearest][0] >= span.end:
            flags.append(Flag(span=span, reason=doubt.reason))
    return flags


def _reason(text: str, words: Sequence[Token], index: int, names: RosterNames) -> str:
    """Why a person should look at a word that was left standing, or ""."""
    word = words[index]
    if word.end - word.start == 1:
        return INITIAL if _is_initial(text, words, index, names) else ""
    if word.folded in names.cued:
        written = text[word.start : word.end]
        shouted = written.isupper() and word.folded not in FUNCTION_WORDS | KEPT_WORDS
        if is_capitalised(written) or shouted:
            return LISTED
    return LISTED if names.in_doubt(text, words, index) else ""


def _is_initial(text: str, words: Sequence[Token], index: int, names: RosterNames) -> bool:
    """Whether a capital letter by itself stands where a person would: "D's", "S said", "child S".

    "I" and the article are none, nor is a letter of "A&E" or "V/S".
    """
    word = words[index]
    if word.folded not in names.initials or not text[word.start].isupper():
        return False
    if text[max(0, word.start - 1) : word.start] in _WITHIN_ABBREVIATIONS:
        return False
    rest = text[word.end : word.end + 2]
    if rest in {"'s", "’s"}:
        return True
    if word.folded in {"a", "i"} or (rest[:1] in _WITHIN_ABBREVIATIONS and rest[1:2].isalnum()):
        return False
    after = words[index + 1] if index + 1 < len(words) else None
    if after and text[word.end : after.start] == " " and after.folded in _AFTER_AN_INITIAL:
        return True
    before = words[index - 1] if index else None
    return bool(
        before
        and text[before.end : word.start] == " "
        and before.folded in _BEFORE_AN_INITIAL
        and not text[word.end : word.end + 1].isdigit()
    )
