"""Recording a change of the codebook: its file, its event and its references, or nothing.

Whose references are follows from the file (see ``store.folding``), so that an edit by hand, a
command, and the undo of either come to the same.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from notecode.codebook import Section, codebook_from_json, codebook_to_json, parse_codebook
from notecode.codebook.editing import add_agency, add_code
from notecode.codebook.events import (
    CodebookEvent,
    Difference,
    compare,
    summarise,
    touched,
)
from notecode.errors import CodebookError, UsageError
from notecode.model import Agency, Code, Codebook
from notecode.project.authors import author_name
from notecode.project.codebook.file import replace_text
from notecode.project.project import Project, current_codebook, now
from notecode.store import codebooks
from notecode.store.connection import Database, create_database, open_database
from notecode.store.folding import Settled
from notecode.store.left_behind import Left
from notecode.text.nearest import meant

Edit = Callable[[str, Codebook], str]
"""From the codebook's text and what it says to its new text."""

LONGEST_LABEL = 200
"""Characters of a label that is written here: more is a definition, and no line of a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who changes the codebook, and why; ``name`` "" is the coder of the settings, or the login.

    ``dry_run``: only to see what it would come to; nothing is kept.
    """

    name: str = ""
    why: str = ""
    dry_run: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What a change of the codebook came to: in its entries, and in the references.

    ``left`` are references that do not come back with an undo, since a coder changed them.
    """

    event: CodebookEvent
    differences: tuple[Difference, ...]
    settled: Settled
    left: tuple[Left, ...] = ()


@contextmanager
def codebook_database(project: Project, author: Author) -> Iterator[Database]:
    """The project's database; made first in a project that has no notes yet.

    For a dry run there it is made elsewhere, and deleted at the end.
    """
    if project.database_path.is_file():
        with project.database() as db:
            yield db
        return
    with TemporaryDirectory() if author.dry_run else nullcontext() as elsewhere:
        path = Path(elsewhere) / "codebook.db" if elsewhere else project.database_path
        create_database(path)
        with open_database(path) as db:
            yield db


def change(
    project: Project,
    action: str,
    ids: Sequence[str],
    edit: Edit,
    author: Author,
    *,
    section: Section = "codes",
    restore: str = "",
    alone: bool = False,
    said: str = "",
) -> Changed:
    """Make an edit that touches codes or agencies; an entry ``restore`` that vanished is put back.

    ``alone``: under the lock from the reading of the codebook on, so that no window is quicker.
    ``said`` is what the log says of it first.

    Raises:
        UsageError: if it changes nothing.
        CodebookError: if the codebook would not be sound, or would be ambiguous.
        ConflictError: if the file is edited by hand meanwhile.

    """
    with codebook_database(project, author) as db, held(db, author, alone=alone):
        book = current_codebook(project, db, to_write=True)
        text = codebooks.stored_yaml(db, book.digest)
        whole = _restored(db, text, book, (section, restore)) if restore else text
        text = edit(whole, book if whole == text else sound_codebook(whole))
        after = sound_codebook(text)
        if after.digest == book.digest:
            raise UsageError("the codebook says this already", hint="Nothing was changed.")
        check_entries(book, after)
        event = event_of(project, action, author, before=book.digest, after=after.digest)
        event = replace(event, **{section: tuple(ids)}, summary=said)  # type: ignore[arg-type]
        return record(project, db, (book, after), text, event, dry_run=author.dry_run)


@contextmanager
def held(db: Database, author: Author, *, alone: bool = False) -> Iterator[None]:
    """Under one lock if ``alone``, and rolled back at the end if it is a dry run."""
    if not (alone or author.dry_run):
        yield
        return
    with db.together(lambda: not author.dry_run):
        yield


def check_entries(before: Codebook, after: Codebook) -> None:
    """Refuse labels that are too long or another code's, and codes put beneath a retired one.

    What was so before is let stand.

    Raises:
        CodebookError: with all of them.

    """
    wrong = [*_long_labels(before, after), *_like_labels(before, after), *_misplaced(before, after)]
    if wrong:
        raise CodebookError(
            "; ".join(what for what, _ in wrong),
            hint=" ".join(dict.fromkeys(["Nothing was changed.", *(hint for _, hint in wrong)])),
        )


def _long_labels(before: Codebook, after: Codebook) -> Iterator[tuple[str, str]]:
    known = {code.label for code in before.codes} | {each.label for each in before.agencies}
    entries: tuple[Code | Agency, ...] = (*after.codes, *after.agencies)
    if long := [e for e in entries if len(e.label) > LONGEST_LABEL and e.label not in known]:
        yield (
            f"a label has {LONGEST_LABEL} characters at most: {', '.join(e.id for e in long)}",
            "What takes longer to say is the definition.",
        )


def _like_labels(before: Codebook, after: Codebook) -> Iterator[tuple[str, str]]:
    """Codes, or agencies, that would be told apart by their ids alone, and were not so before."""
    facets: tuple[tuple[str, Sequence[Code | Agency], Sequence[Code | Agency]], ...]
    facets = (
        ("codes", before.codes, after.codes),
        ("agencies", before.agencies, after.agencies),
    )
    for kind, had, has in facets:
        known = {entry.id: entry.label for entry in had}
        for group in _by_label(has):
            as_before = all(known.get(entry.id) == entry.label for entry in group)
            if len(group) > 1 and not as_before:
                named = " and ".join(_placed(after, entry) for entry in group)
                yield (
                    f"{len(group)} {kind} would have the label {group[-1].label!r}: {named}",
                    "Give each a label that tells it apart.",
                )


def _by_label(entries: Sequence[Code | Agency]) -> list[list[Code | Agency]]:
    """The entries that were not merged, those of one label together."""
    groups: dict[str, list[Code | Agency]] = {}
    for entry in entries:
        if not entry.merged_into:
            groups.setdefault(folded_label(entry.label), []).append(entry)
    return list(groups.values())


def folded_label(label: str) -> str:
    """A label without what no reader tells apart: letter case and white space."""
    return " ".join(label.casefold().split())


def _placed(book: Codebook, entry: Code | Agency) -> str:
    """A code or agency with where it stands."""
    parent = entry.parent if isinstance(entry, Code) else ""
    under = f" beneath {parent}" if parent in book.code_by_id else ""
    return f"{entry.id}{under}{' (retired)' if entry.status == 'retired' else ''}"


def _misplaced(before: Codebook, after: Codebook) -> Iterator[tuple[str, str]]:
    """Codes in use beneath a retired one, that were not so before."""
    for code in after.codes:
        parent, old = after.code_by_id.get(code.parent), before.code_by_id.get(code.id)
        if parent is None or parent.status != "retired" or code.status == "retired":
            continue
        if old is None or old.parent != code.parent or old.status == "retired":
            yield (
                f"the code {parent.id!r}, beneath which {code.id!r} would lie, is retired",
                "Name a parent that is in use, or bring that one back with `codebook restore`.",
            )


def record(
    project: Project,
    db: Database,
    books: tuple[Codebook, Codebook],
    text: str,
    event: CodebookEvent,
    *,
    steps: tuple[CodebookEvent, ...] = (),
    dry_run: bool = False,
) -> Changed:
    """Store a changed codebook with its event; ``steps`` are events as they stand after it."""
    before, after = books
    differences = compare(before, after)
    if not (event.summary and not differences):
        event = replace(
            event, summary="; ".join(filter(None, (event.summary, summarise(differences))))
        )
    event = replace(
        event,
        codes=tuple(dict.fromkeys((*event.codes, *touched("code", differences)))),
        agencies=tuple(dict.fromkeys((*event.agencies, *touched("agency", differences)))),
    )
    seen = codebooks.stored_yaml(db, before.digest)
    settled = codebooks.change_codebook(
        db,
        after,
        text,
        codebook_to_json(after),
        event,
        place=lambda: None if dry_run else replace_text(project.codebook_path, seen, text),
        steps=steps,
    )
    return Changed(event=event, differences=differences, settled=settled)


def event_of(
    project: Project, action: str, author: Author, *, before: str, after: str
) -> CodebookEvent:
    """An event of now."""
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
    """What a changed text of the codebook says; its problems have no line, since no file has it.

    Raises:
        CodebookError: if it would not be sound.

    """
    book, problems = parse_codebook(text, "codebook.yaml")
    if book is None:
        raise CodebookError(
            "the codebook would not be sound; nothing was changed",
            problems=[replace(problem, line=None) for problem in problems if problem.fatal],
        )
    return book


def section_of(project: Project, author: Author, id_: str, said: Section | None = None) -> Section:
    """Whether an id is a code's or an agency's, by the codebook as it is, or as it was last.

    If it is not ``said``, a code comes first where both have the id; what nobody knows is a code's.
    """
    if said is not None:
        return said
    with codebook_database(project, author) as db:
        book = current_codebook(project, db, to_write=True)
        if id_ in book.code_by_id:
            return "codes"
        if id_ in book.agency_by_id or codebooks.last_parsed_with(db, id_) is None:
            known = codebooks.last_parsed_with_agency(db, id_) is not None
            return "agencies" if known or id_ in book.agency_by_id else "codes"
        return "codes"


def known_entry(book: Codebook, section: Section, id_: str) -> str:
    """The id, if the codebook has such a code or agency.

    Raises:
        UsageError: if not.

    """
    entries: Mapping[str, Code | Agency]
    if section == "codes":
        # An id that nobody knows is taken for a code's, and may be a misspelt agency.
        entries, others, kind, said = book.code_by_id, book.agencies, "code", "an agency"
    else:
        entries, others, kind, said = book.agency_by_id, (), "agency", "a code"
    if id_ in entries:
        return id_
    if id_ in book.code_by_id or id_ in book.agency_by_id:
        raise UsageError(
            f"{id_!r} is {said} and no {kind}",
            hint="Codes go with codes, agencies with agencies.",
        )
    raise UsageError(
        f"there is no {kind} {id_!r} in the codebook",
        hint=meant(kind, id_, {each.id: each.label for each in (*entries.values(), *others)}),
    )


def known_code(book: Codebook, code_id: str) -> str:
    """The id, if the codebook has such a code.

    Raises:
        UsageError: if not.

    """
    return known_entry(book, "codes", code_id)


def _restored(db: Database, text: str, book: Codebook, place: tuple[Section, str]) -> str:
    """The text with the entry of a code or agency that vanished put back as it was last."""
    section, id_ = place
    if id_ in (book.code_by_id if section == "codes" else book.agency_by_id):
        return text
    last_with = (
        codebooks.last_parsed_with if section == "codes" else codebooks.last_parsed_with_agency
    )
    parsed = last_with(db, id_)
    if parsed is None:
        return text
    if section == "agencies":
        agency = codebook_from_json(parsed).agency_by_id[id_]
        return add_agency(text, fitted_agency(agency, book))
    last = codebook_from_json(parsed).code_by_id[id_]
    parent = last.parent if last.parent in book.code_by_id else ""
    code = replace(last, key="", parent=parent, merged_into="", split_into=(), formerly=())
    return add_code(text, code)


def fitted_agency(agency: Agency, book: Codebook) -> Agency:
    """An agency of another version as it fits this one: without what others have here by now."""
    names = {folded_label(alias.text) for each in book.agencies for alias in each.aliases}
    roles = {role for each in book.agencies for role in each.roles}
    return replace(
        agency,
        key="",
        merged_into="",
        formerly=(),
        aliases=tuple(each for each in agency.aliases if folded_label(each.text) not in names),
        roles=tuple(role for role in agency.roles if role not in roles),
    )
