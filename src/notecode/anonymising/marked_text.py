"""One text of a case as its findings leave it: which words are masked, kept, or left standing."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Final

from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.protection import Kept
from notecode.anonymising.words.spelling import Casing, Token, standing_tags, starts_sentence
from notecode.anonymising.words.truecasing import line_casings

KEPT: Final = "kept"
"""What covers a word of an agency's name or of a tag that stood in the text already."""

_LONGEST_GAP = 3
_MOST_MARKS = 20
_MARKS = " \t>.,-–~*xX"


class MarkedText:
    """A raw text with its words, and of each word what covers it; in memory only."""

    def __init__(
        self,
        text: str,
        words: Sequence[Token],
        masked: Sequence[Finding],
        kept: Sequence[Kept],
    ) -> None:
        """Take what is masked in the end, from left to right, and what is to be kept."""
        self.text = text
        self.words = words
        self.cover = [""] * len(words)
        """Of each word the type of its mask, ``KEPT``, or "" where it is left standing."""
        self._ends = [word.end for word in words]
        for span in kept:
            self._cover(span.start, span.end, KEPT)
        for start, end in standing_tags(text):
            self._cover(start, end, KEPT)
        self.add(masked)
        self._lines = line_casings(text)
        self._named = {
            self._line(word.start)
            for word, kind in zip(words, self.cover, strict=True)
            if kind == PERSON
        }

    def __repr__(self) -> str:
        return f"MarkedText({len(self.words)} words hidden)"

    __str__ = __repr__

    def add(self, masked: Iterable[Finding]) -> None:
        """Take more that is masked."""
        for finding in masked:
            self._cover(finding.start, finding.end, finding.type)

    def _cover(self, start: int, end: int, kind: str) -> None:
        index = bisect_right(self._ends, start)
        while index < len(self.words) and self.words[index].start < end:
            self.cover[index] = kind
            index += 1

    def written(self, index: int) -> str:
        """The word as it stands in the text."""
        word = self.words[index]
        return self.text[word.start : word.end]

    def casing(self, index: int) -> Casing:
        """How the line of a word is typed."""
        return self._lines[self._line(self.words[index].start)][2]

    def _line(self, position: int) -> int:
        return bisect_right(self._lines, position, key=lambda line: line[0]) - 1

    def names_on_line(self, index: int) -> bool:
        """Whether a person is masked on the line of the word."""
        return self._line(self.words[index].start) in self._named

    def is_alone(self, index: int) -> bool:
        """Whether nothing but marks and kisses stands beside the word on its line."""
        word = self.words[index]
        start, end, _ = self._lines[self._line(word.start)]
        if end - start > word.end - word.start + _MOST_MARKS:
            return False
        beside = self.text[start : word.start] + self.text[word.end : end]
        return not beside.strip(_MARKS)

    def starts(self, index: int) -> bool:
        """Whether the word begins a sentence, a line or an item of a list."""
        return starts_sentence(self.text, self.words[index].start)

    def gap_before(self, index: int) -> str:
        """What stands between the word and the one before it; a line end at the beginning."""
        return self.text[self.words[index - 1].end : self.words[index].start] if index else "\n"

    def gap_after(self, index: int) -> str:
        """What stands between the word and the next; a line end after the last one."""
        last = index + 1 == len(self.words)
        return "\n" if last else self.text[self.words[index].end : self.words[index + 1].start]

    def before(self, index: int) -> str:
        """The folded word before it, if at most spaces or a mark within a sentence part them."""
        return self.words[index - 1].folded if is_close(self.gap_before(index)) else ""

    def after(self, index: int) -> str:
        """The folded word behind it, on the same terms."""
        return self.words[index + 1].folded if is_close(self.gap_after(index)) else ""


def is_close(gap: str) -> bool:
    """Whether two words with this between them stand in one sentence."""
    return len(gap) <= _LONGEST_GAP and not any(c in ".!?;:)(\n" for c in gap)
