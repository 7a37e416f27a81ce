"""A text in its stored form (see ``normalise``) with the way back to what was given.

Spans that somebody made on a text as given can so be carried to the normalised text and back.
"""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from notecode.model import Span

_CLUSTER = re.compile(r"\r\n|.", re.DOTALL)
_HALF_PAIR = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, repr=False)
class AlignedText:
    """A text in NFC with LF, and where each of its code points begins in the text as given.

    ``begins`` has one entry more than ``text``: the end of the text as given. White space at the
    ends stays, and so does a text whose parts cannot be told apart after composition.
    """

    text: str
    begins: tuple[int, ...] | None

    def __repr__(self) -> str:
        return f"AlignedText({len(self.text)} code points hidden)"

    __str__ = __repr__

    def as_given(self, start: int, end: int) -> Span:
        """The same place in the text as given; a composed letter is taken whole."""
        if self.begins is None:
            return Span(start, end)
        # Code points that one composed cluster became share a beginning: go past all of it.
        while self.begins[end] == self.begins[end - 1]:
            end += 1
        return Span(self.begins[start], self.begins[end])


def align(text: str) -> AlignedText:
    """The text in NFC with LF line ends, and the way back.

    Half of a surrogate pair, which no encoding can hold, becomes U+FFFD.
    """
    text = _HALF_PAIR.sub("\ufffd", text)
    if "\r" not in text and unicodedata.is_normalized("NFC", text):
        return AlignedText(text, None)
    pieces: list[str] = []
    begins: list[int] = []
    for start, end in pairwise([*_cluster_starts(text), len(text)]):
        piece = text[start:end]
        composed = "\n" if piece in {"\r\n", "\r"} else unicodedata.normalize("NFC", piece)
        pieces.append(composed)
        begins.extend([start] * len(composed))
    begins.append(len(text))
    joined = "".join(pieces)
    if unicodedata.is_normalized("NFC", joined):
        return AlignedText(joined, tuple(begins))
    return AlignedText(text, None)


def _cluster_starts(text: str) -> list[int]:
    """Where a letter with its combining marks, or a line end, begins."""
    return [
        match.start()
        for match in _CLUSTER.finditer(text)
        if match.start() == 0
        or text[match.start() - 1] in "\r\n"  # a mark has no letter to join there
        or not unicodedata.combining(match.group()[0])
    ]
