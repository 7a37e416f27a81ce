"""Memos of one coder at work: opened, written, saved as they are typed, looked for and linked."""

from collections.abc import Sequence
from dataclasses import dataclass

from notecode.coding import memos as commands
from notecode.errors import CodingError, ConflictError
from notecode.memos import LINKED, MEMO_KINDS, links_in, thing_of
from notecode.model import Change, Codebook, Memo, PlacedMemo, Thing
from notecode.project.coding.session import CodingSession
from notecode.project.project import now
from notecode.store import memo_changes, references
from notecode.store import memos as stored
from notecode.store.connection import Database
from notecode.store.filtering import EVERY_NOTE

MOST_OFFERED = 20
"""Things of each kind that are offered for a link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """What a memo is linked with: where its links lead, those that are broken, and what links here.

    ``backlinks`` are the memos that link to it or to what it is on, ``beside`` the coders of the
    other memos that lie there.
    """

    links: tuple[Thing, ...] = ()
    broken: tuple[Thing, ...] = ()
    backlinks: tuple[PlacedMemo, ...] = ()
    beside: tuple[str, ...] = ()


class Writing:
    """One memo being written: what is stored of it, and the thing that it is on.

    The saves of one ``Writing`` that follow each other are one step for undo.
    """

    def __init__(self, session: CodingSession, on: Thing, memo: Memo | None) -> None:
        """Use ``begin`` or ``open_memo``."""
        self._session = session
        self.on = on
        self.memo = memo
        self._saves = 0

    @property
    def stored(self) -> str:
        """The text as it is stored, "" if nothing is yet."""
        return self.memo.text if self.memo else ""

    def says(self, text: str) -> bool:
        """Whether just this text is stored, whatever the characters it is written in."""
        if text.rstrip() == self.stored:
            return True
        try:
            return commands.clean(text) == commands.clean(self.stored)
        except CodingError:
            return False

    def save(self, text: str) -> Change | None:
        """Store the text; None if it says what is stored already. An empty text deletes the memo.

        Raises:
            ConflictError: if somebody else has changed the memo since; nothing is stored, and
                ``memo`` is theirs from now on.
            CodingError: if the text is too long.
            DatabaseError, WriteError: if it cannot be stored.

        """
        if self.says(text):
            return None
        text = commands.clean(text)
        hand = self._session.hand()
        if self.memo is None:
            change = commands.write(hand, self.on, text)
        else:
            change = commands.edit(hand, self.memo, text)
        try:
            self._session.store(change, joining=self._saves > 0)
        except ConflictError:
            self._take_theirs()
            raise
        self._saves += 1
        self.memo = change.memos[0].after
        return change

    def _take_theirs(self) -> None:
        """Go on from the memo as it stands now."""
        self._saves = 0
        db = self._session.db
        if self.memo is not None:
            self.memo = stored.load_memo(db, self.memo.id)
        if self.memo is None:
            self.memo = _mine(stored.memos_on(db, self.on), self._session.coder, self.on)

    def with_mine(self, text: str) -> str:
        """After a conflict: what is stored and ``text`` in one, for the coder to make one of."""
        return commands.both(self.stored, text)


def begin(session: CodingSession, on: Thing) -> Writing:
    """This coder's memo on a thing, to be written: the one that is there, or a new one.

    On a reference under which others were folded it may be one of theirs.

    Raises:
        CodingError: if there is no such thing.

    """
    check_thing(session.db, on)
    there = stored.memos_on(session.db, on)
    memo = _mine(there, session.coder, on) or next(
        (memo for memo in there if memo.coder == session.coder), None
    )
    return Writing(session, memo.on if memo else on, memo)


def open_memo(session: CodingSession, memo_id: str) -> Writing:
    """A memo, whoever began it, to be read and changed.

    Raises:
        CodingError: if there is none of this id.

    """
    memo = stored.load_memo(session.db, memo_id)
    if memo is None:
        raise CodingError(f"there is no memo {memo_id!r}")
    return Writing(session, memo.on, memo)


def _mine(memos: list[Memo], coder: str, on: Thing) -> Memo | None:
    return next((memo for memo in memos if memo.coder == coder and memo.on == on), None)


def delete(session: CodingSession, memo_id: str) -> Change:
    """Delete a memo, whoever began it; undo brings it back.

    Raises:
        CodingError: if there is none of this id.
        ConflictError: if somebody changed it just now.

    """
    memo = open_memo(session, memo_id).memo
    if memo is None:
        raise CodingError(f"there is no memo {memo_id!r}")
    change = commands.delete(session.hand(), memo)
    session.store(change)
    return change


def forget(session: CodingSession, memo_id: str) -> bool:
    """Take a memo out in all its versions, with no way back; whether there was any of it."""
    gone = memo_changes.forget_memo(session.db, memo_id, session.coder, now())
    if gone:
        session.db.forget_replaced_texts()
    return gone


def find(
    db: Database, words: str = "", *, kind: str = "", coder: str = "", gone: bool = False
) -> list[PlacedMemo]:
    """The memos with all these words (or words that begin so), the newest change first."""
    return stored.find_memos(db, words, kind=kind, coder=coder, gone=gone)


def ids_of(
    session: CodingSession, words: str = "", *, kind: str = "", gone: bool = False
) -> list[str]:
    """Ids of the memos that ``find`` finds: a list shows some of them at a time."""
    return stored.ids_of_memos(session.db, words, kind=kind, gone=gone)


def placed(session: CodingSession, ids: Sequence[str]) -> list[PlacedMemo]:
    """These memos with where they lie now."""
    return stored.placed_memos(session.db, ids)


def neighbours(db: Database, on: Thing, memo: Memo | None, text: str) -> Neighbours:
    """What a memo's text links to, which links lead nowhere, and which other memos link here."""
    things = tuple(dict.fromkeys(link.to for link in links_in(text)))
    here = [on, *([memo.thing] if memo else [])]
    key = memo.id if memo else ""
    return Neighbours(
        links=things,
        broken=tuple(thing for thing in things if not stored.is_there(db, thing)),
        backlinks=tuple(found for found in stored.links_to(db, here) if found.memo.id != key),
        beside=tuple(other.coder for other in stored.memos_on(db, on) if other.id != key),
    )


def note_to_show(session: CodingSession, thing: Thing) -> str:
    """The note in which a thing is to be seen: itself, its reference's, its case's first; or ""."""
    if thing.kind == "note":
        return thing.id if stored.is_there(session.db, thing) else ""
    if thing.kind == "reference":
        return stored.note_of(session.db, thing.id)
    if thing.kind == "case":
        return next(iter(session.note_ids(EVERY_NOTE.toggled("case", thing.id))), "")
    found = placed(session, [thing.id]) if thing.kind == "memo" else []
    place = found[0].place if found else None
    return note_to_show(session, place) if place else ""


def check_thing(db: Database, on: Thing) -> None:
    """Refuse what no memo can be on.

    Raises:
        CodingError: saying what there is not.

    """
    if on.kind not in MEMO_KINDS:
        raise CodingError("a memo on a memo is a link: [[memo:…]]")
    if not stored.is_there(db, on):
        raise CodingError(f"there is no {on.kind} {on.id!r}")


def thing_named(written: str) -> Thing:
    """What ``note:N2``, ``case:C1``, ``code:chasing``, ``reference:01H…`` or ``project`` names.

    Raises:
        CodingError: if it is written otherwise.

    """
    thing = thing_of(written)
    if thing is None or thing.kind not in MEMO_KINDS:
        kinds = ", ".join(f"{kind}:ID" for kind in MEMO_KINDS if kind != "project")
        raise CodingError(
            f"{written!r} is nothing that a memo can be on", hint=f"Write {kinds} or project."
        )
    return thing


def things_to_link(session: CodingSession, typed: str) -> list[tuple[Thing, str]]:
    """What a memo can link to, and in whose id or name all that is typed stands, with a wording.

    ``case:S1`` finds cases alone, and a kind by its name (``case``) comes before the rest.
    """
    kind, colon, rest = typed.strip().partition(":")
    if colon and kind in LINKED:
        found = stored.things_to_link(session.db, rest, MOST_OFFERED)
        return [each for each in found if each[0].kind == kind]
    found = stored.things_to_link(session.db, typed, MOST_OFFERED)
    if kind not in LINKED:
        return sorted(found, key=lambda each: _distance((each[0].id, each[1]), typed))
    all_of_it = stored.things_to_link(session.db, "", MOST_OFFERED)
    return [*(each for each in all_of_it if each[0].kind == kind), *found]


def _distance(names: tuple[str, ...], typed: str) -> int:
    """How far a thing is from what is typed: that is a name of it, begins one, or stands in one."""
    wanted, folded = typed.strip().casefold(), [name.casefold() for name in names]
    return 0 if wanted in folded else 1 if any(n.startswith(wanted) for n in folded) else 2


def in_words(session: CodingSession, text: str) -> str:
    """A memo's text with what its links to references and memos lead to, in words for their ids."""
    for link in reversed([*links_in(text)]):
        said = ""
        if link.to.kind == "reference":
            found = references.load_reference(session.db, link.to.id)
            if found is not None:
                said = f"{_label(session.codebook, found.code)} in note {found.note_id}"
        elif link.to.kind == "memo" and (memo := stored.load_memo(session.db, link.to.id)):
            said = f"memo on {wording_of_thing(session, memo.on)}"
        if said:
            text = f"{text[: link.start]}[[{said}]]{text[link.end :]}"
    return text


def wording_of_thing(session: CodingSession, thing: Thing) -> str:
    """What a memo is on, in a few words without any of the note."""
    book = session.codebook
    if thing.kind == "reference":
        reference = references.load_reference(session.db, thing.id)
        return f"{_label(book, reference.code)} here" if reference else "a reference"
    if thing.kind == "code":
        return f"code {_label(book, thing.id)}"
    return "the project" if thing.kind == "project" else f"{thing.kind} {thing.id}"


def wording_of(found: PlacedMemo, codebook: Codebook) -> str:
    """What a memo lies on, in a few words without any of the note."""
    place = found.place
    if place is None:
        return f"{found.memo.on.kind} that is gone"
    if place.kind == "project":
        return "project"
    if place.kind == "reference":
        return f"{_label(codebook, found.code)} in note {found.note_id}"
    if place.kind == "code":
        return f"code {_label(codebook, place.id)}"
    return f"{place.kind} {place.id}"


def _label(codebook: Codebook, code_id: str) -> str:
    code = codebook.code_by_id.get(code_id)
    return code.label if code else code_id
