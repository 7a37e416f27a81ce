"""Accept, reject, add, recode, keep, resize, delete, agencies: each makes a Change.

Nothing is stored here. A change's inverse is the change with its two sides swapped, so undo needs
no command of its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from notecode.codebook import heirs
from notecode.coding.identifiers import new_id
from notecode.errors import CodingError
from notecode.model import (
    Change,
    Codebook,
    Decision,
    DecisionChange,
    DoneChange,
    Mention,
    Note,
    Origin,
    Reference,
    Span,
    Suggestion,
)


@dataclass(frozen=True, slots=True)
class Hand:
    """Who codes, when (UTC, ISO 8601) and under which codebook."""

    coder: str
    now: str
    codebook: Codebook


def add(
    hand: Hand,
    note: Note,
    span: Span,
    code_id: str,
    *,
    references: Iterable[Reference],
    mentions: Iterable[Mention],
    suggestions: Iterable[Suggestion] = (),
) -> Change:
    """Code a span by hand; the agencies mentioned inside it come along.

    Where an open suggestion proposes just this, it counts as accepted.

    Raises:
        CodingError: if the span lies outside the note, the code is unknown or retired, or the
            same code lies on the same span already.

    """
    _check(hand, note, span, code_id, references)
    same = [s for s in suggestions if s.span == span and s.code == code_id]
    if same:
        return accept(hand, note, same[0], references=())
    agencies = agencies_within(mentions, span)
    reference = _reference(hand, note, span, code_id, agencies)
    return Change(
        action="code",
        coder=hand.coder,
        note_id=note.id,
        note_digest=note.digest,
        summary=f"{_label(hand, code_id)} added",
        added=(reference,),
    )


def accept(
    hand: Hand,
    note: Note,
    suggestion: Suggestion,
    *,
    references: Iterable[Reference],
    code_id: str = "",
    span: Span | None = None,
    mentions: Iterable[Mention] = (),
) -> Change:
    """Take a suggestion as a reference, with its own code and bounds or with others.

    Where its code has been merged into another since the rules were run, it is taken for that.
    In other bounds it has the agencies that are mentioned inside those.

    Raises:
        CodingError: as ``add`` does.

    """
    code = code_id or heirs(hand.codebook).get(suggestion.code, suggestion.code)
    bounds = span or suggestion.span
    _check(hand, note, bounds, code, references)
    agencies = suggestion.agencies
    if bounds != suggestion.span:
        agencies = agencies_in_bounds(suggestion, bounds, tuple(mentions))
    reference = replace(
        _reference(hand, note, bounds, code, agencies),
        suggestion=suggestion.id,
    )
    reference = _with_origin(hand, reference, suggestion)
    instead = "" if _is_own(hand, code, suggestion) else f" for {_label(hand, suggestion.code)}"
    other = ", in other bounds" if bounds != suggestion.span else ""
    return Change(
        action="accept",
        coder=hand.coder,
        note_id=note.id,
        note_digest=note.digest,
        summary=f"{_label(hand, code)} accepted{instead}{other}",
        added=(reference,),
        decisions=(_decided(suggestion.id, "accepted"),),
    )


def agencies_in_bounds(
    suggestion: Suggestion, bounds: Span, mentions: tuple[Mention, ...]
) -> tuple[str, ...]:
    """What a suggestion attaches if it is accepted in ``bounds``, by id.

    Those mentioned inside them, and those that the rule implies without a mention.
    """
    mentioned = agencies_within(mentions, suggestion.span)
    implied = set(suggestion.agencies) - set(mentioned)
    return tuple(sorted({*agencies_within(mentions, bounds), *implied}))


def accept_all(
    hand: Hand, note: Note, suggestions: Iterable[Suggestion], *, references: Iterable[Reference]
) -> Change:
    """Take several suggestions of one note as references, in one action.

    Where the code lies on the span already, nothing is added.

    Raises:
        CodingError: as ``add`` does.

    """
    there = list(references)
    changes: list[Change] = []
    for suggestion in suggestions:
        code = heirs(hand.codebook).get(suggestion.code, suggestion.code)
        if all(r.span != suggestion.span or r.code != code for r in there):
            changes.append(accept(hand, note, suggestion, references=there))
            there += changes[-1].added
    return _together(hand, note, "accept", changes)


def reject_all(hand: Hand, note: Note, suggestions: Iterable[Suggestion]) -> Change:
    """Say no to several suggestions of one note, in one action."""
    changes = [reject(hand, note, suggestion) for suggestion in suggestions]
    return _together(hand, note, "reject", changes)


def _together(hand: Hand, note: Note, action: str, changes: list[Change]) -> Change:
    return Change(
        action=action,
        coder=hand.coder,
        note_id=note.id,
        note_digest=note.digest,
        summary=f"{len(changes)} suggestion{'s' if len(changes) != 1 else ''} {action}ed",
        added=tuple(reference for change in changes for reference in change.added),
        decisions=tuple(decision for change in changes for decision in change.decisions),
    )


def reject(hand: Hand, note: Note, suggestion: Suggestion) -> Change:
    """Say no to a suggestion; it is not asked again."""
    return Change(
        action="reject",
        coder=hand.coder,
        note_id=note.id,
        note_digest=note.digest,
        summary=f"{_label(hand, suggestion.code)} rejected",
        decisions=(_decided(suggestion.id, "rejected"),),
    )


def recode(
    hand: Hand,
    note: Note,
    reference: Reference,
    code_id: str,
    *,
    references: Iterable[Reference],
    suggestion: Suggestion | None = None,
) -> Change:
    """Give a reference another code; its span, agencies and history stay.

    ``suggestion`` is the one that it came from, if it did.

    Raises:
        CodingError: as ``add`` does.

    """
    _check(hand, note, reference.span, code_id, references)
    changed = replace(reference, code=code_id, codebook=hand.codebook.digest, coded_as="")
    changed = _with_origin(hand, changed, suggestion)
    summary = f"{_label(hand, reference.code)} recoded as {_label(hand, code_id)}"
    return _edited(hand, note, "recode", (reference, changed), summary)


def keep(hand: Hand, note: Note, reference: Reference) -> Change:
    """Say that a reference has the right code under the codebook as it is now.

    Raises:
        CodingError: if its code is not in the codebook.

    """
    if reference.code not in hand.codebook.code_by_id:
        raise CodingError(
            f"there is no code {reference.code!r} in the codebook",
            where=f"note {note.id}",
            hint="Recode or delete the reference, or put the code back into codebook.yaml.",
        )
    changed = replace(reference, codebook=hand.codebook.digest)
    return _edited(hand, note, "keep", (reference, changed), f"{_label(hand, reference.code)} kept")


def resize(
    hand: Hand,
    note: Note,
    reference: Reference,
    span: Span,
    *,
    references: Iterable[Reference],
    suggestion: Suggestion | None = None,
) -> Change:
    """Move a reference's bounds; ``suggestion`` is the one that it came from, if it did.

    Raises:
        CodingError: as ``add`` does.

    """
    _check(hand, note, span, reference.code, references)
    changed = _with_origin(hand, replace(reference, span=span), suggestion)
    summary = f"{_label(hand, reference.code)} given other bounds"
    return _edited(hand, note, "resize", (reference, changed), summary)


def toggle_agency(hand: Hand, note: Note, reference: Reference, agency_id: str) -> Change:
    """Attach an agency to a reference, or take it off.

    Raises:
        CodingError: if the codebook has no such agency.

    """
    agency = hand.codebook.agency_by_id.get(agency_id)
    if agency is None:
        raise CodingError(f"there is no agency {agency_id!r} in the codebook")
    agencies = set(reference.agencies) ^ {agency_id}
    changed = replace(reference, agencies=tuple(sorted(agencies)))
    done = "attached" if agency_id in agencies else "taken off"
    return _edited(hand, note, "agency", (reference, changed), f"{agency.label} {done}")


def delete(hand: Hand, note: Note, reference: Reference) -> Change:
    """Take a reference away; the log keeps it, and undo brings it back."""
    return Change(
        action="delete",
        coder=hand.coder,
        note_id=note.id,
        note_digest=note.digest,
        summary=f"{_label(hand, reference.code)} deleted",
        removed=(reference,),
    )


def mark_done(hand: Hand, note: Note, before: str) -> Change:
    """Say that a note is done with, or that it is not; ``before`` is when it was said, or ""."""
    return Change(
        action="done",
        coder=hand.coder,
        note_id=note.id,
        note_digest=note.digest,
        summary="no longer marked as done" if before else "marked as done",
        done=DoneChange(before=before, after="" if before else hand.now),
    )


def _check(
    hand: Hand, note: Note, span: Span, code_id: str, references: Iterable[Reference]
) -> None:
    where = f"note {note.id}"
    code = hand.codebook.code_by_id.get(code_id)
    if code is None:
        raise CodingError(f"there is no code {code_id!r} in the codebook", where=where)
    if code.status == "retired":
        raise CodingError(f"the code {code_id!r} is retired", where=where)
    if span.end > len(note.text):
        raise CodingError(
            f"the span ends at {span.end}, past the note's {len(note.text)} characters",
            where=where,
        )
    if any(r.span == span and r.code == code_id for r in references):
        raise CodingError(
            f"this span has {code.label} already",
            where=where,
            hint="Nothing was changed; it is taken off by deleting the reference.",
        )


def _reference(
    hand: Hand, note: Note, span: Span, code_id: str, agencies: tuple[str, ...]
) -> Reference:
    return Reference(
        id=new_id(),
        note_id=note.id,
        span=span,
        code=code_id,
        agencies=agencies,
        coder=hand.coder,
        origin="hand",
        created=hand.now,
        codebook=hand.codebook.digest,
    )


def _with_origin(hand: Hand, reference: Reference, suggestion: Suggestion | None) -> Reference:
    """The reference, saying what is left of the suggestion that it came from, if it came from one.

    With the suggestion's code and bounds its origin is "rule", with others "rule-changed".
    Agencies may differ. Without the suggestion, which was set aside, "rule" is what it was until
    now, so with any other code or bounds it is changed.
    """
    if suggestion is None:
        changed = reference.origin == "rule"
        return replace(reference, origin="rule-changed") if changed else reference
    code = reference.coded_as or reference.code
    same = reference.span == suggestion.span and _is_own(hand, code, suggestion)
    origin: Origin = "rule" if same else "rule-changed"
    return replace(reference, origin=origin)


def _is_own(hand: Hand, code_id: str, suggestion: Suggestion) -> bool:
    """Whether a code is the suggested one, or what that has been merged into."""
    return code_id in (suggestion.code, heirs(hand.codebook).get(suggestion.code))


def _edited(
    hand: Hand, note: Note, action: str, edit: tuple[Reference, Reference], summary: str
) -> Change:
    before, after = edit
    return Change(
        action=action,
        coder=hand.coder,
        note_id=note.id,
        note_digest=note.digest,
        summary=summary,
        removed=(before,),
        added=(after,),
    )


def _decided(suggestion_id: str, decision: Decision) -> DecisionChange:
    return DecisionChange(suggestion=suggestion_id, before="open", after=decision)


def agencies_within(mentions: Iterable[Mention], span: Span) -> tuple[str, ...]:
    """The agencies mentioned wholly inside a span, by id: what ``add`` attaches."""
    return tuple(sorted({m.agency for m in mentions if span.contains(m.span)}))


def _label(hand: Hand, code_id: str) -> str:
    code = hand.codebook.code_by_id.get(code_id)
    return code.label if code else code_id
