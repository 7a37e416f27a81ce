"""Finding notes: filters with their counts, full text, what comes next, cases and notes by name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from notecode.model import Span
from notecode.passages import FoundNote, Place
from notecode.project.coding.session import CodingSession
from notecode.store import browsing, filtering, search
from notecode.store.browsing import Named, Progress
from notecode.store.connection import Database
from notecode.store.filtering import FACETS, STATES, Facet, NoteFilter, State
from notecode.store.search import SearchQuery

__all__ = [
    "FACETS",
    "STATES",
    "Counts",
    "Elsewhere",
    "Facet",
    "Found",
    "Hit",
    "Listed",
    "Named",
    "NoteFilter",
    "SearchQuery",
    "State",
    "count_values",
    "hits_on",
    "list_notes",
    "list_quick",
    "look_elsewhere",
    "named",
    "next_in_state",
    "query_of",
    "search_notes",
    "show_hits",
]

_PORTIONS = (40, 400, 2000)
"""After how many notes the places found are handed on; there it ends."""

_AROUND = 100  # code points of context a side
_BESIDE = 30  # code points from one place to another that is seen in the same line


@dataclass(frozen=True, slots=True)
class Listed:
    """The notes that pass a filter, by id in reading order."""

    wanted: NoteFilter
    ids: list[str]


@dataclass(frozen=True, slots=True)
class Found:
    """The notes in which a query finds something, by id in reading order."""

    query: SearchQuery
    ids: list[str]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What other processes may have changed: the list, totals by code, progress, what is found."""

    listed: Listed
    totals: dict[str, int]
    progress: Progress
    found: Found


@dataclass(frozen=True, slots=True)
class Counts:
    """How many notes each value of a facet would leave."""

    facet: Facet
    notes: dict[str, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in which words stand that were looked for, with the words around it."""

    place: Place
    span: Span
    before: str
    words: str
    after: str


def list_notes(db: Database, coder: str, wanted: NoteFilter) -> Iterator[Listed]:
    """The notes that pass."""
    yield Listed(wanted, filtering.filtered_ids(db, wanted, coder))


def look_elsewhere(
    db: Database, coder: str, wanted: NoteFilter, listed: Sequence[str], query: SearchQuery
) -> Iterator[Elsewhere]:
    """The counts as they are by now, and the list with the notes that are new in it.

    Notes that were ``listed`` stay, whether they still pass or not.
    """
    ids = filtering.filtered_ids(db, wanted, coder)
    if wanted:
        kept = {*listed, *ids}
        ids = [i for i in filtering.filtered_ids(db, NoteFilter(), coder) if i in kept]
    totals = browsing.totals_by_code(db, coder)
    found = Found(query, search.all_matches(db, query))
    yield Elsewhere(Listed(wanted, ids), totals, browsing.progress(db, coder), found)


def list_quick(db: Database, coder: str, choices: Sequence[NoteFilter]) -> Iterator[Listed]:
    """The notes of the first of some filters that lets any through."""
    for wanted in choices:
        if ids := filtering.filtered_ids(db, wanted, coder):
            yield Listed(wanted, ids)
            return


def count_values(
    db: Database, coder: str, wanted: NoteFilter, first: Sequence[Facet]
) -> Iterator[Listed | Counts]:
    """The notes that pass, then the counts by value: of the facets in view, then of the others."""
    yield Listed(wanted, filtering.keep_passing(db, wanted, coder))
    for facet in dict.fromkeys((*first, *FACETS)):
        yield Counts(facet, dict(filtering.facet_counts(db, wanted, coder, facet)))


def next_in_state(session: CodingSession, ids: Sequence[str], state: State) -> str:
    """The first of these notes that is in the state, or ""."""
    return filtering.first_in_state(session.db, ids, state, session.coder)


def query_of(typed: str) -> SearchQuery:
    """What is typed as a query: each word finds whatever begins so, "…" a phrase as it stands."""
    return search.read_query(typed, beginnings=True)


def search_notes(db: Database, coder: str, query: SearchQuery) -> Iterator[Found]:
    """Which notes the query finds, whatever is listed."""
    del coder
    yield Found(query, search.all_matches(db, query))


def show_hits(
    db: Database, coder: str, query: SearchQuery, ids: Sequence[str]
) -> Iterator[list[Hit]]:
    """The places in these notes in which the query's words stand, some and then ever more.

    Of several that can be read in one line the first is given.
    """
    del coder
    for first, last in pairwise((0, *_PORTIONS)):
        rowids = search.rowids_of(db, ids[first:last])
        found = search.found_notes(db, query, rowids)
        yield [
            Hit(note.place, span, *_context(note, span)) for note in found for span in _apart(note)
        ]


def _apart(note: FoundNote) -> Iterator[Span]:
    """The places of a note, but for those that can be read beside the one before."""
    last = -_BESIDE
    for span in note.spans:
        if span.start - last >= _BESIDE:
            last = span.start
            yield span


def _context(note: FoundNote, span: Span) -> tuple[str, str, str]:
    before, after = max(span.start - _AROUND, 0), span.end + _AROUND
    return note.text[before : span.start], span.cut(note.text), note.text[span.end : after]


def hits_on(session: CodingSession, query: SearchQuery, note_id: str) -> tuple[Span, ...]:
    """Where the query's words stand in one note; nowhere where the note as a whole has not all."""
    return search.found_in(session.db, query, note_id)


def named(session: CodingSession, typed: str, most: int = 50) -> list[Named]:
    """Cases and notes in whose id this stands, in any letter case; at its beginning first."""
    return browsing.named(session.db, typed.strip(), most) if typed.strip() else []
