"""Recording a change of the codebook: its file, its event and its references, or nothing.

Whose references are follows from the file (see ``store.folding``), so that an edit by hand, a
command, and the undo of either come to the same.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from notecode.codebook import codebook_from_json, codebook_to_json, parse_codebook
from notecode.codebook.editing import add_code
from notecode.codebook.events import (
    CodebookEvent,
    Difference,
    compare,
    summarise,
    touched_codes,
)
from notecode.errors import CodebookError, UsageError
from notecode.model import Code, Codebook
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
    codes: Sequence[str],
    edit: Edit,
    author: Author,
    *,
    restore: str = "",
    alone: bool = False,
    said: str = "",
) -> Changed:
    """Make an edit; the entry of a code ``restore`` that vanished is put back before.

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
        whole = _restored(db, text, book, restore) if restore else text
        text = edit(whole, book if whole == text else sound_codebook(whole))
        after = sound_codebook(text)
        if after.digest == book.digest:
            raise UsageError("the codebook says this already", hint="Nothing was changed.")
        check_entries(book, after)
        event = event_of(project, action, author, before=book.digest, after=after.digest)
        event = replace(event, codes=tuple(codes), summary=said)
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
    known = {code.label for code in before.codes}
    if long := [c for c in after.codes if len(c.label) > LONGEST_LABEL and c.label not in known]:
        yield (
            f"a label has {LONGEST_LABEL} characters at most: {', '.join(c.id for c in long)}",
            "What takes longer to say is the code's definition.",
        )


def _like_labels(before: Codebook, after: Codebook) -> Iterator[tuple[str, str]]:
    """Codes that would be told apart by their ids alone, and were not so before."""
    groups: dict[str, list[Code]] = {}
    for code in after.codes:
        if not code.merged_into:
            groups.setdefault(folded_label(code.label), []).append(code)
    for group in groups.values():
        known = [before.code_by_id.get(code.id) for code in group]
        as_before = all(old and old.label == c.label for old, c in zip(known, group, strict=True))
        if len(group) > 1 and not as_before:
            named = " and ".join(_placed(after, code) for code in group)
            yield (
                f"{len(group)} codes would have the label {group[-1].label!r}: {named}",
                "Give each a label that tells it apart.",
            )


def folded_label(label: str) -> str:
    """A label without what no reader tells apart: letter case and white space."""
    return " ".join(label.casefold().split())


def _placed(book: Codebook, code: Code) -> str:
    """A code with where it stands."""
    under = f" beneath {code.parent}" if code.parent in book.code_by_id else ""
    return f"{code.id}{under}{' (retired)' if code.status == 'retired' else ''}"


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
    event = replace(event, codes=tuple(dict.fromkeys((*event.codes, *touched_codes(differences)))))
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


def known_code(book: Codebook, code_id: str) -> str:
    """The id, if the codebook has such a code.

    Raises:
        UsageError: if not.

    """
    if code_id not in book.code_by_id:
        if code_id in book.agency_by_id:
            raise UsageError(
                f"{code_id!r} is an agency: a command can change its label alone",
                hint="`codebook rename ID LABEL` does. In codebook.yaml its names (aliases) can be"
                " given to another agency; what is coded with it stays until a coder changes it.",
            )
        raise UsageError(
            f"there is no code {code_id!r} in the codebook",
            hint=meant("code", code_id, {code.id: code.label for code in book.codes}),
        )
    return code_id


def _restored(db: Database, text: str, book: Codebook, code_id: str) -> str:
    """The text with the entry of a code that vanished put back as it was last."""
    parsed = None if code_id in book.code_by_id else codebooks.last_parsed_with(db, code_id)
    if parsed is None:
        return text
    last = codebook_from_json(parsed).code_by_id[code_id]
    parent = last.parent if last.parent in book.code_by_id else ""
    code = replace(last, key="", parent=parent, merged_into="", split_into=(), formerly=())
    return add_code(text, code)
