"""Titles that say whose worker somebody is only by what stands near: "her manager", "duty at CMHT".

Two things are read here that a list of names cannot hold. A name and a title of one agency with no
more than "of the" or a bracket between them are one mention ("[SW_1] from early help"). And a
title such as "clinical lead" with "their" before it is a worker of the agency that was named last.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from notecode.model import Mention, Span
from notecode.suggesting.context import Sentence
from notecode.suggesting.exclusions import exclusion_reason

_SAME = re.compile(
    r",?\s(?:of|from|at)\s(?:the\s|our\s|his\s|her\s)?|,\sthe\s|,?\s?\((?:the\s)?", re.IGNORECASE
)
_WORKER = re.compile(r"(?:advis[eo]r|officer|worker|manager|nurse|practitioner)$", re.IGNORECASE)
_SITS_AT = re.compile(r"\s(?:at|of|from)\s(?:the\s)?", re.IGNORECASE)
# Aliases that many agencies have a title like; the agency named with them says which it is.
_ANYONES = re.compile(
    r"duty(?: (?:worker|officer|desk|team|manager))?|consultant(?:['’]s sec(?:retary)?)?|nurse"
    r"|counsellor|assessment (?:worker|team)|referral team|family worker|keyworker|tutor",
    re.IGNORECASE,
)
_LEADS = (
    r"team managers?|team lead(?:er)?s?|practice (?:lead|manager)|clinical lead"
    r"|duty (?:lead|senior)|service (?:lead|manager)|head of service|area manager"
    r"|operations manager|line manager"
)
_WORKS_FOR = (
    rf"{_LEADS}|manager|boss|senior|supervisor|director|deputy|admin|administrator|secretary"
    r"|receptionist|consultant|co-?ordinator|case ?worker|volunteer|help ?line|duty inbox"
    r"|legal team|colleagues?|team|out of hours(?: team)?|duty (?:worker|desk|team|officer)"
)
_THEIRS = re.compile(rf"\b(?:her|their|its)\s(?:own\s|duty\s)?(?:{_WORKS_FOR})\b", re.IGNORECASE)
_TOLD = re.compile(
    rf"(?:\b(?:r[au]ng|phoned|called|e-?mailed|wrote(?: \w+)? to|asked|told|chased|pressed"
    rf"|put (?:it|this|that) to|escalated to|complained to|spoke (?:to|with)|asked of)\s"
    rf"(?:the\s)?|^\W*)(?P<title>{_LEADS})\b(?=\s|[.,:])",
    re.IGNORECASE,
)
_KEY_WORKER = re.compile(
    r"\b(?:his|the|same|su['’]?s|\]['’]?s)\s(?P<title>key ?worker|support worker|named worker)\b",
    re.IGNORECASE,
)
_HAVE_KEY_WORKERS = frozenset(["housing", "mental-health", "substance-misuse"])
_OURS = re.compile(r"\b(?:my|our|supervision)\b", re.IGNORECASE)
_NAMED_NEXT = re.compile(r",?\s?(?:\(|(?:at|of|from|in)\s(?:the\s)?)?\[|\s(?:at|of|from)\s\w")
_BACK = 2
"""How many sentences back the agency may have been named."""


def joined(sentence: Sentence, found: Sequence[Mention]) -> list[Mention]:
    """The mentions of a sentence, a name and a title of one worker made one."""
    kept: list[Mention] = []
    for mention in found:
        last = kept[-1] if kept else None
        if last is None:
            kept.append(mention)
            continue
        start = sentence.span.start
        gap = sentence.text[last.span.end - start : mention.span.start - start]
        shut = "(" in gap and sentence.text.startswith(")", mention.span.end - start)
        both = Span(last.span.start, mention.span.end + int(shut))
        first = sentence.text[last.span.start - start : last.span.end - start]
        named = sentence.text[mention.span.start - start] == "[" and _WORKER.search(first)
        same = _SAME.fullmatch(gap) or (named and gap == ", ")
        if last.agency == mention.agency and same:
            kept[-1] = replace(last, span=both)
        elif _ANYONES.fullmatch(first) and _SITS_AT.fullmatch(gap):
            kept[-1] = replace(mention, span=both)
        else:
            kept.append(mention)
    return kept


def titled(
    sentences: Sequence[Sentence], found: Sequence[Sequence[Mention]], note_id: str
) -> Iterator[Mention]:
    """The workers who are named by a title alone, of the agency that was named last."""
    for at, sentence in enumerate(sentences):
        if sentence.kind not in ("record", "mail"):
            continue
        earlier = [each for group in found[max(0, at - _BACK) : at] for each in group]
        for span, of_some in _titles(sentence):
            taken = found[at]
            if any(one.span.start < span.end and span.start < one.span.end for one in taken):
                continue
            words = Span(span.start - sentence.span.start, span.end - sentence.span.start)
            if exclusion_reason(sentence.text, words, "") not in ("", "need"):
                continue
            before = [*earlier, *(one for one in taken if one.span.end <= span.start)]
            agency = before[-1].agency if before else ""
            if agency and (not of_some or agency in _HAVE_KEY_WORKERS):
                rule = f"title:{agency}"
                yield Mention(note_id=note_id, span=span, agency=agency, rule=rule)


def _titles(sentence: Sentence) -> Iterator[tuple[Span, bool]]:
    """The titles of a sentence, and whether only some agencies have workers of the kind."""
    start, text = sentence.span.start, sentence.text
    for match in _THEIRS.finditer(text):
        if not _NAMED_NEXT.match(text, match.end()):
            yield Span(start + match.start(), start + match.end()), False
    for match in _TOLD.finditer(text):
        if not _NAMED_NEXT.match(text, match.end()) and not _OURS.search(text):
            yield Span(start + match.start("title"), start + match.end("title")), False
    for match in _KEY_WORKER.finditer(text):
        if not _NAMED_NEXT.match(text, match.end()):
            yield Span(start + match.start("title"), start + match.end("title")), True
