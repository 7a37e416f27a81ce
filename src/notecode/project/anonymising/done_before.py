"""What earlier runs have done, compared with what the files hold now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from notecode.anonymising.review.reanchoring import align
from notecode.anonymising.vault import Vault
from notecode.project.anonymising.linking_key import (
    digest_of_note,
    known_note_digests,
    linking_key_in_file,
)
from notecode.project.anonymising.stored_case import mask_spans
from notecode.project.project import Project
from notecode.project.reading import Sources
from notecode.raw import RawNote
from notecode.store import notes as stored_notes
from notecode.store.connection import Database
from notecode.store.masked_notes import load_masked_notes


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneBefore:
    """Which cases are ``waiting``, in order, and how the files differ from what is stored.

    ``changed`` are stored notes that read otherwise in the files now; their cases are waiting.
    ``uncompared`` counts notes of finished cases of which nothing is known to compare them with.
    ``missing`` counts stored notes that are not in the files.
    """

    waiting: tuple[str, ...]
    changed: tuple[str, ...] = ()
    uncompared: int = 0
    missing: int = 0


def compare_with_stored(
    project: Project, sources: Sources, settings: str, *, vault: Vault | None, again: bool
) -> DoneBefore:
    """Compare the files with what is stored; ``again``: every case is waiting.

    Notes are compared by digests under the linking key. Where that key is gone it is only noticed
    if the stored text cannot be made from a note.
    """
    if not project.database_path.exists():
        return DoneBefore(waiting=tuple(sources.notes))
    key = vault.secret() if vault else linking_key_in_file(project)
    with project.database() as db:
        known = _Known(stored_notes.anonymised_cases(db), known_note_digests(db, key), key or b"")
        changed = {
            case_id: [*known.changed(notes), *known.unlike(db, case_id, notes)]
            for case_id, notes in sources.notes.items()
        }
    waiting = [
        case_id
        for case_id in sources.notes
        if again or changed[case_id] or not known.is_finished(case_id, sources.notes, settings)
    ]
    given = {note.id for each in sources.notes.values() for note in each}
    stored = {note_id for _, ids in known.cases.values() for note_id in ids}
    finished = sources.notes.keys() - set(waiting)
    return DoneBefore(
        waiting=tuple(waiting),
        changed=tuple(note_id for each in changed.values() for note_id in each),
        uncompared=sum(
            note.id not in known.digests for case_id in finished for note in sources.notes[case_id]
        ),
        missing=len(stored - given),
    )


@dataclass(frozen=True, slots=True, repr=False)
class _Known:
    """Finished cases with their settings and note ids, and the digests of their notes."""

    cases: Mapping[str, tuple[str, frozenset[str]]]
    digests: Mapping[str, str]
    key: bytes = field(repr=False)

    def changed(self, notes: Iterable[RawNote]) -> list[str]:
        """Notes that read otherwise than when they were stored."""
        return [
            note.id
            for note in notes
            if note.id in self.digests and self.digests[note.id] != digest_of_note(self.key, note)
        ]

    def unlike(self, db: Database, case_id: str, notes: Iterable[RawNote]) -> list[str]:
        """Notes without a digest of which the stored text cannot have been made."""
        if case_id not in self.cases:
            return []
        unknown = {note.id: note.text for note in notes if note.id not in self.digests}
        if not unknown:
            return []
        return [
            each.note.id
            for each in load_masked_notes(db, case_id)
            if each.note.id in unknown
            and align(each.note.text, mask_spans(each), unknown[each.note.id]) is None
        ]

    def is_finished(
        self, case_id: str, notes: Mapping[str, Iterable[RawNote]], settings: str
    ) -> bool:
        """Whether a run under these settings has stored all of these notes."""
        done_under, ids = self.cases.get(case_id, ("", frozenset()))
        wanted = {note.id for note in notes[case_id]}
        return case_id in self.cases and done_under == settings and wanted <= ids
