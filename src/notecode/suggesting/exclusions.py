"""Words that look like an agency's and are not its part in the case, each with its reason.

The patterns are in ``look_alikes.toml``, each looked for in the sentence just before the word,
just after it, or in the clause around it. The first that fits gives the reason.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

from notecode.codebook.words import is_past
from notecode.model import Span

Scope = Literal["before", "after", "clause"]
# How much of the sentence is looked at on either side of a word, in characters: keeps it linear.
_REACH = 70
_CLAUSE_BREAK = re.compile(r"[,;:.!?]\s|\s[-–—]\s|\s(?:and|but|then)\s", re.IGNORECASE)
_TO_THE_WORD = r"[\s\'\"(-]{0,2}$"
_LAST_WORD = re.compile(r"([A-Za-z]+)\W*$")
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
_INSTITUTION = {name: _compiled(pattern) for name, pattern in _FILE["institution"].items()}
_INDEFINITE = {name: _compiled(pattern) for name, pattern in _FILE["indefinite"].items()}


@lru_cache(maxsize=4096)
def _for_word(agency: str, text: str) -> tuple[Exclusion, ...]:
    """What may hold for this word of this agency: the same few words come again and again."""
    return tuple(
        each
        for each in EXCLUSIONS
        if (not each.agencies or agency in each.agencies)
        and (each.word is None or each.word.search(text))
    )


def exclusion_reason(sentence: str, word: Span, agency: str) -> str:
    """Why the word at ``word`` (offsets in ``sentence``) is no mention of ``agency``, or ""."""
    text = word.cut(sentence)
    before = sentence[max(0, word.start - _REACH) : word.start]
    after = sentence[word.end : word.end + _REACH]
    for entry in _for_word(agency, text):
        if _fits(entry, before, text, after):
            return entry.reason
    if _is_nobodys(before, text, after):
        return "hypothetical"
    subject = _is_a_topic(before, text, after) or _is_in_passing(before, text, after)
    return "need" if subject else ""


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
    if "[" in text or " from " in text or not (_INDEFINITE["before"].search(before) or article):
        return False
    if _INDEFINITE["dealt_with"].search(before) and not _INDEFINITE["of_his_own"].search(before):
        return False
    verb = _INSTITUTION["acts"].match(after)
    if verb and is_past(verb[1].lower()) and len(before.split()) <= 1:
        return False  # "A police officer sat in."
    return not (_TOPIC["acts"].match(after) or _ACTS_LATER.match(after))


def _is_a_topic(before: str, text: str, after: str) -> bool:
    """Whether a word such as "housing" is the need here: it is told nothing, and does nothing."""
    if not _TOPIC["word"].match(text):
        return False
    if _TOPIC["not_conveyed"].search(before):
        return True
    if _TOPIC["conveyed"].search(before):
        return False
    verb = _INSTITUTION["acts"].match(after)
    if verb and is_past(verb[1].lower()) and not _TOPIC["done_to"].fullmatch(verb[1]):
        return False
    opens = not before.strip(" \t-*•0123456789.)(")
    return not (_TOPIC["acts"].match(after) and (opens or not _HEADING.match(after)))


def _is_in_passing(before: str, text: str, after: str) -> bool:
    """Whether an institution that everybody knows is named, and nothing binds it to an act."""
    if not _INSTITUTION["word"].match(text):
        return False
    if _TOPIC["conveyed"].search(before) or _TOPIC["acts"].match(after):
        return False
    if _INSTITUTION["bound"].search(before) or _INSTITUTION["heads"].search(before):
        return False
    verb = _INSTITUTION["acts"].match(after)
    if verb and (is_past(verb[1].lower()) or _INSTITUTION["present"].fullmatch(verb[1])):
        return False
    just_before = _LAST_WORD.search(_INSTITUTION["article"].sub("", before))
    return just_before is None or not is_past(just_before[1].lower())


def acts_after(after: str) -> bool:
    """Whether what follows a word says that it does or did something."""
    verb = _INSTITUTION["acts"].match(after)
    done = verb is not None and (
        is_past(verb[1].lower()) or _INSTITUTION["present"].fullmatch(verb[1]) is not None
    )
    return done or _TOPIC["acts"].match(after) is not None


def told_before(before: str) -> bool:
    """Whether what stands before a word says that it was told, asked, met or heard from."""
    return _TOPIC["conveyed"].search(before[-_REACH:]) is not None


def _clause(before: str, text: str, after: str) -> str:
    """The part of the sentence between the clause breaks on both sides of the word."""
    begin = 0
    for gap in _CLAUSE_BREAK.finditer(before):
        begin = gap.end()
    gap_after = _CLAUSE_BREAK.search(after)
    return before[begin:] + text + after[: gap_after.start() if gap_after else len(after)]
