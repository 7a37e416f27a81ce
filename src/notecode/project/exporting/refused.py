"""An export that was refused for what stands in notes: the review leads to these places."""

from collections.abc import Iterator
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
    """Flag every place of the notes for which the gate, that was called inside, may refuse.

    Notes are quoted in pieces and together: all of all notes is gone through, so that what is
    masked once is masked for the next export too.

    Raises:
        LeakError: the one that was raised inside, with the way to these places in its hint.

    """
    try:
        yield
    except FoundError as error:
        if not error.in_notes:
            raise
        try:
            with project.database() as db:
                places, notes = _flag(db, gate)
        except WriteError:
            raise error from None
        counted = f"{places:,} {'place' if places == 1 else 'places'} of {notes:,}"
        raise LeakError(
            error.what,
            where=error.where,
            hint=f"{counted} {'note' if notes == 1 else 'notes'} that an export may not quote are"
            " flagged now: `notecode review EXPORT --people PEOPLE` leads from one to the next"
            " (Tab), and a small letter masks it. Without a screen: `notecode review --list"
            " --json` gives them, and --apply FILE takes lines that mask them. Then export again.",
        ) from error


def _flag(db: Database, gate: ExportGate) -> tuple[int, int]:
    """Flag what the gate finds in the notes; how many places of how many notes that is."""
    found = {
        (case_id, note_id): places
        for case_id, note_id, text in texts_of_notes(db)
        if (places := gate.places_in(text))
    }
    with db.writing():
        before = {case_id: review.contents(db, case_id) for case_id, _ in found}
        for (_, note_id), places in found.items():
            flag_places(db, note_id, places, REFUSED)
        for case_id, contents in before.items():
            review.drop_stale_sign_off(db, case_id, contents, now())
    return sum(map(len, found.values())), len(found)
