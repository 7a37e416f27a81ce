"""Labels of one note while they are being made: values, and what each edit makes of them.

Labels never overlap: a new one takes the place of those that it touches, so that the bounds of a
label are changed by labelling again.
"""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from notecode.anonymising.evaluation.gold import DIRECT, QUASI, GoldNote, IdentifierType
from notecode.anonymising.words.spelling import fold, tokens
from notecode.model import Span

KEEP: Final = "KEEP"
"""The type of a label on what must not be masked."""

PERSON: Final = "PERSON"

_QUASI_TYPES = frozenset({"DATE", "AGE", "ORG", "LOCATION", "NRP"})
_POSTCODE = "POSTCODE"
_WHOLE_POSTCODE = re.compile(r"[0-9]\s?[A-Z]{2}$", re.IGNORECASE)
_TITLES = re.compile(
    r"(?:mr|mrs|ms|miss|mx|dr|prof|professor|rev|revd|sir|dame|lady|lord|pc|dc|ds|di|sgt|ps)"
    r"\.?\s+(?=\S)",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Label:
    """A span of one type of identifier, or of ``KEEP``. ``entity`` says which person, or is ""."""

    span: Span
    type: str
    identifier_type: IdentifierType = DIRECT
    entity: str = ""

    @property
    def id(self) -> str:
        """Names the label within its note."""
        return f"{self.span.start}-{self.span.end}"


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class LabelledNote:
    """An identifiable note with the labels made so far, from left to right."""

    id: str
    case_id: str
    text: str
    site: str = ""
    date: datetime.date | None = None
    labels: tuple[Label, ...] = ()
    done: bool = False

    def __repr__(self) -> str:
        return f"LabelledNote({self.id!r}, {len(self.labels)} labels, text hidden)"

    __str__ = __repr__


def labelled(note: GoldNote) -> LabelledNote:
    """A note of a gold file, to be labelled on."""
    labels = [Label(gold.span, gold.type, gold.identifier_type, gold.entity) for gold in note.spans]
    labels += [Label(span, KEEP) for span in note.kept]
    return LabelledNote(
        id=note.id,
        case_id=note.case_id,
        text=note.text,
        site=note.site,
        date=note.date,
        labels=tuple(sorted(labels)),
        done=note.done,
    )


def as_json(note: LabelledNote) -> dict[str, Any]:
    """What of a line of a gold file the labels make: spans, must_not_mask, done."""
    spans = []
    for label in note.labels:
        if label.type == KEEP:
            continue
        span = {
            "start": label.span.start,
            "end": label.span.end,
            "type": label.type,
            "identifier_type": label.identifier_type,
        }
        spans.append({**span, "entity": label.entity} if label.entity else span)
    kept = [
        {"start": label.span.start, "end": label.span.end}
        for label in note.labels
        if label.type == KEEP
    ]
    return {"spans": spans, "must_not_mask": kept, "done": note.done}


def usual_identifier_type(kind: str, written: str) -> IdentifierType:
    """Direct for what points at one person by itself, quasi for what only narrows down.

    A whole postcode is direct, the first half alone is not.
    """
    if kind == _POSTCODE:
        return DIRECT if _WHOLE_POSTCODE.search(written) else QUASI
    return QUASI if kind in _QUASI_TYPES else DIRECT


def label_span(text: str, span: Span, kind: str) -> Span | None:
    """The span as the convention has it; None if nothing is left.

    Spaces and marks at its ends stay outside, and, of a person's name, a title before it and a
    possessive ending after it.
    """
    start, end = span.start, span.end
    while start < end and not text[start].isalnum():
        start += 1
    if kind == PERSON:
        while title := _TITLES.match(text, start, end):
            start = title.end()
    while end > start and not _is_part(text[end - 1]):
        end -= 1
    if kind == PERSON and (possessive := _POSSESSIVE.search(text[start:end])):
        end = start + possessive.start()
    if start < end:
        return Span(start, end)
    # Signs alone, an emoji for instance, are labelled as they were selected.
    return span if text[span.start : span.end].strip() else None


def with_label(note: LabelledNote, label: Label) -> LabelledNote:
    """The note with the label, without those that it overlaps."""
    kept = [other for other in note.labels if not other.span.overlaps(label.span)]
    return replace(note, labels=tuple(sorted([*kept, label])))


def without(note: LabelledNote, label: Label) -> LabelledNote:
    """The note without the label."""
    return replace(note, labels=tuple(other for other in note.labels if other != label))


def changed(note: LabelledNote, label: Label, **values: Any) -> LabelledNote:
    """The note with the label's values changed."""
    return with_label(without(note, label), replace(label, **values))


def same_words(note: LabelledNote, span: Span) -> list[Span]:
    """Where else the words of the span stand in the note, in any letter case, not labelled yet."""
    wanted = [token.folded for token in tokens(note.text[span.start : span.end])]
    if not wanted:
        return []
    words = tokens(note.text)
    found = []
    for at in range(len(words) - len(wanted) + 1):
        run = words[at : at + len(wanted)]
        if [token.folded for token in run] == wanted:
            place = Span(run[0].start, run[-1].end)
            if not any(place.overlaps(label.span) for label in note.labels):
                found.append(place)
    return found


def entity_of(notes: Iterable[LabelledNote], text: str) -> str:
    """Who is meant by this name in the notes of one case so far; "" if nobody or not one alone."""
    wanted = fold(text)
    meant = {
        label.entity
        for note in notes
        for label in note.labels
        if label.type == PERSON and label.entity and fold(label.span.cut(note.text)) == wanted
    }
    return meant.pop() if len(meant) == 1 else ""


def _is_part(character: str) -> bool:
    """Whether a mark at the end may belong to what is labelled: an accent, the tail of an emoji."""
    return character.isalnum() or not (character.isspace() or character in ".,;:!?()[]{}\"“”'’/-–—")
