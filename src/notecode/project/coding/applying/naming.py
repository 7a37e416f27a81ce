"""What a line means by its words: the note, the place in it, the reference, the code."""

from notecode.errors import CodingError, ConflictError, UsageError
from notecode.model import Codebook, Note, Reference, Span, Suggestion
from notecode.project.coding.applying.words import Field, Result, Said
from notecode.project.coding.session import CodingSession
from notecode.settings import nearest
from notecode.store import notes as stored_notes
from notecode.store import references, suggestions

NOTE = Field("note", "text", "id of the note", needed=True)
PLACE = (
    Field("start", "number", "first character of the place, counted from 0"),
    Field("end", "number", "the character after the last"),
    Field("text", "text", "or the words of the place as they stand in the note"),
    Field("occurrence", "number", "which of the places with these words, counted from 1"),
    Field("inside", "yes/no", "true: a piece of a word will do; else they are whole words"),
)
DIGEST = Field("digest", "text", "digest of the note's text as it was seen; refused on another")
REFERENCE = (
    Field("reference", "text", "id of the reference"),
    Field("note", "text", "or the note,"),
    *PLACE,
    Field("code", "text", "and the code by which it is to be found"),
)
SUGGESTION = (
    Field("suggestion", "text", "id of the suggestion"),
    Field("note", "text", "or the note,"),
    *PLACE,
    Field("code", "text", "and the code that is suggested there"),
)


def note_named(session: CodingSession, said: Said, name: str = "note") -> Note:
    """The note of this id.

    Raises:
        UsageError: if the line names none.
        CodingError: if there is none, or its text is another than the line's digest says.

    """
    note_id = said.text(name)
    if not note_id:
        raise UsageError(f"{name!r} is missing: the id of a note")
    note = stored_notes.load_note(session.db, note_id)
    if note is None:
        raise CodingError(f"there is no note {note_id!r}", hint="The action notes lists them.")
    digest = said.text("digest")
    if digest and not note.digest.startswith(digest):
        raise ConflictError(
            "the text of this note is another by now",
            where=f"note {note.id}",
            hint="Nothing was changed; the action show gives the text as it is.",
        )
    return note


def place_named(note: Note, said: Said, prefix: str = "") -> Span:
    """The place in a note, by its characters or by its words.

    Raises:
        UsageError: if the line says neither, or both.
        CodingError: if the note has no such place, or several and the line does not say which.

    """
    words, numbers = (
        f"{prefix}text" in said,
        [f"{prefix}{name}" in said for name in ("start", "end")],
    )
    if words == any(numbers) or any(numbers) != all(numbers):
        wanted = f"'{prefix}start' and '{prefix}end', or '{prefix}text'"
        raise UsageError(f"a place is named by {wanted}")
    where = f"note {note.id}"
    if words:
        named = said.text(f"{prefix}text")
        starts = _starts(note, named, inside=bool(said.flag(f"{prefix}inside")))
        return _place_of_words(note, named, starts, said.number(f"{prefix}occurrence"))
    start, end = said.number(f"{prefix}start"), said.number(f"{prefix}end")
    if not start < end <= len(note.text):
        raise CodingError(
            f"there is no place from {start} to {end}: the note has {len(note.text)} characters",
            where=where,
        )
    return Span(start, end)


def _starts(note: Note, words: str, *, inside: bool) -> list[int]:
    """Where these words stand as whole words; with ``inside`` in the midst of others too."""
    text, starts = note.text, []
    at = text.find(words) if words else -1
    while at >= 0:
        starts.append(at)
        at = text.find(words, at + 1)
    if not starts:
        raise CodingError("these words do not stand in the note", where=f"note {note.id}")
    whole = [at for at in starts if not _cuts(text, at) and not _cuts(text, at + len(words))]
    if not whole and not inside:
        raise CodingError(
            "these words stand in the note only as pieces of other words",
            where=f"note {note.id}",
            hint='Take whole words, or say that a piece will do: "inside": true',
        )
    return starts if inside else whole


def _cuts(text: str, at: int) -> bool:
    """Whether a bound there would part a word."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _place_of_words(note: Note, words: str, starts: list[int], occurrence: int) -> Span:
    where = f"note {note.id}"
    if not occurrence and len(starts) > 1:
        raise CodingError(
            f"these words stand in the note {len(starts)} times",
            where=where,
            hint='Say which with "occurrence": 1, 2 ...',
        )
    if occurrence > len(starts):
        raise CodingError(f"these words stand in the note only {len(starts)} times", where=where)
    start = starts[max(occurrence - 1, 0)]
    return Span(start, start + len(words))


def code_named(book: Codebook, code_id: str) -> str:
    """The code of this id.

    Raises:
        CodingError: if there is none, with the nearest.

    """
    if code_id not in book.code_by_id:
        near = nearest(code_id, book.code_by_id)
        raise CodingError(
            f"there is no code {code_id!r} in the codebook",
            hint=near if near.endswith("?") else "The action codebook lists them.",
        )
    return code_id


def agency_named(book: Codebook, agency_id: str) -> str:
    """The agency of this id.

    Raises:
        CodingError: if there is none, with the nearest.

    """
    if agency_id not in book.agency_by_id:
        near = nearest(agency_id, book.agency_by_id)
        raise CodingError(
            f"there is no agency {agency_id!r} in the codebook",
            hint=near if near.endswith("?") else "The action codebook lists them.",
        )
    return agency_id


def reference_named(session: CodingSession, said: Said) -> Reference:
    """The coder's reference, by its id or by its note, place and code.

    Raises:
        CodingError: if this coder has none there.

    """
    if "reference" in said:
        found = references.load_reference(session.db, said.text("reference"))
        if found is None or found.coder != session.coder:
            raise CodingError(f"you have no reference {said.text('reference')!r}")
        return found
    note = note_named(session, said)
    span, code = place_named(note, said), code_named(session.codebook, said.text("code"))
    for reference in references.references_on(session.db, note.id, session.coder):
        if (reference.span, reference.code) == (span, code):
            return reference
    raise CodingError(f"you have no reference {code} at {_at(span)}", where=f"note {note.id}")


def suggestion_named(session: CodingSession, said: Said) -> Suggestion:
    """A suggestion that is open to this coder, by its id or by its note, place and code.

    Raises:
        CodingError: if there is none, or it has been decided on.

    """
    if "suggestion" in said:
        found = suggestions.load_suggestion(session.db, said.text("suggestion"))
        if found is None:
            raise CodingError(f"there is no suggestion {said.text('suggestion')!r}")
        there = suggestions.open_suggestions(session.db, found.note_id, session.coder)
        if all(suggestion.id != found.id for suggestion in there):
            raise CodingError(
                f"suggestion {found.id} is decided already, or its place has its code",
                where=f"note {found.note_id}",
                hint="The action undo takes a decision back.",
            )
        return found
    note = note_named(session, said)
    span, code = place_named(note, said), code_named(session.codebook, said.text("code"))
    for suggestion in suggestions.open_suggestions(session.db, note.id, session.coder):
        if (suggestion.span, suggestion.code) == (span, code):
            return suggestion
    raise CodingError(f"{code} is not suggested at {_at(span)}", where=f"note {note.id}")


def _at(span: Span) -> str:
    return f"{span.start} to {span.end}"


def reference_data(reference: Reference) -> Result:
    """A reference as JSON will have it."""
    return {
        "reference": reference.id,
        "note": reference.note_id,
        "start": reference.span.start,
        "end": reference.span.end,
        "code": reference.code,
        "agencies": list(reference.agencies),
        "origin": reference.origin,
        "suggestion": reference.suggestion,
        "created": reference.created,
    }


def suggestion_data(suggestion: Suggestion) -> Result:
    """A suggestion as JSON will have it."""
    return {
        "suggestion": suggestion.id,
        "note": suggestion.note_id,
        "start": suggestion.span.start,
        "end": suggestion.span.end,
        "code": suggestion.code,
        "agencies": list(suggestion.agencies),
        "rule": suggestion.rule,
    }
