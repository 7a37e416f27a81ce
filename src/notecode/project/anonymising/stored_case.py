"""What the database has of a case, fitted onto the raw texts that it came from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from notecode.anonymising.cases import AnonymisedCase
from notecode.anonymising.review.reanchoring import Alignment, align, exact_alignment
from notecode.anonymising.review.span_map import SpanMap
from notecode.decisions import MaskDecision
from notecode.model import Span
from notecode.project.anonymising.originals import OriginalCase
from notecode.store import review
from notecode.store.connection import Database
from notecode.store.masked_notes import load_masked_notes
from notecode.store.notes import StoredNote

RunKnown = Mapping[str, SpanMap]
"""For notes whose stored text this process made itself: the map from raw to stored text."""


@dataclass(frozen=True, slots=True, repr=False)
class StoredCase:
    """What the database has of a case, with each note fitted onto its raw text where it fits.

    ``corrected`` are notes that read otherwise in the export than when they were stored: that the
    stored text fits says nothing then, since other words may stand where a tag stands.
    """

    case_id: str
    notes: Mapping[str, StoredNote]
    raw: Mapping[str, str]
    alignments: Mapping[str, Alignment]
    active: tuple[MaskDecision, ...]
    undone: tuple[MaskDecision, ...]
    corrected: frozenset[str] = frozenset()

    def __repr__(self) -> str:
        return f"StoredCase({self.case_id!r}, {len(self.notes)} notes)"

    __str__ = __repr__


def load_stored_case(
    db: Database,
    original: OriginalCase,
    known: RunKnown = MappingProxyType({}),
    *,
    corrected: Iterable[str] = (),
) -> StoredCase:
    """Read what is stored of a case, and fit its notes onto their raw texts."""
    raw = {note.id: note.text for note in original.notes}
    notes = {stored.note.id: stored for stored in load_masked_notes(db, original.case_id)}
    alignments: dict[str, Alignment] = {}
    for note_id, stored in notes.items():
        if note_id in known:
            alignments[note_id] = exact_alignment(known[note_id])
        elif note_id in raw:
            found = align(stored.note.text, mask_spans(stored), raw[note_id])
            if found is not None:
                alignments[note_id] = found
    return StoredCase(
        case_id=original.case_id,
        notes=notes,
        raw=raw,
        alignments=alignments,
        active=tuple(review.load_decisions(db, case_id=original.case_id)),
        undone=tuple(review.load_decisions(db, case_id=original.case_id, state="undone")),
        corrected=frozenset(corrected).intersection(notes) - known.keys(),
    )


def maps_of_same_texts(stored: StoredCase, case: AnonymisedCase) -> dict[str, tuple[str, SpanMap]]:
    """Digest and map of each stored note that is, tag by tag, what a run makes of its original."""
    known: dict[str, tuple[str, SpanMap]] = {}
    for each in case.notes:
        there = stored.notes.get(each.note.id)
        if there is None or there.note.text != each.note.text:
            continue
        if mask_spans(there) == [mask.span for mask in each.masks]:
            known[each.note.id] = (each.note.digest, each.source)
    return known


def nothing_stored(original: OriginalCase) -> StoredCase:
    """What is stored of a case that is new."""
    raw = {note.id: note.text for note in original.notes}
    return StoredCase(original.case_id, {}, raw, {}, (), ())


def mask_spans(stored: StoredNote) -> list[Span]:
    """Where the masks of a stored note stand in its text."""
    return [mask.span for mask in stored.masks]
