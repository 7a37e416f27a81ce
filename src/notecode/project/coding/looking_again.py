"""A coder's references that wait for another look, and what their codes meant before."""

from notecode.codebook import codebook_from_json
from notecode.model import Code, Codebook
from notecode.project.coding.session import CodingSession
from notecode.store import codebooks, reconsidering
from notecode.store.reconsidering import Reason, Waiting

__all__ = ["Reason", "Waiting", "meant_before", "waiting"]


def waiting(session: CodingSession, note_id: str = "") -> list[Waiting]:
    """This coder's references whose code means something else by now, in reading order.

    All of them, or those on one note.
    """
    db, book = session.db, session.codebook
    return reconsidering.load_waiting(db, book, coder=session.coder, note=note_id)


def meant_before(session: CodingSession, item: Waiting) -> Code | None:
    """The code as it was when the reference was coded; None if no version tells.

    A reference may have been coded under an id that the code had before, or under a code that
    was merged into it: then it is that code.
    """
    parsed = codebooks.parsed_codebook(session.db, item.codebook)
    if parsed is None:
        return None
    then = codebook_from_json(parsed)
    reference = session.reference(item.reference)
    for code_id in (item.code, reference.coded_as, *_formerly(session.codebook, item.code)):
        if code_id in then.code_by_id:
            return then.code_by_id[code_id]
    return None


def _formerly(book: Codebook, code_id: str) -> tuple[str, ...]:
    code = book.code_by_id.get(code_id)
    return code.formerly if code else ()
