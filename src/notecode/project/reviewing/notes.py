"""What the review screen shows: notes by risk, and each note beside its original.

Originals are in memory alone; nothing here is written anywhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from notecode.anonymising.cases import CaseReading
from notecode.anonymising.findings import PERSON
from notecode.anonymising.review.reanchoring import Alignment, align
from notecode.anonymising.review.replaced import recovered_passages
from notecode.errors import ReviewError
from notecode.model import Case, Flag, Mask, Note, Span, month_of_intervention
from notecode.project.project import Project
from notecode.project.reviewing.reviewer import Reviewer
from notecode.project.reviewing.to_review import ReviewOnly, by_risk, selected
from notecode.store import facts, review
from notecode.store import notes as stored_notes
from notecode.store.masked_notes import load_masked_notes
from notecode.store.review import ReviewProgress, ReviewRow

__all__ = ["Listed", "ReviewNote", "ReviewNotes", "ReviewProgress", "ReviewRow"]


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class ReviewNote:
    """One note as it is stored, with its original where that is at hand.

    ``alignment`` says where what stands in the one stands in the other; None if they do not fit.
    """

    note: Note
    case: Case
    month: int | None
    row: ReviewRow
    masks: tuple[Mask, ...]
    flags: tuple[Flag, ...]
    original: str
    alignment: Alignment | None
    signed_off_by: str
    no_longer_signed_off: bool = False

    def __repr__(self) -> str:
        return f"ReviewNote({self.note.id!r}, text hidden)"

    __str__ = __repr__

    def in_original(self, span: Span) -> Span | None:
        """Where a place of the note stands in the original, if that is certain."""
        return self.alignment.raw_span(span) if self.alignment is not None else None

    def mask_at(self, span: Span | None) -> Mask | None:
        """The mask that a span touches first."""
        if span is None:
            return None
        return next((mask for mask in self.masks if mask.span.overlaps(span)), None)


@dataclass(frozen=True, slots=True, repr=False)
class Listed:
    """Somebody of a case: the tag, and the names by which a reviewer knows them.

    ``role`` is that of the people file; "" for somebody whom no people file lists.
    """

    tag: str
    role: str
    names: str

    def __repr__(self) -> str:
        return f"Listed({self.tag}, names hidden)"

    __str__ = __repr__


class ReviewNotes:
    """The notes of a project as a reviewer reads them; used by one thread."""

    def __init__(self, project: Project, reviewer: Reviewer, *, patience: float = 5.0) -> None:
        """Open the database; close it with ``close``."""
        self._db = project.database(patience=patience)
        self._reviewer = reviewer
        self._version = self._db.data_version()
        self._people: dict[tuple[str, int], tuple[Listed, ...]] = {}
        self._texts: dict[str, str] = {}
        self._texts_of = ""
        self.synthetic = facts.load_fact(self._db, facts.SYNTHETIC) == "yes"

    def __enter__(self) -> "ReviewNotes":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    def ids(self, only: ReviewOnly = "all") -> list[str]:
        """Ids of the notes that pass the filter, the riskiest first."""
        rows = selected(review.review_rows(self._db), only)
        return [row.note_id for row in by_risk(rows)]

    def ids_of_case(self, case_id: str) -> list[str]:
        """Ids of the notes of one case, in reading order."""
        return [note.id for note in stored_notes.load_case_notes(self._db, case_id)]

    def flagged(self) -> frozenset[str]:
        """Ids of the notes with a flag."""
        return review.flagged_notes(self._db)

    def reviewed(self) -> frozenset[str]:
        """Ids of the notes that somebody has reviewed as they are."""
        return review.reviewed_notes(self._db)

    def rows(self, ids: Sequence[str]) -> list[ReviewRow]:
        """What the list shows of these notes, in the order given."""
        found = {row.note_id: row for row in review.review_rows(self._db, ids)}
        return [found[note_id] for note_id in ids if note_id in found]

    def progress(self) -> ReviewProgress:
        """How far the review of the project is."""
        return review.progress(self._db)

    def open(self, note_id: str) -> ReviewNote:
        """One note as it is now.

        Raises:
            ReviewError: if there is none of this id.

        """
        note = stored_notes.load_note(self._db, note_id)
        if note is None:
            raise ReviewError(f"there is no note {note_id!r}")
        case = next(c for c in stored_notes.load_cases(self._db) if c.id == note.case_id)
        masks = stored_notes.load_masks(self._db, note_id)
        original = self._original(note)
        known = self._reviewer.alignment_of(note)
        return ReviewNote(
            note=note,
            case=case,
            month=month_of_intervention(note.date, case.start),
            row=self.rows([note_id])[0],
            masks=masks,
            flags=stored_notes.load_flags(self._db, note_id),
            original=original,
            alignment=known or align(note.text, [mask.span for mask in masks], original),
            signed_off_by=review.signed_off(self._db).get(note.case_id, ""),
            no_longer_signed_off=review.is_no_longer_signed_off(self._db, note.case_id),
        )

    def _original(self, note: Note) -> str:
        if self._texts_of != note.case_id:
            case = self._reviewer.original(note.case_id)
            notes = case.notes if case is not None else ()
            self._texts = {each.id: each.text for each in notes}
            self._texts_of = note.case_id
        return self._texts.get(note.id, "")

    def has_read(self, case_id: str) -> bool:
        """Whether the case has been read, so that its people are known."""
        return self._reviewer.read_already(case_id) is not None

    def people(self, case_id: str) -> tuple[Listed, ...]:
        """The people of a case with their tags, then those outside the people file.

        Empty until the case has been read.
        """
        state = (case_id, self._db.data_version())
        if state not in self._people:
            reading = self._reviewer.read_already(case_id)
            if reading is None:
                return ()
            listed = [
                Listed(
                    reading.tags[person.id],
                    person.role,
                    " ".join(filter(None, (person.first_name, person.last_name)))
                    + "".join(f" ({name})" for name in person.known_as),
                )
                for person in reading.people.people
                if person.id in reading.tags
            ]
            known = frozenset(each.tag for each in listed)
            self._people = {state: (*listed, *self._others(case_id, reading, known))}
        return self._people[state]

    def _others(
        self, case_id: str, reading: CaseReading, known: frozenset[str]
    ) -> Iterator[Listed]:
        """Who else is masked as a person in a case, by number, under their longest name."""
        raw = {note.id: note.text for note in reading.notes}
        names: dict[str, str] = {}
        for stored in load_masked_notes(self._db, case_id):
            passages = recovered_passages(
                raw.get(stored.note.id, ""), stored.note.text, stored.masks
            )
            for number, mask in enumerate(stored.masks):
                if mask.type == PERSON and mask.tag not in known:
                    name = passages[number][1] if passages else ""
                    names[mask.tag] = max(names.get(mask.tag, ""), name, key=len)
        for tag in sorted(names, key=lambda tag: (len(tag), tag)):
            yield Listed(tag, "", names[tag])

    def changed_elsewhere(self) -> bool:
        """Whether somebody has written to the database since this was last asked."""
        version = self._db.data_version()
        changed, self._version = version != self._version, version
        return changed
