"""Taking the codebook elsewhere, and taking in one that comes from elsewhere."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from notecode import __version__
from notecode.anonymising.vault import Vault
from notecode.codebook import (
    Section,
    add_agency,
    add_code,
    codebook_from_json,
    read_codebook,
    set_entries,
    shipped_codebook_edited,
    shipped_codebook_text,
)
from notecode.codebook.building import codebook_text
from notecode.codebook.editing import Place, Value
from notecode.codebook.events import Difference
from notecode.errors import ConflictError, InputError, UsageError, WriteError
from notecode.exchanging.draft import Draft
from notecode.exchanging.pages import codebook_html, codebook_markdown
from notecode.exchanging.qdc import codebook_qdc, read_qdc
from notecode.exchanging.rows import COLUMNS, codebook_rows, read_rows
from notecode.exchanging.tables import codebook_csv, codebook_xlsx, read_csv, read_xlsx
from notecode.exporting import Artefact, telling_what_stays
from notecode.exporting.writing import Said, lines_of, write_all
from notecode.model import Agency, Code, Codebook
from notecode.project.codebook.changes import Author, Changed, take_over
from notecode.project.codebook.file import read_text
from notecode.project.codebook.versions import stored_version
from notecode.project.exporting.searched import searched_for
from notecode.project.gate import (
    gate_without_notes,
    open_gate,
    words_of_the_project,
)
from notecode.project.people_file import people_of_cases, people_to_find
from notecode.project.project import Project, current_codebook
from notecode.store import codebooks

YAML = "yaml"
"""The form of the file itself, as it was written."""

WRITERS: dict[str, Callable[[Codebook], bytes]] = {
    "csv": codebook_csv,
    "xlsx": codebook_xlsx,
    "md": lambda book: codebook_markdown(book).encode(),
    "html": lambda book: codebook_html(book).encode(),
    "qdc": lambda book: codebook_qdc(book, origin=f"notecode {__version__}"),
}
"""The forms in which a codebook can be written, by the ending of the file."""

READERS: dict[str, Callable[[bytes, str, Codebook | None], Draft]] = {
    "csv": lambda content, file, known: read_rows(read_csv(content, file), file, known),
    "xlsx": lambda content, file, known: read_rows(read_xlsx(content, file), file, known),
    "qdc": read_qdc,
}
"""The forms in which a codebook can be read, by the ending of the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenCodebook:
    """The file, and what it was not searched for, in words; "" if for everything."""

    path: Path
    unsearched: str


def export_codebook(
    project: Project,
    path: Path,
    *,
    version: str = "",
    people: Path | None = None,
    vault: Vault | None = None,
    unsearched: bool = False,
) -> WrittenCodebook:
    """Write the codebook to a file, in the form that its ending says, past the gate.

    ``version`` names an earlier one (``stored_version``). No form has room for what it was not
    searched for, as it may be if ``unsearched`` is said: that is told to who writes it. Its owner
    alone may read it.

    Raises:
        UsageError: if there is no such form or version, or nothing to search it for names with.
        InputError: if the people file cannot be read, or names nobody of the cases.
        VaultError: if the vault is damaged.
        LeakError: if an identifier stands in it; nothing was written.
        WriteError: if the file cannot be written.

    """
    form = _form_to_write(path)
    _check_writable(project, path, searchable=people is not None or vault is not None or unsearched)
    book, text = _version(project, version)
    content = text.encode() if form == YAML else WRITERS[form](book)
    said = Said(path.name, lambda: _lines_said(text) if form == YAML else _said(book))
    artefact = Artefact(name=path.name, says=(said,), write=lambda place: _write(place, content))
    if project.database_path.is_file():
        with project.database() as db:
            words = words_of_the_project(db, book, defined=True)
            # It names nobody who codes: their names are passed over nowhere.
            rosters = people_of_cases(project, people, db)
            gate = open_gate(db, rosters, vault, words, named=())
    else:
        # What the vault holds belongs to stored notes.
        gate, vault = gate_without_notes(people_to_find(project, people)), None
    with telling_what_stays(project.exports):
        (written,) = write_all(path.parent, [artefact], gate, owner_only=True)
    unsought = searched_for(project, people, vault).unsought
    return WrittenCodebook(path=written, unsearched=unsought)


def _check_writable(project: Project, path: Path, *, searchable: bool) -> None:
    if not searchable:
        raise UsageError(
            "there is nothing to search the codebook for names with",
            hint="Give --people PEOPLE, or open the vault. To write it unsearched, say"
            " --unsearched: that is said on the terminal, as the file has no place for it.",
        )
    if not path.parent.is_dir() and path.parent.resolve() != project.exports.resolve():
        # What was mistyped is not made.
        raise WriteError(
            "there is no such directory",
            where=str(path.parent),
            hint="Make it first, or name a file elsewhere.",
        )


def _version(project: Project, name: str) -> tuple[Codebook, str]:
    """The codebook and its text: as they are now, or as they were in a version of this name."""
    if not name:
        book = current_codebook(project)
        return book, read_text(project.codebook_path)
    if not project.database_path.is_file():
        raise UsageError("no version of the codebook is stored yet", hint="Leave out --version.")
    with project.database() as db:
        digest = stored_version(db, name)
        text = codebooks.stored_yaml(db, digest)
        return codebook_from_json(codebooks.parsed_codebook(db, digest) or ""), text


def _form_to_write(path: Path) -> str:
    form = path.suffix.lstrip(".").lower()
    if form == YAML and path.exists():
        raise ConflictError(
            "there is such a file already", where=str(path), hint="Choose another name."
        )
    if form not in {*WRITERS, YAML}:
        forms = ", ".join(f".{known}" for known in (*WRITERS, YAML))
        raise UsageError(
            f"a codebook cannot be written as {path.suffix or 'a file without an ending'!r}",
            hint=f"Name a file that ends in {forms}.",
        )
    return form


def _said(book: Codebook) -> Iterator[tuple[str, str]]:
    """All that any of the forms shows of a codebook, but aliases that ship with notecode."""
    shipped = _shipped_lines()
    agencies = {agency.id: agency for agency in book.agencies}
    yield "the title", book.title
    for number, row in enumerate(codebook_rows(book), 1):
        cells = dict(zip(COLUMNS, row, strict=True))
        # An id may be a name as well: one that ships is none.
        id_ = cells["id"]
        entry = id_ if f"- id: {id_}" in shipped else f"entry {number}"
        if cells["aliases"]:
            for place, alias in enumerate(agencies[id_].aliases, 1):
                if f"- {alias.text}" not in shipped:
                    yield f"alias {place} of {entry}", " ".join((alias.text, *alias.sites))
            del cells["aliases"]
        yield from ((f"{column} of {entry}", cell) for column, cell in cells.items())


def _lines_said(text: str) -> Iterator[tuple[str, str]]:
    """The lines of the file but those that ship with notecode."""
    shipped = _shipped_lines()
    return ((name, line) for name, line in lines_of(text) if line.strip() not in shipped)


def _shipped_lines() -> frozenset[str]:
    """What the codebook that ships says, which is of no case: "simon community" names no Simon.

    None if it was edited since: then there is no telling what somebody wrote there.
    """
    if shipped_codebook_edited():
        return frozenset()
    return frozenset(line.strip() for line in shipped_codebook_text().splitlines())


def _write(place: Path, content: bytes) -> None:
    place.write_bytes(content)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What taking a codebook in came to, or would come to; ``changed`` None: nothing was to do.

    ``unsaid`` counts the empty cells, in rows without an id, of what the codebook has: they stay.
    ``keyless`` are ids of new entries with the key that each was to have, and another has.
    """

    differences: tuple[Difference, ...]
    changed: Changed | None = None
    unsaid: int = 0
    keyless: tuple[tuple[str, str], ...] = ()


def import_codebook(project: Project, path: Path, author: Author) -> Imported:
    """Add a file's new codes and agencies to the project's, and change what it says otherwise.

    An entry that the file does not have stays. Of one that it has by its id, every field of which
    it speaks is as it says, an empty one included; of one that it has by its label alone, an
    empty field stays. It is one change, and one undo takes it back.

    Raises:
        InputError: if the file cannot be read, or has problems; all are named.
        CodebookError: if the codebook would not be sound with it, or ambiguous.

    """
    book = current_codebook(project)
    text = read_text(project.codebook_path)
    draft = read_draft(path, book)
    unsaid = draft.unsaid
    joined, keyless = _joined(text, book, draft)
    if joined == text:
        return Imported(differences=(), unsaid=unsaid)

    def edit(text: str, now: Codebook) -> str:
        return _joined(text, now, draft)[0]

    changed = take_over(project, edit, "import", author)
    return Imported(
        differences=changed.differences, changed=changed, unsaid=unsaid, keyless=keyless
    )


def convert_codebook(path: Path, target: Path, title: str) -> Codebook:
    """Write what a file says as a codebook of its own, to a YAML file that is not there yet.

    Raises:
        InputError: if the file cannot be read, or has problems; all are named.
        CodebookError: if it makes no sound codebook.
        ConflictError: if there is such a file.

    """
    draft = read_draft(path, None)
    text = codebook_text(title, draft.codes, draft.agencies)
    try:
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise ConflictError(
            "there is such a file already", where=str(target), hint="Choose another name."
        ) from None
    return read_codebook(target)


def read_draft(path: Path, known: Codebook | None) -> Draft:
    """What a file of another form says of a codebook.

    Raises:
        InputError: if it cannot be read, or has problems; all are named.

    """
    form = path.suffix.lstrip(".").lower()
    if form not in READERS:
        raise UsageError(
            f"a codebook cannot be read from {path.suffix or 'a file without an ending'!r}",
            hint=f"Give a file that ends in {', '.join(f'.{one}' for one in READERS)}.",
        )
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", where=str(path)) from error
    draft = READERS[form](content, path.name, known)
    if not draft.problems and not draft.codes:
        raise InputError("no code was found", where=str(path), hint="Look at the file's contents.")
    if draft.problems:
        number = len(draft.problems)
        raise InputError(
            f"{number} problem{'' if number == 1 else 's'} in the codebook",
            where=str(path),
            problems=draft.problems,
            hint="Nothing was changed; mend them and try again.",
        )
    return draft


def _joined(text: str, book: Codebook, draft: Draft) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The codebook's text with what the draft says otherwise, parents before their children.

    New entries are added first, and then all fields are set at once: a key, a role or a name may
    pass from one entry to another, and a code be merged into a new one. What has no key in the
    end, since another has it, is given with that key.
    """
    whole = Codebook(title="", codes=draft.codes, agencies=())
    changes: dict[Place, dict[str, Value]] = {}
    for code in whole.tree:
        known = book.code_by_id.get(code.id)
        if known is None:
            text = add_code(text, replace(code, key="", **_LATER))
        base = known or replace(code, key="", **_LATER)
        changes["codes", code.id] = _changes(base, code, draft, "codes")
    for agency in draft.agencies:
        there = book.agency_by_id.get(agency.id)
        bare = replace(agency, key="", aliases=(), roles=(), **_LATER_OF_AGENCIES)
        if there is None:
            text = add_agency(text, bare)
        known_agency = there or bare
        changes["agencies", agency.id] = _changes(known_agency, agency, draft, "agencies")
    keyless = tuple(_spare_keys(book, changes))
    changes = {place: fields for place, fields in changes.items() if fields}
    return set_entries(text, changes) if changes else text, keyless


_LATER: dict[str, Any] = {"status": "active", "merged_into": "", "split_into": (), "formerly": ()}
"""Fields of a new code that may name others that are new."""

_LATER_OF_AGENCIES: dict[str, Any] = {"status": "active", "merged_into": "", "formerly": ()}


def _changes(
    known: Code | Agency, given: Code | Agency, draft: Draft, facet: Section
) -> dict[str, Value]:
    """The fields that the file speaks of and that are otherwise; the order of names is none."""
    found: dict[str, Value] = {}
    for name in draft.said[facet, given.id]:
        before, after = getattr(known, name), getattr(given, name)
        same = set(before) == set(after) if name in _UNORDERED else before == after
        if not same:
            found[name] = after
    return found


_UNORDERED = ("aliases", "roles", "formerly")


def _spare_keys(
    book: Codebook, changes: dict[Place, dict[str, Value]]
) -> Iterator[tuple[str, str]]:
    """Leave a new entry without its key if one that is there has it in the end, and say so."""
    facets: tuple[tuple[Section, tuple[Code | Agency, ...]], ...]
    facets = (("codes", book.codes), ("agencies", book.agencies))
    for facet, entries in facets:
        known = {entry.id for entry in entries}
        taken = {changes.get((facet, e.id), {}).get("key", e.key) for e in entries}
        for (kind, id_), fields in changes.items():
            if kind != facet or id_ in known or "key" not in fields:
                continue
            if fields["key"] in taken:
                yield id_, str(fields.pop("key"))
            else:
                taken.add(fields["key"])
