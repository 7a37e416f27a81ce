"""Taking words out of the codebook's history: a name that somebody typed there."""

from collections.abc import Sequence
from dataclasses import dataclass

from notecode.codebook import Words
from notecode.errors import UsageError
from notecode.project.authors import author_name
from notecode.project.codebook.file import read_text
from notecode.project.project import Project, now
from notecode.store import facts
from notecode.store.forgotten_words import forget_words

_SHORTEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """In how many places words were forgotten; ``left`` says if something could not be yet."""

    places: int
    left: str


def forget_in_codebook(project: Project, said: Sequence[str], *, by: str = "") -> Forgotten:
    """Take words out of every stored version of the codebook and its log, with no way back.

    Each of ``said`` is one thing to forget. ``by`` is who does it, "" for the coder of the
    settings, or the login.

    Raises:
        UsageError: if one is too short, or stands in the codebook as it is: change that first.
        ConflictError: if some would be left, as in an id; nothing is changed.
        ProjectError: if nothing is stored yet.

    """
    said = [each.strip() for each in said if each.strip()]
    if not said or any(len(each) < _SHORTEST for each in said):
        raise UsageError(
            "too little to look for", hint="Give the words as they were typed, three letters up."
        )
    words = [Words(each) for each in said]
    present = read_text(project.codebook_path)
    if any(each.within_yaml(present) for each in words):
        raise UsageError(
            "they stand in the codebook as it is now",
            where=str(project.codebook_path),
            hint="Reword it there first (`notecode codebook define`, or `undo`), then forget them."
            " What stands in an id, `formerly` included, cannot be forgotten.",
        )
    who = author_name(project.settings.coder, by)
    with project.database() as db:
        places = forget_words(db, words, who, now())
        if places:
            db.forget_replaced_texts()
        return Forgotten(places=places, left=facts.left_to_forget(db) if places else "")
