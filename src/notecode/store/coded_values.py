"""Values of cases that coders read in the notes: stored beside the case record, and carried."""

from collections.abc import Callable, Iterable
from sqlite3 import Row
from typing import Any

from notecode.case_values import SET_VALUE
from notecode.errors import ConflictError
from notecode.model import CaseEntry, CaseValue, Change, CodedValue, Span, ValueChange
from notecode.store.connection import Database
from notecode.store.logged import logged_values

_COLUMNS = 'case_id, name, stage, state, value, coder, at, note_id, start, "end"'
_WHOSE = "case_id = ? AND name = ? AND stage = ? AND coder = ?"


def case_entries(db: Database, case_id: str) -> list[CaseEntry]:
    """All that is recorded or coded of one case, by name and stage, with what counts of it."""
    recorded = {
        (row["name"], row["stage"]): CaseValue(**dict(row))
        for row in db.rows(
            "SELECT case_id, name, stage, state, value FROM case_values WHERE case_id = ?",
            (case_id,),
        )
    }
    coded: dict[tuple[str, str], list[CodedValue]] = {}
    for row in db.rows(
        f"SELECT {_COLUMNS} FROM coded_case_values WHERE case_id = ? ORDER BY at, coder", (case_id,)
    ):
        coded.setdefault((row["name"], row["stage"]), []).append(_coded(row))
    entries = []
    for place in sorted({*recorded, *coded}):
        own = tuple(coded.get(place, ()))
        entries.append(
            CaseEntry(
                value=own[-1] if own else recorded[place],
                recorded=recorded.get(place),
                coded=own,
            )
        )
    return entries


def coded_value(db: Database, case_id: str, name: str, stage: str, coder: str) -> CodedValue | None:
    """What this coder has coded of one attribute at one stage, or None."""
    rows = db.rows(
        f"SELECT {_COLUMNS} FROM coded_case_values WHERE {_WHOSE}", (case_id, name, stage, coder)
    )
    return _coded(rows[0]) if rows else None


def coded_by_line(db: Database) -> dict[tuple[str, str], int]:
    """By attribute and stage, how many values that count were coded from the notes."""
    rows = db.rows(
        "SELECT name, stage, count(*) FROM case_record WHERE coder != '' GROUP BY name, stage"
        " ORDER BY name, stage"
    )
    return {(row[0], row[1]): row[2] for row in rows}


def coded_by_attribute(db: Database) -> dict[str, int]:
    """The same by attribute, of all its stages together."""
    found: dict[str, int] = {}
    for (name, _), number in coded_by_line(db).items():
        found[name] = found.get(name, 0) + number
    return found


def contradictions(db: Database) -> dict[str, int]:
    """By attribute, how many coded values the case record, which has one, says otherwise."""
    rows = db.rows(
        "SELECT name, state, value, recorded_state, recorded_value FROM case_record"
        " WHERE coder != '' AND recorded_state IN ('value', 'absent') ORDER BY name"
    )
    found: dict[str, int] = {}
    for row in rows:
        coded, recorded = (
            CaseValue(case_id="", name="", state=state, value=value)
            for state, value in ((row[1], row[2]), (row[3], row[4]))
        )
        if coded.said != recorded.said:
            found[row["name"]] = found.get(row["name"], 0) + 1
    return found


def apply_values(db: Database, change: Change) -> None:
    """Write, change and delete the coded values of a change, inside ``writing``.

    Raises:
        ConflictError: if one is not as it was by now, or its note's text is another one; nothing
            may be stored then.

    """
    for each in change.values:
        known = each.value
        place = (known.case_id, known.name, known.stage, known.coder)
        if coded_value(db, *place) != each.before:
            raise ConflictError(
                "this value has been set in another window meanwhile",
                where=f"case {known.case_id}",
                hint="Nothing was overwritten.",
            )
        _check_place(db, change, each)
        db.execute(f"DELETE FROM coded_case_values WHERE {_WHOSE}", place)
        if each.after is not None:
            _insert(db, each.after)


def _check_place(db: Database, change: Change, each: ValueChange) -> None:
    """The passage was read in the text that the note has now."""
    after = each.after
    if after is None or not after.note_id or after.note_id != change.note_id:
        return
    if db.value("SELECT sha256 FROM notes WHERE id = ?", (after.note_id,)) != change.note_digest:
        raise ConflictError(
            "the text of this note is another by now",
            where=f"note {after.note_id}",
            hint="Nothing was changed; open the note again to see it as it is.",
        )


def _insert(db: Database, value: CodedValue) -> None:
    v = value
    place = (v.note_id, v.start, v.end) if v.note_id else (None, None, None)
    db.execute(
        f"INSERT INTO coded_case_values ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (v.case_id, v.name, v.stage, v.state, v.value, v.coder, v.at, *place),
    )


def _coded(row: Row) -> CodedValue:
    return CodedValue(
        case_id=row["case_id"],
        name=row["name"],
        stage=row["stage"],
        state=row["state"],
        value=row["value"],
        coder=row["coder"],
        at=row["at"],
        note_id=row["note_id"] or "",
        start=row["start"] or 0,
        end=row["end"] or 0,
    )


def value_changes_from_json(stored: Iterable[dict[str, Any]]) -> tuple[ValueChange, ...]:
    """The changes of values that ``asdict`` turned into this."""
    return tuple(
        ValueChange(
            before=CodedValue(**each["before"]) if each["before"] else None,
            after=CodedValue(**each["after"]) if each["after"] else None,
        )
        for each in stored
    )


def forget_value(db: Database, place: tuple[str, str, str, str], now: str) -> int:
    """Take out all that a coder ever coded of a line, the log included; how many actions it was.

    ``place`` is case, attribute, stage and coder. Nothing of it can be undone or done again. It is
    gone from the write-ahead log too once ``Database.forget_replaced_texts`` says so.
    """
    case_id, *_, coder = place
    with db.writing():
        db.execute(f"DELETE FROM coded_case_values WHERE {_WHOSE}", place)
        logged = db.rows(
            # Of all a coder did these are few: the index of them is smaller than that by coder.
            "SELECT id, summary, change FROM events INDEXED BY events_of_values"
            f" WHERE action = '{SET_VALUE}' AND coder = ? AND change IS NOT NULL",
            (coder,),
        )
        gone = [row for row in logged if _is_of(logged_values(row["id"], row["change"]), place)]
        for row in gone:
            # What was undone and done again is told in lines of their own, in the same words.
            db.execute(
                "UPDATE events SET summary = ?, change = NULL, state = 'logged'"
                " WHERE id = ? OR (coder = ? AND summary = ? AND action IN ('undo', 'redo'))",
                (f"{case_id}: forgotten", row["id"], coder, row["summary"]),
            )
        if gone:
            db.execute(
                "INSERT INTO events (at, coder, action, summary, state)"
                " VALUES (?, ?, 'forget value', ?, 'logged')",
                (now, coder, f"case {case_id}"),
            )
            db.mark_to_forget()
    return len(gone)


def _is_of(logged: dict[str, Any], place: tuple[str, str, str, str]) -> bool:
    known = (each["after"] or each["before"] for each in logged["values"])
    return any((v["case_id"], v["name"], v["stage"], v["coder"]) == place for v in known)


# What lies on a note goes with its text


def stuck_values(
    db: Database, note_id: str, carry: Callable[[Span], Span | None]
) -> tuple[str, ...]:
    """The attributes whose passage on this note has no certain place in its new text, by name."""
    rows = db.rows(
        'SELECT DISTINCT name, start, "end" FROM coded_case_values WHERE note_id = ? ORDER BY name',
        (note_id,),
    )
    lost = [row["name"] for row in rows if carry(Span(row["start"], row["end"])) is None]
    return tuple(dict.fromkeys(lost))


def move_values(db: Database, note_id: str, carry: Callable[[Span], Span | None]) -> int:
    """Carry the passages on a note to its new text, inside ``writing``; returns how many.

    There are none without a certain place (see ``stuck_values``).
    """
    rows = db.rows(
        f'SELECT {_COLUMNS} FROM coded_case_values WHERE note_id = ? ORDER BY start, "end"',
        (note_id,),
    )
    for row in rows:
        moved = carry(Span(row["start"], row["end"]))
        if moved is not None:
            db.execute(
                f'UPDATE coded_case_values SET start = ?, "end" = ? WHERE {_WHOSE}',
                (moved.start, moved.end, row["case_id"], row["name"], row["stage"], row["coder"]),
            )
    return len(rows)


def carry_logged_values(
    logged: dict[str, Any], note_id: str, carry: Callable[[Span], Span | None]
) -> bool:
    """Bring the passages in a logged change to a note's new text; False if one has no place."""
    for each in logged.get("values", ()):
        for value in filter(None, (each["before"], each["after"])):
            if value["note_id"] != note_id:
                continue
            span = carry(Span(value["start"], value["end"]))
            if span is None:
                return False
            value["start"], value["end"] = span.start, span.end
    return True
