"""The actions that change something: each makes one change, which undo takes back."""

from dataclasses import replace
from typing import cast, get_args

from notecode.codebook.matching import spelled_id
from notecode.coding import commands
from notecode.errors import CodingError, UsageError
from notecode.model import Change, Presence, Reference, Span
from notecode.project.coding import memos
from notecode.project.coding.applying.naming import (
    agency_named,
    code_named,
    note_named,
    place_named,
    reference_data,
    reference_named,
    suggestion_named,
)
from notecode.project.coding.applying.words import Result, Said
from notecode.project.coding.bookmarks import is_bookmarked, toggle_bookmark
from notecode.project.coding.case_values import (
    Support,
    clear_value,
    known_attributes,
    named_place,
    set_value,
)
from notecode.project.coding.case_wishes import find_case
from notecode.project.coding.done_notes import toggle_done
from notecode.project.coding.emergent import add_code, define_code
from notecode.project.coding.session import CodingSession
from notecode.project.coding.suggestions import decide_rule
from notecode.store import notes as stored_notes
from notecode.store import references, suggestions


def saved(change: Change) -> Result:
    """What a change did, in ids."""
    kept = {reference.id for reference in change.added}
    return {
        "changed": True,
        "saved": change.summary,
        "note": change.note_id,
        "references": [reference_data(reference) for reference in change.added],
        "deleted": [r.id for r in change.removed if r.id not in kept],
        "decisions": {d.suggestion: d.after for d in change.decisions},
    }


def unchanged(why: str) -> Result:
    """There was nothing to do."""
    return {"changed": False, "saved": "", "why": why}


def code(session: CodingSession, said: Said) -> Result:
    """Code a place; the agencies named, else those mentioned in it, are attached."""
    note = note_named(session, said)
    span, code_id = place_named(note, said), code_named(session.codebook, said.text("code"))
    change = commands.add(
        session.hand(),
        note,
        span,
        code_id,
        references=references.references_on(session.db, note.id, session.coder),
        mentions=stored_notes.load_mentions(session.db, note.id),
        suggestions=suggestions.open_suggestions(session.db, note.id, session.coder),
    )
    if "agencies" in said:
        agencies = {agency_named(session.codebook, name) for name in said.texts("agencies")}
        coded = (replace(r, agencies=tuple(sorted(agencies))) for r in change.added)
        change = replace(change, added=tuple(coded))
    return saved(session.save(change))


def accept(session: CodingSession, said: Said) -> Result:
    """Take a suggestion, as another code or with other bounds if the line says so."""
    suggestion = suggestion_named(session, said)
    note = note_named(session, Said({"note": suggestion.note_id}))
    code_id = code_named(session.codebook, said.text("to")) if "to" in said else ""
    other_bounds = any(name in said for name in ("to_text", "to_start", "to_end"))
    span = place_named(note, said, "to_") if other_bounds else None
    return saved(session.accept(suggestion.id, code_id, span))


def accept_rule(session: CodingSession, said: Said) -> Result:
    """Take every suggestion of a rule that is open on a note, as one action."""
    note = note_named(session, said)
    return saved(decide_rule(session, note.id, said.text("rule"), accept=True))


def reject_rule(session: CodingSession, said: Said) -> Result:
    """Say no to every suggestion of a rule that is open on a note, as one action."""
    note = note_named(session, said)
    return saved(decide_rule(session, note.id, said.text("rule"), accept=False))


def reject(session: CodingSession, said: Said) -> Result:
    """Say no to a suggestion."""
    return saved(session.reject(suggestion_named(session, said).id))


def recode(session: CodingSession, said: Said) -> Result:
    """Give a reference another code."""
    reference = reference_named(session, said)
    code_id = code_named(session.codebook, said.text("to"))
    if code_id == reference.code:
        return unchanged("it has this code")
    return saved(session.recode(reference.id, code_id))


def resize(session: CodingSession, said: Said) -> Result:
    """Move a reference's bounds."""
    reference = reference_named(session, said)
    note = note_named(session, Said({"note": reference.note_id}))
    span = place_named(note, said, "to_")
    if span == reference.span:
        return unchanged("it has these bounds")
    return saved(session.resize(reference.id, span))


def delete(session: CodingSession, said: Said) -> Result:
    """Delete a reference."""
    return saved(session.delete(reference_named(session, said).id))


def agency(session: CodingSession, said: Said) -> Result:
    """Attach an agency, take it off, or whichever it is not."""
    reference = reference_named(session, said)
    agency_id = agency_named(session.codebook, said.text("agency"))
    if said.flag("on") is (agency_id in reference.agencies):
        return unchanged("it is so already")
    return saved(session.toggle_agency(reference.id, agency_id))


def keep(session: CodingSession, said: Said) -> Result:
    """Say that a reference is right under the codebook as it is now."""
    reference: Reference = reference_named(session, said)
    if reference.codebook == session.codebook.digest:
        return unchanged("it was coded under this codebook")
    return saved(session.keep(reference.id))


def undo(session: CodingSession, said: Said) -> Result:
    """Take back the last action."""
    del said
    change = session.undo()
    if change is None:
        raise CodingError("there is nothing to undo")
    return saved(change)


def redo(session: CodingSession, said: Said) -> Result:
    """Do again what was taken back."""
    del said
    change = session.redo()
    if change is None:
        raise CodingError("there is nothing to redo")
    return saved(change)


def memo(session: CodingSession, said: Said) -> Result:
    """Write this coder's memo on a thing; an empty text deletes it."""
    writing = memos.begin(session, memos.thing_named(said.text("on")))
    change = writing.save(said.text("text"))
    if change is None:
        return unchanged("the memo says so already" if writing.stored else "there is no memo here")
    return {
        "changed": True,
        "saved": change.summary,
        "on": str(writing.on),
        "memo": writing.memo.id if writing.memo else "",
    }


def value(session: CodingSession, said: Said) -> Result:
    """Say what the notes tell of a case: a value, recorded as absent, or missing."""
    case = find_case(session, said.text("case"))
    known = known_attributes(session)
    place = named_place(
        said.text("name"), known, new=bool(said.flag("new")), by='In the line, "new": true'
    )
    state = said.text("state") or "value"
    if state == "off":
        return _of_case(clear_value(session, case.id, place))
    if state not in get_args(Presence) or (state == "value") != ("value" in said):
        raise UsageError(
            "the line must say a value, or one of the other states",
            hint='"value": "moderate", or "state": "absent", "missing" or "off"',
        )
    support = None
    if "note" in said:
        note = note_named(session, said)
        words = any(name in said for name in ("start", "end", "text"))
        support = Support(
            note, place_named(note, said) if words else Span(0, max(len(note.text), 1))
        )
    change = set_value(
        session,
        case.id,
        place,
        cast("Presence", state),
        said.text("value"),
        support=support,
        attribute=known.get(place.name),
    )
    return _of_case(change)


def _of_case(change: Change) -> Result:
    values = [each.after for each in change.values if each.after is not None]
    return {
        "changed": True,
        "saved": change.summary,
        "values": [
            {
                "case": v.case_id,
                "name": v.name,
                "stage": v.stage,
                "state": v.state,
                "value": v.value,
            }
            for v in values
        ],
    }


def bookmark(session: CodingSession, said: Said) -> Result:
    """Set a bookmark on a place or on a whole note, or take it off."""
    note = note_named(session, said)
    anywhere = any(name in said for name in ("start", "end", "text"))
    span = place_named(note, said) if anywhere else None
    if said.flag("on") is is_bookmarked(session, note.id, span):
        return unchanged("it is so already")
    now_there = toggle_bookmark(session, note.id, span)
    words = "bookmark set" if now_there else "bookmark taken off"
    return {"changed": True, "saved": words, "note": note.id, "on": now_there}


def done(session: CodingSession, said: Said) -> Result:
    """Mark a note as done, take the mark off, or whichever it is not."""
    note = note_named(session, said)
    if said.flag("on") is bool(session.look_at(note.id).done):
        return unchanged("it is so already")
    change = toggle_done(session, note.id)
    return {
        "changed": True,
        "saved": change.summary,
        "note": note.id,
        "on": bool(change.done and change.done.after),
    }


_NUMBERED = "; ids are of the letters a to z, of which its label has none, so it has a number"


def new_code(session: CodingSession, said: Said) -> Result:
    """Write a new code into the codebook."""
    added = add_code(
        session,
        said.text("label"),
        parent=said.text("parent"),
        definition=said.text("definition"),
        key=said.text("key"),
        note_id=said.text("note"),
    )
    numbered = "" if spelled_id(added.label) else _NUMBERED
    return {
        "changed": True,
        "saved": f"code {added.id} added to the codebook{numbered}",
        "code": added.id,
        "label": added.label,
        "parent": added.parent,
        "key": added.key,
    }


_MEANING = ("definition", "use_when", "not_when", "example")


def define(session: CodingSession, said: Said) -> Result:
    """Write into the codebook what a code means."""
    code_id = code_named(session.codebook, said.text("code"))
    fields = {name: said.text(name) for name in _MEANING if name in said}
    if not fields:
        raise UsageError(f"nothing is said of what it means: {', '.join(_MEANING)}")
    define_code(session, code_id, fields, note_id=said.text("note"))
    words = f"{', '.join(fields)} of {code_id} written into the codebook"
    return {"changed": True, "saved": words, "code": code_id}
