"""Changing the codebook: each change an edit of its file, an event, and nothing lost."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Literal

from notecode.codebook import (
    add_code,
    codebook_from_json,
    move_entry,
    redirect_rules,
    rename_id,
    set_fields,
)
from notecode.codebook.editing import Value
from notecode.codebook.events import CodebookEvent
from notecode.codebook.matching import free_keys, proposed_key
from notecode.errors import ConflictError, UsageError
from notecode.model import Code, Codebook
from notecode.project.codebook.recording import (
    Author,
    Changed,
    Edit,
    change,
    codebook_database,
    event_of,
    folded_label,
    known_code,
    sound_codebook,
)
from notecode.project.codebook.returning import redo, thaw, undo
from notecode.project.codebook.versions import frozen_versions
from notecode.project.project import Project, current_codebook
from notecode.store import codebook_events, codebooks
from notecode.store.connection import Database

__all__ = [
    "Author",
    "Changed",
    "add",
    "define",
    "freeze",
    "merge",
    "move",
    "redo",
    "rename",
    "restore",
    "retire",
    "split",
    "take_over",
    "thaw",
    "undo",
]

LONGEST_NAME = 100
"""Characters of the name of a frozen version."""


def add(project: Project, code: Code, author: Author, *, after: str = "") -> Changed:
    """Add a code, behind its parent's last child or behind the code ``after``.

    Raises:
        CodebookError: if the code does not fit the codebook; nothing is changed.
        ConflictError: if the file is edited by hand meanwhile, again and again.

    """

    def edit(text: str, book: Codebook) -> str:
        place = known_code(book, after) if after else _last_beneath(book, code.parent)
        return add_code(text, code, after=place)

    with suppress(ConflictError):
        return change(project, "add", [code.id], edit, author)
    return change(project, "add", [code.id], edit, author, alone=True)


def define(project: Project, code_id: str, changes: Mapping[str, Value], author: Author) -> Changed:
    """Change what a code means or how it is shown; earlier references wait for another look."""

    def edit(text: str, book: Codebook) -> str:
        return set_fields(text, known_code(book, code_id), changes)

    return change(project, "define", [code_id], edit, author)


def rename(
    project: Project, code_id: str, author: Author, *, label: str = "", new_id: str = ""
) -> Changed:
    """Give a code another label, or another id under which its references go on.

    A code that vanished from the file is found again under ``new_id``, if that is in the file. An
    agency can have another label: its id is that of its references.
    """

    def edit(text: str, book: Codebook) -> str:
        if label and not new_id and code_id not in book.code_by_id and code_id in book.agency_by_id:
            return _with_agency_called(text, book, code_id, label)
        if new_id and code_id not in book.code_by_id and new_id in book.code_by_id:
            former = (*book.code_by_id[new_id].formerly, code_id)
            return set_fields(text, new_id, {"formerly": former})
        known = known_code(book, code_id)
        text = rename_id(text, known, new_id) if new_id else text
        return set_fields(text, new_id or known, {"label": label}) if label else text

    return change(project, "rename", [code_id, *filter(None, [new_id])], edit, author)


def _with_agency_called(text: str, book: Codebook, id_: str, label: str) -> str:
    """The text with another label of an agency, that no other one has."""
    alike = [a.id for a in book.agencies if folded_label(a.label) == folded_label(label)]
    if {*alike} - {id_}:
        raise UsageError(
            f"the agency {alike[0]!r} has the label {label!r} already",
            hint="Give each a label that tells it apart.",
        )
    return set_fields(text, id_, {"label": label}, section="agencies")


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
        known = known_code(book, code_id)
        if parent is not None:
            text = set_fields(text, known, {"parent": known_code(book, parent) if parent else ""})
        if beside is not None:
            text = move_entry(text, known, known_code(book, beside[1]), beside[0])
        return text

    said = f"{code_id} placed {' '.join(beside)}" if beside else ""
    return change(project, "move", [code_id], edit, author, said=said)


def merge(project: Project, code_id: str, heir: str, author: Author) -> Changed:
    """Retire a code; its references, rules, and codes beneath it are its heir's from now on."""

    def edit(text: str, book: Codebook) -> str:
        target = book.code_by_id[known_code(book, heir)]
        if known_code(book, code_id) == heir:
            raise UsageError(
                f"{code_id!r} cannot be merged into itself, which is the same code",
                hint="Name the code that takes its references.",
            )
        if code_id in [step.id for step in book.path(heir)]:
            raise UsageError(
                f"{code_id!r} cannot be merged into {heir!r}, which lies beneath it",
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

    return change(project, "merge", [code_id, heir], edit, author, restore=code_id)


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
    Each new one has a key of its own, as long as there are any.
    """
    if len({new_id for new_id, _ in into}) < 2 and not beneath:
        raise UsageError(
            f"{code_id!r} cannot be split into one code",
            hint="Name two or more; to give it another name or id, take `codebook rename`.",
        )

    def edit(text: str, book: Codebook) -> str:
        old = book.code_by_id[known_code(book, code_id)]
        fields: dict[str, Value] = {} if beneath else dict(_OUT_OF_USE)
        text = set_fields(text, old.id, fields) if fields else text
        place = old.id
        for new_id, label in into:
            if new_id not in book.code_by_id:
                called = label or new_id.replace("-", " ").capitalize()
                code = Code(
                    id=new_id,
                    label=called,
                    definition="",
                    key=proposed_key(sound_codebook(text), called),
                    colour=old.colour,
                    parent=old.id if beneath else old.parent,
                    origin="emergent",
                )
                text = add_code(text, code, after=place)
                place = new_id
        return set_fields(text, old.id, {"split_into": tuple(new_id for new_id, _ in into)})

    return change(project, "split", [code_id, *(new_id for new_id, _ in into)], edit, author)


def retire(project: Project, code_id: str, author: Author) -> Changed:
    """Take a code out of use; its references stay under it, and are counted."""

    def edit(text: str, book: Codebook) -> str:
        return set_fields(text, known_code(book, code_id), _OUT_OF_USE)

    return change(project, "retire", [code_id], edit, author, restore=code_id)


def restore(project: Project, code_id: str, author: Author) -> Changed:
    """Bring a retired code back into use, or one that vanished from the file.

    One that was merged or split has its references again, as they were coded. It has the key
    that it had, if that is free. What went to its heir otherwise, rules and codes, stays there.
    """
    with codebook_database(project, author) as db:
        key = _last_key(db, code_id)

    def edit(text: str, book: Codebook) -> str:
        code = book.code_by_id[known_code(book, code_id)]
        free = key if key in free_keys(book) else ""
        fields: dict[str, Value] = {"status": "active", "merged_into": "", "key": code.key or free}
        return set_fields(
            text, code_id, fields if code.merged_into else fields | {"split_into": ()}
        )

    return change(project, "restore", [code_id], edit, author, restore=code_id)


def _last_key(db: Database, code_id: str) -> str:
    """The key that a code had when it was in use last, or ""."""
    for event in reversed(codebook_events.load_events(db, [code_id])):
        parsed = codebooks.parsed_codebook(db, event.before) or ""
        code = codebook_from_json(parsed).code_by_id.get(code_id) if parsed else None
        if code and code.status == "active":
            return code.key
    return ""


_OUT_OF_USE: dict[str, Value] = {"status": "retired", "key": ""}
"""A retired code gives its key back."""


def take_over(project: Project, edit: Edit, action: str, author: Author) -> Changed:
    """Change the codebook by any edit of its text, as one event."""
    return change(project, action, [], edit, author)


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
    with codebook_database(project, author) as db:
        book = current_codebook(project, db, to_write=True)
        if name in frozen_versions(db):
            raise UsageError(f"a version is named {name!r} already", hint="Choose another name.")
        event = event_of(project, "freeze", author, before=book.digest, after=book.digest)
        event = replace(event, name=name, summary=f"version {book.digest[:12]} named {name!r}")
        codebooks.log_codebook_event(db, event)
        return event


def _last_beneath(book: Codebook, parent: str) -> str:
    """The last code in the file that lies beneath this one; the last of all if it is none."""
    beneath = [code.id for code in book.codes if parent in [step.id for step in book.path(code.id)]]
    return (beneath or [book.codes[-1].id])[-1]
