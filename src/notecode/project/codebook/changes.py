"""Changing the codebook: each change an edit of its file, an event, and nothing lost."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Literal

from notecode.codebook import (
    Section,
    add_agency,
    add_code,
    codebook_from_json,
    move_entry,
    redirect_rules,
    rename_id,
    set_entries,
    set_fields,
)
from notecode.codebook.editing import Value
from notecode.codebook.events import CodebookEvent
from notecode.codebook.loading import AGENCY_FIELDS
from notecode.codebook.matching import proposed_key
from notecode.errors import ConflictError, UsageError
from notecode.model import Agency, Code, Codebook
from notecode.project.codebook.recording import (
    Author,
    Changed,
    Edit,
    change,
    codebook_database,
    event_of,
    known_code,
    known_entry,
    section_of,
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
    "rules_of",
    "split",
    "take_over",
    "thaw",
    "undo",
]

LONGEST_NAME = 100
"""Characters of the name of a frozen version."""


def add(project: Project, entry: Code | Agency, author: Author, *, after: str = "") -> Changed:
    """Add a code, behind its parent's last child or behind the code ``after``; or an agency.

    Raises:
        CodebookError: if it does not fit the codebook; nothing is changed.
        ConflictError: if the file is edited by hand meanwhile, again and again.

    """
    section: Section = "codes" if isinstance(entry, Code) else "agencies"

    def edit(text: str, book: Codebook) -> str:
        place = known_entry(book, section, after) if after else ""
        if isinstance(entry, Code):
            return add_code(text, entry, after=place or _last_beneath(book, entry.parent))
        text = add_agency(text, entry)
        return move_entry(text, entry.id, place, "after", section=section) if place else text

    with suppress(ConflictError):
        return change(project, "add", [entry.id], edit, author, section=section)
    return change(project, "add", [entry.id], edit, author, section=section, alone=True)


def define(
    project: Project,
    id_: str,
    changes: Mapping[str, Value],
    author: Author,
    *,
    section: Section | None = None,
) -> Changed:
    """Change what a code or agency means or how it is shown.

    References of a code that means something else wait for another look; of an agency, they do not.
    """
    facet = section_of(project, author, id_, section)
    if facet == "agencies" and (wrong := [name for name in changes if name not in AGENCY_FIELDS]):
        raise UsageError(
            f"an agency has no {' and no '.join(wrong)}", hint="It has a definition, label and key."
        )

    def edit(text: str, book: Codebook) -> str:
        return set_fields(text, known_entry(book, facet, id_), changes, section=facet)

    return change(project, "define", [id_], edit, author, section=facet)


def rename(
    project: Project,
    id_: str,
    author: Author,
    *,
    label: str = "",
    new_id: str = "",
    section: Section | None = None,
) -> Changed:
    """Give a code or agency another label, or another id under which its references go on.

    One that vanished from the file is found again under ``new_id``, if that is in the file.
    """
    facet = section_of(project, author, id_, section)

    def edit(text: str, book: Codebook) -> str:
        entries: Mapping[str, Code | Agency]
        entries = book.code_by_id if facet == "codes" else book.agency_by_id
        if new_id and id_ not in entries and new_id in entries:
            former = (*entries[new_id].formerly, id_)
            return set_fields(text, new_id, {"formerly": former}, section=facet)
        known = known_entry(book, facet, id_)
        text = rename_id(text, known, new_id, section=facet) if new_id else text
        return set_fields(text, new_id or known, {"label": label}, section=facet) if label else text

    ids = [id_, *filter(None, [new_id])]
    return change(project, "rename", ids, edit, author, section=facet)


def move(
    project: Project,
    id_: str,
    author: Author,
    *,
    parent: str | None = None,
    beside: tuple[Literal["before", "after"], str] | None = None,
    section: Section | None = None,
) -> Changed:
    """Give a code another parent ("" is none), or a code or agency another place in its list."""
    facet = section_of(project, author, id_, section)

    def edit(text: str, book: Codebook) -> str:
        # Agencies make no tree.
        known = known_entry(book, facet if parent is None else "codes", id_)
        if parent is not None:
            text = set_fields(text, known, {"parent": known_code(book, parent) if parent else ""})
        if beside is not None:
            other = known_entry(book, facet, beside[1])
            text = move_entry(text, known, other, beside[0], section=facet)
        return text

    said = f"{id_} placed {' '.join(beside)}" if beside else ""
    return change(project, "move", [id_], edit, author, section=facet, said=said)


def merge(
    project: Project, id_: str, heir: str, author: Author, *, section: Section | None = None
) -> Changed:
    """Retire a code or agency; its references, and rules, are its heir's from now on.

    The codes beneath a code go along, an agency's names and roles too.
    """
    facet = section_of(project, author, id_, section)

    def edit(text: str, book: Codebook) -> str:
        if known_entry(book, facet, id_) == known_entry(book, facet, heir):
            kind = "code" if facet == "codes" else "agency"
            raise UsageError(
                f"{id_!r} cannot be merged into itself, which is the same {kind}",
                hint=f"Name the {kind} that takes its references.",
            )
        merged = _merged_code if facet == "codes" else _merged_agency
        return redirect_rules(merged(text, book, id_, heir), id_, heir, section=facet)

    return change(project, "merge", [id_, heir], edit, author, section=facet, restore=id_)


def _merged_code(text: str, book: Codebook, code_id: str, heir: str) -> str:
    """The text with a code retired, and those beneath it beneath its heir."""
    if code_id in [step.id for step in book.path(heir)]:
        raise UsageError(
            f"{code_id!r} cannot be merged into {heir!r}, which lies beneath it",
            hint=f"Move {heir!r} first, or merge the other way round.",
        )
    if book.code_by_id[heir].status == "retired":
        raise UsageError(f"the code {heir!r} is retired", hint="Merge into one in use.")
    for child in book.codes:
        if child.parent == code_id:
            text = set_fields(text, child.id, {"parent": heir})
    fields: dict[str, Value] = {**_OUT_OF_USE, "merged_into": heir, "split_into": ()}
    return set_fields(text, code_id, fields)


def _merged_agency(text: str, book: Codebook, agency_id: str, heir: str) -> str:
    """The text with an agency retired, and its names and roles its heir's."""
    old, new = book.agency_by_id[agency_id], book.agency_by_id[heir]
    if new.status == "retired":
        raise UsageError(f"the agency {heir!r} is retired", hint="Merge into one in use.")
    gone: dict[str, Value] = {**_OUT_OF_USE, "merged_into": heir, "aliases": (), "roles": ()}
    taken: dict[str, Value] = {}
    if old.aliases:
        taken["aliases"] = (*new.aliases, *old.aliases)
    if old.roles:
        taken["roles"] = (*new.roles, *old.roles)
    return set_entries(text, {("agencies", agency_id): gone, ("agencies", heir): taken})


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


def rules_of(project: Project, code_id: str) -> tuple[str, ...]:
    """The ids of the rules that suggest a code."""
    with codebook_database(project, Author()) as db:
        book = current_codebook(project, db)
        return tuple(rule.id for rule in book.rules if rule.code == code_id)


def retire(
    project: Project, id_: str, author: Author, *, section: Section | None = None
) -> Changed:
    """Take a code or agency out of use; its references stay under it, and are counted."""
    facet = section_of(project, author, id_, section)

    def edit(text: str, book: Codebook) -> str:
        return set_fields(text, known_entry(book, facet, id_), _OUT_OF_USE, section=facet)

    return change(project, "retire", [id_], edit, author, section=facet, restore=id_)


def restore(
    project: Project, id_: str, author: Author, *, section: Section | None = None
) -> Changed:
    """Bring a retired code or agency back into use, or one that vanished from the file.

    One that was merged or split has its references again, as they were coded. It has the key
    that it had, if that is free. What went to its heir otherwise stays there: rules, codes
    beneath it, an agency's names and roles.
    """
    facet = section_of(project, author, id_, section)
    with codebook_database(project, author) as db:
        key = _last_key(db, facet, id_)

    def edit(text: str, book: Codebook) -> str:
        known = known_entry(book, facet, id_)
        entry = book.code_by_id[known] if facet == "codes" else book.agency_by_id[known]
        taken = {each.key for each in (book.codes if facet == "codes" else book.agencies)}
        free = "" if key in taken else key
        fields: dict[str, Value] = {"status": "active", "merged_into": "", "key": entry.key or free}
        if isinstance(entry, Code) and not entry.merged_into:
            fields["split_into"] = ()
        return set_fields(text, id_, fields, section=facet)

    return change(project, "restore", [id_], edit, author, section=facet, restore=id_)


def _last_key(db: Database, section: Section, id_: str) -> str:
    """The key that a code or agency had when it was in use last, or ""."""
    ids = {section: [id_]}
    for event in reversed(codebook_events.load_events(db, **ids)):
        parsed = codebooks.parsed_codebook(db, event.before) or ""
        book = codebook_from_json(parsed) if parsed else Codebook(title="", codes=(), agencies=())
        entry = (book.code_by_id if section == "codes" else book.agency_by_id).get(id_)
        if entry and entry.status == "active":
            return entry.key
    return ""


_OUT_OF_USE: dict[str, Value] = {"status": "retired", "key": ""}
"""What is retired gives its key back."""


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
