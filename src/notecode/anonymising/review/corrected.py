"""What lies on a note whose text in the export was corrected: carried where its words still stand.

There is no raw text any more from which the stored text was made, so the two anonymised texts are
compared. A tag in both stands for one person: no tag is ever given to somebody else. The same
words, or the same tag, are no more than that: somebody else may do the same to them elsewhere.
"""

from dataclasses import dataclass

from notecode.model import Span

_AROUND = 16
"""Code points on one side of words by which it is known that they are the same words."""
_TELLING = 24
"""Words of so many code points are known by themselves where they stand once."""


@dataclass(frozen=True, slots=True, repr=False)
class UnchangedPassages:
    """Where passages of an anonymised text stand in another one that replaces it."""

    old: str
    new: str

    def __repr__(self) -> str:
        return f"UnchangedPassages({len(self.old)} code points hidden)"

    __str__ = __repr__

    def __call__(self, span: Span) -> Span | None:
        """The place of the same words in the new text; None if that is not certain."""
        words = span.cut(self.old)
        if not words.strip():
            return None
        before, after = _places(self.old, words), _places(self.new, words)
        if span.start not in before or len(before) != len(after):
            return None
        start = after[before.index(span.start)]
        alone = len(after) == 1 and len(words) >= _TELLING
        if not alone and not self._is_known_at(span.start, start, len(words)):
            return None
        return Span(start, start + len(words))

    def _is_known_at(self, was: int, is_now: int, length: int) -> bool:
        """Whether the text is the same on one side at least, with a word in it."""
        before = self.old[max(0, was - _AROUND) : was], self.new[max(0, is_now - _AROUND) : is_now]
        after = (
            self.old[was + length : was + length + _AROUND],
            self.new[is_now + length : is_now + length + _AROUND],
        )
        return any(was == now and _has_word(was) for was, now in (before, after))


def _has_word(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _places(text: str, words: str) -> list[int]:
    """Where the words stand in the text as whole words."""
    found = []
    at = text.find(words)
    while at >= 0:
        if not (_joins(text, at) or _joins(text, at + len(words))):
            found.append(at)
        at = text.find(words, at + 1)
    return found


def _joins(text: str, at: int) -> bool:
    """Whether a word, or a tag's name, goes on from one side of the place to the other."""
    return 0 < at < len(text) and _is_of_word(text[at - 1]) and _is_of_word(text[at])


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"
