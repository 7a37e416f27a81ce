"""Carrying what lies on a note to its new text: references, suggestions, mentions, the undo log.

Positions and digests of the replaced text are kept nowhere, the log included: from them and the
new text it could be worked out how long a masked name was, or tried out which one it was.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from notecode.case_values import SET_VALUE
from notecode.errors import ProjectError
from notecode.model import Reference, Span, Suggestion
from notecode.store import folding
from notecode.store import references as stored_references
from notecode.store import suggestions as stored_suggestions
from notecode.store.bookmarks import move_bookmarks
from notecode.store.coded_values import carry_logged_values, move_values, stuck_values
from notecode.store.connection import Database
from notecode.store.done_notes import drop_done
from notecode.store.logged import logged_values
from notecode.store.setting_aside import Stuck, set_aside

Carry = Callable[[Span], Span | None]
"""Where a span of a note's text stands in its new text; None if that is not certain."""

Identify = Callable[[Suggestion], str]
"""The id that a suggestion has where it stands now."""

_NAMED = 5
"""Notes, and things on each, that an error names one by one."""

_ASIDE = 1 << 40
"""Added to positions while they are changed, so that none is met by another on its way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """What lies on one note, and where it goes; ``dropped`` suggestions are named by nothing.

    ``stuck`` has no certain place.
    """

    note_id: str
    references: tuple[tuple[Reference, Span], ...]
    suggestions: tuple[tuple[Suggestion, Suggestion], ...]
    dropped: tuple[str, ...]
    stuck: Stuck


def carry_nothing(span: Span) -> None:
    """The carrier of a note whose new text has nothing to do with the old one."""
    del span


def identify_as_before(suggestion: Suggestion) -> str:
    """The id that the suggestion has."""
    return suggestion.id


@dataclass(frozen=True, slots=True)
class TextChange:
    """One note whose text is replaced; ``digests`` are those of the old text and the new one.

    ``rewritten``: it was corrected in the export, so what coders read is not what stands there.
    """

    note_id: str
    carry: Carry
    digests: tuple[str, str]
    rewritten: bool = False


def move_texts(
    db: Database,
    case_id: str,
    changes: Sequence[TextChange],
    identify: Identify,
    now: str,
    *,
    aside: bool = False,
) -> tuple[Stuck, ...]:
    """Carry all that lies on these notes to their new texts, inside ``writing``.

    What has no certain place is set aside if ``aside`` says so; returns what that was.

    Raises:
        ProjectError: if something else would lose its place; all of it is named by id.

    """
    for change in changes:
        folding.unfold_note(db, change.note_id)
    plans = [plan_moves(db, change.note_id, change.carry, identify) for change in changes]
    stuck = tuple(plan.stuck for plan in plans if plan.stuck.size)
    if stuck and not aside:
        raise _refusal(case_id, stuck)
    for change, plan in zip(changes, plans, strict=True):
        set_aside(db, plan.stuck, now)
        _move(db, plan, change, now)
        move_bookmarks(db, change.note_id, change.carry)
        move_values(db, change.note_id, change.carry)
        if change.rewritten or plan.stuck.size:
            drop_done(db, change.note_id)
        folding.fold_note(db, change.note_id)
    return stuck


def _refusal(case_id: str, stuck: Sequence[Stuck]) -> ProjectError:
    places = [
        f"note {item.note_id} ({', '.join(what)})"
        for item in stuck
        if (
            what := [
                *(f"reference {id_}" for id_ in item.references[:_NAMED]),
                *(f"decision on suggestion {id_}" for id_ in item.suggestions[:_NAMED]),
                *(f"support of {name!r}" for name in item.values[:_NAMED]),
            ]
        )
    ]
    more = f" and {len(places) - _NAMED} more" if len(places) > _NAMED else ""
    return ProjectError(
        f"{len(stuck)} coded notes of case {case_id} would change under what was coded or decided"
        " on them, which has no certain place in the new text",
        where="; ".join(places[:_NAMED]) + more,
        hint="Nothing of this case was changed. The note was corrected in the export just there, or"
        " tags side by side can be read in two ways. Mend it there, or run `notecode anonymise`"
        " with --set-aside: the case is taken in, and these wait to be decided again.",
    )


def plan_moves(db: Database, note_id: str, carry: Carry, identify: Identify) -> Moves:
    """Where everything on a note goes, and what of it has no certain place."""
    references = stored_references.all_references_on(db, note_id)
    placed = [(item, carry(item.span)) for item in references]
    moved = [(item, span) for item, span in placed if span is not None]
    stuck = [item.id for item, span in placed if span is None]
    stuck += _meeting((item.id, (item.coder, span, item.code)) for item, span in moved)
    named = _named(db, note_id)
    suggestions, dropped, homeless = _plan_suggestions(db, note_id, carry, identify, named)
    return Moves(
        note_id=note_id,
        references=tuple((item, span) for item, span in moved if item.id not in stuck),
        suggestions=tuple(suggestions),
        dropped=tuple(dropped),
        stuck=Stuck(
            note_id=note_id,
            references=tuple(stuck),
            suggestions=tuple(homeless),
            values=stuck_values(db, note_id, carry),
        ),
    )


def _meeting(placed: Iterable[tuple[str, object]]) -> list[str]:
    """Ids of what would lie where another lies already."""
    seen: set[object] = set()
    found = []
    for item, place in placed:
        if place in seen:
            found.append(item)
        seen.add(place)
    return found


def _named(db: Database, note_id: str) -> set[str]:
    """Suggestions of a note that a decision, a reference or the undo log names."""
    rows = db.rows(
        "SELECT d.suggestion_id FROM decisions d JOIN suggestions s ON s.id = d.suggestion_id"
        " WHERE s.note_id = :note UNION SELECT suggestion FROM coded_references"
        " WHERE note_id = :note AND suggestion IS NOT NULL",
        {"note": note_id},
    )
    named = {row[0] for row in rows}
    for row in _logged(db, note_id):
        named |= _named_in(logged_values(row["id"], row["change"]))
    return named - {""}


def _named_in(logged: Mapping[str, Any]) -> set[str]:
    """The suggestions that a logged change names."""
    return {
        item["suggestion"] for item in (*logged["decisions"], *logged["removed"], *logged["added"])
    }


def _logged(db: Database, note_id: str) -> list[Any]:
    """The logged changes on a note, and those of values with a passage of it, before or after."""
    return db.rows(
        "SELECT id, note_id, change, state FROM events WHERE note_id = ? AND change IS NOT NULL"
        " UNION SELECT id, note_id, change, state FROM events"
        f" WHERE action = '{SET_VALUE}' AND change IS NOT NULL AND instr(change, ?)",
        (note_id, json.dumps(note_id)),
    )


def _plan_suggestions(
    db: Database, note_id: str, carry: Carry, identify: Identify, named: set[str]
) -> tuple[list[tuple[Suggestion, Suggestion]], list[str], list[str]]:
    """Suggestions with their new form, ids of those to drop, ids of those without a place."""
    moved: dict[str, tuple[Suggestion, Suggestion]] = {}
    dropped: list[str] = []
    homeless: list[str] = []
    found = stored_suggestions.all_suggestions_on(db, note_id)
    for item in sorted(found, key=lambda item: item.id not in named):
        span = carry(item.span)
        if span is not None:
            evidence = tuple(e for e in map(carry, item.evidence) if e is not None)
            there = replace(item, span=span, evidence=evidence)
            there = replace(there, id=identify(there))
            if there.id not in moved:
                moved[there.id] = (item, there)
                continue
        (homeless if item.id in named else dropped).append(item.id)
    return list(moved.values()), dropped, homeless


def _move(db: Database, moves: Moves, change: TextChange, now: str) -> None:
    db.rows("PRAGMA defer_foreign_keys = ON")
    ids = _move_suggestions(db, moves)
    _move_references(db, moves)
    mentions = _move_mentions(db, moves.note_id, change.carry)
    lost = _move_log(db, change, ids, frozenset(moves.stuck.suggestions))
    db.execute("DELETE FROM suggested_notes WHERE note_id = ?", (moves.note_id,))
    summary = (
        f"{len(moves.references)} references, {len(moves.suggestions)} suggestions and"
        f" {mentions} mentions carried to the new text"
    )
    if lost:
        summary += f"; {lost} actions can no longer be undone: their place is not certain"
    db.execute(
        "INSERT INTO events (at, coder, action, note_id, summary, state)"
        " VALUES (?, '', 'text replaced', ?, ?, 'logged')",
        (now, moves.note_id, summary),
    )


def _move_suggestions(db: Database, moves: Moves) -> dict[str, str]:
    """Give the suggestions their new places and ids; the new ids by the old ones."""
    for old in moves.dropped:
        db.execute("DELETE FROM suggestions WHERE id = ?", (old,))
    ids = {old.id: new.id for old, new in moves.suggestions}
    # By way of an id that nothing has: one's new id may be another's old one.
    steps = [(old, f"moving {old}") for old in ids]
    steps += [(f"moving {old}", new) for old, new in ids.items()]
    for before, after in steps:
        for table, column in (
            ("suggestions", "id"),
            ("decisions", "suggestion_id"),
            ("coded_references", "suggestion"),
        ):
            db.execute(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", (after, before))
    db.execute_many(
        'UPDATE suggestions SET start = ?, "end" = ?, evidence = ? WHERE id = ?',
        [
            (
                new.span.start,
                new.span.end,
                json.dumps([[e.start, e.end] for e in new.evidence]),
                new.id,
            )
            for _, new in moves.suggestions
        ],
    )
    return ids


def _move_references(db: Database, moves: Moves) -> None:
    db.execute(
        'UPDATE coded_references SET start = start + ?, "end" = "end" + ? WHERE note_id = ?',
        (_ASIDE, _ASIDE, moves.note_id),
    )
    db.execute_many(
        'UPDATE coded_references SET start = ?, "end" = ? WHERE id = ?',
        [(span.start, span.end, item.id) for item, span in moves.references],
    )


def _move_mentions(db: Database, note_id: str, carry: Carry) -> int:
    """Carry the mentions; one without a certain place is left to the next run of the rules."""
    rows = db.rows('SELECT start, "end", agency, rule FROM mentions WHERE note_id = ?', (note_id,))
    placed = [(row, carry(Span(row["start"], row["end"]))) for row in rows]
    db.execute("DELETE FROM mentions WHERE note_id = ?", (note_id,))
    db.execute_many(
        'INSERT OR IGNORE INTO mentions (note_id, start, "end", agency, rule)'
        " VALUES (?, ?, ?, ?, ?)",
        [
            (note_id, span.start, span.end, row["agency"], row["rule"])
            for row, span in placed
            if span is not None
        ],
    )
    return sum(span is not None for _, span in placed)


def _move_log(
    db: Database, change: TextChange, ids: Mapping[str, str], gone: frozenset[str]
) -> int:
    """Carry the logged changes; the number of actions that can no longer be undone or redone."""
    lost = 0
    for row in _logged(db, change.note_id):
        of_note = row["note_id"] == change.note_id
        logged = _carried(logged_values(row["id"], row["change"]), change, ids, of_note=of_note)
        if logged is not None and not _named_in(logged) & gone:
            db.execute("UPDATE events SET change = ? WHERE id = ?", (json.dumps(logged), row["id"]))
            continue
        lost += row["state"] in {"done", "undone"}
        # It stays where it is in the log: undo says that it cannot be undone, and goes on.
        db.execute("UPDATE events SET change = NULL WHERE id = ?", (row["id"],))
    return lost


def _carried(
    logged: dict[str, Any], change: TextChange, ids: Mapping[str, str], *, of_note: bool
) -> dict[str, Any] | None:
    """A logged change in terms of the new text; None if it has no certain place there."""
    if not carry_logged_values(logged, change.note_id, change.carry):
        return None
    if not of_note:
        return logged
    before, after = change.digests
    if logged["note_digest"] != before:
        return None
    logged["note_digest"] = after
    for reference in (*logged["removed"], *logged["added"]):
        span = change.carry(Span(reference["span"]["start"], reference["span"]["end"]))
        if span is None:
            return None
        reference["span"] = {"start": span.start, "end": span.end}
        reference["suggestion"] = ids.get(reference["suggestion"], reference["suggestion"])
    for decision in logged["decisions"]:
        decision["suggestion"] = ids.get(decision["suggestion"], decision["suggestion"])
    return logged
