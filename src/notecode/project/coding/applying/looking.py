"""The actions that show something and change nothing."""

import datetime
import re

from notecode.errors import CodingError, UsageError
from notecode.model import Span
from notecode.project.coding import memos
from notecode.project.coding.applying.naming import (
    agency_named,
    code_named,
    note_named,
    reference_data,
    suggestion_data,
    suggestion_named,
)
from notecode.project.coding.applying.words import Result, Said
from notecode.project.coding.bookmarks import bookmarks_of
from notecode.project.coding.case_wishes import case_to_json, find_case, show_case
from notecode.project.coding.finding import (
    FACETS,
    STATES,
    Facet,
    NoteFilter,
    SearchQuery,
    hits_on,
    list_notes,
    query_of,
    search_notes,
)
from notecode.project.coding.history import last_actions, passages
from notecode.project.coding.looking_again import waiting
from notecode.project.coding.session import CodingSession, NoteRow
from notecode.project.coding.suggestions import why
from notecode.settings import nearest
from notecode.store import codebooks, references, suggestions

_CALENDAR_MONTH = re.compile(r"(\d{4}-(0[1-9]|1[0-2]))?", re.ASCII)  # "": without a date

USUAL_MOST = 100
"""How many notes, suggestions or references are listed if a line does not say."""


def notes(session: CodingSession, said: Said) -> Result:
    """The notes that pass the filters, in reading order."""
    (listed,) = list_notes(session.db, session.coder, _filter(session, said))
    first, most = said.number("first"), said.number("most", USUAL_MOST)
    page = listed.ids[first : first + most]
    return {
        "notes": [_row_data(row) for row in session.note_rows(page)],
        "first": first,
        "of": len(listed.ids),
    }


def _filter(session: CodingSession, said: Said) -> NoteFilter:
    values: list[tuple[Facet, str]] = []
    for facet in FACETS:
        values += [(facet, _known(session, facet, value)) for value in said.texts(facet)]
    unknown = [value for facet, value in values if facet == "state" and value not in STATES]
    if unknown:
        raise UsageError(f"there is no state {unknown[0]!r}", hint=f"states: {', '.join(STATES)}")
    months = [value for facet, value in values if facet == "month"]
    if not all(value.removeprefix("-").isdecimal() or not value for value in months):
        raise UsageError('a month is that of the intervention, such as "3"')
    if not all(_CALENDAR_MONTH.fullmatch(value) for facet, value in values if facet == "date"):
        raise UsageError("a date is a month of the calendar, such as 2024-03")
    return NoteFilter(
        values=tuple(values),
        since=_day(said, "since"),
        until=_day(said, "until"),
        text=said.text("text"),
    )


def _known(session: CodingSession, facet: Facet, value: str) -> str:
    """The value of a facet as it is stored; what is named there must exist.

    Raises:
        CodingError, UsageError: if it does not, with the nearest.

    """
    book = session.codebook
    # What vanished from the codebook keeps its references, and is found by them.
    if facet == "code" and value not in dict(
        codebooks.vanished_codes(session.db, tuple(book.code_by_id))
    ):
        return code_named(book, value)
    if facet == "agency" and value not in dict(
        codebooks.vanished_agencies(session.db, tuple(book.agency_by_id))
    ):
        return agency_named(book, value)
    if facet == "case":
        return find_case(session, value).id
    coders = references.known_coders(session.db) if facet == "coder" else [value]
    if value not in coders:
        raise UsageError(f"there is no coder {value!r}", hint=nearest(value, coders))
    return value


def _day(said: Said, name: str) -> datetime.date | None:
    if name not in said:
        return None
    try:
        return datetime.date.fromisoformat(said.text(name))
    except ValueError:
        raise UsageError(f"{name!r} must be a day such as 2024-03-01") from None


def _row_data(row: NoteRow) -> Result:
    return {
        "note": row.id,
        "case": row.case_id,
        "site": row.site,
        "date": row.date.isoformat() if row.date else None,
        "month": row.month,
        "contact": row.contact_type,
        "references": row.references,
        "suggestions": row.open_suggestions,
        "done": row.done,
    }


def find(session: CodingSession, said: Said) -> Result:
    """The places in which words stand that are looked for, in all notes or in one."""
    query = query_of(said.text("words"))
    (found,) = search_notes(session.db, session.coder, query)
    ids = [note_named(session, said).id] if "note" in said else found.ids
    first, most = said.number("first"), said.number("most", USUAL_MOST)
    return {
        "found": [_places(session, query, note_id) for note_id in ids[first : first + most]],
        "first": first,
        "of": len(ids),
    }


def _places(session: CodingSession, query: SearchQuery, note_id: str) -> Result:
    text = note_named(session, Said({"note": note_id})).text
    spans = hits_on(session, query, note_id)
    return {
        "note": note_id,
        "places": [_worded({"start": s.start, "end": s.end}, s, text) for s in spans],
    }


def show(session: CodingSession, said: Said) -> Result:
    """A note with its text and all that lies on it."""
    note = note_named(session, said)
    coded = session.open_note(note.id)
    return {
        "note": note.id,
        "case": coded.case.id,
        "site": coded.case.site,
        "date": note.date.isoformat() if note.date else None,
        "month": coded.month,
        "contact": note.contact_type,
        "role": note.author_role,
        "text": note.text,
        "digest": note.digest,
        "done": bool(coded.done),
        "references": [_worded(reference_data(r), r.span, note.text) for r in coded.references],
        "suggestions": [_worded(suggestion_data(s), s.span, note.text) for s in coded.suggestions],
        "mentions": [
            {"start": m.span.start, "end": m.span.end, "agency": m.agency} for m in coded.mentions
        ],
        "doubtful": [
            {"start": f.span.start, "end": f.span.end, "reason": f.reason} for f in coded.flags
        ],
    }


def _worded(data: Result, span: Span, text: str) -> Result:
    return {**data, "text": span.cut(text)}


def open_suggestions(session: CodingSession, said: Said) -> Result:
    """The suggestions that are open to this coder, of one note or of all, by rule or code."""
    rules, codes = said.texts("rule"), said.texts("code")
    most = said.number("most", USUAL_MOST)
    if "note" not in said:
        found, count = suggestions.find_open(
            session.db, session.coder, rules=rules, codes=codes, most=most
        )
        return {"suggestions": [suggestion_data(s) for s in found], "of": count}
    note = note_named(session, said)
    wanted = [
        suggestion
        for suggestion in suggestions.open_suggestions(session.db, note.id, session.coder)
        if (not rules or suggestion.rule in rules) and (not codes or suggestion.code in codes)
    ]
    return {"suggestions": [suggestion_data(s) for s in wanted[:most]], "of": len(wanted)}


def why_suggested(session: CodingSession, said: Said) -> Result:
    """The rule that made a suggestion, and the words that it went by."""
    found = why(session, suggestion_named(session, said).id)
    if found is None:  # it has just been named, so somebody has taken it away since
        raise CodingError("there is no such suggestion any more")
    note = note_named(session, Said({"note": found.suggestion.note_id}))
    return {
        **suggestion_data(found.suggestion),
        "evidence": [
            _worded({"start": span.start, "end": span.end}, span, note.text)
            for span in found.suggestion.evidence
        ],
        "score": found.suggestion.score,
        "rule_is_as_it_was": found.same_version,
    }


def case(session: CodingSession, said: Said) -> Result:
    """What is known of a case: attributes and assessments, and what supports them."""
    found = find_case(session, said.text("case"))
    return case_to_json(found, show_case(session, found))


def own_references(session: CodingSession, said: Said) -> Result:
    """This coder's references, of one note or of all, by code; those that wait for another look."""
    if "note" in said:
        note_id = note_named(session, said).id
        found = list(references.references_on(session.db, note_id, session.coder))
    else:
        found = references.load_references(session.db, session.coder)
    codes = said.texts("code")
    if codes:
        found = [reference for reference in found if reference.code in codes]
    if said.flag("waiting"):
        ids = {item.reference for item in waiting(session)}
        found = [reference for reference in found if reference.id in ids]
    most = said.number("most", USUAL_MOST)
    return {"references": [reference_data(r) for r in found[:most]], "of": len(found)}


def passages_of_code(session: CodingSession, said: Said) -> Result:
    """This coder's passages of a code and of those under it, in words, in reading order."""
    code = code_named(session.codebook, said.text("code"))
    (found,) = passages(session.db, session.coder, session.codebook, code)
    first, most = said.number("first"), said.number("most", USUAL_MOST)
    return {
        "passages": [
            {
                "reference": each.reference,
                "note": each.note_id,
                "case": each.case_id,
                "date": each.date.isoformat() if each.date else None,
                "code": each.code,
                "start": each.start,
                "end": each.end,
                "words": each.words,
            }
            for each in found[first : first + most]
        ],
        "first": first,
        "of": len(found),
    }


def history(session: CodingSession, said: Said) -> Result:
    """This coder's last actions, the newest first."""
    return {
        "done": [
            {
                "at": event.at,
                "note": event.note_id or None,
                "case": event.case_id or None,
                "what": event.summary,
                "undone": event.undone,
            }
            for event in last_actions(session, said.number("most", USUAL_MOST))
        ]
    }


def find_memos(session: CodingSession, said: Said) -> Result:
    """The memos with all these words."""
    found = memos.find(
        session.db, said.text("words"), kind=said.text("kind"), coder=said.text("coder")
    )
    return {
        "memos": [
            {
                "memo": item.memo.id,
                "on": str(item.memo.on),
                "coder": item.memo.coder,
                "changed": item.memo.changed,
                "text": item.memo.text,
            }
            for item in found
        ]
    }


def bookmarks(session: CodingSession, said: Said) -> Result:
    """This coder's bookmarks."""
    del said
    return {
        "bookmarks": [
            {
                "note": item.place.note_id,
                "start": item.span.start if item.span else None,
                "end": item.span.end if item.span else None,
            }
            for item in bookmarks_of(session)
        ]
    }


def codebook(session: CodingSession, said: Said) -> Result:
    """The codes and agencies in use, with what they mean and this coder's references by code."""
    del said
    totals = session.totals()
    book = session.codebook
    return {
        "digest": book.digest,
        "codes": [
            {
                "code": code.id,
                "label": code.label,
                "parent": code.parent,
                "key": code.key,
                "definition": code.definition,
                "use_when": code.use_when,
                "not_when": code.not_when,
                "references": totals.get(code.id, 0),
            }
            for code in book.tree
            if code.status == "active"
        ],
        "agencies": [
            {"agency": a.id, "label": a.label, "key": a.key, "definition": a.definition}
            for a in book.agencies
            if a.status == "active"
        ],
    }


def progress(session: CodingSession, said: Said) -> Result:
    """How far this coder is."""
    del said
    far = session.progress()
    return {
        "coder": session.coder,
        "notes": far.notes,
        "coded_notes": far.coded_notes,
        "references": far.references,
        "suggestions": far.open_suggestions,
        "last_note": session.last_note(),
    }
