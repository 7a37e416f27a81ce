"""What staff typed in the form of a tag: written otherwise, so that each tag of a text is ours.

"[SU]" in an export is somebody's shorthand, or a pseudonym that another program gave: nobody knows
whose. With round brackets it can still be read, and is not taken for the Service User of the case.
"""

from collections.abc import Iterable
from dataclasses import replace

from notecode.anonymising.words.spelling import STANDING_TAG
from notecode.errors import Problem
from notecode.raw import RawNote

_NAMED = 10
"""Notes that the warning names by id."""


def without_typed_tags(note: RawNote) -> RawNote:
    """The note with round brackets around what looks like a tag; itself if there is none."""
    parts = (note.text, note.contact_type, note.author_role)
    text, contact_type, author_role = told = tuple(map(_in_round_brackets, parts))
    if told == parts:
        return note
    return replace(note, text=text, contact_type=contact_type, author_role=author_role)


def typed_tags_warning(file: str, notes: Iterable[RawNote]) -> Problem | None:
    """The warning that names the notes in which something typed looks like a tag, if any."""
    ids = [note.id for note in notes if without_typed_tags(note) is not note]
    if not ids:
        return None
    shown = ", ".join(ids[:_NAMED]) + (" …" if len(ids) > _NAMED else "")
    return Problem(
        file=file,
        message=f"what looks like a tag was typed in {len(ids)} of the notes ({shown}): it stands"
        " in round brackets now, since nobody knows who was meant",
        hint="notes that have been through an anonymiser come in with `notecode import"
        " --already-anonymised`",
        fatal=False,
    )


def _in_round_brackets(text: str) -> str:
    return STANDING_TAG.sub(lambda tag: f"({tag.group()[1:-1]})", text)
