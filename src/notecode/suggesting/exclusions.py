"""Words that look like an agency's and are not its part in the case, each with its reason.

The patterns are in ``look_alikes.toml``, each looked for in the sentence just before the word,
just after it, or in the clause around it. The first that fits gives the reason.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from notecode.model import Span

Scope = Literal["before", "after", "clause"]
# How much of the sentence is looked at on either side of a word, in characters: keeps it linear.
_REACH = 70
_CLAUSE_BREAK = re.compile(r"[,;:.!?]\s|\s[-–—]\s|\s(?:and|but|then)\s", re.IGNORECASE)
_TO_THE_WORD = r"[\s\'\"(-]{0,2}$"
_HEADING = re.compile(r"\s*[:–-]\s")
_ACTS_LATER = re.compile(
    r"(?: \w+){0,4} (?:r[au]ng|telephoned|has|have|had|came|called|walks|visited|will|said|says"
    r"|told)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Exclusion:
    """One pattern: why, where it is looked for, and for which agencies (none named: all).

    ``word`` limits it to mentions that read so; it does not hold where ``besides`` stands before.
    """

    reason: str
    scope: Scope
    pattern: re.Pattern[str]
    agencies: frozenset[str]
    word: re.Pattern[str] | None = None
    besides: re.Pattern[str] | None = None


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _exclusion(entry: dict[str, Any]) -> Exclusion:
    pattern = f"(?:{entry['pattern']})"
    return Exclusion(
        reason=entry["reason"],
        scope=entry["scope"],
        pattern=_compiled(pattern + _TO_THE_WORD if entry["scope"] == "before" else pattern),
        agencies=frozenset(entry.get("agencies", ())),
        word=_compiled(entry["word"]) if "word" in entry else None,
        besides=_compiled(entry["besides"]) if "besides" in entry else None,
    )


_FILE = tomllib.loads(
    files("notecode.suggesting").joinpath("look_alikes.toml").read_text(encoding="utf-8")
)
EXCLUSIONS: tuple[Exclusion, ...] = tuple(_exclusion(entry) for entry in _FILE["look_alike"])
"""The table, in the order in which its patterns are tried."""
_TOPIC = {name: _compiled(pattern) for name, pattern in _FILE["topic"].items()}
_INDEFINITE = {name: _compiled(pattern) for name, pattern in _FILE["indefinite"].items()}


@cache
def _for_agency(agency: str) -> tuple[Exclusion, ...]:
    return tuple(each for each in EXCLUSIONS if not each.agencies or agency in each.agencies)


def exclusion_reason(sentence: str, word: Span, agency: str) -> str:
    """Why the word at ``word`` (offsets in ``sentence``) is no mention of ``agency``, or ""."""
    text = word.cut(sentence)
    before = sentence[max(0, word.start - _REACH) : word.start]
    after = sentence[word.end : word.end + _REACH]
    for entry in _for_agency(agency):
        if entry.word is not None and not entry.word.search(text):
            continue
        if _fits(entry, before, text, after):
            return entry.reason
    if _is_nobodys(before, text, after):
        return "hypothetical"
    return "need" if _is_a_topic(before, text, after) else ""


def _fits(entry: Exclusion, before: str, text: str, after: str) -> bool:
    if entry.scope == "before":
        found = entry.pattern.search(before)
    elif entry.scope == "after":
        found = entry.pattern.match(after)
    else:
        found = entry.pattern.search(_clause(before, text, after))
    return found is not None and not (entry.besides is not None and entry.besides.search(before))


def _is_nobodys(before: str, text: str, after: str) -> bool:
    """Whether "a hospital", "any refuge" is none in particular: it does nothing, nor is it met."""
    article = re.match(r"an? ", text, re.IGNORECASE)
    if "[" in text or not (_INDEFINITE["before"].search(before) or article):
        return False
    if _INDEFINITE["dealt_with"].search(before) and not _INDEFINITE["of_his_own"].search(before):
        return False
    return not (_TOPIC["acts"].match(after) or _ACTS_LATER.match(after))


def _is_a_topic(before: str, text: str, after: str) -> bool:
    """Whether a word such as "housing" is the need here: it is told nothing, and does nothing."""
    if not _TOPIC["word"].match(text):
        return False
    if _TOPIC["not_conveyed"].search(before):
        return True
    if _TOPIC["conveyed"].search(before):
        return False
    opens = not before.strip(" \t-*•0123456789.)(")
    return not (_TOPIC["acts"].match(after) and (opens or not _HEADING.match(after)))


def _clause(before: str, text: str, after: str) -> str:
    """The part of the sentence between the clause breaks on both sides of the word."""
    begin = 0
    for gap in _CLAUSE_BREAK.finditer(before):
        begin = gap.end()
    gap_after = _CLAUSE_BREAK.search(after)
    return before[begin:] + text + after[: gap_after.start() if gap_after else len(after)]
