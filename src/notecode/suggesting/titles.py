"""Titles that say whose worker somebody is only by what stands near: "her manager", "duty at CMHT".

Two things are read here that a list of names cannot hold. A name and a title of one agency with no
more than "of the" or a bracket between them are one mention ("[SW_1] from early help"). And a
title such as "clinical lead" with "their" before it is a worker of the agency that was named last.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from notecode.model import Mention, Span
from notecode.suggesting.back_references import TITLES
from notecode.suggesting.context import Sentence

_SAME = re.compile(
    r",?\s(?:of|from|at)\s(?:the\s|our\s|his\s|her\s)?|,\sthe\s|,?\s?\((?:the\s)?", re.IGNORECASE
)
_WORKER = re.compile(r"(?:advis[eo]r|officer|worker|manager|nurse|practitioner)$", re.IGNORECASE)
_HEAD_OF = re.compile(r"\bhead of \w+$", re.IGNORECASE)
_SITS_AT = re.compile(r"\s(?:at|of|from)\s(?:the\s)?", re.IGNORECASE)
# Titles that workers of many agencies have; the agency named with them says whose they are.
_ANYONES = re.compile(TITLES["shared"].strip(), re.IGNORECASE | re.VERBOSE)


def at_their_place(
    text: str, found: Iterable[tuple[Span, str, str]]
) -> Iterator[tuple[Span, str, str]]:
    """The words for agencies of ``text``, a shared title and its agency made one.

    "community nurse at the mental health base" is of mental health, "public protection at the
    prison" of the prison.
    """
    held: tuple[Span, str, str] | None = None
    for each in found:
        if held is not None:
            gap = text[held[0].end : each[0].start]
            if _SITS_AT.fullmatch(gap) and _ANYONES.fullmatch(held[0].cut(text)):
                held = (Span(held[0].start, each[0].end), each[1], each[2])
                continue
            yield held
        held = each
    if held is not None:
        yield held


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
        heads = _HEAD_OF.search(first) is not None
        same = _SAME.fullmatch(gap) or ((named or heads) and gap == ", ")
        if last.agency == mention.agency and same:
            kept[-1] = replace(last, span=both)
        else:
            kept.append(mention)
    return kept
