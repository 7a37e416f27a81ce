"""A code that emerges while somebody codes, or is defined then: in the codebook at once."""

from collections.abc import Mapping

from notecode.codebook.matching import free_keys, proposed_id
from notecode.errors import CodebookError
from notecode.model import Code, Codebook
from notecode.project.codebook import changes
from notecode.project.coding.session import CodingSession
from notecode.settings import nearest


def add_code(
    session: CodingSession, label: str, *, parent: str, definition: str, key: str, note_id: str
) -> Code:
    """Write a new code into the codebook, as its log says while coding ``note_id``.

    The session goes on under it.

    Raises:
        CodebookError: if there is no label, another code has it or its key, there is no such
            parent (all of these at once), or the code does not fit the codebook otherwise;
            nothing is changed.
        ConflictError, WriteError, DatabaseError: if the file cannot be replaced, likewise.

    """
    label, definition = " ".join(label.split()), " ".join(definition.split())
    code = Code(
        id=proposed_id(session.codebook, label),
        label=label,
        definition=definition,
        key=key,
        parent=parent,
        origin="emergent",
    )
    if not code.id:
        raise CodebookError("a code needs a label with a letter or a digit in it")
    _check_new(session.codebook, code)
    author = changes.Author(name=session.coder, why=f"while coding note {note_id}")
    _check_not_busy(session)
    changes.add(session.project, code, author)
    session.take_codebook()
    return session.codebook.code_by_id[code.id]


def _check_new(book: Codebook, code: Code) -> None:
    """Fail with all that the codebook has against a code, before its file is looked at."""
    wrong: list[tuple[str, str]] = []
    for other in book.codes:
        if other.label.casefold() == code.label.casefold():
            hint = f"It is {other.status}. Give the new one a label that tells the two apart."
            wrong.append((f"a code has this label already: {other.id}", hint))
        if code.key and other.key == code.key:
            free = " ".join(free_keys(book)) or "none"
            wrong.append((f"the key {code.key} is that of {other.id}", f"Keys still free: {free}."))
    if code.parent and code.parent not in book.code_by_id:
        near = nearest(code.parent, book.code_by_id)
        hint = near if near.endswith("?") else "Name a code by its id, or none."
        wrong.append((f"there is no code {code.parent!r} to lie beneath", hint))
    if wrong:
        raise CodebookError(
            "; ".join(what for what, _ in wrong), hint=" ".join(hint for _, hint in wrong)
        )


def define_code(
    session: CodingSession, code_id: str, fields: Mapping[str, str], *, note_id: str
) -> None:
    """Write what a code means into the codebook, as its log says while coding ``note_id``.

    ``fields`` are of a ``Code``; an empty one is taken out. The session goes on under it.

    Raises:
        UsageError: if the codebook has no such code, or says just this already.
        CodebookError, ConflictError, WriteError, DatabaseError: as ``add_code`` does.

    """
    said = {name: " ".join(text.split()) for name, text in fields.items()}
    author = changes.Author(name=session.coder, why=f"while coding note {note_id}")
    _check_not_busy(session)
    changes.define(session.project, code_id, said, author)
    session.take_codebook()


def _check_not_busy(session: CodingSession) -> None:
    """Fail soon where another process is writing, as the session does; the file is not touched."""
    with session.db.writing():
        pass
