"""Taking words out of the codebook's history: a name that somebody typed there."""

from dataclasses import dataclass

from notecode.errors import UsageError
from notecode.project.codebook.file import read_text
from notecode.project.codebook.versions import author_name
from notecode.project.project import Project, now
from notecode.store import facts
from notecode.store.forgotten_words import forget_words, holds_words

_SHORTEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """In how many places words were forgotten; ``left`` says if something could not be yet."""

    places: int
    left: str


def forget_in_codebook(project: Project, words: str, *, by: str = "") -> Forgotten:
    """Take words out of every stored version of the codebook and its log, with no way back.

    ``by`` is who does it, "" for the coder of the settings, or the login.

    Raises:
        UsageError: if they are too short, or stand in the codebook as it is: change that first.
        ProjectError: if nothing is stored yet.

    """
    words = words.strip()
    if len(words) < _SHORTEST:
        raise UsageError(
            "too little to look for", hint="Give the words as they were typed, three letters up."
        )
    if holds_words(read_text(project.codebook_path), words):
        raise UsageError(
            "they stand in the codebook as it is now",
            where=str(project.codebook_path),
            hint="Reword it there first (`notecode codebook define`, or `undo`), then forget them.",
        )
    with project.database() as db:
        who = author_name(project.settings.coder, by)
        places = forget_words(db, words, who, now())
        if places:
            db.forget_replaced_texts()
        return Forgotten(places=places, left=facts.left_to_forget(db) if places else "")
