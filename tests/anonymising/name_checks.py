"""What a recogniser of names covers in a text, for the tables of cases and near misses."""

from types import SimpleNamespace
from typing import cast

from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.words.spelling import tokens

Table = list[tuple[str, list[str]]]


def findings_in(recogniser: NoteRecogniser, text: str) -> list[Finding]:
    """The findings of a recogniser that looks at the words of a note alone."""
    note = cast("NoteArtifacts", SimpleNamespace(words=tokens(text)))
    return list(recogniser.find(text, note))


def names_in(recogniser: NoteRecogniser, text: str) -> list[str]:
    """What the recogniser covers, what overlaps joined, from left to right."""
    covered: list[tuple[int, int]] = []
    found = findings_in(recogniser, text)
    assert all(item.type == PERSON and 0.7 <= item.score < 1 for item in found), "no flag"
    for start, end in sorted((item.start, item.end) for item in found):
        if covered and start < covered[-1][1]:
            covered[-1] = (covered[-1][0], max(end, covered[-1][1]))
        else:
            covered.append((start, end))
    return [text[start:end] for start, end in covered]
