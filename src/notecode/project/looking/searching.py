"""Full-text search in the notes, each place in its context; in coded passages alone if asked."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice

from notecode.analysing.concordance import COLUMNS, Hit, draw_hits, hit_cells, hits
from notecode.analysing.report import Base, Report
from notecode.errors import UsageError
from notecode.model import Span
from notecode.passages import FoundNote
from notecode.project.looking.scope import OF_REFERENCES, Asked, Look, filters_in_words, look
from notecode.project.project import Project
from notecode.store.doubtful import doubts_in_places
from notecode.store.retrieval import codes_on
from notecode.store.search import SearchQuery, found_notes, matching_notes, read_query

DEFINITION = (
    "Words are found in any letter case, with or without accents; punctuation parts words. All "
    'must stand in the note: "…" is a phrase, a* any word that begins so, a OR b either, -a none.'
)


def search_notes(
    project: Project,
    asked: Asked,
    typed: str,
    *,
    context: int = 80,
    limit: int = 0,
    uncoded: bool = False,
) -> Report:
    """Where the words stand: with codes, agencies or a coder asked for, in such passages alone.

    ``uncoded``: only where no such passage is. ``limit`` is how many places are given, 0 for all.

    Raises:
        UsageError: if there is nothing to look for, or what is asked names what does not exist.
        ProjectError: if no notes are stored yet.

    """
    query = read_query(typed)
    if not query.fts:
        raise UsageError(
            "there is no word to look for" if not typed.strip() else f"no word in {typed!r}",
            hint="Type words, or a phrase in quotes: notecode search '\"no reply\" housing'",
        )
    with look(project, asked) as here:
        if asked.of_references or uncoded:
            return _in_passages(here, query, context, limit, uncoded=uncoded)
        matches = matching_notes(here.db, query, here.places)
        found = list(_first(found_notes(here.db, query, matches.rowids), limit))
        given = _hits(here, found, context)
        shown = given[:limit] if limit else given
        complete = len(found) == len(matches.rowids) and len(shown) == len(given)
        base = _base(here, len(matches.rowids), matches.cases)
        return _report(here, query, shown, base, total=len(given) if complete else None)


def _first(notes: Iterable[FoundNote], limit: int) -> Iterable[FoundNote]:
    """Notes until they hold as many places as are given."""
    places = 0
    for note in notes:
        yield note
        places += len(note.spans)
        if limit and places >= limit:
            return


def _hits(here: Look, notes: Sequence[FoundNote], context: int) -> list[Hit]:
    on = codes_on(here.db, [note.rowid for note in notes], here.places)
    return list(hits(notes, on, context=context))


def _in_passages(
    here: Look, query: SearchQuery, context: int, limit: int, *, uncoded: bool
) -> Report:
    """The places that lie in a chosen passage, or in none; all have to be looked at."""
    import numpy as np

    coded = here.chosen.facts.note_number[np.unique(here.chosen.note)]
    places = here.places if uncoded else replace(here.places, notes=tuple(coded.tolist()))
    matches = matching_notes(here.db, query, places)
    found = list(found_notes(here.db, query, matches.rowids))
    on = codes_on(here.db, list(matches.rowids), here.places)
    kept = [
        FoundNote(rowid=note.rowid, place=note.place, text=note.text, spans=spans)
        for note in found
        if (spans := _kept(note, on.get(note.place.note_id, ()), uncoded=uncoded))
    ]
    total = sum(len(note.spans) for note in kept)
    given = hits(_first(kept, limit), on, context=context)
    cases = len({note.place.case_id for note in kept})
    base = _base(here, len(kept), cases, uncoded=uncoded)
    shown = list(islice(given, limit or None))
    where = ", where it is not coded" if uncoded else ", where it is coded"
    of = filters_in_words(_of_references(here.asked), here.codebook)
    where += f" with {of}" if of else ""
    return _report(here, query, shown, base, total=total, where=where, said=(base.whose,))


def _of_references(asked: Asked) -> Asked:
    """What was asked of references alone."""
    return replace(asked, only=tuple(each for each in asked.only if each[0] in OF_REFERENCES))


def _of_notes(asked: Asked) -> Asked:
    """What was asked of notes and cases alone."""
    return replace(asked, only=tuple(each for each in asked.only if each[0] not in OF_REFERENCES))


def _kept(note: FoundNote, coded: Sequence[tuple[Span, str]], *, uncoded: bool) -> tuple[Span, ...]:
    return tuple(
        span for span in note.spans if any(on.overlaps(span) for on, _ in coded) != uncoded
    )


def _base(here: Look, notes: int, cases: int, *, uncoded: bool = False) -> Base:
    """The notes in which something was found, of those that were searched."""
    searched = here.notes_base
    asked = _of_notes(here.asked) if uncoded else here.asked
    return Base(
        references=None,
        notes=notes,
        cases=cases,
        all_notes=searched.notes,
        all_cases=searched.cases,
        filters=filters_in_words(asked, here.codebook),
        coder=here.base.coder,
        coders=here.base.coders,
        codebook=searched.codebook,
        synthetic=searched.synthetic,
        remarks=searched.remarks,
    )


def _report(
    here: Look,
    query: SearchQuery,
    shown: Sequence[Hit],
    base: Base,
    *,
    total: int | None,
    where: str = "",
    said: tuple[str, ...] = (),
) -> Report:
    return Report(
        name="search",
        title=f"Where the notes say {query.typed}{where}",
        row_is="one place in a note where what was looked for stands",
        unit="place",
        columns=COLUMNS,
        rows=tuple(hit_cells(hit) for hit in shown),
        shown=len(shown),
        total=total,
        base=base,
        definitions=(DEFINITION, *said),
        nothing="it stands nowhere",
        asked={**here.asked.fields, "query": query.typed},
        draw=partial(draw_hits, shown),
        doubts=doubts_in_places(here.db, map(_shown, shown)),
    )


def _shown(hit: Hit) -> tuple[str, Span]:
    """The note and what of it is shown: the words with their context."""
    start, end = hit.span.start - len(hit.before), hit.span.end + len(hit.after)
    return hit.place.note_id, Span(start, end)
