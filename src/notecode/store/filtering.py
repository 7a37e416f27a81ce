"""Which notes the coder lists: filters that combine, and how many notes each value has.

Values of one facet are alternatives, but for states, all of which must hold; facets hold together.
"""

import datetime
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from notecode.store.connection import Database
from notecode.store.done_notes import DONE
from notecode.store.search import read_query
from notecode.store.suggestions import OPEN

State = Literal["uncoded", "coded", "done", "not done", "suggested", "flagged", "bookmarked"]
"""Of this coder: neither coded nor done, with a reference, marked as done or not.

Then: with open suggestions, a doubtful place, a bookmark.
"""

Facet = Literal[
    "state", "site", "case", "agency", "code", "contact", "role", "month", "coder", "date"
]

STATES: tuple[State, ...] = get_args(State)
FACETS: tuple[Facet, ...] = get_args(Facet)

_AT_FIRST = 64  # notes looked at for the next in a state


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteFilter:
    """What a note must have to be listed.

    ``values`` are by facet, in the order in which they were asked for: ids of codes (with those
    under them), agencies (mentioned or coded) and cases, and texts as stored; "" is the unknown.
    A month is that of the intervention, a date a month of the calendar as "2024-03".
    Codes and agencies are those of the coders asked for, else one's own. ``since`` and ``until``
    are both inside. ``text`` is a search in which every word may go on.
    """

    values: tuple[tuple[Facet, str], ...] = ()
    since: datetime.date | None = None
    until: datetime.date | None = None
    text: str = ""

    def __bool__(self) -> bool:
        return bool(self.values or self.since or self.until or self.text)

    def of(self, facet: Facet) -> tuple[str, ...]:
        """The values asked for of one facet."""
        return tuple(value for known, value in self.values if known == facet)

    def toggled(self, facet: Facet, value: str) -> "NoteFilter":
        """With this value, or without it if it was there; it drops states that exclude it."""
        if (facet, value) in self.values:
            return self._keeping(pair for pair in self.values if pair != (facet, value))
        excluded = _EXCLUDED.get(value, ()) if facet == "state" else ()
        kept = (p for p in self.values if p[0] != "state" or p[1] not in excluded)
        return self._keeping((*kept, (facet, value)))

    def without(self, facet: Facet) -> "NoteFilter":
        """Whatever this facet is."""
        return self._keeping(pair for pair in self.values if pair[0] != facet)

    def _keeping(self, values: "Iterable[tuple[Facet, str]]") -> "NoteFilter":
        return replace(self, values=tuple(values))


_EXCLUDED: dict[str, tuple[State, ...]] = {
    "uncoded": ("coded", "done"),
    "coded": ("uncoded",),
    "done": ("uncoded", "not done"),
    "not done": ("done",),
}

EVERY_NOTE = NoteFilter()
"""The filter that every note passes."""

_OF_CODERS = (
    "r.coder IN (SELECT value FROM json_each(iif(:coder_values = '[]', json_array(:coder),"
    " :coder_values)))"
)
_IN_CODES = (
    "(:code_values = '[]' OR r.code IN (SELECT code FROM code_ancestors WHERE ancestor IN"
    " (SELECT coalesce(e.heir, v.value) FROM json_each(:code_values) v"
    " LEFT JOIN codes e ON e.id = v.value)))"
)
_OWN = "SELECT 1 FROM coded_references r WHERE r.note_id = n.id AND r.coder = :coder"
STATE_CONDITIONS: dict[str, str] = {
    "uncoded": f"NOT EXISTS ({_OWN}) AND NOT {DONE}",
    "coded": f"EXISTS ({_OWN})",
    "done": DONE,
    "not done": f"NOT {DONE}",
    "suggested": f"EXISTS (SELECT 1 FROM suggestions s WHERE s.note_id = n.id AND {OPEN})",
    "flagged": "EXISTS (SELECT 1 FROM flags f WHERE f.note_id = n.id)",
    "bookmarked": "EXISTS (SELECT 1 FROM bookmarks b WHERE b.note_id = n.id AND b.coder = :coder)",
}
"""SQL that is true of a note ``n`` in this state; takes ``:coder``."""

_ASKED_AGENCY = (
    "a.agency IN (SELECT coalesce(e.heir, v.value) FROM json_each(:agency_values) v"
    " LEFT JOIN agencies e ON e.id = v.value)"
)
_MENTIONED = f"SELECT a.note_id FROM agency_mentions a WHERE {_ASKED_AGENCY}"
_IN_FACET: dict[Facet, str] = {
    "site": "n.case_id IN (SELECT id FROM cases WHERE site IN (SELECT value FROM"
    " json_each(:site_values)))",
    "case": "n.case_id IN (SELECT value FROM json_each(:case_values))",
    "agency": f"n.id IN ({_MENTIONED} UNION SELECT r.note_id FROM reference_agencies a JOIN"
    f" coded_references r ON r.id = a.reference_id WHERE {_ASKED_AGENCY} AND {_OF_CODERS})",
    "contact": "n.contact_type IN (SELECT value FROM json_each(:contact_values))",
    "role": "n.author_role IN (SELECT value FROM json_each(:role_values))",
    "month": "coalesce(n.month, '') IN (SELECT value FROM json_each(:month_values))",
    "date": "coalesce(substr(n.date, 1, 7), '') IN (SELECT value FROM json_each(:date_values))",
}
_CODED_BY = f"n.id IN (SELECT r.note_id FROM coded_references r WHERE {_OF_CODERS} AND {_IN_CODES})"

_COUNTED_OVER: dict[Facet, tuple[str, str]] = {
    "site": ("c.site", "JOIN cases c ON c.id = n.case_id"),
    "case": ("n.case_id", ""),
    "contact": ("n.contact_type", ""),
    "role": ("n.author_role", ""),
    "month": ("coalesce(n.month, '')", ""),
    "date": ("coalesce(substr(n.date, 1, 7), '')", ""),
    "code": (
        "a.ancestor",
        f"JOIN coded_references r ON r.note_id = n.id AND {_OF_CODERS}"
        " JOIN code_ancestors a ON a.code = r.code",
    ),
    "coder": ("r.coder", f"JOIN coded_references r ON r.note_id = n.id AND {_IN_CODES}"),
    "agency": (
        "g.agency",
        "JOIN (SELECT note_id, agency FROM agency_mentions UNION ALL"
        " SELECT r.note_id, a.agency FROM coded_references r"
        " JOIN reference_agencies a ON a.reference_id = r.id"
        f" WHERE {_OF_CODERS}) g ON g.note_id = n.id",
    ),
}
"""What the notes of a facet are counted by, and the tables in which it stands."""

_AGENCY_OF_CODER = (
    f"(:agency_values = '[]' OR n.id IN ({_MENTIONED}) OR EXISTS (SELECT 1 FROM coded_references o"
    " JOIN reference_agencies a ON a.reference_id = o.id WHERE o.note_id = n.id"
    f" AND o.coder = r.coder AND {_ASKED_AGENCY}))"
)
"""That an agency asked for is mentioned, or attached by the coder who is counted."""


def conditions(wanted: NoteFilter) -> str:
    """The SQL that lets a note ``n`` through; takes the parameters of ``parameters``."""
    where = [_IN_FACET[facet] for facet in FACETS if facet in _IN_FACET and wanted.of(facet)]
    where += [STATE_CONDITIONS[state] for state in wanted.of("state")]
    if wanted.of("code") or wanted.of("coder"):
        where.append(_CODED_BY)
    if wanted.since:
        where.append("n.date >= :since")
    if wanted.until:
        where.append("n.date <= :until")
    if wanted.text.strip():
        where.append("n.rowid IN (SELECT rowid FROM notes_text WHERE notes_text MATCH :text)")
    return " AND ".join(where) or "1"


def parameters(wanted: NoteFilter, coder: str) -> dict[str, object]:
    """What a statement with ``conditions`` takes."""
    texts = {f"{facet}_values": json.dumps(_stored(wanted, facet)) for facet in FACETS}
    return {
        **texts,
        "coder": coder,
        "since": wanted.since.isoformat() if wanted.since else None,
        "until": wanted.until.isoformat() if wanted.until else None,
        # A query of FTS5 that finds nothing stands for a text without a letter in it.
        "text": read_query(wanted.text, beginnings=True).fts or '""',
    }


def _stored(wanted: NoteFilter, facet: Facet) -> list[object]:
    """The values as they are stored: months in numbers."""
    values = wanted.of(facet)
    return [int(v) if v else "" for v in values] if facet == "month" else list(values)


def filtered_ids(db: Database, wanted: NoteFilter, coder: str) -> list[str]:
    """Ids of the notes that pass, in reading order: case, date, id."""
    found = db.stream(
        f"SELECT n.id FROM notes n WHERE {conditions(wanted)} ORDER BY n.case_id, n.date, n.id",
        parameters(wanted, coder),
    )
    return [note_id for (note_id,) in found]


def keep_passing(db: Database, wanted: NoteFilter, coder: str) -> list[str]:
    """The ids that ``filtered_ids`` gives; the notes are set aside for ``facet_counts``."""
    found = list(
        db.stream(
            f"SELECT n.id, n.rowid FROM notes n WHERE {conditions(wanted)}"
            " ORDER BY n.case_id, n.date, n.id",
            parameters(wanted, coder),
        )
    )
    db.rows("PRAGMA temp_store = MEMORY")
    with db.setting_aside():
        db.execute("CREATE TEMP TABLE IF NOT EXISTS passing (note INTEGER PRIMARY KEY)")
        db.execute("DELETE FROM passing")
        db.execute_many("INSERT INTO passing VALUES (?)", [(rowid,) for _, rowid in found])
    return [note_id for note_id, _ in found]


def facet_counts(
    db: Database, wanted: NoteFilter, coder: str, facet: Facet
) -> Iterator[tuple[str, int]]:
    """How many notes each value of a facet would leave, whatever else of the facet is asked for.

    States are counted beside those that are asked for, since all of them must hold. The notes
    that pass must have been set aside by ``keep_passing``.
    """
    if facet == "state":
        yield from _state_counts(db, wanted, coder)
        return
    others = wanted.without(facet)
    value, tables = _COUNTED_OVER[facet]
    many = facet in {"code", "coder", "agency"}
    counted = "count(DISTINCT n.rowid)" if many else "count(*)"
    asked = others
    if facet == "coder":  # codes and agencies would be those of the coder who is counted
        asked = others.without("code").without("agency")
    notes, where = (_PASSING, "1") if asked == wanted else ("notes n", conditions(asked))
    if asked != others:
        where = f"{where} AND {_AGENCY_OF_CODER}"
    rows = db.stream(
        f"SELECT {value}, {counted} FROM {notes} {tables} WHERE {where} GROUP BY 1 ORDER BY 1",
        parameters(others, coder),
    )
    yield from ((str(found), count) for found, count in rows)


_PASSING = "passing p CROSS JOIN notes n ON n.rowid = p.note"


def _state_counts(db: Database, wanted: NoteFilter, coder: str) -> Iterator[tuple[str, int]]:
    for state in STATES:
        beside = wanted if state in wanted.of("state") else wanted.toggled("state", state)
        if set(wanted.values) <= set(beside.values):
            notes, where = _PASSING, STATE_CONDITIONS[state]
        else:  # it takes the place of its opposite
            notes, where = "notes n", conditions(beside)
        count = db.rows(f"SELECT count(*) FROM {notes} WHERE {where}", parameters(beside, coder))
        yield state, count[0][0]


Order = Literal["rule", "code", "case"]
"""What open suggestions of many notes are gone through by."""

_GROUPS: dict[Order, tuple[str, str]] = {
    "rule": ("s.rule", "s.rule, "),
    "code": ("s.code", "(SELECT position FROM codes WHERE codes.id = s.code), s.code, "),
    "case": ("n.case_id", ""),
}


def open_queue(
    db: Database, wanted: NoteFilter, coder: str, order: Order
) -> Iterator[tuple[int, str]]:
    """Rowid and group of the open suggestions on the notes that pass: by group, then as read."""
    group, by_group = _GROUPS[order]
    yield from db.stream(
        f"SELECT s.rowid, {group} FROM suggestions s JOIN notes n ON n.id = s.note_id"
        f" WHERE {OPEN} AND {conditions(wanted)}"
        f' ORDER BY {by_group}n.case_id, n.date, n.id, s.start, s."end", s.code',
        parameters(wanted, coder),
    )


def open_groups(db: Database, wanted: NoteFilter, coder: str) -> Iterator[tuple[str, str, str]]:
    """Rule, code and case of each open suggestion on the notes that pass, in no order."""
    yield from db.stream(
        "SELECT s.rule, s.code, n.case_id FROM suggestions s JOIN notes n ON n.id = s.note_id"
        f" WHERE {OPEN} AND {conditions(wanted)}",
        parameters(wanted, coder),
    )


def first_in_state(db: Database, ids: Sequence[str], state: State, coder: str) -> str:
    """The first of these notes that is in the state, or ""; some are looked at, then ever more."""
    begin, size = 0, _AT_FIRST
    while begin < len(ids):
        found = db.rows(
            "SELECT n.id FROM json_each(:ids) w CROSS JOIN notes n ON n.id = w.value"
            f" WHERE {STATE_CONDITIONS[state]} ORDER BY w.key LIMIT 1",
            {"ids": json.dumps(ids[begin : begin + size]), "coder": coder},
        )
        if found:
            return str(found[0][0])
        begin, size = begin + size, 4 * size
    return ""
