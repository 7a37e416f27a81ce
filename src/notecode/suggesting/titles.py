"""Titles that say whose worker somebody is only by what stands near: "her manager", "duty at CMHT".

Two things are read here that a list of names cannot hold. A name and a title of one agency with no
more than "of the" or a bracket between them are one mention ("[SW_1] from early help"). And a
title such as "clinical lead" with "their" before it is a worker of the agency that was named last.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from notecode.model import Mention, Span
from notecode.suggesting.context import Sentence

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
