"""The memos of a project from outside the coder: listed, shown, written, deleted."""

from dataclasses import dataclass

from notecode.coding import memos as commands
from notecode.errors import CodingError, UsageError
from notecode.memos import MEMO_KINDS, thing_of
from notecode.model import PlacedMemo, Thing
from notecode.project.coding import memos
from notecode.project.coding.session import open_coding
from notecode.project.project import Project, current_codebook
from notecode.store import facts
from notecode.store import memos as stored
from notecode.store.connection import Database
from notecode.text.nearest import meant


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMemo:
    """A memo, what it is on in words, and what it is linked with."""

    found: PlacedMemo
    wording: str
    neighbours: memos.Neighbours


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoList:
    """The memos that were asked for, and how many wait for a thing that is gone."""

    memos: tuple[ShownMemo, ...]
    gone: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenMemo:
    """What was done to which memo ("written", "changed", …), and which of its links are broken."""

    done: str
    id: str
    broken: tuple[Thing, ...] = ()


def list_memos(
    project: Project, words: str = "", *, on: str = "", coder: str = "", gone: bool = False
) -> MemoList:
    """Memos with all the words, or words that begin so; the newest change first.

    ``on`` is a kind of thing ("note") or a thing ("note:N2"); ``gone``: those whose thing is gone.

    Raises:
        UsageError: if ``on`` is neither.

    """
    thing = thing_of(on) if ":" in on or on == "project" else None
    if on and thing is None and on not in MEMO_KINDS:
        raise UsageError(
            f"{on!r} is nothing that a memo can be on",
            hint=f"Write one of {', '.join(MEMO_KINDS)}, or a thing: note:N2.",
        )
    with project.database() as db:
        kind = thing.kind if thing else on
        found = stored.find_memos(db, words, kind=kind, coder=coder, gone=gone)
        if thing is not None:
            wanted = {memo.id for memo in stored.memos_on(db, thing)}
            found = [each for each in found if each.memo.id in wanted]
        return MemoList(memos=_shown(project, db, found), gone=stored.count_of_gone(db))


def show_memos(project: Project, named: str) -> tuple[ShownMemo, ...]:
    """The memo of this id, or all memos on a thing ("note:N2").

    Raises:
        UsageError: if there is none.

    """
    with project.database() as db:
        thing = thing_of(named)
        if thing is None or thing.kind == "memo":
            ids = [memo_id(db, thing.id if thing else named)]
        else:
            ids = [memo.id for memo in stored.memos_on(db, thing)]
        found = stored.placed_memos(db, ids)
        if not ids:
            raise UsageError(f"there is no memo on {named}", hint="`notecode memo list` shows all.")
        return _shown(project, db, found)


def _shown(project: Project, db: Database, found: list[PlacedMemo]) -> tuple[ShownMemo, ...]:
    book = current_codebook(project, db)
    return tuple(
        ShownMemo(
            found=each,
            wording=memos.wording_of(each, book),
            neighbours=memos.neighbours(db, each.place or each.memo.on, each.memo, each.memo.text),
        )
        for each in found
    )


def memo_id(db: Database, named: str) -> str:
    """The id of the memo that is named by it or by its beginning.

    Raises:
        UsageError: if there is none, or more than one.

    """
    name = named.strip()
    found = stored.memo_ids(db, name) if name else []
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(
            f"{len(found)} memos begin with {name!r}", hint="Give more of the id, or all of it."
        )
    raise UsageError(f"there is no memo {name!r}", hint="`notecode memo list` shows their ids.")


def write_memo(
    project: Project,
    named: str,
    text: str,
    *,
    coder: str = "",
    add: bool = False,
    replace: bool = False,
) -> WrittenMemo:
    """Write a memo on a thing ("note:N2"), or another text for one ("memo:01H…").

    Where this coder has one there, the text is put below it (``add``) or in its place
    (``replace``); an empty text in its place deletes it.

    Raises:
        UsageError: if there is no such thing, or a memo and neither was said.
        CodingError: if the text is empty or too long.
        ConflictError: if somebody changed it just now.

    """
    with open_coding(project, coder) as session:
        thing = thing_of(named)
        if thing is not None and thing.kind == "memo":
            writing = memos.open_memo(session, memo_id(session.db, thing.id))
        else:
            try:
                writing = memos.begin(session, memos.thing_named(named))
            except CodingError as error:
                raise UsageError(error.what, hint=error.hint or _near(session.db, thing)) from error
        text = commands.clean(text)
        if writing.memo is None and not text:
            raise CodingError("there is nothing to write: the text is empty")
        if writing.memo is not None and not (add or replace):
            raise UsageError(
                f"there is a memo already: {writing.memo.id}",
                hint="Say --add to put the text below it, or --replace.",
            )
        if add and writing.stored:
            text = f"{writing.stored}\n\n{text}" if text else writing.stored
        change = writing.save(text)
        if change is None:
            return WrittenMemo(done="said already", id=writing.memo.id if writing.memo else "")
        each = change.memos[0]
        done = "written" if each.before is None else "changed" if each.after else "deleted"
        near = memos.neighbours(session.db, writing.on, writing.memo, writing.stored)
        return WrittenMemo(done=done, id=each.memo.id, broken=near.broken)


def _near(db: Database, thing: Thing | None) -> str:
    """Which id was probably meant."""
    if thing is None or thing.kind not in {"case", "note", "code"}:
        return ""
    return meant(thing.kind, thing.id, stored.labels_of(db, thing.kind))


def delete_memo(
    project: Project, named: str, *, coder: str = "", forget: bool = False
) -> tuple[str, str]:
    """Delete a memo, or ``forget`` it: then it is in no undo either.

    Returns its id, and what is to be said where a copy of it had to be left for a while, or "".
    A memo that was deleted can still be forgotten by its whole id.

    Raises:
        UsageError: if there is no such memo.
        ConflictError: if somebody changed it just now.

    """
    with open_coding(project, coder) as session:
        thing = thing_of(named)
        name = thing.id if thing and thing.kind == "memo" else named.strip()
        if forget and memos.forget(session, name.upper()):
            found = name.upper()
        elif forget:
            found = memo_id(session.db, name)
            memos.forget(session, found)
        else:
            found = memo_id(session.db, name)
            memos.delete(session, found)
        return found, facts.left_to_forget(session.db) if forget else ""
