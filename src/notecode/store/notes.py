"""Cases, anonymised notes and what belongs to them."""

import json
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from sqlite3 import Row

from notecode.errors import ConflictError, ProjectError
from notecode.model import Case, CaseValue, Flag, Mask, Mention, Note, Span, month_of_intervention
from notecode.store import pseudonyms, reanchoring, review
from notecode.store.connection import Database
from notecode.store.setting_aside import Stuck

_NOTE = "id, case_id, text, date, contact_type, author_role"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredNote:
    """A note as it is to be stored, with its masks and flags.

    ``carry`` says where spans of the text that is stored now stand in this one, and ``seen`` is
    the digest of that text, or "". ``rewritten``: the note was corrected in the export.
    """

    note: Note
    masks: tuple[Mask, ...] = ()
    flags: tuple[Flag, ...] = ()
    carry: reanchoring.Carry = reanchoring.carry_nothing
    seen: str = ""
    rewritten: bool = False


def save_cases(db: Database, cases: Iterable[Case], values: Iterable[CaseValue]) -> None:
    """Store cases and their attributes; a case that is there already is brought up to date."""
    with db.writing():
        for case in cases:
            _upsert_case(db, case)
        _upsert_values(db, values)


def _upsert_values(db: Database, values: Iterable[CaseValue]) -> None:
    db.execute_many(
        "INSERT INTO case_values (case_id, name, stage, state, value) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (case_id, name, stage) DO UPDATE"
        " SET state = excluded.state, value = excluded.value",
        [(v.case_id, v.name, v.stage, v.state, v.value) for v in values],
    )


def save_anonymised_case(
    db: Database,
    case: Case,
    notes: Sequence[StoredNote],
    values: Iterable[CaseValue] = (),
    *,
    settings: str,
    now: str,
    tags: Iterable[pseudonyms.Row] = (),
    identify: reanchoring.Identify = reanchoring.identify_as_before,
    also: Callable[[], None] | None = None,
    by_review: Container[str] | None = None,
    aside: bool = False,
) -> tuple[Stuck, ...]:
    """Store one case, its notes, values and tags in one transaction, and that the case is done.

    What lies on a note is carried to its new text. A note that is not among ``notes`` is left
    alone: an export may hold a part of a case. ``identify`` gives suggestions their ids where
    they stand now; ``also`` stores more in the same transaction. ``by_review``: a person's
    decision is why texts change, and lies on these notes: who has reviewed them knows of it.
    ``aside``: what has no certain place in a new text is set aside; returns what was.

    Raises:
        ProjectError: if something has no certain place in a note's new text, by id.
        ConflictError: if a text that is replaced has been replaced meanwhile.

    """
    with db.writing():
        signed_for = review.contents(db, case.id)
        start = _upsert_case(db, case)
        changes = _text_changes(db, case.id, notes)
        stuck = reanchoring.move_texts(db, case.id, changes, identify, now, aside=aside)
        _say_changed(db, changes, by_review or ())
        for stored in notes:
            _upsert_note(db, stored, start)
        review.drop_stale_sign_off(db, case.id, signed_for, now)
        _upsert_values(db, values)
        pseudonyms.save_tags(db, case.id, tags)
        _finish(db, case.id, [stored.note.id for stored in notes], settings, now)
        if also is not None:
            also()
        if by_review is None:
            db.execute(
                "INSERT INTO events (at, coder, action, summary, state)"
                " VALUES (?, '', 'anonymise', ?, 'logged')",
                (now, f"case {case.id}: {len(notes)} notes stored"),
            )
    return stuck


def _say_changed(
    db: Database, changes: Iterable[reanchoring.TextChange], by_review: Container[str]
) -> None:
    """Note that old texts are to be forgotten, and which notes changed otherwise than by review."""
    for change in changes:
        db.mark_to_forget()
        if change.note_id not in by_review:
            review.text_changed(db, change.note_id)


def _finish(db: Database, case_id: str, done: Sequence[str], settings: str, now: str) -> None:
    """Mark the case as done under these settings, unless others of its notes still are not."""
    lacking = db.value(
        "SELECT count(*) FROM notes n JOIN anonymised_cases a ON a.case_id = n.case_id"
        " WHERE n.case_id = ? AND a.settings != ?"
        " AND n.id NOT IN (SELECT value FROM json_each(?))",
        (case_id, settings, json.dumps(done)),
    )
    db.execute(
        "INSERT INTO anonymised_cases (case_id, settings, finished) VALUES (?, ?, ?)"
        " ON CONFLICT (case_id) DO UPDATE SET settings = excluded.settings,"
        " finished = excluded.finished",
        (case_id, "" if lacking else settings, now),
    )


def _upsert_case(db: Database, case: Case) -> date | None:
    """Store the case; returns the start that is known of it now."""
    before = _day(db.value("SELECT start_date FROM cases WHERE id = ?", (case.id,)))
    db.execute(
        "INSERT INTO cases (id, site, start_date, end_date) VALUES (?, ?, ?, ?)"
        # Without a case file a run knows neither dates nor, perhaps, the site: keep what is known.
        " ON CONFLICT (id) DO UPDATE SET"
        " site = CASE excluded.site WHEN '' THEN site ELSE excluded.site END,"
        " start_date = coalesce(excluded.start_date, start_date),"
        " end_date = coalesce(excluded.end_date, end_date)",
        (case.id, case.site, _iso(case.start), _iso(case.end)),
    )
    start = _day(db.value("SELECT start_date FROM cases WHERE id = ?", (case.id,)))
    if start == before:
        return start
    dated = db.rows("SELECT id, date FROM notes WHERE case_id = ?", (case.id,))
    db.execute_many(
        "UPDATE notes SET month = ? WHERE id = ?",
        [(month_of_intervention(_day(row["date"]), start), row["id"]) for row in dated],
    )
    return start


def _upsert_note(db: Database, stored: StoredNote, start: date | None) -> None:
    note = stored.note
    db.execute(
        "INSERT INTO notes (id, case_id, date, month, contact_type, author_role, text, sha256)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
        " month = excluded.month, date = excluded.date, contact_type = excluded.contact_type,"
        " author_role = excluded.author_role, text = excluded.text, sha256 = excluded.sha256",
        (
            note.id,
            note.case_id,
            _iso(note.date),
            month_of_intervention(note.date, start),
            note.contact_type,
            note.author_role,
            note.text,
            note.digest,
        ),
    )
    for table in ("masks", "flags"):
        db.execute(f"DELETE FROM {table} WHERE note_id = ?", (note.id,))
    db.execute_many(
        'INSERT INTO masks (note_id, start, "end", type, pseudonym, recogniser, score)'
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (note.id, m.span.start, m.span.end, m.type, m.pseudonym, m.recogniser, m.score)
            for m in stored.masks
        ],
    )
    db.execute_many(
        'INSERT INTO flags (note_id, start, "end", reason) VALUES (?, ?, ?, ?)',
        [(note.id, f.span.start, f.span.end, f.reason) for f in stored.flags],
    )


def _text_changes(
    db: Database, case_id: str, notes: Sequence[StoredNote]
) -> list[reanchoring.TextChange]:
    """The notes whose text is another one; a note belongs to one case."""
    known = {
        row["id"]: row
        for row in db.rows(
            "SELECT id, case_id, sha256 FROM notes WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps([stored.note.id for stored in notes]),),
        )
    }
    changes: list[reanchoring.TextChange] = []
    for stored in notes:
        row = known.get(stored.note.id)
        if row is None:
            continue
        if row["case_id"] != case_id:
            raise ProjectError(
                f"note {stored.note.id} is stored under case {row['case_id']}, not {case_id}",
                hint="Note ids must be unique in a project; check the id column of the export.",
            )
        if stored.seen and row["sha256"] != stored.seen:
            raise ConflictError(
                "the text of this note has been replaced meanwhile",
                where=f"note {stored.note.id}",
                hint="Nothing was changed; do it again on the text as it is now.",
            )
        if row["sha256"] != stored.note.digest:
            digests = (row["sha256"], stored.note.digest)
            carry = stored.carry
            rewritten = stored.rewritten or carry is reanchoring.carry_nothing
            changes.append(reanchoring.TextChange(stored.note.id, carry, digests, rewritten))
    return changes


def anonymised_cases(db: Database) -> dict[str, tuple[str, frozenset[str]]]:
    """Finished cases: settings digest under which each was done, and the ids of its notes."""
    notes: dict[str, set[str]] = {}
    for row in db.rows("SELECT id, case_id FROM notes"):
        notes.setdefault(row["case_id"], set()).add(row["id"])
    return {
        row["case_id"]: (row["settings"], frozenset(notes.get(row["case_id"], ())))
        for row in db.rows("SELECT case_id, settings FROM anonymised_cases")
    }


def load_cases(db: Database) -> list[Case]:
    """All cases, by id."""
    rows = db.rows("SELECT id, site, start_date, end_date FROM cases ORDER BY id")
    return [
        Case(id=r["id"], site=r["site"], start=_day(r["start_date"]), end=_day(r["end_date"]))
        for r in rows
    ]


def load_case_values(db: Database) -> list[CaseValue]:
    """All attributes and assessments as they count, by case, name and stage."""
    rows = db.rows(
        "SELECT case_id, name, stage, state, value, coder FROM case_record"
        " ORDER BY case_id, name, stage"
    )
    return [CaseValue(**dict(row)) for row in rows]


def load_note(db: Database, note_id: str) -> Note | None:
    """One note, or None if there is none of this id."""
    rows = db.rows(f"SELECT {_NOTE} FROM notes WHERE id = ?", (note_id,))
    return _note(rows[0]) if rows else None


def load_month(db: Database, note_id: str) -> int | None:
    """The month of the intervention in which a note lies; None if it is unknown."""
    month = db.value("SELECT month FROM notes WHERE id = ?", (note_id,))
    return None if month is None else int(str(month))


def load_months(db: Database) -> dict[str, int | None]:
    """The same of every note, by id."""
    return {row["id"]: row["month"] for row in db.rows("SELECT id, month FROM notes")}


def load_notes_to_suggest(db: Database, codebook_digest: str) -> list[Note]:
    """Notes that this version of the codebook has not been run over, in reading order."""
    rows = db.rows(
        f"SELECT {_NOTE} FROM notes n WHERE NOT EXISTS (SELECT 1 FROM suggested_notes s"
        " WHERE s.note_id = n.id AND s.codebook = ?) ORDER BY case_id, date, id",
        (codebook_digest,),
    )
    return [_note(row) for row in rows]


def load_notes(db: Database) -> list[Note]:
    """Every note, in reading order."""
    return [_note(row) for row in db.rows(f"SELECT {_NOTE} FROM notes ORDER BY case_id, date, id")]


def load_case_notes(db: Database, case_id: str) -> list[Note]:
    """The notes of one case, in reading order."""
    rows = db.rows(f"SELECT {_NOTE} FROM notes WHERE case_id = ? ORDER BY date, id", (case_id,))
    return [_note(row) for row in rows]


def load_masks(db: Database, note_id: str) -> tuple[Mask, ...]:
    """The masks of one note, in order."""
    rows = db.rows("SELECT * FROM masks WHERE note_id = ? ORDER BY start", (note_id,))
    return tuple(
        Mask(
            span=Span(r["start"], r["end"]),
            type=r["type"],
            pseudonym=r["pseudonym"],
            recogniser=r["recogniser"],
            score=r["score"],
        )
        for r in rows
    )


def load_mentions(db: Database, note_id: str) -> tuple[Mention, ...]:
    """The agency mentions of one note, in order."""
    rows = db.rows(
        'SELECT start, "end", agency, rule FROM agency_mentions WHERE note_id = ?'
        ' ORDER BY start, "end"',
        (note_id,),
    )
    return tuple(
        Mention(
            note_id=note_id, span=Span(r["start"], r["end"]), agency=r["agency"], rule=r["rule"]
        )
        for r in rows
    )


def load_flags(db: Database, note_id: str) -> tuple[Flag, ...]:
    """The places of one note that a person should look at, in order."""
    rows = db.rows(
        'SELECT start, "end", reason FROM flags WHERE note_id = ? ORDER BY start, "end"',
        (note_id,),
    )
    return tuple(Flag(span=Span(r["start"], r["end"]), reason=r["reason"]) for r in rows)


def _note(row: Row) -> Note:
    return Note(
        id=row["id"],
        case_id=row["case_id"],
        text=row["text"],
        date=_day(row["date"]),
        contact_type=row["contact_type"],
        author_role=row["author_role"],
    )


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
