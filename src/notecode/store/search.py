"""Full-text search over the notes: what is typed becomes a query of FTS5, and words become spans.

Letter case and accents do not count, and punctuation parts words: "t/c" is the phrase "t c".
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from notecode.model import Span
from notecode.passages import FoundNote, Selection
from notecode.store.connection import Database
from notecode.store.retrieval import PLACE, conditions, place_of, selected
from notecode.text.units import whole_tags

_TERM = re.compile(r'(-?)"([^"]*)(?:"(\*?)|\Z)|(-?)(\S+)')
_MARKS = [(chr(0xFDD0 + number), chr(0xFDD1 + number)) for number in range(0, 32, 2)]
"""Code points that stand for no character (Unicode 15, section 23.7), to mark what was found."""

_AT_FIRST = 200


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What was typed, as FTS5 takes it; ``fts`` is "" if there is nothing in it to look for."""

    typed: str
    fts: str


def read_query(typed: str, *, beginnings: bool = False) -> SearchQuery:
    """Words that must all stand in a note; "…" for a phrase, OR between two, - before none of it.

    A star after a word or phrase lets its last word go on; with ``beginnings`` every word outside
    quotes has one. A quote that is not closed reaches to the end. Nothing else has a meaning, so
    any punctuation can be typed as it stands in the notes.
    """
    wanted: list[list[str]] = []
    unwanted: list[str] = []
    alternative = False
    for found in _TERM.finditer(typed):
        if found[0] == "OR":
            alternative = bool(wanted)
            continue
        term = _phrase(found, beginnings=beginnings)
        if not term:
            continue
        if found[1] or found[4]:
            unwanted.append(term)
        elif alternative:
            wanted[-1].append(term)
        else:
            wanted.append([term])
        alternative = False
    if not wanted:
        return SearchQuery(typed, "")
    query = " AND ".join(f"({' OR '.join(group)})" for group in wanted)
    return SearchQuery(typed, f"({query})" + "".join(f" NOT {term}" for term in unwanted))


def _phrase(found: re.Match[str], *, beginnings: bool) -> str:
    """The term as a quoted phrase; "" if it has no letter or digit."""
    text = found[2] if found[2] is not None else found[5]
    if not any(char.isalnum() for char in text):
        return ""
    goes_on = text.endswith("*") or (beginnings and found[2] is None)
    star = found[3] or ("*" if goes_on else "")
    quoted = text.rstrip("*").replace('"', "")
    return f'"{quoted}"{star}'


@dataclass(frozen=True, slots=True)
class Matches:
    """The notes that a query finds, by rowid in reading order, and how many cases they are of."""

    rowids: tuple[int, ...]
    cases: int


def matching_notes(db: Database, query: SearchQuery, selection: Selection) -> Matches:
    """Which of the selected notes the query finds."""
    if not query.fts:
        return Matches((), 0)
    rows = list(
        db.stream(
            "SELECT n.rowid, n.case_id FROM notes_text t JOIN notes n ON n.rowid = t.rowid"
            f" WHERE notes_text MATCH :query AND {conditions(selection, 'n.rowid', '')}"
            " ORDER BY n.case_id, n.date, n.id",
            selected(selection, query=query.fts),
        )
    )
    return Matches(tuple(rowid for rowid, _ in rows), len({case for _, case in rows}))


def all_matches(db: Database, query: SearchQuery) -> list[str]:
    """Ids of all notes that the query finds, in reading order."""
    if not query.fts:
        return []
    rows = db.stream(
        "SELECT n.id FROM notes_text t JOIN notes n ON n.rowid = t.rowid"
        " WHERE notes_text MATCH :query ORDER BY n.case_id, n.date, n.id",
        {"query": query.fts},
    )
    return [note_id for (note_id,) in rows]


def rowids_of(db: Database, ids: Sequence[str]) -> list[int]:
    """The rowids of notes, in the order of their ids given."""
    rows = db.rows(
        "SELECT n.rowid FROM json_each(?) w CROSS JOIN notes n ON n.id = w.value ORDER BY w.key",
        (json.dumps(list(ids)),),
    )
    return [row[0] for row in rows]


def found_notes(db: Database, query: SearchQuery, rowids: Sequence[int]) -> Iterator[FoundNote]:
    """These notes, in the order given, and where the query's words stand in them.

    Some are read first and then ever more, so that who needs a few does not wait for all.
    """
    begin, size = 0, _AT_FIRST
    while begin < len(rowids):
        yield from _found(db, query, rowids[begin : begin + size])
        begin, size = begin + size, 8 * size


def found_in(db: Database, query: SearchQuery, note_id: str) -> tuple[Span, ...]:
    """Where the query's words stand in one note; nowhere if the note as a whole does not fit it."""
    rowid = db.value("SELECT rowid FROM notes WHERE id = ?", (note_id,))
    if not query.fts or rowid is None:
        return ()
    found = _marked(db, query, "t.rowid = :wanted", rowid)
    return next((note.spans for note in found), ())


def _found(db: Database, query: SearchQuery, rowids: Sequence[int]) -> Iterator[FoundNote]:
    # The plus keeps SQLite from asking the index once for every note.
    among = "+t.rowid IN (SELECT value FROM json_each(:wanted))"
    yield from _marked(db, query, among, json.dumps(list(rowids)))


def _marked(db: Database, query: SearchQuery, among: str, wanted: str | int) -> Iterator[FoundNote]:
    for opening, closing in _MARKS:
        rows = db.rows(
            f"SELECT {PLACE}, n.rowid, n.text, highlight(notes_text, 0, :opening, :closing)"
            " AS marked FROM notes_text t JOIN notes n ON n.rowid = t.rowid"
            f" JOIN cases c ON c.id = n.case_id WHERE notes_text MATCH :query AND {among}"
            " ORDER BY n.case_id, n.date, n.id",
            {"query": query.fts, "opening": opening, "closing": closing, "wanted": wanted},
        )
        if not any(opening in row["text"] or closing in row["text"] for row in rows):
            break
    pattern = re.compile(f"{opening}([^{closing}]*){closing}")
    for row in rows:
        yield FoundNote(
            rowid=row["rowid"],
            place=place_of(row),
            text=row["text"],
            spans=_whole(row["text"], _spans(pattern, row["marked"])),
        )


def _spans(pattern: re.Pattern[str], marked: str) -> tuple[Span, ...]:
    """Where the marked words stand in the text without its marks: two before each."""
    return tuple(
        Span(found.start(1) - 2 * number - 1, found.end(1) - 2 * number - 1)
        for number, found in enumerate(pattern.finditer(marked))
    )


def _whole(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """With the whole of a tag for parts of it, once."""
    return tuple(dict.fromkeys(whole_tags(text, span) for span in spans))
