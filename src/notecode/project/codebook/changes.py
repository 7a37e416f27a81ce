"""Changing the codebook: each change an edit of its file, an event, and nothing lost.

Whose references are follows from the file (see ``store.folding``), so that an edit by hand, a
command, and the undo of either come to the same.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, replace
from typing import Literal

from notecode.codebook import (
    add_code,
    codebook_from_json,
    codebook_to_json,
    move_entry,
    parse_codebook,
    redirect_rules,
    rename_id,
    set_fields,
)
from notecode.codebook.editing import Value
from notecode.codebook.events import CodebookEvent, Difference, compare, summarise
from notecode.errors import CodebookError, ConflictError, UsageError
from notecode.model import Code, Codebook
from notecode.project.codebook.file import replace_text
from notecode.project.codebook.versions import author_name
from notecode.project.project import Project, current_codebook, now
from notecode.store import codebook_events, codebooks
from notecode.store.connection import Database, create_database
from notecode.store.folding import Settled
from notecode.text.nearest import meant

Edit = Callable[[str, Codebook], str]
"""From the codebook's text and what it says to its new text."""

LONGEST_NAME = 100
"""Characters of the name of a frozen version."""

LONGEST_LABEL = 200
"""Characters of a label that is written here: more is a definition, and no line of a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who changes the codebook, and why; ``name`` "" is the coder of the settings, or the login."""

    name: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What a change of the codebook came to: in its entries, and in the references."""

    event: CodebookEvent
    differences: tuple[Difference, ...]
    settled: Settled


@contextmanager
def codebook_database(project: Project) -> Iterator[Database]:
    """The project's database; made first in a project that has no notes yet."""
    if not project.database_path.is_file():
        create_database(project.database_path)
    with project.database() as db:
        yield db


def add(project: Project, code: Code, author: Author, *, after: str = "") -> Changed:
    """Add a code, behind its parent's last child or behind the code ``after``.

    Raises:
        CodebookError: if the code does not fit the codebook; nothing is changed.
        ConflictError: if the file is edited by hand meanwhile, again and again.

    """

    def edit(text: str, book: Codebook) -> str:
        place = _known(book, after) if after else _last_beneath(book, code.parent)
        return add_code(text, code, after=place)

    with suppress(ConflictError):
        return _change(project, "add", [code.id], edit, author)
    return _change(project, "add", [code.id], edit, author, alone=True)


def define(project: Project, code_id: str, changes: Mapping[str, Value], author: Author) -> Changed:
    """Change what a code means or how it is shown; earlier references wait for another look."""

    def edit(text: str, book: Codebook) -> str:
        return set_fields(text, _known(book, code_id), changes)

    return _change(project, "define", [code_id], edit, author)


def rename(
    project: Project, code_id: str, author: Author, *, label: str = "", new_id: str = ""
) -> Changed:
    """Give a code another label, or another id under which its references go on.

    A code that vanished from the file is found again under ``new_id``, if that is in the file.
    """

    def edit(text: str, book: Codebook) -> str:
        if new_id and code_id not in book.code_by_id and new_id in book.code_by_id:
            former = (*book.code_by_id[new_id].formerly, code_id)
            return set_fields(text, new_id, {"formerly": former})
        known = _known(book, code_id)
        text = rename_id(text, known, new_id) if new_id else text
        return set_fields(text, new_id or known, {"label": label}) if label else text

    return _change(project, "rename", [code_id, *filter(None, [new_id])], edit, author)


def move(
    project: Project,
    code_id: str,
    author: Author,
    *,
    parent: str | None = None,
    beside: tuple[Literal["before", "after"], str] | None = None,
) -> Changed:
    """Give a code another parent ("" is none), or another place among its siblings."""

    def edit(text: str, book: Codebook) -> str:
        known = _known(book, code_id)
        if parent is not None:
            text = set_fields(text, known, {"parent": _known(book, parent) if parent else ""})
        if beside is not None:
            text = move_entry(text, known, _known(book, beside[1]), beside[0])
        return text

    return _change(project, "move", [code_id], edit, author)


def merge(project: Project, code_id: str, heir: str, author: Author) -> Changed:
    """Retire a code; its references, rules, and codes beneath it are its heir's from now on."""

    def edit(text: str, book: Codebook) -> str:
        target = book.code_by_id[_known(book, heir)]
        if _known(book, code_id) == heir or code_id in [step.id for step in book.path(heir)]:
            raise UsageError(
                f"{code_id!r} cannot be merged into {heir!r}, which is the same or beneath it",
                hint=f"Move {heir!r} first, or merge the other way round.",
            )
        if target.status == "retired":
            raise UsageError(f"the code {heir!r} is retired", hint="Merge into one in use.")
        for child in book.codes:
            if child.parent == code_id:
                text = set_fields(text, child.id, {"parent": heir})
        fields: dict[str, Value] = {"status": "retired", "merged_into": heir, "key": ""}
        text = set_fields(text, code_id, fields | {"split_into": ()})
        return redirect_rules(text, code_id, heir)

    return _change(project, "merge", [code_id, heir], edit, author, restore=code_id)


def split(
    project: Project,
    code_id: str,
    into: Sequence[tuple[str, str]],
    author: Author,
    *,
    beneath: bool = False,
) -> Changed:
    """Divide a code among others, given as id and label; its references wait to be re-decided.

    Those not in the codebook are added behind it. It is retired, unless they go ``beneath`` it.
    """

    def edit(text: str, book: Codebook) -> str:
        old = book.code_by_id[_known(book, code_id)]
        place = old.id
        for new_id, label in into:
            if new_id not in book.code_by_id:
                code = Code(
                    id=new_id,
                    label=label or new_id.replace("-", " ").capitalize(),
                    definition="",
                    colour=old.colour,
                    parent=old.id if beneath else old.parent,
                    origin="emergent",
                )
                text = add_code(text, code, after=place)
                place = new_id
        fields: dict[str, Value] = {"split_into": tuple(new_id for new_id, _ in into)}
        return set_fields(text, old.id, fields if beneath else fields | _OUT_OF_USE)

    return _change(project, "split", [code_id, *(new_id for new_id, _ in into)], edit, author)


def retire(project: Project, code_id: str, author: Author) -> Changed:
    """Take a code out of use; its references stay under it, and are counted."""

    def edit(text: str, book: Codebook) -> str:
        return set_fields(text, _known(book, code_id), _OUT_OF_USE)

    return _change(project, "retire", [code_id], edit, author, restore=code_id)


_OUT_OF_USE: dict[str, Value] = {"status": "retired", "key": ""}
"""A retired code gives its key back."""


def take_over(project: Project, edit: Edit, action: str, author: Author) -> Changed:
    """Change the codebook by any edit of its text, as one event."""
    return _change(project, action, [], edit, author)


def freeze(project: Project, name: str, author: Author) -> CodebookEvent:
    """Name the codebook as it stands, to come back to it: the end of an iteration.

    Raises:
        UsageError: if a version has this name already, or it is no name.

    """
    if not name.strip() or not name.isprintable() or len(name) > LONGEST_NAME:
        raise UsageError(
            "that is no name for a version",
            hint=f"One to {LONGEST_NAME} letters, digits, blanks and marks.",
        )
    with codebook_database(project) as db:
        book = current_codebook(project, db, to_write=True)
        if name in frozen_versions(db):
            raise UsageError(f"a version is named {name!r} already", hint="Choose another name.")
        event = _event(project, "freeze", author, before=book.digest, after=book.digest)
        event = replace(event, name=name, summary=f"version {book.digest[:12]} named {name!r}")
        codebooks.log_codebook_event(db, event)
        return event


def frozen_versions(db: Database) -> dict[str, str]:
    """The digests of named versions by name, the oldest first."""
    events = codebook_events.load_events(db)
    return {e.name: e.after for e in events if e.action == "freeze" and e.state == "done"}


def undo(project: Project, author: Author) -> Changed:
    """Take the last change of the codebook back that stands: its file says what it said before.

    Raises:
        UsageError: if there is none.
        ConflictError: if references would be left with a code that was not there before.

    """
    with codebook_database(project) as db:
        book = current_codebook(project, db, to_write=True)
        last = codebook_events.last_done(db)
        if last is None:
            raise UsageError("there is no change of the codebook to take back")
        text = codebooks.stored_yaml(db, last.before)
        before = sound_codebook(text)
        _check_nobody_is_left(db, before, book)
        event = replace(
            _event(project, "undo", author, before=book.digest, after=before.digest),
            codes=last.codes,
            summary=f"{last.action} of {last.at[:16]} taken back",
            state="logged",
        )
        return _store(project, db, (book, before), text, event, undone=last)


def _check_nobody_is_left(db: Database, before: Codebook, book: Codebook) -> None:
    """No reference is coded with a code that going back would take out of the codebook."""
    known = {*before.code_by_id, *(id_ for code in before.codes for id_ in code.formerly)}
    left = {
        code: number
        for code, number in codebooks.codes_as_coded(db).items()
        if code in book.code_by_id and code not in known
    }
    if left:
        named = ", ".join(f"{code} ({number} references)" for code, number in left.items())
        raise ConflictError(
            f"coded since with codes that were not there before: {named}",
            hint="Nothing was changed. Code these references otherwise first, or merge the codes.",
        )


def _change(
    project: Project,
    action: str,
    codes: Sequence[str],
    edit: Edit,
    author: Author,
    *,
    restore: str = "",
    alone: bool = False,
) -> Changed:
    """Make an edit; the entry of a code ``restore`` that vanished is put back before.

    ``alone``: under the lock from the reading of the codebook on, so that no window is quicker.
    """
    with codebook_database(project) as db, db.together(lambda: True) if alone else nullcontext():
        book = current_codebook(project, db, to_write=True)
        text = codebooks.stored_yaml(db, book.digest)
        whole = _restored(db, text, book, restore) if restore else text
        text = edit(whole, book if whole == text else sound_codebook(whole))
        after = sound_codebook(text)
        if after.digest == book.digest:
            raise UsageError("the codebook says this already", hint="Nothing was changed.")
        _check_labels(book, after)
        event = _event(project, action, author, before=book.digest, after=after.digest)
        event = replace(event, codes=tuple(codes))
        return _store(project, db, (book, after), text, event)


def _check_labels(before: Codebook, after: Codebook) -> None:
    known = {code.label for code in before.codes}
    if long := [c for c in after.codes if len(c.label) > LONGEST_LABEL and c.label not in known]:
        raise CodebookError(
            f"a label has {LONGEST_LABEL} characters at most: {', '.join(c.id for c in long)}",
            hint="Nothing was changed. What takes longer to say is the code's definition.",
        )


def _store(
    project: Project,
    db: Database,
    books: tuple[Codebook, Codebook],
    text: str,
    event: CodebookEvent,
    *,
    undone: CodebookEvent | None = None,
) -> Changed:
    before, after = books
    differences = compare(before, after)
    touched = (d.id for d in differences if d.kind == "code")
    event = replace(
        event,
        codes=tuple(dict.fromkeys((*event.codes, *touched))),
        summary="; ".join(filter(None, (event.summary, summarise(differences)))),
    )
    seen = codebooks.stored_yaml(db, before.digest)
    settled = codebooks.change_codebook(
        db,
        after,
        text,
        codebook_to_json(after),
        event,
        place=lambda: replace_text(project.codebook_path, seen, text),
        undone=undone,
    )
    return Changed(event=event, differences=differences, settled=settled)


def _event(
    project: Project, action: str, author: Author, *, before: str, after: str
) -> CodebookEvent:
    return CodebookEvent(
        at=now(),
        author=author_name(project.settings.coder, author.name),
        action=action,
        summary="",
        why=author.why,
        before=before,
        after=after,
    )


def sound_codebook(text: str) -> Codebook:
    """What a changed text of the codebook says.

    Raises:
        CodebookError: if it would not be sound.

    """
    book, problems = parse_codebook(text, "codebook.yaml")
    if book is None:
        raise CodebookError(
            "the codebook would not be sound; nothing was changed",
            problems=[problem for problem in problems if problem.fatal],
        )
    return book


def _known(book: Codebook, code_id: str) -> str:
    if code_id not in book.code_by_id:
        raise UsageError(
            f"there is no code {code_id!r} in the codebook",
            hint=meant("code", code_id, {code.id: code.label for code in book.codes}),
        )
    return code_id


def _last_beneath(book: Codebook, parent: str) -> str:
    """The last code in the file that lies beneath this one; the last of all if it is none."""
    beneath = [code.id for code in book.codes if parent in [step.id for step in book.path(code.id)]]
    return (beneath or [book.codes[-1].id])[-1]


def _restored(db: Database, text: str, book: Codebook, code_id: str) -> str:
    """The text with the entry of a code that vanished put back as it was last."""
    parsed = None if code_id in book.code_by_id else codebooks.last_parsed_with(db, code_id)
    if parsed is None:
        return text
    last = codebook_from_json(parsed).code_by_id[code_id]
    parent = last.parent if last.parent in book.code_by_id else ""
    code = replace(last, key="", parent=parent, merged_into="", split_into=(), formerly=())
    return add_code(text, code)
