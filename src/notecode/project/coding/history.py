"""Looking back: a coder's last actions, and all that is coded with a code."""

from collections.abc import Iterator
from typing import NamedTuple

from notecode.errors import CodingError
from notecode.model import Change, Codebook, Span
from notecode.project.coding import memos
from notecode.project.coding.case_values import place_of
from notecode.project.coding.session import CodingSession
from notecode.store import history, notes, references, suggestions
from notecode.store.connection import Database
from notecode.store.history import Event, Passage

__all__ = ["MOST", "Event", "Passage", "Where", "beneath", "last_actions", "passages", "where"]

MOST = 500
"""Actions that a list goes back."""


class Where(NamedTuple):
    """Where something was done: on a note, at a passage of it (None: the note as a whole)."""

    note_id: str
    span: Span | None


def last_actions(session: CodingSession, most: int = MOST) -> list[Event]:
    """This coder's last actions of all sessions, the newest first; undone ones are called so.

    One that the log has on no note, such as a memo on a reference, has the note that it is about
    all the same, or the case.
    """
    events = history.latest_events(session.db, session.coder, most)
    return [event if event.note_id else _placed(session, event) for event in events]


def _placed(session: CodingSession, event: Event) -> Event:
    change = references.logged_change(session.db, event.id)
    if change is None:
        return event
    note_id = _note_of_values(change) or _note_of_memo(session, change)
    note = notes.load_note(session.db, note_id) if note_id else None
    things = [each.memo.on for each in change.memos]
    cases = [on.id for on in things if on.kind == "case"]
    cases += [each.value.case_id for each in change.values]
    case_id = note.case_id if note else next(iter(cases), "")
    return event._replace(note_id=note.id if note else "", case_id=case_id)


def where(session: CodingSession, event: Event) -> Where:
    """Where an action was done, as far as it is known.

    Raises:
        CodingError: if it was done on no note.

    """
    change = references.logged_change(session.db, event.id)
    note_id = event.note_id
    if not note_id and change is not None:
        note_id = _note_of_values(change) or _note_of_memo(session, change)
        note_id = note_id or _note_of_case(session, change)
    if not note_id:
        raise CodingError("that was done on no note", hint=event.summary)
    return Where(note_id, _span(session, change, note_id) if change else None)


def _note_of_values(change: Change) -> str:
    values = [value for each in change.values for value in (each.after, each.before)]
    return next((value.note_id for value in values if value is not None and value.note_id), "")


def _note_of_memo(session: CodingSession, change: Change) -> str:
    """The note that a memo is on, or on whose reference it is; "" if on none, or that is gone."""
    things = [each.memo.on for each in change.memos]
    lie_on = (memos.note_to_show(session, on) for on in things if on.kind in ("note", "reference"))
    return next(lie_on, "")


def _note_of_case(session: CodingSession, change: Change) -> str:
    """The first note of the case that a memo is on."""
    things = [each.memo.on for each in change.memos]
    return next((memos.note_to_show(session, on) for on in things if on.kind == "case"), "")


def _span(session: CodingSession, change: Change, note_id: str) -> Span | None:
    for reference in (*change.added, *change.removed):
        return reference.span
    for decision in change.decisions:
        made = suggestions.suggestion_ever_made(session.db, decision.suggestion)
        if made is not None:
            return made.span
    for each in change.memos:
        made_on = references.load_reference(session.db, each.memo.on.id)
        if each.memo.on.kind == "reference" and made_on is not None:
            return made_on.span
    return place_of(change, note_id)


def beneath(codebook: Codebook, code_id: str) -> tuple[str, ...]:
    """A code, by its id, and all that lie under it."""
    return tuple(
        code.id
        for code in codebook.codes
        if any(step.id == code_id for step in codebook.path(code.id))
    ) or (code_id,)


def passages(db: Database, coder: str, codebook: Codebook, code_id: str) -> Iterator[list[Passage]]:
    """All that a coder has coded with a code, or with one under it, in reading order."""
    yield history.passages_of(db, coder, beneath(codebook, code_id))
