"""From a stored anonymised text back to its raw text, and on to a new anonymised text.

Of what was replaced nothing is kept, not even its length. But what was not replaced stands in
both texts, in one order, so the raw text says where each tag's original stands: between the
pieces before and after it. Where that is not certain, the places that it could be are all
followed, and a range is carried only if they lead to one and the same place.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from notecode.anonymising.review.span_map import SpanMap
from notecode.model import Span

LONGEST = 200
"""Code points that a tag may stand for, unless there is no white space among them."""

_MOST_UNCOVERED = 5
"""Words that a replaced range may hold which the new masks leave standing."""

_MOST_PLACES = 500
"""Places of one piece that are followed; a text with more is not aligned."""

_CONTEXT = 60
_LEAST_CONTEXT = 8

Fits = Callable[[int, int, int], bool]
"""Whether the tag of this number may stand for the raw range from start to end."""


@dataclass(frozen=True, slots=True, repr=False)
class Alignment:
    """An anonymised text over its raw text: pieces that stand in both, with tags between them.

    ``starts`` and ``lengths`` say where each piece stands in the anonymised text, ``places``
    where it may begin in the raw text. There is a tag between each piece and the next.
    """

    starts: tuple[int, ...]
    lengths: tuple[int, ...]
    places: tuple[tuple[int, ...], ...]

    def __repr__(self) -> str:
        return f"Alignment({len(self.starts)} pieces)"

    __str__ = __repr__

    @property
    def is_exact(self) -> bool:
        """Whether there is only one way in which the two texts fit together."""
        return all(len(places) == 1 for places in self.places)

    def raw_span(self, span: Span) -> Span | None:
        """The raw range that the span stands for, widened to whole tags; None if uncertain."""
        if span.end > self.starts[-1] + self.lengths[-1]:
            return None
        starts, ends = self._starts_of(span.start), self._ends_of(span.end)
        if len(starts) != 1 or len(ends) != 1:
            return None
        return Span(starts[0], ends[0])

    def carry(self, span: Span, onto: SpanMap) -> Span | None:
        """The same range in another anonymised text of the same raw text; None if uncertain.

        It covers what it covered before, widened to the whole of each tag that it touches.
        """
        if span.end > self.starts[-1] + self.lengths[-1]:
            return None
        firsts = [onto.to_anonymised(Span(at, at + 1)) for at in self._starts_of(span.start)]
        lasts = [onto.to_anonymised(Span(at - 1, at)) for at in self._ends_of(span.end)]
        starts = {found.start for found in firsts if found is not None}
        ends = {found.end for found in lasts if found is not None}
        if len(starts) != 1 or len(ends) != 1:
            return None
        return Span(starts.pop(), ends.pop())

    def uncovered(self, raw: str, onto: SpanMap) -> bool:
        """Whether a tag stands for so much that is plain text now that the texts do not match."""
        return any(
            len(_standing(raw, start, end, onto).split()) > _MOST_UNCOVERED
            for start, end in self._tag_ranges()
        )

    def _tag_ranges(self) -> Iterator[tuple[int, int]]:
        """The shortest raw range of each tag."""
        for number in range(len(self.starts) - 1):
            start = self.places[number][-1] + self.lengths[number]
            end = self.places[number + 1][0]
            if start < end:
                yield start, end

    def _starts_of(self, position: int) -> tuple[int, ...]:
        number = bisect_right(self.starts, position) - 1
        within = min(position - self.starts[number], self.lengths[number])
        return tuple(place + within for place in self.places[number])

    def _ends_of(self, position: int) -> tuple[int, ...]:
        reached = position - 1
        number = bisect_right(self.starts, reached) - 1
        within = reached - self.starts[number]
        if within >= self.lengths[number]:
            return self.places[number + 1]
        return tuple(place + within + 1 for place in self.places[number])


def align(
    text: str, tags: Sequence[Span], raw: str, *, fits: Fits | None = None
) -> Alignment | None:
    """Fit an anonymised text, whose tags stand at ``tags`` (sorted), onto its raw text.

    None if it is no anonymised form of this raw text. ``fits`` says which raw range a tag may
    stand for; without it all of up to ``LONGEST`` code points, or of any length without space.
    """
    starts = (0, *(tag.end for tag in tags))
    ends = (*(tag.start for tag in tags), len(text))
    pieces = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    allowed = fits or short_fits(raw)
    reached = _reached(pieces, raw, allowed)
    if not reached:
        return None
    return Alignment(starts, tuple(map(len, pieces)), tuple(_leading_on(pieces, reached, allowed)))


def one_way(alignment: Alignment, fits: Fits) -> Alignment:
    """Of several ways in which the texts fit together, that with each tag as short as can be."""
    chosen = [alignment.places[0][0]]
    for number, places in enumerate(alignment.places[1:]):
        end = chosen[-1] + alignment.lengths[number]
        chosen.append(next(p for p in places if end < p and fits(number, end, p)))
    return Alignment(alignment.starts, alignment.lengths, tuple((place,) for place in chosen))


def exact_alignment(source: SpanMap) -> Alignment:
    """The alignment that a run knows for certain."""
    starts = (0, *(masked.anonymised.end for masked in source.masked))
    ends = (*(masked.anonymised.start for masked in source.masked), source.anonymised_length)
    places = (0, *(masked.raw.end for masked in source.masked))
    lengths = tuple(end - start for start, end in zip(starts, ends, strict=True))
    return Alignment(starts, lengths, tuple((place,) for place in places))


def place_by_context(text: str, tags: Sequence[Span], raw: str, span: Span) -> Span | None:
    """Where a span stands in a raw text that was changed elsewhere, by the words around it.

    The span is one tag, or holds none. None unless just one place has the same words around it.
    """
    start = max([tag.end for tag in tags if tag.end <= span.start], default=0)
    end = min([tag.start for tag in tags if tag.start >= span.end], default=len(text))
    before = text[max(start, span.start - _CONTEXT) : span.start]
    after = text[span.end : min(end, span.end + _CONTEXT)]
    if len(before) + len(after) < _LEAST_CONTEXT:
        return None
    is_tag = any(tag.overlaps(span) for tag in tags)
    found = [
        Span(first, last)
        for first in _after_each(raw, before)
        for last in _ends_within(raw, first, after, None if is_tag else span.cut(text))
    ]
    return found[0] if len(found) == 1 else None


def _after_each(raw: str, before: str) -> Iterator[int]:
    at = raw.find(before)
    while at >= 0:
        yield at + len(before)
        at = raw.find(before, at + 1)


def _ends_within(raw: str, start: int, after: str, literal: str | None) -> Iterator[int]:
    if literal is not None:
        if raw.startswith(literal + after, start):
            yield start + len(literal)
        return
    for end in range(start + 1, min(start + LONGEST, len(raw)) + 1):
        if raw.startswith(after, end) and (after or end == len(raw)):
            yield end


def short_fits(raw: str) -> Fits:
    """That a tag may stand for up to ``LONGEST`` code points, or any number without space."""

    def fits(number: int, start: int, end: int) -> bool:
        del number
        return end - start <= LONGEST or len(raw[start:end].split()) == 1

    return fits


def _reached(pieces: Sequence[str], raw: str, fits: Fits) -> list[list[int]]:
    """For each piece the places to which the pieces before it lead; empty if there are none."""
    if len(pieces) == 1:
        return [[0]] if raw == pieces[0] else []
    if not raw.startswith(pieces[0]):
        return []
    reached = [[0]]
    for number, piece in enumerate(pieces[1:]):
        ends = [place + len(pieces[number]) for place in reached[-1]]
        last = number == len(pieces) - 2
        candidates = _last_place(raw, piece) if last else _places(raw, piece, ends[0], ends[-1])
        here = [
            place
            for place in candidates
            if any(end < place and fits(number, end, place) for end in ends)
        ]
        if not here:
            return []
        reached.append(here)
    return reached


def _places(raw: str, piece: str, first: int, last: int) -> list[int]:
    """Where the piece stands after ``first``, as far as a tag from ``last`` on may reach.

    Empty if there are too many to follow: some of them would not do.
    """
    limit = last + LONGEST
    while limit < len(raw) and not any(character.isspace() for character in raw[last:limit]):
        limit += LONGEST
    found: list[int] = []
    at = raw.find(piece, first + 1)
    while 0 <= at <= limit:
        found.append(at)
        if len(found) > _MOST_PLACES:
            return []
        at = raw.find(piece, at + 1)
    return found


def _last_place(raw: str, piece: str) -> list[int]:
    return [len(raw) - len(piece)] if raw.endswith(piece) else []


def _leading_on(
    pieces: Sequence[str], reached: Sequence[Sequence[int]], fits: Fits
) -> list[tuple[int, ...]]:
    """Of the places reached, those from which the rest of the text can be reached."""
    leading: list[tuple[int, ...]] = [tuple(reached[-1])]
    for number in range(len(pieces) - 2, -1, -1):
        length = len(pieces[number])
        leading.append(
            tuple(
                place
                for place in reached[number]
                if any(
                    place + length < onward and fits(number, place + length, onward)
                    for onward in leading[-1]
                )
            )
        )
    return leading[::-1]


def _standing(raw: str, start: int, end: int, onto: SpanMap) -> str:
    """What of a raw range the new masks leave standing."""
    pieces = []
    at = start
    first = bisect_right(onto.masked, start, key=lambda masked: masked.raw.end)
    for masked in onto.masked[first:]:
        if masked.raw.start >= end:
            break
        pieces.append(raw[at : masked.raw.start])
        at = max(at, masked.raw.end)
    pieces.append(raw[at:end])
    return " ".join(pieces)
