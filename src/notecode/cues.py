"""What a codebook says about suggesting: classes of words, and rules with their examples.

Standard library only, as ``model.py``, which passes these on.
"""

from dataclasses import dataclass
from typing import Literal

Needs = Literal["required", "optional", "none"]
Scope = Literal["sentence", "note"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordClass:
    """Words that mean one thing: ``words`` in their basic form, phrases included.

    An entry ``<name>`` takes in another class, and ``*`` in a phrase stands for up to four words.
    """

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A sentence (or note) that fits this rule is suggested for ``code``.

    One of ``says`` (word patterns), ``any`` (regular expressions), ``tokens`` or ``dependency``
    (spaCy patterns, as JSON) must fit, all of ``also`` too, and none of ``without`` (word
    patterns) or ``unless`` (regular expressions). ``agencies`` says whether a mention must stand
    in the sentence, ``only`` which will do, ``forbid`` which must not. ``tense``, ``negated``,
    ``speaker``, ``contact_types`` and ``roles`` limit where it holds; empty means anywhere.
    ``follows`` are codes of which the sentence before must have one. The rule gives way where a
    rule or a code in ``yields_to`` holds. ``implies`` are agencies of the reference where none is
    mentioned. ``weight`` is the score of its suggestions, 0 to 1. ``version`` is a digest of the
    rule and of every word class in it. ``points`` ("12 for patrol, marker") are what cues count:
    the rule holds at ``enough`` points, and below ``least`` no rule suggests its code.
    """

    id: str
    code: str
    says: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    dependency: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    agencies: Needs = "optional"
    only: tuple[str, ...] = ()
    forbid: tuple[str, ...] = ()
    tense: tuple[str, ...] = ()
    negated: str = ""
    speaker: tuple[str, ...] = ()
    contact_types: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    scope: Scope = "sentence"
    follows: tuple[str, ...] = ()
    yields_to: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    enough: int = 0
    least: int | None = None
    weight: float = 0.5
    match: tuple[str, ...] = ()
    no_match: tuple[str, ...] = ()
    version: str = ""
