"""Notes written as forms: with whom on one line, what came of it on a later one.

"CONTACT WITH: [IDVA_1]", "PURPOSE: new address", "OUTCOME: she has moved" record one act, with the
Idva, and the line that tells it names nobody. So the line that says what came of it is read as if
it began with whoever the form names; the line that names them records no act of itself.
"""

import re
from collections.abc import Sequence

from notecode.suggesting.context import LONGEST, Sentence

_PARTY = re.compile(
    r"\W*(?:contact (?:with|made with|to|from)|contacted|spoke (?:to|with)|spoken to|with"
    r"|who(?: with)?|(?:person|people|agency|agencies|professionals?|worker)(?: \w+)?"
    r" (?:contacted|seen|spoken to|involved)|participants?|between|caller|called)\s*[:–-]\s*(?=\S)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\W*(?:outcomes?|results?|actions? (?:taken|agreed)|discussion|content|details?|summary|notes?"
    r"|response|feedback|what (?:was (?:said|discussed|agreed|done)|happened)|decisions?"
    r"|information (?:shared|given|received)|comments?)\s*[:–-]\s*(?=\S)",
    re.IGNORECASE,
)
_APART = 4


def label_end(sentence: Sentence) -> int:
    """How many characters the label takes up with which a form's field begins; 0 if none."""
    label = _TOLD.match(sentence.text[:LONGEST])
    return label.end() if label else 0


def parties(sentences: Sequence[Sentence]) -> dict[int, int]:
    """For each line that tells what came of a contact, the line that says with whom (indices)."""
    found: dict[int, int] = {}
    named = -1
    for at, sentence in enumerate(sentences):
        head = sentence.text[:LONGEST]
        if _PARTY.match(head):
            named = at
        elif named >= 0 and at - named <= _APART and _TOLD.match(head):
            found[at] = named
            named = -1
    return found
