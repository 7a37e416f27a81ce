"""Words in their context: where they stand in notes, one line each, the words under each other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from notecode.analysing.quotations import PLACE_COLUMNS, place_cells
from notecode.analysing.report import Column
from notecode.model import Span
from notecode.passages import FoundNote, Place
from notecode.text.layout import GAP, fit, fit_end, one_line, pad, shorten, width_of

CONTEXT = 60
"""Code points shown on either side where nothing else is asked for."""

COLUMNS = (
    *PLACE_COLUMNS,
    Column("start", "From", "integer", "first code point of what was found in the note's text"),
    Column("end", "To", "integer", "the code point after its last"),
    Column("codes", "Codes", "text", 'ids of the codes on it, joined by ";"', "it is not coded"),
    Column("before", "Before", "text", "words before it", "the note starts there"),
    Column("found", "Found", "text", "what was found, as it is written"),
    Column("after", "After", "text", "words after it", "the note ends there"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One place where the words stand, with what is around it and the codes that lie on it."""

    place: Place
    span: Span
    before: str
    text: str
    after: str
    codes: tuple[str, ...]


def hits(
    notes: Iterable[FoundNote], codes_on: dict[str, list[tuple[Span, str]]], *, context: int
) -> Iterator[Hit]:
    """Every place of every note, with up to ``context`` code points on either side."""
    for note in notes:
        coded = codes_on.get(note.place.note_id, ())
        for span in note.spans:
            start, end = max(span.start - context, 0), span.end + context
            yield Hit(
                place=note.place,
                span=span,
                before=note.text[start : span.start],
                text=span.cut(note.text),
                after=note.text[span.end : end],
                codes=tuple(dict.fromkeys(code for on, code in coded if on.overlaps(span))),
            )


def hit_cells(hit: Hit) -> tuple[str | int | None, ...]:
    """The cells of ``COLUMNS``."""
    return (
        *place_cells(hit.place),
        hit.span.start,
        hit.span.end,
        ";".join(hit.codes) or None,
        hit.before or None,
        hit.text,
        hit.after or None,
    )


def draw_hits(found: Sequence[Hit], width: int = 80) -> list[str]:
    """One line for each: case and note, then what was found, under each other, in its context."""
    labels = [f"{hit.place.case_id} {hit.place.note_id}" for hit in found]
    left = min(max(map(width_of, labels), default=0), width // 3)
    room = max(width - left - GAP, 0)
    lines = []
    for label, hit in zip(labels, found, strict=True):
        blank = " " if hit.before[-1:].isspace() else ""
        before = pad(
            fit_end(one_line(hit.before) + blank, room * 2 // 5), room * 2 // 5, right=True
        )
        blank = " " if hit.after[:1].isspace() else ""
        rest = fit(one_line(hit.text) + blank + one_line(hit.after), room - room * 2 // 5)
        lines.append(f"{pad(shorten(label, left), left)}{' ' * GAP}{before}{rest}".rstrip())
    return lines
