"""An export that was refused for what stands in notes: the review leads to these places."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from notecode.errors import LeakError, WriteError
from notecode.project.gate import ExportGate, FoundError
from notecode.project.project import Project, now
from notecode.project.reviewing.to_review import REFUSED
from notecode.store import review
from notecode.store.connection import Database
from notecode.store.doubtful import flag_places, texts_of_notes


@contextmanager
def flagging_what_is_refused(project: Project, gate: ExportGate) -> Iterator[None]:
    """Flag every place for which the gate, that was called inside, refuses notes that it names.

    Notes are quoted in pieces, now these and now those, so each is gone through as a whole.

    Raises:
        LeakError: the one that was raised inside, with the way to these places in its hint.

    """
    try:
        yield
    except FoundError as error:
        if not error.notes:
            raise
        try:
            with project.database() as db:
                places, notes = _flag(db, gate, error.notes)
        except WriteError:
            raise error from None
        where = "1 note" if notes == 1 else f"{notes:,} notes"
        raise LeakError(
            error.what,
            where=error.where,
            hint=f"Flagged now, in {where}: {places:,} {'place' if places == 1 else 'places'} that"
            " no export may quote. `notecode review EXPORT --people PEOPLE` leads from one to the"
            " next (Tab), and a small letter masks it; without a screen `notecode review --list"
            " --json` gives them, and --apply FILE takes lines that mask them. Then export again.",
        ) from error


def _flag(db: Database, gate: ExportGate, note_ids: Sequence[str]) -> tuple[int, int]:
    """Flag what the gate finds in these notes; how many places of how many notes that is."""
    found = {
        (case_id, note_id): places
        for case_id, note_id, text in texts_of_notes(db, note_ids)
        if (places := gate.places_in(text))
    }
    with db.writing():
        before = {case_id: review.contents(db, case_id) for case_id, _ in found}
        for (_, note_id), places in found.items():
            flag_places(db, note_id, places, REFUSED)
        for case_id, contents in before.items():
            review.drop_stale_sign_off(db, case_id, contents, now())
    return sum(map(len, found.values())), len(found)
