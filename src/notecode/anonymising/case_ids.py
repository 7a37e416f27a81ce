"""Ids stand in clear wherever a note goes, so none of them may name anybody."""

from collections.abc import Sequence

from notecode.anonymising.leak_check import find_leaks
from notecode.errors import LeakError
from notecode.raw import RawNote, Roster


def refuse_naming_ids(case_id: str, notes: Sequence[RawNote], roster: Roster) -> None:
    """Refuse ids that hold a name of the roster.

    Raises:
        LeakError: if the id of the case or of one of its notes does.

    """
    hint = "Give the export ids that are numbers or codes, and import it again."
    if find_leaks([("", case_id)], [roster]):
        raise LeakError(
            "the id of a case holds a name of its people file", where=_row(notes[:1]), hint=hint
        )
    for note in notes:
        if find_leaks([("", note.id)], [roster]):
            raise LeakError(
                "the id of a note holds a name of its people file", where=_row([note]), hint=hint
            )


def _row(notes: Sequence[RawNote]) -> str:
    return "".join(f"row {note.row}" for note in notes if note.row is not None)
