"""What was replaced in a note: the passages of the raw text behind the tags."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from notecode.model import Mask
from notecode.raw import RawNote

if TYPE_CHECKING:
    from notecode.anonymising.cases import AnonymisedNote

Passage = tuple[str, str]
"""An identifier type, and what stood in the raw text."""


def passages_behind(note: "AnonymisedNote", raw: RawNote) -> tuple[Passage, ...]:
    """The passages that have just been replaced in the note, in order."""
    return tuple(
        (masked.type, raw.text[masked.raw.start : masked.raw.end]) for masked in note.source.masked
    )


def recovered_passages(raw: str, text: str, masks: Sequence[Mask]) -> tuple[Passage, ...] | None:
    """The same from the raw text and the stored one; None if the one did not become the other.

    What stands between the tags is looked for in the raw text from left to right. Where such a
    piece also stands inside a replaced passage, that passage is cut there, and the rest of it
    goes to the next one.
    """
    kept = _between(text, masks)
    if not raw.startswith(kept[0]):
        return None
    if not masks:
        return () if raw == text else None
    passages: list[Passage] = []
    position = len(kept[0])
    for mask, piece in zip(masks[:-1], kept[1:-1], strict=True):
        # A replaced passage has one character at least.
        found = raw.find(piece, position + 1)
        if found < 0:
            return None
        passages.append((mask.type, raw[position:found]))
        position = found + len(piece)
    end = len(raw) - len(kept[-1])
    if not raw.endswith(kept[-1]) or end <= position:
        return None
    return (*passages, (masks[-1].type, raw[position:end]))


def _between(text: str, masks: Sequence[Mask]) -> list[str]:
    """What stands before, between and behind the tags."""
    edges = [0, *(edge for mask in masks for edge in (mask.span.start, mask.span.end)), len(text)]
    return [text[edges[n] : edges[n + 1]] for n in range(0, len(edges), 2)]
