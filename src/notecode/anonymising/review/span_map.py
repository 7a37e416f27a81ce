"""From a range of the raw text to the same place in the anonymised text.

Lives in memory only, beside the anonymised note, for evaluation and for carrying codings made
on raw text across. It holds positions, types and person ids, and no text.
"""

from bisect import bisect_right
from dataclasses import dataclass

from notecode.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class MaskedSpan:
    """A replaced range of the raw text and the range of the tag that stands for it."""

    raw: Span
    anonymised: Span
    type: str
    person_id: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class SpanMap:
    """The replacements of one note, in order, with the lengths of both texts."""

    masked: tuple[MaskedSpan, ...]
    raw_length: int
    anonymised_length: int

    def __repr__(self) -> str:
        return f"SpanMap({len(self.masked)} replacements, {self.raw_length} code points)"

    __str__ = __repr__

    def to_anonymised(self, span: Span) -> Span | None:
        """Where the range stands in the anonymised text; None if it lies outside the raw text.

        A range that touches a replaced identifier is widened to the whole tag.
        """
        if span.end > self.raw_length:
            return None
        return Span(self._position(span.start, at_end=False), self._position(span.end, at_end=True))

    def to_raw(self, span: Span) -> Span | None:
        """Where the range stands in the raw text; None if it lies outside the anonymised text.

        A range that touches a tag is widened to the whole of what it replaced.
        """
        if span.end > self.anonymised_length:
            return None
        return Span(self._origin(span.start, at_end=False), self._origin(span.end, at_end=True))

    def _position(self, position: int, *, at_end: bool) -> int:
        reached = position - 1 if at_end else position
        index = bisect_right(self.masked, reached, key=lambda masked: masked.raw.start) - 1
        if index < 0:
            return position
        before = self.masked[index]
        if reached < before.raw.end:
            return before.anonymised.end if at_end else before.anonymised.start
        return position - before.raw.end + before.anonymised.end

    def _origin(self, position: int, *, at_end: bool) -> int:
        reached = position - 1 if at_end else position
        index = bisect_right(self.masked, reached, key=lambda masked: masked.anonymised.start) - 1
        if index < 0:
            return position
        before = self.masked[index]
        if reached < before.anonymised.end:
            return before.raw.end if at_end else before.raw.start
        return position - before.anonymised.end + before.raw.end
